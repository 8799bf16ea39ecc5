//! The phrases round a verb: who, with whom, when, where, on what occasion.

use super::Reader;
use super::encounters::{is_of_two_sides, names_parties};
use super::events::Given;
use super::people::add_new;
use super::sentence::{Clause, Group, Mark, Sentence};
use crate::grammar::arabic::{is_construct, is_of_him, is_plural};
use crate::grammar::{Chunk, OfficePhrase, PersonPhrase, Piece, PlacePhrase, span};
use crate::lexicon::{
    ActForm, Clitics, Cue, EncounterForm, EncounterRow, Number, ObjectMark, Preposition, Sense, VerbKind,
    opens_with_article,
};
use crate::model::{Act, Country, MeetingKind, Rule, Span};
use std::ops::Range;

/// What stands further before a relative clause, in phrases, is not what it is told of.
const NEAR: usize = 8;

impl Reader<'_> {
    /// Gathers the phrases from a chunk on to the end of the clause.
    pub(super) fn clause(&mut self, sentence: &Sentence<'_>, from: usize) -> Clause {
        let verbal = !self.follows_event_noun(sentence, from);
        let mut clause = Clause { verb: from.saturating_sub(1), end: sentence.chunks.len(), ..Clause::default() };
        let mut at = from;
        let mut course = false;
        let mut present = false;
        let mut listed = false;
        let mut gathered = false;
        let mut represented = false;
        let mut side = None;
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
                        // "for the Ghanaian side N": of that country.
                        let of_side: Option<Country> = side.take();
                        for person in &mut group.people {
                            person.country = person.country.or(of_side);
                        }
                        if let Some(from) = clause.crowd_at.filter(|_| group.mark == Mark::Headed) {
                            self.lend_nationality(sentence, from, &mut group);
                        }
                        if !(group.bare && group.mark == Mark::None && self.is_late(&clause, &group)) {
                            clause.groups.push(group);
                        }
                    }
                    course = false;
                    at = next;
                    continue;
                }
                // "from the 26th to the 30th": when it ends, and not the day.
                Piece::Date(_) if clause.date.is_some() && sentence.follows(at, &[Cue::To, Cue::Until]) => {}
                Piece::Date(date) => {
                    if clause.date.is_none()
                        || clause.date.as_ref().is_some_and(|known| !known.is_calendar_day() && date.is_calendar_day())
                    {
                        clause.date = Some(date.clone());
                    }
                }
                // "for Qatar N, and for Sudan M", "N for Qatar and M for Sudan": whom they stand for.
                Piece::Place(place) if place.is_country && is_stood_for(sentence, at) => {
                    represented = true;
                    match clause.groups.last_mut().filter(|_| spoke_for(sentence, at)) {
                        Some(group) => {
                            for person in &mut group.people {
                                person.country = person.country.or(place.country);
                            }
                        }
                        None => side = place.country,
                    }
                }
                Piece::Place(place) => {
                    let place = &self.at_home(place);
                    let to = sentence.follows(at, &[Cue::To]);
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
                    // "a paper about a meeting", "agreed on a meeting", "the putting off of a visit": spoken of, and not held.
                    let spoken_of = sentence.preceding(at).is_some_and(|before| {
                        matches!(before.piece, Piece::Cue(Cue::About | Cue::On | Cue::Undone))
                            && word.kind != Some(MeetingKind::Signing)
                    }) || self.is_to_come(sentence, at);
                    // "an invitation to visit N": what somebody is asked to do.
                    let asked =
                        word.kind == Some(MeetingKind::Visit) && chunk.clitics.preposition == Some(Preposition::For);
                    let spoken_of = spoken_of || asked;
                    // "signed on Monday, a day after a meeting between A and B": those met, and who signed is not told.
                    let earlier = word.form == EncounterForm::Noun
                        && word.kind.is_some_and(is_of_two_sides)
                        && sentence.follows(at, &[Cue::After, Cue::Undone]);
                    // "handed over a letter, at the president's reception of him": an encounter of its own.
                    let is_letter =
                        |noun: &u16| self.encounter(*noun).is_some_and(|noun| noun.kind == Some(MeetingKind::Message));
                    let handed = clause.nouns.iter().any(is_letter) && self.received_him_at(sentence, at).is_some();
                    let of_him = handed
                        && word.form == EncounterForm::Noun
                        && sentence.follows(at, &[Cue::During, Cue::Accredited]);
                    if earlier || of_him {
                        clause.end = at;
                        return clause;
                    }
                    match word.form {
                        EncounterForm::Noun | EncounterForm::Definite if spoken_of => {}
                        EncounterForm::Noun | EncounterForm::Definite => {
                            clause.separate |=
                                word.object.has(ObjectMark::Each) || self.is_another(&clause, word, chunk);
                            clause.nouns.push(*row);
                            if word.kind == Some(MeetingKind::Signing)
                                && word.form == EncounterForm::Noun
                                && clause.object.is_none()
                            {
                                clause.object = Some(at);
                            }
                        }
                        EncounterForm::Own | EncounterForm::Participle => {
                            if !matches!(word.kind, Some(MeetingKind::Message | MeetingKind::Visit))
                                && (handed || self.owns_people(sentence, at))
                            {
                                clause.end = at;
                                return clause;
                            }
                            if word.form == EncounterForm::Own {
                                clause.nouns.push(*row);
                            }
                        }
                        _ => {
                            // "held a meeting that brought together …"
                            let gathers = !clause.nouns.is_empty()
                                && self.text.any(chunk.tokens.start, |c, s| {
                                    c.is_none() && matches!(s, Sense::Cue(Cue::DelegationList | Cue::Between))
                                });
                            // "paid a visit, in which he met": whom he met is part of it.
                            let within = (!clause.nouns.is_empty() || clause.occasion.is_some())
                                && word.form == EncounterForm::Past
                                && matches!(after.map(|next| &next.piece), Some(Piece::Cue(Cue::Therein)));
                            if gathers || within {
                                gathered = true;
                            } else if !self.is_relative(sentence, at) && !self.is_of_noun(sentence, at, word) {
                                clause.end = at;
                                return clause;
                            }
                        }
                    }
                }
                Piece::Act(_) => {
                    if !self.is_relative(sentence, at) {
                        clause.end = at;
                        return clause;
                    }
                }
                Piece::Verb(kind) => {
                    // "talks that he held": a verb right behind the event noun.
                    let of_noun = self.follows_event_noun(sentence, at) || at == from && !verbal;
                    if *kind != VerbKind::Weak
                        && !self.is_relative(sentence, at)
                        && !(of_noun && chunk.clitics.is_none())
                    {
                        clause.end = at;
                        return clause;
                    }
                }
                Piece::Cue(cue) => match cue {
                    Cue::ByPhone => clause.phone = true,
                    Cue::Inspection => clause.inspection = true,
                    // "as for B, the minister discussed with him": with whoever was put before it.
                    Cue::Therein if self.text.any(chunk.tokens.start, is_with_them) => {
                        let fronted = sentence.fronted.and_then(|fronted| self.group(sentence, fronted).0);
                        clause.groups.extend(fronted.map(|group| Group { mark: Mark::With, ..group }));
                    }
                    // "for one side A, and for the other B": the second is no matter either. "A delegation of the party".
                    Cue::About if clause.groups.is_empty() && !self.tells_both(sentence, &clause, clause.verb..at) => {
                        represented = true;
                    }
                    // "headed for that side by A"
                    Cue::About if sentence.follows(at, &[Cue::Course]) => represented = true,
                    Cue::About if sentence.follows(at, &[Cue::Crowd]) => {}
                    Cue::About if represented && (chunk.clitics.conjunction || is_stood_for(sentence, at + 1)) => {}
                    // "arrived in the country", "left the country"
                    Cue::Homeland if at == from || sentence.follows(at, &[Cue::To]) => {
                        clause.homewards = true;
                    }
                    Cue::Separately => clause.separate = true,
                    Cue::Side => {
                        let country = self.nationality(chunk.tokens.end);
                        match clause.groups.last_mut().filter(|_| spoke_for(sentence, at)) {
                            // "A for the Saudi side": told behind him.
                            Some(group) => {
                                for person in &mut group.people {
                                    person.country = person.country.or(country);
                                }
                            }
                            None => side = country,
                        }
                    }
                    Cue::About if !clause.groups.is_empty() && stands_for_some(sentence, at) => {}
                    Cue::Crowd
                        if (matches!(chunk.clitics.preposition, None | Some(Preposition::For))
                            || self.calls(&clause, chunk))
                            && !chunk.clitics.conjunction =>
                    {
                        clause.crowd_at = clause.crowd_at.or(Some(chunk.tokens.start));
                    }
                    Cue::About
                        if !matches!(after.map(|next| &next.piece), Some(Piece::People(_) | Piece::Cue(Cue::Side))) =>
                    {
                        clause.about = Some(at + 1);
                        clause.end = at;
                        return clause;
                    }
                    Cue::Presence if chunk.clitics.preposition.is_some() => present = true,
                    Cue::TakingPart if chunk.clitics.preposition.is_some() => listed = true,
                    Cue::DelegationList => listed = true,
                    Cue::Presence | Cue::Greeting | Cue::Company
                        if (*cue == Cue::Greeting || chunk.clitics.preposition.is_none()) =>
                    {
                        clause.end = at;
                        return clause;
                    }
                    Cue::Course => course = true,
                    // "was an occasion to discuss": what it was, and not what for.
                    Cue::Occasion
                        if after.is_some_and(|next| {
                            next.clitics.preposition == Some(Preposition::For) && matches!(next.piece, Piece::Act(_))
                        }) =>
                    {
                        clause.end = at;
                        return clause;
                    }
                    // "the impasse that it has come to": nobody came.
                    Cue::Visiting
                        if sentence.preceding(at).is_some_and(|before| matches!(before.piece, Piece::Word { .. })) => {}
                    Cue::Sidelines | Cue::Occasion | Cue::Framework | Cue::Invitation | Cue::Visiting => {
                        let (occasion, next) = self.occasion(sentence, at);
                        clause.occasion = clause.occasion.or(occasion);
                        if let Some(guest) = clause.groups.last_mut() {
                            guest.foreign |= *cue == Cue::Visiting && self.leads_home(sentence, at..next);
                        }
                        if *cue == Cue::Sidelines {
                            // Where the occasion was, the encounter was.
                            let seat =
                                sentence.chunks.get(at..next).unwrap_or(&[]).iter().find_map(|chunk| {
                                    match &chunk.piece {
                                        Piece::Place(place)
                                            if !place.is_country
                                                && (place.inside || chunk.clitics.preposition.is_none()) =>
                                        {
                                            Some(place.clone())
                                        }
                                        _ => None,
                                    }
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
                                // "on a visit to N": when, and not what was done.
                                if self.encounter(row).is_some_and(|word| word.form != EncounterForm::Noun) {
                                    clause.nouns.push(row);
                                }
                                clause.to_place = clause.to_place.take().or_else(|| destination(sentence, at..next));
                                if clause.groups.iter().any(|group| group.mark != Mark::None) || *cue != Cue::After {
                                    clause.occasion = clause.occasion.or(occasion);
                                }
                                at = next;
                                continue;
                            }
                        }
                    }
                    // "received C, who handed him a letter from A", "who presented a report on": told of the guest, and news.
                    Cue::Relative if self.tells_of_guest(sentence, at, &clause) => {
                        clause.end = at;
                        return clause;
                    }
                    Cue::Relative => {
                        if let Some(next) = self.relative_clause(sentence, at, &mut clause) {
                            at = next;
                            continue;
                        }
                    }
                    // "earlier today": the news.
                    Cue::Background if matches!(after.map(|next| &next.piece), Some(Piece::Date(date)) if date.is_fresh()) =>
                        {}
                    // "last year": told, but not the news.
                    Cue::Background | Cue::PastMark => {
                        clause.past = true;
                        clause.end = at;
                        return clause;
                    }
                    // "signed, after the meeting, a declaration": an adverb once somebody has been named.
                    // Or right behind a verb whose subject stands before it.
                    Cue::SameOccasion
                        if (!clause.groups.is_empty()
                            || at == from
                            || names_parties(sentence.chunks.get(from..at).unwrap_or(&[])))
                            && !chunk.clitics.conjunction => {}
                    Cue::That | Cue::Where | Cue::When | Cue::Plan | Cue::SameOccasion | Cue::Weight => {
                        clause.end = at;
                        return clause;
                    }
                    Cue::Purpose => match passing(sentence, at) {
                        // "at the request of that side, with": said in passing.
                        Some(with) => {
                            at = with;
                            continue;
                        }
                        None if !matches!(after.map(|next| &next.piece), Some(Piece::Cue(_) | Piece::Date(_))) => {
                            clause.end = at;
                            return clause;
                        }
                        None => {}
                    },
                    _ => {}
                },
                // After a colon only a list of people goes on.
                Piece::Mark(':') if !matches!(after.map(|next| &next.piece), Some(Piece::People(_))) => {
                    clause.end = at;
                    return clause;
                }
                // "met yesterday with the committee for": a body that is met as a whole.
                Piece::Word { .. } if self.meets_body(sentence, &clause, at) => {
                    clause.crowd_at = clause.crowd_at.or(Some(chunk.tokens.start));
                }
                Piece::Mark(_) | Piece::Word { .. } => {}
            }
            at += 1;
        }
        clause
    }

    /// "before his meeting with", "a possible meeting": whether an encounter is told not to have taken place, or not yet.
    pub(super) fn is_to_come(&self, sentence: &Sentence<'_>, at: usize) -> bool {
        let undone = |chunk: &Chunk| {
            matches!(chunk.piece, Piece::Cue(_))
                && chunk.clitics.preposition.is_none()
                && self.text.any(chunk.tokens.start, |_, s| s == Sense::Cue(Cue::Undone))
        };
        let behind = sentence.chunks.get(at + 1).filter(|chunk| chunk.clitics.is_none());
        sentence.preceding(at).is_some_and(undone)
            || behind.is_some_and(|chunk| matches!(chunk.piece, Piece::Cue(Cue::Undone)))
    }

    /// Whether a body stands where the other side of an encounter is told: behind "with", or behind the subject and the day.
    fn meets_body(&self, sentence: &Sentence<'_>, clause: &Clause, at: usize) -> bool {
        let subject = clause.groups.iter().any(|group| group.mark == Mark::None);
        let object = subject && sentence.preceding(at).is_some_and(|before| matches!(before.piece, Piece::Date(_)));
        let Some(body) = sentence.chunks.get(at).filter(|_| object || sentence.follows(at, &[Cue::With])) else {
            return false;
        };
        // A company or a party is no gathering of people.
        let gathers = |c: Clitics, s| match s {
            Sense::Institution { class, .. } => {
                let class = self.text.lexicon.institution_class(class);
                c.is_none()
                    && matches!(
                        class,
                        Some("committee" | "council" | "delegation" | "mission" | "parliament_committee")
                    )
            }
            _ => false,
        };
        self.text.any(body.tokens.start, gathers)
    }

    /// "calls to the families": whether a crowd is whom a call is to.
    fn calls(&self, clause: &Clause, crowd: &Chunk) -> bool {
        let is_call = |row: &u16| self.encounter(*row).is_some_and(|noun| noun.kind == Some(MeetingKind::Call));
        crowd.clitics.preposition == Some(Preposition::By) && clause.nouns.iter().any(is_call)
    }

    /// Whether a relative clause right behind the second of two sides tells what he brought or reported.
    fn tells_of_guest(&self, sentence: &Sentence<'_>, at: usize, clause: &Clause) -> bool {
        let credentials = self.presents_credentials(sentence, at + 1);
        let named =
            |group: &&Group| (credentials || !group.bare) && matches!(group.mark, Mark::None | Mark::With | Mark::By);
        let sides = clause.groups.iter().filter(named).count() >= 2;
        let verb = sentence.chunks.get(at + 1).map(|chunk| &chunk.piece);
        let news = match verb {
            Some(Piece::Act(row)) => {
                self.act(*row).is_some_and(|act| act.form == ActForm::Past && act.act == Act::Briefed)
            }
            Some(Piece::Encounter(row)) => {
                // "who gave a briefing on"
                let briefing = || match sentence.chunks.get(at + 2).map(|chunk| &chunk.piece) {
                    Some(Piece::Act(act)) => {
                        self.act(*act).is_some_and(|act| act.form == ActForm::Noun && act.act == Act::Briefed)
                    }
                    _ => false,
                };
                let word = self.encounter(*row);
                credentials
                    || word.is_some_and(|word| self.hands_letter(sentence, at + 1, word) || word.gives() && briefing())
            }
            _ => false,
        };
        sides
            && news
            && sentence.preceding(at).is_some_and(|before| {
                matches!(before.piece, Piece::People(_) | Piece::Bare(_) | Piece::Mark('،' | ','))
            })
    }

    /// Whether an event noun tells of one encounter with each of several people: "two calls", "and a call like it".
    fn is_another(&self, clause: &Clause, noun: &EncounterRow, chunk: &Chunk) -> bool {
        let each = matches!(noun.kind, Some(MeetingKind::Call | MeetingKind::Meeting | MeetingKind::Reception));
        let told = || self.nouns(clause).any(|told| told.kind == noun.kind);
        noun.form == EncounterForm::Noun
            && each
            && (is_plural(self.text.text(chunk.tokens.start)) || chunk.clitics.conjunction && told())
    }

    /// A state that is called like a town of whoever writes is that town: Oman and Amman.
    fn at_home(&self, place: &PlacePhrase) -> PlacePhrase {
        let home = self.people.home.filter(|_| place.is_country);
        let is_town = |home: Country| {
            place
                .tokens
                .clone()
                .any(|at| self.text.any(at, |_, s| matches!(s, Sense::Town { country, .. } if country == home)))
        };
        match home.filter(|home| is_town(*home)) {
            Some(home) => PlacePhrase { country: Some(home), is_country: false, ..place.clone() },
            None => place.clone(),
        }
    }

    /// "A delegation of the American embassy headed by B": B is of the country of those whom he heads, of none where those are
    /// an organisation's.
    fn lend_nationality(&self, sentence: &Sentence<'_>, crowd: usize, group: &mut Group) {
        let head = sentence.chunks.get(group.at).map_or(crowd, |chunk| chunk.tokens.start);
        let told = (crowd..head).find_map(|token| {
            // "financial" is spelled like "Malian": what can be another word is no nationality here.
            let other = |_, s| matches!(s, Sense::Noun | Sense::Subject(..) | Sense::Institution { .. });
            let country = |_, s| match s {
                Sense::Nationality { country, .. } | Sense::Country(country) => Some(country),
                _ => None,
            };
            let found = self.text.find(token, country).filter(|_| !self.text.any(token, other));
            found.map(|(country, ..)| country)
        });
        let of_many = told.is_none()
            && (crowd..head).any(|token| self.text.any(token, |c, s| c.is_none() && s == Sense::Organization));
        for person in &mut group.people {
            person.country = person.country.or(told);
        }
        group.foreign |= of_many;
    }

    /// Whether a visit is one to the country of whoever writes.
    fn leads_home(&self, sentence: &Sentence<'_>, chunks: Range<usize>) -> bool {
        let is_home = |country: Country| Some(country) == self.people.home;
        let tokens = sentence.chunks.get(chunks).unwrap_or(&[]).iter().flat_map(|chunk| chunk.tokens.clone());
        tokens.into_iter().any(|token| {
            self.text.any(token, |_, s| match s {
                Sense::Country(country) | Sense::Town { country, .. } => is_home(country),
                Sense::Cue(cue) => cue == Cue::Homeland,
                _ => false,
            })
        })
    }

    /// A bare name far behind its verb, when the sides are known, is no side of its own.
    pub(super) fn is_late(&self, clause: &Clause, group: &Group) -> bool {
        let known = clause.groups.iter().filter(|known| !known.bare).count();
        known >= 2
            || group.people.iter().any(|person| person.name.is_some_and(|name| self.word_count(name) < 2))
                && !self.knows_all(group)
    }

    /// Whether people follow an event noun with a possessive pronoun: then it tells of its own encounter.
    pub(super) fn owns_people(&self, sentence: &Sentence<'_>, at: usize) -> bool {
        let behind = sentence.chunks.get(at + 1..).unwrap_or(&[]).iter().take(3);
        // "its first meeting headed by A": whoever heads it does not own it.
        behind
            .take_while(|chunk| !matches!(chunk.piece, Piece::Cue(Cue::Course)))
            .any(|chunk| matches!(chunk.piece, Piece::People(_)))
    }

    /// Where a host is told who received somebody pointed to, "at the reception of A for him", "at his reception of him": the chunk of the
    /// pronoun.
    pub(super) fn received_him_at(&self, sentence: &Sentence<'_>, at: usize) -> Option<usize> {
        let host = match sentence.chunks.get(at + 1).map(|chunk| &chunk.piece) {
            Some(Piece::People(_) | Piece::Bare(_)) => self.members(sentence, at + 1, |_| ()),
            _ => at + 1,
        };
        let him = sentence.chunks.get(host).is_some_and(|chunk| {
            matches!(chunk.piece, Piece::Cue(Cue::Therein)) && is_of_him(self.text.text(chunk.tokens.start))
        });
        him.then_some(host)
    }

    /// A relative clause inside another: skipped to its comma, its visit noted as the occasion.
    pub(super) fn relative_clause(&mut self, sentence: &Sentence<'_>, at: usize, clause: &mut Clause) -> Option<usize> {
        let mut end = at + 1;
        let mut visit = false;
        // "attended it" is spelled like a form of address.
        let attended = sentence.chunks.get(end).is_some_and(|chunk| {
            self.text.any(chunk.tokens.start, |c, s| c.is_none() && s == Sense::Cue(Cue::Presence))
        });
        if attended {
            // "the meeting, which was attended by A,", "attended, in particular, by A"
            end += 1;
            while matches!(sentence.chunks.get(end).map(|chunk| &chunk.piece), Some(Piece::Cue(Cue::Including))) {
                end += 1;
            }
            while matches!(sentence.chunks.get(end).map(|chunk| &chunk.piece), Some(Piece::People(_))) {
                let (group, next) = self.group(sentence, end);
                let ids = group.map(|group| self.ids(&group.people, None)).unwrap_or_default();
                let meant = self.event_meant();
                if let Some(event) = meant.and_then(|meant| self.events.get_mut(meant)) {
                    add_new(&mut event.attendees, ids);
                }
                end = next;
            }
            return Some(end);
        }
        // "the meeting, which was held yesterday in N": when and where it was.
        let held = sentence.chunks.get(end).is_some_and(|chunk| match chunk.piece {
            Piece::Encounter(row) => self.encounter(row).is_some_and(|word| {
                word.form == EncounterForm::Light && word.kind.is_none() && !word.object.has(ObjectMark::From)
            }),
            _ => false,
        });
        let (mut date, mut place) = (None, None);
        while let Some(chunk) = sentence.chunks.get(end) {
            match &chunk.piece {
                Piece::Date(found) if held && !found.ahead => date = date.or_else(|| Some(found.clone())),
                Piece::Place(found) if held && found.inside && !found.is_country => {
                    place = place.or_else(|| Some(found.clone()));
                }
                _ => {}
            }
            match &chunk.piece {
                Piece::Mark('،' | ',' | ')' | '؛' | ':') => break,
                Piece::Cue(Cue::With) if end > at + 1 => break,
                Piece::Cue(Cue::Where | Cue::Presence | Cue::Greeting | Cue::Course) => break,
                Piece::Encounter(row) => {
                    let Some(word) = self.encounter(*row) else { break };
                    if end == at + 1 {
                        visit = word.kind == Some(MeetingKind::Visit);
                        if matches!(word.form, EncounterForm::Light | EncounterForm::LightPresent) {
                            visit =
                                sentence.chunks.get(end + 1..).unwrap_or(&[]).iter().take(5).any(|chunk| {
                                    match chunk.piece {
                                        Piece::Encounter(row) => self
                                            .encounter(row)
                                            .is_some_and(|word| word.kind == Some(MeetingKind::Visit)),
                                        _ => false,
                                    }
                                });
                        }
                    } else if chunk.clitics.conjunction
                        && word.form != EncounterForm::Noun
                        && word.form != EncounterForm::Definite
                    {
                        break;
                    }
                }
                Piece::Act(row)
                    if end > at + 1
                        && self
                            .act(*row)
                            .is_some_and(|act| act.form.is_finite() || act.form == ActForm::Participle) =>
                {
                    break;
                }
                Piece::Verb(_) if end > at + 1 && chunk.clitics.conjunction => break,
                _ => {}
            }
            end += 1;
        }
        if let Some(noun) = self.noun_told_of(sentence, at).filter(|_| held) {
            let refers_back = sentence.follows(noun, &[Cue::During, Cue::After, Cue::Sidelines]);
            if clause.nouns.is_empty() || refers_back {
                let meant = self.event_meant().and_then(|meant| self.events.get_mut(meant));
                if let Some(event) = meant {
                    event.date = event.date.take().or_else(|| date.map(Given::by(Rule::ToldLater)));
                    event.place = event.place.take().or_else(|| place.map(Given::by(Rule::ToldLater)));
                }
            } else {
                clause.date = clause.date.take().or(date);
                clause.place = clause.place.take().or(place);
            }
        }
        if visit && clause.occasion.is_none() {
            let from = sentence.chunks.get(at + 1)?.tokens.start;
            let to = sentence.chunks.get(end.checked_sub(1)?)?.tokens.end;
            clause.occasion = Some(span(self.text, from..to, Clitics::default()));
        }
        Some(end)
    }

    /// The noun of an encounter that a relative clause tells more of: "the meeting, which".
    fn noun_told_of(&self, sentence: &Sentence<'_>, relative: usize) -> Option<usize> {
        (relative.saturating_sub(NEAR)..relative).rev().find(|at| {
            let noun = sentence.chunks.get(*at).and_then(|chunk| self.event_noun(chunk));
            noun.and_then(|noun| noun.kind).is_some_and(|kind| kind != MeetingKind::Message)
        })
    }

    /// An occasion: from its first word to the end of its phrase.
    pub(super) fn occasion(&mut self, sentence: &Sentence<'_>, at: usize) -> (Option<Span>, usize) {
        let mut end = at + 1;
        let festive = matches!(sentence.chunks.get(at).map(|chunk| &chunk.piece), Some(Piece::Cue(Cue::Occasion)));
        // "at the invitation of B on 4 August": an invitation has no day of its own.
        let invited = matches!(sentence.chunks.get(at).map(|chunk| &chunk.piece), Some(Piece::Cue(Cue::Invitation)));
        // "B, who is visiting N, signed a memorandum": where he is ends it, but for whom he is there with.
        let visiting = matches!(sentence.chunks.get(at).map(|chunk| &chunk.piece), Some(Piece::Cue(Cue::Visiting)));
        let follows_place =
            |end: usize| sentence.preceding(end).is_some_and(|before| matches!(before.piece, Piece::Place(_)));
        let follows_whereabouts = |end: usize| {
            sentence.follows(end, &[Cue::Currently, Cue::Homeland])
                || follows_place(end)
                || sentence.preceding(end).is_some_and(|before| matches!(before.piece, Piece::Date(_)))
        };
        let heads = |end: usize| {
            let rest = sentence.chunks.get(end + 1..).unwrap_or(&[]).iter().take(2);
            rest.into_iter().any(|chunk| matches!(chunk.piece, Piece::Cue(Cue::Crowd | Cue::CompanyParty)))
        };
        while let Some(chunk) = sentence.chunks.get(end) {
            // "on the sidelines of «the Dialogue»": its name.
            if end == at + 1 && matches!(chunk.piece, Piece::Mark('"' | '«' | '“')) {
                let rest = sentence.chunks.get(end + 1..).unwrap_or(&[]);
                let closing = rest.iter().position(|chunk| matches!(chunk.piece, Piece::Mark('"' | '»' | '”')));
                end += closing.map_or(1, |closing| closing + 2);
                continue;
            }
            let stops = match &chunk.piece {
                Piece::Mark('-' | '–') => !self.text.token(chunk.tokens.start).is_some_and(|dash| dash.spaced),
                Piece::Mark(mark) => matches!(mark, '،' | ',' | ':' | '؛' | ')' | '"'),
                Piece::Cue(Cue::On) if visiting => follows_place(end) && !heads(end),
                // "who is visiting the kingdom now the cooperation between": what was discussed stands behind it.
                Piece::Word { noun: true } | Piece::Cue(Cue::TopicHead)
                    if visiting
                        && chunk.clitics.is_none()
                        && (!opens_with_article(self.text.text(chunk.tokens.start))
                            || matches!(chunk.piece, Piece::Cue(_)))
                        && follows_whereabouts(end) =>
                {
                    true
                }
                // "on a visit that was not announced before"
                Piece::Verb(_) if end > at + 1 && sentence.follows(end, &[Cue::Negation]) => false,
                Piece::Verb(kind) => *kind != VerbKind::Weak && !self.is_relative(sentence, end),
                Piece::Act(row) => self.act(*row).is_some_and(|act| {
                    act.form.is_finite() || act.form == ActForm::Participle || chunk.clitics.conjunction
                }),
                Piece::Encounter(row) => {
                    self.encounter(*row).is_some_and(|word| word.form.is_finite()) && !self.is_relative(sentence, end)
                }
                Piece::Cue(cue) => {
                    matches!(
                        cue,
                        Cue::With
                            | Cue::Where
                            | Cue::That
                            | Cue::Presence
                            | Cue::Greeting
                            | Cue::SameOccasion
                            | Cue::ByPhone
                            | Cue::Sidelines
                            | Cue::During
                            | Cue::Purpose
                    ) && !(*cue == Cue::During && end == at + 1)
                }
                Piece::People(people) => {
                    end > at + 1
                        && people.iter().any(|person| person.name.is_some())
                        && chunk.clitics.preposition.is_none()
                        && !matches!(
                            sentence.chunks.get(end - 1).map(|chunk| &chunk.piece),
                            Some(Piece::Cue(Cue::From | Cue::To | Cue::Between))
                        )
                }
                Piece::Date(date) => {
                    date.relative.is_some()
                        || date.weekday.is_some() && date.day.is_none()
                        || invited && date.day.is_some()
                }
                _ => false,
            };
            // "on the occasion of the feast from the speaker N": who sent it.
            let stops = stops || festive && self.is_from_somebody(sentence, end);
            if stops {
                break;
            }
            end += 1;
        }
        let from = sentence.chunks.get(at).map(|chunk| chunk.tokens.start);
        let to = sentence.chunks.get(end - 1).map(|chunk| chunk.tokens.end);
        let clitics =
            sentence.chunks.get(at).map(|chunk| Clitics { preposition: None, ..chunk.clitics }).unwrap_or_default();
        match (from, to) {
            (Some(from), Some(to)) if to > from + 1 => (Some(span(self.text, from..to, clitics)), end),
            _ => (None, end),
        }
    }

    /// Whether "from" and somebody by name stand here.
    fn is_from_somebody(&self, sentence: &Sentence<'_>, at: usize) -> bool {
        let piece = |at: usize| sentence.chunks.get(at).map(|chunk| &chunk.piece);
        matches!(piece(at), Some(Piece::Cue(Cue::From)))
            && matches!(piece(at + 1), Some(Piece::People(people)) if people.iter().any(|person| person.name.is_some()))
    }

    /// A group of people joined by "and" or commas, and how it is marked.
    pub(super) fn group(&self, sentence: &Sentence<'_>, at: usize) -> (Option<Group>, usize) {
        let mut people = Vec::new();
        let next = self.members(sentence, at, |person| people.push(person.clone()));
        if people.is_empty() {
            return (None, next);
        }
        let bare = matches!(sentence.chunks.get(at).map(|chunk| &chunk.piece), Some(Piece::Bare(_)));
        (Some(Group { people, mark: self.mark(sentence, at), at, bare, foreign: false }), next)
    }

    /// Gives the people of such a group, none where none begins; says which chunk is next.
    pub(super) fn members<'s>(
        &self,
        sentence: &Sentence<'s>,
        at: usize,
        mut give: impl FnMut(&'s PersonPhrase),
    ) -> usize {
        let Some(chunk) = sentence.chunks.get(at) else { return at + 1 };
        let bare = match &chunk.piece {
            Piece::People(people) => {
                people.iter().for_each(&mut give);
                false
            }
            Piece::Bare(person) => {
                give(person);
                true
            }
            _ => return at + 1,
        };
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
            // "the minister A, beside the minister B": he too.
            let beside = match sentence.chunks.get(ahead..ahead + 2) {
                Some([also, next]) => {
                    matches!(also.piece, Piece::Cue(Cue::Also))
                        && next.clitics.is_none()
                        && matches!(&next.piece, Piece::People(more) if more.iter().all(|person| person.name.is_some()))
                }
                _ => false,
            };
            ahead += usize::from(beside);
            let Some(chunk) = sentence.chunks.get(ahead) else { break };
            let joins = beside
                || chunk.clitics.conjunction
                    && chunk
                        .clitics
                        .preposition
                        .is_none_or(|p| Some(p) == sentence.chunks.get(at).and_then(|first| first.clitics.preposition));
            match &chunk.piece {
                Piece::People(more) if joins => more.iter().for_each(&mut give),
                Piece::Bare(person) if joins && !bare => {
                    // A bare name in a list of people is one of them only when it is a whole name.
                    if person.name.is_none_or(|name| self.word_count(name) < 2) {
                        break;
                    }
                    give(person);
                }
                Piece::Bare(person) if joins && bare => give(person),
                _ => break,
            }
            next = ahead + 1;
        }
        next
    }

    /// Past "and the delegation accompanying him".
    pub(super) fn company(&self, sentence: &Sentence<'_>, at: usize) -> usize {
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

    pub(super) fn mark(&self, sentence: &Sentence<'_>, at: usize) -> Mark {
        let Some(chunk) = sentence.chunks.get(at) else { return Mark::None };
        match chunk.clitics.preposition {
            Some(Preposition::By) => return Mark::By,
            Some(Preposition::For) => return Mark::To,
            Some(_) => return Mark::Aside,
            None => {}
        }
        let mut before = at;
        while let Some(index) = before.checked_sub(1) {
            let Some(chunk) = sentence.chunks.get(index) else { return Mark::None };
            match &chunk.piece {
                Piece::Cue(Cue::Both | Cue::Separately) => before = index,
                Piece::Mark('(') => return Mark::Aside,
                Piece::Mark('،' | ',') if index + 1 == before && before == at => {
                    // A comma may part a preposition from nothing.
                    return Mark::None;
                }
                // "with «Carter»"
                Piece::Mark('"' | '«' | '“') if before == at => before = index,
                // "to a meeting with the emir": what somebody travels for; "a cable to congratulate the emir": whom it is to.
                Piece::Encounter(_) if before == at && chunk.clitics.preposition == Some(Preposition::For) => {
                    return if self.is_letter(chunk) { Mark::To } else { Mark::Aside };
                }
                Piece::Cue(cue) => {
                    return match cue {
                        Cue::With => Mark::With,
                        Cue::AndWith => Mark::Present,
                        Cue::To => Mark::To,
                        Cue::From => Mark::From,
                        Cue::Between => Mark::Between,
                        Cue::Course => Mark::Headed,
                        // "the sons of A": not he.
                        Cue::Crowd
                            if before == at
                                && chunk.tokens.len() == 1
                                && is_construct(self.text.text(chunk.tokens.start)) =>
                        {
                            Mark::Aside
                        }
                        Cue::Regards | Cue::OnBehalf | Cue::Through | Cue::About | Cue::On | Cue::In | Cue::After => {
                            Mark::Aside
                        }
                        _ => Mark::None,
                    };
                }
                // "with three new ambassadors": how many there are of an office that waits for no genitive.
                Piece::Word { noun: true } if before == at && self.is_counted(sentence, at) => before = index,
                // "on the sidelines of the meeting of OPEC the secretary-general": an organisation's name is whole.
                Piece::Word { noun: true } if self.text.any(chunk.tokens.start, is_organization) => return Mark::None,
                // "at the head of a political delegation the premier N": past what is said of the delegation.
                Piece::Word { .. } if before == at && is_said_of_crowd(sentence, index) => return Mark::None,
                Piece::Word { noun: true } if before == at && !chunk.clitics.conjunction => {
                    // "the regards of", "the house of": people inside a noun phrase.
                    return if sentence
                        .chunks
                        .get(index)
                        .is_some_and(|chunk| is_construct(self.text.text(chunk.tokens.start)))
                    {
                        Mark::Aside
                    } else {
                        Mark::None
                    };
                }
                _ => return Mark::None,
            }
        }
        Mark::None
    }

    /// Whether only an office of several, whole and without its article, stands here.
    fn is_counted(&self, sentence: &Sentence<'_>, at: usize) -> bool {
        sentence.chunks.get(at).is_some_and(|chunk| match &chunk.piece {
            Piece::People(people) => {
                people.iter().all(|person| {
                    let several = |office: &OfficePhrase| office.number == Number::Many && office.definite;
                    person.name.is_none() && !person.offices.is_empty() && person.offices.iter().all(several)
                }) && !opens_with_article(self.text.text(chunk.tokens.start))
            }
            _ => false,
        })
    }

    /// Whether people stand behind a noun that is theirs: "the statement of A".
    pub(super) fn is_possessor(&self, sentence: &Sentence<'_>, at: usize) -> bool {
        sentence.preceding(at).is_some_and(|before| {
            matches!(before.piece, Piece::Word { noun: true } | Piece::Cue(Cue::QuotedSource))
                && is_construct(self.text.text(before.tokens.start))
        })
    }

    /// Whether an event noun stands right before.
    fn follows_event_noun(&self, sentence: &Sentence<'_>, at: usize) -> bool {
        sentence.preceding(at).is_some_and(|before| match before.piece {
            Piece::Encounter(row) => self.encounter(row).is_some_and(|word| word.form == EncounterForm::Noun),
            _ => false,
        })
    }

    /// "a meeting held in": a light verb right behind its noun says no more.
    pub(super) fn is_of_noun(&self, sentence: &Sentence<'_>, at: usize, word: &EncounterRow) -> bool {
        // "after the ceremony the minister held": behind a noun that refers to another encounter it begins anew.
        let anew = matches!(sentence.chunks.get(at + 1).map(|chunk| &chunk.piece), Some(Piece::People(_)))
            && sentence
                .preceding(at)
                .is_some_and(|noun| opens_with_article(self.text.text(noun.tokens.end.saturating_sub(1))));
        !anew
            && self.follows_event_noun(sentence, at)
            && word.form == EncounterForm::Light
            && sentence.chunks.get(at).is_some_and(|chunk| chunk.clitics.is_none())
    }

    /// Whether a group stands right before a verb, with nothing between but adverbs.
    pub(super) fn is_adjacent(&self, sentence: &Sentence<'_>, group: &Group, at: usize) -> bool {
        sentence.chunks.get(group.at..at).unwrap_or(&[]).iter().all(|chunk| {
            !matches!(
                chunk.piece,
                Piece::Encounter(_)
                    | Piece::Act(_)
                    | Piece::Verb(_)
                    | Piece::Cue(Cue::That | Cue::Where | Cue::Relative)
            )
        })
    }
}

