//! Sentences read for who met whom, and what was said of it.

use super::Reader;
use super::events::{Event, Raised};
use super::people::PersonId;
use super::subjects::names_decidedly;
use crate::grammar::arabic::{TopicPhrase, topics};
use crate::grammar::{Chunk, Cursor, DatePhrase, PersonPhrase, Piece, PlacePhrase, chunks, span};
use crate::lexicon::{ActForm, ActRow, Clitics, Cue, EncounterForm, EncounterRow, Lead, Number, ObjectMark, Sense, Speaker, VerbKind};
use crate::model::{Act, MeetingKind, Span, Subject};

/// How a group of people stands in its clause.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mark {
    None,
    With,
    To,
    From,
    By,
    Between,
    /// "headed by"
    Headed,
    /// "in the presence of"
    Present,
    /// "among them"
    Listed,
    /// Sent regards, represented, spoken of: not taking part.
    Aside,
}

#[derive(Debug, Clone)]
struct Group {
    people: Vec<PersonPhrase>,
    mark: Mark,
    /// The chunk it begins with.
    at: usize,
    bare: bool,
}

/// The phrases round an encounter word.
#[derive(Debug, Default)]
struct Clause {
    groups: Vec<Group>,
    date: Option<DatePhrase>,
    place: Option<PlacePhrase>,
    to_place: Option<PlacePhrase>,
    occasion: Option<Span>,
    /// Event nouns met on the way.
    nouns: Vec<u16>,
    phone: bool,
    /// Unnamed people of whom only the number or the kind is told.
    crowd: bool,
    /// Long past.
    past: bool,
    /// One after the other, not together.
    separate: bool,
    /// What was signed.
    object: Option<usize>,
    /// Where the clause begins to say what it was about.
    about: Option<usize>,
    /// The chunk after the clause.
    end: usize,
}

/// A sentence on its way through the reading.
struct Sentence<'s> {
    chunks: &'s [Chunk],
    cursor: Cursor<'s>,
    plan: bool,
    background: bool,
    quoted: bool,
    same_occasion: bool,
    continuation: bool,
    /// The group of people last met in the clause, for a verb that follows its subject.
    before: Option<Group>,
    /// The group last met behind "with".
    with: Option<Group>,
    /// Whether a verb has been met since.
    verb_since: bool,
    light: Option<u16>,
}

