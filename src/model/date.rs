//! Dates as bulletins write them, and the days they mean.

use std::fmt;

use chrono::{Datelike, Days, NaiveDate, TimeDelta};
use serde::{Deserialize, Serialize};

use super::{HijriDate, Relative, Span, Weekday};

/// How many days after the reference date a day without a year may lie: 3.
///
/// A bulletin is about what has happened, so "29 November" is the last one; but the reference date may be that of
/// another time zone, or a bulletin may announce the day after tomorrow, and the day is not then a year ago.
pub const RESOLVE_TOLERANCE_DAYS: u64 = 3;

/// No 29 February is further than this from the one before (1896 to 1904, 2096 to 2104).
const LEAP_YEARS_APART: i32 = 8;

/// A date as the text says it, possibly in part, and the day it means.
///
/// `Display` writes what the text says, in the partial forms of ISO 8601: `2024-11-29`, `2024-11`, `--11-29`, `--11`;
/// without any of these `1446-05-27 AH`, `today`, `mon`, and nothing for a date that states nothing.
///
/// ```
/// use chrono::NaiveDate;
/// use newswire::Date;
///
/// let date = Date { month: Some(11), day: Some(29), ..Date::default() };
/// assert_eq!(date.to_string(), "--11-29");
/// assert_eq!(date.resolve(None), None);
/// assert_eq!(date.resolve(NaiveDate::from_ymd_opt(2024, 12, 5)), NaiveDate::from_ymd_opt(2024, 11, 29));
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Date {
    /// Where the date stands in the source.
    pub span: Span,
    /// Gregorian year, in full: 2024.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub year: Option<u16>,
    /// Gregorian month, 1 to 12.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub month: Option<u8>,
    /// Day of the Gregorian month, 1 to 31.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub day: Option<u8>,
    /// Day of the week.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub weekday: Option<Weekday>,
    /// The date in the Islamic calendar, where it is written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hijri: Option<Hijri>,
    /// A day told from the day of writing: "today".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub relative: Option<Relative>,
    /// The calendar day meant, where it could be worked out: see [`Date::resolve`]. In JSON `"2024-11-29"`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub resolved: Option<NaiveDate>,
}

impl Date {
    /// The calendar day meant, worked out from what the text says; `resolved` is neither read nor set.
    ///
    /// `reference` is the day of writing. The first of these rules that applies gives the answer:
    ///
    /// 1. year, month and day: that day, or `None` when there is no such day;
    /// 2. a full Hijri date: its Gregorian day by the Umm al-Qura calendar. With a Gregorian month and day beside it, the
    ///    such day nearest to it: the Hijri date then only gives the year;
    /// 3. month and day: the last such day not later than [`RESOLVE_TOLERANCE_DAYS`] after `reference`;
    /// 4. a relative day: that many days from `reference`;
    /// 5. a weekday alone: the last such weekday up to `reference`, which itself counts.
    ///
    /// Rules 3 to 5 give `None` without a reference, and so does a date that says less.
    pub fn resolve(&self, reference: Option<NaiveDate>) -> Option<NaiveDate> {
        let hijri = self.hijri.and_then(Hijri::full).and_then(HijriDate::to_gregorian);
        match (self.year, self.month, self.day, hijri) {
            (Some(year), Some(month), Some(day), _) => gregorian(i32::from(year), month, day),
            (None, Some(month), Some(day), Some(near)) => nearest(month, day, near),
            (_, _, _, Some(hijri)) => Some(hijri),
            (None, Some(month), Some(day), None) => {
                last_before(month, day, reference?.checked_add_days(Days::new(RESOLVE_TOLERANCE_DAYS))?)
            }
            _ => {
                if let Some(relative) = self.relative {
                    reference?.checked_add_signed(TimeDelta::try_days(relative.days())?)
                } else if self.is_weekday_only() {
                    last_weekday(self.weekday?, reference?)
                } else {
                    None
                }
            }
        }
    }

