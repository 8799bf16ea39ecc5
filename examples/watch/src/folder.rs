//! Which files have come, and which of them are whole.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant, UNIX_EPOCH};

use serde::{Deserialize, Serialize};
use walkdir::WalkDir;

use crate::ledger::Ledger;

/// What a file looks like from outside.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Look {
    /// Its length in bytes.
    pub len: u64,
    /// The time of its last change, in nanoseconds since 1970.
    pub modified: u64,
}

impl Look {
    /// A look at a path; `None` when no file is there.
    pub fn at(path: &Path) -> Option<Self> {
        let metadata = fs::metadata(path).ok().filter(|metadata| metadata.is_file())?;
        let modified = metadata.modified().ok()?.duration_since(UNIX_EPOCH).unwrap_or_default();
        Some(Self { len: metadata.len(), modified: modified.as_nanos().try_into().unwrap_or(u64::MAX) })
    }
}

/// The files that have come and were not taken yet.
pub struct Arrivals {
    folder: PathBuf,
    settle: Duration,
    /// In the order of their names, and so taken in it when several become ready together.
    waiting: BTreeMap<PathBuf, Waiting>,
}

/// What a file looked like, and since when; without these it is whole.
type Waiting = Option<(Look, Instant)>;

impl Arrivals {
    pub fn new(folder: &Path, settle: Duration) -> Self {
        Self { folder: folder.to_owned(), settle, waiting: BTreeMap::new() }
    }

    /// A bulletin's name: its path within the folder, with `/` on every system.
    pub fn name(&self, path: &Path) -> String {
        let below = path.strip_prefix(&self.folder).unwrap_or(path);
        below.iter().map(|part| part.to_string_lossy()).collect::<Vec<_>>().join("/")
    }

    pub fn is_empty(&self) -> bool {
        self.waiting.is_empty()
    }

    /// Looks through the whole folder for files that the ledger does not know as they are.
    pub fn sweep(&mut self, ledger: &Ledger) {
        for entry in WalkDir::new(&self.folder).follow_links(true) {
            match entry {
                Ok(entry) => {
                    let path = entry.path();
                    if Look::at(path).is_some_and(|look| !ledger.knows(&self.name(path), &look)) {
                        self.changed(path);
                    }
                }
                Err(error) => eprintln!("watch: {error}"),
            }
        }
    }

    /// A file may have come, or changed; whether it is whole, time will tell.
    pub fn changed(&mut self, path: &Path) {
        if let (true, Some(look)) = (is_bulletin(path), Look::at(path)) {
            self.waiting.entry(path.to_owned()).or_insert_with(|| Some((look, Instant::now())));
        }
    }

    /// A file was renamed to this name, and so it is whole.
    pub fn renamed_here(&mut self, path: &Path) {
        if is_bulletin(path) {
            self.waiting.insert(path.to_owned(), None);
        }
    }

    /// How long to wait before looking again at those that are waiting; `None` when none is.
    pub fn until_next_look(&self) -> Option<Duration> {
        (!self.is_empty()).then_some(self.settle / 4)
    }

    /// Takes out the files that are whole, as they look now. Those that have gone are forgotten.
    pub fn ready(&mut self) -> Vec<(PathBuf, Look)> {
        let mut ready = Vec::new();
        let settle = self.settle;
        self.waiting.retain(|path, waiting| {
            let Some(now) = Look::at(path) else { return false };
            match waiting {
                Some((before, since)) if *before != now => {
                    (*before, *since) = (now, Instant::now());
                    true
                }
                Some((_, since)) if since.elapsed() < settle => true,
                _ => {
                    ready.push((path.clone(), now));
                    false
                }
            }
        });
        ready
    }
}

fn is_bulletin(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("txt"))
}
