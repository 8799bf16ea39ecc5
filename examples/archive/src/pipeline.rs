//! One reader, some workers, one writer, and bounded channels between them.
//!
//! Every chunk goes two ways at once: to whichever worker is free, and, as a ticket for its result, into a queue in the
//! order of the input. The writer redeems the tickets one after another, so nothing needs sorting, and the length of
//! the queue is the most there ever is in memory.

use std::sync::Arc;
use std::thread::{self, JoinHandle};

use anyhow::{Context, Result, bail};
use crossbeam_channel::{Receiver, Sender, bounded, select};

use crate::args::Args;
use crate::input::{Cursor, Record, Records};
use crate::output::Writer;
use crate::progress::Progress;
use crate::reading::{Read, read};

/// A chunk ends at so many records, or bytes of lines.
const CHUNK_RECORDS: usize = 64;
const CHUNK_BYTES: usize = 256 << 10;

/// Chunks on their way, for each worker.
const CHUNKS_PER_WORKER: usize = 4;

#[derive(Debug)]
pub enum Ending {
    Complete,
    Interrupted,
}

/// Some records, and where the input is after them.
struct Chunk {
    records: Vec<Record>,
    cursor: Cursor,
}

/// A chunk that was read.
pub struct Done {
    pub read: Read,
    pub cursor: Cursor,
}

/// A chunk and where its result is awaited.
type Work = (Chunk, Sender<Result<Done>>);
type Ticket = Receiver<Result<Done>>;

/// Reads all records and writes what they say, until the end or an interrupt.
///
/// The threads are not waited for when this ends early: one may be reading standard input for as long as that is open.
pub fn run(
    args: &Arc<Args>,
    records: Records,
    writer: &mut Writer,
    interrupt: &Receiver<()>,
    progress: &Progress,
) -> Result<Ending> {
    let jobs = args.jobs();
    let (work_sender, work) = bounded::<Work>(jobs * CHUNKS_PER_WORKER);
    let (ticket_sender, tickets) = bounded::<Ticket>(jobs * CHUNKS_PER_WORKER);
    for _ in 0..jobs {
        let (args, work) = (Arc::clone(args), work.clone());
        thread::spawn(move || work_off(&args, &work));
    }
    drop(work);
    let reader = thread::spawn(move || hand_out(records, &work_sender, &ticket_sender));

    loop {
        let ticket = select! {
            recv(interrupt) -> _ => return Ok(Ending::Interrupted),
            recv(tickets) -> ticket => ticket,
        };
        match ticket {
            Ok(ticket) => writer.write(ticket.recv().context("a worker has panicked")??)?,
            Err(_) => return complete(reader),
        }
        progress.show(writer);
    }
}

/// There are no more tickets: at the end of the input, unless the reader broke down.
fn complete(reader: JoinHandle<()>) -> Result<Ending> {
    match reader.join() {
        Ok(()) => Ok(Ending::Complete),
        Err(_) => bail!("the reader of the input has panicked"),
    }
}

/// What the reader does: cuts chunks, until the end of the input or until nobody wants more.
fn hand_out(mut records: Records, work: &Sender<Work>, tickets: &Sender<Ticket>) {
    while let Some(chunk) = next_chunk(&mut records) {
        let (result, ticket) = bounded(1);
        if tickets.send(ticket).is_err() || work.send((chunk, result)).is_err() {
            return;
        }
    }
}

fn next_chunk(records: &mut Records) -> Option<Chunk> {
    let mut chunk = Vec::new();
    let mut weight = 0;
    while chunk.len() < CHUNK_RECORDS && weight < CHUNK_BYTES {
        let Some(record) = records.next() else { break };
        weight += record.weight();
        chunk.push(record);
    }
    (!chunk.is_empty()).then(|| Chunk { records: chunk, cursor: records.cursor().clone() })
}

/// What a worker does.
fn work_off(args: &Args, work: &Receiver<Work>) {
    for (chunk, result) in work {
        let done = read(args, &chunk.records).map(|read| Done { read, cursor: chunk.cursor });
        // Nobody waits for it any more when the writer has ended.
        let _ = result.send(done);
    }
}
