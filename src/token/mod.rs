//! Words, numbers and marks with the bytes they stand on.
//!
//! Tokens are lossless in the sense that matters here: each knows its byte range in the source, and
//! nothing of the source is changed. Words are compared in a folded form that is made on demand by
//! [`fold::Folded`]; the folded form never reaches a result.

pub(crate) mod fold;

use fold::{is_invisible, is_mark};

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A run of letters with the marks on them.
    Word,
    /// A run of digits of one script; its value, saturated.
    Number(u32),
    /// One character that is neither.
    Mark(char),
    /// One end of line (`\n`, `\r\n` or `\r`).
    LineEnd,
}

/// One token of the source.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Token {
    pub(crate) start: u32,
    pub(crate) end: u32,
    pub(crate) kind: Kind,
    /// Whether white space stands before it on its line.
    pub(crate) spaced: bool,
}

impl Token {
    pub(crate) fn is_word(self) -> bool {
        self.kind == Kind::Word
    }

    pub(crate) fn is_mark(self, mark: char) -> bool {
        self.kind == Kind::Mark(mark)
    }

    pub(crate) fn number(self) -> Option<u32> {
        match self.kind {
            Kind::Number(value) => Some(value),
            _ => None,
        }
    }

    /// How many bytes the token covers.
    pub(crate) fn len(self) -> usize {
        (self.end - self.start) as usize
    }
}

/// The value of a decimal digit: Latin, Arabic-Indic or Persian.
fn digit(c: char) -> Option<u32> {
    match c {
        '0'..='9' => Some(c as u32 - '0' as u32),
        '٠'..='٩' => Some(c as u32 - '٠' as u32),
        '۰'..='۹' => Some(c as u32 - '۰' as u32),
        _ => None,
    }
}

/// The feminine ending: it closes its word.
pub(crate) const TA_MARBUTA: char = '\u{0629}';
const TA_MARBUTA_BYTES: [u8; 2] = [0xd8, 0xa9];
const TATWEEL: &str = "\u{0640}";

fn is_letter(c: char) -> bool {
    match c {
        '\0'..='\u{7f}' => c.is_ascii_alphabetic(),
        '\u{0600}'..='\u{06ff}' => ARABIC_LETTERS.get(c as usize & 0xff).is_some_and(|letter| *letter),
        _ => c.is_alphabetic() || is_mark(c),
    }
}

/// Which characters from U+0600 to U+06FF are letters and the marks on them: most text is made of these, and a search
/// through all of Unicode for each would be most of the work.
const ARABIC_LETTERS: [bool; 256] = {
    let mut letters = [false; 256];
    let mut rest: &mut [bool] = &mut letters;
    let mut at = 0;
    while let [first, after @ ..] = rest {
        *first = matches!(at, 0x10..=0x1a | 0x20..=0x5f | 0x6e..=0xd3 | 0xd5..=0xef | 0xfa..=0xfc | 0xff);
        rest = after;
        at += 1;
    }
    letters
};

/// Cuts a text into tokens. Positions are 32 bits wide: the parser's limit sees to it that they fit.
pub(crate) fn tokenize(source: &str) -> Vec<Token> {
    let mut tokens = Vec::with_capacity(source.len() / 8);
    let mut rest = source;
    let mut spaced = false;
    while let Some(c) = rest.chars().next() {
        let (kind, len) = if is_letter(c) {
            let word = joined(rest);
            // A run of tatweel alone is a dash drawn with the wrong key.
            (Some(if is_mark(c) && word.chars().all(is_mark) { Kind::Mark('-') } else { Kind::Word }), word.len())
        } else if c == '\n' || c == '\r' {
            (Some(Kind::LineEnd), if rest.starts_with("\r\n") { 2 } else { 1 })
        } else if c.is_whitespace() {
            spaced = true;
            (None, c.len_utf8())
        } else if is_invisible(c) {
            (None, c.len_utf8())
        } else if digit(c).is_some() {
            let (value, len) = number(rest);
            (Some(Kind::Number(value)), len)
        } else {
            (Some(Kind::Mark(c)), c.len_utf8())
        };
        if let Some(kind) = kind {
            let start = source.len() - rest.len();
            tokens.push(Token { start: start as u32, end: (start + len) as u32, kind, spaced });
            spaced = false;
        }
        rest = rest.get(len..).unwrap_or("");
    }
    tokens
}

/// The word that a text opens with. A joining "wa" that some agencies write apart is one word with what it joins.
fn joined(text: &str) -> &str {
    let first = word(text);
    let behind = text.get(first.len()..).unwrap_or("");
    let next = behind.trim_start_matches([' ', '\u{a0}']);
    if first != "و" || next.len() == behind.len() || !next.starts_with(|c| matches!(c, '\u{0620}'..='\u{064a}')) {
        return first;
    }
    let end = text.len() - next.len() + word(next).len();
    // One letter alone is an abbreviation's.
    let letters = word(next).chars().filter(|c| !is_mark(*c)).count();
    if letters >= 2 { text.get(..end).unwrap_or(first) } else { first }
}

