//! Every property, for texts that nobody wrote: any characters, words of the tables in any order, and bulletins with a
//! stretch cut out and another put in.

mod common;

use std::sync::LazyLock;

use arbitrary::Unstructured;
use chrono::{Datelike, NaiveDate};
use common::{drawn, fixtures, properties, targets};
use newswire::Parser;
use proptest::prelude::*;
use proptest::sample::{Index, select};

/// What a failing case leaves behind is a text for `tests/fuzz`, and no file of seeds.
fn cases(cases: u32) -> ProptestConfig {
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

static BULLETINS: LazyLock<Vec<String>> =
    LazyLock::new(|| fixtures().into_iter().map(|fixture| fixture.text).collect());

/// Choices for [`drawn::text`], which spends some bytes on each word.
fn prose() -> impl Strategy<Value = String> {
    prop::collection::vec(any::<u8>(), 0..400)
        .prop_map(|bytes| drawn::text(&mut Unstructured::new(&bytes)).unwrap_or_default())
}

/// A bulletin where one stretch of another, or a drawn text, stands in the place of its own.
fn spliced() -> impl Strategy<Value = String> {
    let bulletin = || select(BULLETINS.as_slice());
    let cut = || (any::<Index>(), any::<Index>());
    let other = prop_oneof![2 => (bulletin(), cut()).prop_map(|(text, cut)| stretch(&text, cut).1), 1 => prose()];
    (bulletin(), cut(), other).prop_map(|(text, cut, other)| {
        let (before, _, behind) = stretch(&text, cut);
        before + &other + &behind
    })
}

/// A text in three: up to a stretch, the stretch, and what follows.
fn stretch(text: &str, (a, b): (Index, Index)) -> (String, String, String) {
    let bounds: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
    let (a, b) = (bounds[a.index(bounds.len())], bounds[b.index(bounds.len())]);
    let (from, to) = (a.min(b), a.max(b));
    (text[..from].to_owned(), text[from..to].to_owned(), text[to..].to_owned())
}

fn reference() -> impl Strategy<Value = NaiveDate> {
    (NaiveDate::MIN.num_days_from_ce()..=NaiveDate::MAX.num_days_from_ce())
        .prop_map(|days| NaiveDate::from_num_days_from_ce_opt(days).unwrap_or_default())
}

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn any_characters(text in any::<String>()) {
        properties::assert_holds(&Parser::new(), &text);
    }

    #[test]
    fn words_of_the_tables(text in prose()) {
        properties::assert_holds(&Parser::new(), &text);
    }

    #[test]
    fn spliced_bulletins(text in spliced()) {
        properties::assert_holds(&Parser::new(), &text);
    }

    #[test]
    fn any_options(text in spliced(), limit in 0_usize..6000, reference in reference()) {
        properties::assert_holds(&Parser::new().max_len(limit).reference_date(reference), &text);
    }

    #[test]
    fn any_word_as_a_code(text in "[a-zA-Z_]{0,12}|\\PC{0,4}") {
        targets::codes(text.as_bytes());
    }

    #[test]
    fn any_date(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        targets::dates(&bytes);
    }

    #[test]
    fn any_change_of_a_stored_bulletin(at in any::<Index>(), byte in any::<u8>(), text in select(BULLETINS.as_slice())) {
        let mut json = serde_json::to_vec(&newswire::parse(&text).expect("a bulletin")).expect("its JSON");
        let at = at.index(json.len());
        json[at] = byte;
        targets::json(&json);
    }
}
