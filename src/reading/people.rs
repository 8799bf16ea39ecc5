//! Who is who: mentions merged into people.

use super::names::{Name, Sketch};
use crate::grammar::{OfficePhrase, PersonPhrase, TokenRange, arabic};
use crate::lexicon::{Gender, Number, Sense, Tagged, opens_with_article};
use crate::model::{Country, Rank, Rule, Span};
use crate::token::fold::{fold_into, is_no_letter};
use rustc_hash::{FxHashMap, FxHashSet};

/// A person of the bulletin, by his place in the registry.
pub(super) type PersonId = usize;

/// As many people as most texts name: room made once.
const USUAL_PEOPLE: usize = 8;

/// Adds those who are not there yet.
pub(super) fn add_new(people: &mut Vec<PersonId>, more: impl IntoIterator<Item = PersonId>) {
    for id in more {
        if !people.contains(&id) {
            people.push(id);
        }
    }
}

/// All that the bulletin says of one person.
#[derive(Debug, Clone, Default)]
pub(super) struct Person {
    pub(super) name: Option<Span>,
    /// The fullest name, as it is compared.
    known_as: Name,
    pub(super) honorifics: Vec<Span>,
    pub(super) offices: Vec<OfficePhrase>,
    /// How the name was told to be one.
    pub(super) named_by: Option<Rule>,
    pub(super) country: Option<Country>,
    /// How the country was told, where it was.
    pub(super) country_by: Option<Rule>,
    gender: Option<Gender>,
    /// The rank of the person whose counterpart this is.
    pub(super) counterpart_rank: Option<Rank>,
    /// In the order of the text.
    pub(super) mentions: Vec<Span>,
    /// Introduced as somebody's counterpart.
    pub(super) is_counterpart: bool,
    /// Speaks for the country of whoever writes.
    pub(super) at_home: bool,
    /// Speaks for another country, which is not told, or for many.
    pub(super) foreign: bool,
}

impl Person {
    /// Unnamed people of whom only the office is told, and for no country: no side of their own.
    pub(super) fn is_crowd(&self) -> bool {
        self.name.is_none()
            && self.offices.iter().all(|office| {
                office.number == Number::Many
                    && office.countries.is_empty()
                    && office.organization.is_none()
                    && matches!(
                        office.rank,
                        Rank::Other
                            | Rank::Director
                            | Rank::BusinessLeader
                            | Rank::DelegationMember
                            | Rank::DeputyMinister
                            | Rank::HeadOfOrganization
                    )
            })
    }

    fn glance(&self) -> Glance {
        // "the minister" may be a foreign minister's counterpart.
        let ministers = self.counterpart_rank.filter(|rank| *rank == Rank::ForeignMinister).map(|_| Rank::Minister);
        let ranks = self.counterpart_rank.into_iter().chain(ministers).map(Posts::of_rank);
        let posts = self.offices.iter().map(Posts::of).chain(ranks).fold(0, |all, posts| all | posts.0);
        Glance { name: self.known_as.sketch, posts: Posts(posts) }
    }

    pub(super) fn has_organization(&self) -> Option<Span> {
        self.offices.iter().find_map(|office| office.organization)
    }

    /// Whether an office can be one of this person's: the same by its head or rank, and of the same body where both name it.
    pub(super) fn holds(&self, text: &Tagged<'_>, office: &OfficePhrase) -> bool {
        // "the minister" may be the counterpart of a foreign minister.
        let minister =
            |rank: Rank| office.rank == Rank::Minister && office.institution.is_none() && rank == Rank::ForeignMinister;
        self.counterpart_rank.is_some_and(|rank| rank == office.rank || minister(rank))
            || self.offices.iter().any(|own| {
                own.rank == office.rank && is_one_of_a_kind(own.rank)
                    || (own.class == office.class || own.rank == office.rank && own.rank != Rank::Other)
                        && bodies_agree(text, own, office)
            })
    }
}

/// What is asked of everybody remembered before anybody is looked at closely.
#[derive(Debug, Clone, Copy, Default)]
struct Glance {
    name: Sketch,
    posts: Posts,
}

/// The ranks of offices and, in one of 32 ways each, their classes.
#[derive(Debug, Clone, Copy, Default)]
struct Posts(u64);

impl Posts {
    fn of(office: &OfficePhrase) -> Self {
        Self(Self::of_rank(office.rank).0 | 1 << (32 + office.class % 32))
    }

