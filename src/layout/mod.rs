//! The page: section line, headline, dateline, paragraphs and their sentences, trailer.

use crate::grammar::arabic::{dateline, is_stamp};
use crate::grammar::{Cursor, DatelinePhrase, TokenRange};
use crate::lexicon::{Cue, Sense, Tagged};
use crate::token::Kind;
use std::cell::LazyCell;
use std::ops::Range;

/// How many lines from the top are searched for the dateline.
const ENVELOPE_LINES: usize = 7;
/// As many lines as most texts have.
const USUAL_LINES: usize = 16;
/// A headline is not longer than this many words.
const HEADLINE_WORDS: usize = 40;

/// The parts of the page as token ranges.
#[derive(Debug, Default)]
pub(crate) struct Layout {
    pub(crate) section: Option<TokenRange>,
    pub(crate) headline: Option<TokenRange>,
    pub(crate) dateline: Option<DatelinePhrase>,
    pub(crate) paragraphs: Vec<Block>,
    /// The sentences of all paragraphs, one after the other.
    pub(crate) sentences: Vec<TokenRange>,
    pub(crate) trailer: Option<TokenRange>,
    /// A credit in the trailer, where the dateline has none.
    pub(crate) closing_credit: Option<u16>,
}

/// A paragraph and its sentences.
#[derive(Debug)]
pub(crate) struct Block {
    pub(crate) tokens: TokenRange,
    /// Where its sentences are in those of the whole body.
    pub(crate) sentences: Range<usize>,
}

pub(crate) fn layout(text: &Tagged<'_>) -> Layout {
    let mut lines = lines(text);
    let mut layout = Layout::default();
    trailer(text, &mut lines, &mut layout);
    let body = envelope(text, &lines, &mut layout);
    layout.paragraphs.reserve(body.len());
    layout.sentences.reserve(2 * body.len());
    for line in body {
        let from = layout.sentences.len();
        sentences(text, line.clone(), &mut layout.sentences);
        if layout.sentences.len() > from {
            layout.paragraphs.push(Block { tokens: line, sentences: from..layout.sentences.len() });
        }
    }
    layout
}

/// The lines that have anything on them.
fn lines(text: &Tagged<'_>) -> Vec<TokenRange> {
    let mut lines = Vec::with_capacity(USUAL_LINES);
    let mut from = 0;
    for (at, token) in text.tokens.iter().enumerate() {
        if token.kind == Kind::LineEnd {
            if at > from {
                lines.push(from..at);
            }
            from = at + 1;
        }
    }
    if text.tokens.len() > from {
        lines.push(from..text.tokens.len());
    }
    lines
}

fn words(text: &Tagged<'_>, line: &TokenRange) -> usize {
    line.clone().filter(|at| text.token(*at).is_some_and(|t| t.is_word())).count()
}

/// Reads section, headline and dateline off the top; gives the lines of the body.
fn envelope(text: &Tagged<'_>, lines: &[TokenRange], layout: &mut Layout) -> Vec<TokenRange> {
    let mut headline: Option<usize> = None;
    let mut body_from = None;
    let mut rubric = None;
    for (nth, line) in lines.iter().enumerate().take(ENVELOPE_LINES) {
        let at = Cursor::new(text, line.start, line.end);
        // Below the first line of the body, a whole sentence, or a line too long for a headline nothing is a rubric any more.
        let is_text = |line: &TokenRange| ends_sentence(text, line) || words(text, line) > HEADLINE_WORDS;
        let in_body = body_from.is_some() || headline.and_then(|nth| lines.get(nth)).is_some_and(is_text);
        if layout.section.is_none() && !in_body {
            if let Some((section, rest)) = section(at) {
                layout.section = Some(section);
                rubric = Some(nth);
                if rest.is_at_end() || is_stamp(rest) {
                    continue;
                }
                // The section stands before the headline on the headline's own line.
                layout.headline = Some(rest.at..line.end);
                headline = Some(nth);
                continue;
            }
        }
        if is_stamp(at) {
            continue;
        }
        // "Algiers - ": a town alone opens what stands under a headline, or what an agency signs at its end.
        let signed = layout.closing_credit.is_some() && ends_sentence(text, line);
        let opening = headline.is_some() || signed;
        if let Ok((rest, phrase)) = dateline(at, opening) {
            layout.dateline = Some(phrase);
            let mut body: Vec<TokenRange> = Vec::new();
            if !rest.is_at_end() {
                body.push(rest.at..line.end);
            }
            body.extend(
                lines.iter().skip(nth + 1).filter(|line| !is_stamp(Cursor::new(text, line.start, line.end))).cloned(),
            );
            finish_headline(lines, headline, layout);
            return body;
        }
        let caption = at.is(Cue::Caption) && words(text, line) <= 12;
        if caption && headline.is_none() && nth == 0 && at.to(at.at + 1).is_mark(&[':', '.']) {
            continue;
        }
        if headline.is_none() {
            headline = Some(nth);
        } else if body_from.is_none() && !is_repeat(text, lines, headline, line) {
            body_from = Some(nth);
        }
        if body_from.is_some_and(|from| nth > from + 1) {
            break;
        }
    }
    // Without a dateline the first line is the headline when it looks like one and text follows.
    let first = headline.unwrap_or(0);
    let is_headline = layout.headline.is_some()
        || lines.get(first).is_some_and(|line| {
            lines.len() > first + 1 && words(text, line) <= HEADLINE_WORDS && !ends_sentence(text, line)
        });
    if is_headline {
        finish_headline(lines, headline, layout);
    }
    let from = if is_headline { body_from.unwrap_or(first + 1) } else { first };
    // A headline that is said again above the rubric is no body.
    let from = rubric.filter(|_| is_headline).map_or(from, |rubric| from.max(rubric + 1));
    let is_section = |line: &TokenRange| layout.section.as_ref().is_some_and(|section| section.start == line.start);
    let is_body = |line: &&TokenRange| !is_section(line) && !is_stamp(Cursor::new(text, line.start, line.end));
    lines.iter().skip(from).filter(is_body).cloned().collect()
}

