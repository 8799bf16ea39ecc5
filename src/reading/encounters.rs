//! Encounters: what a verb or an event noun and its clause tell of who met whom.

use super::Reader;
use super::events::{Event, Given};
use super::people::{PersonId, add_new};
use super::sentence::{Clause, Group, Mark, Sentence};
use crate::grammar::arabic::{
    ends_in_pronoun, is_dual_verb, is_of_both, is_owned_plural, is_plural, prefixed_article, without_for,
};
use crate::grammar::{Chunk, OfficePhrase, PersonPhrase, Piece, span};
use crate::lexicon::{
    ActForm, Clitics, Cue, EncounterForm, EncounterRow, Number, ObjectMark, Preposition, Sense, Speaker, VerbKind,
    opens_with_article,
};
use crate::model::{Country, MeetingKind, Rank, Rule, Span};
use std::ops::Range;

impl Reader<'_> {
    pub(super) fn encounter_word(&mut self, sentence: &mut Sentence<'_>, at: usize, row: u16) -> usize {
        let Some(word) = self.encounter(row) else { return at + 1 };
        if self.is_of_noun(sentence, at, word) {
            return at + 1;
        }
        if self.is_skipped(sentence, at) || self.is_quoted() {
            if word.form != EncounterForm::Definite && word.form != EncounterForm::Noun {
                sentence.plan |= sentence.chunks.get(at).is_some_and(|chunk| chunk.clitics.future);
            }
            return at + 1;
        }
        // "brought by B, whom the president received": told of whoever brought the letter, and news.
        if self.is_relative(sentence, at) && word.object.has(ObjectMark::Him) {
            if let Some(bearer) = self.people.bearer.take() {
                self.people.last_subject = Some(bearer);
                return self.finite(sentence, at, word);
            }
        }
        if self.is_relative(sentence, at) && word.form != EncounterForm::Definite {
            return self.handed_over(sentence, at, word).unwrap_or(at + 1);
        }
        let whom = sentence.chunks.get(at).is_some_and(|chunk| ends_in_pronoun(self.text.text(chunk.tokens.start)));
        if let Some(next) = whom.then(|| self.handed_over(sentence, at, word)).flatten() {
            return next;
        }
        if let Some(next) = self.relative_encounter(sentence, at, word) {
            return next;
        }
        match word.form {
            // The news is told in the past; the present tells of what goes on or is to come.
            EncounterForm::Present => {
                sentence.plan |= !sentence.told && word.kind.is_some_and(is_of_two_sides);
                at + 1
            }
            EncounterForm::Past => self.finite(sentence, at, word),
            EncounterForm::Light | EncounterForm::LightPresent => self.light(sentence, at, word, row),
            EncounterForm::Own => self.own(sentence, at, word),
            EncounterForm::Noun => self.noun(sentence, at, word),
            EncounterForm::Participle => self.own(sentence, at, word),
            EncounterForm::Definite => {
                if let Some((event, kind)) = self.events.last_mut().zip(word.kind) {
                    event.call_it(kind);
                }
                // "during the meeting the agreement on N took place": what was agreed, and no document.
                if let Some(row) = self.act_at(sentence, at).filter(|_| self.is_agreed_on(sentence, at, word)) {
                    return self.act_word(sentence, at, row);
                }
                self.resume(sentence, at);
                self.definite_with(sentence, at, word).unwrap_or_else(|| self.assembly(sentence, at, word))
            }
        }
    }

    /// "received the ambassador C, who handed him a letter from A": the sender's, to whom it is for, or else to the host.
    fn handed_over(&mut self, sentence: &mut Sentence<'_>, at: usize, word: &EncounterRow) -> Option<usize> {
        // "received the ambassador C, who presented his credentials": that is what he was received for.
        if sentence.told && self.presents_credentials(sentence, at) {
            let audience = |event: &&mut Event| matches!(event.kind, MeetingKind::Reception | MeetingKind::Meeting);
            if let Some(event) = self.events.last_mut().filter(audience) {
                event.kind = MeetingKind::Credentials;
                event.vague = false;
            }
            return None;
        }
        let told = self.hands_letter(sentence, at, word) && sentence.told;
        let host = *self.events.last().filter(|_| told)?.principals.first()?;
        let clause = self.clause(sentence, at + 1);
        let of = |marks: &[Mark]| clause.groups.iter().find(|group| marks.contains(&group.mark) && !group.bare);
        let sender = of(&[Mark::From]).or_else(|| of(&[Mark::None]))?;
        let receiver = of(&[Mark::To]);
        let mut principals = self.group_ids(sender, None);
        match receiver {
            Some(group) => add_new(&mut principals, self.group_ids(group, None)),
            None => add_new(&mut principals, [host]),
        }
        if principals.len() < 2 {
            return None;
        }
        let event = self.event(MeetingKind::Message, sentence, at, &clause, principals, false);
        let end = clause.end;
        sentence.same_occasion = true;
        self.settle(sentence, at, Some(event), &clause, MeetingKind::Message);
        Some(end)
    }

    /// "handed a letter": whether a verb of giving stands right before the noun for what is sent.
    pub(super) fn hands_letter(&self, sentence: &Sentence<'_>, at: usize, word: &EncounterRow) -> bool {
        word.form == EncounterForm::Light
            && word.gives()
            && sentence.chunks.get(at + 1).is_some_and(|chunk| self.is_letter(chunk))
    }

    /// "presented him his credentials"
    pub(super) fn presents_credentials(&self, sentence: &Sentence<'_>, at: usize) -> bool {
        const NEAR: usize = 3;
        let word = |at: usize| match sentence.chunks.get(at)?.piece {
            Piece::Encounter(row) => self.encounter(row),
            _ => None,
        };
        word(at).is_some_and(|word| word.form == EncounterForm::Light && word.gives())
            && (at + 1..=at + NEAR).filter_map(word).any(|noun| noun.kind == Some(MeetingKind::Credentials))
    }

    /// Whether a phrase is a word for a message.
    pub(super) fn is_letter(&self, chunk: &Chunk) -> bool {
        match chunk.piece {
            Piece::Encounter(row) => self.encounter(row).is_some_and(|noun| noun.kind == Some(MeetingKind::Message)),
            _ => false,
        }
    }

    /// Whether "the agreement" is what took place, by a verb before it, on what stands behind its preposition.
    fn is_agreed_on(&self, sentence: &Sentence<'_>, at: usize, word: &EncounterRow) -> bool {
        let on = sentence.chunks.get(at + 1).is_some_and(|chunk| matches!(chunk.piece, Piece::Cue(Cue::On)));
        let noun = sentence.chunks.get(at).is_some_and(|chunk| chunk.clitics.is_none());
        word.kind == Some(MeetingKind::Signing) && on && noun && sentence.light.is_some() && !self.events.is_empty()
    }

    /// "As for the meeting with B": the one told before that he took part in.
    fn resume(&mut self, sentence: &Sentence<'_>, at: usize) {
        let with = sentence.chunks.get(at + 1).is_some_and(|chunk| matches!(chunk.piece, Piece::Cue(Cue::With)));
        let person = match sentence.chunks.get(at + 2).filter(|_| with).map(|chunk| &chunk.piece) {
            Some(Piece::People(people)) => people.first(),
            Some(Piece::Bare(person)) => Some(person),
            _ => None,
        };
        let known = person.filter(|person| person.name.is_none() || self.people.knows(self.text, person));
        let Some(id) = known.and_then(|person| self.people.resolve(self.text, person, None)) else { return };
        let nth = self.events.iter().rposition(|event| event.principals.contains(&id) && !event.is_apart());
        self.resumed = nth.filter(|nth| nth + 1 < self.events.len());
    }

    /// "During the meeting with B, …": with somebody new, it is another encounter of whoever the bulletin is about.
    fn definite_with(&mut self, sentence: &mut Sentence<'_>, at: usize, word: &EncounterRow) -> Option<usize> {
        let kind = word.kind.filter(|kind| is_of_two_sides(*kind))?;
        let is = |at: Option<usize>, cue: Cue| {
            at.and_then(|at| sentence.chunks.get(at))
                .is_some_and(|chunk| matches!(chunk.piece, Piece::Cue(found) if found == cue))
        };
        if !is(at.checked_sub(1), Cue::During) || !is(Some(at + 1), Cue::With) {
            return None;
        }
        let clause = self.clause(sentence, at + 1);
        let event = self.with_another(sentence, at, kind, &clause)?;
        Some(self.settle(sentence, at, Some(event), &clause, kind).unwrap_or(clause.end))
    }

    /// An encounter of whoever the sentence, or the bulletin, is about with somebody named who was not told of before.
    fn with_another(
        &mut self,
        sentence: &Sentence<'_>,
        at: usize,
        kind: MeetingKind,
        clause: &Clause,
    ) -> Option<Event> {
        // What brings somebody together "with B" takes either preposition.
        let object = clause.groups.iter().find(|group| matches!(group.mark, Mark::With | Mark::By) && !group.bare)?;
        if object.people.iter().any(|person| person.name.is_none() || self.people.knows(self.text, person)) {
            return None;
        }
        let owner = self.owner(sentence).map(|group| group.people.clone());
        let mut principals = match owner {
            Some(people) => self.ids(&people, None),
            None => self.people.last_subject.into_iter().collect(),
        };
        let first = principals.first().copied();
        add_new(&mut principals, self.group_ids(object, first));
        (principals.len() >= 2).then(|| self.event(kind, sentence, at, clause, principals, word_is_vague(kind)))
    }

    /// `the meeting that A held with B`, `talks that A had with B`: told of by a relative clause.
    pub(super) fn relative_encounter(
        &mut self,
        sentence: &mut Sentence<'_>,
        at: usize,
        word: &EncounterRow,
    ) -> Option<usize> {
        let kind = word.kind.filter(|kind| {
            matches!(kind, MeetingKind::Meeting | MeetingKind::Talks | MeetingKind::Call | MeetingKind::Reception)
        })?;
        let is_relative =
            |at: usize| sentence.chunks.get(at).is_some_and(|chunk| matches!(chunk.piece, Piece::Cue(Cue::Relative)));
        // "the closed meeting that": past the adjectives.
        let is_adjective = |at: usize| {
            sentence.chunks.get(at).is_some_and(|chunk| {
                chunk.clitics.is_none()
                    && matches!(chunk.piece, Piece::Word { .. })
                    && opens_with_article(self.text.text(chunk.tokens.start))
            })
        };
        let behind = at + 1 + usize::from(is_adjective(at + 1));
        let verb = match word.form {
            EncounterForm::Definite if is_relative(behind) => behind + 1,
            EncounterForm::Noun => at + 1,
            _ => return None,
        };
        let chunk = sentence.chunks.get(verb).filter(|chunk| chunk.clitics.is_none())?;
        // "at the meeting that brought them together today"
        if matches!(chunk.piece, Piece::Cue(Cue::Between)) {
            let clause = self.clause(sentence, verb + 1);
            let event = if self.is_between_them(sentence, verb) {
                self.between_them(sentence, verb, kind, &clause).filter(|event| event.date.is_some())?
            } else if ends_in_pronoun(self.text.text(chunk.tokens.start)) {
                // "the talks that brought him together with B"
                self.with_another(sentence, at, kind, &clause)?
            } else {
                return None;
            };
            let end = clause.end;
            return Some(self.settle(sentence, at, Some(event), &clause, kind).unwrap_or(end));
        }
        let Piece::Encounter(row) = chunk.piece else { return None };
        let held = self.encounter(row).filter(|held| held.form == EncounterForm::Light)?;
        let clause = self.clause(sentence, verb + 1);
        // "the tripartite meeting that recently brought together": which one it was is told, and that it is no news.
        if behind > at + 1 && clause.date.is_none() {
            return None;
        }
        // Both sides must be told: the same words refer to an encounter told before.
        let event = self.encounter_of(sentence, kind, held, &clause, None);
        let event = event.filter(|event| event.principals.len() >= 2);
        let event = match event {
            None if self.is_between_them(sentence, verb) => self.between_them(sentence, verb, kind, &clause)?,
            event => event?,
        };
        Some(self.settle(sentence, at, Some(event), &clause, kind).unwrap_or(clause.end))
    }

    /// "after the talks that took place between them": where the adverb that refers to an encounter tells of it.
    pub(super) fn after_encounter(&mut self, sentence: &mut Sentence<'_>, at: usize) -> Option<usize> {
        let noun = sentence.chunks.get(at)?.tokens.end.checked_sub(1)?;
        let kind = |_, s| match s {
            Sense::Encounter(row) => self.encounter(row)?.kind.filter(|kind| is_of_two_sides(*kind)),
            _ => None,
        };
        let (kind, ..) = self.text.find(noun, kind)?;
        let relative = sentence.chunks.get(at + 1).filter(|chunk| matches!(chunk.piece, Piece::Cue(Cue::Relative)));
        let verb = relative.map(|_| at + 2).filter(|_| !self.is_quoted() && !sentence.plan && !sentence.background)?;
        if !self.is_between_them(sentence, verb) {
            return None;
        }
        let clause = self.clause(sentence, verb + 1);
        let event = self.between_them(sentence, verb, kind, &clause)?;
        Some(self.settle(sentence, verb, Some(event), &clause, kind).unwrap_or(clause.end))
    }

    /// The event noun in an adverb that goes on to another encounter: "in another call".
    pub(super) fn noun_in(&self, adverb: &Chunk) -> Option<&'static EncounterRow> {
        let noun = |_, s| match s {
            Sense::Encounter(row) => self.encounter(row).filter(|word| word.form == EncounterForm::Noun),
            _ => None,
        };
        adverb.tokens.clone().find_map(|token| self.text.find(token, noun)).map(|(word, ..)| word)
    }

    /// "In another meeting with B, A explained": told by the adverb that goes on to it.
    pub(super) fn another_encounter(&mut self, sentence: &mut Sentence<'_>, at: usize) -> Option<usize> {
        let with = sentence.chunks.get(at + 1).is_some_and(|chunk| match chunk.piece {
            // "that brought him together with B"
            Piece::Cue(Cue::Between) => ends_in_pronoun(self.text.text(chunk.tokens.start)),
            Piece::Cue(cue) => cue == Cue::With,
            // "that he held with B"
            Piece::Encounter(row) => self.encounter(row).is_some_and(|word| word.form == EncounterForm::Light),
            _ => false,
        });
        let held = sentence.chunks.get(at + 1).is_some_and(|chunk| matches!(chunk.piece, Piece::Encounter(_)));
        let adverb = sentence.chunks.get(at).filter(|_| with && !self.is_skipped(sentence, at) && !self.is_quoted())?;
        let word = self.noun_in(adverb)?;
        let kind = word.kind.filter(|kind| is_of_two_sides(*kind))?;
        let next = self.noun_told(sentence, at + usize::from(held), word, kind, true);
        (next > at + 1 + usize::from(held)).then_some(next)
    }

    /// "A and B held a press conference after the talks that took place between them", "the meeting that brought them together": of
    /// the two told before.
    fn between_them(
        &mut self,
        sentence: &Sentence<'_>,
        verb: usize,
        kind: MeetingKind,
        clause: &Clause,
    ) -> Option<Event> {
        let principals = self.two_told(sentence, verb)?;
        Some(self.event(kind, sentence, verb, clause, principals, word_is_vague(kind)))
    }

    /// Whether what a verb tells was between two told before, where no encounter has been told.
    fn is_between_them(&self, sentence: &Sentence<'_>, verb: usize) -> bool {
        let them = |at: usize, cue: Cue| {
            let them = sentence.chunks.get(at).filter(|chunk| matches!(chunk.piece, Piece::Cue(here) if here == cue));
            them.is_some_and(|them| is_of_both(self.text.text(them.tokens.start)))
        };
        self.events.is_empty() && (them(verb + 1, Cue::Therein) || them(verb, Cue::Between))
    }

    /// The two that a sentence is about, or the only two whom it has told of so far.
    fn two_told(&mut self, sentence: &Sentence<'_>, at: usize) -> Option<Vec<PersonId>> {
        let owner = self.owner(sentence)?.people.clone();
        let both = match owner.as_slice() {
            [_, _] => owner,
            _ => {
                let before = sentence.chunks.get(..at).unwrap_or(&[]).iter();
                let people = before.filter_map(|chunk| match &chunk.piece {
                    Piece::People(people) => Some(people),
                    _ => None,
                });
                people.flatten().cloned().collect()
            }
        };
        let ids = self.ids(&both, None);
        (both.len() == 2 && ids.len() == 2).then_some(ids)
    }

    /// "The work of the conference began, under the chairmanship of A, with B and C taking part."
    pub(super) fn assembly(&mut self, sentence: &mut Sentence<'_>, at: usize, word: &EncounterRow) -> usize {
        if word.kind != Some(MeetingKind::Conference)
            || self.events.last().is_some_and(|event| event.kind == MeetingKind::Conference)
        {
            return at + 1;
        }
        let mut clause = self.clause(sentence, at + 1);
        if !clause.groups.iter().any(|group| matches!(group.mark, Mark::Headed | Mark::Listed | Mark::With)) {
            return at + 1;
        }
        clause.groups.retain(|group| {
            matches!(group.mark, Mark::Headed | Mark::Listed | Mark::With | Mark::Present)
                && group.people.iter().any(|person| person.name.is_some())
        });
        for chunk in sentence.chunks.get(..at).unwrap_or(&[]) {
            match &chunk.piece {
                Piece::Date(date) if clause.date.is_none() => clause.date = Some(date.clone()),
                Piece::Place(place) if clause.place.is_none() && place.inside => clause.place = Some(place.clone()),
                _ => {}
            }
        }
        let event = self.conference(sentence, &clause).filter(|event| event.principals.len() >= 2);
        let end = clause.end;
        if event.is_none() {
            return at + 1;
        }
        self.settle(sentence, at, event, &clause, MeetingKind::Conference).unwrap_or(end)
    }

    /// `VERB A [T] [P] [مع] B`
    pub(super) fn finite(&mut self, sentence: &mut Sentence<'_>, at: usize, word: &EncounterRow) -> usize {
        let mut clause = self.clause(sentence, at + 1);
        let Some(kind) = word.kind else { return at + 1 };
        let end = clause.end;
        // "the two sides conferred about": of the encounter just told.
        let sides = sentence.chunks.get(at + 1).is_some_and(|chunk| {
            matches!(chunk.piece, Piece::Cue(Cue::Parties)) && chunk.clitics.is_none() && !self.events.is_empty()
        });
        let confers = matches!(kind, MeetingKind::Talks | MeetingKind::Meeting);
        if let Some(row) = self.act_at(sentence, at).filter(|_| sides && confers) {
            return self.act_word(sentence, at, row);
        }
        let subject_before = self.subject_before(sentence, at);
        if word.object.has(ObjectMark::Direct) && is_of_two_sides(kind) {
            object_behind_present(&mut clause, subject_before.is_some());
        }
        let assembly = kind == MeetingKind::Meeting && self.is_assembly(sentence, at, &clause);
        let of_many = kind == MeetingKind::Meeting && is_of_many(&clause);
        let kind = if assembly || of_many { MeetingKind::Conference } else { kind };
        let event = match kind {
            MeetingKind::Conference if assembly => self.conference(sentence, &clause),
            MeetingKind::Visit if word.object.has(ObjectMark::To) && self.turns_to(sentence, at, &clause) => None,
            MeetingKind::Visit => {
                let traveller = self.traveller_before(sentence, at, subject_before);
                self.visit(sentence, word, &clause, traveller)
            }
            MeetingKind::Signing => self
                .joint(sentence, kind, &clause, subject_before)
                .filter(|event| self.is_signed(sentence, at, &clause, event)),
            MeetingKind::Conference => {
                let joined = subject_before.filter(|_| clause.groups.iter().all(|group| group.mark != Mark::None));
                self.hosted(sentence, word, &clause).or_else(|| self.takes_part(sentence, &clause, joined))
            }
            // "At the beginning of the reception he congratulated him": said there.
            MeetingKind::Message if word.object.has(ObjectMark::Direct) && self.is_within_encounter(sentence, at) => {
                None
            }
            // "congratulated" may be said of anybody; a cable or a letter is one.
            MeetingKind::Message => self
                .message(sentence, &clause, subject_before)
                .map(|event| Event { vague: word.object.has(ObjectMark::Direct), ..event }),
            _ => match self.received_by(sentence, word, &clause) {
                Some((hosts, guests)) => {
                    if kind == MeetingKind::Reception && self.welcomed(&hosts, &guests) {
                        return end;
                    }
                    let mut principals = hosts;
                    add_new(&mut principals, guests);
                    Some(self.event(kind, sentence, at, &clause, principals, word_is_vague(kind)))
                }
                None if word.object.has(ObjectMark::Him) => None,
                None => self.encounter_of(sentence, kind, word, &clause, subject_before),
            },
        };
        // "A received his counterpart at his arrival": the visit just told.
        if kind == MeetingKind::Reception && event.as_ref().is_some_and(|event| self.at_arrival(&clause, event)) {
            return end;
        }
        // "the council of ministers met, headed by A": nobody else of it is named.
        let body = || {
            let mut behind = sentence.chunks.get(at + 1..).unwrap_or(&[]).iter();
            let behind = behind.find(|chunk| !matches!(chunk.piece, Piece::Date(_)));
            behind.is_some_and(|chunk| self.is_body(chunk))
        };
        let alone = event.as_ref().is_none_or(|event| event.principals.len() < 2);
        if alone && kind == MeetingKind::Meeting && body() {
            if let Some(next) = self.session(sentence, at, &clause) {
                return next;
            }
        }
        if event.is_none() && (confers || kind == MeetingKind::Message) {
            // "congratulated": without anybody it is to, no message but something said. "And conferred about": of the encounter
            // just told.
            if let Some(row) = self.act_at(sentence, at) {
                return self.act_word(sentence, at, row);
            }
        }
        // "the two ministers conferred about": the sides of the encounter just told, in it.
        let of_last = |event: &Event| {
            let known = self.events.last();
            let same = |known: &Event| {
                known.principals.len() >= 2
                    && known.principals.len() == event.principals.len()
                    && known.is_between(&event.principals)
            };
            known.is_some_and(same) && clause.date.is_none() && clause.place.is_none() && clause.nouns.is_empty()
        };
        let again = confers && event.as_ref().is_some_and(of_last);
        if let Some(row) = again.then(|| self.act_at(sentence, at)).flatten() {
            return self.act_word(sentence, at, row);
        }
        let next = self.settle(sentence, at, event, &clause, kind);
        sentence.verb_since = true;
        next.unwrap_or(end)
    }

    /// Whether what a verb tells was in an encounter just told: "during the reception", "at the beginning of the talks".
    fn is_within_encounter(&self, sentence: &Sentence<'_>, at: usize) -> bool {
        let before = sentence.chunks.get(..at).unwrap_or(&[]);
        let met = |noun: &Chunk| self.event_noun(noun).and_then(|noun| noun.kind).is_some_and(is_of_two_sides);
        !self.events.is_empty()
            && before
                .iter()
                .zip(before.iter().skip(1))
                .any(|(cue, noun)| matches!(cue.piece, Piece::Cue(Cue::During | Cue::After | Cue::In)) && met(noun))
    }

    /// "turned to B with thanks": with words, and to nowhere.
    fn turns_to(&self, sentence: &Sentence<'_>, at: usize, clause: &Clause) -> bool {
        let behind = sentence.chunks.get(at + 1..clause.end.min(sentence.chunks.len())).unwrap_or(&[]).iter();
        let next = behind
            .map(|chunk| (chunk, &chunk.piece))
            .find(|(_, piece)| !matches!(piece, Piece::People(_) | Piece::Bare(_) | Piece::Mark(_) | Piece::Date(_)));
        next.is_some_and(|(chunk, piece)| {
            matches!(piece, Piece::Word { noun: true } | Piece::Act(_))
                && chunk.clitics.preposition == Some(Preposition::By)
        })
    }

    /// Who received whom, where not both stand plainly behind the verb: "A received him", "B was received by A".
    fn received_by(
        &mut self,
        sentence: &Sentence<'_>,
        word: &EncounterRow,
        clause: &Clause,
    ) -> Option<(Vec<PersonId>, Vec<PersonId>)> {
        let mut plain = clause.groups.iter().filter(|group| group.mark == Mark::None && !group.bare);
        let one = plain.next().filter(|_| plain.next().is_none())?;
        if word.object.has(ObjectMark::Him) {
            let guest = self.people.last_subject?;
            let hosts = self.group_ids(one, None);
            return (!hosts.is_empty() && !hosts.contains(&guest)).then(|| (hosts, vec![guest]));
        }
        if word.kind != Some(MeetingKind::Reception) {
            return None;
        }
        let through = (one.at + 1..clause.end.min(sentence.chunks.len())).find(|at| names_doer(sentence, *at))?;
        let (by, _) = self.group(sentence, through + 1);
        let guests = self.group_ids(one, None);
        let hosts = self.group_ids(&by?, guests.first().copied());
        (!hosts.is_empty() && !guests.is_empty()).then_some((hosts, guests))
    }

    /// Whether a reception was the welcome at an arrival that has just been told.
    fn at_arrival(&mut self, clause: &Clause, event: &Event) -> bool {
        let arrival = self.nouns(clause).any(|noun| {
            noun.kind == Some(MeetingKind::Visit)
                && noun.form == EncounterForm::Own
                && !noun.object.has(ObjectMark::Direct)
        });
        match event.principals.split_first() {
            Some((host, guests)) if arrival && !guests.is_empty() => self.welcomed(&[*host], guests),
            _ => false,
        }
    }

    /// Whether somebody was received on the visit just told: then those who did welcomed him.
    fn welcomed(&mut self, hosts: &[PersonId], guests: &[PersonId]) -> bool {
        let Some(visit) = self.events.last_mut().filter(|known| known.kind == MeetingKind::Visit) else { return false };
        let arrives = guests.iter().all(|guest| visit.principals.contains(guest));
        if arrives {
            add_new(&mut visit.attendees, hosts.iter().copied());
        }
        arrives
    }

    /// "The ministerial meeting convened, headed by A, with B and C taking part": what convened is told, and who headed it.
    fn is_assembly(&self, sentence: &Sentence<'_>, at: usize, clause: &Clause) -> bool {
        let behind = sentence.chunks.get(at + 1..).unwrap_or(&[]).iter();
        let mut behind = behind.take_while(|chunk| !matches!(chunk.piece, Piece::People(_) | Piece::Bare(_)));
        let meeting = behind.any(|chunk| {
            self.event_noun(chunk)
                .is_some_and(|noun| matches!(noun.kind, Some(MeetingKind::Meeting | MeetingKind::Conference)))
        });
        let of = |mark: Mark| clause.groups.iter().any(|group| group.mark == mark);
        meeting && of(Mark::Headed) && (of(Mark::With) || of(Mark::Listed)) && !of(Mark::None)
    }

    /// Who travels, where the verb stands behind: the subject before it, or that of the last verb.
    fn traveller_before<'s>(
        &self,
        sentence: &'s Sentence<'_>,
        at: usize,
        subject_before: Option<&'s Group>,
    ) -> Option<&'s Group> {
        // "the second plane arrived": a noun behind the verb is its subject.
        let mut behind = sentence.chunks.get(at + 1..).unwrap_or(&[]).iter().filter(|chunk| {
            !matches!(chunk.piece, Piece::Mark(_) | Piece::Date(_) | Piece::Bare(_) | Piece::Cue(Cue::Currently))
                && chunk.clitics.preposition.is_none()
        });
        let noun_next = behind.next().is_some_and(|chunk| {
            matches!(chunk.piece, Piece::Word { .. } | Piece::Cue(Cue::Crowd | Cue::TopicHead | Cue::CompanyParty))
        });
        if noun_next {
            return None;
        }
        // "ended his visit and left": the subject is the last verb's.
        let joined = sentence.chunks.get(at).is_some_and(|chunk| chunk.clitics.conjunction);
        subject_before.or_else(|| self.met(sentence, sentence.before.as_ref()).filter(|group| joined && !group.bare))
    }

    /// Whether a verb tells of a signing, and not that something happened: what was signed is told, or who signed leaves no doubt.
    fn is_signed(&self, sentence: &Sentence<'_>, at: usize, clause: &Clause, event: &Event) -> bool {
        let is_signing = |row: u16| self.encounter(row).filter(|word| word.kind == Some(MeetingKind::Signing));
        let told = || {
            sentence.chunks.get(..at).unwrap_or(&[]).iter().any(|chunk| match chunk.piece {
                Piece::Encounter(row) => is_signing(row).is_some_and(|word| word.form == EncounterForm::Noun),
                _ => false,
            })
        };
        let introduced = |id: &PersonId| {
            self.people.get(*id).is_some_and(|person| person.name.is_some() && !person.offices.is_empty())
        };
        let met = |id: &PersonId| {
            self.events.iter().any(|known| known.principals.contains(id) || known.attendees.contains(id))
        };
        clause.object.is_some()
            || clause.nouns.iter().any(|noun| is_signing(*noun).is_some())
            || told()
            // "a quarrel took place between A and B"
            || event.principals.len() >= 2
                && event.principals.iter().all(introduced)
                && !clause.groups.iter().any(|group| group.mark == Mark::Between)
            || event.principals.iter().all(met)
            || self.signs_it_too(sentence, at)
    }

    /// "while B signed it for the other side": what was just told to be signed.
    fn signs_it_too(&self, sentence: &Sentence<'_>, at: usize) -> bool {
        let it = sentence.chunks.get(at).is_some_and(|chunk| ends_in_pronoun(self.text.text(chunk.tokens.start)));
        it && sentence.told && self.events.last().is_some_and(|known| known.kind == MeetingKind::Signing)
    }

    /// The act that a word tells of too.
    pub(super) fn act_at(&self, sentence: &Sentence<'_>, at: usize) -> Option<u16> {
        let act = |_, s| match s {
            Sense::Act(row) => Some(row),
            _ => None,
        };
        self.text.find(sentence.chunks.get(at)?.tokens.start, act).map(|(row, ..)| row)
    }

    /// A light verb: an encounter when an event noun is in its clause.
    pub(super) fn light(&mut self, sentence: &mut Sentence<'_>, at: usize, word: &EncounterRow, row: u16) -> usize {
        if self.lists_members(sentence, at) {
            return self.attendance(sentence, at);
        }
        if self.is_wanted(sentence, at) {
            return at + 1;
        }
        let clause = self.clause(sentence, at + 1);
        let chairs = sentence
            .chunks
            .get(at)
            .is_some_and(|chunk| self.text.any(chunk.tokens.start, |_, s| s == Sense::Cue(Cue::Chairs)));
        if chairs {
            if let Some(next) = self.chaired_side(sentence, at, &clause) {
                return next;
            }
        }
        let nouns = || self.nouns(&clause);
        let headed = clause.groups.iter().any(|group| group.mark == Mark::Headed);
        // "The committee held its meeting, headed by A", "A chaired the monthly meeting": told by nobody else.
        let of_its_own = |noun: &&EncounterRow| {
            noun.kind == Some(MeetingKind::Meeting)
                && (noun.form == EncounterForm::Own && headed
                    || noun.form == EncounterForm::Definite && chairs && self.events.is_empty())
        };
        // "held the telephone conversation with B": with its party told, the noun may have its article.
        let party =
            clause.groups.iter().any(|group| group.mark == Mark::With && !group.bare && group.people.len() == 1);
        let holder =
            party && !chairs && !headed && clause.groups.iter().any(|group| group.mark == Mark::None && !group.bare);
        let told_with = |noun: &&EncounterRow| {
            noun.form == EncounterForm::Definite
                && holder
                && matches!(noun.kind, Some(MeetingKind::Call | MeetingKind::Talks))
        };
        // "the talks between A and B began", "A and B began their talks": both sides are told.
        let several =
            |mark: Mark| clause.groups.iter().any(|group| group.mark == mark && !group.bare && group.people.len() >= 2);
        let told_between = |noun: &&EncounterRow| {
            let between = noun.form == EncounterForm::Definite && several(Mark::Between);
            let of_both = noun.form == EncounterForm::Own && several(Mark::None);
            (between || of_both) && noun.kind.is_some_and(is_of_two_sides) && word.form == EncounterForm::Light
        };
        // "handed B, in a meeting, a letter": what was handed over, wherever that is told.
        // A verb of receiving may be one of reaching too: an agreement is reached, and not received.
        let receives = word.object.has(ObjectMark::From) && !word.object.has(ObjectMark::Direct);
        let is_noun = |noun: &&EncounterRow| {
            noun.form == EncounterForm::Noun
                && noun.kind.is_some_and(|kind| !receives || matches!(kind, MeetingKind::Message | MeetingKind::Call))
        };
        let letter = nouns().find(|noun| word.gives() && is_noun(noun) && noun.kind == Some(MeetingKind::Message));
        let meeting = nouns().find(|noun| letter.is_some() && is_noun(noun) && noun.kind == Some(MeetingKind::Meeting));
        // "presented to B, during a meeting, a report": a meeting is not given.
        let given = |noun: &&EncounterRow| is_noun(noun) && !(word.gives() && noun.kind.is_some_and(is_of_two_sides));
        // "held, being there on a visit, talks with": a verb of holding wants no visit where it holds something else.
        let visits = word.object.has(ObjectMark::To);
        let held = |noun: &&EncounterRow| given(noun) && (visits || noun.kind != Some(MeetingKind::Visit));
        let noun = letter.or_else(|| nouns().find(held)).or_else(|| nouns().find(given));
        let noun = noun.or_else(|| nouns().find(told_with)).or_else(|| nouns().find(told_between));
        let of_its_own = nouns().find(of_its_own);
        // "the meeting of the foreign ministers was held": several offices own the event.
        let assembly = noun.is_none()
            && nouns().any(|noun| noun.form == EncounterForm::Definite)
            && clause.groups.iter().any(|group| {
                group.mark == Mark::To
                    && group.people.iter().any(|person| {
                        person.offices.iter().any(|office| office.countries.len() > 1 || office.number == Number::Many)
                    })
                    || group.mark == Mark::Headed
                    || group.mark != Mark::Present && group.people.len() >= 3
            });
        // "the political consultations were held, headed by A for one side and by B for the other": of two sides.
        let of_kind = |kind: MeetingKind| nouns().any(|noun| noun.kind == Some(kind));
        let talks = assembly && of_kind(MeetingKind::Talks) && !of_kind(MeetingKind::Conference);
        let event = if assembly { self.conference(sentence, &clause) } else { None };
        if let Some(event) = event {
            let kind = if talks && event.principals.len() == 2 { MeetingKind::Talks } else { event.kind };
            return self.settle(sentence, at, Some(Event { kind, ..event }), &clause, kind).unwrap_or(clause.end);
        }
        if let Some((event, kind)) = self.widened(sentence, at, &clause) {
            let clause = Clause { groups: Vec::new(), ..clause };
            return self.settle(sentence, at, Some(event), &clause, kind).unwrap_or(clause.end);
        }
        // "accompanied by a delegation that comprises A and B"
        if self.comprises_delegation(sentence, at) {
            return self.attendance(sentence, at);
        }
        let Some(noun) = noun.or(of_its_own) else {
            self.note_bearer(sentence, at, &clause);
            if let Some(event) = self.under_one_roof(sentence, at, &clause) {
                return self.settle(sentence, at, Some(event), &clause, MeetingKind::Meeting).unwrap_or(clause.end);
            }
            // "the talks turned on": a word for what was discussed too, where it stands before whatever turned.
            let talks = || {
                let mut behind = sentence.chunks.get(at + 1..).unwrap_or(&[]).iter();
                let behind = behind.find(|chunk| !matches!(chunk.piece, Piece::Cue(Cue::Pointer)));
                behind.is_some_and(|chunk| self.event_noun(chunk).is_some())
            };
            // "which turned on": with the preposition that the act wants.
            let turns_on = |row: &u16| {
                let behind = sentence.chunks.get(at + 1);
                let leads = self.act(*row).map(|act| act.leads);
                leads.zip(behind).is_some_and(|(leads, behind)| behind.leads(leads, self.text).is_some())
            };
            if let Some(row) = self.act_at(sentence, at).filter(|row| receives || talks() || turns_on(row)) {
                return self.act_word(sentence, at, row);
            }
            sentence.light = Some(row);
            // "held yesterday in Marrakesh a series of meetings": each of them was then and there.
            let several = (clause.end.min(sentence.chunks.len()) > at)
                && sentence.chunks.get(at..clause.end.min(sentence.chunks.len())).unwrap_or(&[]).iter().any(|chunk| {
                    let word = self.text.text(chunk.tokens.start);
                    matches!(chunk.piece, Piece::Encounter(noun) if self.encounter(noun).is_some_and(|noun| match noun.form {
                        EncounterForm::Definite => is_plural(word),
                        // "went on today with his meetings"
                        EncounterForm::Own => is_owned_plural(word),
                        _ => false,
                    }))
                });
            if several && self.events.is_empty() {
                self.frame = Some((clause.date.clone(), clause.place.clone()));
                let holder = clause.groups.iter().find(|group| group.mark == Mark::None).cloned();
                let holder = holder.map(|group| self.group_ids(&group, None)).unwrap_or_default();
                self.people.last_subject = holder.first().copied().or(self.people.last_subject);
            }
            // "the handing over took place during the meeting": what is told further on is not of the meeting.
            let refers = (at.saturating_sub(1)..clause.end.min(sentence.chunks.len())).any(|noun| {
                let told = sentence.chunks.get(noun).is_some_and(|chunk| self.event_noun(chunk).is_some());
                let within = sentence.follows(noun, &[Cue::During, Cue::In, Cue::After, Cue::Sidelines]);
                told && !within
            });
            if refers && clause.groups.iter().all(|group| group.mark != Mark::With && group.mark != Mark::Between) {
                if chairs {
                    self.add_chair(sentence, at, &clause);
                }
                self.add_circumstances(sentence, &clause);
            }
            return at + 1;
        };
        let Some(kind) = noun.kind.or(word.kind) else { return at + 1 };
        // "bore the signature of": handed over nothing, and signed nothing.
        if kind == MeetingKind::Signing && word.gives() {
            return at + 1;
        }
        let kind = if kind == MeetingKind::Meeting && is_of_many(&clause) { MeetingKind::Conference } else { kind };
        // "pays a visit in July", "from the 12th to the 14th": to come.
        let planned = clause.date.as_ref().is_some_and(|date| date.relative.is_none() && date.weekday.is_none());
        // "resides in N": one who holds something pays no visit.
        let pays = kind == MeetingKind::Visit && word.object.has(ObjectMark::To);
        if word.form == EncounterForm::LightPresent && (!pays || planned) {
            return at + 1;
        }
        let end = clause.end;
        let before = self.subject_before(sentence, at);
        let event = match kind {
            MeetingKind::Visit => self.visit(sentence, word, &clause, before),
            MeetingKind::Message => self.message(sentence, &clause, before),
            MeetingKind::Conference => self.conference(sentence, &clause),
            MeetingKind::Signing | MeetingKind::Credentials => self.joint(sentence, kind, &clause, before),
            // "A enjoyed a reception on the part of B": told from the guest.
            _ => match self.received_by(sentence, noun, &clause) {
                Some((mut principals, guests)) => {
                    add_new(&mut principals, guests);
                    Some(self.event(kind, sentence, at, &clause, principals, word_is_vague(kind)))
                }
                None => self.encounter_of(sentence, kind, noun, &clause, before),
            },
        };
        // "the council held a meeting, headed by A", "A chaired the meeting": the others are not named.
        let chaired = chairs || headed || self.is_of_body(sentence, at..end);
        let event = event.map(|event| Event { crowd: event.crowd || chaired && event.principals.len() == 1, ..event });
        // "the deputy speaker chaired the session": the house sat, and nobody met.
        let sat = |event: &Event| {
            let speaks =
                |id: &PersonId| matches!(self.rank_of(*id), Some(Rank::SpeakerOfParliament | Rank::DeputySpeaker));
            chairs && noun.form != EncounterForm::Noun && event.principals.iter().all(speaks)
        };
        let event = event.filter(|event| !sat(event));
        if event.is_none() {
            // "the ceremony was held in the presence of A": of the encounter just told.
            self.add_circumstances(sentence, &clause);
        }
        let of_the_last = event.is_none() && self.is_of_the_last(sentence, at, &clause, kind);
        if let Some(next) = of_the_last.then(|| self.matter(sentence, &clause, kind)).flatten() {
            return next;
        }
        if let Some(word) = meeting.filter(|_| event.is_some()) {
            self.met_to_hand(sentence, at, word, &clause);
        }
        let next = self.settle(sentence, at, event, &clause, kind);
        sentence.verb_since = true;
        sentence.light = None;
        next.unwrap_or(end)
    }

    /// "The minister B handed over the letter", "it was handed over by B": who did, of the letter told last.
    fn note_bearer(&mut self, sentence: &Sentence<'_>, at: usize, clause: &Clause) {
        let letter = self.events.last().filter(|known| known.kind == MeetingKind::Message);
        let it = || {
            self.nouns(clause)
                .any(|noun| noun.kind == Some(MeetingKind::Message) && noun.form == EncounterForm::Definite)
                || sentence.chunks.get(at).is_some_and(|verb| ends_in_pronoun(self.text.text(verb.tokens.start)))
        };
        let Some(sides) = letter.filter(|_| it()).map(|letter| letter.principals.clone()) else { return };
        let named = |group: &&Group| {
            group.mark == Mark::None && !group.bare && group.people.iter().all(|person| person.name.is_some())
        };
        let Some(group) = clause.groups.iter().find(named) else { return };
        let bearer = self.group_ids(group, None).first().copied();
        self.people.bearer = bearer.filter(|bearer| !sides.contains(bearer)).or(self.people.bearer);
    }

    /// "… handed it over, as the president received him", "at his reception of him": the guest is whoever brought the letter told last,
    /// or whom the sentence is about.
    fn received_him(
        &mut self,
        sentence: &mut Sentence<'_>,
        at: usize,
        kind: MeetingKind,
        clause: &Clause,
    ) -> Option<usize> {
        let him = self.received_him_at(sentence, at)?;
        let host = clause.groups.first().filter(|group| group.mark == Mark::None && group.at < him);
        if !matches!(kind, MeetingKind::Reception | MeetingKind::Meeting) {
            return None;
        }
        let letter = self.events.last().filter(|known| known.kind == MeetingKind::Message);
        let receiver = letter.and_then(|letter| letter.principals.get(1)).copied();
        let bearer = self.people.bearer;
        let owner = self.owner(sentence).map(|group| group.people.clone());
        let owner = owner.and_then(|people| self.ids(&people, None).first().copied());
        let hosts = match host {
            Some(host) => self.group_ids(host, None),
            None => bearer.and(receiver).into_iter().collect(),
        };
        let guest = bearer.or(owner).filter(|guest| !hosts.contains(guest))?;
        let mut principals = hosts;
        principals.push(guest);
        if principals.len() < 2 {
            return None;
        }
        let mut event = self.event(kind, sentence, at, clause, principals, word_is_vague(kind));
        // A letter is handed over in the encounter, and at its time.
        self.look_back(sentence, at, &mut event);
        if let Some(letter) =
            self.events.last_mut().filter(|known| bearer.is_some() && known.kind == MeetingKind::Message)
        {
            event.date = event.date.or_else(|| letter.date.clone());
            letter.date = letter.date.take().or_else(|| event.date.clone());
        }
        self.people.bearer = None;
        Some(self.settle(sentence, at, Some(event), clause, kind).unwrap_or(clause.end))
    }

    /// "The palace brought together today A and B", "the capital brought A together with B": where they met stands for the meeting.
    fn under_one_roof(&mut self, sentence: &Sentence<'_>, at: usize, clause: &Clause) -> Option<Event> {
        let gathers = |c: Clitics, s| c.at_most_conjunction() && s == Sense::Cue(Cue::Between);
        let roof = sentence.chunks.get(at + 1).filter(|chunk| chunk.clitics.is_none())?;
        if !self.text.any(sentence.chunks.get(at)?.tokens.start, gathers)
            || !matches!(roof.piece, Piece::Cue(Cue::Venue) | Piece::Place(_))
        {
            return None;
        }
        let is_side = |group: &&Group| matches!(group.mark, Mark::None | Mark::With | Mark::By) && !group.bare;
        let mut principals = Vec::new();
        for group in clause.groups.iter().filter(is_side) {
            let first = principals.first().copied();
            add_new(&mut principals, self.group_ids(group, first));
        }
        let event = self.event(MeetingKind::Meeting, sentence, at, clause, principals, true);
        let town = clause.to_place.clone().filter(|place| !place.is_country).map(Given::by(Rule::InClause));
        (event.principals.len() >= 2).then(|| Event { place: event.place.clone().or(town), ..event })
    }

    /// "The two sides held talks on": of whoever met just before.
    fn is_of_the_last(&self, sentence: &Sentence<'_>, at: usize, clause: &Clause, kind: MeetingKind) -> bool {
        clause.about.is_some_and(|about| self.tells_both(sentence, clause, at..about))
            && matches!(kind, MeetingKind::Talks | MeetingKind::Meeting)
            && clause.groups.iter().all(|group| group.mark == Mark::Present)
            && !(clause.past || sentence.plan || sentence.background)
            && self.events.last().is_some_and(|known| !known.is_apart() && known.principals.len() >= 2)
    }

    /// "A handed B, in a meeting today, a letter from C": A and B met.
    fn met_to_hand(&mut self, sentence: &mut Sentence<'_>, at: usize, word: &EncounterRow, clause: &Clause) {
        let sides = clause.groups.iter().filter(|group| group.mark == Mark::None && !group.bare).take(2);
        let clause = Clause { groups: sides.cloned().collect(), nouns: Vec::new(), occasion: None, ..clause.clone() };
        let mut principals = Vec::new();
        for group in &clause.groups {
            add_new(&mut principals, self.group_ids(group, None));
        }
        if let (Some(kind), true) = (word.kind, principals.len() >= 2) {
            let event = self.event(kind, sentence, at, &clause, principals, word_is_vague(kind));
            self.settle(sentence, at, Some(event), &clause, kind);
        }
    }

    /// "A chaired the meeting": the conference just told, of those who were told to meet only by their office.
    fn add_chair(&mut self, sentence: &Sentence<'_>, at: usize, clause: &Clause) {
        let chair = clause.groups.iter().find(|group| group.mark == Mark::None).or(self.subject_before(sentence, at));
        let Some(chair) = chair.cloned() else { return };
        let ids = self.group_ids(&chair, None);
        if let Some(known) = self.events.last_mut().filter(|known| known.kind == MeetingKind::Conference) {
            add_new(&mut known.principals, ids);
        }
    }

    /// "the need to hold a summit", "for the holding of": whether the verb's noun is meant, which is spelled like it.
    fn is_wanted(&self, sentence: &Sentence<'_>, at: usize) -> bool {
        let Some(chunk) = sentence.chunks.get(at) else { return false };
        let noun = || self.text.any(chunk.tokens.start, |c, s| c == chunk.clitics && s == Sense::Noun);
        let wanted =
            |before: &Chunk| matches!(before.piece, Piece::Cue(Cue::Weight | Cue::Undone | Cue::About | Cue::On));
        let governed =
            chunk.clitics.preposition == Some(Preposition::For) || sentence.preceding(at).is_some_and(wanted);
        governed && noun()
    }

    /// "then the talks went on with the delegations of both countries": the sides of the encounter just told, and more of them.
    fn widened(&self, sentence: &Sentence<'_>, at: usize, clause: &Clause) -> Option<(Event, MeetingKind)> {
        let known = self.events.last().filter(|known| !known.is_apart() && known.principals.len() >= 2)?;
        let chunks = sentence.chunks.get(at..clause.end.min(sentence.chunks.len()))?;
        let delegations = chunks.iter().zip(chunks.iter().skip(1)).any(|(before, chunk)| {
            matches!(before.piece, Piece::Cue(Cue::With | Cue::Presence | Cue::TakingPart))
                && matches!(chunk.piece, Piece::Cue(Cue::Parties | Cue::CompanyParty))
        });
        let mut same = clause.groups.iter().flat_map(|group| &group.people);
        let kind = self.nouns(clause).find_map(|noun| {
            noun.kind.filter(|kind| {
                let renewed = noun.form == EncounterForm::Definite && *kind == MeetingKind::Talks;
                matches!(kind, MeetingKind::Talks | MeetingKind::Meeting)
                    && (noun.form == EncounterForm::Noun || renewed)
            })
        })?;
        let again = sentence.same_occasion && delegations && same.all(|person| self.sides_meant(person).is_some());
        let principals = known.principals.clone();
        again.then(|| (self.event(kind, sentence, at, clause, principals, false), kind))
    }

    /// "The talks were crowned by the signing of an agreement": told by a noun, of the sides of the encounter just told.
    fn signed_in_end(&mut self, sentence: &mut Sentence<'_>, at: usize) -> Option<usize> {
        let by = sentence.chunks.get(at)?.clitics.preposition == Some(Preposition::By);
        let met = sentence.chunks.get(..at)?.iter().any(|chunk| self.event_noun(chunk).is_some());
        // "entered a new stage by the signing by A and B of an agreement": who did stands right behind it.
        let signed_by = matches!(sentence.chunks.get(at + 1).map(|chunk| &chunk.piece), Some(Piece::People(_)));
        if !by || !met && !signed_by {
            return None;
        }
        let clause = self.clause(sentence, at + 1);
        let mut signers = Vec::new();
        for group in clause.groups.iter().filter(|group| matches!(group.mark, Mark::None | Mark::Between)) {
            add_new(&mut signers, self.group_ids(group, None));
        }
        // "which ended in the signing of a truce in 1953": told of long ago.
        if clause.date.as_ref().is_some_and(|date| date.year.is_some() && date.month.is_none()) {
            return None;
        }
        if signers.is_empty() {
            signers.clone_from(&self.events.last().filter(|known| known.principals.len() >= 2)?.principals);
        }
        let event = self.event(MeetingKind::Signing, sentence, at, &clause, signers, false);
        Some(self.settle(sentence, at, Some(event), &clause, MeetingKind::Signing).unwrap_or(clause.end))
    }

    /// "The meeting comprised A and B": whether those who took part in the encounter just told are named.
    fn lists_members(&self, sentence: &Sentence<'_>, at: usize) -> bool {
        let comprises = |c: Clitics, s| c.at_most_conjunction() && s == Sense::Cue(Cue::DelegationList);
        let Some([verb, noun, first]) = sentence.chunks.get(at..at + 3) else { return false };
        !self.events.is_empty()
            && self.text.any(verb.tokens.start, comprises)
            && self.event_noun(noun).is_some_and(|noun| noun.kind == Some(MeetingKind::Meeting))
            && matches!(first.piece, Piece::People(_) | Piece::Bare(_))
    }

    /// "a delegation that comprises A and B": whether a delegation stands before the verb, with no more than its adjectives
    /// between, and people behind it.
    fn comprises_delegation(&self, sentence: &Sentence<'_>, at: usize) -> bool {
        let comprises = |c: Clitics, s| c.at_most_conjunction() && s == Sense::Cue(Cue::DelegationList);
        let Some([verb, first]) = sentence.chunks.get(at..at + 2) else { return false };
        let mut before = sentence.chunks.get(..at).unwrap_or(&[]).iter().rev();
        let noun = before.find(|chunk| {
            !matches!(chunk.piece, Piece::Word { .. } | Piece::Mark('،' | ',') | Piece::Cue(Cue::Relative))
        });
        !self.events.is_empty()
            && self.text.any(verb.tokens.start, comprises)
            && noun.is_some_and(|noun| matches!(noun.piece, Piece::Cue(Cue::Crowd | Cue::CompanyParty)))
            && matches!(first.piece, Piece::People(_))
    }

    /// "A chaired the Egyptian side of the consultations, while B chaired the Zambian side": one after the other, the sides of
    /// one encounter.
    fn chaired_side(&mut self, sentence: &mut Sentence<'_>, at: usize, clause: &Clause) -> Option<usize> {
        let chunks = sentence.chunks.get(at..clause.end.min(sentence.chunks.len()))?;
        let is_cue = |chunk: &Chunk, cue: Cue| matches!(chunk.piece, Piece::Cue(found) if found == cue);
        let nth = chunks.iter().position(|chunk| is_cue(chunk, Cue::Side))?;
        let side = chunks.get(nth)?;
        // "the talks open next Sunday, A heading the Croatian side": to come.
        let ahead = |chunk: &Chunk| matches!(&chunk.piece, Piece::Date(date) if date.ahead);
        if sentence.chunks.iter().any(ahead) {
            return None;
        }
        // "A chaired the talks with the Croatian side": he did not chair that.
        if chunks.get(nth.checked_sub(1)?).is_some_and(|chunk| is_cue(chunk, Cue::With)) {
            return None;
        }
        let country = self.nationality(side.tokens.end);
        let head = clause.groups.iter().find(|group| group.mark == Mark::None).cloned();
        let head = head.or_else(|| self.subject_before(sentence, at).cloned())?;
        let principals = self.group_ids(&head, None);
        if principals.is_empty() {
            return None;
        }
        self.presume_side(&principals, country);
        let start = self.start_of(sentence);
        if let Some(known) = self.events.last_mut().filter(|event| event.crowd && event.span.start >= start) {
            known.principals.extend(principals);
            known.crowd = false;
            return Some(clause.end);
        }
        // "the third round of the political consultations": what they chaired.
        let kind = sentence.chunks.iter().find_map(|chunk| match chunk.piece {
            Piece::Encounter(row) => self.encounter(row).and_then(|noun| {
                noun.kind.filter(|kind| {
                    !noun.form.is_finite()
                        && matches!(kind, MeetingKind::Talks | MeetingKind::Meeting | MeetingKind::Conference)
                })
            }),
            _ => None,
        })?;
        let mut event = self.event(kind, sentence, at, clause, principals, false);
        // "A chaired the Omani side, and for the Qatari side B"
        let other = self.other_side(sentence, at + nth + 1);
        event.crowd = other.is_empty();
        add_new(&mut event.principals, other);
        Some(self.settle(sentence, at, Some(event), clause, kind).unwrap_or(clause.end))
    }

    /// Who is told to have stood for the other side, behind "and for the side of".
    fn other_side(&mut self, sentence: &Sentence<'_>, from: usize) -> Vec<PersonId> {
        let rest = sentence.chunks.get(from..).unwrap_or(&[]);
        let joined =
            |chunk: &Chunk| matches!(chunk.piece, Piece::Cue(Cue::About | Cue::From)) && chunk.clitics.conjunction;
        let is_side = |chunk: &Chunk| matches!(chunk.piece, Piece::Cue(Cue::Side));
        let Some(nth) = rest.iter().zip(rest.iter().skip(1)).position(|(a, b)| joined(a) && is_side(b)) else {
            return Vec::new();
        };
        let side = from + nth + 1;
        let country = sentence.chunks.get(side).and_then(|side| self.nationality(side.tokens.end));
        let behind = sentence.chunks.get(side + 1..).unwrap_or(&[]).iter();
        let Some(people) = behind.take(3).position(|chunk| matches!(chunk.piece, Piece::People(_))) else {
            return Vec::new();
        };
        let (group, _) = self.group(sentence, side + 1 + people);
        let ids = group.map(|group| self.group_ids(&group, None)).unwrap_or_default();
        self.presume_side(&ids, country);
        ids
    }

    /// Whoever heads a side is of the country that it is told to be of.
    fn presume_side(&mut self, ids: &[PersonId], country: Option<Country>) {
        if let Some(country) = country {
            ids.iter().for_each(|id| self.people.presume_country(*id, country));
        }
    }

    /// "Among the visitors of the ministry: A and B": whoever received the last one received them too.
    pub(super) fn visitors(&mut self, sentence: &mut Sentence<'_>, at: usize) -> usize {
        let chunks = sentence.chunks.get(at + 1..).unwrap_or(&[]);
        let Some(colon) = chunks.iter().position(|chunk| matches!(chunk.piece, Piece::Mark(':'))) else {
            return at + 1;
        };
        let (Some(group), end) = self.group(sentence, at + colon + 2) else { return at + 1 };
        let Some(host) = self.events.last().and_then(|event| event.principals.first()).copied() else { return at + 1 };
        let mut principals = vec![host];
        add_new(&mut principals, self.group_ids(&group, None));
        if principals.len() < 2 {
            return at + 1;
        }
        let clause = Clause { verb: at, end, ..Clause::default() };
        let event = self.event(MeetingKind::Reception, sentence, at, &clause, principals, false);
        self.events.push(event);
        end
    }

    /// Whether a meeting among some chunks is told to be of a body: "the meeting of the local council".
    fn is_of_body(&self, sentence: &Sentence<'_>, chunks: Range<usize>) -> bool {
        let chunks = sentence.chunks.get(chunks).unwrap_or(&[]);
        chunks.iter().zip(chunks.iter().skip(1)).any(|(noun, body)| {
            let meeting = match noun.piece {
                Piece::Encounter(row) => {
                    self.encounter(row).is_some_and(|noun| noun.kind == Some(MeetingKind::Meeting))
                }
                _ => false,
            };
            meeting && self.is_body(body)
        })
    }

    /// Whether a word is a body: "the local council".
    fn is_body(&self, chunk: &Chunk) -> bool {
        let institution = |c: Clitics, s| c.is_none() && matches!(s, Sense::Institution { .. });
        matches!(chunk.piece, Piece::Word { .. }) && self.text.any(chunk.tokens.start, institution)
    }

    /// The group right before a verb, where it is the verb's subject.
    fn subject_before<'s>(&self, sentence: &'s Sentence<'_>, at: usize) -> Option<&'s Group> {
        let before = self.subject(sentence).filter(|group| group.at < at)?;
        // A bare name behind a noun, which nobody has introduced, is whose that is: "the tomb of the thinker A".
        let behind_noun =
            || sentence.preceding(before.at).is_some_and(|chunk| matches!(chunk.piece, Piece::Word { noun: true }));
        let possessor = before.bare && !self.knows_all(before) && behind_noun();
        (!possessor && self.is_adjacent(sentence, before, at)).then_some(before)
    }

    /// Whoever the clause is about, where it is somebody introduced.
    pub(super) fn owner<'s>(&self, sentence: &'s Sentence<'_>) -> Option<&'s Group> {
        self.met(sentence, sentence.before.as_ref()).filter(|group| !group.bare || self.knows_all(group))
    }

    /// "his reception of B", "their meeting": the owner is whoever the clause is about.
    pub(super) fn own(&mut self, sentence: &mut Sentence<'_>, at: usize, word: &EncounterRow) -> usize {
        let Some(kind) = word.kind else { return at + 1 };
        if !is_of_two_sides(kind) {
            return at + 1;
        }
        if self.is_of_future(sentence, at) || self.is_to_come(sentence, at) {
            return at + 1;
        }
        // "to hold his talks", "two places for his meeting with B": what for.
        let for_it = sentence.chunks.get(at).is_some_and(|chunk| chunk.clitics.preposition == Some(Preposition::For));
        let purpose = for_it
            || sentence.preceding(at).is_some_and(|before| {
                before.clitics.preposition == Some(Preposition::For) && matches!(before.piece, Piece::Word { .. })
            });
        if purpose {
            return at + 1;
        }
        let mut clause = self.clause(sentence, at + 1);
        if word.object.has(ObjectMark::Direct) {
            object_behind_present(&mut clause, true);
        }
        let in_passing = self.received_in_passing(sentence, at, kind, &clause);
        if let Some(next) = in_passing.or_else(|| self.received_him(sentence, at, kind, &clause)) {
            return next;
        }
        let object = clause.groups.iter().find(|group| matches!(group.mark, Mark::None | Mark::With | Mark::By));
        let discussed = || {
            sentence.chunks.get(..at).unwrap_or(&[]).iter().any(|chunk| match chunk.piece {
                Piece::Act(row) => self.act(row).is_some_and(|act| act.speaker == Speaker::Joint),
                _ => false,
            })
        };
        if object.is_none() && kind == MeetingKind::Meeting && sentence.before.is_none() && discussed() {
            if let Some(next) = self.session(sentence, at, &clause) {
                return next;
            }
        }
        // "reached an agreement with B during their meeting": the other side stands before.
        let with = self.met(sentence, sentence.with.as_ref());
        // "a delegation headed by B": of a crowd only its head is named.
        let headed = clause.groups.iter().find(|group| clause.crowd() && group.mark == Mark::Headed);
        let addressed = self.addressed(sentence, at);
        // "his reception for B"
        let to = clause.groups.iter().find(|group| {
            matches!(kind, MeetingKind::Reception | MeetingKind::Meeting) && group.mark == Mark::To && !group.bare
        });
        let Some(object) = object.or(headed).or(with).or(to).or(addressed.as_ref()) else {
            if let Some(next) = self.received_crowd(sentence, at, kind, &clause) {
                return next;
            }
            // "goes on with his bilateral meetings in Berlin": each of them was there.
            let several =
                sentence.chunks.get(at).is_some_and(|chunk| is_owned_plural(self.text.text(chunk.tokens.start)));
            if several && self.events.is_empty() && clause.place.is_some() {
                let (date, place) = self.frame.take().unwrap_or_default();
                self.frame = Some((date, place.or(clause.place)));
            }
            if let Some(event) = self.events.last_mut().filter(|_| !several) {
                event.call_it(kind);
            }
            return at + 1;
        };
        if object.bare && !self.knows_all(object) && sentence.before.is_none() || self.interviews(object) {
            return at + 1;
        }
        let owner = self.owner(sentence).or(self.met(sentence, sentence.possessor.as_ref())).cloned();
        let owner = owner.or_else(|| self.owner_behind(sentence, at, &clause));
        let subject = match owner {
            Some(group) => self.ids(&group.people, None),
            None => self.people.doer().into_iter().collect(),
        };
        let first = subject.first().copied();
        let others = self.group_ids(object, first);
        let mut principals = subject;
        add_new(&mut principals, others);
        if principals.len() < 2 {
            return at + 1;
        }
        let mut event = self.event(kind, sentence, at, &clause, principals, word_is_vague(kind));
        // Told in passing, an encounter with nobody in particular is none.
        event.crowd = false;
        self.settle(sentence, at, Some(event), &clause, kind).unwrap_or(clause.end)
    }

    /// "in a meeting with the correspondent of the agency": an interview, and no encounter.
    fn interviews(&self, group: &Group) -> bool {
        let mut offices = group.people.iter().flat_map(|person| &person.offices);
        offices.any(|office| self.text.lexicon.office_class(office.class) == Some("journalist"))
    }

    /// "during his reception by B": B was the host, and whoever the sentence is about his guest.
    fn received_in_passing(
        &mut self,
        sentence: &mut Sentence<'_>,
        at: usize,
        kind: MeetingKind,
        clause: &Clause,
    ) -> Option<usize> {
        let by = kind == MeetingKind::Reception && names_doer(sentence, at + 1);
        let guest = self.owner(sentence).filter(|_| by).cloned()?;
        let (host, next) = self.group(sentence, at + 2);
        let guests = self.ids(&guest.people, None);
        let mut principals = self.group_ids(&host?, guests.first().copied());
        add_new(&mut principals, guests);
        if principals.len() < 2 {
            return None;
        }
        let event = self.event(kind, sentence, at, clause, principals, false);
        Some(self.settle(sentence, at, Some(event), clause, kind).unwrap_or(next))
    }

    /// "asked B, during their meeting, to": the other of the two stands before.
    fn addressed(&self, sentence: &Sentence<'_>, at: usize) -> Option<Group> {
        let of_both =
            |at: usize| sentence.chunks.get(at).is_some_and(|chunk| is_of_both(self.text.text(chunk.tokens.start)));
        let between = sentence.chunks.get(at + 1).is_some_and(|chunk| matches!(chunk.piece, Piece::Cue(Cue::Therein)));
        let noun = sentence.chunks.get(at).filter(|_| of_both(at) || between && of_both(at + 1))?;
        let during = sentence.follows(at, &[Cue::During]);
        let last = sentence.chunks.get(..at)?.iter().rposition(|chunk| matches!(chunk.piece, Piece::People(_)))?;
        let (group, _) = self.group(sentence, last);
        group.filter(|group| {
            during && noun.clitics.is_none() && matches!(group.mark, Mark::To | Mark::From) && !group.bare
        })
    }

    /// "at his reception of a delegation of the council": of those whom an official received only the kind is told.
    fn received_crowd(
        &mut self,
        sentence: &mut Sentence<'_>,
        at: usize,
        kind: MeetingKind,
        clause: &Clause,
    ) -> Option<usize> {
        let next = sentence.chunks.get(at + 1)?;
        let crowd = clause.crowd() && matches!(next.piece, Piece::Cue(Cue::Crowd));
        let during = sentence.follows(at, &[Cue::During, Cue::Accredited]);
        let owner = self.owner(sentence).filter(|_| crowd && during && kind == MeetingKind::Reception).cloned()?;
        if owner.people.iter().any(|person| person.offices.is_empty() || person.name.is_none()) {
            return None;
        }
        let principals = self.ids(&owner.people, None);
        let event = self.event(kind, sentence, at, clause, principals, false);
        Some(self.settle(sentence, at, Some(event), clause, kind).unwrap_or(clause.end))
    }

    /// "At her reception of B, the minister A stressed that": whose it is stands behind the verb that it is an adverb of, where it opens
    /// the bulletin.
    fn owner_behind(&self, sentence: &Sentence<'_>, at: usize, clause: &Clause) -> Option<Group> {
        let adverb = sentence.follows(at, &[Cue::During, Cue::Accredited, Cue::After]);
        let opens = adverb
            && sentence.before.is_none()
            && self.events.is_empty()
            && !sentence.chunks.get(..at)?.iter().any(|chunk| self.is_finite(chunk));
        let verb = sentence.chunks.get(clause.end)?;
        let (group, _) = self.group(sentence, clause.end + 1);
        group.filter(|group| opens && self.is_finite(verb) && !group.bare && group.mark == Mark::None)
    }

    /// Whether a phrase is a verb with a tense.
    fn is_finite(&self, chunk: &Chunk) -> bool {
        match chunk.piece {
            Piece::Act(row) => self.act(row).is_some_and(|act| act.form.is_finite()),
            Piece::Verb(kind) => kind != VerbKind::Weak,
            _ => self.tells_of_encounter(chunk),
        }
    }

    /// Whether a phrase is a verb with a tense that tells of an encounter.
    pub(super) fn tells_of_encounter(&self, chunk: &Chunk) -> bool {
        match chunk.piece {
            Piece::Encounter(row) => self.encounter(row).is_some_and(|word| word.form.is_finite()),
            _ => false,
        }
    }

    /// Whether the verb that a noun is an adverb of tells of what is to come: "will stress, at her meetings with".
    pub(super) fn is_of_future(&self, sentence: &Sentence<'_>, at: usize) -> bool {
        let before = sentence.chunks.get(..at).unwrap_or(&[]).iter().rev();
        let verb = before
            .take_while(|chunk| !matches!(chunk.piece, Piece::Mark(_) | Piece::Cue(Cue::That)))
            .find(|chunk| self.is_finite(chunk));
        verb.is_some_and(|verb| verb.clitics.future)
    }

    /// "the committee discussed, in its meeting headed by A": a body met, of which one is named.
    fn session(&mut self, sentence: &mut Sentence<'_>, at: usize, clause: &Clause) -> Option<usize> {
        let head = clause.groups.iter().find(|group| group.mark == Mark::Headed)?.clone();
        let principals = self.group_ids(&head, None);
        if principals.is_empty() {
            return None;
        }
        let event = self.event(MeetingKind::Meeting, sentence, at, clause, principals, true);
        let event = Event { crowd: true, ..event };
        self.settle(sentence, at, Some(event), clause, MeetingKind::Meeting);
        Some(head.at + 1)
    }

    /// `لقاء A [مع] B`, `استقبال A B` without a verb of its own.
    pub(super) fn noun(&mut self, sentence: &mut Sentence<'_>, at: usize, word: &EncounterRow) -> usize {
        let Some(kind) = word.kind else { return at + 1 };
        if kind == MeetingKind::Signing {
            return self.signed_in_end(sentence, at).unwrap_or(at + 1);
        }
        if kind == MeetingKind::Message {
            return self.sent_in(sentence, at).unwrap_or(at + 1);
        }
        let before = sentence.preceding(at);
        let was = || {
            let mut before = sentence.chunks.get(..at).unwrap_or(&[]).iter();
            before.any(|chunk| matches!(chunk.piece, Piece::Cue(Cue::Was)) && !chunk.clitics.future)
        };
        let introduced =
            before.is_some_and(|chunk| {
                // "was the axis of a meeting of A with B"
                matches!(chunk.piece, Piece::Cue(Cue::During | Cue::In | Cue::After | Cue::Accredited))
                    || matches!(chunk.piece, Piece::Cue(Cue::Agenda)) && was()
                    // "a meeting brought him together with B"
                    || matches!(chunk.piece, Piece::Cue(Cue::Between))
                        && ends_in_pronoun(self.text.text(chunk.tokens.start))
            }) || sentence.chunks.get(at).is_some_and(|chunk| chunk.clitics.preposition == Some(Preposition::By));
        // "A and B take part in a meeting of the association": with others, and not with each other.
        let takes_part = || {
            sentence.chunks.get(..at).unwrap_or(&[]).iter().any(|chunk| match chunk.piece {
                Piece::Encounter(row) => self.encounter(row).is_some_and(|word| {
                    word.form == EncounterForm::Present && word.kind == Some(MeetingKind::Conference)
                }),
                _ => false,
            })
        };
        // "did not lead": a verb that the tables may not know.
        let negated = || at.checked_sub(1).is_some_and(|verb| sentence.follows(verb, &[Cue::Negation]));
        // "a meeting on Monday between A and B brought no agreement": what a verb tells of an encounter.
        let told_of = || {
            negated()
                || before.is_some_and(|chunk| match chunk.piece {
                    Piece::Verb(kind) => kind != VerbKind::Say,
                    Piece::Act(row) => self.act(row).is_some_and(|act| act.form == ActForm::Past),
                    _ => false,
                })
        };
        if !(introduced || told_of()) || !is_of_two_sides(kind) || takes_part() || self.is_to_come(sentence, at) {
            return at + 1;
        }
        self.noun_told(sentence, at, word, kind, introduced)
    }

    /// What an event noun's clause tells of; where nothing introduces it, only of a day and of whom it was between.
    fn noun_told(
        &mut self,
        sentence: &mut Sentence<'_>,
        at: usize,
        word: &EncounterRow,
        kind: MeetingKind,
        introduced: bool,
    ) -> usize {
        let mut clause = self.clause(sentence, at + 1);
        let fresh = clause.date.as_ref().is_some_and(|date| date.relative.is_some() || date.weekday.is_some());
        let has = |marks: &[Mark]| clause.groups.iter().any(|group| marks.contains(&group.mark) && !group.bare);
        // "a meeting that A held with B": whom it was with is told as the verb wants it.
        let held = sentence.chunks.get(at + 1).and_then(|chunk| match chunk.piece {
            Piece::Encounter(row) => self.encounter(row).filter(|held| held.form == EncounterForm::Light),
            _ => None,
        });
        let holds = held.is_some() && has(&[Mark::None]) && has(&[Mark::With, Mark::By]);
        if !(introduced || fresh && (has(&[Mark::Between]) || holds)) {
            return at + 1;
        }
        let word = held.unwrap_or(word);
        if word.object.has(ObjectMark::Direct) {
            object_behind_present(&mut clause, false);
        }
        if clause.groups.iter().any(|group| group.mark == Mark::With && self.interviews(group)) {
            return at + 1;
        }
        if let Some(next) = self.received_him(sentence, at, kind, &clause) {
            return next;
        }
        // "in a statement after the meeting of the president": one told before, where nobody is named.
        let pointed = |group: &Group| {
            group.people.iter().all(|person| {
                let known = |office: &OfficePhrase| office.definite && office.number == Number::One;
                person.name.is_none() && person.country.is_none() && person.offices.iter().all(known)
            })
        };
        let refers = !clause.groups.is_empty() && clause.groups.iter().all(pointed) && clause.date.is_none();
        if refers && self.events.last().is_some_and(|known| !known.is_apart()) && sentence.follows(at, &[Cue::After]) {
            return at + 1;
        }
        let owner = self.owner(sentence).filter(|_| clause.groups.iter().all(|group| group.mark != Mark::None));
        let event = self.encounter_of(sentence, kind, word, &clause, owner);
        let event = event.filter(|event| event.principals.len() >= 2).or_else(|| {
            // "in a meeting with B": of whoever the sentence is about.
            let object = clause.groups.iter().find(|group| group.mark == Mark::With);
            let addressed = self.addressed(sentence, at);
            let object = object.or(addressed.as_ref())?;
            let owner = self.owner(sentence)?;
            let mut principals = self.ids(&owner.people, None);
            let first = principals.first().copied();
            add_new(&mut principals, self.group_ids(object, first));
            Some(self.event(kind, sentence, at, &clause, principals, word_is_vague(kind)))
        });
        if event.is_none() {
            // "the council heard, in a meeting headed by A, a report": nobody else of it is named.
            let alone = kind == MeetingKind::Meeting && sentence.before.is_none() && self.events.is_empty();
            return alone.then(|| self.session(sentence, at, &clause)).flatten().unwrap_or(at + 1);
        }
        self.settle(sentence, at, event, &clause, kind).unwrap_or(clause.end)
    }

    /// "A had a meeting with B", "he had talks with B": told by "was" and whose it was.
    pub(super) fn had(&mut self, sentence: &mut Sentence<'_>, was: usize) -> Option<usize> {
        let (at, row) = had_noun(sentence, was)?;
        let word = self.encounter(row).filter(|word| word.form == EncounterForm::Noun && !sentence.plan)?;
        let kind = word.kind.filter(|kind| is_of_two_sides(*kind))?;
        let mut clause = self.clause(sentence, at + 1);
        clause.separate |= is_plural(self.text.text(sentence.chunks.get(at)?.tokens.start));
        let (owner, _) = self.group(sentence, was + 1);
        let mut principals = match owner {
            Some(mut group) => {
                group.people.iter_mut().for_each(|person| self.without_for(person));
                self.group_ids(&group, None)
            }
            None => self.people.doer().into_iter().collect(),
        };
        let first = principals.first().copied();
        let object = clause.groups.iter().find(|group| group.mark == Mark::With && !group.bare)?.clone();
        add_new(&mut principals, self.group_ids(&object, first));
        if principals.len() < 2 {
            return None;
        }
        let event = self.event(kind, sentence, at, &clause, principals, word_is_vague(kind));
        Some(self.settle(sentence, at, Some(event), &clause, kind).unwrap_or(clause.end))
    }

    /// A family's name that no table knows, written together with "for", without it and its article.
    fn without_for(&self, person: &mut PersonPhrase) {
        let Some(name) = person.name.filter(|_| person.offices.is_empty() && person.tokens.len() == 1) else { return };
        let word = self.text.source.get(name.start..name.end).unwrap_or("");
        let bare = without_for(word);
        if bare.len() < word.len() && !self.people.knows(self.text, person) {
            person.name = Some(Span { start: name.end - bare.len(), ..name });
        }
    }

    /// "A confirmed, in a cable that he sent to B, the depth of": a message of whoever the sentence is about.
    fn sent_in(&mut self, sentence: &mut Sentence<'_>, at: usize) -> Option<usize> {
        const NEAR: usize = 5;
        if !matches!(sentence.preceding(at)?.piece, Piece::Cue(Cue::In)) || self.is_skipped(sentence, at) {
            return None;
        }
        let between = sentence.chunks.get(at + 1..)?.iter().take(NEAR);
        let mut between = between.take_while(|chunk| {
            !matches!(
                chunk.piece,
                Piece::Mark(_) | Piece::People(_) | Piece::Bare(_) | Piece::Cue(Cue::That | Cue::From)
            )
        });
        let to = at + 1 + between.position(|chunk| matches!(chunk.piece, Piece::Cue(Cue::To)))?;
        let sender = self.owner(sentence)?.people.clone();
        let (group, end) = self.group(sentence, to + 1);
        let named = |person: &PersonPhrase| person.name.is_some_and(|name| self.word_count(name) >= 2);
        let receiver = group.filter(|group| !group.bare || group.people.iter().all(named))?;
        let mut principals = self.ids(&sender, None);
        let first = principals.first().copied();
        add_new(&mut principals, self.group_ids(&receiver, first));
        if principals.len() < 2 {
            return None;
        }
        let date = sentence.chunks.get(at..to)?.iter().find_map(|chunk| match &chunk.piece {
            Piece::Date(date) => Some(date.clone()),
            _ => None,
        });
        let clause = Clause { verb: at, end, date, ..Clause::default() };
        let event = self.event(MeetingKind::Message, sentence, at, &clause, principals, false);
        self.settle(sentence, at, Some(event), &clause, MeetingKind::Message);
        Some(end)
    }

    pub(super) fn event(
        &self,
        kind: MeetingKind,
        sentence: &Sentence<'_>,
        at: usize,
        clause: &Clause,
        principals: Vec<PersonId>,
        vague: bool,
    ) -> Event {
        let from = sentence.chunks.get(at).map_or(sentence.cursor.at, |chunk| chunk.tokens.start);
        let to =
            sentence.chunks.get(clause.end.saturating_sub(1)).map_or(sentence.cursor.end, |chunk| chunk.tokens.end);
        let kind = if clause.phone && (vague || kind == MeetingKind::Talks) { MeetingKind::Call } else { kind };
        Event {
            kind,
            told: self.told(sentence, clause.verb),
            span: span(self.text, from..to.max(from + 1), Clitics::default()),
            date: clause.date.clone().filter(|date| !date.ahead).map(Given::by(Rule::InClause)),
            // A message or a call has no place: what stands in its clause is where what it is about happened, or who tells of it is.
            place: clause.place.clone().filter(|_| has_place(kind)).map(Given::by(Rule::InClause)),
            occasion: clause.occasion.map(Given::by(Rule::InClause)),
            principals,
            attendees: Vec::new(),
            topics: Vec::new(),
            source: None,
            vague: vague && !clause.phone,
            by_act: false,
            aside: false,
            crowd: clause.crowd(),
            homewards: clause.homewards,
        }
    }

    /// Reception, meeting, call, talks: two sides.
    pub(super) fn encounter_of(
        &mut self,
        sentence: &Sentence<'_>,
        kind: MeetingKind,
        word: &EncounterRow,
        clause: &Clause,
        before: Option<&Group>,
    ) -> Option<Event> {
        let mut plain = clause.groups.iter().filter(|group| group.mark == Mark::None);
        let (first, second) = (plain.next(), plain.next());
        let marked = clause.groups.iter().find(|group| match group.mark {
            Mark::With => true,
            Mark::By => word.object.has(ObjectMark::By) || word.form == EncounterForm::Light,
            Mark::From => word.object.has(ObjectMark::From),
            // "A's reception for B": the host stands first.
            Mark::To if kind == MeetingKind::Reception => {
                let host = first.is_some_and(|host| host.at < group.at);
                host && second.is_none() && !group.people.iter().any(|person| person.reference)
            }
            Mark::To => word.object.has(ObjectMark::To),
            _ => false,
        });
        let between = clause.groups.iter().find(|group| group.mark == Mark::Between);
        let headed = clause.groups.iter().find(|group| group.mark == Mark::Headed);
        let direct = word.object.has(ObjectMark::Direct);
        // "a meeting that brought A together with B": one behind the verb, the other behind its preposition.
        let brought = marked.filter(|group| group.mark == Mark::With && first.is_none() && before.is_none());
        let together = clause.groups.iter().find(|group| {
            group.mark == Mark::By && word.object.has(ObjectMark::By)
                || group.mark == Mark::With && brought.is_some_and(|brought| brought.at < group.at)
        });
        let (subject, object): (Option<&Group>, Option<&Group>) = if let Some(between) = between {
            (Some(between), None)
        } else if let (Some(one), Some(other)) = (brought, together) {
            (Some(one), Some(other))
        } else if let Some(marked) = marked {
            (first.filter(|group| !group.bare || before.is_none()).or(before), Some(marked))
        } else if direct && second.is_some() {
            (first, second)
        } else if direct && first.is_some() && before.is_some() {
            (before, first)
        } else if let Some(group) = first {
            // A verb without a subject of its own goes on with the last one.
            let alone = group.people.len() == 1;
            let continues = direct && alone && headed.is_none() && self.people.last_subject.is_some();
            if continues && !group.people.iter().any(|person| person.reference) && sentence.continuation_or_same() {
                let subject = self.people.last_subject;
                let mut principals: Vec<PersonId> = subject.into_iter().collect();
                principals.extend(self.group_ids(group, subject).into_iter().filter(|id| Some(*id) != subject));
                return Some(self.event(
                    kind,
                    sentence,
                    group.at.saturating_sub(1),
                    clause,
                    principals,
                    word_is_vague(kind),
                ));
            }
            (Some(group), headed)
        } else {
            (before, headed)
        };
        let mut principals: Vec<PersonId> = Vec::new();
        if let Some(group) = subject {
            principals.extend(self.group_ids(group, None));
        } else if object.is_some() {
            add_new(&mut principals, self.people.doer());
        }
        let first = principals.first().copied();
        if let Some(group) = object {
            add_new(&mut principals, self.group_ids(group, first));
            // "a call from B, and another from C"
            let others = clause.groups.iter().filter(|other| clause.separate && other.mark == group.mark);
            for other in others.filter(|other| other.at > group.at) {
                add_new(&mut principals, self.group_ids(other, first));
            }
        }
        if principals.is_empty() {
            return None;
        }
        let at = subject.or(object).map_or(0, |group| group.at).min(clause.end);
        let mut event = self.event(kind, sentence, at, clause, principals, word_is_vague(kind));
        // An event noun in the verb's clause says more than the verb.
        if let Some(noun) = self.nouns(clause).find(|noun| noun.form == EncounterForm::Noun) {
            if let Some(kind) =
                noun.kind.filter(|kind| matches!(kind, MeetingKind::Call | MeetingKind::Talks) && event.vague)
            {
                event.kind = kind;
                event.vague = false;
            }
        }
        Some(event)
    }

    /// Signing and credentials: everybody on either side of the verb.
    pub(super) fn joint(
        &mut self,
        sentence: &Sentence<'_>,
        kind: MeetingKind,
        clause: &Clause,
        before: Option<&Group>,
    ) -> Option<Event> {
        let mut principals: Vec<PersonId> = Vec::new();
        // "the presentation of the ambassador A of his credentials": he stands before them.
        let papers = clause.groups.iter().map(|group| group.at).find(|at| {
            let behind = sentence.chunks.get(*at..clause.end.min(sentence.chunks.len())).unwrap_or(&[]);
            let handed = |chunk: &Chunk| match chunk.piece {
                Piece::Encounter(row) => {
                    self.encounter(row).is_some_and(|noun| noun.kind == Some(MeetingKind::Credentials))
                }
                _ => false,
            };
            self.is_possessor(sentence, *at) && behind.iter().any(handed)
        });
        let is_party = |group: &&Group| match group.mark {
            Mark::None | Mark::With | Mark::To | Mark::Between | Mark::From => true,
            _ => kind == MeetingKind::Credentials && !group.bare && papers == Some(group.at),
        };
        let plain = clause.groups.iter().filter(is_party);
        let groups = before.into_iter().chain(plain);
        for group in groups.clone() {
            let first = principals.first().copied();
            add_new(&mut principals, self.group_ids(group, first));
        }
        if principals.is_empty() {
            // "under a memorandum which the two countries signed on 27 November 2019": background.
            let verb = sentence.chunks.get(clause.verb).map_or("", |chunk| self.text.text(chunk.tokens.start));
            if ends_in_pronoun(verb) && clause.date.as_ref().is_some_and(|date| date.is_calendar_day()) {
                return None;
            }
            if kind == MeetingKind::Signing {
                // "the two ministers signed": the sides of the encounter just told.
                principals = self
                    .events
                    .last()
                    .map(|event| event.principals.clone())
                    .filter(|_| self.parties_between(sentence, clause) || self.is_of_both(sentence, clause))?;
            } else {
                return None;
            }
        }
        let at = groups.map(|group| group.at).next().unwrap_or(clause.end).saturating_sub(1);
        Some(self.event(kind, sentence, at, clause, principals, false))
    }

    /// Whether "the two sides" stands in a clause.
    pub(super) fn parties_between(&self, sentence: &Sentence<'_>, clause: &Clause) -> bool {
        names_parties(sentence.chunks.get(..clause.end).unwrap_or(&[]))
    }

    /// Whether a verb and what stands behind it tell of talks that "the two sides" held, by the word or by the verb's dual.
    pub(super) fn tells_both(&self, sentence: &Sentence<'_>, clause: &Clause, chunks: Range<usize>) -> bool {
        let chunks = sentence.chunks.get(chunks).unwrap_or(&[]);
        let mut talks = self.nouns(clause).filter_map(|noun| noun.kind);
        if !talks.any(|kind| matches!(kind, MeetingKind::Talks | MeetingKind::Meeting)) {
            return false;
        }
        chunks.first().is_some_and(|verb| self.is_dual(verb)) || names_parties(chunks)
    }

    /// Whether a verb has two subjects in it.
    pub(super) fn is_dual(&self, verb: &Chunk) -> bool {
        is_dual_verb(self.text.text(verb.tokens.start))
    }

    /// "then the two of them signed": whoever met before.
    fn is_of_both(&self, sentence: &Sentence<'_>, clause: &Clause) -> bool {
        let verb = sentence.chunks.get(clause.verb);
        verb.is_some_and(|verb| self.is_dual(verb))
            && self.events.last().is_some_and(|event| event.principals.len() >= 2)
    }

    pub(super) fn message(
        &mut self,
        sentence: &Sentence<'_>,
        clause: &Clause,
        before: Option<&Group>,
    ) -> Option<Event> {
        let plain = clause.groups.iter().find(|group| group.mark == Mark::None);
        let to = clause.groups.iter().find(|group| group.mark == Mark::To);
        let from = clause.groups.iter().find(|group| group.mark == Mark::From);
        let second = clause.groups.iter().filter(|group| group.mark == Mark::None).nth(1);
        // "A handed B a letter from C": the sender is not there, and who carried it is no side.
        let (sender, receiver) = match (plain.or(before), to, from, second) {
            (Some(_), Some(to), Some(from), _) => (Some(from), Some(to)),
            (Some(_), None, Some(from), Some(second)) => (Some(from), Some(second)),
            (Some(plain), None, Some(from), None) => (Some(from), Some(plain)),
            // "to A came a cable from B"
            (None, Some(to), Some(from), _) => (Some(from), Some(to)),
            (plain, to, from, second) => (plain, to.or(from).or(second)),
        };
        let carrier = plain.or(before).filter(|_| from.is_some() && (to.is_some() || second.is_some()));
        // "A received a cable from his counterpart B": whose counterpart that is stands before.
        let told_first = receiver.filter(|group| sender.is_some_and(|sender| group.at < sender.at));
        let of = told_first.and_then(|group| self.group_ids(group, None).first().copied());
        // "… to the president, and handed him a letter from his counterpart B": he is whom it is for.
        let handed = self.handed_him(sentence, clause).filter(|_| from.is_some() && to.is_none() && second.is_none());
        let (sender, receiver, of) = match handed {
            Some(him) => (from, None, Some(him)),
            None => (sender, receiver, of),
        };
        let mut principals: Vec<PersonId> = Vec::new();
        if let Some(group) = sender {
            principals.extend(self.group_ids(group, of));
        }
        add_new(&mut principals, handed);
        if let Some(group) = receiver {
            let first = principals.first().copied();
            add_new(&mut principals, self.group_ids(group, first));
        }
        if sender.is_none() {
            // "he also cabled": whoever did the last thing told.
            add_new(&mut principals, self.people.last_subject);
        }
        if principals.is_empty() || sender.is_none() && (principals.len() < 2 || !sentence.continuation_or_same()) {
            return None;
        }
        let bearer = carrier.and_then(|group| self.group_ids(group, None).first().copied());
        self.people.bearer = bearer.filter(|bearer| !principals.contains(bearer));
        let at = sender.map_or(0, |group| group.at).saturating_sub(1);
        Some(self.event(MeetingKind::Message, sentence, at, clause, principals, false))
    }

    /// Whom a verb of giving has as its object in a pronoun: the other one of the two met last.
    fn handed_him(&self, sentence: &Sentence<'_>, clause: &Clause) -> Option<PersonId> {
        let verb = sentence.chunks.get(clause.verb)?;
        let gives = match verb.piece {
            Piece::Encounter(row) => self.encounter(row).is_some_and(|word| word.gives()),
            _ => false,
        };
        (gives && ends_in_pronoun(self.text.text(verb.tokens.start))).then_some(self.people.last_object).flatten()
    }

    /// "A and B took part in the meeting": in the conference just told, or in one that this tells of, with
    /// whoever it was headed by, or between.
    pub(super) fn takes_part(
        &mut self,
        sentence: &Sentence<'_>,
        clause: &Clause,
        before: Option<&Group>,
    ) -> Option<Event> {
        let known = self.events.last().is_some_and(|event| event.kind == MeetingKind::Conference);
        let groups = before.into_iter().chain(&clause.groups).filter(|group| {
            matches!(group.mark, Mark::None | Mark::Listed | Mark::From | Mark::Headed | Mark::Between)
        });
        let meets = self.nouns(clause).any(|noun| {
            matches!(noun.kind, Some(MeetingKind::Meeting | MeetingKind::Conference))
                && matches!(noun.form, EncounterForm::Definite | EncounterForm::Noun)
        });
        let several = groups.clone().any(|group| matches!(group.mark, Mark::Headed | Mark::Between));
        if !(known || meets && several) {
            self.attends(clause, before);
            return None;
        }
        let mut principals: Vec<PersonId> = Vec::new();
        for group in groups.clone() {
            add_new(&mut principals, self.group_ids(group, None));
        }
        if known {
            let event = self.events.last_mut()?;
            // One more than are told says that there are more.
            if event.principals.len() <= self.limits.participants {
                add_new(&mut event.principals, principals);
            }
            return None;
        }
        let at = groups.map(|group| group.at).next().unwrap_or(0);
        (principals.len() >= 2).then(|| self.event(MeetingKind::Conference, sentence, at, clause, principals, false))
    }

    /// "In the meeting took part the minister A and the ambassador B": they were there.
    fn attends(&mut self, clause: &Clause, before: Option<&Group>) {
        let the_meeting = self
            .nouns(clause)
            .any(|noun| noun.form == EncounterForm::Definite && noun.kind.is_some_and(is_of_two_sides));
        if !the_meeting {
            return;
        }
        let is_present = |group: &&Group| matches!(group.mark, Mark::None | Mark::Listed | Mark::From) && !group.bare;
        let mut ids = Vec::new();
        for group in before.into_iter().chain(&clause.groups).filter(is_present) {
            add_new(&mut ids, self.group_ids(group, None));
        }
        if let Some(event) = self.event_meant().and_then(|meant| self.events.get_mut(meant)) {
            ids.retain(|id| !event.principals.contains(id));
            add_new(&mut event.attendees, ids);
        }
    }

    /// "The town hosted a meeting that brought together A and B": where they met stands before, and no host.
    fn hosted(&mut self, sentence: &Sentence<'_>, word: &EncounterRow, clause: &Clause) -> Option<Event> {
        if !word.object.has(ObjectMark::Direct) || clause.groups.iter().any(|group| group.mark == Mark::None) {
            return None;
        }
        // "hosted the third summit of the three, with A, B and C taking part": who did is told.
        let several = clause.groups.iter().filter(|group| matches!(group.mark, Mark::With | Mark::Listed));
        let several = several.flat_map(|group| &group.people).filter(|person| person.name.is_some()).count() >= 2;
        let noun = self.nouns(clause).find(|noun| {
            let headed = clause.groups.iter().filter(|group| group.mark == Mark::Headed);
            let both = headed.flat_map(|group| &group.people).count() >= 1
                && clause.groups.iter().flat_map(|group| &group.people).filter(|one| one.name.is_some()).count() == 2;
            let two_sides = noun.kind.is_some_and(is_of_two_sides)
                && (noun.form == EncounterForm::Noun || noun.form == EncounterForm::Definite && both);
            let conference = noun.kind == Some(MeetingKind::Conference)
                && (noun.form == EncounterForm::Noun || noun.form == EncounterForm::Definite && several);
            two_sides || conference
        })?;
        let event = match noun.kind? {
            MeetingKind::Conference => self.conference(sentence, clause),
            kind => self.encounter_of(sentence, kind, noun, clause, None),
        };
        let event = event.filter(|event| event.principals.len() >= 2)?;
        let town = clause.to_place.clone().filter(|place| !place.is_country).map(Given::by(Rule::InClause));
        Some(Event { place: town.or(event.place.clone()), ..event })
    }

    pub(super) fn conference(&mut self, sentence: &Sentence<'_>, clause: &Clause) -> Option<Event> {
        let mut principals: Vec<PersonId> = Vec::new();
        let named = |group: &&Group| group.people.iter().any(|person| person.name.is_some());
        // "with the ministers of N countries taking part, among them A": those who are named stand for the others.
        let some_named = clause.groups.iter().any(|group| group.mark == Mark::Listed && named(&group));
        let counts = |group: &&Group| match group.mark {
            Mark::Aside | Mark::Present => false,
            Mark::Listed | Mark::With => named(group) || !some_named,
            _ => true,
        };
        let groups = clause.groups.iter().filter(counts);
        for group in groups.clone() {
            add_new(&mut principals, self.group_ids(group, None));
        }
        if principals.is_empty() {
            return None;
        }
        let at = groups.map(|group| group.at).next().unwrap_or(0);
        Some(self.event(MeetingKind::Conference, sentence, at, clause, principals, false))
    }

    /// "arrived in Russia to hold talks with B": whom somebody came to meet, where no verb tells that he met him.
    fn is_only_purposed(&self, sentence: &Sentence<'_>, clause: &Clause, group: &Group) -> bool {
        let before = sentence.chunks.get(clause.verb + 1..group.at).unwrap_or(&[]).iter().rev();
        let tells = |chunk: &&Chunk| match chunk.piece {
            Piece::Encounter(row) => self.encounter(row).is_some_and(|word| word.form.is_finite()),
            _ => false,
        };
        before.take_while(|chunk| !tells(chunk)).any(|chunk| {
            chunk.clitics.preposition == Some(Preposition::For)
                && match chunk.piece {
                    Piece::Encounter(_) | Piece::Act(_) => true,
                    // "to the university": where to.
                    Piece::Word { .. } => !prefixed_article(sentence.cursor.to(chunk.tokens.start)),
                    _ => false,
                }
        })
    }

    pub(super) fn visit(
        &mut self,
        sentence: &Sentence<'_>,
        word: &EncounterRow,
        clause: &Clause,
        before: Option<&Group>,
    ) -> Option<Event> {
        let traveller = clause.groups.iter().find(|group| travels(clause, group)).or(before)?;
        if clause.inspection || traveller.bare && !self.knows_all(traveller) {
            return None;
        }
        let mut principals = self.group_ids(traveller, None);
        if principals.is_empty() {
            return None;
        }
        let travelling = principals.len();
        let is_met =
            |group: &&Group| group.mark == Mark::With && !group.bare && !self.is_only_purposed(sentence, clause, group);
        let met: Vec<&Group> = clause.groups.iter().filter(is_met).collect();
        for group in met {
            let ids = self.group_ids(group, principals.first().copied());
            add_new(&mut principals, ids);
        }
        let goes_to_see =
            word.object.has(ObjectMark::Place) && !word.object.has(ObjectMark::To) && clause.to_place.is_none();
        if goes_to_see && principals.len() == travelling {
            let visited = self.visited(clause, traveller, principals.first().copied());
            add_new(&mut principals, visited);
        }
        let mut event =
            self.event(MeetingKind::Visit, sentence, traveller.at.saturating_sub(1), clause, principals, false);
        event.place = clause.to_place.clone().map(Given::by(Rule::InClause)).or(event.place);
        Some(event)
    }

    /// "The ambassador A visited the minister B": whoever was visited, where they hold an office and their names are whole.
    fn visited(&mut self, clause: &Clause, traveller: &Group, first: Option<PersonId>) -> Vec<PersonId> {
        let behind = clause.groups.iter().skip_while(|group| group.at <= traveller.at);
        let Some(group) = behind.into_iter().find(|group| group.mark == Mark::None && !group.bare) else {
            return Vec::new();
        };
        let ids = self.group_ids(group, first);
        // A name of one word may be no name.
        let whole = |name: &Span| self.text.source.get(name.start..name.end).is_some_and(|name| name.contains(' '));
        let in_office = |id: &PersonId| {
            self.people
                .get(*id)
                .is_some_and(|person| !person.offices.is_empty() && person.name.as_ref().is_none_or(whole))
        };
        if ids.iter().all(in_office) { ids } else { Vec::new() }
    }
}

