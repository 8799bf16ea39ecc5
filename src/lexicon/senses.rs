//! The senses that the tables give.

use crate::model::{Country, Relative, Subject, Weekday};

/// One meaning of a form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Sense {
    Country(Country),
    /// A nationality adjective.
    Nationality {
        country: Country,
        number: Number,
        definite: bool,
    },
    Town {
        country: Country,
        kind: super::PlaceKind,
        plain: bool,
    },
    Month(Calendar, u8),
    Weekday(Weekday),
    /// A day of the month in words.
    Ordinal(u8),
    Relative(Relative),
    /// "The same day": the date of what came before.
    SameDay,
    /// "Early", "late", "mid": no day.
    Vague,
    Era(Calendar),
    /// What joins two statements of one date.
    Corresponding,
    /// "The current month", "this year": adds nothing to the day.
    ThisYear,
    DayPart,
    Agency(u16),
    Section,
    Honorific(HonorificKind, Option<Gender>),
    Office(u16, OfficeForm),
    /// The class, and whether further words of the institution's name follow.
    Institution {
        class: u8,
        head: bool,
    },
    Organization,
    Encounter(u16),
    Act(u16),
    Verb(VerbKind),
    Subject(Subject, u8),
    Noun,
    /// A noun with the article, as the tables make it from the noun: only where the article is written
    /// as one, which "Eldar" and "Ilham" are not.
    DefiniteNoun,
    Name,
    Cue(Cue),
}

/// What a sense is, without its value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Country,
    Nationality,
    Town,
    Month,
    Weekday,
    Ordinal,
    Relative,
    SameDay,
    Vague,
    Era,
    Corresponding,
    ThisYear,
    DayPart,
    Agency,
    Section,
    Honorific,
    Office,
    Institution,
    Organization,
    Encounter,
    Act,
    Verb,
    Subject,
    Noun,
    DefiniteNoun,
    Name,
}

/// A set of kinds of sense, and of cues.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Kinds(u128);

impl Kinds {
    /// Every cue.
    pub(crate) const CUES: Self = Self(u128::MAX << CUES);

    pub(crate) const fn of(kinds: &[Kind], cues: &[Cue]) -> Self {
        let mut set = 0;
        let mut rest = kinds;
        while let [kind, more @ ..] = rest {
            set |= Self::bit(*kind as u32);
            rest = more;
        }
        let mut rest = cues;
        while let [cue, more @ ..] = rest {
            set |= Self::bit(CUES + *cue as u32);
            rest = more;
        }
        Self(set)
    }

    /// All that one of the two has.
    pub(crate) const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    const fn bit(index: u32) -> u128 {
        1 << index
    }

    pub(crate) fn insert(&mut self, sense: Sense) {
        self.0 |= Self::bit(sense.index());
    }

