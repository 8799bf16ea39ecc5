//! Persons: forms of address, offices and a name, in whichever order they come.

use super::name::{addressed_name, begins_office, ends_clause, follows_surname, is_listed, is_lone_title, name};
use super::office::office;
use super::place::is_descent;
use crate::grammar::{Cursor, OfficePhrase, Parsed, PersonPhrase};
use crate::lexicon::{
    Clitics, Cue, Gender, HonorificKind, Kind, Kinds, Number, OfficeForm, Preposition, Sense, Tagged,
    opens_with_article,
};
use crate::model::{Country, Rank, Span};

/// Offices one after another, at most so many.
const MOST_OFFICES: usize = 6;
/// Forms of address one after another, at most so many.
const MOST_HONORIFICS: usize = 8;

/// People one after another under one office or in one apposition, at most so many: the others are people of their own.
const MOST_TOGETHER: usize = 200;

const OFFICES: Kinds = Kinds::of(&[Kind::Office], &[]);
const NATIONALITIES: Kinds = Kinds::of(&[Kind::Nationality], &[]);
const ADDRESSES: Kinds = Kinds::of(&[Kind::Honorific], &[]);
const NAMES: Kinds = Kinds::of(&[Kind::Name], &[]);

/// Forms of address: what is behind them, the words each takes, and whose they are.
type Address<'a> = (Cursor<'a>, Vec<Span>, Option<Gender>);

