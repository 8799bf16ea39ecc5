//! Reads bulletins and writes a page that shows in the text itself what was understood: every field in the colour of its
//! kind, and on pointing at it where it goes in the record, what it was taken for, and by which rule and rows.
//!
//! ```console
//! $ cargo run --example annotate -- bulletin.txt > bulletin.html
//! $ cargo run --release --example annotate -- --reference-date 2024-12-01 --out page.html bulletins/*.txt
//! ```
//!
//! The page needs no script, no network and no other file. The file reads from top to bottom: the command line, the marks
//! that a record makes in its text (`marks`), laying marks that overlap into tags that nest (`highlight`), and the page.

mod common;

use std::cmp::Reverse;
use std::collections::BTreeSet;
use std::ffi::OsString;
use std::fmt::{self, Display, Write as _};
use std::io;
use std::process::ExitCode;

use common::{DocumentOptions, Escaped, Faults};
use newswire::{Bulletin, By, Date, Explanation, Meeting, Participant, Phrase, Place, Span, Topic};

const HELP: &str = "\
Reads news agency bulletins and writes an HTML page with every field that was understood highlighted where it stands.

Usage: annotate [OPTIONS] [FILE]...

Arguments:
  [FILE]...  Bulletins as UTF-8 text, one a file; - or nothing is standard input

Options:
      --out FILE                   Where the page goes; standard output without it
      --reference-date YYYY-MM-DD  The day of writing, for dates without a year and for \"today\"
  -h, --help                       Print this help

Point at a highlight for its JSON pointer, what it was taken for, and the rule and rows of the tables behind it.

Exit status: 0, or 1 when a file could not be read, parsed or written, or 2 for a usage error.
";

fn main() -> ExitCode {
    common::main("annotate", HELP, DocumentOptions::set, run)
}

/// Writes one page of all bulletins. A file that fails is told about and passed over.
fn run(options: &DocumentOptions, files: &[OsString], faults: &mut Faults) -> io::Result<()> {
    let mut page = String::from(HEAD);
    for file in files {
        let name = file.to_string_lossy();
        let explained = common::read(file).and_then(|source| {
            options.parser.explain(&source).map(|all| (source, all)).map_err(|error| error.to_string())
        });
        match explained {
            Ok((source, explanation)) => article(&mut page, &name, &source, &explanation).map_err(io::Error::other)?,
            Err(message) => faults.add(format_args!("{name}: {message}")),
        }
    }
    page.push_str("</body>\n</html>\n");
    options.write(&page)
}

// ---------------------------------------------------------------------------------------------------------------------
// The marks: which stretch of the text became which field

/// What a field is, for its colour. Of fields with the same span the earlier kind here stands outside.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    Section,
    Headline,
    Dateline,
    Trailer,
    Topic,
    Occasion,
    Source,
    Encounter,
    Person,
    Office,
    Organization,
    Agency,
    Honorific,
    Name,
    Place,
    Date,
    Doubt,
}

impl Kind {
    /// Every kind, in the order of the legend.
    const ALL: [Self; 17] = [
        Self::Section,
        Self::Headline,
        Self::Dateline,
        Self::Agency,
        Self::Place,
        Self::Date,
        Self::Encounter,
        Self::Person,
        Self::Honorific,
        Self::Name,
        Self::Office,
        Self::Organization,
        Self::Occasion,
        Self::Topic,
        Self::Source,
        Self::Trailer,
        Self::Doubt,
    ];

    /// The class in the style sheet, and the word in the legend.
    const fn as_str(self) -> &'static str {
        match self {
            Self::Section => "section",
            Self::Headline => "headline",
            Self::Dateline => "dateline",
            Self::Trailer => "trailer",
            Self::Topic => "topic",
            Self::Occasion => "occasion",
            Self::Source => "source",
            Self::Encounter => "encounter",
            Self::Person => "person",
            Self::Office => "office",
            Self::Organization => "organization",
            Self::Agency => "agency",
            Self::Honorific => "honorific",
            Self::Name => "name",
            Self::Place => "place",
            Self::Date => "date",
            Self::Doubt => "doubt",
        }
    }
}

