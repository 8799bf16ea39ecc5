//! schema.org: the bulletin as a `NewsArticle` in JSON-LD, as pages carry it for search engines.
//!
//! ```
//! use newswire::export::schema_org::{self, Options};
//!
//! let text = "باكو، 12 مارس 2024، أذرتاج\n\
//!             اجتمع نائب وزير الخارجية الأذربيجاني رشاد محمدلي مع سفير البرازيل لدى أذربيجان باولو ألميدا. \
//!             وبحث الطرفان توسيع العلاقات التجارية بين البلدين.";
//! let bulletin = newswire::parse(text)?;
//!
//! let article = schema_org::news_article(&bulletin, &Options::new().source(text));
//! let json = serde_json::to_value(&article).unwrap();
//! assert_eq!(json["@type"], "NewsArticle");
//! assert_eq!(json["dateCreated"], "2024-03-12");
//! assert_eq!(json["mentions"][0]["jobTitle"][0], "نائب وزير الخارجية");
//! assert_eq!(json["about"][0]["@type"], "Event");
//! assert_eq!(json["about"][0]["attendee"][1]["@id"], json["mentions"][1]["@id"]);
//! assert_eq!(json["about"][0]["about"][0]["name"], "توسيع العلاقات التجارية بين البلدين");
//! # Ok::<(), newswire::ParseError>(())
//! ```
//!
//! Those who took part are written once, under `mentions`; the encounters, under `about`, refer to them. The country that
//! somebody represents is given as `nationality`, which is what the vocabulary has for it. What was done with a topic, and who
//! was only listed as present, has no place there.

use chrono::{DateTime, FixedOffset, NaiveDate};
use serde::Serialize;

use super::{
    MediaTopic, body_text, dateline_text, distinct, media_topics, meeting_name, participants, same_person, texts,
};
use crate::{Bulletin, Language, Meeting, Participant};

/// What an article has and a bulletin does not hold.
///
/// ```
/// use newswire::Bulletin;
/// use newswire::export::schema_org::{Options, news_article};
///
/// let options = Options::new().url("https://example.com/news/1");
/// let article = news_article(&Bulletin::default(), &options);
/// assert_eq!(article.url.as_deref(), Some("https://example.com/news/1"));
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Options<'a> {
    url: Option<&'a str>,
    source: Option<&'a str>,
    date_published: Option<DateTime<FixedOffset>>,
}

impl<'a> Options<'a> {
    /// No address, no text, no time of publication.
    #[must_use]
    pub const fn new() -> Self {
        Self { url: None, source: None, date_published: None }
    }

    /// Sets the address of the article; it is not checked.
    #[must_use]
    pub const fn url(self, url: &'a str) -> Self {
        Self { url: Some(url), ..self }
    }

    /// Gives the text that the bulletin was read from. Without it there is no body and no dateline.
    #[must_use]
    pub const fn source(self, text: &'a str) -> Self {
        Self { source: Some(text), ..self }
    }

    /// Sets when it was published.
    #[must_use]
    pub const fn date_published(self, time: DateTime<FixedOffset>) -> Self {
        Self { date_published: Some(time), ..self }
    }
}

/// The bulletin as an article.
#[must_use]
pub fn news_article(bulletin: &Bulletin, options: &Options<'_>) -> NewsArticle {
    let people = participants(bulletin);
    let dateline = bulletin.dateline.as_ref();
    let met_at = bulletin.meetings.iter().filter_map(|meeting| meeting.place.as_ref()).map(Place::from);
    NewsArticle {
        context: "https://schema.org",
        url: options.url.map(str::to_owned),
        headline: bulletin.headline.as_ref().map(|headline| headline.text.clone()),
        article_section: bulletin.section.as_ref().map(|section| section.text.clone()),
        dateline: options.source.and_then(|source| dateline_text(bulletin, source)),
        article_body: options.source.and_then(|source| body_text(bulletin, source)),
        in_language: bulletin.language,
        date_created: dateline.and_then(|dateline| dateline.date.as_ref()?.resolved),
        date_published: options.date_published,
        location_created: dateline.into_iter().flat_map(|dateline| &dateline.places).map(Place::from).collect(),
        content_location: distinct(met_at, |a, b| a == b),
        author: dateline.into_iter().flat_map(|dateline| &dateline.reporters).map(Person::reporter).collect(),
        source_organization: dateline.and_then(|dateline| dateline.agency.as_ref()).map(Organization::agency),
        keywords: media_topics(bulletin).into_iter().map(DefinedTerm::from).collect(),
        about: bulletin.meetings.iter().map(|meeting| event(bulletin.language, &people, meeting)).collect(),
        mentions: people.iter().enumerate().map(|(index, person)| Party::new(index, person)).collect(),
    }
}

