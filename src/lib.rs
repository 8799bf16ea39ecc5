#![forbid(unsafe_code)]
#![warn(missing_docs)]
//! Reads a news agency's bulletin into typed data.

mod error;
mod grammar;
mod layout;
mod lexicon;
pub mod model;
mod parser;
mod reading;
mod token;

pub use error::{ParseError, ParseErrorKind};
pub use model::*;
pub use parser::{Parser, parse};
