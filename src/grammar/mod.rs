//! Written form: what a stretch of copy says, before anybody asks what it means.
//!
//! One parser a phrase, built with nom over the tagged tokens. A phrase says where it stands and what
//! is written there; whom it refers to, and whether it is believed, is settled in `reading`. A
//! language is a folder here and a folder of tables.

pub(crate) mod arabic;
mod clause;
mod cursor;
mod phrase;

pub(crate) use clause::{Chunk, MOST_PHRASES, Piece, chunks};
pub(crate) use cursor::{Cursor, Parsed, span};
pub(crate) use phrase::{DatePhrase, DatelinePhrase, OfficePhrase, PersonPhrase, PlacePhrase, TokenRange};
