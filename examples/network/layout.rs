//! Places for the nodes of a network: forces for each connected part by itself, then the parts side by side.
//!
//! The forces are those of Fruchterman and Reingold, "Graph Drawing by Force-directed Placement" (1991): all nodes push each
//! other away, those with an edge also pull. The start is a fixed one, and nothing but the four operations and the square
//! root is used, which every machine rounds alike: the same network is drawn the same everywhere.

use std::collections::VecDeque;

/// The room that a node and its label take, from the centre of the node.
#[derive(Clone, Copy)]
pub struct Room {
    /// To the left and to the right.
    pub half_width: f64,
    pub above: f64,
    pub below: f64,
}

#[derive(Clone, Copy, Default)]
pub struct Point {
    pub x: f64,
    pub y: f64,
}

/// A place for every node, and the width and height that all of them take from the origin.
pub struct Layout {
    pub places: Vec<Point>,
    pub width: f64,
    pub height: f64,
}

/// The length to which the forces bring an edge between two nodes that are alone.
const EDGE_LENGTH: f64 = 80.0;
const ROUNDS: u32 = 300;
/// The least space between the rooms of two nodes, and between two connected parts.
const GAP: f64 = 6.0;
const PART_GAP: f64 = 28.0;
/// How much wider than high the whole shall be.
const ASPECT: f64 = 1.5;

pub fn layout(rooms: &[Room], edges: &[(usize, usize)]) -> Layout {
    let mut places = vec![Point::default(); rooms.len()];
    let mut parts: Vec<Part> = components(rooms.len(), edges)
        .into_iter()
        .map(|members| Part::new(members, rooms, edges, &mut places))
        .collect();
    // Stable: parts of one height stay in the order of the input.
    parts.sort_by(|a, b| b.height.total_cmp(&a.height));
    pack(&parts, places)
}

/// The connected parts, each with its nodes in rising order.
fn components(count: usize, edges: &[(usize, usize)]) -> Vec<Vec<usize>> {
    let mut neighbours = vec![Vec::new(); count];
    for &(a, b) in edges {
        neighbours[a].push(b);
        neighbours[b].push(a);
    }
    let mut seen = vec![false; count];
    let mut parts = Vec::new();
    for start in 0..count {
        if seen[start] {
            continue;
        }
        seen[start] = true;
        let mut members = Vec::new();
        let mut queue = VecDeque::from([start]);
        while let Some(node) = queue.pop_front() {
            members.push(node);
            for &next in &neighbours[node] {
                if !seen[next] {
                    seen[next] = true;
                    queue.push_back(next);
                }
            }
        }
        members.sort_unstable();
        parts.push(members);
    }
    parts
}

/// A connected part, laid out, its upper left corner at the origin.
struct Part {
    members: Vec<usize>,
    width: f64,
    height: f64,
}

impl Part {
    fn new(members: Vec<usize>, rooms: &[Room], edges: &[(usize, usize)], places: &mut [Point]) -> Self {
        let own: Vec<Room> = members.iter().map(|node| rooms[*node]).collect();
        let local = |node: usize| members.binary_search(&node).ok();
        let own_edges: Vec<(usize, usize)> = edges.iter().filter_map(|&(a, b)| Some((local(a)?, local(b)?))).collect();

        let mut points = start(own.len());
        attract_and_repel(&mut points, &own_edges);
        separate(&mut points, &own);

        let left = least(points.iter().zip(&own).map(|(point, room)| point.x - room.half_width));
        let top = least(points.iter().zip(&own).map(|(point, room)| point.y - room.above));
        let right = -least(points.iter().zip(&own).map(|(point, room)| -point.x - room.half_width));
        let bottom = -least(points.iter().zip(&own).map(|(point, room)| -point.y - room.below));
        for (node, point) in members.iter().zip(points) {
            places[*node] = Point { x: point.x - left, y: point.y - top };
        }
        Self { members, width: right - left, height: bottom - top }
    }
}

fn least(values: impl Iterator<Item = f64>) -> f64 {
    values.fold(f64::INFINITY, f64::min)
}

/// Points strewn over a square: the low-discrepancy sequence of the plastic number, which leaves no two close together.
fn start(count: usize) -> Vec<Point> {
    let side = EDGE_LENGTH * (count as f64).sqrt();
    let strewn = |n: f64, step: f64| side * (n * step).fract();
    (1..=count)
        .map(|n| Point { x: strewn(n as f64, 0.754_877_666_246_692_7), y: strewn(n as f64, 0.569_840_290_998_053_3) })
        .collect()
}

