//! IPTC ninjs 3.1: the news item in JSON that agencies send and newsrooms take in.
//!
//! ```
//! use newswire::export::ninjs::{self, Options};
//!
//! let text = "باكو، 12 مارس، أذرتاج\n\
//!             اجتمع نائب وزير الخارجية الأذربيجاني رشاد محمدلي مع سفير البرازيل لدى أذربيجان باولو ألميدا. \
//!             وبحث الطرفان توسيع العلاقات التجارية بين البلدين.";
//! let bulletin = newswire::parse(text)?;
//!
//! let item = ninjs::news_item(&bulletin, &Options::new("urn:newsml:example.com:20240312:1").source(text));
//! assert_eq!(item.located.as_deref(), Some("باكو"));
//! assert_eq!(item.people[1].name, "باولو ألميدا");
//! let subjects: Vec<_> = item.subjects.iter().map(|subject| subject.name).collect();
//! assert_eq!(subjects, ["diplomacy", "international trade"]);
//!
//! let json = serde_json::to_value(&item).unwrap();
//! assert_eq!(json["subjects"][0]["literal"], "medtop:20000639");
//! # Ok::<(), newswire::ParseError>(())
//! ```
//!
//! The format has no place for the rubric over the headline, the offices of people, who was only listed as present, and what
//! was done with a topic. The bulletin's own JSON has them.

use chrono::{DateTime, FixedOffset};
use serde::Serialize;

use super::{
    MediaTopic, body_text, countries, dateline_text, distinct, list, media_topics, meeting_name, participants, places,
    texts,
};
use crate::{Bulletin, Country, Language, Meeting, Participant};

/// What a news item needs and a bulletin does not hold.
///
/// ```
/// use chrono::DateTime;
/// use newswire::export::ninjs::{Options, news_item};
/// use newswire::Bulletin;
///
/// let sent = DateTime::parse_from_rfc3339("2024-03-12T16:05:00+04:00").unwrap();
/// let options = Options::new("https://example.com/news/1").version_created(sent);
/// assert_eq!(news_item(&Bulletin::default(), &options).version_created, Some(sent));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Options<'a> {
    uri: &'a str,
    source: Option<&'a str>,
    version_created: Option<DateTime<FixedOffset>>,
}

impl<'a> Options<'a> {
    /// Options for the item of this URI, which is not checked: it has to be one, and the item's own.
    #[must_use]
    pub const fn new(uri: &'a str) -> Self {
        Self { uri, source: None, version_created: None }
    }

    /// Gives the text that the bulletin was read from. Without it the item has no body.
    #[must_use]
    pub const fn source(self, text: &'a str) -> Self {
        Self { source: Some(text), ..self }
    }

    /// Sets when this version of the item was made. A bulletin knows the day at most, which is too little.
    #[must_use]
    pub const fn version_created(self, time: DateTime<FixedOffset>) -> Self {
        Self { version_created: Some(time), ..self }
    }
}

/// The bulletin as a news item.
#[must_use]
pub fn news_item(bulletin: &Bulletin, options: &Options<'_>) -> NewsItem {
    let body = options.source.and_then(|source| body_text(bulletin, source));
    let dateline = options.source.and_then(|source| dateline_text(bulletin, source));
    NewsItem {
        uri: options.uri.to_owned(),
        standard: Standard::default(),
        kind: "text",
        representation_type: if body.is_some() { "full" } else { "partial" },
        version_created: options.version_created,
        language: bulletin.language,
        headlines: bulletin.headline.iter().map(|headline| Text::new("main", &headline.text)).collect(),
        descriptions: dateline.iter().map(|text| Text::new("dateline", text)).collect(),
        bodies: body.iter().map(|text| Text::new("main", text)).collect(),
        by: bulletin.dateline.as_ref().and_then(|dateline| list(bulletin.language, texts(&dateline.reporters))),
        located: bulletin
            .dateline
            .as_ref()
            .and_then(|dateline| list(bulletin.language, texts(dateline.places.iter().map(|place| &place.name)))),
        subjects: media_topics(bulletin).into_iter().map(Subject::from).collect(),
        people: people(bulletin),
        organisations: organisations(bulletin),
        places: places(bulletin)
            .into_iter()
            .map(Place::named)
            .chain(countries(bulletin).into_iter().map(Place::country))
            .collect(),
        events: bulletin
            .meetings
            .iter()
            .enumerate()
            .map(|(index, meeting)| event(bulletin.language, index, meeting))
            .collect(),
        info_sources: info_sources(bulletin),
    }
}

