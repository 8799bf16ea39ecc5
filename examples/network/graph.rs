//! The network: who, and which meetings they had with each other.

use std::collections::{BTreeMap, HashMap};

use chrono::NaiveDate;
use newswire::{Bulletin, Country, MeetingKind, Participant};

/// What the nodes are.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub enum Nodes {
    #[default]
    Countries,
    People,
}

/// Which meetings count.
#[derive(Default)]
pub struct Filter {
    /// All kinds when it is empty.
    pub kinds: Vec<MeetingKind>,
    pub from: Option<NaiveDate>,
    pub to: Option<NaiveDate>,
}

impl Filter {
    fn passes(&self, kind: MeetingKind, date: Option<NaiveDate>) -> bool {
        (self.kinds.is_empty() || self.kinds.contains(&kind))
            && self.from.is_none_or(|from| date.is_some_and(|date| from <= date))
            && self.to.is_none_or(|to| date.is_some_and(|date| date <= to))
    }
}

/// A country or a person that met another.
pub struct Node {
    /// The name as it was first written, or the code of the country.
    pub label: String,
    pub country: Option<Country>,
    /// With how many others there was a meeting.
    pub degree: usize,
}

/// A meeting of at least two nodes.
pub struct Encounter {
    pub kind: MeetingKind,
    pub date: Option<NaiveDate>,
    /// Where it was read.
    pub origin: String,
}

/// Two nodes and their meetings.
pub struct Edge {
    /// Indices of nodes, the lower first.
    pub ends: (usize, usize),
    /// Indices of encounters, in order; their number is the weight.
    pub encounters: Vec<usize>,
}

/// A network in which every node has an edge, in the order of the input.
pub struct Graph {
    of: Nodes,
    indices: HashMap<(String, Option<Country>), usize>,
    nodes: Vec<Node>,
    encounters: Vec<Encounter>,
    edges: Vec<Edge>,
    edge_indices: HashMap<(usize, usize), usize>,
}

impl Graph {
    pub fn new(of: Nodes) -> Self {
        Self {
            of,
            indices: HashMap::new(),
            nodes: Vec::new(),
            encounters: Vec::new(),
            edges: Vec::new(),
            edge_indices: HashMap::new(),
        }
    }

    pub fn of(&self) -> Nodes {
        self.of
    }

    pub fn nodes(&self) -> &[Node] {
        &self.nodes
    }

    pub fn encounters(&self) -> &[Encounter] {
        &self.encounters
    }

    pub fn edges(&self) -> &[Edge] {
        &self.edges
    }

    /// Counts the meetings of a bulletin that pass the filter and are between two nodes or more.
    pub fn add(&mut self, bulletin: &Bulletin, origin: &str, filter: &Filter) {
        let dateline = bulletin.dateline.as_ref().and_then(|dateline| dateline.date.as_ref());
        for meeting in &bulletin.meetings {
            let date = meeting.date.as_ref().or(dateline).and_then(|date| date.resolved);
            if !filter.passes(meeting.kind, date) {
                continue;
            }
            // In the order of the text; one who is named twice met nobody by that.
            let mut parties: Vec<(String, Option<Country>)> = Vec::new();
            let mut labels = Vec::new();
            for (key, label) in meeting.principals().filter_map(|person| self.party(person)) {
                if !parties.contains(&key) {
                    parties.push(key);
                    labels.push(label);
                }
            }
            if parties.len() < 2 {
                continue;
            }
            let nodes: Vec<usize> = parties.into_iter().zip(labels).map(|(key, label)| self.node(key, label)).collect();
            for (position, one) in nodes.iter().enumerate() {
                for other in &nodes[position + 1..] {
                    self.join(*one.min(other), *one.max(other));
                }
            }
            self.encounters.push(Encounter { kind: meeting.kind, date, origin: origin.to_owned() });
        }
    }

    /// What makes the participant the same node elsewhere, and the label; none where that cannot be known.
    fn party(&self, person: &Participant) -> Option<((String, Option<Country>), String)> {
        match self.of {
            Nodes::Countries => {
                let country = person.country?;
                Some(((String::new(), Some(country)), country.to_string()))
            }
            Nodes::People => {
                let label = label(&person.name.as_ref()?.text);
                let key = label.chars().filter(|c| !is_optional(*c)).collect();
                Some(((key, person.country), label))
            }
        }
    }

    fn node(&mut self, key: (String, Option<Country>), label: String) -> usize {
        let country = key.1;
        *self.indices.entry(key).or_insert_with(|| {
            self.nodes.push(Node { label, country, degree: 0 });
            self.nodes.len() - 1
        })
    }

    /// Adds the encounter that is about to be pushed to the edge of two nodes.
    fn join(&mut self, lower: usize, higher: usize) {
        let edge = *self.edge_indices.entry((lower, higher)).or_insert_with(|| {
            self.edges.push(Edge { ends: (lower, higher), encounters: Vec::new() });
            self.nodes[lower].degree += 1;
            self.nodes[higher].degree += 1;
            self.edges.len() - 1
        });
        self.edges[edge].encounters.push(self.encounters.len());
    }

    /// The kinds of an edge's meetings and how often each: `call 2, reception 1`.
    pub fn kinds(&self, edge: &Edge) -> String {
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        for encounter in &edge.encounters {
            *counts.entry(self.encounters[*encounter].kind.as_str()).or_default() += 1;
        }
        counts.iter().map(|(kind, count)| format!("{kind} {count}")).collect::<Vec<_>>().join(", ")
    }

    /// The first and the last day of an edge's meetings, of those whose day is known.
    pub fn days(&self, edge: &Edge) -> Option<(NaiveDate, NaiveDate)> {
        let days = edge.encounters.iter().filter_map(|encounter| self.encounters[*encounter].date);
        Some((days.clone().min()?, days.max()?))
    }
}

/// A name on one line, without characters that draw nothing and could turn round what stands beside it.
fn label(name: &str) -> String {
    let mut words = Vec::new();
    for word in name.split_whitespace() {
        let seen: String = word.chars().filter(|c| !is_invisible(*c)).collect();
        if !seen.is_empty() {
            words.push(seen);
        }
    }
    words.join(" ")
}

/// Control characters, marks of direction, and what XML has no place for.
fn is_invisible(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
        || matches!(c, '\u{fffe}' | '\u{ffff}')
}

/// Vowel marks and the stretching of a line, which one writer puts and another leaves out.
fn is_optional(c: char) -> bool {
    matches!(c, '\u{640}' | '\u{64b}'..='\u{652}' | '\u{670}')
}
