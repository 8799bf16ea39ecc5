//! What a topic is about: the subject its words name most decidedly, and first.

use crate::grammar::Cursor;
use crate::lexicon::{Cue, Sense, Tagged};
use crate::model::Subject;
use std::ops::Range;

/// No more subjects than this are given for one topic.
const MOST: usize = 3;

/// So many fields are no longer spoken of one by one.
const FIELDS: usize = 3;

/// The words of a topic that name a subject: the weight of each and its subject.
pub(super) type Named = Vec<(u8, Subject)>;

/// The subjects of a topic, the first that it names decidedly at the head. `found` is room for what its words name.
pub(super) fn subjects(text: &Tagged<'_>, tokens: Range<usize>, found: &mut Named) -> Vec<Subject> {
    found.clear();
    let mut at = tokens.start;
    while at < tokens.end {
        let longest = Cursor::new(text, at, tokens.end).find(|c, s| match s {
            Sense::Subject(subject, weight) if !c.future => Some((subject, weight)),
            _ => None,
        });
        match longest {
            // What only exemplifies keeps the subject of what it exemplifies.
            _ if !found.is_empty() && text.any(at, |_, s| s == Sense::Cue(Cue::Including)) => break,
            Some(((subject, weight), rest, _)) => {
                found.push((weight, subject));
                at = rest.at;
            }
            None => at += 1,
        }
    }
    let Some(strongest) = found.iter().map(|(weight, _)| *weight).max() else { return vec![Subject::Other] };
    let mut subjects: Vec<Subject> = Vec::new();
    for wanted in (1..=strongest).rev() {
        for (weight, subject) in &*found {
            // Weak words name a subject only where nothing else does.
            let counts = *weight == wanted && (wanted > 1 || strongest == 1);
            if counts && !subjects.contains(subject) {
                subjects.push(*subject);
            }
        }
    }
    // "the cooperation in energy, transport and education": of so many fields it is the relations that are spoken of, or the economy
    // where all are its; with fewer fields they are that too.
    if strongest > 1 && found.first().is_some_and(|(_, subject)| *subject == Subject::BilateralRelations) {
        let (fields, economic) = subjects
            .iter()
            .filter(|field| **field != Subject::BilateralRelations)
            .fold((0, true), |(fields, economic), field| (fields + 1, economic && is_economic(*field)));
        let whole = if economic { Subject::Economy } else { Subject::BilateralRelations };
        if fields >= FIELDS {
            subjects.retain(|subject| *subject != whole);
            subjects.insert(0, whole);
        } else if fields > 1 && !subjects.contains(&whole) {
            subjects.push(whole);
        }
    }
    // The situation in a country at war is one of its region too.
    let situation = |_, s| matches!(s, Sense::Subject(Subject::RegionalInternationalIssues, _));
    if subjects == [Subject::PeaceConflict] && tokens.clone().any(|at| text.any(at, situation)) {
        subjects.push(Subject::RegionalInternationalIssues);
    }
    subjects.truncate(MOST);
    subjects
}

/// Whether a subject is a branch of the economy, or goes with them.
fn is_economic(subject: Subject) -> bool {
    use Subject::{Agriculture, Economy, Energy, EnvironmentClimate, Industry, Investment, Tourism, Trade, Transport};
    matches!(
        subject,
        Economy | Trade | Investment | Energy | Industry | Transport | Agriculture | Tourism | EnvironmentClimate
    )
}

/// Whether a topic names a field with a word that is decisive wherever it stands.
pub(super) fn names_decidedly(text: &Tagged<'_>, tokens: Range<usize>) -> bool {
    tokens.clone().any(|at| text.any(at, |c, s| !c.future && matches!(s, Sense::Subject(subject, 3..) if subject != Subject::BilateralRelations && subject != Subject::RegionalInternationalIssues)))
}
