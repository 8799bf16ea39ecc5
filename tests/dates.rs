//! Every day from 1900 to 2100, in every written form of a date that is read, is the day that comes out.
//!
//! The names of months, weekdays and ordinals are those of `data/ar/calendar.tsv`: a name that is added there is tested.

mod common;

use std::collections::BTreeMap;
use std::sync::LazyLock;
use std::thread;

use chrono::{Datelike, Days, NaiveDate};
use common::drawn::arabic_indic_digit;
use newswire::{Bulletin, Date, HijriDate, Parser, RESOLVE_TOLERANCE_DAYS};

const FIRST_YEAR: i32 = 1900;
const LAST_YEAR: i32 = 2100;

/// The rows of the calendar: kind, value, forms.
static CALENDAR: LazyLock<Vec<(&str, &str, Vec<&str>)>> = LazyLock::new(|| {
    let table = include_str!("../data/ar/calendar.tsv");
    let rows = table.lines().filter(|line| !line.starts_with('#')).skip(1);
    rows.map(|row| {
        let cells: Vec<&str> = row.split('\t').collect();
        (cells[0], cells[1], cells[2].split('|').collect())
    })
    .collect()
});

fn names(kind: &str, value: &str) -> &'static [&'static str] {
    let row = CALENDAR.iter().find(|row| (row.0, row.1) == (kind, value));
    &row.unwrap_or_else(|| panic!("no {kind} {value} in the calendar")).2
}

/// A day and the words for it.
struct Written {
    date: NaiveDate,
    hijri: HijriDate,
    month: &'static str,
    /// Another naming of the month, or the only one.
    other_month: &'static str,
    hijri_month: &'static str,
    weekday: &'static str,
    ordinal: &'static str,
    era: &'static str,
    hijri_era: &'static str,
}

impl Written {
    /// The day with one of the namings of everything. They are taken in turn, so that every naming of a month stands in
    /// every form.
    fn new(date: NaiveDate) -> Self {
        let turn = usize::try_from(date.num_days_from_ce()).expect("a day of our era");
        let hijri = HijriDate::from_gregorian(date).expect("a day of the table");
        let nth = |turn: usize, kind: &str, value: &str| {
            let names = names(kind, value);
            names[turn % names.len()]
        };
        let one_of = |kind: &str, value: &str| nth(turn, kind, value);
        Self {
            date,
            hijri,
            month: one_of("gregorian", &date.month().to_string()),
            other_month: nth(turn + 1, "gregorian", &date.month().to_string()),
            hijri_month: one_of("hijri", &hijri.month.to_string()),
            weekday: one_of("weekday", newswire::Weekday::from(date.weekday()).as_str()),
            ordinal: one_of("ordinal", &date.day().to_string()),
            era: one_of("era", "gregorian"),
            hijri_era: one_of("era", "hijri"),
        }
    }
}