/// A news item. In JSON the names are those of ninjs, and what is absent or empty is left out.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct NewsItem {
    /// The item's own identifier, from the options.
    pub uri: String,
    /// The standard that the item keeps to.
    pub standard: Standard,
    /// What kind of item it is: `"text"`.
    #[serde(rename = "type")]
    pub kind: &'static str,
    /// `"full"` with a body, or else `"partial"`.
    pub representation_type: &'static str,
    /// When this version was made, from the options.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub version_created: Option<DateTime<FixedOffset>>,
    /// The language of the texts.
    pub language: Language,
    /// The headline, in the role `main`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub headlines: Vec<Text>,
    /// The dateline as written, in the role `dateline`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub descriptions: Vec<Text>,
    /// The paragraphs of the body with an empty line between them, in the role `main`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub bodies: Vec<Text>,
    /// The reporters, as a line for people.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by: Option<String>,
    /// The places of the dateline, as a line for people.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub located: Option<String>,
    /// What it is about, as IPTC Media Topics.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub subjects: Vec<Subject>,
    /// Those named in its encounters, each once.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub people: Vec<Named>,
    /// The organisations they represent, each once.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub organisations: Vec<Named>,
    /// The places it names, then the countries represented.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub places: Vec<Place>,
    /// Its encounters, in the order of the text.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub events: Vec<Event>,
    /// The agency credited, and whom the bulletin quotes for its encounters.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub info_sources: Vec<InfoSource>,
}

/// The standard that an item keeps to: ninjs 3.1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Standard {
    /// `"ninjs"`.
    pub name: &'static str,
    /// `"3.1"`.
    pub version: &'static str,
    /// The address of the JSON Schema.
    pub schema: &'static str,
}

impl Default for Standard {
    fn default() -> Self {
        Self { name: "ninjs", version: "3.1", schema: "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#" }
    }
}

/// A headline, description or body.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Text {
    /// What the text is for: `main`, `dateline`.
    pub role: &'static str,
    /// `"text/plain"`.
    pub content_type: &'static str,
    /// The text.
    pub value: String,
}

impl Text {
    fn new(role: &'static str, value: &str) -> Self {
        Self { role, content_type: "text/plain", value: value.to_owned() }
    }
}

/// An IPTC Media Topic.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Subject {
    /// Its name in IPTC's British English.
    pub name: &'static str,
    /// How the item stands to it: `"about"`.
    pub rel: &'static str,
    /// Its address: `http://cv.iptc.org/newscodes/mediatopic/20000639`.
    pub uri: String,
    /// Its qualified code: `medtop:20000639`.
    pub literal: String,
}

impl From<MediaTopic> for Subject {
    fn from(topic: MediaTopic) -> Self {
        Self { name: topic.name, rel: "about", uri: topic.uri(), literal: topic.qcode() }
    }
}

/// A person or an organisation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Named {
    /// The name as written.
    pub name: String,
    /// `"about"` for one whose encounter it is, `"mentions"` for one only listed.
    pub rel: &'static str,
}

/// A place, or a country represented.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Place {
    /// The name as written; a country represented has none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// `"mentions"` for a place named, `"about"` for a country represented.
    pub rel: &'static str,
    /// Of a country, its address in IPTC's mapping of ISO 3166-1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub uri: Option<String>,
    /// Of a country, its ISO 3166-1 alpha-2 code.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub literal: Option<Country>,
}

impl Place {
    fn named(place: &crate::Place) -> Self {
        Self { name: Some(place.name.text.clone()), rel: "mentions", uri: None, literal: None }
    }

    fn country(country: Country) -> Self {
        let uri = format!("http://cvx.iptc.org/iso3166-1a2/{country}");
        Self { name: None, rel: "about", uri: Some(uri), literal: Some(country) }
    }
}

/// An encounter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Event {
    /// `meeting-1`, `meeting-2` …, in the order of the text.
    pub id: String,
    /// Its principals, as a line for people.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// `"about"`.
    pub rel: &'static str,
    /// Its kind as in the bulletin's own JSON, such as `reception`.
    pub literal: &'static str,
}

/// Whom the item has its content from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct InfoSource {
    /// The name as written.
    pub name: String,
    /// Of an agency that is known, its short name in Latin capitals.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub literal: Option<String>,
}

fn people(bulletin: &Bulletin) -> Vec<Named> {
    let named = participants(bulletin).into_iter();
    named.filter_map(|person| Some(Named { name: person.name.as_ref()?.text.clone(), rel: rel(person) })).collect()
}

fn organisations(bulletin: &Bulletin) -> Vec<Named> {
    let represented = participants(bulletin)
        .into_iter()
        .filter_map(|person| Some(Named { name: person.organization.as_ref()?.text.clone(), rel: rel(person) }));
    distinct(represented, |a, b| a.name == b.name)
}

const fn rel(person: &Participant) -> &'static str {
    match person.part {
        crate::Part::Principal => "about",
        crate::Part::Attendee => "mentions",
    }
}

fn event(language: Language, index: usize, meeting: &Meeting) -> Event {
    Event {
        id: format!("meeting-{}", index + 1),
        name: meeting_name(language, meeting),
        rel: "about",
        literal: meeting.kind.as_str(),
    }
}

fn info_sources(bulletin: &Bulletin) -> Vec<InfoSource> {
    let agency = bulletin.dateline.as_ref().and_then(|dateline| dateline.agency.as_ref());
    let agency = agency.map(|agency| InfoSource { name: agency.name.text.clone(), literal: agency.id.clone() });
    let quoted = bulletin.meetings.iter().filter_map(|meeting| meeting.source.as_ref());
    let quoted = quoted.map(|source| InfoSource { name: source.text.clone(), literal: None });
    distinct(agency.into_iter().chain(quoted), |a, b| a.name == b.name)
}
