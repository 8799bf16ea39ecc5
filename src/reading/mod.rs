//! Meaning: from phrases to facts.
//!
//! Encounters are told apart, the people in them known again, dates resolved, topics given their act,
//! subject and speaker. Nothing here knows a word of any language: it sees phrases and senses.

mod attendance;
mod clause;
mod dates;
mod encounters;
mod events;
mod grounds;
mod limits;
mod names;
mod parties;
mod people;
mod rows;
mod sentence;
mod subjects;
mod telling;
mod topics;

use crate::grammar::{Chunk, Cursor, DatePhrase, PlacePhrase, TokenRange, arabic, span};
use crate::layout::Layout;
use crate::lexicon::{AgencyRow, Clitics, Cue, Kind, Kinds, PlaceKind, Preposition, Sense, Tagged};
use crate::model::{
    Agency, Bulletin, Country, Dateline, Diagnostic, DiagnosticKind, Explanation, Language, MeetingKind, Paragraph,
    Phrase, Place, Rule, Span,
};
use chrono::NaiveDate;
use encounters::is_of_two_sides;
use events::{Event, Given};
pub(crate) use limits::Limits;
use people::{PersonId, Registry};
use sentence::Quotation;
use std::cell::OnceCell;

/// As many phrases as most sentences have.
const USUAL_PHRASES: usize = 48;

/// Reads one text from its layout to its facts.
pub(crate) struct Reader<'a> {
    text: &'a Tagged<'a>,
    layout: &'a Layout,
    reference: Option<NaiveDate>,
    limits: Limits,
    /// The phrases of the sentence that is read: room made once.
    row: Vec<Chunk>,
    people: Registry,
    events: Vec<Event>,
    diagnostics: Vec<Diagnostic>,
    /// Topics told before the encounter that they are of, and the sentence they stand in.
    pending_topics: Vec<events::Raised>,
    pending_since: usize,
    /// A signing told before who signed.
    signing: Option<events::SigningTold>,
    /// The encounter that the text has come back to, of those told before the last one.
    resumed: Option<usize>,
    /// The sentence that last told who was there.
    attended: usize,
    /// What is quoted at this place.
    quotation: Option<Quotation>,
    sentence: usize,
    /// The sentence before only recalled something.
    was_background: bool,
    /// When and where a series of encounters was, told before each of them.
    frame: Option<(Option<DatePhrase>, Option<PlacePhrase>)>,
    /// An occasion told before the encounter that it is of.
    pending_occasion: Option<Span>,
    /// The country of the agency that the text quotes, looked for when it is asked for.
    quoted: OnceCell<Option<Country>>,
}

impl<'a> Reader<'a> {
    pub(crate) fn new(text: &'a Tagged<'a>, layout: &'a Layout, reference: Option<NaiveDate>, limits: Limits) -> Self {
        Self {
            text,
            layout,
            reference,
            limits,
            row: Vec::with_capacity(USUAL_PHRASES),
            people: Registry::remembering(limits.people),
            events: Vec::new(),
            diagnostics: Vec::new(),
            pending_topics: Vec::new(),
            pending_since: 0,
            signing: None,
            resumed: None,
            attended: 0,
            quotation: None,
            sentence: 0,
            was_background: false,
            frame: None,
            pending_occasion: None,
            quoted: OnceCell::new(),
        }
    }

    /// What the text says.
    pub(crate) fn read(mut self) -> Bulletin {
        self.bulletin()
    }

    /// What the text says, and why.
    pub(crate) fn explain(mut self) -> Explanation {
        let bulletin = self.bulletin();
        let grounds = self.grounds(&bulletin);
        Explanation { bulletin, grounds }
    }

