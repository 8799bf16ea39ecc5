//! Rows of the tables, and how a table is read.

use super::senses::{ActForm, EncounterForm, Leads, Number, ObjectMark, ObjectMarks, Sense, Speaker};
use crate::model::{Act, Country, MeetingKind, Rank};
use memchr::memchr;
use rustc_hash::FxHashMap;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum PlaceKind {
    Capital,
    City,
    Region,
    Territory,
}

impl PlaceKind {
    pub(crate) fn from_table(text: &str) -> Option<Self> {
        Some(match text {
            "capital" => Self::Capital,
            "city" => Self::City,
            "region" => Self::Region,
            "territory" => Self::Territory,
            _ => return None,
        })
    }
}

#[derive(Debug)]
pub(crate) struct OfficeRow {
    pub(crate) class: u8,
    pub(crate) rank: Rank,
    pub(crate) country: Option<Country>,
    pub(crate) number: Number,
}

#[derive(Debug)]
pub(crate) struct AgencyRow {
    /// Empty for an outlet without an id.
    pub(crate) id: &'static str,
    /// Of whose officials it writes without saying so.
    pub(crate) country: Option<Country>,
    /// Which it only writes from.
    pub(crate) desk: Option<Country>,
}

#[derive(Debug)]
pub(crate) struct EncounterRow {
    pub(crate) kind: Option<MeetingKind>,
    pub(crate) form: EncounterForm,
    pub(crate) object: ObjectMarks,
}

impl EncounterRow {
    /// Whether it is a verb of giving: something, to somebody.
    pub(crate) fn gives(&self) -> bool {
        self.object.has(ObjectMark::To) && self.object.has(ObjectMark::Direct)
    }
}

#[derive(Debug)]
pub(crate) struct ActRow {
    pub(crate) act: Act,
    pub(crate) form: ActForm,
    pub(crate) speaker: Speaker,
    pub(crate) leads: Leads,
}

/// What an office's complement is, for its rank.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Complement {
    Institution(u8),
    Office(u8),
    Rank(Rank),
    /// A country; in the table of rules, one country only where it is named.
    Country(Option<Country>),
    /// A city or a region.
    Place,
    Organization,
}

/// A table: its name, which is its file's, and its text.
pub(crate) struct Table {
    pub(crate) name: &'static str,
    pub(crate) text: &'static str,
}

/// A row of a table, by its line in the file, counted from one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Origin {
    pub(crate) table: &'static str,
    pub(crate) line: u32,
}

/// The row that each sense of a lexicon comes from: the first of those that give it.
#[derive(Debug, Default)]
pub(crate) struct Origins {
    rows: FxHashMap<(u32, Sense), Origin>,
}

impl Origins {
    /// Notes where a sense that ends at a node comes from.
    pub(crate) fn note(&mut self, node: u32, sense: Sense, row: Origin) {
        self.rows.entry((node, sense)).or_insert(row);
    }

    /// The row that a sense ending at a node comes from.
    pub(crate) fn of(&self, node: u32, sense: Sense) -> Option<Origin> {
        self.rows.get(&(node, sense)).copied()
    }
}

/// The rows of a table: where each stands and its tab-separated cells; `#` comments and the line of column
/// names are left out.
pub(crate) fn rows<const N: usize>(table: Table) -> impl Iterator<Item = (Origin, [&'static str; N])> {
    let lines = (1..).zip(parts(table.text, b'\n').map(|line| line.strip_suffix('\r').unwrap_or(line)));
    lines.filter(|(_, line)| !line.is_empty() && !line.starts_with('#')).skip(1).map(move |(number, line)| {
        let mut cells = parts(line, b'\t');
        (Origin { table: table.name, line: number }, std::array::from_fn(|_| cells.next().unwrap_or("-")))
    })
}

/// The forms in a cell; `-` is none.
pub(crate) fn forms(cell: &'static str) -> impl Iterator<Item = &'static str> {
    parts(cell, b'|').filter(|form| *form != "-" && !form.is_empty())
}

/// The parts of a text between marks of one byte.
pub(crate) fn parts(text: &str, mark: u8) -> impl Iterator<Item = &str> {
    let mut rest = Some(text);
    std::iter::from_fn(move || {
        let text = rest?;
        let end = memchr(mark, text.as_bytes());
        rest = end.and_then(|end| text.get(end + 1..));
        text.get(..end.unwrap_or(text.len()))
    })
}
