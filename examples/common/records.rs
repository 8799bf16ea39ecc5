//! Bulletins and records of bulletins, from files, folders and standard input.

use std::ffi::OsStr;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use newswire::{Bulletin, Parser};
use serde_json::Value;

/// What one bulletin says, and where it was read.
pub struct Record {
    /// The file, and for JSON lines the line: `records.jsonl:3`.
    pub origin: String,
    pub bulletin: Bulletin,
}

/// Every record at a path, in the order of the names of the files; for what cannot be read, file, line and reason.
pub fn records(parser: &Parser, path: &OsStr) -> Vec<Result<Record, String>> {
    if path != "-" && Path::new(path).is_dir() {
        let mut files = Vec::new();
        let mut faults = collect(Path::new(path), &mut files);
        if files.is_empty() && faults.is_empty() {
            faults.push(format!("{}: there is no .txt and no .jsonl file in the folder", path.to_string_lossy()));
        }
        let records = files.iter().flat_map(|file| file_records(parser, file.as_os_str()));
        faults.into_iter().map(Err).chain(records).collect()
    } else {
        file_records(parser, path)
    }
}

/// Adds the files below a folder. Links to folders are not followed, so that there is always an end.
fn collect(folder: &Path, files: &mut Vec<PathBuf>) -> Vec<String> {
    let fault = |error: io::Error| vec![format!("{}: cannot read: {error}", folder.display())];
    let entries = match fs::read_dir(folder).and_then(Iterator::collect::<io::Result<Vec<_>>>) {
        Ok(entries) => entries,
        Err(error) => return fault(error),
    };
    let mut paths: Vec<PathBuf> = entries.iter().map(fs::DirEntry::path).collect();
    paths.sort();
    let mut faults = Vec::new();
    for path in paths {
        if path.is_dir() && !path.is_symlink() {
            faults.extend(collect(&path, files));
        } else if path.is_file() && (is_json_lines(&path) || path.extension().is_some_and(|end| end == "txt")) {
            files.push(path);
        }
    }
    faults
}

fn is_json_lines(path: &Path) -> bool {
    path.extension().is_some_and(|end| end == "jsonl")
}

fn file_records(parser: &Parser, file: &OsStr) -> Vec<Result<Record, String>> {
    let name = file.to_string_lossy();
    let bytes = match super::bytes(file) {
        Ok(bytes) => bytes,
        Err(reason) => return vec![Err(format!("{name}: {reason}"))],
    };
    // Standard input has no ending to go by, but no bulletin opens with a brace.
    if is_json_lines(Path::new(file)) || (file == "-" && bytes.trim_ascii_start().starts_with(b"{")) {
        let lines = bytes.split(|byte| *byte == b'\n').enumerate();
        let record = |(index, line): (usize, &[u8])| {
            let origin = format!("{name}:{}", index + 1);
            match stored(line) {
                Ok(bulletin) => Ok(Record { origin, bulletin }),
                Err(reason) => Err(format!("{origin}: {reason}")),
            }
        };
        lines.filter(|(_, line)| !line.trim_ascii().is_empty()).map(record).collect()
    } else {
        let bulletin = super::text(bytes)
            .and_then(|text| parser.parse(&text).map_err(|error| error.to_string()))
            .map_err(|reason| format!("{name}: {reason}"));
        vec![bulletin.map(|bulletin| Record { origin: name.into_owned(), bulletin })]
    }
}

/// A record from its line. Every field of a bulletin has a default, so that any object would be taken for an empty one.
fn stored(line: &[u8]) -> Result<Bulletin, String> {
    let line = std::str::from_utf8(line)
        .map_err(|error| format!("not valid UTF-8, at byte offset {} of the line", error.valid_up_to()))?;
    let mut value: Value = serde_json::from_str(line).map_err(|error| format!("not JSON: {}", placed(&error)))?;
    // `archive` and `watch` put what they know of the file around the record.
    if let Some(inner @ Value::Object(_)) = value.get_mut("bulletin").map(Value::take) {
        value = inner;
    }
    match (value.get("meetings"), value.get("error")) {
        (Some(_), _) => serde_json::from_value(value).map_err(|error| format!("not a record: {error}")),
        (None, Some(reason)) => Err(format!("a bulletin that was not read: {reason}")),
        (None, None) => Err("not a record: it has no meetings".to_owned()),
    }
}

/// The error with its column alone: the line it names is the first of one.
fn placed(error: &serde_json::Error) -> String {
    let message = error.to_string();
    let what = message.rsplit_once(" at line ").map_or(message.as_str(), |(what, _)| what);
    format!("{what} at column {}", error.column())
}
