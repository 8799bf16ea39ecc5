//! Reads new bulletins as they come into a folder, each exactly once, and appends what they say to a file of JSON lines.
//!
//! ```console
//! $ cargo run --release -- incoming/ --out read.jsonl
//! ```
//!
//! The design, in ten lines:
//!
//! 1. Word from the system that a file has changed is a hint, and no more: it only says where to look. Hints get lost, so
//!    the whole folder is swept too, at the start and at intervals. ([`folder`])
//! 2. A file is read when it looks the same (length, time of change) for a while, or at once when it was renamed into
//!    place: whoever renames has finished writing.
//! 3. What was read is remembered by name and digest in the state file. The same text under the same name is old, however
//!    often it is touched; another text is a new version, and is read as well. ([`ledger`])
//! 4. The output is written first, and made safe on disk; then the state. What the output has and the state lacks after
//!    a crash is taken from the output, and a line cut short at its end is cut off. So nothing is lost or doubled, and a
//!    line that was whole once stays: who follows the output never has to take anything back.
//! 5. There is no shutting down, therefore: Ctrl-C, `kill -9` and a power cut are all the same.

mod folder;
mod ledger;

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};
use std::{fs, io};

use anyhow::{Context, Result, bail, ensure};
use clap::Parser;
use newswire::Bulletin;
use notify::event::{ModifyKind, RenameMode};
use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher};

use folder::{Arrivals, Look};
use ledger::{Delivery, Ledger};

/// So many bulletins at most are made safe on disk together.
const BATCH: usize = 256;

/// Reads new bulletins as they come into a folder, each exactly once, as JSON lines.
///
/// A line has the bulletin's file, by its path within the folder, and what it says, or why it could not be read.
/// Stopped in whatever way, the same command goes on where it was.
#[derive(Debug, Parser)]
#[command(version, after_help = EXIT_STATUS)]
struct Args {
    /// The folder; .txt files in it and below it are bulletins
    folder: PathBuf,

    /// The file that lines are appended to
    #[arg(short, long, value_name = "FILE")]
    out: PathBuf,

    /// What was read already [default: beside the output, FILE.state]
    #[arg(long, value_name = "FILE")]
    state: Option<PathBuf>,

    /// How long a file has to stay as it is before it is read, in milliseconds
    #[arg(long, value_name = "MS", default_value = "1000")]
    settle: u64,

    /// How often the whole folder is looked through, in seconds
    #[arg(long, value_name = "S", default_value = "60", value_parser = clap::value_parser!(u64).range(1..))]
    sweep: u64,

    /// Read what is there now, and end
    #[arg(long)]
    once: bool,
}

const EXIT_STATUS: &str = "\
Exit status (only with --once does the program end by itself):
  0  every new bulletin was read
  1  some could not be
  2  a usage error
  3  the watching broke off";

fn main() -> ExitCode {
    match Args::parse().run() {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::from(1),
        Err(error) => {
            eprintln!("watch: {error:#}");
            ExitCode::from(3)
        }
    }
}

impl Args {
    fn run(self) -> Result<bool> {
        // The system tells of files by their whole paths, and so they are looked at by these.
        let folder = self.folder.canonicalize().with_context(|| format!("cannot read {}", self.folder.display()))?;
        ensure!(folder.is_dir(), "{} is no folder", self.folder.display());
        let mut ledger = Ledger::open(&self.out, &self.state())?;
        let mut arrivals = Arrivals::new(&folder, Duration::from_millis(self.settle));
        // Listening comes before the first sweep, so that no file arrives between the two.
        let (_watcher, events) = listen(&folder)?;

        let mut all_read = true;
        let mut next_sweep = Instant::now();
        loop {
            if next_sweep <= Instant::now() {
                arrivals.sweep(&ledger);
                next_sweep = Instant::now() + Duration::from_secs(self.sweep);
            }
            all_read &= take(&mut arrivals, &mut ledger)?;
            if self.once && arrivals.is_empty() {
                return Ok(all_read);
            }
            let wait = arrivals.until_next_look().unwrap_or(next_sweep.saturating_duration_since(Instant::now()));
            if !heed(&events, wait, &mut arrivals)? {
                next_sweep = Instant::now();
            }
        }
    }

