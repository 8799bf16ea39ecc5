//! Reads bulletins and prints them in other people's formats: ninjs, schema.org, or rows of event data.
//!
//! ```console
//! $ cargo run --example export -- --format ninjs bulletin.txt
//! $ cargo run --release --example export -- --format events --reference-date 2024-12-01 bulletins/*.txt > events.tsv
//! $ cat bulletin.txt | cargo run --example export -- --format schema-org
//! ```
//!
//! What the library is asked to do is all in `run` and `print`; the rest is the command line.

mod common;

use std::ffi::OsString;
use std::io::{self, BufWriter, Write};
use std::process::ExitCode;

use common::Faults;
use lexopt::ValueExt;
use newswire::export::{events, ninjs, schema_org};
use newswire::{Bulletin, Parser};

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
    common::main("export", HELP, Options::set, run)
}

#[derive(Default)]
struct Options {
    format: Format,
    parser: Parser,
}

#[derive(Clone, Copy, Default)]
enum Format {
    #[default]
    Ninjs,
    SchemaOrg,
    Events,
}

impl Options {
    /// Takes an option from the command line; the answer is whether there is one of that name.
    fn set(&mut self, name: &str, args: &mut lexopt::Parser) -> Result<bool, lexopt::Error> {
        match name {
            "format" => self.format = format(&args.value()?.string()?)?,
            "reference-date" => self.parser = self.parser.reference_date(common::date(args)?),
            _ => return Ok(false),
        }
        Ok(true)
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

/// Prints every bulletin in turn. A file that fails is told about and passed over.
fn run(options: &Options, files: &[OsString], faults: &mut Faults) -> io::Result<()> {
    let mut out = BufWriter::new(io::stdout().lock());
    if let Format::Events = options.format {
        writeln!(out, "{}", events::EventRow::COLUMNS.join("\t"))?;
    }
    for (index, file) in files.iter().enumerate() {
        let parsed = common::read(file).and_then(|source| {
            options.parser.parse(&source).map(|bulletin| (source, bulletin)).map_err(|error| error.to_string())
        });
        match parsed {
            Ok((source, bulletin)) => print(&mut out, options.format, index + 1, &source, &bulletin)?,
            Err(message) => faults.add(format_args!("{}: {message}", file.to_string_lossy())),
        }
    }
    out.flush()
}

/// One bulletin in the format that is asked for; `number` is its place among the arguments.
fn print(out: &mut impl Write, format: Format, number: usize, source: &str, bulletin: &Bulletin) -> io::Result<()> {
    match format {
        Format::Ninjs => {
            let uri = format!("urn:newswire:{number}");
            let item = ninjs::news_item(bulletin, &ninjs::Options::new(&uri).source(source));
            serde_json::to_writer(&mut *out, &item)?;
            writeln!(out)
        }
        Format::SchemaOrg => {
            let article = schema_org::news_article(bulletin, &schema_org::Options::new().source(source));
            serde_json::to_writer(&mut *out, &article)?;
            writeln!(out)
        }
        Format::Events => events::rows(bulletin).try_for_each(|row| writeln!(out, "{row}")),
    }
}
