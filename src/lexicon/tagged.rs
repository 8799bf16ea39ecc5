//! A text with its words looked up.

use super::{Lexicon, Origin, Sense, Speaker, VerbKind};
use crate::token::fold::fold_into;
use crate::token::{Kind, TA_MARBUTA, Token};

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

impl Preposition {
    fn of(letter: char) -> Option<Self> {
        match letter {
            'ب' => Some(Self::By),
            'ل' => Some(Self::For),
            'ك' => Some(Self::As),
            _ => None,
        }
    }
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

/// A form found in the text: it begins at the token it is listed under.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Match {
    pub(crate) clitics: Clitics,
    /// One past the last token.
    pub(crate) end: u32,
    node: u32,
    /// Whether the word opens with the letters of the article, written as the article is.
    article: bool,
    /// Whether an object pronoun has been taken off its end: then it is a verb.
    object: bool,
}

/// A text, its tokens, and every form that begins at each.
#[derive(Debug)]
pub(crate) struct Tagged<'t> {
    pub(crate) source: &'t str,
    pub(crate) tokens: Vec<Token>,
    pub(crate) lexicon: &'static Lexicon,
    matches: Vec<Match>,
    /// Where each token's matches begin; one entry more than there are tokens.
    first: Vec<u32>,
}

/// What may be taken off the front of a word: clitics, and the bytes of the folded word they take.
type Stripped = (Clitics, usize, bool);

impl<'t> Tagged<'t> {
    pub(crate) fn new(source: &'t str, tokens: Vec<Token>, lexicon: &'static Lexicon) -> Self {
        let mut folded = String::with_capacity(source.len());
        let mut ids = Vec::with_capacity(tokens.len());
        let mut ranges = Vec::with_capacity(tokens.len());
        for token in &tokens {
            let from = folded.len();
            if token.is_word() {
                fold_into(source.get(token.start as usize..token.end as usize).unwrap_or(""), &mut folded);
            }
            ids.push(lexicon.word(folded.get(from..).unwrap_or("")));
            ranges.push(from..folded.len());
        }
        let mut matches = Vec::with_capacity(tokens.len());
        let mut first = Vec::with_capacity(tokens.len() + 1);
        let mut stems = String::new();
        let walk = Walk { lexicon, tokens: &tokens, ids: &ids };
        for (at, range) in ranges.iter().enumerate() {
            first.push(matches.len() as u32);
            let word = folded.get(range.clone()).unwrap_or("");
            if word.is_empty() {
                continue;
            }
            let from = matches.len();
            let whole = ids.get(at).copied().unwrap_or(0);
            let article = tokens.get(at).and_then(|t| source.get(t.start as usize..)).is_some_and(opens_with_article);
            walk.from(at, whole, Clitics::default(), article, &mut matches);
            // A word that is known as it stands keeps that reading against the clitics' one, unless
            // the clitics' one covers more words, or the known one is only a name.
            let settled = matches.get(from..).unwrap_or(&[]).iter().any(|found| {
                found.end == at as u32 + 1
                    && lexicon.ends_at(found.node).iter().any(|s| !matches!(s, Sense::Name | Sense::Agency(_)))
            });
            for (clitics, taken, article) in strip(word) {
                let Some(rest) = word.get(taken..) else { continue };
                let id = if article {
                    stems.clear();
                    stems.push_str("ال");
                    stems.push_str(rest);
                    lexicon.word(&stems)
                } else {
                    lexicon.word(rest)
                };
                let before = matches.len();
                walk.from(at, id, clitics, true, &mut matches);
                if settled {
                    let mut kept = before;
                    for index in before..matches.len() {
                        if matches.get(index).is_some_and(|found| found.end > at as u32 + 1) {
                            matches.swap(kept, index);
                            kept += 1;
                        }
                    }
                    matches.truncate(kept);
                }
            }
            if matches.len() == from {
                let source = tokens.get(at).and_then(|t| source.get(t.start as usize..t.end as usize)).unwrap_or("");
                for (clitics, stem) in without_object(word, source) {
                    walk.verb(at, lexicon.word(stem), clitics, &mut matches);
                }
            }
            if let Some(here) = matches.get_mut(from..) {
                here.sort_by_key(|found| std::cmp::Reverse(found.end));
            }
        }
        first.push(matches.len() as u32);
        Self { source, tokens, lexicon, matches, first }
    }

