//! The door to the pipeline.

use crate::layout::layout;
use crate::lexicon::{Lexicon, Tagged};
use crate::reading::Reader;
use crate::token::tokenize;
use crate::{Bulletin, ParseError};
use chrono::NaiveDate;

/// Reads bulletins, with options.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Parser {
    max_len: usize,
    reference_date: Option<NaiveDate>,
}

impl Default for Parser {
    fn default() -> Self {
        Self::new()
    }
}

impl Parser {
    /// The longest text that is read by default: 1 MiB.
    pub const DEFAULT_MAX_LEN: usize = 1 << 20;

    /// A parser with the default limits and no reference date.
    #[must_use]
    pub const fn new() -> Self {
        Self { max_len: Self::DEFAULT_MAX_LEN, reference_date: None }
    }

    /// Sets the longest text to be read, in bytes.
    #[must_use]
    pub const fn max_len(self, bytes: usize) -> Self {
        Self { max_len: bytes, ..self }
    }

    /// Sets the day of writing.
    #[must_use]
    pub const fn reference_date(self, date: NaiveDate) -> Self {
        Self { reference_date: Some(date), ..self }
    }

    /// Reads one bulletin.
    ///
    /// # Errors
    ///
    /// When the text is blank or over the limit.
    pub fn parse(&self, text: &str) -> Result<Bulletin, ParseError> {
        if text.len() > self.max_len {
            return Err(ParseError::too_long(text.len(), self.max_len));
        }
        let tokens = tokenize(text, usize::MAX);
        if tokens.iter().all(|token| token.kind == crate::token::Kind::LineEnd) {
            return Err(ParseError::empty(text.len()));
        }
        let tagged = Tagged::new(text, tokens, Lexicon::arabic());
        let layout = layout(&tagged);
        Ok(Reader::new(&tagged, &layout, self.reference_date).read())
    }
}

/// Reads one bulletin with the default options.
///
/// # Errors
///
/// When the text is blank or over the default limit.
pub fn parse(text: &str) -> Result<Bulletin, ParseError> {
    Parser::new().parse(text)
}