    fn of_rank(rank: Rank) -> Self {
        const _: () = assert!(Rank::ALL.len() <= 32);
        Self(1 << rank as u32)
    }

    fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

/// Everybody met so far.
#[derive(Debug, Default)]
pub(super) struct Registry {
    all: Vec<Person>,
    /// The same people at a glance, side by side.
    glances: Vec<Glance>,
    /// Whom each name in the text was found to mean: a phrase is asked for more than once.
    named_at: FxHashMap<Span, PersonId>,
    /// So many people, the last ones, are known again: whatever is fed in costs no more than this for each.
    memory: usize,
    /// Who was last spoken of as doing something.
    pub(super) last_subject: Option<PersonId>,
    /// Who says or does something before any encounter is told: "A said … . This came at his meeting with B".
    pub(super) first_doer: Option<PersonId>,
    pub(super) last_object: Option<PersonId>,
    /// Who handed over the letter told last, where he is no side of it.
    pub(super) bearer: Option<PersonId>,
    /// The country of whoever writes, where the envelope tells it.
    pub(super) home: Option<Country>,
}

impl Registry {
    pub(super) fn remembering(memory: usize) -> Self {
        let all = Vec::with_capacity(USUAL_PEOPLE);
        let glances = Vec::with_capacity(USUAL_PEOPLE);
        Self { all, glances, memory, ..Self::default() }
    }

    /// Those met so far, the last one first, as far back as anybody remembers.
    fn recent(&self) -> impl Iterator<Item = PersonId> + use<> {
        let count = self.all.len();
        (count.saturating_sub(self.memory)..count).rev()
    }

    /// Those of them who at a glance may be meant.
    fn recent_like(&self, is: impl Fn(&Glance) -> bool) -> impl Iterator<Item = PersonId> {
        self.recent().filter(move |id| self.glances.get(*id).is_some_and(&is))
    }

    /// Where the first person stands who made another be forgotten.
    pub(super) fn beyond_memory(&self) -> Option<Span> {
        self.all.get(self.memory)?.mentions.first().copied()
    }

    pub(super) fn get(&self, id: PersonId) -> Option<&Person> {
        self.all.get(id)
    }

    /// The person of a phrase: one met before, or a new one. None for a reference to nobody known.
    pub(super) fn resolve(
        &mut self,
        text: &Tagged<'_>,
        phrase: &PersonPhrase,
        subject: Option<PersonId>,
    ) -> Option<PersonId> {
        let rank = subject
            .and_then(|subject| self.get(subject))
            .and_then(|subject| leading_rank(&subject.offices, subject.counterpart_rank));
        let named_before = phrase.name.and_then(|span| self.named_at.get(&span).copied()).filter(|_| !phrase.reference);
        let name = phrase.name.filter(|_| named_before.is_none()).map(|span| (span, Name::of(text, span)));
        let known = if named_before.is_some() {
            named_before
        } else if phrase.reference {
            Some(self.addressee(text, phrase).or_else(|| self.referent(phrase.gender))?)
        } else if let Some((_, name)) = &name {
            self.by_name(text, name, phrase)
        } else if phrase.counterpart {
            self.counterpart_met(phrase, rank)
        } else if phrase.guest {
            self.guest_met(phrase)
        } else {
            self.by_office(text, phrase)
        };
        let id = match known {
            Some(id) => id,
            None => {
                self.all.push(Person::default());
                self.glances.push(Glance::default());
                self.all.len() - 1
            }
        };
        // "his advisers A and B": of his country.
        // "his counterpart" and "his guest" are of another.
        let own = !phrase.counterpart && !phrase.guest;
        let owner =
            phrase.offices.first().filter(|office| own && office.countries.is_empty() && is_owned(text, office));
        let owner = owner.and_then(|_| self.get(subject?)?.country);
        let person = self.all.get_mut(id)?;
        let span = token_span(text, phrase);
        if let Err(place) = person.mentions.binary_search(&span) {
            person.mentions.insert(place, span);
        }
        if phrase.reference {
            return Some(id);
        }
        if let Some((name, known_as)) = name {
            if known_as.len() > person.known_as.len() {
                person.known_as = known_as;
                person.name = Some(name);
                person.named_by = Some(naming_rule(phrase, name));
            }
        }
        if let Some(span) = phrase.name {
            self.named_at.insert(span, id);
        }
        person.is_counterpart |= phrase.counterpart;
        if phrase.counterpart && person.counterpart_rank.is_none() {
            person.counterpart_rank = rank;
        }
        // A first full introduction says what he is; later shorter ones add nothing.
        let introduces =
            person.offices.is_empty() || phrase.name.is_some() && phrase.offices.len() > person.offices.len();
        if introduces && !phrase.offices.is_empty() {
            person.offices = phrase.offices.clone();
        }
        if person.honorifics.is_empty() {
            person.honorifics.clone_from(&phrase.honorifics);
        }
        let woman = phrase.offices.first().is_some_and(|office| is_feminine(text, office.title));
        person.gender = person.gender.or(phrase.gender).or(woman.then_some(Gender::Feminine));
        if person.country.is_none() && phrase.country.is_some() {
            person.country = phrase.country;
            person.country_by = Some(Rule::NamedInOffice);
        }
        if let Some(country) = owner.filter(|_| person.country.is_none()) {
            person.country = Some(country);
            person.country_by = Some(Rule::OfReceivingSide);
        }
        person.at_home |= phrase.offices.iter().any(|office| office.at_home);
        person.foreign |= phrase.offices.iter().any(|office| office.of_many);
        if let Some(glance) = self.glances.get_mut(id) {
            *glance = person.glance();
        }
        Some(id)
    }

