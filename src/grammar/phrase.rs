//! What was written: the phrases that the grammar hands to the reading.

use crate::lexicon::{Gender, Number, Origin};
use crate::model::{Country, Rank, Relative, Span, Weekday};
use std::ops::Range;

/// A range of tokens.
pub(crate) type TokenRange = Range<usize>;

/// A statement of a day, as far as it goes.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct DatePhrase {
    pub(crate) tokens: TokenRange,
    pub(crate) year: Option<u16>,
    pub(crate) month: Option<u8>,
    /// The second name of the month where two are written.
    pub(crate) second_month: Option<u8>,
    pub(crate) day: Option<u8>,
    pub(crate) weekday: Option<Weekday>,
    pub(crate) hijri: Option<(u16, u8, Option<u8>)>,
    pub(crate) relative: Option<Relative>,
    /// "The same day": the day of what was told before.
    pub(crate) same_day: bool,
    /// The day is yet to come.
    pub(crate) ahead: bool,
}

impl DatePhrase {
    /// Whether it names a day by the calendar.
    pub(crate) fn is_calendar_day(&self) -> bool {
        self.month.is_some() && self.day.is_some()
    }

    /// Whether it is today or yesterday.
    pub(crate) fn is_fresh(&self) -> bool {
        matches!(self.relative, Some(Relative::Today | Relative::Yesterday))
    }
}

/// A city, region or country.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct PlacePhrase {
    pub(crate) tokens: TokenRange,
    /// The name alone, without what is written together with it or introduces it.
    pub(crate) name: Span,
    pub(crate) country: Option<Country>,
    pub(crate) is_country: bool,
    /// Introduced by "in" or "at": where something is, not where to or which.
    pub(crate) inside: bool,
}

/// An office as written.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct OfficePhrase {
    pub(crate) title: Span,
    pub(crate) class: u8,
    pub(crate) rank: Rank,
    /// The row that gives the rank, where the head's own does not.
    pub(crate) rank_row: Option<Origin>,
    pub(crate) number: Number,
    pub(crate) definite: bool,
    /// The countries it names as its own, more than one after a dual or plural head.
    pub(crate) countries: Vec<Country>,
    /// Whether a country stands in it by its name or its adjective.
    pub(crate) names_country: bool,
    /// Whether it says "the country", "the kingdom": the home of whoever writes.
    pub(crate) at_home: bool,
    /// Whether it was held before and is no more: "the former president".
    pub(crate) former: bool,
    /// Whether it is no one state's: "the European commissioner", one of a delegation of the World Bank.
    pub(crate) of_many: bool,
    /// The country to which an envoy is accredited.
    pub(crate) accredited: Option<Country>,
    pub(crate) institution: Option<Span>,
    pub(crate) portfolio: Vec<Span>,
    pub(crate) organization: Option<Span>,
}

/// A person as written: by office, by name, or both.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct PersonPhrase {
    pub(crate) tokens: TokenRange,
    pub(crate) honorifics: Vec<Span>,
    pub(crate) offices: Vec<OfficePhrase>,
    pub(crate) name: Option<Span>,
    pub(crate) country: Option<Country>,
    pub(crate) gender: Option<Gender>,
    /// A possessive form of address that stands for somebody named before.
    pub(crate) reference: bool,
    /// "His counterpart": the office is the other side's.
    pub(crate) counterpart: bool,
    /// "His guest".
    pub(crate) guest: bool,
}

/// The dateline as written.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct DatelinePhrase {
    pub(crate) tokens: TokenRange,
    pub(crate) places: Vec<PlacePhrase>,
    pub(crate) date: Option<DatePhrase>,
    /// The credit and its row in the table of agencies, none when it is not in it.
    pub(crate) agency: Option<(Span, Option<u16>)>,
    pub(crate) reporters: Vec<Span>,
}
