//! The documentation against what it tells of: the record on the crate page, the figures there against those of the README, and the links
//! of whatever is published.
//!
//! After a change of the README's figures, `NEWSWIRE_BLESS=1 cargo test --test docs` carries them over to the crate page.

mod common;

use std::collections::BTreeSet;
use std::path::Path;
use std::process::Command;
use std::{env, fs};

use newswire::Parser;
use serde_json::{Map, Value};

fn file(name: &str) -> String {
    common::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join(name))
}

/// The crate page as Markdown.
fn crate_page() -> String {
    let source = file("src/lib.rs");
    let lines = source.lines().map_while(|line| line.strip_prefix("//!"));
    lines.map(|line| line.strip_prefix(' ').unwrap_or(line)).collect::<Vec<_>>().join("\n")
}

/// What stands between two marks.
fn between<'t>(text: &'t str, open: &str, close: &str) -> &'t str {
    let found = text.split_once(open).and_then(|(_, rest)| rest.split_once(close));
    found.unwrap_or_else(|| panic!("there is nothing between {open:?} and {close:?}")).0
}

#[test]
fn the_record_on_the_crate_page_is_what_is_read() {
    let page = crate_page();
    let paragraphs = between(&page, "<div dir=\"rtl\" lang=\"ar\">", "</div>");
    let text = paragraphs.replace("<p>", "").replace("</p>", "");
    let shown: Value = serde_json::from_str(between(&page, "```json", "```")).expect("JSON");
    let parser = Parser::new().reference_date("2024-03-12".parse().expect("a date"));
    let read = serde_json::to_value(parser.parse(text.trim()).expect("a bulletin")).expect("JSON");
    assert_eq!(shorn(read), Some(shown));
}

/// A record without spans and what is empty, its phrases as their texts.
fn shorn(value: Value) -> Option<Value> {
    match value {
        Value::Null => None,
        Value::Array(list) => {
            let list: Vec<Value> = list.into_iter().filter_map(shorn).collect();
            (!list.is_empty()).then(|| list.into())
        }
        Value::Object(object) => {
            let left = object.into_iter().filter(|(key, _)| !["span", "mentions", "body"].contains(&key.as_str()));
            let mut left: Map<String, Value> = left.filter_map(|(key, value)| Some((key, shorn(value)?))).collect();
            match left.len() {
                0 => None,
                1 if left.contains_key("text") => left.remove("text"),
                _ => Some(left.into()),
            }
        }
        value => Some(value),
    }
}

#[test]
fn the_figures_on_the_crate_page_are_those_of_the_readme() {
    let readme = file("README.md");
    let rows: Vec<&str> = readme.lines().filter(|line| line.starts_with("| ")).collect();
    let named = |row: &str| row.split('|').nth(1).map(|name| name.trim().to_owned());
    let source = file("src/lib.rs");
    let mut within = false;
    let mut found = 0;
    let mut mended = String::new();
    for line in source.lines() {
        within = if line.starts_with("//! # ") { line == "//! # Accuracy" } else { within };
        let row = line.strip_prefix("//! ").filter(|row| within && row.starts_with("| ") && !row.starts_with("|--"));
        if let Some(row) = row {
            let wanted = rows.iter().find(|other| named(other) == named(row));
            let wanted = wanted.unwrap_or_else(|| panic!("the README has no figures of {row}"));
            mended.push_str(&format!("//! {wanted}\n"));
            found += 1;
        } else {
            mended.push_str(line);
            mended.push('\n');
        }
    }
    assert!(found > 5, "the crate page has only {found} rows of figures");
    if env::var_os("NEWSWIRE_BLESS").is_some_and(|value| value == "1") && mended != source {
        fs::write(Path::new(env!("CARGO_MANIFEST_DIR")).join("src/lib.rs"), &mended).expect("the file can be written");
        return;
    }
    assert!(mended == source, "the figures in src/lib.rs are not the README's; NEWSWIRE_BLESS=1 carries them over");
}

/// A link to a file that is not in the package leads nowhere for whoever has the package alone.
#[test]
fn what_is_published_links_to_what_is_published() {
    let cargo = env::var_os("CARGO").unwrap_or_else(|| env!("CARGO").into());
    let mut list = Command::new(cargo);
    list.current_dir(env!("CARGO_MANIFEST_DIR")).args(["package", "--list", "--allow-dirty"]);
    let output = list.output().expect("cargo can be run");
    let files = String::from_utf8(output.stdout).expect("cargo prints UTF-8");
    let files: BTreeSet<&str> = files.lines().collect();
    assert!(files.contains("README.md"), "{}", String::from_utf8_lossy(&output.stderr));
    for document in files.iter().filter(|name| name.ends_with(".md")) {
        let text = file(document);
        for link in text.split("](").skip(1).filter_map(|rest| rest.split(')').next()) {
            if link.contains("://") || link.starts_with('#') {
                continue;
            }
            let folder = Path::new(document).parent().unwrap_or_else(|| Path::new(""));
            let target = folder.join(link.split('#').next().unwrap_or_default());
            assert!(target.to_str().is_some_and(|target| files.contains(target)), "{document} links to {link}");
        }
    }
}
