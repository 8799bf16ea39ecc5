//! All inputs as one row of records, always in the same order.

use std::fmt;
use std::fs::{self, File};
use std::io::{self, BufRead, BufReader, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::{Context, Result, bail, ensure};
use flate2::read::MultiGzDecoder;
use indicatif::ProgressBar;
use serde::{Deserialize, Serialize};
use twox_hash::XxHash64;
use walkdir::{DirEntry, WalkDir};

use crate::args::{has_ending, is_dash};

/// The longest line that is read, in bytes. It holds the longest text the parser reads, and what may stand around it.
const LONGEST_LINE: usize = 16 << 20;

/// One record, not yet looked into.
#[derive(Debug)]
pub struct Record {
    pub origin: Origin,
    pub content: Content,
}

/// Where a record comes from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Origin {
    pub file: Arc<str>,
    /// Its line, from 1; `None` for a file that is one bulletin.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub line: Option<u64>,
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file)?;
        match self.line {
            Some(line) => write!(f, ", line {line}"),
            None => Ok(()),
        }
    }
}

#[derive(Debug)]
pub enum Content {
    /// A file that is one bulletin. `id` is its path within the folder it was found in.
    File { path: PathBuf, id: String, len: u64 },
    /// A line that should be a JSON object, without the white space around it.
    Line(Vec<u8>),
    /// What could not be read, and why.
    Failure(String),
}

impl Record {
    /// About how much memory it takes.
    pub fn weight(&self) -> usize {
        match &self.content {
            Content::Line(line) => line.len(),
            Content::File { .. } | Content::Failure(_) => 0,
        }
    }
}

/// How far the input was read.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cursor {
    /// The number of records.
    pub records: u64,
    /// A digest of them all: of lines their bytes, of files their path and length.
    pub digest: u64,
    /// The last one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last: Option<Origin>,
}

impl Cursor {
    pub fn advance(&mut self, record: &Record) {
        self.records += 1;
        self.take_in(record.origin.file.as_bytes());
        match &record.content {
            Content::File { len, .. } => self.take_in(&len.to_le_bytes()),
            Content::Line(line) => self.take_in(line),
            Content::Failure(reason) => self.take_in(reason.as_bytes()),
        }
        self.last = Some(record.origin.clone());
    }

    fn take_in(&mut self, bytes: &[u8]) {
        self.digest = XxHash64::oneshot(self.digest, bytes);
    }
}

/// The records of all inputs, one after another.
pub struct Records {
    records: Box<dyn Iterator<Item = Record> + Send>,
    cursor: Cursor,
}

impl Records {
    /// The records after those that `done` counts.
    ///
    /// # Errors
    ///
    /// When the input does not begin with the same records as then.
    pub fn resume(inputs: Vec<PathBuf>, bar: &ProgressBar, done: &Cursor) -> Result<Self> {
        let bar = bar.clone();
        let records = inputs.into_iter().flat_map(move |input| open(&input, &bar));
        let mut records = Self { records: Box::new(records), cursor: Cursor::default() };
        while records.cursor.records < done.records && records.next().is_some() {}
        ensure!(
            records.cursor == *done,
            "the input is not what it was when the output was begun: its first {} records differ; put it back as it \
             was, or begin anew with --overwrite",
            done.records
        );
        Ok(records)
    }

    /// How far it was read.
    pub fn cursor(&self) -> &Cursor {
        &self.cursor
    }
}

impl Iterator for Records {
    type Item = Record;

    fn next(&mut self) -> Option<Record> {
        let record = self.records.next()?;
        self.cursor.advance(&record);
        Some(record)
    }
}

/// Makes sure, before anything is written, that every input is there and can be one.
pub fn check(inputs: &[PathBuf]) -> Result<()> {
    for input in inputs.iter().filter(|input| !is_dash(input)) {
        let metadata = fs::metadata(input).with_context(|| format!("cannot read {}", input.display()))?;
        if !metadata.is_dir() && !is_text(input) && !is_json_lines(input) {
            bail!("{} is no folder, and its name does not end in .txt, .jsonl or .jsonl.gz", input.display());
        }
    }
    Ok(())
}

/// How many bytes of input there are; `None` with standard input among them.
pub fn total_len(inputs: &[PathBuf]) -> Option<u64> {
    let mut total = 0;
    for input in inputs {
        if is_dash(input) {
            return None;
        }
        // What fails here is met again when it is read, and told of then.
        let files = files(input).filter_map(Result::ok).filter_map(|entry| entry.metadata().ok());
        total += files.map(|metadata| metadata.len()).sum::<u64>();
    }
    Some(total)
}

