//! The record batches of `export::arrow`: every value of every row is that of the model.

mod common;

use arrow_array::cast::AsArray;
use arrow_array::types::{Date32Type, UInt64Type};
use arrow_array::{Array, RecordBatch};
use arrow_schema::DataType;
use common::fixtures;
use newswire::export::arrow::{MeetingsBuilder, schema};
use newswire::{Agency, Bulletin, By, Date, Meeting, Office, Participant, Phrase, Place, Topic};
use serde_json::{Map, Value, json};

#[test]
fn every_meeting_of_every_fixture_is_a_row_with_its_values() {
    let mut builder = MeetingsBuilder::new();
    let mut expected = Vec::new();
    for fixture in fixtures() {
        let bulletin = parse(&fixture.text);
        builder.append(&fixture.name, &bulletin);
        for index in 0..bulletin.meetings.len() {
            expected.push(row_of_model(&fixture.name, &bulletin, index));
        }
    }
    assert_eq!(builder.len(), expected.len());

    let batch = builder.finish().expect("a batch");
    assert_eq!(batch.schema(), schema());
    assert_eq!(batch.num_rows(), expected.len());
    for (row, expected) in expected.iter().enumerate() {
        assert_eq!(&row_of_batch(&batch, row), expected, "row {row}");
    }
    // What the schema lets be absent is there somewhere, or else the comparison above would say nothing of it.
    for column in batch.columns() {
        assert!(column.null_count() < batch.num_rows(), "a column without a value");
    }
}

#[test]
fn a_builder_is_used_again() {
    let fixtures = fixtures();
    let mut builder = MeetingsBuilder::new();
    for fixture in &fixtures[..10] {
        let bulletin = parse(&fixture.text);
        builder.append(&fixture.name, &bulletin);
        let batch = builder.finish().expect("a batch");
        assert_eq!(batch.num_rows(), bulletin.meetings.len());
        for row in 0..batch.num_rows() {
            assert_eq!(row_of_batch(&batch, row), row_of_model(&fixture.name, &bulletin, row));
        }
    }
}

/// With a day of writing, so that days are resolved.
fn parse(text: &str) -> Bulletin {
    let day = chrono::NaiveDate::from_ymd_opt(2024, 12, 1).expect("a date");
    newswire::Parser::new().reference_date(day).parse(text).expect("a bulletin")
}

// ---------------------------------------------------------------------------------------------------------------------
// The row that the model's values make

fn row_of_model(id: &str, bulletin: &Bulletin, index: usize) -> Value {
    let dateline = bulletin.dateline.clone().unwrap_or_default();
    let dateline_place = dateline.places.first();
    let Meeting { kind, span, date, place, occasion, participants, topics, source } = &bulletin.meetings[index];
    json!({
        "bulletin": id,
        "meeting": index,
        "headline": text(&bulletin.headline),
        "dateline_place": dateline_place.map(name),
        "dateline_country": dateline_place.and_then(|place| place.country),
        "dateline_date": dateline.date.as_ref().and_then(|date| date.resolved),
        "dateline_date_stated": dateline.date.as_ref().map(Date::to_string),
        "dateline_agency": dateline.agency.map(|Agency { id, name }| id.unwrap_or(name.text)),
        "kind": kind,
        "span": span,
        "date": date.as_ref().and_then(|date| date.resolved),
        "date_stated": date.as_ref().map(Date::to_string),
        "place": place.as_ref().map(name),
        "place_country": place.as_ref().and_then(|place| place.country),
        "occasion": text(occasion),
        "source": text(source),
        "participants": participants.iter().map(participant).collect::<Vec<_>>(),
        "topics": topics.iter().map(topic).collect::<Vec<_>>(),
    })
}

fn participant(person: &Participant) -> Value {
    json!({
        "name": text(&person.name),
        "honorifics": texts(&person.honorifics),
        "offices": person.offices.iter().map(office).collect::<Vec<_>>(),
        "country": person.country,
        "organization": text(&person.organization),
        "part": person.part,
    })
}

fn office(office: &Office) -> Value {
    json!({
        "title": office.title.text,
        "rank": office.rank,
        "institution": text(&office.institution),
        "portfolio": texts(&office.portfolio),
    })
}

fn topic(topic: &Topic) -> Value {
    let by = match &topic.by {
        By::Participants(indices) => Some(indices),
        _ => None,
    };
    json!({ "text": topic.text, "subjects": topic.subjects, "act": topic.act, "by": by })
}

fn name(place: &Place) -> String {
    place.name.text.clone()
}

fn text(phrase: &Option<Phrase>) -> Option<&str> {
    phrase.as_ref().map(|phrase| phrase.text.as_str())
}

fn texts(phrases: &[Phrase]) -> Vec<&str> {
    phrases.iter().map(|phrase| phrase.text.as_str()).collect()
}

// ---------------------------------------------------------------------------------------------------------------------
// The row that stands in the batch

fn row_of_batch(batch: &RecordBatch, row: usize) -> Value {
    let schema = batch.schema();
    let columns = schema.fields().iter().zip(batch.columns());
    columns.map(|(field, column)| (field.name().clone(), value(column, row))).collect::<Map<_, _>>().into()
}

fn value(array: &dyn Array, row: usize) -> Value {
    if array.is_null(row) {
        return Value::Null;
    }
    match array.data_type() {
        DataType::Utf8 => array.as_string::<i32>().value(row).into(),
        DataType::UInt64 => array.as_primitive::<UInt64Type>().value(row).into(),
        DataType::Date32 => json!(array.as_primitive::<Date32Type>().value_as_date(row)),
        DataType::Dictionary(..) => {
            let dictionary = array.as_any_dictionary();
            value(dictionary.values(), dictionary.normalized_keys()[row])
        }
        DataType::List(_) => {
            let items = array.as_list::<i32>().value(row);
            (0..items.len()).map(|item| value(&items, item)).collect()
        }
        DataType::Struct(fields) => {
            let columns = fields.iter().zip(array.as_struct().columns());
            columns.map(|(field, column)| (field.name().clone(), value(column, row))).collect::<Map<_, _>>().into()
        }
        other => panic!("no column is {other}"),
    }
}
