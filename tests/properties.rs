//! What holds of every result, over the bulletins of `tests/data`.

mod common;

use common::properties::{self, Faults};
use common::{Fixture, fixtures};
use newswire::{Bulletin, Parser};

const PARSER: Parser = Parser::new();

fn parse(fixture: &Fixture) -> Bulletin {
    newswire::parse(&fixture.text).unwrap_or_else(|error| panic!("{}: {error}", fixture.name))
}

/// Runs a check over every bulletin and tells of all that fail at once.
fn every_bulletin(faults_of: impl Fn(&str, &Bulletin) -> Faults) {
    let mut all = Vec::new();
    for fixture in fixtures() {
        let bulletin = parse(&fixture);
        all.extend(faults_of(&fixture.text, &bulletin).into_iter().map(|fault| format!("{}: {fault}", fixture.name)));
    }
    assert!(all.is_empty(), "{} faults:\n{}", all.len(), all.join("\n"));
}

#[test]
fn texts_are_cut_from_the_source() {
    every_bulletin(properties::spans);
}

#[test]
fn what_follows_in_the_text_follows_in_the_result() {
    every_bulletin(properties::order);
}

#[test]
fn every_stretch_lies_inside_its_whole() {
    every_bulletin(properties::nesting);
}

#[test]
fn topics_are_raised_by_participants_and_principals_come_first() {
    every_bulletin(properties::participants);
}

#[test]
fn json_loses_nothing() {
    every_bulletin(properties::json_round_trip);
}

#[test]
fn the_same_text_gives_the_same_result() {
    every_bulletin(|text, bulletin| properties::repetition(&PARSER, text, bulletin));
}

#[test]
fn only_a_blank_text_and_one_over_the_limit_are_refused() {
    every_bulletin(|text, _| properties::verdict(&PARSER, text));
}

#[test]
fn line_ends_and_white_space_say_nothing() {
    every_bulletin(|text, _| properties::disguises(&PARSER, text));
}

#[test]
fn a_text_cut_short_is_read_too() {
    for fixture in fixtures() {
        let cuts = fixture.text.char_indices().map(|(at, _)| at).filter(|at| at % 7 == 0);
        for text in cuts.filter_map(|at| fixture.text.get(..at)) {
            if let Ok(bulletin) = newswire::parse(text) {
                let faults = [properties::spans(text, &bulletin), properties::nesting(text, &bulletin)].concat();
                assert!(faults.is_empty(), "{} cut to {} bytes: {faults:#?}", fixture.name, text.len());
            }
        }
    }
}
