//! A whole archive of bulletins to Parquet or JSON lines, on all cores, resumable at any moment.
//!
//! ```console
//! $ cargo run --release -- --out meetings.parquet bulletins/ wire-2015.jsonl.gz
//! $ zcat wire.jsonl.gz | cargo run --release -- --out - | head
//! ```
//!
//! The way of a record through the program, a module a station:
//!
//! 1. [`input`] makes one row of records of all inputs, always in the same order, and keeps a [`Cursor`](input::Cursor):
//!    how many records were read, and a digest of them all.
//! 2. [`pipeline`] cuts the row into chunks and hands them to the workers. The channels are bounded, so memory is too;
//!    the writer waits for the chunks in the order they were cut, so the output has the order of the input.
//! 3. [`reading`] is what a worker does: a record becomes a bulletin, or a rejection that says why not.
//! 4. [`output`] writes. Now and then it makes everything safe on disk, and only then notes in the [`journal`] how far
//!    the output reaches and the cursor it belongs to.
//!
//! That note is all that resuming needs. Whatever stops the program, be it Ctrl-C, `kill -9` or a power cut, the next
//! run cuts the output back to what the last note says, passes over the records it counts, makes sure by the digest that
//! they are the same as then, and goes on. The journal is beside the output as long as that is unfinished.

mod args;
mod input;
mod journal;
mod output;
mod pipeline;
mod progress;
mod reading;

use std::io;
use std::process::ExitCode;
use std::sync::Arc;

use anyhow::{Context, Result};
use clap::Parser;
use crossbeam_channel::{Receiver, bounded};

use args::Args;
use input::Records;
use output::{Tally, Writer};
use pipeline::Ending;
use progress::Progress;

/// The output is complete, and some records are not in it.
const SOME_REJECTED: u8 = 1;
/// The run broke off. (2 is a usage error, which clap sees to.)
const FAILED: u8 = 3;
/// Interrupted: what a shell makes of SIGINT.
const INTERRUPTED: u8 = 130;

fn main() -> ExitCode {
    let args = Args::parse();
    match run(args) {
        Ok((Ending::Complete, tally)) if tally.rejected == 0 => ExitCode::SUCCESS,
        Ok((Ending::Complete, _)) => ExitCode::from(SOME_REJECTED),
        Ok((Ending::Interrupted, _)) => ExitCode::from(INTERRUPTED),
        // Who reads the output has seen enough, as in `archive --out - | head`.
        Err(error) if is_broken_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("archive: {error:#}");
            ExitCode::from(FAILED)
        }
    }
}

fn run(args: Args) -> Result<(Ending, Tally)> {
    let interrupt = interrupts()?;
    input::check(&args.inputs)?;
    let (mut writer, done) = Writer::open(&args)?;
    let bar = progress::bar(&args.inputs);
    let records = Records::resume(args.inputs.clone(), &bar, &done)?;
    let progress = Progress::begin(bar, done.records);

    let args = Arc::new(args);
    let ending = pipeline::run(&args, records, &mut writer, &interrupt, &progress)?;
    match ending {
        Ending::Complete => writer.finish()?,
        Ending::Interrupted => writer.checkpoint()?,
    }
    progress.end(&ending, &writer, args.rejected().as_deref());
    Ok((ending, writer.tally()))
}

/// Where a message arrives when the user, or the system, asks the program to end.
fn interrupts() -> Result<Receiver<()>> {
    let (sender, receiver) = bounded(1);
    // Asked a second time, there is already a message, and nothing more to say.
    let note = move || {
        let _ = sender.try_send(());
    };
    ctrlc::set_handler(note).context("cannot listen for Ctrl-C")?;
    Ok(receiver)
}

fn is_broken_pipe(error: &anyhow::Error) -> bool {
    error.downcast_ref::<io::Error>().is_some_and(|error| error.kind() == io::ErrorKind::BrokenPipe)
}
