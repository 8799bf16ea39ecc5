//! Names of people compared.

use super::people::words_of;
use crate::grammar::arabic;
use crate::lexicon::{Cue, Sense, Tagged};
use crate::model::Span;
use crate::token::fold::fold_into;

/// A name as it is compared: its words folded, without the particles that only link them.
#[derive(Debug, Clone, Default)]
pub(super) struct Name {
    /// The words, a space between two.
    words: String,
    /// Which words are told to be a father's name, a bit each; then the first is the person's own.
    fathers: u32,
    /// Whether it begins with "son of": "Ben Ali".
    opens_with_father: bool,
    pub(super) sketch: Sketch,
}

impl Name {
    pub(super) fn of(text: &Tagged<'_>, name: Span) -> Self {
        let mut own = Self { words: String::with_capacity(name.end - name.start), ..Self::default() };
        for at in words_of(text, name) {
            let Some(token) = text.token(at).filter(|token| token.is_word()) else { continue };
            if text.any(at, |c, s| c.is_none() && s == Sense::Cue(Cue::Patronymic)) {
                own.fathers |= 1u32.checked_shl(own.len() as u32).unwrap_or_default();
                own.opens_with_father |= own.len() == 0;
                continue;
            }
            let Some(word) = text.source.get((token.start as usize).max(name.start)..token.end as usize) else {
                continue;
            };
            if own.len() > 0 {
                own.words.push(' ');
            }
            let from = own.words.len();
            fold_into(word, &mut own.words);
            own.sketch.add(own.words.get(from..).unwrap_or(""));
        }
        own
    }

    /// How many words it has.
    pub(super) fn len(&self) -> usize {
        self.sketch.words
    }

    /// Whether a father's name behind the person's own is told to be one.
    pub(super) fn has_father(&self) -> bool {
        self.fathers >> 1 != 0
    }

    /// Whether another name begins with what is a father's in this one, and not as this one does: "Hussein bin Abdullah" is not
    /// "Abdullah".
    fn is_child_of(&self, other: &Self) -> bool {
        let is_first = |word: &str| other.words().next() == Some(word);
        let father = |nth: usize| nth > 0 && self.fathers.checked_shr(nth as u32).is_some_and(|bits| bits & 1 != 0);
        !other.opens_with_father
            && !self.words().next().is_some_and(is_first)
            && self.words().enumerate().any(|(nth, word)| father(nth) && is_first(word))
    }

    fn words(&self) -> impl Iterator<Item = &str> {
        let mut rest = Some(self.words.as_str()).filter(|_| self.len() > 0);
        std::iter::from_fn(move || {
            let text = rest?;
            let end = text.bytes().position(|byte| byte == b' ');
            rest = end.and_then(|end| text.get(end + 1..));
            text.get(..end.unwrap_or(text.len()))
        })
    }

    /// Whether two names can be one person's: the words of the shorter all stand in the longer, in order.
    pub(super) fn agrees(&self, other: &Self) -> bool {
        if !self.sketch.may_agree(&other.sketch) {
            return false;
        }
        let (short, long) = if self.len() <= other.len() { (self, other) } else { (other, self) };
        let mut rest = long.words();
        if !short.words().all(|word| rest.any(|other| close(other, word))) {
            return false;
        }
        // "Khalid bin Mohammed bin Zayed" is the son of "Mohammed bin Zayed".
        let begin_alike = || long.words().zip(short.words()).take(1).all(|(a, b)| close(a, b));
        if short.has_father() && long.has_father() && !begin_alike() || long.is_child_of(short) {
            return false;
        }
        short.len() > 1
            || long.words().last().is_some_and(|last| short.words().next().is_some_and(|word| close(word, last)))
            || long.words().next() == short.words().next()
            || long.len() > 2
    }
}

/// What tells most names apart at a glance: the ends of their words.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Sketch {
    /// How many words there are.
    words: usize,
    /// The marks of all of them.
    begins: u64,
    ends: u64,
    /// The first words, one by one.
    first: [Ends; 3],
}

impl Sketch {
    fn add(&mut self, word: &str) {
        let word = Ends::of(arabic::without_article(word));
        self.begins |= word.begins;
        self.ends |= word.ends;
        if let Some(first) = self.first.get_mut(self.words) {
            *first = word;
        }
        self.words += 1;
    }

    /// Whether there is no name at all.
    pub(super) fn is_empty(&self) -> bool {
        self.words == 0
    }

    /// Whether the names may agree: every word of the shorter may be close to one of the longer.
    pub(super) fn may_agree(&self, other: &Self) -> bool {
        if self.begins & other.begins | self.ends & other.ends == 0 {
            return false;
        }
        let (short, long) = if self.words <= other.words { (self, other) } else { (other, self) };
        let mut words = short.first.iter().take(short.words);
        let marked = |word: &Ends| word.begins & long.begins != 0 || word.ends & long.ends != 0;
        let is_in = |word: &Ends| long.first.iter().take(long.words).any(|other| word.may_be_close(other));
        words.clone().all(marked) && (long.words > long.first.len() || words.all(is_in))
    }
}

