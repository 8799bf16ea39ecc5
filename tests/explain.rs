//! The grounds of a record: every value has one, it points at the value, and the rows it names know the words.

mod common;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use newswire::{Explanation, Parser, Rule};
use serde_json::Value;

fn explain(source: &str) -> Explanation {
    Parser::new().explain(source).expect("a bulletin")
}

/// The pointers of all values that must have a ground.
fn values(record: &Value) -> BTreeSet<String> {
    let mut fields = BTreeSet::new();
    let mut note = |field: String| {
        if record.pointer(&field).is_some() {
            fields.insert(field);
        }
    };
    let count = |field: &str| record.pointer(field).and_then(Value::as_array).map_or(0, Vec::len);
    for field in ["/section", "/headline", "/trailer", "/dateline/date", "/dateline/agency"] {
        note(field.to_owned());
    }
    for list in ["/dateline/places", "/dateline/reporters"] {
        (0..count(list)).for_each(|index| note(format!("{list}/{index}")));
    }
    for meeting in (0..count("/meetings")).map(|index| format!("/meetings/{index}")) {
        for field in ["kind", "date", "place", "occasion", "source"] {
            note(format!("{meeting}/{field}"));
        }
        let participants = format!("{meeting}/participants");
        for person in (0..count(&participants)).map(|index| format!("{participants}/{index}")) {
            for field in ["part", "name", "country", "organization"] {
                note(format!("{person}/{field}"));
            }
            let offices = format!("{person}/offices");
            (0..count(&offices)).for_each(|index| note(format!("{offices}/{index}/rank")));
        }
        let topics = format!("{meeting}/topics");
        for topic in (0..count(&topics)).map(|index| format!("{topics}/{index}")) {
            for field in ["text", "act", "by"] {
                note(format!("{topic}/{field}"));
            }
            let subjects = format!("{topic}/subjects");
            (0..count(&subjects)).for_each(|index| note(format!("{subjects}/{index}")));
        }
    }
    fields
}

#[test]
fn every_value_has_one_ground_and_every_ground_a_value() {
    for fixture in common::fixtures() {
        let explanation = explain(&fixture.text);
        assert_eq!(explanation.bulletin, newswire::parse(&fixture.text).expect("a bulletin"), "{}", fixture.name);
        let record = serde_json::to_value(&explanation.bulletin).expect("JSON");
        let grounds: BTreeSet<String> = explanation.grounds.iter().map(|ground| ground.field.clone()).collect();
        assert_eq!(grounds.len(), explanation.grounds.len(), "{}: a value has two grounds", fixture.name);
        assert_eq!(grounds, values(&record), "{}", fixture.name);
    }
}

/// Whether a word of the text begins as a form of a table does: a row may stand for another inflection than the one
/// written, with letters joined to its front.
fn opens_alike(form: &str, words: &str) -> bool {
    const STEM: usize = 3;
    let form = common::norm(form);
    let stem: String = form.strip_prefix("ال").unwrap_or(&form).chars().take(STEM).collect();
    !stem.is_empty() && common::norm(words).contains(&stem)
}

#[test]
fn the_rows_named_know_the_words() {
    let tables = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/ar");
    for fixture in common::fixtures().into_iter().step_by(5) {
        for ground in explain(&fixture.text).grounds {
            let at = format!("{}: {ground}", fixture.name);
            assert!(ground.evidence.text(&fixture.text).is_some(), "{at}");
            for row in &ground.rows {
                let table = fs::read_to_string(tables.join(format!("{}.tsv", row.table))).expect("a table");
                let line = table.lines().nth(row.line as usize - 1).unwrap_or("");
                assert!(!line.is_empty() && !line.starts_with('#'), "{at}: {row} is no row");
                let words = row.words.text(&fixture.text).unwrap_or("");
                let knows = row.table == "ranks" || line.split(['\t', '|']).any(|form| opens_alike(form, words));
                assert!(knows, "{at}: {words} is not in {line}");
            }
        }
    }
}

#[test]
fn every_rule_is_shown_by_some_bulletin() {
    let mut shown: BTreeSet<Rule> = BTreeSet::new();
    for fixture in common::fixtures() {
        shown.extend(explain(&fixture.text).grounds.iter().map(|ground| ground.rule));
    }
    // Without dateline and credit only what is told says who writes.
    for text in [
        "التقى محافظ أسوان اللواء أشرف عطية وزير الصحة خالد منير، وبحثا تطوير المستشفيات.",
        "استقبل وزير الصحة سالم العتيبي في الرياض سفير اليابان كينجي تاكادا. وزار السفير مستشفى في جدة وآخر في الرياض.",
    ] {
        shown.extend(explain(text).grounds.iter().map(|ground| ground.rule));
    }
    let missing: Vec<&Rule> = Rule::ALL.iter().filter(|rule| !shown.contains(rule)).collect();
    assert!(missing.is_empty(), "no bulletin shows {missing:?}");
}

#[test]
fn a_rank_names_its_rule_and_a_country_that_is_not_told_names_the_agency() {
    let text = "عمان 18 شباط (بترا)- استقبل وزير الخارجية ليث المجالي، اليوم، سفيرة سلوفينيا ناتاشا ملينار.";
    let explanation = explain(text);
    let rank = explanation.ground("/meetings/0/participants/0/offices/0/rank").expect("a rank");
    assert_eq!(rank.rule, Rule::HeadAndComplement);
    assert!(rank.rows.iter().any(|row| row.table == "ranks"), "{rank}");
    let country = explanation.ground("/meetings/0/participants/0/country").expect("a country");
    assert_eq!((country.rule, country.evidence.is_empty()), (Rule::OfAgency, true));
    let country = explanation.ground("/meetings/0/participants/1/country").expect("a country");
    assert_eq!(country.rule, Rule::NamedInOffice);
    let kind = explanation.ground("/meetings/0/kind").expect("a kind");
    assert_eq!((kind.rule, kind.evidence.text(text)), (Rule::EncounterVerb, Some("استقبل")));
    assert_eq!(explanation.ground("/meetings/1/kind"), None);
}