    /// The forms that begin at a token, longest first, fewer clitics first.
    pub(crate) fn at(&self, token: usize) -> &[Match] {
        let from = self.first.get(token).copied().unwrap_or(0) as usize;
        let to = self.first.get(token + 1).copied().unwrap_or(0) as usize;
        self.matches.get(from..to).unwrap_or(&[])
    }

    /// The senses of a form found, as they count here.
    pub(crate) fn senses(&self, found: Match) -> impl Iterator<Item = Sense> + '_ {
        self.lexicon.ends_at(found.node).iter().filter_map(move |sense| match sense {
            Sense::Act(row) if found.object && !self.is_joint(*row) => Some(*sense),
            // Whom an encounter was with, or what was discussed, is not told here where it is but a pronoun.
            Sense::Verb(_) | Sense::Encounter(_) | Sense::Act(_) if found.object => Some(Sense::Verb(VerbKind::Do)),
            _ if found.object => None,
            Sense::DefiniteNoun if found.article => Some(Sense::Noun),
            Sense::DefiniteNoun => None,
            sense => Some(*sense),
        })
    }

    fn is_joint(&self, act: u16) -> bool {
        self.lexicon.acts.get(act as usize).is_some_and(|act| act.speaker == Speaker::Joint)
    }

    /// Where the senses of a form found come from, with each sense.
    pub(crate) fn origins(&self, found: Match) -> impl Iterator<Item = (Sense, Origin)> + '_ {
        let origins = Lexicon::arabic_origins();
        self.lexicon
            .ends_at(found.node)
            .iter()
            .filter_map(move |sense| origins.of(found.node, *sense).map(|row| (*sense, row)))
    }

    /// The longest form at a token that has a sense for which `pick` answers.
    pub(crate) fn find<T>(
        &self,
        token: usize,
        mut pick: impl FnMut(Clitics, Sense) -> Option<T>,
    ) -> Option<(T, usize, Clitics)> {
        self.at(token).iter().find_map(|found| {
            self.senses(*found)
                .find_map(|sense| pick(found.clitics, sense))
                .map(|value| (value, found.end as usize, found.clitics))
        })
    }

    /// Whether any form at a token has a sense for which `is` holds.
    pub(crate) fn any(&self, token: usize, mut is: impl FnMut(Clitics, Sense) -> bool) -> bool {
        self.find(token, |clitics, sense| is(clitics, sense).then_some(())).is_some()
    }

    /// Whether a word behind a joining "wa" has the article: not when the letters are its own, as in
    /// "commitments", which the tables then know with them and not without.
    pub(crate) fn has_joined_article(&self, token: usize) -> bool {
        let Some(rest) = self.text(token).strip_prefix('و') else { return false };
        let Some(stem) = rest.strip_prefix("ال") else { return false };
        let known = |word: &str| self.lexicon.word(&crate::token::fold::fold(word)) != 0;
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
    let mut letters = text.chars().filter(|c| !crate::token::fold::is_mark(*c));
    letters.next() == Some('ا') && letters.next() == Some('ل')
}

/// The way through the trie from the tokens of one text.
struct Walk<'w> {
    lexicon: &'w Lexicon,
    tokens: &'w [Token],
    ids: &'w [u32],
}

