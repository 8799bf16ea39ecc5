//! Why a record says what it says.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::{Bulletin, Rule, Span};

/// A bulletin as it was read, and the grounds of every value in it.
///
/// [`Parser::explain`](crate::Parser::explain) gives it.
///
/// ```
/// use newswire::{Parser, Rule};
///
/// let text = "استقبل وزير الخارجية ليث المجالي سفيرة سلوفينيا ناتاشا ملينار.";
/// let explained = Parser::new().explain(text)?;
/// let rank = explained.ground("/meetings/0/participants/0/offices/0/rank").unwrap();
/// assert_eq!(rank.rule, Rule::HeadAndComplement);
/// assert_eq!(rank.evidence.text(text), Some("وزير الخارجية"));
/// assert!(rank.rows.iter().any(|row| row.table == "ranks"));
/// # Ok::<(), newswire::ParseError>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Explanation {
    /// The record, the same that [`Parser::parse`](crate::Parser::parse) gives.
    pub bulletin: Bulletin,
    /// One ground for each value read, in the order of the record.
    pub grounds: Vec<Ground>,
}

impl Explanation {
    /// The ground of a value of the record, by its JSON pointer.
    #[must_use]
    pub fn ground(&self, field: &str) -> Option<&Ground> {
        self.grounds.iter().find(|ground| ground.field == field)
    }
}

/// Why one value of a record is there: the rule that gave it, the words it was read from, and the rows of the tables that
/// know these words.
///
/// `Display` writes the field, the rule and the rows: `/meetings/0/kind: encounter_verb (encounters.tsv:24)`.
///
/// ```
/// use newswire::{Ground, Rule, Span, TableRow};
///
/// let ground = Ground {
///     field: "/meetings/0/kind".to_owned(),
///     rule: Rule::EncounterVerb,
///     evidence: Span::new(0, 12),
///     rows: vec![TableRow { table: "encounters".to_owned(), line: 24, words: Span::new(0, 12) }],
/// };
/// assert_eq!(ground.to_string(), "/meetings/0/kind: encounter_verb (encounters.tsv:24)");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Ground {
    /// Which value: a JSON pointer ([RFC 6901](https://www.rfc-editor.org/rfc/rfc6901)) into the bulletin's JSON.
    pub field: String,
    /// The rule that gave it.
    pub rule: Rule,
    /// The words it was read from; empty where it was read from none, such as the country of whoever writes.
    pub evidence: Span,
    /// The rows that know words of the evidence, in the order of the text; none where position alone decided.
    #[serde(default)]
    pub rows: Vec<TableRow>,
}

impl fmt::Display for Ground {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.field, self.rule)?;
        for (index, row) in self.rows.iter().enumerate() {
            write!(f, "{}{row}", if index == 0 { " (" } else { ", " })?;
        }
        if self.rows.is_empty() { Ok(()) } else { f.write_str(")") }
    }
}

/// A row of a table of the lexicon, and the words of the text that it knows.
///
/// `Display` writes the file and the line: `offices.tsv:31`.
///
/// ```
/// use newswire::{Span, TableRow};
///
/// let row = TableRow { table: "offices".to_owned(), line: 31, words: Span::new(0, 8) };
/// assert_eq!(row.to_string(), "offices.tsv:31");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct TableRow {
    /// The table, by the name of its file in `data/<language>/` without `.tsv`.
    pub table: String,
    /// The line of the file, counted from one.
    pub line: u32,
    /// The words that the row knows.
    pub words: Span,
}

impl fmt::Display for TableRow {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.tsv:{}", self.table, self.line)
    }
}
