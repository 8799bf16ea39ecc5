//! The network as a drawing.

use std::collections::BTreeMap;
use std::fmt::{self, Write};

use newswire::Country;

use crate::common::{Escaped, Isolated};
use crate::graph::{Edge, Graph, Nodes};
use crate::layout::{Room, layout};

/// The colours of the countries with the most people, told apart by readers who see no red or green (Okabe and Ito).
const COLOURS: [&str; 7] = ["#0072b2", "#e69f00", "#009e73", "#d55e00", "#56b4e9", "#cc79a7", "#f0e442"];
/// The colour of all others.
const GREY: &str = "#999999";

/// The radius of a node is `RADIUS.0 + RADIUS.1 · √degree`, the width of an edge `WIDTH.0 + WIDTH.1 · √weight`, in pixels.
pub const RADIUS: (f64, f64) = (4.0, 3.0);
pub const WIDTH: (f64, f64) = (0.2, 1.3);

const FONT_SIZE: f64 = 12.0;
/// From the rim of a node to the line that its label stands on.
const LABEL_DROP: f64 = FONT_SIZE + 1.0;
const MARGIN: f64 = 24.0;
/// The legend has a line for the sizes and one for the colours.
const LEGEND_LINE: f64 = 56.0;
const LEGEND_WIDTH: f64 = 760.0;

/// The whole SVG document.
pub fn drawing(graph: &Graph) -> String {
    let mut svg = String::new();
    // Writing to a string does not fail.
    let _ = write_drawing(&mut svg, graph);
    svg
}

fn write_drawing(svg: &mut String, graph: &Graph) -> fmt::Result {
    let radii: Vec<f64> = graph.nodes().iter().map(|node| scaled(RADIUS, node.degree)).collect();
    let rooms: Vec<Room> = graph.nodes().iter().zip(&radii).map(|(node, radius)| room(&node.label, *radius)).collect();
    let ends: Vec<(usize, usize)> = graph.edges().iter().map(|edge| edge.ends).collect();
    let layout = layout(&rooms, &ends);
    let width = layout.width.max(LEGEND_WIDTH) + 2.0 * MARGIN;
    let height = layout.height + 3.0 * MARGIN + 2.0 * LEGEND_LINE;
    let left = (width - layout.width) / 2.0;
    let colours = colours(graph);

    writeln!(
        svg,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width:.0}\" height=\"{height:.0}\" \
         viewBox=\"0 0 {width:.0} {height:.0}\" font-family=\"'Noto Sans Arabic', 'Segoe UI', Tahoma, sans-serif\" \
         font-size=\"{FONT_SIZE}\" role=\"img\">"
    )?;
    writeln!(svg, "<title>{}</title>", title(graph))?;
    writeln!(svg, "<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>")?;

    writeln!(svg, "<g stroke=\"#667788\" stroke-opacity=\"0.6\" stroke-linecap=\"round\">")?;
    for (index, edge) in graph.edges().iter().enumerate() {
        let (one, other) = (layout.places[edge.ends.0], layout.places[edge.ends.1]);
        writeln!(
            svg,
            "<line class=\"edge\" id=\"e{index}\" x1=\"{:.1}\" y1=\"{:.1}\" x2=\"{:.1}\" y2=\"{:.1}\" \
             stroke-width=\"{:.1}\"><title>{}</title></line>",
            one.x + left,
            one.y + MARGIN,
            other.x + left,
            other.y + MARGIN,
            scaled(WIDTH, edge.encounters.len()),
            Escaped(&edge_title(graph, edge)),
        )?;
    }
    writeln!(svg, "</g>")?;

    writeln!(svg, "<g text-anchor=\"middle\" fill=\"#222222\">")?;
    for (index, (node, radius)) in graph.nodes().iter().zip(&radii).enumerate() {
        let place = layout.places[index];
        let country = node.country.map(|country| format!(" ({country})")).filter(|_| graph.of() == Nodes::People);
        writeln!(
            svg,
            "<g class=\"node\" id=\"n{index}\" transform=\"translate({:.1} {:.1})\"><title>{}{}: met {}</title>\
             <circle r=\"{radius:.1}\" fill=\"{}\" stroke=\"#ffffff\"/>\
             <text y=\"{:.1}\" direction=\"{}\" paint-order=\"stroke\" stroke=\"#ffffff\" stroke-width=\"3\">{}</text></g>",
            place.x + left,
            place.y + MARGIN,
            Escaped(&Isolated(&node.label).to_string()),
            country.unwrap_or_default(),
            others(graph.of(), node.degree),
            colours.of(node.country),
            radius + LABEL_DROP,
            direction(&node.label),
            Escaped(&node.label),
        )?;
    }
    writeln!(svg, "</g>")?;
    legend(svg, graph, &colours, layout.height + 2.0 * MARGIN)?;
    writeln!(svg, "</svg>")
}

pub fn scaled((least, step): (f64, f64), count: usize) -> f64 {
    least + step * (count as f64).sqrt()
}

/// The room of a node with its label below. How wide a letter is depends on the font; this is rather more than most are.
fn room(label: &str, radius: f64) -> Room {
    let label_width = label.chars().count() as f64 * FONT_SIZE * 0.55;
    Room { half_width: radius.max(label_width / 2.0), above: radius, below: radius + LABEL_DROP + FONT_SIZE / 3.0 }
}

/// The direction of a text, by its first letter that has one: Hebrew, Arabic and their kin run from right to left.
fn direction(text: &str) -> &'static str {
    let right_to_left =
        |c: char| matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}');
    match text.chars().find(|c| c.is_alphabetic()) {
        Some(c) if right_to_left(c) => "rtl",
        _ => "ltr",
    }
}

