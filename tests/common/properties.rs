//! What holds of every result, whatever the text says.
//!
//! One place for all who ask: the tests over bulletins and over drawn and hostile texts, and the fuzz targets, which
//! include this file by its path. A property takes the source and its bulletin and gives what is wrong, in words.

use newswire::{Bulletin, By, Meeting, ParseErrorKind, Parser, Part, Participant, Span};
use serde_json::Value;

/// What one property finds wrong, a line each: what it is about, a colon, and the fault.
pub type Faults = Vec<String>;

/// The properties of a result that its source alone is needed for.
const OF_RESULT: [fn(&str, &Bulletin) -> Faults; 5] = [spans, order, nesting, participants, json_round_trip];

/// Reads a text and tells of everything that is wrong with the result, and with those for its disguises.
pub fn faults(parser: &Parser, source: &str) -> Faults {
    let mut faults = verdict(parser, source);
    if let Ok(bulletin) = parser.parse(source) {
        faults.extend(OF_RESULT.iter().flat_map(|property| property(source, &bulletin)));
        faults.extend(repetition(parser, source, &bulletin));
    }
    faults.extend(disguises(parser, source));
    faults
}

/// Reads a text that nobody has seen before.
///
/// # Panics
///
/// When anything is wrong.
pub fn assert_holds(parser: &Parser, source: &str) {
    let faults = faults(parser, source);
    assert!(faults.is_empty(), "{} faults:\n{}\nin {source:?}", faults.len(), faults.join("\n"));
}

/// Every span lies in the source on character boundaries, and a text beside a span is the text of that span.
pub fn spans(source: &str, bulletin: &Bulletin) -> Faults {
    fn walk(source: &str, value: &Value, path: &str, faults: &mut Faults) {
        match value {
            Value::Array(items) => {
                for (at, item) in items.iter().enumerate() {
                    walk(source, item, &format!("{path}[{at}]"), faults);
                }
            }
            Value::Object(fields) => {
                if let Some(span) = as_span(value) {
                    if span.is_empty() || span.text(source).is_none() {
                        faults.push(format!("{path}: no stretch of the source at {span:?}"));
                    }
                }
                if let (Some(text), Some(span)) = (value["text"].as_str(), as_span(&value["span"])) {
                    if span.text(source) != Some(text) {
                        faults.push(format!("{path}: {text:?} is not what stands at {span:?}"));
                    }
                }
                for (key, item) in fields {
                    walk(source, item, &format!("{path}.{key}"), faults);
                }
            }
            _ => {}
        }
    }

    let mut faults = Vec::new();
    walk(source, &to_json(bulletin), "bulletin", &mut faults);
    faults
}

