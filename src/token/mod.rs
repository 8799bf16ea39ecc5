//! Words, numbers and marks with the bytes they stand on.
//!
//! Tokens are lossless in the sense that matters here: each knows its byte range in the source, and
//! nothing of the source is changed. Words are compared in a folded form, [`fold::Folded`], which is
//! made as they are cut and never reaches a result.

pub(crate) mod fold;

use fold::{Folded, is_invisible, is_mark};

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

/// A text cut into tokens.
#[derive(Debug)]
pub(crate) struct Tokens {
    pub(crate) list: Vec<Token>,
    /// The comparison form of each, empty for what is no word and for a word that no table can have.
    pub(crate) folded: Vec<Folded>,
}

impl Tokens {
    /// Leaves out all behind the first ones.
    pub(crate) fn truncate(&mut self, tokens: usize) {
        self.list.truncate(tokens);
        self.folded.truncate(tokens);
    }
}

/// Cuts a text into tokens. Positions are 32 bits wide: the parser's limit sees to it that they fit.
pub(crate) fn tokenize(source: &str) -> Tokens {
    let usual = source.len() / 8;
    let mut tokens = Tokens { list: Vec::with_capacity(usual), folded: Vec::with_capacity(usual) };
    let mut rest = source;
    let mut spaced = false;
    let width = wrapped_at(source);
    while let Some(c) = rest.chars().next() {
        if let Some(behind) = rest.strip_prefix(' ') {
            spaced = true;
            rest = behind;
            continue;
        }
        let mut folded = Folded::default();
        let word = joined(rest);
        let (kind, len) = if !word.text.is_empty() {
            folded = word.folded.or_else(|| Folded::of(word.text)).unwrap_or_default();
            // A run of tatweel alone is a dash drawn with the wrong key.
            let drawn = folded.is_empty() && word.text.chars().all(is_mark);
            let kind = if drawn { Kind::Mark('-') } else { Kind::Word };
            (Some(kind), word.text.len())
        } else if width.is_some_and(|width| is_wrap(source, source.len() - rest.len(), width)) {
            spaced = true;
            (None, c.len_utf8())
        } else if c == '\n' || c == '\r' {
            (Some(Kind::LineEnd), if rest.starts_with("\r\n") { 2 } else { 1 })
        } else if c.is_whitespace() {
            spaced = true;
            (None, c.len_utf8())
        } else if is_invisible(c) || is_tag(source, source.len() - rest.len()) {
            spaced |= c == '_';
            (None, c.len_utf8())
        } else if digit(c).is_some() {
            let (value, len) = number(rest);
            (Some(Kind::Number(value)), len)
        } else {
            (Some(Kind::Mark(c)), c.len_utf8())
        };
        if let Some(kind) = kind {
            let start = source.len() - rest.len();
            tokens.folded.push(folded);
            tokens.list.push(Token { start: start as u32, end: (start + len) as u32, kind, spaced });
            spaced = false;
        }
        rest = rest.get(len..).unwrap_or("");
    }
    tokens
}

/// Whether the character at a byte only makes a tag of the words round it: "#Kim_Jong_Un".
fn is_tag(source: &str, at: usize) -> bool {
    let Some((before, behind)) = source.split_at_checked(at) else { return false };
    match behind.strip_prefix(['#', '_']) {
        Some(rest) if rest.starts_with(is_letter) => behind.starts_with('#') || before.ends_with(is_letter),
        _ => false,
    }
}

/// A line longer than this, in characters, was not wrapped by hand.
const WIDEST: usize = 100;
/// A line shorter than this was not broken because it was full.
const NARROWEST: usize = 40;

/// A line without what does not show at its ends.
fn shown(line: &str) -> &str {
    line.trim_matches(|c: char| c.is_whitespace() || is_invisible(c))
}

/// How wide the lines are to which a text was wrapped, where it may have been: no line is longer, and several are.
fn wrapped_at(source: &str) -> Option<usize> {
    let mut widest = 0;
    let mut lines = 0;
    for line in source.lines() {
        let length = shown(line).chars().take(WIDEST + 1).count();
        if length > WIDEST {
            return None;
        }
        widest = widest.max(length);
        lines += usize::from(length > 0);
    }
    (lines > 2 && widest >= NARROWEST).then_some(widest)
}

/// Whether the line end at a byte only wraps a paragraph: the line before is no headline, it ends no sentence, and the word behind would
/// not have fitted on it.
fn is_wrap(source: &str, at: usize, width: usize) -> bool {
    let Some((before, behind)) = source.split_at_checked(at) else { return false };
    let Some(behind) = behind.trim_start_matches(['\r', ' ', '\t']).strip_prefix('\n') else { return false };
    let Some((above, line)) = before.trim_end().rsplit_once('\n') else { return false };
    if shown(above).is_empty() {
        return false;
    }
    let line = shown(line);
    let next = behind.lines().next().unwrap_or("").split_whitespace().next().unwrap_or("");
    let length = line.chars().count();
    let goes_on = line.ends_with(is_letter) && next.starts_with(is_letter);
    goes_on && length >= NARROWEST && length + 1 + next.chars().count() > width
}

/// A word as it is cut off a text.
#[derive(Debug, Clone, Copy)]
struct Word<'t> {
    text: &'t str,
    /// Its comparison form, where that was seen on the way.
    folded: Option<Folded>,
}