/// The "with" behind a comma near by, where nothing is told before it.
fn passing(sentence: &Sentence<'_>, at: usize) -> Option<usize> {
    const NEAR: usize = 8;
    let rest = sentence.chunks.get(at + 1..)?;
    let comma = rest.iter().take(NEAR).position(|chunk| matches!(chunk.piece, Piece::Mark('،' | ',')))?;
    let told =
        |chunk: &Chunk| matches!(chunk.piece, Piece::Verb(_) | Piece::Act(_) | Piece::Encounter(_) | Piece::People(_));
    let with = rest.get(comma + 1).is_some_and(|chunk| matches!(chunk.piece, Piece::Cue(Cue::With)));
    (with && !rest.iter().take(comma).any(told)).then_some(at + comma + 2)
}

/// Whether adjectives of a delegation end at a chunk: "a large political delegation".
fn is_said_of_crowd(sentence: &Sentence<'_>, last: usize) -> bool {
    const MOST: usize = 3;
    let before = sentence.chunks.get(..=last).unwrap_or(&[]).iter().rev().take(MOST + 1);
    let mut before = before.skip_while(|chunk| matches!(chunk.piece, Piece::Word { .. }) && chunk.clitics.is_none());
    before.next().is_some_and(|chunk| matches!(chunk.piece, Piece::Cue(Cue::Crowd)))
}