/// Whether a group is who travels: the subject, or whoever heads or is of a delegation.
fn travels(clause: &Clause, group: &Group) -> bool {
    group.mark == Mark::None || clause.crowd() && matches!(group.mark, Mark::Headed | Mark::Listed)
}

/// "received, in the presence of A and B, the ambassador C": of those behind "in the presence of" the last is whom the verb wants,
/// where nobody else is.
fn object_behind_present(clause: &mut Clause, subject_before: bool) {
    let of = |mark: Mark| move |group: &&Group| group.mark == mark;
    let first = clause.groups.iter().find(of(Mark::Present)).map_or(0, |group| group.at);
    let before = clause.groups.iter().take_while(|group| group.at < first).filter(of(Mark::None));
    let plain = before.count() + usize::from(subject_before);
    let present = clause.groups.iter().filter(of(Mark::Present)).count();
    let marked = clause.groups.iter().any(|group| matches!(group.mark, Mark::With | Mark::By | Mark::Headed));
    if plain < 2 && present >= 2 && !marked {
        // "the ambassador C and the delegation with him": not the pronoun.
        let is_object = |group: &&mut Group| {
            group.mark == Mark::Present && !group.bare && !group.people.iter().all(|person| person.reference)
        };
        let is_named = |group: &&mut Group| is_object(group) && group.people.iter().all(|person| person.name.is_some());
        // "with whom were several of the staff": nobody in particular.
        let named = clause.groups.iter_mut().rev().find(is_named).map(|group| group.at);
        let object = clause.groups.iter_mut().rev().find(|group| named.map_or(is_object(group), |at| group.at == at));
        if let Some(object) = object {
            object.mark = Mark::None;
        }
    }
}

