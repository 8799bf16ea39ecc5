//! Stored records: the JSON of bulletins as some version of the crate wrote it, which every later version reads.
//!
//! `tests/records/VERSION/` has what was written under that version of the schema. The files are never written anew; a new
//! version of the schema gets a folder of its own beside them.

mod common;

use newswire::Bulletin;
use serde_json::Value;

/// The versions of the schema that there have been.
const VERSIONS: [u32; 1] = [1];

#[test]
fn every_record_is_read() {
    for version in VERSIONS {
        for path in common::records(version) {
            let stored: Value = serde_json::from_str(&common::read(&path)).expect("JSON");
            let bulletin: Bulletin =
                serde_json::from_value(stored.clone()).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
            assert!(!bulletin.meetings.is_empty(), "{}", path.display());
            // Nothing that was stored is lost, even where more is written today.
            let written = serde_json::to_value(&bulletin).expect("JSON");
            assert_eq!(lost(&stored, &written, "bulletin"), [""; 0], "{}", path.display());
        }
    }
}

/// What of `stored` is not in `written`.
fn lost(stored: &Value, written: &Value, path: &str) -> Vec<String> {
    match (stored, written) {
        (Value::Object(a), Value::Object(b)) => a
            .iter()
            .flat_map(|(key, value)| lost(value, b.get(key).unwrap_or(&Value::Null), &format!("{path}.{key}")))
            .collect(),
        (Value::Array(a), Value::Array(b)) if a.len() == b.len() => {
            a.iter().zip(b).enumerate().flat_map(|(at, (a, b))| lost(a, b, &format!("{path}[{at}]"))).collect()
        }
        (a, b) if a == b => Vec::new(),
        _ => vec![format!("{path}: {stored} became {written}")],
    }
}
