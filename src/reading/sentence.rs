//! A sentence on its way through the reading: what its phrases are taken for, one after the other.

use super::Reader;
use super::people::PersonId;
use crate::grammar::{Chunk, Cursor, DatePhrase, MOST_PHRASES, PersonPhrase, Piece, PlacePhrase, chunks, span};
use crate::lexicon::{ActRow, Clitics, Cue, EncounterForm, EncounterRow, Kind, Kinds, Preposition, Sense, VerbKind};
use crate::model::{DiagnosticKind, MeetingKind, Span};
use std::cell::OnceCell;

/// How a group of people stands in its clause.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mark {
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
pub(super) struct Group {
    pub(super) people: Vec<PersonPhrase>,
    pub(super) mark: Mark,
    /// The chunk it begins with.
    pub(super) at: usize,
    pub(super) bare: bool,
    /// Told to be of another country than whoever writes, or of an organisation.
    pub(super) foreign: bool,
}

/// What a quotation gives.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Quotation {
    /// What somebody says.
    Speech,
    /// What a statement is quoted to say.
    Statement,
}

/// A group of people met in a sentence, put together when it is asked for: as a rule it never is.
#[derive(Debug)]
pub(super) struct Met {
    at: usize,
    group: OnceCell<Option<Group>>,
}

impl Met {
    /// The group that begins at a chunk.
    pub(super) fn at(at: usize) -> Self {
        Self { at, group: OnceCell::new() }
    }
}

/// The phrases round an encounter word.
#[derive(Debug, Default, Clone)]
pub(super) struct Clause {
    /// The chunk of the word that the clause is round.
    pub(super) verb: usize,
    pub(super) groups: Vec<Group>,
    pub(super) date: Option<DatePhrase>,
    pub(super) place: Option<PlacePhrase>,
    pub(super) to_place: Option<PlacePhrase>,
    pub(super) occasion: Option<Span>,
    /// Event nouns met on the way.
    pub(super) nouns: Vec<u16>,
    pub(super) phone: bool,
    /// Where the words begin for unnamed people of whom only the number or the kind is told.
    pub(super) crowd_at: Option<usize>,
    /// It leads to the country of whoever writes, or from there.
    pub(super) homewards: bool,
    /// Long past.
    pub(super) past: bool,
    /// A tour of inspection, and nobody's visit.
    pub(super) inspection: bool,
    /// One after the other, not together.
    pub(super) separate: bool,
    /// What was signed.
    pub(super) object: Option<usize>,
    /// Where the clause begins to say what it was about.
    pub(super) about: Option<usize>,
    /// The chunk after the clause.
    pub(super) end: usize,
}

impl Clause {
    /// Whether unnamed people are told of.
    pub(super) const fn crowd(&self) -> bool {
        self.crowd_at.is_some()
    }
}

/// A sentence on its way through the reading.
pub(super) struct Sentence<'s> {
    pub(super) chunks: &'s [Chunk],
    pub(super) cursor: Cursor<'s>,
    pub(super) plan: bool,
    pub(super) background: bool,
    pub(super) same_occasion: bool,
    pub(super) continuation: bool,
    /// It speaks of several encounters at once.
    pub(super) of_all: bool,
    /// The group of people last met in the clause, for a verb that follows its subject.
    pub(super) before: Option<Met>,
    /// An encounter has been told in it.
    pub(super) told: bool,
    /// Who said what was said last.
    pub(super) speaker: Option<PersonId>,
    /// The group last met behind "with".
    pub(super) with: Option<Met>,
    /// Whoever a noun was last said to be of: "the statement of A".
    pub(super) possessor: Option<Met>,
    /// The chunk at which a party put before what is told of it begins: "as for A, the minister discussed with him".
    pub(super) fronted: Option<usize>,
    /// Who is told to be present before the verb of the encounter: "In the presence of C, A and B signed".
    pub(super) present: Vec<PersonId>,
    /// Whether a verb has been met since.
    pub(super) verb_since: bool,
    pub(super) light: Option<u16>,
}

impl<'s> Sentence<'s> {
    /// The chunk right before one.
    pub(super) fn preceding(&self, at: usize) -> Option<&'s Chunk> {
        self.chunks.get(at.checked_sub(1)?)
    }

    /// Whether one of some words stands right before a chunk.
    pub(super) fn follows(&self, at: usize, cues: &[Cue]) -> bool {
        self.preceding(at).is_some_and(|before| matches!(before.piece, Piece::Cue(cue) if cues.contains(&cue)))
    }

    pub(super) fn continuation_or_same(&self) -> bool {
        self.continuation
            || self.told
            || self.same_occasion
            || self.chunks.first().is_some_and(|chunk| chunk.clitics.conjunction)
            || matches!(self.chunks.first().map(|chunk| &chunk.piece), Some(Piece::Date(_) | Piece::Cue(_)))
    }
}

