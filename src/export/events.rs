//! Event data: who did what to whom and when, a row an encounter and pair of principals, in the codes of political science.
//!
//! The codes are those of two published codebooks: **CAMEO**, for events and actors (Philip A. Schrodt, *CAMEO: Conflict and
//! Mediation Event Observations. Event and Actor Codebook*, version 1.1b3, 2012), which GDELT and many data sets use, and
//! **PLOVER**, which is to follow it (Open Event Data Alliance, *PLOVER: Political Language Ontology for Verifiable Event
//! Records*, and its table of conversion from CAMEO, 2021).
//!
//! ```
//! use chrono::NaiveDate;
//! use newswire::Parser;
//! use newswire::export::events::{self, Cameo, Plover};
//!
//! let bulletin = Parser::new().reference_date(NaiveDate::from_ymd_opt(2024, 3, 12).unwrap()).parse(
//!     "باكو، 12 مارس، أذرتاج\n\
//!      اجتمع نائب وزير الخارجية الأذربيجاني رشاد محمدلي اليوم مع سفير البرازيل لدى أذربيجان باولو ألميدا. \
//!      وبحث الطرفان توسيع العلاقات التجارية بين البلدين.",
//! )?;
//!
//! let rows: Vec<_> = events::rows(&bulletin).collect();
//! assert_eq!(rows.len(), 1);
//! assert_eq!((rows[0].source.as_str(), rows[0].target.as_str()), ("AZEGOV", "BRAGOV"));
//! assert_eq!((rows[0].cameo, rows[0].plover), (Cameo::Consult, Plover::Consult));
//! assert!(rows[0].to_string().starts_with("2024-03-12\tAZEGOV\tBRAGOV\t040\tCONSULT\t\teconomic\t"));
//! # Ok::<(), newswire::ParseError>(())
//! ```
//!
//! A row is flat, so any serde writer of tables takes it; written out, a row is a line with tabs, and [`EventRow::COLUMNS`] is the
//! head of it. Only what the bulletin reports as its news becomes a row: plans have no meeting, so `036` (express intent to meet)
//! is never given.

use std::fmt;

use chrono::NaiveDate;
use serde::{Serialize, Serializer};

use super::distinct;
use crate::{Act, Bulletin, Country, Meeting, MeetingKind, Participant, Rank, Subject};

/// An encounter and two of its principals, coded.
///
/// In a table the columns are [`COLUMNS`](Self::COLUMNS), in that order, and what is absent is empty. `Display` writes the row as a
/// line with tabs between, without its end; white space within a value becomes a space.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct EventRow {
    /// The day of the encounter, or else of the dateline, where it is resolved.
    pub date: Option<NaiveDate>,
    /// Who acted, as a CAMEO actor: see [`actor`].
    pub source: String,
    /// To whom.
    pub target: String,
    /// The event by CAMEO.
    pub cameo: Cameo,
    /// The event by PLOVER: the conversion of the CAMEO code.
    pub plover: Plover,
    /// PLOVER's mode. In a row of mode `visit` the code says who is the visitor: the source of `042`, the target of `043`.
    pub mode: Option<Mode>,
    /// PLOVER's contexts, from the subjects of the topics, with semicolons between.
    pub contexts: String,
    /// The source's name as written.
    pub source_name: Option<String>,
    /// The target's name as written.
    pub target_name: Option<String>,
    /// Where it was, as written.
    pub place: Option<String>,
    /// The country of that place, ISO 3166-1 alpha-3.
    pub place_country: Option<&'static str>,
    /// The agency credited: its short name, or else its name as written.
    pub agency: Option<String>,
}

impl EventRow {
    /// The names of the columns.
    pub const COLUMNS: [&str; 12] = [
        "date",
        "source",
        "target",
        "cameo",
        "plover",
        "mode",
        "contexts",
        "source_name",
        "target_name",
        "place",
        "place_country",
        "agency",
    ];
}