/// A stretch of the text that a field was read from.
struct Mark {
    span: Span,
    kind: Kind,
    /// The JSON pointer of the field.
    field: String,
    /// What the field was taken for, in a few words; empty where its text is all there is to it.
    meaning: String,
    /// The rules and rows behind the field and the values below it, one a line.
    grounds: Vec<String>,
}

impl Mark {
    /// What pointing at the mark shows.
    fn tooltip(&self) -> String {
        let mut tooltip = format!("{} {}", self.kind.as_str(), self.field);
        for line in Some(&self.meaning).filter(|line| !line.is_empty()).into_iter().chain(&self.grounds) {
            tooltip.push('\n');
            tooltip.push_str(line);
        }
        tooltip
    }

    /// The field that the values of the mark are at or below. Mentions stand for the whole person.
    fn root(&self) -> &str {
        match self.kind {
            Kind::Person => self.field.split_once("/mentions").map_or(&*self.field, |(person, _)| person),
            _ => &self.field,
        }
    }
}

/// Every mark of a record, each with its grounds.
fn marks(explanation: &Explanation) -> Vec<Mark> {
    let mut marks = Marks(Vec::new());
    marks.bulletin(&explanation.bulletin);
    for (index, meeting) in explanation.bulletin.meetings.iter().enumerate() {
        // The kind of a meeting has no span of its own; the words that gave it are its evidence.
        let field = format!("/meetings/{index}/kind");
        if let Some(ground) = explanation.ground(&field) {
            marks.add(Kind::Encounter, field, ground.evidence, meeting.kind.to_string());
        }
    }
    let Marks(mut marks) = marks;
    for ground in &explanation.grounds {
        // A ground belongs to the closest field above it that the text shows: that of a rank to its office.
        let depth = |mark: &Mark| below(&ground.field, mark.root()).map(|_| mark.root().len());
        let Some(closest) = marks.iter().filter_map(depth).max() else { continue };
        for mark in marks.iter_mut().filter(|mark| depth(mark) == Some(closest)) {
            let value = below(&ground.field, mark.root()).unwrap_or("").trim_start_matches('/');
            let mut line = if value.is_empty() { String::new() } else { format!("{value}: ") };
            line.push_str(ground.rule.as_str());
            if !ground.rows.is_empty() {
                line.push_str(&format!(" ({})", list(&ground.rows)));
            }
            mark.grounds.push(line);
        }
    }
    marks
}