    /// The country of whoever is introduced first, where his office is one of state.
    pub(super) fn first_country(&self) -> Option<Country> {
        let first = self.all.iter().min_by_key(|person| person.mentions.first().copied())?;
        let office = first.offices.first().filter(|office| office.names_country && is_of_state(office.rank))?;
        office.countries.first().copied()
    }

    /// The one country that those at the head of bodies are told to be of, where nobody else is told to be of any: "the head of the
    /// Tunisian union of journalists".
    pub(super) fn country_of_bodies(&self) -> Option<Country> {
        let told = || self.all.iter().flat_map(|person| &person.offices).filter(|office| office.names_country);
        let body = |office: &OfficePhrase| {
            office.institution.is_some()
                && matches!(office.rank, Rank::HeadOfOrganization | Rank::SecretaryGeneral | Rank::Director)
        };
        let country = told().next()?.countries.first().copied();
        told().all(|office| body(office) && office.countries.first().copied() == country).then_some(country?)
    }

    /// Whoever holds an office that says no country is of this one; beside a guest only where it is one of state.
    pub(super) fn presume_of_first(&mut self, id: PersonId, country: Country, with_guests: bool, head: bool) {
        let Some(person) = self.all.get_mut(id) else { return };
        let abroad = person.has_organization().is_some() || person.foreign || person.is_counterpart;
        // A second head of state would be another's.
        let fits = |office: &OfficePhrase| {
            (head || office.rank != Rank::HeadOfState) && (!with_guests || is_of_state(office.rank))
        };
        if person.country.is_none() && !abroad && person.offices.first().is_some_and(fits) {
            person.country = Some(country);
            person.country_by = Some(Rule::OfFirst);
        }
    }

    /// Whom somebody represents, where his own office does not say it.
    pub(super) fn presume_country(&mut self, id: PersonId, country: Country) {
        if let Some(person) =
            self.all.get_mut(id).filter(|person| person.country.is_none() && person.has_organization().is_none())
        {
            person.country = Some(country);
            person.country_by = Some(Rule::OfReceivingSide);
        }
    }

    /// Whoever is named as one of several told by their office alone holds it: "his advisers. They are A and B".
    pub(super) fn make_one_of(&mut self, id: PersonId, several: PersonId) {
        let Some(of) = self.get(several).cloned() else { return };
        let Some(person) = self.all.get_mut(id).filter(|person| person.offices.is_empty()) else { return };
        person.offices = of.offices;
        person.offices.iter_mut().for_each(|office| office.number = Number::One);
        if person.country.is_none() {
            person.country = of.country;
            person.country_by = of.country_by;
        }
    }

    pub(super) fn mark_foreign(&mut self, people: &[PersonId]) {
        for id in people {
            if let Some(person) = self.all.get_mut(*id) {
                person.foreign = true;
            }
        }
    }

    /// Whose encounter it is that is told without a subject.
    pub(super) fn doer(&self) -> Option<PersonId> {
        self.last_subject.or(self.first_doer)
    }