    fn bulletin(&mut self) -> Bulletin {
        let dateline = self.dateline();
        self.people.home = self.home().map(|home| home.value);
        self.sentences();
        let home = self.home().map(|home| home.value);
        match home {
            Some(home) => self.presume_hosts_abroad(home),
            None => self.presume_of_first(),
        }
        let meetings = self.meetings(home);
        if let Some(span) = self.people.beyond_memory() {
            let message = format!(
                "over the limit of people, {}: from here on those named earlier are not known again (Parser::max_people)",
                self.limits.people
            );
            self.doubt(DiagnosticKind::LimitReached, span, message);
        }
        if let Some(span) = self.text.unread {
            let message = format!(
                "over the limit of tokens, {}: nothing is read from here on (Parser::max_tokens)",
                self.text.tokens.len()
            );
            self.doubt(DiagnosticKind::LimitReached, span, message);
        }
        self.diagnostics.sort_by_key(|doubt| doubt.span.start);
        Bulletin {
            language: Language::Arabic,
            section: self
                .layout
                .section
                .clone()
                .map(|range| self.phrase_of(span(self.text, range, Clitics::default()))),
            headline: self
                .layout
                .headline
                .clone()
                .map(|range| self.phrase_of(span(self.text, range, Clitics::default()))),
            dateline,
            body: self.body(),
            trailer: self
                .layout
                .trailer
                .clone()
                .map(|range| self.phrase_of(span(self.text, range, Clitics::default()))),
            meetings,
            diagnostics: std::mem::take(&mut self.diagnostics),
        }
    }

    /// Reads the sentences of the body, as far as their encounters are told.
    fn sentences(&mut self) {
        let mut paragraphs = self.layout.paragraphs.iter().map(|paragraph| paragraph.sentences.start).peekable();
        let mut sentences = self.layout.sentences.iter().enumerate();
        while let Some((nth, range)) = sentences.next() {
            // What a quotation goes on with is quoted too, as far as its paragraph goes.
            while paragraphs.next_if(|first| *first <= nth).is_some() {
                self.quotation = None;
            }
            // "the credentials of each of:": those meant stand on the next line.
            let next = if self.awaits_list(range) { sentences.next() } else { None };
            let end = next.map_or(range.end, |(_, next)| next.end);
            self.sentence(Cursor::new(self.text, range.start, end));
            let most = self.limits.meetings;
            if self.events.len() > most {
                self.events.truncate(most);
                let message = format!(
                    "over the limit of encounters, {most}: nothing is read from here on (Parser::max_meetings)"
                );
                self.doubt(DiagnosticKind::LimitReached, span(self.text, range.clone(), Clitics::default()), message);
                return;
            }
        }
    }

    /// Whether a sentence breaks off before those that it announces: "each of:".
    fn awaits_list(&self, range: &TokenRange) -> bool {
        let Some(colon) = range.end.checked_sub(1).filter(|colon| *colon > range.start) else { return false };
        let at = Cursor::new(self.text, range.start, colon);
        let each = |_, s| (s == Sense::Cue(Cue::Both)).then_some(());
        let ends = |from: usize| at.to(from).find(each).is_some_and(|(_, rest, _)| rest.is_at_end());
        Cursor::new(self.text, colon, range.end).is_mark(&[':'])
            && (colon.saturating_sub(2).max(range.start)..colon).any(ends)
    }

    fn phrase_of(&self, span: Span) -> Phrase {
        Phrase { text: self.text.source.get(span.start..span.end).unwrap_or("").to_owned(), span }
    }

    fn body(&self) -> Vec<Paragraph> {
        self.layout
            .paragraphs
            .iter()
            .map(|block| Paragraph {
                span: span(self.text, block.tokens.clone(), Clitics::default()),
                sentences: self
                    .layout
                    .sentences
                    .get(block.sentences.clone())
                    .unwrap_or(&[])
                    .iter()
                    .map(|range| span(self.text, range.clone(), Clitics::default()))
                    .collect(),
            })
            .collect()
    }

    fn dateline(&mut self) -> Option<Dateline> {
        let phrase = self.layout.dateline.as_ref()?;
        let places = phrase
            .places
            .iter()
            .map(|place| {
                let country = self.dateline_country(place.tokens.start, place.country);
                Place { name: self.phrase_of(place.name), country }
            })
            .collect();
        let date = phrase.date.as_ref().map(|date| self.date(date));
        let closing = self.layout.closing_credit;
        let agency = match &phrase.agency {
            Some((span, row)) => Some(self.agency(*span, *row)),
            None => closing.map(|row| {
                let span = self
                    .layout
                    .trailer
                    .clone()
                    .map_or_else(Span::default, |range| span(self.text, range, Clitics::default()));
                self.agency(span, Some(row))
            }),
        };
        Some(Dateline {
            span: span(self.text, phrase.tokens.clone(), Clitics::default()),
            places,
            date,
            agency,
            reporters: phrase.reporters.iter().map(|span| self.phrase_of(*span)).collect(),
        })
    }

