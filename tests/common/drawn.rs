//! Texts drawn from the tables: bytes become words of the lexicon, clitics, numbers, separators and line ends.
//!
//! Random bytes, and even random letters, are no Arabic prose: the parser takes them for names at most. Made of the
//! tables' own words, in orders that bulletins have and in others, they reach the grammar of offices, dates and topics.

use std::sync::LazyLock;

use arbitrary::{Result, Unstructured};

/// No drawn text is longer, in bytes.
const LONGEST: usize = 4 * 1024;

/// Declares the tables with the columns that hold forms.
macro_rules! tables {
    ($( $name:ident = $file:literal [ $($column:literal),+ ] ),+ $(,)?) => {
        #[derive(Clone, Copy, Debug)]
        enum Table { $( $name ),+ }

        const TABLES: &[Table] = &[ $( Table::$name ),+ ];

        /// The forms of every table, in the order of the tables.
        static FORMS: LazyLock<Vec<Vec<&'static str>>> = LazyLock::new(|| {
            vec![ $( forms(include_str!(concat!("../../data/ar/", $file, ".tsv")), &[$($column),+]) ),+ ]
        });
    };
}

tables! {
    Acts = "acts" ["words"],
    Agencies = "agencies" ["credits", "names"],
    Calendar = "calendar" ["forms"],
    Cities = "cities" ["names"],
    Countries = "countries" ["names", "formal"],
    Nationalities = "countries" ["adjectives", "plurals"],
    Encounters = "encounters" ["words"],
    Honorifics = "honorifics" ["forms"],
    Institutions = "institutions" ["forms"],
    Names = "names" ["names"],
    Nouns = "nouns" ["forms"],
    Heads = "offices" ["construct"],
    Offices = "offices" ["definite"],
    Organisations = "organisations" ["names", "acronyms"],
    Sections = "sections" ["forms"],
    Subjects = "subjects" ["forms"],
    Verbs = "verbs" ["words"],
    Words = "words" ["forms"],
}