/// What the drawing shows, in one line.
pub fn title(graph: &Graph) -> String {
    let of = match graph.of() {
        Nodes::Countries => counted(graph.nodes().len(), "country", "countries"),
        Nodes::People => counted(graph.nodes().len(), "person", "people"),
    };
    format!("Who met whom: {of}, {}", counted(graph.encounters().len(), "meeting", "meetings"))
}

fn counted(count: usize, one: &str, more: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { more })
}

fn others(of: Nodes, count: usize) -> String {
    match of {
        Nodes::Countries => counted(count, "country", "countries"),
        Nodes::People => counted(count, "person", "people"),
    }
}

fn edge_title(graph: &Graph, edge: &Edge) -> String {
    let label = |node: usize| Isolated(&graph.nodes()[node].label).to_string();
    let days = match graph.days(edge) {
        Some((first, last)) if first == last => format!(", {first}"),
        Some((first, last)) => format!(", {first} to {last}"),
        None => String::new(),
    };
    let meetings = counted(edge.encounters.len(), "meeting", "meetings");
    format!("{} and {}: {meetings} ({}){days}", label(edge.ends.0), label(edge.ends.1), graph.kinds(edge))
}

/// Which country has which colour.
struct Colours {
    /// With a colour of their own, the one with the most nodes first.
    countries: Vec<Country>,
    /// Whether there are nodes without such a colour.
    others: bool,
}

/// Among countries a colour of its own would say nothing that the label does not.
fn colours(graph: &Graph) -> Colours {
    if graph.of() == Nodes::Countries {
        return Colours { countries: Vec::new(), others: false };
    }
    let mut counts: BTreeMap<Country, usize> = BTreeMap::new();
    for country in graph.nodes().iter().filter_map(|node| node.country) {
        *counts.entry(country).or_default() += 1;
    }
    let mut countries: Vec<Country> = counts.keys().copied().collect();
    countries.sort_by_key(|country| std::cmp::Reverse(counts[country]));
    countries.truncate(COLOURS.len());
    let others = graph.nodes().iter().any(|node| node.country.is_none_or(|country| !countries.contains(&country)));
    Colours { countries, others }
}

impl Colours {
    fn of(&self, country: Option<Country>) -> &'static str {
        if self.countries.is_empty() && !self.others {
            return COLOURS[0];
        }
        let position = self.countries.iter().position(|known| Some(*known) == country);
        position.map_or(GREY, |position| COLOURS[position])
    }
}

/// What sizes, widths and colours mean, below the network.
fn legend(svg: &mut String, graph: &Graph, colours: &Colours, top: f64) -> fmt::Result {
    let middle = top + LEGEND_LINE / 2.0;
    let mut x = MARGIN;
    writeln!(svg, "<g class=\"legend\" fill=\"#222222\">")?;
    writeln!(
        svg,
        "<line x1=\"{x}\" y1=\"{top:.1}\" x2=\"{:.1}\" y2=\"{top:.1}\" stroke=\"#dddddd\"/>",
        x + LEGEND_WIDTH
    )?;

    legend_text(svg, &mut x, middle, if graph.of() == Nodes::People { "People met:" } else { "Countries met:" })?;
    for degree in samples(graph.nodes().iter().map(|node| node.degree)) {
        let radius = scaled(RADIUS, degree);
        writeln!(
            svg,
            "<circle cx=\"{:.1}\" cy=\"{middle:.1}\" r=\"{radius:.1}\" fill=\"#ffffff\" stroke=\"#667788\"/>",
            x + radius
        )?;
        x += 2.0 * radius + 5.0;
        legend_text(svg, &mut x, middle, &degree.to_string())?;
    }
    x += MARGIN;
    legend_text(svg, &mut x, middle, "Meetings:")?;
    for weight in samples(graph.edges().iter().map(|edge| edge.encounters.len())) {
        writeln!(
            svg,
            "<line x1=\"{x:.1}\" y1=\"{middle:.1}\" x2=\"{:.1}\" y2=\"{middle:.1}\" stroke=\"#667788\" \
             stroke-opacity=\"0.6\" stroke-width=\"{:.1}\"/>",
            x + 28.0,
            scaled(WIDTH, weight)
        )?;
        x += 34.0;
        legend_text(svg, &mut x, middle, &weight.to_string())?;
    }

    let middle = middle + LEGEND_LINE;
    x = MARGIN;
    if !colours.countries.is_empty() {
        legend_text(svg, &mut x, middle, "Country:")?;
    }
    let named = colours.countries.iter().map(|country| (colours.of(Some(*country)), country.to_string()));
    for (colour, name) in named.chain(colours.others.then(|| (GREY, "other or unknown".to_owned()))) {
        writeln!(svg, "<circle cx=\"{:.1}\" cy=\"{middle:.1}\" r=\"6\" fill=\"{colour}\"/>", x + 6.0)?;
        x += 17.0;
        legend_text(svg, &mut x, middle, &name)?;
    }
    writeln!(svg, "</g>")
}

/// Writes a text of the legend and moves to where the next thing stands.
fn legend_text(svg: &mut String, x: &mut f64, middle: f64, text: &str) -> fmt::Result {
    writeln!(svg, "<text x=\"{x:.1}\" y=\"{:.1}\">{text}</text>", middle + FONT_SIZE / 3.0)?;
    *x += text.len() as f64 * FONT_SIZE * 0.55 + 12.0;
    Ok(())
}

/// The least and the greatest of some counts and one between them, each once.
fn samples(counts: impl Iterator<Item = usize> + Clone) -> Vec<usize> {
    let (Some(least), Some(greatest)) = (counts.clone().min(), counts.max()) else { return Vec::new() };
    let mut samples = vec![least, least.midpoint(greatest), greatest];
    samples.dedup();
    samples
}
