//! A folder of Parquet files, each of which is whole from the moment it has its name.
//!
//! A part is written under another name, made safe on disk, and renamed. One that has its name and is not in the
//! journal was closed just before a run broke off; it is removed, and written again.

use std::ffi::OsStr;
use std::fs::{self, File};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use arrow_array::RecordBatch;
use newswire::export::arrow::schema;
use parquet::arrow::ArrowWriter;
use parquet::basic::Compression;
use parquet::file::properties::WriterProperties;
use serde::{Deserialize, Serialize};

use super::{sync_folder, sync_parent};
use crate::journal::remove;

/// Rows wait in memory until they make a row group of this size, in bytes.
const ROW_GROUP: usize = 64 << 20;

const PREFIX: &str = "part-";
const SUFFIX: &str = ".parquet";
/// The part being written. Readers of a folder pass over names that begin with a dot.
const UNFINISHED: &str = ".unfinished.parquet";

/// A part that was closed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Part {
    pub file: String,
    pub rows: i64,
    /// Its length in bytes.
    pub len: u64,
}

pub struct Parts {
    folder: PathBuf,
    closed: usize,
    open: Option<ArrowWriter<File>>,
}

impl Parts {
    /// Opens a folder, new or not, in which these parts are closed; any others are taken away.
    pub fn open(folder: &Path, closed: Vec<Part>) -> Result<Self> {
        fs::create_dir_all(folder).with_context(|| format!("cannot make the folder {}", folder.display()))?;
        sync_parent(folder)?;
        for part in &closed {
            let path = folder.join(&part.file);
            let found = fs::metadata(&path).with_context(|| format!("cannot read {}", path.display()))?.len();
            ensure!(
                found == part.len,
                "{} has {found} bytes, where the journal knows of {}; begin anew with --overwrite",
                path.display(),
                part.len
            );
        }
        for path in parts_in(folder)? {
            if !closed.iter().any(|part| path.file_name() == Some(OsStr::new(&part.file))) {
                remove(&path)?;
            }
        }
        Ok(Self { folder: folder.to_owned(), closed: closed.len(), open: None })
    }

    pub fn write(&mut self, batch: &RecordBatch) -> Result<()> {
        if batch.num_rows() == 0 {
            return Ok(());
        }
        let folder = self.folder.display().to_string();
        let writer = self.writer()?;
        writer.write(batch).with_context(|| format!("cannot write a part of {folder}"))?;
        if writer.in_progress_size() > ROW_GROUP {
            writer.flush()?;
        }
        Ok(())
    }

    /// The writer of the part that is open; a new part, if none is.
    fn writer(&mut self) -> Result<&mut ArrowWriter<File>> {
        let writer = match self.open.take() {
            Some(writer) => writer,
            None => {
                let path = self.folder.join(UNFINISHED);
                let file = File::create(&path).with_context(|| format!("cannot make {}", path.display()))?;
                let properties = WriterProperties::builder().set_compression(Compression::SNAPPY).build();
                ArrowWriter::try_new(file, schema(), Some(properties))?
            }
        };
        Ok(self.open.insert(writer))
    }

    /// Closes the part that is open, and gives it its name; `None` when no row was written since the last.
    pub fn close(&mut self) -> Result<Option<Part>> {
        let Some(mut writer) = self.open.take() else { return Ok(None) };
        let name = format!("{PREFIX}{:05}{SUFFIX}", self.closed + 1);
        let path = self.folder.join(&name);
        let closing = || format!("cannot close {}", path.display());
        writer.flush().with_context(closing)?;
        let rows = writer.flushed_row_groups().iter().map(|group| group.num_rows()).sum();
        let file = writer.into_inner().with_context(closing)?;
        file.sync_all().with_context(closing)?;
        fs::rename(self.folder.join(UNFINISHED), &path).with_context(closing)?;
        sync_folder(&self.folder)?;
        self.closed += 1;
        Ok(Some(Part { file: name, rows, len: file.metadata()?.len() }))
    }

    /// A table without a row has a part too, which tells the schema.
    pub fn finish(&mut self) -> Result<()> {
        if self.closed == 0 {
            self.writer()?;
            self.close()?;
        }
        Ok(())
    }
}

/// The parts in a folder, closed or not.
fn parts_in(folder: &Path) -> Result<Vec<PathBuf>> {
    let reading = || format!("cannot read the folder {}", folder.display());
    let mut parts = Vec::new();
    for entry in fs::read_dir(folder).with_context(reading)? {
        let entry = entry.with_context(reading)?;
        let name = entry.file_name();
        let name = name.to_string_lossy();
        if name == UNFINISHED || name.starts_with(PREFIX) && name.ends_with(SUFFIX) {
            parts.push(entry.path());
        }
    }
    Ok(parts)
}