/// Whether those who meet are the holders of one office in many countries: then their meeting is a conference.
fn is_of_many(clause: &Clause) -> bool {
    clause.groups.iter().any(|group| {
        group.mark == Mark::None
            && group.people.iter().all(|person| {
                person.name.is_none()
                    && person.offices.iter().any(|office| office.number == Number::Many && !office.definite)
            })
    })
}

/// The noun of what somebody "had", behind "was" and whose it was: "was to A, by a statement of the ministry, a meeting".
fn had_noun(sentence: &Sentence<'_>, was: usize) -> Option<(usize, u16)> {
    const NEAR: usize = 12;
    let owner = sentence.chunks.get(was + 1)?;
    let owned = match owner.piece {
        Piece::People(_) => owner.clitics.preposition == Some(Preposition::For),
        Piece::Bare(_) => true,
        Piece::Cue(cue) => cue == Cue::Therein,
        _ => false,
    };
    let behind = sentence.chunks.get(was + 2..).filter(|_| owned)?.iter().take(NEAR);
    let mut behind = behind.enumerate().take_while(|(_, chunk)| {
        !matches!(
            chunk.piece,
            Piece::Verb(_) | Piece::Act(_) | Piece::People(_) | Piece::Cue(Cue::That | Cue::Had | Cue::Relative)
        )
    });
    behind.find_map(|(nth, chunk)| match chunk.piece {
        Piece::Encounter(row) => Some((was + 2 + nth, row)),
        _ => None,
    })
}

