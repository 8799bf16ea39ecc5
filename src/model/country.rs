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
}

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