/// The word that a text opens with. A joining "wa" that some agencies write apart is one word with what it joins.
fn joined(text: &str) -> Word<'_> {
    let first = word(text);
    if first.text != "و" {
        return first;
    }
    let behind = text.get(first.text.len()..).unwrap_or("");
    let next = behind.trim_start_matches([' ', '\u{a0}']);
    if next.len() == behind.len() || !next.starts_with(|c| matches!(c, '\u{0620}'..='\u{064a}')) {
        return first;
    }
    let end = text.len() - next.len() + word(next).text.len();
    // One letter alone is an abbreviation's.
    let letters = word(next).text.chars().filter(|c| !is_mark(*c)).count();
    text.get(..end).filter(|_| letters >= 2).map_or(first, |text| Word { text, folded: None })
}

/// The accusative that a run of letters opens with, where more letters are written on behind its ending.
fn accusative(run: &str) -> Option<&str> {
    const TANWIN: char = '\u{064b}';
    const ALEF: char = 'ا';
    let (before, behind) = run.split_once(TANWIN)?;
    let alef = if before.ends_with(ALEF) { 0 } else { behind.strip_prefix(ALEF).map(|_| ALEF.len_utf8())? };
    let rest = behind.get(alef..)?;
    let letters = rest.chars().filter(|c| !is_mark(*c)).count();
    (letters > 1).then(|| run.get(..run.len() - rest.len())).flatten()
}

/// The run of letters and marks that a text opens with, empty where it opens with none.
fn word(text: &str) -> Word<'_> {
    let (folded, mut end, marked) = Folded::run(text);
    let run = text.get(..end).unwrap_or("");
    // An accusative that shows its ending is whole: what is written on behind it has only lost its space.
    if let Some(closed) = Some(run).filter(|_| marked).and_then(accusative) {
        return Word { text: closed, folded: None };
    }
    // As a rule a space ends it right there. A tatweel is one of its marks.
    let behind = text.as_bytes().get(end);
    if matches!(behind, None | Some(b' ' | b'.' | b'\n')) && !(marked && run.ends_with(TATWEEL)) {
        return Word { text: run, folded: Some(folded) };
    }
    if run.is_empty() && !text.starts_with(is_letter) {
        return Word { text: run, folded: None };
    }
    let mut last = run.ends_with(TA_MARBUTA).then_some(TA_MARBUTA);
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
    let is_trimmed = bare.len() < run.len() && bare.chars().filter(|c| !is_mark(*c)).count() >= 3;
    Word { text: if is_trimmed { bare } else { run }, folded: None }
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
        tokenize(source).list.iter().map(|t| &source[t.start as usize..t.end as usize]).collect()
    }

    #[test]
    fn the_letters_known_at_once_are_letters() {
        for c in '\u{0600}'..='\u{06ff}' {
            assert_eq!(is_letter(c), c.is_alphabetic() || is_mark(c), "{c:?}");
            let known = Folded::run(&c.to_string()).1 == 2;
            assert!(is_letter(c) || !known, "{c:?}");
        }
    }

    #[test]
    fn words_numbers_and_marks_are_cut_apart() {
        assert_eq!(texts("في17 نوفمبر/ وام/"), ["في", "17", "نوفمبر", "/", "وام", "/"]);
        assert_eq!(texts("1436هـ، ٢٩"), ["1436", "هـ", "،", "٢٩"]);
        assert_eq!(tokenize("٢٩").list[0].kind, Kind::Number(29));
    }

    #[test]
    fn line_ends_of_all_systems_are_one_token() {
        assert_eq!(texts("ا\r\nب\nج\rد"), ["ا", "\r\n", "ب", "\n", "ج", "\r", "د"]);
    }

    #[test]
    fn a_line_that_is_full_is_wrapped_and_not_ended() {
        let wrapped = "استقبال سفيرة بيرو\nاستقبل أمير منطقة الرياض في مكتبه بقصر الحكم اليوم سفيرة\nجمهورية بيرو لدى المملكة التي ودعته بمناسبة انتهاء فترة عملها\nسفيرة لبلادها .";
        let ends = |source: &str| tokenize(source).list.iter().filter(|token| token.kind == Kind::LineEnd).count();
        assert_eq!(ends(wrapped), 1);
        assert_eq!(ends(&wrapped.replace('\n', " \r\n ")), 1);
        // A subheading is no full line, and a paragraph of many words is no wrapped one.
        assert_eq!(
            ends(
                "خبر\nمحاور اللقاء الأول بين الوزيرين في الرياض\nاستقبل أمير المنطقة اليوم في مكتبه بقصر الحكم سفيرة بيرو لدى المملكة.\nوبحثا"
            ),
            3
        );
    }

    #[test]
    fn marks_that_do_not_show_are_passed_over() {
        assert_eq!(texts("\u{feff}\u{200f}باكو\u{200e}،"), ["باكو", "،"]);
    }

    #[test]
    fn an_accusative_that_shows_its_ending_is_whole() {
        assert_eq!(texts("أيضاًالمجتمع جداً، شكرًاله عددًا"), ["أيضاً", "المجتمع", "جداً", "،", "شكرًا", "له", "عددًا"]);
    }

    #[test]
    fn a_tag_is_the_words_that_it_is_made_of() {
        assert_eq!(
            texts("الزعيم #كيم_جونغ_أون في #بكين، رقم #1 _ أ"),
            ["الزعيم", "كيم", "جونغ", "أون", "في", "بكين", "،", "رقم", "#", "1", "_", "أ"]
        );
        assert!(tokenize("كيم_جونغ").list[1].spaced);
    }

    #[test]
    fn a_tatweel_alone_is_a_dash() {
        let tokens = tokenize("الدوحة ـ قنا").list;
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
