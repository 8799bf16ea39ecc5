//! The bulletin and its envelope.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::{Country, Date, DiagnosticKind, Language, Meeting, Phrase, Span};

/// A bulletin as it was read: its envelope, the layout of its body, the encounters it reports, and what was in doubt.
///
/// A bulletin that reports no encounter has no `meetings`; that is no error.
///
/// ```
/// use newswire::{Bulletin, MeetingKind};
///
/// // A stored result, as JSON or in any other serde format:
/// let bulletin: Bulletin = serde_json::from_str(
///     r#"{"language": "ar", "meetings": [{"kind": "reception", "span": {"start": 0, "end": 40}}]}"#,
/// )?;
/// assert_eq!(bulletin.meetings[0].kind, MeetingKind::Reception);
/// assert_eq!(bulletin.headline, None);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Bulletin {
    /// The language it is written in.
    #[serde(default)]
    pub language: Language,
    /// The rubric over the headline, such as "politics".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub section: Option<Phrase>,
    /// The headline, one line.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub headline: Option<Phrase>,
    /// The line that says from where, when and by whom.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dateline: Option<Dateline>,
    /// The paragraphs, in the order of the text, without headline, dateline and trailer.
    #[serde(default)]
    pub body: Vec<Paragraph>,
    /// What closes the bulletin and belongs to no paragraph: an end mark, initials, a source line.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub trailer: Option<Phrase>,
    /// The encounters it reports as its news, in the order of the text.
    #[serde(default)]
    pub meetings: Vec<Meeting>,
    /// What was in doubt, in the order of the text.
    #[serde(default)]
    pub diagnostics: Vec<Diagnostic>,
}

/// A paragraph of the body: where it is, and where its sentences are.
///
/// ```
/// use newswire::{Paragraph, Span};
///
/// let source = "One. Two.";
/// let paragraph = Paragraph { span: Span::new(0, 9), sentences: vec![Span::new(0, 4), Span::new(5, 9)] };
/// assert_eq!(paragraph.sentences[1].text(source), Some("Two."));
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Paragraph {
    /// The whole paragraph.
    pub span: Span,
    /// Its sentences, in order, with their closing marks.
    #[serde(default)]
    pub sentences: Vec<Span>,
}

/// The dateline: from where, when and by which agency.
///
/// `Display` writes places, date, agency (its id, or else its name) and reporters, those that there are, with commas
/// between: `باكو (AZ), --11-29, AZERTAC`.
///
/// ```
/// use newswire::{Agency, Country, Date, Dateline, Phrase, Place, Span};
///
/// let phrase = |text: &str| Phrase { text: text.to_owned(), span: Span::default() };
/// let dateline = Dateline {
///     places: vec![Place { name: phrase("باكو"), country: Country::new("AZ") }],
///     date: Some(Date { month: Some(11), day: Some(29), ..Date::default() }),
///     agency: Some(Agency { name: phrase("أذرتاج"), id: Some("AZERTAC".to_owned()) }),
///     ..Dateline::default()
/// };
/// assert_eq!(dateline.to_string(), "باكو (AZ), --11-29, AZERTAC");
/// ```
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Dateline {
    /// The whole dateline.
    pub span: Span,
    /// The places it names, in order; most have one.
    #[serde(default)]
    pub places: Vec<Place>,
    /// The date it states.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<Date>,
    /// The agency or outlet credited.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agency: Option<Agency>,
    /// The reporters named.
    #[serde(default)]
    pub reporters: Vec<Phrase>,
}

impl fmt::Display for Dateline {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut parts = Parts::new(f);
        for place in &self.places {
            parts.add(place)?;
        }
        if let Some(date) = &self.date {
            parts.add(date)?;
        }
        if let Some(agency) = &self.agency {
            match &agency.id {
                Some(id) => parts.add(id)?,
                None => parts.add(&agency.name)?,
            }
        }
        for reporter in &self.reporters {
            parts.add(reporter)?;
        }
        Ok(())
    }
}

/// Writes values with commas between them.
pub(super) struct Parts<'a, 'f> {
    f: &'a mut fmt::Formatter<'f>,
    any: bool,
}

impl<'a, 'f> Parts<'a, 'f> {
    pub(super) fn new(f: &'a mut fmt::Formatter<'f>) -> Self {
        Self { f, any: false }
    }

    pub(super) fn add(&mut self, part: &impl fmt::Display) -> fmt::Result {
        let comma = if self.any { ", " } else { "" };
        self.any = true;
        write!(self.f, "{comma}{part}")
    }
}

/// A place and the country it lies in.
///
/// `Display` writes the name, and the country where it is known: `باكو (AZ)`.
///
/// ```
/// use newswire::{Phrase, Place, Span};
///
/// let name = Phrase { text: "باكو".to_owned(), span: Span::new(0, 8) };
/// let place = Place { name, country: None };
/// assert_eq!(place.to_string(), "باكو");
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Place {
    /// The name as written.
    pub name: Phrase,
    /// Its country, when the place is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub country: Option<Country>,
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.name.fmt(f)?;
        if let Some(country) = self.country {
            write!(f, " ({country})")?;
        }
        Ok(())
    }
}

/// The agency or outlet that a dateline credits.
///
/// ```
/// use newswire::{Agency, Phrase, Span};
///
/// let name = Phrase { text: "أذرتاج".to_owned(), span: Span::new(29, 41) };
/// let agency = Agency { name, id: Some("AZERTAC".to_owned()) };
/// assert_eq!(agency.id.as_deref(), Some("AZERTAC"));
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Agency {
    /// The name as written.
    pub name: Phrase,
    /// The agency's short name in Latin capitals, such as `"AZERTAC"`; `None` for an outlet that is not known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
}

/// Something in doubt: the text contradicts itself, or a part of it was not read.
///
/// `Display` writes the message.
///
/// ```
/// use newswire::{Diagnostic, DiagnosticKind, Span};
///
/// let doubt = Diagnostic {
///     kind: DiagnosticKind::WeekdayMismatch,
///     span: Span::new(10, 42),
///     message: "2024-11-29 is a Friday, not a Thursday".to_owned(),
/// };
/// assert_eq!(doubt.to_string(), "2024-11-29 is a Friday, not a Thursday");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Diagnostic {
    /// What the doubt is about.
    pub kind: DiagnosticKind,
    /// The stretch of the source that gives rise to it.
    pub span: Span,
    /// One line for people, in English.
    pub message: String,
}

impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.message)
    }
}