fn finish_headline(lines: &[TokenRange], headline: Option<usize>, layout: &mut Layout) {
    if layout.headline.is_none() {
        layout.headline = headline.and_then(|nth| lines.get(nth).cloned());
    }
}

fn ends_sentence(text: &Tagged<'_>, line: &TokenRange) -> bool {
    line.end > line.start && text.token(line.end - 1).is_some_and(|token| token.is_mark('.'))
}

/// Whether a line says the headline again.
fn is_repeat(text: &Tagged<'_>, lines: &[TokenRange], headline: Option<usize>, line: &TokenRange) -> bool {
    let Some(first) = headline.and_then(|nth| lines.get(nth)) else { return false };
    first.len() == line.len() && first.clone().zip(line.clone()).all(|(a, b)| text.text(a) == text.text(b))
}

/// A rubric that fills its line, or stands before a slash or a stamp.
fn section<'a>(line: Cursor<'a>) -> Option<(TokenRange, Cursor<'a>)> {
    let ((), rest, _) = line.find(|c, s| (c.is_none() && s == Sense::Section).then_some(()))?;
    let range = line.at..rest.at;
    if rest.is_at_end() || is_stamp(rest) {
        return Some((range, rest));
    }
    if rest.is_mark(&['/', '|']) && rest.token().is_some_and(|t| t.spaced) {
        return Some((range, rest.to(rest.at + 1)));
    }
    if rest.is_mark(&[':']) && rest.to(rest.at + 1).is_at_end() {
        return Some((range, rest.to(rest.at + 1)));
    }
    None
}

/// Takes the lines that close the page off the end, and what a page's own furniture left in the last
/// paragraph.
fn trailer(text: &Tagged<'_>, lines: &mut Vec<TokenRange>, layout: &mut Layout) {
    let mut from = None;
    let mut end = 0;
    while lines.len() > 1 {
        let Some(line) = lines.last().cloned() else { break };
        let at = Cursor::new(text, line.start, line.end);
        let Some(credit) = closes(at, lines.len()) else { break };
        layout.closing_credit = layout.closing_credit.or(credit);
        end = end.max(line.end);
        from = Some(line.start);
        lines.pop();
    }
    // Tags and links after the text, on its last line; "(end)" behind the last sentence.
    if let Some(line) = lines.last_mut() {
        let resumed = LazyCell::new(|| line.clone().rev().find(|at| resumes(text, *at)));
        let cut = line.clone().skip(8).find(|at| {
            let here = Cursor::new(text, *at, line.end);
            starts_link(here) && (*resumed).is_none_or(|resumed| resumed <= *at)
                || line.end - at <= 8
                    && here.is_mark(&['(', '/'])
                    && here.to(at + 1).any(|c, s| c.is_none() && matches!(s, Sense::Cue(Cue::End) | Sense::Agency(_)))
        });
        if let Some(cut) = cut {
            // "(APS)" behind the last sentence signs it as on a line of its own.
            let signs = Cursor::new(text, cut + 1, line.end).find(|c, s| match s {
                Sense::Agency(row) if c.is_none() => Some(row),
                _ => None,
            });
            layout.closing_credit = layout.closing_credit.or(signs.map(|(row, ..)| row));
            from = Some(cut);
            end = end.max(line.end);
            line.end = cut;
        }
    }
    if let Some(from) = from {
        layout.trailer = Some(from..end);
    }
}

/// Whether the text goes on at a token, whatever link stands before: behind more than one space, or behind a full stop.
fn resumes(text: &Tagged<'_>, at: usize) -> bool {
    let (Some(before), Some(token)) = (at.checked_sub(1).and_then(|before| text.token(before)), text.token(at)) else {
        return false;
    };
    let between = text.source.get(before.end as usize..token.start as usize).unwrap_or("");
    between.chars().filter(|c| c.is_whitespace()).count() > 1 || before.is_mark('.') && token.is_word() && token.spaced
}

/// Whether a link to another page begins here: behind a mark or a space, as all furniture.
#[inline]
fn starts_link(at: Cursor<'_>) -> bool {
    at.is(Cue::Link)
        && (at.token().is_some_and(|token| token.spaced)
            || at.at.checked_sub(1).and_then(|before| at.text.token(before)).is_none_or(|token| !token.is_word()))
}

