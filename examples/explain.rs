//! Reads bulletins and prints for every value why it is there: the rule, the words, and the rows of the tables.
//!
//! ```console
//! $ cargo run --example explain -- bulletin.txt
//! $ cargo run --example explain -- --field /meetings/0/participants bulletin.txt
//! ```
//!
//! A value that is wrong has a rule that misread it or a row that is at fault; a value that is missing has neither, and
//! the word that should have given it is best looked for in the tables of `data/`.

mod common;

use std::ffi::OsString;
use std::io::{self, BufWriter, Write};
use std::process::ExitCode;

use common::{Faults, Isolated};
use lexopt::ValueExt;
use newswire::{Explanation, Ground, Parser};
use serde_json::Value;

const HELP: &str = "\
Reads news agency bulletins and prints for every value the rule, the words and the rows of the tables that gave it.

Usage: explain [OPTIONS] [FILE]...

Arguments:
  [FILE]...  Bulletins as UTF-8 text, one a file; - or nothing is standard input

Options:
      --field POINTER  Only values at or below a JSON pointer, such as /meetings/0/topics
      --json           Print one JSON object a line: the record and the grounds of its values
  -h, --help           Print this help

Exit status: 0, or 1 when a file could not be read or parsed, or 2 for a usage error.
";

fn main() -> ExitCode {
    common::main("explain", HELP, Options::set, run)
}

#[derive(Default)]
struct Options {
    field: String,
    json: bool,
}

impl Options {
    /// Takes an option from the command line; the answer is whether there is one of that name.
    fn set(&mut self, name: &str, args: &mut lexopt::Parser) -> Result<bool, lexopt::Error> {
        match name {
            "field" => self.field = args.value()?.string()?.trim_end_matches('/').to_owned(),
            "json" => self.json = true,
            _ => return Ok(false),
        }
        Ok(true)
    }

    /// Whether a value is at or below the pointer that is asked for.
    fn wants(&self, ground: &Ground) -> bool {
        ground.field.strip_prefix(&self.field).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    }
}

/// Explains every bulletin in turn. A file that fails is told about and passed over.
fn run(options: &Options, files: &[OsString], faults: &mut Faults) -> io::Result<()> {
    let parser = Parser::new();
    let mut out = BufWriter::new(io::stdout().lock());
    for file in files {
        let explained = common::read(file)
            .and_then(|source| parser.explain(&source).map(|all| (source, all)).map_err(|error| error.to_string()));
        match explained {
            Ok((source, mut explanation)) => {
                explanation.grounds.retain(|ground| options.wants(ground));
                if options.json {
                    serde_json::to_writer(&mut out, &explanation)?;
                    writeln!(out)?;
                } else {
                    print(&mut out, &source, &explanation)?;
                }
            }
            Err(message) => faults.add(format_args!("{}: {message}", file.to_string_lossy())),
        }
    }
    out.flush()
}

/// The grounds of one record, each under the value that it is for.
fn print(out: &mut impl Write, source: &str, explanation: &Explanation) -> io::Result<()> {
    let record = serde_json::to_value(&explanation.bulletin)?;
    for ground in &explanation.grounds {
        writeln!(out, "{} = {}", ground.field, Isolated(&value(&record, &ground.field)))?;
        write!(out, "  {}", ground.rule)?;
        match ground.evidence.text(source) {
            Some(words) if !words.is_empty() => writeln!(out, ": {}", Isolated(words))?,
            _ => writeln!(out)?,
        }
        for row in &ground.rows {
            writeln!(out, "  {row}: {}", Isolated(row.words.text(source).unwrap_or("")))?;
        }
    }
    Ok(())
}

/// A value of the record in a few words: a phrase by its text, a place or an agency by its name, anything else as JSON.
fn value(record: &Value, field: &str) -> String {
    let value = record.pointer(field).unwrap_or(&Value::Null);
    let named = |value: &Value| value.get("text").and_then(Value::as_str).map(str::to_owned);
    let text = value.as_str().map(str::to_owned).or_else(|| named(value)).or_else(|| value.get("name").and_then(named));
    text.unwrap_or_else(|| value.to_string())
}
