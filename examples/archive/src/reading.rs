//! What a worker does: records become bulletins, or rejections that say why not.

use std::fs;

use anyhow::Result;
use arrow_array::RecordBatch;
use chrono::NaiveDate;
use newswire::export::arrow::MeetingsBuilder;
use newswire::{Bulletin, Parser};
use serde::Serialize;
use serde_json::{Map, Value};

use crate::args::{Args, Format};
use crate::input::{Content, Origin, Record};
use crate::output::Tally;

/// A record that is not in the output.
#[derive(Debug, Serialize)]
pub struct Rejection {
    #[serde(flatten)]
    pub origin: Origin,
    pub reason: String,
}

/// What a chunk of records came to, in the form it is written in.
#[derive(Debug)]
pub struct Read {
    pub payload: Payload,
    pub rejections: Vec<Rejection>,
    pub tally: Tally,
}

#[derive(Debug)]
pub enum Payload {
    /// JSON objects, each with its line end.
    Lines(Vec<u8>),
    Batch(RecordBatch),
}

/// A line of the output.
#[derive(Serialize)]
struct Line<'a> {
    id: &'a str,
    #[serde(flatten)]
    origin: &'a Origin,
    bulletin: &'a Bulletin,
}

pub fn read(args: &Args, records: &[Record]) -> Result<Read> {
    let mut tally = Tally::default();
    let mut rejections = Vec::new();
    let mut encoder = Encoder::new(args.format());
    for record in records {
        match read_record(args, record) {
            Ok((id, bulletin)) => {
                tally.bulletins += 1;
                tally.meetings += bulletin.meetings.len() as u64;
                encoder.append(&id, &record.origin, &bulletin)?;
            }
            Err(reason) => {
                tally.rejected += 1;
                rejections.push(Rejection { origin: record.origin.clone(), reason });
            }
        }
    }
    Ok(Read { payload: encoder.finish()?, rejections, tally })
}

enum Encoder {
    Lines(Vec<u8>),
    Rows(Box<MeetingsBuilder>),
}

impl Encoder {
    fn new(format: Format) -> Self {
        match format {
            Format::JsonLines => Self::Lines(Vec::new()),
            Format::Parquet => Self::Rows(Box::default()),
        }
    }

    fn append(&mut self, id: &str, origin: &Origin, bulletin: &Bulletin) -> Result<()> {
        match self {
            Self::Lines(lines) => {
                serde_json::to_writer(&mut *lines, &Line { id, origin, bulletin })?;
                lines.push(b'\n');
            }
            Self::Rows(rows) => rows.append(id, bulletin),
        }
        Ok(())
    }

    fn finish(self) -> Result<Payload> {
        Ok(match self {
            Self::Lines(lines) => Payload::Lines(lines),
            Self::Rows(mut rows) => Payload::Batch(rows.finish()?),
        })
    }
}

/// The id and the bulletin of one record, or why there is none.
fn read_record(args: &Args, record: &Record) -> Result<(String, Bulletin), String> {
    match &record.content {
        Content::File { path, id, len } => {
            if *len > Parser::DEFAULT_MAX_LEN as u64 {
                return Err(format!("the file is {len} bytes long, over the limit of {}", Parser::DEFAULT_MAX_LEN));
            }
            let bytes = fs::read(path).map_err(|error| format!("cannot read: {error}"))?;
            let bulletin = parse(Parser::new(), utf8(&bytes)?)?;
            Ok((id.clone(), bulletin))
        }
        Content::Line(line) => read_line(args, &record.origin, utf8(line)?),
        Content::Failure(reason) => Err(reason.clone()),
    }
}

fn read_line(args: &Args, origin: &Origin, line: &str) -> Result<(String, Bulletin), String> {
    let object: Map<String, Value> = serde_json::from_str(line).map_err(|error| {
        // The place it names is within this one line; of the place in the file the origin tells.
        let message = error.to_string();
        let what = message.rsplit_once(" at line ").map_or(message.as_str(), |(what, _)| what);
        format!("not a JSON object: {what} at column {}", error.column())
    })?;
    let text = text_field(args, &object)?;
    let parser = match &args.date_field {
        Some(name) => with_day_of_writing(name, &object)?,
        None => Parser::new(),
    };
    Ok((id(args, origin, &object), parse(parser, text)?))
}

fn text_field<'a>(args: &Args, object: &'a Map<String, Value>) -> Result<&'a str, String> {
    let value = match &args.field {
        Some(name) => object.get(name).ok_or_else(|| format!("no field {name:?}"))?,
        None => object.get("text").or_else(|| object.get("body")).ok_or("no field \"text\" or \"body\"")?,
    };
    value.as_str().ok_or_else(|| "the field of the text is no string".to_owned())
}

fn with_day_of_writing(name: &str, object: &Map<String, Value>) -> Result<Parser, String> {
    match object.get(name) {
        None | Some(Value::Null) => Ok(Parser::new()),
        Some(Value::String(blank)) if blank.trim().is_empty() => Ok(Parser::new()),
        Some(value) => {
            // Of a point in time, such as 2024-02-18T09:30:00Z, the day is taken.
            let day: Option<NaiveDate> =
                value.as_str().and_then(|time| time.get(..10)).and_then(|day| day.parse().ok());
            let day = day.ok_or_else(|| format!("the field {name:?} begins with no date YYYY-MM-DD: {value}"))?;
            Ok(Parser::new().reference_date(day))
        }
    }
}

fn id(args: &Args, origin: &Origin, object: &Map<String, Value>) -> String {
    match object.get(&args.id) {
        Some(Value::String(id)) => id.clone(),
        Some(Value::Number(id)) => id.to_string(),
        _ => match origin.line {
            Some(line) => format!("{}:{line}", origin.file),
            None => origin.file.to_string(),
        },
    }
}

fn parse(parser: Parser, text: &str) -> Result<Bulletin, String> {
    parser.parse(text).map_err(|error| error.to_string())
}

fn utf8(bytes: &[u8]) -> Result<&str, String> {
    std::str::from_utf8(bytes).map_err(|error| format!("not valid UTF-8 at byte offset {}", error.valid_up_to()))
}
