//! What was said: acts, their speakers, and where their topics begin.

use super::Reader;
use super::encounters::is_of_two_sides;
use super::events::{Raised, Told};
use super::people::{PersonId, add_new};
use super::sentence::{Clause, Group, Mark, Met, Sentence};
use super::subjects::names_decidedly;
use crate::grammar::arabic::{TopicPhrase, is_adjective, is_construct, is_definite, is_feminine, is_plural, topics};
use crate::grammar::{Chunk, Cursor, Piece, PlacePhrase, TokenRange};
use crate::lexicon::{
    ActForm, ActRow, Clitics, Cue, EncounterForm, Lead, ObjectMark, Preposition, Sense, Speaker, Tagged,
    opens_with_article,
};
use crate::model::{Act, MeetingKind, Rule, Subject};

/// What a noun between an act and its matter may carry, in phrases: "the conversation at the meeting, which was held in N, turned to".
const NEAR: usize = 16;

/// What stands further off than this, in phrases, has nothing to do with a statement.
const FAR: usize = 80;

impl Reader<'_> {
    pub(super) fn act_word(&mut self, sentence: &mut Sentence<'_>, at: usize, row: u16) -> usize {
        let Some(act) = self.act(row) else { return at + 1 };
        if self.is_skipped(sentence, at) || act.form == ActForm::Framing && self.agenda_behind(sentence, at).is_none() {
            return at + 1;
        }
        // "will confirm the keenness on": to come.
        if act.form == ActForm::Noun && self.is_of_future(sentence, at) {
            return at + 1;
        }
        // "modern irrigation": a noun that is spelled like an adjective, behind what has its article, and led nowhere.
        if act.form == ActForm::Noun && !act.leads.has(Lead::Direct) && self.is_agreeing(sentence, at) {
            let behind = sentence.chunks.get(at + 1);
            if behind.is_none_or(|behind| behind.leads(act.leads, self.text).is_none()) {
                return at + 1;
            }
        }
        // "on a tour that took in the halls of": walked through, and not discussed.
        let before = sentence.chunks.get(..at).unwrap_or(&[]).iter().rev();
        let mut noun = before.skip_while(|chunk| {
            matches!(chunk.piece, Piece::Word { .. }) && is_adjective(self.text.text(chunk.tokens.start))
        });
        if noun.next().is_some_and(|before| matches!(before.piece, Piece::Cue(Cue::Tour))) {
            return at + 1;
        }
        // "said that the project includes …": of what is told to be so, not of the talks.
        let told = sentence.chunks.get(..at).unwrap_or(&[]).iter().rev().take(FAR);
        let inside = told
            .take_while(|chunk| !matches!(chunk.piece, Piece::Mark('،' | ',')))
            .any(|chunk| matches!(chunk.piece, Piece::Cue(Cue::That)));
        if act.form == ActForm::Present && act.speaker == Speaker::Joint && inside {
            return at + 1;
        }
        // "the minister exchanged views with B": the verb that the noun is of stands before its subject.
        let of_verb = act.form == ActForm::Noun && sentence.light.is_some() && self.subject(sentence).is_some();
        // "among the foremost issues": a verb's letters behind a preposition. "As for what concerns": no talks concern it.
        let concerns = act.leads.has(Lead::By) && act.form == ActForm::Present && act.act == Act::Discussed;
        if act.form.is_finite() && sentence.follows(at, &[Cue::From]) || concerns && sentence.follows(at, &[Cue::Where])
        {
            return at + 1;
        }
        // The present tells of what is to come.
        let joint = act.speaker == Speaker::Joint && (act.form == ActForm::Past || of_verb);
        if self.is_of_others(sentence, at + 1, act) {
            return at + 2;
        }
        // "briefed B on": told together with whom.
        let briefing = act.act == Act::Briefed
            && act.form == ActForm::Past
            && act.leads.has(Lead::On)
            && !act.leads.has(Lead::About);
        // "presented to": with people behind "with" it is discussed with them.
        let reviewed = act.form == ActForm::Past && act.act == Act::Briefed && act.leads.has(Lead::Direct);
        // "spoke by telephone to B about": a call.
        let phoned = act.form == ActForm::Past && act.act == Act::Briefed && self.is_by_phone(sentence, at);
        if (joint || briefing || reviewed || phoned) && !self.is_relative(sentence, at) && !self.is_quoted() {
            self.act_encounter(sentence, at, act);
        }
        let said = self.speaker(sentence, at, act);
        // "… , pointing out": whoever said the last thing goes on.
        let goes_on = act.speaker == Speaker::One || !act.form.is_finite() && act.speaker != Speaker::Joint;
        let speaker = said.or(sentence.speaker.filter(|_| goes_on));
        sentence.speaker = said.or(sentence.speaker);
        if self.people.last_subject.is_none() {
            self.people.last_subject = speaker.or_else(|| self.alone(sentence, at).filter(|_| joint));
        }
        let (phrases, next) = match act.form {
            ActForm::Framing => self.framed(sentence, at),
            _ => self.topics_after(sentence, at, act),
        };
        if phrases.is_empty() {
            sentence.verb_since |= act.form.is_finite();
            return next.max(at + 1);
        }
        let words = sentence.chunks.get(at).map_or(0..0, |chunk| chunk.tokens.clone());
        // "expressed his country's interest in": it stresses what it is interested in.
        let keen = act.act == Act::Expressed && phrases.first().is_some_and(|phrase| self.is_wanted_in(phrase));
        let told_as = if keen { Act::Stressed } else { act.act };
        // "offered his condolences on the victims of": what they are for is what was spoken of. A message says itself what it
        // is about, and "to the families" is whom they are for.
        let condoles = act.act == Act::Expressed
            && self.events.last().is_some_and(|event| event.kind != MeetingKind::Message)
            && words.clone().any(|at| self.text.any(at, |_, s| s == Sense::Cue(Cue::Condolence)))
            && phrases.first().is_some_and(|phrase| self.follows_on(phrase));
        // "a letter concerning …, at his reception of": that is what the letter is about.
        let of_letter = sentence.told && self.is_of_letter(sentence);
        // "a cable, congratulating him on": what a message that says no more is about.
        let wished = told_as == Act::Congratulated && of_letter;
        let subject = condoles.then_some(Subject::Other).or(wished.then_some(Subject::BilateralRelations));
        let raised = self.raised(phrases, words, told_as, speaker, subject);
        let ahead = self.events.is_empty() || !of_letter && self.tells_later(sentence, next);
        if ahead {
            self.pending_topics.extend(raised);
            self.pending_since = self.sentence;
        } else if sentence.of_all && self.events.len() > 1 {
            // "during the meetings": what was said in each of them.
            for event in self.events_meant() {
                event.topics.extend(raised.iter().cloned());
            }
        } else if let Some(nth) = self.counted(sentence, at) {
            if let Some(event) = self.events.get_mut(nth) {
                event.topics.extend(raised);
            }
        } else if self.told_at_once(sentence).len() > 1 {
            for event in self.told_at_once(sentence) {
                event.topics.extend(raised.iter().cloned());
            }
        } else if let Some(event) = self.current_event(sentence) {
            // What the clause was taken to be about may be inside of what the act brings in.
            let inside = |known: &Raised| {
                raised.iter().any(|new| new.tokens.start < known.tokens.start && known.tokens.start < new.tokens.end)
            };
            event.topics.retain(|known| !inside(known));
            event.topics.extend(raised);
        }
        sentence.verb_since = true;
        next
    }

    /// "During the first call they reviewed", "while the second turned on": of several encounters of the kind told last, the one that
    /// an ordinal counts.
    fn counted(&self, sentence: &Sentence<'_>, at: usize) -> Option<usize> {
        const NEAR: usize = 8;
        let kind = self.events.last()?.kind;
        let ordinal = |chunk: &Chunk| {
            let token = chunk.tokens.start;
            let counts = |c: Clitics, s| match s {
                Sense::Ordinal(nth) if c.is_none() => Some(usize::from(nth)),
                _ => None,
            };
            let alone = matches!(chunk.piece, Piece::Word { .. }) && opens_with_article(self.text.text(token));
            alone.then(|| self.text.find(token, counts)).flatten().map(|(nth, ..)| nth)
        };
        let noun = |chunk: &Chunk| self.event_noun(chunk).is_some_and(|noun| noun.kind == Some(kind));
        let before = sentence.chunks.get(at.saturating_sub(NEAR)..at).unwrap_or(&[]);
        let behind_noun = || {
            let pairs = before.iter().zip(before.iter().skip(1)).rev();
            pairs.filter(|(one, _)| noun(one)).find_map(|(_, other)| ordinal(other))
        };
        // "while the second turned on"
        let nth = sentence.chunks.get(at + 1).and_then(ordinal).or_else(behind_noun)?;
        let first = self.events.iter().rposition(|event| event.kind != kind).map_or(0, |other| other + 1);
        let several = self.events.len() - first >= 2;
        Some(first + nth.checked_sub(1)?).filter(|index| several && *index < self.events.len())
    }

    /// "observers pointed out", "the agency confirmed", "the party condemned", "Russia decided": by others than the sides.
    fn is_of_others(&self, sentence: &Sentence<'_>, at: usize, act: &ActRow) -> bool {
        let Some(chunk) = sentence.chunks.get(at).filter(|chunk| chunk.clitics.is_none()) else { return false };
        let start = chunk.tokens.start;
        let bystanders = |c: Clitics, s| c.is_none() && s == Sense::Cue(Cue::Bystanders);
        if self.text.any(start, bystanders) {
            return true;
        }
        if !act.form.is_finite() {
            return false;
        }
        let body = |c: Clitics, s| match s {
            Sense::Institution { class, .. } if c.is_none() => {
                let class = self.text.lexicon.institution_class(class);
                matches!(class, Some("party" | "media" | "company" | "union"))
            }
            _ => false,
        };
        let stranger = match &chunk.piece {
            Piece::Place(place) => place.is_country && !place.inside && self.is_no_side(place),
            _ => false,
        };
        // A short form may be another word, but behind "the agency".
        let agency = |c: Clitics, s| (c.is_none() && matches!(s, Sense::Agency(_))).then_some(());
        let named = || self.text.find(start, agency).is_some_and(|(_, end, _)| end > start + 1);
        stranger || named() || act.speaker != Speaker::Joint && self.text.any(start, body)
    }

    /// Whether a country is of nobody in the encounter told last, where all their countries are told.
    fn is_no_side(&self, place: &PlacePhrase) -> bool {
        let country = |id: &PersonId| self.people.get(*id).and_then(|person| person.country);
        self.events.last().is_some_and(|event| {
            !event.principals.is_empty()
                && event.principals.iter().all(|id| country(id).is_some_and(|of| Some(of) != place.country))
        })
    }

    /// Whether a noun says what was done: "during the meeting took place the handing over of".
    pub(super) fn is_done_during(&self, sentence: &Sentence<'_>, at: usize) -> bool {
        let before = |back: usize| at.checked_sub(back).and_then(|at| sentence.chunks.get(at));
        let met = before(1).is_some_and(|chunk| self.event_noun(chunk).is_some());
        let light =
            sentence.light.and_then(|row| self.encounter(row)).is_some_and(|word| word.object.has(ObjectMark::Between));
        let is_noun =
            |chunk: &Chunk| chunk.clitics.is_none() && !opens_with_article(self.text.text(chunk.tokens.start));
        met && light
            && sentence.chunks.get(at).is_some_and(is_noun)
            && before(2).is_some_and(|chunk| matches!(chunk.piece, Piece::Cue(Cue::During)))
            && !sentence.plan
            && !sentence.background
            && !self.events.is_empty()
    }

    /// The topics that words bring in, those that are none left out.
    fn raised(
        &self,
        phrases: Vec<TopicPhrase>,
        words: TokenRange,
        act: Act,
        by: Option<PersonId>,
        subject: Option<Subject>,
    ) -> Vec<Raised> {
        let raised = phrases.into_iter().map(|phrase| Raised {
            told: Told { rule: Rule::ActWord, words: words.clone() },
            tokens: phrase.tokens,
            span: phrase.span,
            act,
            by,
            subject,
        });
        raised.filter(|raised| is_topic(self.text, raised)).collect()
    }

    /// What was done in an encounter is what it was about.
    pub(super) fn done_during(&mut self, sentence: &mut Sentence<'_>, at: usize, chunk: &Chunk) -> usize {
        let (phrases, next) = self.read_topics(sentence, chunk.tokens.start, Clitics::default());
        let raised = self.raised(phrases, chunk.tokens.clone(), Act::Discussed, None, None);
        if let Some(event) = self.current_event(sentence) {
            event.topics.extend(raised);
        }
        next.max(at + 1)
    }

    /// Where a sentence says that what it names was the agenda: "formed the axis of talks", "dominated the talks".
    fn agenda_behind(&self, sentence: &Sentence<'_>, at: usize) -> Option<usize> {
        let rest = sentence.chunks.get(at + 1..)?;
        let agenda = rest.iter().position(|chunk| matches!(chunk.piece, Piece::Cue(Cue::Agenda)));
        let over = || {
            let mut pairs = rest.iter().zip(rest.iter().skip(1));
            pairs.position(|(on, noun)| matches!(on.piece, Piece::Cue(Cue::On)) && self.event_noun(noun).is_some())
        };
        // "topped talks that A held with B"
        let talks = || {
            rest.iter().position(|chunk| match chunk.piece {
                Piece::Encounter(row) => self.encounter(row).is_some_and(|noun| {
                    noun.form == EncounterForm::Noun
                        && noun.kind.is_some_and(is_of_two_sides)
                        && chunk.clitics.is_none()
                }),
                _ => false,
            })
        };
        agenda.or_else(over).or_else(|| talks().filter(|behind| *behind > 0)).map(|behind| at + 1 + behind)
    }

    /// Reads what a verb tells to have been the agenda: what stands between the two, or else behind both.
    fn framed(&mut self, sentence: &Sentence<'_>, at: usize) -> (Vec<TopicPhrase>, usize) {
        let Some(agenda) = self.agenda_behind(sentence, at) else { return (Vec::new(), at + 1) };
        let aside = |chunk: &Chunk| match &chunk.piece {
            Piece::Mark(_) | Piece::Date(_) | Piece::Cue(Cue::Agenda | Cue::On) => true,
            Piece::Place(place) => place.inside,
            _ => self.event_noun(chunk).is_some(),
        };
        let first =
            |from: usize| from + sentence.chunks.get(from..).unwrap_or(&[]).iter().take_while(|c| aside(c)).count();
        let between = first(at + 1);
        if between < agenda {
            let (Some(from), Some(to)) = (sentence.chunks.get(between), sentence.chunks.get(agenda)) else {
                return (Vec::new(), agenda);
            };
            let (_, phrases) = topics(Cursor::new(self.text, from.tokens.start, to.tokens.start), from.clitics);
            return (phrases, agenda);
        }
        match sentence.chunks.get(first(agenda)) {
            Some(matter) if matter.clitics.is_none() => self.read_topics(sentence, matter.tokens.start, matter.clitics),
            _ => (Vec::new(), agenda + 1),
        }
    }

    /// "The situation in the region was the axis of the talks": whether what was talked about stands behind "was".
    pub(super) fn is_axis(&self, sentence: &Sentence<'_>, at: usize) -> bool {
        let behind = sentence.chunks.get(at + 1..).unwrap_or(&[]);
        let axis = behind.iter().position(|chunk| matches!(chunk.piece, Piece::Cue(Cue::Agenda)));
        let Some((before, rest)) = axis.map(|axis| behind.split_at(axis)) else { return false };
        let breaks = |chunk: &Chunk| match chunk.piece {
            Piece::Cue(Cue::That | Cue::Had) | Piece::Mark('.' | ':') => true,
            _ => self.tells_of_encounter(chunk),
        };
        let noun = rest.get(1).is_some_and(|chunk| match chunk.piece {
            Piece::Encounter(row) => self.encounter(row).is_some_and(|word| !word.form.is_finite()),
            Piece::Act(row) => self.act(row).is_some_and(|act| act.form == ActForm::Noun),
            _ => false,
        });
        !before.is_empty() && noun && !before.iter().any(breaks)
    }

    /// Reads what was the axis of the talks.
    pub(super) fn axis(&mut self, sentence: &mut Sentence<'_>, at: usize) -> usize {
        let words = sentence.chunks.get(at).map_or(0..0, |chunk| chunk.tokens.clone());
        let (phrases, next) = self.framed(sentence, at);
        let raised = self.raised(phrases, words, Act::Discussed, None, None);
        match self.current_event(sentence) {
            Some(event) => event.topics.extend(raised),
            None => {
                self.pending_topics.extend(raised);
                self.pending_since = self.sentence;
            }
        }
        next.max(at + 1)
    }

    /// "The situation in the region was the axis of a meeting": whether nothing but what was talked about stands before "was".
    pub(super) fn is_fronted_axis(&self, sentence: &Sentence<'_>, at: usize) -> bool {
        const FEWEST: usize = 2;
        let axis = sentence.chunks.get(at + 1).is_some_and(|chunk| matches!(chunk.piece, Piece::Cue(Cue::Agenda)));
        let told = |chunk: &Chunk| match chunk.piece {
            Piece::Verb(_) | Piece::People(_) | Piece::Cue(Cue::That | Cue::Had | Cue::During) => true,
            _ => self.tells_of_encounter(chunk),
        };
        let before = sentence.chunks.get(..at).unwrap_or(&[]);
        axis && before.len() >= FEWEST && self.pending_topics.is_empty() && !before.iter().any(told)
    }

    /// Reads what stands before "was the axis of a meeting".
    pub(super) fn fronted_axis(&mut self, sentence: &Sentence<'_>, at: usize) {
        let (Some(first), Some(was)) = (sentence.chunks.first(), sentence.chunks.get(at)) else { return };
        let cursor = Cursor::new(self.text, first.tokens.start, was.tokens.start);
        let (_, phrases) = topics(cursor, first.clitics);
        let raised = self.raised(phrases, was.tokens.clone(), Act::Discussed, None, None);
        self.pending_topics.extend(raised);
        self.pending_since = self.sentence;
    }

    /// Whether a sentence speaks of several encounters at once, by a noun in the plural.
    pub(super) fn speaks_of_all(&self, chunks: &[Chunk]) -> bool {
        chunks.iter().any(|chunk| match chunk.piece {
            Piece::Encounter(row) => {
                let definite = self.encounter(row).is_some_and(|word| {
                    word.form == EncounterForm::Definite
                        && matches!(word.kind, Some(MeetingKind::Meeting | MeetingKind::Reception | MeetingKind::Call))
                });
                definite && is_plural(self.text.text(chunk.tokens.start))
            }
            _ => false,
        })
    }

    /// Whether the encounter that a statement was made in is only told behind it.
    pub(super) fn tells_later(&self, sentence: &Sentence<'_>, from: usize) -> bool {
        let rest = sentence.chunks.get(from..(from + FAR).min(sentence.chunks.len())).unwrap_or(&[]);
        rest.windows(3).any(|three| {
            let [first, second, third] = three else { return false };
            let told = match second.piece {
                Piece::Encounter(row) => self.encounter(row).is_some_and(|word| {
                    matches!(word.form, EncounterForm::Own | EncounterForm::Noun)
                        && matches!(
                            word.kind,
                            Some(
                                MeetingKind::Reception | MeetingKind::Meeting | MeetingKind::Call | MeetingKind::Talks
                            )
                        )
                }),
                _ => false,
            };
            told && matches!(first.piece, Piece::Cue(Cue::During | Cue::Accredited))
                && matches!(third.piece, Piece::People(_) | Piece::Date(_) | Piece::Cue(Cue::With | Cue::Venue))
        })
    }

    /// `بحث A مع B`, `ناقش A وB`: an encounter told by what was discussed in it.
    pub(super) fn act_encounter(&mut self, sentence: &mut Sentence<'_>, at: usize, act: &ActRow) {
        let mut clause = self.clause(sentence, at + 1);
        // "who resigned over a dispute with C": told of somebody else.
        let aside = |group: &Group| {
            let before = sentence.chunks.get(at..group.at).unwrap_or(&[]);
            before.iter().any(|chunk| matches!(chunk.piece, Piece::Cue(Cue::Relative)))
        };
        let (phone, crowd) = (clause.phone, clause.crowd());
        let with = clause
            .groups
            .iter()
            .find(|group| group.mark == Mark::With && !aside(group))
            .or_else(|| clause.groups.iter().find(|group| group.mark == Mark::By && !clause.nouns.is_empty()))
            .or_else(|| clause.groups.iter().find(|group| phone && group.mark == Mark::To && !group.bare))
            .or_else(|| joined_apart(sentence, &clause.groups))
            // "discussed with a delegation headed by B"
            .or_else(|| clause.groups.iter().find(|group| group.mark == Mark::Headed && crowd));
        let plain =
            clause.groups.iter().find(|group| group.mark == Mark::None && (!group.bare || self.knows_all(group)));
        let with = with.or_else(|| {
            let object = clause
                .groups
                .iter()
                .filter(|group| group.mark == Mark::None && !group.bare)
                .nth(1)
                .or_else(|| clause.groups.iter().find(|group| group.mark == Mark::Headed));
            object.filter(|_| act.act == Act::Briefed)
        });
        // "And with B the minister discussed": with whoever was put before it.
        const FIRST: usize = 1;
        let fronted = self.met(sentence, sentence.with.as_ref()).filter(|group| group.at <= FIRST && !group.bare);
        let with = with.or(fronted.filter(|_| act.speaker == Speaker::Joint));
        // "As for B, he discussed with him": of whoever did the last thing told.
        let subject = plain.or(self.subject(sentence)).filter(|subject| with.is_none_or(|with| with.at != subject.at));
        // "And discussed with C the situation": whoever did the last thing told.
        let with_next = sentence.chunks.get(at + 1).is_some_and(|chunk| matches!(chunk.piece, Piece::Cue(Cue::With)));
        let joined = sentence.chunks.get(at).is_some_and(|chunk| chunk.clitics.conjunction);
        let introduced = with.is_some_and(|group| group.people.iter().all(|person| !person.offices.is_empty()));
        let pointed = sentence.fronted.is_some_and(|fronted| with.is_some_and(|with| with.at == fronted));
        let goes_on = joined && (with_next || pointed);
        let last = self.people.last_subject.filter(|_| subject.is_none() && goes_on && introduced);
        if subject.is_none() && last.is_none() {
            return;
        }
        let people = subject.map_or(&[][..], |subject| &subject.people);
        // "the two presidents discussed", where it is not told that they met.
        let both = || people.iter().any(|person| self.sides_meant(person).is_some());
        let together = people.len() >= 2 || self.events.is_empty() && both();
        if with.is_none() && !together {
            return;
        }
        // "their views are alike": without the preposition that the act wants nothing was discussed.
        let behind = sentence.chunks.get(at + 1..).unwrap_or(&[]);
        let lead = behind.iter().find(|chunk| chunk.leads(act.leads, self.text).is_some());
        if lead.is_none() && !act.leads.has(Lead::Direct) && !phone {
            return;
        }
        // What stands behind it belongs to the topic.
        if let Some(lead) = lead.filter(|_| !act.leads.has(Lead::Direct)) {
            clause.place = clause.place.filter(|place| place.tokens.start < lead.tokens.start);
            clause.date = clause.date.filter(|date| date.tokens.start < lead.tokens.start);
        }
        // "discussed with B the situation in N": no more than behind a preposition is it where they met.
        if act.leads.has(Lead::Direct) {
            let of = |group: Option<&Group>| group.map_or(0, |group| group.at);
            let parties = of(subject).max(of(with)).max(at) + 1;
            let behind = (parties..sentence.chunks.len()).find(|next| {
                sentence.chunks.get(*next).is_some_and(|chunk| {
                    let noun = match chunk.piece {
                        Piece::Word { noun } => noun,
                        Piece::Cue(cue) => matches!(cue, Cue::TopicHead | Cue::Weight | Cue::Relation),
                        _ => false,
                    };
                    noun && chunk.clitics.is_none() && !self.is_aside(sentence, *next)
                })
            });
            let matter = behind.and_then(|next| sentence.chunks.get(next)).map(|chunk| chunk.tokens.start);
            clause.place = clause.place.filter(|place| matter.is_none_or(|matter| place.tokens.start < matter));
        }
        let mut principals = match subject {
            Some(subject) => self.group_ids(subject, None),
            None => last.into_iter().collect(),
        };
        let first = principals.first().copied();
        if let Some(group) = with {
            add_new(&mut principals, self.group_ids(group, first));
        }
        if principals.len() < 2 {
            return;
        }
        // "discussed with him in a call", "during talks": what the encounter was.
        let mut nouns = (at.saturating_sub(FAR)..clause.end).filter_map(|noun| {
            let chunk = sentence.chunks.get(noun)?;
            match chunk.piece {
                Piece::Encounter(row) => Some((noun, self.encounter(row)?)),
                Piece::Cue(Cue::Continuation) => Some((noun, self.noun_in(chunk)?)),
                _ => None,
            }
        });
        // "And in a meeting of the two on the sidelines, A discussed with B": another one than those told before.
        let anew = (0..at).any(|noun| {
            let met = sentence.chunks.get(noun).is_some_and(|chunk| match chunk.piece {
                Piece::Encounter(row) => self
                    .encounter(row)
                    .is_some_and(|noun| noun.form == EncounterForm::Noun && noun.kind == Some(MeetingKind::Meeting)),
                _ => false,
            });
            met && sentence.follows(noun, &[Cue::In, Cue::During])
        });
        let told = nouns.find_map(|(at, noun)| {
            noun.kind.filter(|kind| match kind {
                MeetingKind::Call => true,
                MeetingKind::Talks => {
                    noun.form == EncounterForm::Noun && sentence.follows(at, &[Cue::During, Cue::In, Cue::After])
                }
                _ => false,
            })
        });
        let mut event =
            self.event(told.unwrap_or(MeetingKind::Meeting), sentence, at, &clause, principals, told.is_none());
        event.by_act = told.is_none() && !anew;
        if told.is_some() {
            event.vague = false;
        }
        let kind = event.kind;
        self.settle(sentence, at, Some(event), &clause, kind);
    }

    /// Whether a word and the ordinary noun before it both have their article.
    fn is_agreeing(&self, sentence: &Sentence<'_>, at: usize) -> bool {
        let definite = |chunk: &Chunk| {
            chunk.clitics.is_none() && is_definite(Cursor::new(self.text, chunk.tokens.start, chunk.tokens.end))
        };
        let noun = sentence.preceding(at).filter(|noun| matches!(noun.piece, Piece::Word { noun: true }));
        noun.is_some_and(definite) && sentence.chunks.get(at).is_some_and(definite)
    }

    /// Whether "by telephone" stands behind a verb, near it and before another.
    fn is_by_phone(&self, sentence: &Sentence<'_>, at: usize) -> bool {
        const NEAR: usize = 6;
        let behind = sentence.chunks.get(at + 1..).unwrap_or(&[]).iter().take(NEAR);
        let mut behind =
            behind.take_while(|chunk| !matches!(chunk.piece, Piece::Verb(_) | Piece::Act(_) | Piece::Encounter(_)));
        behind.any(|chunk| matches!(chunk.piece, Piece::Cue(Cue::ByPhone)))
    }

    /// Whoever stands alone behind a verb that tells of what several do: "A reviewed the plan".
    fn alone(&mut self, sentence: &Sentence<'_>, at: usize) -> Option<PersonId> {
        match &sentence.chunks.get(at + 1)?.piece {
            Piece::People(people) if people.len() == 1 => self.people.resolve(self.text, people.first()?, None),
            _ => None,
        }
    }

    /// Who raises what an act brings in; nobody in particular when the sides do it together.
    pub(super) fn speaker(&mut self, sentence: &Sentence<'_>, at: usize, act: &ActRow) -> Option<PersonId> {
        let together = |chunk: &Chunk| matches!(chunk.piece, Piece::Cue(Cue::Parties)) && chunk.clitics.is_none();
        if act.speaker == Speaker::Joint || sentence.chunks.get(at + 1).is_some_and(together) {
            return None;
        }
        let after = sentence.chunks.get(at + 1).and_then(|chunk| match &chunk.piece {
            Piece::People(people) if chunk.clitics.is_none() => people.first(),
            Piece::Bare(person) if self.people.knows(self.text, person) => Some(person),
            _ => None,
        });
        // "the Japanese side": whoever speaks for that country.
        let side = sentence
            .chunks
            .get(at + 1)
            .filter(|chunk| matches!(chunk.piece, Piece::Cue(Cue::Side)) && chunk.clitics.preposition.is_none());
        if let Some(side) = side {
            let country = self.nationality(side.tokens.end)?;
            let principals = &self.events.last()?.principals;
            return principals
                .iter()
                .copied()
                .find(|id| self.people.get(*id).is_some_and(|person| person.country == Some(country)));
        }
        let subject = || self.subject(sentence).filter(|group| !group.bare || self.knows_all(group));
        let person = after.or_else(|| subject()?.people.first())?;
        self.people.resolve(self.text, person, None)
    }

    /// Finds where the topics of an act begin, reading encounters on the way, and reads them.
    pub(super) fn topics_after(
        &mut self,
        sentence: &mut Sentence<'_>,
        at: usize,
        act: &ActRow,
    ) -> (Vec<TopicPhrase>, usize) {
        let mut next = self.past_countries(sentence, at + 1, act);
        next = self.past_body(sentence, next, act);
        if next == at + 1 && self.is_of_a_thing(sentence, next, act) {
            return (Vec::new(), next + 1);
        }
        let mut seen_comma = false;
        while let Some(chunk) = sentence.chunks.get(next) {
            if let (Piece::People(_), true) = (&chunk.piece, chunk.clitics.is_none() && next == at + 1) {
                sentence.before = (self.mark(sentence, next) == Mark::None).then(|| Met::at(next));
                sentence.verb_since = false;
            }
            // "in the presence of" opens with a preposition that acts want.
            let presence = matches!(chunk.piece, Piece::Cue(Cue::Presence));
            if let Some(token) = chunk.leads(act.leads, self.text).filter(|_| !presence) {
                // "expressed this view the minister N": what was told before, and behind it who did.
                if self.text.any(token, |c, s| c.is_none() && s == Sense::Cue(Cue::Pointer)) {
                    return (Vec::new(), next + 1);
                }
                // "expressed to him his thanks for": the noun says what is expressed.
                let noun = sentence.chunks.get(next + 1).filter(|noun| noun.tokens.start == token);
                if act.act == Act::Expressed && noun.is_some_and(|noun| matches!(noun.piece, Piece::Act(_))) {
                    return (Vec::new(), next + 1);
                }
                let glued = token == chunk.tokens.start;
                if !glued || !self.is_addressee(sentence, next, act) {
                    let clitics = match (glued, chunk.clitics.preposition) {
                        (false, _) => Clitics::default(),
                        (true, None) => Clitics { preposition: Some(Preposition::By), ..chunk.clitics },
                        (true, Some(_)) => chunk.clitics,
                    };
                    return self.read_topics(sentence, token, clitics);
                }
            }
            match &chunk.piece {
                // "discussed with him the strike": the preposition of what is discussed, and no place.
                Piece::Cue(Cue::In) if self.follows_with_them(sentence, next) && act.leads.has(Lead::Direct) => {
                    return self.read_topics(sentence, chunk.tokens.end, Clitics::default());
                }
                Piece::Cue(Cue::Occasion) if act.act == Act::Congratulated => {
                    return self.read_topics(sentence, chunk.tokens.end, Clitics::default());
                }
                Piece::Cue(Cue::Weight | Cue::Keenness) if !chunk.clitics.conjunction => {
                    return self.read_topics(sentence, chunk.tokens.start, chunk.clitics);
                }
                Piece::Cue(Cue::That | Cue::Where | Cue::When | Cue::Plan | Cue::Background) => {
                    // "stressed, after he had congratulated them, the importance of"
                    match self.weight_behind(sentence, next, act).filter(|_| seen_comma) {
                        Some(weight) => next = weight,
                        None if matches!(chunk.piece, Piece::Cue(Cue::When)) => next += 1,
                        None => return (Vec::new(), next),
                    }
                    continue;
                }
                Piece::Cue(Cue::Presence) if chunk.clitics.preposition.is_some() => {
                    // "A pointed out, in the presence of B and C, the …"
                    let (group, after) = self.group(sentence, next + 1);
                    let present = group.map(|group| self.ids(&group.people, None)).unwrap_or_default();
                    if let Some(event) = self.event_meant().and_then(|meant| self.events.get_mut(meant)) {
                        add_new(&mut event.attendees, present);
                    }
                    next = after.max(next + 1);
                    continue;
                }
                Piece::Cue(Cue::Relative) => {
                    let end = self.relative_clause(sentence, next, &mut Clause::default()).unwrap_or(next + 1);
                    // "the talks that were held in the ministry concerned": the matter stands behind what is told of them.
                    let inside = sentence.chunks.get(next + 1..end).unwrap_or(&[]);
                    let led = |chunk: &Chunk| {
                        matches!(chunk.piece, Piece::Cue(Cue::About)) && chunk.leads(act.leads, self.text).is_some()
                    };
                    next = inside.iter().position(led).map_or(end, |led| next + 1 + led);
                    continue;
                }
                Piece::Cue(Cue::Sidelines | Cue::Framework | Cue::Occasion | Cue::Invitation | Cue::Visiting) => {
                    let (_, after) = self.occasion(sentence, next);
                    next = after;
                    continue;
                }
                Piece::Encounter(row) => {
                    let Some(word) = self.encounter(*row) else { return (Vec::new(), next) };
                    // "A meeting held today between A and B dealt with": the encounter is what the verb tells of.
                    let dealt = next == at + 1 && act.form == ActForm::Past && word.form == EncounterForm::Noun;
                    let after = if dealt && chunk.clitics.is_none() { self.noun(sentence, next, word) } else { next };
                    if after > next + 1 {
                        next = self.back_to_people(sentence, next + 1, after);
                        continue;
                    }
                    match word.form {
                        EncounterForm::Own | EncounterForm::Participle if !self.is_skipped(sentence, next) => {
                            let after = self.own(sentence, next, word);
                            // The clause may have run into the topic itself: step back to where the people end.
                            next = self.back_to_people(sentence, next + 1, after.max(next + 1));
                            next = self.past_description(sentence, next);
                            continue;
                        }
                        EncounterForm::Noun
                            if matches!(
                                sentence.chunks.get(next - 1).map(|chunk| &chunk.piece),
                                Some(Piece::Cue(Cue::During | Cue::In | Cue::After | Cue::Accredited))
                            ) =>
                        {
                            let after = self.noun(sentence, next, word);
                            next = self.back_to_people(sentence, next + 1, after.max(next + 1));
                            continue;
                        }
                        EncounterForm::Definite => {
                            if let Some(after) = self.relative_encounter(sentence, next, word) {
                                next = self.back_to_people(sentence, next + 1, after.max(next + 1));
                                continue;
                            }
                            // "the two sides discussed the agreement": whoever discussed it stands before.
                            let discussed = next > at + 1 || sentence.light.is_some();
                            if discussed
                                && act.leads.has(Lead::Direct)
                                && chunk.clitics.is_none()
                                && !self.is_aside(sentence, next)
                            {
                                return self.read_topics(sentence, chunk.tokens.start, Clitics::default());
                            }
                        }
                        // "in a meeting held yesterday at the ministry": no more of it.
                        EncounterForm::Light if self.is_of_noun(sentence, next, word) => {}
                        EncounterForm::Noun | EncounterForm::Light | EncounterForm::LightPresent
                            if act.leads.has(Lead::Direct) && chunk.clitics.is_none() =>
                        {
                            return self.read_topics(sentence, chunk.tokens.start, Clitics::default());
                        }
                        _ => {
                            if chunk.clitics.conjunction || word.form != EncounterForm::Noun {
                                return (Vec::new(), next);
                            }
                        }
                    }
                }
                // "stressed his country's keenness on", "reviewed the foremost programmes": behind a verb its letters are a noun's.
                Piece::Act(_)
                    if chunk.clitics.is_none()
                        && (self.may_open_topic(chunk)
                            || next == at + 1 && self.is_object(act, chunk)
                            || self.is_noun_of_act(sentence, next, act)) =>
                {
                    return self.read_topics(sentence, chunk.tokens.start, chunk.clitics);
                }
                Piece::Act(row) => {
                    let Some(other) = self.act(*row) else { return (Vec::new(), next) };
                    let behind = sentence.chunks.get(next + 1..).unwrap_or(&[]).iter().take(NEAR);
                    let mut leads = behind.filter(|chunk| {
                        chunk.leads(act.leads, self.text).is_some() || chunk.leads(other.leads, self.text).is_some()
                    });
                    let led = leads.next().is_some_and(|lead| lead.leads(other.leads, self.text).is_none());
                    if other.form == ActForm::Noun && chunk.clitics.is_none() && led {
                        // "the conversation turned to": what the verb wants stands behind the noun.
                    } else if other.form == ActForm::Noun && !chunk.clitics.conjunction {
                        if act.leads.has(Lead::Direct) && !other.leads.has(Lead::Direct)
                            || (act.form.is_finite() || act.form == ActForm::Noun) && chunk.clitics.is_none()
                        {
                            // "exchanged views on": the noun brings in the topic.
                            return (Vec::new(), next);
                        }
                    } else {
                        return (Vec::new(), next);
                    }
                }
                Piece::Verb(_) => match self.weight_behind(sentence, next, act).filter(|_| seen_comma) {
                    Some(weight) => {
                        next = weight;
                        continue;
                    }
                    None => return (Vec::new(), next),
                },
                // "its strong keenness on": past the adjective to the preposition that the noun wants.
                Piece::Word { .. } | Piece::Bare(_)
                    if opens_with_article(self.text.text(chunk.tokens.start))
                        && act.form == ActForm::Noun
                        && sentence.chunks.get(next + 1).is_some_and(|lead| {
                            matches!(lead.piece, Piece::Cue(_)) && lead.leads(act.leads, self.text).is_some()
                        }) => {}
                // "in Abu Dhabi (the United Arab Emirates) the cooperation": what a bracket explains is no matter.
                Piece::Mark('(') => {
                    let near = (next + NEAR).min(sentence.chunks.len());
                    next += up_to_closing(sentence.chunks.get(next + 1..near).unwrap_or(&[]), &[')']);
                }
                // "told (the newspaper) that": to whom.
                Piece::Word { .. } if self.is_particle(chunk) => {}
                Piece::Mark('«' | '"') if sentence.preceding(next).is_some_and(|before| self.is_particle(before)) => {
                    next += up_to_closing(sentence.chunks.get(next + 1..).unwrap_or(&[]), &[')', '»', '"']);
                }
                // "with a large delegation, which comprised A and B": who was there.
                Piece::Cue(Cue::DelegationList) => return (Vec::new(), next),
                Piece::Word { .. } if self.is_of_crowd(sentence, next) => {}
                Piece::Word { .. } | Piece::Place(PlacePhrase { inside: false, .. })
                    if act.leads.has(Lead::Direct)
                        && chunk.clitics.preposition.is_none()
                        && !chunk.clitics.conjunction
                        && !self.is_aside(sentence, next) =>
                {
                    // "in the grand hall, with B": an adjective alone is no topic, and one may follow.
                    let (phrases, after) = self.read_topics(sentence, chunk.tokens.start, Clitics::default());
                    if !phrases.is_empty() || !opens_with_article(self.text.text(chunk.tokens.start)) {
                        return (phrases, after);
                    }
                }
                Piece::Cue(
                    Cue::Homeland
                    | Cue::Town
                    | Cue::Crowd
                    | Cue::Letter
                    | Cue::TopicHead
                    | Cue::Field
                    | Cue::TakingPart
                    | Cue::Venue
                    | Cue::Undone
                    | Cue::Agenda
                    | Cue::Day,
                ) if act.leads.has(Lead::Direct) && chunk.clitics.is_none() && !self.is_aside(sentence, next) => {
                    return self.read_topics(sentence, chunk.tokens.start, Clitics::default());
                }
                Piece::Bare(person)
                    if act.leads.has(Lead::Direct)
                        && !self.people.knows(self.text, person)
                        && !person
                            .tokens
                            .clone()
                            .any(|at| self.text.any(at, |c, s| c.is_none() && s == Sense::Name))
                        && chunk.clitics.is_none()
                        && (seen_comma
                            || next > at + 1
                            || person.name.is_none_or(|name| self.word_count(name) < 2))
                        && !self.is_aside(sentence, next) =>
                {
                    return self.read_topics(sentence, chunk.tokens.start, Clitics::default());
                }
                Piece::Mark(mark) => {
                    let led =
                        sentence.chunks.get(next + 1).is_some_and(|chunk| chunk.leads(act.leads, self.text).is_some());
                    if *mark == ':' || *mark == '؛' && !led {
                        return (Vec::new(), next);
                    }
                    seen_comma = true;
                }
                _ => {}
            }
            next += 1;
        }
        (Vec::new(), next)
    }

    /// "in its first preparatory meeting for the exhibition": past what is said of an encounter right behind its noun.
    fn past_description(&self, sentence: &Sentence<'_>, from: usize) -> usize {
        let noun = sentence.preceding(from).is_some_and(|before| matches!(before.piece, Piece::Encounter(_)));
        let mut at = from;
        while let Some(chunk) = sentence.chunks.get(at).filter(|_| noun) {
            let word = self.text.text(chunk.tokens.start);
            let ordinal = |c: Clitics, s| c.is_none() && matches!(s, Sense::Ordinal(_));
            let adjective = matches!(chunk.piece, Piece::Word { .. })
                && chunk.clitics.is_none()
                && opens_with_article(word)
                && (is_adjective(word) || self.text.any(chunk.tokens.start, ordinal));
            let purpose =
                matches!(chunk.piece, Piece::Word { .. }) && chunk.clitics.preposition == Some(Preposition::For);
            if !adjective && !purpose {
                break;
            }
            at += 1;
            // "for the preparations of the exhibition": with what it is of.
            let genitive = sentence.chunks.get(at).is_some_and(|next| {
                matches!(next.piece, Piece::Word { .. })
                    && next.clitics.is_none()
                    && opens_with_article(self.text.text(next.tokens.start))
            });
            at += usize::from(purpose && genitive && is_construct(word));
        }
        at
    }

    /// "with a large delegation": whether a word says how large, or of whom.
    fn is_of_crowd(&self, sentence: &Sentence<'_>, at: usize) -> bool {
        let is = |back: usize, cue: Cue| {
            let chunk = at.checked_sub(back).and_then(|at| sentence.chunks.get(at));
            chunk.is_some_and(|chunk| matches!(chunk.piece, Piece::Cue(found) if found == cue))
        };
        let goes_on = sentence.chunks.get(at + 1).is_some_and(|next| match next.piece {
            Piece::Cue(cue) => cue == Cue::From,
            Piece::Word { .. } => is_adjective(self.text.text(next.tokens.start)),
            _ => false,
        });
        is(1, Cue::Crowd) && is(2, Cue::With) && goes_on
    }

    /// Whether "with him" stands right before.
    fn follows_with_them(&self, sentence: &Sentence<'_>, at: usize) -> bool {
        let with_them = |c: Clitics, s| c.is_none() && s == Sense::Cue(Cue::WithThem);
        sentence.preceding(at).is_some_and(|before| self.text.any(before.tokens.start, with_them))
    }

    /// Whether a phrase is a letter alone: a preposition that a bracket parts from its noun.
    fn is_particle(&self, chunk: &Chunk) -> bool {
        let letters = self.text.text(chunk.tokens.start).chars();
        matches!(chunk.piece, Piece::Word { .. })
            && letters.filter(|c| !crate::token::fold::is_no_letter(*c)).count() == 1
    }

    /// Where the importance of something that was stressed is told, behind the comma that closes what was put in between.
    fn weight_behind(&self, sentence: &Sentence<'_>, from: usize, act: &ActRow) -> Option<usize> {
        if act.act != Act::Stressed {
            return None;
        }
        let rest = sentence.chunks.get(from..(from + FAR).min(sentence.chunks.len()))?;
        let comma = rest.iter().position(|chunk| matches!(chunk.piece, Piece::Mark('،' | ',')))?;
        let weight = rest.get(comma + 1)?;
        (matches!(weight.piece, Piece::Cue(Cue::Weight)) && weight.clitics.is_none()).then_some(from + comma + 1)
    }

    /// "the executive committee discussed the plans": past the body that did, with the adjectives that are its own.
    fn past_body(&self, sentence: &Sentence<'_>, at: usize, act: &ActRow) -> usize {
        let is_body = |chunk: &&Chunk| {
            let token = chunk.tokens.start;
            let is_one = |c: Clitics, s| {
                c.is_none() && matches!(s, Sense::Institution { .. } | Sense::Cue(Cue::Parties | Cue::QuotedSource))
            };
            chunk.clitics.is_none()
                && matches!(chunk.piece, Piece::Word { .. } | Piece::Cue(_))
                && opens_with_article(self.text.text(token))
                && self.text.any(token, is_one)
        };
        if !act.form.is_finite()
            || sentence.light.is_some()
            || self.follows_dual(sentence, at)
            || !sentence.chunks.get(at).is_some_and(|c| is_body(&c))
        {
            return at;
        }
        // "the two sides discussed the coverage": an adjective of theirs would be no feminine.
        let feminine = |chunk: &Chunk| is_feminine(self.text.text(chunk.tokens.start));
        let body = sentence.chunks.get(at).is_some_and(feminine);
        let own = |chunk: &&Chunk| {
            let word = self.text.text(chunk.tokens.start);
            matches!(chunk.piece, Piece::Word { .. })
                && (chunk.clitics.preposition == Some(Preposition::For)
                    || chunk.clitics.is_none()
                        && opens_with_article(word)
                        && is_adjective(word)
                        && feminine(chunk) == body)
        };
        let behind = sentence.chunks.get(at + 1..).unwrap_or(&[]);
        let end = at + 1 + behind.iter().take_while(own).count();
        // "of the exhibition «N»"
        let is_mark = |chunk: &Chunk, marks: &[char]| matches!(chunk.piece, Piece::Mark(mark) if marks.contains(&mark));
        let rest = sentence.chunks.get(end..).unwrap_or(&[]);
        let quoted = rest.first().is_some_and(|chunk| is_mark(chunk, &['«', '"', '“']));
        let closing = rest.iter().skip(1).position(|chunk| is_mark(chunk, &['»', '"', '”'])).filter(|_| quoted);
        let end = closing.map_or(end, |closing| end + closing + 2);
        // "the presidency stressed the need": what one alone says may begin with any noun, but for the preposition behind it.
        let led = || sentence.chunks.get(end).is_some_and(|chunk| chunk.leads(act.leads, self.text).is_some());
        if act.speaker == Speaker::Joint || led() { end } else { at }
    }

    /// "The episode dealt with several stages": what a thing does, where its matter stands right behind it, is of no encounter.
    fn is_of_a_thing(&self, sentence: &Sentence<'_>, at: usize, act: &ActRow) -> bool {
        let definite = |chunk: &Chunk| opens_with_article(self.text.text(chunk.tokens.start));
        let thing = sentence.chunks.get(at).is_some_and(|chunk| {
            let unknown = match &chunk.piece {
                Piece::Word { .. } => true,
                Piece::Bare(person) => person.tokens.len() == 1 && !self.people.knows(self.text, person),
                _ => false,
            };
            unknown && chunk.clitics.is_none() && definite(chunk)
        });
        let matter = sentence.chunks.get(at + 1).is_some_and(|chunk| {
            let noun = matches!(chunk.piece, Piece::Word { noun: true } | Piece::Cue(Cue::TopicHead | Cue::Weight));
            noun && chunk.clitics.is_none() && !definite(chunk)
        });
        act.form.is_finite() && act.leads.has(Lead::Direct) && thing && matter
    }

    /// Whether the verb right before has two subjects in it already.
    fn follows_dual(&self, sentence: &Sentence<'_>, at: usize) -> bool {
        sentence.preceding(at).is_some_and(|verb| self.is_dual(verb))
    }

    /// "France and Egypt stressed the importance of": past the countries that did, where what they did it to stands behind them.
    fn past_countries(&self, sentence: &Sentence<'_>, at: usize, act: &ActRow) -> usize {
        let rest = sentence.chunks.get(at..).unwrap_or(&[]);
        let country = |nth: usize, chunk: &Chunk| {
            let Piece::Place(place) = &chunk.piece else { return false };
            place.is_country
                && !place.inside
                && chunk.clitics.preposition.is_none()
                && chunk.clitics.conjunction == (nth > 0)
        };
        let countries = rest.iter().enumerate().take_while(|(nth, chunk)| country(*nth, chunk)).count();
        if countries == 0 || !act.form.is_finite() || self.follows_dual(sentence, at) || sentence.light.is_some() {
            return at;
        }
        let matter = |chunk: &Chunk| {
            chunk.clitics.is_none()
                && match chunk.piece {
                    Piece::Cue(cue) => {
                        matches!(cue, Cue::Weight | Cue::Keenness | Cue::TopicHead | Cue::Attitude | Cue::During)
                    }
                    Piece::Act(_) => self.may_open_topic(chunk),
                    Piece::Word { noun } => noun && !opens_with_article(self.text.text(chunk.tokens.start)),
                    _ => false,
                }
        };
        if rest.get(countries).is_some_and(matter) { at + countries } else { at }
    }

    /// Whether a word for keenness or interest stands right before a phrase, or before its preposition.
    fn is_wanted_in(&self, phrase: &TopicPhrase) -> bool {
        const NEAR: usize = 3;
        let keen = |at| self.text.any(at, |_, s| s == Sense::Cue(Cue::Keenness));
        (phrase.tokens.start.saturating_sub(NEAR)..phrase.tokens.start).any(keen)
    }

    /// Whether "in" or "by" stands before a phrase, or is written together with it.
    fn follows_on(&self, phrase: &TopicPhrase) -> bool {
        let start = phrase.tokens.start;
        let before = |c: Clitics, s| c.is_none() && s == Sense::Cue(Cue::In);
        start.checked_sub(1).is_some_and(|token| self.text.any(token, before))
            || self.text.any(start, |c, _| c.preposition == Some(Preposition::By))
    }

    /// "dealt with the exchange of": what stands right behind a verb is no verb, where its letters are a noun's too; a noun that
    /// brings in a topic itself does so.
    fn is_object(&self, act: &ActRow, chunk: &Chunk) -> bool {
        let here = |is: &dyn Fn(Sense) -> bool| self.text.any(chunk.tokens.start, |c, s| c.is_none() && is(s));
        let brings_in = |s| matches!(s, Sense::Act(row) if self.act(row).is_some_and(|act| act.form == ActForm::Noun));
        act.form.is_finite() && act.leads.has(Lead::Direct) && here(&|s| s == Sense::Noun) && !here(&brings_in)
    }

    /// "The two sides discussed the exchange of expertise": whether what stands behind whoever did it is spelled like a perfect, and is its
    /// noun: no verb follows another without "and".
    fn is_noun_of_act(&self, sentence: &Sentence<'_>, at: usize, act: &ActRow) -> bool {
        let past = sentence.chunks.get(at).is_some_and(|chunk| match chunk.piece {
            Piece::Act(row) => self.act(row).is_some_and(|act| act.form == ActForm::Past),
            _ => false,
        });
        let behind_doer = sentence.preceding(at).is_some_and(|chunk| match chunk.piece {
            Piece::People(_) | Piece::Bare(_) | Piece::Cue(Cue::Parties) => true,
            _ => self.event_noun(chunk).is_some(),
        });
        past && behind_doer && act.form == ActForm::Past && act.leads.has(Lead::Direct)
    }

    /// Whether the letters of a verb are those of a noun too that topics begin with.
    fn may_open_topic(&self, chunk: &Chunk) -> bool {
        let opens = |_, s| matches!(s, Sense::Cue(Cue::Keenness | Cue::Weight | Cue::TopicHead));
        self.text.any(chunk.tokens.start, opens)
    }

    /// Whether a chunk behind a joined preposition is whom an act is to, "thanks to the other side for",
    /// and not what it is about.
    fn is_addressee(&self, sentence: &Sentence<'_>, at: usize, act: &ActRow) -> bool {
        let Some(chunk) = sentence.chunks.get(at) else { return false };
        let side = match &chunk.piece {
            Piece::People(_) => return true,
            Piece::Place(_) | Piece::Bare(_) | Piece::Cue(Cue::Side | Cue::Parties | Cue::Homeland) => true,
            Piece::Word { .. } => self.text.any(chunk.tokens.start, |_, s| matches!(s, Sense::Institution { .. })),
            _ => false,
        };
        let rest = sentence.chunks.get(at + 1..).unwrap_or(&[]).iter();
        side && act.leads.has(Lead::On)
            && rest
                .take_while(|chunk| {
                    !matches!(chunk.piece, Piece::Mark(_) | Piece::Act(_) | Piece::Verb(_) | Piece::Encounter(_))
                })
                .any(|chunk| matches!(chunk.piece, Piece::Cue(Cue::On)))
    }

    /// Whether a word is inside an adverb: "in his office at", "by telephone".
    pub(super) fn is_aside(&self, sentence: &Sentence<'_>, at: usize) -> bool {
        let before = sentence.preceding(at);
        // Behind a whole venue a noun without an article begins something new.
        let new = sentence.chunks.get(at).is_some_and(|chunk| {
            matches!(chunk.piece, Piece::Word { noun: true }) && is_construct(self.text.text(chunk.tokens.start))
        });
        before.is_some_and(|chunk| {
            !(new && matches!(chunk.piece, Piece::Cue(Cue::Venue)))
                && matches!(
                    chunk.piece,
                    Piece::Cue(
                        Cue::In
                            | Cue::During
                            | Cue::After
                            | Cue::With
                            | Cue::From
                            | Cue::Between
                            | Cue::Venue
                            | Cue::CompanyParty
                            | Cue::Through
                            | Cue::Until
                            | Cue::Accredited
                            | Cue::Day
                            | Cue::Side
                            | Cue::Pointer
                    )
                )
        })
    }

    /// The chunk after the last people before `end`.
    pub(super) fn back_to_people(&self, sentence: &Sentence<'_>, from: usize, end: usize) -> usize {
        let last = (from..end.min(sentence.chunks.len())).rev().find(|index| {
            sentence.chunks.get(*index).is_some_and(|chunk| {
                matches!(chunk.piece, Piece::People(_) | Piece::Date(_))
                    || matches!(&chunk.piece, Piece::Bare(person) if self.people.knows(self.text, person))
            })
        });
        last.map_or(from, |last| last + 1)
    }

    pub(super) fn read_topics(
        &mut self,
        sentence: &Sentence<'_>,
        token: usize,
        clitics: Clitics,
    ) -> (Vec<TopicPhrase>, usize) {
        // "praising what the government gives": nothing that can be named.
        if self.text.any(token, |_, s| matches!(s, Sense::Cue(Cue::That | Cue::Relative))) {
            return (Vec::new(), sentence.chunks.partition_point(|chunk| chunk.tokens.start <= token));
        }
        let (end, phrases) = topics(Cursor::new(self.text, token, sentence.cursor.end), clitics);
        (phrases, sentence.chunks.partition_point(|chunk| chunk.tokens.start < end.at))
    }
}