/// How a word begins and ends.
///
/// Of two words that differ in one letter the others stand before it or behind it, four at least: so they have the first three
/// letters in common, the last three, or two at either end.
#[derive(Debug, Clone, Copy, Default)]
struct Ends {
    /// A mark for the first two letters, one of 64, and one for the last two.
    begins: u64,
    ends: u64,
    /// The first three letters, the last three, and the two at either end, six bits each.
    letters: u64,
}

impl Ends {
    const FRONT: u64 = (1 << 18) - 1;
    const BACK: u64 = Self::FRONT << 18;
    const BOTH: u64 = !(Self::FRONT | Self::BACK);

    fn of(word: &str) -> Self {
        const TWO: u64 = (1 << 12) - 1;
        let pack = |sum, (nth, c): (usize, char)| sum | (c as u64 & 0x3f) << (6 * nth);
        let front = word.chars().take(3).enumerate().fold(0, pack);
        let back = word.chars().rev().take(3).enumerate().fold(0, pack);
        let mark = |letters: u64| 1 << (((letters & 0x3f) * 7 + (letters >> 6 & 0x3f)) % u64::from(u64::BITS));
        let letters = front | back << 18 | (front & TWO) << 36 | (back & TWO) << 48;
        Self { begins: mark(front), ends: mark(back), letters }
    }

    fn may_be_close(&self, other: &Self) -> bool {
        let differing = self.letters ^ other.letters;
        [Self::FRONT, Self::BACK, Self::BOTH].iter().any(|part| differing & part == 0)
    }
}

/// The same word, or one that differs by the article or one letter of a long one: of five letters.
fn close(a: &str, b: &str) -> bool {
    let (a, b) = (arabic::without_article(a), arabic::without_article(b));
    if a == b {
        return true;
    }
    // The cheapest question first: five letters have as many bytes, and one letter has four at most.
    if a.len().min(b.len()) < 5 || a.len().abs_diff(b.len()) > 4 {
        return false;
    }
    // Only words that begin or end alike are looked at letter by letter.
    if a.chars().next() != b.chars().next() && a.chars().next_back() != b.chars().next_back() {
        return false;
    }
    let (of_a, of_b) = middles(a, b);
    let one_at_most = |letters: &str| letters.chars().nth(1).is_none();
    let long = |word: &str| word.chars().nth(4).is_some();
    one_at_most(of_a) && one_at_most(of_b) && long(a) && long(b)
}

/// What is left of two words without the letters that both begin with, and those that both end with.
fn middles<'w>(a: &'w str, b: &'w str) -> (&'w str, &'w str) {
    let same = |(x, y): &(char, char)| x == y;
    let front: usize = a.chars().zip(b.chars()).take_while(same).map(|(x, _)| x.len_utf8()).sum();
    let (a, b) = (a.get(front..).unwrap_or(""), b.get(front..).unwrap_or(""));
    let back: usize = a.chars().rev().zip(b.chars().rev()).take_while(same).map(|(x, _)| x.len_utf8()).sum();
    (a.get(..a.len() - back).unwrap_or(""), b.get(..b.len() - back).unwrap_or(""))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lexicon;
    use crate::token::tokenize;

    fn name(text: &str) -> Name {
        let tagged = Tagged::new(text, tokenize(text), Lexicon::arabic());
        Name::of(&tagged, Span { start: 0, end: text.len() })
    }

    #[test]
    fn one_letter_and_the_article_make_no_other_name() {
        for (a, b) in [
            ("محمد الحمادي", "محمد حمادي"),
            ("سيرغي لافروف", "سيرجي لافروف"),
            ("لافروف", "سيرغي لافروف"),
            ("خالد بن سالم الحربي", "خالد الحربي"),
        ] {
            assert!(name(a).agrees(&name(b)) && name(b).agrees(&name(a)), "{a}, {b}");
        }
        for (a, b) in [("محمد الحمادي", "أحمد الحمادي"), ("سيرغي لافروف", "لافروف سيرغي"), ("", "")]
        {
            assert!(!name(a).agrees(&name(b)), "{a}, {b}");
        }
    }

    #[test]
    fn a_son_is_not_his_father() {
        for (son, father) in [
            ("منصور بن حمدان بن راشد آل مكتوم", "حمدان بن راشد آل مكتوم"),
            ("منصور بن حمدان بن راشد آل مكتوم", "حمدان بن راشد"),
            ("الحسين بن عبدالله الثاني", "عبدالله الثاني"),
            ("محمد بن سلمان", "سلمان"),
        ] {
            assert!(!name(son).agrees(&name(father)) && !name(father).agrees(&name(son)), "{son}, {father}");
        }
        assert!(name("حمدان بن راشد").agrees(&name("حمدان بن راشد آل مكتوم")));
        assert!(name("بن سلمان").agrees(&name("محمد بن سلمان")));
        assert!(name("آل مكتوم").agrees(&name("حمدان بن راشد آل مكتوم")));
    }
}
