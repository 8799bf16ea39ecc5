//! A file of lines that is appended to, and cut back when a run before broke off.

use std::fs::{File, OpenOptions};
use std::io::{BufWriter, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};

use super::sync_parent;
use crate::journal::remove;

pub struct LineFile {
    path: PathBuf,
    file: BufWriter<File>,
    len: u64,
}

impl LineFile {
    /// Opens a file, new or not, to go on after its first `len` bytes; what comes after them is taken away.
    pub fn open(path: &Path, len: u64) -> Result<Self> {
        let mut file = OpenOptions::new()
            .write(true)
            .create(true)
            .truncate(false)
            .open(path)
            .with_context(|| format!("cannot open {}", path.display()))?;
        let found = file.metadata()?.len();
        ensure!(
            found >= len,
            "{} has only {found} bytes, where the journal knows of {len}; begin anew with --overwrite",
            path.display()
        );
        file.set_len(len)?;
        file.seek(SeekFrom::Start(len))?;
        sync_parent(path)?;
        Ok(Self { path: path.to_owned(), file: BufWriter::with_capacity(1 << 16, file), len })
    }

    pub fn write(&mut self, bytes: &[u8]) -> Result<()> {
        self.len += bytes.len() as u64;
        self.file.write_all(bytes).with_context(|| format!("cannot write {}", self.path.display()))
    }

    /// Makes what was written safe on disk, and gives the length.
    pub fn settle(&mut self) -> Result<u64> {
        let settled = self.file.flush().and_then(|()| self.file.get_ref().sync_data());
        settled.with_context(|| format!("cannot write {}", self.path.display()))?;
        Ok(self.len)
    }

    pub fn remove_if_empty(&self) -> Result<()> {
        if self.len == 0 { remove(&self.path) } else { Ok(()) }
    }
}
