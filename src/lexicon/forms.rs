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

impl Forms {
    /// Room for what the tables hold and some more, so that nothing moves while they are read.
    const WORDS: usize = 48 * 1024;
    const EDGES: usize = 24 * 1024;
    const NODES: usize = 72 * 1024;

    /// No forms yet, and room for those of the tables.
    pub(super) fn with_room() -> Self {
        let mut nodes = Vec::with_capacity(Self::NODES);
        nodes.push(Node::default());
        Self {
            words: FxHashMap::with_capacity_and_hasher(Self::WORDS, FxBuildHasher),
            edges: FxHashMap::with_capacity_and_hasher(Self::EDGES, FxBuildHasher),
            nodes,
            senses: Vec::with_capacity(Self::NODES),
        }
    }

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
                Some(word) => node = self.enter(node, word),
                None => readable = false,
            }
            match behind.strip_prefix(' ') {
                Some(behind) => rest = behind,
                None => {
                    let node = Some(node).filter(|node| *node != 0 && readable);
                    if let Some(node) = node {
                        self.give(node, sense);
                    }
                    return (node, behind.strip_prefix('|'));
                }
            }
        }
    }

    /// The node behind a node and a word, a new one where no form went on with it.
    fn enter(&mut self, node: NodeId, word: Folded) -> NodeId {
        let Self { words, edges, nodes, .. } = self;
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

    /// Gives a node a sense, behind those that it has. They stand side by side: where others stand behind them, they move to
    /// the end, which few have to.
    fn give(&mut self, node: NodeId, sense: Sense) {
        let Self { nodes, senses, .. } = self;
        let Some(node) = nodes.get_mut(node as usize) else { return };
        let known = node.senses as usize..node.senses as usize + usize::from(node.count);
        if !known.is_empty() && senses.get(known.clone()).is_some_and(|known| known.contains(&sense)) {
            return;
        }
        if known.end != senses.len() {
            node.senses = senses.len() as u32;
            if !known.is_empty() {
                senses.extend_from_within(known);
            }
        }
        senses.push(sense);
        node.count += 1;
        node.settles |= !matches!(sense, Sense::Name | Sense::Agency(_));
    }
}
