//! Country codes.

use std::fmt;
use std::str::FromStr;

use serde::de::{self, Deserializer, Visitor};
use serde::{Deserialize, Serialize, Serializer};
use thiserror::Error;

/// A country, by its ISO 3166-1 alpha-2 code: two upper-case ASCII letters.
///
/// Only the shape of the code is checked, not that the code is assigned: the list changes, and `XK` (Kosovo) is used
/// without being on it. In JSON it is a string, `"AZ"`.
///
/// ```
/// use newswire::Country;
///
/// const JAPAN: Option<Country> = Country::new("JP");
/// assert_eq!(JAPAN.map(|c| c.to_string()).as_deref(), Some("JP"));
/// assert!("jp".parse::<Country>().is_err());
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Country([u8; 2]);

impl Country {
    /// The country of an alpha-2 code; `None` unless `code` is exactly two upper-case ASCII letters.
    pub const fn new(code: &str) -> Option<Self> {
        match code.as_bytes() {
            &[first, second] => Self::from_bytes([first, second]),
            _ => None,
        }
    }

    /// The same from the code's two bytes, as in `Country::from_bytes(*b"AZ")`.
    pub const fn from_bytes(code: [u8; 2]) -> Option<Self> {
        let [first, second] = code;
        if first.is_ascii_uppercase() && second.is_ascii_uppercase() { Some(Self(code)) } else { None }
    }

    /// The code, such as `"AZ"`.
    pub fn as_str(&self) -> &str {
        // The bytes are ASCII by construction, so the default is never taken.
        std::str::from_utf8(&self.0).unwrap_or_default()
    }

    /// The ISO 3166-1 alpha-3 code of the same country, such as `"AZE"`; `None` for a code that is not assigned.
    ///
    /// Kosovo (`XK`) has none in the standard. It is given as `XKX`, of the codes that the standard leaves to its users.
    ///
    /// ```
    /// use newswire::Country;
    ///
    /// assert_eq!(Country::new("AZ").and_then(Country::alpha3), Some("AZE"));
    /// assert_eq!(Country::new("QQ").and_then(Country::alpha3), None);
    /// ```
    pub fn alpha3(self) -> Option<&'static str> {
        let at = ALPHA_3.binary_search_by_key(&self.as_str(), |(alpha2, _)| alpha2).ok()?;
        ALPHA_3.get(at).map(|(_, alpha3)| *alpha3)
    }
}

