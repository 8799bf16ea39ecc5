//! A sentence as a row of phrases.

use super::arabic;
use super::{Cursor, DatePhrase, PersonPhrase, PlacePhrase, TokenRange};
use crate::lexicon::{Clitics, Cue, HonorificKind, Kind as SenseKind, Kinds, Lead, Preposition, Sense, VerbKind};
use crate::token::Kind;

/// One phrase of a sentence.
#[derive(Debug, Clone)]
pub(crate) struct Chunk {
    pub(crate) piece: Piece,
    pub(crate) tokens: TokenRange,
    /// What is written together with its first word.
    pub(crate) clitics: Clitics,
}

/// What a phrase is.
#[derive(Debug, Clone)]
pub(crate) enum Piece {
    /// A word that tells of an encounter: its row in the table.
    Encounter(u16),
    /// A word that brings in a topic: its row in the table.
    Act(u16),
    People(Vec<PersonPhrase>),
    /// What may be a name, with nothing round it that says so.
    Bare(PersonPhrase),
    Date(DatePhrase),
    Place(PlacePhrase),
    Cue(Cue),
    Verb(VerbKind),
    Mark(char),
    /// Anything else; whether it is known to be an ordinary noun.
    Word {
        noun: bool,
    },
}

/// As many phrases of a sentence, every person for one, as are read together. Sentences of prose have three hundred at the
/// very most; what looks ahead and back in one that never ends would look at all of it for every phrase.
pub(crate) const MOST_PHRASES: usize = 512;

/// Cuts a sentence into phrases, so many at most; gives what is left of it.
pub(crate) fn chunks<'a>(sentence: Cursor<'a>, chunks: &mut Vec<Chunk>) -> Cursor<'a> {
    chunks.clear();
    let mut at = sentence;
    let mut count = 0;
    while let Some(token) = at.token().filter(|_| count < MOST_PHRASES) {
        let (rest, piece, clitics) = match token.kind {
            Kind::Mark(mark) => (at.to(at.at + 1), Piece::Mark(mark), Clitics::default()),
            Kind::Number(_) => match arabic::date(at) {
                Ok((rest, date)) => (rest, Piece::Date(date), Clitics::default()),
                Err(_) => (at.to(at.at + 1), Piece::Word { noun: false }, Clitics::default()),
            },
            Kind::Word => word(at),
            // Where a sentence goes on past the end of its line, that says nothing.
            Kind::LineEnd => {
                at = at.to(at.at + 1);
                continue;
            }
        };
        let rest = if rest.at > at.at { rest } else { at.to(at.at + 1) };
        let piece = if is_finite(at, &piece) && governed(chunks) { Piece::Word { noun: true } } else { piece };
        count += if let Piece::People(people) = &piece { people.len() } else { 1 };
        chunks.push(Chunk { piece, tokens: at.at..rest.at, clitics });
        at = rest;
    }
    at
}

/// Whether "about" follows within a few words.
fn expresses(at: Cursor<'_>) -> bool {
    (at.at..at.end.min(at.at + 8)).map(|token| at.to(token)).any(|word| {
        // "from afar" begins with its letters.
        word.is(Cue::About) && !word.is(Cue::Currently)
    })
}

/// Whether the last phrase is a preposition, after which no finite verb can stand.
fn governed(chunks: &[Chunk]) -> bool {
    chunks.last().is_some_and(|chunk| {
        matches!(
            chunk.piece,
            Piece::Cue(
                Cue::In
                    | Cue::On
                    | Cue::From
                    | Cue::To
                    | Cue::With
                    | Cue::Between
                    | Cue::About
                    | Cue::After
                    | Cue::During
            )
        )
    })
}

fn is_finite(at: Cursor<'_>, piece: &Piece) -> bool {
    let lexicon = at.text.lexicon;
    match piece {
        Piece::Encounter(row) => lexicon.encounters.get(*row as usize).is_some_and(|word| word.form.is_finite()),
        Piece::Verb(_) => true,
        _ => false,
    }
}

fn word(at: Cursor<'_>) -> (Cursor<'_>, Piece, Clitics) {
    if at.text.is_unknown(at.at) { unknown(at) } else { known(at) }
}

