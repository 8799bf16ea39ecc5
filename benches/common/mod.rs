//! The texts that are measured, and the forms of the tables for the yardstick.

// Every bench takes what it needs of it.
#![allow(dead_code)]

use std::fs;
use std::path::{Path, PathBuf};

/// A flash, a bulletin of the usual length, a round-up of sixty kilobytes, and an archive: as many real bulletins as are
/// read by default, where the folder `NEWSWIRE_SHARED` has them, else all bulletins of the tests.
pub const TEXTS: [&str; 4] = ["flash", "median", "roundup", "archive"];

/// A folder of the repository, from the crate itself or from a folder in it.
fn folder(name: &str) -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let found = here.ancestors().map(|above| above.join(name)).find(|folder| folder.is_dir());
    found.unwrap_or_else(|| panic!("there is no {name}"))
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The files of a folder with a certain ending, in order.
fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut files: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    files.sort();
    files.retain(|path| ending == "/" && path.is_dir() || path.extension().is_some_and(|own| own == ending));
    files
}

/// One of [`TEXTS`].
pub fn text(name: &str) -> String {
    let data = folder("tests/data");
    match name {
        "flash" => read(&data.join("nna/nna-c02.txt")),
        "median" => read(&data.join("azertac/azertac-c01.txt")),
        "roundup" => joined(&fixtures(&data), 60 * 1024).swap_remove(0),
        _ => parts(usize::MAX).concat(),
    }
}

/// The archive in parts of so many bytes at most: together they are its whole text.
pub fn parts(most: usize) -> Vec<String> {
    let bulletins = real().unwrap_or_else(|| fixtures(&folder("tests/data")));
    let mut archive = Vec::new();
    let mut room = newswire::Parser::DEFAULT_MAX_LEN;
    for bulletin in bulletins.into_iter().filter(|bulletin| bulletin.len() < 4000) {
        room = room.saturating_sub(bulletin.len() + 1);
        if room == 0 {
            break;
        }
        archive.push(bulletin);
    }
    joined(&archive, most)
}

/// The bulletins of the tests.
fn fixtures(data: &Path) -> Vec<String> {
    files(data, "/").iter().flat_map(|agency| files(agency, "txt")).map(|path| read(&path)).collect()
}

/// Real bulletins, where they are.
fn real() -> Option<Vec<String>> {
    let shared = std::env::var_os("NEWSWIRE_SHARED").map_or_else(|| PathBuf::from("../shared"), PathBuf::from);
    let lines = ["meetings", "other"].map(|name| fs::read_to_string(shared.join(format!("corpus/{name}.jsonl"))));
    let [Ok(meetings), Ok(other)] = lines else { return None };
    let text = |line: &str| serde_json::from_str::<serde_json::Value>(line).ok()?["text"].as_str().map(str::to_owned);
    Some(meetings.lines().chain(other.lines()).filter_map(text).collect())
}

/// Bulletins one after the other, as many as fit in so many bytes, and as many such texts as it takes.
fn joined(bulletins: &[String], most: usize) -> Vec<String> {
    let mut texts = vec![String::new()];
    for bulletin in bulletins {
        if texts.last().is_some_and(|text| text.len().saturating_add(bulletin.len() + 1) > most) {
            texts.push(String::new());
        }
        if let Some(text) = texts.last_mut() {
            text.push_str(bulletin);
            text.push('\n');
        }
    }
    texts
}

/// Every form in the tables that is written with Arabic letters.
pub fn forms() -> Vec<String> {
    let tables: Vec<String> = files(&folder("data/ar"), "tsv").iter().map(|path| read(path)).collect();
    let rows = tables.iter().flat_map(|table| table.lines().filter(|line| !line.starts_with('#')).skip(1));
    let forms = rows.flat_map(|row| row.split(['\t', '|'])).filter(|form| form.contains(|c| c >= '\u{600}'));
    let mut forms: Vec<String> = forms.map(str::to_owned).collect();
    forms.sort();
    forms.dedup();
    forms
}
