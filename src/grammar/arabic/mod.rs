//! What Arabic copy writes.

mod date;
mod dateline;
mod name;
mod office;
mod person;
mod place;
mod topic;

pub(crate) fn is_definite(at: crate::grammar::Cursor<'_>) -> bool {
    name::has_article(at)
}

pub(crate) use date::date;
pub(crate) use dateline::{dateline, is_stamp};
pub(crate) use name::{begins_with_ali, prefixed_article, shows_hamza};
pub(crate) use person::{bare_person, people};
pub(crate) use place::{place, venue};
pub(crate) use topic::{TopicPhrase, topics};

use crate::lexicon::{Clitics, Preposition};
use crate::token::fold::{Folded, fold};

/// Whether a noun is in the dual or the sound plural, by its ending.
pub(crate) fn is_plural(noun: &str) -> bool {
    noun.ends_with("ات") || noun.ends_with("ين") || noun.ends_with("ان")
}

/// "his meetings": the same of a noun with a pronoun.
pub(crate) fn is_owned_plural(noun: &str) -> bool {
    ends_in_pronoun(noun) && is_plural(noun.trim_end_matches(['ه', 'ا', 'م']))
}

/// Whether a perfect is in the dual: "the two of them signed". "Signed it" ends alike, but for the letter before.
pub(crate) fn is_dual_verb(verb: &str) -> bool {
    verb.ends_with('ا') && !["ها", "نا", "وا", "ما"].iter().any(|ending| verb.ends_with(ending))
}

/// Whether a title or an adjective is in the feminine: it ends in ta marbuta.
pub(crate) fn is_feminine(word: &str) -> bool {
    word.trim_end_matches(crate::token::fold::is_mark).ends_with('ة')
}

/// A folded word without its article.
pub(crate) fn without_article(folded: &str) -> &str {
    folded.strip_prefix("ال").unwrap_or(folded)
}

/// A word that is written together with "for", without it and its article.
pub(crate) fn without_for(word: &str) -> &str {
    word.trim_start_matches('ل')
}

/// The particle that the first letter of a word may be: "and", "by", "for".
pub(crate) fn particle(word: &str) -> Option<Clitics> {
    let preposition = match word.chars().next()? {
        'و' => return Some(Clitics { conjunction: true, ..Clitics::default() }),
        'ب' => Preposition::By,
        'ل' => Preposition::For,
        _ => return None,
    };
    Some(Clitics { preposition: Some(preposition), ..Clitics::default() })
}

/// Whether two words are one noun, with the article or without.
pub(crate) fn same_noun(a: &str, b: &str) -> bool {
    match (Folded::of(a), Folded::of(b)) {
        (Some(a), Some(b)) => a.without_article() == b.without_article(),
        _ => without_article(&fold(a)) == without_article(&fold(b)),
    }
}

/// Whether the letters of a word end as a pronoun of the third person does.
pub(crate) fn ends_in_pronoun(word: &str) -> bool {
    ["ه", "ها", "هم", "هما"].iter().any(|pronoun| word.ends_with(pronoun))
}

/// Whether a noun is said to be of two people: "their meeting".
pub(crate) fn is_of_both(noun: &str) -> bool {
    noun.ends_with("هما")
}

/// Whether a preposition has a pronoun of one person: "him", "with her".
pub(crate) fn is_of_him(word: &str) -> bool {
    let governed = particle(word).is_some_and(|clitics| clitics.preposition.is_some());
    let pronoun = word.char_indices().nth(1).and_then(|(at, _)| word.get(at..));
    governed && matches!(pronoun, Some("ه" | "ها"))
}

/// Whether a noun can take what follows as its owner: it has no article and no ending of its own.
pub(crate) fn is_construct(noun: &str) -> bool {
    !noun.contains("ال") && !noun.ends_with('ا') && !noun.ends_with('ً')
}

/// Whether a word ends as adjectives of relation and of degree do: "national", "executive", "supreme".
pub(crate) fn is_adjective(word: &str) -> bool {
    ["ي", "ية", "يا"].iter().any(|ending| word.ends_with(ending))
}