/// A word that is nothing the tables know: somebody's name, where one can be.
fn unknown(at: Cursor<'_>) -> (Cursor<'_>, Piece, Clitics) {
    if let Some((rest, person, clitics)) = arabic::bare_person(at) {
        let piece = if person.offices.is_empty() { Piece::Bare(person) } else { Piece::People(vec![person]) };
        return (rest, piece, clitics);
    }
    (at.to(at.at + 1), Piece::Word { noun: super::arabic::is_definite(at) }, clitics_at(at))
}

fn known(at: Cursor<'_>) -> (Cursor<'_>, Piece, Clitics) {
    if let Ok((rest, date)) = arabic::date(at) {
        return (rest, Piece::Date(date), clitics_at(at));
    }
    // "His Excellency" stands for somebody, whatever else it may be.
    const ADDRESS: Kinds = Kinds::of(&[SenseKind::Honorific], &[]);
    if at.any_of(ADDRESS, |c, s| !c.future && matches!(s, Sense::Honorific(HonorificKind::Reference, _))) {
        if let Ok((rest, people)) = arabic::people(at) {
            return (rest, Piece::People(people), clitics_at_people(at));
        }
    }
    if let Some((rest, person)) = introduced_behind(at) {
        return (rest, Piece::People(vec![person]), Clitics::default());
    }
    const STRUCTURE: Kinds = Kinds::of(&[SenseKind::Encounter, SenseKind::Act], &[]).with(Kinds::CUES);
    let structure = at.find_of(STRUCTURE, |c, s| match s {
        Sense::Cue(cue)
            if cue != Cue::NameLink
                && cue != Cue::Divine
                && !matches!(
                    cue,
                    Cue::Descent
                        | Cue::Patronymic
                        | Cue::Of
                        | Cue::Matter
                        | Cue::Relation
                        | Cue::Chairs
                        | Cue::Attitude
                        | Cue::Bystanders
                        | Cue::Farewell
                ) =>
        {
            Some(Piece::Cue(cue))
        }
        Sense::Encounter(row) => Some(Piece::Encounter(row)),
        // "in the form of": behind a preposition the letters are no verb's.
        Sense::Act(row) if c.preposition.is_some() && at.text.lexicon.is_framing(row) => None,
        Sense::Act(row) if !c.future || c.preposition.is_none() => Some(Piece::Act(row)),
        _ => None,
    });
    let structure = match structure {
        // Words like "capital" open a place; "in" with a place behind it is the place.
        Some((Piece::Cue(Cue::In), rest, clitics)) => match place_behind(rest) {
            Some((rest, place)) => return (rest, Piece::Place(PlacePhrase { inside: true, ..place }), clitics),
            None => Some((Piece::Cue(Cue::In), rest, clitics)),
        },
        Some((Piece::Cue(Cue::Venue), _, clitics)) => match arabic::people(at) {
            Ok((rest, people)) if people.iter().any(|person| person.name.is_some()) => {
                return (rest, Piece::People(people), clitics);
            }
            _ => match arabic::venue(at) {
                Ok((rest, ())) => return (rest, Piece::Cue(Cue::Venue), clitics),
                Err(_) => None,
            },
        },
        // "Ali Hassan, the minister of", spelled like "on" but for the dots of its ya.
        Some((Piece::Cue(Cue::On), rest, clitics)) if arabic::begins_with_ali(at) => {
            match arabic::bare_person(at).filter(|(_, person, _)| !person.offices.is_empty()) {
                Some((rest, person, clitics)) => return (rest, Piece::People(vec![person]), clitics),
                None => Some((Piece::Cue(Cue::On), rest, clitics)),
            }
        }
        // "Through" is spelled like "expressed": the verb has its "about" near.
        Some((Piece::Act(_), rest, clitics)) if at.is(Cue::Through) && !expresses(rest) => {
            return (rest, Piece::Cue(Cue::Through), clitics);
        }
        // "It was also agreed": the verb is one of its own.
        Some((Piece::Cue(Cue::Also), ..)) if at.is_with(Cue::Continuation, Clitics::at_most_conjunction) => {
            at.find(|c, s| {
                (c.at_most_conjunction() && s == Sense::Cue(Cue::Continuation)).then_some(Piece::Cue(Cue::Continuation))
            })
        }
        // "Here" is spelled like "congratulated" without its hamza.
        Some((Piece::Encounter(_) | Piece::Act(_), rest, clitics))
            if at.is(Cue::Currently) && !arabic::shows_hamza(at) =>
        {
            return (rest, Piece::Cue(Cue::Currently), clitics);
        }
        // "Attended it" and the title "hadra" fold alike.
        Some((Piece::Cue(Cue::Presence), rest, clitics)) if !arabic::is_feminine(at.text.text(at.at)) => {
            return (rest, Piece::Cue(Cue::Presence), clitics);
        }
        Some((Piece::Cue(Cue::Town), rest, clitics)) => match arabic::place(at) {
            Ok((rest, place)) => {
                return (
                    rest,
                    Piece::Place(PlacePhrase { inside: clitics.preposition == Some(Preposition::By), ..place }),
                    clitics,
                );
            }
            Err(_) => Some((Piece::Cue(Cue::Town), rest, clitics)),
        },
        other => other,
    };
    // "a press conference": a longer noun, which nobody is met at.
    if let Some((Piece::Encounter(_), shorter, _)) = &structure {
        let noun = at.find_of(Kinds::of(&[SenseKind::Noun], &[]), |_, s| (s == Sense::Noun).then_some(()));
        if let Some(((), rest, clitics)) = noun.filter(|(_, rest, _)| rest.at > shorter.at) {
            return (rest, Piece::Word { noun: true }, clitics);
        }
    }
    // "Dar es Salaam" begins with a verb's letters: the longer reading is the town.
    let longer = structure
        .as_ref()
        .and_then(|(_, shorter, _)| place_behind(at).filter(|(rest, _)| rest.at > at.at + 1 && rest.at > shorter.at));
    if let Some((rest, place)) = longer {
        return (rest, Piece::Place(place), clitics_at(at));
    }
    let length = structure.as_ref().map_or(0, |(_, rest, _)| rest.at - at.at);
    if let Ok((rest, people)) = arabic::people(at) {
        let named = people.iter().any(|person| person.name.is_some());
        let soft = !matches!(structure, Some((Piece::Encounter(_) | Piece::Act(_), ..)))
            || named && rest.at - at.at > length + 1;
        // "parliamentary": an adjective of the noun before, not a member of parliament.
        let adjective = people.iter().all(|person| person.name.is_none() && person.honorifics.is_empty())
            && at.any(|c, s| c.is_none() && matches!(s, Sense::Subject(..)))
            && at.back(1).is_some_and(|before| {
                before.any(|_, s| {
                    let party = matches!(s, Sense::Cue(Cue::CompanyParty | Cue::Crowd));
                    party || matches!(s, Sense::Noun | Sense::Subject(..) | Sense::Institution { .. })
                })
            });
        if adjective {
            return (at.to(at.at + 1), Piece::Word { noun: true }, Clitics::default());
        }
        if rest.at - at.at > length || soft && rest.at - at.at >= length {
            return (rest, Piece::People(people), clitics_at_people(at));
        }
    }
    if let Some((piece, rest, clitics)) = structure {
        return (rest, piece, clitics);
    }
    if let Some((rest, place)) = place_behind(at) {
        return (rest, Piece::Place(place), clitics_at(at));
    }
    if let Some((kind, rest, clitics)) = at.find_of(Kinds::of(&[SenseKind::Verb], &[]), |_, s| match s {
        Sense::Verb(kind) => Some(kind),
        _ => None,
    }) {
        let also_noun = at.any(|_, s| matches!(s, Sense::Noun | Sense::Name));
        if !(kind == VerbKind::Weak || also_noun) {
            return (rest, Piece::Verb(kind), clitics);
        }
    }
    // "of the Inter-Parliamentary Union", "good intentions": whole, or its words would begin somebody's title or name.
    const WHOLE: Kinds = Kinds::of(&[SenseKind::Organization, SenseKind::Noun], &[]);
    let whole = at.find_of(WHOLE, |c, s| (!c.future && matches!(s, Sense::Organization | Sense::Noun)).then_some(()));
    if let Some(((), rest, clitics)) = whole.filter(|(_, rest, _)| rest.at > at.at + 1) {
        return (rest, Piece::Word { noun: true }, clitics);
    }
    let noun = at.find(|c, s| {
        (!c.future
            && matches!(
                s,
                Sense::Noun
                    | Sense::Subject(..)
                    | Sense::Institution { .. }
                    | Sense::Organization
                    | Sense::Nationality { .. }
            ))
        .then_some(())
    });
    if let Some(((), _, clitics)) = noun {
        if !at.any(|c, s| c.is_none() && s == Sense::Name) {
            return (at.to(at.at + 1), Piece::Word { noun: true }, clitics);
        }
    }
    unknown(at)
}

