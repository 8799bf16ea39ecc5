//! Texts made to hurt are read like any other: without a panic, in bounded time, and with every property holding.

mod common;

use common::hostile::{HOSTILE, Hostile};
use common::properties;
use newswire::{ParseErrorKind, Parser};

#[test]
fn every_property_holds_of_them() {
    for (_, make) in HOSTILE {
        properties::assert_holds(&Parser::new(), &make(8 * 1024));
    }
}

#[test]
#[cfg_attr(debug_assertions, ignore = "slow without optimisation: cargo test --release")]
fn a_megabyte_of_each_is_read() {
    // Nothing but white space and marks that do not show is no text.
    const BLANK: [&str; 2] = ["line_ends", "bidi_marks"];
    for (name, make) in HOSTILE {
        let text = make(Parser::DEFAULT_MAX_LEN);
        let result = newswire::parse(&text).map_err(|error| error.kind());
        assert_eq!(result.as_ref().err(), BLANK.contains(name).then_some(&ParseErrorKind::Empty), "{name}");
        let json = serde_json::to_string(&result.ok()).expect("every result is JSON");
        assert!(json.len() < 10 * text.len(), "{name} gives {} bytes", json.len());
    }
}

#[test]
#[cfg_attr(debug_assertions, ignore = "slow without optimisation: cargo test --release")]
fn every_unicode_scalar_is_read() {
    let (_, every_scalar) = HOSTILE.iter().find(|(name, _)| *name == "every_scalar").expect("the text of all of them");
    let text = every_scalar(usize::MAX);
    assert_eq!(text.chars().count(), 0x11_0000 - 0x800);
    let parser = Parser::new().max_len(text.len());
    let bulletin = parser.parse(&text).expect("a text");
    assert_eq!(properties::spans(&text, &bulletin), [""; 0]);
    assert_eq!(properties::nesting(&text, &bulletin), [""; 0]);
}

#[test]
fn they_are_as_long_as_asked_and_differ() {
    let texts: Vec<String> = HOSTILE.iter().map(|(_, make): &Hostile| make(4096)).collect();
    for (at, ((name, _), text)) in HOSTILE.iter().zip(&texts).enumerate() {
        assert!((2048..8192).contains(&text.len()), "{name} is {} bytes long", text.len());
        assert!(!texts[..at].contains(text), "{name} is there twice");
    }
}
