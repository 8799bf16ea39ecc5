//! Days as Arabic copy states them.

use crate::grammar::cursor::{mark, number, sense};
use crate::grammar::{Cursor, DatePhrase, Parsed};
use crate::lexicon::{Calendar, Cue, Kind, Kinds, Sense};
use nom::Parser;
use nom::branch::alt;
use nom::combinator::opt;
use nom::sequence::{delimited, preceded};

/// One part of a statement of a day.
#[derive(Debug, Clone)]
enum Part {
    Weekday(crate::model::Weekday),
    Relative(crate::model::Relative),
    SameDay,
    Gregorian {
        day: u8,
        month: u8,
        second: Option<u8>,
        year: Option<u16>,
    },
    Hijri {
        day: Option<u8>,
        month: u8,
        year: u16,
    },
    /// A word that adds nothing to the day: "evening", "corresponding to", "current".
    Filler,
    Ahead,
}

/// What a part of a date can begin with, where it does not begin with a number.
const OPENING: Kinds = Kinds::of(
    &[
        Kind::Month,
        Kind::Ordinal,
        Kind::Relative,
        Kind::SameDay,
        Kind::Weekday,
        Kind::DayPart,
        Kind::Corresponding,
        Kind::ThisYear,
    ],
    &[Cue::Day, Cue::From, Cue::PastMark, Cue::NextMark],
);
/// The same with the preposition before it.
const OPENING_WITH_IN: Kinds = OPENING.with(Kinds::of(&[], &[Cue::In]));

/// Whether a part of a date can begin here.
fn may_open(input: Cursor<'_>, words: Kinds) -> bool {
    input.may_be(words) || input.token().is_some_and(|token| token.number().is_some())
}