/// A form's name, and how it writes a day.
type Form = (&'static str, fn(&Written) -> String);

const FORMS: [Form; 27] = [
    ("day month year", |w| format!("{} {} {}", w.date.day(), w.month, w.date.year())),
    ("Arabic-Indic digits", |w| arabic_indic(&format!("{} {} {}", w.date.day(), w.month, w.date.year()))),
    ("two digits of the day", |w| format!("{:02} {} {}", w.date.day(), w.month, w.date.year())),
    ("day of month year", |w| format!("{} من {} {}", w.date.day(), w.month, w.date.year())),
    ("with its era", |w| format!("{} {} {} {}", w.date.day(), w.month, w.date.year(), w.era)),
    ("with the letter of its era", |w| format!("{} {} {}م", w.date.day(), w.month, w.date.year())),
    ("with weekday", |w| format!("{} {} {} {}", w.weekday, w.date.day(), w.month, w.date.year())),
    ("with day and weekday", |w| format!("يوم {} {} {} {}", w.weekday, w.date.day(), w.month, w.date.year())),
    ("weekday and comma", |w| format!("{}، {} {} {}", w.weekday, w.date.day(), w.month, w.date.year())),
    ("ordinal", |w| format!("{} من {} {}", w.ordinal, w.month, w.date.year())),
    ("two names of the month", |w| format!("{} {} {} {}", w.date.day(), w.month, w.other_month, w.date.year())),
    ("two names and a slash", |w| format!("{} {}/{} {}", w.date.day(), w.month, w.other_month, w.date.year())),
    ("two names, one in brackets", |w| format!("{} {} ({}) {}", w.date.day(), w.month, w.other_month, w.date.year())),
    ("D/M/Y", |w| format!("{}/{}/{}", w.date.day(), w.date.month(), w.date.year())),
    ("DD/MM/Y", |w| format!("{:02}/{:02}/{}", w.date.day(), w.date.month(), w.date.year())),
    ("D-M-Y", |w| format!("{}-{}-{}", w.date.day(), w.date.month(), w.date.year())),
    ("D.M.Y", |w| format!("{}.{}.{}", w.date.day(), w.date.month(), w.date.year())),
    ("Y/M/D", |w| format!("{}/{}/{}", w.date.year(), w.date.month(), w.date.day())),
    ("ISO 8601", |w| w.date.to_string()),
    ("D/M/Y in Arabic-Indic digits", |w| {
        arabic_indic(&format!("{}/{}/{}", w.date.day(), w.date.month(), w.date.year()))
    }),
    ("D/M/Y with the letter of its era", |w| format!("{}/{}/{}م", w.date.day(), w.date.month(), w.date.year())),
    ("Hijri", |w| format!("{} {} {} {}", w.hijri.day, w.hijri_month, w.hijri.year, w.hijri_era)),
    ("Hijri without era", |w| format!("{} {} {}", w.hijri.day, w.hijri_month, w.hijri.year)),
    ("Hijri and its letters", |w| format!("{} {} {}هـ", w.hijri.day, w.hijri_month, w.hijri.year)),
    ("Hijri D/M/Y", |w| format!("{}/{}/{}هـ", w.hijri.day, w.hijri.month, w.hijri.year)),
    ("both calendars", |w| {
        format!(
            "{} {} {}هـ الموافق {} {} {}م",
            w.hijri.day,
            w.hijri_month,
            w.hijri.year,
            w.date.day(),
            w.month,
            w.date.year()
        )
    }),
    ("weekday and both calendars", |w| {
        format!(
            "{} {}/{}/{}هـ الموافق {}/{}/{}م",
            w.weekday,
            w.hijri.day,
            w.hijri.month,
            w.hijri.year,
            w.date.day(),
            w.date.month(),
            w.date.year()
        )
    }),
];

fn arabic_indic(text: &str) -> String {
    text.chars().map(arabic_indic_digit).collect()
}

/// Forms without a year, which the day of writing gives.
const YEARLESS: [Form; 5] = [
    ("day month", |w| format!("{} {}", w.date.day(), w.month)),
    ("weekday day month", |w| format!("{} {} {}", w.weekday, w.date.day(), w.month)),
    ("ordinal month", |w| format!("{} من {}", w.ordinal, w.month)),
    ("two names", |w| format!("{} {} {}", w.date.day(), w.month, w.other_month)),
    ("D - M", |w| format!("{} - {}", w.date.day(), w.date.month())),
];

/// Reads the form as the date of a dateline; tells what is wrong, if anything.
fn in_dateline(parser: &Parser, (form, write): &Form, day: NaiveDate) -> Option<Fault> {
    let written = write(&Written::new(day));
    let text = format!("باكو، {written}، أذرتاج\nخبر");
    let bulletin = parser.parse(&text).expect("a text");
    let date = bulletin.dateline.as_ref().and_then(|dateline| dateline.date.as_ref());
    fault(form, &text, &written, day, date, &bulletin)
}

/// Reads the form as the date of an encounter.
fn in_encounter(parser: &Parser, (form, write): &Form, day: NaiveDate) -> Option<Fault> {
    let written = write(&Written::new(day));
    let text =
        format!("اجتمع وزير الخارجية الأذربيجاني رشاد محمدلي في {written} مع سفير اليابان لدى أذربيجان كينجي فوجيوارا.");
    let bulletin = parser.parse(&text).expect("a text");
    let date = bulletin.meetings.first().and_then(|meeting| meeting.date.as_ref());
    fault(form, &text, &written, day, date, &bulletin)
}

/// A form that fails, and how.
type Fault = (&'static str, String);

/// The date must be the day, its span must end with the form, and nothing may be in doubt.
fn fault(
    form: &'static str,
    text: &str,
    written: &str,
    day: NaiveDate,
    date: Option<&Date>,
    bulletin: &Bulletin,
) -> Option<Fault> {
    let resolved = date.and_then(|date| date.resolved);
    let whole = date.and_then(|date| date.span.text(text)).is_some_and(|span| span.ends_with(written));
    let right = resolved == Some(day) && whole && bulletin.diagnostics.is_empty();
    (!right).then(|| (form, format!("{form}: {day} is read as {date:?} with {:?} in {text}", bulletin.diagnostics)))
}

/// Runs a check over all days on all cores, and shows of each form that fails how often and one example.
fn every_day(faults_of: impl Fn(NaiveDate) -> Vec<Fault> + Sync) {
    // Without optimisation every day would take minutes; a step of a prime number still meets every day of the month.
    let step = if cfg!(debug_assertions) { 37 } else { 1 };
    let first = NaiveDate::from_ymd_opt(FIRST_YEAR, 1, 1).expect("a day");
    let days: Vec<NaiveDate> = first.iter_days().take_while(|day| day.year() <= LAST_YEAR).step_by(step).collect();
    let threads = thread::available_parallelism().map_or(1, usize::from);
    let mut by_form: BTreeMap<&str, (usize, String)> = BTreeMap::new();
    thread::scope(|scope| {
        let parts: Vec<_> = days
            .chunks(days.len().div_ceil(threads))
            .map(|part| scope.spawn(|| part.iter().flat_map(|day| faults_of(*day)).collect::<Vec<_>>()))
            .collect();
        for (form, fault) in parts.into_iter().flat_map(|part| part.join().expect("no panic")) {
            by_form.entry(form).or_insert((0, fault)).0 += 1;
        }
    });
    let shown: Vec<String> =
        by_form.values().map(|(count, fault)| format!("{count} of {} days, {fault}", days.len())).collect();
    assert!(shown.is_empty(), "{}", shown.join("\n"));
}

/// The form whose turn it is: on an encounter's longer text not every day has every form.
fn in_turn(forms: &[Form], day: NaiveDate) -> &Form {
    &forms[usize::try_from(day.num_days_from_ce()).expect("a day of our era") % forms.len()]
}

#[test]
fn every_form_of_every_day_in_a_dateline() {
    every_day(|day| FORMS.iter().filter_map(|form| in_dateline(&Parser::new(), form, day)).collect());
}

#[test]
fn every_day_of_an_encounter() {
    every_day(|day| in_encounter(&Parser::new(), in_turn(&FORMS, day), day).into_iter().collect());
}

#[test]
fn every_day_without_its_year() {
    every_day(|day| {
        // The last such day up to three days after the day of writing: from three days before it to most of a year after it.
        let writings = [day - Days::new(RESOLVE_TOLERANCE_DAYS), day, day + Days::new(300)];
        let parsers = writings.map(|writing| Parser::new().reference_date(writing));
        let form = in_turn(&YEARLESS, day);
        parsers.iter().filter_map(|parser| in_dateline(parser, form, day)).collect()
    });
}

#[test]
fn every_name_is_tried() {
    let kinds = ["gregorian", "hijri", "weekday", "ordinal", "era"];
    let rows: Vec<_> = CALENDAR.iter().filter(|row| kinds.contains(&row.0)).collect();
    assert_eq!(rows.len(), 12 + 12 + 7 + 31 + 2);
    let longest = rows.iter().map(|row| row.2.len()).max().expect("a row");
    assert!(longest < usize::try_from(LAST_YEAR - FIRST_YEAR).expect("years"), "{longest} names of one thing");
}
