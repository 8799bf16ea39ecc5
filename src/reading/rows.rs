//! What the grammar read as one phrase, parted by who has been met.

use super::Reader;
use super::encounters::is_of_two_sides;
use super::people::words_of;
use crate::grammar::arabic::particle;
use crate::grammar::{Chunk, PersonPhrase, Piece, span};
use crate::lexicon::{Clitics, Cue, EncounterForm, ObjectMark, Preposition, Sense, opens_with_article};

impl Reader<'_> {
    pub(super) fn part(&self, row: &mut Vec<Chunk>) {
        self.part_holders(row);
        self.part_names(row);
    }

    /// "Savchenko and Sadeghian signed", "Fidan met Sikorski", "conferred with Sikorski": what looks like one name, where each word of
    /// it is somebody met before, or is so without the particle written together with it.
    fn part_names(&self, row: &mut Vec<Chunk>) {
        let mut at = 0;
        while let Some(chunk) = row.get(at) {
            // An unknown word may be somebody's name behind whoever met him, or behind the word for it.
            let behind = || {
                let before = at.checked_sub(1).and_then(|before| row.get(before));
                before
                    .is_some_and(|chunk| matches!(chunk.piece, Piece::People(_) | Piece::Bare(_) | Piece::Encounter(_)))
            };
            let parts = match &chunk.piece {
                // "the Mongolian president N received Gryzlov": behind the one who did, another met before.
                Piece::People(people) => {
                    let verb = at.checked_sub(1).and_then(|before| row.get(before));
                    let met = verb.is_some_and(|verb| self.meets_directly(verb));
                    people
                        .first()
                        .filter(|_| met && people.len() == 1)
                        .and_then(|person| self.surname_behind(chunk, person))
                }
                // Few phrases have parts that are known; whether the whole is somebody's name is asked of those.
                Piece::Bare(person) => {
                    let parts = self.known_in(person, chunk.clitics);
                    parts.filter(|_| !self.people.knows(self.text, person))
                }
                Piece::Word { noun: false } if behind() => {
                    let unknown = PersonPhrase { tokens: chunk.tokens.clone(), ..PersonPhrase::default() };
                    self.known_in(&unknown, chunk.clitics)
                }
                _ => None,
            };
            if let Some(parts) = parts {
                row.splice(at..=at, parts);
            }
            at += 1;
        }
    }

    /// Whether a verb tells of an encounter with whoever stands behind its subject.
    fn meets_directly(&self, verb: &Chunk) -> bool {
        let Piece::Encounter(row) = verb.piece else { return false };
        self.encounter(row).is_some_and(|word| {
            word.form == EncounterForm::Past
                && word.object.has(ObjectMark::Direct)
                && word.kind.is_some_and(is_of_two_sides)
        })
    }

    /// Somebody with an office, and the one met before whose surname stands behind his name.
    fn surname_behind(&self, chunk: &Chunk, person: &PersonPhrase) -> Option<Vec<Chunk>> {
        const FEWEST: usize = 3;
        let last = person.tokens.end.checked_sub(1)?;
        let name = person.name.filter(|name| {
            self.text.source.get(name.start..name.end).is_some_and(|name| name.split_whitespace().count() >= FEWEST)
        })?;
        let surname = span(self.text, last..last + 1, Clitics::default());
        let other = PersonPhrase { name: Some(surname), tokens: last..last + 1, ..PersonPhrase::default() };
        let own = PersonPhrase {
            name: Some(crate::model::Span { end: span(self.text, last - 1..last, Clitics::default()).end, ..name }),
            tokens: person.tokens.start..last,
            ..person.clone()
        };
        // A family's name with the article is of many; so is what somebody's father is called.
        let foreign = !opens_with_article(self.text.text(last))
            && !person.tokens.clone().any(|token| self.text.any(token, |_, s| s == Sense::Cue(Cue::NameLink)));
        let ends_in_it = surname.end == name.end && !person.offices.is_empty() && foreign;
        if !ends_in_it || self.people.knows(self.text, person) || !self.people.knows(self.text, &other) {
            return None;
        }
        let chunk_of = |tokens, piece, clitics| Chunk { tokens, piece, clitics };
        Some(vec![
            chunk_of(person.tokens.start..last, Piece::People(vec![own]), chunk.clitics),
            chunk_of(last..last + 1, Piece::Bare(other), Clitics::default()),
        ])
    }

    /// Those met before whose names are the words of a phrase.
    fn known_in(&self, person: &PersonPhrase, clitics: Clitics) -> Option<Vec<Chunk>> {
        let whole = person.offices.is_empty() && person.honorifics.is_empty() && clitics.preposition.is_none();
        let known = |token: usize, clitics: Clitics| {
            let tokens = token..token + 1;
            let name = Some(span(self.text, tokens.clone(), clitics));
            let one = PersonPhrase { name, tokens: tokens.clone(), ..person.clone() };
            self.people.knows(self.text, &one).then_some(Chunk { tokens, piece: Piece::Bare(one), clitics })
        };
        let parted = |token: usize| known(token, particle(self.text.text(token))?);
        let first = person.tokens.start;
        match person.tokens.len() {
            1 if whole => Some(vec![parted(first)?]),
            2 if whole => {
                let second = parted(first + 1).or_else(|| known(first + 1, Clitics::default()))?;
                Some(vec![known(first, clitics)?, second])
            }
            _ => None,
        }
    }

    /// "The speaker received Mr N, the head of the Red Crescent": two people behind a verb, where the first office is known to be
    /// somebody else's. "The delegation of the crown prince includes the minister A": he too is told by his office alone.
    fn part_holders(&self, row: &mut Vec<Chunk>) {
        let mut at = 1;
        while at < row.len() {
            let verb = row.get(at - 1).is_some_and(|chunk| self.tells_of_encounter(chunk));
            let delegation = is_of_delegation(row, at);
            if let Some((holder, other, end)) = (verb || delegation).then(|| self.parted(row, at, delegation)).flatten()
            {
                row.splice(at..end, [holder, other]);
                at += 1;
            }
            at += 1;
        }
    }

    /// The two people of a phrase, and where the phrases end that are theirs; `sure` where the first office is another's anyhow.
    fn parted(&self, row: &[Chunk], at: usize, sure: bool) -> Option<(Chunk, Chunk, usize)> {
        let single = |at: usize| match row.get(at).map(|chunk| &chunk.piece) {
            Some(Piece::People(people)) if people.len() == 1 => people.first(),
            _ => None,
        };
        let person = single(at)?;
        let (name, [first, others @ ..]) = (person.name?, person.offices.as_slice()) else { return None };
        if first.title.end > name.start || !(sure || self.people.is_another_holders(self.text, first, name)) {
            return None;
        }
        // What he is stands behind the name, in a phrase of its own where the first office seemed to be his.
        let behind = single(at + 1).filter(|next| {
            let plain = !next.reference && !next.counterpart && !next.guest;
            others.is_empty() && next.name.is_none() && plain
        });
        let offices = behind.map_or(others, |next| next.offices.as_slice());
        if offices.is_empty() {
            return None;
        }
        let part = words_of(self.text, first.title).end;
        let clitics = row.get(at)?.clitics;
        let (of_holder, of_other) = person.honorifics.iter().partition(|span| span.start < first.title.end);
        let holder = PersonPhrase {
            tokens: person.tokens.start..part,
            honorifics: of_holder,
            offices: vec![first.clone()],
            name: None,
            country: first.countries.first().copied(),
            ..person.clone()
        };
        let other = PersonPhrase {
            tokens: part..behind.unwrap_or(person).tokens.end,
            honorifics: of_other,
            offices: offices.to_vec(),
            country: offices.iter().find_map(|office| office.countries.first().copied()),
            ..person.clone()
        };
        let chunk_of = |person: PersonPhrase, clitics| Chunk {
            tokens: person.tokens.clone(),
            piece: Piece::People(vec![person]),
            clitics,
        };
        let end = at + 1 + usize::from(behind.is_some());
        Some((chunk_of(holder, clitics), chunk_of(other, Clitics::default()), end))
    }
}

/// Whether a phrase is whose the delegation is that a sentence begins to list: "the delegation of A comprises".
fn is_of_delegation(row: &[Chunk], at: usize) -> bool {
    let lists = |chunk: &Chunk| matches!(chunk.piece, Piece::Cue(Cue::DelegationList));
    let between = |chunk: &Chunk| matches!(chunk.piece, Piece::Cue(Cue::CompanyParty) | Piece::Word { .. });
    let of =
        |chunk: &Chunk| matches!(chunk.piece, Piece::People(_)) && chunk.clitics.preposition == Some(Preposition::For);
    row.get(at).is_some_and(of)
        && row.first().is_some_and(lists)
        && row.get(1..at).is_some_and(|rest| rest.iter().all(between))
}
