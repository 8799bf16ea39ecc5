//! A place in the tagged tokens, as nom's input, and the few terminals that touch them.

use crate::lexicon::{Clitics, Cue, Kinds, Reading, Sense, Tagged};
use crate::model::Span;
use crate::token::{Kind, Token};
use nom::{IResult, Needed};

/// A stretch of tagged tokens. Positions count tokens of the whole text, so that they are the same in
/// every part of it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Cursor<'a> {
    pub(crate) text: &'a Tagged<'a>,
    pub(crate) at: usize,
    pub(crate) end: usize,
}

/// What a phrase parser gives.
pub(crate) type Parsed<'a, T> = IResult<Cursor<'a>, T, Miss>;

/// Where a phrase was not found. Built at every step back, so it holds nothing but the place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Miss {
    at: usize,
}

impl<'a> nom::error::ParseError<Cursor<'a>> for Miss {
    fn from_error_kind(input: Cursor<'a>, _: nom::error::ErrorKind) -> Self {
        Self { at: input.at }
    }

    fn append(_: Cursor<'a>, _: nom::error::ErrorKind, other: Self) -> Self {
        other
    }

    fn or(self, other: Self) -> Self {
        if other.at > self.at { other } else { self }
    }
}

impl<'a> Cursor<'a> {
    pub(crate) fn new(text: &'a Tagged<'a>, at: usize, end: usize) -> Self {
        Self { text, at: at.min(end), end }
    }

    /// The same stretch from another token on.
    pub(crate) fn to(self, at: usize) -> Self {
        Self { at: at.min(self.end), ..self }
    }

    /// The stretch from here to another place of the same text.
    pub(crate) fn up_to(self, end: Cursor<'_>) -> Self {
        Self { end: end.at, ..self }
    }

    pub(crate) fn is_at_end(self) -> bool {
        self.at >= self.end
    }

    pub(crate) fn token(self) -> Option<Token> {
        self.text.token(self.at).filter(|_| self.at < self.end)
    }

    /// The place some tokens back, where the text reaches so far.
    pub(crate) fn back(self, tokens: usize) -> Option<Self> {
        self.at.checked_sub(tokens).map(|at| self.to(at))
    }

    #[inline]
    pub(crate) fn is_mark(self, marks: &[char]) -> bool {
        self.token().is_some_and(|token| matches!(token.kind, Kind::Mark(mark) if marks.contains(&mark)))
    }

    pub(crate) fn miss<T>(self) -> Parsed<'a, T> {
        Err(nom::Err::Error(Miss { at: self.at }))
    }

    /// The first reading here, the longest form's inside the stretch, for which `pick` answers.
    pub(crate) fn find<T>(self, mut pick: impl FnMut(Clitics, Sense) -> Option<T>) -> Option<(T, Cursor<'a>, Clitics)> {
        self.readings().find_map(|reading| {
            pick(reading.clitics, reading.sense).map(|value| (value, self.to(self.at + reading.len()), reading.clitics))
        })
    }

    /// Whether a form here has a sense for which `is` holds.
    pub(crate) fn any(self, mut is: impl FnMut(Clitics, Sense) -> bool) -> bool {
        self.readings().any(|reading| is(reading.clitics, reading.sense))
    }

    /// The same, for a question that only senses of these kinds can answer: as a rule there is none of them here, which is known
    /// at once.
    #[inline]
    pub(crate) fn any_of(self, kinds: Kinds, is: impl FnMut(Clitics, Sense) -> bool) -> bool {
        self.may_be(kinds) && self.any(is)
    }

    /// Whether a word of structure stands here, and nothing is written together with it.
    #[inline]
    pub(crate) fn is(self, cue: Cue) -> bool {
        self.is_with(cue, Clitics::is_none)
    }

    /// Whether a word of structure stands here, written together with what fits.
    #[inline]
    pub(crate) fn is_with(self, cue: Cue, fits: impl Fn(Clitics) -> bool) -> bool {
        self.any_of(Kinds::of(&[], &[cue]), |c, s| fits(c) && s == Sense::Cue(cue))
    }

    /// The first reading here for which `pick` answers, which only senses of these kinds can have.
    #[inline]
    pub(crate) fn find_of<T>(
        self,
        kinds: Kinds,
        pick: impl FnMut(Clitics, Sense) -> Option<T>,
    ) -> Option<(T, Cursor<'a>, Clitics)> {
        if self.may_be(kinds) { self.find(pick) } else { None }
    }

    /// What can be meant by the forms here that end inside the stretch.
    fn readings(self) -> impl Iterator<Item = &'a Reading> {
        let longest = self.end.saturating_sub(self.at);
        let readings = if longest > 0 { self.text.readings(self.at) } else { &[] };
        readings.iter().filter(move |reading| reading.len() <= longest)
    }

    /// Whether a form here may have a sense of these kinds: when it says no, none has. Dearer questions ask it first.
    pub(crate) fn may_be(self, kinds: Kinds) -> bool {
        self.text.kinds(self.at).meets(kinds)
    }

    /// The bytes from here to another place of the same text, the clitics of the first word left out.
    pub(crate) fn span_to(self, end: Cursor<'_>, clitics: Clitics) -> Span {
        span(self.text, self.at..end.at, clitics)
    }
}

