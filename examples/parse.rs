//! Reads bulletins and prints what they say: a report for people, or one JSON object a line.
//!
//! ```console
//! $ cargo run --example parse -- bulletin.txt
//! $ cargo run --release --example parse -- --json --reference-date 2024-12-01 bulletins/*.txt
//! $ cat bulletin.txt | cargo run --example parse
//! ```
//!
//! The file reads from top to bottom: the command line, then reading and parsing one bulletin, then the two ways of
//! printing it. What the library is asked to do is all in `run` and `read`; what it gives back is taken apart in
//! `report` and the functions below it.

mod common;

use std::ffi::{OsStr, OsString};
use std::fmt::Display;
use std::io::{self, BufWriter, Write};
use std::process::ExitCode;

use common::{Faults, Isolated};
use newswire::{Bulletin, By, Date, Dateline, Meeting, Parser, Participant, Phrase, Place, Span, Topic};

const HELP: &str = "\
Reads news agency bulletins and prints who met whom, in what office, when, where and about what.

Usage: parse [OPTIONS] [FILE]...

Arguments:
  [FILE]...  Bulletins as UTF-8 text, one a file; - or nothing is standard input

Options:
      --json                       Print one JSON object a line, in the order of the files
      --reference-date YYYY-MM-DD  The day of writing, for dates without a year and for \"today\"
  -h, --help                       Print this help

Exit status: 0, or 1 when a file could not be read or parsed, or 2 for a usage error.
";

fn main() -> ExitCode {
    common::main("parse", HELP, Options::set, run)
}

#[derive(Default)]
struct Options {
    json: bool,
    /// A parser is made once and used for any number of texts.
    parser: Parser,
}

impl Options {
    /// Takes an option from the command line; the answer is whether there is one of that name.
    fn set(&mut self, name: &str, args: &mut lexopt::Parser) -> Result<bool, lexopt::Error> {
        match name {
            "json" => self.json = true,
            "reference-date" => self.parser = self.parser.reference_date(common::date(args)?),
            _ => return Ok(false),
        }
        Ok(true)
    }
}

// ---------------------------------------------------------------------------------------------------------------------
// Reading and parsing

/// Prints every bulletin in turn. A file that fails is told about and passed over.
fn run(options: &Options, files: &[OsString], faults: &mut Faults) -> io::Result<()> {
    // One lock and one buffer for the whole run: printing is then as fast as parsing.
    let mut out = BufWriter::new(io::stdout().lock());
    for (index, file) in files.iter().enumerate() {
        let name = file.to_string_lossy();
        match read(&options.parser, file) {
            // The types of the model are serde types, so there is nothing more to printing JSON.
            Ok((_, bulletin)) if options.json => {
                serde_json::to_writer(&mut out, &bulletin)?;
                writeln!(out)?;
            }
            Ok((source, bulletin)) => {
                if index > 0 {
                    writeln!(out)?;
                }
                if files.len() > 1 {
                    writeln!(out, "==== {} ====", Isolated(&name))?;
                }
                report(&mut out, &source, &bulletin)?;
            }
            Err(message) => {
                faults.add(format_args!("{name}: {message}"));
                if options.json {
                    writeln!(out, "{}", serde_json::json!({ "error": message, "file": name }))?;
                }
            }
        }
    }
    out.flush()
}

/// The text of one file and what it says, or why there is none.
fn read(parser: &Parser, file: &OsStr) -> Result<(String, Bulletin), String> {
    let source = common::read(file)?;
    let bulletin = parser.parse(&source).map_err(|error| error.to_string())?;
    Ok((source, bulletin))
}

// ---------------------------------------------------------------------------------------------------------------------
// The report: labels in English, and every value from the bulletin on a line of its own below its label

fn report(out: &mut impl Write, source: &str, bulletin: &Bulletin) -> io::Result<()> {
    optional(out, 0, "Section", bulletin.section.as_ref())?;
    optional(out, 0, "Headline", bulletin.headline.as_ref())?;
    if let Some(dateline) = &bulletin.dateline {
        report_dateline(out, source, dateline)?;
    }
    if bulletin.meetings.is_empty() {
        writeln!(out, "No meeting is reported.")?;
    }
    for (index, meeting) in bulletin.meetings.iter().enumerate() {
        writeln!(out, "Meeting {}: {}", index + 1, meeting.kind)?;
        report_meeting(out, source, meeting)?;
    }
    if !bulletin.diagnostics.is_empty() {
        writeln!(out, "In doubt")?;
        for doubt in &bulletin.diagnostics {
            writeln!(out, "  {}: {}", doubt.kind, Isolated(&doubt.message))?;
            stretch(out, 4, source, doubt.span)?;
        }
    }
    Ok(())
}