/// What follows in the text follows in the result.
pub fn order(_: &str, bulletin: &Bulletin) -> Faults {
    let mut faults = Vec::new();
    let mut in_order = |what: &str, spans: Vec<Span>| {
        for pair in spans.windows(2) {
            if pair[0].start > pair[1].start {
                faults.push(format!("{what}: {:?} stands before {:?}", pair[0], pair[1]));
            }
        }
    };
    let section = bulletin.section.as_ref().map(|phrase| phrase.span);
    let headline = bulletin.headline.as_ref().map(|phrase| phrase.span);
    let dateline = bulletin.dateline.as_ref().map(|dateline| dateline.span);
    let first = bulletin.body.first().map(|paragraph| paragraph.span);
    let trailer = bulletin.trailer.as_ref().map(|phrase| phrase.span);
    // These stand above the body, in any order.
    for (what, above) in [("section", section), ("headline", headline), ("dateline", dateline)] {
        in_order(what, [above, first, trailer].into_iter().flatten().collect());
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
}

/// Every stretch lies inside the one that it is a part of, and paragraphs and sentences lie apart.
pub fn nesting(source: &str, bulletin: &Bulletin) -> Faults {
    let mut faults = Vec::new();
    let mut apart = |what: &str, whole: Span, parts: &[Span]| {
        let mut from = whole.start;
        for part in parts {
            if part.start < from || part.end > whole.end {
                faults.push(format!("{what}: {part:?} in {whole:?}"));
            }
            from = part.end;
        }
    };
    let paragraphs: Vec<Span> = bulletin.body.iter().map(|paragraph| paragraph.span).collect();
    apart("paragraph", Span::new(0, source.len()), &paragraphs);
    for paragraph in &bulletin.body {
        apart("sentence", paragraph.span, &paragraph.sentences);
    }

    if let Some(dateline) = &bulletin.dateline {
        // The agency may be credited at the end of the page instead.
        let trailer = bulletin.trailer.as_ref().map(|phrase| phrase.span);
        let agency = dateline.agency.as_ref().map(|agency| agency.name.span);
        let agency = agency.filter(|span| !trailer.is_some_and(|trailer| trailer.contains(*span)));
        let places = dateline.places.iter().map(|place| place.name.span);
        let date = dateline.date.as_ref().map(|date| date.span);
        let reporters = dateline.reporters.iter().map(|phrase| phrase.span);
        inside("dateline", &[dateline.span], places.chain(date).chain(agency).chain(reporters), &mut faults);
    }

    let sentences: Vec<Span> = bulletin.body.iter().flat_map(|paragraph| paragraph.sentences.clone()).collect();
    let body: Vec<Span> =
        sentences.first().zip(sentences.last()).map(|(a, b)| Span::new(a.start, b.end)).into_iter().collect();
    for meeting in &bulletin.meetings {
        inside("meeting", &body, [meeting.span], &mut faults);
        inside_sentence(&sentences, parts_of(meeting), &mut faults);
        for person in &meeting.participants {
            inside_sentence(&sentences, person.mentions.iter().copied(), &mut faults);
            inside("mention", &person.mentions, named_in(person), &mut faults);
            let offices = person.offices.iter().flat_map(|office| {
                [&office.title]
                    .into_iter()
                    .chain(&office.institution)
                    .chain(&office.portfolio)
                    .map(|phrase| phrase.span)
            });
            // Several may share one office, and the organisation it is of: it stands in the mention of the first.
            let organization = person.organization.iter().map(|phrase| phrase.span);
            inside_sentence(&sentences, offices.chain(organization), &mut faults);
        }
    }
    faults
}

/// The stretches of a meeting that stand in one sentence each.
fn parts_of(meeting: &Meeting) -> impl Iterator<Item = Span> {
    let date = meeting.date.as_ref().map(|date| date.span);
    let place = meeting.place.as_ref().map(|place| place.name.span);
    let phrases = [&meeting.occasion, &meeting.source].into_iter().flatten().map(|phrase| phrase.span);
    let topics = meeting.topics.iter().map(|topic| topic.span);
    date.into_iter().chain(place).chain(phrases).chain(topics)
}

/// What stands in a mention of the person.
fn named_in(person: &Participant) -> impl Iterator<Item = Span> {
    person.name.iter().chain(&person.honorifics).map(|phrase| phrase.span)
}

/// Notes the parts that lie in none of the wholes.
fn inside(what: &str, wholes: &[Span], parts: impl IntoIterator<Item = Span>, faults: &mut Faults) {
    let parts = parts.into_iter().filter(|part| !wholes.iter().any(|whole| whole.contains(*part)));
    faults.extend(parts.map(|part| format!("{what}: {part:?} is in none")));
}

/// The same for the sentences, which lie apart: a text may have very many.
fn inside_sentence(sentences: &[Span], parts: impl IntoIterator<Item = Span>, faults: &mut Faults) {
    for part in parts {
        let before = sentences.partition_point(|sentence| sentence.start <= part.start);
        inside("sentence", &sentences[before.saturating_sub(1)..before], [part], faults);
    }
}

/// Topics are raised by participants, everybody is mentioned, and principals come first.
pub fn participants(_: &str, bulletin: &Bulletin) -> Faults {
    let mut faults = Vec::new();
    for meeting in &bulletin.meetings {
        let people = meeting.participants.len();
        for topic in &meeting.topics {
            if let By::Participants(indices) = &topic.by {
                if indices.is_empty() || indices.iter().any(|index| *index >= people) {
                    faults.push(format!("topics: {:?} is raised by {indices:?} of {people}", topic.text));
                }
            }
        }
        faults.extend(
            meeting
                .participants
                .iter()
                .filter(|person| person.mentions.is_empty())
                .map(|person| format!("participants: {person} is mentioned nowhere")),
        );
        if !meeting.participants.is_sorted_by_key(|person| person.part == Part::Attendee) {
            faults.push("participants: an attendee stands before a principal".to_owned());
        }
    }
    faults
}

/// JSON loses nothing.
pub fn json_round_trip(_: &str, bulletin: &Bulletin) -> Faults {
    let json = serde_json::to_string(bulletin).expect("a bulletin is JSON");
    match serde_json::from_str::<Bulletin>(&json) {
        Ok(back) if back == *bulletin => Vec::new(),
        Ok(_) => vec!["json: another bulletin after a round trip".to_owned()],
        Err(error) => vec![format!("json: no bulletin: {error}")],
    }
}

/// The same text gives the same result.
pub fn repetition(parser: &Parser, source: &str, bulletin: &Bulletin) -> Faults {
    if parser.parse(source).as_ref() == Ok(bulletin) {
        Vec::new()
    } else {
        vec!["repetition: another bulletin the second time".to_owned()]
    }
}

/// Whether a text is refused is a matter of its length and of its having anything on it, and of nothing else.
pub fn verdict(parser: &Parser, source: &str) -> Faults {
    let tight = parser.max_len(source.len());
    let mut faults = Vec::new();
    match tight.parse(source).map_err(|error| error.kind()) {
        Ok(_) | Err(ParseErrorKind::Empty) => {}
        Err(kind) => faults.push(format!("verdict: as long as is allowed, and refused as {kind:?}")),
    }
    if let Some(less) = source.len().checked_sub(1) {
        let kind = parser.max_len(less).parse(source).map_err(|error| error.kind()).err();
        if kind != Some(ParseErrorKind::TooLong) {
            faults.push(format!("verdict: a byte over the limit, and the answer is {kind:?}"));
        }
    }
    if source.trim().is_empty() && tight.parse(source).is_ok() {
        faults.push("verdict: blank, and read".to_owned());
    }
    faults
}

/// A name, and what it does to a text.
type Disguise = (&'static str, fn(&str) -> String);

/// How a text may come out of a file or a page and still be the same bulletin.
const DISGUISES: [Disguise; 5] = [
    ("CRLF", |text| text.replace('\n', "\r\n")),
    ("byte order mark", |text| format!("\u{feff}{text}")),
    ("trailing spaces", |text| format!("{}  ", text.replace('\n', " \t\n"))),
    ("blank lines", spread),
    ("no last line end", |text| text.trim_end().to_owned()),
];

/// Blank lines round a text, and between its lines where none of them can be a wrapped one: a blank line ends a paragraph.
fn spread(text: &str) -> String {
    const WIDEST: usize = 100;
    // What is trimmed from a line is no letter and no digit.
    let shown = |line: &str| line.chars().filter(|c| c.is_alphanumeric()).count();
    let wrapped = text.lines().all(|line| shown(line) <= WIDEST);
    if wrapped { format!("\n{text}\n\n") } else { format!("\n{}\n\n", text.replace('\n', "\n\n")) }
}

/// Line ends and white space say nothing.
pub fn disguises(parser: &Parser, source: &str) -> Faults {
    // A disguise may make a text longer than the limit: that is another property's matter.
    let parser = parser.max_len(Parser::LONGEST);
    let plain = parser.parse(source).map(|bulletin| facts(&bulletin)).map_err(|error| error.kind());
    let mut faults = Vec::new();
    for (name, wear) in DISGUISES {
        let text = wear(source);
        let disguised = parser.parse(&text);
        if let Ok(bulletin) = &disguised {
            faults.extend(spans(&text, bulletin).into_iter().map(|fault| format!("{name}: {fault}")));
        }
        let disguised = disguised.map(|bulletin| facts(&bulletin)).map_err(|error| error.kind());
        if plain != disguised {
            faults.push(format!("{name} changes the facts\n  from {plain:?}\n  to   {disguised:?}"));
        }
    }
    faults
}

/// What a bulletin says, wherever in the text it says it: its JSON without the spans, and every run of white space in
/// a text one space.
pub fn facts(bulletin: &Bulletin) -> Value {
    fn strip(value: Value) -> Value {
        match value {
            span if as_span(&span).is_some() => Value::Null,
            Value::String(text) => Value::String(text.split_whitespace().collect::<Vec<_>>().join(" ")),
            Value::Array(items) => items.into_iter().map(strip).collect(),
            Value::Object(fields) => fields.into_iter().map(|(key, value)| (key, strip(value))).collect(),
            other => other,
        }
    }
    strip(to_json(bulletin))
}

fn to_json(bulletin: &Bulletin) -> Value {
    serde_json::to_value(bulletin).expect("a bulletin is JSON")
}

fn as_span(value: &Value) -> Option<Span> {
    let offset = |key| value.get(key)?.as_u64().and_then(|offset| usize::try_from(offset).ok());
    Some(Span::new(offset("start")?, offset("end")?))
}
