//! Offices: a head noun and what it is head of.

use super::ends_in_pronoun;
use super::name::{begins_office, has_article, is_addressed, is_listed};
use super::place::country;
use crate::grammar::cursor::sense;
use crate::grammar::{Cursor, OfficePhrase, Parsed};
use crate::lexicon::Complement;
use crate::lexicon::{
    ActForm, Clitics, Cue, EncounterForm, HonorificKind, Kind, Kinds, Number, OfficeForm, Origin, Preposition, Sense,
    Speaker,
};
use crate::model::{Act, Country, Rank, Span, Subject};
use nom::Parser;

/// Offices inside offices, at most so deep.
const DEEPEST: usize = 5;

/// The words of the longest name of a state.
const LONGEST_STATE: usize = 6;
/// "X son of Y son of Z", at most so far back.
const LONGEST_DESCENT: usize = 6;

const OFFICES: Kinds = Kinds::of(&[Kind::Office], &[]);
const INSTITUTIONS: Kinds = Kinds::of(&[Kind::Institution], &[]);
const ORGANIZATIONS: Kinds = Kinds::of(&[Kind::Organization], &[]);
const COUNTRIES: Kinds = Kinds::of(&[Kind::Country], &[]);
const NATIONALITIES: Kinds = Kinds::of(&[Kind::Nationality], &[]);
const TOWNS: Kinds = Kinds::of(&[Kind::Town], &[]);
const TITLES: Kinds = Kinds::of(&[Kind::Honorific], &[]);

/// What the words after a head say, gathered on the way.
#[derive(Debug, Default)]
struct Body {
    complement: Option<Complement>,
    countries: Vec<Country>,
    at_home: bool,
    /// An adjective of the head says that it is of a union of states.
    of_many: bool,
    /// An adjective says that it is held no more.
    former: bool,
    institution: Option<Span>,
    portfolio: Vec<Span>,
    organization: Option<Span>,
    /// One of several coordinated portfolios is foreign affairs.
    foreign: bool,
    accredited: Option<Country>,
    /// The country named by "in", as the seat of what he is head of.
    seat: Option<Country>,
}

