//! A text with its words looked up.

use super::forms::{NodeId, Word};
use super::{Kinds, Lexicon, Origin, Sense, VerbKind};
use crate::model::Span;
use crate::token::fold::Folded;
use crate::token::{TA_MARBUTA, Token, Tokens};

/// A preposition of one letter, written together with its noun.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Preposition {
    /// ب: by, with, in.
    By,
    /// ل: for, to.
    For,
    /// ك: as.
    As,
}

/// The particles written together with a word, before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Clitics {
    /// A joining و or ف.
    pub(crate) conjunction: bool,
    pub(crate) preposition: Option<Preposition>,
    /// The س of the future.
    pub(crate) future: bool,
}

impl Clitics {
    pub(crate) fn is_none(self) -> bool {
        self == Self::default()
    }

    /// Whether only the conjunction may stand before the word.
    pub(crate) fn at_most_conjunction(self) -> bool {
        self.preposition.is_none() && !self.future
    }
}

/// One sense of a form found in the text: the form begins at the token it is listed under.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Reading {
    pub(crate) sense: Sense,
    pub(crate) clitics: Clitics,
    /// How many tokens the form takes.
    tokens: u16,
    node: NodeId,
}

impl Reading {
    /// How many tokens the form takes.
    pub(crate) fn len(self) -> usize {
        usize::from(self.tokens)
    }
}

/// A text, its tokens, and all that can be meant by the forms that begin at each.
#[derive(Debug)]
pub(crate) struct Tagged<'t> {
    pub(crate) source: &'t str,
    pub(crate) tokens: Vec<Token>,
    pub(crate) lexicon: &'static Lexicon,
    /// What stands behind the tokens and is not read.
    pub(crate) unread: Option<Span>,
    readings: Readings,
}

/// The readings of all tokens, one after the other.
#[derive(Debug)]
struct Readings {
    list: Vec<Reading>,
    /// Where each token's readings begin; one entry more than there are tokens.
    first: Vec<u32>,
    /// The kinds of all that each token's forms can mean.
    kinds: Vec<Kinds>,
}

impl Readings {
    /// Adds the senses of the forms found at the next token, as they count there.
    fn add(&mut self, lexicon: &Lexicon, found: &[Match], article: &dyn Fn() -> bool) {
        let mut known = Kinds::default();
        self.first.push(self.list.len() as u32);
        for Match { clitics, tokens, node, senses, object } in found {
            for sense in *senses {
                let counted = match *sense {
                    sense if *object => with_object(lexicon, sense),
                    Sense::DefiniteNoun if clitics.is_none() && !article() => {
                        known.insert(Sense::DefiniteNoun);
                        None
                    }
                    Sense::DefiniteNoun => Some(Sense::Noun),
                    sense => Some(sense),
                };
                let Some(sense) = counted else { continue };
                known.insert(sense);
                self.list.push(Reading { sense, clitics: *clitics, tokens: *tokens, node: *node });
            }
        }
        self.kinds.push(known);
    }
}

/// What a sense is with an object pronoun behind it: a verb's, or none.
fn with_object(lexicon: &Lexicon, sense: Sense) -> Option<Sense> {
    match sense {
        Sense::Act(row) if !lexicon.is_joint(row) => Some(sense),
        // Whom an encounter was with, or what was discussed, is not told here where it is but a pronoun.
        Sense::Verb(_) | Sense::Encounter(_) | Sense::Act(_) => Some(Sense::Verb(VerbKind::Do)),
        _ => None,
    }
}