impl fmt::Display for EventRow {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(date) = self.date {
            write!(f, "{date}")?;
        }
        let values = [
            Some(self.source.as_str()),
            Some(&self.target),
            Some(self.cameo.code()),
            Some(self.plover.as_str()),
            self.mode.map(Mode::as_str),
            Some(&self.contexts),
            self.source_name.as_deref(),
            self.target_name.as_deref(),
            self.place.as_deref(),
            self.place_country,
            self.agency.as_deref(),
        ];
        for value in values {
            f.write_str("\t")?;
            for (index, word) in value.unwrap_or_default().split_whitespace().enumerate() {
                let space = if index > 0 { " " } else { "" };
                write!(f, "{space}{word}")?;
            }
        }
        Ok(())
    }
}

/// The events of CAMEO that an encounter can be.
///
/// ```
/// use newswire::export::events::{Cameo, Mode, Plover};
///
/// assert_eq!(Cameo::DiscussByTelephone.code(), "041");
/// assert_eq!(Cameo::DiscussByTelephone.plover(), (Plover::Consult, Some(Mode::Phone)));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Cameo {
    /// 040 Consult, not specified below: meetings, conferences, messages.
    Consult,
    /// 041 Discuss by telephone: calls.
    DiscussByTelephone,
    /// 042 Make a visit: visits, the visitor being the source.
    MakeAVisit,
    /// 043 Host a visit: receptions, the host being the source.
    HostAVisit,
    /// 044 Meet at a "third" location: meetings in a country that is nobody's of the two.
    MeetAtAThirdLocation,
    /// 046 Engage in negotiation: talks.
    EngageInNegotiation,
    /// 050 Engage in diplomatic cooperation, not specified below: letters of credence.
    EngageInDiplomaticCooperation,
    /// 051 Praise or endorse: messages of congratulation.
    PraiseOrEndorse,
    /// 057 Sign formal agreement: signings.
    SignFormalAgreement,
}

impl Cameo {
    /// The code: three digits.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Consult => "040",
            Self::DiscussByTelephone => "041",
            Self::MakeAVisit => "042",
            Self::HostAVisit => "043",
            Self::MeetAtAThirdLocation => "044",
            Self::EngageInNegotiation => "046",
            Self::EngageInDiplomaticCooperation => "050",
            Self::PraiseOrEndorse => "051",
            Self::SignFormalAgreement => "057",
        }
    }

    /// The event and the mode of PLOVER that this is converted to.
    #[must_use]
    pub const fn plover(self) -> (Plover, Option<Mode>) {
        match self {
            Self::Consult | Self::EngageInNegotiation => (Plover::Consult, None),
            Self::DiscussByTelephone => (Plover::Consult, Some(Mode::Phone)),
            Self::MakeAVisit | Self::HostAVisit => (Plover::Consult, Some(Mode::Visit)),
            Self::MeetAtAThirdLocation => (Plover::Consult, Some(Mode::ThirdParty)),
            Self::EngageInDiplomaticCooperation | Self::PraiseOrEndorse | Self::SignFormalAgreement => {
                (Plover::Support, None)
            }
        }
    }
}

impl Serialize for Cameo {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.code())
    }
}

/// The events of PLOVER that an encounter can be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "UPPERCASE")]
#[non_exhaustive]
pub enum Plover {
    /// All consultations and meetings.
    Consult,
    /// Diplomatic cooperation, commendation, agreements signed.
    Support,
}

impl Plover {
    /// The name, such as `"CONSULT"`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Consult => "CONSULT",
            Self::Support => "SUPPORT",
        }
    }
}

/// PLOVER's modes of `CONSULT`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Mode {
    /// One is visiting and one is hosting.
    Visit,
    /// Held in the country of neither.
    ThirdParty,
    /// Held among many, at a conference.
    Multilateral,
    /// By telephone or otherwise from afar.
    Phone,
}

impl Mode {
    /// The name, such as `"third-party"`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Visit => "visit",
            Self::ThirdParty => "third-party",
            Self::Multilateral => "multilateral",
            Self::Phone => "phone",
        }
    }
}

