//! The encounter: who, in what office, for whom, and about what.

use std::fmt;

use serde::de::{self, Deserializer, SeqAccess, Visitor};
use serde::{Deserialize, Serialize, Serializer};

use super::bulletin::Parts;
use super::{Act, Country, Date, MeetingKind, Part, Phrase, Place, Rank, Span, Subject};

/// An encounter that a bulletin reports.
///
/// ```
/// use newswire::{Country, Meeting, Part, Participant};
///
/// let person = |code, part| Participant { country: Country::new(code), part, ..Participant::default() };
/// let meeting = Meeting {
///     participants: vec![
///         person("AZ", Part::Principal),
///         person("JP", Part::Principal),
///         person("AZ", Part::Attendee),
///     ],
///     ..Meeting::default()
/// };
/// assert_eq!(meeting.principals().count(), 2);
/// assert_eq!(meeting.attendees().count(), 1);
/// assert_eq!(meeting.countries().iter().map(Country::as_str).collect::<Vec<_>>(), ["AZ", "JP"]);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Meeting {
    /// What kind of encounter it was.
    pub kind: MeetingKind,
    /// The stretch of the source that reports it.
    pub span: Span,
    /// When it was, as the body says; the dateline's date is not copied here.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<Date>,
    /// The city or country where it was, as the body says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<Place>,
    /// The occasion: "on the sidelines of …", "during his visit …".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub occasion: Option<Phrase>,
    /// Those who took part: principals first, then attendees, each in the order of the text.
    #[serde(default)]
    pub participants: Vec<Participant>,
    /// What it was about, in the order of the text.
    #[serde(default)]
    pub topics: Vec<Topic>,
    /// Whom the bulletin quotes for it, such as a ministry's statement.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Phrase>,
}

impl Meeting {
    /// Those whose encounter it is.
    pub fn principals(&self) -> impl Iterator<Item = &Participant> {
        self.participants.iter().filter(|person| person.part == Part::Principal)
    }

    /// Those who are only listed as present.
    pub fn attendees(&self) -> impl Iterator<Item = &Participant> {
        self.participants.iter().filter(|person| person.part == Part::Attendee)
    }

    /// The countries represented, each once, in the order of the participants.
    pub fn countries(&self) -> Vec<Country> {
        let mut countries = Vec::new();
        for country in self.participants.iter().filter_map(|person| person.country) {
            if !countries.contains(&country) {
                countries.push(country);
            }
        }
        countries
    }
}

/// Someone who took part in an encounter: a person named, or the unnamed holder of an office.
///
/// `Display` writes the name and, in brackets, the offices, the organisation and the country:
/// `كينجي موري (المبعوث الخاص, JP)`. Without a name the first office stands in its place.
///
/// ```
/// use newswire::{Country, Office, Participant, Phrase, Rank, Span};
///
/// let phrase = |text: &str| Phrase { text: text.to_owned(), span: Span::default() };
/// let envoy = Participant {
///     name: Some(phrase("كينجي موري")),
///     offices: vec![Office { title: phrase("المبعوث الخاص"), rank: Rank::SpecialEnvoy, ..Office::default() }],
///     country: Country::new("JP"),
///     ..Participant::default()
/// };
/// assert_eq!(envoy.rank(), Some(Rank::SpecialEnvoy));
/// assert_eq!(envoy.to_string(), "كينجي موري (المبعوث الخاص, JP)");
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Participant {
    /// The name as written, without honorifics and titles; `None` when only the office is given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<Phrase>,
    /// Courtesies, academic and military titles before the name, in order.
    #[serde(default)]
    pub honorifics: Vec<Phrase>,
    /// The offices held, in the order of the text.
    #[serde(default)]
    pub offices: Vec<Office>,
    /// The country represented, which need not be that of birth; `None` for officials of international organisations.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub country: Option<Country>,
    /// The international organisation or other body represented, as written, when it is not a country.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub organization: Option<Phrase>,
    /// Whether it is the person's own encounter, or the person is only listed.
    pub part: Part,
    /// Every place in the source that speaks of this person, in order.
    #[serde(default)]
    pub mentions: Vec<Span>,
}

impl Participant {
    /// The rank that stands for all offices together; `None` without an office.
    ///
    /// A foreign minister is one whatever comes first; otherwise it is the first rank that is not
    /// [`Rank::Other`], and `Other` when there is none.
    pub fn rank(&self) -> Option<Rank> {
        let mut ranks = self.offices.iter().map(|office| office.rank);
        let first = ranks.clone().next()?;
        if ranks.clone().any(|rank| rank == Rank::ForeignMinister) {
            return Some(Rank::ForeignMinister);
        }
        Some(ranks.find(|rank| *rank != Rank::Other).unwrap_or(first))
    }
}

