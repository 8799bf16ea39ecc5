//! What a bulletin says, as types.
//!
//! A [`Bulletin`] holds the envelope (section, headline, dateline, trailer), the layout of the body, and the
//! [`Meeting`]s it reports; a meeting holds its [`Participant`]s and its [`Topic`]s. Everything is owned, so a value
//! outlives the text it was read from, and everything goes through serde without loss.
//!
//! Three conventions hold throughout:
//!
//! - **Spans are byte ranges** into the text as it was given, on character boundaries. A [`Phrase`] carries the text of
//!   its span, and the two are always equal: nothing in a `text` is normalised, joined or translated.
//! - **Absent is absent.** An option that the bulletin does not state is `None`; it is left out of the JSON, and a reader
//!   takes both `null` and a missing key. Lists are always written, and read as empty when they are missing.
//! - **Closed lists can grow.** Their enums are `#[non_exhaustive]`, are written in `snake_case`, and know all their
//!   values (`ALL`), their written form (`as_str`) and the way back (`FromStr`).
//!
//! The module knows nothing of parsing: it can be used alone, to read stored results.

mod bulletin;
mod country;
mod date;
mod explanation;
mod hijri;
mod meeting;
mod span;
#[cfg(test)]
mod tests;
mod vocabulary;

pub use bulletin::{Agency, Bulletin, Dateline, Diagnostic, Paragraph, Place};
pub use country::{Country, InvalidCountry};
pub use date::{Date, Hijri, RESOLVE_TOLERANCE_DAYS};
pub use explanation::{Explanation, Ground, TableRow};
pub use hijri::HijriDate;
pub use meeting::{By, Meeting, Office, Participant, Topic};
pub use span::{Phrase, Span};
pub use vocabulary::{
    Act, DiagnosticKind, Language, MeetingKind, Part, Rank, Relative, Rule, Subject, UnknownValue, Weekday,
};
