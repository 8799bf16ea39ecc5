//! Draws who met whom: reads bulletins, or records of them, and writes a network of countries or people.
//!
//! ```console
//! $ cargo run --release --example network -- bulletins/ --out network.svg
//! $ cargo run --release --example network -- --format html --nodes people bulletins/ records.jsonl > network.html
//! $ cargo run --release --example network -- --format graphml --kind call --from 2024-01-01 bulletins/ > calls.graphml
//! ```
//!
//! The command line is here; `input` reads the files, `graph` counts the meetings, `layout` gives every node its place,
//! and `svg`, `page` and `tools` write the four formats.

#[path = "../common/mod.rs"]
mod common;
mod graph;
mod input;
mod layout;
mod page;
mod svg;
mod tools;

use std::env;
use std::ffi::OsString;
use std::fs;
use std::io::{self, Write};
use std::process::ExitCode;

use common::{reference_date, status};
use graph::{Filter, Graph, Nodes};
use newswire::{MeetingKind, Parser};

const HELP: &str = "\
Reads news agency bulletins, or records of them, and draws who met whom.

Usage: network [OPTIONS] [PATH]...

Arguments:
  [PATH]...  Bulletins as UTF-8 text, one a file; records as JSON lines (.jsonl), such as `parse --json` prints;
             folders with .txt and .jsonl files at any depth; - or nothing is standard input, of either sort

Options:
      --format FORMAT              svg (the default): a drawing
                                   html: a page with the drawing, a filter and details, which needs nothing else
                                   dot: for Graphviz
                                   graphml: for Gephi, networkx and others
      --nodes NODES                countries (the default) or people
      --kind KIND[,KIND]...        Only meetings of these kinds, such as call or reception
      --from YYYY-MM-DD            Only meetings of this day or later
      --to YYYY-MM-DD              Only meetings of this day or earlier
      --reference-date YYYY-MM-DD  The day of writing, for dates without a year and for \"today\"
      --out FILE                   Where to write, instead of standard output
  -h, --help                       Print this help

An edge is between two principals of a meeting, or their countries, and weighs as many meetings as the bulletins report:
one that two bulletins report counts twice. People are one node when name and country agree; holders of an office who are
not named are left out. A meeting has its own date or else that of the dateline; one without a date passes no --from or --to.

Exit status: 0, or 1 when a file could not be read or parsed or the output not written, or 2 for a usage error.
";

fn main() -> ExitCode {
    match Command::from_args(env::args_os().skip(1)) {
        Ok(Command::Run(options)) => status(run(&options)),
        Ok(Command::Help) => status(io::stdout().lock().write_all(HELP.as_bytes()).map(|()| true)),
        Err(message) => {
            complain(&format!("{message}\nTry --help."));
            ExitCode::from(2)
        }
    }
}

/// A message on standard error. There is nothing to be done when that is closed too.
fn complain(message: &str) {
    let _ = writeln!(io::stderr(), "network: {message}");
}

enum Command {
    Help,
    Run(Options),
}

#[derive(Default)]
struct Options {
    format: Format,
    nodes: Nodes,
    filter: Filter,
    parser: Parser,
    /// Standard output when there is none.
    out: Option<OsString>,
    /// Never empty; `-` is standard input.
    paths: Vec<OsString>,
}

#[derive(Clone, Copy, Default)]
enum Format {
    #[default]
    Svg,
    Html,
    Dot,
    GraphMl,
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
                "--format" => options.format = format(&value("svg")?)?,
                "--nodes" => options.nodes = nodes(&value("people")?)?,
                "--kind" => options.filter.kinds.extend(kinds(&value("call,reception")?)?),
                "--from" => options.filter.from = Some(reference_date(&value("2024-01-01")?)?),
                "--to" => options.filter.to = Some(reference_date(&value("2024-12-31")?)?),
                "--reference-date" => {
                    options.parser = options.parser.reference_date(reference_date(&value("2024-11-29")?)?);
                }
                "--out" => options.out = Some(value("network.svg")?.into()),
                "-h" | "--help" => return Ok(Self::Help),
                "--" => options.paths.extend(args.by_ref()),
                _ if name.starts_with('-') && name != "-" => return Err(format!("unknown option {text:?}")),
                _ => options.paths.push(arg),
            }
        }
        if options.paths.is_empty() {
            options.paths.push("-".into());
        }
        Ok(Self::Run(options))
    }
}

fn format(text: &str) -> Result<Format, String> {
    match text {
        "svg" => Ok(Format::Svg),
        "html" => Ok(Format::Html),
        "dot" => Ok(Format::Dot),
        "graphml" => Ok(Format::GraphMl),
        _ => Err(format!("{text:?} is not a format; svg, html, dot and graphml are")),
    }
}

fn nodes(text: &str) -> Result<Nodes, String> {
    match text {
        "countries" => Ok(Nodes::Countries),
        "people" => Ok(Nodes::People),
        _ => Err(format!("{text:?} cannot be nodes; countries and people can")),
    }
}

fn kinds(text: &str) -> Result<Vec<MeetingKind>, String> {
    let known = MeetingKind::ALL.iter().map(|kind| kind.as_str()).collect::<Vec<_>>().join(", ");
    let kinds = text.split(',').map(|kind| kind.trim().parse());
    kinds.collect::<Result<_, _>>().map_err(|error| format!("{error}; the kinds are {known}"))
}

/// Reads everything, then writes once. What fails is told about and passed over; the answer is whether nothing did.
fn run(options: &Options) -> io::Result<bool> {
    let mut graph = Graph::new(options.nodes);
    let mut all_read = true;
    for record in options.paths.iter().flat_map(|path| input::records(&options.parser, path)) {
        match record {
            Ok(record) => graph.add(&record.bulletin, &record.origin, &options.filter),
            Err(message) => {
                all_read = false;
                complain(&message);
            }
        }
    }
    if graph.edges().is_empty() {
        complain("no two of them met: the network is empty");
    }
    let text = match options.format {
        Format::Svg => svg::drawing(&graph),
        Format::Html => page::html(&graph),
        Format::Dot => tools::dot(&graph),
        Format::GraphMl => tools::graphml(&graph),
    };
    match &options.out {
        None => io::stdout().lock().write_all(text.as_bytes())?,
        Some(file) => {
            if let Err(error) = fs::write(file, text) {
                complain(&format!("{}: cannot write: {error}", file.to_string_lossy()));
                return Ok(false);
            }
        }
    }
    Ok(all_read)
}