    /// Whether a bare name is somebody met before.
    pub(super) fn knows(&self, text: &Tagged<'_>, phrase: &PersonPhrase) -> bool {
        phrase.name.is_some_and(|name| {
            let name = Name::of(text, name);
            self.named(&name).is_some()
        })
    }

    /// Whoever was introduced with the form of address that is said again: "His Highness" is a prince.
    fn addressee(&self, text: &Tagged<'_>, phrase: &PersonPhrase) -> Option<PersonId> {
        /// So many letters tell the forms of address apart.
        const STEM: usize = 3;
        let mut folded = String::new();
        let mut stem = |word: &str| -> [char; STEM] {
            folded.clear();
            fold_into(word, &mut folded);
            let mut letters = arabic::without_article(&folded).chars();
            std::array::from_fn(|_| letters.next().unwrap_or(' '))
        };
        let words = |span: &Span| text.source.get(span.start..span.end).unwrap_or("").split_whitespace();
        let said = stem(words(phrase.honorifics.first()?).last()?);
        let fits = |id: &PersonId| {
            self.get(*id).is_some_and(|person| {
                (phrase.gender.is_none() || person.gender.is_none_or(|gender| Some(gender) == phrase.gender))
                    && (person.honorifics.iter().flat_map(words).any(|word| stem(word) == said)
                        // "His Highness the crown prince": the form of address is of his title.
                        || person.offices.iter().filter_map(|own| words(&own.title).next()).any(|word| stem(word) == said))
            })
        };
        self.last_subject.into_iter().chain(self.last_object).chain(self.recent()).find(fits)
    }

    fn referent(&self, gender: Option<Gender>) -> Option<PersonId> {
        let recent = || self.last_subject.into_iter().chain(self.last_object).chain(self.recent());
        let of = |id: &PersonId| self.get(*id).and_then(|person| person.gender);
        let fits = |id: &PersonId| gender.is_none() || of(id).is_none_or(|own| Some(own) == gender);
        // Feminine forms of address are rarer and surer: somebody known to be a woman goes first.
        let exact = recent().find(|id| gender == Some(Gender::Feminine) && of(id) == gender);
        exact.or_else(|| recent().find(fits))
    }

    /// Whoever may have this name.
    fn named(&self, name: &Name) -> Option<PersonId> {
        let agrees = |id: &PersonId| self.get(*id).is_some_and(|person| person.known_as.agrees(name));
        let mut agreeing = self.recent_like(|glance| glance.name.may_agree(&name.sketch)).filter(agrees);
        // Of several of one family the one in office: "Clinton" behind "the former president N Clinton".
        let in_office =
            |id: &PersonId| self.get(*id).is_some_and(|person| person.offices.iter().all(|office| !office.former));
        // A family's name alone is said of the foremost of them.
        let foremost = |id: &PersonId| {
            let rank = self.get(*id).and_then(|person| leading_rank(&person.offices, person.counterpart_rank));
            rank.map_or(u32::MAX, |rank| rank as u32)
        };
        let last = agreeing.next()?;
        let mut holders = std::iter::once(last).chain(agreeing).filter(in_office);
        let found = if name.len() == 1 { holders.min_by_key(foremost) } else { holders.next() };
        found.or(Some(last))
    }

    fn by_name(&self, text: &Tagged<'_>, name: &Name, phrase: &PersonPhrase) -> Option<PersonId> {
        let named = self.named(name).filter(|id| !self.is_only_namesake(text, *id, name, phrase));
        if named.is_some() {
            return named;
        }
        // Somebody met without a name, in the very office that is now given one.
        self.recent_like(|glance| glance.name.is_empty()).find(|id| {
            self.get(*id).is_some_and(|person| {
                person.name.is_none()
                    && person.offices.iter().all(|office| office.number == Number::One)
                    && !(person.is_counterpart && person.offices.iter().any(|office| office.of_many))
                    && phrase.offices.iter().any(|office| person.holds(text, office))
                    && match (person.country, phrase.country) {
                        (Some(known), Some(told)) => known == told,
                        // Who is named without a country is of whoever writes, or in apposition.
                        (Some(known), None) => {
                            self.home.is_none_or(|home| home == known) || stands_right_behind(text, person, phrase)
                        }
                        (None, _) => true,
                    }
            })
        })
    }

