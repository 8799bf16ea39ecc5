//! What is read of the annotated bulletins in `tests/data`, field by field, against what is known to be missed.
//!
//! The ratchet goes both ways: a miss that `tests/data/expected-misses.txt` does not list fails, and so does a listed one
//! that is no longer missed. After a change for the better, `NEWSWIRE_BLESS=1 cargo test --release --test accuracy`
//! writes the list anew; read its difference before keeping it.

mod common;

use std::collections::{BTreeMap, BTreeSet};
use std::{env, fs};

use common::{fixtures, norm, overlap, pair, words};
use newswire::{Bulletin, Date, Meeting, Part, Participant, Rank, Topic};
use serde_json::Value;

/// The fields compared, in the order of the summary.
const FIELDS: [&str; 17] = [
    "section",
    "headline",
    "dateline.found",
    "dateline.place",
    "dateline.country",
    "dateline.date",
    "dateline.agency",
    "meeting.count",
    "meeting.kind",
    "meeting.date",
    "meeting.place",
    "person.name",
    "person.office",
    "person.country",
    "person.part",
    "attendee.name",
    "topic.text",
];

const HEADER: &str = "\
# What the parser is known to miss in the bulletins of this folder: NAME FIELD, a line each.
# A miss that is not listed fails the test, and so does a line whose field is right. NEWSWIRE_BLESS=1 writes the file.
";

#[test]
fn every_miss_is_known() {
    let fixtures = fixtures();
    let mut misses = BTreeSet::new();
    let mut shown = BTreeMap::new();
    let mut compared: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for fixture in &fixtures {
        let bulletin = newswire::parse(&fixture.text).unwrap_or_else(|error| panic!("{}: {error}", fixture.name));
        let mut sheet = Sheet::default();
        compare(&mut sheet, &fixture.annotation, &bulletin);
        for (field, faults) in sheet.fields {
            let (right, all) = compared.entry(field).or_default();
            *all += 1;
            if faults.is_empty() {
                *right += 1;
            } else {
                let line = format!("{} {field}", fixture.name);
                shown.insert(line.clone(), faults.join("\n    "));
                misses.insert(line);
            }
        }
    }

    println!(
        "{} bulletins; of each field, in how many of those that it is compared in everything is right:",
        fixtures.len()
    );
    for field in FIELDS {
        let (right, all) = compared.get(field).copied().unwrap_or_default();
        println!("  {field:18} {right:3} of {all:3}");
    }

    let path = common::data_dir().join("expected-misses.txt");
    if env::var_os("NEWSWIRE_BLESS").is_some_and(|value| value == "1") {
        let lines: String = misses.iter().map(|line| format!("{line}\n")).collect();
        fs::write(&path, format!("{HEADER}{lines}")).expect("the list can be written");
        return;
    }
    let listed = common::read(&path);
    let expected: BTreeSet<String> =
        listed.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).map(str::to_owned).collect();
    let new: Vec<String> = misses.difference(&expected).map(|line| format!("{line}\n    {}", shown[line])).collect();
    let gone: Vec<&str> = expected.difference(&misses).map(String::as_str).collect();
    assert!(
        new.is_empty() && gone.is_empty(),
        "{} misses are not listed:\n{}\n{} listed ones are none any more (or no such bulletin or field):\n{}",
        new.len(),
        new.join("\n"),
        gone.len(),
        gone.join("\n"),
    );
}

#[test]
fn texts_are_compared_without_their_marks() {
    assert_eq!(norm("السُّلطان، أحمـد  (كوب 29)"), "السلطان احمد كوب 29");
    assert_eq!(words("العلاقات الثنائية"), words("العلاقات الثنائيه"));
    assert!((overlap("سبل التعاون", "سبل تعزيز التعاون") - 0.8).abs() < 1e-9);
    assert!(overlap("التجارة", "الطاقة") == 0.0);
    assert!(overlap("", "") == 0.0);
}

/// The fields compared in one bulletin, each with what is wrong in it.
#[derive(Default)]
struct Sheet {
    fields: BTreeMap<&'static str, Vec<String>>,
}

impl Sheet {
    fn check(&mut self, field: &'static str, right: bool, fault: impl FnOnce() -> String) {
        assert!(FIELDS.contains(&field), "{field} is not in the list of fields");
        let faults = self.fields.entry(field).or_default();
        if !right {
            faults.push(fault());
        }
    }

    fn same(&mut self, field: &'static str, wanted: Option<&str>, got: Option<&str>) {
        self.check(field, wanted == got, || format!("wanted {}, got {}", show(wanted), show(got)));
    }

    fn same_text(&mut self, field: &'static str, wanted: Option<&str>, got: Option<&str>) {
        let right = wanted.map(norm) == got.map(norm);
        self.check(field, right, || format!("wanted {}, got {}", show(wanted), show(got)));
    }
}

