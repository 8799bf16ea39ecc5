//! The fuzz targets: what is done with a row of bytes. `fuzz/` calls them with new ones, `cargo test` with those that are
//! kept in `tests/fuzz`. Each panics when something does not hold.

use std::fmt::{Debug, Display};
use std::str::FromStr;

use arbitrary::{Arbitrary, Result, Unstructured};
use chrono::{Datelike, NaiveDate};
use newswire::{
    Act, Bulletin, Country, Date, DiagnosticKind, Hijri, HijriDate, Language, MeetingKind, ParseErrorKind, Parser,
    Part, RESOLVE_TOLERANCE_DAYS, Rank, Relative, Span, Subject, Weekday,
};
use serde::{Serialize, de::DeserializeOwned};

use super::{drawn, properties};

/// A target and its name, which is that of its folder and of its file in `fuzz/fuzz_targets`.
pub type Target = (&'static str, fn(&[u8]));

pub const TARGETS: [Target; 6] =
    [("parse", parse), ("options", options), ("prose", prose), ("codes", codes), ("json", json), ("dates", dates)];

/// Any bytes, as a text.
pub fn parse(bytes: &[u8]) {
    properties::assert_holds(&Parser::new(), &String::from_utf8_lossy(bytes));
}

/// A text made of the words of the tables.
pub fn prose(bytes: &[u8]) {
    if let Ok(text) = drawn::text(&mut Unstructured::new(bytes)) {
        properties::assert_holds(&Parser::new(), &text);
    }
}

/// Any limit, any day of writing, any text.
pub fn options(bytes: &[u8]) {
    let mut choices = Unstructured::new(bytes);
    let Ok((limit, reference)) = u16::arbitrary(&mut choices).and_then(|limit| Ok((limit, day(&mut choices)?))) else {
        return;
    };
    let text = String::from_utf8_lossy(choices.take_rest());
    let parser = Parser::new().max_len(usize::from(limit)).reference_date(reference);
    properties::assert_holds(&parser, &text);
    let too_long = parser.parse(&text).is_err_and(|error| error.kind() == ParseErrorKind::TooLong);
    assert_eq!(too_long, text.len() > usize::from(limit), "{} bytes, limit {limit}", text.len());
}

/// Any text, as a country and as a value of every closed list.
pub fn codes(bytes: &[u8]) {
    let text = &*String::from_utf8_lossy(bytes);
    let country = Country::new(text);
    let two_capitals = text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_uppercase());
    assert_eq!(country.is_some(), two_capitals, "{text:?}");
    written_form::<Country>(text, country);
    if let Some(country) = country {
        assert_eq!(<[u8; 2]>::try_from(bytes).ok().and_then(Country::from_bytes), Some(country));
    }

    written_form(text, Act::ALL.iter().copied().find(|value| value.as_str() == text));
    written_form(text, DiagnosticKind::ALL.iter().copied().find(|value| value.as_str() == text));
    written_form(text, Language::ALL.iter().copied().find(|value| value.as_str() == text));
    written_form(text, MeetingKind::ALL.iter().copied().find(|value| value.as_str() == text));
    written_form(text, Part::ALL.iter().copied().find(|value| value.as_str() == text));
    written_form(text, Rank::ALL.iter().copied().find(|value| value.as_str() == text));
    written_form(text, Relative::ALL.iter().copied().find(|value| value.as_str() == text));
    written_form(text, Subject::ALL.iter().copied().find(|value| value.as_str() == text));
    written_form(text, Weekday::ALL.iter().copied().find(|value| value.as_str() == text));
}

/// `FromStr`, `Display` and serde agree on which value a text is, if any.
fn written_form<T>(text: &str, wanted: Option<T>)
where
    T: FromStr<Err: Display> + Display + Debug + PartialEq + Serialize + DeserializeOwned,
{
    match (text.parse::<T>(), &wanted) {
        (Ok(value), Some(wanted)) => {
            assert_eq!(value, *wanted);
            assert_eq!(value.to_string(), text);
            assert_eq!(serde_json::to_value(value).expect("a word"), text);
        }
        (Err(error), None) => assert!(!error.to_string().is_empty()),
        (parsed, wanted) => panic!("{text:?} is {wanted:?}, and is read as {}", parsed.is_ok()),
    }
    let json = serde_json::Value::String(text.to_owned());
    assert_eq!(serde_json::from_value::<T>(json).ok(), wanted, "{text:?}");
}