/// A `NewsArticle`. In JSON the names are those of schema.org, and what is absent or empty is left out.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "@type", rename_all = "camelCase")]
#[non_exhaustive]
pub struct NewsArticle {
    /// `"https://schema.org"`.
    #[serde(rename = "@context")]
    pub context: &'static str,
    /// The address, from the options.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// The headline.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub headline: Option<String>,
    /// The rubric over the headline.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub article_section: Option<String>,
    /// The dateline as written.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dateline: Option<String>,
    /// The paragraphs of the body with an empty line between them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub article_body: Option<String>,
    /// The language of the texts.
    pub in_language: Language,
    /// The day of the dateline, where it is resolved.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date_created: Option<NaiveDate>,
    /// When it was published, from the options.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date_published: Option<DateTime<FixedOffset>>,
    /// The places of the dateline.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub location_created: Vec<Place>,
    /// The places of the encounters, each once.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub content_location: Vec<Place>,
    /// The reporters.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub author: Vec<Person>,
    /// The agency credited.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source_organization: Option<Organization>,
    /// What it is about, as IPTC Media Topics.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub keywords: Vec<DefinedTerm>,
    /// Its encounters, in the order of the text.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub about: Vec<Event>,
    /// Those who took part in them, each once.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub mentions: Vec<Party>,
}

/// One of those who took part.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(untagged)]
#[non_exhaustive]
pub enum Party {
    /// Somebody named, the holder of an office, or whoever came for a country.
    Person(Person),
    /// An organisation for which nobody is named.
    Organization(Organization),
}

impl Party {
    /// The participant at `index` of all of them.
    fn new(index: usize, person: &Participant) -> Self {
        if let (None, [], Some(body)) = (&person.name, person.offices.as_slice(), &person.organization) {
            return Self::Organization(Organization { id: Some(party_id(index)), ..Organization::named(body) });
        }
        let institutions = person.offices.iter().filter_map(|office| office.institution.as_ref());
        let affiliations = person.organization.iter().chain(institutions).map(Organization::named);
        Self::Person(Person {
            id: Some(party_id(index)),
            name: person.name.as_ref().map(|name| name.text.clone()),
            honorific_prefix: texts(&person.honorifics),
            job_title: texts(person.offices.iter().map(|office| &office.title)),
            affiliation: distinct(affiliations, |a, b| a == b),
            nationality: person.country.map(|country| Country { identifier: country }),
        })
    }
}

/// The node that stands for the participant at `index` within the document.
fn party_id(index: usize) -> String {
    format!("_:party-{}", index + 1)
}

/// A `Person`.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "@type", rename_all = "camelCase")]
#[non_exhaustive]
pub struct Person {
    /// The node that encounters refer to; a reporter has none.
    #[serde(rename = "@id", skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// The name as written.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Courtesies and titles before the name.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub honorific_prefix: Vec<String>,
    /// The offices held, as written.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub job_title: Vec<String>,
    /// The organisation represented, and the institutions of the offices.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub affiliation: Vec<Organization>,
    /// The country represented.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub nationality: Option<Country>,
}

