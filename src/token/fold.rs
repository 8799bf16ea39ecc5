//! The comparison form of a word.
//!
//! Follows the folding that search engines use for Arabic: vowel marks and tatweel go, the seats of
//! hamza and the forms of alef become one, final ya and ta marbuta are unified, Persian letters take
//! their Arabic shape, presentation forms are decomposed, Latin is lower-cased.

use super::TA_MARBUTA;
use unicode_normalization::char::decompose_compatible;

/// Vowel marks, Quranic marks and tatweel: part of a word, no part of its comparison form.
pub(crate) const fn is_mark(c: char) -> bool {
    matches!(c, '\u{0610}'..='\u{061a}' | '\u{0640}' | '\u{064b}'..='\u{065f}' | '\u{0670}' | '\u{06d6}'..='\u{06ed}')
}

/// What stands in a word and is none of its letters: marks, and the space behind a joining "wa" written apart.
pub(crate) fn is_no_letter(c: char) -> bool {
    // Most are letters of the block, which one look tells.
    !matches!(c, '\u{0621}'..='\u{063a}' | '\u{0641}'..='\u{064a}') && (is_mark(c) || c.is_whitespace())
}

/// Characters that take no room: byte order mark, bidirectional controls, joiners.
pub(crate) fn is_invisible(c: char) -> bool {
    matches!(c, '\u{061c}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

const fn fold_char(c: char) -> char {
    match c {
        'أ' | 'إ' | 'آ' | 'ٱ' => 'ا',
        'ى' | 'ئ' | 'ی' | 'ې' => 'ي',
        'ؤ' => 'و',
        'ة' | 'ۀ' | 'ە' | 'ھ' | 'ہ' => 'ه',
        'ک' | 'ڪ' => 'ك',
        'گ' => 'ك',
        _ => c,
    }
}

/// Gives the letters that stand for a letter in the comparison form: one as a rule, none for a mark.
fn fold_letter(c: char, mut give: impl FnMut(char)) {
    match c {
        // Most are letters of the block, which one look tells.
        '\u{0621}'..='\u{063a}' | '\u{0641}'..='\u{064a}' => give(fold_char(c)),
        _ if is_mark(c) || is_invisible(c) => {}
        '\u{0600}'..='\u{06ff}' => give(fold_char(c)),
        '\0'..='\u{7f}' => give(c.to_ascii_lowercase()),
        '\u{fb50}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}' => decompose_compatible(c, |part| {
            if !is_mark(part) && !part.is_whitespace() {
                give(fold_char(part));
            }
        }),
        _ => c.to_lowercase().for_each(give),
    }
}

/// Appends the comparison form of `word` to `out`.
pub(crate) fn fold_into(word: &str, out: &mut String) {
    word.chars().for_each(|c| fold_letter(c, |letter| out.push(letter)));
}

/// The comparison form of `word`.
pub(crate) fn fold(word: &str) -> String {
    let mut out = String::with_capacity(word.len());
    fold_into(word, &mut out);
    out
}

/// The comparison form of a word as a number, six bits a letter: what words are looked up by.
///
/// The first letter stands lowest, so that what is written together with a word comes off by a shift. There is room
/// for Arabic and Latin letters and for twenty of them; no table knows another word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub(crate) struct Folded {
    low: u64,
    high: u64,
}

impl Folded {
    const BITS: u32 = 6;
    const LETTERS_OF_HALF: u32 = 10;
    const MASK: u64 = (1 << Self::BITS) - 1;

    /// The comparison form of a word; none for a word that has no room in it.
    pub(crate) fn of(word: &str) -> Option<Self> {
        match Self::run(word) {
            (folded, end, _) if end == word.len() => Some(folded),
            _ => Self::of_any(word),
        }
    }

    /// The comparison form of the first word of a form in a table, and the form from the mark behind it on.
    pub(crate) fn first(form: &str) -> (Option<Self>, &str) {
        let (folded, end, _) = Self::run(form);
        let rest = form.get(end..).unwrap_or("");
        if matches!(rest.as_bytes(), [] | [b' ' | b'|', ..]) {
            return (Some(folded), rest);
        }
        let (word, rest) = form.split_at(form.find([' ', '|']).unwrap_or(form.len()));
        (Self::of_any(word), rest)
    }

    /// The comparison form of the Arabic letters that a text opens with and of the marks on them, up to a ta marbuta, which
    /// closes a word, and as far as there is room; how many bytes they take, as a rule the whole word; and whether any is marked.
    pub(crate) fn run(text: &str) -> (Self, usize, bool) {
        const MOST: usize = 2 * Folded::LETTERS_OF_HALF as usize;
        const HALF: u32 = Folded::LETTERS_OF_HALF * Folded::BITS;
        // Every letter comes in at the top, above those before it: in the end the first is brought down to its place.
        let mut letters = 0_u128;
        let mut put = |code| letters = letters >> Self::BITS | u128::from(code) << (2 * HALF - Self::BITS);
        let (mut pairs, mut marks) = (0, 0);
        let longest = text.as_bytes().get(..2 * MOST).unwrap_or(text.as_bytes());
        for pair in longest.chunks_exact(2) {
            // The characters of the Arabic block, and only they, are written with these first bytes.
            let &[lead @ 0xd8..=0xdb, follow] = pair else { break };
            let code = CODES.get(usize::from(lead << 6 | follow & 0x3f)).copied().unwrap_or(NONE);
            if code >= CLOSING {
                match code {
                    NONE => break,
                    MARK => marks += 1,
                    _ => {
                        put(code & !CLOSING);
                        pairs += 1;
                        break;
                    }
                }
            } else {
                put(code);
            }
            pairs += 1;
        }
        let letters = letters >> ((MOST + marks - pairs) as u32 * Self::BITS);
        (Self { low: letters as u64 & ((1 << HALF) - 1), high: (letters >> HALF) as u64 }, 2 * pairs, marks > 0)
    }

    /// The same of a word with letters from anywhere.
    fn of_any(word: &str) -> Option<Self> {
        let mut folded = Some(Self::default());
        let mut letters = 0;
        for c in word.chars().filter(|c| !c.is_whitespace()) {
            fold_letter(c, |letter| {
                folded = folded.and_then(|mut folded| folded.put(letters, code(letter)).map(|()| folded));
                letters += 1;
            });
        }
        folded
    }

    /// Writes the code of a letter into its place; none when it has no code or no place.
    fn put(&mut self, nth: u32, code: u8) -> Option<()> {
        match nth.checked_sub(Self::LETTERS_OF_HALF) {
            None => self.low |= u64::from(code) << (nth * Self::BITS),
            Some(nth) if nth < Self::LETTERS_OF_HALF => self.high |= u64::from(code) << (nth * Self::BITS),
            Some(_) => return None,
        }
        (code != 0).then_some(())
    }

    /// The rest of a word that opens with a letter.
    pub(crate) fn without(self, letter: char) -> Option<Self> {
        const ABOVE: u32 = Folded::BITS * (Folded::LETTERS_OF_HALF - 1);
        (self.low & Self::MASK == u64::from(code(letter))).then_some(Self {
            low: self.low >> Self::BITS | (self.high & Self::MASK) << ABOVE,
            high: self.high >> Self::BITS,
        })
    }

    /// Whether its last letter is this one.
    #[inline]
    pub(crate) fn ends_with(self, letter: char) -> bool {
        let half = if self.high == 0 { self.low } else { self.high };
        half.checked_ilog2().is_some_and(|top| half >> (top / Self::BITS * Self::BITS) == u64::from(code(letter)))
    }

    /// The word without its last letter, where it is this one.
    pub(crate) fn without_last(self, letter: char) -> Option<Self> {
        let last = self.len().checked_sub(1)?;
        let shift = last % Self::LETTERS_OF_HALF * Self::BITS;
        let half = if last < Self::LETTERS_OF_HALF { self.low } else { self.high };
        (half >> shift == u64::from(code(letter))).then_some(match last < Self::LETTERS_OF_HALF {
            true => Self { low: half & !(Self::MASK << shift), ..self },
            false => Self { high: half & !(Self::MASK << shift), ..self },
        })
    }

    /// The word without an ending that it has.
    pub(crate) fn without_ending(self, ending: &str) -> Option<Self> {
        ending.chars().rev().try_fold(self, Self::without_last)
    }

    pub(crate) fn is_empty(self) -> bool {
        self == Self::default()
    }

    /// How many letters it has.
    pub(crate) fn len(self) -> u32 {
        let letters = |half: u64| (u64::BITS - half.leading_zeros()).div_ceil(Self::BITS);
        if self.high == 0 { letters(self.low) } else { Self::LETTERS_OF_HALF + letters(self.high) }
    }

    /// The word without the article that it may open with.
    pub(crate) fn without_article(self) -> Self {
        self.without('ا').and_then(|rest| rest.without('ل')).unwrap_or(self)
    }

    /// The word that opens with a letter more; it must not be one of the longest.
    fn with(self, letter: char) -> Self {
        const ABOVE: u32 = Folded::BITS * (Folded::LETTERS_OF_HALF - 1);
        Self {
            low: (self.low << Self::BITS | u64::from(code(letter))) & ((1 << (ABOVE + Self::BITS)) - 1),
            high: self.high << Self::BITS | self.low >> ABOVE,
        }
    }

    /// The word with the article before it; none where that leaves it no room.
    pub(crate) fn with_article(self) -> Option<Self> {
        const WITHOUT_ROOM: u32 = 2 * Folded::LETTERS_OF_HALF - 2;
        (self.high >> (Self::BITS * (WITHOUT_ROOM - Self::LETTERS_OF_HALF)) == 0).then(|| self.with('ل').with('ا'))
    }
}

/// The code of a folded letter, 0 for what has none.
const fn code(c: char) -> u8 {
    match c {
        'ء'..='غ' => (c as u32 - 'ء' as u32) as u8 + 1,
        'ف'..='ي' => (c as u32 - 'ف' as u32) as u8 + 27,
        'a'..='z' => (c as u32 - 'a' as u32) as u8 + 37,
        _ => 0,
    }
}

/// Stands in [`CODES`] for what is passed over.
const MARK: u8 = u8::MAX;
/// Stands in it for what is no letter of a table's.
const NONE: u8 = u8::MAX - 1;
/// Stands in it above the code of the ta marbuta: no letter follows in its word.
const CLOSING: u8 = 1 << Folded::BITS;

/// The codes of the characters from U+0600 to U+06FF, folded.
const CODES: [u8; 256] = {
    let mut codes = [0; 256];
    let mut rest: &mut [u8] = &mut codes;
    let mut at = 0x600;
    while let [first, after @ ..] = rest {
        if let Some(c) = char::from_u32(at) {
            *first = match (c, code(fold_char(c))) {
                _ if is_mark(c) => MARK,
                (_, 0) => NONE,
                (TA_MARBUTA, code) => CLOSING | code,
                (_, code) => code,
            };
        }
        rest = after;
        at += 1;
    }
    codes
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_word_fold_alike() {
        for (a, b) in [
            ("أبريل", "إبريل"),
            ("كنجة", "كنجه"),
            ("رئیس", "رئيس"),
            ("حمـــاية", "حماية"),
            ("السُّلطان", "السلطان"),
            ("المتوسطى", "المتوسطي"),
            ("\u{fedf}\u{fe8e}", "لا"),
            ("GUAM", "guam"),
        ] {
            assert_eq!(fold(a), fold(b), "{a} {b}");
        }
    }

    #[test]
    fn the_packed_form_is_the_folded_one() {
        for word in ["", "و", "وللاستراتيجيات", "أبريل", "السُّلطان", "\u{fedf}\u{fe8e}", "GUAM", "ثيروفانانثابورام"]
        {
            let letters = fold(word);
            let mut rest = Folded::of(word).unwrap();
            for letter in letters.chars() {
                rest = rest.without(letter).unwrap_or_else(|| panic!("{word} has no {letter}"));
            }
            assert_eq!(rest, Folded::default(), "{word}");
        }
        assert_eq!(Folded::of("Гянджа"), None);
        assert_eq!(Folded::of(&"ب".repeat(21)), None);
        assert_eq!(Folded::of("المدينة"), Folded::of("المدينه"));
    }

    #[test]
    fn the_article_goes_back_where_it_was() {
        for word in ["للاستراتيجيات", "للب", "لل"] {
            let rest = Folded::of(word).and_then(|w| w.without('ل')).and_then(|w| w.without('ل')).unwrap();
            assert_eq!(rest.with_article(), Folded::of(&word.replacen("لل", "ال", 1)));
        }
    }

    #[test]
    fn an_ending_comes_off_wherever_it_stands() {
        for (word, ending) in [("استقبلهما", "هما"), ("قاله", "ه"), ("واستقبلناهما", "هما"), ("بالاستراتيجياتها", "ها")]
        {
            let stem = word.strip_suffix(ending).unwrap();
            assert_eq!(Folded::of(word).unwrap().without_ending(ending), Folded::of(stem), "{word}");
            assert_eq!(Folded::of(stem).unwrap().len() as usize, stem.chars().count());
        }
        assert_eq!(Folded::of("استقبل").unwrap().without_ending("ها"), None);
        assert_eq!(Folded::of("ه").unwrap().without_ending("ها"), None);
    }

    #[test]
    fn the_codes_of_the_block_are_those_of_its_letters() {
        for c in '\u{0600}'..='\u{06ff}' {
            let folded = fold(&c.to_string());
            let expected = match folded.chars().next().map_or(0, code) {
                0 if is_mark(c) => MARK,
                0 => NONE,
                code if c == TA_MARBUTA => CLOSING | code,
                code => code,
            };
            assert_eq!(CODES[c as usize & 0xff], expected, "{c:?}");
        }
    }
}