/// What is left of a JSON pointer below another.
fn below<'a>(field: &'a str, root: &str) -> Option<&'a str> {
    field.strip_prefix(root).filter(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// The marks of each part of the model.
struct Marks(Vec<Mark>);

impl Marks {
    fn add(&mut self, kind: Kind, field: String, span: Span, meaning: String) {
        if !span.is_empty() {
            self.0.push(Mark { span, kind, field, meaning, grounds: Vec::new() });
        }
    }

    fn phrases<'a>(&mut self, kind: Kind, field: &str, phrases: impl IntoIterator<Item = &'a Phrase>) {
        for (index, phrase) in phrases.into_iter().enumerate() {
            self.add(kind, format!("{field}/{index}"), phrase.span, String::new());
        }
    }

    fn optional(&mut self, kind: Kind, field: String, phrase: Option<&Phrase>) {
        if let Some(phrase) = phrase {
            self.add(kind, field, phrase.span, String::new());
        }
    }

    fn bulletin(&mut self, bulletin: &Bulletin) {
        self.optional(Kind::Section, "/section".to_owned(), bulletin.section.as_ref());
        self.optional(Kind::Headline, "/headline".to_owned(), bulletin.headline.as_ref());
        self.optional(Kind::Trailer, "/trailer".to_owned(), bulletin.trailer.as_ref());
        if let Some(dateline) = &bulletin.dateline {
            self.add(Kind::Dateline, "/dateline".to_owned(), dateline.span, String::new());
            for (index, place) in dateline.places.iter().enumerate() {
                self.place(format!("/dateline/places/{index}"), place);
            }
            if let Some(date) = &dateline.date {
                self.date("/dateline/date".to_owned(), date);
            }
            if let Some(agency) = &dateline.agency {
                let meaning = agency.id.as_ref().map(|id| format!("agency {id}")).unwrap_or_default();
                self.add(Kind::Agency, "/dateline/agency".to_owned(), agency.name.span, meaning);
            }
            self.phrases(Kind::Name, "/dateline/reporters", &dateline.reporters);
        }
        for (index, meeting) in bulletin.meetings.iter().enumerate() {
            self.meeting(&format!("/meetings/{index}"), meeting);
        }
        for (index, doubt) in bulletin.diagnostics.iter().enumerate() {
            let meaning = format!("{}: {}", doubt.kind, doubt.message);
            self.add(Kind::Doubt, format!("/diagnostics/{index}"), doubt.span, meaning);
        }
    }

    fn meeting(&mut self, field: &str, meeting: &Meeting) {
        if let Some(date) = &meeting.date {
            self.date(format!("{field}/date"), date);
        }
        if let Some(place) = &meeting.place {
            self.place(format!("{field}/place"), place);
        }
        self.optional(Kind::Occasion, format!("{field}/occasion"), meeting.occasion.as_ref());
        self.optional(Kind::Source, format!("{field}/source"), meeting.source.as_ref());
        for (index, person) in meeting.participants.iter().enumerate() {
            self.participant(&format!("{field}/participants/{index}"), person);
        }
        for (index, topic) in meeting.topics.iter().enumerate() {
            self.add(Kind::Topic, format!("{field}/topics/{index}"), topic.span, topic_meaning(topic));
        }
    }

    fn participant(&mut self, field: &str, person: &Participant) {
        for (index, mention) in person.mentions.iter().enumerate() {
            self.add(Kind::Person, format!("{field}/mentions/{index}"), *mention, person_meaning(person));
        }
        self.optional(Kind::Name, format!("{field}/name"), person.name.as_ref());
        self.phrases(Kind::Honorific, &format!("{field}/honorifics"), &person.honorifics);
        self.optional(Kind::Organization, format!("{field}/organization"), person.organization.as_ref());
        for (index, office) in person.offices.iter().enumerate() {
            let field = format!("{field}/offices/{index}");
            self.optional(Kind::Organization, format!("{field}/institution"), office.institution.as_ref());
            self.phrases(Kind::Office, &format!("{field}/portfolio"), &office.portfolio);
            self.add(Kind::Office, field, office.title.span, format!("rank {}", office.rank));
        }
    }

    fn place(&mut self, field: String, place: &Place) {
        let meaning = place.country.map(|country| format!("country {country}")).unwrap_or_default();
        self.add(Kind::Place, field, place.name.span, meaning);
    }

    fn date(&mut self, field: String, date: &Date) {
        self.add(Kind::Date, field, date.span, day(date));
    }
}

fn person_meaning(person: &Participant) -> String {
    let rank = person.rank().map(|rank| format!(", rank {rank}")).unwrap_or_default();
    let country = person.country.map(|country| format!(", country {country}")).unwrap_or_default();
    format!("{}{rank}{country}", person.part)
}

fn topic_meaning(topic: &Topic) -> String {
    let subjects = list(&topic.subjects);
    let about = if subjects.is_empty() { String::new() } else { format!(", about {subjects}") };
    format!("{} by {}{about}", topic.act, by(&topic.by))
}

/// Who raised a topic. People are counted from one, as the table beside the text does.
fn by(by: &By) -> String {
    match by {
        By::All => "all".to_owned(),
        By::Participants(indices) => list(indices.iter().map(|index| index + 1)),
        // The model may learn to say more.
        _ => "others".to_owned(),
    }
}

/// A date as it is written and, where that is known, the day it means.
fn day(date: &Date) -> String {
    match date.resolved {
        Some(resolved) => resolved.to_string(),
        None => date.to_string(),
    }
}

fn list<T: Display>(items: impl IntoIterator<Item = T>) -> String {
    items.into_iter().map(|item| item.to_string()).collect::<Vec<_>>().join(", ")
}

// ---------------------------------------------------------------------------------------------------------------------
// The text with its marks