/// The run of letters and marks that a text opens with.
fn word(text: &str) -> &str {
    let mut end = arabic_letters(text);
    let (run, behind) = text.as_bytes().split_at(end);
    // As a rule a space ends it, right there or behind the ta marbuta.
    let (closed, behind) = match behind.strip_prefix(&TA_MARBUTA_BYTES) {
        Some(behind) => (TA_MARBUTA_BYTES.len(), behind),
        None => (0, behind),
    };
    if matches!(behind, [] | [b' ' | b'.' | b'\n', ..]) && !(closed == 0 && run.ends_with(TATWEEL.as_bytes())) {
        return text.get(..end + closed).unwrap_or("");
    }
    let mut last = None;
    for c in text.get(end..).unwrap_or("").chars() {
        // A zero-width joiner or non-joiner binds the parts of one word.
        let binds = is_letter(c) || matches!(c, '\u{200c}' | '\u{200d}');
        // A ta marbuta closes its word: what is written on behind it has only lost its space.
        let closed = last == Some(TA_MARBUTA) && !is_mark(c) && !is_invisible(c);
        if !binds || closed {
            break;
        }
        last = if is_mark(c) { last } else { Some(c) };
        end += c.len_utf8();
    }
    let run = text.get(..end).unwrap_or("");
    // Tatweel behind a whole word is no part of it.
    let bare = run.trim_end_matches(TATWEEL);
    if bare.len() < run.len() && bare.chars().filter(|c| !is_mark(*c)).count() >= 3 { bare } else { run }
}

/// How many bytes of letters and marks of the Arabic block a text opens with, up to a ta marbuta: as a rule the whole
/// word. Each of them is two bytes.
fn arabic_letters(text: &str) -> usize {
    let letters = text.as_bytes().chunks_exact(2).take_while(|letter| match letter {
        [lead @ 0xd8..=0xdb, follow] if *letter != TA_MARBUTA_BYTES => {
            ARABIC_LETTERS.get(usize::from(lead << 6 | follow & 0x3f)).is_some_and(|letter| *letter)
        }
        _ => false,
    });
    2 * letters.count()
}

/// The number that a text opens with, saturated, and how many bytes it takes.
fn number(text: &str) -> (u32, usize) {
    text.chars()
        .map_while(|c| Some((digit(c)?, c.len_utf8())))
        .fold((0u32, 0), |(value, len), (digit, more)| (value.saturating_mul(10).saturating_add(digit), len + more))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(source: &str) -> Vec<&str> {
        tokenize(source).iter().map(|t| &source[t.start as usize..t.end as usize]).collect()
    }

    #[test]
    fn the_letters_known_at_once_are_letters() {
        for c in '\u{0600}'..='\u{06ff}' {
            assert_eq!(is_letter(c), c.is_alphabetic() || is_mark(c), "{c:?}");
            let known = arabic_letters(&c.to_string()) == 2;
            assert!(is_letter(c) || !known, "{c:?}");
        }
    }

    #[test]
    fn words_numbers_and_marks_are_cut_apart() {
        assert_eq!(texts("في17 نوفمبر/ وام/"), ["في", "17", "نوفمبر", "/", "وام", "/"]);
        assert_eq!(texts("1436هـ، ٢٩"), ["1436", "هـ", "،", "٢٩"]);
        assert_eq!(tokenize("٢٩")[0].kind, Kind::Number(29));
    }

    #[test]
    fn line_ends_of_all_systems_are_one_token() {
        assert_eq!(texts("ا\r\nب\nج\rد"), ["ا", "\r\n", "ب", "\n", "ج", "\r", "د"]);
    }

    #[test]
    fn marks_that_do_not_show_are_passed_over() {
        assert_eq!(texts("\u{feff}\u{200f}باكو\u{200e}،"), ["باكو", "،"]);
    }

    #[test]
    fn a_tatweel_alone_is_a_dash() {
        let tokens = tokenize("الدوحة ـ قنا");
        assert!(tokens[1].is_mark('-'));
        assert_eq!(texts("حمـــاية 1436هـ"), ["حمـــاية", "1436", "هـ"]);
        assert_eq!(texts("سعودــ حفظه"), ["سعود", "ــ", "حفظه"]);
    }

    #[test]
    fn a_joining_wa_written_apart_is_part_of_the_word_it_joins() {
        assert_eq!(texts("الوالي و الأمين العام"), ["الوالي", "و الأمين", "العام"]);
        assert_eq!(texts("و. يوهان و\nحضر و 3 أ و ب"), ["و", ".", "يوهان", "و", "\n", "حضر", "و", "3", "أ", "و", "ب"]);
    }
}