impl<'t> Tagged<'t> {
    pub(crate) fn new(source: &'t str, tokens: Tokens, lexicon: &'static Lexicon) -> Self {
        let Tokens { list: tokens, folded } = tokens;
        let text = |token: &Token| source.get(token.start as usize..token.end as usize).unwrap_or("");
        // All words first: a form looks for those behind its own.
        let word = |folded: &Folded| if folded.is_empty() { Word::default() } else { lexicon.forms.word(*folded) };
        let words: Vec<Word> = folded.iter().map(word).collect();
        let walk = Walk { lexicon, tokens: &tokens, words: &words };
        let mut readings = Readings {
            list: Vec::with_capacity(tokens.len() / 2 * 3),
            first: Vec::with_capacity(tokens.len() + 1),
            kinds: Vec::with_capacity(tokens.len()),
        };
        let mut found = Vec::new();
        for ((at, token), folded) in tokens.iter().enumerate().zip(folded) {
            if !folded.is_empty() {
                walk.all(at, folded, &mut found);
                if found.is_empty() && !text(token).ends_with(TA_MARBUTA) {
                    without_object(folded, |clitics, stem| walk.verb(clitics, lexicon.forms.word(stem), &mut found));
                }
            }
            readings.add(lexicon, &found, &|| opens_with_article(text(token)));
            found.clear();
        }
        readings.first.push(readings.list.len() as u32);
        Self { source, tokens, lexicon, unread: None, readings }
    }

    /// What can be meant by the forms that begin at a token, the longest first, fewer clitics first.
    pub(crate) fn readings(&self, token: usize) -> &[Reading] {
        let Some(&[from, to]) = self.readings.first.get(token..token + 2) else { return &[] };
        self.readings.list.get(from as usize..to as usize).unwrap_or(&[])
    }

    /// The same, form by form.
    pub(crate) fn forms(&self, token: usize) -> impl Iterator<Item = &[Reading]> {
        self.readings(token).chunk_by(|a, b| a.node == b.node && a.clitics == b.clitics)
    }

    /// The kinds of sense that the forms at a token have, whatever their clitics and their length.
    pub(crate) fn kinds(&self, token: usize) -> Kinds {
        self.readings.kinds.get(token).copied().unwrap_or_default()
    }

    /// The same of every token.
    pub(crate) fn all_kinds(&self) -> impl Iterator<Item = Kinds> {
        self.readings.kinds.iter().copied()
    }

    /// Whether no form begins at a token.
    pub(crate) fn is_unknown(&self, token: usize) -> bool {
        self.kinds(token).is_empty()
    }

    /// Whether a word that no table has is a noun with its owner's pronoun: "his activity".
    pub(crate) fn is_owned_noun(&self, token: usize) -> bool {
        let mut owned = false;
        if let Some(folded) = Folded::of(self.text(token)).filter(|_| self.is_unknown(token)) {
            without_object(folded, |_, stem| {
                owned |= self.lexicon.forms.ends_at(self.lexicon.forms.word(stem).opens).contains(&Sense::Noun);
            });
        }
        owned
    }

    /// Where the senses of the form of a reading come from, with each sense.
    pub(crate) fn origins(&self, reading: Reading) -> impl Iterator<Item = (Sense, Origin)> + '_ {
        let origins = Lexicon::arabic_origins();
        self.lexicon
            .forms
            .ends_at(reading.node)
            .iter()
            .filter_map(move |sense| origins.of(reading.node, *sense).map(|row| (*sense, row)))
    }

    /// The first reading at a token, the longest form's, for which `pick` answers.
    pub(crate) fn find<T>(
        &self,
        token: usize,
        mut pick: impl FnMut(Clitics, Sense) -> Option<T>,
    ) -> Option<(T, usize, Clitics)> {
        self.readings(token).iter().find_map(|reading| {
            pick(reading.clitics, reading.sense).map(|value| (value, token + reading.len(), reading.clitics))
        })
    }

    /// Whether any form at a token has a sense for which `is` holds.
    pub(crate) fn any(&self, token: usize, mut is: impl FnMut(Clitics, Sense) -> bool) -> bool {
        self.readings(token).iter().any(|reading| is(reading.clitics, reading.sense))
    }

    /// Whether a word behind a joining "wa" has the article: not when the letters are its own, as in
    /// "commitments", which the tables then know with them and not without.
    pub(crate) fn has_joined_article(&self, token: usize) -> bool {
        let Some(rest) = self.text(token).strip_prefix('و') else { return false };
        let rest = rest.trim_start();
        let Some(stem) = rest.strip_prefix("ال") else { return false };
        let known = |word| Folded::of(word).is_some_and(|word| self.lexicon.forms.word(word).is_known());
        known(stem) || !known(rest)
    }

    pub(crate) fn token(&self, token: usize) -> Option<Token> {
        self.tokens.get(token).copied()
    }

    /// The source of one token.
    pub(crate) fn text(&self, token: usize) -> &'t str {
        self.token(token).and_then(|t| self.source.get(t.start as usize..t.end as usize)).unwrap_or("")
    }
}