fn attract_and_repel(points: &mut [Point], edges: &[(usize, usize)]) {
    let hottest = EDGE_LENGTH * (points.len() as f64).sqrt() / 4.0;
    for round in 0..ROUNDS {
        let mut forces = vec![Point::default(); points.len()];
        for a in 0..points.len() {
            for b in a + 1..points.len() {
                let (dx, dy, distance) = between(points[a], points[b]);
                push(&mut forces, (a, b), (dx, dy), EDGE_LENGTH * EDGE_LENGTH / (distance * distance));
            }
        }
        for &(a, b) in edges {
            let (dx, dy, distance) = between(points[a], points[b]);
            push(&mut forces, (a, b), (dx, dy), -distance / EDGE_LENGTH);
        }
        // No step is longer than the heat of the round, which sinks to nothing.
        let heat = hottest * f64::from(ROUNDS - round) / f64::from(ROUNDS);
        for (point, force) in points.iter_mut().zip(forces) {
            let length = (force.x * force.x + force.y * force.y).sqrt();
            let scale = if length > heat { heat / length } else { 1.0 };
            point.x += force.x * scale;
            point.y += force.y * scale;
        }
    }
}

/// The way from one point to another, and its length, which is never nothing.
fn between(a: Point, b: Point) -> (f64, f64, f64) {
    let (dx, dy) = (b.x - a.x, b.y - a.y);
    (dx, dy, (dx * dx + dy * dy).sqrt().max(0.01))
}

/// Drives two nodes apart along the way between them, or together when the factor is negative.
fn push(forces: &mut [Point], (a, b): (usize, usize), (dx, dy): (f64, f64), factor: f64) {
    forces[a].x -= dx * factor;
    forces[a].y -= dy * factor;
    forces[b].x += dx * factor;
    forces[b].y += dy * factor;
}

/// Moves nodes until no label is on another node or label, or at least fewer are.
fn separate(points: &mut [Point], rooms: &[Room]) {
    for _ in 0..ROUNDS {
        let mut moved = false;
        for a in 0..points.len() {
            for b in a + 1..points.len() {
                let (one, other) = (points[a], points[b]);
                let aside = rooms[a].half_width + rooms[b].half_width + GAP - (one.x - other.x).abs();
                let overhead =
                    if one.y <= other.y { rooms[a].below + rooms[b].above } else { rooms[b].below + rooms[a].above };
                let over = overhead + GAP - (one.y - other.y).abs();
                if aside <= 0.0 || over <= 0.0 {
                    continue;
                }
                moved = true;
                // The shorter way out, half of it for each.
                if aside < over {
                    let step = if one.x <= other.x { aside / 2.0 } else { -aside / 2.0 };
                    points[a].x -= step;
                    points[b].x += step;
                } else {
                    let step = if one.y <= other.y { over / 2.0 } else { -over / 2.0 };
                    points[a].y -= step;
                    points[b].y += step;
                }
            }
        }
        if !moved {
            return;
        }
    }
}

/// Sets the parts, the highest first, into rows of columns.
fn pack(parts: &[Part], mut places: Vec<Point>) -> Layout {
    let area: f64 = parts.iter().map(|part| (part.width + PART_GAP) * (part.height + PART_GAP)).sum();
    let widest = -least(parts.iter().map(|part| -part.width)).min(0.0);
    let limit = (area * ASPECT).sqrt().max(widest);
    let (mut row_top, mut row_bottom) = (0.0, 0.0);
    let (mut column_left, mut column_right, mut column_bottom) = (0.0, 0.0, 0.0);
    let (mut width, mut height) = (0.0_f64, 0.0_f64);
    for part in parts {
        let fits_below = column_left + part.width <= column_right && column_bottom + part.height <= row_bottom;
        if !fits_below {
            let beside = if column_right > 0.0 { column_right + PART_GAP } else { 0.0 };
            if column_right > 0.0 && beside + part.width > limit {
                row_top = row_bottom + PART_GAP;
                column_left = 0.0;
            } else {
                column_left = beside;
            }
            column_bottom = row_top;
            column_right = column_left + part.width;
            // The first of a row is the highest of it.
            row_bottom = row_bottom.max(row_top + part.height);
        }
        for node in &part.members {
            places[*node].x += column_left;
            places[*node].y += column_bottom;
        }
        width = width.max(column_left + part.width);
        height = height.max(column_bottom + part.height);
        column_bottom += part.height + PART_GAP;
    }
    Layout { places, width, height }
}
