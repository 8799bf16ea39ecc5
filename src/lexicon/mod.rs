//! What a word or a phrase can mean.
//!
//! The tables of `data/<language>/` are read once, at first use, into a trie over word ids. A text's
//! tokens are looked up once, every reading of their leading clitics included, and all that the
//! grammar asks afterwards is answered from the [`Tagged`] text.

mod arabic;
mod senses;
mod tables;
mod tagged;

pub(crate) use senses::{
    ActForm, Calendar, Cue, EncounterForm, Gender, HonorificKind, Lead, Leads, Number, ObjectMark, OfficeForm, Sense,
    Speaker, VerbKind,
};
pub(crate) use tables::{ActRow, AgencyRow, Complement, EncounterRow, OfficeRow, Origin, Origins, PlaceKind};
pub(crate) use tagged::{Clitics, Preposition, Tagged, opens_with_article};

use rustc_hash::FxHashMap;
use std::sync::OnceLock;

/// The id of a folded word; 0 is no word.
type WordId = u32;

/// The words of one language and what they can mean.
#[derive(Debug, Default)]
pub(crate) struct Lexicon {
    words: FxHashMap<Box<str>, WordId>,
    /// (node, word) → node, both packed into one key; node 0 is the root.
    edges: FxHashMap<u64, u32>,
    /// The senses that end at each node.
    ends: Vec<Vec<Sense>>,
    pub(crate) offices: Vec<OfficeRow>,
    pub(crate) office_classes: Vec<Box<str>>,
    pub(crate) institution_classes: Vec<Box<str>>,
    pub(crate) agencies: Vec<AgencyRow>,
    pub(crate) encounters: Vec<EncounterRow>,
    pub(crate) acts: Vec<ActRow>,
    pub(crate) rank_rules: Vec<tables::RankRule>,
}

impl Lexicon {
    /// The Arabic lexicon, built at first use.
    pub(crate) fn arabic() -> &'static Self {
        static ARABIC: OnceLock<Lexicon> = OnceLock::new();
        ARABIC.get_or_init(arabic::load)
    }

    /// Whether an act is a verb of which what was discussed is the subject.
    pub(crate) fn is_framing(&self, act: u16) -> bool {
        self.acts.get(act as usize).is_some_and(|act| act.form == ActForm::Framing)
    }

    fn edge(node: u32, word: WordId) -> u64 {
        u64::from(node) << 32 | u64::from(word)
    }

    /// The id of a folded word, 0 when no table knows it.
    fn word(&self, folded: &str) -> WordId {
        self.words.get(folded).copied().unwrap_or(0)
    }

    fn step(&self, node: u32, word: WordId) -> Option<u32> {
        if word == 0 {
            return None;
        }
        self.edges.get(&Self::edge(node, word)).copied()
    }

    fn ends_at(&self, node: u32) -> &[Sense] {
        self.ends.get(node as usize).map_or(&[], Vec::as_slice)
    }

    /// Where the senses of the Arabic lexicon come from, gathered at first use.
    pub(crate) fn arabic_origins() -> &'static Origins {
        static ARABIC: OnceLock<Origins> = OnceLock::new();
        ARABIC.get_or_init(arabic::origins)
    }

    /// Adds one form, its words separated by single spaces; gives the node it ends at.
    fn add(&mut self, form: &str, sense: Sense) -> u32 {
        let form = crate::token::fold::fold(form);
        if self.ends.is_empty() {
            self.ends.push(Vec::new());
        }
        let mut node = 0;
        for word in form.split(' ').filter(|word| !word.is_empty()) {
            let next_id = self.words.len() as WordId + 1;
            let id = match self.words.get(word) {
                Some(&id) => id,
                None => {
                    self.words.insert(word.into(), next_id);
                    next_id
                }
            };
            let next_node = self.ends.len() as u32;
            node = *self.edges.entry(Self::edge(node, id)).or_insert(next_node);
            if node == next_node {
                self.ends.push(Vec::new());
            }
        }
        if let Some(senses) = self.ends.get_mut(node as usize).filter(|_| node != 0) {
            if !senses.contains(&sense) {
                senses.push(sense);
            }
        }
        node
    }
}