/// The rows of a bulletin: encounter by encounter, and the principals of each in the order of the text.
///
/// Where one side is the host, the visitor, the sender or the bearer of letters, it is taken to be the one told first, and only
/// pairs with it are rows: two guests of one reception did nothing to each other. Elsewhere every pair is one. The target of a
/// visit without a host is the country visited. A pair of which one has no [`actor`] code is left out.
pub fn rows(bulletin: &Bulletin) -> impl Iterator<Item = EventRow> + '_ {
    bulletin.meetings.iter().flat_map(|meeting| {
        let principals: Vec<&Participant> = meeting.principals().collect();
        let firsts = if has_a_first_side(meeting.kind) { 1 } else { principals.len() };
        let mut rows = Vec::new();
        for (index, source) in principals.iter().enumerate().take(firsts) {
            rows.extend(principals.iter().skip(index + 1).filter_map(|target| row(bulletin, meeting, source, target)));
        }
        if let (MeetingKind::Visit, [visitor], Some(country)) =
            (meeting.kind, principals.as_slice(), place_country(meeting))
        {
            let host = Participant { country: Some(country), ..Participant::default() };
            rows.extend(row(bulletin, meeting, visitor, &host).filter(|_| visitor.country != host.country));
        }
        rows
    })
}

/// Whether the first principal of such an encounter stands over against all others.
const fn has_a_first_side(kind: MeetingKind) -> bool {
    matches!(kind, MeetingKind::Reception | MeetingKind::Visit | MeetingKind::Credentials | MeetingKind::Message)
}

/// The country that the meeting's place lies in.
fn place_country(meeting: &Meeting) -> Option<Country> {
    meeting.place.as_ref()?.country
}

fn row(bulletin: &Bulletin, meeting: &Meeting, source: &Participant, target: &Participant) -> Option<EventRow> {
    let cameo = cameo(meeting, source, target);
    let (plover, mode) = cameo.plover();
    let dateline = bulletin.dateline.as_ref();
    let date = meeting.date.as_ref().or_else(|| dateline?.date.as_ref());
    let agency = dateline.and_then(|dateline| dateline.agency.as_ref());
    let name = |person: &Participant| person.name.as_ref().map(|name| name.text.clone());
    Some(EventRow {
        date: date.and_then(|date| date.resolved),
        source: actor(source)?,
        target: actor(target)?,
        cameo,
        plover,
        mode: if meeting.kind == MeetingKind::Conference { Some(Mode::Multilateral) } else { mode },
        contexts: contexts(meeting),
        source_name: name(source),
        target_name: name(target),
        place: meeting.place.as_ref().map(|place| place.name.text.clone()),
        place_country: place_country(meeting).and_then(Country::alpha3),
        agency: agency.map(|agency| agency.id.as_ref().unwrap_or(&agency.name.text).clone()),
    })
}

/// The event that an encounter of these two was.
fn cameo(meeting: &Meeting, source: &Participant, target: &Participant) -> Cameo {
    match meeting.kind {
        MeetingKind::Meeting if is_third_location(meeting, source, target) => Cameo::MeetAtAThirdLocation,
        MeetingKind::Meeting | MeetingKind::Conference => Cameo::Consult,
        MeetingKind::Reception => Cameo::HostAVisit,
        MeetingKind::Call => Cameo::DiscussByTelephone,
        MeetingKind::Talks => Cameo::EngageInNegotiation,
        MeetingKind::Visit => Cameo::MakeAVisit,
        MeetingKind::Credentials => Cameo::EngageInDiplomaticCooperation,
        MeetingKind::Message if meeting.topics.iter().any(|topic| topic.act == Act::Congratulated) => {
            Cameo::PraiseOrEndorse
        }
        MeetingKind::Message => Cameo::Consult,
        MeetingKind::Signing => Cameo::SignFormalAgreement,
    }
}

/// Whether the place is known to lie in a country that neither of the two represents.
fn is_third_location(meeting: &Meeting, source: &Participant, target: &Participant) -> bool {
    match (place_country(meeting), source.country, target.country) {
        (Some(place), Some(source), Some(target)) => place != source && place != target,
        _ => false,
    }
}