/// The forms in some columns of a table.
fn forms(table: &'static str, columns: &[&str]) -> Vec<&'static str> {
    let mut rows = table.lines().filter(|line| !line.starts_with('#'));
    let names: Vec<&str> = rows.next().expect("a line of column names").split('\t').collect();
    let wanted: Vec<usize> = columns
        .iter()
        .map(|column| names.iter().position(|name| name == column).unwrap_or_else(|| panic!("no column {column}")))
        .collect();
    let cells = rows.flat_map(|row| {
        let cells: Vec<&str> = row.split('\t').collect();
        wanted.iter().map(|at| cells[*at]).collect::<Vec<_>>()
    });
    cells.filter(|cell| *cell != "-").flat_map(|cell| cell.split('|')).collect()
}

/// A place in a phrase: any form of a table, or just this word.
enum Slot {
    Any(Table),
    Word(&'static str),
    /// A number that can be a day, a month or a year.
    Number,
    Separator,
}

use Slot::{Any, Number, Separator, Word};

/// Orders of words that bulletins have.
const PHRASES: &[&[Slot]] = &[
    // datelines
    &[Any(Table::Cities), Separator, Number, Any(Table::Calendar), Separator, Any(Table::Agencies), Separator],
    &[Any(Table::Cities), Number, Separator, Number, Separator, Any(Table::Agencies), Separator],
    // dates
    &[Any(Table::Calendar), Number, Any(Table::Calendar), Number, Any(Table::Calendar)],
    &[Number, Word("/"), Number, Word("/"), Number, Any(Table::Calendar)],
    // people
    &[Any(Table::Heads), Any(Table::Institutions), Any(Table::Nationalities), Any(Table::Names), Any(Table::Names)],
    &[Any(Table::Honorifics), Any(Table::Offices), Any(Table::Honorifics), Any(Table::Names), Any(Table::Names)],
    &[Any(Table::Heads), Any(Table::Countries), Word("لدى"), Any(Table::Countries), Any(Table::Names)],
    &[Any(Table::Heads), Any(Table::Organisations), Word("لشؤون"), Any(Table::Subjects), Any(Table::Names)],
    // encounters
    &[
        Any(Table::Encounters),
        Any(Table::Offices),
        Any(Table::Names),
        Word("مع"),
        Any(Table::Heads),
        Any(Table::Countries),
    ],
    &[
        Any(Table::Encounters),
        Any(Table::Names),
        Any(Table::Calendar),
        Word("في"),
        Any(Table::Cities),
        Any(Table::Heads),
    ],
    &[
        Word("عقد"),
        Any(Table::Encounters),
        Word("بين"),
        Any(Table::Offices),
        Any(Table::Names),
        Word("و"),
        Any(Table::Names),
    ],
    // topics
    &[Any(Table::Acts), Word("الجانبان"), Any(Table::Nouns), Any(Table::Subjects), Word("بين البلدين")],
    &[Any(Table::Verbs), Any(Table::Words), Any(Table::Acts), Any(Table::Nouns), Any(Table::Subjects)],
    &[Word("وبحث"), Any(Table::Words), Any(Table::Subjects), Word("و"), Any(Table::Subjects)],
];

/// What is written together with the word behind it.
const CLITICS: &[&str] = &["", "", "", "", "و", "ف", "ب", "ل", "ك", "س", "لل", "ال", "وال", "بال", "ولل", "وب"];

const SEPARATORS: &[&str] = &[
    "،", ",", ".", ":", " - ", " – ", "—", "/", "(", ")", "[", "]", "«", "»", "\"", "؛", "؟", "!", "...", "=", "*",
    "ـ", "|",
];

const LINE_ENDS: &[&str] = &["\n", "\n", "\r\n", "\r", "\n\n", "\u{2028}", "\u{85}"];

/// A text out of a row of choices; it ends where they do.
pub fn text(choices: &mut Unstructured<'_>) -> Result<String> {
    let mut text = String::new();
    while !choices.is_empty() && text.len() < LONGEST {
        match choices.int_in_range(0..=15)? {
            0..=4 => {
                let table = *choices.choose(TABLES)?;
                word(choices, table, &mut text)?;
            }
            5..=9 => {
                for slot in *choices.choose(PHRASES)? {
                    fill(choices, slot, &mut text)?;
                }
            }
            10 => fill(choices, &Separator, &mut text)?,
            11 => fill(choices, &Number, &mut text)?,
            12 => text.push_str(choices.choose(LINE_ENDS)?),
            // A full stop and a line end: sentences and paragraphs are what most rules are about.
            13 => text.push_str(".\n"),
            14 => text.push(choices.arbitrary()?),
            // What was written before, once more: the same people and places come again.
            _ => {
                let from = choices.choose_index(text.len().max(1))?;
                let again = text.get(from..).unwrap_or("").to_owned();
                text.push_str(&again);
            }
        }
    }
    Ok(text)
}

fn fill(choices: &mut Unstructured<'_>, slot: &Slot, text: &mut String) -> Result<()> {
    match slot {
        Any(table) => word(choices, *table, text)?,
        Word(word) => {
            text.push_str(word);
            text.push(' ');
        }
        Number => {
            let number: u32 = match choices.int_in_range(0..=3)? {
                0 => choices.int_in_range(0..=40)?,
                1 => choices.int_in_range(1290..=1610)?,
                2 => choices.int_in_range(1890..=2210)?,
                _ => choices.arbitrary()?,
            };
            let arabic_indic: bool = choices.arbitrary()?;
            text.extend(number.to_string().chars().map(|c| if arabic_indic { arabic_indic_digit(c) } else { c }));
            text.push_str(if choices.arbitrary()? { " " } else { "" });
        }
        Separator => text.push_str(choices.choose(SEPARATORS)?),
    }
    Ok(())
}

fn word(choices: &mut Unstructured<'_>, table: Table, text: &mut String) -> Result<()> {
    text.push_str(choices.choose(CLITICS)?);
    text.push_str(choices.choose(&FORMS[table as usize])?);
    text.push(' ');
    Ok(())
}

/// The Arabic-Indic digit of a Latin one.
pub fn arabic_indic_digit(digit: char) -> char {
    digit.to_digit(10).and_then(|value| char::from_u32('٠' as u32 + value)).unwrap_or(digit)
}