    fn agency(&self, span: Span, row: Option<u16>) -> Agency {
        let row = row.and_then(|row| self.text.lexicon.agencies.get(row as usize));
        Agency { name: self.phrase_of(span), id: row.map(|row| row.id).filter(|id| !id.is_empty()).map(str::to_owned) }
    }

    /// The agency that the bulletin is from.
    fn agency_row(&self) -> Option<&AgencyRow> {
        let row = self
            .layout
            .dateline
            .as_ref()
            .and_then(|phrase| phrase.agency.as_ref())
            .and_then(|(_, row)| *row)
            .or(self.layout.closing_credit)?;
        self.text.lexicon.agencies.get(row as usize)
    }

    /// The country of the agency that the bulletin is from.
    fn agency_country(&self) -> Option<Country> {
        self.agency_row()?.country
    }

    /// The country of the one national agency that the text quotes by its full name.
    fn quoted_agency_country(&self) -> Option<Country> {
        only(self.tokens_of(Kinds::of(&[Kind::Agency], &[])).filter_map(|token| {
            let (row, end, _) = self.text.find(token, |_, s| match s {
                Sense::Agency(row) => self.text.lexicon.agencies.get(row as usize),
                _ => None,
            })?;
            // "The news agency of N": a short form may be another word.
            row.country.filter(|_| !row.id.is_empty() && end > token + 1)
        }))
    }

    /// The tokens at which something of these kinds may stand.
    fn tokens_of(&self, kinds: Kinds) -> impl Iterator<Item = usize> {
        self.text.all_kinds().enumerate().filter(move |(_, own)| own.meets(kinds)).map(|(token, _)| token)
    }

    /// A place that is a town of one country and the name of another is the agency's own where it can be.
    fn dateline_country(&self, token: usize, default: Option<Country>) -> Option<Country> {
        let agency = self.agency_country();
        let own = agency.filter(|agency| {
            self.text.any(token, |c, s| c.is_none() && matches!(s, Sense::Town { country, .. } if country == *agency))
        });
        own.or_else(|| {
            self.text
                .find(token, |c, s| match s {
                    Sense::Town { country, .. } if c.is_none() => Some(country),
                    _ => None,
                })
                .map(|(country, _, _)| country)
        })
        .or(default)
    }

    /// The country for which the bulletin need not be told: the agency's, else the dateline's, else the
    /// one that the offices in it speak for.
    fn home(&self) -> Option<Given<Country>> {
        let dateline = || {
            let place = self.layout.dateline.as_ref()?.places.first()?;
            let country = self.dateline_country(place.tokens.start, place.country);
            country.filter(|_| self.agency_row().is_none_or(|row| row.desk.is_none() || row.desk != country))
        };
        self.agency_country()
            .map(Given::by(Rule::OfAgency))
            .or_else(|| dateline().map(Given::by(Rule::OfDateline)))
            .or_else(|| self.quoted.get_or_init(|| self.quoted_agency_country()).map(Given::by(Rule::OfAgency)))
            .or_else(|| self.people.home_of_offices().map(Given::by(Rule::OfOffices)))
            .or_else(|| self.paired_country().map(Given::by(Rule::OfPair)))
            .or_else(|| {
                // Who writes for readers of many countries names the towns of all of them.
                let domestic = self.agency_row().is_none_or(|row| row.country.is_some());
                self.domestic_towns().filter(|_| domestic).map(Given::by(Rule::OfTowns))
            })
    }

    /// The country that the text pairs with that of somebody who is told to be of another, or with his organisation: "between N and
    /// M", "the N-M relations". None where it pairs several so.
    fn paired_country(&self) -> Option<Country> {
        let abroad = self.people.countries_abroad();
        let of_organization = self.people.is_of_organization();
        if abroad.is_empty() && !of_organization {
            return None;
        }
        let is_told = |land: Option<Country>| land.map_or(of_organization, |country| abroad.contains(&country));
        let lands = self.tokens_of(Kinds::of(&[Kind::Country, Kind::Nationality], &[]));
        only(lands.filter_map(|token| {
            let (first, second) = self.pair_at(token)?;
            match (is_told(first), is_told(second)) {
                (true, false) => second,
                (false, true) => first,
                _ => None,
            }
        }))
    }