/// Whether a line closes the page; the credit it gives, if it does.
fn closes(line: Cursor<'_>, left: usize) -> Option<Option<u16>> {
    let mut at = line;
    while at.is_mark(&['/', '(', '-', '–', '—', '=', '*', '.', '[', '"']) {
        at = at.to(at.at + 1);
    }
    if at.is_at_end() {
        return Some(None);
    }
    let agency = at.find(|c, s| match s {
        Sense::Agency(row) if c.is_none() => Some(row),
        _ => None,
    });
    let rest = line.end - at.at;
    if let Some((row, after, _)) = agency {
        if rest <= 8 && (after.is_at_end() || !after.token().is_some_and(|t| t.is_word()) || line.end - after.at <= 2) {
            return Some(Some(row));
        }
    }
    if at.any(|c, s| c.is_none() && matches!(s, Sense::Cue(Cue::End))) && rest <= 8 {
        return Some(None);
    }
    if let Some(((), after, _)) =
        at.find(|c, s| (c.is_none() && matches!(s, Sense::Cue(Cue::SourceMark | Cue::Link))).then_some(()))
    {
        let credit = after.to(if after.is_mark(&[':']) { after.at + 1 } else { after.at }).find(|_, s| match s {
            Sense::Agency(row) => Some(row),
            _ => None,
        });
        if rest <= 8 || at.any(|_, s| s == Sense::Cue(Cue::Link)) {
            return Some(credit.map(|(row, _, _)| row));
        }
    }
    if is_stamp(line) && left > 2 {
        return Some(None);
    }
    // Initials, or a reporter's name, on a line of their own.
    let letters = (line.at..line.end).all(|at| {
        line.text
            .token(at)
            .is_none_or(|t| !t.is_word() || t.len() <= 2 || t.len() <= 4 && line.text.text(at).chars().count() <= 2)
    });
    let signature =
        rest <= 3 && left > 2 && (line.at..line.end).all(|at| line.text.token(at).is_some_and(|t| t.is_word()));
    (letters && line.end - line.at <= 12 || signature && !line.any(|c, s| c.is_none() && s == Sense::Section))
        .then_some(None)
}

/// Whether a full stop is one of two that some agencies write for a comma behind a verb: "the meeting was attended.. by A".
fn is_pause(text: &Tagged<'_>, at: usize, line: TokenRange) -> bool {
    const NEAR: usize = 4;
    let dot = |at: usize| text.token(at).filter(|token| token.is_mark('.'));
    let joined = |first: usize| {
        let (a, b) = (dot(first), dot(first + 1));
        a.zip(b).is_some_and(|(a, b)| a.end == b.start)
    };
    let first = if at > 0 && joined(at - 1) { at - 1 } else { at };
    let more = first > 0 && joined(first - 1) || joined(first + 1);
    joined(first) && !more && first + 2 < line.end && first <= line.start + NEAR
}

/// Cuts a paragraph at full stops, question and exclamation marks that end a sentence.
fn sentences(text: &Tagged<'_>, line: TokenRange, sentences: &mut Vec<TokenRange>) {
    let has_words = |range: TokenRange| range.into_iter().any(|at| text.token(at).is_some_and(|token| token.is_word()));
    let mut from = line.start;
    for (at, token) in line.clone().zip(text.tokens.get(line.clone()).unwrap_or(&[])) {
        if at < from {
            continue;
        }
        // "Read also: the governor receives", in the middle of a paragraph.
        if starts_link(Cursor::new(text, at, line.end)) {
            if has_words(from..at) {
                sentences.push(from..at);
            }
            from = (at + 1..line.end).find(|at| resumes(text, *at)).unwrap_or(line.end);
            continue;
        }
        let stop = match token.kind {
            Kind::Mark('.') => !inside_abbreviation(text, at) && !is_pause(text, at, from..line.end),
            Kind::Mark('؟' | '!' | '?') => true,
            // A zero at the end of a line is a full stop in the wrong keyboard layout.
            Kind::Number(0) => !token.spaced && at + 1 == line.end && token.len() <= 2,
            _ => false,
        };
        if stop {
            if has_words(from..at) {
                sentences.push(from..at);
            }
            from = at + 1;
        }
    }
    if has_words(from..line.end) {
        sentences.push(from..line.end);
    }
}

/// A full stop after one letter, or between two numbers.
fn inside_abbreviation(text: &Tagged<'_>, at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|before| text.token(before));
    let after = text.token(at + 1);
    let letters = text.text(at.saturating_sub(1)).chars().filter(|c| !crate::token::fold::is_mark(*c)).count();
    // One letter, or the name of a foreign one: "د.", "إم."
    let letter = before.is_some_and(|t| t.is_word()) && (letters == 1 || letters == 2 && text.is_unknown(at - 1));
    let figures =
        before.is_some_and(|t| t.number().is_some()) && after.is_some_and(|t| t.number().is_some() && !t.spaced);
    letter && after.is_some_and(|t| t.is_word()) || figures
}
