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

use std::env;
use std::ffi::OsString;
use std::io::{self, BufWriter, Write};
use std::process::ExitCode;

use common::{Isolated, status};
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
    let mut out = BufWriter::new(io::stdout().lock());
    match Options::from_args(env::args_os().skip(1)) {
        Ok(Some(options)) => status(run(&options, &mut out).and_then(|all_read| out.flush().map(|()| all_read))),
        Ok(None) => status(out.write_all(HELP.as_bytes()).and_then(|()| out.flush()).map(|()| true)),
        Err(message) => {
            complain(&format!("{message}\nTry --help."));
            ExitCode::from(2)
        }
    }
}

/// A message on standard error. There is nothing to be done when that is closed too.
fn complain(message: &str) {
    let _ = writeln!(io::stderr(), "explain: {message}");
}

#[derive(Default)]
struct Options {
    field: String,
    json: bool,
    /// Never empty; `-` is standard input.
    files: Vec<OsString>,
}

impl Options {
    /// The options, or none when help is asked for.
    fn from_args(mut args: impl Iterator<Item = OsString>) -> Result<Option<Self>, String> {
        let mut options = Self::default();
        while let Some(arg) = args.next() {
            match arg.to_str() {
                Some("--json") => options.json = true,
                Some("--field") => {
                    let value = args.next().ok_or("--field needs a JSON pointer, as in --field /meetings/0")?;
                    options.field = value.to_string_lossy().trim_end_matches('/').to_owned();
                }
                Some("-h" | "--help") => return Ok(None),
                Some("--") => options.files.extend(args.by_ref()),
                Some(text) if text.starts_with('-') && text != "-" => return Err(format!("unknown option {text:?}")),
                _ => options.files.push(arg),
            }
        }
        if options.files.is_empty() {
            options.files.push("-".into());
        }
        Ok(Some(options))
    }

    /// Whether a value is at or below the pointer that is asked for.
    fn wants(&self, ground: &Ground) -> bool {
        ground.field.strip_prefix(&self.field).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    }
}

/// Explains every bulletin in turn. A file that fails is told about and passed over; the answer is whether none did.
fn run(options: &Options, out: &mut impl Write) -> io::Result<bool> {
    let parser = Parser::new();
    let mut all_read = true;
    for file in &options.files {
        let explained = common::read(file)
            .and_then(|source| parser.explain(&source).map(|all| (source, all)).map_err(|error| error.to_string()));
        match explained {
            Ok((source, mut explanation)) => {
                explanation.grounds.retain(|ground| options.wants(ground));
                if options.json {
                    serde_json::to_writer(&mut *out, &explanation)?;
                    writeln!(out)?;
                } else {
                    print(out, &source, &explanation)?;
                }
            }
            Err(message) => {
                all_read = false;
                complain(&format!("{}: {message}", file.to_string_lossy()));
            }
        }
    }
    Ok(all_read)
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
