//! How far it is, for people: a bar while it runs, where standard error is a terminal, and a line at the end.

use std::io::{IsTerminal, stderr};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use indicatif::{HumanCount, ProgressBar, ProgressStyle};

use crate::input::total_len;
use crate::output::Writer;
use crate::pipeline::Ending;

/// With the length of the input known, and without.
const BAR: &str = "{bar:32} {percent:>3} %  {msg}, {eta} left";
const SPINNER: &str = "{spinner} {msg}, {elapsed}";

/// A bar over the bytes of the input, which whoever reads them moves on.
pub fn bar(inputs: &[PathBuf]) -> ProgressBar {
    if !stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let (bar, template) = match total_len(inputs) {
        Some(len) => (ProgressBar::new(len), BAR),
        None => (ProgressBar::new_spinner(), SPINNER),
    };
    let style = ProgressStyle::with_template(template).expect("the templates above are well formed");
    bar.enable_steady_tick(Duration::from_millis(200));
    bar.with_style(style)
}

pub struct Progress {
    bar: ProgressBar,
    started: Instant,
    /// How many records an earlier run had done.
    before: u64,
}

impl Progress {
    /// Begins to count time, after `before` records that are done already.
    pub fn begin(bar: ProgressBar, before: u64) -> Self {
        bar.reset_eta();
        Self { bar, started: Instant::now(), before }
    }

    pub fn show(&self, writer: &Writer) {
        if !self.bar.is_hidden() {
            self.bar.set_message(format!(
                "{} records, {}/s, {} rejected",
                HumanCount(writer.cursor().records),
                HumanCount(self.rate(writer)),
                HumanCount(writer.tally().rejected)
            ));
        }
    }

    /// The last word: what there is now, and where to find what is not in it.
    pub fn end(&self, ending: &Ending, writer: &Writer, rejected: Option<&Path>) {
        self.bar.finish_and_clear();
        let tally = writer.tally();
        eprintln!(
            "archive: {}{} records: {} bulletins with {} meetings, {} rejected; {:.1} s, {}/s",
            if self.before > 0 { format!("resumed after {}: ", HumanCount(self.before)) } else { String::new() },
            HumanCount(writer.cursor().records),
            HumanCount(tally.bulletins),
            HumanCount(tally.meetings),
            HumanCount(tally.rejected),
            self.started.elapsed().as_secs_f64(),
            HumanCount(self.rate(writer))
        );
        if let Some(path) = rejected.filter(|_| tally.rejected > 0) {
            eprintln!("archive: {} says which were rejected, and why", path.display());
        }
        if let Ending::Interrupted = ending {
            eprintln!("archive: interrupted; what is written is safe, and the same command goes on from there");
        }
    }

    /// Records a second in this run.
    fn rate(&self, writer: &Writer) -> u64 {
        let records = writer.cursor().records - self.before;
        (records as f64 / self.started.elapsed().as_secs_f64().max(1e-3)) as u64
    }
}