fn is_text(path: &Path) -> bool {
    has_ending(path, "txt")
}

fn is_json_lines(path: &Path) -> bool {
    let inner = if has_ending(path, "gz") { path.with_extension("") } else { path.to_owned() };
    has_ending(&inner, "jsonl")
}

/// The records of one input.
fn open(input: &Path, bar: &ProgressBar) -> Box<dyn Iterator<Item = Record> + Send> {
    if is_dash(input) {
        Box::new(Lines::new("-".into(), Box::new(io::stdin())))
    } else if is_json_lines(input) {
        open_lines(input, bar)
    } else {
        let (root, bar) = (input.to_owned(), bar.clone());
        Box::new(files(input).map(move |entry| text_file(&root, entry, &bar)))
    }
}

fn open_lines(path: &Path, bar: &ProgressBar) -> Box<dyn Iterator<Item = Record> + Send> {
    let name: Arc<str> = path.to_string_lossy().into();
    match File::open(path) {
        Ok(file) => {
            let file = bar.wrap_read(file);
            let reader: Box<dyn Read + Send> = if has_ending(path, "gz") {
                Box::new(MultiGzDecoder::new(BufReader::new(file)))
            } else {
                Box::new(file)
            };
            Box::new(Lines::new(name, reader))
        }
        Err(error) => Box::new(std::iter::once(failure(name, None, format!("cannot open: {error}")))),
    }
}

/// The bulletins under a path in the order of their names: a file itself, or the .txt files of a folder. Links are
/// followed.
fn files(path: &Path) -> impl Iterator<Item = walkdir::Result<DirEntry>> + use<> {
    let entries = WalkDir::new(path).follow_links(true).sort_by_file_name().into_iter();
    entries.filter(|entry| match entry {
        Ok(entry) => entry.file_type().is_file() && (entry.depth() == 0 || is_text(entry.path())),
        Err(_) => true,
    })
}

fn text_file(root: &Path, entry: walkdir::Result<DirEntry>, bar: &ProgressBar) -> Record {
    let found = entry.and_then(|entry| entry.metadata().map(|metadata| (entry, metadata.len())));
    match found {
        Ok((entry, len)) => {
            bar.inc(len);
            let path = entry.into_path();
            // A file that is an input itself has no path below it.
            let below = path.strip_prefix(root).ok().filter(|below| !below.as_os_str().is_empty());
            let id = below.unwrap_or(&path).to_string_lossy().into_owned();
            let origin = Origin { file: path.to_string_lossy().into(), line: None };
            Record { origin, content: Content::File { path, id, len } }
        }
        Err(error) => {
            let path = error.path().unwrap_or(root).to_string_lossy().into();
            failure(path, None, error.to_string())
        }
    }
}

fn failure(file: Arc<str>, line: Option<u64>, reason: String) -> Record {
    Record { origin: Origin { file, line }, content: Content::Failure(reason) }
}

/// The lines of a file that are not blank.
struct Lines {
    file: Arc<str>,
    reader: BufReader<Box<dyn Read + Send>>,
    /// The last line read, from 1.
    line: u64,
    failed: bool,
}

impl Lines {
    fn new(file: Arc<str>, reader: Box<dyn Read + Send>) -> Self {
        Self { file, reader: BufReader::with_capacity(1 << 16, reader), line: 0, failed: false }
    }

    /// The next line with its end; `None` at the end of the file.
    fn read_line(&mut self) -> io::Result<Option<Content>> {
        let mut line = Vec::new();
        let limit = LONGEST_LINE as u64 + 1;
        (&mut self.reader).take(limit).read_until(b'\n', &mut line)?;
        if line.len() > LONGEST_LINE && !line.ends_with(b"\n") {
            self.reader.skip_until(b'\n')?;
            return Ok(Some(Content::Failure(format!("the line is longer than {LONGEST_LINE} bytes"))));
        }
        Ok((!line.is_empty()).then_some(Content::Line(line)))
    }
}

impl Iterator for Lines {
    type Item = Record;

    fn next(&mut self) -> Option<Record> {
        while !self.failed {
            self.line += 1;
            let content = match self.read_line() {
                Ok(Some(Content::Line(line))) => match line.trim_ascii() {
                    b"" => continue,
                    trimmed => Content::Line(trimmed.to_vec()),
                },
                Ok(Some(content)) => content,
                Ok(None) => return None,
                Err(error) => {
                    // What follows cannot be read either; what came before was.
                    self.failed = true;
                    Content::Failure(format!("cannot read on: {error}"))
                }
            };
            return Some(Record { origin: Origin { file: self.file.clone(), line: Some(self.line) }, content });
        }
        None
    }
}
