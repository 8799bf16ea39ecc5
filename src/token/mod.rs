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

const TA_MARBUTA: char = '\u{0629}';

fn is_letter(c: char) -> bool {
    match c {
        // The Arabic block's letters and marks, without the search through all of Unicode.
        '\u{0620}'..='\u{065f}' | '\u{066e}'..='\u{06d3}' => true,
        _ => c.is_alphabetic() || is_mark(c),
    }
}

/// Cuts a text into tokens. Positions are 32 bits wide: the parser's limit sees to it that they fit.
pub(crate) fn tokenize(source: &str) -> Vec<Token> {
    let mut tokens = Vec::with_capacity(source.len() / 7);
    let mut chars = source.char_indices().peekable();
    let mut spaced = false;
    while let Some((start, c)) = chars.next() {
        let mut end = start + c.len_utf8();
        let kind = if c == '\n' || c == '\r' {
            if c == '\r' {
                if let Some(&(at, '\n')) = chars.peek() {
                    chars.next();
                    end = at + 1;
                }
            }
            Kind::LineEnd
        } else if c.is_whitespace() {
            spaced = true;
            continue;
        } else if is_invisible(c) {
            continue;
        } else if let Some(first) = digit(c) {
            let mut value = first;
            while let Some(&(at, c)) = chars.peek() {
                let Some(next) = digit(c) else { break };
                value = value.saturating_mul(10).saturating_add(next);
                end = at + c.len_utf8();
                chars.next();
            }
            Kind::Number(value)
        } else if is_letter(c) {
            let mut last = c;
            while let Some(&(at, c)) = chars.peek() {
                // A zero-width joiner or non-joiner binds the parts of one word.
                if !is_letter(c) && !matches!(c, '\u{200c}' | '\u{200d}') {
                    break;
                }
                // A ta marbuta closes its word: what is written on behind it has only lost its space.
                if last == TA_MARBUTA && !is_mark(c) && !is_invisible(c) {
                    break;
                }
                last = if is_mark(c) { last } else { c };
                end = at + c.len_utf8();
                chars.next();
            }
            // Tatweel behind a whole word is a dash drawn with the wrong key, as a run of it alone is.
            let run = source.get(start..end).unwrap_or("");
            let bare = run.trim_end_matches('\u{0640}');
            if bare.len() < run.len() && bare.chars().filter(|c| !is_mark(*c)).count() >= 3 {
                tokens.push(Token { start: start as u32, end: (start + bare.len()) as u32, kind: Kind::Word, spaced });
                tokens.push(Token {
                    start: (start + bare.len()) as u32,
                    end: end as u32,
                    kind: Kind::Mark('-'),
                    spaced: false,
                });
                spaced = false;
                continue;
            }
            if source.get(start..end).is_some_and(|run| run.chars().all(is_mark)) {
                Kind::Mark('-')
            } else {
                Kind::Word
            }
        } else {
            Kind::Mark(c)
        };
        tokens.push(Token { start: start as u32, end: end as u32, kind, spaced });
        spaced = false;
    }
    tokens
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
}
