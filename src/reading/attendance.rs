//! Who else was there.

use super::Reader;
use super::events::Event;
use super::people::{PersonId, Registry, add_new};
use super::sentence::{Clause, Group, Mark, Sentence};
use crate::grammar::Piece;
use crate::grammar::arabic::ends_in_pronoun;
use crate::lexicon::{Cue, EncounterForm, Number, Sense, VerbKind};
use crate::model::{Country, MeetingKind};
use std::ops::Range;

impl Reader<'_> {
    /// Whether somebody is a side of an encounter.
    fn is_principal(&self, id: PersonId) -> bool {
        self.events.iter().any(|event| event.principals.contains(&id))
    }

    /// `حضر اللقاء LIST`, `بحضور LIST`, `وكان في استقباله LIST`
    pub(super) fn attendance(&mut self, sentence: &mut Sentence<'_>, at: usize) -> usize {
        let mut next = at + 1;
        let mut ids: Vec<PersonId> = Vec::new();
        let mut plural = false;
        let delegation = sentence.chunks.get(at).is_some_and(|chunk| {
            let lists = |_, s| s == Sense::Cue(Cue::DelegationList);
            matches!(chunk.piece, Piece::Cue(Cue::DelegationList | Cue::They))
                || matches!(chunk.piece, Piece::Encounter(_)) && self.text.any(chunk.tokens.start, lists)
        });
        let company = sentence.chunks.get(at).is_some_and(|chunk| matches!(chunk.piece, Piece::Cue(Cue::Company)));
        let mut side = self.side_present(sentence, at);
        if company {
            side = side.or_else(|| self.side_accompanied(sentence, at));
        }
        while let Some(chunk) = sentence.chunks.get(next) {
            match &chunk.piece {
                Piece::People(_) => {
                    let (mut group, after) = self.group(sentence, next);
                    if delegation && ids.is_empty() {
                        self.leave_out_head(group.as_mut(), &mut side);
                    }
                    // "receiving the guest at the airport were": whom they received.
                    if let Some(group) = group.filter(|group| {
                        !matches!(group.mark, Mark::Aside)
                            && !group.people.iter().any(|person| person.reference || person.guest)
                    }) {
                        let present = self.ids(&group.people, None);
                        // "with the Pakistani premier is a delegation that comprises": they are of his side.
                        let accompanied = company && ids.is_empty() && present.len() == 1;
                        let whose = present.first().filter(|id| accompanied && self.is_principal(**id));
                        side = whose.and_then(|id| self.people.get(*id)?.country).or(side);
                        self.presume_alike(&present);
                        if let Some(side) = side {
                            for id in &present {
                                if !self.is_principal(*id) {
                                    self.people.presume_country(*id, side);
                                }
                            }
                        }
                        ids.extend(present.into_iter().filter(|id| !self.is_company(*id)));
                    }
                    next = after;
                    continue;
                }
                Piece::Cue(Cue::Side) => {
                    side = self.nationality(chunk.tokens.end);
                    self.presume_other_side(side);
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
                    // "at his arrival": when they welcomed him.
                    let arrival = word.form == EncounterForm::Own && word.kind == Some(MeetingKind::Visit);
                    // "the ceremony of receiving the credentials": a verb's letters, behind a noun.
                    let behind_noun = ids.is_empty()
                        && sentence.preceding(next).is_some_and(|before| matches!(before.piece, Piece::Word { .. }));
                    if !arrival && !behind_noun && !matches!(word.form, EncounterForm::Definite | EncounterForm::Noun) {
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
        if at == 0 && self.tells_encounter(sentence, next) {
            sentence.present = ids;
            return next;
        }
        if let Some(event) = self.events.last_mut().filter(|_| delegation) {
            if name_the_unnamed(&mut self.people, event, &ids) {
                return next;
            }
        }
        // "The meeting with several of his advisers comprised A and B": those are they.
        let comprised = sentence.chunks.get(at).is_some_and(|chunk| matches!(chunk.piece, Piece::Encounter(_)));
        if let Some(event) =
            self.events.last_mut().filter(|event| comprised && event.crowd && event.principals.len() == 1)
        {
            add_new(&mut event.principals, ids);
            return next;
        }
        self.attended = self.sentence;
        // Whoever welcomes, sees off or travels along does so on the visit, whatever was talked of in between.
        let travels = matches!(
            sentence.chunks.get(at).map(|chunk| &chunk.piece),
            Some(Piece::Cue(Cue::Greeting | Cue::DelegationList))
        );
        let visit = || self.events.iter().rposition(|event| travels && event.kind == MeetingKind::Visit);
        // "on the sidelines he met C. His delegation included": it came for what the sidelines were of.
        let main = || {
            let aside = travels && self.events.last().is_some_and(|event| event.aside);
            self.events.iter().rposition(|event| aside && !event.aside)
        };
        let named = || self.event_named(sentence, at..(at + 2).min(next));
        let meant = visit().or_else(main).or_else(named).or_else(|| self.event_meant());
        let meant = meant.or_else(|| self.events.len().checked_sub(1));
        // One more than are told says that there are more.
        let most = self.limits.participants;
        let attend = |event: &mut Event| {
            for id in &ids {
                if event.attendees.len() <= most && !event.principals.contains(id) && !event.attendees.contains(id) {
                    event.attendees.push(*id);
                }
            }
        };
        if let Some(event) = meant.and_then(|meant| self.events.get_mut(meant)) {
            attend(event);
        }
        if plural {
            self.events_meant().for_each(attend);
        }
        next
    }

    /// Whether a verb of an encounter stands behind a comma here: "In the presence of C, A and B signed".
    fn tells_encounter(&self, sentence: &Sentence<'_>, at: usize) -> bool {
        let presence = sentence.chunks.first().is_some_and(|chunk| chunk.clitics.preposition.is_some());
        let verb = match sentence.chunks.get(at).map(|chunk| &chunk.piece) {
            Some(Piece::Mark('،' | ',')) => sentence.chunks.get(at + 1),
            _ => sentence.chunks.get(at),
        };
        presence && verb.is_some_and(|chunk| self.tells_of_encounter(chunk))
    }

    /// "received B, with whom are C and D": whoever goes with a guest named right before is of his country.
    fn side_accompanied(&mut self, sentence: &Sentence<'_>, at: usize) -> Option<Country> {
        let him = sentence.chunks.get(at).is_some_and(|chunk| ends_in_pronoun(self.text.text(chunk.tokens.start)));
        let before =
            sentence.chunks.get(..at)?.iter().rev().find(|chunk| !matches!(chunk.piece, Piece::Mark('،' | ',')))?;
        let Piece::People(people) = &before.piece else { return None };
        let guest = people.last().filter(|_| him).and_then(|guest| self.people.resolve(self.text, guest, None))?;
        self.people.get(guest)?.country.filter(|_| self.is_principal(guest))
    }

    /// "A, the ambassador of N, B, head of the court, and C, N's minister": of several in one list whoever stands between two of one
    /// other country is of that too.
    fn presume_alike(&mut self, present: &[PersonId]) {
        let country = |id: &PersonId| self.people.get(*id).and_then(|person| person.country);
        let told = |id: &&PersonId| country(id).is_some();
        let (Some(first), Some(last)) =
            (present.iter().position(|id| told(&id)), present.iter().rposition(|id| told(&id)))
        else {
            return;
        };
        let row = present.get(first..=last).unwrap_or(&[]);
        let land = row.first().and_then(country);
        let alike = row.iter().filter_map(country).all(|country| Some(country) == land);
        if let Some(land) = land.filter(|land| alike && first < last && Some(*land) != self.people.home) {
            row.iter().for_each(|id| self.people.presume_country(*id, land));
        }
    }

    /// "For the Moroccan side were present": of the two who met, the one whose country is not told is of that side, where the other
    /// is not.
    fn presume_other_side(&mut self, side: Option<Country>) {
        let (Some(side), Some([one, other])) = (side, self.events.last().map(|event| event.principals.as_slice()))
        else {
            return;
        };
        let country = |id: &PersonId| self.people.get(*id).and_then(|person| person.country);
        let untold = match (country(one), country(other)) {
            (None, Some(told)) if told != side => *one,
            (Some(told), None) if told != side => *other,
            _ => return,
        };
        self.people.presume_country(untold, side);
    }

    /// The country of those whom a word of attendance brings in: whoever welcomes is at home where the visit goes, and a
    /// delegation is of the nationality that it is given, or of its traveller.
    fn side_present(&self, sentence: &Sentence<'_>, at: usize) -> Option<Country> {
        let chunk = sentence.chunks.get(at)?;
        let visit = self.events.last().filter(|event| event.kind == MeetingKind::Visit);
        match chunk.piece {
            // Whoever sees somebody off is at home where he leaves from.
            Piece::Cue(Cue::Greeting) if self.text.any(chunk.tokens.start, |_, s| s == Sense::Cue(Cue::Farewell)) => {
                None
            }
            Piece::Cue(Cue::Greeting) => visit?.place.as_ref()?.value.country,
            Piece::Cue(Cue::DelegationList) => self.nationality(chunk.tokens.end).or_else(|| {
                let traveller = *visit?.principals.first()?;
                self.people.get(traveller)?.country
            }),
            _ => None,
        }
    }

    /// The encounter that a sentence means by the noun of its kind, "the talks were attended by", "attended the reception":
    /// the last one of that kind.
    fn event_named(&self, sentence: &Sentence<'_>, behind: Range<usize>) -> Option<usize> {
        let chunks = sentence.chunks.get(..behind.end)?;
        let kind = chunks.iter().rev().find_map(|chunk| match chunk.piece {
            // "the session of talks was attended by": a noun in the construct is definite too.
            Piece::Encounter(row) => {
                self.encounter(row)
                    .filter(|word| matches!(word.form, EncounterForm::Definite | EncounterForm::Noun))?
                    .kind
            }
            _ => None,
        })?;
        let tells =
            matches!(kind, MeetingKind::Talks | MeetingKind::Reception | MeetingKind::Call | MeetingKind::Signing);
        self.events.iter().rposition(|event| tells && event.kind == kind)
    }

    /// The country of a nationality that stands at a token.
    pub(super) fn nationality(&self, token: usize) -> Option<Country> {
        let found = self.text.find(token, |c, s| match s {
            Sense::Nationality { country, .. } if c.is_none() => Some(country),
            _ => None,
        });
        found.map(|(country, ..)| country)
    }

    /// "The delegation of the crown prince includes the minister A": whose it is stands before those in it.
    fn leave_out_head(&self, group: Option<&mut Group>, side: &mut Option<Country>) {
        let Some(group) = group.filter(|group| group.mark == Mark::To) else { return };
        let Some(first) = group.people.first_mut() else { return };
        *side = side.or(first.country);
        if first.name.is_some() && first.offices.len() > 1 {
            first.offices.remove(0);
        } else {
            group.people.remove(0);
        }
        group.mark = Mark::None;
    }

    /// Unnamed people of whom only the kind is told, "officials", "the commanders of the forces": company, and nobody in
    /// particular.
    pub(super) fn is_company(&self, id: PersonId) -> bool {
        self.people.get(id).is_some_and(|person| {
            person.name.is_none()
                && !person.offices.is_empty()
                && person.offices.iter().all(|office| office.number == Number::Many)
        })
    }
}

/// "received several ambassadors. They are A and B": those who were only counted are named.
pub(super) fn name_the_unnamed(people: &mut Registry, event: &mut Event, ids: &[PersonId]) -> bool {
    let unnamed = |id: &PersonId| {
        people.get(*id).is_some_and(|person| {
            person.name.is_none() && person.offices.iter().any(|office| office.number == Number::Many)
        })
    };
    let Some(counted) = event.principals.iter().copied().find(unnamed) else { return false };
    event.principals.retain(|id| !unnamed(id));
    add_new(&mut event.principals, ids.iter().copied());
    if ids.len() > 1 {
        ids.iter().for_each(|id| people.make_one_of(*id, counted));
    }
    true
}
