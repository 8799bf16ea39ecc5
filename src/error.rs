//! The one error of the crate.

use std::fmt;

use thiserror::Error;

/// Why a text could not be read as a bulletin at all.
///
/// Prose never fails: what a parser cannot make out in a bulletin is left out, or noted as a
/// [`Diagnostic`](crate::Diagnostic). This is for a text that is no bulletin. `Display` is one lower-case line that
/// says what is wrong and with what; [`kind`](ParseError::kind) is for programs.
///
/// ```
/// use newswire::{ParseErrorKind, Parser};
///
/// let error = Parser::new().parse(" \n ").unwrap_err();
/// assert_eq!(error.kind(), ParseErrorKind::Empty);
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error(transparent)]
pub struct ParseError(Cause);

/// What kind of failure a [`ParseError`] is.
///
/// `Display` and [`as_str`](ParseErrorKind::as_str) give a word for logs and for the answers of a service, which stays as it is:
///
/// ```
/// use newswire::Parser;
///
/// let error = Parser::new().max_len(4).parse("باكو").unwrap_err();
/// assert_eq!(error.kind().as_str(), "too_long");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ParseErrorKind {
    /// The text holds nothing but white space and invisible marks.
    Empty,
    /// The text is longer than the parser's limit.
    TooLong,
}

/// The failure and what its message needs.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
enum Cause {
    #[error("the text is empty or blank ({} long)", bytes(*.len))]
    Empty { len: usize },
    #[error("the text is {} long, over the limit of {} (Parser::max_len)", bytes(*.len), bytes(*.limit))]
    TooLong { len: usize, limit: usize },
}

impl ParseErrorKind {
    /// The kind as one word in `snake_case`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::TooLong => "too_long",
        }
    }
}

impl fmt::Display for ParseErrorKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl ParseError {
    /// A text of `len` bytes without a word in it.
    pub(crate) const fn empty(len: usize) -> Self {
        Self(Cause::Empty { len })
    }

    /// A text of `len` bytes where `limit` are allowed.
    pub(crate) const fn too_long(len: usize, limit: usize) -> Self {
        Self(Cause::TooLong { len, limit })
    }

    /// What kind of failure it is.
    pub const fn kind(&self) -> ParseErrorKind {
        match self.0 {
            Cause::Empty { .. } => ParseErrorKind::Empty,
            Cause::TooLong { .. } => ParseErrorKind::TooLong,
        }
    }
}

/// A count of bytes for people: `1,048,576 bytes`.
fn bytes(count: usize) -> String {
    let digits = count.to_string();
    let mut text = String::with_capacity(digits.len() + digits.len() / 3 + 6);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index) % 3 == 0 {
            text.push(',');
        }
        text.push(digit);
    }
    text.push_str(if count == 1 { " byte" } else { " bytes" });
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn messages_say_what_and_how_much() {
        let error = ParseError::too_long(2_097_152, 1_048_576);
        assert_eq!(error.kind(), ParseErrorKind::TooLong);
        assert_eq!(
            error.to_string(),
            "the text is 2,097,152 bytes long, over the limit of 1,048,576 bytes (Parser::max_len)"
        );

        let error = ParseError::empty(3);
        assert_eq!(error.kind(), ParseErrorKind::Empty);
        assert_eq!(error.to_string(), "the text is empty or blank (3 bytes long)");
    }

    #[test]
    fn counts_are_grouped_in_threes() {
        let table =
            [(0, "0 bytes"), (1, "1 byte"), (999, "999 bytes"), (1_000, "1,000 bytes"), (123_456, "123,456 bytes")];
        for (count, text) in table {
            assert_eq!(bytes(count), text);
        }
    }
}