impl Reader<'_> {
    /// Reads one sentence of the body.
    pub(super) fn sentence(&mut self, cursor: Cursor<'_>) {
        let chunks = chunks(cursor);
        self.sentence += 1;
        if std::env::var_os("NW_TRACE").is_some() { // TRACE
            for c in &chunks { // TRACE
                let t: Vec<&str> = c.tokens.clone().map(|i| self.text.text(i)).collect(); // TRACE
                let k = match &c.piece { Piece::Encounter(r) => format!("ENC {:?} {:?}", self.encounter(*r).unwrap().form, self.encounter(*r).unwrap().kind), Piece::Act(r) => format!("ACT {:?}", self.act(*r).unwrap()), Piece::People(p) => format!("PEOPLE {}", p.iter().map(|p| format!("[{} | {}]", p.name.map_or("-", |n| &self.text.source[n.start..n.end]), p.offices.iter().map(|o| format!("{}={:?}/{:?}", &self.text.source[o.title.start..o.title.end], o.rank, o.countries)).collect::<Vec<_>>().join("; "))).collect::<String>()), Piece::Bare(_) => "BARE".into(), Piece::Date(d) => format!("DATE {:?} {:?}-{:?} {:?}", d.relative, d.month, d.day, d.weekday), Piece::Place(_) => "PLACE".into(), o => format!("{o:?}") }; // TRACE
                eprintln!("  {:<60} {} {}", t.join(" "), k, if c.clitics.is_none() { String::new() } else { format!("<{}{}{}>", if c.clitics.conjunction {"w"} else {""}, c.clitics.preposition.map_or(' ', |p| p), if c.clitics.future {"s"} else {""}) }); // TRACE
            } // TRACE
            eprintln!("----"); // TRACE
        } // TRACE
        // What goes on from a reminder is one too.
        let goes_on = matches!(chunks.first().map(|chunk| &chunk.piece), Some(Piece::Cue(Cue::Continuation)));
        let background = self.is_background(&chunks) || self.was_background && goes_on;
        self.was_background = background && chunks.iter().take(3).any(|chunk| matches!(chunk.piece, Piece::Cue(Cue::Background)));
        let mut sentence = Sentence {
            chunks: &chunks,
            cursor,
            plan: false,
            background,
            quoted: false,
            same_occasion: false,
            continuation: false,
            before: None,
            with: None,
            verb_since: false,
            light: None,
        };
        let mut at = 0;
        while let Some(chunk) = chunks.get(at) {
            let next = self.step(&mut sentence, at, chunk);
            at = next.max(at + 1);
        }
    }

    fn encounter(&self, row: u16) -> Option<&'static EncounterRow> {
        self.text.lexicon.encounters.get(row as usize)
    }

    fn act(&self, row: u16) -> Option<&'static ActRow> {
        self.text.lexicon.acts.get(row as usize)
    }

    /// "It is recalled that …", "A had met …": told, but not the news.
    fn is_background(&self, chunks: &[Chunk]) -> bool {
        let cue = |chunk: &Chunk| match chunk.piece {
            Piece::Cue(cue) => Some(cue),
            _ => None,
        };
        let first = chunks.iter().take(3).filter_map(cue);
        if first.clone().any(|cue| cue == Cue::Background) {
            return true;
        }
        let was = chunks.iter().take(3).position(|chunk| cue(chunk) == Some(Cue::Was));
        let Some(was) = was else { return false };
        let greeting = chunks.iter().skip(was).take(4).any(|chunk| cue(chunk) == Some(Cue::Greeting));
        !greeting
    }

    /// Reads one chunk; says which is next.
    fn step(&mut self, sentence: &mut Sentence<'_>, at: usize, chunk: &Chunk) -> usize {
        match &chunk.piece {
            Piece::Mark(mark) => {
                if matches!(mark, '"' | '“' | '”' | '«' | '»') {
                    // What a statement is quoted to say is told, what a person says is not.
                    let stated = !sentence.quoted && at.checked_sub(1).and_then(|before| sentence.chunks.get(before)).is_some_and(|before| matches!(before.piece, Piece::Cue(Cue::That)));
                    sentence.quoted = match mark {
                        _ if stated => false,
                        '«' | '“' => true,
                        '»' | '”' => false,
                        _ => !sentence.quoted,
                    };
                }
                at + 1
            }
            Piece::Cue(cue) => self.cue(sentence, at, *cue),
            Piece::Encounter(row) => self.encounter_word(sentence, at, *row),
            Piece::Act(row) => self.act_word(sentence, at, *row),
            Piece::People(_) | Piece::Bare(_) => {
                let (group, next) = self.group(sentence, at);
                if let Some(group) = &group {
                    // Whoever is introduced with office and name can be spoken of later by either.
                    for person in group.people.iter().filter(|person| person.name.is_some() && !person.offices.is_empty()) {
                        self.people.resolve(self.text, person, None);
                    }
                }
                match group {
                    Some(group) if matches!(group.mark, Mark::None | Mark::By) => {
                        sentence.before = Some(group);
                        sentence.verb_since = false;
                    }
                    Some(group) if group.mark == Mark::With => sentence.with = Some(group),
                    _ => {}
                }
                next
            }
            Piece::Verb(_) => {
                sentence.verb_since = true;
                if matches!(chunk.piece, Piece::Verb(VerbKind::Say)) {
                    sentence.light = None;
                }
                at + 1
            }
            Piece::Date(_) | Piece::Place(_) | Piece::Word { .. } => at + 1,
        }
    }

    fn cue(&mut self, sentence: &mut Sentence<'_>, at: usize, cue: Cue) -> usize {
        match cue {
            Cue::Plan => sentence.plan = true,
            Cue::Recall => sentence.background = true,
            Cue::Was if sentence.chunks.get(at + 1..).unwrap_or(&[]).iter().take(3).any(|chunk| matches!(chunk.piece, Piece::Cue(Cue::Had))) => sentence.background = true,
            Cue::SameOccasion => sentence.same_occasion = true,
            Cue::Continuation => sentence.continuation = true,
            Cue::Sidelines => {
                // "on the sidelines of the meeting": of the encounter just told.
                let (occasion, next) = self.occasion(sentence, at);
                if let Some(occasion) = occasion {
                    return self.occasion_first(sentence, occasion, next);
                }
            }
            Cue::Presence | Cue::Company | Cue::Greeting | Cue::DelegationList => {
                if !sentence.plan && !sentence.background {
                    return self.attendance(sentence, at);
                }
            }
            Cue::Relative => return at + 1,
            _ => {}
        }
        at + 1
    }

    /// An occasion told before its encounter: kept for the clause that follows.
    fn occasion_first(&mut self, sentence: &mut Sentence<'_>, occasion: Span, next: usize) -> usize {
        let refers = sentence.chunks.iter().take(next).any(|chunk| match chunk.piece {
            Piece::Encounter(row) => self.encounter(row).is_some_and(|word| word.form == EncounterForm::Definite && word.kind != Some(MeetingKind::Visit)),
            _ => false,
        });
        if refers {
            sentence.same_occasion = true;
        }
        self.pending_occasion = Some(occasion);
        next
    }

    /// Whether a word at a place is in a relative clause: "who visited", "which he held".
    fn is_relative(&self, sentence: &Sentence<'_>, at: usize) -> bool {
        at.checked_sub(1).and_then(|before| sentence.chunks.get(before)).is_some_and(|chunk| matches!(chunk.piece, Piece::Cue(Cue::Relative | Cue::When)))
    }

    fn is_skipped(&self, sentence: &Sentence<'_>, at: usize) -> bool {
        let future = sentence.chunks.get(at).is_some_and(|chunk| chunk.clitics.future);
        let negated = at.checked_sub(1).and_then(|before| sentence.chunks.get(before)).is_some_and(|chunk| matches!(chunk.piece, Piece::Cue(Cue::Negation)));
        sentence.plan || sentence.background || future || negated
    }

    // ---- encounters -------------------------------------------------------------------------

    fn encounter_word(&mut self, sentence: &mut Sentence<'_>, at: usize, row: u16) -> usize {
        let Some(word) = self.encounter(row) else { return at + 1 };
        if self.is_of_noun(sentence, at, word) {
            return at + 1;
        }
        if self.is_skipped(sentence, at) || sentence.quoted {
            if word.form != EncounterForm::Definite && word.form != EncounterForm::Noun {
                sentence.plan |= sentence.chunks.get(at).is_some_and(|chunk| chunk.clitics.future);
            }
            return at + 1;
        }
        if self.is_relative(sentence, at) && word.form != EncounterForm::Definite {
            return at + 1;
        }
        match word.form {
            // The news is told in the past; the present tells of what goes on or is to come.
            EncounterForm::Present => at + 1,
            EncounterForm::Past => self.finite(sentence, at, word),
            EncounterForm::Light | EncounterForm::LightPresent => self.light(sentence, at, word, row),
            EncounterForm::Own => self.own(sentence, at, word),
            EncounterForm::Noun => self.noun(sentence, at, word),
            EncounterForm::Participle => self.own(sentence, at, word),
            EncounterForm::Definite => self.assembly(sentence, at, word),
        }
    }

    /// "The work of the conference began, under the chairmanship of A, with B and C taking part."
    fn assembly(&mut self, sentence: &mut Sentence<'_>, at: usize, word: &EncounterRow) -> usize {
        if word.kind != Some(MeetingKind::Conference) || self.events.last().is_some_and(|event| event.kind == MeetingKind::Conference) {
            return at + 1;
        }
        let mut clause = self.clause(sentence, at + 1);
        if !clause.groups.iter().any(|group| matches!(group.mark, Mark::Headed | Mark::Listed)) {
            return at + 1;
        }
        clause.groups.retain(|group| matches!(group.mark, Mark::Headed | Mark::Listed | Mark::Present) && group.people.iter().any(|person| person.name.is_some()));
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

    /// "a meeting held in": a light verb right behind its noun says no more.
    fn is_of_noun(&self, sentence: &Sentence<'_>, at: usize, word: &EncounterRow) -> bool {
        let before = at.checked_sub(1).and_then(|before| sentence.chunks.get(before)).is_some_and(|chunk| match chunk.piece {
            Piece::Encounter(row) => self.encounter(row).is_some_and(|word| word.form == EncounterForm::Noun),
            _ => false,
        });
        before && word.form == EncounterForm::Light && sentence.chunks.get(at).is_some_and(|chunk| chunk.clitics.is_none())
    }

    /// `VERB A [T] [P] [مع] B`
    fn finite(&mut self, sentence: &mut Sentence<'_>, at: usize, word: &EncounterRow) -> usize {
        let clause = self.clause(sentence, at + 1);
        let Some(kind) = word.kind else { return at + 1 };
        let end = clause.end;
        let subject_before = sentence.before.clone().filter(|group| !sentence.verb_since && group.at < at && self.is_adjacent(sentence, group, at));
        let event = match kind {
            MeetingKind::Visit => {
                // "the second plane arrived": a noun behind the verb is its subject.
                let behind = sentence.chunks.get(at + 1..).unwrap_or(&[]).iter().find(|chunk| !matches!(chunk.piece, Piece::Mark(_) | Piece::Date(_) | Piece::Bare(_)) && chunk.clitics.preposition.is_none());
                let noun_next = matches!(behind.map(|chunk| &chunk.piece), Some(Piece::Word { .. } | Piece::Cue(Cue::Crowd | Cue::TopicHead | Cue::CompanyParty)));
                let subject_before = subject_before.filter(|_| !noun_next);
                // "ended his visit and left": the subject is the last verb's.
                let joined = sentence.chunks.get(at).is_some_and(|chunk| chunk.clitics.conjunction);
                let before = subject_before.or_else(|| sentence.before.clone().filter(|group| joined && !group.bare && !noun_next));
                self.visit(sentence, &clause, before)
            }
            // What was signed must be told: the same verb says that something happened.
            MeetingKind::Signing => self.joint(sentence, kind, &clause, subject_before).filter(|event| {
                let met = |id: &PersonId| self.events.iter().any(|known| known.principals.contains(id));
                let told = sentence.chunks.get(..at).unwrap_or(&[]).iter().any(|chunk| matches!(chunk.piece, Piece::Encounter(row) if self.encounter(row).is_some_and(|word| word.kind == Some(MeetingKind::Signing) && word.form == EncounterForm::Noun)));
                clause.object.is_some() || told || event.principals.iter().all(met)
            }),
            MeetingKind::Conference => {
                self.takes_part(&clause);
                None
            }
            // "congratulated" may be said of anybody; a cable or a letter is one.
            MeetingKind::Message => self.message(sentence, &clause, subject_before).map(|event| Event { vague: word.object.has(ObjectMark::Direct), ..event }),
            _ => self.encounter_of(sentence, kind, word, &clause, subject_before),
        };
        if event.is_none() && kind == MeetingKind::Message {
            // "congratulated": without anybody it is to, no message but something said.
            let act = sentence.chunks.get(at).and_then(|chunk| {
                self.text.find(chunk.tokens.start, |_, s| match s {
                    Sense::Act(row) => Some(row),
                    _ => None,
                })
            });
            if let Some((row, _, _)) = act {
                return self.act_word(sentence, at, row);
            }
        }
        let next = self.settle(sentence, at, event, &clause, kind);
        sentence.verb_since = true;
        next.unwrap_or(end)
    }

    /// Whether a group stands right before a verb, with nothing between but adverbs.
    fn is_adjacent(&self, sentence: &Sentence<'_>, group: &Group, at: usize) -> bool {
        sentence.chunks.get(group.at..at).unwrap_or(&[]).iter().all(|chunk| {
            !matches!(chunk.piece, Piece::Encounter(_) | Piece::Act(_) | Piece::Verb(_) | Piece::Cue(Cue::That | Cue::Where | Cue::Relative))
        })
    }

    /// A light verb: an encounter when an event noun is in its clause.
    fn light(&mut self, sentence: &mut Sentence<'_>, at: usize, word: &EncounterRow, row: u16) -> usize {
        let clause = self.clause(sentence, at + 1);
        let nouns = || clause.nouns.iter().filter_map(|noun| self.encounter(*noun));
        let noun = nouns().find(|noun| noun.form == EncounterForm::Noun && noun.kind.is_some());
        // "the meeting of the foreign ministers was held": several offices own the event.
        let assembly = noun.is_none()
            && nouns().any(|noun| noun.form == EncounterForm::Definite)
            && clause.groups.iter().any(|group| group.mark == Mark::To && group.people.iter().any(|person| person.offices.iter().any(|office| office.countries.len() > 1 || office.number == Number::Many)) || group.mark == Mark::Headed || group.people.len() >= 3);
        if assembly {
            let event = self.conference(sentence, &clause);
            let end = clause.end;
            return self.settle(sentence, at, event, &clause, MeetingKind::Conference).unwrap_or(end);
        }
        let Some(noun) = noun else {
            sentence.light = Some(row);
            let refers = clause.nouns.iter().filter_map(|noun| self.encounter(*noun)).any(|noun| noun.form == EncounterForm::Definite);
            if refers && clause.groups.iter().all(|group| group.mark != Mark::With && group.mark != Mark::Between) {
                self.add_circumstances(sentence, &clause);
            }
            return at + 1;
        };
        let Some(kind) = noun.kind.or(word.kind) else { return at + 1 };
        // A meeting of many ministers is a conference.
        let many = clause.groups.iter().any(|group| group.mark == Mark::None && group.people.iter().all(|person| person.name.is_none() && person.offices.iter().any(|office| office.number == Number::Many && !office.definite)));
        let kind = if many && kind == MeetingKind::Meeting { MeetingKind::Conference } else { kind };
        if word.form == EncounterForm::LightPresent && kind != MeetingKind::Visit {
            return at + 1;
        }
        let end = clause.end;
        let before = sentence.before.clone().filter(|group| !sentence.verb_since && group.at < at && self.is_adjacent(sentence, group, at));
        let event = match kind {
            MeetingKind::Visit => self.visit(sentence, &clause, before),
            MeetingKind::Message => self.message(sentence, &clause, before),
            MeetingKind::Conference => self.conference(sentence, &clause),
            MeetingKind::Signing | MeetingKind::Credentials => self.joint(sentence, kind, &clause, before),
            _ => self.encounter_of(sentence, kind, noun, &clause, before),
        };
        let next = self.settle(sentence, at, event, &clause, kind);
        sentence.verb_since = true;
        sentence.light = None;
        next.unwrap_or(end)
    }

    /// "his reception of B", "their meeting": the owner is whoever the clause is about.
    fn own(&mut self, sentence: &mut Sentence<'_>, at: usize, word: &EncounterRow) -> usize {
        let Some(kind) = word.kind else { return at + 1 };
        if matches!(kind, MeetingKind::Visit | MeetingKind::Message | MeetingKind::Signing | MeetingKind::Conference | MeetingKind::Credentials) {
            return at + 1;
        }
        let clause = self.clause(sentence, at + 1);
        let objects: Vec<&Group> = clause.groups.iter().filter(|group| matches!(group.mark, Mark::None | Mark::With | Mark::By)).collect();
        // "reached an agreement with B during their meeting": the other side stands before.
        let with = sentence.with.clone();
        let Some(object) = objects.first().copied().or(with.as_ref()) else { return at + 1 };
        if object.bare && !object.people.iter().all(|person| self.people.knows(self.text, person)) && sentence.before.is_none() {
            return at + 1;
        }
        let owner = sentence.before.clone().filter(|group| !group.bare || self.knows_all(group));
        let subject = match owner {
            Some(group) => self.ids(&group.people, None),
            None => self.people.last_subject.into_iter().collect(),
        };
        let first = subject.first().copied();
        let others = self.ids(&object.people.clone(), first);
        let mut principals = subject;
        for id in others {
            if !principals.contains(&id) {
                principals.push(id);
            }
        }
        if principals.len() < 2 {
            return at + 1;
        }
        let mut event = self.event(kind, sentence, at, &clause, principals, word_is_vague(kind));
        // Told in passing, an encounter with nobody in particular is none.
        event.crowd = false;
        let end = clause.end;
        self.settle(sentence, at, Some(event), &clause, kind).unwrap_or(end)
    }

    /// `لقاء A [مع] B`, `استقبال A B` without a verb of its own.
    fn noun(&mut self, sentence: &mut Sentence<'_>, at: usize, word: &EncounterRow) -> usize {
        let Some(kind) = word.kind else { return at + 1 };
        let before = at.checked_sub(1).and_then(|before| sentence.chunks.get(before));
        let introduced = before.is_some_and(|chunk| matches!(chunk.piece, Piece::Cue(Cue::During | Cue::In | Cue::After | Cue::Accredited))) || sentence.chunks.get(at).is_some_and(|chunk| chunk.clitics.preposition == Some('ب'));
        if !introduced || matches!(kind, MeetingKind::Visit | MeetingKind::Message | MeetingKind::Signing | MeetingKind::Credentials | MeetingKind::Conference) {
            return at + 1;
        }
        let clause = self.clause(sentence, at + 1);
        let owner = sentence.before.clone().filter(|group| !group.bare || self.knows_all(group)).filter(|_| clause.groups.iter().all(|group| group.mark != Mark::None));
        let event = self.encounter_of(sentence, kind, word, &clause, owner).or_else(|| {
            // "in a meeting with B": of whoever the sentence is about.
            let object = clause.groups.iter().find(|group| group.mark == Mark::With)?.people.clone();
            let owner = sentence.before.clone().filter(|group| !group.bare || self.knows_all(group))?;
            let mut principals = self.ids(&owner.people, None);
            let first = principals.first().copied();
            principals.extend(self.ids(&object, first));
            Some(self.event(kind, sentence, at, &clause, principals, word_is_vague(kind)))
        });
        if event.as_ref().is_none_or(|event| event.principals.len() < 2) {
            return at + 1;
        }
        let end = clause.end;
        self.settle(sentence, at, event, &clause, kind).unwrap_or(end)
    }

    fn knows_all(&self, group: &Group) -> bool {
        group.people.iter().all(|person| self.people.knows(self.text, person))
    }

    fn ids(&mut self, people: &[PersonPhrase], subject: Option<PersonId>) -> Vec<PersonId> {
        let mut ids = Vec::with_capacity(people.len());
        for person in people {
            if let Some(sides) = self.sides_meant(person) {
                ids.extend(sides);
                continue;
            }
            if let Some(id) = self.people.resolve(self.text, person, subject) {
                if !ids.contains(&id) {
                    ids.push(id);
                }
            }
        }
        ids
    }

    /// "The two ministers": the sides of the encounter just told who are ministers.
    fn sides_meant(&self, person: &PersonPhrase) -> Option<Vec<PersonId>> {
        let office = person.offices.first()?;
        if person.name.is_some() || office.number == Number::One || !office.definite || !office.countries.is_empty() {
            return None;
        }
        let event = self.events.last()?;
        let fitting: Vec<PersonId> = event.principals.iter().copied().filter(|id| self.people.get(*id).is_some_and(|known| known.same_rank(office))).collect();
        if fitting.len() >= 2 { Some(fitting) } else { Some(event.principals.clone()).filter(|all| all.len() >= 2) }
    }

    /// Resolves a group in a core place of an encounter, where even a bare name is somebody.
    fn group_ids(&mut self, group: &Group, subject: Option<PersonId>) -> Vec<PersonId> {
        if group.bare && !self.knows_all(group) {
            // Nobody has introduced them: at least one word must be known to be a name.
            let strong = group.people.iter().all(|person| person.name.is_some_and(|name| self.word_count(name) >= 2) && person.tokens.clone().any(|at| self.text.any(at, |c, s| c.at_most_conjunction() && s == Sense::Name)));
            if !strong {
                return Vec::new();
            }
        }
        let mut ids: Vec<PersonId> = Vec::new();
        for person in &group.people {
            if let Some(sides) = self.sides_meant(person) {
                ids.extend(sides.into_iter().filter(|id| Some(*id) != subject));
                continue;
            }
            // "A and his counterpart B": the counterpart is A's.
            let of = ids.first().copied().or(subject);
            if let Some(id) = self.people.resolve(self.text, person, of) {
                if !ids.contains(&id) {
                    ids.push(id);
                }
            }
        }
        ids
    }

    fn word_count(&self, name: Span) -> usize {
        self.text.source.get(name.start..name.end).map_or(0, |name| name.split_whitespace().count())
    }

    fn event(&self, kind: MeetingKind, sentence: &Sentence<'_>, at: usize, clause: &Clause, principals: Vec<PersonId>, vague: bool) -> Event {
        let from = sentence.chunks.get(at).map_or(sentence.cursor.at, |chunk| chunk.tokens.start);
        let to = sentence.chunks.get(clause.end.saturating_sub(1)).map_or(sentence.cursor.end, |chunk| chunk.tokens.end);
        Event {
            kind: if clause.phone && vague { MeetingKind::Call } else { kind },
            span: span(self.text, from..to.max(from + 1), Clitics::default()),
            date: clause.date.clone().filter(|date| !date.ahead),
            place: clause.place.clone(),
            occasion: clause.occasion,
            principals,
            attendees: Vec::new(),
            topics: Vec::new(),
            source: None,
            vague: vague && !clause.phone,
            by_act: false,
            crowd: clause.crowd,
        }
    }

    /// Reception, meeting, call, talks: two sides.
    fn encounter_of(&mut self, sentence: &Sentence<'_>, kind: MeetingKind, word: &EncounterRow, clause: &Clause, before: Option<Group>) -> Option<Event> {
        let plain: Vec<&Group> = clause.groups.iter().filter(|group| group.mark == Mark::None).collect();
        let marked = clause.groups.iter().find(|group| match group.mark {
            Mark::With => true,
            Mark::By => word.object.has(ObjectMark::By) || word.form == EncounterForm::Light,
            Mark::From => word.object.has(ObjectMark::From),
            Mark::To => word.object.has(ObjectMark::To),
            _ => false,
        });
        let between = clause.groups.iter().find(|group| group.mark == Mark::Between);
        let headed = clause.groups.iter().find(|group| group.mark == Mark::Headed);
        let direct = word.object.has(ObjectMark::Direct);
        let (subject, object): (Option<Group>, Option<Group>) = if let Some(between) = between {
            (Some(between.clone()), None)
        } else if let Some(marked) = marked {
            let subject = plain.first().filter(|group| !group.bare || before.is_none()).map(|group| (*group).clone()).or(before);
            (subject, Some(marked.clone()))
        } else if direct && plain.len() >= 2 {
            (plain.first().map(|group| (*group).clone()), plain.get(1).map(|group| (*group).clone()))
        } else if direct && plain.len() == 1 && before.is_some() {
            (before, plain.first().map(|group| (*group).clone()))
        } else if let Some(group) = plain.first() {
            // A verb without a subject of its own goes on with the last one.
            let alone = group.people.len() == 1;
            let continues = direct && alone && headed.is_none() && self.people.last_subject.is_some();
            if continues && !group.people.iter().any(|person| person.reference) && sentence.continuation_or_same() {
                let subject = self.people.last_subject;
                let mut principals: Vec<PersonId> = subject.into_iter().collect();
                principals.extend(self.group_ids(group, subject).into_iter().filter(|id| Some(*id) != subject));
                return Some(self.event(kind, sentence, group.at.saturating_sub(1), clause, principals, word_is_vague(kind)));
            }
            (Some((*group).clone()), headed.cloned())
        } else {
            (before, headed.cloned())
        };
        let mut principals: Vec<PersonId> = Vec::new();
        if let Some(group) = &subject {
            principals.extend(self.group_ids(group, None));
        } else if object.is_some() {
            principals.extend(self.people.last_subject);
        }
        let first = principals.first().copied();
        if let Some(group) = &object {
            for id in self.group_ids(group, first) {
                if !principals.contains(&id) {
                    principals.push(id);
                }
            }
        }
        if principals.is_empty() {
            return None;
        }
        let at = subject.as_ref().or(object.as_ref()).map_or(0, |group| group.at).min(clause.end);
        let mut event = self.event(kind, sentence, at, clause, principals, word_is_vague(kind));
        // An event noun in the verb's clause says more than the verb.
        if let Some(noun) = clause.nouns.iter().filter_map(|noun| self.encounter(*noun)).find(|noun| noun.form == EncounterForm::Noun) {
            if let Some(kind) = noun.kind.filter(|kind| matches!(kind, MeetingKind::Call | MeetingKind::Talks) && event.vague) {
                event.kind = kind;
                event.vague = false;
            }
        }
        Some(event)
    }

    /// Signing and credentials: everybody on either side of the verb.
    fn joint(&mut self, sentence: &Sentence<'_>, kind: MeetingKind, clause: &Clause, before: Option<Group>) -> Option<Event> {
        let mut principals: Vec<PersonId> = Vec::new();
        let plain = clause.groups.iter().filter(|group| matches!(group.mark, Mark::None | Mark::With | Mark::To | Mark::Between | Mark::From));
        let mut groups: Vec<Group> = plain.cloned().collect();
        if let Some(before) = before {
            groups.insert(0, before);
        }
        for group in &groups {
            let first = principals.first().copied();
            for id in self.group_ids(group, first) {
                if !principals.contains(&id) {
                    principals.push(id);
                }
            }
        }
        if principals.is_empty() {
            if kind == MeetingKind::Signing {
                // "the two ministers signed": the sides of the encounter just told.
                principals = self.events.last().map(|event| event.principals.clone()).filter(|_| self.parties_between(sentence, clause))?;
            } else {
                return None;
            }
        }
        let at = groups.first().map_or(clause.end, |group| group.at).saturating_sub(1);
        Some(self.event(kind, sentence, at, clause, principals, false))
    }

    /// Whether "the two sides" stands in a clause.
    fn parties_between(&self, sentence: &Sentence<'_>, clause: &Clause) -> bool {
        sentence.chunks.get(..clause.end).unwrap_or(&[]).iter().any(|chunk| matches!(chunk.piece, Piece::Cue(Cue::Parties)))
    }

    fn message(&mut self, sentence: &Sentence<'_>, clause: &Clause, before: Option<Group>) -> Option<Event> {
        let plain = clause.groups.iter().find(|group| group.mark == Mark::None).cloned();
        let to = clause.groups.iter().find(|group| group.mark == Mark::To).cloned();
        let from = clause.groups.iter().find(|group| group.mark == Mark::From).cloned();
        let second = clause.groups.iter().filter(|group| group.mark == Mark::None).nth(1).cloned();
        // "A handed B a letter from C": the sender is not there, and who carried it is no side.
        let (sender, receiver) = match (plain.or(before), to, from, second) {
            (Some(_), None, Some(from), Some(second)) => (Some(from), Some(second)),
            (Some(plain), None, Some(from), None) => (Some(from), Some(plain)),
            (plain, to, from, second) => (plain, to.or(from).or(second)),
        };
        let mut principals: Vec<PersonId> = Vec::new();
        if let Some(group) = &sender {
            principals.extend(self.group_ids(group, None));
        }
        if let Some(group) = &receiver {
            let first = principals.first().copied();
            for id in self.group_ids(group, first) {
                if !principals.contains(&id) {
                    principals.push(id);
                }
            }
        }
        if sender.is_none() {
            // "he also cabled": whoever did the last thing told.
            principals.extend(self.people.last_subject);
        }
        if principals.is_empty() || sender.is_none() && (principals.len() < 2 || !sentence.continuation_or_same()) {
            return None;
        }
        let at = sender.as_ref().map_or(0, |group| group.at).saturating_sub(1);
        Some(self.event(MeetingKind::Message, sentence, at, clause, principals, false))
    }

    /// "A and B took part in the meeting": in the conference just told.
    fn takes_part(&mut self, clause: &Clause) {
        if self.events.last().is_none_or(|event| event.kind != MeetingKind::Conference) {
            return;
        }
        let groups: Vec<Group> = clause.groups.iter().filter(|group| matches!(group.mark, Mark::None | Mark::Listed | Mark::From | Mark::Headed)).cloned().collect();
        for group in &groups {
            let ids = self.group_ids(group, None);
            if let Some(event) = self.events.last_mut() {
                event.principals.extend(ids.into_iter().filter(|id| !event.principals.contains(id)).collect::<Vec<_>>());
            }
        }
    }

    fn conference(&mut self, sentence: &Sentence<'_>, clause: &Clause) -> Option<Event> {
        let mut principals: Vec<PersonId> = Vec::new();
        let groups: Vec<Group> = clause.groups.iter().filter(|group| !matches!(group.mark, Mark::Aside | Mark::Present)).cloned().collect();
        for group in &groups {
            for id in self.group_ids(group, None) {
                if !principals.contains(&id) {
                    principals.push(id);
                }
            }
        }
        if principals.is_empty() {
            return None;
        }
        let at = groups.first().map_or(0, |group| group.at);
        Some(self.event(MeetingKind::Conference, sentence, at, clause, principals, false))
    }

    fn visit(&mut self, sentence: &Sentence<'_>, clause: &Clause, before: Option<Group>) -> Option<Event> {
        let traveller = clause.groups.iter().find(|group| group.mark == Mark::None || group.mark == Mark::Headed && clause.crowd).cloned().or(before)?;
        if traveller.bare && !self.knows_all(&traveller) {
            return None;
        }
        let principals = self.group_ids(&traveller, None);
        if principals.is_empty() {
            return None;
        }
        let mut event = self.event(MeetingKind::Visit, sentence, traveller.at.saturating_sub(1), clause, principals, false);
        event.place = clause.to_place.clone().or(event.place);
        Some(event)
    }

    /// Takes an event in: a new one, or more of one already told. Then reads what its clause says of
    /// attendance. Gives the chunk to go on with.
    fn settle(&mut self, sentence: &mut Sentence<'_>, at: usize, event: Option<Event>, clause: &Clause, kind: MeetingKind) -> Option<usize> {
        let mut event = event.filter(|_| !clause.past)?;
        // A tour of the sights after the talks is no visit of its own.
        if kind == MeetingKind::Visit && !self.events.is_empty() && event.place.is_none() {
            return None;
        }
        // Good wishes in a conversation are part of it; a letter handed over is not.
        let letter = clause.nouns.iter().filter_map(|noun| self.encounter(*noun)).any(|noun| noun.kind == Some(MeetingKind::Message));
        if kind == MeetingKind::Message && !letter && self.events.last().is_some_and(|known| known.kind != MeetingKind::Message && event.principals.iter().all(|id| known.principals.contains(id))) {
            return None;
        }
        if event.occasion.is_none() {
            event.occasion = self.pending_occasion.take();
        } else {
            self.pending_occasion = None;
        }
        let present: Vec<Group> = clause.groups.iter().filter(|group| group.mark == Mark::Present || group.mark == Mark::Listed && kind != MeetingKind::Conference).cloned().collect();
        for group in &present {
            let ids = self.group_ids(group, None);
            event.attendees.extend(ids);
        }
        // Whoever sent a letter that was handed over is not there to be spoken of.
        let absent = kind == MeetingKind::Message && clause.groups.iter().any(|group| group.mark == Mark::From);
        self.people.last_subject = event.principals.get(usize::from(absent)).copied().or(self.people.last_subject);
        self.people.last_object = event.principals.get(1).copied().or(self.people.last_object);
        if kind == MeetingKind::Message {
            self.message_topic(sentence, &mut event);
        }
        // "they also discussed": the same people, no other day, and no word for another encounter.
        let goes_on = event.by_act && event.date.is_none() && self.events.last().is_some_and(|known| event.principals.len() >= 2 && event.principals.iter().all(|id| known.principals.contains(id)));
        let again = if goes_on {
            self.events.len().checked_sub(1)
        } else if sentence.same_occasion || sentence.continuation && event.kind != MeetingKind::Visit {
            None
        } else {
            self.events.iter().rposition(|known| known.is_same(&event))
        };
        self.look_back(sentence, at, &mut event);
        if event.date.is_none() && (sentence.same_occasion || kind == MeetingKind::Signing && !self.events.is_empty()) {
            event.date = self.events.last().and_then(|known| known.date.clone());
        }
        if event.date.as_ref().is_some_and(|date| date.same_day && !date.is_calendar_day()) {
            event.date = self.events.last().and_then(|known| known.date.clone());
        }
        if self.sentence <= self.pending_since + 1 {
            event.topics.append(&mut self.pending_topics);
        }
        self.pending_topics.clear();
        if kind == MeetingKind::Message && event.topics.is_empty() {
            self.condoled(sentence, clause, &mut event);
        }
        match again.and_then(|index| self.events.get_mut(index)) {
            Some(known) => known.absorb(event),
            None if clause.separate && event.principals.len() > 2 && matches!(event.kind, MeetingKind::Meeting | MeetingKind::Reception | MeetingKind::Talks | MeetingKind::Call) => {
                let host = event.principals.first().copied();
                for guest in event.principals.iter().skip(1) {
                    let principals = host.into_iter().chain([*guest]).collect();
                    self.events.push(Event { principals, ..event.clone() });
                }
            }
            None => self.events.push(event),
        }
        sentence.same_occasion = false;
        self.matter(sentence, clause, kind)
    }

    /// What a clause says itself of the matter: "talks with B on …", "signed an agreement on …".
    fn matter(&mut self, sentence: &Sentence<'_>, clause: &Clause, kind: MeetingKind) -> Option<usize> {
        let start = match kind {
            MeetingKind::Signing => clause.object.or(clause.about)?,
            MeetingKind::Message => return None,
            _ => clause.about?,
        };
        let token = sentence.chunks.get(start)?.tokens.start;
        let (phrases, next) = self.read_topics(sentence, token, Clitics::default());
        let act = if kind == MeetingKind::Signing { Act::Agreed } else { Act::Discussed };
        let event = self.events.last_mut()?;
        event.topics.extend(phrases.into_iter().map(|phrase| Raised { tokens: phrase.tokens, span: phrase.span, act, by: None, subject: None }));
        Some(next)
    }

    /// When and where, told before the verb: "On 17 January the minister met …".
    fn look_back(&self, sentence: &Sentence<'_>, at: usize, event: &mut Event) {
        for (index, chunk) in sentence.chunks.get(..at).unwrap_or(&[]).iter().enumerate().rev() {
            match &chunk.piece {
                Piece::Date(date) if event.date.is_none() && !date.ahead => event.date = Some(date.clone()),
                Piece::Place(place) if event.place.is_none() && place.inside && !place.is_country => event.place = Some(place.clone()),
                Piece::Encounter(row) if self.encounter(*row).is_some_and(|word| word.form.is_finite()) => return,
                Piece::Act(row) if self.act(*row).is_some_and(|act| act.form.is_finite()) && index + 1 < at => return,
                Piece::Verb(kind) if *kind != VerbKind::Weak => return,
                Piece::Cue(Cue::That | Cue::Where) => return,
                _ => {}
            }
        }
    }

    /// "condolences on the victims of": what the message is about stands behind whom it is to.
    fn condoled(&mut self, sentence: &Sentence<'_>, clause: &Clause, event: &mut Event) {
        if !sentence.chunks.iter().any(|chunk| matches!(chunk.piece, Piece::Cue(Cue::Condolence)) || self.text.any(chunk.tokens.end.saturating_sub(1), |_, s| s == Sense::Cue(Cue::Condolence)) || chunk.tokens.clone().any(|at| self.text.any(at, |_, s| s == Sense::Cue(Cue::Condolence)))) {
            return;
        }
        let Some(last) = clause.groups.iter().map(|group| group.at).max() else { return };
        let found = (last + 1..clause.end.min(sentence.chunks.len())).find(|index| {
            sentence.chunks.get(*index).is_some_and(|chunk| matches!(chunk.piece, Piece::Cue(Cue::In | Cue::After)) || chunk.clitics.preposition == Some('ب') && matches!(chunk.piece, Piece::Word { .. }))
        });
        let Some(start) = found else { return };
        let (span_found, next) = self.occasion(sentence, start);
        let Some(phrase) = span_found else { return };
        let Some(chunk) = sentence.chunks.get(start) else { return };
        let glued = matches!(chunk.piece, Piece::Word { .. });
        let from = if glued { chunk.tokens.start } else { chunk.tokens.end };
        let to = sentence.chunks.get(next - 1).map_or(from, |chunk| chunk.tokens.end);
        if to <= from + 1 {
            return;
        }
        if matches!(chunk.piece, Piece::Cue(Cue::After)) {
            event.occasion = Some(phrase);
        }
        event.topics.push(Raised {
            tokens: from..to,
            span: span(self.text, from..to, if glued { chunk.clitics } else { Clitics::default() }),
            act: Act::Expressed,
            by: event.principals.first().copied(),
            subject: Some(Subject::Other),
        });
    }

    /// A message is about its occasion.
    fn message_topic(&self, sentence: &Sentence<'_>, event: &mut Event) {
        let Some(occasion) = event.occasion else { return };
        let tokens = tokens_of(self.text, occasion, sentence.cursor);
        let condolence = sentence.chunks.iter().any(|chunk| matches!(chunk.piece, Piece::Cue(Cue::Condolence)));
        // The bare noun phrase: what introduces the occasion is left out.
        let start = tokens.start + usize::from(Cursor::new(self.text, tokens.start, tokens.end).any(|_, s| matches!(s, crate::lexicon::Sense::Cue(Cue::Occasion | Cue::After | Cue::In))));
        if start >= tokens.end {
            return;
        }
        event.topics.push(Raised {
            tokens: start..tokens.end,
            span: span(self.text, start..tokens.end, Clitics::default()),
            act: if condolence { Act::Expressed } else { Act::Congratulated },
            by: event.principals.first().copied(),
            subject: Some(if condolence { Subject::Other } else { Subject::BilateralRelations }),
        });
    }

    /// "The meeting was held yesterday in …": more of the encounter just told.
    fn add_circumstances(&mut self, sentence: &Sentence<'_>, clause: &Clause) {
        if sentence.plan || sentence.background {
            return;
        }
        let present: Vec<Group> = clause.groups.iter().filter(|group| group.mark == Mark::Present).cloned().collect();
        let mut attendees = Vec::new();
        for group in &present {
            attendees.extend(self.group_ids(group, None));
        }
        if let Some(event) = self.events.last_mut() {
            if event.date.is_none() {
                event.date = clause.date.clone();
            }
            if event.place.is_none() {
                event.place = clause.place.clone();
            }
            event.attendees.extend(attendees);
        }
    }

    // ---- the clause -------------------------------------------------------------------------

    /// Gathers the phrases from a chunk on to the end of the clause.
    fn clause(&mut self, sentence: &Sentence<'_>, from: usize) -> Clause {
        let verbal = !from.checked_sub(1).and_then(|before| sentence.chunks.get(before)).is_some_and(|before| matches!(before.piece, Piece::Encounter(row) if self.encounter(row).is_some_and(|word| word.form == EncounterForm::Noun)));
        let mut clause = Clause { end: sentence.chunks.len(), ..Clause::default() };
        let mut at = from;
        let mut course = false;
        let mut present = false;
        let mut listed = false;
        let mut gathered = false;
        while let Some(chunk) = sentence.chunks.get(at) {
            let after = sentence.chunks.get(at + 1);
            match &chunk.piece {
                Piece::People(_) | Piece::Bare(_) => {
                    let (group, next) = self.group(sentence, at);
                    if let Some(mut group) = group {
                        if present {
                            group.mark = Mark::Present;
                        } else if listed {
                            group.mark = Mark::Listed;
                        } else if course {
                            group.mark = Mark::Headed;
                        } else if gathered {
                            group.mark = Mark::With;
                            gathered = false;
                        }
                        if !(group.bare && group.mark == Mark::None && self.is_late(&clause, &group)) {
                            clause.groups.push(group);
                        }
                    }
                    course = false;
                    at = next;
                    continue;
                }
                Piece::Date(date) => {
                    if clause.date.is_none() || clause.date.as_ref().is_some_and(|known| !known.is_calendar_day() && date.is_calendar_day()) {
                        clause.date = Some(date.clone());
                    }
                }
                Piece::Place(place) => {
                    let to = at.checked_sub(1).and_then(|before| sentence.chunks.get(before)).is_some_and(|before| matches!(before.piece, Piece::Cue(Cue::To)));
                    if to || !place.inside && chunk.clitics.preposition.is_none() {
                        if clause.to_place.is_none() && clause.groups.iter().all(|group| group.mark != Mark::Present) {
                            clause.to_place = Some(place.clone());
                        }
                    } else if clause.place.is_none() && place.inside && !place.is_country {
                        clause.place = Some(place.clone());
                    }
                }
                Piece::Encounter(row) => {
                    let Some(word) = self.encounter(*row) else { break };
                    match word.form {
                        EncounterForm::Noun | EncounterForm::Definite => {
                            clause.nouns.push(*row);
                            if word.kind == Some(MeetingKind::Signing) && word.form == EncounterForm::Noun && clause.object.is_none() {
                                clause.object = Some(at);
                            }
                        }
                        EncounterForm::Own | EncounterForm::Participle => {
                            if !matches!(word.kind, Some(MeetingKind::Message | MeetingKind::Visit)) && self.owns_people(sentence, at) {
                                clause.end = at;
                                return clause;
                            }
                        }
                        _ => {
                            // "held a meeting that brought together …"
                            let gathers = !clause.nouns.is_empty() && self.text.any(chunk.tokens.start, |c, s| c.is_none() && matches!(s, Sense::Cue(Cue::DelegationList | Cue::Between)));
                            if gathers {
                                gathered = true;
                            } else if !self.is_relative(sentence, at) && !self.is_of_noun(sentence, at, word) {
                                clause.end = at;
                                return clause;
                            }
                        }
                    }
                }
                Piece::Act(row) => {
                    let _ = row;
                    if !self.is_relative(sentence, at) {
                        clause.end = at;
                        return clause;
                    }
                }
                Piece::Verb(kind) => {
                    // "talks that he held": a verb right behind the event noun.
                    let of_noun = at.checked_sub(1).and_then(|before| sentence.chunks.get(before)).is_some_and(|before| matches!(before.piece, Piece::Encounter(row) if self.encounter(row).is_some_and(|word| word.form == EncounterForm::Noun))) || at == from && !verbal;
                    if *kind != VerbKind::Weak && !self.is_relative(sentence, at) && !(of_noun && chunk.clitics.is_none()) {
                        clause.end = at;
                        return clause;
                    }
                }
                Piece::Cue(cue) => match cue {
                    Cue::ByPhone => clause.phone = true,
                    Cue::Separately => clause.separate = true,
                    Cue::Crowd if chunk.clitics.is_none() => clause.crowd = true,
                    Cue::About if !clause.groups.is_empty() && !matches!(after.map(|next| &next.piece), Some(Piece::People(_))) => {
                        clause.about = Some(at + 1);
                        clause.end = at;
                        return clause;
                    }
                    Cue::Presence if chunk.clitics.preposition.is_some() => present = true,
                    Cue::TakingPart if chunk.clitics.preposition.is_some() => listed = true,
                    Cue::DelegationList => listed = true,
                    Cue::Presence | Cue::Greeting | Cue::Company => {
                        if *cue == Cue::Greeting || chunk.clitics.preposition.is_none() {
                            clause.end = at;
                            return clause;
                        }
                    }
                    Cue::Course => course = true,
                    Cue::Sidelines | Cue::Occasion | Cue::Framework | Cue::Invitation | Cue::Visiting => {
                        let (occasion, next) = self.occasion(sentence, at);
                        clause.occasion = clause.occasion.or(occasion);
                        if *cue == Cue::Sidelines {
                            // Where the occasion was, the encounter was.
                            let seat = sentence.chunks.get(at..next).unwrap_or(&[]).iter().find_map(|chunk| match &chunk.piece {
                                Piece::Place(place) if !place.is_country && (place.inside || chunk.clitics.preposition.is_none()) => Some(place.clone()),
                                _ => None,
                            });
                            clause.place = clause.place.take().or(seat);
                        }
                        at = next;
                        continue;
                    }
                    Cue::During | Cue::After | Cue::In => {
                        if let Some(row) = after.and_then(|next| match next.piece {
                            Piece::Encounter(row) => Some(row),
                            _ => None,
                        }) {
                            let visit = self.encounter(row).is_some_and(|word| word.kind == Some(MeetingKind::Visit));
                            if visit {
                                let (occasion, next) = self.occasion(sentence, at);
                                if clause.groups.iter().any(|group| group.mark != Mark::None) || *cue != Cue::After {
                                    clause.occasion = clause.occasion.or(occasion);
                                }
                                at = next;
                                continue;
                            }
                        }
                    }
                    Cue::Relative => {
                        if let Some(next) = self.relative_clause(sentence, at, &mut clause) {
                            at = next;
                            continue;
                        }
                    }
                    // "last year": told, but not the news.
                    Cue::Background | Cue::PastMark => {
                        clause.past = true;
                        clause.end = at;
                        return clause;
                    }
                    Cue::That | Cue::Where | Cue::When | Cue::Plan | Cue::SameOccasion | Cue::Weight => {
                        clause.end = at;
                        return clause;
                    }
                    Cue::Purpose if !matches!(after.map(|next| &next.piece), Some(Piece::Cue(_) | Piece::Date(_))) => {
                        clause.end = at;
                        return clause;
                    }
                    _ => {}
                },
                // After a colon only a list of people goes on.
                Piece::Mark(':') if !matches!(after.map(|next| &next.piece), Some(Piece::People(_))) => {
                    clause.end = at;
                    return clause;
                }
                Piece::Mark(_) | Piece::Word { .. } => {}
            }
            at += 1;
        }
        clause
    }

    /// A bare name far behind its verb, when the sides are known, is no side of its own.
    fn is_late(&self, clause: &Clause, group: &Group) -> bool {
        let known = clause.groups.iter().filter(|known| !known.bare).count();
        known >= 2 || group.people.iter().any(|person| person.name.is_some_and(|name| self.word_count(name) < 2)) && !self.knows_all(group)
    }

    /// Whether people follow an event noun with a possessive pronoun: then it tells of its own encounter.
    fn owns_people(&self, sentence: &Sentence<'_>, at: usize) -> bool {
        sentence.chunks.get(at + 1..).unwrap_or(&[]).iter().take(3).any(|chunk| matches!(chunk.piece, Piece::People(_)))
    }

    /// A relative clause inside another: skipped to its comma, its visit noted as the occasion.
    fn relative_clause(&mut self, sentence: &Sentence<'_>, at: usize, clause: &mut Clause) -> Option<usize> {
        let mut end = at + 1;
        let mut visit = false;
        let attended = matches!(sentence.chunks.get(end).map(|chunk| &chunk.piece), Some(Piece::Cue(Cue::Presence)));
        if attended {
            // "the meeting, which was attended by A,"
            end += 1;
            while matches!(sentence.chunks.get(end).map(|chunk| &chunk.piece), Some(Piece::People(_))) {
                let (group, next) = self.group(sentence, end);
                let ids = group.map(|group| self.ids(&group.people, None)).unwrap_or_default();
                let meant = self.event_meant();
                if let Some(event) = meant.and_then(|meant| self.events.get_mut(meant)) {
                    event.attendees.extend(ids);
                }
                end = next;
            }
            return Some(end);
        }
        while let Some(chunk) = sentence.chunks.get(end) {
            match &chunk.piece {
                Piece::Mark('،' | ',' | ')' | '؛') => break,
                Piece::Cue(Cue::With) if end > at + 1 => break,
                Piece::Cue(Cue::Where | Cue::Presence | Cue::Greeting) => break,
                Piece::Encounter(row) => {
                    let Some(word) = self.encounter(*row) else { break };
                    if end == at + 1 {
                        visit = word.kind == Some(MeetingKind::Visit);
                        if matches!(word.form, EncounterForm::Light | EncounterForm::LightPresent) {
                            visit = sentence.chunks.get(end + 1..).unwrap_or(&[]).iter().take(5).any(|chunk| match chunk.piece {
                                Piece::Encounter(row) => self.encounter(row).is_some_and(|word| word.kind == Some(MeetingKind::Visit)),
                                _ => false,
                            });
                        }
                    } else if chunk.clitics.conjunction && word.form != EncounterForm::Noun && word.form != EncounterForm::Definite {
                        break;
                    }
                }
                Piece::Act(row) => {
                    if end > at + 1 && self.act(*row).is_some_and(|act| act.form.is_finite() || act.form == ActForm::Participle) {
                        break;
                    }
                }
                Piece::Verb(_) if end > at + 1 && chunk.clitics.conjunction => break,
                _ => {}
            }
            end += 1;
        }
        if visit && clause.occasion.is_none() {
            let from = sentence.chunks.get(at + 1)?.tokens.start;
            let to = sentence.chunks.get(end.checked_sub(1)?)?.tokens.end;
            clause.occasion = Some(span(self.text, from..to, Clitics::default()));
        }
        Some(end)
    }

    /// An occasion: from its first word to the end of its phrase.
    fn occasion(&mut self, sentence: &Sentence<'_>, at: usize) -> (Option<Span>, usize) {
        let mut end = at + 1;
        while let Some(chunk) = sentence.chunks.get(end) {
            let stops = match &chunk.piece {
                Piece::Mark(mark) => matches!(mark, '،' | ',' | ':' | '؛' | ')' | '"'),
                Piece::Verb(kind) => *kind != VerbKind::Weak && !self.is_relative(sentence, end),
                Piece::Act(row) => self.act(*row).is_some_and(|act| act.form.is_finite() || act.form == ActForm::Participle || chunk.clitics.conjunction),
                Piece::Encounter(row) => self.encounter(*row).is_some_and(|word| word.form.is_finite()) && !self.is_relative(sentence, end),
                Piece::Cue(cue) => {
                    matches!(cue, Cue::With | Cue::Where | Cue::That | Cue::Presence | Cue::Greeting | Cue::SameOccasion | Cue::ByPhone | Cue::Sidelines | Cue::During | Cue::Purpose)
                        && !(*cue == Cue::During && end == at + 1)
                }
                Piece::People(people) => end > at + 2 && people.iter().any(|person| person.name.is_some()) && chunk.clitics.preposition.is_none() && !matches!(sentence.chunks.get(end - 1).map(|chunk| &chunk.piece), Some(Piece::Cue(Cue::From | Cue::To | Cue::Between))),
                Piece::Date(date) => date.relative.is_some(),
                _ => false,
            };
            if stops {
                break;
            }
            end += 1;
        }
        let from = sentence.chunks.get(at).map(|chunk| chunk.tokens.start);
        let to = sentence.chunks.get(end - 1).map(|chunk| chunk.tokens.end);
        let clitics = sentence.chunks.get(at).map(|chunk| Clitics { preposition: None, ..chunk.clitics }).unwrap_or_default();
        match (from, to) {
            (Some(from), Some(to)) if to > from + 1 => (Some(span(self.text, from..to, clitics)), end),
            _ => (None, end),
        }
    }

    /// A group of people joined by "and" or commas, and how it is marked.
    fn group(&mut self, sentence: &Sentence<'_>, at: usize) -> (Option<Group>, usize) {
        let Some(chunk) = sentence.chunks.get(at) else { return (None, at + 1) };
        let (mut people, bare) = match &chunk.piece {
            Piece::People(people) => (people.clone(), false),
            Piece::Bare(person) => (vec![person.clone()], true),
            _ => return (None, at + 1),
        };
        let mark = self.mark(sentence, at);
        let mut next = at + 1;
        loop {
            // A comma, the company of somebody, a note in brackets may stand between.
            let mut ahead = next;
            while let Some(chunk) = sentence.chunks.get(ahead) {
                match &chunk.piece {
                    Piece::Mark('،' | ',' | '؛' | '-' | '–') => ahead += 1,
                    Piece::Cue(Cue::CompanyParty) => ahead = self.company(sentence, ahead),
                    Piece::Cue(Cue::Both | Cue::Continuation) => ahead += 1,
                    _ => break,
                }
            }
            let Some(chunk) = sentence.chunks.get(ahead) else { break };
            let joins = chunk.clitics.conjunction && chunk.clitics.preposition.is_none_or(|p| Some(p) == sentence.chunks.get(at).and_then(|first| first.clitics.preposition));
            match &chunk.piece {
                Piece::People(more) if joins => people.extend(more.iter().cloned()),
                Piece::Bare(person) if joins && !bare => {
                    // A bare name in a list of people is one of them only when it is a whole name.
                    if person.name.is_none_or(|name| self.word_count(name) < 2) {
                        break;
                    }
                    people.push(person.clone());
                }
                Piece::Bare(person) if joins && bare => people.push(person.clone()),
                _ => break,
            }
            next = ahead + 1;
        }
        (Some(Group { people, mark, at, bare }), next)
    }

    /// Past "and the delegation accompanying him".
    fn company(&self, sentence: &Sentence<'_>, at: usize) -> usize {
        let mut end = at + 1;
        while let Some(chunk) = sentence.chunks.get(end) {
            match &chunk.piece {
                Piece::Cue(Cue::CompanyParty) => end += 1,
                Piece::Word { .. } if end <= at + 3 && !chunk.clitics.conjunction => end += 1,
                Piece::People(people) if people.iter().all(|person| person.reference) => end += 1,
                _ => break,
            }
        }
        end
    }

    fn mark(&self, sentence: &Sentence<'_>, at: usize) -> Mark {
        let Some(chunk) = sentence.chunks.get(at) else { return Mark::None };
        match chunk.clitics.preposition {
            Some('ب') => return Mark::By,
            Some('ل') => return Mark::To,
            Some(_) => return Mark::Aside,
            None => {}
        }
        let mut before = at;
        while let Some(index) = before.checked_sub(1) {
            let Some(chunk) = sentence.chunks.get(index) else { return Mark::None };
            match &chunk.piece {
                Piece::Cue(Cue::Both | Cue::Separately) => before = index,
                Piece::Mark('(') => return Mark::Aside,
                Piece::Mark('،' | ',' | '"' | '«') if index + 1 == before && before == at => {
                    // A comma may part a preposition from nothing.
                    return Mark::None;
                }
                Piece::Cue(cue) => {
                    return match cue {
                        Cue::With => Mark::With,
                        Cue::AndWith => Mark::Present,
                        Cue::To => Mark::To,
                        Cue::From => Mark::From,
                        Cue::Between => Mark::Between,
                        Cue::Course => Mark::Headed,
                        Cue::Regards | Cue::OnBehalf | Cue::Through | Cue::About | Cue::On | Cue::In | Cue::After => Mark::Aside,
                        _ => Mark::None,
                    };
                }
                Piece::Word { noun: true } if before == at && !chunk.clitics.conjunction => {
                    // "the regards of", "the house of": people inside a noun phrase.
                    return if sentence.chunks.get(index).is_some_and(|chunk| is_construct(self.text, chunk)) { Mark::Aside } else { Mark::None };
                }
                _ => return Mark::None,
            }
        }
        Mark::None
    }

    // ---- who else was there ------------------------------------------------------------------

    /// `حضر اللقاء LIST`, `بحضور LIST`, `وكان في استقباله LIST`
    fn attendance(&mut self, sentence: &mut Sentence<'_>, at: usize) -> usize {
        let mut next = at + 1;
        let mut ids: Vec<PersonId> = Vec::new();
        let mut plural = false;
        // Welcomed by whom, and from which side, tells for whom they were there.
        let mut side = match sentence.chunks.get(at).map(|chunk| &chunk.piece) {
            Some(Piece::Cue(Cue::Greeting)) => self.events.last().filter(|event| event.kind == MeetingKind::Visit).and_then(|event| event.place.as_ref()).and_then(|place| place.country),
            _ => None,
        };
        while let Some(chunk) = sentence.chunks.get(next) {
            match &chunk.piece {
                Piece::People(_) => {
                    let (group, after) = self.group(sentence, next);
                    if let Some(group) = group.filter(|group| !matches!(group.mark, Mark::Aside) && !group.people.iter().any(|person| person.reference)) {
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
                    side = self.text.find(chunk.tokens.end, |c, s| match s {
                        Sense::Nationality { country, .. } if c.is_none() => Some(country),
                        _ => None,
                    }).map(|(country, _, _)| country);
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
                    plural |= is_plural_noun(text);
                }
                Piece::Verb(kind) if *kind != VerbKind::Weak => {
                    if !self.is_relative(sentence, next) && !ids.is_empty() {
                        break;
                    }
                }
                Piece::Act(row) => {
                    if self.act(*row).is_some_and(|act| act.form.is_finite()) && !self.is_relative(sentence, next) {
                        break;
                    }
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
            if plural && !matches!(event.kind, MeetingKind::Message | MeetingKind::Visit | MeetingKind::Signing) || Some(index) == meant {
                for id in &ids {
                    if !event.principals.contains(id) && !event.attendees.contains(id) {
                        event.attendees.push(*id);
                    }
                }
            }
        }
        next
    }

    // ---- topics -----------------------------------------------------------------------------

    fn act_word(&mut self, sentence: &mut Sentence<'_>, at: usize, row: u16) -> usize {
        let Some(act) = self.act(row) else { return at + 1 };
        if self.is_skipped(sentence, at) {
            return at + 1;
        }
        let subject_before = sentence.before.clone().filter(|_| !sentence.verb_since);
        let joint = act.speaker == Speaker::Joint && act.form.is_finite();
        // "briefed B on": told together with whom.
        let briefing = act.act == Act::Briefed && act.form == ActForm::Past && act.leads.has(Lead::On) && !act.leads.has(Lead::About);
        if (joint || briefing) && !self.is_relative(sentence, at) && !sentence.quoted {
            self.act_encounter(sentence, at, act, subject_before.clone());
        }
        let speaker = self.speaker(sentence, at, act, subject_before);
        if self.people.last_subject.is_none() {
            self.people.last_subject = speaker;
        }
        let (phrases, next) = self.topics_after(sentence, at, act);
        if phrases.is_empty() {
            sentence.verb_since |= act.form.is_finite();
            return next.max(at + 1);
        }
        let raised = phrases.into_iter().map(|phrase| Raised { tokens: phrase.tokens, span: phrase.span, act: act.act, by: speaker, subject: None });
        let raised: Vec<Raised> = raised.filter(|raised| self.is_topic(raised)).collect();
        let ahead = self.events.is_empty() || self.tells_later(sentence, next);
        if ahead {
            self.pending_topics.extend(raised);
            self.pending_since = self.sentence;
        } else if let Some(event) = self.current_event(sentence) {
            event.topics.extend(raised);
        }
        sentence.verb_since = true;
        next
    }

    /// Whether the encounter that a statement was made in is only told behind it.
    fn tells_later(&self, sentence: &Sentence<'_>, from: usize) -> bool {
        let rest = sentence.chunks.get(from..).unwrap_or(&[]);
        rest.windows(3).any(|three| {
            let [first, second, third] = three else { return false };
            let told = match second.piece {
                Piece::Encounter(row) => self.encounter(row).is_some_and(|word| {
                    matches!(word.form, EncounterForm::Own | EncounterForm::Noun) && matches!(word.kind, Some(MeetingKind::Reception | MeetingKind::Meeting | MeetingKind::Call | MeetingKind::Talks))
                }),
                _ => false,
            };
            told && matches!(first.piece, Piece::Cue(Cue::During | Cue::Accredited)) && matches!(third.piece, Piece::People(_) | Piece::Date(_) | Piece::Cue(Cue::With | Cue::Venue))
        })
    }

    /// Greetings, praise and good wishes are said, but they are not what a meeting was about; thanks
    /// and congratulations are where they name a field beyond doubt.
    fn is_topic(&self, raised: &Raised) -> bool {
        match raised.act {
            Act::Praised | Act::Expressed => false,
            Act::Thanked | Act::Congratulated | Act::Requested => names_decidedly(self.text, raised.tokens.clone()),
            _ => true,
        }
    }

    /// The encounter that a sentence goes on about: the last one, a message only in its own sentence.
    fn current_event(&mut self, sentence: &Sentence<'_>) -> Option<&mut Event> {
        let start = sentence.chunks.first().and_then(|chunk| self.text.token(chunk.tokens.start)).map_or(0, |token| token.start as usize);
        let letter = self.events.last().is_some_and(|event| event.kind == MeetingKind::Message && event.span.start >= start && event.topics.is_empty());
        let index = if letter { self.events.len().checked_sub(1) } else { self.event_meant() }?;
        self.events.get_mut(index)
    }

    /// The encounter that "the meeting" is: the last one that is more than a signature or a letter.
    fn event_meant(&self) -> Option<usize> {
        let talked = |event: &Event| !matches!(event.kind, MeetingKind::Message | MeetingKind::Signing);
        self.events.iter().rposition(talked).or_else(|| self.events.iter().rposition(|event| event.kind != MeetingKind::Message))
    }

    /// `بحث A مع B`, `ناقش A وB`: an encounter told by what was discussed in it.
    fn act_encounter(&mut self, sentence: &mut Sentence<'_>, at: usize, act: &ActRow, before: Option<Group>) {
        let clause = self.clause(sentence, at + 1);
        let with = clause.groups.iter().find(|group| group.mark == Mark::With).or_else(|| clause.groups.iter().find(|group| group.mark == Mark::By && !clause.nouns.is_empty())).cloned();
        let plain = clause.groups.iter().find(|group| group.mark == Mark::None && !(group.bare && !self.knows_all(group))).cloned();
        let with = with.or_else(|| {
            let object = clause.groups.iter().filter(|group| group.mark == Mark::None && !group.bare).nth(1).or_else(|| clause.groups.iter().find(|group| group.mark == Mark::Headed));
            object.filter(|_| act.act == Act::Briefed).cloned()
        });
        let subject = plain.or(before);
        let Some(subject) = subject else { return };
        let together = subject.people.len() >= 2;
        if with.is_none() && !together {
            return;
        }
        // "their views are alike": without the preposition that the act wants nothing was discussed.
        let led = act.leads.has(Lead::Direct) || sentence.chunks.get(at + 1..).unwrap_or(&[]).iter().any(|chunk| chunk.leads(act.leads, self.text).is_some());
        if !led {
            return;
        }
        let mut principals = self.group_ids(&subject, None);
        let first = principals.first().copied();
        if let Some(group) = &with {
            for id in self.group_ids(group, first) {
                if !principals.contains(&id) {
                    principals.push(id);
                }
            }
        }
        if principals.len() < 2 {
            return;
        }
        let earlier = sentence.chunks.get(..at).unwrap_or(&[]).iter().filter_map(|chunk| match chunk.piece {
            Piece::Encounter(row) => Some(row),
            _ => None,
        });
        let nouns: Vec<u16> = clause.nouns.iter().copied().chain(earlier).collect();
        let call = nouns.iter().filter_map(|noun| self.encounter(*noun)).find_map(|noun| noun.kind.filter(|kind| *kind == MeetingKind::Call));
        let mut event = self.event(call.unwrap_or(MeetingKind::Meeting), sentence, at, &clause, principals, call.is_none());
        event.by_act = call.is_none();
        if call.is_some() {
            event.vague = false;
        }
        let kind = event.kind;
        self.settle(sentence, at, Some(event), &clause, kind);
    }

    /// Who raises what an act brings in; nobody in particular when the sides do it together.
    fn speaker(&mut self, sentence: &Sentence<'_>, at: usize, act: &ActRow, before: Option<Group>) -> Option<PersonId> {
        if act.speaker == Speaker::Joint {
            return None;
        }
        let after = sentence.chunks.get(at + 1).and_then(|chunk| match &chunk.piece {
            Piece::People(people) if chunk.clitics.is_none() => people.first().cloned(),
            Piece::Bare(person) if self.people.knows(self.text, person) => Some(person.clone()),
            _ => None,
        });
        let person = after.or_else(|| before.and_then(|group| group.people.first().cloned()))?;
        self.people.resolve(self.text, &person, None)
    }

    /// Finds where the topics of an act begin, reading encounters on the way, and reads them.
    fn topics_after(&mut self, sentence: &mut Sentence<'_>, at: usize, act: &ActRow) -> (Vec<TopicPhrase>, usize) {
        let mut next = at + 1;
        let mut seen_comma = false;
        while let Some(chunk) = sentence.chunks.get(next) {
            if let (Piece::People(_), true) = (&chunk.piece, chunk.clitics.is_none() && next == at + 1) {
                sentence.before = self.group(sentence, next).0.filter(|group| group.mark == Mark::None);
                sentence.verb_since = false;
            }
            if let Some(token) = chunk.leads(act.leads, self.text) {
                let glued = token == chunk.tokens.start;
                let people = matches!(chunk.piece, Piece::People(_));
                if !people || !glued {
                    let clitics = match (glued, chunk.clitics.preposition) {
                        (false, _) => Clitics::default(),
                        (true, None) => Clitics { preposition: Some('ب'), ..chunk.clitics },
                        (true, Some(_)) => chunk.clitics,
                    };
                    return self.read_topics(sentence, token, clitics);
                }
            }
            match &chunk.piece {
                Piece::Cue(Cue::Occasion) if act.act == Act::Congratulated => {
                    return self.read_topics(sentence, chunk.tokens.end, Clitics::default());
                }
                Piece::Cue(Cue::Weight | Cue::Keenness) if !chunk.clitics.conjunction => {
                    return self.read_topics(sentence, chunk.tokens.start, chunk.clitics);
                }
                Piece::Cue(Cue::That | Cue::Where | Cue::Plan | Cue::Background) => return (Vec::new(), next),
                Piece::Cue(Cue::Relative) => {
                    next = self.relative_clause(sentence, next, &mut Clause::default()).unwrap_or(next + 1);
                    continue;
                }
                Piece::Cue(Cue::Sidelines | Cue::Framework | Cue::Occasion | Cue::Invitation | Cue::Visiting) => {
                    let (_, after) = self.occasion(sentence, next);
                    next = after;
                    continue;
                }
                Piece::Encounter(row) => {
                    let Some(word) = self.encounter(*row) else { return (Vec::new(), next) };
                    match word.form {
                        EncounterForm::Own | EncounterForm::Participle if !self.is_skipped(sentence, next) => {
                            let after = self.own(sentence, next, word);
                            // The clause may have run into the topic itself: step back to where the people end.
                            next = self.back_to_people(sentence, next + 1, after.max(next + 1));
                            continue;
                        }
                        EncounterForm::Noun if matches!(sentence.chunks.get(next - 1).map(|chunk| &chunk.piece), Some(Piece::Cue(Cue::During | Cue::In | Cue::After | Cue::Accredited))) => {
                            let after = self.noun(sentence, next, word);
                            next = self.back_to_people(sentence, next + 1, after.max(next + 1));
                            continue;
                        }
                        EncounterForm::Definite => {}
                        EncounterForm::Noun | EncounterForm::Light | EncounterForm::LightPresent if act.leads.has(Lead::Direct) && chunk.clitics.is_none() => {
                            return self.read_topics(sentence, chunk.tokens.start, Clitics::default());
                        }
                        _ => {
                            if chunk.clitics.conjunction || word.form != EncounterForm::Noun {
                                return (Vec::new(), next);
                            }
                        }
                    }
                }
                Piece::Act(row) => {
                    let Some(other) = self.act(*row) else { return (Vec::new(), next) };
                    if other.form == ActForm::Noun && !chunk.clitics.conjunction {
                        if act.leads.has(Lead::Direct) && !other.leads.has(Lead::Direct) || act.form.is_finite() && chunk.clitics.is_none() {
                            // "exchanged views on": the noun brings in the topic.
                            return (Vec::new(), next);
                        }
                    } else {
                        return (Vec::new(), next);
                    }
                }
                Piece::Verb(_) => return (Vec::new(), next),
                Piece::Word { .. } | Piece::Place(PlacePhrase { inside: false, .. }) if act.leads.has(Lead::Direct) && chunk.clitics.preposition.is_none() && !chunk.clitics.conjunction => {
                    if !self.is_aside(sentence, next) {
                        return self.read_topics(sentence, chunk.tokens.start, Clitics::default());
                    }
                }
                Piece::Cue(Cue::Homeland | Cue::Town | Cue::Abroad | Cue::Crowd | Cue::Letter | Cue::TopicHead | Cue::Field) if act.leads.has(Lead::Direct) && chunk.clitics.is_none() && !self.is_aside(sentence, next) => {
                    return self.read_topics(sentence, chunk.tokens.start, Clitics::default());
                }
                Piece::Bare(person) if act.leads.has(Lead::Direct) && !self.people.knows(self.text, person) && chunk.clitics.is_none() && (seen_comma || next > at + 1 || person.name.is_none_or(|name| self.word_count(name) < 2)) => {
                    if !self.is_aside(sentence, next) {
                        return self.read_topics(sentence, chunk.tokens.start, Clitics::default());
                    }
                }
                Piece::Mark(mark) => {
                    if matches!(mark, ':' | '؛') {
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

    /// Whether a word is inside an adverb: "in his office at", "by telephone".
    fn is_aside(&self, sentence: &Sentence<'_>, at: usize) -> bool {
        let before = at.checked_sub(1).and_then(|before| sentence.chunks.get(before));
        before.is_some_and(|chunk| {
            matches!(chunk.piece, Piece::Cue(Cue::In | Cue::During | Cue::After | Cue::With | Cue::From | Cue::Between | Cue::Venue | Cue::CompanyParty | Cue::Through | Cue::Until | Cue::Accredited | Cue::Day | Cue::Side | Cue::Pointer))
        })
    }

    /// The chunk after the last people before `end`.
    fn back_to_people(&self, sentence: &Sentence<'_>, from: usize, end: usize) -> usize {
        let last = (from..end.min(sentence.chunks.len())).rev().find(|index| {
            sentence.chunks.get(*index).is_some_and(|chunk| matches!(chunk.piece, Piece::People(_) | Piece::Date(_)) || matches!(&chunk.piece, Piece::Bare(person) if self.people.knows(self.text, person)))
        });
        last.map_or(end, |last| last + 1)
    }

    fn read_topics(&mut self, sentence: &Sentence<'_>, token: usize, clitics: Clitics) -> (Vec<TopicPhrase>, usize) {
        if self.text.any(token, |_, s| s == Sense::Cue(Cue::That)) {
            let next = sentence.chunks.iter().position(|chunk| chunk.tokens.start > token).unwrap_or(sentence.chunks.len());
            return (Vec::new(), next);
        }
        let (end, phrases) = topics(Cursor::new(self.text, token, sentence.cursor.end), clitics);
        let next = sentence.chunks.iter().position(|chunk| chunk.tokens.start >= end.at).unwrap_or(sentence.chunks.len());
        (phrases, next)
    }
}

impl Sentence<'_> {
    fn continuation_or_same(&self) -> bool {
        self.continuation || self.same_occasion || self.chunks.first().is_some_and(|chunk| chunk.clitics.conjunction) || matches!(self.chunks.first().map(|chunk| &chunk.piece), Some(Piece::Date(_) | Piece::Cue(_)))
    }
}

/// Kinds that say no more than that people met.
fn word_is_vague(kind: MeetingKind) -> bool {
    kind == MeetingKind::Meeting
}

fn is_plural_noun(word: &str) -> bool {
    word.ends_with("ات") || word.ends_with("ين") || word.ends_with("ان")
}

/// A noun without an article takes what follows as its owner.
fn is_construct(text: &crate::lexicon::Tagged<'_>, chunk: &Chunk) -> bool {
    !text.text(chunk.tokens.start).contains("ال") && !text.text(chunk.tokens.start).ends_with('ا') && !text.text(chunk.tokens.start).ends_with('ً')
}

/// The tokens that a span covers.
fn tokens_of(text: &crate::lexicon::Tagged<'_>, span: Span, within: Cursor<'_>) -> std::ops::Range<usize> {
    let start = (within.at..within.end).find(|at| text.token(*at).is_some_and(|token| token.end as usize > span.start)).unwrap_or(within.end);
    let end = (start..within.end).find(|at| text.token(*at).is_some_and(|token| token.start as usize >= span.end)).unwrap_or(within.end);
    start..end
}
