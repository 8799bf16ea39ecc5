//! Reads a news agency's bulletin and gives it back as typed data: who met whom, in what office and for which country,
//! when and where, on what occasion, about what, with the section, headline and dateline around it.
//!
//! Arabic first: the wire copy of some sixty agencies, from AZERTAC and SPA to KUNA, PETRA and MAP, and of the newspapers
//! that print it. Offline, deterministic, with nothing to download, well under a millisecond a bulletin; every field
//! points at the bytes it came from.
//!
//! # From a text to its record
//!
//! A bulletin goes in as it was sent:
//!
//! <div dir="rtl" lang="ar">
//! <p>باكو، 12 مارس، أذرتاج</p>
//! <p>اجتمع نائب وزير الخارجية الأذربيجاني رشاد محمدلي في 12 مارس آذار اليوم مع سفير البرازيل لدى أذربيجان باولو ألميدا. وبحث الطرفان توسيع العلاقات التجارية بين البلدين.</p>
//! </div><br>
//!
//! What comes out is, in JSON, without the place of every word in the text and what is empty:
//!
//! ```json
//! {
//!   "language": "ar",
//!   "dateline": {
//!     "places": [{ "name": "باكو", "country": "AZ" }],
//!     "date": { "month": 3, "day": 12, "resolved": "2024-03-12" },
//!     "agency": { "name": "أذرتاج", "id": "AZERTAC" }
//!   },
//!   "meetings": [{
//!     "kind": "meeting",
//!     "date": { "month": 3, "day": 12, "relative": "today", "resolved": "2024-03-12" },
//!     "participants": [
//!       {
//!         "name": "رشاد محمدلي",
//!         "offices": [{
//!           "title": "نائب وزير الخارجية",
//!           "rank": "deputy_foreign_minister",
//!           "institution": "الخارجية"
//!         }],
//!         "country": "AZ",
//!         "part": "principal"
//!       },
//!       {
//!         "name": "باولو ألميدا",
//!         "offices": [{ "title": "سفير البرازيل لدى أذربيجان", "rank": "ambassador" }],
//!         "country": "BR",
//!         "part": "principal"
//!       }
//!     ],
//!     "topics": [{
//!       "text": "توسيع العلاقات التجارية بين البلدين",
//!       "subjects": ["trade"],
//!       "act": "discussed",
//!       "by": "all"
//!     }]
//!   }]
//! }
//! ```
//!
//! In a program these are types:
//!
//! ```
//! use chrono::NaiveDate;
//! use newswire::{MeetingKind, Parser, Rank};
//!
//! // The day of writing gives "12 March" its year and "today" its day.
//! // Where none is known, `newswire::parse(text)` is enough.
//! let day = NaiveDate::from_ymd_opt(2024, 3, 12).unwrap();
//! let parser = Parser::new().reference_date(day);
//! let bulletin = parser.parse(
//!     "باكو، 12 مارس، أذرتاج\n\
//!      اجتمع نائب وزير الخارجية الأذربيجاني رشاد محمدلي \
//!      في 12 مارس آذار اليوم \
//!      مع سفير البرازيل لدى أذربيجان باولو ألميدا. \
//!      وبحث الطرفان توسيع العلاقات التجارية بين البلدين.",
//! )?;
//!
//! let dateline = bulletin.dateline.as_ref().expect("the bulletin has a dateline");
//! assert_eq!(dateline.agency.as_ref().and_then(|agency| agency.id.as_deref()), Some("AZERTAC"));
//!
//! let meeting = &bulletin.meetings[0];
//! assert_eq!(meeting.kind, MeetingKind::Meeting);
//! assert_eq!(meeting.date.as_ref().and_then(|date| date.resolved), Some(day));
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
//! ```text
//! Bulletin                     language, section, headline, body, trailer
//! ├─ Dateline                  reporters
//! │  ├─ Place …                name, country
//! │  ├─ Date                   what is stated, and the day it means
//! │  └─ Agency                 name, id
//! ├─ Meeting …                 kind, span, place, occasion, source
//! │  ├─ Date
//! │  ├─ Participant …          name, honorifics, country, organization, part, mentions
//! │  │  └─ Office …            title, rank, institution, portfolio
//! │  └─ Topic …                text, subjects, act, by
//! └─ Diagnostic …              kind, span, message
//! ```
//!
//! Three dots mark a list. Beside the values stand the questions that are asked most: [`Meeting::principals`],
//! [`Meeting::attendees`], [`Meeting::countries`], [`Participant::rank`], [`Date::resolve`], [`Country::alpha3`] and
//! [`Subject::media_topic`].
//!
//! The [`cookbook`] has a recipe for each usual task: days, filters, JSON lines, threads, stored records.
//!
//! # Why a value is there
//!
//! [`Parser::explain`] gives with the record a [`Ground`] for every value in it: the [`Rule`] that gave it, the words it was read
//! from, and the rows of the tables that know these words.
//!
//! # Beyond its own JSON
//!
//! [`export`] turns a bulletin into IPTC ninjs, schema.org JSON-LD, rows of event data or, with a feature, Arrow record batches.
//! With the feature `schema` the module `schema` has the JSON Schema of the crate's own JSON.
//!
//! # Feature flags
//!
//! None is on by default, none changes what is read or written, and each adds only what is named here.
//!
//! | feature | what it adds | crates it brings |
//! |---|---|---|
//! | `arrow` | the module `export::arrow`: meetings as record batches, for Parquet and query engines | arrow-array, arrow-buffer, arrow-schema |
//! | `schema` | the module `schema`, and `schemars::JsonSchema` on every type of the record | schemars, serde_json |
//!
//! A third, `stages`, is for the crate's own benches and no part of the API.
//!
//! # Limits
//!
//! - Only Arabic is read so far, and only encounters that a bulletin reports as its news.
//! - A text of up to 1 MiB is read ([`Parser::DEFAULT_MAX_LEN`]); [`Parser::max_len`] moves the limit, up to
//!   [`Parser::LONGEST`]. The time it takes grows with the length of the text and no faster. What all meetings of a text hold has a
//!   limit of its own ([`Parser::max_result`]): each of them repeats what is said of its people.
//! - Names are found by where they stand, so a construction that the grammar does not know can leave one out or cut it short.
//! - Without a day of writing and without a full date in the dateline no year is guessed.
//! - One text is one bulletin. Cutting a feed, stripping HTML and telling languages apart come before it.
//!
//! # Accuracy
//!
//! In percent, against bulletins annotated by hand:
//!
//! | field | development set | fresh newspapers | fresh sites | fresh hard set | fresh usual set |
//! |---|---|---|---|---|---|
//! | encounter reported or not (F1) | 99.6 | 93.5 | 87.3 | 89.7 | 97.6 |
//! | encounters told apart (F1) | 99.1 | 90.2 | 81.8 | 82.1 | 97.5 |
//! | principal: whole name (F1) | 98.4 | 90.5 | 75.1 | 73.1 | 95.4 |
//! | principal: country (F1) | 96.6 | 86.3 | 63.5 | 71.9 | 95.4 |
//! | topic: phrase, half its words or more (F1) | 94.5 | 63.3 | 47.4 | 67.3 | 94.4 |
//! | **all, by group** | **97.2** | **84.8** | **72.1** | **77.1** | **94.6** |
//!
//! The rules were made with the development set in view. The fresh sets, real copy of newspapers and news sites and bulletins written
//! in the manner of agencies with rare frames and with usual ones, were scored before anybody working on the rules had read them. The
//! README has all fields, how large the sets are, and what is still weak. Measure it on copy of your own before you rely on it.
//!
//! # Beside other tools
//!
//! What this crate gives in one step is otherwise put together from several; what they do and it does not is as much worth
//! knowing. No comparison of accuracy was measured.
//!
//! - **Event coders.** TABARI and its successor [PETRARCH2](https://doi.org/10.21105/joss.00133) code who did what to whom from
//!   English news, PETRARCH2 from sentences that were parsed beforehand, and over the whole range of CAMEO. This crate reads Arabic
//!   as it is sent, and encounters alone; [`export::events`] writes them in the same code.
//! - **Recognisers of names.** [CAMeL Tools](https://github.com/CAMeL-Lab/camel_tools) and
//!   [Stanza](https://stanfordnlp.github.io/stanza/) find people, places and organisations in any Arabic text, with trained
//!   models, and give spans with a label. They do not say who met whom in what office; this crate says it, and finds no names
//!   elsewhere.
//! - **Readers of dates.** [Duckling](https://github.com/facebook/duckling) and
//!   [dateparser](https://github.com/scrapinghub/dateparser) read dates in many languages and wordings. Here a date is read as part of
//!   a dateline or an encounter, with the doubts about it.
//!
//! # Where its words come from
//!
//! Countries, cities, offices, institutions, agencies, verbs and subjects stand in tables under `data/ar/`, one row a
//! fact; their sources and licences are in each table's head and in `data/NOTICE.md`. [`design`] says how tables, grammar and
//! reading work together, [`changelog`] what changed.

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

#[cfg(doc)]
pub mod cookbook;
mod error;
pub mod export;
mod grammar;
mod layout;
mod lexicon;
pub mod model;
mod parser;
mod reading;
#[cfg(feature = "schema")]
#[cfg_attr(docsrs, doc(cfg(feature = "schema")))]
pub mod schema;
#[cfg(feature = "stages")]
#[doc(hidden)]
pub mod stages;
mod token;

pub use error::{ParseError, ParseErrorKind};
#[doc(inline)]
pub use model::*;
pub use parser::{Parser, parse};

/// How the crate is built: the file `ARCHITECTURE.md` of the repository.
///
#[cfg(doc)]
#[doc = include_str!("../ARCHITECTURE.md")]
pub mod design {}

/// What changed from version to version: the file `CHANGELOG.md` of the repository.
///
#[cfg(doc)]
#[allow(rustdoc::broken_intra_doc_links, reason = "its headings stand in brackets")]
#[doc = include_str!("../CHANGELOG.md")]
pub mod changelog {}

#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct ReadmeDoctests;