/// Whether a text opens with the article, its alef bare.
pub(crate) fn opens_with_article(text: &str) -> bool {
    if text.starts_with("ال") {
        return true;
    }
    let mut letters = text.chars().filter(|c| !crate::token::fold::is_no_letter(*c));
    letters.next() == Some('ا') && letters.next() == Some('ل')
}

/// A form found on the way through the trie.
struct Match {
    clitics: Clitics,
    tokens: u16,
    node: NodeId,
    senses: &'static [Sense],
    /// Whether an object pronoun has been taken off its end: then it is a verb.
    object: bool,
}

/// The way through the trie from the tokens of one text.
struct Walk<'w> {
    lexicon: &'static Lexicon,
    tokens: &'w [Token],
    words: &'w [Word],
}

impl Walk<'_> {
    /// Notes every form that begins at a token with a word or with what is written together with its front taken off, the longest
    /// first, fewer clitics first.
    fn all(&self, at: usize, folded: Folded, found: &mut Vec<Match>) {
        let forms = &self.lexicon.forms;
        let whole = self.words.get(at).map_or(0, |word| word.opens);
        self.from(at, Clitics::default(), whole, 1, found);
        // A word that is known as it stands keeps that reading against the clitics' one, unless
        // the clitics' one covers more words, or the known one is only a name.
        let shortest = if forms.settles(whole) { 2 } else { 1 };
        strip(folded, |clitics, stem| self.from(at, clitics, forms.word(stem).opens, shortest, found));
        if found.iter().any(|found| found.tokens > 1) {
            found.sort_by_key(|found| std::cmp::Reverse(found.tokens));
        }
    }

    /// Follows the trie on behind the node of the first word at a token, and notes every form of so many tokens at least that
    /// ends on the way.
    fn from(&self, at: usize, clitics: Clitics, mut node: NodeId, shortest: u16, found: &mut Vec<Match>) {
        let forms = &self.lexicon.forms;
        let mut next = at + 1;
        while node != 0 {
            let tokens = u16::try_from(next - at).unwrap_or(u16::MAX);
            let senses = if tokens >= shortest { forms.ends_at(node) } else { &[] };
            if !senses.is_empty() && (clitics.is_none() || senses.iter().any(|sense| self.fits(clitics, *sense))) {
                found.push(Match { clitics, tokens, node, senses, object: false });
            }
            if !forms.goes_on(node) {
                return;
            }
            next += usize::from(self.is_abbreviated(next));
            node = self.words.get(next).map_or(0, |word| forms.step(node, *word));
            next += 1;
        }
    }

    /// Notes a finite verb without the object pronoun at its end.
    fn verb(&self, clitics: Clitics, stem: Word, found: &mut Vec<Match>) {
        let Lexicon { forms, acts, encounters, .. } = self.lexicon;
        let finite = |sense: &Sense| match *sense {
            Sense::Verb(kind) => kind != VerbKind::Weak,
            Sense::Act(row) => acts.get(row as usize).is_some_and(|act| act.form.is_finite()),
            Sense::Encounter(row) => encounters.get(row as usize).is_some_and(|word| word.form.is_finite()),
            _ => false,
        };
        let senses = forms.ends_at(stem.opens);
        if senses.iter().any(finite) {
            found.push(Match { clitics, tokens: 1, node: stem.opens, senses, object: true });
        }
    }

    /// Whether a sense can stand after the clitics.
    fn fits(&self, clitics: Clitics, sense: Sense) -> bool {
        if clitics.future {
            return matches!(sense, Sense::Encounter(_) | Sense::Act(_) | Sense::Verb(_))
                && clitics.preposition.is_none();
        }
        let Some(preposition) = clitics.preposition else { return true };
        // "Baqir" is not "in" and "approved": no preposition stands before a verb, but for the "to" of purpose before its present.
        let Lexicon { acts, encounters, .. } = self.lexicon;
        let noun = match sense {
            Sense::Verb(_) => false,
            Sense::Act(row) => acts.get(row as usize).is_some_and(|act| !act.form.is_finite()),
            Sense::Encounter(row) => encounters.get(row as usize).is_some_and(|word| !word.form.is_finite()),
            _ => true,
        };
        noun || preposition == Preposition::For && !matches!(sense, Sense::Verb(_))
    }

    /// The letters of an abbreviation may have full stops between them.
    fn is_abbreviated(&self, at: usize) -> bool {
        let letter = |at: usize| self.tokens.get(at).is_some_and(|token| token.is_word() && token.len() <= 2);
        letter(at - 1) && self.tokens.get(at).is_some_and(|token| token.is_mark('.')) && letter(at + 1)
    }
}