    /// Two lands that are paired at a token, or a land and an organisation, which is of none.
    fn pair_at(&self, token: usize) -> Option<(Option<Country>, Option<Country>)> {
        let between = |_, s| s == Sense::Cue(Cue::Between);
        let follows_between = token.checked_sub(1).is_some_and(|before| self.text.any(before, between));
        let land = |at: usize, joined: bool| {
            self.text.find(at, |c, s| match s {
                Sense::Country(country) if follows_between && c.conjunction == joined && c.preposition.is_none() => {
                    Some(Some(country))
                }
                Sense::Organization if follows_between && joined && c.conjunction => Some(None),
                Sense::Nationality { country, definite: true, .. } if !follows_between && c.is_none() => {
                    Some(Some(country))
                }
                _ => None,
            })
        };
        let (first, next, _) = land(token, false)?;
        let (second, ..) = land(next, follows_between)?;
        // "the Saudi minister of finance": a field is no land, and two adjectives of one thing agree.
        let field = |at: usize| {
            self.text.any(at, |c, s| {
                c.is_none() && matches!(s, Sense::Institution { .. } | Sense::Noun | Sense::Subject(..))
            })
        };
        let feminine = |at: usize| arabic::is_feminine(self.text.text(at));
        if !follows_between && (field(token) || field(next) || feminine(token) != feminine(next)) {
            return None;
        }
        Some((first, second))
    }

    /// "In Washington the King met the speaker of the parliament": whomever somebody from home meets abroad, and no country is told, is
    /// of the country where they met.
    fn presume_hosts_abroad(&mut self, home: Country) {
        let dateline = self.layout.dateline.as_ref().and_then(|phrase| phrase.places.first());
        let dateline = dateline.and_then(|place| self.dateline_country(place.tokens.start, place.country));
        let country = |id: PersonId| self.people.get(id).and_then(|person| person.country);
        // Holds an office of a state that is not told.
        let untold = |id: PersonId| {
            self.people.get(id).is_some_and(|person| !person.at_home && !person.foreign)
                && country(id).is_none()
                && self.rank_of(id).is_some_and(people::is_of_state)
        };
        let foremost = self.events.first().and_then(|event| event.principals.first()).copied();
        let mut hosts: Vec<(PersonId, Country)> = Vec::new();
        for event in self.events.iter().filter(|event| is_of_two_sides(event.kind) && event.kind != MeetingKind::Call) {
            let told = event.place.as_ref().and_then(|place| place.value.country);
            let ([first, second], Some(land)) = (event.principals.as_slice(), told.or(dateline)) else { continue };
            let from_home = |id: PersonId| country(id) == Some(home) || country(id).is_none() && foremost == Some(id);
            let host = if untold(*second) && from_home(*first) {
                *second
            } else if untold(*first) && country(*second) == Some(home) {
                *first
            } else {
                continue;
            };
            if land != home {
                hosts.push((host, land));
            }
        }
        for (host, land) in hosts {
            self.people.presume_country(host, land);
        }
    }

    /// "the Lebanese president", and the speaker who received a guest: a text that says nothing of its own tells of the country of
    /// whoever is introduced first, where he is at home in it, or of the bodies in it.
    fn presume_of_first(&mut self) {
        let first = self.people.first_country();
        let Some(country) = first.or_else(|| self.people.country_of_bodies()) else { return };
        let abroad = |event: &Event| {
            event.place.as_ref().is_some_and(|place| place.value.country.is_some_and(|of| of != country))
        };
        if self.events.iter().any(abroad) {
            return;
        }
        let guest = |id: &PersonId| {
            let person = self.people.get(*id);
            person.is_some_and(|person| {
                person.country.is_some_and(|of| of != country) || person.has_organization().is_some()
            })
        };
        let several = self.people.countries_abroad().len() > 1;
        let mut ours: Vec<(PersonId, bool)> = Vec::new();
        for event in &self.events {
            let with_guests = event.principals.iter().any(guest);
            // Where the text tells of several countries, a second side that says none may be of another.
            let sides = if with_guests || several { 1 } else { usize::MAX };
            let known = event.principals.iter().take(sides).chain(&event.attendees);
            ours.extend(known.map(|id| (*id, with_guests)));
        }
        for (id, with_guests) in ours {
            self.people.presume_of_first(id, country, with_guests, first.is_none());
        }
    }