/// `office := head complement* modifier*`. The clitics on the head belong to whoever asks.
pub(super) fn office(input: Cursor<'_>) -> Parsed<'_, OfficePhrase> {
    nested(input, 0)
}

fn nested(input: Cursor<'_>, depth: usize) -> Parsed<'_, OfficePhrase> {
    let head = input.find_of(OFFICES, |c, s| match s {
        Sense::Office(row, form) if !c.future => Some((row, form)),
        _ => None,
    });
    let Some(((row, form), mut at, clitics)) = head else { return input.miss() };
    if depth > DEEPEST {
        return input.miss();
    }
    let lexicon = input.text.lexicon;
    let Some(office) = lexicon.offices.get(row as usize) else { return input.miss() };
    if super::name::is_preposition(input) {
        return input.miss();
    }
    // "Vice Admiral": a rank that begins like somebody's deputy.
    let rank = input.find_of(TITLES, |_, s| matches!(s, Sense::Honorific(HonorificKind::Military, _)).then_some(()));
    if rank.is_some_and(|((), rest, _)| rest.at > at.at) {
        return input.miss();
    }
    let mut body = Body { countries: office.country.into_iter().collect(), ..Body::default() };
    let head_words = at.at - input.at;
    // "the European commissioner" may be an office whole as it stands.
    body.of_many = (input.at..at.at).any(|word| input.to(word).any(is_of_union));
    if let Some((rest, organization)) = organization_of_head(at) {
        body.organization = Some(organization);
        body.institution = Some(organization);
        at = acronym(rest);
    } else if form == OfficeForm::Construct {
        match complement(at, office.number, depth, &mut body) {
            Some(rest) => at = rest,
            None if head_words > 1 || follows_preposition(at) => {}
            None => match second_head(at).and_then(|rest| complement(rest, office.number, depth, &mut body)) {
                Some(rest) => at = rest,
                None => return input.miss(),
            },
        }
    }
    if form == OfficeForm::Definite
        && !after_article(at)
        && at.any(|c, s| c.is_none() && matches!(s, Sense::Country(_)))
    {
        // "chargé d'affaires of the embassy": whole as it stands, and yet somebody's.
        if let Some(rest) = complement(at, office.number, depth, &mut body) {
            at = rest;
        }
    }
    if lexicon.office_class(office.class) == Some("envoy") {
        if let Some((rest, countries)) = past_sender(at, depth) {
            at = rest;
            if body.countries.is_empty() {
                body.countries = countries;
            }
        }
    }
    if head_words == 1 && is_given_name(input, at, &body) {
        return input.miss();
    }
    at = modifiers(at, office.number, office.class, form, depth, &mut body);
    // "Sultan", "Amir" are names too: a ruler is one of something that is known.
    let ruler = form == OfficeForm::Construct && office.rank == Rank::HeadOfState;
    if ruler && body.countries.is_empty() && !body.at_home && body.complement.is_none() && body.organization.is_none() {
        return input.miss();
    }
    // "minister of foreign affairs and of the Mauritanians abroad": whose people he cares for abroad, of that country he is.
    if body.countries.is_empty() && body.organization.is_none() {
        body.countries.extend(country_of_expatriates(input, at));
    }
    if matches!(lexicon.office_class(office.class), Some("ambassador" | "charge")) {
        // "the King's ambassador in Mali": where he is accredited, whosever he is.
        body.accredited = body.accredited.or(body.seat);
        if body.seat.is_some_and(|seat| body.countries == [seat]) {
            body.countries.clear();
        }
    }
    // "the United Nations envoy to Yemen": whom he is sent to.
    if lexicon.office_class(office.class) == Some("envoy") && body.organization.is_some() {
        body.countries.clear();
    }
    let ranked = ranked(input, at, office.class, &body).filter(|_| !body.former);
    let phrase = OfficePhrase {
        title: input.span_to(without_nationality(input, input.to(input.at + head_words), at, form), clitics),
        class: office.class,
        rank: ranked.map_or(if body.former { Rank::Other } else { office.rank }, |(rank, _)| rank),
        rank_row: ranked.map(|(_, row)| row),
        number: office.number,
        definite: form == OfficeForm::Definite,
        names_country: names_one(input, at, &body.countries),
        countries: body.countries,
        at_home: body.at_home,
        former: body.former,
        of_many: body.of_many,
        accredited: body.accredited,
        institution: body.institution,
        portfolio: body.portfolio,
        organization: body.organization,
    };
    Ok((at, phrase))
}

/// "the envoy of the president N, president of the republic of C, the minister of D": past whoever sent him, named with his own
/// office or where the envoy's stands behind; with the countries that the sender's office names.
fn past_sender(at: Cursor<'_>, depth: usize) -> Option<(Cursor<'_>, Vec<Country>)> {
    let named = whole_name_before_office(at)?;
    let (end, phrase) = construct_office(named, depth)?;
    // The sender's office, behind which the envoy's may stand; any other is the envoy's.
    let sends = matches!(phrase.rank, Rank::HeadOfState | Rank::HeadOfGovernment);
    let behind = if sends { construct_office(end, depth).map_or(end, |(rest, _)| rest) } else { end };
    let envoy = is_addressed(behind) || whole_name_before_office(behind).is_some();
    envoy.then(|| if sends { (end, phrase.countries) } else { (named, Vec::new()) })
}

/// Past a name of several words, of which the next office is no part: a name asks whether an office stands behind it, and envoys of
/// envoys would be read over and over.
fn whole_name_before_office(at: Cursor<'_>) -> Option<Cursor<'_>> {
    const FARTHEST: usize = 16;
    let is_office = |word: &Cursor<'_>| word.any_of(OFFICES, |_, s| matches!(s, Sense::Office(..)));
    let last = at.to(at.at + FARTHEST);
    let office = (at.at..last.at).map(|word| at.to(word)).find(is_office);
    let (end, words) = super::name::name(at.up_to(office.unwrap_or(last))).ok()?;
    (words >= 2).then(|| at.to(end.at))
}

/// An office here whose head waits for what it is of, inside another.
fn construct_office(at: Cursor<'_>, depth: usize) -> Option<(Cursor<'_>, OfficePhrase)> {
    if begins_office(at) { nested(at, depth + 1).ok() } else { None }
}

/// The country whose citizens an office names, by the plural of its adjective.
fn country_of_expatriates(input: Cursor<'_>, end: Cursor<'_>) -> Option<Country> {
    (input.at + 1..end.at).find_map(|at| expatriates(input.to(at))).map(|(country, _)| country)
}

/// "the Gambians abroad", "the Moroccans living abroad": of which country they are.
fn expatriates(at: Cursor<'_>) -> Option<(Country, Cursor<'_>)> {
    let (country, rest, _) = at.find_of(NATIONALITIES, |c, s| match s {
        Sense::Nationality { country, .. } if c.at_most_conjunction() => Some(country),
        _ => None,
    })?;
    past(rest, Cue::Overseas).map(|rest| (country, rest))
}

/// Whether an adjective says that something is a union of states'.
fn is_of_union(clitics: Clitics, sense: Sense) -> bool {
    clitics.is_none() && matches!(sense, Sense::Honorific(HonorificKind::Union, _))
}

/// The country that the form of a body names itself: "the presidency of Bosnia", "Libya's central bank". An adjective says it of
/// what a state has once: the "country office" of an organisation is spelled like the Qatari one.
fn country_within(start: Cursor<'_>, end: Cursor<'_>, class: Option<&str>) -> Option<Country> {
    let of_state = matches!(class, Some("council_of_state" | "parliament" | "central_bank" | "armed_forces"));
    let named = |c: Clitics, s| match s {
        Sense::Country(country) if !c.conjunction => Some(country),
        Sense::Nationality { country, definite: true, .. } if c.is_none() && of_state => Some(country),
        _ => None,
    };
    let words = (start.at + 1..end.at).map(|at| start.up_to(end).to(at));
    words.filter_map(|word| word.find(named)).map(|(country, ..)| country).next()
}

/// The organisation at the end of a body's form: "the mission of the United Nations" is no state's, wherever it sits.
fn organization_within(start: Cursor<'_>, end: Cursor<'_>) -> Option<Span> {
    let whole = |c: Clitics, s| (c.is_none() && s == Sense::Organization).then_some(());
    let words = (start.at + 1..end.at).map(|at| start.up_to(end).to(at));
    words
        .filter_map(|word| word.find(whole).map(|((), rest, clitics)| (word, rest, clitics)))
        .find(|(_, rest, _)| rest.at == end.at)
        .map(|(word, rest, clitics)| word.span_to(rest, clitics))
}

/// Whether one of some countries stands between two places by its name or its adjective.
fn names_one(start: Cursor<'_>, end: Cursor<'_>, countries: &[Country]) -> bool {
    let names = |_, s| match s {
        Sense::Nationality { country, .. } | Sense::Country(country) => countries.contains(&country),
        _ => false,
    };
    !countries.is_empty() && (start.at..end.at).any(|at| start.to(at).any(names))
}

/// A committee of which a parliament is named behind it is a parliament's.
fn parliamentary(input: Cursor<'_>, end: Cursor<'_>, complement: Option<Complement>) -> Option<Complement> {
    let of = |class: &str| class_of(input, class);
    let parliament = of("parliament");
    let named = |sense: Sense| match sense {
        Sense::Subject(Subject::Parliamentary, _) => true,
        Sense::Institution { class, .. } => parliament == Some(Complement::Institution(class)),
        _ => false,
    };
    let parliaments = (input.at..end.at).any(|at| input.to(at).any(|_, s| named(s)));
    (complement.is_some() && complement == of("committee") && parliaments).then(|| of("parliament_committee")).flatten()
}

/// Where a title ends: an adjective at its end that only says whose office it is belongs to the country.
fn without_nationality<'a>(start: Cursor<'a>, head: Cursor<'_>, end: Cursor<'a>, form: OfficeForm) -> Cursor<'a> {
    // Where the last words of the title begin, if one form of such a sense takes them all.
    let last = |words: usize, kind: Kinds, is: fn(Clitics, Sense) -> bool| {
        end.back(words).map(|from| from.at).filter(|from| {
            let found = end.to(*from).find_of(kind, |c, s| is(c, s).then_some(()));
            *from > start.at && found.is_some_and(|((), rest, _)| rest.at == end.at)
        })
    };
    // The adjective may be part of a state's own name: "the Islamic Republic of Mauritania".
    let country = |words| last(words, COUNTRIES, |c, s| c.is_none() && matches!(s, Sense::Country(_)));
    let state = || (1..=LONGEST_STATE).any(|words| country(words).is_some());
    let adjective = |words| {
        last(words, NATIONALITIES, |c, s| c.is_none() && matches!(s, Sense::Nationality { definite: true, .. }))
    };
    // "minister of finance" is spelled like "Malian minister": a head that waits for its genitive does not stand alone.
    let bare = |from: usize| form == OfficeForm::Construct && from <= head.at;
    // Nor is it one in "minister of state for financial affairs", whose field is spelled out.
    let institution = |words| last(words, INSTITUTIONS, |_, s| matches!(s, Sense::Institution { .. }));
    let field = || [1, 2].into_iter().all(|words| institution(words).is_some());
    match adjective(2).or_else(|| adjective(1)).filter(|from| !bare(*from) && !state() && !field()) {
        Some(from) => end.to(from),
        None => end,
    }
}

/// The rank by the table of rules and the row that gives it; none where no rule speaks.
fn ranked(input: Cursor<'_>, end: Cursor<'_>, class: u8, body: &Body) -> Option<(Rank, Origin)> {
    let lexicon = input.text.lexicon;
    let rule = |complement| lexicon.rank(class, complement);
    let foreign = || {
        let foreign = lexicon.institution_classes.iter().position(|name| &**name == "foreign");
        rule(Complement::Institution(foreign? as u8))
    };
    let complement = body.complement.or_else(|| body.organization.map(|_| Complement::Organization));
    let complement = parliamentary(input, end, complement).or(complement);
    let country = body.countries.first().filter(|_| complement.is_none());
    Some(())
        .filter(|()| body.foreign)
        .and_then(|()| foreign())
        .or_else(|| complement.and_then(rule))
        .or_else(|| country.and_then(|country| rule(Complement::Country(Some(*country)))))
        .or_else(|| country.and_then(|_| rule(Complement::Country(None))))
}

/// "the president and members of": a second head joined to the first, whose genitive is both heads'.
fn second_head(at: Cursor<'_>) -> Option<Cursor<'_>> {
    at.find_of(OFFICES, |c, s| {
        (c.conjunction && c.preposition.is_none() && matches!(s, Sense::Office(_, OfficeForm::Construct))).then_some(())
    })
    .map(|((), rest, _)| rest)
}

fn follows_preposition(at: Cursor<'_>) -> bool {
    at.any(|c, _| c.preposition == Some(Preposition::For) && !c.conjunction)
        || at.any(|c, s| c.is_none() && matches!(s, Sense::Cue(Cue::Accredited)))
}

/// "Musaed al-Ayban": a head that is a given name too, before a word that can be nothing but a family's name.
fn is_given_name(head: Cursor<'_>, end: Cursor<'_>, body: &Body) -> bool {
    let next = head.to(head.at + 1);
    body.complement.is_none() && end.at == next.at + 1 && is_name(head) && super::name::is_surname(next)
}

/// What a head in the construct state needs after it.
fn complement<'a>(at: Cursor<'a>, number: Number, depth: usize, body: &mut Body) -> Option<Cursor<'a>> {
    let plain = |at: Cursor<'a>| at.any(|c, s| c.is_none() && matches!(s, Sense::Office(..)));
    let mut at = if number == Number::One { at } else { past_each(at) };
    // "State" is a form of address too, but not where a country's name opens with it.
    let address = at.find_of(TITLES, |c, s| {
        (c.is_none()
            && matches!(
                s,
                Sense::Honorific(HonorificKind::Courtesy | HonorificKind::Royal | HonorificKind::Military, _)
            ))
        .then_some(())
    });
    if let Some(((), rest, _)) = address.filter(|_| country(at).is_err()) {
        // "the office of His Excellency the minister", "envoy of His Highness Sheikh N, emir of …"
        let mut inner = rest;
        for _ in 0..12 {
            if plain(inner) {
                break;
            }
            if !inner.token().is_some_and(|t| t.is_word())
                || inner.any(|c, s| {
                    c.is_none() && matches!(s, Sense::Cue(cue) if !matches!(cue, Cue::NameLink | Cue::Divine))
                })
            {
                break;
            }
            inner = inner.to(inner.at + 1);
        }
        if plain(inner) {
            at = inner;
        }
    }
    if plain(at) {
        if let Ok((rest, inner)) = nested(at, depth + 1) {
            body.complement = Some(match inner.rank {
                Rank::Other => Complement::Office(inner.class),
                rank => Complement::Rank(rank),
            });
            if body.countries.is_empty() {
                body.countries = inner.countries;
            }
            body.at_home |= inner.at_home;
            body.institution = inner.institution.or(Some(inner.title));
            body.organization = inner.organization;
            body.portfolio = inner.portfolio;
            return Some(rest);
        }
    }
    if let Some(((), rest, clitics)) =
        at.find_of(ORGANIZATIONS, |c, s| (c.is_none() && s == Sense::Organization).then_some(()))
    {
        let span = at.span_to(rest, clitics);
        body.organization = Some(span);
        body.institution = Some(span);
        body.complement = Some(Complement::Organization);
        return Some(acronym(rest));
    }
    let institution = at.find_of(INSTITUTIONS, |c, s| match s {
        Sense::Institution { class, head } if c.is_none() => Some((class, head)),
        _ => None,
    });
    if let Ok((rest, first)) = country(at) {
        // A country's name may open an institution's only when that is the longer reading.
        if institution.is_none_or(|(_, end, _)| end.at <= rest.at) {
            body.countries.push(first);
            return Some(more_countries(qualifiers(rest), number, body));
        }
    }
    if let Some(((class, head), rest, _)) = institution {
        // "the region of Kurdistan": a body that is a place of some state.
        let place = at.find_of(TOWNS, |c, s| match s {
            Sense::Town { country, .. } if c.is_none() => Some(country),
            _ => None,
        });
        let place = place.filter(|(_, end, _)| end.at == rest.at && body.countries.is_empty());
        body.countries.extend(place.map(|(country, ..)| country));
        body.complement = Some(Complement::Institution(class));
        let class_name = at.text.lexicon.institution_class(class);
        body.countries.extend(country_within(at, rest, class_name).filter(|_| body.countries.is_empty()));
        body.foreign = class_name == Some("foreign");
        body.organization = body.organization.or(organization_within(at, rest));
        if class_name == Some("state") {
            body.at_home = true;
        }
        // "of the blue economy": a field of two words, and no town behind one.
        let field = at.find(|c, s| (c.is_none() && matches!(s, Sense::Subject(..))).then_some(()));
        let rest = field.map(|((), end, _)| end).filter(|end| !head && end.at > rest.at).unwrap_or(rest);
        let end = institution_words(rest, head, number, depth, body);
        body.institution = Some(at.span_to(without_nationality(at, at, end, OfficeForm::Definite), Clitics::default()));
        return Some(end);
    }
    if let Some((place, rest, _)) = at.find(|c, s| match s {
        Sense::Town { country, .. } if c.is_none() => Some(country),
        Sense::Cue(Cue::Homeland) if c.is_none() => None,
        _ => None,
    }) {
        body.countries.push(place);
        body.institution = Some(at.span_to(rest, Clitics::default()));
        body.complement = Some(Complement::Place);
        return Some(institution_words(rest, false, number, depth, body));
    }
    if let Some(rest) = past(at, Cue::Homeland) {
        body.at_home = true;
        body.complement = class_of(at, "state");
        return Some(rest);
    }
    if let Some(rest) = past(at, Cue::Abroad) {
        return Some(rest);
    }
    // "the secretary of the emir": a title that stands for its holder, whose name does not follow.
    if let Some(rest) = royal_title(at).filter(|rest| has_article(at) && super::name::name(*rest).is_err()) {
        return Some(rest);
    }
    // "the chairman of «Tatneft»": a name in quotes is a body's.
    if let Some(rest) = quoted_name(at) {
        body.institution = Some(at.span_to(rest, Clitics::default()));
        return Some(rest);
    }
    if institution_word(at, false) && !is_name(at) {
        let end = institution_words(at, true, number, depth, body);
        if end.at > at.at {
            body.institution = Some(at.span_to(end, Clitics::default()));
            return Some(end);
        }
    }
    None
}

