//! Reads bulletins and prints them in other people's formats: ninjs, schema.org, or rows of event data.
//!
//! ```console
//! $ cargo run --example export -- --format ninjs bulletin.txt
//! $ cargo run --release --example export -- --format events --reference-date 2024-12-01 bulletins/*.txt > events.tsv
//! $ cat bulletin.txt | cargo run --example export -- --format schema-org
//! ```
//!
//! What the library is asked to do is all in [`run`]; the rest is the command line.

mod common;

use std::env;
use std::ffi::OsString;
use std::io::{self, BufWriter, Write};
use std::process::ExitCode;

use common::{reference_date, status};
use newswire::Parser;
use newswire::export::{events, ninjs, schema_org};

const HELP: &str = "\
Reads news agency bulletins and prints them in other people's formats.

Usage: export [OPTIONS] [FILE]...

Arguments:
  [FILE]...  Bulletins as UTF-8 text, one a file; - or nothing is standard input

Options:
      --format FORMAT              ninjs (the default): IPTC ninjs 3.1, a JSON object a line
                                   schema-org: a NewsArticle in JSON-LD, an object a line
                                   events: CAMEO and PLOVER event data, tab-separated with a head line
      --reference-date YYYY-MM-DD  The day of writing, for dates without a year and for \"today\"
  -h, --help                       Print this help

A ninjs item needs an identifier: here it is urn:newswire:N, N being the place of the file among the arguments.

Exit status: 0, or 1 when a file could not be read or parsed, or 2 for a usage error.
";

fn main() -> ExitCode {
    let options = match Command::from_args(env::args_os().skip(1)) {
        Ok(Command::Run(options)) => options,
        Ok(Command::Help) => {
            return status(io::stdout().lock().write_all(HELP.as_bytes()).map(|()| true));
        }
        Err(message) => {
            complain(&format!("{message}\nTry --help."));
            return ExitCode::from(2);
        }
    };
    let mut out = BufWriter::new(io::stdout().lock());
    status(run(&options, &mut out).and_then(|all_read| out.flush().map(|()| all_read)))
}

/// A message on standard error. There is nothing to be done when that is closed too.
fn complain(message: &str) {
    let _ = writeln!(io::stderr(), "export: {message}");
}

// ---------------------------------------------------------------------------------------------------------------------
// The command line

enum Command {
    Help,
    Run(Options),
}

#[derive(Default)]
struct Options {
    format: Format,
    parser: Parser,
    /// Never empty; `-` is standard input.
    files: Vec<OsString>,
}

#[derive(Clone, Copy, Default)]
enum Format {
    #[default]
    Ninjs,
    SchemaOrg,
    Events,
}

impl Command {
    fn from_args(mut args: impl Iterator<Item = OsString>) -> Result<Self, String> {
        let mut options = Options::default();
        while let Some(arg) = args.next() {
            // An option and its value can be two arguments, or one with = between.
            let text = arg.to_string_lossy().into_owned();
            let (name, value) = match text.split_once('=') {
                Some((name, value)) if name.starts_with("--") => (name, Some(value.to_owned())),
                _ => (text.as_str(), None),
            };
            let mut value = |example: &str| match value.clone().or_else(|| Some(args.next()?.to_string_lossy().into()))
            {
                Some(value) => Ok(value),
                None => Err(format!("{name} needs a value, as in {name} {example}")),
            };
            match name {
                "--format" => options.format = format(&value("ninjs")?)?,
                "--reference-date" => {
                    options.parser = options.parser.reference_date(reference_date(&value("2024-11-29")?)?);
                }
                "-h" | "--help" => return Ok(Self::Help),
                "--" => options.files.extend(args.by_ref()),
                _ if name.starts_with('-') && name != "-" => return Err(format!("unknown option {text:?}")),
                _ => options.files.push(arg),
            }
        }
        if options.files.is_empty() {
            options.files.push("-".into());
        }
        Ok(Self::Run(options))
    }
}

fn format(text: &str) -> Result<Format, String> {
    match text {
        "ninjs" => Ok(Format::Ninjs),
        "schema-org" => Ok(Format::SchemaOrg),
        "events" => Ok(Format::Events),
        _ => Err(format!("{text:?} is not a format; ninjs, schema-org and events are")),
    }
}

// ---------------------------------------------------------------------------------------------------------------------
// Reading and exporting

/// Prints every bulletin in turn. A file that fails is told about and passed over; the answer is whether none did.
fn run(options: &Options, out: &mut impl Write) -> io::Result<bool> {
    if let Format::Events = options.format {
        writeln!(out, "{}", events::EventRow::COLUMNS.join("\t"))?;
    }
    let mut all_read = true;
    for (index, file) in options.files.iter().enumerate() {
        let name = file.to_string_lossy();
        let source = match common::read(file) {
            Ok(source) => source,
            Err(fault) => {
                all_read = false;
                complain(&format!("{name}: {fault}"));
                continue;
            }
        };
        let bulletin = match options.parser.parse(&source) {
            Ok(bulletin) => bulletin,
            Err(error) => {
                all_read = false;
                complain(&format!("{name}: {error}"));
                continue;
            }
        };
        match options.format {
            Format::Ninjs => {
                let uri = format!("urn:newswire:{}", index + 1);
                let item = ninjs::news_item(&bulletin, &ninjs::Options::new(&uri).source(&source));
                serde_json::to_writer(&mut *out, &item)?;
                writeln!(out)?;
            }
            Format::SchemaOrg => {
                let article = schema_org::news_article(&bulletin, &schema_org::Options::new().source(&source));
                serde_json::to_writer(&mut *out, &article)?;
                writeln!(out)?;
            }
            Format::Events => {
                for row in events::rows(&bulletin) {
                    writeln!(out, "{row}")?;
                }
            }
        }
    }
    Ok(all_read)
}