/// "met Barack Obama, president of", "with Faisal bin Farhan, minister of": a known first name that is spelled like something else,
/// right behind what somebody must follow, where an office behind it says whose name it is.
fn introduced_behind(at: Cursor<'_>) -> Option<(Cursor<'_>, PersonPhrase)> {
    const OTHERS: Kinds = Kinds::of(
        &[SenseKind::Encounter, SenseKind::Act, SenseKind::Town, SenseKind::Country, SenseKind::Verb],
        &[Cue::Until, Cue::That],
    );
    if !at.may_be(OTHERS) || !at.any(|c, s| c.is_none() && s == Sense::Name) {
        return None;
    }
    let lexicon = at.text.lexicon;
    let follows = at.back(1)?.any(|c, s| match s {
        Sense::Cue(Cue::With | Cue::From | Cue::To | Cue::Between) => c.at_most_conjunction(),
        Sense::Encounter(row) => {
            c.at_most_conjunction() && lexicon.encounters.get(row as usize).is_some_and(|word| word.form.is_finite())
        }
        _ => false,
    });
    let (rest, person, _) = Some(at).filter(|_| follows).and_then(arabic::bare_person)?;
    (!person.offices.is_empty()).then_some((rest, person))
}

fn place_behind(at: Cursor<'_>) -> Option<(Cursor<'_>, PlacePhrase)> {
    arabic::place(at).ok()
}