impl Reader<'_> {
    /// Reads one sentence of the body, in parts where it does not come to an end.
    pub(super) fn sentence(&mut self, cursor: Cursor<'_>) {
        let mut row = std::mem::take(&mut self.row);
        let mut rest = chunks(cursor, &mut row);
        self.part(&mut row);
        self.row_of_phrases(&row, cursor.up_to(rest));
        if !rest.is_at_end() {
            let message =
                format!("only {MOST_PHRASES} phrases of a sentence are read together, and the next from here on");
            self.doubt(DiagnosticKind::LimitReached, rest.span_to(rest.to(rest.end), Clitics::default()), message);
        }
        while !rest.is_at_end() {
            let from = rest;
            rest = chunks(from, &mut row);
            self.part(&mut row);
            self.row_of_phrases(&row, from.up_to(rest));
        }
        self.row = row;
    }

    /// Reads the phrases of a sentence.
    fn row_of_phrases(&mut self, chunks: &[Chunk], cursor: Cursor<'_>) {
        self.sentence += 1;
        // What goes on from a reminder is one too.
        let goes_on = matches!(chunks.first().map(|chunk| &chunk.piece), Some(Piece::Cue(Cue::Continuation)));
        let background = self.is_background(chunks) || self.was_background && goes_on;
        self.was_background =
            background && chunks.iter().take(3).any(|chunk| matches!(chunk.piece, Piece::Cue(Cue::Background)));
        let mut sentence = Sentence {
            chunks,
            cursor,
            plan: false,
            background,
            same_occasion: false,
            continuation: false,
            of_all: self.speaks_of_all(chunks),
            before: None,
            told: false,
            speaker: None,
            with: None,
            possessor: None,
            fronted: None,
            present: Vec::new(),
            verb_since: false,
            light: None,
        };
        let mut at = 0;
        while let Some(chunk) = chunks.get(at) {
            let next = self.step(&mut sentence, at, chunk).max(at + 1);
            let passed = at + 1..next.min(chunks.len());
            for passed in passed.filter(|at| matches!(chunks.get(*at).map(|c| &c.piece), Some(Piece::People(_)))) {
                self.introduce(&sentence, passed);
            }
            at = next;
        }
    }

    /// Whoever is introduced with office and name can be spoken of later by either. Gives the chunk behind the list of people
    /// that begins here.
    fn introduce(&mut self, sentence: &Sentence<'_>, at: usize) -> usize {
        let mut introduced = Vec::new();
        let next = self.members(sentence, at, |person| {
            introduced.extend(Some(person).filter(|person| person.name.is_some() && !person.offices.is_empty()));
        });
        // A counterpart is that of whoever the clause is about.
        let subject =
            introduced.iter().any(|person| person.counterpart).then(|| self.owner(sentence).cloned()).flatten();
        let of = subject.and_then(|group| self.people.resolve(self.text, group.people.first()?, None));
        for person in introduced {
            self.people.resolve(self.text, person, of.filter(|_| person.counterpart));
        }
        next
    }

    /// A group met in a sentence.
    pub(super) fn met<'s>(&self, sentence: &'s Sentence<'_>, met: Option<&'s Met>) -> Option<&'s Group> {
        met.and_then(|met| met.group.get_or_init(|| self.group(sentence, met.at).0).as_ref())
    }

    /// The group before a verb, where no other verb has had it.
    pub(super) fn subject<'s>(&self, sentence: &'s Sentence<'_>) -> Option<&'s Group> {
        self.met(sentence, sentence.before.as_ref().filter(|_| !sentence.verb_since))
    }

    pub(super) fn encounter(&self, row: u16) -> Option<&'static EncounterRow> {
        self.text.lexicon.encounters.get(row as usize)
    }

    /// The event noun with the article that a phrase is: "the meeting".
    pub(super) fn event_noun(&self, chunk: &Chunk) -> Option<&'static EncounterRow> {
        match chunk.piece {
            Piece::Encounter(row) => self.encounter(row).filter(|noun| noun.form == EncounterForm::Definite),
            _ => None,
        }
    }

    /// The event nouns that were met in a clause.
    pub(super) fn nouns<'c>(&'c self, clause: &'c Clause) -> impl Iterator<Item = &'static EncounterRow> + 'c {
        clause.nouns.iter().filter_map(|noun| self.encounter(*noun))
    }

    pub(super) fn act(&self, row: u16) -> Option<&'static ActRow> {
        self.text.lexicon.acts.get(row as usize)
    }

    /// "It is recalled that …", "A had met …": told, but not the news.
    pub(super) fn is_background(&self, chunks: &[Chunk]) -> bool {
        let cue = |chunk: &Chunk| match chunk.piece {
            Piece::Cue(cue) => Some(cue),
            _ => None,
        };
        // "had arrived earlier yesterday": of that day, and the news.
        let recalls = |at: usize| {
            let dated = chunks.get(at + 1).is_some_and(|next| tells_fresh_day(std::slice::from_ref(next)));
            chunks.get(at).and_then(cue) == Some(Cue::Background) && !dated
        };
        if (0..3).any(recalls) {
            return !self.recalls_attendance(chunks);
        }
        let was = chunks.iter().take(3).position(|chunk| cue(chunk) == Some(Cue::Was));
        let Some(was) = was else { return false };
        // "The meeting was an occasion to": of the one just told.
        let told = chunks.get(was + 1).is_some_and(|chunk| self.event_noun(chunk).is_some());
        if told && !chunks.iter().any(|chunk| cue(chunk) == Some(Cue::Had)) {
            return false;
        }
        // "A had a meeting with B": told, and not recalled.
        let had = chunks.iter().skip(was).any(|chunk| cue(chunk) == Some(Cue::Had));
        let owned = chunks.get(was + 1).is_some_and(|chunk| match chunk.piece {
            Piece::People(_) => chunk.clitics.preposition == Some(Preposition::For),
            Piece::Bare(_) | Piece::Cue(Cue::Therein) => chunks.get(was + 2).is_some_and(|noun| match noun.piece {
                Piece::Encounter(row) => self.encounter(row).is_some_and(|word| word.form == EncounterForm::Noun),
                _ => false,
            }),
            _ => false,
        });
        if owned && !had {
            return false;
        }
        // "The axis of the meeting was": no reminder.
        if chunks.iter().any(|chunk| cue(chunk) == Some(Cue::Agenda)) {
            return false;
        }
        let greeting = chunks.iter().skip(was).take(4).any(|chunk| cue(chunk) == Some(Cue::Greeting));
        // "The minister had met B yesterday": the pluperfect of the news itself, where it says no "had already".
        let fresh = tells_fresh_day(chunks);
        !greeting && (!fresh || chunks.iter().any(|chunk| cue(chunk) == Some(Cue::Had)))
    }

    /// "It is recalled that the meeting was attended by": of the one just told.
    fn recalls_attendance(&self, chunks: &[Chunk]) -> bool {
        const NEAR: usize = 8;
        let attended = |chunk: &Chunk| matches!(chunk.piece, Piece::Cue(Cue::Presence));
        chunks.iter().zip(chunks.iter().skip(1)).take(NEAR).any(|(one, other)| {
            attended(one) && self.event_noun(other).is_some() || self.event_noun(one).is_some() && attended(other)
        })
    }

    /// Whether somebody is quoted here.
    pub(super) fn is_quoted(&self) -> bool {
        self.quotation == Some(Quotation::Speech)
    }

    /// Reads one chunk; says which is next.
    pub(super) fn step(&mut self, sentence: &mut Sentence<'_>, at: usize, chunk: &Chunk) -> usize {
        match &chunk.piece {
            Piece::Mark(mark) => {
                if matches!(mark, '"' | '“' | '”' | '«' | '»') {
                    // What a statement is quoted to say is told, what a person says is not.
                    let stated = self.quotation.is_none()
                        && (sentence.follows(at, &[Cue::That]) || self.is_report(sentence, at));
                    self.quotation = match (mark, self.quotation) {
                        (_, None) if stated => Some(Quotation::Statement),
                        ('«' | '“', _) | ('"', None) => Some(Quotation::Speech),
                        _ => None,
                    };
                }
                at + 1
            }
            Piece::Cue(cue) => self.cue(sentence, at, *cue),
            Piece::Encounter(row) => self.encounter_word(sentence, at, *row),
            Piece::Act(row) => self.act_word(sentence, at, *row),
            Piece::People(_) | Piece::Bare(_) => {
                let next = self.introduce(sentence, at);
                // "the rules that the king gave": what is told of something is not what the sentence is about.
                if sentence.before.is_some() && self.is_inside_relative(sentence, at) {
                    return next;
                }
                match self.mark(sentence, at) {
                    Mark::None | Mark::By => {
                        sentence.before = Some(Met::at(at));
                        sentence.verb_since = false;
                    }
                    Mark::With => sentence.with = Some(Met::at(at)),
                    _ if self.is_possessor(sentence, at) => sentence.possessor = Some(Met::at(at)),
                    _ => {}
                }
                next
            }
            Piece::Verb(_) => {
                sentence.verb_since = true;
                self.note_doer(sentence, at);
                if matches!(chunk.piece, Piece::Verb(VerbKind::Say)) {
                    sentence.light = None;
                }
                at + 1
            }
            Piece::Word { noun: true } if self.is_done_during(sentence, at) => self.done_during(sentence, at, chunk),
            Piece::Date(_) | Piece::Place(_) | Piece::Word { .. } => at + 1,
        }
    }

    /// Keeps who does what a verb tells, where no encounter has been told yet.
    fn note_doer(&mut self, sentence: &Sentence<'_>, verb: usize) {
        let behind = sentence.chunks.get(verb + 1).filter(|chunk| chunk.clitics.is_none());
        let Some(Piece::People(people)) = behind.map(|chunk| &chunk.piece) else { return };
        if let ([person], true) = (people.as_slice(), self.events.is_empty() && self.people.first_doer.is_none()) {
            self.people.first_doer = self.people.resolve(self.text, person, None);
        }
    }

    /// Whether an agency is quoted from a mark on with what it reports: "the news agency of N said: «A received B»".
    fn is_report(&self, sentence: &Sentence<'_>, at: usize) -> bool {
        const AGENCY: Kinds = Kinds::of(&[Kind::Agency], &[]);
        let before = sentence.chunks.get(..at).unwrap_or(&[]);
        let statement = |chunk: &Chunk| self.text.any(chunk.tokens.start, |_, s| s == Sense::Cue(Cue::QuotedSource));
        let colon = before.last().is_some_and(|chunk| matches!(chunk.piece, Piece::Mark(':')));
        let agency =
            || before.iter().flat_map(|chunk| chunk.tokens.clone()).any(|token| self.text.kinds(token).meets(AGENCY));
        // "This is the text of the statement: «A received B»"
        sentence.chunks.get(at + 1).is_some_and(|chunk| self.tells_of_encounter(chunk))
            && (colon && before.iter().any(statement) || agency())
    }

    pub(super) fn cue(&mut self, sentence: &mut Sentence<'_>, at: usize, cue: Cue) -> usize {
        match cue {
            Cue::Plan | Cue::Denial => sentence.plan = true,
            Cue::Recall => sentence.background = true,
            Cue::Was => return self.was(sentence, at),
            // "And on the American side A and B": more of those who were told to be there.
            Cue::From
                if at == 0
                    && self.attended + 1 >= self.sentence
                    && sentence.chunks.get(1).is_some_and(|chunk| matches!(chunk.piece, Piece::Cue(Cue::Side))) =>
            {
                return self.attendance(sentence, at);
            }
            Cue::Fronting => sentence.fronted = Some(at + 1),
            Cue::SameOccasion => {
                if let Some(next) = self.after_encounter(sentence, at) {
                    return next;
                }
                sentence.same_occasion = true;
            }
            Cue::Continuation => {
                sentence.continuation = true;
                if let Some(next) = self.another_encounter(sentence, at) {
                    return next;
                }
            }
            Cue::Sidelines => {
                // "on the sidelines of the meeting": of the encounter just told.
                let (occasion, next) = self.occasion(sentence, at);
                if let Some(occasion) = occasion {
                    return self.occasion_first(sentence, occasion, next);
                }
            }
            Cue::Presence | Cue::Company | Cue::Greeting | Cue::DelegationList
                if !sentence.plan && !sentence.background =>
            {
                return self.attendance(sentence, at);
            }
            Cue::QuotedSource => return self.source(sentence, at),
            Cue::Visitors if !sentence.plan && !sentence.background => return self.visitors(sentence, at),
            Cue::Relative => return at + 1,
            // "They are: A and B"
            Cue::They
                if !sentence.plan
                    && !sentence.background
                    && match sentence.chunks.get(at + 1).map(|chunk| &chunk.piece) {
                        Some(Piece::Cue(Cue::Both)) => true,
                        // "there are two of them: the government in the capital and another": no people.
                        Some(Piece::Mark(':' | '،' | ',')) => !matches!(
                            sentence.chunks.get(at + 2).map(|chunk| &chunk.piece),
                            Some(Piece::Word { noun: true })
                        ),
                        _ => false,
                    } =>
            {
                return self.attendance(sentence, at);
            }
            _ => {}
        }
        at + 1
    }

    /// "was": what somebody had, what the axis of the talks was, or that something is recalled.
    fn was(&mut self, sentence: &mut Sentence<'_>, at: usize) -> usize {
        let told = !self.is_quoted() && !sentence.background;
        if let Some(next) = told.then(|| self.had(sentence, at)).flatten() {
            return next;
        }
        let mut near = sentence.chunks.get(at + 1..).unwrap_or(&[]).iter().take(3);
        let had = near.any(|chunk| matches!(chunk.piece, Piece::Cue(Cue::Had)));
        // "A had met B"
        if self.is_pluperfect(sentence, at) {
            sentence.background = true;
        } else if self.is_axis(sentence, at) {
            return self.axis(sentence, at);
        } else if self.is_fronted_axis(sentence, at) {
            self.fronted_axis(sentence, at);
        }
        sentence.background |= had;
        at + 1
    }

    /// Whether the verb of an encounter stands right behind "was", where no day says that it is the news.
    fn is_pluperfect(&self, sentence: &Sentence<'_>, at: usize) -> bool {
        let past = sentence.chunks.get(at + 1).is_some_and(|chunk| match chunk.piece {
            Piece::Encounter(row) => self.encounter(row).is_some_and(|word| word.form == EncounterForm::Past),
            _ => false,
        });
        past && !tells_fresh_day(sentence.chunks)
    }

    /// "a statement of the ministry": whom the report is from, up to what it says.
    fn source(&mut self, sentence: &Sentence<'_>, at: usize) -> usize {
        let mut end = at + 1;
        while let Some(chunk) = sentence.chunks.get(end) {
            let named = match &chunk.piece {
                Piece::Word { noun } => *noun,
                Piece::Cue(cue) => matches!(cue, Cue::From | Cue::About | Cue::Homeland | Cue::Venue | Cue::Course),
                Piece::People(people) => people.iter().all(|person| person.name.is_none()),
                _ => false,
            };
            if !named {
                break;
            }
            end += 1;
        }
        let from = sentence.chunks.get(at).map(|chunk| (chunk.tokens.start, chunk.clitics));
        let to = sentence.chunks.get(end - 1).map(|chunk| chunk.tokens.end);
        if let (Some((from, clitics)), Some(to)) = (from, to.filter(|_| end > at + 1)) {
            let source = span(self.text, from..to, clitics);
            if let Some(event) = self.events.last_mut().filter(|event| event.source.is_none()) {
                event.source = Some(source);
            }
        }
        end
    }

    /// An occasion told before its encounter: kept for the clause that follows.
    pub(super) fn occasion_first(&mut self, sentence: &mut Sentence<'_>, occasion: Span, next: usize) -> usize {
        let refers = sentence.chunks.iter().take(next).any(|chunk| match chunk.piece {
            Piece::Encounter(row) => self
                .encounter(row)
                .is_some_and(|word| word.form == EncounterForm::Definite && word.kind != Some(MeetingKind::Visit)),
            _ => false,
        });
        if refers {
            sentence.same_occasion = true;
        }
        self.pending_occasion = Some(occasion);
        next
    }

    /// Whether a word at a place is in a relative clause: "who visited", "which he held".
    pub(super) fn is_relative(&self, sentence: &Sentence<'_>, at: usize) -> bool {
        sentence.follows(at, &[Cue::Relative, Cue::When])
    }

    /// Whether a relative clause has begun before a chunk and has not ended: at a comma, or at what is joined to it.
    fn is_inside_relative(&self, sentence: &Sentence<'_>, at: usize) -> bool {
        let before = sentence.chunks.get(..at).unwrap_or(&[]).iter().rev();
        before
            .take_while(|chunk| !matches!(chunk.piece, Piece::Mark(_)))
            .any(|chunk| matches!(chunk.piece, Piece::Cue(Cue::Relative)))
    }

    pub(super) fn is_skipped(&self, sentence: &Sentence<'_>, at: usize) -> bool {
        let future = sentence.chunks.get(at).is_some_and(|chunk| chunk.clitics.future);
        let negated = sentence.follows(at, &[Cue::Negation]);
        sentence.plan || sentence.background || future || negated
    }
}

/// Whether a sentence is about what happened today or yesterday.
fn tells_fresh_day(chunks: &[Chunk]) -> bool {
    chunks.iter().any(|chunk| match &chunk.piece {
        Piece::Date(date) => date.is_fresh(),
        _ => false,
    })
}
