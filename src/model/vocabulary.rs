//! The closed lists: every enum of the model whose values are words.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use thiserror::Error;

/// A word that is not among the values of a closed list, such as `"minster"` for a [`Rank`].
///
/// ```
/// use newswire::Rank;
///
/// let error = "minster".parse::<Rank>().unwrap_err();
/// assert_eq!(error.to_string(), "unknown rank \"minster\"");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("unknown {what} {value:?}")]
pub struct UnknownValue {
    /// Which list was looked in, such as `"rank"`.
    pub what: &'static str,
    /// The word that was read.
    pub value: String,
}

/// Writes a closed list: the enum, `ALL`, `as_str`, `FromStr`, `Display` and serde, from one line a value.
macro_rules! vocabulary {
    (
        $(#[$meta:meta])*
        $name:ident, $what:literal {
            $( $(#[$variant_meta:meta])* $variant:ident = $text:literal, )+
        }
    ) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        pub enum $name {
            $( $(#[$variant_meta])* #[serde(rename = $text)] $variant, )+
        }

        impl $name {
            /// Every value, in the order of declaration.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The value as it is written in JSON.
            pub const fn as_str(self) -> &'static str {
                match self {
                    $( Self::$variant => $text, )+
                }
            }
        }

        impl FromStr for $name {
            type Err = UnknownValue;

            fn from_str(value: &str) -> Result<Self, Self::Err> {
                match value {
                    $( $text => Ok(Self::$variant), )+
                    _ => Err(UnknownValue { what: $what, value: value.to_owned() }),
                }
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.pad(self.as_str())
            }
        }
    };
}

vocabulary! {
    /// The language of a bulletin, by its ISO 639-1 code.
    ///
    /// ```
    /// use newswire::Language;
    ///
    /// assert_eq!(Language::default().as_str(), "ar");
    /// ```
    #[derive(Default)]
    #[non_exhaustive]
    Language, "language" {
        /// Modern Standard Arabic, as news agencies write it.
        #[default]
        Arabic = "ar",
    }
}

vocabulary! {
    /// What kind of encounter a bulletin reports.
    ///
    /// ```
    /// use newswire::MeetingKind;
    ///
    /// assert_eq!("call".parse(), Ok(MeetingKind::Call));
    /// assert_eq!(MeetingKind::Call.to_string(), "call");
    /// ```
    #[derive(Default)]
    #[non_exhaustive]
    MeetingKind, "meeting kind" {
        /// The sides met; the general case (اجتمع، التقى).
        #[default]
        Meeting = "meeting",
        /// A host received a guest (استقبل).
        Reception = "reception",
        /// They spoke by telephone or video link (اتصال هاتفي).
        Call = "call",
        /// Formal talks between two sides, often of delegations (مباحثات، جلسة مباحثات).
        Talks = "talks",
        /// A gathering of many parties: a conference, a summit, a ministerial session (مؤتمر، قمة).
        Conference = "conference",
        /// A visit, an arrival or a departure (زيارة، وصل، غادر).
        Visit = "visit",
        /// An ambassador handed over letters of credence (أوراق اعتماد).
        Credentials = "credentials",
        /// A letter or a cable: congratulation, condolence, invitation (رسالة، برقية).
        Message = "message",
        /// An agreement or a memorandum was signed (وقّع).
        Signing = "signing",
    }
}

vocabulary! {
    /// The part a person had in an encounter.
    ///
    /// ```
    /// use newswire::Part;
    ///
    /// assert_eq!(Part::default(), Part::Principal);
    /// ```
    #[derive(Default)]
    #[non_exhaustive]
    Part, "part" {
        /// One of those whose encounter it is.
        #[default]
        Principal = "principal",
        /// Only listed: present, accompanying, in the delegation, welcoming or seeing off.
        Attendee = "attendee",
    }
}

vocabulary! {
    /// The class of an office, from the highest of the state downward, then bodies outside it.
    ///
    /// ```
    /// use newswire::Rank;
    ///
    /// assert_eq!(Rank::SpecialEnvoy.as_str(), "special_envoy");
    /// assert_eq!(Rank::ALL.len(), 23);
    /// ```
    #[derive(Default)]
    #[non_exhaustive]
    Rank, "rank" {
        /// A king, emir, sultan or president of a state.
        HeadOfState = "head_of_state",
        /// The heir to a throne, or the heir's heir.
        CrownPrince = "crown_prince",
        /// A prime minister, chancellor or other head of a cabinet.
        HeadOfGovernment = "head_of_government",
        /// A deputy or vice prime minister.
        DeputyHeadOfGovernment = "deputy_head_of_government",
        /// A minister of foreign affairs, also beside another office.
        ForeignMinister = "foreign_minister",
        /// A deputy, assistant or under-secretary at a foreign ministry.
        DeputyForeignMinister = "deputy_foreign_minister",
        /// A minister of any other portfolio, or of state.
        Minister = "minister",
        /// A deputy, assistant or under-secretary at any other ministry.
        DeputyMinister = "deputy_minister",
        /// An ambassador, chargé d'affaires or permanent representative.
        Ambassador = "ambassador",
        /// An envoy or representative sent for one matter, region or crisis.
        SpecialEnvoy = "special_envoy",
        /// The president or speaker of a parliament or one of its chambers.
        SpeakerOfParliament = "speaker_of_parliament",
        /// A deputy speaker.
        DeputySpeaker = "deputy_speaker",
        /// A deputy, senator, or head of a parliamentary committee.
        MemberOfParliament = "member_of_parliament",
        /// The secretary general of an organisation, or one of the deputies.
        SecretaryGeneral = "secretary_general",
        /// The head of an agency, authority, bank, party, commission or other body.
        HeadOfOrganization = "head_of_organization",
        /// An adviser or counsellor to an office holder.
        Adviser = "adviser",
        /// A commander or chief of staff of armed forces or police.
        MilitaryCommander = "military_commander",
        /// A governor of a region, a mayor, the head of a territory.
        GovernorMayor = "governor_mayor",
        /// A director general, head of a department or of an office holder's cabinet.
        Director = "director",
        /// A member of a delegation without a further office.
        DelegationMember = "delegation_member",
        /// A patriarch, mufti, bishop, sheikh of an institution of faith.
        ReligiousLeader = "religious_leader",
        /// The head or owner of a company, or of a chamber of commerce.
        BusinessLeader = "business_leader",
        /// Any other office: a consul, a former minister, a rank alone.
        #[default]
        Other = "other",
    }
}

vocabulary! {
    /// What was done with a topic, by the verb that brings it.
    ///
    /// ```
    /// use newswire::Act;
    ///
    /// assert_eq!("praised".parse(), Ok(Act::Praised));
    /// ```
    #[derive(Default)]
    #[non_exhaustive]
    Act, "act" {
        /// Talked over, reviewed, negotiated, exchanged views on (بحث، استعرض).
        #[default]
        Discussed = "discussed",
        /// Underlined as important, affirmed, stressed (أكد، شدد).
        Stressed = "stressed",
        /// Told the other side about it (أطلع، أحاط علما).
        Briefed = "briefed",
        /// Gave thanks for it (شكر).
        Thanked = "thanked",
        /// Congratulated on it (هنأ).
        Congratulated = "congratulated",
        /// Spoke well of it (أشاد، ثمّن).
        Praised = "praised",
        /// Came to an agreement on it, or signed it (اتفق، وقّع).
        Agreed = "agreed",
        /// Asked or called for it, invited to it (دعا، طلب).
        Requested = "requested",
        /// Condemned or rejected it (أدان، استنكر).
        Condemned = "condemned",
        /// Voiced a feeling or a wish about it: hope, regret, readiness, condolence (أعرب، عبّر).
        Expressed = "expressed",
    }
}

vocabulary! {
    /// A day told from the day of writing.
    ///
    /// ```
    /// use newswire::Relative;
    ///
    /// assert_eq!(Relative::Yesterday.days(), -1);
    /// ```
    #[non_exhaustive]
    Relative, "relative day" {
        /// The day itself (اليوم).
        Today = "today",
        /// One day before (أمس).
        Yesterday = "yesterday",
        /// Two days before (أول من أمس).
        DayBeforeYesterday = "day_before_yesterday",
        /// One day after (غدا).
        Tomorrow = "tomorrow",
    }
}

impl Relative {
    /// How many days it lies after the day of writing; negative for days before it.
    pub const fn days(self) -> i64 {
        match self {
            Self::Today => 0,
            Self::Yesterday => -1,
            Self::DayBeforeYesterday => -2,
            Self::Tomorrow => 1,
        }
    }
}

vocabulary! {
    /// A day of the week.
    ///
    /// Converts to and from [`chrono::Weekday`]; in JSON it is the first three letters of its English name.
    ///
    /// ```
    /// use newswire::Weekday;
    ///
    /// assert_eq!(Weekday::from(chrono::Weekday::Fri), Weekday::Friday);
    /// assert_eq!(Weekday::Friday.as_str(), "fri");
    /// ```
    Weekday, "weekday" {
        /// Monday (الاثنين).
        Monday = "mon",
        /// Tuesday (الثلاثاء).
        Tuesday = "tue",
        /// Wednesday (الأربعاء).
        Wednesday = "wed",
        /// Thursday (الخميس).
        Thursday = "thu",
        /// Friday (الجمعة).
        Friday = "fri",
        /// Saturday (السبت).
        Saturday = "sat",
        /// Sunday (الأحد).
        Sunday = "sun",
    }
}

impl From<chrono::Weekday> for Weekday {
    fn from(day: chrono::Weekday) -> Self {
        match day {
            chrono::Weekday::Mon => Self::Monday,
            chrono::Weekday::Tue => Self::Tuesday,
            chrono::Weekday::Wed => Self::Wednesday,
            chrono::Weekday::Thu => Self::Thursday,
            chrono::Weekday::Fri => Self::Friday,
            chrono::Weekday::Sat => Self::Saturday,
            chrono::Weekday::Sun => Self::Sunday,
        }
    }
}

impl From<Weekday> for chrono::Weekday {
    fn from(day: Weekday) -> Self {
        match day {
            Weekday::Monday => Self::Mon,
            Weekday::Tuesday => Self::Tue,
            Weekday::Wednesday => Self::Wed,
            Weekday::Thursday => Self::Thu,
            Weekday::Friday => Self::Fri,
            Weekday::Saturday => Self::Sat,
            Weekday::Sunday => Self::Sun,
        }
    }
}

vocabulary! {
    /// A subject that a topic falls under.
    ///
    /// Most subjects have a counterpart in the [IPTC Media Topics](https://iptc.org/standards/media-topics/), the
    /// vocabulary newsrooms tag copy with: see [`Subject::media_topic`].
    ///
    /// ```
    /// use newswire::Subject;
    ///
    /// assert_eq!(Subject::Energy.media_topic(), Some("20000256"));
    /// assert_eq!(Subject::Energy.media_topic_qcode().as_deref(), Some("medtop:20000256"));
    /// assert_eq!(Subject::Other.media_topic(), None);
    /// ```
    #[derive(Default)]
    #[non_exhaustive]
    Subject, "subject" {
        /// Relations and cooperation of two countries in general.
        BilateralRelations = "bilateral_relations",
        /// Affairs of the region and the world, matters of common interest.
        RegionalInternationalIssues = "regional_international_issues",
        /// The economy, finance, development.
        Economy = "economy",
        /// Trade between countries, markets, customs.
        Trade = "trade",
        /// Investments, joint ventures, business climate.
        Investment = "investment",
        /// Oil, gas, electricity, renewables, nuclear power.
        Energy = "energy",
        /// Manufacturing, mining, industrial zones.
        Industry = "industry",
        /// Roads, rail, ports, aviation, corridors.
        Transport = "transport",
        /// Farming, livestock, fisheries, food security.
        Agriculture = "agriculture",
        /// The environment, climate and water, and the conferences about them.
        EnvironmentClimate = "environment_climate",
        /// Schools, universities, scholarships, training.
        Education = "education",
        /// Science, technology, communications, space, digital affairs.
        ScienceTechnology = "science_technology",
        /// Arts, heritage, language, cultural exchange.
        Culture = "culture",
        /// Tourism and travel.
        Tourism = "tourism",
        /// Aid and relief, cooperation in the humanitarian field.
        Humanitarian = "humanitarian",
        /// Health, medicine, hospitals, epidemics.
        Health = "health",
        /// Armed forces, military cooperation, security, borders.
        DefenceSecurity = "defence_security",
        /// Terrorism, extremism and the fight against them.
        Counterterrorism = "counterterrorism",
        /// Conflicts, ceasefires, mediation, peace processes.
        PeaceConflict = "peace_conflict",
        /// Mines and unexploded ordnance, and clearing them.
        Demining = "demining",
        /// Rebuilding after a war or a disaster, the return of the displaced.
        Reconstruction = "reconstruction",
        /// Parliaments, friendship groups, inter-parliamentary bodies.
        Parliamentary = "parliamentary",
        /// International organisations, their sessions, candidacies and presidencies.
        Multilateral = "multilateral",
        /// Law, courts, justice, agreements as legal texts.
        LegalJudicial = "legal_judicial",
        /// Migration, refugees, visas, consular affairs, nationals abroad.
        MigrationConsular = "migration_consular",
        /// Press, broadcasting, news agencies.
        Media = "media",
        /// Youth and sport.
        YouthSports = "youth_sports",
        /// Religion, pilgrimage, endowments, dialogue of faiths.
        Religion = "religion",
        /// Human rights, women, children, labour rights.
        HumanRights = "human_rights",
        /// Anything else.
        #[default]
        Other = "other",
    }
}

impl Subject {
    /// The id of the nearest IPTC Media Topic, eight digits; `None` where no topic matches.
    pub const fn media_topic(self) -> Option<&'static str> {
        match self.media_topic_entry() {
            Some((id, _)) => Some(id),
            None => None,
        }
    }

    /// The name of that topic, in IPTC's British English.
    ///
    /// ```
    /// use newswire::Subject;
    ///
    /// assert_eq!(Subject::Energy.media_topic_name(), Some("energy and resource"));
    /// ```
    pub const fn media_topic_name(self) -> Option<&'static str> {
        match self.media_topic_entry() {
            Some((_, name)) => Some(name),
            None => None,
        }
    }

    /// Id and name of the nearest IPTC Media Topic.
    const fn media_topic_entry(self) -> Option<(&'static str, &'static str)> {
        Some(match self {
            Self::BilateralRelations => ("20000639", "diplomacy"),
            Self::RegionalInternationalIssues => ("20000638", "international relations"),
            Self::Economy => ("20000344", "economy"),
            Self::Trade => ("20000373", "international trade"),
            Self::Investment => ("20000378", "investments"),
            Self::Energy => ("20000256", "energy and resource"),
            Self::Industry => ("20000294", "manufacturing and engineering"),
            Self::Transport => ("20000337", "transport"),
            Self::Agriculture => ("20000210", "agriculture"),
            Self::EnvironmentClimate => ("06000000", "environment"),
            Self::Education => ("05000000", "education"),
            Self::ScienceTechnology => ("13000000", "science and technology"),
            Self::Culture => ("20000038", "culture"),
            Self::Tourism => ("20000331", "tourism and leisure industry"),
            Self::Humanitarian => ("20000643", "foreign aid"),
            Self::Health => ("07000000", "health"),
            Self::DefenceSecurity => ("20000598", "national security"),
            Self::Counterterrorism => ("20000053", "act of terror"),
            Self::PeaceConflict => ("20000073", "peace process"),
            Self::Demining => ("20000079", "ordnance clearance"),
            Self::Reconstruction => ("20000077", "post-war reconstruction"),
            Self::Parliamentary => ("20000615", "legislative body"),
            Self::Multilateral => ("20000644", "international organisation"),
            Self::LegalJudicial => ("20000121", "law"),
            Self::MigrationConsular => ("20000634", "immigration policy"),
            Self::Media => ("20000045", "mass media"),
            Self::YouthSports => ("15000000", "sport"),
            Self::Religion => ("12000000", "religion"),
            Self::HumanRights => ("20000587", "fundamental rights"),
            Self::Other => return None,
        })
    }

    /// The same as a qualified code for NewsML-G2 and ninjs, such as `"medtop:20000639"`.
    pub fn media_topic_qcode(self) -> Option<String> {
        self.media_topic().map(|id| format!("medtop:{id}"))
    }
}

vocabulary! {
    /// What a [`Diagnostic`](crate::Diagnostic) is about.
    ///
    /// ```
    /// use newswire::DiagnosticKind;
    ///
    /// assert_eq!(DiagnosticKind::WeekdayMismatch.as_str(), "weekday_mismatch");
    /// ```
    #[non_exhaustive]
    DiagnosticKind, "diagnostic kind" {
        /// A month is named twice, and the two names are different months.
        MonthNamesDiffer = "month_names_differ",
        /// The weekday written is not that of the date written beside it.
        WeekdayMismatch = "weekday_mismatch",
        /// The Hijri and the Gregorian date written side by side are more than a day apart.
        CalendarMismatch = "calendar_mismatch",
        /// The date written is on no calendar, such as 31 April.
        ImpossibleDate = "impossible_date",
        /// A stretch that should have held a fact could not be read: somebody met, and the other side was not made out.
        UnreadStretch = "unread_stretch",
        /// A limit of the parser was reached: what there is beyond it is not read, not told or, of people, not known again.
        LimitReached = "limit_reached",
    }
}

vocabulary! {
    /// The rule by which a value of a record was read: why it is there.
    ///
    /// ```
    /// use newswire::Rule;
    ///
    /// assert_eq!(Rule::EncounterVerb.as_str(), "encounter_verb");
    /// ```
    #[non_exhaustive]
    Rule, "rule" {
        /// The envelope: a first line that the table of sections knows.
        SectionLine = "section_line",
        /// The envelope: a line of its own over the dateline or the body.
        HeadlineLine = "headline_line",
        /// The envelope: place, date and credit in one of the orders in which datelines are written.
        DatelineShape = "dateline_shape",
        /// The envelope: the agency's credit at the end of the text.
        ClosingCredit = "closing_credit",
        /// The envelope: an end mark, initials or a source line after the last paragraph.
        ClosingLine = "closing_line",
        /// An encounter: a verb in the past with those on both sides of it, "A received B".
        EncounterVerb = "encounter_verb",
        /// An encounter: a verb that tells of one together with an event noun, "A held talks with B".
        VerbWithEventNoun = "verb_with_event_noun",
        /// An encounter: an event noun that brings it in, "in a meeting with B".
        EventNoun = "event_noun",
        /// An encounter: an event noun with a pronoun for whoever the sentence is about, "during his meeting with B".
        OwnedNoun = "owned_noun",
        /// An encounter: what two sides did with a matter together, "A discussed with B".
        JointAct = "joint_act",
        /// An encounter: the work of a conference and who headed it or took part.
        ConferenceWork = "conference_work",
        /// When, where, on what occasion: told in the encounter's own clause.
        InClause = "in_clause",
        /// When, where, on what occasion: told before the encounter.
        BeforeVerb = "before_verb",
        /// When: the day of the encounter told before, "on the same day", "after the meeting".
        SameOccasion = "same_occasion",
        /// When, where: told of the encounter in a later sentence.
        ToldLater = "told_later",
        /// The source that the bulletin names for what it tells.
        QuotedSource = "quoted_source",
        /// A part in the encounter: on one of its sides.
        OnASide = "on_a_side",
        /// A part in the encounter: in a list of those who were also there.
        ListedAsPresent = "listed_as_present",
        /// A name: what stands between an office and the next thing that cannot be in a name.
        NameAfterOffice = "name_after_office",
        /// A name: what stands behind a form of address.
        NameAfterTitle = "name_after_title",
        /// A name: what stands before an office in apposition.
        NameBeforeOffice = "name_before_office",
        /// A name: nothing introduces it; words of it are known to be names, or it was met before.
        NameAlone = "name_alone",
        /// A rank: that of the office's head noun.
        OfficeHead = "office_head",
        /// A rank: that of a head noun with such a complement.
        HeadAndComplement = "head_and_complement",
        /// A rank: that of the person whose counterpart somebody is.
        OfCounterpart = "of_counterpart",
        /// A country or organisation: named in the office.
        NamedInOffice = "named_in_office",
        /// A country: that of the side somebody is listed with, or of whomever his office is said to serve.
        OfReceivingSide = "of_receiving_side",
        /// A country: nothing else is told, and the agency is of that country.
        OfAgency = "of_agency",
        /// A country: nothing else is told, and the dateline is from there.
        OfDateline = "of_dateline",
        /// A country: nothing else is told, and the offices named are that country's own.
        OfOffices = "of_offices",
        /// A country: nothing else is told, and the text pairs it with the country or the organisation of somebody else: "relations
        /// between N and M".
        OfPair = "of_pair",
        /// A country: nothing else is told, and the towns named lie there.
        OfTowns = "of_towns",
        /// A country: nothing else is told, and whoever is introduced first, or those at the head of bodies, are told to be of it.
        OfFirst = "of_first",
        /// A topic: what a word for an act of speech brings in, "discussed …", "stressed the importance of …".
        ActWord = "act_word",
        /// A topic: named in the encounter's own clause, "talks on …", "signed an agreement on …".
        ClauseMatter = "clause_matter",
        /// A topic: the occasion that a message is sent for.
        MessageOccasion = "message_occasion",
        /// Who raised a topic: the subject of the word that brings it in.
        SubjectOfAct = "subject_of_act",
        /// Who raised a topic: nobody in particular is told.
        NobodyInParticular = "nobody_in_particular",
        /// A subject: the words of the topic that are decisive in the table of subjects.
        SubjectWord = "subject_word",
        /// A subject: fixed by the kind of encounter.
        KindOfEncounter = "kind_of_encounter",
        /// A subject: no word of the topic names one.
        NoSubjectWord = "no_subject_word",
    }
}