/// Whether a word is the name of an organisation.
fn is_organization(clitics: Clitics, sense: Sense) -> bool {
    !clitics.conjunction && sense == Sense::Organization
}

/// "A for the Saudi side": whether a side is named behind whoever stands for it, and nobody behind that.
fn spoke_for(sentence: &Sentence<'_>, side: usize) -> bool {
    let piece = |at: Option<usize>| at.and_then(|at| sentence.chunks.get(at)).map(|chunk| &chunk.piece);
    let behind_him = matches!(piece(side.checked_sub(2)), Some(Piece::People(_) | Piece::Bare(_)))
        && matches!(piece(side.checked_sub(1)), Some(Piece::Cue(Cue::About)));
    let mut next = sentence.chunks.get(side + 1..).unwrap_or(&[]).iter();
    // The adjective that says whose side it is.
    let next = next.find(|chunk| !matches!(chunk.piece, Piece::Word { .. }));
    let of_next =
        next.is_some_and(|next| matches!(next.piece, Piece::People(_) | Piece::Bare(_)) && !next.clitics.conjunction);
    behind_him && !of_next
}

/// Whether a country is whom somebody stands for: the one named right behind it, or right before.
fn is_stood_for(sentence: &Sentence<'_>, at: usize) -> bool {
    let behind = sentence.chunks.get(at + 1);
    sentence.follows(at, &[Cue::About, Cue::Through])
        && (spoke_for(sentence, at)
            || behind.is_some_and(|next| matches!(next.piece, Piece::People(_)) && next.clitics.is_none()))
}