/// An adjective that says of which country something is: behind an article it has one too, and it is no part of a longer name
/// of a state ("Guinea-Bissau" begins like "Guinean").
fn nationality(at: Cursor<'_>) -> Option<(Country, Cursor<'_>)> {
    let (country, rest, _) = at.find_of(NATIONALITIES, |c, s| match s {
        Sense::Nationality { country, definite, .. } if c.is_none() && (definite || !after_definite(at)) => {
            Some(country)
        }
        _ => None,
    })?;
    // "the Malian minister" and "the financial market" are told alike: an adjective of a field too is a country's behind what a
    // state has.
    let of_field = at.any(|c, s| c.is_none() && matches!(s, Sense::Subject(..)));
    let of_state = |c: Clitics, s| match s {
        Sense::Office(..) => c.preposition.is_none(),
        Sense::Institution { class, .. } => matches!(
            at.text.lexicon.institution_class(class),
            Some("ministry" | "foreign" | "cabinet" | "parliament" | "state" | "armed_forces" | "staff" | "embassy")
        ),
        _ => false,
    };
    if of_field && !at.back(1).is_some_and(|before| before.any(of_state)) {
        return None;
    }
    let state = at.find_of(COUNTRIES, |c, s| (c.is_none() && matches!(s, Sense::Country(_))).then_some(()));
    state.is_none_or(|(_, end, _)| end.at < rest.at).then_some((country, rest))
}

/// Whether the word before opens with the article: then an adjective of it does too.
fn after_article(at: Cursor<'_>) -> bool {
    at.back(1).is_some_and(has_article)
}

/// Whether the word before is definite as it stands: by its article, or as the name of a state.
fn after_definite(at: Cursor<'_>) -> bool {
    after_article(at) || at.back(1).is_some_and(|before| before.any(|_, s| matches!(s, Sense::Country(_))))
}

fn class_of(at: Cursor<'_>, name: &str) -> Option<Complement> {
    at.text
        .lexicon
        .institution_classes
        .iter()
        .position(|class| &**class == name)
        .map(|class| Complement::Institution(class as u8))
}

