//! What holds of every result, whatever the bulletin says.

mod common;

use common::{Fixture, facts, fixtures, span_faults};
use newswire::{Bulletin, Part, Span};

fn parse(fixture: &Fixture, text: &str) -> Bulletin {
    newswire::parse(text).unwrap_or_else(|error| panic!("{}: {error}", fixture.name))
}

/// Runs a check over every bulletin and tells of all that fail at once.
fn every_bulletin(mut faults_of: impl FnMut(&Fixture, &Bulletin) -> Vec<String>) {
    let mut all = Vec::new();
    for fixture in fixtures() {
        let bulletin = parse(&fixture, &fixture.text);
        all.extend(faults_of(&fixture, &bulletin).into_iter().map(|fault| format!("{}: {fault}", fixture.name)));
    }
    assert!(all.is_empty(), "{} faults:\n{}", all.len(), all.join("\n"));
}

#[test]
fn texts_are_cut_from_the_source() {
    every_bulletin(|fixture, bulletin| span_faults(&fixture.text, bulletin));
}

#[test]
fn what_follows_in_the_text_follows_in_the_result() {
    every_bulletin(|_, bulletin| {
        let mut faults = Vec::new();
        let mut in_order = |what: &str, spans: Vec<Span>| {
            for pair in spans.windows(2) {
                if pair[0].start > pair[1].start {
                    faults.push(format!("{what}: {:?} stands before {:?}", pair[0], pair[1]));
                }
            }
        };
        let first = bulletin.body.first().map(|paragraph| paragraph.span);
        let trailer = bulletin.trailer.as_ref().map(|phrase| phrase.span);
        // Section and headline stand above the body, either of them first.
        for above in [&bulletin.section, &bulletin.headline] {
            let above = above.as_ref().map(|phrase| phrase.span);
            in_order("envelope", [above, first, trailer].into_iter().flatten().collect());
        }
        in_order("paragraphs", bulletin.body.iter().map(|paragraph| paragraph.span).collect());
        in_order("meetings", bulletin.meetings.iter().map(|meeting| meeting.span).collect());
        in_order("diagnostics", bulletin.diagnostics.iter().map(|doubt| doubt.span).collect());
        for meeting in &bulletin.meetings {
            in_order("topics", meeting.topics.iter().map(|topic| topic.span).collect());
            for person in &meeting.participants {
                in_order("mentions", person.mentions.clone());
            }
        }
        faults
    });
}

#[test]
fn the_body_is_paragraphs_of_sentences_apart() {
    every_bulletin(|fixture, bulletin| {
        let mut faults = Vec::new();
        let mut inside = |what: &str, whole: Span, parts: &[Span]| {
            let mut from = whole.start;
            for part in parts {
                if part.is_empty() || part.start < from || part.end > whole.end {
                    faults.push(format!("{what} {part:?} in {whole:?}"));
                }
                from = part.end;
            }
        };
        let paragraphs: Vec<Span> = bulletin.body.iter().map(|paragraph| paragraph.span).collect();
        inside("paragraph", Span::new(0, fixture.text.len()), &paragraphs);
        for paragraph in &bulletin.body {
            inside("sentence", paragraph.span, &paragraph.sentences);
        }
        faults
    });
}

#[test]
fn topics_are_raised_by_participants_and_principals_come_first() {
    every_bulletin(|_, bulletin| {
        let mut faults = Vec::new();
        for meeting in &bulletin.meetings {
            let people = meeting.participants.len();
            for topic in &meeting.topics {
                if let newswire::By::Participants(indices) = &topic.by {
                    if indices.is_empty() || indices.iter().any(|index| *index >= people) {
                        faults.push(format!("{:?} is raised by {indices:?} of {people}", topic.text));
                    }
                }
            }
            if !meeting.participants.is_sorted_by_key(|person| person.part == Part::Attendee) {
                faults.push("an attendee stands before a principal".to_owned());
            }
        }
        faults
    });
}

#[test]
fn json_loses_nothing() {
    every_bulletin(|_, bulletin| {
        let json = serde_json::to_string(bulletin).expect("a bulletin is JSON");
        let back: Bulletin = serde_json::from_str(&json).expect("the JSON is a bulletin");
        if back == *bulletin { Vec::new() } else { vec!["is another after a round trip".to_owned()] }
    });
}

#[test]
fn the_same_text_gives_the_same_result() {
    every_bulletin(|fixture, bulletin| {
        let again = parse(fixture, &fixture.text);
        if again == *bulletin { Vec::new() } else { vec!["is another the second time".to_owned()] }
    });
}

/// A name, and what it does to a text.
type Disguise = (&'static str, fn(&str) -> String);

/// How a text may come out of a file or a page and still be the same bulletin.
const DISGUISES: [Disguise; 5] = [
    ("CRLF", |text| text.replace('\n', "\r\n")),
    ("byte order mark", |text| format!("\u{feff}{text}")),
    ("trailing spaces", |text| format!("{}  ", text.replace('\n', " \t\n"))),
    ("blank lines", |text| format!("\n{}\n\n", text.replace('\n', "\n\n"))),
    ("no last line end", |text| text.trim_end().to_owned()),
];

#[test]
fn line_ends_and_white_space_say_nothing() {
    for (disguise, wear) in DISGUISES {
        every_bulletin(|fixture, bulletin| {
            let text = wear(&fixture.text);
            let disguised = parse(fixture, &text);
            let mut faults = span_faults(&text, &disguised);
            let (plain, disguised) = (facts(bulletin), facts(&disguised));
            if plain != disguised {
                faults.push(format!("{disguise} changes the facts\n  from {plain}\n  to   {disguised}"));
            }
            faults
        });
    }
}

#[test]
fn a_text_cut_short_is_read_too() {
    for fixture in fixtures() {
        let cuts = fixture.text.char_indices().map(|(at, _)| at).filter(|at| at % 7 == 0);
        for text in cuts.filter_map(|at| fixture.text.get(..at)) {
            if let Ok(bulletin) = newswire::parse(text) {
                let faults = span_faults(text, &bulletin);
                assert!(faults.is_empty(), "{} cut to {} bytes: {faults:#?}", fixture.name, text.len());
            }
        }
    }
}