fn show(value: Option<&str>) -> String {
    value.map_or_else(|| "nothing".to_owned(), |value| format!("{value:?}"))
}

fn compare(sheet: &mut Sheet, wanted: &Value, got: &Bulletin) {
    sheet.same_text("section", text(wanted, "section"), got.section.as_ref().map(|phrase| phrase.text.as_str()));

    // The annotation has the first words of the headline.
    let headline = got.headline.as_ref().map(|phrase| words(&phrase.text));
    let right = match (text(wanted, "headline").map(words), &headline) {
        (Some(wanted), Some(got)) => got.starts_with(&wanted),
        (wanted, got) => wanted.is_none() && got.is_none(),
    };
    let shown = || format!("wanted {}, got {headline:?}", show(text(wanted, "headline")));
    sheet.check("headline", right, shown);

    compare_dateline(sheet, &wanted["dateline"], got);

    let meetings = list(wanted, "meetings");
    let found: Vec<&Meeting> = got.meetings.iter().collect();
    let (pairs, missing, extra) = pair(&meetings, &found, |a, b| {
        let (a, b) = (names(a), got_names(b));
        1.0 + a.intersection(&b).count() as f64
    });
    sheet.check("meeting.count", missing.is_empty() && extra.is_empty(), || {
        let extra: Vec<_> = extra.iter().map(|meeting| meeting.kind).collect();
        format!("{} are missing, too many are {extra:?}", missing.len())
    });
    for (wanted, got) in pairs {
        compare_meeting(sheet, wanted, Some(got));
    }
    for wanted in missing {
        compare_meeting(sheet, wanted, None);
    }
}

fn compare_dateline(sheet: &mut Sheet, wanted: &Value, got: &Bulletin) {
    let got = got.dateline.as_ref();
    sheet.check("dateline.found", wanted.is_object() == got.is_some(), || {
        if got.is_some() { "there is none".to_owned() } else { "not found".to_owned() }
    });
    if !wanted.is_object() {
        return;
    }
    let places: Vec<String> = list(wanted, "places").into_iter().filter_map(Value::as_str).map(norm).collect();
    let found: Vec<String> =
        got.map_or(&[][..], |line| &line.places).iter().map(|place| norm(&place.name.text)).collect();
    sheet.check("dateline.place", places == found, || format!("wanted {places:?}, got {found:?}"));
    let country = got.and_then(|line| line.places.first()?.country);
    sheet.same("dateline.country", text(wanted, "country"), country.as_ref().map(|country| country.as_str()));
    let date = got.and_then(|line| line.date.as_ref()).and_then(said);
    sheet.same("dateline.date", text(wanted, "date"), date.as_deref());
    let agency = got.and_then(|line| line.agency.as_ref());
    let id = agency.and_then(|agency| agency.id.as_deref());
    match text(wanted, "agency") {
        // An outlet that has no code.
        Some(other) if other.starts_with("other:") => {
            sheet.check("dateline.agency", agency.is_some(), || format!("{other} not found"));
        }
        wanted => sheet.same("dateline.agency", wanted, id),
    }
}

fn compare_meeting(sheet: &mut Sheet, wanted: &Value, got: Option<&Meeting>) {
    sheet.same("meeting.kind", text(wanted, "kind"), got.map(|meeting| meeting.kind.as_str()));

    let date = got.and_then(|meeting| meeting.date.as_ref());
    let relative = date.and_then(|date| date.relative).map(|relative| relative.as_str());
    let said = date.and_then(said);
    let day = text(wanted, "date");
    let right = day == said.as_deref() || day.is_some() && day == relative;
    sheet.check("meeting.date", right, || format!("wanted {}, got {}", show(day), show(said.as_deref())));

    let place = got.and_then(|meeting| meeting.place.as_ref()).map(|place| place.name.text.as_str());
    sheet.same_text("meeting.place", text(wanted, "place"), place);

    compare_people(sheet, &list(wanted, "participants"), got.map_or(&[], |meeting| &meeting.participants));
    compare_topics(sheet, &list(wanted, "topics"), got.map_or(&[], |meeting| &meeting.topics));
}

