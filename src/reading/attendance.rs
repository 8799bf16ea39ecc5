//! Who else was there.

use super::Reader;
use super::people::PersonId;
use super::sentence::{Clause, Mark, Sentence};
use crate::grammar::Piece;
use crate::lexicon::{Cue, EncounterForm, Sense, VerbKind};
use crate::model::MeetingKind;

impl Reader<'_> {
    /// `حضر اللقاء LIST`, `بحضور LIST`, `وكان في استقباله LIST`
    pub(super) fn attendance(&mut self, sentence: &mut Sentence<'_>, at: usize) -> usize {
        let mut next = at + 1;
        let mut ids: Vec<PersonId> = Vec::new();
        let mut plural = false;
        // Welcomed by whom, and from which side, tells for whom they were there.
        let mut side = match sentence.chunks.get(at).map(|chunk| &chunk.piece) {
            Some(Piece::Cue(Cue::Greeting)) => self
                .events
                .last()
                .filter(|event| event.kind == MeetingKind::Visit)
                .and_then(|event| event.place.as_ref())
                .and_then(|place| place.value.country),
            _ => None,
        };
        while let Some(chunk) = sentence.chunks.get(next) {
            match &chunk.piece {
                Piece::People(_) => {
                    let (group, after) = self.group(sentence, next);
                    if let Some(group) = group.filter(|group| {
                        !matches!(group.mark, Mark::Aside) && !group.people.iter().any(|person| person.reference)
                    }) {
                        let present = self.ids(&group.people, None);
                        for id in present.iter().filter(|_| side.is_some()) {
                            if let Some(side) = side {
                                self.people.presume_country(*id, side);
                            }
                        }
                        ids.extend(present);
                    }
                    next = after;
                    continue;
                }
                Piece::Cue(Cue::Side) => {
                    side = self
                        .text
                        .find(chunk.tokens.end, |c, s| match s {
                            Sense::Nationality { country, .. } if c.is_none() => Some(country),
                            _ => None,
                        })
                        .map(|(country, _, _)| country);
                }
                Piece::Bare(person) if person.name.is_some_and(|name| self.word_count(name) >= 2) && ids.is_empty() => {
                    let (group, after) = self.group(sentence, next);
                    if let Some(group) = group {
                        ids.extend(self.ids(&group.people, None));
                    }
                    next = after;
                    continue;
                }
                Piece::Encounter(row) => {
                    let Some(word) = self.encounter(*row) else { break };
                    if !matches!(word.form, EncounterForm::Definite | EncounterForm::Noun) {
                        break;
                    }
                    let text = self.text.text(chunk.tokens.start);
                    plural |= crate::grammar::arabic::is_plural(text);
                }
                Piece::Verb(kind)
                    if *kind != VerbKind::Weak && !self.is_relative(sentence, next) && !ids.is_empty() =>
                {
                    break;
                }
                Piece::Act(row)
                    if self.act(*row).is_some_and(|act| act.form.is_finite()) && !self.is_relative(sentence, next) =>
                {
                    break;
                }
                Piece::Cue(Cue::Relative) => {
                    next = self.relative_clause(sentence, next, &mut Clause::default()).unwrap_or(next + 1);
                    continue;
                }
                Piece::Cue(Cue::That | Cue::Plan) => break,
                _ => {}
            }
            next += 1;
        }
        if ids.is_empty() {
            return at + 1;
        }
        let meant = self.event_meant().or_else(|| self.events.len().checked_sub(1));
        for (index, event) in self.events.iter_mut().enumerate() {
            if plural && !matches!(event.kind, MeetingKind::Message | MeetingKind::Visit | MeetingKind::Signing)
                || Some(index) == meant
            {
                for id in &ids {
                    if !event.principals.contains(id) && !event.attendees.contains(id) {
                        event.attendees.push(*id);
                    }
                }
            }
        }
        next
    }
}