/// The assigned codes of ISO 3166-1, alpha-2 and alpha-3, and Kosovo's; sorted by the first. `tests/iso_3166.rs` compares
/// them with another list.
#[rustfmt::skip]
const ALPHA_3: [(&str, &str); 250] = [
    ("AD", "AND"), ("AE", "ARE"), ("AF", "AFG"), ("AG", "ATG"), ("AI", "AIA"), ("AL", "ALB"), ("AM", "ARM"), ("AO", "AGO"),
    ("AQ", "ATA"), ("AR", "ARG"), ("AS", "ASM"), ("AT", "AUT"), ("AU", "AUS"), ("AW", "ABW"), ("AX", "ALA"), ("AZ", "AZE"),
    ("BA", "BIH"), ("BB", "BRB"), ("BD", "BGD"), ("BE", "BEL"), ("BF", "BFA"), ("BG", "BGR"), ("BH", "BHR"), ("BI", "BDI"),
    ("BJ", "BEN"), ("BL", "BLM"), ("BM", "BMU"), ("BN", "BRN"), ("BO", "BOL"), ("BQ", "BES"), ("BR", "BRA"), ("BS", "BHS"),
    ("BT", "BTN"), ("BV", "BVT"), ("BW", "BWA"), ("BY", "BLR"), ("BZ", "BLZ"), ("CA", "CAN"), ("CC", "CCK"), ("CD", "COD"),
    ("CF", "CAF"), ("CG", "COG"), ("CH", "CHE"), ("CI", "CIV"), ("CK", "COK"), ("CL", "CHL"), ("CM", "CMR"), ("CN", "CHN"),
    ("CO", "COL"), ("CR", "CRI"), ("CU", "CUB"), ("CV", "CPV"), ("CW", "CUW"), ("CX", "CXR"), ("CY", "CYP"), ("CZ", "CZE"),
    ("DE", "DEU"), ("DJ", "DJI"), ("DK", "DNK"), ("DM", "DMA"), ("DO", "DOM"), ("DZ", "DZA"), ("EC", "ECU"), ("EE", "EST"),
    ("EG", "EGY"), ("EH", "ESH"), ("ER", "ERI"), ("ES", "ESP"), ("ET", "ETH"), ("FI", "FIN"), ("FJ", "FJI"), ("FK", "FLK"),
    ("FM", "FSM"), ("FO", "FRO"), ("FR", "FRA"), ("GA", "GAB"), ("GB", "GBR"), ("GD", "GRD"), ("GE", "GEO"), ("GF", "GUF"),
    ("GG", "GGY"), ("GH", "GHA"), ("GI", "GIB"), ("GL", "GRL"), ("GM", "GMB"), ("GN", "GIN"), ("GP", "GLP"), ("GQ", "GNQ"),
    ("GR", "GRC"), ("GS", "SGS"), ("GT", "GTM"), ("GU", "GUM"), ("GW", "GNB"), ("GY", "GUY"), ("HK", "HKG"), ("HM", "HMD"),
    ("HN", "HND"), ("HR", "HRV"), ("HT", "HTI"), ("HU", "HUN"), ("ID", "IDN"), ("IE", "IRL"), ("IL", "ISR"), ("IM", "IMN"),
    ("IN", "IND"), ("IO", "IOT"), ("IQ", "IRQ"), ("IR", "IRN"), ("IS", "ISL"), ("IT", "ITA"), ("JE", "JEY"), ("JM", "JAM"),
    ("JO", "JOR"), ("JP", "JPN"), ("KE", "KEN"), ("KG", "KGZ"), ("KH", "KHM"), ("KI", "KIR"), ("KM", "COM"), ("KN", "KNA"),
    ("KP", "PRK"), ("KR", "KOR"), ("KW", "KWT"), ("KY", "CYM"), ("KZ", "KAZ"), ("LA", "LAO"), ("LB", "LBN"), ("LC", "LCA"),
    ("LI", "LIE"), ("LK", "LKA"), ("LR", "LBR"), ("LS", "LSO"), ("LT", "LTU"), ("LU", "LUX"), ("LV", "LVA"), ("LY", "LBY"),
    ("MA", "MAR"), ("MC", "MCO"), ("MD", "MDA"), ("ME", "MNE"), ("MF", "MAF"), ("MG", "MDG"), ("MH", "MHL"), ("MK", "MKD"),
    ("ML", "MLI"), ("MM", "MMR"), ("MN", "MNG"), ("MO", "MAC"), ("MP", "MNP"), ("MQ", "MTQ"), ("MR", "MRT"), ("MS", "MSR"),
    ("MT", "MLT"), ("MU", "MUS"), ("MV", "MDV"), ("MW", "MWI"), ("MX", "MEX"), ("MY", "MYS"), ("MZ", "MOZ"), ("NA", "NAM"),
    ("NC", "NCL"), ("NE", "NER"), ("NF", "NFK"), ("NG", "NGA"), ("NI", "NIC"), ("NL", "NLD"), ("NO", "NOR"), ("NP", "NPL"),
    ("NR", "NRU"), ("NU", "NIU"), ("NZ", "NZL"), ("OM", "OMN"), ("PA", "PAN"), ("PE", "PER"), ("PF", "PYF"), ("PG", "PNG"),
    ("PH", "PHL"), ("PK", "PAK"), ("PL", "POL"), ("PM", "SPM"), ("PN", "PCN"), ("PR", "PRI"), ("PS", "PSE"), ("PT", "PRT"),
    ("PW", "PLW"), ("PY", "PRY"), ("QA", "QAT"), ("RE", "REU"), ("RO", "ROU"), ("RS", "SRB"), ("RU", "RUS"), ("RW", "RWA"),
    ("SA", "SAU"), ("SB", "SLB"), ("SC", "SYC"), ("SD", "SDN"), ("SE", "SWE"), ("SG", "SGP"), ("SH", "SHN"), ("SI", "SVN"),
    ("SJ", "SJM"), ("SK", "SVK"), ("SL", "SLE"), ("SM", "SMR"), ("SN", "SEN"), ("SO", "SOM"), ("SR", "SUR"), ("SS", "SSD"),
    ("ST", "STP"), ("SV", "SLV"), ("SX", "SXM"), ("SY", "SYR"), ("SZ", "SWZ"), ("TC", "TCA"), ("TD", "TCD"), ("TF", "ATF"),
    ("TG", "TGO"), ("TH", "THA"), ("TJ", "TJK"), ("TK", "TKL"), ("TL", "TLS"), ("TM", "TKM"), ("TN", "TUN"), ("TO", "TON"),
    ("TR", "TUR"), ("TT", "TTO"), ("TV", "TUV"), ("TW", "TWN"), ("TZ", "TZA"), ("UA", "UKR"), ("UG", "UGA"), ("UM", "UMI"),
    ("US", "USA"), ("UY", "URY"), ("UZ", "UZB"), ("VA", "VAT"), ("VC", "VCT"), ("VE", "VEN"), ("VG", "VGB"), ("VI", "VIR"),
    ("VN", "VNM"), ("VU", "VUT"), ("WF", "WLF"), ("WS", "WSM"), ("XK", "XKX"), ("YE", "YEM"), ("YT", "MYT"), ("ZA", "ZAF"),
    ("ZM", "ZMB"), ("ZW", "ZWE"),
];

impl fmt::Debug for Country {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Country({})", self.as_str())
    }
}

impl fmt::Display for Country {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl FromStr for Country {
    type Err = InvalidCountry;

    fn from_str(code: &str) -> Result<Self, Self::Err> {
        Self::new(code).ok_or_else(|| InvalidCountry { value: code.to_owned() })
    }
}

impl Serialize for Country {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for Country {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct CodeVisitor;

        impl Visitor<'_> for CodeVisitor {
            type Value = Country;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an ISO 3166-1 alpha-2 code such as \"AZ\"")
            }

            fn visit_str<E: de::Error>(self, code: &str) -> Result<Country, E> {
                code.parse().map_err(E::custom)
            }
        }

        deserializer.deserialize_str(CodeVisitor)
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Country {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Country".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "description": "A country, by its ISO 3166-1 alpha-2 code.",
            "type": "string",
            "pattern": "^[A-Z]{2}$"
        })
    }
}

/// A text that is not the code of a country.
///
/// ```
/// use newswire::Country;
///
/// let error = "Japan".parse::<Country>().unwrap_err();
/// assert_eq!(error.to_string(), "\"Japan\" is not a country code of two upper-case letters");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{value:?} is not a country code of two upper-case letters")]
pub struct InvalidCountry {
    /// The text that was read.
    pub value: String,
}
