//! Reads bulletins, or records of bulletins, and draws when the meetings were: an SVG chart by ISO week and kind.
//!
//! ```console
//! $ cargo run --example timeline -- bulletins/ > meetings.svg
//! $ cargo run --release --example timeline -- --reference-date 2024-12-01 --out meetings.svg bulletins/ records.jsonl
//! ```
//!
//! The same meetings give the same bytes. The file reads from top to bottom: the command line, reading and counting
//! (`Count`), and drawing (`draw`).

mod common;

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::fmt::{self, Write as _};
use std::io;
use std::process::ExitCode;

use chrono::{Datelike, NaiveDate, Weekday};
use common::records::records;
use common::{DocumentOptions, Faults};
use newswire::{Bulletin, MeetingKind};

const HELP: &str = "\
Reads news agency bulletins and draws an SVG chart of the meetings by ISO week and kind.

Usage: timeline [OPTIONS] [PATH]...

Arguments:
  [PATH]...  Bulletins as UTF-8 text, one a file, or JSON lines (.jsonl) as `parse --json`, `archive`
             and `watch` write them; a folder is read with all folders in it, its .txt and .jsonl files in the order
             of their names; - or nothing is standard input, of either sort

Options:
      --out FILE                   Where the chart goes; standard output without it
      --reference-date YYYY-MM-DD  The day of writing, for dates without a year and for \"today\"; a record in
                                   JSON keeps the days it was read with
  -h, --help                       Print this help

A meeting without a date of its own is counted on that of its dateline. One without either is counted below the chart.

Exit status: 0, or 1 when a file could not be read, parsed or written, or 2 for a usage error.
";

fn main() -> ExitCode {
    common::main("timeline", HELP, DocumentOptions::set, run)
}

/// Draws one chart of everything. What fails is told about and passed over.
fn run(options: &DocumentOptions, paths: &[OsString], faults: &mut Faults) -> io::Result<()> {
    let mut count = Count::default();
    for record in paths.iter().flat_map(|path| records(&options.parser, path)) {
        match record {
            Ok(record) => count.add(&record.bulletin),
            Err(message) => faults.add(message),
        }
    }
    let mut chart = String::new();
    draw(&mut chart, &count).map_err(io::Error::other)?;
    options.write(&chart)
}

/// How many meetings of each kind there were in each week.
#[derive(Default)]
struct Count {
    /// By the Monday of the week.
    weeks: BTreeMap<NaiveDate, BTreeMap<MeetingKind, usize>>,
    bulletins: usize,
    undated: usize,
}

impl Count {
    fn add(&mut self, bulletin: &Bulletin) {
        self.bulletins += 1;
        for meeting in &bulletin.meetings {
            let dateline = bulletin.dateline.as_ref();
            let date = meeting.date.as_ref().or_else(|| dateline?.date.as_ref());
            match date.and_then(|date| date.resolved) {
                Some(day) => {
                    let week = day.week(Weekday::Mon).first_day();
                    *self.weeks.entry(week).or_default().entry(meeting.kind).or_default() += 1;
                }
                None => self.undated += 1,
            }
        }
    }

    fn dated(&self) -> usize {
        self.weeks.values().flat_map(BTreeMap::values).sum()
    }
}

// ---------------------------------------------------------------------------------------------------------------------
// The chart. Lengths are in SVG user units, a pixel each where the chart is shown at its own size.

const WIDTH: f64 = 1120.0;
const HEIGHT: f64 = 520.0;
/// The edges of the plot, within which the bars stand.
const LEFT: f64 = 70.0;
const RIGHT: f64 = 950.0;
const TOP: f64 = 60.0;
const BOTTOM: f64 = 400.0;
/// The widest step from one week to the next, so that a few weeks make no walls.
const WIDEST_STEP: f64 = 60.0;
/// From how many weeks without a meeting on they are left out of the axis.
const FEWEST_LEFT_OUT: usize = 4;
/// What a week's label takes with the space around it.
const LABEL_WIDTH: f64 = 70.0;