    /// Whether somebody of whom only the first name was told, "the collar of King Abdulaziz", holds none of the offices of whoever is
    /// now named with his father.
    fn is_only_namesake(&self, text: &Tagged<'_>, id: PersonId, name: &Name, phrase: &PersonPhrase) -> bool {
        self.get(id).is_some_and(|person| {
            person.known_as.len() == 1
                && name.has_father()
                && !person.offices.is_empty()
                && !phrase.offices.is_empty()
                && !phrase.offices.iter().any(|office| person.holds(text, office))
        })
    }

    fn counterpart_met(&self, phrase: &PersonPhrase, rank: Option<Rank>) -> Option<PersonId> {
        let met = |id: &PersonId| {
            self.get(*id).is_some_and(|person| match phrase.country {
                Some(country) => person.country == Some(country),
                None => true,
            })
        };
        match phrase.country {
            Some(_) => {
                // Of several the one in the office that the subject has.
                let same = |id: &PersonId| {
                    self.get(*id).is_some_and(|person| rank.is_some() && leading_rank(&person.offices, None) == rank)
                };
                self.recent().filter(met).find(same).or_else(|| self.recent().find(met))
            }
            None => self.last_object,
        }
    }

    /// Whether somebody of another name was introduced in an office of this very title.
    pub(super) fn is_another_holders(&self, text: &Tagged<'_>, office: &OfficePhrase, name: Span) -> bool {
        // "the minister" may be anybody.
        let words = |title: Span| text.source.get(title.start..title.end).unwrap_or("").split_whitespace().count();
        if words(office.title) < 2 {
            return false;
        }
        let name = Name::of(text, name);
        let land = office.countries.first().copied().or(self.home);
        let posts = Posts::of(office);
        let mut holders = self.recent_like(|glance| glance.posts.meets(posts)).filter_map(|id| self.get(id));
        holders.any(|person| {
            person.name.is_some()
                && !person.known_as.agrees(&name)
                && (person.country.is_none() || person.country == land)
                && person.offices.iter().any(|own| {
                    own.class == office.class
                        && same_beginning(text, own.title, office.title)
                        && bodies_agree(text, own, office)
                })
        })
    }

    /// "His guest": whoever was met last. "His Mongolian guest": whoever of that country, if he was not.
    fn guest_met(&self, phrase: &PersonPhrase) -> Option<PersonId> {
        let is_of = |id: &PersonId| {
            let country = self.get(*id).and_then(|person| person.country);
            phrase.country.is_none() || country == phrase.country
        };
        let named = |id: &PersonId| self.get(*id).is_some_and(|person| person.name.is_some());
        let of_country = || (0..self.all.len()).rev().find(|id| phrase.country.is_some() && is_of(id) && named(id));
        self.last_object.filter(is_of).or_else(of_country)
    }

    fn by_office(&self, text: &Tagged<'_>, phrase: &PersonPhrase) -> Option<PersonId> {
        let office = phrase.offices.first()?;
        let fits = |id: &PersonId| {
            self.get(*id).is_some_and(|person| {
                (phrase.country.is_none() || person.country == phrase.country)
                    && person.holds(text, office)
                    && (office.number != Number::Many || person.offices.iter().any(|own| own.number == Number::Many))
                    && (office.number != Number::One
                        || person.name.is_some()
                        || person.offices.iter().all(|own| own.number == Number::One))
            })
        };
        let posts = Posts::of(office);
        let mut candidates: Vec<PersonId> = self.recent_like(|glance| glance.posts.meets(posts)).filter(fits).collect();
        let of_class = |id: &PersonId| {
            self.get(*id).is_some_and(|person| {
                person
                    .offices
                    .iter()
                    .any(|own| own.class == office.class || same_beginning(text, own.title, office.title))
            })
        };
        // A king is no president.
        if office.rank == Rank::HeadOfState && candidates.iter().any(of_class) {
            candidates.retain(of_class);
        }
        // "the visiting president": one from abroad.
        let from_abroad = |id: &PersonId| {
            self.get(*id).is_some_and(|person| person.country.is_some_and(|country| Some(country) != self.home))
        };
        if says_guest(text, phrase) && candidates.iter().any(from_abroad) {
            candidates.retain(from_abroad);
        }
        if candidates.len() <= 1 {
            return candidates.first().copied();
        }
        // Of several, the one in an office of the very class, then of whoever writes, then the one just
        // spoken of.
        candidates.iter().copied().max_by_key(|id| {
            let person = self.get(*id);
            let class = person.is_some_and(|person| person.offices.iter().any(|own| own.class == office.class));
            let rank = person.is_some_and(|person| person.offices.iter().any(|own| own.rank == office.rank));
            let home = phrase.country.is_none()
                && person.is_some_and(|person| person.country.is_none() || person.country == self.home);
            // "the president of the National Assembly" is whoever was introduced as that, and not the speaker of the other house.
            let begins = |own: &OfficePhrase| same_beginning(text, own.title, office.title);
            let titled = office.institution.is_some() && person.is_some_and(|person| person.offices.iter().any(begins));
            // Whoever has just met is likelier meant than whoever only stood by.
            let met = Some(*id) == self.last_subject || Some(*id) == self.last_object;
            (
                u8::from(class) * 2 + u8::from(rank) + u8::from(home) * 4 + u8::from(met) * 3 + u8::from(titled) * 5,
                u8::from(met),
                std::cmp::Reverse(*id),
            )
        })
    }

