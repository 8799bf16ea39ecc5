//! The JSON Schema of the crate's own JSON: the file that is checked in, and what it says of the bulletins.
//!
//! `NEWSWIRE_BLESS=1 cargo test --features schema --test schema` writes the file anew; read its difference, and raise
//! `schema::VERSION` where the documentation of it says so.

mod common;

use std::path::{Path, PathBuf};
use std::{env, fs};

use common::fixtures;
use jsonschema::Validator;
use newswire::{MeetingKind, schema};
use serde_json::{Value, json};

fn file() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("schema/bulletin.schema.json")
}

fn validator() -> Validator {
    jsonschema::options().should_validate_formats(true).build(&schema::bulletin()).expect("a schema")
}

fn faults(validator: &Validator, value: &Value) -> Vec<String> {
    validator.iter_errors(value).map(|error| format!("{}: {error}", error.instance_path())).collect()
}

#[test]
fn the_file_is_what_the_types_give() {
    let given = schema::bulletin();
    if env::var_os("NEWSWIRE_BLESS").is_some_and(|value| value == "1") {
        let text = serde_json::to_string_pretty(&given).expect("JSON") + "\n";
        fs::write(file(), text).expect("the file can be written");
        return;
    }
    let stored: Value = serde_json::from_str(&common::read(&file())).expect("JSON");
    assert!(stored == given, "{} is not what the types give; NEWSWIRE_BLESS=1 writes it", file().display());
}

#[test]
fn the_name_ends_in_the_version() {
    let (_, version) = schema::ID.rsplit_once(':').expect("a colon");
    assert_eq!(version, schema::VERSION.to_string());
}

#[test]
fn every_result_is_valid() {
    let validator = validator();
    for fixture in fixtures() {
        let bulletin = newswire::parse(&fixture.text).expect("a bulletin");
        let value = serde_json::to_value(bulletin).expect("JSON");
        assert_eq!(faults(&validator, &value), [""; 0], "{}", fixture.name);
    }
}

#[test]
fn every_record_of_this_version_is_valid() {
    let validator = validator();
    for path in common::records(schema::VERSION) {
        let value = serde_json::from_str(&common::read(&path)).expect("JSON");
        assert_eq!(faults(&validator, &value), [""; 0], "{}", path.display());
    }
}

/// What the schema takes and what the types read is the same.
#[test]
fn the_schema_takes_what_is_read() {
    let span = json!({"start": 0, "end": 4});
    let meeting = |extra: Value| {
        let mut meeting = json!({"kind": "call", "span": span});
        meeting.as_object_mut().expect("an object").extend(extra.as_object().expect("an object").clone());
        json!({"meetings": [meeting]})
    };
    let topic = |by: Value| meeting(json!({"topics": [{"text": "x", "span": span, "act": "discussed", "by": by}]}));
    let person = |country: &str| meeting(json!({"participants": [{"part": "principal", "country": country}]}));
    let date = |date: Value| meeting(json!({"date": date}));
    let table = [
        (json!({}), true),
        (json!({"language": "ar", "section": null, "later": 1}), true),
        (json!({"language": "xx"}), false),
        (json!("ar"), false),
        (meeting(json!({})), true),
        (meeting(json!({"kind": "duel"})), false),
        (meeting(json!({"span": {"start": -1, "end": 4}})), false),
        (json!({"meetings": [{"kind": "call"}]}), false),
        (topic(json!("all")), true),
        (topic(json!([0, 2])), true),
        (topic(json!("none")), false),
        (topic(json!([-1])), false),
        (person("AZ"), true),
        (person("az"), false),
        (person("AZE"), false),
        (date(json!({"span": span, "month": 11, "day": 29, "resolved": "2024-11-29", "weekday": "fri"})), true),
        (date(json!({"span": span, "month": 300})), false),
        (date(json!({"span": span, "resolved": "29.11.2024"})), false),
        (date(json!({"span": span, "hijri": {"year": 1446, "month": 5}})), true),
        (date(json!({"span": span, "hijri": {"year": 1446}})), false),
    ];
    let validator = validator();
    for (value, valid) in table {
        assert_eq!(serde_json::from_value::<newswire::Bulletin>(value.clone()).is_ok(), valid, "read: {value}");
        assert_eq!(validator.is_valid(&value), valid, "schema: {value}");
    }
}

#[test]
fn closed_lists_are_written_out() {
    let text = schema::bulletin()["$defs"]["MeetingKind"].to_string();
    for kind in MeetingKind::ALL {
        assert!(text.contains(&format!("\"{kind}\"")), "{kind} is not in {text}");
    }
}
