//! What a word or a phrase can mean.
//!
//! The tables of `data/<language>/` are read once, at first use, into a trie over word ids. A text's
//! tokens are looked up once, every reading of their leading clitics included, and all that the
//! grammar asks afterwards is answered from the [`Tagged`] text.

mod arabic;
mod forms;
mod senses;
mod tables;
mod tagged;

pub(crate) use senses::{
    ActForm, Calendar, Cue, EncounterForm, Gender, HonorificKind, Kind, Kinds, Lead, Leads, Number, ObjectMark,
    OfficeForm, Sense, Speaker, VerbKind,
};
pub(crate) use tables::{ActRow, AgencyRow, Complement, EncounterRow, OfficeRow, Origin, Origins, PlaceKind};
pub(crate) use tagged::{Clitics, Preposition, Reading, Tagged, opens_with_article};

use crate::model::Rank;
use forms::Forms;
use rustc_hash::FxHashMap;
use std::sync::OnceLock;

/// The words of one language and what they can mean.
#[derive(Debug, Default)]
pub(crate) struct Lexicon {
    forms: Forms,
    pub(crate) offices: Vec<OfficeRow>,
    pub(crate) office_classes: Vec<Box<str>>,
    pub(crate) institution_classes: Vec<Box<str>>,
    pub(crate) agencies: Vec<AgencyRow>,
    pub(crate) encounters: Vec<EncounterRow>,
    pub(crate) acts: Vec<ActRow>,
    /// The rank of an office of a class with a certain complement, and the row that gives it.
    rank_rules: FxHashMap<(u8, Complement), (Rank, Origin)>,
}

impl Lexicon {
    /// The Arabic lexicon, built at first use.
    pub(crate) fn arabic() -> &'static Self {
        static ARABIC: OnceLock<Lexicon> = OnceLock::new();
        ARABIC.get_or_init(Self::read)
    }

    /// Reads the Arabic tables.
    pub(crate) fn read() -> Self {
        arabic::load()
    }

    /// The name of a class of offices.
    pub(crate) fn office_class(&self, class: u8) -> Option<&str> {
        self.office_classes.get(class as usize).map(|name| &**name)
    }

    /// The name of a class of institutions.
    pub(crate) fn institution_class(&self, class: u8) -> Option<&str> {
        self.institution_classes.get(class as usize).map(|name| &**name)
    }

    /// Whether an act is a verb of which what was discussed is the subject.
    pub(crate) fn is_framing(&self, act: u16) -> bool {
        self.acts.get(act as usize).is_some_and(|act| act.form == ActForm::Framing)
    }

    /// Whether an act is told of all sides together.
    fn is_joint(&self, act: u16) -> bool {
        self.acts.get(act as usize).is_some_and(|act| act.speaker == Speaker::Joint)
    }

    /// The rank of an office of a class with a certain complement, and the row that gives it.
    pub(crate) fn rank(&self, class: u8, complement: Complement) -> Option<(Rank, Origin)> {
        self.rank_rules.get(&(class, complement)).copied()
    }

    /// Where the senses of the Arabic lexicon come from, gathered at first use.
    pub(crate) fn arabic_origins() -> &'static Origins {
        static ARABIC: OnceLock<Origins> = OnceLock::new();
        ARABIC.get_or_init(arabic::origins)
    }
}
