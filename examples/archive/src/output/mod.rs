//! Writing: the output, the side file of rejections, and checkpoints of both.

mod lines;
mod parts;

use std::fs::File;
use std::io::{self, Write};
use std::path::Path;

use anyhow::{Context, Result, bail, ensure};
use serde::{Deserialize, Serialize};

use crate::args::{Args, Format};
use crate::input::Cursor;
use crate::journal::{Checkpoint, Journal};
use crate::pipeline::Done;
use crate::reading::{Payload, Rejection};
use lines::LineFile;
use parts::{Part, Parts};

/// What an error of standard output is said to be.
const STDOUT: &str = "cannot write standard output";

/// What was read so far, in numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tally {
    pub bulletins: u64,
    pub meetings: u64,
    pub rejected: u64,
}

impl Tally {
    fn add(&mut self, more: Tally) {
        self.bulletins += more.bulletins;
        self.meetings += more.meetings;
        self.rejected += more.rejected;
    }
}

/// How far an output reaches.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Mark {
    /// JSON lines: so many bytes.
    Len(u64),
    /// Parquet: this part was closed. It holds the records since the checkpoint before, `None` where these have no
    /// meeting.
    Part(Option<Part>),
}

impl Mark {
    fn len(&self) -> u64 {
        if let Self::Len(len) = self { *len } else { 0 }
    }

    fn part(&self) -> Option<&Part> {
        if let Self::Part(part) = self { part.as_ref() } else { None }
    }
}

impl Default for Mark {
    fn default() -> Self {
        Self::Len(0)
    }
}

/// Writes chunks in the order they come.
pub struct Writer {
    output: Output,
    rejected: Rejected,
    /// `None` for standard output, which cannot be taken up again.
    journal: Option<Journal>,
    /// Where the output is now.
    cursor: Cursor,
    tally: Tally,
    /// The records that the last checkpoint covers, and how many more may come before the next.
    safe: u64,
    every: u64,
}

enum Output {
    Stdout(io::Stdout),
    Lines(LineFile),
    Parts(Box<Parts>),
}

enum Rejected {
    Stderr,
    File(LineFile),
}

impl Writer {
    /// Begins the output, or takes it up at its last checkpoint. Gives what of the input is in it already.
    pub fn open(args: &Args) -> Result<(Self, Cursor)> {
        let (journal, checkpoints) = if args.to_stdout() {
            (None, Vec::new())
        } else {
            refuse_finished(args)?;
            let (journal, checkpoints) = Journal::open(args)?;
            (Some(journal), checkpoints)
        };
        let last = checkpoints.last().cloned().unwrap_or_default();
        let writer = Self {
            output: Output::open(args, &checkpoints)?,
            rejected: match args.rejected() {
                Some(path) => Rejected::File(LineFile::open(&path, last.rejected_len)?),
                None => Rejected::Stderr,
            },
            journal,
            cursor: last.cursor.clone(),
            tally: last.tally,
            safe: last.cursor.records,
            every: args.checkpoint(),
        };
        Ok((writer, last.cursor))
    }

    /// Adds one chunk.
    pub fn write(&mut self, done: Done) -> Result<()> {
        match (&mut self.output, done.read.payload) {
            (Output::Stdout(stdout), Payload::Lines(lines)) => stdout.write_all(&lines).context(STDOUT)?,
            (Output::Lines(file), Payload::Lines(lines)) => file.write(&lines)?,
            (Output::Parts(parts), Payload::Batch(batch)) => parts.write(&batch)?,
            _ => bail!("the workers write another format than the writer"),
        }
        for rejection in &done.read.rejections {
            self.rejected.write(rejection)?;
        }
        self.cursor = done.cursor;
        self.tally.add(done.read.tally);
        if self.cursor.records - self.safe >= self.every {
            self.checkpoint()?;
        }
        Ok(())
    }

    /// Makes everything written safe on disk, then notes in the journal that it is.
    pub fn checkpoint(&mut self) -> Result<()> {
        let checkpoint = Checkpoint {
            output: self.output.settle()?,
            rejected_len: self.rejected.settle()?,
            cursor: self.cursor.clone(),
            tally: self.tally,
        };
        self.safe = self.cursor.records;
        match &mut self.journal {
            Some(journal) => journal.note(&checkpoint),
            None => Ok(()),
        }
    }

    /// Ends the output: all of the input is in it, and there is nothing more to resume.
    pub fn finish(&mut self) -> Result<()> {
        self.checkpoint()?;
        if let Output::Parts(parts) = &mut self.output {
            parts.finish()?;
        }
        if let Rejected::File(file) = &self.rejected {
            file.remove_if_empty()?;
        }
        self.journal.take().map_or(Ok(()), Journal::remove)
    }

    pub fn tally(&self) -> Tally {
        self.tally
    }

    pub fn cursor(&self) -> &Cursor {
        &self.cursor
    }
}

/// Refuses an output that is there and has no journal: it is finished, or somebody else's.
fn refuse_finished(args: &Args) -> Result<()> {
    if args.overwrite || args.journal().exists() {
        return Ok(());
    }
    for path in [Some(args.out.clone()), args.rejected()].into_iter().flatten() {
        ensure!(!path.exists(), "{} is there already; --overwrite begins anew", path.display());
    }
    Ok(())
}

impl Output {
    fn open(args: &Args, checkpoints: &[Checkpoint]) -> Result<Self> {
        Ok(match args.format() {
            Format::JsonLines if args.to_stdout() => Self::Stdout(io::stdout()),
            Format::JsonLines => {
                let len = checkpoints.last().map_or(0, |last| last.output.len());
                Self::Lines(LineFile::open(&args.out, len)?)
            }
            Format::Parquet => {
                let parts = checkpoints.iter().filter_map(|checkpoint| checkpoint.output.part().cloned());
                Self::Parts(Box::new(Parts::open(&args.out, parts.collect())?))
            }
        })
    }

    fn settle(&mut self) -> Result<Mark> {
        Ok(match self {
            Self::Stdout(stdout) => {
                stdout.flush().context(STDOUT)?;
                Mark::default()
            }
            Self::Lines(file) => Mark::Len(file.settle()?),
            Self::Parts(parts) => Mark::Part(parts.close()?),
        })
    }
}

impl Rejected {
    fn write(&mut self, rejection: &Rejection) -> Result<()> {
        match self {
            Self::Stderr => eprintln!("archive: {}: {}", rejection.origin, rejection.reason),
            Self::File(file) => {
                let mut line = serde_json::to_vec(rejection)?;
                line.push(b'\n');
                file.write(&line)?;
            }
        }
        Ok(())
    }

    fn settle(&mut self) -> Result<u64> {
        match self {
            Self::Stderr => Ok(0),
            Self::File(file) => file.settle(),
        }
    }
}

/// Makes a file's name, new or gone, safe on disk: the name belongs to the folder.
pub fn sync_parent(path: &Path) -> Result<()> {
    let parent = match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    };
    sync_folder(parent)
}

/// Only Unix has a way to say it.
fn sync_folder(folder: &Path) -> Result<()> {
    if cfg!(unix) {
        let synced = File::open(folder).and_then(|folder| folder.sync_all());
        synced.with_context(|| format!("cannot make the folder {} safe on disk", folder.display()))?;
    }
    Ok(())
}
