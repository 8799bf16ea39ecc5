//! The network for other tools: DOT for Graphviz, GraphML for Gephi, networkx and others.

use std::fmt::{self, Display, Write};

use crate::common::Escaped;
use crate::graph::Graph;
use crate::svg::{WIDTH, scaled, title};

/// An undirected graph in the language of Graphviz.
pub fn dot(graph: &Graph) -> String {
    let mut text = String::new();
    // Writing to a string does not fail.
    let _ = write_dot(&mut text, graph);
    text
}

fn write_dot(text: &mut String, graph: &Graph) -> fmt::Result {
    writeln!(text, "graph meetings {{")?;
    writeln!(text, "  charset=\"UTF-8\"; overlap=false; tooltip={};", Quoted(&title(graph)))?;
    for (index, node) in graph.nodes().iter().enumerate() {
        write!(text, "  n{index} [label={}", Quoted(&node.label))?;
        if let Some(country) = node.country {
            write!(text, ", country={}", Quoted(country.as_str()))?;
        }
        writeln!(text, "];")?;
    }
    for edge in graph.edges() {
        let weight = edge.encounters.len();
        let kinds = graph.kinds(edge);
        write!(
            text,
            "  n{} -- n{} [weight={weight}, penwidth={:.1}, kinds={kinds}, tooltip={kinds}",
            edge.ends.0,
            edge.ends.1,
            scaled(WIDTH, weight),
            kinds = Quoted(&kinds),
        )?;
        if let Some((first, last)) = graph.days(edge) {
            write!(text, ", first=\"{first}\", last=\"{last}\"")?;
        }
        writeln!(text, "];")?;
    }
    writeln!(text, "}}")
}

/// A string of DOT. Graphviz reads a backslash as the opening of an escape, so that it needs one itself.
struct Quoted<'a>(&'a str);

impl Display for Quoted<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "\"{}\"", self.0.replace('\\', "\\\\").replace('"', "\\\""))
    }
}

/// The attributes of GraphML: what has them, the name, the type.
const KEYS: [(&str, &str, &str); 7] = [
    ("node", "label", "string"),
    ("node", "country", "string"),
    ("node", "degree", "int"),
    ("edge", "weight", "int"),
    ("edge", "kinds", "string"),
    ("edge", "first", "string"),
    ("edge", "last", "string"),
];

/// An undirected graph in GraphML.
pub fn graphml(graph: &Graph) -> String {
    let mut text = String::new();
    // Writing to a string does not fail.
    let _ = write_graphml(&mut text, graph);
    text
}

fn write_graphml(text: &mut String, graph: &Graph) -> fmt::Result {
    writeln!(text, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>")?;
    writeln!(text, "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">")?;
    for (of, name, kind) in KEYS {
        writeln!(text, "  <key id=\"{name}\" for=\"{of}\" attr.name=\"{name}\" attr.type=\"{kind}\"/>")?;
    }
    writeln!(text, "  <graph edgedefault=\"undirected\">")?;
    for (index, node) in graph.nodes().iter().enumerate() {
        writeln!(text, "    <node id=\"n{index}\">")?;
        data(text, "label", &node.label)?;
        if let Some(country) = node.country {
            data(text, "country", country.as_str())?;
        }
        data(text, "degree", &node.degree.to_string())?;
        writeln!(text, "    </node>")?;
    }
    for (index, edge) in graph.edges().iter().enumerate() {
        writeln!(text, "    <edge id=\"e{index}\" source=\"n{}\" target=\"n{}\">", edge.ends.0, edge.ends.1)?;
        data(text, "weight", &edge.encounters.len().to_string())?;
        data(text, "kinds", &graph.kinds(edge))?;
        if let Some((first, last)) = graph.days(edge) {
            data(text, "first", &first.to_string())?;
            data(text, "last", &last.to_string())?;
        }
        writeln!(text, "    </edge>")?;
    }
    writeln!(text, "  </graph>\n</graphml>")
}

fn data(text: &mut String, key: &str, value: &str) -> fmt::Result {
    writeln!(text, "      <data key=\"{key}\">{}</data>", Escaped(value))
}