fn draw(out: &mut String, count: &Count) -> fmt::Result {
    let most = count.weeks.values().map(|kinds| kinds.values().sum()).max().unwrap_or(0);
    let (step, top) = axis(most);
    let height = |meetings: usize| meetings as f64 / top as f64 * (BOTTOM - TOP);

    writeln!(
        out,
        r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}" role="img" font-family="system-ui, sans-serif" font-size="12" fill="{INK}">"#
    )?;
    writeln!(out, "<title>Meetings by ISO week and kind</title>")?;
    writeln!(out, r##"<rect width="{WIDTH}" height="{HEIGHT}" fill="#ffffff"/>"##)?;
    writeln!(out, r#"<text x="{LEFT}" y="32" font-size="18">Meetings by ISO week and kind</text>"#)?;

    for meetings in (0..=top).step_by(step) {
        let y = BOTTOM - height(meetings);
        writeln!(out, r##"<line x1="{LEFT}" y1="{y:.1}" x2="{RIGHT}" y2="{y:.1}" stroke="#dddddd"/>"##)?;
        writeln!(out, r#"<text x="{}" y="{:.1}" text-anchor="end">{meetings}</text>"#, LEFT - 8.0, y + 4.0)?;
    }
    let middle = (TOP + BOTTOM) / 2.0;
    writeln!(out, r#"<text transform="translate(24 {middle}) rotate(-90)" text-anchor="middle">Meetings</text>"#)?;
    let middle = (LEFT + RIGHT) / 2.0;
    writeln!(out, r#"<text x="{middle}" y="{}" text-anchor="middle">ISO week</text>"#, BOTTOM + 50.0)?;

    let slots = slots(&count.weeks);
    let step = ((RIGHT - LEFT) / slots.len().max(1) as f64).min(WIDEST_STEP);
    let width = (step * 0.8).max(1.0);
    let mut room_from = LEFT;
    for (index, slot) in slots.iter().enumerate() {
        let x = LEFT + (index as f64 + 0.5) * step;
        let Some(week) = slot else {
            dashes(out, x, TOP, BOTTOM)?;
            continue;
        };
        let mut y = BOTTOM;
        for (kind, meetings) in count.weeks.get(week).into_iter().flatten() {
            y -= height(*meetings);
            writeln!(
                out,
                r#"<rect x="{:.1}" y="{y:.1}" width="{width:.1}" height="{:.1}" fill="{}"><title>{}, {kind}: {meetings}</title></rect>"#,
                x - width / 2.0,
                height(*meetings),
                colour(*kind),
                name(*week),
            )?;
        }
        if x >= room_from {
            room_from = x + LABEL_WIDTH;
            let (tick, text) = (BOTTOM + 5.0, BOTTOM + 20.0);
            writeln!(out, r#"<line x1="{x:.1}" y1="{BOTTOM}" x2="{x:.1}" y2="{tick}" stroke="{INK}"/>"#)?;
            writeln!(out, r#"<text x="{x:.1}" y="{text}" text-anchor="middle">{}</text>"#, name(*week))?;
        }
    }
    writeln!(out, r#"<line x1="{LEFT}" y1="{BOTTOM}" x2="{RIGHT}" y2="{BOTTOM}" stroke="{INK}"/>"#)?;

    legend(out, count, slots.contains(&None))?;
    writeln!(out, r#"<text x="{LEFT}" y="{}">{}</text>"#, HEIGHT - 36.0, summary(count))?;
    writeln!(
        out,
        r#"<text x="{LEFT}" y="{}">Undated and not in the chart: {}.</text>"#,
        HEIGHT - 16.0,
        counted(count.undated, "meeting")
    )?;
    out.push_str("</svg>\n");
    Ok(())
}

/// What stands along the axis, each a step wide: a week, or none for weeks without a meeting that are left out. Without
/// leaving any out, one meeting of long ago would press all others into the last few pixels.
fn slots(weeks: &BTreeMap<NaiveDate, BTreeMap<MeetingKind, usize>>) -> Vec<Option<NaiveDate>> {
    let mut slots = Vec::new();
    let mut next: Option<NaiveDate> = None;
    for &week in weeks.keys() {
        if let Some(next) = next {
            let empty = next.iter_weeks().take_while(|other| *other < week);
            if empty.clone().count() < FEWEST_LEFT_OUT {
                slots.extend(empty.map(Some));
            } else {
                slots.push(None);
            }
        }
        slots.push(Some(week));
        next = week.iter_weeks().nth(1);
    }
    slots
}

/// The mark of weeks that are left out.
fn dashes(out: &mut String, x: f64, top: f64, bottom: f64) -> fmt::Result {
    writeln!(
        out,
        r##"<line x1="{x:.1}" y1="{top}" x2="{x:.1}" y2="{bottom}" stroke="#999999" stroke-dasharray="3 3"/>"##
    )
}

/// The kinds that occur, in the order of the stack from the top down, each with its number, and what dashes stand for.
fn legend(out: &mut String, count: &Count, left_out: bool) -> fmt::Result {
    let x = RIGHT + 24.0;
    let mut y = TOP;
    for kind in MeetingKind::ALL.iter().rev() {
        let meetings: usize = count.weeks.values().filter_map(|kinds| kinds.get(kind)).sum();
        if meetings == 0 {
            continue;
        }
        writeln!(out, r#"<rect x="{x}" y="{y}" width="14" height="14" fill="{}"/>"#, colour(*kind))?;
        writeln!(out, r#"<text x="{}" y="{}">{kind} ({meetings})</text>"#, x + 22.0, y + 11.0)?;
        y += 24.0;
    }
    if left_out {
        dashes(out, x + 7.0, y, y + 14.0)?;
        writeln!(out, r#"<text x="{}" y="{}">{FEWEST_LEFT_OUT} weeks or more</text>"#, x + 22.0, y + 11.0)?;
        writeln!(out, r#"<text x="{}" y="{}">without a meeting</text>"#, x + 22.0, y + 26.0)?;
    }
    Ok(())
}

fn summary(count: &Count) -> String {
    let (dated, read) = (counted(count.dated(), "meeting"), counted(count.bulletins, "bulletin"));
    match (count.weeks.first_key_value(), count.weeks.last_key_value()) {
        (Some((first, _)), Some((last, _))) => {
            format!("{dated} from {} to {}, of {read} read.", name(*first), name(*last))
        }
        _ => format!("No dated meeting in {read} read."),
    }
}

fn counted(number: usize, what: &str) -> String {
    format!("{number} {what}{}", if number == 1 { "" } else { "s" })
}

/// The step between the lines of the axis, and its end: at most eight steps of 1, 2 or 5 by a power of ten.
fn axis(most: usize) -> (usize, usize) {
    let steps = (0..).flat_map(|power| [1, 2, 5].map(|digit| digit * 10_usize.pow(power)));
    let step = steps.into_iter().find(|step| most <= 8 * step).unwrap_or(most);
    (step, most.div_ceil(step).max(1) * step)
}

/// A week as ISO 8601 writes it: 2024-W48.
fn name(week: NaiveDate) -> String {
    let week = week.iso_week();
    format!("{:04}-W{:02}", week.year(), week.week())
}

/// The colour of text and axes.
const INK: &str = "#222222";

/// Colours that are told apart with any sight: those of Okabe and Ito, a brown, and a grey for the rest.
const fn colour(kind: MeetingKind) -> &'static str {
    match kind {
        MeetingKind::Meeting => "#0072b2",
        MeetingKind::Reception => "#56b4e9",
        MeetingKind::Call => "#009e73",
        MeetingKind::Talks => "#e69f00",
        MeetingKind::Conference => "#d55e00",
        MeetingKind::Visit => "#cc79a7",
        MeetingKind::Credentials => "#f0e442",
        MeetingKind::Message => "#000000",
        MeetingKind::Signing => "#8a5a2b",
        // The model may learn to say more.
        _ => "#999999",
    }
}