impl Walk<'_> {
    /// Follows the trie from a token on, whose word is `first` without its clitics, and notes every
    /// form that ends on the way.
    fn from(&self, at: usize, first: u32, clitics: Clitics, article: bool, matches: &mut Vec<Match>) {
        let Some(mut node) = self.lexicon.step(0, first) else { return };
        let mut next = at + 1;
        loop {
            if self.lexicon.ends_at(node).iter().any(|sense| fits(clitics, *sense)) {
                matches.push(Match { clitics, end: next as u32, node, article, object: false });
            }
            next += usize::from(self.is_abbreviated(next));
            let word = self.tokens.get(next).filter(|token| token.kind == Kind::Word);
            let Some(id) = word.and_then(|_| self.ids.get(next)) else { return };
            let Some(to) = self.lexicon.step(node, *id) else { return };
            node = to;
            next += 1;
        }
    }

    /// Notes a finite verb without the object pronoun at its end.
    fn verb(&self, at: usize, stem: u32, clitics: Clitics, matches: &mut Vec<Match>) {
        let Some(node) = self.lexicon.step(0, stem) else { return };
        let finite = |sense: &Sense| match *sense {
            Sense::Verb(kind) => kind != VerbKind::Weak,
            Sense::Act(row) => self.lexicon.acts.get(row as usize).is_some_and(|act| act.form.is_finite()),
            Sense::Encounter(row) => {
                self.lexicon.encounters.get(row as usize).is_some_and(|word| word.form.is_finite())
            }
            _ => false,
        };
        if self.lexicon.ends_at(node).iter().any(finite) {
            matches.push(Match { clitics, end: at as u32 + 1, node, article: false, object: true });
        }
    }

    /// The letters of an abbreviation may have full stops between them.
    fn is_abbreviated(&self, at: usize) -> bool {
        let letter = |at: usize| self.tokens.get(at).is_some_and(|token| token.is_word() && token.len() <= 2);
        letter(at - 1) && self.tokens.get(at).is_some_and(|token| token.is_mark('.')) && letter(at + 1)
    }
}

/// Whether a sense can stand after the clitics.
fn fits(clitics: Clitics, sense: Sense) -> bool {
    if clitics.future {
        return matches!(sense, Sense::Encounter(_) | Sense::Act(_) | Sense::Verb(_)) && clitics.preposition.is_none();
    }
    if clitics.preposition.is_some() {
        return !matches!(sense, Sense::Verb(_));
    }
    true
}

/// A word without an object pronoun at its end, in the ways that leave something of it, and without a joining "wa" or "fa"
/// at its front where there is one. `source` is the word as written: a ta marbuta is no pronoun.
fn without_object<'w>(word: &'w str, source: &str) -> impl Iterator<Item = (Clitics, &'w str)> {
    const PRONOUNS: [&str; 6] = ["هما", "ها", "هم", "نا", "ني", "ه"];
    /// Two letters are no verb.
    const SHORTEST: usize = 3 * 2;
    let feminine = source.ends_with(TA_MARBUTA);
    let joined = Clitics { conjunction: true, ..Clitics::default() };
    let wholes = [Some((Clitics::default(), word)), word.strip_prefix(['و', 'ف']).map(|rest| (joined, rest))];
    wholes.into_iter().flatten().filter(move |_| !feminine).flat_map(|(clitics, whole)| {
        PRONOUNS.iter().filter_map(move |pronoun| {
            let stem = whole.strip_suffix(pronoun).filter(|stem| stem.len() >= SHORTEST)?;
            Some((clitics, stem))
        })
    })
}

/// The ways to take clitics off a folded word: (clitics, bytes taken, an article to put back).
fn strip(word: &str) -> impl Iterator<Item = Stripped> + use<> {
    let mut ways: [Option<Stripped>; 6] = [None; 6];
    let mut count = 0;
    let mut push = |way: Stripped| {
        if let Some(slot) = ways.get_mut(count) {
            *slot = Some(way);
            count += 1;
        }
    };
    let mut starts = [(Clitics::default(), 0usize), (Clitics::default(), usize::MAX)];
    if matches!(word.chars().next(), Some('و' | 'ف')) {
        let clitics = Clitics { conjunction: true, ..Clitics::default() };
        push((clitics, 2, false));
        starts[1] = (clitics, 2);
    }
    for (clitics, from) in starts {
        let Some(rest) = word.get(from..) else { continue };
        let mut chars = rest.chars();
        match (chars.next(), chars.next()) {
            (Some('ل'), Some('ل')) => {
                push((Clitics { preposition: Some(Preposition::For), ..clitics }, from + 4, true));
                push((Clitics { preposition: Some(Preposition::For), ..clitics }, from + 2, false));
            }
            (Some(letter @ ('ب' | 'ل' | 'ك')), _) => {
                push((Clitics { preposition: Preposition::of(letter), ..clitics }, from + 2, false));
            }
            (Some('س'), _) => push((Clitics { future: true, ..clitics }, from + 2, false)),
            _ => {}
        }
    }
    ways.into_iter().flatten()
}
