//! The stages of a parse one by one, as the benches measure them. No part of the API: it changes as the pipeline does.

use crate::grammar::{Cursor, chunks};
use crate::layout::{Layout, layout};
use crate::lexicon::{Lexicon, Tagged};
use crate::reading::Reader;
use crate::token;
use crate::{Bulletin, Parser};

/// Reads the tables, as the first parse does; gives how many offices they have.
#[must_use]
pub fn read_tables() -> usize {
    Lexicon::read().offices.len()
}

/// A text cut into tokens.
#[derive(Debug)]
pub struct Tokens<'t> {
    source: &'t str,
    tokens: token::Tokens,
}

impl<'t> Tokens<'t> {
    /// The first stage.
    #[must_use]
    pub fn new(source: &'t str) -> Self {
        Self { source, tokens: token::tokenize(source) }
    }

    /// The second: looks every word up.
    #[must_use]
    pub fn look_up(self) -> Words<'t> {
        Words(Tagged::new(self.source, self.tokens, Lexicon::arabic()))
    }
}

/// A text with its words looked up.
#[derive(Debug)]
pub struct Words<'t>(Tagged<'t>);

impl Words<'_> {
    /// The third stage: the parts of the page.
    #[must_use]
    pub fn page(&self) -> Page {
        Page(layout(&self.0))
    }

    /// The phrases of every sentence, which the last stage asks for one sentence at a time; gives how many there are.
    #[must_use]
    pub fn phrases(&self, page: &Page) -> usize {
        let mut row = Vec::new();
        let mut count = 0;
        for sentence in &page.0.sentences {
            let mut rest = Cursor::new(&self.0, sentence.start, sentence.end);
            while !rest.is_at_end() {
                rest = chunks(rest, &mut row);
                count += row.len();
            }
        }
        count
    }

    /// The last stage: phrases and facts.
    #[must_use]
    pub fn read(&self, page: &Page) -> Bulletin {
        Reader::new(&self.0, &page.0, None, Parser::new().limits).read()
    }
}

/// The parts of a page.
#[derive(Debug)]
pub struct Page(Layout);