/// `date := [في] part ([،] [في] part)*`, in any order and at most one of a kind.
#[inline]
pub(crate) fn date(input: Cursor<'_>) -> Parsed<'_, DatePhrase> {
    if may_open(input, OPENING_WITH_IN) { parts(input) } else { input.miss() }
}

fn parts(input: Cursor<'_>) -> Parsed<'_, DatePhrase> {
    let mut phrase = DatePhrase::default();
    let mut rest = input;
    let mut end = input;
    let mut found = false;
    while let Ok((after, part)) = next_part(rest, found) {
        let states = match part {
            Part::Weekday(weekday) if phrase.weekday.is_none() => {
                phrase.weekday = Some(weekday);
                true
            }
            Part::Relative(relative) if phrase.relative.is_none() => {
                phrase.relative = Some(relative);
                true
            }
            Part::SameDay => {
                phrase.same_day = true;
                true
            }
            Part::Gregorian { day, month, second, year } if phrase.day.is_none() => {
                phrase.day = Some(day);
                phrase.month = Some(month);
                phrase.second_month = second;
                phrase.year = year;
                true
            }
            Part::Hijri { day, month, year } if phrase.hijri.is_none() => {
                phrase.hijri = Some((year, month, day));
                true
            }
            Part::Ahead if found => {
                phrase.ahead = true;
                true
            }
            Part::Filler => false,
            _ => break,
        };
        rest = after;
        if states {
            found = true;
            end = after;
        }
    }
    if !found {
        return input.miss();
    }
    // What only qualifies the day belongs to the statement when it closes it.
    if let Ok((after, ())) =
        sense(|_, s| matches!(s, Sense::ThisYear | Sense::Cue(Cue::PastMark)).then_some(())).parse(end)
    {
        end = after;
    }
    phrase.tokens = input.at..end.at;
    Ok((end, phrase))
}

fn next_part(input: Cursor<'_>, inside: bool) -> Parsed<'_, Part> {
    if inside {
        alt((
            part,
            delimited(mark(&['(', '[']), part, mark(&[')', ']'])),
            preceded(mark(&['،', ',']), day_part_of_list),
        ))
        .parse(input)
    } else {
        part(input)
    }
}

/// After a comma only another statement of the same day goes on.
fn day_part_of_list(input: Cursor<'_>) -> Parsed<'_, Part> {
    alt((weekday, gregorian, hijri)).parse(input)
}

fn part(input: Cursor<'_>) -> Parsed<'_, Part> {
    let (input, _) = opt(bare_in).parse(input)?;
    if !may_open(input, OPENING) {
        return input.miss();
    }
    alt((hijri, gregorian, numeric, slashed, relative, weekday, filler)).parse(input)
}

fn bare_in(input: Cursor<'_>) -> Parsed<'_, ()> {
    sense(|clitics, s| (clitics.at_most_conjunction() && s == Sense::Cue(Cue::In)).then_some(())).parse(input)
}

fn relative(input: Cursor<'_>) -> Parsed<'_, Part> {
    let (input, _) = opt(sense(|_, s| (s == Sense::DayPart).then_some(()))).parse(input)?;
    let (input, _) = opt(day_word).parse(input)?;
    let (rest, part) = sense(|clitics, s| match s {
        Sense::Relative(relative) if clitics.is_none() => Some(Part::Relative(relative)),
        Sense::SameDay => Some(Part::SameDay),
        _ => None,
    })
    .parse(input)?;
    // "the National Day": an adjective makes the day another one.
    let adjective = matches!(part, Part::Relative(crate::model::Relative::Today))
        && super::is_definite(rest)
        && !super::is_plural(rest.text.text(rest.at))
        && !rest.any(|c, s| c.is_none() && matches!(s, Sense::Encounter(_) | Sense::Cue(Cue::TopicHead)))
        && rest.any(|c, s| {
            c.is_none() && matches!(s, Sense::Subject(..) | Sense::Noun | Sense::Nationality { .. } | Sense::Ordinal(_))
        })
        && !super::is_feminine(rest.text.text(rest.at));
    let title = rest.any(|_, s| matches!(s, Sense::Office(..) | Sense::Honorific(..)));
    if adjective && !title && !rest.any(|_, s| matches!(s, Sense::Weekday(_))) {
        input.miss()
    } else {
        Ok((rest, part))
    }
}

fn day_word(input: Cursor<'_>) -> Parsed<'_, ()> {
    sense(|_, s| (s == Sense::Cue(Cue::Day)).then_some(())).parse(input)
}

fn weekday(input: Cursor<'_>) -> Parsed<'_, Part> {
    let (input, _) = opt(sense(|_, s| (s == Sense::DayPart).then_some(()))).parse(input)?;
    let (input, _) = opt(day_word).parse(input)?;
    sense(|_, s| match s {
        Sense::Weekday(weekday) => Some(Part::Weekday(weekday)),
        _ => None,
    })
    .parse(input)
}

fn filler(input: Cursor<'_>) -> Parsed<'_, Part> {
    sense(|clitics, s| match s {
        Sense::Cue(Cue::NextMark) => Some(Part::Ahead),
        Sense::Corresponding | Sense::ThisYear | Sense::Cue(Cue::PastMark) => Some(Part::Filler),
        Sense::DayPart | Sense::Cue(Cue::Day) if clitics.at_most_conjunction() => Some(Part::Filler),
        _ => None,
    })
    .parse(input)
}

fn day(input: Cursor<'_>) -> Parsed<'_, u8> {
    alt((
        number(|value| u8::try_from(value).ok().filter(|day| (1..=31).contains(day))),
        sense(|_, s| match s {
            Sense::Ordinal(day) => Some(day),
            _ => None,
        }),
    ))
    .parse(input)
}

fn month(calendar: Calendar) -> impl FnMut(Cursor<'_>) -> Parsed<'_, u8> {
    move |input| {
        sense(|_, s| match s {
            Sense::Month(of, month) if of == calendar => Some(month),
            _ => None,
        })
        .parse(input)
    }
}

fn year(input: Cursor<'_>) -> Parsed<'_, u16> {
    let (input, _) = opt(sense(|_, s| (s == Sense::Cue(Cue::Day)).then_some(()))).parse(input)?;
    number(|value| u16::try_from(value).ok().filter(|year| (1300..=2200).contains(year))).parse(input)
}

fn era(calendar: Calendar) -> impl FnMut(Cursor<'_>) -> Parsed<'_, ()> {
    move |input| sense(|_, s| (s == Sense::Era(calendar)).then_some(())).parse(input)
}

/// `day [من] [شهر] month [/ month] [year [م]]`
fn gregorian(input: Cursor<'_>) -> Parsed<'_, Part> {
    let (input, day) = day(input)?;
    let (input, _) = opt(sense(|_, s| (s == Sense::Cue(Cue::From)).then_some(()))).parse(input)?;
    let (input, month_name) = month(Calendar::Gregorian).parse(input)?;
    let (input, second) = opt(alt((
        preceded(opt(mark(&['/'])), month(Calendar::Gregorian)),
        delimited(mark(&['(']), month(Calendar::Gregorian), mark(&[')'])),
    )))
    .parse(input)?;
    let (input, written) = opt((year_of(Calendar::Gregorian), opt(era(Calendar::Gregorian)))).parse(input)?;
    Ok((input, Part::Gregorian { day, month: month_name, second, year: written.map(|(year, _)| year) }))
}

/// `day/month/year` with the month's name.
fn slashed(input: Cursor<'_>) -> Parsed<'_, Part> {
    let (rest, (day, (), month, (), year)) =
        (day, mark(SEPARATORS), month(Calendar::Gregorian), mark(SEPARATORS), year_of(Calendar::Gregorian))
            .parse(input)?;
    Ok((rest, Part::Gregorian { day, month, second: None, year: Some(year) }))
}

/// A year that fits the calendar; a number before `هـ` is no Gregorian one.
fn year_of(calendar: Calendar) -> impl FnMut(Cursor<'_>) -> Parsed<'_, u16> {
    move |input| {
        let (rest, value) = year(input)?;
        let fits = match calendar {
            Calendar::Gregorian => value >= 1700 && era(Calendar::Hijri).parse(rest).is_err(),
            Calendar::Hijri => value < 1700,
        };
        if fits { Ok((rest, value)) } else { input.miss() }
    }
}

/// `day month year [هـ]`
fn hijri(input: Cursor<'_>) -> Parsed<'_, Part> {
    let (input, day) = opt(day).parse(input)?;
    let (input, _) = opt(sense(|_, s| (s == Sense::Cue(Cue::From)).then_some(()))).parse(input)?;
    let (input, month) = month(Calendar::Hijri).parse(input)?;
    let (input, year) = year_of(Calendar::Hijri).parse(input)?;
    let (input, _) = opt(era(Calendar::Hijri)).parse(input)?;
    Ok((input, Part::Hijri { day, month, year }))
}

const SEPARATORS: &[char] = &['/', '-', '–', '.'];

/// `D/M/YYYY`, `YYYY/M/D` with any of the usual separators.
fn numeric(input: Cursor<'_>) -> Parsed<'_, Part> {
    let any = || number(|value| u16::try_from(value).ok());
    let (rest, (first, (), second, (), third)) =
        (any(), mark(SEPARATORS), any(), mark(SEPARATORS), any()).parse(input)?;
    let (day, month, year) = if first > 31 { (third, second, first) } else { (first, second, third) };
    let year = if year < 100 { year + 2000 } else { year };
    let (Ok(day), Ok(month)) = (u8::try_from(day), u8::try_from(month)) else { return input.miss() };
    if !(1..=31).contains(&day) || !(1..=12).contains(&month) {
        return input.miss();
    }
    if (1300..1600).contains(&year) {
        let (rest, _) = opt(era(Calendar::Hijri)).parse(rest)?;
        return Ok((rest, Part::Hijri { day: Some(day), month, year }));
    }
    if !(1900..=2200).contains(&year) {
        return input.miss();
    }
    let (rest, _) = opt(era(Calendar::Gregorian)).parse(rest)?;
    Ok((rest, Part::Gregorian { day, month, second: None, year: Some(year) }))
}

/// `D - M` as KUNA's dateline has it: only there do two bare numbers make a day.
pub(super) fn day_and_month(input: Cursor<'_>) -> Parsed<'_, DatePhrase> {
    let (rest, (day, (), month)) = (
        number(|value| u8::try_from(value).ok().filter(|day| (1..=31).contains(day))),
        mark(SEPARATORS),
        number(|value| u8::try_from(value).ok().filter(|month| (1..=12).contains(month))),
    )
        .parse(input)?;
    let phrase = DatePhrase { tokens: input.at..rest.at, day: Some(day), month: Some(month), ..DatePhrase::default() };
    Ok((rest, phrase))
}