    fn state(&self) -> PathBuf {
        self.state.clone().unwrap_or_else(|| {
            let mut name = self.out.clone().into_os_string();
            name.push(".state");
            name.into()
        })
    }
}

// ---------------------------------------------------------------------------------------------------------------------
// Hints

/// Asks the system to tell of changes in a folder for as long as the watcher lives.
fn listen(folder: &Path) -> Result<(RecommendedWatcher, Receiver<notify::Result<Event>>)> {
    let (sender, events) = channel();
    let watching = || format!("cannot watch {}", folder.display());
    let mut watcher = notify::recommended_watcher(sender).with_context(watching)?;
    watcher.watch(folder, RecursiveMode::Recursive).with_context(watching)?;
    Ok((watcher, events))
}

/// Waits for hints, and notes where to look. The answer is whether they can be trusted; if not, a sweep is due.
fn heed(events: &Receiver<notify::Result<Event>>, wait: Duration, arrivals: &mut Arrivals) -> Result<bool> {
    let mut trusted = true;
    let mut next = events.recv_timeout(wait);
    loop {
        match next {
            Ok(Ok(event)) => trusted &= note(event, arrivals),
            Ok(Err(error)) => {
                eprintln!("watch: {error}");
                trusted = false;
            }
            Err(RecvTimeoutError::Timeout) => return Ok(trusted),
            Err(RecvTimeoutError::Disconnected) => bail!("the system no longer tells of changes"),
        }
        next = events.recv_timeout(Duration::ZERO);
    }
}

/// Notes the files an event is about. The answer is whether these are all that have changed.
fn note(event: Event, arrivals: &mut Arrivals) -> bool {
    let folders = event.paths.iter().any(|path| path.is_dir());
    match event.kind {
        // Somebody has read a file; that may have been this program.
        EventKind::Access(_) => return true,
        EventKind::Modify(ModifyKind::Name(RenameMode::To | RenameMode::Both)) => {
            event.paths.last().into_iter().for_each(|path| arrivals.renamed_here(path));
        }
        _ => event.paths.iter().for_each(|path| arrivals.changed(path)),
    }
    // Of the files in a folder that was moved here nothing is said.
    !folders && !event.need_rescan()
}

// ---------------------------------------------------------------------------------------------------------------------
// Reading

/// Reads the files that are ready, and delivers them. The answer is whether all could be read.
fn take(arrivals: &mut Arrivals, ledger: &mut Ledger) -> Result<bool> {
    let mut all_read = true;
    for ready in arrivals.ready().chunks(BATCH) {
        let mut batch = Vec::new();
        for (path, look) in ready {
            let file = arrivals.name(path);
            if ledger.knows(&file, look) {
                continue;
            }
            match read(path, look) {
                // It has changed while it was read.
                Ok(_) if Look::at(path).as_ref() != Some(look) => arrivals.changed(path),
                Ok((digest, outcome)) => {
                    if let Err(reason) = &outcome {
                        all_read = false;
                        eprintln!("watch: {}: {reason}", path.display());
                    }
                    batch.push(Delivery { file, look: look.clone(), digest, outcome });
                }
                // It stays unknown, and so the next sweep comes upon it again.
                Err(error) => {
                    all_read = false;
                    eprintln!("watch: cannot read {}: {error}", path.display());
                }
            }
        }
        ledger.deliver(batch)?;
    }
    Ok(all_read)
}

/// The digest of a file, and what it says or why that cannot be told.
fn read(path: &Path, look: &Look) -> io::Result<(String, Result<Bulletin, String>)> {
    let limit = newswire::Parser::DEFAULT_MAX_LEN;
    if look.len > limit as u64 {
        let reason = format!("the file is {} bytes long, over the limit of {limit}", look.len);
        return Ok((ledger::digest(reason.as_bytes()), Err(reason)));
    }
    let bytes = fs::read(path)?;
    Ok((ledger::digest(&bytes), parse(&bytes)))
}

fn parse(bytes: &[u8]) -> Result<Bulletin, String> {
    let text = std::str::from_utf8(bytes)
        .map_err(|error| format!("not valid UTF-8 at byte offset {}", error.valid_up_to()))?;
    newswire::parse(text).map_err(|error| error.to_string())
}
