//! Rows of the tables, and how a table is read.

use super::senses::{ActForm, EncounterForm, Leads, Number, ObjectMarks, Speaker};
use crate::model::{Act, Country, MeetingKind, Rank};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
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
    pub(crate) country: Option<Country>,
}

#[derive(Debug)]
pub(crate) struct EncounterRow {
    pub(crate) kind: Option<MeetingKind>,
    pub(crate) form: EncounterForm,
    pub(crate) object: ObjectMarks,
}

#[derive(Debug)]
pub(crate) struct ActRow {
    pub(crate) act: Act,
    pub(crate) form: ActForm,
    pub(crate) speaker: Speaker,
    pub(crate) leads: Leads,
}

/// What an office's complement is, for its rank.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
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

/// The rank of an office of a class with a certain complement.
#[derive(Debug)]
pub(crate) struct RankRule {
    pub(crate) office: u8,
    pub(crate) complement: Complement,
    pub(crate) rank: Rank,
}

/// The rows of a table: tab-separated cells, `#` comments and the line of column names left out.
pub(crate) fn rows<const N: usize>(table: &'static str) -> impl Iterator<Item = [&'static str; N]> {
    table.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).skip(1).map(|line| {
        let mut cells = line.split('\t');
        std::array::from_fn(|_| cells.next().unwrap_or("-"))
    })
}

/// The forms in a cell; `-` is none.
pub(crate) fn forms(cell: &'static str) -> impl Iterator<Item = &'static str> {
    cell.split('|').filter(|form| *form != "-" && !form.is_empty())
}
