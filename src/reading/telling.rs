//! Encounters taken in: new ones, more of those told, and what a sentence adds to them.

use super::Reader;
use super::attendance::name_the_unnamed;
use super::encounters::has_place;
use super::events::{Event, Given, Raised, SigningTold, Told};
use super::people::{PersonId, add_new, is_of_state};
use super::sentence::{Clause, Mark, Sentence};
use crate::grammar::arabic::TopicPhrase;
use crate::grammar::{Cursor, Piece, span};
use crate::lexicon::{ActForm, Clitics, Cue, EncounterForm, Preposition, Sense, Tagged, VerbKind};
use crate::model::{Act, Country, MeetingKind, Rank, Relative, Rule, Span, Subject};

impl Reader<'_> {
    /// Takes an event in: a new one, or more of one already told. Then reads what its clause says of
    /// attendance. Gives the chunk to go on with.
    pub(super) fn settle(
        &mut self,
        sentence: &mut Sentence<'_>,
        at: usize,
        event: Option<Event>,
        clause: &Clause,
        kind: MeetingKind,
    ) -> Option<usize> {
        let ahead = clause.date.as_ref().is_some_and(|date| date.ahead || date.relative == Some(Relative::Tomorrow));
        if event.is_none() && kind == MeetingKind::Signing && !clause.past && !ahead {
            self.note_signing(sentence, at, clause);
        }
        let mut event = event.filter(|_| !clause.past && !ahead)?;
        // A tour of the sights after the talks is no visit of its own.
        // "And he had arrived in the country on Wednesday": of the talks just told.
        let recalled = sentence.chunks.first().is_some_and(|chunk| matches!(chunk.piece, Piece::Cue(Cue::Had)));
        let homewards = event.homewards && !recalled;
        if kind == MeetingKind::Visit && !self.events.is_empty() && event.place.is_none() && !homewards {
            return None;
        }
        // Good wishes in a conversation are part of it; a letter handed over is not.
        let letter = self.nouns(clause).any(|noun| noun.kind == Some(MeetingKind::Message));
        if kind == MeetingKind::Message
            && !letter
            && self
                .events
                .last()
                .is_some_and(|known| known.kind != MeetingKind::Message && known.is_between(&event.principals))
        {
            return None;
        }
        if kind == MeetingKind::Message && event.occasion.is_none() {
            event.occasion = self.occasion_behind(sentence, at);
        }
        if event.occasion.is_none() {
            event.occasion = self.pending_occasion.take().map(Given::by(Rule::BeforeVerb));
        } else {
            self.pending_occasion = None;
        }
        let present = clause.groups.iter().filter(|group| {
            group.mark == Mark::Present || group.mark == Mark::Listed && kind != MeetingKind::Conference
        });
        for group in present {
            let mut ids = self.group_ids(group, None);
            // "several ambassadors, they are A and B": those who were only counted are named.
            if group.mark == Mark::Listed && name_the_unnamed(&mut self.people, &mut event, &ids) {
                continue;
            }
            ids.retain(|id| !self.is_company(*id));
            // "signed, after the meeting that was attended by": they were at the meeting.
            let meant = self.event_meant().filter(|_| kind == MeetingKind::Signing);
            match meant.and_then(|meant| self.events.get_mut(meant)) {
                Some(meeting) => add_new(&mut meeting.attendees, ids),
                None => add_new(&mut event.attendees, ids),
            }
        }
        add_new(&mut event.attendees, sentence.present.drain(..));
        // Whoever sent a letter that was handed over is not there to be spoken of.
        let absent = kind == MeetingKind::Message && clause.groups.iter().any(|group| group.mark == Mark::From);
        self.people.last_subject = event.principals.get(usize::from(absent)).copied().or(self.people.last_subject);
        self.people.last_object = event.principals.get(1).copied().or(self.people.last_object);
        if kind == MeetingKind::Message {
            self.message_topic(sentence, &mut event);
            self.alike(sentence, clause, &mut event);
        }
        let told_before = std::mem::replace(&mut sentence.told, true);
        // "and met, during the visit, B": whom a visitor meets is part of the visit.
        let during_visit = self
            .nouns(clause)
            .any(|noun| noun.kind == Some(MeetingKind::Visit) && noun.form == EncounterForm::Definite);
        if let Some(visit) = self.events.last_mut().filter(|known| {
            during_visit
                && known.kind == MeetingKind::Visit
                && kind == MeetingKind::Meeting
                && event.principals.first().is_some_and(|first| known.principals.contains(first))
        }) {
            visit.absorb(event);
            return None;
        }
        // "visited the city, where he met B", "in which he held talks with B": whom he met is part of the visit.
        let start = self.start_of(sentence);
        let there = told_before && matches!(kind, MeetingKind::Meeting | MeetingKind::Talks);
        // "signed for one side by A, and for the other by B"
        let other_side = told_before && kind == MeetingKind::Signing && event.principals.len() == 1;
        let part_of = |known: &&mut Event| {
            let traveller = event.principals.first().is_some_and(|first| known.principals.contains(first));
            there && known.kind == MeetingKind::Visit && known.span.start >= start && traveller
                || other_side && known.kind == MeetingKind::Signing && known.principals.len() == 1
        };
        if let Some(known) = self.events.last_mut().filter(part_of) {
            let visited = known.place.as_ref().filter(|_| known.kind == MeetingKind::Visit);
            let land = visited.and_then(|place| place.value.country);
            let met = event.principals.get(1..).unwrap_or(&[]).to_vec();
            known.absorb(event);
            self.presume_visited(&met, land);
            return None;
        }
        // "The two sides signed an agreement, signed for one by A and for the other by B": A and B did.
        let signers =
            told_before && kind == MeetingKind::Signing && clause.object.is_none() && event.principals.len() >= 2;
        if let Some(known) = self.events.last_mut().filter(|known| signers && known.kind == MeetingKind::Signing) {
            known.principals = event.principals;
            return None;
        }
        let referred = !clause.groups.is_empty()
            && clause.groups.iter().all(|group| group.people.iter().all(|person| self.sides_meant(person).is_some()));
        // "they also discussed": the same people, no other day, and no word for another encounter.
        let goes_on = (event.by_act || referred && matches!(kind, MeetingKind::Talks | MeetingKind::Meeting))
            && event.date.is_none()
            && self.events.last().is_some_and(|known| {
                (event.by_act || !known.is_apart())
                    && event.principals.len() >= 2
                    && known.is_between(&event.principals)
            });
        let again = if goes_on {
            self.events.len().checked_sub(1)
        } else if sentence.same_occasion || sentence.continuation && event.kind != MeetingKind::Visit {
            None
        } else {
            self.events.iter().rposition(|known| known.is_same(&event))
        };
        self.look_back(sentence, at, &mut event);
        let same_day = event.date.as_ref().is_some_and(|date| date.value.same_day && !date.value.is_calendar_day());
        let same_occasion = sentence.same_occasion || kind == MeetingKind::Signing && !self.events.is_empty();
        // "the signing came after a meeting that the two ministers held": on the same day.
        let around_signing = referred && self.events.last().is_some_and(|known| known.kind == MeetingKind::Signing);
        if same_day || (same_occasion || around_signing) && event.date.is_none() {
            let known = self.events.last().and_then(|known| known.date.clone());
            event.date = known.map(|date| Given { rule: Rule::SameOccasion, ..date });
        }
        if let Some((date, place)) = &self.frame {
            event.date = event.date.take().or_else(|| date.clone().map(Given::by(Rule::SameOccasion)));
            event.place = event.place.take().or_else(|| place.clone().map(Given::by(Rule::SameOccasion)));
        }
        if let Some(signing) = self.signing.take_if(|_| kind == MeetingKind::Signing) {
            if self.sentence <= signing.sentence + 1 && event.topics.is_empty() {
                event.date = event.date.take().or(signing.date);
                event.place = event.place.take().or(signing.place);
                event.topics = signing.topics;
            }
        }
        // "An agreement on C was signed, signed by A and B": what was taken for something agreed is what they signed.
        if kind == MeetingKind::Signing && event.topics.is_empty() {
            if let Some(known) = self.events.last_mut().filter(|known| known.kind != MeetingKind::Signing) {
                let signed = |raised: &Raised| raised.act == Act::Agreed && raised.span.start >= start;
                let (signed, kept) = std::mem::take(&mut known.topics).into_iter().partition(signed);
                known.topics = kept;
                event.topics = signed;
            }
        }
        if self.sentence <= self.pending_since + 1 {
            event.topics.append(&mut self.pending_topics);
        }
        self.pending_topics.clear();
        if kind == MeetingKind::Credentials && self.names_ambassadors(sentence, &mut event) {
            return None;
        }
        if kind == MeetingKind::Message && event.topics.is_empty() {
            self.wished(sentence, clause, &mut event);
        }
        event.aside =
            sentence.same_occasion && event.occasion.as_ref().is_some_and(|occasion| occasion.rule == Rule::BeforeVerb);
        self.presume_countries(sentence, &event);
        self.resumed = again.filter(|index| index + 1 < self.events.len());
        let pairs = if clause.separate && again.is_none() { self.pairs(clause, &event) } else { Vec::new() };
        match again.and_then(|index| self.events.get_mut(index)) {
            Some(known) => known.absorb(event),
            None if !pairs.is_empty() => {
                self.events.extend(pairs.into_iter().map(|pair| event.of_pair(pair)));
            }
            None => self.events.push(event),
        }
        sentence.same_occasion = false;
        self.matter(sentence, clause, kind)
    }

    /// The encounters that are told of at once: of a host with each of his guests, from each sender to the one whom all of them
    /// wrote to, from one to each receiver.
    fn pairs(&mut self, clause: &Clause, event: &Event) -> Vec<[PersonId; 2]> {
        let [first, others @ ..] = event.principals.as_slice() else { return Vec::new() };
        if others.len() < 2 {
            return Vec::new();
        }
        let with_each = |one: PersonId, each: &[PersonId]| each.iter().map(|other| [one, *other]).collect();
        match event.kind {
            MeetingKind::Meeting | MeetingKind::Reception | MeetingKind::Talks | MeetingKind::Call => {
                with_each(*first, others)
            }
            MeetingKind::Message => {
                let mut receivers = Vec::new();
                for group in clause.groups.iter().filter(|group| group.mark == Mark::To) {
                    add_new(&mut receivers, self.group_ids(group, None));
                }
                match receivers.as_slice() {
                    [receiver] => {
                        let senders = event.principals.iter().filter(|id| *id != receiver);
                        senders.map(|sender| [*sender, *receiver]).collect()
                    }
                    [_, _, ..] if receivers == others => with_each(*first, others),
                    _ => Vec::new(),
                }
            }
            _ => Vec::new(),
        }
    }

    /// Whom somebody speaks for who is met without it being told: whoever an envoy meets where he is accredited is of that
    /// country, whoever hands over a letter of the sender's.
    fn presume_countries(&mut self, sentence: &Sentence<'_>, event: &Event) {
        let [host, guest] = event.principals.as_slice() else { return };
        if matches!(event.kind, MeetingKind::Message | MeetingKind::Visit) {
            return;
        }
        let accredited = |id: &PersonId| {
            let person = self.people.get(*id).filter(|person| person.country.is_some())?;
            let home = self.people.home?;
            person.offices.iter().find_map(|office| office.accredited.filter(|country| *country != home))
        };
        let of_guest = accredited(host);
        let of_host = accredited(guest);
        let carried = self.carrier(sentence, *host, *guest);
        let told = of_guest.map(|country| (*guest, country)).into_iter();
        for (id, country) in told.chain(of_host.map(|country| (*host, country))).chain(carried) {
            self.people.presume_country(id, country);
        }
    }

    /// Whomever a visitor met where no country is told is of the one he visited, where the office is a state's.
    fn presume_visited(&mut self, met: &[PersonId], land: Option<Country>) {
        let Some(land) = land else { return };
        let of_state = |id: &&PersonId| {
            self.people.get(**id).is_some_and(|person| {
                person.is_counterpart || person.offices.first().is_some_and(|office| is_of_state(office.rank))
            })
        };
        let of_state: Vec<PersonId> = met.iter().filter(of_state).copied().collect();
        of_state.into_iter().for_each(|id| self.people.presume_country(id, land));
    }

    /// Which of two brought the letter that the sentence speaks of, and the country of whoever sent it: the one who is not whom
    /// it was for, nor received it in his stead.
    fn carrier(&self, sentence: &Sentence<'_>, host: PersonId, guest: PersonId) -> Option<(PersonId, Country)> {
        let letter = self.events.iter().rev().find(|known| known.kind == MeetingKind::Message)?;
        let [sender, receiver] = letter.principals.as_slice() else { return None };
        let carrier = match *receiver {
            _ if !sentence.chunks.iter().any(|chunk| self.is_letter(chunk)) => None,
            receiver if receiver == host => Some(guest),
            receiver if receiver == guest => Some(host),
            _ => sentence.chunks.iter().any(|chunk| matches!(chunk.piece, Piece::Cue(Cue::OnBehalf))).then_some(guest),
        }?;
        let country = self.people.get(*sender)?.country?;
        (Some(country) != self.people.home).then_some((carrier, country))
    }

    /// What a message is sent for, where the sentence tells it further on: "a cable in which he congratulated him on".
    fn occasion_behind(&mut self, sentence: &Sentence<'_>, at: usize) -> Option<Given<Span>> {
        let rest = sentence.chunks.get(at..)?;
        let found = at + rest.iter().position(|chunk| matches!(chunk.piece, Piece::Cue(Cue::Occasion)))?;
        let (occasion, _) = self.occasion(sentence, found);
        occasion.map(Given::by(Rule::InClause))
    }

    /// What a clause says itself of the matter: "talks with B on …", "signed an agreement on …".
    pub(super) fn matter(&mut self, sentence: &Sentence<'_>, clause: &Clause, kind: MeetingKind) -> Option<usize> {
        let (phrases, next) = self.matter_told(sentence, clause, kind)?;
        let event = self.events.last_mut()?;
        event.topics.extend(of_matter(phrases, kind, &event.told));
        Some(next)
    }

    /// "An agreement on C was signed today": where nobody who signed is told, what the next sentence tells them to have signed.
    fn note_signing(&mut self, sentence: &Sentence<'_>, at: usize, clause: &Clause) {
        let told = !sentence.plan && !sentence.background && self.quotation.is_none();
        if !told || clause.groups.iter().any(|group| group.mark != Mark::Present) {
            return;
        }
        let Some((phrases, _)) = self.matter_told(sentence, clause, MeetingKind::Signing) else { return };
        let place = clause.place.clone().filter(|place| !place.is_country);
        self.signing = Some(SigningTold {
            sentence: self.sentence,
            date: clause.date.clone().map(Given::by(Rule::InClause)),
            place: place.map(Given::by(Rule::InClause)),
            topics: of_matter(phrases, MeetingKind::Signing, &self.told(sentence, at)).collect(),
        });
    }

    /// The phrases that tell the matter of a clause, and the chunk behind them.
    fn matter_told(
        &mut self,
        sentence: &Sentence<'_>,
        clause: &Clause,
        kind: MeetingKind,
    ) -> Option<(Vec<TopicPhrase>, usize)> {
        let start = match kind {
            MeetingKind::Signing => {
                let start = clause.object.or(clause.about).or_else(|| self.signed(sentence, clause))?;
                self.past_signing(sentence, start)
            }
            MeetingKind::Message => return None,
            _ => clause.about?,
        };
        let token = sentence.chunks.get(start)?.tokens.start;
        let (mut phrases, mut next) = self.read_topics(sentence, token, Clitics::default());
        // "an agreement that provides for …": the matter stands behind what the document does.
        let provides =
            |at: usize| sentence.chunks.get(at).is_some_and(|chunk| matches!(chunk.piece, Piece::Cue(Cue::Provides)));
        if let Some(matter) = sentence.chunks.get(start + 2).filter(|_| phrases.is_empty() && provides(start + 1)) {
            (phrases, next) = self.read_topics(sentence, matter.tokens.start, matter.clitics);
        }
        // "signed the agreement the minister A for one side, and the minister B for the other": who did is no matter.
        if kind == MeetingKind::Signing {
            let signers = clause.groups.iter().filter(|group| group.at > start);
            let first = signers.filter_map(|group| sentence.chunks.get(group.at)).map(|chunk| chunk.tokens.start).min();
            phrases.retain(|phrase| first.is_none_or(|first| phrase.tokens.start < first));
        }
        Some((phrases, next))
    }

    /// "the signing of an agreement": the document, behind the word for its signing.
    fn past_signing(&self, sentence: &Sentence<'_>, at: usize) -> usize {
        let signing = |at: usize| {
            sentence.chunks.get(at).is_some_and(|chunk| match chunk.piece {
                Piece::Encounter(row) => {
                    self.encounter(row).is_some_and(|word| word.kind == Some(MeetingKind::Signing))
                        && !chunk.clitics.conjunction
                }
                _ => false,
            })
        };
        let on = sentence.chunks.get(at + 1).is_some_and(|chunk| matches!(chunk.piece, Piece::Cue(Cue::On)));
        let document = at + 1 + usize::from(on);
        if signing(at) && signing(document) { document } else { at }
    }

    /// "signed on a programme of work", "signed a plan of consultations": what was signed, behind the preposition or the signers,
    /// where no word for a document tells it.
    fn signed(&self, sentence: &Sentence<'_>, clause: &Clause) -> Option<usize> {
        let end = clause.end.min(sentence.chunks.len());
        let piece = |at: usize| sentence.chunks.get(at).map(|chunk| &chunk.piece);
        // "a contract" is spelled like "the two held".
        let is_document = |at: &usize| {
            sentence.chunks.get(*at).is_some_and(|chunk| {
                let noun = || self.text.any(chunk.tokens.start, |c, s| c.is_none() && s == Sense::Noun);
                chunk.clitics.is_none()
                    && match chunk.piece {
                        Piece::Word { noun: true } | Piece::Cue(Cue::TopicHead) => true,
                        Piece::Encounter(_) => noun(),
                        _ => false,
                    }
            })
        };
        let on = (clause.verb..end).find(|at| matches!(piece(*at), Some(Piece::Cue(Cue::On))));
        if let Some(on) = on {
            return Some(on + 1).filter(is_document);
        }
        let signers = clause.groups.iter().map(|group| group.at).max().unwrap_or(clause.verb);
        let parties = (clause.verb..end).find(|at| matches!(piece(*at), Some(Piece::Cue(Cue::Parties))));
        let mut next = signers.max(parties.unwrap_or(0)) + 1;
        while matches!(piece(next), Some(Piece::People(_))) {
            next += 1;
        }
        if matches!(piece(next), Some(Piece::Mark('،' | ','))) {
            next += 1;
        }
        Some(next).filter(|next| *next <= end).filter(is_document)
    }

    /// When and where, told before the verb: "On 17 January the minister met …".
    pub(super) fn look_back(&self, sentence: &Sentence<'_>, at: usize, event: &mut Event) {
        for (index, chunk) in sentence.chunks.get(..at).unwrap_or(&[]).iter().enumerate().rev() {
            match &chunk.piece {
                Piece::Date(date) if event.date.is_none() && !date.ahead => {
                    event.date = Some(Given { value: date.clone(), rule: Rule::BeforeVerb });
                }
                Piece::Place(place) if event.place.is_none() && place.inside && !place.is_country => {
                    event.place = Some(Given { value: place.clone(), rule: Rule::BeforeVerb });
                }
                // "the signing took place today": what is signed in it is signed then.
                Piece::Encounter(row)
                    if self.encounter(*row).is_some_and(|word| {
                        word.form.is_finite()
                            && !(word.form == EncounterForm::Light && event.kind == MeetingKind::Signing)
                    }) =>
                {
                    return;
                }
                Piece::Act(row) if self.act(*row).is_some_and(|act| act.form.is_finite()) && index + 1 < at => return,
                Piece::Verb(kind) if *kind != VerbKind::Weak => return,
                Piece::Cue(Cue::That | Cue::Where) => return,
                _ => {}
            }
        }
    }

    /// "received the credentials of three ambassadors, and they are A and B", "A and B presented their credentials": those who were only
    /// counted are named, in the event itself or in the one just told.
    fn names_ambassadors(&mut self, sentence: &Sentence<'_>, event: &mut Event) -> bool {
        let ambassador = |id: &PersonId| {
            self.people.get(*id).is_some_and(|person| {
                person.name.is_some() && person.offices.iter().any(|office| office.rank == Rank::Ambassador)
            })
        };
        let ids: Vec<PersonId> = event.principals.iter().copied().filter(ambassador).collect();
        if !ids.is_empty() && name_the_unnamed(&mut self.people, event, &ids) {
            return false;
        }
        let start = self.start_of(sentence);
        let known = self.events.last_mut().filter(|known| {
            let counted = known.kind == MeetingKind::Credentials || known.span.start >= start;
            let of_same = |id: &PersonId| ids.contains(id) || known.principals.contains(id);
            counted
                && event.principals.iter().all(of_same)
                && (event.date.is_none() || known.date.is_none() || known.is_same(event))
        });
        let Some(known) = known else { return false };
        let fresh: Vec<PersonId> = ids.iter().copied().filter(|id| !known.principals.contains(id)).collect();
        let told = !fresh.is_empty() && name_the_unnamed(&mut self.people, known, &fresh);
        if told {
            known.kind = MeetingKind::Credentials;
            known.date = known.date.take().or_else(|| event.date.take());
            known.place = known.place.take().or_else(|| event.place.take());
        }
        told
    }

    /// "condolences on the victims of", "congratulated B on his election": what the message is about stands behind whom it is to.
    fn wished(&mut self, sentence: &Sentence<'_>, clause: &Clause, event: &mut Event) {
        let condoles = sentence
            .chunks
            .iter()
            .any(|chunk| chunk.tokens.clone().any(|at| self.text.any(at, |_, s| s == Sense::Cue(Cue::Condolence))));
        // "congratulated B on", "sent a cable to B, congratulating him on"
        let congratulates = (clause.verb..sentence.chunks.len()).filter(|_| !condoles).find_map(|at| {
            let act = self.act(self.act_at(sentence, at)?)?;
            (act.act == Act::Congratulated && act.form != ActForm::Noun).then_some((at, act))
        });
        let (act, subject) = match congratulates {
            Some(_) => (Act::Congratulated, Subject::BilateralRelations),
            None if condoles => (Act::Expressed, Subject::Other),
            None => return,
        };
        // "a cable to B in which he expressed his condolences on the victims of": behind whom it is to.
        let somebody = clause.groups.iter().filter(|group| !group.bare || self.knows_all(group));
        let word = congratulates.map(|(at, _)| at).filter(|at| *at > clause.verb);
        let Some(last) = word.or_else(|| somebody.map(|group| group.at).max()) else { return };
        // "the family of the artist, who died in N": told of him.
        let is_relative = |index: &usize| {
            sentence.chunks.get(*index).is_some_and(|chunk| matches!(chunk.piece, Piece::Cue(Cue::Relative)))
        };
        // What somebody is congratulated on stands close by.
        const NEAR: usize = 6;
        let end = if condoles { sentence.chunks.len() } else { sentence.chunks.len().min(last + NEAR) };
        let found = (last + 1..end).take_while(|index| !is_relative(index)).find(|index| {
            sentence.chunks.get(*index).is_some_and(|chunk| {
                if let Some((_, act)) = congratulates {
                    return chunk.leads(act.leads, self.text) == Some(chunk.tokens.start);
                }
                matches!(chunk.piece, Piece::Cue(Cue::In | Cue::After))
                    || chunk.clitics.preposition == Some(Preposition::By) && matches!(chunk.piece, Piece::Word { .. })
            })
        });
        let Some(start) = found else { return };
        let (span_found, next) = self.occasion(sentence, start);
        let Some(phrase) = span_found else { return };
        let Some(chunk) = sentence.chunks.get(start) else { return };
        let glued = !condoles || matches!(chunk.piece, Piece::Word { .. });
        let by = Clitics { preposition: chunk.clitics.preposition.or(Some(Preposition::By)), ..chunk.clitics };
        let (from, clitics) = if glued { (chunk.tokens.start, by) } else { (chunk.tokens.end, Clitics::default()) };
        let to = sentence.chunks.get(next - 1).map_or(from, |chunk| chunk.tokens.end);
        if to <= from + 1 {
            return;
        }
        if matches!(chunk.piece, Piece::Cue(Cue::After)) {
            event.occasion = Some(Given { value: phrase, rule: Rule::InClause });
        }
        event.topics.push(Raised {
            told: Told { rule: Rule::MessageOccasion, words: chunk.tokens.clone() },
            tokens: from..to,
            span: span(self.text, from..to, clitics),
            act,
            by: event.principals.first().copied(),
            subject: Some(subject),
        });
    }

    /// A message is about its occasion.
    pub(super) fn message_topic(&self, sentence: &Sentence<'_>, event: &mut Event) {
        let Some(occasion) = event.occasion.map(|occasion| occasion.value) else { return };
        let tokens = tokens_of(self.text, occasion, sentence.cursor);
        let condolence = sentence.chunks.iter().any(|chunk| matches!(chunk.piece, Piece::Cue(Cue::Condolence)));
        let opening = Cursor::new(self.text, tokens.start, tokens.end);
        // "a letter, within the framework of the coordination": that is what it was about.
        let framework =
            opening.find(|_, s| (s == Sense::Cue(Cue::Framework)).then_some(())).map(|((), rest, _)| rest.at);
        // The bare noun phrase: what introduces the occasion is left out.
        let introduced = || opening.any(|_, s| matches!(s, Sense::Cue(Cue::Occasion | Cue::After | Cue::In)));
        let start = framework.unwrap_or_else(|| tokens.start + usize::from(introduced()));
        if start >= tokens.end {
            return;
        }
        let act = match (condolence, framework) {
            (true, _) => Act::Expressed,
            (false, Some(_)) => Act::Discussed,
            (false, None) => Act::Congratulated,
        };
        let occasion = if condolence { Subject::Other } else { Subject::BilateralRelations };
        event.topics.push(Raised {
            told: Told { rule: Rule::MessageOccasion, words: tokens.start..start },
            tokens: start..tokens.end,
            span: span(self.text, start..tokens.end, Clitics::default()),
            act,
            by: event.principals.first().copied(),
            subject: Some(occasion).filter(|_| framework.is_none() || condolence),
        });
    }

    /// "He also sent a similar cable": on the occasion of the one before, and to whom that was for where it names nobody.
    fn alike(&self, sentence: &Sentence<'_>, clause: &Clause, event: &mut Event) {
        let within = sentence.chunks.get(clause.verb..clause.end.min(sentence.chunks.len())).unwrap_or(&[]);
        if !within.iter().any(|chunk| matches!(chunk.piece, Piece::Cue(Cue::Alike))) {
            return;
        }
        let Some(known) = self.events.iter().rev().find(|known| known.kind == MeetingKind::Message) else { return };
        if let ([sender], Some(receiver)) = (event.principals.as_slice(), known.principals.get(1)) {
            if sender != receiver {
                event.principals.push(*receiver);
            }
        }
        if event.topics.is_empty() {
            event.occasion = event.occasion.or(known.occasion);
            let sender = event.principals.first().copied();
            event.topics = known.topics.iter().map(|topic| Raised { by: sender, ..topic.clone() }).collect();
        }
    }

    /// "The meeting was held yesterday in …": more of the encounter just told.
    pub(super) fn add_circumstances(&mut self, sentence: &Sentence<'_>, clause: &Clause) {
        if sentence.plan || sentence.background {
            return;
        }
        let mut attendees = Vec::new();
        for group in clause.groups.iter().filter(|group| group.mark == Mark::Present) {
            attendees.extend(self.group_ids(group, None));
        }
        // "the meeting was held in the presence of": the one that a letter was handed over in, and not the letter.
        let meant = self.event_meant().or_else(|| self.events.len().checked_sub(1));
        if let Some(event) = meant.and_then(|meant| self.events.get_mut(meant)) {
            if event.date.is_none() {
                event.date = clause.date.clone().map(Given::by(Rule::ToldLater));
            }
            if event.place.is_none() && has_place(event.kind) {
                event.place = clause.place.clone().map(Given::by(Rule::ToldLater));
            }
            add_new(&mut event.attendees, attendees.iter().copied());
        }
        if sentence.of_all {
            for event in self.events_meant() {
                add_new(&mut event.attendees, attendees.iter().copied());
            }
        }
    }

    /// How the word at a chunk tells of an encounter.
    pub(super) fn told(&self, sentence: &Sentence<'_>, at: usize) -> Told {
        let chunk = sentence.chunks.get(at);
        let form = chunk.and_then(|chunk| match chunk.piece {
            Piece::Encounter(row) => self.encounter(row).map(|word| word.form),
            // "in another meeting"
            Piece::Cue(Cue::Continuation) => Some(EncounterForm::Noun),
            _ => None,
        });
        let rule = match form {
            Some(EncounterForm::Past | EncounterForm::Present) => Rule::EncounterVerb,
            Some(EncounterForm::Light | EncounterForm::LightPresent) => Rule::VerbWithEventNoun,
            Some(EncounterForm::Own | EncounterForm::Participle) => Rule::OwnedNoun,
            Some(EncounterForm::Noun) => Rule::EventNoun,
            Some(EncounterForm::Definite) => Rule::ConferenceWork,
            None => Rule::JointAct,
        };
        Told { rule, words: chunk.map_or(0..0, |chunk| chunk.tokens.clone()) }
    }

    /// The encounter that a sentence goes on about: the last one, a message only in its own sentence.
    pub(super) fn current_event(&mut self, sentence: &Sentence<'_>) -> Option<&mut Event> {
        let index = if self.is_of_letter(sentence) { self.events.len().checked_sub(1) } else { self.event_meant() }?;
        self.events.get_mut(index)
    }

    /// Whether the encounter told last is a letter of this sentence, of which it is not told yet what it is about.
    pub(super) fn is_of_letter(&self, sentence: &Sentence<'_>) -> bool {
        let start = self.start_of(sentence);
        self.events.last().is_some_and(|event| {
            event.kind == MeetingKind::Message && event.span.start >= start && event.topics.is_empty()
        })
    }

    /// The byte where a sentence begins.
    pub(super) fn start_of(&self, sentence: &Sentence<'_>) -> usize {
        let first = sentence.chunks.first().and_then(|chunk| self.text.token(chunk.tokens.start));
        first.map_or(0, |token| token.start as usize)
    }

    /// The encounters that one clause told of at once, and its sentence goes on about: "in two calls with A and B he discussed".
    pub(super) fn told_at_once(&mut self, sentence: &Sentence<'_>) -> &mut [Event] {
        // What the text has come back to is one.
        let Some(last) = self.events.last().filter(|_| self.resumed.is_none()) else { return &mut [] };
        let start = self.start_of(sentence);
        let together =
            |event: &&Event| event.span.start >= start && event.told.words == last.told.words && !event.is_apart();
        let count = self.events.iter().rev().take_while(together).count();
        let from = self.events.len() - count;
        self.events.get_mut(from..).unwrap_or_default()
    }

    /// The encounter that "the meeting" is: the one that the text has come back to, or the last that is more than a signature or a
    /// letter.
    pub(super) fn event_meant(&self) -> Option<usize> {
        let talked = |event: &Event| !matches!(event.kind, MeetingKind::Message | MeetingKind::Signing);
        self.resumed
            .or_else(|| self.events.iter().rposition(talked))
            .or_else(|| self.events.iter().rposition(|event| event.kind != MeetingKind::Message))
    }
}

/// The topics that a clause's own matter is, of an encounter told in some way.
fn of_matter(phrases: Vec<TopicPhrase>, kind: MeetingKind, told: &Told) -> impl Iterator<Item = Raised> + use<'_> {
    let act = if kind == MeetingKind::Signing { Act::Agreed } else { Act::Discussed };
    phrases.into_iter().map(move |phrase| Raised {
        told: Told { rule: Rule::ClauseMatter, ..told.clone() },
        tokens: phrase.tokens,
        span: phrase.span,
        act,
        by: None,
        subject: None,
    })
}

/// The tokens that a span covers.
fn tokens_of(text: &Tagged<'_>, span: Span, within: Cursor<'_>) -> std::ops::Range<usize> {
    let start = (within.at..within.end)
        .find(|at| text.token(*at).is_some_and(|token| token.end as usize > span.start))
        .unwrap_or(within.end);
    let end = (start..within.end)
        .find(|at| text.token(*at).is_some_and(|token| token.start as usize >= span.end))
        .unwrap_or(within.end);
    start..end
}