/// The forms of address here.
pub(crate) fn honorifics(input: Cursor<'_>) -> Option<Address<'_>> {
    if !input.may_be(ADDRESSES) {
        return None;
    }
    let mut at = input;
    let mut spans = Vec::new();
    let mut gender = None;
    while let Some(((), rest, found, clitics)) = honorific(at, at.at == input.at) {
        let military = at.any(|_, s| matches!(s, Sense::Honorific(HonorificKind::Military, _)));
        let rest = if military { arms(rest) } else { rest };
        // A rank without an article behind one that has it is a name: "Imad".
        if !spans.is_empty() && is_listed(at) && !super::name::has_article(at) {
            break;
        }
        // "His Majesty the King": the last word is the office.
        if !spans.is_empty() && at.any(|c, s| c.is_none() && matches!(s, Sense::Office(_, OfficeForm::Definite))) {
            break;
        }
        if spans.len() >= MOST_HONORIFICS {
            break;
        }
        spans.push(at.span_to(rest, clitics));
        gender = gender.or(found);
        // A title is often cut off by a full stop: "د.", "م."
        at = if rest.is_mark(&['.']) && at.text.text(at.at).chars().count() <= 2 { rest.to(rest.at + 1) } else { rest };
        at = if at.is_mark(&['/']) && !at.to(at.at + 1).is_at_end() { at.to(at.at + 1) } else { at };
    }
    if spans.is_empty() { None } else { Some((at, spans, gender)) }
}

/// "Staff", "navy", "pilot": the arm of service behind a military rank.
fn arms(mut at: Cursor<'_>) -> Cursor<'_> {
    while let Some(((), rest, _)) = at
        .find_of(ADDRESSES, |c, s| (c.is_none() && matches!(s, Sense::Honorific(HonorificKind::Arm, _))).then_some(()))
    {
        at = rest;
    }
    at
}

fn honorific(at: Cursor<'_>, first: bool) -> Option<((), Cursor<'_>, Option<Gender>, Clitics)> {
    let (gender, rest, clitics) = at.find_of(ADDRESSES, |c, s| match s {
        Sense::Honorific(kind, gender) if kind.addresses() && (c.is_none() || first && !c.future) => Some(gender),
        _ => None,
    })?;
    // "Sheikh" before "Ould" is a name, and so is "Baba" before another.
    let given = rest.at == at.at + 1 && is_listed(at) && is_listed(rest) && !super::name::has_article(at);
    if is_descent(rest) || given {
        return None;
    }
    // One or two letters are a title only with a full stop or a slash behind them.
    let short = at.text.text(at.at).chars().filter(|c| !crate::token::fold::is_no_letter(*c)).count()
        <= usize::from(clitics.conjunction) + 1;
    if short && !rest.is_mark(&['.', '/']) {
        return None;
    }
    Some(((), rest, gender, clitics))
}

/// A prayer or an epithet after a name, with the dashes or brackets round it.
fn blessing(input: Cursor<'_>) -> Option<Cursor<'_>> {
    const BRACKETS: &[char] = &['-', '–', '—', '/', '(', '"', '،'];
    let mut at = input;
    while at.is_mark(BRACKETS) {
        at = at.to(at.at + 1);
    }
    let opened = at.at > input.at;
    let mut found = false;
    while let Some(((), rest, _)) = at.find_of(ADDRESSES, |c, s| {
        (c.at_most_conjunction() && matches!(s, Sense::Honorific(HonorificKind::Blessing, _))).then_some(())
    }) {
        at = rest;
        found = true;
    }
    if !found {
        return None;
    }
    const CLOSING: &[char] = &['-', '–', '—', '/', ')', '"'];
    while opened && at.is_mark(CLOSING) {
        at = at.to(at.at + 1);
    }
    Some(at)
}

/// Takes every prayer here.
fn blessings(mut at: Cursor<'_>) -> Cursor<'_> {
    while let Some(rest) = blessing(at) {
        at = rest;
    }
    at
}

/// What stands before a name.
#[derive(Debug, Default, Clone)]
struct Front {
    honorifics: Vec<Span>,
    offices: Vec<OfficePhrase>,
    gender: Option<Gender>,
}

/// `front := (honorific | office)+`
fn front(input: Cursor<'_>) -> (Cursor<'_>, Front) {
    front_of(input, honorifics(input))
}

/// The same where the forms of address that it may open with have been read.
fn front_of<'a>(input: Cursor<'a>, opening: Option<Address<'a>>) -> (Cursor<'a>, Front) {
    let mut opening = opening;
    let mut at = input;
    let mut front = Front::default();
    while front.offices.len() + front.honorifics.len() <= MOST_OFFICES + MOST_HONORIFICS {
        // What the name's own offices are is looked for before what only adorns them.
        let is_first = at.at == input.at;
        // "the deputy premier – minister of foreign affairs N": one man's, where he is named behind both.
        let dash = at.is_mark(&['-', '–']) && front.offices.last().is_some_and(|office| office.number == Number::One);
        if dash {
            let behind = office_here(at.to(at.at + 1), false, true).filter(|(rest, _)| named_behind(*rest));
            if let Some((rest, phrase)) = behind.filter(|(_, phrase)| !is_anothers(at.text, &front.offices, phrase)) {
                front.offices.push(phrase);
                at = blessings(rest);
                continue;
            }
        }
        if front.offices.len() < MOST_OFFICES {
            // "the ministers and the secretary-general": what is joined to several is another's.
            let of_one = front.offices.last().is_some_and(|office| office.number == Number::One);
            let found = office_here(at, is_first, of_one);
            if let Some((rest, phrase)) = found.filter(|(_, phrase)| !is_anothers(at.text, &front.offices, phrase)) {
                front.offices.push(phrase);
                at = blessings(rest);
                continue;
            }
        }
        let address = match is_first {
            true => opening.take(),
            false => Some(at).filter(|at| at.any(|c, _| c.is_none())).and_then(honorifics),
        };
        if let Some((rest, spans, gender)) = address {
            if rest.at == at.at {
                break;
            }
            if front.honorifics.is_empty() {
                front.honorifics = spans;
            } else {
                front.honorifics.extend(spans);
            }
            front.gender = front.gender.or(gender);
            at = blessings(rest);
            continue;
        }
        break;
    }
    (at, front)
}

/// Whether somebody is named behind an office.
fn named_behind(at: Cursor<'_>) -> bool {
    name_behind(at).is_ok_and(|(_, words)| words >= 2)
}

/// The name behind an office, addressed or not.
fn name_behind(at: Cursor<'_>) -> Parsed<'_, usize> {
    let after = past_address(at);
    if after.at > at.at { addressed_name(after) } else { name(after) }
}

/// "the minister": whether an office is told by a title with the article, and not what it is of.
fn stands_alone(text: &Tagged<'_>, office: &OfficePhrase) -> bool {
    let title = text.source.get(office.title.start..office.title.end).unwrap_or("");
    office.definite && office.institution.is_none() && opens_with_article(title)
}

/// Whether an office can be no further one of the same person: it speaks for another country.
fn is_anothers(text: &Tagged<'_>, offices: &[OfficePhrase], phrase: &OfficePhrase) -> bool {
    // "the king the minister": two titles with the article are two people, but an ambassador's is a rank too.
    let titled = |office: &OfficePhrase| stands_alone(text, office);
    if titled(phrase)
        && phrase.rank != Rank::Ambassador
        && offices.last().is_some_and(|last| titled(last) && last.rank != Rank::Other)
    {
        return true;
    }
    speaks_for_another(offices, phrase)
}

/// Whether whoever is introduced as the first of a state, a government or a parliament would have another rank too.
fn is_no_second_office(person: &PersonPhrase, phrase: &OfficePhrase, named_next: bool) -> bool {
    let first = |office: &&OfficePhrase| {
        matches!(office.rank, Rank::HeadOfState | Rank::HeadOfGovernment | Rank::SpeakerOfParliament)
            && person.name.is_some_and(|name| office.title.start < name.start)
    };
    let first = person.offices.first().filter(first);
    // "president of the republic, supreme commander": every head of state is that too.
    let commands = |office: &OfficePhrase| {
        office.rank == Rank::HeadOfState && phrase.rank == Rank::MilitaryCommander && !named_next
    };
    first.is_some_and(|office| office.rank != phrase.rank && phrase.rank != Rank::Other && !commands(office))
}

/// "received Mr A the commissioner for energy, Mrs B": behind a family's name alone the office is of whoever is named behind it,
/// and so is one that a woman holds behind a man's name.
fn is_nexts(person: &PersonPhrase, phrase: &OfficePhrase, behind: Cursor<'_>) -> bool {
    let text = behind.text.source;
    let words = |span: &Span| text.get(span.start..span.end).unwrap_or("").split_whitespace();
    let surname = person.offices.is_empty() && person.name.as_ref().is_some_and(|name| words(name).count() == 1);
    let woman = words(&phrase.title).next().is_some_and(super::is_feminine);
    (surname || woman && person.gender == Some(Gender::Masculine))
        && apposed_name(behind).is_some_and(|(_, spans, _)| !spans.is_empty())
}

/// Whether an office is of another country than those before it.
fn speaks_for_another(offices: &[OfficePhrase], phrase: &OfficePhrase) -> bool {
    offices.iter().any(|office| {
        !office.countries.is_empty() && !phrase.countries.is_empty() && office.countries != phrase.countries
    })
}

/// An office here; clitics only on the first word of all, or a joining "wa" between two offices of
/// one person.
fn office_here(at: Cursor<'_>, first: bool, after_office: bool) -> Option<(Cursor<'_>, OfficePhrase)> {
    let clitics =
        at.find_of(OFFICES, |c, s| matches!(s, Sense::Office(..)).then_some(c)).map(|(clitics, _, _)| clitics)?;
    let fits = clitics.is_none() || first && !clitics.future || after_office && clitics.at_most_conjunction();
    if !fits || is_counterpart(at).is_some() {
        return None;
    }
    let (rest, phrase) = office(at).ok()?;
    if !first && clitics.conjunction {
        // Another office of the same person only when a name follows both.
        // "the deputy premier and minister of foreign affairs, Mrs N"
        let apposed = || apposed_name(rest).is_some_and(|(_, spans, _)| !spans.is_empty());
        let named = name_behind(rest).is_ok() || apposed();
        if !named || phrase.number != Number::One {
            return None;
        }
    }
    Some((rest, phrase))
}

/// Past the forms of address and the titles with the article that introduce whoever is named behind an office.
fn past_titles(at: Cursor<'_>) -> Cursor<'_> {
    if is_title(at) { front(at).0 } else { past_address(at) }
}

/// Whether a title stands here that has its article: whose it is need not be told.
fn is_title(at: Cursor<'_>) -> bool {
    at.any_of(OFFICES, |c, s| c.is_none() && matches!(s, Sense::Office(_, OfficeForm::Definite)))
        && super::name::has_article(at)
}

/// Past the forms of address here, if there are any.
fn past_address(at: Cursor<'_>) -> Cursor<'_> {
    honorifics(at).map_or(at, |(rest, ..)| rest)
}

/// Offices that stand for the other side's holder of the same office, and guests.
fn is_counterpart(at: Cursor<'_>) -> Option<(bool, Number, Cursor<'_>, Clitics)> {
    let lexicon = at.text.lexicon;
    at.find_of(OFFICES, |c, s| match s {
        Sense::Office(row, _) if !c.future => {
            let office = lexicon.offices.get(row as usize)?;
            match lexicon.office_class(office.class) {
                Some("counterpart") => Some((false, office.number)),
                Some("guest") => Some((true, office.number)),
                _ => None,
            }
        }
        _ => None,
    })
    .map(|((guest, number), rest, clitics)| (guest, number, rest, clitics))
}

/// A person, or the several that a dual or plural head brings together.
#[inline]
pub(crate) fn people(input: Cursor<'_>) -> Parsed<'_, Vec<PersonPhrase>> {
    if input.may_be(OFFICES.with(ADDRESSES)) {
        introduced(input)
    } else if input.may_be(NATIONALITIES) {
        of_nationality(input)
    } else {
        input.miss()
    }
}

/// "received the Yemeni N": nothing but a nationality before the name, behind a verb, a day or a mark.
fn of_nationality(input: Cursor<'_>) -> Parsed<'_, Vec<PersonPhrase>> {
    let land = input.find_of(NATIONALITIES, |c, s| match s {
        Sense::Nationality { country, definite: true, .. } if c.is_none() => Some(country),
        _ => None,
    });
    let begins = input.back(1).is_some_and(|before| {
        before.is_mark(&['،', ','])
            || before.any(|_, s| match s {
                Sense::Relative(_) | Sense::Weekday(_) => true,
                Sense::Encounter(row) => {
                    before.text.lexicon.encounters.get(row as usize).is_some_and(|word| word.form.is_finite())
                }
                _ => false,
            })
    });
    let Some((country, from, _)) = land.filter(|_| begins) else { return input.miss() };
    let (rest, words) = name(from)?;
    if words < 2 || super::name::has_article(from) || !is_listed(from) {
        return input.miss();
    }
    let person = PersonPhrase {
        tokens: input.at..rest.at,
        name: Some(from.span_to(rest, Clitics::default())),
        country: Some(country),
        ..PersonPhrase::default()
    };
    Ok((rest, vec![person]))
}

fn introduced(input: Cursor<'_>) -> Parsed<'_, Vec<PersonPhrase>> {
    if let Some(parsed) = reference(input) {
        return Ok(parsed);
    }
    if let Some(parsed) = counterparts(input) {
        return Ok(parsed);
    }
    // "His Excellency the guest", "His Excellency his counterpart N".
    let address = honorifics(input);
    if let Some((end, mut people)) = address.as_ref().and_then(|(rest, ..)| counterparts(*rest)) {
        if let (Some(person), Some((_, spans, _))) = (people.first_mut(), address) {
            person.tokens.start = input.at;
            person.honorifics.splice(..0, spans);
        }
        return Ok((end, people));
    }
    let (at, front) = front_of(input, address);
    if front.offices.is_empty() && front.honorifics.is_empty() {
        return input.miss();
    }
    if front.offices.iter().any(|office| office.number != Number::One) {
        if let Some(parsed) = several(input, at, &front) {
            return Ok(parsed);
        }
    }
    let (rest, person) = holder(input, at, front)?;
    Ok((rest, vec![person]))
}

/// Whoever holds the offices told, by his name, with what stands behind it.
fn holder<'a>(input: Cursor<'a>, at: Cursor<'a>, front: Front) -> Parsed<'a, PersonPhrase> {
    let mut person = PersonPhrase {
        tokens: input.at..at.at,
        honorifics: front.honorifics,
        offices: front.offices,
        gender: front.gender,
        ..PersonPhrase::default()
    };
    let mut at = at;
    let opened = quoted(at);
    let addressed = person.honorifics.last().is_some_and(|last| {
        at.at > 0 && at.text.token(at.at - 1).is_some_and(|token| token.end as usize == last.end || token.is_mark('.'))
    });
    let named = if addressed { addressed_name(opened.unwrap_or(at)) } else { name(opened.unwrap_or(at)) };
    match named {
        Ok((rest, _)) if !is_prefixed(opened.unwrap_or(at)) => {
            let from = opened.unwrap_or(at);
            let rest = family_title(rest, &person.offices).unwrap_or(rest);
            person.name = Some(from.span_to(rest, Clitics::default()));
            at = close_quote(rest, opened.is_some());
        }
        _ if !person.offices.is_empty() => {
            if let Some((rest, offices, spans, name)) = apposed(at, &person.offices) {
                person.offices.extend(offices);
                person.honorifics.extend(spans);
                person.name = Some(name);
                at = rest;
            }
        }
        _ => {
            // A form of address before an office in the plural, or before nothing at all.
            if person.offices.is_empty() {
                return input.miss();
            }
        }
    }
    at = blessings(at);
    if person.name.is_some() {
        at = offices_behind(at, &mut person);
    }
    person.tokens = input.at..at.at;
    person.country = person.offices.iter().find_map(|office| office.countries.first().copied());
    Ok((at, person))
}

/// "the minister of finance Yahya Tarek al-Safir,": a title with the article that stands alone behind somebody whose whole office
/// has been told is his family's name.
fn family_title<'a>(at: Cursor<'a>, offices: &[OfficePhrase]) -> Option<Cursor<'a>> {
    let rest = at.to(at.at + 1);
    let told = offices.iter().any(|office| office.institution.is_some() || !office.countries.is_empty());
    (told && is_title(at) && ends_clause(rest) && is_lone_title(at)).then_some(rest)
}

/// Whether a joining "wa" stands before a name here, or before a particle that one begins with.
fn is_joined_name(at: Cursor<'_>) -> bool {
    at.any(|c, s| c.conjunction && c.at_most_conjunction() && matches!(s, Sense::Name | Sense::Cue(Cue::NameLink)))
        && !is_listed(at)
}

/// Whether a word is a name only behind what is written together with it: "met with Natalia", "and Saud".
fn is_prefixed(at: Cursor<'_>) -> bool {
    at.any_of(NAMES, |c, s| (c.preposition == Some(Preposition::By) || c.conjunction) && s == Sense::Name)
        && !at.any(|c, _| c.is_none())
}

/// A name that nothing introduces; the offices behind it make it somebody's.
pub(crate) fn bare_person(input: Cursor<'_>) -> Option<(Cursor<'_>, PersonPhrase, Clitics)> {
    let (rest, words) = name(input).ok()?;
    // What is written together with a bare name cannot be told from the name itself; only a
    // preposition or a joining "wa" on a known name is taken off.
    let known = input.find_of(NAMES, |c, s| (s == Sense::Name).then_some(c)).map(|(c, _, _)| c);
    let listed = input.back(1).is_some_and(|before| before.is_mark(&['،', ',', '؛', ';']));
    let first = input.text.text(input.at);
    // No name begins with a waw before a hamza on its seat.
    // "al-Zayadin and Schulze": behind a family's name another.
    let behind_surname = first.starts_with('و') && follows_surname(input) && known.is_none();
    let joined = listed && words >= 2 && first.starts_with('و')
        || behind_surname
        || first.starts_with("وأ")
        || first.starts_with("وإ");
    let clitics = known.unwrap_or(Clitics { conjunction: joined, ..Clitics::default() });
    let mut person =
        PersonPhrase { tokens: input.at..rest.at, name: Some(input.span_to(rest, clitics)), ..PersonPhrase::default() };
    let mut at = blessings(rest);
    if words >= 2 {
        at = offices_behind(past_gloss(at), &mut person);
        at = if person.offices.is_empty() { blessings(rest) } else { at };
        person.country = person.offices.iter().find_map(|office| office.countries.first().copied());
    }
    person.tokens.end = at.at;
    Some((at, person, clitics))
}

fn quoted(at: Cursor<'_>) -> Option<Cursor<'_>> {
    at.is_mark(&['"', '«', '“', '”']).then(|| at.to(at.at + 1))
}

fn close_quote(at: Cursor<'_>, opened: bool) -> Cursor<'_> {
    if opened && at.is_mark(&['"', '»', '”', '“']) { at.to(at.at + 1) } else { at }
}

/// "his counterpart «Tariq N»": some agencies quote names.
fn quoted_person(at: Cursor<'_>) -> Option<(Cursor<'_>, Span)> {
    let inner = Some(at.to(at.at + 1)).filter(|_| at.is_mark(&['"', '«', '“']))?;
    let (end, words) = name(inner).ok()?;
    (words >= 2 && end.is_mark(&['"', '»', '”'])).then(|| (end.to(end.at + 1), inner.span_to(end, Clitics::default())))
}

/// `ROLE، NAME`: a name set off by commas behind its office.
fn apposed_name(at: Cursor<'_>) -> Option<(Cursor<'_>, Vec<Span>, Span)> {
    if !at.is_mark(&['،', ',', '/', ':', '؛']) {
        return None;
    }
    let inner = at.to(at.at + 1);
    // "the chargé d'affaires of N, the counsellor N": a title of one word before a name is a form of address.
    let title = || {
        let rest = inner.to(inner.at + 1);
        let (end, words) = Some(rest).filter(|_| is_title(inner)).and_then(|rest| name(rest).ok())?;
        (words >= 2 && ends_clause(end)).then(|| (rest, vec![inner.span_to(rest, Clitics::default())]))
    };
    let (from, spans) = match honorifics(inner) {
        // "the secretary-general, the Saudi Dr N": of whose country he is by birth.
        Some((rest, spans, _)) => (past_nationality(rest), spans),
        None => title().unwrap_or((inner, Vec::new())),
    };
    if from.any(|c, s| c.is_none() && matches!(s, Sense::Town { plain: true, .. } | Sense::Country(_))) {
        return None;
    }
    // "the ambassador, and Abdullah N": somebody else.
    if spans.is_empty() && is_joined_name(from) {
        return None;
    }
    let (rest, words) = if spans.is_empty() { name(from) } else { addressed_name(from) }.ok()?;
    // "the speaker, Mazen al-Qadi,": a family's name that is a title too.
    let family = rest.to(rest.at + 1);
    let of_family = words == 1 && is_title(rest) && (family.is_at_end() || family.is_mark(&['،', ',', '.']));
    let (rest, words) = if of_family { (family, 2) } else { (rest, words) };
    let listed = is_listed(from);
    if words < 2 && !listed && spans.is_empty() {
        return None;
    }
    // A verb that the tables do not know must not pass for a name.
    if words < 2 && spans.is_empty() && !(rest.is_mark(&['،', ',', '.']) || rest.is_at_end()) {
        return None;
    }
    // An office right behind it makes it the next person's name.
    if spans.is_empty() && begins_office(rest) {
        return None;
    }
    Some((rest, spans, from.span_to(rest, Clitics::default())))
}

/// `ROLE، ROLE، NAME،`: a name set off by commas behind its offices, of which the first have been read; with the others.
fn apposed<'a>(
    start: Cursor<'a>,
    offices: &[OfficePhrase],
) -> Option<(Cursor<'a>, Vec<OfficePhrase>, Vec<Span>, Span)> {
    let mut at = start;
    let own = |office: &OfficePhrase| office.number == Number::One && office.rank != Rank::Ambassador;
    let mut further: Vec<OfficePhrase> = Vec::new();
    while at.is_mark(&['،', ',']) && offices.len() + further.len() < MOST_OFFICES && offices.iter().all(own) {
        let Some((rest, phrase)) = office_here(at.to(at.at + 1), false, false) else { break };
        if !own(&phrase) || is_anothers(at.text, offices, &phrase) {
            break;
        }
        further.push(phrase);
        at = rest;
    }
    // In a list of offices every one is somebody's; a pair of commas round the name shows that they are one man's.
    let behind_all = if further.is_empty() { None } else { apposed_name(at).filter(|(rest, ..)| ends_clause(*rest)) };
    match behind_all {
        Some((rest, spans, name)) => Some((rest, further, spans, name)),
        None => apposed_name(start).map(|(rest, spans, name)| (rest, Vec::new(), spans, name)),
    }
}

/// Past the adjective of a country, where a name stands behind it.
fn past_nationality(at: Cursor<'_>) -> Cursor<'_> {
    let land = |c: Clitics, s| (c.is_none() && matches!(s, Sense::Nationality { definite: true, .. })).then_some(());
    match at.find(land) {
        Some(((), rest, _)) if addressed_name(rest).is_ok_and(|(_, words)| words >= 2) => rest,
        _ => at,
    }
}

/// Past a name written in another script behind it: "توماس غرودزكي Tomasz Grodzki,".
fn past_gloss(at: Cursor<'_>) -> Cursor<'_> {
    const LONGEST: usize = 5;
    let foreign = |at: Cursor<'_>| at.token().is_some_and(|token| token.is_word()) && !super::name::is_arabic(at);
    let words = (0..LONGEST).take_while(|nth| foreign(at.to(at.at + nth))).count();
    at.to(at.at + words)
}

/// Offices that follow the name, with or without a comma.
fn offices_behind<'a>(start: Cursor<'a>, person: &mut PersonPhrase) -> Cursor<'a> {
    let mut at = start;
    let light = person
        .offices
        .iter()
        .all(|office| office.definite && office.institution.is_none() && office.portfolio.is_empty());
    loop {
        let comma = at.is_mark(&['،', ',', '-', '–']) && !at.to(at.at + 1).is_at_end();
        let from = if comma { at.to(at.at + 1) } else { at };
        let clitics = from.find_of(OFFICES, |c, s| matches!(s, Sense::Office(..)).then_some(c)).map(|(c, _, _)| c);
        let Some(clitics) = clitics else { return at };
        let joined = clitics.conjunction && clitics.at_most_conjunction() && !comma;
        if !(clitics.is_none() || joined) || is_counterpart(from).is_some() {
            return at;
        }
        let Ok((rest, phrase)) = office(from) else { return at };
        // "N, the head of the party and former prime minister": joined to the only one, it is his where he held it before.
        let further = at.at > start.at;
        if joined && !further && !(phrase.former && !person.offices.is_empty() && ends_clause(rest)) {
            return at;
        }
        if phrase.number != Number::One
            || (comma && !light && person.offices.first().map(|o| o.rank) != Some(phrase.rank))
        {
            return at;
        }
        // A name right behind the office: the office is the next person's, unless that office is the
        // second one in a row and the first of them is this person's.
        // A whole office before the name and another before the next form of address: one each.
        let introduced =
            !light && person.name.is_some_and(|name| person.offices.iter().any(|own| own.title.start < name.start));
        let after = match introduced {
            true if rest.any(|c, s| c.is_none() && matches!(s, Sense::Office(..))) => front(rest).0,
            _ if phrase.institution.is_some() => past_titles(rest),
            _ => past_address(rest),
        };
        let addressed = after.at > rest.at;
        let joined_next = !addressed && after.text.text(after.at).starts_with('و') && !is_listed(after);
        let named_next = !joined_next
            && if addressed { addressed_name(after) } else { name(after) }.is_ok()
            && !(after.at == rest.at
                && rest.any(|c, s| c.is_none() && matches!(s, Sense::Encounter(_) | Sense::Verb(_)))
                && !is_first_name(rest));
        // "the minister N the ambassador of B Dr M": a title that stands alone is no ambassador's.
        let other = phrase.rank == Rank::Ambassador && person.offices.iter().any(|own| own.rank == Rank::Minister);
        if named_next && (after.at == rest.at || clitics.conjunction || comma || introduced || other) {
            return at;
        }
        if speaks_for_another(&person.offices, &phrase)
            || is_no_second_office(person, &phrase, named_next)
            || is_nexts(person, &phrase, rest)
        {
            return at;
        }
        // Nobody is "the minister" twice: the second one is somebody else.
        let titled = |office: &OfficePhrase| stands_alone(from.text, office);
        if titled(&phrase) && person.offices.iter().any(|office| titled(office) && office.class == phrase.class) {
            return at;
        }
        person.offices.push(phrase);
        at = blessings(rest);
        if person.offices.len() >= MOST_OFFICES {
            return at;
        }
    }
}

/// Whether a known name stands here and goes on as one, whatever verb it is spelled like.
fn is_first_name(at: Cursor<'_>) -> bool {
    let next = at.to(at.at + 1);
    let goes_on =
        super::name::is_unknown_or_name(next) || super::name::is_surname(next) || super::name::begins_descent(at);
    is_listed(at) && goes_on
}

/// "سموه", "معاليه": somebody named before. An office behind it is his.
fn reference(input: Cursor<'_>) -> Option<(Cursor<'_>, Vec<PersonPhrase>)> {
    let (gender, rest, clitics) = input.find_of(ADDRESSES, |c, s| match s {
        Sense::Honorific(HonorificKind::Reference, gender) if !c.future => Some(gender),
        _ => None,
    })?;
    let person = PersonPhrase {
        tokens: input.at..rest.at,
        honorifics: vec![input.span_to(rest, clitics)],
        gender,
        reference: true,
        ..PersonPhrase::default()
    };
    Some((blessings(rest), vec![person]))
}

/// `نظيره ADJ [HON] NAME [و ADJ NAME]`
fn counterparts(input: Cursor<'_>) -> Option<(Cursor<'_>, Vec<PersonPhrase>)> {
    let (guest, number, mut at, clitics) = is_counterpart(input)?;
    let title = input.span_to(at, clitics);
    let class = input
        .find_of(OFFICES, |_, s| match s {
            Sense::Office(row, _) => input.text.lexicon.offices.get(row as usize).map(|office| office.class),
            _ => None,
        })?
        .0;
    // "his counterpart the Algerian minister of energy N", "his Algerian counterpart the minister N": his office is told as well.
    let land = at.find_of(NATIONALITIES, |c, s| match s {
        Sense::Nationality { country, .. } if c.is_none() => Some(country),
        _ => None,
    });
    let titled = land.map_or(at, |(_, rest, _)| rest);
    if number == Number::One && office_here(titled, false, false).is_some() {
        let (after, front) = front(titled);
        if let Ok((rest, mut person)) = holder(input, after, front) {
            if person.name.is_some() {
                person.country = land.map(|(country, ..)| country).or(person.country);
                person.counterpart = !guest;
                person.guest = guest;
                return Some((rest, vec![person]));
            }
        }
    }
    let mut people: Vec<PersonPhrase> = Vec::new();
    loop {
        let first = people.is_empty();
        let mut from = at;
        let mut countries: Vec<Country> = Vec::new();
        if let Some((country, rest, _)) = at.find_of(NATIONALITIES, |c, s| match s {
            Sense::Nationality { country, .. }
                if c.is_none() && first || c.conjunction && !first && c.preposition.is_none() =>
            {
                Some(country)
            }
            _ => None,
        }) {
            countries.push(country);
            from = rest;
        } else if first {
            // "his counterpart in Qatar"
            if let Some((country, rest, _)) = at.find(|c, s| match s {
                Sense::Country(country) if matches!(c.preposition, Some(Preposition::By | Preposition::For)) => {
                    Some(country)
                }
                _ => None,
            }) {
                countries.push(country);
                from = rest;
            } else if let Some(((), rest, _)) =
                at.find(|c, s| (c.is_none() && matches!(s, Sense::Cue(Cue::In | Cue::From))).then_some(()))
            {
                if let Ok((rest, country)) = super::place::country(rest) {
                    countries.push(country);
                    from = rest;
                }
            }
        } else {
            break;
        }
        let (after, spans, gender) = honorifics(from).unwrap_or((from, Vec::new(), None));
        // "his Russian counterpart, N,"
        let apposed = if people.is_empty() && spans.is_empty() { apposed_name(after) } else { None };
        let named = if spans.is_empty() { name(after) } else { addressed_name(after) };
        // "his Gulf counterparts": an adjective of many that nobody knows is no name.
        let adjective = number == Number::Many && spans.is_empty() && super::name::has_article(after);
        let quoted = if people.is_empty() { quoted_person(after) } else { None };
        let (rest, named, spans) = match (quoted, apposed, named) {
            (Some((rest, name)), ..) => (rest, Some(name), spans),
            (None, Some((rest, spans, name)), _) => (blessings(rest), Some(name), spans),
            (None, None, Ok((rest, _))) if !adjective => {
                (blessings(rest), Some(after.span_to(rest, Clitics::default())), spans)
            }
            _ => (from, None, spans),
        };
        let office = OfficePhrase {
            title,
            class,
            rank: Rank::Other,
            rank_row: None,
            number: Number::One,
            definite: true,
            names_country: !countries.is_empty(),
            countries: countries.clone(),
            at_home: false,
            former: false,
            of_many: number == Number::Many && named.is_none(),
            accredited: None,
            institution: None,
            portfolio: Vec::new(),
            organization: None,
        };
        people.push(PersonPhrase {
            tokens: (if first { input.at } else { at.at })..rest.at,
            honorifics: if named.is_some() { spans } else { Vec::new() },
            offices: vec![office],
            name: named,
            country: countries.first().copied(),
            gender,
            counterpart: !guest,
            guest,
            ..PersonPhrase::default()
        });
        at = rest;
        if number == Number::One {
            if let Some(person) = people.last_mut().filter(|person| person.name.is_some()) {
                at = offices_behind(at, person);
                person.tokens.end = at.at;
            }
            break;
        }
    }
    Some((at, people))
}

/// After a dual or plural office: `ADJ NAME و ADJ NAME`, `NAME و NAME`, or countries without names.
fn several<'a>(input: Cursor<'a>, start: Cursor<'a>, front: &Front) -> Option<(Cursor<'a>, Vec<PersonPhrase>)> {
    let shared = front.offices.iter().find(|office| office.number != Number::One)?;
    let person = |from: usize, to: usize, honorifics: Vec<Span>, name: Option<Span>, country: Option<Country>| {
        let mut office = shared.clone();
        office.number = Number::One;
        office.countries = country.into_iter().collect();
        PersonPhrase { tokens: from..to, honorifics, offices: vec![office], name, country, ..PersonPhrase::default() }
    };
    let mut people: Vec<PersonPhrase> = Vec::new();
    let mut at = start;
    let mut nth = 0;
    while people.len() < MOST_TOGETHER {
        let first = people.is_empty();
        let mut from = at;
        let next = from.to(from.at + 1);
        let goes_on = next.any(|c, s| c.conjunction || matches!(s, Sense::Nationality { .. }));
        if from.is_mark(&['،', ',']) && (first || goes_on) || first && from.is_mark(&[':']) {
            from = next;
        }
        // "of Turkey N, and of Georgia M": the first of the countries is the office's own.
        let nationality = from.find(|c, s| match s {
            Sense::Nationality { country, .. } if if first { c.is_none() } else { c.conjunction } => Some(country),
            Sense::Country(country) if !first && c.conjunction && c.preposition.is_none() => Some(country),
            _ => None,
        });
        let mut clitics = Clitics::default();
        let (mut after, mut country) = match nationality {
            Some((country, rest, _)) => (rest, Some(country)),
            None => (from, None),
        };
        let mut spans = Vec::new();
        if let Some((rest, found, _)) = honorifics(after) {
            if nationality.is_some() || first || after.any(|c, s| c.conjunction && matches!(s, Sense::Honorific(..))) {
                after = rest;
                spans = found;
            }
        } else if !first && nationality.is_none() {
            // A joining "wa" on the name itself.
            let text = after.text.text(after.at);
            if !text.starts_with('و') || is_listed(after) {
                break;
            }
            clitics.conjunction = true;
        }
        let Ok((rest, _)) = (if spans.is_empty() { name(after) } else { addressed_name(after) }) else { break };
        if !first && country.is_none() && spans.is_empty() && shared.number == Number::Two && people.len() >= 2 {
            break;
        }
        if country.is_none() {
            country = shared.countries.get(nth).or(shared.countries.first()).copied();
        }
        people.push(person(from.at, rest.at, spans, Some(after.span_to(rest, clitics)), country));
        nth += 1;
        at = blessings(rest);
    }
    if people.len() >= 2 {
        if let Some(first) = people.first_mut() {
            first.tokens.start = input.at;
        }
        return Some((at, people));
    }
    if shared.countries.len() >= 2 {
        let people = shared
            .countries
            .iter()
            .take(MOST_TOGETHER)
            .map(|country| person(input.at, start.at, Vec::new(), None, Some(*country)))
            .collect();
        return Some((start, people));
    }
    None
}
