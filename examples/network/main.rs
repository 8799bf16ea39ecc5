//! Draws who met whom: reads bulletins, or records of them, and writes a network of countries or people.
//!
//! ```console
//! $ cargo run --release --example network -- bulletins/ --out network.svg
//! $ cargo run --release --example network -- --format html --nodes people bulletins/ records.jsonl > network.html
//! $ cargo run --release --example network -- --format graphml --kind call --from 2024-01-01 bulletins/ > calls.graphml
//! ```
//!
//! The command line is here; `common::records` reads the files, `graph` counts the meetings, `layout` gives every node its place,
//! and `svg`, `page` and `tools` write the four formats.

#[path = "../common/mod.rs"]
mod common;
mod graph;
mod layout;
mod page;
mod svg;
mod tools;

use std::ffi::OsString;
use std::io;
use std::process::ExitCode;

use common::records::records;
use common::{DocumentOptions, Faults};
use graph::{Filter, Graph, Nodes};
use lexopt::ValueExt;
use newswire::MeetingKind;

const HELP: &str = "\
Reads news agency bulletins, or records of them, and draws who met whom.

Usage: network [OPTIONS] [PATH]...

Arguments:
  [PATH]...  Bulletins as UTF-8 text, one a file; records as JSON lines (.jsonl), as `parse --json`, `archive`
             and `watch` write them; folders with .txt and .jsonl files at any depth; - or nothing is standard input,
             of either sort

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
    common::main("network", HELP, Options::set, run)
}

#[derive(Default)]
struct Options {
    format: Format,
    nodes: Nodes,
    filter: Filter,
    document: DocumentOptions,
}

#[derive(Clone, Copy, Default)]
enum Format {
    #[default]
    Svg,
    Html,
    Dot,
    GraphMl,
}

impl Options {
    /// Takes an option from the command line; the answer is whether there is one of that name.
    fn set(&mut self, name: &str, args: &mut lexopt::Parser) -> Result<bool, lexopt::Error> {
        match name {
            "format" => self.format = format(&args.value()?.string()?)?,
            "nodes" => self.nodes = nodes(&args.value()?.string()?)?,
            "kind" => self.filter.kinds.extend(kinds(&args.value()?.string()?)?),
            "from" => self.filter.from = Some(common::date(args)?),
            "to" => self.filter.to = Some(common::date(args)?),
            _ => return self.document.set(name, args),
        }
        Ok(true)
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

/// Reads everything, then writes once. What fails is told about and passed over.
fn run(options: &Options, paths: &[OsString], faults: &mut Faults) -> io::Result<()> {
    let mut graph = Graph::new(options.nodes);
    for record in paths.iter().flat_map(|path| records(&options.document.parser, path)) {
        match record {
            Ok(record) => graph.add(&record.bulletin, &record.origin, &options.filter),
            Err(message) => faults.add(message),
        }
    }
    if graph.edges().is_empty() {
        faults.remark("no two of them met: the network is empty");
    }
    let text = match options.format {
        Format::Svg => svg::drawing(&graph),
        Format::Html => page::html(&graph),
        Format::Dot => tools::dot(&graph),
        Format::GraphMl => tools::graphml(&graph),
    };
    options.document.write(&text)
}