/// Writes the text with a tag around every mark. Marks are opened in the order of the text, the longest first; one that
/// runs on past the end of what it stands in is cut there, and its rest goes on as a piece of its own behind.
fn highlight(out: &mut String, source: &str, marks: &[Mark]) -> fmt::Result {
    let key = |span: Span, index: usize, kind: Kind| (span.start, Reverse(span.end), kind, index);
    let mut pieces: BTreeSet<_> =
        marks.iter().enumerate().map(|(index, mark)| key(mark.span, index, mark.kind)).collect();
    let mut open: Vec<(usize, &Mark)> = Vec::new();
    let mut at = 0;
    while let Some((start, Reverse(mut end), kind, index)) = pieces.pop_first() {
        close(out, source, &mut at, &mut open, start)?;
        if let Some(&(limit, _)) = open.last().filter(|(limit, _)| *limit < end) {
            pieces.insert(key(Span::new(limit, end), index, kind));
            end = limit;
        }
        write!(out, "{}", Escaped(&source[at..start]))?;
        at = start;
        let mark = &marks[index];
        let mut tooltip = mark.tooltip();
        for (_, around) in open.iter().rev() {
            // Pointing shows the innermost title alone, and what stands around may be covered from end to end.
            tooltip.push_str("\n\nin ");
            tooltip.push_str(&around.tooltip());
        }
        let (class, field) = (kind.as_str(), Escaped(&mark.field));
        write!(out, r#"<span class="{class}" data-field="{field}" title="{}">"#, Escaped(&tooltip))?;
        open.push((end, mark));
    }
    close(out, source, &mut at, &mut open, source.len())?;
    write!(out, "{}", Escaped(&source[at..]))
}

/// Closes the open tags that end at or before a place in the text.
fn close(out: &mut String, source: &str, at: &mut usize, open: &mut Vec<(usize, &Mark)>, before: usize) -> fmt::Result {
    while let Some(&(end, _)) = open.last().filter(|(end, _)| *end <= before) {
        open.pop();
        write!(out, "{}</span>", Escaped(&source[*at..end]))?;
        *at = end;
    }
    Ok(())
}

// ---------------------------------------------------------------------------------------------------------------------
// The page

/// The page down to its first bulletin. Highlights have no padding, border or margin: they may begin inside a word, and
/// would break its joined letters.
const HEAD: &str = "\
<!DOCTYPE html>
<html lang=\"en\">
<head>
<meta charset=\"utf-8\"/>
<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>
<title>Annotated bulletins</title>
<style>
body { margin: 1.5rem auto; max-width: 84rem; padding: 0 1rem; font: 15px/1.5 system-ui, sans-serif; color: #1c1c1c; }
h1 { font-size: 1.3rem; }
h2 { font-size: 1rem; margin: 0 0 .6rem; overflow-wrap: anywhere; }
article { border-top: 1px solid #bbb; padding: 1rem 0 2rem; }
.columns { display: grid; grid-template-columns: minmax(20rem, 26rem) minmax(0, 1fr); gap: 2rem; align-items: start; }
.text { white-space: pre-wrap; overflow-wrap: anywhere; font: 1.2rem/2.1 'Noto Naskh Arabic', 'Amiri', 'Geeza Pro', serif; }
.legend { display: flex; flex-wrap: wrap; gap: .4rem 1rem; padding: 0; list-style: none; }
table { border-collapse: collapse; width: 100%; font-size: .85rem; line-height: 1.4; margin-bottom: .8rem; }
caption { text-align: start; font-weight: 600; padding: .2rem 0; }
th, td { border-top: 1px solid #ddd; padding: .25rem .4rem; text-align: start; vertical-align: top; }
th { font-weight: 400; color: #555; width: 6.5rem; }
td div + div { margin-top: .3rem; }
small { color: #555; }
.section { background: #d9d9d9; }
.headline { background: #e4e4ff; }
.dateline { background: #e2ecd2; }
.trailer { background: #f3e3e0; }
.topic { background: #fdf1d0; }
.occasion { background: #f7e0ee; }
.source { background: #e6e0d4; }
.encounter { text-decoration: underline solid #c0392b 3px; text-underline-offset: .35em; }
.person { text-decoration: underline dotted #1f5fa8 2px; text-underline-offset: .35em; }
.office { background: #cfe5fb; }
.organization { background: #c5ece8; }
.agency { background: #d8d0f0; }
.honorific { background: #dfe6ee; }
.name { background: #8fc1f5; }
.place { background: #b9e6b0; }
.date { background: #fbc9a8; }
.doubt { text-decoration: underline wavy #d00000 1px; text-underline-offset: .35em; }
.text span:hover { outline: 1px solid #444; }
@media (max-width: 60rem) { .columns { grid-template-columns: 1fr; } .text { order: -1; } }
</style>
</head>
<body>
<h1>Annotated bulletins</h1>
";

/// The legend, over every bulletin anew, since a page can be long.
fn legend(out: &mut String, marks: &[Mark]) -> fmt::Result {
    out.push_str("<ul class=\"legend\">");
    for kind in Kind::ALL.into_iter().filter(|kind| marks.iter().any(|mark| mark.kind == *kind)) {
        write!(out, "<li><span class=\"{0}\">{0}</span></li>", kind.as_str())?;
    }
    out.push_str("</ul>\n");
    Ok(())
}

/// One bulletin: its text, and beside it the table of its meetings.
fn article(out: &mut String, name: &str, source: &str, explanation: &Explanation) -> fmt::Result {
    let bulletin = &explanation.bulletin;
    let marks = marks(explanation);
    writeln!(out, "<article>\n<h2><bdi>{}</bdi></h2>", Escaped(name))?;
    legend(out, &marks)?;
    out.push_str("<div class=\"columns\">\n<div>\n");
    if bulletin.meetings.is_empty() {
        out.push_str("<p>No meeting is reported.</p>\n");
    }
    for (index, meeting) in bulletin.meetings.iter().enumerate() {
        table(out, index + 1, meeting)?;
    }
    write!(out, "</div>\n<div class=\"text\" lang=\"{}\" dir=\"rtl\">", bulletin.language)?;
    highlight(out, source, &marks)?;
    out.push_str("</div>\n</div>\n</article>\n");
    Ok(())
}

fn table(out: &mut String, number: usize, meeting: &Meeting) -> fmt::Result {
    writeln!(out, "<table>\n<caption>Meeting {number}: {}</caption>", meeting.kind)?;
    if let Some(date) = &meeting.date {
        row(out, "date", &[Cell { note: day(date), text: "" }])?;
    }
    if let Some(place) = &meeting.place {
        row(out, "place", &[Cell { note: list(place.country), text: &place.name.text }])?;
    }
    for (label, phrase) in [("occasion", &meeting.occasion), ("source", &meeting.source)] {
        if let Some(phrase) = phrase {
            row(out, label, &[Cell { note: String::new(), text: &phrase.text }])?;
        }
    }
    for (index, person) in meeting.participants.iter().enumerate() {
        let mut cells = vec![Cell { note: list(person.country), text: person.name.as_ref().map_or("", |it| &it.text) }];
        cells.extend(person.offices.iter().map(|it| Cell { note: it.rank.to_string(), text: &it.title.text }));
        cells.extend(person.organization.iter().map(|it| Cell { note: String::new(), text: &it.text }));
        row(out, &format!("{} {}", index + 1, person.part), &cells)?;
    }
    for topic in &meeting.topics {
        row(out, "topic", &[Cell { note: topic_meaning(topic), text: &topic.text }])?;
    }
    out.push_str("</table>\n");
    Ok(())
}

/// A value of the bulletin, and what it was taken for.
struct Cell<'a> {
    note: String,
    text: &'a str,
}

fn row(out: &mut String, label: &str, cells: &[Cell<'_>]) -> fmt::Result {
    write!(out, "<tr><th scope=\"row\">{label}</th><td>")?;
    for Cell { note, text } in cells.iter().filter(|cell| !cell.note.is_empty() || !cell.text.is_empty()) {
        // The directions are kept apart by the element, whatever the text begins with.
        write!(out, "<div><bdi>{}</bdi> <small>{}</small></div>", Escaped(text), Escaped(note))?;
    }
    out.push_str("</td></tr>\n");
    Ok(())
}
