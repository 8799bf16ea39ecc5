//! Places: cities, regions, countries, and the venues in them.

use super::name::{begins_office, has_article, is_listed, prefixed_article};
use crate::grammar::cursor::sense;
use crate::grammar::{Cursor, Parsed, PlacePhrase};
use crate::lexicon::{Clitics, Cue, HonorificKind, Kind, Kinds, OfficeForm, Preposition, Sense};
use crate::model::Country;
use nom::Parser;
use nom::combinator::opt;

/// `place := [مدينة|العاصمة [nationality]] town | country`; clitics may stand on its first word.
#[inline]
pub(crate) fn place(input: Cursor<'_>) -> Parsed<'_, PlacePhrase> {
    const OPENING: Kinds = Kinds::of(&[Kind::Town, Kind::Country], &[Cue::Town]);
    if input.may_be(OPENING) { named_place(input) } else { input.miss() }
}

fn named_place(input: Cursor<'_>) -> Parsed<'_, PlacePhrase> {
    let opening = input.find(|_, s| (s == Sense::Cue(Cue::Town)).then_some(()));
    let introduced = opening.is_some();
    let (at, opening) = opening.map_or((input, Clitics::default()), |((), rest, clitics)| (rest, clitics));
    let (at, nationality) = if introduced {
        opt(sense(|c, s| match s {
            Sense::Nationality { country, .. } if c.is_none() => Some(country),
            _ => None,
        }))
        .parse(at)?
    } else {
        (at, None)
    };
    let named = at.find(|c, s| match s {
        Sense::Town { country, plain, .. } if introduced || plain || c.preposition.is_some() => Some((country, false)),
        Sense::Country(country) => Some((country, true)),
        _ => None,
    });
    if let Some(((country, is_country), rest, clitics)) = named {
        if introduced && !clitics.is_none() {
            return input.miss();
        }
        let name = at.span_to(rest, clitics);
        return Ok((
            rest,
            PlacePhrase {
                tokens: input.at..rest.at,
                name,
                country: Some(country),
                is_country,
                inside: clitics.preposition == Some(Preposition::By),
            },
        ));
    }
    // "the Yemeni capital, Sanaa,": told by its name as well.
    let behind = Some(at.to(at.at + 1)).filter(|_| nationality.is_some() && at.is_mark(&['،', ',']));
    let town = |c: Clitics, s| match s {
        Sense::Town { country, .. } if c.is_none() && Some(country) == nationality => Some(country),
        _ => None,
    };
    let apposed = behind.and_then(|from| from.find(town).map(|found| (from, found)));
    if let Some((from, (country, rest, clitics))) = apposed {
        let name = from.span_to(rest, clitics);
        let inside = opening.preposition == Some(Preposition::By);
        let tokens = input.at..rest.at;
        return Ok((rest, PlacePhrase { tokens, name, country: Some(country), is_country: false, inside }));
    }
    // "the Qatari capital"
    if nationality.is_some() && (has_article(input) || prefixed_article(input)) {
        return Ok((
            at,
            PlacePhrase {
                tokens: input.at..at.at,
                name: input.span_to(at, opening),
                country: nationality,
                is_country: false,
                inside: opening.preposition == Some(Preposition::By),
            },
        ));
    }
    // "the town of Saqr bin Muhammad": called after somebody.
    if introduced && super::name::begins_descent(at) {
        if let Ok((rest, _)) = super::name::name(at) {
            let name = at.span_to(rest, Clitics::default());
            let tokens = input.at..rest.at;
            return Ok((rest, PlacePhrase { tokens, name, country: nationality, is_country: false, inside: false }));
        }
    }
    // A town that the tables do not know, where the copy says that it is one.
    if introduced && at.token().is_some_and(|token| token.is_word()) && at.text.is_unknown(at.at) {
        let rest = at.to(at.at + 1);
        let name = at.span_to(rest, Clitics::default());
        return Ok((
            rest,
            PlacePhrase { tokens: input.at..rest.at, name, country: nationality, is_country: false, inside: false },
        ));
    }
    input.miss()
}

/// A country alone, no clitics before it.
pub(super) fn country(input: Cursor<'_>) -> Parsed<'_, Country> {
    let (rest, country) = sense(|c, s| match s {
        Sense::Country(country) if c.is_none() => Some(country),
        _ => None,
    })
    .parse(input)?;
    // "Central America" is no state.
    let region = input.find(|c, s| (c.is_none() && s == Sense::Noun).then_some(()));
    if region.is_some_and(|(_, end, _)| end.at > rest.at) { input.miss() } else { Ok((rest, country)) }
}

/// `venue := venue-noun word*`: a palace, an office, an airport, and the words of its name, up to
/// whatever is something else.
pub(crate) fn venue(input: Cursor<'_>) -> Parsed<'_, ()> {
    let (mut at, ()) = sense(|c, s| (!c.future && s == Sense::Cue(Cue::Venue)).then_some(())).parse(input)?;
    // "in his office the secretary of", "in his office His Excellency": somebody's is whole.
    let his = at.at == input.at + 1 && super::ends_in_pronoun(input.text.text(input.at));
    if his
        && at.any(|c, s| c.is_none() && matches!(s, Sense::Office(..) | Sense::Honorific(HonorificKind::Courtesy, _)))
    {
        return Ok((at, ()));
    }
    let mut words = 0;
    while words < 8 && at.token().is_some_and(|token| token.is_word()) {
        // "Heydar Aliyev airport": the name of somebody right behind the noun.
        let namesake = |token: usize| {
            at.text.any(token, |c, s| c.is_none() && matches!(s, Sense::Name | Sense::Cue(Cue::NameLink)))
        };
        let named = namesake(at.at) && (words == 0 || at.at > input.at + 1 && namesake(at.at - 1)) && words < 4;
        let goes_on = named
            || at.any(|c, s| {
                c.is_none()
                    && matches!(
                        s,
                        Sense::Noun
                            | Sense::Institution { .. }
                            | Sense::Cue(Cue::Venue | Cue::Homeland)
                            | Sense::Subject(..)
                            | Sense::Nationality { .. }
                            | Sense::Organization
                            | Sense::Honorific(HonorificKind::Qualifier, _)
                            | Sense::Cue(Cue::Divine)
                            | Sense::Honorific(HonorificKind::Reference, _)
                    )
            })
            || (has_article(at)
                && !at.any(|c, s| {
                    c.is_none()
                        && matches!(
                            s,
                            Sense::Cue(_)
                                | Sense::Relative(_)
                                | Sense::Weekday(_)
                                | Sense::Honorific(..)
                                | Sense::Office(..)
                                | Sense::Encounter(_)
                        )
                }))
            || at
                .any(|c, s| c.preposition.is_some() && matches!(s, Sense::Cue(Cue::Venue) | Sense::Institution { .. }))
            || (words <= 1 && at.text.is_unknown(at.at) && (words == 0 || namesake(at.at - 1)))
            || (words == 0
                && (at.text.is_unknown(at.at) || at.any(|c, s| c.is_none() && matches!(s, Sense::Office(..)))));
        // A word without an article behind one that has it begins something new.
        let before = at.back(1).filter(|_| words > 0);
        let begins = !named
            && !has_article(at)
            && before.is_some_and(has_article)
            && at.any(|c, s| c.is_none() && matches!(s, Sense::Noun | Sense::Subject(..)));
        // "in his office at the emirate the head of", "at the airport of N the minister": an office behind what is whole.
        let is_defined = |word: Cursor<'_>| has_article(word) || prefixed_article(word);
        let is_whole = |word: Cursor<'_>| is_defined(word) || word.text.is_unknown(word.at) || is_listed(word);
        // "in his office at the ministry the ambassador": no adjective of what has the article.
        let titled = |word| {
            is_defined(word) && at.any(|c, s| c.is_none() && matches!(s, Sense::Office(_, OfficeForm::Definite)))
        };
        let holder = before.is_some_and(|word| titled(word) || begins_office(at) && is_whole(word))
            && super::office::office(at).is_ok();
        let timed = at.any(|c, s| c.is_none() && matches!(s, Sense::Relative(_) | Sense::Weekday(_)));
        let town = at.is_with(Cue::Town, |c| c.preposition == Some(Preposition::By));
        // "held in his office the first meeting": what was held.
        let told =
            at.any(|c, s| c.is_none() && matches!(s, Sense::Encounter(_))) && (!has_article(at) || his && words == 0);
        let placed = words > 0 && at.any(|c, s| c.is_none() && matches!(s, Sense::Town { plain: true, .. }));
        if begins || holder || !goes_on || timed || told || town || placed {
            break;
        }
        at = at.to(at.at + 1);
        words += 1;
    }
    Ok((at, ()))
}

/// "Ould": whose descendant somebody is, in a Mauritanian name.
pub(super) fn is_descent(at: Cursor<'_>) -> bool {
    at.is(Cue::Descent)
}
