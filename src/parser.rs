//! The door to the pipeline.

use crate::layout::layout;
use crate::lexicon::{Lexicon, Tagged};
use crate::reading::{Limits, Reader};
use crate::token::{Kind, tokenize};
use crate::{Bulletin, Explanation, ParseError, Span};
use chrono::NaiveDate;

/// Reads bulletins, with options.
///
/// A small builder: it can stand in a `const`, is copied freely and is used from any thread.
///
/// ```
/// use chrono::NaiveDate;
/// use newswire::Parser;
///
/// const PARSER: Parser = Parser::new().max_len(64 * 1024);
///
/// let text = "عمان 18 شباط (بترا)- استقبل وزير الخارجية ليث المجالي، اليوم، سفيرة سلوفينيا ناتاشا ملينار.";
/// let bulletin = PARSER.reference_date(NaiveDate::from_ymd_opt(2024, 2, 18).unwrap()).parse(text)?;
/// let date = bulletin.meetings[0].date.as_ref().unwrap();
/// assert_eq!(date.resolved, NaiveDate::from_ymd_opt(2024, 2, 18));
/// # Ok::<(), newswire::ParseError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Parser {
    max_len: usize,
    max_tokens: usize,
    pub(crate) limits: Limits,
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

    /// The longest text that can be read at all: 1 GiB.
    pub const LONGEST: usize = 1 << 30;

    /// The most tokens that are read by default: 262,144, twice as many as prose of the default length has.
    pub const DEFAULT_MAX_TOKENS: usize = 1 << 18;

    /// The most people who are known again by default: 200.
    pub const DEFAULT_MAX_PEOPLE: usize = 200;

    /// The most encounters that are told of one text by default: 1,000.
    pub const DEFAULT_MAX_MEETINGS: usize = 1000;

    /// The most participants that are told of one meeting by default: 500.
    pub const DEFAULT_MAX_PARTICIPANTS: usize = 500;

    /// The most topics that are told of one meeting by default: 500.
    pub const DEFAULT_MAX_TOPICS: usize = 500;

    /// The most that all meetings of one text hold by default: 4 MiB. As many bulletins as are read by default give half a mebibyte.
    pub const DEFAULT_MAX_RESULT: usize = 4 << 20;

    /// A parser with the default limits and no reference date.
    #[must_use]
    pub const fn new() -> Self {
        Self {
            max_len: Self::DEFAULT_MAX_LEN,
            max_tokens: Self::DEFAULT_MAX_TOKENS,
            limits: Limits {
                people: Self::DEFAULT_MAX_PEOPLE,
                meetings: Self::DEFAULT_MAX_MEETINGS,
                participants: Self::DEFAULT_MAX_PARTICIPANTS,
                topics: Self::DEFAULT_MAX_TOPICS,
                result: Self::DEFAULT_MAX_RESULT,
            },
            reference_date: None,
        }
    }

    /// Sets the longest text to be read, in bytes; at most [`Parser::LONGEST`].
    #[must_use]
    pub const fn max_len(self, bytes: usize) -> Self {
        let max_len = if bytes < Self::LONGEST { bytes } else { Self::LONGEST };
        Self { max_len, ..self }
    }

    /// Sets the most tokens to be read: words, numbers, marks and line ends.
    ///
    /// What stands behind them is in no part of the result; a diagnostic says where it begins. As all further limits this
    /// one gives [`DiagnosticKind::LimitReached`](crate::DiagnosticKind::LimitReached), and never an error.
    #[must_use]
    pub const fn max_tokens(self, tokens: usize) -> Self {
        Self { max_tokens: tokens, ..self }
    }

    /// Sets the most people who are known again later in the text: so many who were named last.
    ///
    /// Whoever was named before them is somebody else when named again. The time of a parse grows with it in texts that
    /// name many people.
    #[must_use]
    pub const fn max_people(self, people: usize) -> Self {
        Self { limits: Limits { people, ..self.limits }, ..self }
    }

    /// Sets the most encounters to be told of one text; the sentence that tells of one more is the last to be read.
    ///
    /// ```
    /// use newswire::{DiagnosticKind, Parser};
    ///
    /// let text = "عمان 18 شباط (بترا)- استقبل وزير الخارجية ليث المجالي سفيرة سلوفينيا ناتاشا ملينار.\n\
    ///             واستقبل وزير الصحة سالم الكندي سفير اليابان كينجي فوجيوارا.";
    /// let bulletin = Parser::new().max_meetings(1).parse(text)?;
    /// assert_eq!(bulletin.meetings.len(), 1);
    /// assert_eq!(bulletin.diagnostics[0].kind, DiagnosticKind::LimitReached);
    /// # Ok::<(), newswire::ParseError>(())
    /// ```
    #[must_use]
    pub const fn max_meetings(self, meetings: usize) -> Self {
        Self { limits: Limits { meetings, ..self.limits }, ..self }
    }

    /// Sets the most participants to be told of one meeting, the principals first.
    #[must_use]
    pub const fn max_participants(self, participants: usize) -> Self {
        Self { limits: Limits { participants, ..self.limits }, ..self }
    }

    /// Sets the most topics to be told of one meeting, those that were read first.
    #[must_use]
    pub const fn max_topics(self, topics: usize) -> Self {
        Self { limits: Limits { topics, ..self.limits }, ..self }
    }

    /// Sets the most that all meetings of one text hold, in bytes: the texts of their people, topics and occasions, and 16 for
    /// every mention. The meeting that would go beyond it and those behind it are left out.
    ///
    /// Every meeting repeats all that the text says of the people in it. So the result of a text that names the same people
    /// over and over, in one meeting after another, grows with the square of the text: this bounds it.
    #[must_use]
    pub const fn max_result(self, bytes: usize) -> Self {
        Self { limits: Limits { result: bytes, ..self.limits }, ..self }
    }

    /// Sets the day of writing, by which "today", a weekday and a day without a year are resolved.
    ///
    /// Without it the dateline's own date is used where it states a year.
    #[must_use]
    pub const fn reference_date(self, date: NaiveDate) -> Self {
        Self { reference_date: Some(date), ..self }
    }

    /// Reads one bulletin.
    ///
    /// A line is a paragraph, and the first ones may be section, headline and dateline. Where no line is longer than 100 characters
    /// and several are full, the text is taken to be wrapped: its paragraphs go on over the line ends, to a blank line or the end of
    /// a sentence.
    ///
    /// # Errors
    ///
    /// [`ParseErrorKind::Empty`](crate::ParseErrorKind::Empty) when the text has nothing to read,
    /// [`ParseErrorKind::TooLong`](crate::ParseErrorKind::TooLong) when it is over the limit. Any other text parses, to an
    /// almost empty [`Bulletin`] if it is none.
    pub fn parse(&self, text: &str) -> Result<Bulletin, ParseError> {
        let tagged = self.tagged(text)?;
        let layout = layout(&tagged);
        Ok(Reader::new(&tagged, &layout, self.reference_date, self.limits).read())
    }

    /// Reads one bulletin and tells for every value which rule gave it, from which words, and which rows of the tables know
    /// these words.
    ///
    /// For whoever must justify a record, or mend a table. The record is the one that [`Parser::parse`] gives; the first
    /// call reads the tables once more, and every call costs a few times a parse.
    ///
    /// ```
    /// use newswire::Parser;
    ///
    /// let text = "استقبل وزير الخارجية ليث المجالي سفيرة سلوفينيا ناتاشا ملينار.";
    /// for ground in Parser::new().explain(text)?.grounds {
    ///     println!("{ground}: {}", ground.evidence.text(text).unwrap_or(""));
    /// }
    /// # Ok::<(), newswire::ParseError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// As [`Parser::parse`].
    pub fn explain(&self, text: &str) -> Result<Explanation, ParseError> {
        let tagged = self.tagged(text)?;
        let layout = layout(&tagged);
        Ok(Reader::new(&tagged, &layout, self.reference_date, self.limits).explain())
    }

    /// The text with its words looked up.
    fn tagged<'t>(&self, text: &'t str) -> Result<Tagged<'t>, ParseError> {
        if text.len() > self.max_len {
            return Err(ParseError::too_long(text.len(), self.max_len));
        }
        let mut tokens = tokenize(text);
        if tokens.list.iter().all(|token| token.kind == Kind::LineEnd) {
            return Err(ParseError::empty(text.len()));
        }
        let unread = tokens.list.get(self.max_tokens).map(|next| Span { start: next.start as usize, end: text.len() });
        tokens.truncate(self.max_tokens);
        let mut tagged = Tagged::new(text, tokens, Lexicon::arabic());
        tagged.unread = unread;
        Ok(tagged)
    }
}

/// Reads one bulletin with the default options.
///
/// ```
/// let bulletin = newswire::parse("الكويت - 14 - 2 (كونا) -- غادر سمو ولي العهد الشيخ سالم الصباح البلاد متوجها إلى الهند.")?;
/// assert_eq!(bulletin.dateline.map(|dateline| dateline.to_string()).is_some(), true);
/// # Ok::<(), newswire::ParseError>(())
/// ```
///
/// # Errors
///
/// As [`Parser::parse`]: when the text is blank or longer than [`Parser::DEFAULT_MAX_LEN`].
pub fn parse(text: &str) -> Result<Bulletin, ParseError> {
    Parser::new().parse(text)
}