/// "A for the government, and B for the opposition": whether what stands behind a person is whom he stands for, as others stand for
/// others.
fn stands_for_some(sentence: &Sentence<'_>, at: usize) -> bool {
    let behind_him = sentence.preceding(at).is_some_and(|before| matches!(before.piece, Piece::People(_)));
    let mut rest = sentence.chunks.get(at + 1..).unwrap_or(&[]).iter();
    let next = rest.find(|chunk| !matches!(chunk.piece, Piece::Word { .. } | Piece::Place(_) | Piece::Mark('،' | ',')));
    behind_him
        && next
            .is_some_and(|chunk| chunk.clitics.conjunction && matches!(chunk.piece, Piece::People(_) | Piece::Bare(_)))
}

/// Whether a word is "with him".
fn is_with_them(clitics: Clitics, sense: Sense) -> bool {
    clitics.is_none() && sense == Sense::Cue(Cue::WithThem)
}

/// Where "to" leads among the phrases of an occasion: "on an unannounced visit to Baghdad".
fn destination(sentence: &Sentence<'_>, chunks: Range<usize>) -> Option<PlacePhrase> {
    chunks.into_iter().find_map(|at| match &sentence.chunks.get(at)?.piece {
        Piece::Place(place) if matches!(sentence.preceding(at)?.piece, Piece::Cue(Cue::To)) => Some(place.clone()),
        _ => None,
    })
}