/// Any JSON that is a stored bulletin, whatever it says.
pub fn json(bytes: &[u8]) {
    let Ok(bulletin) = serde_json::from_slice::<Bulletin>(bytes) else { return };
    assert_eq!(properties::json_round_trip("", &bulletin), [""; 0]);
    let source = &*String::from_utf8_lossy(bytes);
    // The spans are whatever the JSON says: no method may trust them.
    let span_holds = |span: Span| {
        assert_eq!(span.is_empty(), span.range().is_empty());
        assert!(span.contains(span));
        assert_eq!(span.text(source).map_or(span.len(), str::len), span.len());
    };
    for paragraph in &bulletin.body {
        paragraph.sentences.iter().copied().for_each(span_holds);
    }
    for doubt in &bulletin.diagnostics {
        span_holds(doubt.span);
        assert_eq!(doubt.to_string(), doubt.message);
    }
    if let Some(dateline) = &bulletin.dateline {
        let _ = dateline.to_string();
        dateline.date.iter().for_each(|date| date_holds(date, None));
    }
    for meeting in &bulletin.meetings {
        assert_eq!(meeting.principals().count() + meeting.attendees().count(), meeting.participants.len());
        let countries = meeting.countries();
        assert!(meeting.participants.iter().all(|person| person.country.is_none_or(|code| countries.contains(&code))));
        meeting.date.iter().for_each(|date| date_holds(date, date.resolved));
        for person in &meeting.participants {
            assert_eq!(person.rank().is_some(), !person.offices.is_empty());
            let _ = person.to_string();
        }
    }
}

/// Any numbers as dates of both calendars, resolved by any day.
pub fn dates(bytes: &[u8]) {
    let mut choices = Unstructured::new(bytes);
    while !choices.is_empty() {
        let Ok((date, reference)) = date(&mut choices).and_then(|date| Ok((date, day(&mut choices)?))) else { return };
        date_holds(&date, None);
        date_holds(&date, Some(reference));
        if let Some(hijri) = HijriDate::from_gregorian(reference) {
            assert_eq!(hijri.to_gregorian(), Some(reference));
            assert_eq!(HijriDate::new(hijri.year, hijri.month, hijri.day), Some(hijri));
        }
    }
}

fn date(choices: &mut Unstructured<'_>) -> Result<Date> {
    let hijri: Option<(u16, u8, Option<u8>)> = choices.arbitrary()?;
    Ok(Date {
        year: choices.arbitrary()?,
        month: choices.arbitrary()?,
        day: choices.arbitrary()?,
        weekday: one_of(choices, Weekday::ALL)?,
        hijri: hijri.map(|(year, month, day)| Hijri { year: 1290 + year % 320, month, day }),
        relative: one_of(choices, Relative::ALL)?,
        ..Date::default()
    })
}

fn one_of<T: Copy>(choices: &mut Unstructured<'_>, all: &[T]) -> Result<Option<T>> {
    if choices.arbitrary()? { choices.choose(all).copied().map(Some) } else { Ok(None) }
}

fn day(choices: &mut Unstructured<'_>) -> Result<NaiveDate> {
    let days = choices.int_in_range(NaiveDate::MIN.num_days_from_ce()..=NaiveDate::MAX.num_days_from_ce())?;
    // Half of the days lie where bulletins do.
    let days = if choices.arbitrary()? { 693_596 + days.rem_euclid(73_000) } else { days };
    Ok(NaiveDate::from_num_days_from_ce_opt(days).unwrap_or_default())
}

/// What holds of the day that a date means.
fn date_holds(date: &Date, reference: Option<NaiveDate>) {
    let _ = date.to_string();
    let _ = date.agrees_with_weekday();
    if let Some(hijri) = date.hijri {
        let day = hijri.full().and_then(HijriDate::to_gregorian);
        let valid = hijri.full().and_then(|full| HijriDate::new(full.year, full.month, full.day));
        assert_eq!(day.is_some(), valid.is_some(), "{hijri}");
    }
    let Some(resolved) = date.resolve(reference) else { return };
    if let (Some(month), Some(day)) = (date.month, date.day) {
        assert_eq!((resolved.month(), resolved.day()), (u32::from(month), u32::from(day)), "{date:?} by {reference:?}");
        if let Some(year) = date.year {
            assert_eq!(resolved.year(), i32::from(year), "{date:?}");
        } else if let (None, Some(reference)) = (date.hijri.and_then(Hijri::full), reference) {
            let ahead = (resolved - reference).num_days();
            assert!(ahead <= i64::try_from(RESOLVE_TOLERANCE_DAYS).expect("a few days"), "{date:?} by {reference}");
        }
    }
}