    /// The country for which an office in the bulletin speaks by its own name, and nobody else's by that of the country.
    pub(super) fn home_of_offices(&self) -> Option<Country> {
        let unnamed = |rank: Rank| {
            let offices = self.all.iter().flat_map(|person| &person.offices);
            offices.filter(move |office| office.rank == rank && !office.names_country)
        };
        let country = |office: &OfficePhrase| office.countries.first().copied();
        // "the Custodian of the Two Holy Mosques", and his ambassador.
        let crown = unnamed(Rank::HeadOfState).filter(|office| office.definite).chain(unnamed(Rank::Ambassador));
        crown.filter_map(country).next().or_else(|| {
            let mut asked: Vec<Country> = Vec::new();
            for country in unnamed(Rank::GovernorMayor).filter_map(country) {
                if !asked.contains(&country) {
                    if !self.is_abroad(country) {
                        return Some(country);
                    }
                    asked.push(country);
                }
            }
            None
        })
    }

    /// The last two who hold an office, by name and for two countries, in the order of the text.
    pub(super) fn last_two(&self, text: &Tagged<'_>, office: &OfficePhrase) -> Option<Vec<PersonId>> {
        let holds = |id: &PersonId| {
            self.get(*id)
                .is_some_and(|person| person.name.is_some() && person.country.is_some() && person.holds(text, office))
        };
        let mut recent = self.recent().filter(holds);
        let (second, first) = (recent.next()?, recent.next()?);
        let country = |id: PersonId| self.get(id).and_then(|person| person.country);
        (country(first) != country(second)).then(|| vec![first, second])
    }

    /// The countries that anybody is told to be of by their names or adjectives.
    pub(super) fn countries_abroad(&self) -> FxHashSet<Country> {
        let offices = self.all.iter().flat_map(|person| &person.offices).filter(|office| office.names_country);
        offices.flat_map(|office| office.countries.iter().copied()).collect()
    }

    /// Whether somebody is told to be of an organisation.
    pub(super) fn is_of_organization(&self) -> bool {
        self.all.iter().any(|person| person.has_organization().is_some())
    }

