//! Reads a news agency's bulletin and gives it back as typed data: who met whom, in what office and for which country,
//! when and where, on what occasion, about what, with the section, headline and dateline around it.
//!
//! Arabic first: the wire copy of some sixty agencies, from AZERTAC and SPA to KUNA, PETRA and MAP, and of the newspapers
//! that print it. Offline, deterministic, with nothing to download, well under a millisecond a bulletin; every field
//! points at the bytes it came from.
//!
//! ```
//! use newswire::{MeetingKind, Rank};
//!
//! let bulletin = newswire::parse(
//!     "باكو، 12 مارس، أذرتاج\n\
//!      اجتمع نائب وزير الخارجية الأذربيجاني رشاد محمدلي في 12 مارس آذار اليوم مع سفير البرازيل لدى أذربيجان \
//!      باولو ألميدا. وبحث الطرفان توسيع العلاقات التجارية بين البلدين.",
//! )?;
//!
//! let dateline = bulletin.dateline.as_ref().expect("the bulletin has a dateline");
//! assert_eq!(dateline.agency.as_ref().and_then(|agency| agency.id.as_deref()), Some("AZERTAC"));
//!
//! let meeting = &bulletin.meetings[0];
//! assert_eq!(meeting.kind, MeetingKind::Meeting);
//! assert_eq!(meeting.date.as_ref().map(|date| date.to_string()).as_deref(), Some("--03-12"));
//!
//! let ambassador = &meeting.participants[1];
//! assert_eq!(ambassador.name.as_ref().map(|name| name.text.as_str()), Some("باولو ألميدا"));
//! assert_eq!(ambassador.rank(), Some(Rank::Ambassador));
//! assert_eq!(ambassador.country.map(|country| country.to_string()).as_deref(), Some("BR"));
//! assert_eq!(meeting.topics[0].text, "توسيع العلاقات التجارية بين البلدين");
//! # Ok::<(), newswire::ParseError>(())
//! ```
//!
//! # What it reads, and what it leaves out
//!
//! Nine kinds of encounter ([`MeetingKind`]): meetings, receptions, calls, talks, conferences, visits, credentials,
//! messages and signings. Only what a bulletin reports as its news counts: a plan, a reminder of an earlier meeting, a
//! statement or a football result has no [`Meeting`]. What could not be read is left out; what is in doubt is a
//! [`Diagnostic`]. Prose never fails: [`parse`] errs only on a text that is blank or over the limit.
//!
//! # The result
//!
//! [`Bulletin`] is the root of a tree of plain types that own their strings and go through serde without loss. A
//! [`Phrase`] is a stretch of the source with its [`Span`] in bytes, and `&source[span] == text` always holds. Closed
//! lists ([`Rank`], [`Act`], [`Subject`] …) are enums with a written form and an IPTC Media Topic where there is one.
//! A [`Date`] keeps what the text says, and the day it means where that can be known: with
//! [`Parser::reference_date`] also for a day without a year, for "today" and for a weekday.
//!
//! # Why a value is there
//!
//! [`Parser::explain`] gives with the record a [`Ground`] for every value in it: the [`Rule`] that gave it, the words it was read
//! from, and the rows of the tables that know these words.
//!
//! # Beyond its own JSON
//!
//! [`export`] turns a bulletin into IPTC ninjs, schema.org JSON-LD or rows of event data. With the feature `schema` the module
//! `schema` has the JSON Schema of the crate's own JSON; the feature adds the crates schemars and serde_json, and nothing else changes.
//!
//! # Where its words come from
//!
//! Countries, cities, offices, institutions, agencies, verbs and subjects stand in tables under `data/ar/`, one row a
//! fact; their sources and licences are in each table's head and in `data/NOTICE.md`.

#![cfg_attr(docsrs, feature(doc_cfg))]
// What could panic on some text has no place in the parser; tests may.
#![cfg_attr(
    not(test),
    deny(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::panic,
        clippy::indexing_slicing,
        clippy::todo,
        clippy::dbg_macro
    )
)]

mod error;
pub mod export;
mod grammar;
mod layout;
mod lexicon;
pub mod model;
mod parser;
mod reading;
#[cfg(feature = "schema")]
pub mod schema;
#[cfg(feature = "stages")]
#[doc(hidden)]
pub mod stages;
mod token;

pub use error::{ParseError, ParseErrorKind};
pub use model::*;
pub use parser::{Parser, parse};

#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct ReadmeDoctests;