/// "discussed A, on Tuesday, in N, and B the": the second of two parted by when and where.
fn joined_apart<'g>(sentence: &Sentence<'_>, groups: &'g [Group]) -> Option<&'g Group> {
    let mut plain = groups.iter().filter(|group| group.mark == Mark::None && !group.bare);
    let (one, other) = (plain.next()?, plain.next()?);
    let joined = sentence.chunks.get(other.at).is_some_and(|chunk| chunk.clitics.conjunction);
    let between = sentence.chunks.get(one.at + 1..other.at)?;
    let when_and_where = |chunk: &Chunk| {
        matches!(
            chunk.piece,
            Piece::Date(_) | Piece::Place(_) | Piece::Mark('،' | ',') | Piece::Cue(Cue::In | Cue::Venue)
        )
    };
    (joined && between.iter().all(when_and_where)).then_some(other)
}

/// How many chunks it takes to a mark that closes what has been opened; none where nothing does.
fn up_to_closing(chunks: &[Chunk], marks: &[char]) -> usize {
    let closing = chunks.iter().position(|chunk| matches!(chunk.piece, Piece::Mark(mark) if marks.contains(&mark)));
    closing.map_or(0, |closing| closing + 1)
}

/// Whether one of the sides stands before a topic in its sentence, as who says it or whom it is said to.
fn is_said_by_sides(text: &Tagged<'_>, topic: usize) -> bool {
    const FAR: usize = 16;
    let ends = |at: &usize| text.token(*at).is_some_and(|token| token.is_mark('.'));
    let mut before = (topic.saturating_sub(FAR)..topic).rev().take_while(|at| !ends(at));
    before.any(|at| text.any(at, |_, s| s == Sense::Cue(Cue::Side)))
}

