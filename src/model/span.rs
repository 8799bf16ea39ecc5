//! Stretches of the source text.

use std::fmt;
use std::ops::Range;

use serde::{Deserialize, Serialize};

/// A stretch of the source text: a half-open range of byte offsets, `start` included and `end` not.
///
/// The offsets count bytes of the text as it was given to the parser and stand on character boundaries.
///
/// ```
/// use newswire::Span;
///
/// let source = "باكو، 29 نوفمبر";
/// let span = Span::new(0, 8);
/// assert_eq!(span.text(source), Some("باكو"));
/// assert_eq!(span.len(), 8); // bytes, not letters
/// assert_eq!(Span::new(0, 400).text(source), None);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Span {
    /// Offset of the first byte.
    pub start: usize,
    /// Offset just past the last byte.
    pub end: usize,
}

impl Span {
    /// The span from byte `start` up to byte `end`.
    pub const fn new(start: usize, end: usize) -> Self {
        Self { start, end }
    }

    /// Length in bytes; 0 when `end` is not after `start`.
    pub const fn len(self) -> usize {
        self.end.saturating_sub(self.start)
    }

    /// Whether the span holds no byte.
    pub const fn is_empty(self) -> bool {
        self.len() == 0
    }

    /// Whether `other` lies wholly within this span. A span contains itself.
    pub const fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// The span as a range, for slicing.
    pub const fn range(self) -> Range<usize> {
        self.start..self.end
    }

    /// The text of this span in `source`; `None` when it does not fit: past the end, within a character, or
    /// end before start.
    pub fn text(self, source: &str) -> Option<&str> {
        source.get(self.range())
    }
}

impl From<Range<usize>> for Span {
    fn from(range: Range<usize>) -> Self {
        Self::new(range.start, range.end)
    }
}

impl From<Span> for Range<usize> {
    fn from(span: Span) -> Self {
        span.range()
    }
}

/// A stretch of the source: its text, exactly as it stands there, and its place.
///
/// `Display` writes the text.
///
/// ```
/// use newswire::{Phrase, Span};
///
/// let source = "باكو، 29 نوفمبر";
/// let place = Phrase { text: "باكو".to_owned(), span: Span::new(0, 8) };
/// assert_eq!(place.span.text(source), Some(place.text.as_str()));
/// assert_eq!(place.to_string(), "باكو");
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Phrase {
    /// The text, byte for byte as in the source.
    pub text: String,
    /// Where it stands in the source.
    pub span: Span,
}

impl fmt::Display for Phrase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.text)
    }
}
