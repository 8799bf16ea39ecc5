//! What was read, exactly once: the output, and the state that knows what is in it.
//!
//! Both are JSON lines and only ever appended to, the output before the state. A line of either names the bulletin's
//! file and the digest of its text, so what the state misses can be had from the output; and a line of the state tells
//! how long the output was, so it is known where that begins.

use std::collections::HashMap;
use std::fs::{File, OpenOptions};
use std::io::{Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail, ensure};
use newswire::Bulletin;
use serde::{Deserialize, Serialize};
use twox_hash::XxHash64;

use crate::folder::Look;

/// A version of a bulletin that was read, and what came of it: what it says, or why that cannot be told.
pub struct Delivery {
    pub file: String,
    pub look: Look,
    pub digest: String,
    pub outcome: Result<Bulletin, String>,
}

/// A line of the output.
#[derive(Serialize)]
struct Line<'a> {
    file: &'a str,
    digest: &'a str,
    #[serde(flatten)]
    outcome: Outcome<'a>,
}

#[derive(Serialize)]
#[serde(rename_all = "snake_case")]
enum Outcome<'a> {
    Bulletin(&'a Bulletin),
    Error(&'a str),
}

/// What has to be known of a line of the output.
#[derive(Deserialize)]
struct Delivered {
    file: String,
    digest: String,
}

/// A line of the state.
#[derive(Serialize, Deserialize)]
struct Entry {
    file: String,
    #[serde(flatten)]
    version: Version,
    /// How long the output is with this bulletin in it.
    output_len: u64,
}

/// The last version of a file that was read.
#[derive(Clone, Serialize, Deserialize)]
struct Version {
    digest: String,
    /// What the file looked like. Of what was only found in the output it is not known; such a file is read again, and
    /// found to be the same.
    #[serde(skip_serializing_if = "Option::is_none")]
    look: Option<Look>,
}

pub struct Ledger {
    output: LineFile,
    state: LineFile,
    known: HashMap<String, Version>,
}

impl Ledger {
    /// Opens output and state, new or not, and makes them agree.
    pub fn open(output: &Path, state: &Path) -> Result<Self> {
        let state = LineFile::open(state)?;
        if state.file.try_lock().is_err() {
            bail!("{} is in use: another run is writing {}", state.path.display(), output.display());
        }
        let mut ledger = Self { output: LineFile::open(output)?, state, known: HashMap::new() };
        let output_len = ledger.recall()?;
        ledger.catch_up(output_len)?;
        Ok(ledger)
    }

    /// Reads the state. Gives how much of the output it knows of.
    fn recall(&mut self) -> Result<u64> {
        let mut output_len = 0;
        for entry in self.state.lines::<Entry>(0)? {
            output_len = entry.output_len;
            self.known.insert(entry.file, entry.version);
        }
        // An output that was moved away begins anew; the bulletins in it were delivered all the same.
        Ok(if self.output.len == 0 { 0 } else { output_len })
    }

    /// Takes into the state what the output has after its first `output_len` bytes.
    fn catch_up(&mut self, output_len: u64) -> Result<()> {
        ensure!(
            self.output.len >= output_len,
            "{} has only {} bytes, where {} knows of {output_len}",
            self.output.path.display(),
            self.output.len,
            self.state.path.display()
        );
        let missed = self.output.lines::<Delivered>(output_len)?;
        self.note(missed.into_iter().map(|Delivered { file, digest }| (file, Version { digest, look: None })))
    }

    /// Whether a file was read and looks as it did then.
    pub fn knows(&self, name: &str, look: &Look) -> bool {
        self.known.get(name).is_some_and(|known| known.look.as_ref() == Some(look))
    }

    /// Writes down bulletins that were read. When this returns they are safe on disk, and known.
    pub fn deliver(&mut self, batch: Vec<Delivery>) -> Result<()> {
        let mut lines = Vec::new();
        for Delivery { file, digest, outcome, .. } in &batch {
            // Touched or copied over itself, a text is still the same.
            if self.known.get(file).is_some_and(|known| known.digest == *digest) {
                continue;
            }
            let outcome = match outcome {
                Ok(bulletin) => Outcome::Bulletin(bulletin),
                Err(reason) => Outcome::Error(reason),
            };
            push_line(&mut lines, &Line { file, digest, outcome })?;
        }
        self.output.append(&lines)?;
        let version = |Delivery { file, look, digest, .. }| (file, Version { digest, look: Some(look) });
        self.note(batch.into_iter().map(version))
    }

    /// Makes what is in the output known.
    fn note(&mut self, versions: impl Iterator<Item = (String, Version)>) -> Result<()> {
        let output_len = self.output.len;
        let mut lines = Vec::new();
        for (file, version) in versions {
            self.known.insert(file.clone(), version.clone());
            push_line(&mut lines, &Entry { file, version, output_len })?;
        }
        self.state.append(&lines)
    }
}

/// The digest that tells one text from another.
pub fn digest(bytes: &[u8]) -> String {
    format!("{:016x}", XxHash64::oneshot(0, bytes))
}

fn push_line(lines: &mut Vec<u8>, value: &impl Serialize) -> Result<()> {
    serde_json::to_writer(&mut *lines, value)?;
    lines.push(b'\n');
    Ok(())
}

/// A file of whole lines.
struct LineFile {
    path: PathBuf,
    file: File,
    len: u64,
}

impl LineFile {
    fn open(path: &Path) -> Result<Self> {
        let file = OpenOptions::new().read(true).append(true).create(true).open(path);
        let file = file.with_context(|| format!("cannot open {}", path.display()))?;
        sync_parent(path)?;
        let len = file.metadata()?.len();
        Ok(Self { path: path.to_owned(), file, len })
    }

    /// The lines after the first `from` bytes. A line without its end was being written in a crash, and is cut off.
    fn lines<T: for<'a> Deserialize<'a>>(&mut self, from: u64) -> Result<Vec<T>> {
        let mut text = Vec::new();
        self.file.seek(SeekFrom::Start(from))?;
        self.file.read_to_end(&mut text).with_context(|| format!("cannot read {}", self.path.display()))?;
        let whole = text.iter().rposition(|byte| *byte == b'\n').map_or(0, |end| end + 1);
        self.len = from + whole as u64;
        self.file.set_len(self.len)?;

        let lines = text[..whole].split_inclusive(|byte| *byte == b'\n').zip(1..);
        let read = lines.map(|(line, number)| {
            serde_json::from_slice(line)
                .with_context(|| format!("{}, line {number} after byte {from}: damaged", self.path.display()))
        });
        read.collect()
    }

    /// Appends lines, and makes them safe on disk.
    fn append(&mut self, lines: &[u8]) -> Result<()> {
        if lines.is_empty() {
            return Ok(());
        }
        let written = self.file.write_all(lines).and_then(|()| self.file.sync_data());
        written.with_context(|| format!("cannot write {}", self.path.display()))?;
        self.len += lines.len() as u64;
        Ok(())
    }
}

/// Makes a file's name safe on disk: it belongs to the folder. Only Unix has a way to say it.
fn sync_parent(path: &Path) -> Result<()> {
    if cfg!(unix) {
        let parent = path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let synced = File::open(parent).and_then(|folder| folder.sync_all());
        synced.with_context(|| format!("cannot make the folder {} safe on disk", parent.display()))?;
    }
    Ok(())
}
