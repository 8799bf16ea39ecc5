//! Names of persons: found by where they stand, ended by what cannot be in one.

use crate::grammar::{Cursor, Parsed};
use crate::lexicon::{
    Clitics, Cue, EncounterForm, Gender, HonorificKind, Kind, Kinds, Number, OfficeForm, PlaceKind, Preposition, Sense,
    VerbKind,
};
use crate::token::fold::is_no_letter;

/// More words than this are no name.
const MOST_WORDS: usize = 9;

/// What one word says of itself where a name may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Verdict {
    /// Part of a name.
    In,
    /// A particle that binds the parts of a name: no name ends with it.
    Link,
    Out,
}

/// `name := word+`: as many words as can be in one, two parts joined by a hyphen counting as one.
pub(crate) fn name(input: Cursor<'_>) -> Parsed<'_, usize> {
    named(input, false)
}

/// A name behind a form of address: its first word is a name whatever else it may mean.
pub(super) fn addressed_name(input: Cursor<'_>) -> Parsed<'_, usize> {
    named(input, true)
}

fn named(input: Cursor<'_>, addressed: bool) -> Parsed<'_, usize> {
    let mut at = input;
    let mut end = input;
    let mut words = 0;
    let mut link = false;
    // The particles between the words are bounded with them.
    while words < MOST_WORDS && at.at - input.at < 3 * MOST_WORDS {
        let verdict = match word(at, words, link) {
            Verdict::Out if addressed && words == 0 && can_be_given_name(at) => Verdict::In,
            verdict => verdict,
        };
        match verdict {
            Verdict::Out => break,
            verdict => {
                link = verdict == Verdict::Link;
                let first = words == 0;
                at = Some(at).filter(|_| !link).and_then(|at| compound(at, first)).unwrap_or(at.to(at.at + 1));
                if !link {
                    words += 1;
                    end = at;
                }
            }
        }
        if let Some(after) = initial(at) {
            at = after;
        }
        while let Some(after) = hyphenated(at) {
            at = after;
            end = after;
        }
    }
    if words == 0 || words == 1 && !addressed && is_adjective_of_many(input) { input.miss() } else { Ok((end, words)) }
}

/// "Allah Shukur", "and Abd al-Qadir": a name of several words that the tables know as one.
fn compound(at: Cursor<'_>, first: bool) -> Option<Cursor<'_>> {
    let fits = |c: Clitics| c.is_none() || first && c.at_most_conjunction();
    at.find_of(Kinds::of(&[Kind::Name], &[]), |c, s| (fits(c) && s == Sense::Name).then_some(()))
        .map(|((), rest, _)| rest)
}

/// "and Abd al-Qadir": behind a joining "wa" a link with what it is linked to.
fn begins_with_link(at: Cursor<'_>) -> bool {
    at.is_with(Cue::NameLink, |c| c.conjunction && c.at_most_conjunction())
        && (compound(at, true).is_some_and(|rest| rest.at > at.at + 1)
            || has_article(at.to(at.at + 1))
                && !at.any(|_, s| matches!(s, Sense::Noun | Sense::Town { .. } | Sense::Country(_)))
            || is_listed(at.to(at.at + 1)) && !at.any(|_, s| s == Sense::Noun))
}

/// "the Europeans", "operational": a word with the article that alone is an adjective, and nobody's name.
fn is_adjective_of_many(at: Cursor<'_>) -> bool {
    let word = at.text.text(at.at);
    (is_feminine_adjective(at) || word.ends_with("يين")) && has_article(at) && !is_listed(at)
}

/// Whether an adjective with the feminine ending stands here, which no man's family is called by.
fn is_feminine_adjective(at: Cursor<'_>) -> bool {
    at.text.text(at.at).ends_with("ية")
}

/// Whether the tables know what "wa" is joined to as a name.
fn is_joined_name(at: Cursor<'_>) -> bool {
    at.any_of(Kinds::of(&[Kind::Name], &[]), |c, s| c.conjunction && c.at_most_conjunction() && s == Sense::Name)
}

/// Whether the tables know a word as a name.
pub(super) fn is_listed(at: Cursor<'_>) -> bool {
    at.any_of(Kinds::of(&[Kind::Name], &[]), |c, s| c.is_none() && s == Sense::Name)
}

/// Behind a form of address only a structural word, another title or an office is no name.
fn can_be_given_name(at: Cursor<'_>) -> bool {
    at.token().is_some_and(|token| token.is_word())
        && is_arabic(at)
        && !has_article(at)
        // "Dr. Basem Awadallah": a name that is spelled like "in the name of".
        && !at.any(|c, s| {
            c.at_most_conjunction()
                && (matches!(s, Sense::Cue(_)) && !(is_listed(at) && is_unknown_or_name(at.to(at.at + 1)))
                    || matches!(s, Sense::Honorific(..) | Sense::Institution { .. } | Sense::Relative(_)))
                || c.at_most_conjunction() && matches!(s, Sense::Office(..)) && super::office::office(at).is_ok()
                || (c.conjunction || c.preposition.is_some())
                    && matches!(s, Sense::Verb(_) | Sense::Noun)
                    && !begins_descent(at)
                    && !is_family(at.to(at.at + 1))
        })
}

/// Whether a comma or an office sets off what stands before.
fn is_set_off(at: Cursor<'_>) -> bool {
    at.is_mark(&['،', ',']) || at.any(|c, s| c.is_none() && matches!(s, Sense::Office(..)))
}

/// The full stop behind an initial, when the name goes on.
fn initial(at: Cursor<'_>) -> Option<Cursor<'_>> {
    let short = |before: Cursor<'_>| {
        let mut letters = before.text.text(before.at).chars().filter(|c| !is_no_letter(*c));
        letters.nth(2).is_none()
    };
    let next = at.to(at.at + 1);
    (at.is_mark(&['.'])
        && !at.token().is_some_and(|token| token.spaced)
        && next.token().is_some_and(|token| token.is_word())
        && at.back(1).is_some_and(short))
    .then_some(next)
}

/// A hyphen with a word right after it.
fn hyphenated(at: Cursor<'_>) -> Option<Cursor<'_>> {
    let hyphen = at.token().filter(|token| token.is_mark('-') || token.is_mark('–'))?;
    let next = at.to(at.at + 1);
    if hyphen.spaced {
        // "Harcourt - Smith": spaced, it joins only a name that ends there.
        let named = is_listed(next);
        return (named && next.to(next.at + 1).is_mark(&['،', ','])).then(|| next.to(next.at + 1));
    }
    next.token().filter(|token| token.is_word() && !token.spaced && token.start == hyphen.end)?;
    Some(next.to(next.at + 1))
}

fn word(at: Cursor<'_>, before: usize, after_link: bool) -> Verdict {
    if !at.token().is_some_and(|token| token.is_word()) || !is_arabic(at) || is_particle(at) || is_preposition(at) {
        return Verdict::Out;
    }
    if is_linked(at) && !ends_as_name(at, before) {
        return Verdict::Link;
    }
    // "Ban Ki-moon", spelled like "that so that": a name that the tables know whole.
    if compound(at, before == 0).is_some_and(|rest| rest.at > at.at + 1) {
        return Verdict::In;
    }
    // "stressing": an accusative that shows its ending is no name's.
    let word = at.text.text(at.at);
    if word.ends_with("\u{64b}ا") || word.ends_with("ا\u{64b}") || before > 0 && word.ends_with('\u{64b}') {
        return Verdict::Out;
    }
    // "towards her", "their condolences": one word alone that no name can be.
    if before == 0 && !after_link && is_alone_with_pronoun(at) {
        return Verdict::Out;
    }
    if before == 0 && begins_with_link(at) {
        return Verdict::In;
    }
    if after_link {
        // After "Abd", "Abu", "Al" comes a name, whatever else the word may mean.
        return Verdict::In;
    }
    // "Ghada Waly,": spelled like "and to", which nothing would be told of here.
    if before > 0 && at.is_with(Cue::To, |c| c.conjunction) && parts_people(at.to(at.at + 1)) {
        return Verdict::In;
    }
    // "with the crown prince": a title of several words behind a preposition, whatever its first letters spell.
    let title = |c: Clitics, s| c.preposition.is_some() && matches!(s, Sense::Office(..));
    if before > 0
        && at
            .find_of(Kinds::of(&[Kind::Office], &[]), |c, s| title(c, s).then_some(()))
            .is_some_and(|((), rest, _)| rest.at > at.at + 1)
    {
        return Verdict::Out;
    }
    let listed = is_listed(at);
    // Articles make surnames: what follows a given name and is no nationality may be one.
    let article = has_article(at);
    if before > 0 && at.is(Cue::Divine) {
        return Verdict::In;
    }
    let stop = at.any(|c, s| stops(c, s, at, before, listed, article));
    if stop {
        return Verdict::Out;
    }
    if listed {
        return Verdict::In;
    }
    // "replacing Boris Johnson", "to Adolf Hitler": a preposition, and another's name that goes on.
    if before > 0 && joins_another(at) {
        return Verdict::Out;
    }
    match first_letters(at) {
        // "and his crew": a pronoun at the end of an unknown word is no name's, where none goes on.
        ('و', _, _)
            if before == 0 && ends_in_his(at) && !is_unknown_or_name(at.to(at.at + 1)) && !follows_surname(at) =>
        {
            Verdict::Out
        }
        // An unknown word behind a joining "wa": a new phrase, unless the name before is too short to be whole.
        // But one word alone is nobody's whole name: then it is part of this one.
        ('و', _, _) if before > 1 && !is_set_off(at.to(at.at + 1)) => Verdict::Out,
        // "al-Zayadin and Schulze signed": a family's name with the article is whole.
        ('و', _, _) if before == 1 && follows_surname(at) => Verdict::Out,
        // "Vivian Balakrishnan,": behind a first name a word of which nothing is known.
        ('ب', 'ا', 'ل') if before == 1 && is_foreign(at) => Verdict::In,
        // A preposition written together with an article.
        ('ب' | 'و', 'ا', 'ل') | ('ل', 'ل', _) if before > 0 => Verdict::Out,
        _ => Verdict::In,
    }
}

/// Whether one sense of a word keeps it out of a name.
fn stops(c: Clitics, s: Sense, at: Cursor<'_>, before: usize, listed: bool, article: bool) -> bool {
    let surname = article && before > 0;
    if c.conjunction {
        let joined_by_fa = first_letters(at).0 == 'ف';
        return match s {
            Sense::Name => !listed && !joined_by_fa && before > 0,
            Sense::Verb(VerbKind::Weak) => joined_by_fa && before > 1 && !listed,
            Sense::Office(_, OfficeForm::Construct) => !listed && super::office::office(at).is_ok(),
            // "and Jihan": a first name that is a town's too.
            Sense::Town { .. } if before == 0 && is_unknown_or_name(at.to(at.at + 1)) => false,
            Sense::Noun | Sense::Subject(..) => !listed && !joined_by_fa,
            // "Wan" is spelled like "and that" without its hamza.
            Sense::Cue(Cue::That) if before == 0 && !shows_hamza(at) => {
                !listed && !is_unknown_or_name(at.to(at.at + 1))
            }
            // "Fall": spelled like "and the house of".
            Sense::Cue(Cue::NameLink | Cue::Descent | Cue::Patronymic) if joined_by_fa => false,
            // "and Basem Faleh": spelled like "in the name of", where a name goes on.
            Sense::Cue(_) if before == 0 && is_joined_name(at) && is_unknown_or_name(at.to(at.at + 1)) => false,
            // "Waked" is spelled like "and confirmed" without its hamza.
            Sense::Cue(_) | Sense::Verb(_) | Sense::Act(_) | Sense::Encounter(_) => !listed || shows_hamza(at),
            _ => !listed && !joined_by_fa,
        };
    }
    if c.future {
        return !listed
            && matches!(
                s,
                Sense::Verb(VerbKind::Say | VerbKind::Do | VerbKind::Move | VerbKind::Auxiliary)
                    | Sense::Encounter(_)
                    | Sense::Act(_)
            );
    }
    if c.preposition.is_some() {
        return match s {
            // "Callan" is spelled like "as" and "now", which is no Arabic.
            Sense::Cue(_) if before > 0 && c.preposition == Some(Preposition::As) && !c.conjunction => false,
            // "Lal", "Ke": spelled like "for the house of" and "as of the Hijra".
            Sense::Name
            | Sense::Nationality { .. }
            | Sense::Verb(_)
            | Sense::Agency(_)
            | Sense::Era(_)
            | Sense::Cue(Cue::NameLink | Cue::Descent | Cue::Patronymic) => false,
            // "Kouassi": spelled like "as" and a verb, which is no Arabic.
            Sense::Act(_) | Sense::Encounter(_)
                if at.any(|c, s| c.preposition == Some(Preposition::As) && matches!(s, Sense::Verb(_))) =>
            {
                false
            }
            // "Barack" may be read as "in Arak": not where a name must be and goes on.
            Sense::Town { kind, .. }
                if before == 0
                    && kind != PlaceKind::Capital
                    && !prefixed_article(at)
                    && is_unknown_or_name(at.to(at.at + 1)) =>
            {
                false
            }
            // "Lamine Koroma": spelled like "for the secretary" without its hamza, where a name must be and goes on.
            Sense::Office(_, OfficeForm::Construct)
                if before == 0
                    && c.preposition == Some(Preposition::For)
                    && !prefixed_article(at)
                    && !shows_hamza(at) =>
            {
                !is_last_name(at.to(at.at + 1))
            }
            // "in Asir": a whole name has more than one word.
            Sense::Town { plain, .. } => (plain || before == 0) && !listed,
            // "Lamine", "Badian": the second word of a foreign name may look like a preposition and a noun. "By all means": of
            // something, it is one.
            Sense::Noun | Sense::Office(_, OfficeForm::Construct) | Sense::Subject(..)
                if before == 1
                    && !prefixed_article(at)
                    && !at.text.text(at.at).ends_with("ات")
                    && !has_article(at.to(at.at + 1)) =>
            {
                !listed
                    && at.any(|c, s| {
                        c.preposition.is_some()
                            && matches!(
                                s,
                                Sense::Cue(_) | Sense::Act(_) | Sense::Encounter(_) | Sense::Institution { .. }
                            )
                    })
            }
            // "Bodour bint Khalid": spelled like "in the role of".
            Sense::Noun if before == 0 && !prefixed_article(at) => {
                !listed && !is_unknown_or_name(at.to(at.at + 1)) && !begins_descent(at)
            }
            _ => !listed,
        };
    }
    match s {
        Sense::Name | Sense::Section => false,
        // "Nguyen Thi Lan", "Li Jianguo": the syllables of a name may be spelled like a particle or a noun, but no particle
        // stands where nothing goes on.
        Sense::Cue(Cue::That | Cue::Negation | Cue::They | Cue::Until) | Sense::Noun | Sense::Subject(..)
            if before > 1 && is_syllable(at) && follows_syllable(at) && is_set_off(at.to(at.at + 1)) =>
        {
            false
        }
        // "Moon Jae-in met": no verb stands behind the particle.
        Sense::Cue(Cue::That)
            if before > 1 && is_syllable(at) && follows_syllable(at) && is_perfect(at.to(at.at + 1)) =>
        {
            false
        }
        // "Abdulrashid Hassan Jama,", "Waheed Faisal Sayadi, director of": a word that nothing belongs to, behind a whole name, is
        // the name's last.
        Sense::Noun | Sense::Subject(..) | Sense::Institution { .. }
            if before > 1
                && !article
                && follows_part(at)
                && (parts_people(at.to(at.at + 1)) || ends_in_ya(at) && is_set_off(at.to(at.at + 1)))
                && !ends_in_alef(at) =>
        {
            false
        }
        // "Kim Anh Tran", "Alain": only a name is written with a madda.
        Sense::Cue(Cue::That | Cue::Currently) if shows_madda(at) && is_unknown_or_name(at.to(at.at + 1)) => false,
        // "Sven Kühn von N": before what only binds names.
        Sense::Cue(Cue::That) if before > 0 && !shows_hamza(at) && is_linked(at.to(at.at + 1)) => false,
        Sense::Cue(Cue::That) => before > 0 || !begins_with_ann(at),
        // "Sima Sami", "Yashar Guler": spelled like "particularly" and "it is pointed", which a known name does not follow.
        Sense::Cue(Cue::Including | Cue::Background)
            if before == 0 && is_unknown_or_name(at.to(at.at + 1)) && is_listed(at.to(at.at + 1)) =>
        {
            false
        }
        // "Zhao Leji": a syllable between two.
        Sense::Cue(Cue::Therein)
            if before == 1
                && is_syllable(at)
                && follows_syllable(at)
                && is_syllable(at.to(at.at + 1))
                && is_unknown_or_name(at.to(at.at + 1)) =>
        {
            false
        }
        // "Ali" and "on" fold alike; only the name ends in a dotted ya.
        Sense::Cue(Cue::On) => {
            let next = at.to(at.at + 1);
            let dotted = at.text.text(at.at).ends_with('ي');
            !(dotted && (before > 0 || is_linked(next))
                || before == 0 && (is_unknown_or_name(next) || has_article(next) && next.text.is_unknown(next.at)))
        }
        Sense::Honorific(HonorificKind::Royal, _) if is_linked(at.to(at.at + 1)) => false,
        // "the emir Sabah al-Ahmad": spelled like the morning, before what is a name and no day.
        Sense::DayPart if !article && (is_surname(at.to(at.at + 1)) || before == 0 && is_listed(at.to(at.at + 1))) => {
            false
        }
        // "the minister Sanna Marin": an agency's short name is a first name behind an office, where a name goes on.
        Sense::Agency(_) if before == 0 && !article && follows_definite(at) && is_unknown_or_name(at.to(at.at + 1)) => {
            false
        }
        Sense::DayPart | Sense::Agency(_) => !surname && !listed,
        // "Liis" is spelled like "is not".
        Sense::Cue(Cue::Negation) if before == 1 => !is_unknown_or_name(at.to(at.at + 1)),
        Sense::Cue(Cue::Divine | Cue::NameLink | Cue::Descent | Cue::Patronymic) => false,
        // "Lula da Silva": spelled like "were it not for", before what only binds names.
        Sense::Cue(Cue::Where) if listed && is_linked(at.to(at.at + 1)) => false,
        // "the Chinese minister Lu Ming", "Jean-Yves Le Drian": spelled like "if", before what can be a name.
        Sense::Cue(Cue::Where)
            if listed
                && is_unknown_or_name(at.to(at.at + 1))
                && !is_perfect(at.to(at.at + 1))
                && (before > 0 || follows_definite(at)) =>
        {
            false
        }
        // "Gomaa" folds as "brought him together": only the name ends in a ta marbuta.
        Sense::Cue(_) => !(listed && before > 0 && at.text.text(at.at).ends_with('ة')),
        Sense::Verb(VerbKind::Weak) => false,
        // "Suhail Ajmal Khan": a verb's letters between names.
        Sense::Verb(_) if before == 1 && !article && is_last_name(at.to(at.at + 1)) => false,
        Sense::Verb(_) => !listed,
        // "Park Chul Soo": a name that is spelled like "blessed", where a name goes on.
        Sense::Act(_) if listed && before == 0 && !article => {
            let next = at.to(at.at + 1);
            let third = next.to(next.at + 1);
            !(is_unknown_or_name(next) && (is_unknown_or_name(third) || is_syllable(third) && !third.is_at_end()))
        }
        // "Bento. It concerned the widening of": a name that is a verb too, before what it is about.
        Sense::Act(_) if listed && before > 1 && begins_noun_phrase(at.to(at.at + 1)) => true,
        Sense::Act(_) | Sense::Encounter(_) => !(listed && before > 0),
        // "Turki": a first name that is an adjective too.
        Sense::Nationality { definite: false, .. } if before == 0 && is_linked(at.to(at.at + 1)) => false,
        // "the Italian premier Giorgia Meloni": a first name that is a country's too.
        Sense::Country(_) | Sense::Nationality { definite: false, .. } if before == 0 && is_called_as_country(at) => {
            false
        }
        // "Rafael Correa Delgado": a country's letters between what can only be a name.
        Sense::Country(_) | Sense::Town { .. } | Sense::Nationality { definite: false, .. }
            if before == 1 && !article && is_unknown_or_name(at.to(at.at + 1)) =>
        {
            false
        }
        // "Juan Coloma Correa, president of": a country's letters at the end of a name of several words, before an office.
        Sense::Country(_) if before > 1 && !article && follows_part(at) && begins_office(at.to(at.at + 1)) => false,
        // "son of Muhammad al-Suwaid": Sweden's letters.
        Sense::Country(_) if surname && follows_father(at) => false,
        // Behind a name an adjective without an article is a name: "Rossi", and "Mali" if a country is called so too.
        Sense::Nationality { definite: false, .. } if before > 0 && ends_phrase(at.to(at.at + 1)) => false,
        Sense::Country(_) | Sense::Noun | Sense::Subject(..)
            if before > 0 && !article && is_adjective(at) && !ends_in_alef(at) && ends_phrase(at.to(at.at + 1)) =>
        {
            false
        }
        // "left Islamabad yesterday": nor is a town of several words that begins as a name does.
        Sense::Town { .. } if before > 1 && !article && begins_town(at) => true,
        // "visited Paris yesterday": a capital is no family's name.
        Sense::Town { kind, .. }
            if before > 1
                && !article
                && (closes_name(at.to(at.at + 1)) || follows_part(at) && is_unknown_or_name(at.to(at.at + 1))) =>
        {
            kind == PlaceKind::Capital && !listed
        }
        // "son of Ahmad Naqli": a chain of fathers ends in a family's name, whatever else the word means.
        Sense::Noun | Sense::Subject(..) | Sense::Nationality { .. }
            if follows_father(at) && ends_phrase(at.to(at.at + 1)) =>
        {
            false
        }
        // "son of Abdulaziz al-Wazir", "Jasim Muhammad al-Qadi": a title that is a family's name too.
        Sense::Honorific(..) | Sense::Office(_, OfficeForm::Definite)
            if surname
                && before > 1
                && (listed || follows_father(at) || is_religious(at))
                && is_lone_title(at)
                && ends_person(at.to(at.at + 1))
                // "the minister accompanying him"
                && !has_article(at.to(at.at + 1)) =>
        {
            false
        }
        // "Lahiq bin Said": a first name that is an ordinary word.
        Sense::Noun | Sense::Subject(..) if before == 0 && begins_descent(at) => false,
        // "Samer Odeh al-Zayadin": between a first name and a family's that means nothing else.
        Sense::Noun | Sense::Subject(..)
            if before == 1
                && (!article && (is_listed(at.to(at.at + 1)) || is_last_name(at.to(at.at + 1)))
                    || article && !is_feminine_adjective(at) && is_last_name(at.to(at.at + 1))) =>
        {
            false
        }
        // "Muhammad Shia al-Sudani": a man is not told of a land behind his name, but his family is; behind a family's name the
        // adjective may be an office's.
        Sense::Nationality { .. } => {
            let next = at.to(at.at + 1);
            let whole = before > 1 && at.back(1).is_some_and(has_article);
            !(listed || surname && (!whole || ends_phrase(next) || begins_encounter(next)))
        }
        // A name has two words: what would leave it with one is its second, when nothing goes on.
        Sense::Noun | Sense::Subject(..) | Sense::Town { .. }
            if before == 1
                && !article
                && (closes_name(at.to(at.at + 1))
                    || matches!(s, Sense::Town { .. }) && begins_encounter(at.to(at.at + 1))) =>
        {
            false
        }
        Sense::Weekday(_) | Sense::Month(..)
            if before > 0 && !article && at.at > 0 && at.to(at.at + 1).token().is_none_or(|t| t.number().is_none()) =>
        {
            false
        }
        Sense::Noun | Sense::Subject(..) => {
            !(listed || surname && !is_feminine_adjective(at) && closes_name(at.to(at.at + 1)))
        }
        // "Fadi al-Khalil al-Salam.", "Bandar bin Sulaiman al-Harb at the seat of": a family may be called as a ministry's field is.
        Sense::Institution { class, .. }
            if surname
                && before > 1
                && at.text.lexicon.institution_class(class) == Some("ministry")
                && (parts_people(at.to(at.at + 1)) || follows_father(at) && is_at_venue(at.to(at.at + 1))) =>
        {
            false
        }
        Sense::Institution { .. } | Sense::Organization => !listed,
        Sense::Country(_) => !listed,
        // A town's name may be a first name: "Milan", "Lachin".
        Sense::Town { plain, .. } => {
            plain && !listed && !(before == 0 && !article && is_unknown_or_name(at.to(at.at + 1)))
        }
        // "the Second": of a king or a pope, not of a month.
        Sense::Ordinal(_) => !surname || counts_days(at.to(at.at + 1)),
        Sense::Honorific(HonorificKind::Qualifier, _)
            if surname && at.any(|c, s| c.is_none() && matches!(s, Sense::Ordinal(_))) =>
        {
            false
        }
        // "Nour al-Din Haj,": a title that nobody is named behind is the name's last word.
        Sense::Honorific(HonorificKind::Religious | HonorificKind::Courtesy, _)
            if before > 0 && !article && parts_people(at.to(at.at + 1)) && !at.to(at.at + 1).is_mark(&['.', '/']) =>
        {
            false
        }
        // "Queen Elizabeth II"
        Sense::Honorific(HonorificKind::Qualifier, Some(Gender::Feminine)) if before == 1 && follows_queen(at) => false,
        // "Abbas al-Hajj Hassan": a title between a first name and another.
        Sense::Honorific(HonorificKind::Religious | HonorificKind::Courtesy, _)
            if surname
                && before == 1
                && is_lone_title(at)
                && at.back(1).is_some_and(is_listed)
                && is_listed(at.to(at.at + 1)) =>
        {
            false
        }
        // "Wafa Adel al-Amir", "Bilal Fuad al-Khoury": a title behind a whole name that nobody follows is the family's.
        Sense::Honorific(kind, _) if kind.addresses() && surname && before > 1 && is_lone_title(at) => {
            !ends_person(at.to(at.at + 1))
        }
        // "the minister of petroleum Tarek al-Mulla,": behind a first name alone, where the clause ends.
        Sense::Honorific(kind, _)
            if kind.addresses()
                && surname
                && at.back(1).is_some_and(is_listed)
                && is_lone_title(at)
                && (parts_people(at.to(at.at + 1)) || at.to(at.at + 1).any(|_, s| matches!(s, Sense::Relative(_)))) =>
        {
            false
        }
        // "Margarita Baba", "Bassam Mawlawi": a title is a name too where it has no article and a name stands before it.
        Sense::Honorific(..) if listed && before > 0 && !article => false,
        // "Berri": an arm of service stands behind a rank, and not where a name has one word yet.
        Sense::Honorific(HonorificKind::Arm, _) if before == 1 && !article && ends_phrase(at.to(at.at + 1)) => false,
        Sense::Honorific(..) => !listed || before > 0,
        Sense::Office(_, OfficeForm::Definite) => true,
        // "Margarita Baba, and the secretary": a head that is a name too, where nothing is told that it is head of.
        Sense::Office(..) if listed && before > 0 && parts_people(at.to(at.at + 1)) => false,
        // "Talaat Amin Salah": between names a head is one too.
        Sense::Office(..) if listed && before > 0 && is_listed(at.to(at.at + 1)) => false,
        Sense::Office(row, _)
            if !listed
                && at.text.lexicon.offices.get(row as usize).is_some_and(|office| office.number == Number::Many) =>
        {
            true
        }
        Sense::Office(..) => (!listed || before > 0) && super::office::office(at).is_ok(),
        // "Rajab", "Ramadan": given names, where no day is counted in them.
        Sense::Month(..) => !listed || before == 0 && counts_days(at.to(at.at + 1)),
        _ => true,
    }
}

/// Whether a nationality without an article stands here.
fn is_adjective(at: Cursor<'_>) -> bool {
    at.any(|c, s| c.is_none() && matches!(s, Sense::Nationality { definite: false, .. }))
}

/// Whether a title stands here that is one word: nothing behind it belongs to it.
pub(super) fn is_lone_title(at: Cursor<'_>) -> bool {
    const TITLES: Kinds = Kinds::of(&[Kind::Office, Kind::Honorific], &[]);
    at.find_of(TITLES, |c, s| (c.is_none() && matches!(s, Sense::Office(..) | Sense::Honorific(..))).then_some(()))
        .is_some_and(|((), rest, _)| rest.at == at.at + 1)
}

/// Whether an office that waits for what it is of stands here.
pub(super) fn begins_office(at: Cursor<'_>) -> bool {
    at.any_of(Kinds::of(&[Kind::Office], &[]), |c, s| {
        c.is_none() && matches!(s, Sense::Office(_, OfficeForm::Construct))
    })
}

/// Whether somebody is addressed here, by a form of address that stands before a name.
pub(super) fn is_addressed(at: Cursor<'_>) -> bool {
    at.any_of(Kinds::of(&[Kind::Honorific], &[]), |c, s| {
        c.is_none() && matches!(s, Sense::Honorific(kind, _) if kind.addresses())
    })
}

/// Whether a clause ends here, at a mark or with the text.
pub(super) fn ends_clause(at: Cursor<'_>) -> bool {
    at.is_at_end() || at.is_mark(&['،', ',', '.', '؛', ';'])
}

/// Whether whoever is named before is named whole: nothing here can belong to a title that stands before it, nor be a name that
/// the title introduces.
pub(super) fn ends_person(at: Cursor<'_>) -> bool {
    ends_clause(at)
        || is_at_venue(at)
        || at.any(|c, s| match s {
            Sense::Cue(Cue::With | Cue::Presence | Cue::CompanyParty | Cue::Relative | Cue::In) => c.is_none(),
            Sense::Office(..) if c.is_none() => !has_article(at),
            Sense::Office(..) | Sense::Honorific(..) | Sense::Encounter(_) | Sense::Act(_) | Sense::Verb(_) => {
                c.conjunction && c.preposition.is_none() && !c.future
            }
            _ => false,
        })
}

fn is_religious(at: Cursor<'_>) -> bool {
    at.any(|c, s| c.is_none() && matches!(s, Sense::Honorific(HonorificKind::Religious, _)))
}

/// "in the office", "at the ministry's seat", written together with its preposition.
fn is_at_venue(at: Cursor<'_>) -> bool {
    at.is_with(Cue::Venue, |c| c.preposition == Some(Preposition::By) && !c.conjunction)
}

/// Whether a noun that tells of an encounter stands here, without an article: what somebody held.
fn begins_encounter(at: Cursor<'_>) -> bool {
    !has_article(at) && at.any(|c, s| c.is_none() && matches!(s, Sense::Encounter(_)))
}

/// Whether a particle that binds names stands where the name ends: "Sy" is a family's name too.
fn ends_as_name(at: Cursor<'_>, before: usize) -> bool {
    before > 0 && is_listed(at) && word(at.to(at.at + 1), before + 1, true) == Verdict::Out
}

/// Whether the word before is a father's name in a chain: "son of X".
fn follows_father(at: Cursor<'_>) -> bool {
    let patronymic = |back: usize| at.back(back).is_some_and(|from| from.is(Cue::Patronymic));
    patronymic(2) && !patronymic(1)
}

/// Whether a noun phrase cannot go on here: what stands before is its last word.
fn ends_phrase(at: Cursor<'_>) -> bool {
    closes_name(at)
        || is_at_venue(at)
        || at.any(|c, s| {
            c.is_none()
                && matches!(
                    s,
                    Sense::Cue(
                        Cue::In
                            | Cue::On
                            | Cue::To
                            | Cue::From
                            | Cue::During
                            | Cue::After
                            | Cue::Sidelines
                            | Cue::Relative
                    )
                )
        })
}

/// Whether a month or a number follows, or "of" it: then an ordinal or a month belongs to a date.
fn counts_days(at: Cursor<'_>) -> bool {
    let of = usize::from(at.is(Cue::From));
    let next = at.to(at.at + of);
    of == 1
        || next.token().is_some_and(|token| token.number().is_some())
        || next.any(|c, s| c.is_none() && matches!(s, Sense::Month(..)))
}

/// Whether the next word says whose descendant somebody is.
pub(super) fn is_linked(at: Cursor<'_>) -> bool {
    const LINKS: Kinds = Kinds::of(&[], &[Cue::NameLink, Cue::Descent]);
    // "Abbey" is spelled like "the father of" but for its madda; "Al" has one and two letters.
    let other = || shows_madda(at) && at.text.text(at.at).chars().count() > 2;
    at.any_of(LINKS, |c, s| c.is_none() && matches!(s, Sense::Cue(Cue::NameLink | Cue::Descent))) && !other()
}

/// Whether "Ali" stands here before another name: "on" folds alike, which is written without the dots of its ya.
pub(crate) fn begins_with_ali(at: Cursor<'_>) -> bool {
    let next = at.to(at.at + 1);
    ends_in_ya(at)
        && (is_listed(next) || is_unknown_or_name(next) || has_article(next) && next.text.is_unknown(next.at))
}

/// "Anne" folds like "that": it is the name where it is written with its madda and a name goes on after it.
fn begins_with_ann(at: Cursor<'_>) -> bool {
    let next = at.to(at.at + 1);
    let name = at.text.text(at.at);
    name.starts_with('آ')
        && name.chars().count() == 2
        && matches!(word(next, 1, false), Verdict::In)
        && !has_article(next)
}

/// Whether a word is followed by "son of" or "daughter of": then it is somebody's first name, whatever else it means, but for
/// "of the schools", which may be called so.
pub(super) fn begins_descent(at: Cursor<'_>) -> bool {
    let of_body = |c: Clitics, s| c.preposition.is_some() && matches!(s, Sense::Institution { head: true, .. });
    at.to(at.at + 1).is(Cue::Patronymic) && !has_article(at) && !at.any(of_body)
}

/// Whether the name of a country stands behind an office that is whole, and goes on as no country does: somebody is called so.
pub(super) fn is_called_as_country(at: Cursor<'_>) -> bool {
    is_country(at) && !has_article(at) && follows_definite(at) && is_unknown_or_name(at.to(at.at + 1))
}

fn is_country(at: Cursor<'_>) -> bool {
    at.any_of(Kinds::of(&[Kind::Country], &[]), |c, s| c.is_none() && matches!(s, Sense::Country(_)))
}

/// Whether the word before is definite, by its article or as a country's name: the office that it ends is whole.
fn follows_definite(at: Cursor<'_>) -> bool {
    at.back(1).is_some_and(|before| has_article(before) || is_country(before))
}

/// Whether a word is written with a madda over its first letter, which its particle is not.
fn shows_madda(at: Cursor<'_>) -> bool {
    at.text.text(at.at).starts_with('آ')
}

pub(super) fn is_arabic(at: Cursor<'_>) -> bool {
    at.text
        .text(at.at)
        .chars()
        .next()
        .is_some_and(|c| matches!(c, '\u{0600}'..='\u{06ff}' | '\u{fb50}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}'))
}

/// "and to": folded, it is the governor of a province and a family's name, which are written with the dots of their ya and without
/// a hamza.
pub(super) fn is_preposition(at: Cursor<'_>) -> bool {
    at.is_with(Cue::To, |c| c.conjunction) && (shows_hamza(at) || !ends_in_ya(at))
}

/// Whether a letter alone stands here, stretched or not, that no full stop makes an initial: the preposition before a bracket.
fn is_particle(at: Cursor<'_>) -> bool {
    let mut letters = at.text.text(at.at).chars().filter(|c| !is_no_letter(*c));
    letters.next().is_some() && letters.next().is_none() && !at.to(at.at + 1).is_mark(&['.'])
}

/// Whether an alef of a word is written with its hamza.
pub(crate) fn shows_hamza(at: Cursor<'_>) -> bool {
    at.text.text(at.at).contains(['أ', 'إ'])
}

/// Whether an unknown word ends as "their" and "her" do, where no name goes on.
fn is_alone_with_pronoun(at: Cursor<'_>) -> bool {
    let word = at.text.text(at.at);
    let pronoun = word.ends_with("هم") || word.ends_with("ها") || word.ends_with("هما");
    // "with his statements": of many things.
    let of_many = word.ends_with("اته") || word.ends_with("اتها") || word.ends_with("اتهم");
    let alone = || !is_unknown_or_name(at.to(at.at + 1));
    // "concluded his activity with": of the word before it.
    let owned = || word.ends_with('ه') && alone() && at.text.is_owned_noun(at.at);
    is_long(word) && !is_listed(at) && (of_many || pronoun && alone() || owned())
}

/// Whether the letters of a word end as "his" does.
fn ends_in_his(at: Cursor<'_>) -> bool {
    let word = at.text.text(at.at);
    word.ends_with('ه') && is_long(word)
}

/// Whether a word is long enough to end in a pronoun.
fn is_long(word: &str) -> bool {
    const SHORTEST: usize = 5;
    word.chars().nth(SHORTEST - 1).is_some()
}

/// The first three letters, folded as far as it matters here.
fn first_letters(at: Cursor<'_>) -> (char, char, char) {
    let mut chars = at.text.text(at.at).chars();
    let mut next = || loop {
        match chars.next() {
            Some(c) if is_no_letter(c) => {}
            Some('أ' | 'إ' | 'آ' | 'ٱ') => return 'ا',
            other => return other.unwrap_or(' '),
        }
    };
    (next(), next(), next())
}

/// Whether a word with the article can be a surname and nothing else.
pub(super) fn is_surname(at: Cursor<'_>) -> bool {
    (at.text.is_unknown(at.at) || is_listed(at)) && has_article(at)
}

/// Whether such a word stands here that is no title: "by the choice of the prince".
fn is_family(at: Cursor<'_>) -> bool {
    is_surname(at) && !at.any(|c, s| c.is_none() && matches!(s, Sense::Honorific(..)))
}

/// Whether an ordinary noun that waits for its genitive stands here.
fn begins_noun_phrase(at: Cursor<'_>) -> bool {
    at.any(|c, s| c.is_none() && s == Sense::Noun)
        && !at.any(|c, s| c.is_none() && matches!(s, Sense::Name | Sense::Office(..)))
        && !has_article(at)
        && at.to(at.at + 1).token().is_some_and(|token| token.is_word())
}

/// Whether a word that may be a family's name, and nothing else, stands last in its phrase.
fn is_last_name(at: Cursor<'_>) -> bool {
    (is_unknown_or_name(at) || is_surname(at)) && closes_name(at.to(at.at + 1))
}

/// Whether a word is as short as a syllable of an East Asian name.
fn is_syllable(at: Cursor<'_>) -> bool {
    const LONGEST: usize = 4;
    !has_article(at) && at.text.text(at.at).chars().count() <= LONGEST
}

/// Whether the word before is known to be a name, or nothing that the tables know.
fn follows_part(at: Cursor<'_>) -> bool {
    at.back(1).is_some_and(|before| is_listed(before) || is_unknown_or_name(before))
}

/// Whether a town whose name is several words begins here.
fn begins_town(at: Cursor<'_>) -> bool {
    at.find(|c, s| (c.is_none() && matches!(s, Sense::Town { plain: true, .. })).then_some(()))
        .is_some_and(|((), rest, _)| rest.at > at.at + 1)
}

/// Whether a word ends as an accusative without an article does.
fn ends_in_alef(at: Cursor<'_>) -> bool {
    at.text.text(at.at).ends_with(['ا', '\u{64b}'])
}

/// Whether a word ends as an adjective does that a family may be called by.
fn ends_in_ya(at: Cursor<'_>) -> bool {
    at.text.text(at.at).ends_with('ي')
}

/// Whether the word before is such a syllable too, or nothing that the tables know.
fn follows_syllable(at: Cursor<'_>) -> bool {
    const LONGEST: usize = 5;
    at.back(1)
        .is_some_and(|before| is_unknown_or_name(before) && before.text.text(before.at).chars().count() <= LONGEST)
}

/// Whether a preposition written together with a first name stands here, and the name goes on.
fn joins_another(at: Cursor<'_>) -> bool {
    let next = at.to(at.at + 1);
    let joined = |c: Clitics, s| {
        s == Sense::Name && matches!(c.preposition, Some(Preposition::For | Preposition::By)) && !c.conjunction
    };
    at.any_of(Kinds::of(&[Kind::Name], &[]), joined) && is_listed(next) && !has_article(next)
}

/// Whether a queen's title stands before the name that the word before is.
fn follows_queen(at: Cursor<'_>) -> bool {
    at.back(2).is_some_and(|title| {
        title.any(|c, s| c.is_none() && s == Sense::Honorific(HonorificKind::Royal, Some(Gender::Feminine)))
    })
}

/// Whether the word before can be a surname and nothing else.
pub(super) fn follows_surname(at: Cursor<'_>) -> bool {
    at.back(1).is_some_and(is_surname)
}

/// Whether a word is unknown and stands behind a name's, its end is no Arabic noun's, and nothing belongs to it.
fn is_foreign(at: Cursor<'_>) -> bool {
    let word = at.text.text(at.at);
    let noun = super::is_feminine(word) || word.ends_with("ات") || word.ends_with("ين");
    at.text.is_unknown(at.at) && follows_part(at) && !noun && closes_name(at.to(at.at + 1))
}

/// Whether a word is a name or nothing that the tables know.
pub(super) fn is_unknown_or_name(at: Cursor<'_>) -> bool {
    at.token().is_some_and(|token| token.is_word()) && (at.text.is_unknown(at.at) || is_listed(at)) && !has_article(at)
}

/// Whether what follows a word that may be a surname leaves it to be one: no noun phrase goes on.
fn closes_name(at: Cursor<'_>) -> bool {
    !at.token().is_some_and(|token| token.is_word())
        || at.any(|c, s| {
            c.at_most_conjunction()
                && matches!(s, Sense::Office(..) | Sense::Honorific(..) | Sense::Verb(_) | Sense::Relative(_))
                || matches!(s, Sense::Cue(Cue::With | Cue::Presence | Cue::CompanyParty))
        })
}

/// Whether one person ends before a place: at a mark, or where another is joined.
fn parts_people(at: Cursor<'_>) -> bool {
    !at.token().is_some_and(|token| token.is_word())
        || at.any(|c, s| c.conjunction && matches!(s, Sense::Office(..) | Sense::Honorific(..)))
}

/// Whether the perfect of an encounter's verb stands here, and nothing else.
fn is_perfect(at: Cursor<'_>) -> bool {
    let lexicon = at.text.lexicon;
    let perfect = |row: u16| {
        let word = lexicon.encounters.get(row as usize);
        word.is_some_and(|word| matches!(word.form, EncounterForm::Past | EncounterForm::Light))
    };
    at.any(|c, s| c.is_none() && matches!(s, Sense::Encounter(row) if perfect(row)))
        && !at.any(|c, s| c.is_none() && matches!(s, Sense::Noun | Sense::Name))
}

/// Whether a preposition and an article open a word.
pub(crate) fn prefixed_article(at: Cursor<'_>) -> bool {
    matches!(first_letters(at), ('ب' | 'ك', 'ا', 'ل') | ('ل', 'ل', _))
}

/// Whether a word opens with the article.
pub(super) fn has_article(at: Cursor<'_>) -> bool {
    crate::lexicon::opens_with_article(at.text.text(at.at))
}