/// Greetings, thanks, praise and good wishes are said, but they are not what a meeting was about; what is asked for is where it names a
/// field beyond doubt.
fn is_topic(text: &Tagged<'_>, raised: &Raised) -> bool {
    // "they all took breakfast", "honouring the winners": done for courtesy, and not discussed.
    const AT_ITS_HEAD: usize = 3;
    let courtesies = |at| text.any(at, |c, s| c.is_none() && s == Sense::Cue(Cue::Courtesies));
    if raised.tokens.clone().take(AT_ITS_HEAD).any(courtesies) {
        return false;
    }
    // "all these matters": told before.
    const NAMED: usize = 2;
    let pointed = |at| text.any(at, |c, s| c.is_none() && s == Sense::Cue(Cue::Pointer));
    if raised.tokens.clone().take(NAMED).any(pointed) {
        return false;
    }
    let begins = |cue: Cue| text.any(raised.tokens.start, |c, s| c.preposition.is_none() && s == Sense::Cue(cue));
    // "which reflects well on", "in case of": no noun phrase.
    if begins(Cue::Relative) || begins(Cue::In) {
        return false;
    }
    match raised.act {
        Act::Expressed => raised.subject.is_some(),
        Act::Congratulated if raised.subject.is_some() => true,
        Act::Praised => false,
        // "thanked the Japanese side for the support given to": said from one side to the other, it is of the talks.
        Act::Thanked | Act::Congratulated => {
            is_said_by_sides(text, raised.tokens.start) && names_decidedly(text, raised.tokens.clone())
        }
        Act::Requested => names_decidedly(text, raised.tokens.clone()),
        Act::Stressed => !begins(Cue::Attitude),
        _ => true,
    }
}