/// Gives a word without an object pronoun at its end, in the ways that leave something of it, and without a joining "wa" or
/// "fa" at its front where there is one.
fn without_object(whole: Folded, mut give: impl FnMut(Clitics, Folded)) {
    /// With the letter that they end in.
    const PRONOUNS: [(char, &[&str]); 4] = [('ا', &["هما", "ها", "نا"]), ('م', &["هم"]), ('ي', &["ني"]), ('ه', &["ه"])];
    /// Two letters are no verb.
    const SHORTEST: u32 = 3;
    let Some((_, pronouns)) = PRONOUNS.iter().find(|(last, _)| whole.ends_with(*last)) else { return };
    let joined = whole.without('و').or_else(|| whole.without('ف'));
    let joined = joined.map(|rest| (Clitics { conjunction: true, ..Clitics::default() }, rest));
    for (clitics, word) in std::iter::once((Clitics::default(), whole)).chain(joined) {
        for stem in pronouns.iter().filter_map(|pronoun| word.without_ending(pronoun)) {
            if stem.len() >= SHORTEST {
                give(clitics, stem);
            }
        }
    }
}

/// Gives the ways to take clitics off a word, and what each leaves of it.
fn strip(word: Folded, mut give: impl FnMut(Clitics, Folded)) {
    let joined = word.without('و').or_else(|| word.without('ف'));
    if let Some(rest) = joined {
        let conjunction = Clitics { conjunction: true, ..Clitics::default() };
        give(conjunction, rest);
        strip_prefix(rest, conjunction, &mut give);
    } else {
        strip_prefix(word, Clitics::default(), &mut give);
    }
}

/// The same for a preposition or the mark of the future, behind what may join the word.
fn strip_prefix(word: Folded, clitics: Clitics, give: &mut impl FnMut(Clitics, Folded)) {
    let with = |preposition| Clitics { preposition: Some(preposition), ..clitics };
    if let Some(rest) = word.without('ل') {
        // Behind "li" the article loses its alef.
        if let Some(rest) = rest.without('ل').and_then(Folded::with_article) {
            give(with(Preposition::For), rest);
        }
        give(with(Preposition::For), rest);
    } else if let Some(rest) = word.without('ب') {
        give(with(Preposition::By), rest);
    } else if let Some(rest) = word.without('ك') {
        give(with(Preposition::As), rest);
    } else if let Some(rest) = word.without('س') {
        give(Clitics { future: true, ..clitics }, rest);
    }
}
