//! The journal beside an unfinished output: how far it reaches, and which input that is.
//!
//! JSON lines, only ever appended to. The first line is the [`Plan`], each further one a [`Checkpoint`] that was true,
//! and on disk, before its line was written. A last line without its end was being written when a run broke off, and
//! counts for nothing.

use std::fs::{self, File, OpenOptions};
use std::io::{Read, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail, ensure};
use serde::{Deserialize, Serialize};

use crate::args::Args;
use crate::input::Cursor;
use crate::output::{Mark, Tally, sync_parent};

/// All that the output depends on beside the input itself. A run with another plan cannot go on with the output.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Plan {
    version: String,
    inputs: Vec<PathBuf>,
    field: Option<String>,
    id: String,
    date_field: Option<String>,
    rejected: Option<PathBuf>,
}

impl Plan {
    fn new(args: &Args) -> Self {
        Self {
            version: env!("CARGO_PKG_VERSION").to_owned(),
            inputs: args.inputs.clone(),
            field: args.field.clone(),
            id: args.id.clone(),
            date_field: args.date_field.clone(),
            rejected: args.rejected(),
        }
    }
}

/// How far the output reaches, and the input that is in it.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Checkpoint {
    pub cursor: Cursor,
    pub tally: Tally,
    pub output: Mark,
    /// The length of the side file, in bytes.
    pub rejected_len: u64,
}

/// The journal, open and locked against a second run.
#[derive(Debug)]
pub struct Journal {
    path: PathBuf,
    file: File,
}

impl Journal {
    /// Opens the journal of an output, or begins it, and gives the checkpoints that are in it. To overwrite an output
    /// is to forget its checkpoints: without one there is nothing of it to keep.
    pub fn open(args: &Args) -> Result<(Self, Vec<Checkpoint>)> {
        let path = args.journal();
        let file = OpenOptions::new().read(true).append(true).create(true).open(&path);
        let file = file.with_context(|| format!("cannot open {}", path.display()))?;
        if file.try_lock().is_err() {
            bail!("{} is in use: another run is writing {}", path.display(), args.out.display());
        }
        if args.overwrite {
            file.set_len(0)?;
        }
        let mut journal = Self { path, file };
        let checkpoints = journal.read(&Plan::new(args))?;
        Ok((journal, checkpoints))
    }

    fn read(&mut self, plan: &Plan) -> Result<Vec<Checkpoint>> {
        let mut text = Vec::new();
        self.file.read_to_end(&mut text).with_context(|| format!("cannot read {}", self.path.display()))?;
        let whole = text.iter().rposition(|byte| *byte == b'\n').map_or(0, |end| end + 1);
        self.file.set_len(whole as u64)?;

        let mut lines = text[..whole].split_inclusive(|byte| *byte == b'\n').zip(1..);
        let Some((first, _)) = lines.next() else {
            self.append(plan)?;
            sync_parent(&self.path)?;
            return Ok(Vec::new());
        };
        let begun: Plan = self.line(first, 1)?;
        ensure!(
            begun == *plan,
            "{} was begun by another command ({begun:?}); repeat that one, or begin anew with --overwrite",
            self.path.display()
        );
        lines.map(|(line, number)| self.line(line, number)).collect()
    }

    fn line<'a, T: Deserialize<'a>>(&self, line: &'a [u8], number: usize) -> Result<T> {
        serde_json::from_slice(line).with_context(|| format!("{}, line {number}: damaged", self.path.display()))
    }

    /// Notes a checkpoint. What it tells must be on disk already.
    pub fn note(&mut self, checkpoint: &Checkpoint) -> Result<()> {
        self.append(checkpoint)
    }

    fn append(&mut self, entry: &impl Serialize) -> Result<()> {
        let mut line = serde_json::to_vec(entry)?;
        line.push(b'\n');
        let written = self.file.write_all(&line).and_then(|()| self.file.sync_data());
        written.with_context(|| format!("cannot write {}", self.path.display()))
    }

    /// The output is finished.
    pub fn remove(self) -> Result<()> {
        remove(&self.path)?;
        sync_parent(&self.path)
    }
}

/// Removes a file, if it is there.
pub fn remove(path: &Path) -> Result<()> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            Err(error).with_context(|| format!("cannot remove {}", path.display()))
        }
        _ => Ok(()),
    }
}
