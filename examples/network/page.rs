//! The network as a page of its own: the drawing, what the filter needs to know of every meeting, and the script.

use serde_json::json;

use crate::graph::Graph;
use crate::svg::{RADIUS, WIDTH, drawing, title};

/// The page without drawing and data.
const PAGE: &str = include_str!("page.html");

pub fn html(graph: &Graph) -> String {
    let nodes: Vec<_> =
        graph.nodes().iter().map(|node| json!({ "label": node.label, "country": node.country })).collect();
    let meetings = graph.encounters().iter();
    let meetings: Vec<_> = meetings
        .map(|meeting| json!({ "kind": meeting.kind, "date": meeting.date, "origin": meeting.origin }))
        .collect();
    let edges: Vec<_> =
        graph.edges().iter().map(|edge| json!({ "ends": edge.ends, "meetings": edge.encounters })).collect();
    let data = json!({ "nodes": nodes, "meetings": meetings, "edges": edges, "radius": RADIUS, "width": WIDTH });
    // No end tag can stand in the data of a script: in JSON the sign is as good when it is escaped.
    let data = data.to_string().replace('<', "\\u003c");
    // The places are found before any is filled, so that nothing in a name is taken for one.
    let (head, rest) = PAGE.split_once("{{drawing}}").unwrap_or((PAGE, ""));
    let (middle, end) = rest.split_once("{{data}}").unwrap_or((rest, ""));
    let head = head.replace("{{title}}", &title(graph));
    format!("{head}{}{middle}{data}{end}", drawing(graph))
}
