//! The founding bulletin, and some thousand real ones that are kept beside the project and not in it.
//!
//! The folder is `$NEWSWIRE_SHARED`, or else `../shared` beside the project. Where it is not there, the tests say on
//! standard error that they did nothing.

mod common;

use std::io::{self, BufRead, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::{env, fs};

use common::{fixture, norm, overlap, pair, properties};
use newswire::{MeetingKind, Part, Relative, Topic};
use serde_json::Value;

/// A folder of the shared ones, or a word on standard error that there is none.
fn shared(folder: &str) -> Option<PathBuf> {
    let root = env::var_os("NEWSWIRE_SHARED").map_or_else(|| PathBuf::from("../shared"), PathBuf::from);
    // An absolute path stays what it is.
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(root).join(folder);
    if path.is_dir() {
        return Some(path);
    }
    // Written past the harness, which keeps what a passing test prints to itself.
    let _ = writeln!(io::stderr(), "skipped: no folder {} (set NEWSWIRE_SHARED)", path.display());
    None
}

#[test]
fn the_founding_bulletin() {
    let Some(seed) = shared("gold/seed") else { return };
    let fixture = fixture(&seed.join("azertac-japan.txt"));
    let bulletin = newswire::parse(&fixture.text).expect("a bulletin");
    assert_eq!(properties::spans(&fixture.text, &bulletin), [""; 0]);
    let annotation = &fixture.annotation;

    assert_eq!(bulletin.section.as_ref().map(|phrase| phrase.text.as_str()), annotation["section"].as_str());
    let dateline = bulletin.dateline.as_ref().expect("a dateline");
    assert_eq!(dateline.to_string(), "باكو (AZ), --11-29, AZERTAC");

    assert_eq!(bulletin.meetings.len(), 1, "{:#?}", bulletin.meetings);
    let meeting = &bulletin.meetings[0];
    let annotation = &annotation["meetings"][0];
    assert_eq!(meeting.kind, MeetingKind::Meeting);
    let date = meeting.date.as_ref().expect("a date");
    assert_eq!((date.month, date.day, date.relative), (Some(11), Some(29), Some(Relative::Today)));
    assert_eq!(meeting.occasion.as_ref().map(|phrase| phrase.text.as_str()), annotation["occasion"].as_str());

    let wanted = annotation["participants"].as_array().expect("a list");
    assert_eq!(meeting.participants.len(), wanted.len(), "{:#?}", meeting.participants);
    for (person, wanted) in meeting.participants.iter().zip(wanted) {
        assert_eq!(person.name.as_ref().map(|phrase| phrase.text.as_str()), wanted["name"].as_str());
        assert_eq!(person.rank().map(|rank| rank.as_str()), wanted["role_class"].as_str());
        assert_eq!(person.country.as_ref().map(|country| country.as_str()), wanted["country"].as_str());
        assert_eq!(person.part, Part::Principal);
        let titles: Vec<String> = person.offices.iter().map(|office| norm(&office.title.text)).collect();
        let role = norm(wanted["role"].as_str().expect("a role"));
        assert!(titles.iter().any(|title| title.starts_with(&role)), "{role} is not in {titles:?}");
    }
    let envoy = &meeting.participants[1];
    let portfolio: Vec<&str> =
        envoy.offices.iter().flat_map(|office| &office.portfolio).map(|phrase| phrase.text.as_str()).collect();
    assert_eq!(portfolio, ["آسيا الوسطى", "القوقاز", "جوام"]);

    let wanted: Vec<&Value> = annotation["topics"].as_array().expect("a list").iter().collect();
    let got: Vec<&Topic> = meeting.topics.iter().collect();
    let (pairs, missing, extra) = pair(&wanted, &got, |wanted, got| {
        let share = overlap(wanted["text"].as_str().unwrap_or(""), &got.text);
        if share >= 0.5 { share } else { 0.0 }
    });
    assert!(
        missing.is_empty() && extra.is_empty(),
        "{} topics; missing {missing:#?}, too many {extra:#?}",
        pairs.len()
    );
}

#[test]
fn every_real_bulletin_is_read() {
    let Some(corpus) = shared("corpus") else { return };
    let files = common::entries(&corpus);
    let mut read = 0;
    let mut faults = Vec::new();
    for path in files.into_iter().filter(|path| path.extension().is_some_and(|end| end == "jsonl")) {
        let file = fs::File::open(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        for line in io::BufReader::new(file).lines() {
            let record: Value = serde_json::from_str(&line.expect("a line")).expect("a record");
            let text = record["text"].as_str().expect("a text");
            let id = &record["id"];
            read += 1;
            match catch_unwind(AssertUnwindSafe(|| newswire::parse(text))) {
                Ok(Ok(bulletin)) => {
                    faults.extend(properties::spans(text, &bulletin).into_iter().map(|fault| format!("{id}: {fault}")));
                }
                Ok(Err(error)) => faults.push(format!("{id}: {error}")),
                Err(_) => faults.push(format!("{id}: the parser panics")),
            }
        }
    }
    assert!(read > 0, "no bulletin in {}", corpus.display());
    assert!(faults.is_empty(), "{} faults in {read} bulletins:\n{}", faults.len(), faults.join("\n"));
}