/// Whether "the two sides" stands among some chunks.
pub(super) fn names_parties(chunks: &[Chunk]) -> bool {
    chunks.iter().any(|chunk| matches!(chunk.piece, Piece::Cue(Cue::Parties)))
}

/// "received by A": whether who did it is named behind the passive.
fn names_doer(sentence: &Sentence<'_>, at: usize) -> bool {
    let piece = |at: usize| sentence.chunks.get(at).map(|chunk| &chunk.piece);
    matches!(piece(at), Some(Piece::Cue(Cue::Through))) && matches!(piece(at + 1), Some(Piece::People(_)))
}

/// Kinds in which one side meets another, so that a noun with two groups of people tells of one.
pub(super) fn is_of_two_sides(kind: MeetingKind) -> bool {
    !matches!(
        kind,
        MeetingKind::Visit
            | MeetingKind::Message
            | MeetingKind::Conference
            | MeetingKind::Signing
            | MeetingKind::Credentials
    )
}

/// Kinds that say no more than that people met.
pub(super) fn word_is_vague(kind: MeetingKind) -> bool {
    kind == MeetingKind::Meeting
}

/// Whether an encounter of this kind takes place somewhere.
pub(super) const fn has_place(kind: MeetingKind) -> bool {
    !matches!(kind, MeetingKind::Message | MeetingKind::Call)
}
