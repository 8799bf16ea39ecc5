//! The forms of the tables, in a trie over words.

use super::Sense;
use crate::token::fold::Folded;
use rustc_hash::{FxBuildHasher, FxHashMap};

/// A place in the trie: what has been read of a form. The root is 0.
pub(super) type NodeId = u32;

/// A word of the tables.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Word {
    /// Counted from 1; 0 is a word that no table has.
    id: u32,
    /// The node of the forms that begin with it, the root when none does.
    pub(super) opens: NodeId,
}

/// Where the senses of a node are, and what they say at a glance.
#[derive(Debug, Clone, Copy, Default)]
struct Node {
    senses: u32,
    count: u16,
    goes_on: bool,
    /// Whether it has a sense that is more than a name's.
    settles: bool,
}

/// Every form of the tables with its senses.
#[derive(Debug, Default)]
pub(super) struct Forms {
    words: FxHashMap<Folded, Word>,
    /// The node behind a node and the id of a word.
    edges: FxHashMap<(NodeId, u32), NodeId>,
    nodes: Vec<Node>,
    senses: Vec<Sense>,
}

impl Word {
    pub(super) fn is_known(self) -> bool {
        self.id != 0
    }
}

impl Forms {
    /// The word of a folded form; [`Word::default`] when no table has it.
    pub(super) fn word(&self, folded: Folded) -> Word {
        self.words.get(&folded).copied().unwrap_or_default()
    }

    /// The node behind a node and a word, the root when no form goes on with it.
    pub(super) fn step(&self, node: NodeId, word: Word) -> NodeId {
        self.edges.get(&(node, word.id)).copied().unwrap_or_default()
    }

    /// Whether a form goes on from a node.
    pub(super) fn goes_on(&self, node: NodeId) -> bool {
        self.nodes.get(node as usize).is_some_and(|node| node.goes_on)
    }

    /// Whether a form ends at a node that is more than a name, of a person or an agency.
    pub(super) fn settles(&self, node: NodeId) -> bool {
        self.nodes.get(node as usize).is_some_and(|node| node.settles)
    }

    /// The senses of the form that ends at a node.
    pub(super) fn ends_at(&self, node: NodeId) -> &[Sense] {
        let Some(node) = self.nodes.get(node as usize) else { return &[] };
        let from = node.senses as usize;
        self.senses.get(from..from + usize::from(node.count)).unwrap_or(&[])
    }
}

/// The forms as they are added.
#[derive(Debug)]
pub(super) struct Adding {
    forms: Forms,
    /// Every sense with the node it belongs to.
    given: Vec<(NodeId, Sense)>,
}

impl Default for Adding {
    fn default() -> Self {
        let mut nodes = Vec::with_capacity(Self::NODES);
        nodes.push(Node::default());
        let forms = Forms {
            words: FxHashMap::with_capacity_and_hasher(Self::WORDS, FxBuildHasher),
            edges: FxHashMap::with_capacity_and_hasher(Self::EDGES, FxBuildHasher),
            nodes,
            senses: Vec::new(),
        };
        Self { forms, given: Vec::with_capacity(Self::NODES) }
    }
}

impl Adding {
    /// Room for what the tables hold and some more, so that nothing moves while they are read.
    const WORDS: usize = 48 * 1024;
    const EDGES: usize = 24 * 1024;
    const NODES: usize = 72 * 1024;

    /// Adds the first of the forms in a cell, which are parted by `|` and their words by spaces, with the article before it or
    /// as it stands. Gives the node it ends at, none for a form that no text can have, as with a figure inside a word, and the
    /// rest of the cell.
    pub(super) fn add<'c>(&mut self, cell: &'c str, article: bool, sense: Sense) -> (Option<NodeId>, Option<&'c str>) {
        let mut node = 0;
        let mut readable = true;
        let mut rest = cell;
        loop {
            let (word, behind) = Folded::first(rest);
            let word = if article && rest.len() == cell.len() { word.and_then(Folded::with_article) } else { word };
            match word {
                Some(word) if word.is_empty() => {}
                Some(word) => node = self.step(node, word),
                None => readable = false,
            }
            match behind.strip_prefix(' ') {
                Some(behind) => rest = behind,
                None => {
                    let node = Some(node).filter(|node| *node != 0 && readable);
                    self.given.extend(node.map(|node| (node, sense)));
                    return (node, behind.strip_prefix('|'));
                }
            }
        }
    }

    /// The node behind a node and a word, a new one where no form went on with it.
    fn step(&mut self, node: NodeId, word: Folded) -> NodeId {
        let Forms { words, edges, nodes, .. } = &mut self.forms;
        let next_id = words.len() as u32 + 1;
        let next_node = nodes.len() as NodeId;
        let word = words.entry(word).or_insert(Word { id: next_id, opens: 0 });
        let to = if node != 0 {
            edges.entry((node, word.id)).or_insert(next_node)
        } else {
            if word.opens == 0 {
                word.opens = next_node;
            }
            &mut word.opens
        };
        if *to == next_node {
            nodes.push(Node::default());
            if let Some(from) = nodes.get_mut(node as usize) {
                from.goes_on = true;
            }
        }
        *to
    }

    /// Puts the senses of each node side by side, in the order they were given in, each once.
    pub(super) fn finish(mut self) -> Forms {
        for (node, _) in &self.given {
            if let Some(node) = self.forms.nodes.get_mut(*node as usize) {
                node.count += 1;
            }
        }
        let mut from = 0;
        for node in &mut self.forms.nodes {
            node.senses = from;
            from += u32::from(node.count);
            node.count = 0;
        }
        self.forms.senses = vec![Sense::Noun; self.given.len()];
        for (node, sense) in self.given {
            let Some(node) = self.forms.nodes.get_mut(node as usize) else { continue };
            let from = node.senses as usize;
            let count = usize::from(node.count);
            let Some(senses) = self.forms.senses.get_mut(from..=from + count) else { continue };
            if let Some((slot, known)) = senses.split_last_mut() {
                if !known.contains(&sense) {
                    *slot = sense;
                    node.count += 1;
                    node.settles |= !matches!(sense, Sense::Name | Sense::Agency(_));
                }
            }
        }
        self.forms
    }
}