    /// How often the text names each land, by its name or by an adjective.
    fn lands_named(&self) -> Vec<(Country, usize)> {
        let mut lands: Vec<(Country, usize)> = Vec::new();
        for token in self.tokens_of(Kinds::of(&[Kind::Country, Kind::Nationality], &[])) {
            let field = |_, s| matches!(s, Sense::Institution { .. } | Sense::Noun | Sense::Town { .. });
            let land = self.text.find(token, |_, s| match s {
                Sense::Country(country) | Sense::Nationality { country, .. } => Some(country),
                _ => None,
            });
            let Some((land, ..)) = land.filter(|_| !self.text.any(token, field)) else { continue };
            match lands.iter_mut().find(|(of, _)| *of == land) {
                Some((_, times)) => *times += 1,
                None => lands.push((land, 1)),
            }
        }
        lands
    }

    /// The country whose towns the text names most, where nobody is told to be of it.
    fn domestic_towns(&self) -> Option<Country> {
        let mut counts: Vec<(Country, usize)> = Vec::new();
        let mut abroad: Vec<Country> = Vec::new();
        let follows = |token: usize, cues: &[Cue]| {
            let is_one = |_, s| matches!(s, Sense::Cue(cue) if cues.contains(&cue));
            token.checked_sub(1).is_some_and(|before| self.text.any(before, is_one))
        };
        for token in self.tokens_of(Kinds::of(&[Kind::Town], &[])) {
            let found = self.text.find(token, |c, s| match s {
                // A state may be named like one of its towns: then it tells of somebody's office, not of a place.
                Sense::Country(_) if c.at_most_conjunction() => Some(None),
                // A capital is gone to from another country.
                Sense::Town { kind: PlaceKind::Capital, .. } if follows(token, &[Cue::To]) => Some(None),
                Sense::Town { country, plain: true, .. }
                    if c.at_most_conjunction() || c.preposition == Some(Preposition::By) =>
                {
                    Some(Some((country, c.preposition.is_some())))
                }
                _ => None,
            });
            let Some((Some((country, inside)), end, _)) = found else { continue };
            // "Benghazi in Libya": whoever writes at home does not say where his towns are.
            let land = |at: usize| {
                self.text
                    .any(at, |c, s| c.is_none() && matches!(s, Sense::Nationality { country: of, .. } if of == country))
            };
            if land(end) || token.checked_sub(1).is_some_and(land) {
                abroad.push(country);
            }
            // A bare word once may be somebody's name.
            let sure = inside || follows(token, &[Cue::In, Cue::To, Cue::From, Cue::Town]);
            let count = 1 + usize::from(sure);
            match counts.iter_mut().find(|(of, _)| *of == country) {
                Some((_, counted)) => *counted += count,
                None => counts.push((country, count)),
            }
        }
        if counts.is_empty() {
            return None;
        }
        let named = self.lands_named();
        let times = |land: Country| named.iter().find(|(of, _)| *of == land).map_or(0, |(_, times)| *times);
        let told = counts.into_iter().filter(|(country, count)| *count > 1 && !abroad.contains(country));
        let (home, count) =
            told.map(|(country, count)| (country, count + times(country))).max_by_key(|(_, count)| *count)?;
        // A land that is named oftener than another and all its towns is whose the text is.
        let outdone = |(land, times): &(Country, usize)| *times > count && !self.people.is_abroad(*land);
        (!self.people.is_abroad(home) && !named.iter().any(outdone)).then_some(home)
    }
}

/// The country that all of them are, where they are not several.
fn only(mut countries: impl Iterator<Item = Country>) -> Option<Country> {
    let one = countries.next()?;
    countries.all(|country| country == one).then_some(one)
}
