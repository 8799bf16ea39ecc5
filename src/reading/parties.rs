//! The sides of an encounter: groups of people resolved to whom they mean.

use super::Reader;
use super::people::{PersonId, add_new};
use super::sentence::Group;
use crate::grammar::PersonPhrase;
use crate::lexicon::{Number, Sense};
use crate::model::Span;

impl Reader<'_> {
    /// Whether everybody of a group is somebody met before, or introduced here by an office.
    pub(super) fn knows_all(&self, group: &Group) -> bool {
        group.people.iter().all(|person| !person.offices.is_empty() || self.people.knows(self.text, person))
    }

    pub(super) fn ids(&mut self, people: &[PersonPhrase], subject: Option<PersonId>) -> Vec<PersonId> {
        let mut ids = Vec::with_capacity(people.len());
        for person in people {
            if let Some(sides) = self.sides_meant(person) {
                ids.extend(sides);
                continue;
            }
            add_new(&mut ids, self.one_meant(person, subject));
        }
        ids
    }

    /// Whom somebody is, known before or from here on.
    fn one_meant(&mut self, person: &PersonPhrase, subject: Option<PersonId>) -> Option<PersonId> {
        self.official_meant(person).or_else(|| self.people.resolve(self.text, person, subject))
    }

    /// "The Turkish official": whoever of that country met last, whatever his office.
    fn official_meant(&self, person: &PersonPhrase) -> Option<PersonId> {
        let office = person.offices.first().filter(|_| person.name.is_none() && person.country.is_some())?;
        let official = self.text.lexicon.office_class(office.class) == Some("official");
        if !official || !office.definite || office.number != Number::One {
            return None;
        }
        let mut met = self.events.iter().rev().flat_map(|event| event.principals.iter().copied());
        met.find(|id| self.people.get(*id).is_some_and(|known| known.name.is_some() && known.country == person.country))
    }

    /// "The two ministers": the sides of the encounter just told who are ministers.
    pub(super) fn sides_meant(&self, person: &PersonPhrase) -> Option<Vec<PersonId>> {
        let office = person.offices.first()?;
        if person.name.is_some() || office.number == Number::One || !office.definite || !office.countries.is_empty() {
            return None;
        }
        // "The two presidents": who have been named, where no encounter has been told.
        let Some(event) = self.events.last() else {
            let two = office.number == Number::Two;
            return two.then(|| self.people.last_two(self.text, office)).flatten();
        };
        let fitting: Vec<PersonId> = event
            .principals
            .iter()
            .copied()
            .filter(|id| self.people.get(*id).is_some_and(|known| known.holds(self.text, office)))
            .collect();
        if fitting.len() >= 2 { Some(fitting) } else { Some(event.principals.clone()).filter(|all| all.len() >= 2) }
    }

    /// Resolves a group in a core place of an encounter, where even a bare name is somebody.
    pub(super) fn group_ids(&mut self, group: &Group, subject: Option<PersonId>) -> Vec<PersonId> {
        if group.bare {
            // Whoever nobody has introduced: at least one word must be known to be a name.
            let introduced =
                |person: &&PersonPhrase| !person.offices.is_empty() || self.people.knows(self.text, person);
            let strong = group.people.iter().filter(|person| !introduced(person)).all(|person| {
                person.name.is_some_and(|name| self.word_count(name) >= 2)
                    && person
                        .tokens
                        .clone()
                        .any(|at| self.text.any(at, |c, s| c.at_most_conjunction() && s == Sense::Name))
            });
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
            if !ids.is_empty() && self.are_members(person) {
                continue;
            }
            // "A and his counterpart B": the counterpart is A's.
            // "met the king of Thailand and his Thai counterpart": a man's counterpart is not of his own country.
            let country = |id: &PersonId| self.people.get(*id).and_then(|known| known.country);
            // Nor, beside a guest who is told to be of another country, of somebody whose country goes without saying.
            let guest = subject.is_some_and(|id| country(&id).is_some_and(|of| Some(of) != person.country));
            let first = ids
                .first()
                .filter(|id| person.country.is_none() || country(id).map_or(!guest, |of| Some(of) != person.country));
            let of = first.copied().or(subject);
            add_new(&mut ids, self.one_meant(person, of));
        }
        if group.foreign {
            self.people.mark_foreign(&ids);
        }
        ids
    }

    /// "and the members of the council": company of whoever is named before.
    fn are_members(&self, person: &PersonPhrase) -> bool {
        let lexicon = self.text.lexicon;
        person.name.is_none()
            && person.offices.first().is_some_and(|office| {
                office.number == Number::Many && lexicon.office_class(office.class) == Some("member")
            })
    }

    pub(super) fn word_count(&self, name: Span) -> usize {
        self.text.source.get(name.start..name.end).map_or(0, |name| name.split_whitespace().count())
    }
}
