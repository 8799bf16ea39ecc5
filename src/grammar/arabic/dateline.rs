//! Datelines: place, day, credit and reporter, in the order and with the separators of some sixty
//! agencies, on a line of their own or before the text.

use super::date::{date, day_and_month};
use super::name::name;
use super::place::place;
use crate::grammar::{Cursor, DatePhrase, DatelinePhrase, Parsed};
use crate::lexicon::{Clitics, Cue, Sense};
use crate::model::Span;

const SEPARATORS: &[char] =
    &['،', ',', '.', '-', '–', '—', ':', '/', '(', ')', '[', ']', '«', '»', '"', '“', '”', '|', '*', '\'', '_', '='];
/// Separators that can stand between a dateline and its text.
const CLOSERS: &[char] = &['-', '–', '—', ':', '/', '.', ')', '»', '"', '،'];

/// A dateline at the start of a line. `opening` tells whether the line may be the first of the body,
/// so that a bare place and a dash are enough.
pub(crate) fn dateline(input: Cursor<'_>, opening: bool) -> Parsed<'_, DatelinePhrase> {
    let mut phrase = DatelinePhrase::default();
    // "[2 May 2018] Sanaa - Saba:": the day stands first, in brackets.
    let start = match bracketed_day(input) {
        Some((rest, day)) => {
            phrase.date = Some(day);
            rest
        }
        None => skip_foreign(input),
    };
    let mut at = start;
    let mut end = start;
    let mut separated = false;
    let mut steps = 0;
    loop {
        steps += 1;
        if at.is_at_end() || steps > 12 {
            break;
        }
        let anything = !phrase.places.is_empty()
            || phrase.agency.is_some()
            || phrase.date.is_some()
            || !phrase.reporters.is_empty();
        if anything && separators(at).at > at.at {
            let after = separators(at);
            separated = true;
            at = after;
            end = after;
            continue;
        }
        // A paper's own name before an agency's is where the agency's was printed.
        let outlet = phrase
            .agency
            .as_ref()
            .and_then(|(_, row)| *row)
            .is_some_and(|row| at.text.lexicon.agencies.get(row as usize).is_some_and(|row| row.id.is_empty()));
        if let Some((row, rest)) = credit(at)
            .filter(|_| (phrase.agency.is_none() || outlet) && (!anything || separated || phrase.date.is_some()))
        {
            phrase.agency = Some((at.span_to(rest, Clitics::default()), Some(row)));
            at = rest;
            end = rest;
            separated = false;
            continue;
        }
        if phrase.date.is_none() && !phrase.places.is_empty() {
            if let Ok((rest, day)) = date(at).or_else(|_| day_and_month(at)) {
                if day.is_calendar_day() || day.hijri.is_some() {
                    phrase.date = Some(day);
                    at = rest;
                    end = rest;
                    separated = false;
                    continue;
                }
            }
        }
        if let Some((rest, place)) = dateline_place(at)
            .filter(|_| phrase.places.is_empty() || only_places(&phrase) && separated && phrase.places.len() < 3)
        {
            // "Dubai, United Arab Emirates": where the town is.
            let qualifies = place.is_country && phrase.places.iter().any(|town| town.country == place.country);
            if !qualifies {
                phrase.places.push(place);
            }
            at = rest;
            end = rest;
            separated = false;
            continue;
        }
        if let Some((rest, span)) = reporter(at).filter(|_| !anything || separated) {
            phrase.reporters.push(span);
            at = rest;
            end = rest;
            separated = false;
            continue;
        }
        break;
    }
    if !valid(&phrase, start, end, separated, opening) {
        return input.miss();
    }
    phrase.tokens = input.at..end.at;
    Ok((end, phrase))
}

/// A day in square brackets, and a place behind it.
fn bracketed_day(input: Cursor<'_>) -> Option<(Cursor<'_>, DatePhrase)> {
    let inner = input.is_mark(&['[']).then(|| input.to(input.at + 1))?;
    let (rest, day) = date(inner).or_else(|_| day_and_month(inner)).ok()?;
    let behind = rest.is_mark(&[']']).then(|| rest.to(rest.at + 1))?;
    (day.is_calendar_day() && dateline_place(behind).is_some()).then_some((behind, day))
}

fn only_places(phrase: &DatelinePhrase) -> bool {
    phrase.agency.is_none() && phrase.date.is_none() && phrase.reporters.is_empty()
}

fn valid(phrase: &DatelinePhrase, start: Cursor<'_>, end: Cursor<'_>, separated: bool, opening: bool) -> bool {
    let alone = end.is_at_end();
    let closed = alone || separated && closer_before(start, end);
    if phrase.agency.is_some() {
        // A credit inside brackets or slashes ends itself; one that runs on into the text does not.
        return closed;
    }
    if phrase.places.is_empty() {
        return false;
    }
    if phrase.date.is_some() {
        return closed;
    }
    if !opening {
        return false;
    }
    if !phrase.reporters.is_empty() {
        let verb_next = end
            .any(|c, s| c.at_most_conjunction() && matches!(s, Sense::Verb(_) | Sense::Encounter(_) | Sense::Act(_)));
        return closed || verb_next;
    }
    // A bare place: only a dash or a colon makes it a dateline, and text must follow.
    !alone
        && separated
        && end.at > 0
        && (start.at..end.at).any(|at| {
            end.text.token(at).is_some_and(|t| t.is_mark('-') || t.is_mark('–') || t.is_mark('—') || t.is_mark(':'))
        })
        && phrase.places.len() == 1
}

fn closer_before(start: Cursor<'_>, end: Cursor<'_>) -> bool {
    end.at > start.at && end.text.token(end.at - 1).is_some_and(|token| CLOSERS.iter().any(|mark| token.is_mark(*mark)))
}

fn separators(mut at: Cursor<'_>) -> Cursor<'_> {
    while at.is_mark(SEPARATORS) {
        at = at.to(at.at + 1);
    }
    at
}

/// Words in Latin letters that a page leaves before the dateline.
fn skip_foreign(mut at: Cursor<'_>) -> Cursor<'_> {
    while at.token().is_some_and(|t| t.is_word()) && at.text.text(at.at).is_ascii() {
        at = at.to(at.at + 1);
    }
    // A paper's name may stand in quotation marks.
    if at.is_mark(&['«', '"', '“', '(', '/']) { at.to(at.at + 1) } else { at }
}

fn credit(at: Cursor<'_>) -> Option<(u16, Cursor<'_>)> {
    at.find(|c, s| match s {
        Sense::Agency(row) if c.is_none() => Some(row),
        _ => None,
    })
    .map(|(row, rest, _)| {
        // "France 24": the figure is part of its name, where nothing else stands there.
        let figure = rest.token().is_some_and(|token| token.number().is_some());
        let behind = rest.to(rest.at + 1);
        let ends = behind.is_at_end() || behind.is_mark(SEPARATORS);
        (row, if figure && ends { behind } else { rest })
    })
}

/// A place as a dateline has it: nothing written together with it, and no adjective of one.
fn dateline_place(at: Cursor<'_>) -> Option<(Cursor<'_>, crate::grammar::PlacePhrase)> {
    let (rest, found) = place(at).ok().or_else(|| {
        // In a dateline every town counts, whatever else its name may mean.
        at.find(|c, s| match s {
            Sense::Town { country, .. } if c.is_none() => Some(country),
            _ => None,
        })
        .map(|(country, rest, clitics)| {
            let name = at.span_to(rest, clitics);
            (
                rest,
                crate::grammar::PlacePhrase {
                    tokens: at.at..rest.at,
                    name,
                    country: Some(country),
                    is_country: false,
                    inside: false,
                },
            )
        })
    })?;
    at.any(|c, s| c.is_none() && matches!(s, Sense::Town { .. } | Sense::Country(_))).then_some((rest, found))
}

/// Two to five words up to a separator, none of them known to be anything else.
fn reporter(at: Cursor<'_>) -> Option<(Cursor<'_>, Span)> {
    if let Some(((), rest, clitics)) = at.find(|c, s| (c.is_none() && s == Sense::Cue(Cue::ReporterMark)).then_some(()))
    {
        if rest.is_at_end() || rest.is_mark(SEPARATORS) {
            return Some((rest, at.span_to(rest, clitics)));
        }
    }
    if let Ok((end, words)) = name(at) {
        if (2..=5).contains(&words) && (end.is_at_end() || end.is_mark(SEPARATORS)) {
            return Some((end, at.span_to(end, Clitics::default())));
        }
    }
    let mut end = at;
    let mut words = 0;
    while words < 6 && end.token().is_some_and(|t| t.is_word()) {
        if end.any(|c, s| {
            c.is_none()
                && matches!(
                    s,
                    Sense::Verb(_)
                        | Sense::Encounter(_)
                        | Sense::Cue(
                            Cue::In | Cue::With | Cue::To | Cue::On | Cue::That | Cue::Between | Cue::Relative
                        )
                )
        }) {
            return None;
        }
        end = end.to(end.at + 1);
        words += 1;
    }
    ((2..=5).contains(&words) && end.is_mark(&['/'])).then(|| (end, at.span_to(end, Clitics::default())))
}

/// Whether a line is only a stamp: a date, a clock, nothing else.
pub(crate) fn is_stamp(line: Cursor<'_>) -> bool {
    let mut at = line;
    let mut numbers = 0;
    while let Some(token) = at.token() {
        if token.number().is_some() {
            numbers += 1;
        } else if let Ok((rest, _)) = date(at) {
            numbers += 1;
            at = rest;
            continue;
        } else if token.is_word() {
            let short = token.len() <= 4;
            let known = at.any(|_, s| {
                matches!(
                    s,
                    Sense::Era(_)
                        | Sense::DayPart
                        | Sense::Corresponding
                        | Sense::Cue(Cue::Clock | Cue::Day | Cue::In | Cue::Caption)
                        | Sense::Month(..)
                        | Sense::Weekday(_)
                )
            });
            if !known && !short {
                return false;
            }
        }
        at = at.to(at.at + 1);
    }
    numbers > 0
}