impl Person {
    fn reporter(name: &crate::Phrase) -> Self {
        Self {
            id: None,
            name: Some(name.text.clone()),
            honorific_prefix: Vec::new(),
            job_title: Vec::new(),
            affiliation: Vec::new(),
            nationality: None,
        }
    }
}

/// An `Organization`.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "@type", rename_all = "camelCase")]
#[non_exhaustive]
pub struct Organization {
    /// The node that encounters refer to; one that took no part has none.
    #[serde(rename = "@id", skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// The name as written.
    pub name: String,
    /// Of an agency that is known, its short name in Latin capitals.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub alternate_name: Option<String>,
}

impl Organization {
    fn named(name: &crate::Phrase) -> Self {
        Self { id: None, name: name.text.clone(), alternate_name: None }
    }

    fn agency(agency: &crate::Agency) -> Self {
        Self { alternate_name: agency.id.clone(), ..Self::named(&agency.name) }
    }
}

/// A `Country`, by its code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "@type")]
#[non_exhaustive]
pub struct Country {
    /// ISO 3166-1 alpha-2.
    pub identifier: crate::Country,
}

/// A `Place`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "@type")]
#[non_exhaustive]
pub struct Place {
    /// The name as written.
    pub name: String,
    /// The country it lies in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub address: Option<PostalAddress>,
}

impl From<&crate::Place> for Place {
    fn from(place: &crate::Place) -> Self {
        Self { name: place.name.text.clone(), address: place.country.map(PostalAddress::new) }
    }
}

/// A `PostalAddress` of which the country alone is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "@type", rename_all = "camelCase")]
#[non_exhaustive]
pub struct PostalAddress {
    /// ISO 3166-1 alpha-2.
    pub address_country: crate::Country,
}

impl PostalAddress {
    const fn new(country: crate::Country) -> Self {
        Self { address_country: country }
    }
}

/// A `DefinedTerm`: an IPTC Media Topic.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "@type", rename_all = "camelCase")]
#[non_exhaustive]
pub struct DefinedTerm {
    /// The topic's address.
    #[serde(rename = "@id")]
    pub id: String,
    /// Its name in IPTC's British English.
    pub name: &'static str,
    /// Its qualified code: `medtop:20000639`.
    pub term_code: String,
    /// The vocabulary.
    pub in_defined_term_set: &'static str,
}

impl From<MediaTopic> for DefinedTerm {
    fn from(topic: MediaTopic) -> Self {
        Self { id: topic.uri(), name: topic.name, term_code: topic.qcode(), in_defined_term_set: MediaTopic::SCHEME }
    }
}

/// An `Event`: an encounter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "@type", rename_all = "camelCase")]
#[non_exhaustive]
pub struct Event {
    /// Its kind as in the bulletin's own JSON, such as `reception`.
    pub additional_type: &'static str,
    /// Its principals, as a line for people.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The day that the body states, where it is resolved.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub start_date: Option<NaiveDate>,
    /// Where it was.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub location: Option<Place>,
    /// Who took part, as references to the article's `mentions`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub attendee: Vec<Reference>,
    /// What it was about, as written.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub about: Vec<Thing>,
}

/// A reference to a node of the document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Reference {
    /// The node.
    #[serde(rename = "@id")]
    pub id: String,
}

/// A `Thing` with nothing but a name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "@type")]
#[non_exhaustive]
pub struct Thing {
    /// The words of the text.
    pub name: String,
}

fn event(language: Language, people: &[&Participant], meeting: &Meeting) -> Event {
    let attendees =
        meeting.participants.iter().filter_map(|person| people.iter().position(|other| same_person(other, person)));
    Event {
        additional_type: meeting.kind.as_str(),
        name: meeting_name(language, meeting),
        start_date: meeting.date.as_ref().and_then(|date| date.resolved),
        location: meeting.place.as_ref().map(Place::from),
        attendee: attendees.map(|index| Reference { id: party_id(index) }).collect(),
        about: meeting.topics.iter().map(|topic| Thing { name: topic.text.clone() }).collect(),
    }
}