/// An acronym in brackets or quotes after an organisation's name.
fn acronym(at: Cursor<'_>) -> Cursor<'_> {
    if !at.is_mark(&['(', '«', '"', '“']) {
        return at;
    }
    let mut inner = at.to(at.at + 1);
    // "the deputy minister «Mahdi Safari»": some agencies quote names.
    let names = || super::name::is_unknown_or_name(inner.to(inner.at + 1)) && is_name(inner) && !has_article(inner);
    if !at.is_mark(&['(']) && names() {
        return at;
    }
    for _ in 0..4 {
        if inner.is_mark(&[')', '»', '"', '”']) {
            return inner.to(inner.at + 1);
        }
        if !inner.token().is_some_and(|t| t.is_word() || t.is_mark('-') && !t.spaced) {
            break;
        }
        inner = inner.to(inner.at + 1);
    }
    at
}

/// A few words in quotes, where whoever heads what is called so is introduced behind them.
fn quoted_name(at: Cursor<'_>) -> Option<Cursor<'_>> {
    let rest = acronym(at);
    let introduced =
        rest.any(|c, s| c.is_none() && matches!(s, Sense::Honorific(..) | Sense::Office(_, OfficeForm::Definite)));
    (at.is_mark(&['«', '"', '“']) && rest.at > at.at && (introduced || is_person(rest))).then_some(rest)
}

/// `"UNIFIL"`: one quoted word with an article behind an office, when its holder is introduced behind it.
fn quoted_short_name(at: Cursor<'_>) -> Option<Cursor<'_>> {
    let rest = acronym(at);
    let word = at.to(at.at + 1);
    let introduced = rest.any(|c, s| c.is_none() && matches!(s, Sense::Honorific(..)));
    (rest.at == at.at + 3 && has_article(word) && introduced).then_some(rest)
}

/// "the sister state": adjectives of courtesy after a country.
fn qualifiers(mut at: Cursor<'_>) -> Cursor<'_> {
    while let Some(((), rest, _)) = at.find_of(TITLES, |c, s| {
        (c.is_none() && matches!(s, Sense::Honorific(HonorificKind::Qualifier, _))).then_some(())
    }) {
        at = rest;
    }
    at
}

/// "for Sudan and South Sudan", "in Iraq and Syria": an office for several countries is of none of them.
fn further_countries(mut at: Cursor<'_>, number: Number) -> Cursor<'_> {
    let joined =
        |c: Clitics, s| (c.conjunction && c.preposition.is_none() && matches!(s, Sense::Country(_))).then_some(());
    // Several people have a country each.
    while let Some(((), rest, _)) = Some(at).filter(|_| number == Number::One).and_then(|at| at.find(joined)) {
        at = rest;
    }
    at
}

/// "the ambassadors of each of Egypt and Jordan": past what only says that there are several.
fn past_each(at: Cursor<'_>) -> Cursor<'_> {
    past(at, Cue::Both).filter(|rest| country(*rest).is_ok()).unwrap_or(at)
}

/// After a dual or plural head: further countries.
fn more_countries<'a>(mut at: Cursor<'a>, number: Number, body: &mut Body) -> Cursor<'a> {
    let joined = |at: Cursor<'a>| {
        at.find_of(COUNTRIES, |c, s| match s {
            Sense::Country(country) if c.conjunction && c.preposition.is_none() => Some(country),
            _ => None,
        })
    };
    if number == Number::One {
        return at;
    }
    loop {
        if let Some((country, rest, _)) = joined(at) {
            body.countries.push(country);
            at = qualifiers(rest);
        } else if at.is_mark(&['،', ',']) {
            let next = at.to(at.at + 1);
            match country(next)
                .ok()
                .map(|(rest, country)| (country, rest))
                .or_else(|| joined(next).map(|(country, rest, _)| (country, rest)))
            {
                Some((country, rest)) => {
                    body.countries.push(country);
                    at = rest;
                }
                None => break,
            }
        } else {
            break;
        }
    }
    at
}

/// Whether a word can stand inside an institution's name.
fn institution_word(at: Cursor<'_>, joined: bool) -> bool {
    if !at.token().is_some_and(|token| token.is_word()) {
        return false;
    }
    if joined && (!at.text.text(at.at).starts_with('و') || is_listed(at)) {
        return false;
    }
    let here = |c: Clitics| if joined { c.conjunction && c.preposition.is_none() && !c.future } else { c.is_none() };
    let barred = at.any(|c, s| {
        here(c)
            && matches!(
                s,
                Sense::Office(..)
                    | Sense::Honorific(HonorificKind::Courtesy | HonorificKind::Royal | HonorificKind::Academic | HonorificKind::Military | HonorificKind::Religious | HonorificKind::Blessing | HonorificKind::Reference, _)
                    | Sense::Relative(_)
                    | Sense::SameDay
                    | Sense::Weekday(_)
                    | Sense::Verb(crate::lexicon::VerbKind::Say | crate::lexicon::VerbKind::Do | crate::lexicon::VerbKind::Move | crate::lexicon::VerbKind::Auxiliary)
            )
            || here(c) && matches!(s, Sense::Cue(cue) if !matches!(cue, Cue::Homeland | Cue::Town | Cue::Abroad | Cue::Venue | Cue::Divine | Cue::Matter | Cue::TopicHead | Cue::Field | Cue::Relation))
            || here(c) && matches!(s, Sense::Cue(Cue::CompanyParty | Cue::Crowd))
            // "for exhibitions and conferences": behind a joining "wa" an event noun may be a field.
            || here(c) && matches!(s, Sense::Encounter(row) if !joined || !names_event(at, row))
    });
    if barred {
        return false;
    }
    let known = at.any(|c, s| {
        here(c)
            && matches!(
                s,
                Sense::Noun
                    | Sense::Subject(..)
                    | Sense::Institution { .. }
                    | Sense::Organization
                    | Sense::Country(_)
                    | Sense::Town { .. }
                    | Sense::Act(_)
                    | Sense::Honorific(HonorificKind::Qualifier | HonorificKind::Former | HonorificKind::Union, _)
                    | Sense::Cue(_)
            )
    });
    // "the embassy, Roman": behind an article an adjective has one too.
    let adjective =
        at.any(|c, s| here(c) && matches!(s, Sense::Nationality { definite, .. } if definite || !after_definite(at)));
    if known || adjective {
        return true;
    }
    let named = at.any(|c, s| here(c) && s == Sense::Name);
    let article = if joined { joined_article(at) } else { has_article(at) };
    article && !named
}

/// Whether a word names encounters of a kind, and tells of none.
fn names_event(at: Cursor<'_>, row: u16) -> bool {
    at.text.lexicon.encounters.get(row as usize).is_some_and(|word| word.form == EncounterForm::Definite)
}

/// Whether a given name and a family's that means nothing else stand here, whatever else the given name means.
fn is_whole_name(at: Cursor<'_>) -> bool {
    let next = at.to(at.at + 1);
    is_listed(at) && !has_article(at) && super::name::is_surname(next)
}

/// Whether a word is somebody's name and no ordinary noun.
fn is_name(at: Cursor<'_>) -> bool {
    is_listed(at)
        && !at.any(|c, s| c.is_none() && matches!(s, Sense::Noun | Sense::Subject(..) | Sense::Institution { .. }))
}

fn joined_article(at: Cursor<'_>) -> bool {
    at.text.has_joined_article(at.at)
}

/// The further words of an institution's name, its country and coordinated parts taken along.
fn institution_words<'a>(start: Cursor<'a>, head: bool, number: Number, depth: usize, body: &mut Body) -> Cursor<'a> {
    let mut at = acronym(start);
    let mut open = head;
    // Behind a nationality or a country the noun phrase is whole: what has no article is a name.
    let mut closed = false;
    let foreign_class =
        at.text.lexicon.institution_classes.iter().position(|class| &**class == "foreign").map(|at| at as u8);
    for _ in 0..24 {
        // "the office of the region's emir, Turki son of": what has a father is somebody.
        if super::name::begins_descent(at) && (!open || after_article(at)) {
            break;
        }
        if let Some((nationality, rest)) = nationality(at) {
            if !body.countries.contains(&nationality) && (body.countries.is_empty() || number != Number::One) {
                body.countries.push(nationality);
            }
            at = rest;
            open = false;
            closed = true;
            continue;
        }
        if number != Number::One {
            let before = at.at;
            at = more_countries(past_each(at), number, body);
            if at.at > before {
                continue;
            }
        }
        // A name of its own, or a king's: "King Khalid University". What it is of, whatever nobody knows of it.
        if open {
            let whose = proper_name(at).or_else(|| namesake(at)).or_else(|| patron(at)).or_else(|| owners(at));
            let whose = whose.or_else(|| members(at));
            let name = if whose.is_none() { called(at) } else { None };
            closed |= name.is_some();
            if let Some(rest) = whose.or(name) {
                at = rest;
                open = false;
                continue;
            }
        }
        if open {
            if let Some(((), _, _)) = at.find(|c, s| {
                (c.is_none() && matches!(s, Sense::Office(..) | Sense::Honorific(HonorificKind::Courtesy, _)))
                    .then_some(())
            }) {
                // "the office of the minister": an office named inside an institution.
                let mut inner = Body::default();
                let rest = if depth < DEEPEST { complement(at, Number::One, depth + 1, &mut inner) } else { None };
                if let Some(rest) = rest {
                    if body.countries.is_empty() {
                        body.countries = inner.countries;
                    }
                    at = rest;
                    open = false;
                    continue;
                }
            }
        }
        if let Some((rest, named)) = country(at).ok().filter(|_| !closed) {
            if body.countries.is_empty() {
                body.countries.push(named);
            }
            closed = true;
            at = more_countries(qualifiers(rest), number, body);
            open = false;
            continue;
        }
        if let Some(((), rest, clitics)) = at.find_of(ORGANIZATIONS, |c, s| {
            (s == Sense::Organization && (c.at_most_conjunction() || c.preposition == Some(Preposition::For)))
                .then_some(())
        }) {
            if !clitics.conjunction && body.organization.is_none() {
                body.organization = Some(at.span_to(rest, clitics));
            }
            at = acronym(rest);
            continue;
        }
        let place_only = !has_article(at)
            && at.any(|c, s| c.is_none() && matches!(s, Sense::Town { .. } | Sense::Country(_)))
            && !at.any(|c, s| c.is_none() && matches!(s, Sense::Noun | Sense::Subject(..) | Sense::Institution { .. }));
        if !open && is_whole_name(at) || at.at > start.at && begins_another(at) {
            break;
        }
        if institution_word(at, false)
            && (!closed || has_article(at) && qualifies(at))
            && !(place_only && !open && at.at > start.at)
            && (open || !is_name(at))
        {
            if at.is(Cue::Homeland) && body.countries.is_empty() {
                body.at_home = true;
            }
            if let Some((home, _, _)) = at.find_of(TOWNS, |c, s| match s {
                Sense::Town { country, .. } if c.is_none() => Some(country),
                _ => None,
            }) {
                if body.countries.is_empty() && !at.any(|_, s| matches!(s, Sense::Noun | Sense::Subject(..))) {
                    body.countries.push(home);
                }
            }
            open = at.any(|c, s| c.is_none() && matches!(s, Sense::Institution { head: true, .. } | Sense::Noun));
            let longest = at.find(|c, s| {
                (c.is_none()
                    && matches!(s, Sense::Institution { .. } | Sense::Subject(..) | Sense::Town { .. } | Sense::Noun))
                .then_some(())
            });
            at = acronym(longest.map_or(at.to(at.at + 1), |((), rest, _)| rest));
            continue;
        }
        if let Some((country, rest)) = expatriates(at) {
            if body.countries.is_empty() {
                body.countries.push(country);
            }
            at = rest;
            open = false;
            continue;
        }
        // A coordinated part: "and Foreign Affairs".
        if institution_word(at, true) && !begins_new_party(at) {
            body.foreign |= at.any(|c, s| {
                c.conjunction && matches!(s, Sense::Institution { class, .. } if Some(class) == foreign_class)
            });
            let longest = at.find(|c, s| {
                (c.conjunction && matches!(s, Sense::Institution { .. } | Sense::Subject(..) | Sense::Noun))
                    .then_some(())
            });
            open = at.any(|c, s| c.conjunction && matches!(s, Sense::Institution { head: true, .. } | Sense::Noun));
            closed = false;
            at = longest.map_or(at.to(at.at + 1), |((), rest, _)| rest);
            continue;
        }
        if let Some(rest) = related(at) {
            open = true;
            at = rest;
            continue;
        }
        if let Some(rest) = hyphen_joined(at) {
            at = rest;
            continue;
        }
        if let Some((rest, goes_on)) = with_preposition(at, number, body) {
            open = goes_on;
            closed = !goes_on;
            at = acronym(rest);
            continue;
        }
        break;
    }
    at
}

/// "the commander of the Central Command (reviewed) results of": an ordinary noun without an article behind an adjective with it, where a
/// noun of its own follows, is of nothing before it.
fn begins_another(at: Cursor<'_>) -> bool {
    let noun = at.any(|c, s| c.is_none() && s == Sense::Noun)
        && !at
            .any(|c, s| c.is_none() && matches!(s, Sense::Town { .. } | Sense::Country(_) | Sense::Institution { .. }));
    let behind =
        at.back(1).is_some_and(|before| has_article(before) && super::is_adjective(before.text.text(before.at)));
    noun && behind && !has_article(at) && !super::is_adjective(at.text.text(at.at)) && has_article(at.to(at.at + 1))
}

/// Whether a word can be an adjective or an ordinal of what stands before: a noun behind a whole office is what was spoken of.
fn qualifies(at: Cursor<'_>) -> bool {
    let qualifier =
        |c: Clitics, s| c.is_none() && matches!(s, Sense::Ordinal(_) | Sense::Honorific(HonorificKind::Qualifier, _));
    super::is_adjective(at.text.text(at.at)) || at.any(qualifier)
}

/// Whether what follows a joining "wa" is no part of the office but somebody or something else.
fn begins_new_party(at: Cursor<'_>) -> bool {
    at.any(|c, s| {
        c.conjunction
            && matches!(
                s,
                Sense::Cue(Cue::CompanyParty | Cue::Crowd | Cue::Parties | Cue::Side) | Sense::Nationality { .. }
            )
    })
}

fn royal_title(at: Cursor<'_>) -> Option<Cursor<'_>> {
    at.find_of(TITLES, |c, s| (c.is_none() && matches!(s, Sense::Honorific(HonorificKind::Royal, _))).then_some(()))
        .map(|((), rest, _)| rest)
}

/// "the newspaper Okaz", "the town of Dhour Choueir": what nobody knows between a body's noun and somebody's name or title.
fn proper_name(at: Cursor<'_>) -> Option<Cursor<'_>> {
    let is_unknown = |at: Cursor<'_>| at.token().is_some_and(|token| token.is_word()) && at.text.is_unknown(at.at);
    let outlet = at.any(|c, s| c.is_none() && matches!(s, Sense::Agency(_)));
    if let Some(end) = company_name(at) {
        return Some(end);
    }
    if !follows_head(at) || is_name(at) || !(is_unknown(at) || outlet) {
        return None;
    }
    let next = at.to(at.at + 1);
    let end = if is_unknown(next) && has_article(next) && !has_article(at) { next.to(next.at + 1) } else { next };
    end.any(|c, s| c.is_none() && (s == Sense::Name || matches!(s, Sense::Honorific(..)))).then_some(end)
}

/// "the company MOL, the Hungarian one": behind a company's noun, up to the adjective that says whose company it is.
fn company_name(at: Cursor<'_>) -> Option<Cursor<'_>> {
    const LONGEST: usize = 4;
    let noun = at.back(1)?;
    let lexicon = at.text.lexicon;
    let called_so = |_, s| match s {
        Sense::Institution { class, .. } => {
            matches!(lexicon.institution_class(class), Some("company" | "university" | "region" | "party" | "bank"))
        }
        _ => false,
    };
    if has_article(noun) || has_article(at) || !noun.any(called_so) || at.any(|c, s| c.is_none() && s == Sense::Noun) {
        return None;
    }
    // The adjective of a masculine noun may be somebody's family name.
    let longest = if super::is_feminine(noun.text.text(noun.at)) { LONGEST } else { 1 };
    let is_word = |at: &Cursor<'_>| at.token().is_some_and(|token| token.is_word());
    (1..=longest).map(|words| at.to(at.at + words)).take_while(is_word).find(|end| {
        has_article(*end) && end.any(|c, s| c.is_none() && matches!(s, Sense::Nationality { definite: true, .. }))
    })
}

/// "the company Limak", "Delft university", "TotalEnergies": what a body is called, which whoever heads it is named behind. The
/// noun waits for one word at the least; a known first name begins somebody's name, and what nobody is named behind is the body's.
fn called(at: Cursor<'_>) -> Option<Cursor<'_>> {
    const LONGEST: usize = 8;
    const LONGEST_CALLED: usize = 3;
    let noun = at.back(1)?;
    let lexicon = at.text.lexicon;
    let takes_name = |_, s| match s {
        Sense::Institution { class, head } => {
            head && matches!(
                lexicon.institution_class(class),
                Some("company" | "university" | "bank" | "media" | "party" | "union" | "centre")
            )
        }
        _ => false,
    };
    if has_article(noun) || !noun.any(takes_name) || super::name::begins_descent(at) {
        return None;
    }
    let run = (0..LONGEST).take_while(|words| super::name::is_unknown_or_name(at.to(at.at + words))).count();
    let after = at.to(at.at + run);
    // "in Kuwait N": then all that stands before is the body's.
    let seat = past(after, Cue::In).and_then(|seat| {
        seat.find(|c, s| (c.is_none() && matches!(s, Sense::Country(_) | Sense::Town { .. })).then_some(()))
    });
    let goes_on = super::name::is_surname(after) || super::name::is_linked(after);
    let whole = seat.is_some_and(|(_, rest, _)| is_named(rest)) || !goes_on && run <= 2 && !is_listed(at.to(at.at + 1));
    let words = match run {
        0 => return None,
        1 => 1,
        run if whole => run,
        run => (1..=LONGEST_CALLED.min(run - 1)).find(|words| is_listed(at.to(at.at + words))).unwrap_or(1),
    };
    Some(at.to(at.at + words))
}

/// "King Abdullah", "Prince Sultan" in the name of an institution: the title and one name, with the
/// names that are linked to it.
fn namesake(at: Cursor<'_>) -> Option<Cursor<'_>> {
    let before = at.back(1);
    let mut rest = match royal_title(at) {
        // Behind a noun with the article the title begins somebody's name.
        Some(_) if before.is_some_and(|noun| has_article(noun) || super::name::prefixed_article(noun)) => return None,
        Some(rest) => rest,
        // The title may be the last word of the institution's own form: "university of King".
        None => before.and_then(royal_title).filter(|rest| rest.at >= at.at)?,
    };
    if !rest.token().is_some_and(|token| token.is_word()) || has_article(rest) {
        return None;
    }
    rest = rest.to(rest.at + 1);
    for _ in 0..LONGEST_DESCENT {
        if !super::name::is_linked(rest) {
            break;
        }
        rest = rest.to(rest.at + 2);
    }
    Some(rest)
}

/// "the Ibn Amer Islamic schools": somebody's name and an adjective of the body behind its noun. "Ibn Tofail university": without
/// one, as nobody is addressed by his father's name alone.
fn patron(at: Cursor<'_>) -> Option<Cursor<'_>> {
    const LONGEST: usize = 3;
    let is_word = |at: &Cursor<'_>| at.token().is_some_and(|token| token.is_word());
    let is_adjective = |at: Cursor<'_>| {
        has_article(at) && super::is_feminine(at.text.text(at.at)) && at.any(|c, s| c.is_none() && s == Sense::Noun)
    };
    if !follows_head(at)
        || has_article(at)
        || !at.any(|c, s| c.is_none() && matches!(s, Sense::Name | Sense::Cue(Cue::Patronymic)))
    {
        return None;
    }
    (1..=LONGEST)
        .map(|words| at.to(at.at + words))
        .take_while(is_word)
        .find(|end| is_adjective(*end))
        .map(|end| end.to(end.at + 1))
        .or_else(|| {
            let is_son = at.is(Cue::Patronymic);
            let father = at.to(at.at + 1);
            (is_son && is_word(&father)).then(|| father.to(father.at + 1))
        })
}

/// "the association of the outfitters of ships", "the authority of information systems": behind a body's noun, a word that
/// nobody knows, or that is spelled like a verb, and the noun that it is of.
fn owners(at: Cursor<'_>) -> Option<Cursor<'_>> {
    let next = at.to(at.at + 1);
    let is_noun =
        |_, s| matches!(s, Sense::Noun | Sense::DefiniteNoun | Sense::Subject(..) | Sense::Institution { .. });
    let is_verb = |c: Clitics, s| c.is_none() && matches!(s, Sense::Verb(_));
    let waits = at.token().is_some_and(|token| token.is_word())
        && !has_article(at)
        && (at.text.is_unknown(at.at) || at.any(is_verb))
        && !is_listed(at);
    (follows_head(at) && waits && has_article(next) && next.any(is_noun) && !is_listed(next))
        .then(|| next.to(next.at + 1))
}

/// "the council of engineers": behind a body's noun those who are in it, whatever they are addressed by.
fn members(at: Cursor<'_>) -> Option<Cursor<'_>> {
    let many = super::is_plural(at.text.text(at.at)) && has_article(at);
    let title = |c: Clitics, s| c.is_none() && matches!(s, Sense::Honorific(..) | Sense::Office(..));
    (follows_head(at) && many && at.any(title)).then(|| at.to(at.at + 1))
}

/// Whether the word before is the noun of a body that waits for what it is of.
fn follows_head(at: Cursor<'_>) -> bool {
    at.back(1)
        .is_some_and(|noun| !has_article(noun) && noun.any(|_, s| matches!(s, Sense::Institution { head: true, .. })))
}

/// "relations with": whom the relations are with belongs to the committee's name.
fn related(at: Cursor<'_>) -> Option<Cursor<'_>> {
    let before = at.back(1)?;
    if !before.any(|_, s| s == Sense::Cue(Cue::Relation)) {
        return None;
    }
    let rest = past(at, Cue::With)?;
    (institution_word(rest, false)
        && !rest.any(|c, s| c.is_none() && matches!(s, Sense::Cue(Cue::Side | Cue::Parties))))
    .then_some(rest)
}

fn hyphen_joined(at: Cursor<'_>) -> Option<Cursor<'_>> {
    let hyphen = at.token().filter(|token| token.is_mark('-'))?;
    let next = at.to(at.at + 1);
    if hyphen.spaced {
        // "the region of Dakhla - Oued Eddahab": two towns, where whoever heads it is set off.
        let is_town = |c: Clitics, s| c.is_none() && matches!(s, Sense::Town { .. });
        let first = at.back(1).is_some_and(|before| before.any(is_town));
        let ((), rest, _) = next.find(|c, s| (first && is_town(c, s)).then_some(()))?;
        let goes_on = rest.token().is_some_and(|token| token.is_mark('-'));
        return (goes_on || rest.is_mark(&['،', ','])).then_some(rest);
    }
    next.token().filter(|token| token.is_word() && !token.spaced)?;
    Some(next.to(next.at + 1))
}

/// `ل`, `ب` or `في` and an institution, a field or a country, inside an office, and whether that can go on: a country is whole.
fn with_preposition<'a>(at: Cursor<'a>, number: Number, body: &mut Body) -> Option<(Cursor<'a>, bool)> {
    if is_listed(at) || is_matter(at) || is_discussing(at) || is_for_somebody(at) {
        return None;
    }
    // "for …": the field, whatever it is, as long as it is no person.
    const FIELD: Kinds = Kinds::of(&[Kind::Noun, Kind::Subject, Kind::Institution, Kind::Town], &[]);
    let for_field = at.find_of(FIELD, |c, s| {
        (c.preposition == Some(Preposition::For)
            && !c.conjunction
            && matches!(s, Sense::Noun | Sense::Subject(..) | Sense::Institution { .. } | Sense::Town { .. }))
        .then_some(())
    });
    if let Some(((), rest, _)) = for_field {
        let other = |s| matches!(s, Sense::Encounter(_) | Sense::Cue(_) | Sense::Office(..));
        if !at.any(|c, s| c.preposition == Some(Preposition::For) && other(s)) {
            return Some((rest, true));
        }
    }
    if let Some((country, rest, _)) = at.find_of(COUNTRIES, |c, s| match s {
        Sense::Country(country) if c.preposition == Some(Preposition::For) && !c.conjunction => Some(country),
        _ => None,
    }) {
        let end = further_countries(rest, number);
        if body.countries.is_empty() && end.at == rest.at {
            body.countries.push(country);
        }
        return Some((end, false));
    }
    if at.text.text(at.at).starts_with("لل")
        && !at.any(|c, s| {
            c.preposition.is_some()
                && matches!(s, Sense::Office(..) | Sense::Cue(_) | Sense::Encounter(_) | Sense::Honorific(..))
        })
    {
        return Some((at.to(at.at + 1), true));
    }
    // "in the ministry", "of the republic": only institutions and countries go on with these.
    let (inner, glued) = match past(at, Cue::In) {
        Some(rest) => (rest, false),
        None => (at, true),
    };
    let fits = |c: Clitics| if glued { c.preposition == Some(Preposition::By) && !c.conjunction } else { c.is_none() };
    if let Some((country, rest, _)) = inner.find_of(COUNTRIES, |c, s| match s {
        Sense::Country(country) if fits(c) => Some(country),
        _ => None,
    }) {
        let end = further_countries(rest, number);
        if body.countries.is_empty() && body.organization.is_none() && end.at == rest.at {
            body.countries.push(country);
        }
        body.seat = body.seat.or(Some(country));
        return Some((end, false));
    }
    if let Some(((), rest, clitics)) =
        inner.find_of(ORGANIZATIONS, |c, s| (fits(c) && matches!(s, Sense::Organization)).then_some(()))
    {
        if body.countries.is_empty() && body.organization.is_none() {
            body.organization = Some(inner.span_to(rest, clitics));
        }
        return Some((acronym(rest), true));
    }
    // "the two ministers conferred on the management of": a preposition of the verb's, and no body of theirs.
    if number == Number::Two && !glued && body.complement.is_none() && !has_article(inner) {
        return None;
    }
    // "at the office of the minister" is where he serves; "at the seat of" is where they met.
    let (class, rest, _) = inner
        .find_of(INSTITUTIONS, |c, s| match s {
            Sense::Institution { class, .. } if fits(c) => Some(class),
            _ => None,
        })
        .filter(|(_, rest, _)| {
            if inner.is_with(Cue::Course, fits) {
                return false;
            }
            let venue = inner.any(|c, s| fits(c) && matches!(s, Sense::Cue(Cue::Venue | Cue::Homeland)));
            // "at his office": where he met somebody.
            let own = ends_in_pronoun(inner.text.text(inner.at));
            !venue
                || !own
                    && rest.any(|c, s| {
                        c.is_none() && matches!(s, Sense::Office(..) | Sense::Honorific(HonorificKind::Courtesy, _))
                    })
        })?;
    // "the secretary of state at the ministry of foreign affairs": as good as of it.
    body.complement = body.complement.or(Some(Complement::Institution(class)));
    Some((rest, true))
}

/// What may follow a head or its complement: nationality, adjectives, the field, the accrediting country.
fn modifiers<'a>(
    start: Cursor<'a>,
    number: Number,
    class: u8,
    form: OfficeForm,
    depth: usize,
    body: &mut Body,
) -> Cursor<'a> {
    let mut at = start;
    for _ in 0..16 {
        if super::name::begins_descent(at) || !body.countries.is_empty() && super::name::is_called_as_country(at) {
            break;
        }
        if let Some(rest) = quoted_short_name(at) {
            at = rest;
            continue;
        }
        if let Some((country, rest)) = nationality(at) {
            if body.countries.is_empty() || number != Number::One {
                body.countries.push(country);
            }
            at = rest;
            continue;
        }
        if number != Number::One {
            // "the foreign ministers, the Egyptian and the Jordanian" without names
            if let Some((country, rest, _)) = at.find_of(NATIONALITIES, |c, s| match s {
                Sense::Nationality { country, .. } if c.conjunction => Some(country),
                _ => None,
            }) {
                if super::name::name(rest).is_err() || rest.is_mark(&['،', ',']) {
                    body.countries.push(country);
                    at = rest;
                    continue;
                }
            }
        }
        let qualifier = at.find_of(TITLES, |c, s| match s {
            Sense::Honorific(kind, _)
                if c.is_none()
                    && matches!(kind, HonorificKind::Qualifier | HonorificKind::Former | HonorificKind::Union) =>
            {
                Some(kind)
            }
            _ => None,
        });
        if let Some((kind, rest, _)) = qualifier {
            body.of_many |= kind == HonorificKind::Union;
            body.former |= kind == HonorificKind::Former;
            at = rest;
            continue;
        }
        // "the administrative director": an adjective, and not what he is told to have spoken of.
        if form == OfficeForm::Definite
            && has_article(at)
            && super::is_adjective(at.text.text(at.at))
            && institution_word(at, false)
            && at.any(|c, s| c.is_none() && matches!(s, Sense::Noun | Sense::Subject(..) | Sense::Institution { .. }))
            && !at.any(|c, s| c.is_none() && matches!(s, Sense::Act(_) | Sense::Cue(Cue::TopicHead)))
        {
            at = at.to(at.at + 1);
            continue;
        }
        // "of the Royal Hashemite Court": what nobody knows, where the form of address comes behind it, is no name.
        if form == OfficeForm::Definite
            && has_article(at)
            && at.text.is_unknown(at.at)
            && at.to(at.at + 1).any(|c, s| {
                c.is_none() && matches!(s, Sense::Honorific(HonorificKind::Courtesy | HonorificKind::Academic, _))
            })
        {
            at = at.to(at.at + 1);
            continue;
        }
        if let Some((rest, country)) = accredited(at) {
            body.accredited = body.accredited.or(country);
            at = rest;
            continue;
        }
        if let Some(rest) = seated(at, class) {
            at = rest;
            continue;
        }
        if let Some(rest) = supervised(at, class) {
            at = rest;
            continue;
        }
        if let Some(rest) = responsible(at) {
            at = rest;
            continue;
        }
        if let Some(rest) = charged(at, form).or_else(|| concerned(at, body)) {
            at = rest;
            continue;
        }
        if let Some(rest) = attached(at, class, depth, body) {
            at = rest;
            continue;
        }
        if let Some(rest) = sent_to(at, class).or_else(|| dealing(at)) {
            at = rest;
            continue;
        }
        // Asked first: what is read of another's office would stay with this one.
        let field = if is_to_another(at, class) { None } else { portfolio(at, number, depth, body) };
        if let Some(rest) = field {
            at = rest;
            continue;
        }
        if let Some(rest) = serving(at, class).or_else(|| local(at, body)).or_else(|| regional(at)).or_else(|| note(at))
        {
            at = rest;
            continue;
        }
        if let Some((rest, goes_on)) = with_preposition(at, number, body) {
            at = if goes_on { institution_words(rest, true, Number::One, depth, body) } else { rest };
            continue;
        }
        break;
    }
    at
}

/// "the speaker of the Arab Parliament": an organisation whose name begins with the head's last word.
fn organization_of_head(at: Cursor<'_>) -> Option<(Cursor<'_>, Span)> {
    let last = at.back(1)?;
    last.find_of(ORGANIZATIONS, |_, s| (s == Sense::Organization).then_some(()))
        .filter(|(_, rest, _)| rest.at > at.at)
        .map(|((), rest, clitics)| (rest, last.span_to(rest, clitics)))
}

/// Past a word of structure that stands alone.
fn past(at: Cursor<'_>, cue: Cue) -> Option<Cursor<'_>> {
    at.find_of(Kinds::of(&[], &[cue]), |c, s| (c.is_none() && s == Sense::Cue(cue)).then_some(()))
        .map(|((), rest, _)| rest)
}

/// The town where a consul sits.
fn seated(at: Cursor<'_>, class: u8) -> Option<Cursor<'_>> {
    let sits =
        matches!(at.text.lexicon.office_class(class), Some("consul" | "attache" | "charge" | "ambassador" | "syndic"));
    if !sits {
        return None;
    }
    if let Some(inner) = past(at, Cue::In) {
        return inner
            .find_of(TOWNS, |c, s| (c.is_none() && matches!(s, Sense::Town { .. })).then_some(()))
            .map(|((), rest, _)| rest);
    }
    // "Paulo" may be read as "in Oulu": then hardly anything would be left of the name.
    at.find_of(TOWNS, |c, s| {
        (c.preposition == Some(Preposition::By) && !c.conjunction && matches!(s, Sense::Town { .. })).then_some(())
    })
    .filter(|_| !is_listed(at))
    .map(|((), rest, _)| rest)
}

/// "the private secretary to His Highness": whom somebody serves, said with a pronoun.
fn serving(at: Cursor<'_>, class: u8) -> Option<Cursor<'_>> {
    if !matches!(at.text.lexicon.office_class(class), Some("secretary" | "adviser" | "assistant" | "senior_aide")) {
        return None;
    }
    at.find_of(TITLES, |c, s| {
        (c.preposition == Some(Preposition::For)
            && !c.conjunction
            && matches!(s, Sense::Honorific(HonorificKind::Reference, _)))
        .then_some(())
    })
    .map(|((), rest, _)| rest)
}

/// "the head of the court in Riyadh, Sheikh N": the town of a body, where whoever heads it is named behind it.
fn local<'a>(at: Cursor<'a>, body: &mut Body) -> Option<Cursor<'a>> {
    let local = matches!(body.complement, Some(Complement::Institution(class)) if !is_national(at, class))
        || body.organization.is_some()
        || matches!(body.complement, None | Some(Complement::Organization)) && body.institution.is_some();
    if !local || !body.countries.is_empty() {
        return None;
    }
    let (inner, glued) = match past(at, Cue::In) {
        Some(rest) => (rest, None),
        None => (at, Some(Preposition::By)),
    };
    let (country, rest, _) = inner.find_of(TOWNS, |c, s| match s {
        Sense::Town { country, .. } if c.preposition == glued && !c.conjunction => Some(country),
        _ => None,
    })?;
    let rest = acronym(rest);
    if !(is_addressed(rest) || is_named(rest)) || is_name(at) {
        return None;
    }
    if body.organization.is_none() {
        body.countries.push(country);
    }
    Some(rest)
}

/// "in the Middle East": a region by more than one word, where whoever is sent there is named behind it.
fn regional(at: Cursor<'_>) -> Option<Cursor<'_>> {
    let inner = past(at, Cue::In)?;
    // "in Europe, in the Middle East"
    let part = inner.find(|c, s| (c.is_none() && s == Sense::Section).then_some(())).filter(|_| !inner.is(Cue::Town));
    if let Some(((), rest, _)) = part.filter(|(_, rest, _)| is_addressed(*rest) || is_named(*rest)) {
        return Some(rest);
    }
    let (_, rest, _) = inner.find(|c, s| (c.is_none() && s == Sense::Noun).then_some(()))?;
    (has_article(inner) && rest.at > inner.at + 1 && is_named(rest)).then_some(rest)
}

/// `(PARLACEN)`, `(the accompanying minister)`: a note in brackets behind an office, where its country or its holder stands behind
/// it.
fn note(at: Cursor<'_>) -> Option<Cursor<'_>> {
    let rest = acronym(at);
    let person = if rest.is_mark(&['،', ',']) { rest.to(rest.at + 1) } else { rest };
    let addressed = person
        .any(|c, s| c.is_none() && matches!(s, Sense::Honorific(HonorificKind::Courtesy | HonorificKind::Academic, _)));
    // "the commissioner for human rights (the ombudsman)": the same office by another name.
    let office = at.to(at.at + 1).any(|c, s| c.is_none() && matches!(s, Sense::Office(..)));
    let same = office && rest.token().is_some_and(|token| token.is_word());
    let of_country = rest.any(|c, s| c.is_none() && matches!(s, Sense::Nationality { definite: true, .. }));
    (at.is_mark(&['(']) && (addressed || same || of_country || is_named(rest))).then_some(rest)
}

/// Whether a whole name stands here, of which a word is known to be one.
fn is_named(at: Cursor<'_>) -> bool {
    super::name::name(at).is_ok_and(|(end, words)| {
        // "Ali" folds as "on", which no name begins with.
        let is_name = |c: Clitics, s| c.is_none() && matches!(s, Sense::Name | Sense::Cue(Cue::On));
        words >= 2 && (at.at..end.at).any(|word| at.to(word).any(is_name))
    })
}

/// Whether a body is one that a state has once: then the town behind it is where something happened.
fn is_national(at: Cursor<'_>, class: u8) -> bool {
    matches!(
        at.text.lexicon.institution_class(class),
        Some("foreign" | "parliament" | "state" | "royal_court" | "cabinet")
    )
}

/// "on" and what a supervisor supervises.
fn supervised(at: Cursor<'_>, class: u8) -> Option<Cursor<'_>> {
    if at.text.lexicon.office_class(class) != Some("supervisor") {
        return None;
    }
    let inner = past(at, Cue::On)?;
    let end = institution_words(inner, true, Number::One, DEEPEST, &mut Body::default());
    (end.at > inner.at).then_some(end)
}

/// "responsible for": and what somebody is responsible for.
fn responsible(at: Cursor<'_>) -> Option<Cursor<'_>> {
    let before = at.back(1)?;
    if !is_official(before) {
        return None;
    }
    let inner = past(at, Cue::About)?;
    let end = institution_words(inner, true, Number::One, DEEPEST, &mut Body::default());
    (end.at > inner.at).then_some(end)
}

/// "the minister responsible for": behind an office with the article.
fn charged(at: Cursor<'_>, form: OfficeForm) -> Option<Cursor<'_>> {
    if form == OfficeForm::Definite && has_article(at) && is_official(at) {
        responsible(at.to(at.at + 1))
    } else {
        None
    }
}

/// "charged with operations at the bank N", "concerned with the trafficking in persons N": behind an adjective of the office, and
/// where whoever holds it is named behind it.
fn concerned<'a>(at: Cursor<'a>, body: &mut Body) -> Option<Cursor<'a>> {
    let qualified = at.back(1)?.any(|c, s| c.is_none() && matches!(s, Sense::Honorific(HonorificKind::Qualifier, _)));
    let field = |at: Cursor<'_>| {
        let known = |s| matches!(s, Sense::Noun | Sense::Subject(..) | Sense::Institution { .. } | Sense::Act(_));
        at.any(|c, s| {
            c.preposition == Some(Preposition::By) && !c.conjunction && (super::name::prefixed_article(at) || known(s))
        }) && !at.any(|c, s| {
            c.preposition == Some(Preposition::By)
                && matches!(s, Sense::Country(_) | Sense::Town { .. } | Sense::Encounter(_) | Sense::Cue(_))
        })
    };
    if !qualified || !field(at) {
        return None;
    }
    let mut end = at;
    let mut inner = Body::default();
    while field(end) {
        end = institution_words(end.to(end.at + 1), true, Number::One, DEEPEST, &mut inner);
    }
    // "charged with development, Mr N", "charged with the community, N": set off by a comma.
    let person = if end.is_mark(&['،', ',']) { end.to(end.at + 1) } else { end };
    if !is_addressed(person) && !is_person(person) {
        return None;
    }
    body.complement = body.complement.or(inner.complement);
    body.organization = body.organization.or(inner.organization);
    Some(end)
}

/// Whether somebody is named here, known or not.
fn is_person(at: Cursor<'_>) -> bool {
    let unknown = at.text.is_unknown(at.at) && !has_article(at);
    is_named(at) || unknown && super::name::name(at).is_ok_and(|(_, words)| words >= 2)
}

/// "the secretary of state at the minister of foreign affairs", "the minister delegate to the head of government": to whom somebody
/// is attached.
fn attached<'a>(at: Cursor<'a>, class: u8, depth: usize, body: &mut Body) -> Option<Cursor<'a>> {
    if !matches!(at.text.lexicon.office_class(class), Some("secretary_of_state" | "minister_of_state")) {
        return None;
    }
    let inner = past(at, Cue::Accredited)?;
    if !inner.any(|c, s| c.is_none() && matches!(s, Sense::Office(_, OfficeForm::Construct | OfficeForm::Definite))) {
        return None;
    }
    let (rest, superior) = nested(inner, depth + 1).ok()?;
    body.complement = body.complement.or(Some(Complement::Rank(superior.rank)));
    if body.countries.is_empty() {
        body.countries = superior.countries;
    }
    Some(rest)
}

fn is_official(at: Cursor<'_>) -> bool {
    let lexicon = at.text.lexicon;
    let official = |row: u16| {
        lexicon.offices.get(row as usize).is_some_and(|office| lexicon.office_class(office.class) == Some("official"))
    };
    at.any(|_, s| matches!(s, Sense::Office(row, _) if official(row)))
}

/// "to" and where an envoy is sent.
fn sent_to(at: Cursor<'_>, class: u8) -> Option<Cursor<'_>> {
    let sent = matches!(
        at.text.lexicon.office_class(class),
        Some(
            "envoy"
                | "representative"
                | "special_representative"
                | "ambassador"
                | "delegate"
                | "permanent_representative"
        )
    );
    if !sent {
        return None;
    }
    let inner = past(at, Cue::To)?;
    if let Some(rest) = region(inner) {
        return Some(rest);
    }
    if let Ok((rest, _)) = super::place::place(inner) {
        let end = institution_words(rest, false, Number::One, DEEPEST, &mut Body::default());
        return Some(end);
    }
    // "the ambassador spoke to the experience of": only to what can be somewhere.
    let body = inner.any(|c, s| c.is_none() && matches!(s, Sense::Institution { .. } | Sense::Organization));
    body.then(|| institution_words(inner, true, Number::One, DEEPEST, &mut Body::default()))
}

/// `لدى` and the country or organisation where somebody is accredited: not the one he represents.
fn accredited(at: Cursor<'_>) -> Option<(Cursor<'_>, Option<Country>)> {
    let (mut at, ()) =
        sense(|c, s| (c.at_most_conjunction() && s == Sense::Cue(Cue::Accredited)).then_some(())).parse(at).ok()?;
    let target = |c: Clitics, s| match s {
        Sense::Country(country) => Some((c, Some(country))),
        Sense::Organization | Sense::Cue(Cue::Homeland) | Sense::Town { .. } => Some((c, None)),
        _ => None,
    };
    // "to the office of the United Nations in Geneva"
    let office = |c: Clitics, s| (c.is_none() && matches!(s, Sense::Institution { head: true, .. })).then_some(());
    let behind = at.find(office).map(|((), rest, _)| rest);
    let to_office = behind.filter(|rest| rest.any(|c, s| c.is_none() && s == Sense::Organization));
    at = to_office.unwrap_or(at);
    if let Some(rest) = international(at) {
        return Some((rest, None));
    }
    let ((_, mut country), rest, _) = at.find(|c, s| target(c, s).filter(|(c, _)| c.is_none()))?;
    at = acronym(qualifiers(rest));
    let seat = past(at, Cue::In).filter(|_| to_office.is_some());
    if let Some(((), rest, _)) =
        seat.and_then(|seat| seat.find_of(TOWNS, |c, s| (c.is_none() && matches!(s, Sense::Town { .. })).then_some(())))
    {
        at = rest;
    }
    let joined = |c: &Clitics| c.conjunction && c.preposition.is_none() && !c.future;
    while let Some((_, rest, _)) = at.find(|c, s| target(c, s).filter(|(c, _)| joined(c))) {
        at = acronym(qualifiers(rest));
        // To several: where he is at the moment is not told.
        country = None;
    }
    Some((at, country))
}

/// "the international organisations in Vienna": nobody's country, and the town where they sit.
fn international(at: Cursor<'_>) -> Option<Cursor<'_>> {
    let next = at.to(at.at + 1);
    let bodies =
        has_article(at) && at.any(|_, s| matches!(s, Sense::Noun | Sense::DefiniteNoun | Sense::Institution { .. }));
    let qualified = next.any(|c, s| c.is_none() && matches!(s, Sense::Honorific(HonorificKind::Qualifier, _)));
    let rest = Some(next.to(next.at + 1)).filter(|_| bodies && qualified)?;
    let town = past(rest, Cue::In)
        .and_then(|seat| seat.find_of(TOWNS, |c, s| (c.is_none() && matches!(s, Sense::Town { .. })).then_some(())));
    Some(town.map_or(rest, |((), rest, _)| rest))
}

/// "for the affairs of": a field follows, not a body.
fn is_matter(at: Cursor<'_>) -> bool {
    at.is_with(Cue::Matter, |c| c.preposition == Some(Preposition::For) && !c.conjunction)
}

/// "in the affairs of Afghanistan", "in the Middle East": a field too, whose places are not whom somebody represents.
fn dealing(at: Cursor<'_>) -> Option<Cursor<'_>> {
    let inside = past(at, Cue::In)?;
    // "for peace in the Middle East"
    if let Some(rest) = region(inside) {
        return Some(rest);
    }
    let inner = past(inside, Cue::Matter)?;
    let end = institution_words(inner, true, Number::One, DEEPEST, &mut Body::default());
    (end.at > inner.at).then_some(end)
}

/// `ل[شؤون] item (و item)*`: what somebody is responsible for.
fn portfolio<'a>(at: Cursor<'a>, number: Number, depth: usize, body: &mut Body) -> Option<Cursor<'a>> {
    if is_listed(at) || is_discussing(at) || is_for_somebody(at) {
        return None;
    }
    let (value, rest, clitics) = at.find(|c, s| {
        (c.preposition == Some(Preposition::For)
            && !c.conjunction
            && matches!(
                s,
                Sense::Cue(Cue::Matter)
                    | Sense::Noun
                    | Sense::Subject(..)
                    | Sense::Institution { .. }
                    | Sense::Organization
                    | Sense::Town { .. }
                    | Sense::Country(_)
                    | Sense::Office(..)
            ))
        .then_some(s)
    })?;
    match value {
        Sense::Organization => {
            if body.organization.is_none() {
                body.organization = Some(at.span_to(rest, clitics));
            }
            return Some(institution_words(acronym(rest), false, Number::One, depth, body));
        }
        Sense::Country(country) => {
            let end = further_countries(qualifiers(rest), number);
            if body.countries.is_empty() && end.at == qualifiers(rest).at {
                body.countries.push(country);
            }
            return Some(end);
        }
        Sense::Office(..) => {
            // "special envoy of the secretary-general": the clitic stands on the office's head.
            let (rest, inner) = nested(at, depth + 1).ok()?;
            if body.complement.is_none() {
                body.complement = Some(match inner.rank {
                    Rank::Other => Complement::Office(inner.class),
                    rank => Complement::Rank(rank),
                });
            }
            if body.countries.is_empty() {
                body.countries = inner.countries;
            }
            body.at_home |= inner.at_home;
            body.organization = body.organization.or(inner.organization);
            return Some(rest);
        }
        _ => {}
    }
    let matter = is_matter(at);
    if let Sense::Institution { class, .. } = value {
        // "the special representative for the affairs of": a field, and no ministry that he represents.
        if body.complement.is_none() && !matter {
            body.complement = Some(Complement::Institution(class));
            body.institution = Some(at.span_to(rest, clitics));
        }
    }
    let head = matter
        || at.any(|c, s| {
            c.preposition == Some(Preposition::For) && matches!(s, Sense::Institution { head: true, .. } | Sense::Noun)
        });
    let rest = if matter { at.to(at.at + 1) } else { rest };
    let mut inner = Body { countries: body.countries.clone(), ..Body::default() };
    let mut end = institution_words(rest, head, Number::One, depth, &mut inner);
    if matter {
        // "for foreign affairs of the Republic of N": whom he represents is told behind his field.
        let of_country =
            |c: Clitics, s| c.preposition == Some(Preposition::For) && !c.conjunction && matches!(s, Sense::Country(_));
        end = (rest.at + 1..end.at).map(|word| rest.to(word)).find(|word| word.any(of_country)).unwrap_or(end);
        // The field names places that are not whom he represents; the seat at its end is.
        portfolio_items(rest, end, body);
        if body.countries.is_empty() && body.organization.is_none() {
            body.countries.extend(inner.seat);
        }
    } else {
        body.countries = inner.countries;
        body.at_home |= inner.at_home;
        body.organization = body.organization.or(inner.organization);
        body.foreign |= inner.foreign && body.complement.is_none();
    }
    Some(end)
}

/// A part of the world, as the sections of agencies name it too: "the Middle East".
fn region(at: Cursor<'_>) -> Option<Cursor<'_>> {
    let section = at.find(|c, s| (c.is_none() && s == Sense::Section).then_some(()));
    section.map(|((), rest, _)| rest).filter(|rest| rest.at > at.at + 1)
}

/// "the minister's reception of the minister of N": nobody in the government is anybody else's.
fn is_to_another(at: Cursor<'_>, class: u8) -> bool {
    let governs = matches!(
        at.text.lexicon.office_class(class),
        Some(
            "minister"
                | "foreign_minister"
                | "premier"
                | "deputy_premier"
                | "president"
                | "king"
                | "emir"
                | "crown_prince"
                | "speaker"
        )
    );
    let office = |c: Clitics, s| c.preposition == Some(Preposition::For) && matches!(s, Sense::Office(..));
    governs && at.any(office) && !is_matter(at)
}

/// "the president's reception of His Highness": somebody else, and no field.
fn is_for_somebody(at: Cursor<'_>) -> bool {
    let for_one =
        |is: &dyn Fn(Sense) -> bool| at.any(|c, s| c.preposition == Some(Preposition::For) && !c.conjunction && is(s));
    // "of the King of N", in whose service he is.
    let of_ruler = || {
        at.find_of(OFFICES, |c, s| {
            (c.preposition == Some(Preposition::For) && !c.conjunction && matches!(s, Sense::Office(..))).then_some(())
        })
        .is_some_and(|((), rest, _)| nationality(rest).is_some())
    };
    // "of the State of N" is spelled like the address of a prime minister.
    for_one(&|s| matches!(s, Sense::Honorific(kind, _) if kind.addresses()))
        && !for_one(&|s| matches!(s, Sense::Country(_)))
        && !of_ruler()
}

/// "to discuss", "to look into": what people met for, and nobody's field.
fn is_discussing(at: Cursor<'_>) -> bool {
    let lexicon = at.text.lexicon;
    at.any(|c, s| match s {
        Sense::Act(row) if c.preposition == Some(Preposition::For) => {
            lexicon.acts.get(row as usize).is_some_and(|act| {
                act.act == Act::Discussed && act.speaker == Speaker::Joint
                    || act.act == Act::Briefed && act.form == ActForm::Noun
            })
        }
        _ => false,
    })
}

/// Cuts a field at its joining "wa".
fn portfolio_items(start: Cursor<'_>, end: Cursor<'_>, body: &mut Body) {
    let mut from = start;
    let mut clitics = Clitics::default();
    let mut at = start;
    while at.at < end.at {
        if at.at > from.at {
            if let Some(((), _, found)) = at.find(|c, _| (c.conjunction && c.preposition.is_none()).then_some(())) {
                body.portfolio.push(from.span_to(at, clitics));
                from = at;
                clitics = Clitics { preposition: None, future: false, ..found };
            }
        }
        at = at.to(at.at + 1);
    }
    if end.at > from.at {
        body.portfolio.push(from.span_to(end, clitics));
    }
}