impl fmt::Display for Participant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut titles = self.offices.iter().map(|office| &office.title);
        let head = self.name.as_ref().or_else(|| titles.next()).or(self.organization.as_ref());
        let organization =
            self.organization.as_ref().filter(|body| !head.is_some_and(|head| std::ptr::eq(head, *body)));
        let titles: Vec<&Phrase> = titles.collect();

        match (head, self.country) {
            (None, Some(country)) => return country.fmt(f),
            (None, None) => return Ok(()),
            (Some(head), _) => write!(f, "{head}")?,
        }
        if titles.is_empty() && organization.is_none() && self.country.is_none() {
            return Ok(());
        }
        f.write_str(" (")?;
        let mut parts = Parts::new(f);
        for title in titles {
            parts.add(title)?;
        }
        if let Some(body) = organization {
            parts.add(body)?;
        }
        if let Some(country) = self.country {
            parts.add(&country)?;
        }
        f.write_str(")")
    }
}

/// An office that a participant holds.
///
/// ```
/// use newswire::{Office, Phrase, Rank, Span};
///
/// let title = Phrase { text: "نائب وزير الخارجية".to_owned(), span: Span::new(0, 34) };
/// let office = Office { title, rank: Rank::DeputyForeignMinister, ..Office::default() };
/// assert_eq!(office.rank.as_str(), "deputy_foreign_minister");
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Office {
    /// The office as written, without an adjective that only marks nationality at its end.
    pub title: Phrase,
    /// Its class.
    pub rank: Rank,
    /// The institution it belongs to, when the title names one: a ministry, a parliament, a bank.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub institution: Option<Phrase>,
    /// What the office is charged with ("for water and energy"), one phrase for each.
    #[serde(default)]
    pub portfolio: Vec<Phrase>,
}

/// Something that was talked about.
///
/// ```
/// use newswire::{Act, By, Span, Subject, Topic};
///
/// let topic = Topic {
///     text: "تطوير التعاون في مجال الطاقة".to_owned(),
///     span: Span::new(0, 52),
///     subjects: vec![Subject::Energy],
///     act: Act::Discussed,
///     by: By::All,
/// };
/// assert!(topic.by.includes(1));
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Topic {
    /// The phrase that names it, byte for byte as in the source.
    pub text: String,
    /// Where it stands in the source.
    pub span: Span,
    /// The subjects it falls under; the one that the phrase names first comes first.
    #[serde(default)]
    pub subjects: Vec<Subject>,
    /// What was done with it.
    pub act: Act,
    /// Who raised it.
    #[serde(default)]
    pub by: By,
}

/// Who raised a topic: `"all"` in JSON, or a list of indices, `[0, 2]`.
///
/// ```
/// use newswire::By;
///
/// assert_eq!(serde_json::to_string(&By::All)?, "\"all\"");
/// assert_eq!(serde_json::from_str::<By>("[0, 2]")?, By::Participants(vec![0, 2]));
/// assert!(!By::Participants(vec![0, 2]).includes(1));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum By {
    /// All sides together.
    #[default]
    All,
    /// These of the meeting's [`participants`](Meeting::participants), by index.
    Participants(Vec<usize>),
}

impl By {
    /// Whether the participant at `index` is among them.
    pub fn includes(&self, index: usize) -> bool {
        match self {
            Self::All => true,
            Self::Participants(indices) => indices.contains(&index),
        }
    }
}

impl Serialize for By {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::All => serializer.serialize_str("all"),
            Self::Participants(indices) => indices.serialize(serializer),
        }
    }
}

impl<'de> Deserialize<'de> for By {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct ByVisitor;

        impl<'de> Visitor<'de> for ByVisitor {
            type Value = By;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("\"all\" or a list of indices")
            }

            fn visit_str<E: de::Error>(self, word: &str) -> Result<By, E> {
                match word {
                    "all" => Ok(By::All),
                    _ => Err(E::invalid_value(de::Unexpected::Str(word), &self)),
                }
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<By, A::Error> {
                let mut indices = Vec::new();
                while let Some(index) = seq.next_element()? {
                    indices.push(index);
                }
                Ok(By::Participants(indices))
            }
        }

        deserializer.deserialize_any(ByVisitor)
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for By {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "By".into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let indices = generator.subschema_for::<Vec<usize>>();
        schemars::json_schema!({
            "description": "Who raised a topic: \"all\", or a list of indices of the meeting's participants.",
            "anyOf": [{ "const": "all" }, indices]
        })
    }
}