/// The bytes that a range of tokens covers, without the clitics on the first word.
pub(crate) fn span(text: &Tagged<'_>, tokens: std::ops::Range<usize>, clitics: Clitics) -> Span {
    let first = text.token(tokens.start).map_or(0, |token| token.start as usize);
    let end = tokens.end.checked_sub(1).and_then(|last| text.token(last)).map_or(first, |token| token.end as usize);
    let letters =
        usize::from(clitics.conjunction) + usize::from(clitics.preposition.is_some()) + usize::from(clitics.future);
    let start = skip_letters(text.source, first, end, letters);
    Span { start, end: end.max(start) }
}

/// Moves past so many letters and the marks that stand on them.
fn skip_letters(source: &str, start: usize, end: usize, letters: usize) -> usize {
    let Some(word) = source.get(start..end).filter(|_| letters > 0) else { return start };
    let mut left = letters;
    for (at, c) in word.char_indices() {
        if crate::token::fold::is_no_letter(c) {
            continue;
        }
        if left == 0 {
            return start + at;
        }
        left -= 1;
    }
    end
}

/// A form for one of whose senses `pick` answers.
pub(crate) fn sense<'a, T>(
    mut pick: impl FnMut(Clitics, Sense) -> Option<T>,
) -> impl FnMut(Cursor<'a>) -> Parsed<'a, T> {
    move |input| match input.find(&mut pick) {
        Some((value, rest, _)) => Ok((rest, value)),
        None => input.miss(),
    }
}

/// One of these marks.
pub(crate) fn mark<'a>(marks: &'static [char]) -> impl FnMut(Cursor<'a>) -> Parsed<'a, ()> {
    move |input| if input.is_mark(marks) { Ok((input.to(input.at + 1), ())) } else { input.miss() }
}

/// A number for which `pick` answers.
pub(crate) fn number<'a, T>(mut pick: impl FnMut(u32) -> Option<T>) -> impl FnMut(Cursor<'a>) -> Parsed<'a, T> {
    move |input| match input.token().and_then(Token::number).and_then(&mut pick) {
        Some(value) => Ok((input.to(input.at + 1), value)),
        None => input.miss(),
    }
}

/// The tokens of a stretch, one by one.
#[derive(Debug, Clone)]
pub(crate) struct Items<'a>(Cursor<'a>);

impl Iterator for Items<'_> {
    type Item = Token;

    fn next(&mut self) -> Option<Token> {
        let token = self.0.token()?;
        self.0.at += 1;
        Some(token)
    }
}

impl<'a> nom::Input for Cursor<'a> {
    type Item = Token;
    type Iter = Items<'a>;
    type IterIndices = std::iter::Enumerate<Items<'a>>;

    fn input_len(&self) -> usize {
        self.end - self.at
    }

    fn take(&self, index: usize) -> Self {
        Self { end: (self.at + index).min(self.end), ..*self }
    }

    fn take_from(&self, index: usize) -> Self {
        self.to(self.at + index)
    }

    fn take_split(&self, index: usize) -> (Self, Self) {
        (self.take_from(index), self.take(index))
    }

    fn position<P: Fn(Token) -> bool>(&self, predicate: P) -> Option<usize> {
        self.iter_elements().position(predicate)
    }

    fn iter_elements(&self) -> Items<'a> {
        Items(*self)
    }

    fn iter_indices(&self) -> Self::IterIndices {
        self.iter_elements().enumerate()
    }

    fn slice_index(&self, count: usize) -> Result<usize, Needed> {
        if count <= self.input_len() { Ok(count) } else { Err(Needed::new(count - self.input_len())) }
    }
}