    /// Whether the weekday written is that of the date; `None` when either is missing.
    ///
    /// The date is the day [`resolved`](Date::resolved), or the one that follows from the text alone.
    ///
    /// ```
    /// use newswire::{Date, Weekday};
    ///
    /// let date = Date {
    ///     year: Some(2024),
    ///     month: Some(11),
    ///     day: Some(29),
    ///     weekday: Some(Weekday::Thursday),
    ///     ..Date::default()
    /// };
    /// assert_eq!(date.agrees_with_weekday(), Some(false)); // it was a Friday
    /// ```
    pub fn agrees_with_weekday(&self) -> Option<bool> {
        let written = self.weekday?;
        let day = self.resolved.or_else(|| self.resolve(None))?;
        Some(Weekday::from(day.weekday()) == written)
    }

    /// Whether the text names the weekday and nothing of the calendar.
    fn is_weekday_only(&self) -> bool {
        self.weekday.is_some()
            && self.year.is_none()
            && self.month.is_none()
            && self.day.is_none()
            && self.hijri.is_none()
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.year, self.month, self.day) {
            (Some(year), Some(month), Some(day)) => write!(f, "{year:04}-{month:02}-{day:02}"),
            (Some(year), Some(month), None) => write!(f, "{year:04}-{month:02}"),
            (Some(year), None, _) => write!(f, "{year:04}"),
            (None, Some(month), Some(day)) => write!(f, "--{month:02}-{day:02}"),
            (None, Some(month), None) => write!(f, "--{month:02}"),
            (None, None, Some(day)) => write!(f, "---{day:02}"),
            (None, None, None) => match (self.hijri, self.relative, self.weekday) {
                (Some(hijri), _, _) => hijri.fmt(f),
                (None, Some(relative), _) => relative.fmt(f),
                (None, None, Some(weekday)) => weekday.fmt(f),
                (None, None, None) => Ok(()),
            },
        }
    }
}

/// A date in the Islamic calendar as the text writes it; the day may be missing.
///
/// `Display` writes `1446-05-27 AH`, or `1446-05 AH` without a day.
///
/// ```
/// use newswire::Hijri;
///
/// let month = Hijri { year: 1446, month: 5, day: None };
/// assert_eq!(month.to_string(), "1446-05 AH");
/// assert_eq!(month.full(), None);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Hijri {
    /// Year AH, in full: 1446.
    pub year: u16,
    /// Month, 1 (Muharram) to 12 (Dhu al-Hijja).
    pub month: u8,
    /// Day of the month, 1 to 30.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub day: Option<u8>,
}

impl Hijri {
    /// The whole date; `None` without a day.
    pub fn full(self) -> Option<HijriDate> {
        Some(HijriDate { year: self.year, month: self.month, day: self.day? })
    }
}

impl fmt::Display for Hijri {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.year, self.month)?;
        if let Some(day) = self.day {
            write!(f, "-{day:02}")?;
        }
        f.write_str(" AH")
    }
}

fn gregorian(year: i32, month: u8, day: u8) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(year, u32::from(month), u32::from(day))
}

/// The last day with this month and day that is not after `limit`.
fn last_before(month: u8, day: u8, limit: NaiveDate) -> Option<NaiveDate> {
    (0..=LEAP_YEARS_APART).filter_map(|back| gregorian(limit.year() - back, month, day)).find(|date| *date <= limit)
}

/// The day with this month and day that is nearest to `near`.
fn nearest(month: u8, day: u8, near: NaiveDate) -> Option<NaiveDate> {
    (-LEAP_YEARS_APART..=LEAP_YEARS_APART)
        .filter_map(|years| gregorian(near.year() + years, month, day))
        .min_by_key(|date| date.signed_duration_since(near).abs())
}

/// The last such weekday that is not after `reference`.
fn last_weekday(weekday: Weekday, reference: NaiveDate) -> Option<NaiveDate> {
    let back = reference.weekday().days_since(weekday.into());
    reference.checked_sub_days(Days::new(u64::from(back)))
}
