//! A bulletin in other people's formats.
//!
//! | module | format | for |
//! |---|---|---|
//! | [`ninjs`] | IPTC ninjs 3.1, news in JSON | newsrooms and agencies |
//! | [`schema_org`] | schema.org `NewsArticle` in JSON-LD | pages and search engines |
//! | [`events`] | rows of event data, coded by CAMEO and PLOVER | researchers |
//! | `arrow`, with the feature `arrow` | Arrow record batches, a row a meeting | Parquet and query engines |
//!
//! Each module turns a [`Bulletin`] into types that go through serde; writing them as JSON or CSV is the caller's choice of
//! crate. They are made from the model alone, so a stored bulletin can be exported as well as one just read. What a bulletin
//! does not hold, such as the text that its spans point into or the address it is published at, the options of a module give.

#[cfg(feature = "arrow")]
#[cfg_attr(docsrs, doc(cfg(feature = "arrow")))]
pub mod arrow;
pub mod events;
pub mod ninjs;
pub mod schema_org;

use crate::{Bulletin, Country, Language, Meeting, MeetingKind, Participant, Phrase, Place};

/// A term of the IPTC Media Topics.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct MediaTopic {
    /// Eight digits.
    id: &'static str,
    /// In IPTC's British English.
    name: &'static str,
}

impl MediaTopic {
    /// The vocabulary itself.
    const SCHEME: &'static str = "http://cv.iptc.org/newscodes/mediatopic/";

    fn uri(self) -> String {
        format!("{}{}", Self::SCHEME, self.id)
    }

    fn qcode(self) -> String {
        format!("medtop:{}", self.id)
    }
}

/// What the bulletin is about, each topic once: first the encounters themselves, then what was talked about.
fn media_topics(bulletin: &Bulletin) -> Vec<MediaTopic> {
    let kinds = bulletin.meetings.iter().filter(|meeting| meeting.countries().len() > 1).map(|meeting| meeting.kind);
    let subjects = bulletin.meetings.iter().flat_map(|meeting| &meeting.topics).flat_map(|topic| &topic.subjects);
    let subjects = subjects
        .filter_map(|subject| Some(MediaTopic { id: subject.media_topic()?, name: subject.media_topic_name()? }));
    distinct(kinds.map(kind_topic).chain(subjects), |a, b| a == b)
}

/// The topic that an encounter of several countries falls under by its kind alone. One within a country has none: it need
/// not be diplomacy.
const fn kind_topic(kind: MeetingKind) -> MediaTopic {
    match kind {
        MeetingKind::Signing => MediaTopic { id: "20000641", name: "treaty" },
        // A conference need not be one of leaders, as IPTC's summits are.
        MeetingKind::Meeting
        | MeetingKind::Reception
        | MeetingKind::Call
        | MeetingKind::Talks
        | MeetingKind::Conference
        | MeetingKind::Visit
        | MeetingKind::Credentials
        | MeetingKind::Message => MediaTopic { id: "20000639", name: "diplomacy" },
    }
}

/// Everybody in the bulletin's encounters, each once, at the first mention.
fn participants(bulletin: &Bulletin) -> Vec<&Participant> {
    distinct(bulletin.meetings.iter().flat_map(|meeting| &meeting.participants), |a, b| same_person(a, b))
}

/// Whether two participants are one: the same name without a difference of country, or else the same in everything.
fn same_person(a: &Participant, b: &Participant) -> bool {
    match (&a.name, &b.name) {
        (Some(x), Some(y)) => {
            x.text == y.text && (a.country == b.country || a.country.is_none() || b.country.is_none())
        }
        _ => a == b,
    }
}

/// The places that the bulletin names: of the dateline, then of the encounters, each once.
fn places(bulletin: &Bulletin) -> Vec<&Place> {
    let dateline = bulletin.dateline.iter().flat_map(|dateline| &dateline.places);
    let meetings = bulletin.meetings.iter().filter_map(|meeting| meeting.place.as_ref());
    distinct(dateline.chain(meetings), |a, b| a.name.text == b.name.text && a.country == b.country)
}

/// The countries represented, each once.
fn countries(bulletin: &Bulletin) -> Vec<Country> {
    distinct(bulletin.meetings.iter().flat_map(Meeting::countries), |a, b| a == b)
}

/// The first of every group of items that are the same, in order. Bulletins are short: comparing each with each is well.
fn distinct<T>(items: impl Iterator<Item = T>, same: impl Fn(&T, &T) -> bool) -> Vec<T> {
    let mut kept: Vec<T> = Vec::new();
    for item in items {
        if !kept.iter().any(|other| same(other, &item)) {
            kept.push(item);
        }
    }
    kept
}

/// The paragraphs of the body with an empty line between them; `None` when there is none in `source`.
fn body_text(bulletin: &Bulletin, source: &str) -> Option<String> {
    let paragraphs: Vec<&str> =
        bulletin.body.iter().filter_map(|paragraph| paragraph.span.text(source)).map(str::trim).collect();
    (!paragraphs.is_empty()).then(|| paragraphs.join("\n\n"))
}

/// The dateline as it stands in `source`.
fn dateline_text(bulletin: &Bulletin, source: &str) -> Option<String> {
    let span = bulletin.dateline.as_ref()?.span;
    span.text(source).map(|text| text.trim().to_owned())
}

/// The words of phrases.
fn texts<'a>(phrases: impl IntoIterator<Item = &'a Phrase>) -> Vec<String> {
    phrases.into_iter().map(|phrase| phrase.text.clone()).collect()
}

/// What an encounter can be called: its principals in one line.
fn meeting_name(language: Language, meeting: &Meeting) -> Option<String> {
    let principals = meeting.principals().filter_map(|person| {
        let title = person.offices.first().map(|office| &office.title);
        person.name.as_ref().or(title).or(person.organization.as_ref())
    });
    list(language, texts(principals))
}

/// Names in one line, with the comma of the language; `None` without names.
fn list(language: Language, names: Vec<String>) -> Option<String> {
    let comma = match language {
        Language::Arabic => "، ",
    };
    (!names.is_empty()).then(|| names.join(comma))
}
