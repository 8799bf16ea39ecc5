//! From a written date to the day it means, and what is doubtful about it.

use super::Reader;
use crate::grammar::{DatePhrase, span};
use crate::lexicon::Clitics;
use crate::model::{Date, Diagnostic, DiagnosticKind, Hijri, Weekday};
use chrono::{Datelike, Month, NaiveDate};

impl Reader<'_> {
    /// The date as the model holds it; disagreements inside it are noted.
    pub(super) fn date(&mut self, phrase: &DatePhrase) -> Date {
        let span = span(self.text, phrase.tokens.clone(), Clitics::default());
        let mut date = Date {
            span,
            year: phrase.year,
            month: phrase.month,
            day: phrase.day,
            weekday: phrase.weekday,
            hijri: phrase.hijri.map(|(year, month, day)| Hijri { year, month, day }),
            relative: phrase.relative,
            resolved: None,
        };
        date.resolved = date.resolve(self.reference_day());
        if let (Some(first), Some(second)) = (phrase.month, phrase.second_month) {
            if first != second {
                self.doubt(
                    DiagnosticKind::MonthNamesDiffer,
                    span,
                    format!("the month is named twice, as {} and as {}", month_name(first), month_name(second)),
                );
            }
        }
        if let (Some(stated), Some(day)) = (date.weekday, date.resolved) {
            let weekday = Weekday::from(day.weekday());
            if weekday != stated {
                // The variants are called what the days are in English.
                self.doubt(DiagnosticKind::WeekdayMismatch, span, format!("{day} is a {weekday:?}, not a {stated:?}"));
            }
        }
        if let (Some(hijri), Some(gregorian)) =
            (date.hijri.and_then(Hijri::full).and_then(|hijri| hijri.to_gregorian()), full(&date))
        {
            let apart = (hijri - gregorian).num_days().abs();
            if apart > 1 {
                self.doubt(
                    DiagnosticKind::CalendarMismatch,
                    span,
                    format!("the Hijri date falls on {hijri}, {apart} days from {gregorian}"),
                );
            }
        }
        if date.year.is_some() && date.month.is_some() && date.day.is_some() && full(&date).is_none() {
            self.doubt(DiagnosticKind::ImpossibleDate, span, format!("there is no day {date}"));
        }
        date
    }

    pub(super) fn doubt(&mut self, kind: DiagnosticKind, span: crate::model::Span, message: String) {
        self.diagnostics.push(Diagnostic { kind, span, message });
    }

    /// The day of writing: the parser's option, else a full date in the dateline.
    fn reference_day(&self) -> Option<NaiveDate> {
        self.reference.or_else(|| {
            let date = self.layout.dateline.as_ref()?.date.as_ref()?;
            NaiveDate::from_ymd_opt(i32::from(date.year?), u32::from(date.month?), u32::from(date.day?))
        })
    }
}

/// The English name of a month, which is 1 to 12.
fn month_name(month: u8) -> &'static str {
    Month::try_from(month).map_or("no month", |month| month.name())
}

fn full(date: &Date) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(i32::from(date.year?), u32::from(date.month?), u32::from(date.day?))
}