fn report_dateline(out: &mut impl Write, source: &str, dateline: &Dateline) -> io::Result<()> {
    writeln!(out, "Dateline")?;
    for place in &dateline.places {
        report_place(out, place)?;
    }
    if let Some(date) = &dateline.date {
        report_date(out, source, date)?;
    }
    if let Some(agency) = &dateline.agency {
        value(out, 2, &with("Agency", agency.id.as_ref()), &agency.name)?;
    }
    for reporter in &dateline.reporters {
        value(out, 2, "Reporter", reporter)?;
    }
    Ok(())
}

fn report_meeting(out: &mut impl Write, source: &str, meeting: &Meeting) -> io::Result<()> {
    if let Some(date) = &meeting.date {
        report_date(out, source, date)?;
    }
    if let Some(place) = &meeting.place {
        report_place(out, place)?;
    }
    optional(out, 2, "Occasion", meeting.occasion.as_ref())?;
    optional(out, 2, "Source", meeting.source.as_ref())?;
    for (index, person) in meeting.participants.iter().enumerate() {
        report_participant(out, index + 1, person)?;
    }
    for topic in &meeting.topics {
        report_topic(out, topic)?;
    }
    Ok(())
}

fn report_participant(out: &mut impl Write, number: usize, person: &Participant) -> io::Result<()> {
    writeln!(out, "{:2}{}", "", with(&format!("Participant {number}, {}", person.part), person.country))?;
    for honorific in &person.honorifics {
        value(out, 4, "Honorific", honorific)?;
    }
    optional(out, 4, "Name", person.name.as_ref())?;
    for office in &person.offices {
        value(out, 4, &with("Office", Some(office.rank)), &office.title)?;
        optional(out, 6, "Institution", office.institution.as_ref())?;
        for charge in &office.portfolio {
            value(out, 6, "Portfolio", charge)?;
        }
    }
    optional(out, 4, "Organization", person.organization.as_ref())
}

fn report_topic(out: &mut impl Write, topic: &Topic) -> io::Result<()> {
    let by = match &topic.by {
        By::All => "all".to_owned(),
        // The report counts from one, the model from zero.
        By::Participants(indices) => list(indices.iter().map(|index| index + 1)),
        // The model may learn to say more.
        _ => "others".to_owned(),
    };
    let subjects = list(&topic.subjects);
    let label = if subjects.is_empty() { "Topic".to_owned() } else { format!("Topic ({subjects})") };
    value(out, 2, &format!("{label}, {} by {by}", topic.act), &topic.text)
}

fn report_place(out: &mut impl Write, place: &Place) -> io::Result<()> {
    value(out, 2, &with("Place", place.country), &place.name)
}

/// A date: what it says, the day it means, and the words that say it.
fn report_date(out: &mut impl Write, source: &str, date: &Date) -> io::Result<()> {
    let said = date.to_string();
    match date.resolved {
        Some(day) if day.to_string() != said => writeln!(out, "  Date: {said}, which is {day}")?,
        _ => writeln!(out, "  Date: {said}")?,
    }
    stretch(out, 4, source, date.span)
}

/// A label, and the phrase below it when there is one.
fn optional(out: &mut impl Write, indent: usize, label: &str, phrase: Option<&Phrase>) -> io::Result<()> {
    phrase.map_or(Ok(()), |phrase| value(out, indent, label, phrase))
}

/// A label and a value of the bulletin below it.
fn value(out: &mut impl Write, indent: usize, label: &str, value: &impl Display) -> io::Result<()> {
    writeln!(out, "{:indent$}{label}", "")?;
    writeln!(out, "{:indent$}  {}", "", Isolated(&value.to_string()))
}

/// What the source has at a span: every value of the model can be found again like this.
fn stretch(out: &mut impl Write, indent: usize, source: &str, span: Span) -> io::Result<()> {
    match span.text(source) {
        Some(text) if !text.is_empty() => writeln!(out, "{:indent$}{}", "", Isolated(text)),
        _ => Ok(()),
    }
}

/// `label (value)`, or the label alone.
fn with(label: &str, value: Option<impl Display>) -> String {
    match value {
        Some(value) => format!("{label} ({value})"),
        None => label.to_owned(),
    }
}

fn list(values: impl IntoIterator<Item = impl Display>) -> String {
    values.into_iter().map(|value| value.to_string()).collect::<Vec<_>>().join(", ")
}