    pub(crate) fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Whether the two have anything in common.
    pub(crate) fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

/// The cues come behind the kinds.
const CUES: u32 = 32;

impl Sense {
    /// The place of its kind, or of its cue, in [`Kinds`].
    fn index(self) -> u32 {
        let kind = match self {
            Self::Cue(cue) => return CUES + cue as u32,
            Self::Country(_) => Kind::Country,
            Self::Nationality { .. } => Kind::Nationality,
            Self::Town { .. } => Kind::Town,
            Self::Month(..) => Kind::Month,
            Self::Weekday(_) => Kind::Weekday,
            Self::Ordinal(_) => Kind::Ordinal,
            Self::Relative(_) => Kind::Relative,
            Self::SameDay => Kind::SameDay,
            Self::Vague => Kind::Vague,
            Self::Era(_) => Kind::Era,
            Self::Corresponding => Kind::Corresponding,
            Self::ThisYear => Kind::ThisYear,
            Self::DayPart => Kind::DayPart,
            Self::Agency(_) => Kind::Agency,
            Self::Section => Kind::Section,
            Self::Honorific(..) => Kind::Honorific,
            Self::Office(..) => Kind::Office,
            Self::Institution { .. } => Kind::Institution,
            Self::Organization => Kind::Organization,
            Self::Encounter(_) => Kind::Encounter,
            Self::Act(_) => Kind::Act,
            Self::Verb(_) => Kind::Verb,
            Self::Subject(..) => Kind::Subject,
            Self::Noun => Kind::Noun,
            Self::DefiniteNoun => Kind::DefiniteNoun,
            Self::Name => Kind::Name,
        };
        kind as u32
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Number {
    One,
    Two,
    Many,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Gender {
    Masculine,
    Feminine,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Calendar {
    Gregorian,
    Hijri,
}

/// Whether an office form takes a complement or stands by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum OfficeForm {
    Construct,
    Definite,
}

impl EncounterForm {
    /// Whether it is a verb with a tense.
    pub(crate) fn is_finite(self) -> bool {
        matches!(self, Self::Past | Self::Present | Self::Light | Self::LightPresent)
    }
}

/// How an encounter word stands in its clause.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum EncounterForm {
    Past,
    Present,
    /// An event noun that names an encounter.
    Noun,
    /// An event noun that refers to one.
    Definite,
    /// An event noun with a possessive pronoun.
    Own,
    Participle,
    /// A verb that makes an encounter only together with an event noun.
    Light,
    /// The same in the present.
    LightPresent,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ActForm {
    Past,
    Present,
    Noun,
    Participle,
    Passive,
    /// A verb of which what was discussed is the subject: "the axis of the talks was …".
    Framing,
}

impl ActForm {
    pub(crate) fn is_finite(self) -> bool {
        matches!(self, Self::Past | Self::Present | Self::Passive | Self::Framing)
    }
}

/// Whether an act is done by all sides or by one of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Speaker {
    Joint,
    One,
    Any,
}

/// How the party or the topic after a word is marked.
macro_rules! marks {
    ($(#[$doc:meta])* $one:ident, $set:ident { $($variant:ident = $text:literal),* $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub(crate) enum $one { $($variant),* }

        impl $one {
            fn from_table(text: &str) -> Option<Self> {
                match text { $($text => Some(Self::$variant),)* _ => None }
            }
        }

        /// A set of them.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
        pub(crate) struct $set(u16);

        impl $set {
            pub(crate) fn from_cell(cell: &str) -> Option<Self> {
                let mut set = Self::default();
                for text in cell.split('|').filter(|text| *text != "-") {
                    set.0 |= 1 << $one::from_table(text)? as u16;
                }
                Some(set)
            }

            pub(crate) fn has(self, one: $one) -> bool {
                self.0 & (1 << one as u16) != 0
            }
        }
    };
}

marks!(
    /// How the other party of an encounter is marked.
    ObjectMark, ObjectMarks {
        Direct = "direct", With = "with", By = "by", To = "to", From = "from",
        Between = "between", And = "and", Place = "place", Him = "him",
        Each = "each",
    }
);

marks!(
    /// What stands between an act and its topic.
    Lead, Leads {
        Direct = "direct", On = "على", To = "إلى", About = "حول", Concerning = "بشأن", Of = "عن",
        By = "ب", In = "في", For = "ل", From = "من", With = "مع", Towards = "تجاه", Regarding = "إزاء", Upon = "لدى",
    }
);

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum VerbKind {
    Say,
    Move,
    Do,
    Auxiliary,
    /// As often a noun: a verb only where one is expected.
    Weak,
}

/// A closed list that stands in a table by its name.
macro_rules! from_name {
    ($(#[$doc:meta])* $name:ident { $($variant:ident = $text:literal),* $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub(crate) enum $name { $($variant),* }

        impl $name {
            pub(crate) fn from_table(text: &str) -> Option<Self> {
                match text { $($text => Some(Self::$variant),)* _ => None }
            }
        }

        // So many cues have room in `Kinds`.
        const _: () = assert!([$($text),*].len() <= (u128::BITS - CUES) as usize);
    };
}

from_name!(
    /// What a form of address is.
    HonorificKind {
        Courtesy = "courtesy", Royal = "royal", Academic = "academic", Military = "military",
        Religious = "religious", Blessing = "blessing", Qualifier = "qualifier", Former = "former", Union = "union", Arm = "arm", Reference = "reference",
    }
);

from_name!(
    /// What a word of structure does (`words.tsv`).
    Cue {
        With = "with", To = "to", From = "from", In = "in", On = "on", About = "about", Of = "of", Between = "between",
        Through = "through", Accredited = "accredited", OnBehalf = "on_behalf", Both = "both", Separately = "separately", AndWith = "and_with",
        Relative = "relative", They = "they", Inspection = "inspection", That = "that", Where = "where", When = "when", Purpose = "purpose", Negation = "negation",
        During = "during", After = "after", Until = "until", Sidelines = "sidelines", Framework = "framework",
        Occasion = "occasion", Invitation = "invitation", Visiting = "visiting", Course = "course",
        Currently = "currently", Continuation = "continuation", SameOccasion = "same_occasion",
        Was = "was", Recall = "recall", Had = "had", Background = "background", Plan = "plan", Denial = "denial", Day = "day", PastMark = "past_mark", NextMark = "next_mark", Greeting = "greeting", Presence = "presence",
        TakingPart = "taking_part", Company = "company", DelegationList = "delegation_list",
        CompanyParty = "company_party", Side = "side", Crowd = "crowd", Regards = "regards", Parties = "parties",
        ByPhone = "by_phone", Also = "also", Including = "including", Weight = "weight", Agenda = "agenda", Keenness = "keenness", TopicHead = "topic_head", Field = "field", Venue = "venue",
        Town = "town", Homeland = "homeland", Abroad = "abroad", Dignified = "dignified", Letter = "letter",
        Condolence = "condolence", Undone = "undone", Overseas = "overseas", Provides = "provides", Alike = "alike", Courtesies = "courtesies", ReporterMark = "reporter_mark", SourceMark = "source_mark", End = "end",
        Link = "link", Visitors = "visitors", Caption = "caption", Clock = "clock", QuotedSource = "quoted_source",
        NameLink = "name_link", Descent = "descent", Chairs = "chairs", Relation = "relation", Matter = "matter", Patronymic = "patronymic", Pointer = "pointer", Therein = "therein", WithThem = "with_them", Fronting = "fronting", Tour = "tour", Bystanders = "bystanders", Farewell = "farewell", Attitude = "attitude", Divine = "divine",
    }
);

impl HonorificKind {
    /// Whether it stands before a name.
    pub(crate) fn addresses(self) -> bool {
        matches!(self, Self::Courtesy | Self::Royal | Self::Academic | Self::Military | Self::Religious)
    }
}

impl EncounterForm {
    pub(crate) fn from_table(text: &str) -> Option<Self> {
        Some(match text {
            "past" => Self::Past,
            "present" => Self::Present,
            "noun" => Self::Noun,
            "definite" => Self::Definite,
            "own" => Self::Own,
            "participle" => Self::Participle,
            "light" => Self::Light,
            "light_present" => Self::LightPresent,
            _ => return None,
        })
    }
}

impl ActForm {
    pub(crate) fn from_table(text: &str) -> Option<Self> {
        Some(match text {
            "past" => Self::Past,
            "present" => Self::Present,
            "noun" => Self::Noun,
            "participle" => Self::Participle,
            "passive" => Self::Passive,
            "framing" => Self::Framing,
            _ => return None,
        })
    }
}

impl Speaker {
    pub(crate) fn from_table(text: &str) -> Option<Self> {
        Some(match text {
            "joint" => Self::Joint,
            "one" => Self::One,
            "any" => Self::Any,
            _ => return None,
        })
    }
}

impl VerbKind {
    pub(crate) fn from_table(text: &str) -> Option<Self> {
        Some(match text {
            "say" => Self::Say,
            "move" => Self::Move,
            "do" => Self::Do,
            "aux" => Self::Auxiliary,
            "weak" => Self::Weak,
            _ => return None,
        })
    }
}