fn clitics_at(at: Cursor<'_>) -> Clitics {
    at.find(|c, s| (!matches!(s, Sense::Cue(_))).then_some(c)).map(|(c, _, _)| c).unwrap_or_default()
}

/// The clitics on the first word of a person.
fn clitics_at_people(at: Cursor<'_>) -> Clitics {
    at.find(|c, s| matches!(s, Sense::Office(..) | Sense::Honorific(..)).then_some(c))
        .map(|(c, _, _)| c)
        .unwrap_or_default()
}

impl Chunk {
    /// Whether the chunk opens with one of the prepositions that an act wants before its topic.
    pub(crate) fn leads(&self, leads: crate::lexicon::Leads, text: &crate::lexicon::Tagged<'_>) -> Option<usize> {
        match &self.piece {
            Piece::Cue(cue) if self.clitics.preposition.is_none() => {
                let lead = match cue {
                    Cue::On => Some(Lead::On),
                    Cue::To => Some(Lead::To),
                    Cue::About if text.any(self.tokens.start, |_, s| s == Sense::Cue(Cue::Of)) => Some(Lead::Of),
                    Cue::About => Some(Lead::About),
                    Cue::In => Some(Lead::In),
                    Cue::From => Some(Lead::From),
                    _ => None,
                }?;
                let alike = matches!(lead, Lead::About)
                    && (leads.has(Lead::Concerning) || leads.has(Lead::Regarding) || leads.has(Lead::Towards));
                (leads.has(lead) || alike).then_some(self.tokens.end)
            }
            _ => match self.clitics.preposition {
                Some(Preposition::By) if leads.has(Lead::By) => Some(self.tokens.start),
                Some(Preposition::For) if leads.has(Lead::For) => Some(self.tokens.start),
                None if leads.has(Lead::By)
                    && matches!(self.piece, Piece::Bare(_))
                    && text.is_unknown(self.tokens.start) =>
                {
                    text.text(self.tokens.start).starts_with('ب').then_some(self.tokens.start)
                }
                _ => None,
            },
        }
    }
}