fn compare_people(sheet: &mut Sheet, wanted: &[&Value], got: &[Participant]) {
    let is_principal = |person: &&Value| text(person, "part") != Some("attendee");
    let (principals, attendees): (Vec<&Value>, Vec<&Value>) = wanted.iter().copied().partition(is_principal);
    let got: Vec<&Participant> = got.iter().collect();
    // Principals first: whoever is left and listed as an attendee by the annotation is no false principal.
    let (pairs, missing, left) = pair(&principals, &got, likeness);
    let (attendee_pairs, attendees_missing, extra) = pair(&attendees, &left, likeness);
    let (extra_attendees, extra): (Vec<_>, Vec<_>) =
        extra.into_iter().partition(|person| person.part == Part::Attendee);

    for (field, pairs, missing, extra) in [
        ("person.name", &pairs, &missing, &extra),
        ("attendee.name", &attendee_pairs, &attendees_missing, &extra_attendees),
    ] {
        for (wanted, got) in pairs {
            sheet.same_text(field, text(wanted, "name"), name(got));
        }
        for person in missing {
            sheet.check(field, false, || format!("{} is missing", show(text(person, "name"))));
        }
        for person in extra {
            sheet.check(field, false, || format!("{} is too many", show(name(person))));
        }
    }
    for (wanted, got) in &pairs {
        let shown = || show(text(wanted, "name"));
        let ranks: Vec<&str> = ranks(got).map(Rank::as_str).collect();
        let right = text(wanted, "role_class").is_some_and(|class| ranks.contains(&class));
        sheet.check("person.office", right, || {
            format!("{}: wanted {}, got {ranks:?}", shown(), show(text(wanted, "role_class")))
        });
        let country = got.country.as_ref().map(|country| country.as_str());
        sheet.check("person.country", text(wanted, "country") == country, || {
            format!("{}: wanted {}, got {}", shown(), show(text(wanted, "country")), show(country))
        });
    }
    for field in ["person.office", "person.country"] {
        sheet.check(field, missing.is_empty() && extra.is_empty(), || {
            format!("{} missing, {} too many", missing.len(), extra.len())
        });
    }
    for (wanted, got) in pairs.iter().chain(&attendee_pairs) {
        let part = text(wanted, "part").unwrap_or("principal");
        sheet.check("person.part", part == got.part.as_str(), || format!("{}: {}", show(name(got)), got.part));
    }
}

/// How much a person of the annotation and one of the result look like the same one: by name where both have one, by
/// office and country where one has none.
fn likeness(wanted: &Value, got: &Participant) -> f64 {
    let has_rank = ranks(got).any(|rank| text(wanted, "role_class") == Some(rank.as_str()));
    match (text(wanted, "name"), name(got)) {
        (Some(a), Some(b)) if norm(a) == norm(b) => 3.0,
        (Some(a), Some(b)) => Some(overlap(a, b)).filter(|share| *share >= 0.5).map_or(0.0, |share| 2.0 * share),
        (None, None) if has_rank => 1.0,
        (None, None) => 0.1,
        _ if has_rank && text(wanted, "country") == got.country.as_ref().map(|country| country.as_str()) => 0.2,
        _ => 0.0,
    }
}

fn compare_topics(sheet: &mut Sheet, wanted: &[&Value], got: &[Topic]) {
    let got: Vec<&Topic> = got.iter().collect();
    let (_, missing, extra) = pair(wanted, &got, |a, b| {
        Some(overlap(text(a, "text").unwrap_or(""), &b.text)).filter(|share| *share >= 0.5).unwrap_or(0.0)
    });
    sheet.check("topic.text", missing.is_empty() && extra.is_empty(), || {
        let missing = missing.iter().map(|topic| format!("missing {}", show(text(topic, "text"))));
        let extra = extra.iter().map(|topic| format!("too many {:?}", topic.text));
        missing.chain(extra).collect::<Vec<_>>().join("\n    ")
    });
}

// ---- the annotation and the result, in the same terms ----

fn text<'a>(value: &'a Value, key: &str) -> Option<&'a str> {
    value.get(key)?.as_str()
}

fn list<'a>(value: &'a Value, key: &str) -> Vec<&'a Value> {
    value.get(key).and_then(Value::as_array).map(|items| items.iter().collect()).unwrap_or_default()
}

fn name(person: &Participant) -> Option<&str> {
    person.name.as_ref().map(|phrase| phrase.text.as_str())
}

fn ranks(person: &Participant) -> impl Iterator<Item = Rank> {
    person.offices.iter().map(|office| office.rank)
}

fn names(meeting: &Value) -> BTreeSet<String> {
    list(meeting, "participants").into_iter().filter_map(|person| text(person, "name")).map(norm).collect()
}

fn got_names(meeting: &Meeting) -> BTreeSet<String> {
    meeting.participants.iter().filter_map(name).map(norm).collect()
}

/// A date as the annotation writes it: `2024-11-29`, `--11-29`, `today`, `weekday:MON`.
fn said(date: &Date) -> Option<String> {
    if date.month.is_some() && date.day.is_some() {
        return Some(date.to_string());
    }
    let relative = date.relative.map(|relative| relative.to_string());
    relative.or_else(|| date.weekday.map(|weekday| format!("weekday:{}", weekday.as_str().to_uppercase())))
}