/// Somebody as a CAMEO actor: the country in ISO 3166-1 alpha-3 and the role, such as `AZEGOV`; `None` when neither is known.
///
/// The role follows from the rank: `GOV` for the executive and its diplomats, `LEG` for parliaments, `MIL` for armed forces,
/// `REL` for religious leaders, `BUS` for business; an office that is none of these has no role, and the country stands alone.
/// Who represents an organisation and no country is `IGO`, an intergovernmental organisation, unless the role is `REL` or `BUS`.
/// An unknown country before a known role is `---`, as coding programs write it. CAMEO's code for Kosovo is `KSV`.
///
/// ```
/// use newswire::export::events::actor;
/// use newswire::{Country, Office, Participant, Rank};
///
/// let offices = vec![Office { rank: Rank::SpeakerOfParliament, ..Office::default() }];
/// let speaker = Participant { offices, country: Country::new("FR"), ..Participant::default() };
/// assert_eq!(actor(&speaker).as_deref(), Some("FRALEG"));
/// assert_eq!(actor(&Participant::default()), None);
/// ```
#[must_use]
pub fn actor(person: &Participant) -> Option<String> {
    let role = person.rank().and_then(role);
    match (person.country.and_then(country_code), role) {
        (Some(country), role) => Some(format!("{country}{}", role.unwrap_or_default())),
        (None, role) if person.organization.is_some() && !matches!(role, Some("BUS" | "REL")) => Some("IGO".to_owned()),
        (None, Some(role)) => Some(format!("---{role}")),
        (None, None) => None,
    }
}

fn country_code(country: Country) -> Option<&'static str> {
    if country.as_str() == "XK" { Some("KSV") } else { country.alpha3() }
}

/// CAMEO's role code of a rank.
const fn role(rank: Rank) -> Option<&'static str> {
    match rank {
        Rank::HeadOfState
        | Rank::CrownPrince
        | Rank::HeadOfGovernment
        | Rank::DeputyHeadOfGovernment
        | Rank::ForeignMinister
        | Rank::DeputyForeignMinister
        | Rank::Minister
        | Rank::DeputyMinister
        | Rank::Ambassador
        | Rank::SpecialEnvoy
        | Rank::Adviser
        | Rank::GovernorMayor => Some("GOV"),
        Rank::SpeakerOfParliament | Rank::DeputySpeaker | Rank::MemberOfParliament => Some("LEG"),
        Rank::MilitaryCommander => Some("MIL"),
        Rank::ReligiousLeader => Some("REL"),
        Rank::BusinessLeader => Some("BUS"),
        Rank::SecretaryGeneral | Rank::HeadOfOrganization | Rank::Director | Rank::DelegationMember | Rank::Other => {
            None
        }
    }
}

/// PLOVER's contexts of the meeting's topics, each once.
fn contexts(meeting: &Meeting) -> String {
    let subjects = meeting.topics.iter().flat_map(|topic| &topic.subjects);
    distinct(subjects.filter_map(|subject| context(*subject)), |a, b| a == b).join(";")
}

/// PLOVER's context of a subject; `None` where it has none that is meant by the subject.
const fn context(subject: Subject) -> Option<&'static str> {
    match subject {
        Subject::BilateralRelations | Subject::RegionalInternationalIssues | Subject::Multilateral => {
            Some("diplomatic")
        }
        Subject::Economy | Subject::Trade | Subject::Investment => Some("economic"),
        Subject::EnvironmentClimate => Some("environment"),
        Subject::ScienceTechnology => Some("technology"),
        Subject::Health => Some("health"),
        Subject::DefenceSecurity => Some("military"),
        Subject::Counterterrorism => Some("terrorism"),
        Subject::Parliamentary => Some("legislative"),
        Subject::LegalJudicial => Some("legal"),
        Subject::MigrationConsular => Some("migration"),
        Subject::Religion => Some("religion_ethnicity"),
        Subject::HumanRights => Some("human_rights"),
        Subject::Energy
        | Subject::Industry
        | Subject::Transport
        | Subject::Agriculture
        | Subject::Education
        | Subject::Culture
        | Subject::Tourism
        | Subject::Humanitarian
        | Subject::PeaceConflict
        | Subject::Demining
        | Subject::Reconstruction
        | Subject::Media
        | Subject::YouthSports
        | Subject::Other => None,
    }
}