    /// Whether somebody is told to be of a country by its name or adjective: who writes there need not say it.
    pub(super) fn is_abroad(&self, country: Country) -> bool {
        self.all
            .iter()
            .flat_map(|person| &person.offices)
            .any(|office| office.names_country && office.countries.contains(&country))
    }
}

/// Whether a phrase stands right behind a person, with no more than a comma between.
fn stands_right_behind(text: &Tagged<'_>, person: &Person, phrase: &PersonPhrase) -> bool {
    let between = person.mentions.last().and_then(|last| text.source.get(last.end..token_span(text, phrase).start));
    between.is_some_and(|between| between.chars().all(|c| c.is_whitespace() || matches!(c, '،' | ',')))
}

/// Ranks of which a country has one holder, whatever the office is called.
fn is_one_of_a_kind(rank: Rank) -> bool {
    matches!(
        rank,
        Rank::HeadOfState
            | Rank::CrownPrince
            | Rank::HeadOfGovernment
            | Rank::ForeignMinister
            | Rank::SpeakerOfParliament
    )
}

/// Whether two offices can be of one body: "the minister" is whichever minister, "the minister of health" no other.
fn bodies_agree(text: &Tagged<'_>, a: &OfficePhrase, b: &OfficePhrase) -> bool {
    let body = |office: &OfficePhrase| {
        let words = words_of(text, office.institution.or(office.organization)?);
        // "the deputy minister": of whichever ministry.
        let whichever = words.len() == 1 && words.clone().all(|at| text.any(at, |_, s| matches!(s, Sense::Office(..))));
        (!whichever).then_some(words)
    };
    match (body(a), body(b)) {
        (Some(mut a), Some(b)) => {
            a.any(|word| b.clone().any(|other| arabic::same_noun(text.text(word), text.text(other))))
        }
        _ => true,
    }
}

/// Whether one title begins as another does, as far as that goes or for three words, whatever marks they are written with: "the head
/// of the council" as "the head of the council of deputies".
fn same_beginning(text: &Tagged<'_>, title: Span, other: Span) -> bool {
    const ENOUGH: usize = 3;
    let words = |span: Span| text.source.get(span.start..span.end).unwrap_or("").split_whitespace();
    let letters =
        |word: &'_ str| arabic::without_article(word).chars().filter(|c| !is_no_letter(*c)).collect::<String>();
    let mut own = words(title);
    words(other).take(ENOUGH).all(|word| own.next().is_some_and(|own| letters(own) == letters(word)))
}

/// By what a name is told to be one.
fn naming_rule(phrase: &PersonPhrase, name: Span) -> Rule {
    let behind_office = phrase.offices.iter().any(|office| office.title.start < name.start);
    if behind_office || phrase.counterpart || phrase.guest {
        Rule::NameAfterOffice
    } else if !phrase.honorifics.is_empty() {
        Rule::NameAfterTitle
    } else if !phrase.offices.is_empty() {
        Rule::NameBeforeOffice
    } else {
        Rule::NameAlone
    }
}

/// Whether an office is said to be somebody's by a pronoun: "his advisers".
fn is_owned(text: &Tagged<'_>, office: &OfficePhrase) -> bool {
    let title = text.source.get(office.title.start..office.title.end).unwrap_or("");
    let owned = |head| !opens_with_article(head) && arabic::ends_in_pronoun(head);
    office.definite && title.split_whitespace().next().is_some_and(owned)
}

/// Whether an office is named in the feminine: its head ends in ta marbuta.
fn is_feminine(text: &Tagged<'_>, title: Span) -> bool {
    let source = text.source.get(title.start..title.end).unwrap_or("");
    source.split_whitespace().next().is_some_and(arabic::is_feminine)
}

/// The rank that counts among several offices.
pub(super) fn leading_rank(offices: &[OfficePhrase], counterpart: Option<Rank>) -> Option<Rank> {
    if offices.iter().any(|office| office.rank == Rank::ForeignMinister) {
        return Some(Rank::ForeignMinister);
    }
    offices
        .iter()
        .map(|office| office.rank)
        .find(|rank| *rank != Rank::Other)
        .or(counterpart)
        .or_else(|| offices.first().map(|office| office.rank))
}

fn token_span(text: &Tagged<'_>, phrase: &PersonPhrase) -> Span {
    crate::grammar::span(text, phrase.tokens.clone(), crate::lexicon::Clitics::default())
}

/// The tokens that a span covers.
pub(super) fn words_of(text: &Tagged<'_>, span: Span) -> TokenRange {
    let first = text.tokens.partition_point(|token| (token.end as usize) <= span.start);
    let end = text.tokens.partition_point(|token| (token.start as usize) < span.end);
    first..end.max(first)
}

/// Whether an office ends in the word for a guest: "the visiting president".
fn says_guest(text: &Tagged<'_>, phrase: &PersonPhrase) -> bool {
    let last = phrase.tokens.end.saturating_sub(1);
    let guest = |row: u16| {
        let office = text.lexicon.offices.get(row as usize);
        office.is_some_and(|office| text.lexicon.office_class(office.class) == Some("guest"))
    };
    last > phrase.tokens.start && text.any(last, |c, s| c.is_none() && matches!(s, Sense::Office(row, _) if guest(row)))
}

/// Whether an office of this rank is one of a state's own.
pub(super) const fn is_of_state(rank: Rank) -> bool {
    matches!(
        rank,
        Rank::HeadOfState
            | Rank::CrownPrince
            | Rank::HeadOfGovernment
            | Rank::DeputyHeadOfGovernment
            | Rank::ForeignMinister
            | Rank::DeputyForeignMinister
            | Rank::Minister
            | Rank::DeputyMinister
            | Rank::SpeakerOfParliament
            | Rank::DeputySpeaker
            | Rank::MilitaryCommander
            | Rank::GovernorMayor
    )
}
