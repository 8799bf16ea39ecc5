//! Meetings as [Apache Arrow](https://arrow.apache.org) record batches, one row a meeting: the way to Parquet,
//! DataFusion, DuckDB, Polars and pandas. Needs the feature `arrow`.
//!
//! ```
//! use arrow_array::cast::AsArray;
//! use newswire::export::arrow::MeetingsBuilder;
//!
//! let bulletin = newswire::parse(
//!     "عمان 18 شباط (بترا)- استقبل وزير الخارجية ليث المجالي، اليوم، سفيرة سلوفينيا ناتاشا ملينار.",
//! )?;
//! let mut meetings = MeetingsBuilder::new();
//! meetings.append("petra-0218-17", &bulletin);
//! let batch = meetings.finish()?;
//!
//! assert_eq!(batch.num_rows(), 1);
//! assert_eq!(batch["bulletin"].as_string::<i32>().value(0), "petra-0218-17");
//! assert_eq!(batch["dateline_agency"].as_string::<i32>().value(0), "PETRA");
//! let people = batch["participants"].as_list::<i32>().value(0);
//! assert_eq!(people.as_struct()["country"].as_string::<i32>().value(1), "SI");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # The schema
//!
//! A bulletin without a meeting has no row; one with three has three, each with the bulletin's headline and dateline.
//!
//! | column | type | what |
//! |---|---|---|
//! | `bulletin` | `Utf8`, required | the id or name the caller knows the bulletin by |
//! | `meeting` | `UInt64`, required | which of the bulletin's meetings it is, from 0 |
//! | `headline` | `Utf8` | the headline as written |
//! | `dateline_place` | `Utf8` | the dateline's first place as written |
//! | `dateline_country` | `Utf8` | the country that place lies in, ISO 3166-1 alpha-2 |
//! | `dateline_date` | `Date32` | the calendar day the dateline means, where it could be resolved |
//! | `dateline_date_stated` | `Utf8` | what it states of the date, in the partial forms of [`Date`]'s `Display`: `--11-29` |
//! | `dateline_agency` | `Utf8` | the agency's id, or the name as written of an outlet without one |
//! | `kind` | closed list, required | [`MeetingKind`] |
//! | `span` | `Struct`, required | the stretch that reports it: `start`, `end`, both `UInt64` offsets in bytes |
//! | `date` | `Date32` | the calendar day of the meeting, where it could be resolved |
//! | `date_stated` | `Utf8` | what the text states of it, as above |
//! | `place` | `Utf8` | where it was, as written |
//! | `place_country` | `Utf8` | the country that place lies in |
//! | `occasion` | `Utf8` | the occasion as written |
//! | `source` | `Utf8` | whom the bulletin quotes for it, as written |
//! | `participants` | `List<Struct>`, required | see below |
//! | `topics` | `List<Struct>`, required | see below |
//!
//! A participant, in the order of [`Meeting::participants`](crate::Meeting::participants):
//!
//! | field | type | what |
//! |---|---|---|
//! | `name` | `Utf8` | the name as written, without honorifics |
//! | `honorifics` | `List<Utf8>`, required | courtesies and titles before it |
//! | `offices` | `List<Struct>`, required | `title` (`Utf8`, required), `rank` ([`Rank`], required), `institution` (`Utf8`), `portfolio` (`List<Utf8>`, required) |
//! | `country` | `Utf8` | the country represented |
//! | `organization` | `Utf8` | the organisation represented, as written |
//! | `part` | closed list, required | [`Part`] |
//!
//! A topic:
//!
//! | field | type | what |
//! |---|---|---|
//! | `text` | `Utf8`, required | the phrase that names it |
//! | `subjects` | `List<closed list>`, required | [`Subject`]s, the one named first first |
//! | `act` | closed list, required | [`Act`] |
//! | `by` | `List<UInt64>` | the participants who raised it, by index; null for all sides together |
//!
//! Names are those of the JSON. What is not required is null where the bulletin does not state it, as it is left out
//! of the JSON.
//!
//! # How closed lists are stored
//!
//! Kinds, parts, ranks, acts and subjects are `Dictionary<Int8, Utf8>`: a byte a value, compared and grouped by as
//! numbers, and words to whoever reads them, in Parquet too. The dictionary is the whole list in the order of the
//! enum, so it is the same in every batch, and batches can be joined without mapping keys. Countries and agencies are
//! no closed lists, and plain `Utf8`.

use std::fmt::Display;
use std::mem;
use std::sync::Arc;

use arrow_array::builder::{ArrayBuilder, Date32Builder, Int8Builder, StringBuilder, UInt64Builder};
use arrow_array::types::{Date32Type, Int8Type};
use arrow_array::{Array, ArrayRef, DictionaryArray, ListArray, RecordBatch, StringArray, StructArray};
use arrow_buffer::{NullBufferBuilder, OffsetBuffer, ScalarBuffer};
use arrow_schema::{ArrowError, DataType, Field, Fields, Schema, SchemaRef};

use crate::{
    Act, Bulletin, By, Country, Date, Dateline, Meeting, MeetingKind, Office, Part, Participant, Phrase, Place, Rank,
    Span, Subject, Topic,
};

/// The schema of every batch, as the [module](self) documents it.
///
/// ```
/// let schema = newswire::export::arrow::schema();
/// assert_eq!(schema.field(0).name(), "bulletin");
/// assert!(schema.field_with_name("date_stated").is_ok());
/// ```
#[must_use]
pub fn schema() -> SchemaRef {
    Arc::new(Schema::new(vec![
        required("bulletin", DataType::Utf8),
        required("meeting", DataType::UInt64),
        optional("headline", DataType::Utf8),
        optional("dateline_place", DataType::Utf8),
        optional("dateline_country", DataType::Utf8),
        optional("dateline_date", DataType::Date32),
        optional("dateline_date_stated", DataType::Utf8),
        optional("dateline_agency", DataType::Utf8),
        required("kind", closed_list()),
        required("span", DataType::Struct(span_fields())),
        optional("date", DataType::Date32),
        optional("date_stated", DataType::Utf8),
        optional("place", DataType::Utf8),
        optional("place_country", DataType::Utf8),
        optional("occasion", DataType::Utf8),
        optional("source", DataType::Utf8),
        required("participants", list(DataType::Struct(participant_fields()))),
        required("topics", list(DataType::Struct(topic_fields()))),
    ]))
}

fn span_fields() -> Fields {
    vec![required("start", DataType::UInt64), required("end", DataType::UInt64)].into()
}

fn participant_fields() -> Fields {
    vec![
        optional("name", DataType::Utf8),
        required("honorifics", list(DataType::Utf8)),
        required("offices", list(DataType::Struct(office_fields()))),
        optional("country", DataType::Utf8),
        optional("organization", DataType::Utf8),
        required("part", closed_list()),
    ]
    .into()
}

fn office_fields() -> Fields {
    vec![
        required("title", DataType::Utf8),
        required("rank", closed_list()),
        optional("institution", DataType::Utf8),
        required("portfolio", list(DataType::Utf8)),
    ]
    .into()
}

fn topic_fields() -> Fields {
    vec![
        required("text", DataType::Utf8),
        required("subjects", list(closed_list())),
        required("act", closed_list()),
        optional("by", list(DataType::UInt64)),
    ]
    .into()
}

fn required(name: &str, of: DataType) -> Field {
    Field::new(name, of, false)
}

fn optional(name: &str, of: DataType) -> Field {
    Field::new(name, of, true)
}

/// A list whose items are never null themselves.
fn list(of: DataType) -> DataType {
    DataType::List(Arc::new(Field::new_list_field(of, false)))
}

fn closed_list() -> DataType {
    DataType::Dictionary(Box::new(DataType::Int8), Box::new(DataType::Utf8))
}

/// Gathers the meetings of bulletins into record batches.
///
/// Memory grows with what is appended until [`finish`](Self::finish) takes it; some ten thousand bulletins make a batch
/// of a good size. A batch holds up to 2 GiB of text in a column.
///
/// ```
/// use newswire::export::arrow::MeetingsBuilder;
/// use newswire::{Bulletin, Meeting};
///
/// let round_up = Bulletin { meetings: vec![Meeting::default(), Meeting::default()], ..Bulletin::default() };
/// let mut meetings = MeetingsBuilder::new();
/// meetings.append("round-up", &round_up);
/// assert_eq!(meetings.len(), 2);
/// assert_eq!(meetings.finish()?.num_rows(), 2);
/// assert!(meetings.is_empty()); // and ready for the next batch
/// # Ok::<(), arrow_schema::ArrowError>(())
/// ```
#[derive(Debug, Default)]
pub struct MeetingsBuilder {
    bulletin: Texts,
    meeting: UInt64Builder,
    headline: Texts,
    dateline_place: Texts,
    dateline_country: Texts,
    dateline_date: Dates,
    dateline_agency: Texts,
    kind: Closed<MeetingKind>,
    span: Spans,
    date: Dates,
    place: Texts,
    place_country: Texts,
    occasion: Texts,
    source: Texts,
    participants: List<Participants>,
    topics: List<Topics>,
}

impl MeetingsBuilder {
    /// A builder without a row.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// How many rows, that is meetings, there are so far.
    #[must_use]
    pub fn len(&self) -> usize {
        self.meeting.len()
    }

    /// Whether there is no row yet.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Adds a row for each meeting of a bulletin; `id` is what the caller knows the bulletin by.
    pub fn append(&mut self, id: &str, bulletin: &Bulletin) {
        let dateline = bulletin.dateline.as_ref();
        for (index, meeting) in bulletin.meetings.iter().enumerate() {
            self.bulletin.push(Some(id));
            self.meeting.append_value(index as u64);
            self.headline.push(text(&bulletin.headline));
            self.append_dateline(dateline);
            self.append_meeting(meeting);
        }
    }

    fn append_dateline(&mut self, dateline: Option<&Dateline>) {
        let place = dateline.and_then(|dateline| dateline.places.first());
        self.dateline_place.push(place.map(|place| place.name.text.as_str()));
        self.dateline_country.push(place.and_then(country));
        self.dateline_date.push(dateline.and_then(|dateline| dateline.date.as_ref()));
        let agency = dateline.and_then(|dateline| dateline.agency.as_ref());
        self.dateline_agency.push(agency.map(|agency| agency.id.as_deref().unwrap_or(&agency.name.text)));
    }

    fn append_meeting(&mut self, meeting: &Meeting) {
        let Meeting { kind, span, date, place, occasion, participants, topics, source } = meeting;
        self.kind.push(*kind);
        self.span.push(*span);
        self.date.push(date.as_ref());
        self.place.push(place.as_ref().map(|place| place.name.text.as_str()));
        self.place_country.push(place.as_ref().and_then(country));
        self.occasion.push(text(occasion));
        self.source.push(text(source));
        self.participants.push(participants, Participants::push);
        self.topics.push(topics, Topics::push);
    }

    /// The batch of all rows since the last one, of the schema [`schema`]; the builder is empty afterwards.
    ///
    /// # Errors
    ///
    /// [`ArrowError::OffsetOverflowError`] when a column has more than 2 GiB of text, or more than 2,147,483,647 items.
    /// The rows are then lost.
    pub fn finish(&mut self) -> Result<RecordBatch, ArrowError> {
        // Taken whole, so that a builder that fails is empty too.
        let mut columns = mem::take(self);
        let [dateline_date, dateline_date_stated] = columns.dateline_date.close()?;
        let [date, date_stated] = columns.date.close()?;
        let arrays = vec![
            columns.bulletin.close()?,
            columns.meeting.close()?,
            columns.headline.close()?,
            columns.dateline_place.close()?,
            columns.dateline_country.close()?,
            dateline_date,
            dateline_date_stated,
            columns.dateline_agency.close()?,
            columns.kind.close()?,
            columns.span.close()?,
            date,
            date_stated,
            columns.place.close()?,
            columns.place_country.close()?,
            columns.occasion.close()?,
            columns.source.close()?,
            columns.participants.close()?,
            columns.topics.close()?,
        ];
        RecordBatch::try_new(schema(), arrays)
    }
}

/// The text of a phrase, where there is one.
fn text(phrase: &Option<Phrase>) -> Option<&str> {
    phrase.as_ref().map(|phrase| phrase.text.as_str())
}

/// The code of a place's country, where it is known.
fn country(place: &Place) -> Option<&str> {
    place.country.as_ref().map(Country::as_str)
}

/// A column being built.
trait Column {
    /// How many values it has.
    fn count(&self) -> usize;

    /// Its values; the column is not used afterwards.
    fn close(&mut self) -> Result<ArrayRef, ArrowError>;
}

/// Numbers: indices and offsets.
impl Column for UInt64Builder {
    fn count(&self) -> usize {
        self.len()
    }

    fn close(&mut self) -> Result<ArrayRef, ArrowError> {
        Ok(Arc::new(self.finish()))
    }
}

/// Texts, each of which may be absent.
///
/// Arrow's builder panics where its 32-bit offsets end. A text that would take it there is left out instead, and
/// finishing the column fails.
#[derive(Debug, Default)]
struct Texts {
    values: StringBuilder,
    overflow: Option<usize>,
}

impl Texts {
    fn push(&mut self, text: Option<&str>) {
        let len = self.values.values_slice().len() + text.map_or(0, str::len);
        if i32::try_from(len).is_ok() {
            self.values.append_option(text);
        } else {
            self.values.append_null();
            self.overflow = Some(len);
        }
    }
}

impl Column for Texts {
    fn count(&self) -> usize {
        self.values.len()
    }

    fn close(&mut self) -> Result<ArrayRef, ArrowError> {
        match self.overflow {
            Some(len) => Err(ArrowError::OffsetOverflowError(len)),
            None => Ok(Arc::new(self.values.finish())),
        }
    }
}

/// The values of a closed list, as keys into the whole list.
#[derive(Debug)]
struct Closed<T: 'static> {
    keys: Int8Builder,
    list: &'static [T],
}

/// A closed list of the model, with all its values.
trait ClosedList: Copy + PartialEq + Display + 'static {
    const ALL: &'static [Self];
}

macro_rules! closed_lists {
    ($($name:ident)+) => {
        $( impl ClosedList for $name {
            const ALL: &'static [Self] = $name::ALL;
        } )+
    };
}

closed_lists!(MeetingKind Part Rank Act Subject);

impl<T: ClosedList> Default for Closed<T> {
    fn default() -> Self {
        Self { keys: Int8Builder::new(), list: T::ALL }
    }
}

impl<T: ClosedList> Closed<T> {
    fn push(&mut self, value: T) {
        let key = self.list.iter().position(|other| *other == value).and_then(|at| i8::try_from(at).ok());
        // Every value is on its list, and no list is longer than 128; if one ever is, the null makes the batch fail.
        self.keys.append_option(key);
    }
}

impl<T: ClosedList> Column for Closed<T> {
    fn count(&self) -> usize {
        self.keys.len()
    }

    fn close(&mut self) -> Result<ArrayRef, ArrowError> {
        let words: StringArray = self.list.iter().map(|value| Some(value.to_string())).collect();
        Ok(Arc::new(DictionaryArray::<Int8Type>::try_new(self.keys.finish(), Arc::new(words))?))
    }
}

/// Dates in two columns: the calendar day, and what the text states.
#[derive(Debug, Default)]
struct Dates {
    day: Date32Builder,
    stated: Texts,
}

impl Dates {
    fn push(&mut self, date: Option<&Date>) {
        self.day.append_option(date.and_then(|date| date.resolved).map(Date32Type::from_naive_date));
        self.stated.push(date.map(Date::to_string).as_deref());
    }

    fn close(&mut self) -> Result<[ArrayRef; 2], ArrowError> {
        Ok([Arc::new(self.day.finish()), self.stated.close()?])
    }
}

#[derive(Debug, Default)]
struct Spans {
    start: UInt64Builder,
    end: UInt64Builder,
}

impl Spans {
    fn push(&mut self, span: Span) {
        self.start.append_value(span.start as u64);
        self.end.append_value(span.end as u64);
    }
}

impl Column for Spans {
    fn count(&self) -> usize {
        self.start.len()
    }

    fn close(&mut self) -> Result<ArrayRef, ArrowError> {
        structs(span_fields(), [&mut self.start, &mut self.end])
    }
}

/// Lists, whose items lie one after another in a column of their own.
#[derive(Debug)]
struct List<C> {
    items: C,
    /// Where each list ends among the items, after a 0.
    ends: Vec<i32>,
    present: NullBufferBuilder,
    overflow: Option<usize>,
}

impl<C: Default> Default for List<C> {
    fn default() -> Self {
        Self { items: C::default(), ends: vec![0], present: NullBufferBuilder::new(0), overflow: None }
    }
}

impl<C: Column> List<C> {
    /// Adds one list, each item by `push_item`.
    fn push<T>(&mut self, items: &[T], push_item: impl Fn(&mut C, &T)) {
        for item in items {
            push_item(&mut self.items, item);
        }
        self.end_list();
        self.present.append_non_null();
    }

    /// Adds the absence of a list.
    fn push_null(&mut self) {
        self.end_list();
        self.present.append_null();
    }

    fn end_list(&mut self) {
        let len = self.items.count();
        match i32::try_from(len) {
            Ok(end) => self.ends.push(end),
            Err(_) => self.overflow = Some(len),
        }
    }
}

impl<C: Column> Column for List<C> {
    fn count(&self) -> usize {
        self.present.len()
    }

    fn close(&mut self) -> Result<ArrayRef, ArrowError> {
        if let Some(len) = self.overflow {
            return Err(ArrowError::OffsetOverflowError(len));
        }
        let items = self.items.close()?;
        let field = Arc::new(Field::new_list_field(items.data_type().clone(), false));
        let offsets = OffsetBuffer::new(ScalarBuffer::from(mem::take(&mut self.ends)));
        Ok(Arc::new(ListArray::try_new(field, offsets, items, self.present.finish())?))
    }
}

#[derive(Debug, Default)]
struct Participants {
    name: Texts,
    honorifics: List<Texts>,
    offices: List<Offices>,
    country: Texts,
    organization: Texts,
    part: Closed<Part>,
}

impl Participants {
    fn push(&mut self, person: &Participant) {
        let Participant { name, honorifics, offices, country, organization, part, mentions: _ } = person;
        self.name.push(text(name));
        self.honorifics.push(honorifics, push_phrase);
        self.offices.push(offices, Offices::push);
        self.country.push(country.as_ref().map(Country::as_str));
        self.organization.push(text(organization));
        self.part.push(*part);
    }
}

impl Column for Participants {
    fn count(&self) -> usize {
        self.part.count()
    }

    fn close(&mut self) -> Result<ArrayRef, ArrowError> {
        let Self { name, honorifics, offices, country, organization, part } = self;
        structs(participant_fields(), [name, honorifics, offices, country, organization, part])
    }
}

#[derive(Debug, Default)]
struct Offices {
    title: Texts,
    rank: Closed<Rank>,
    institution: Texts,
    portfolio: List<Texts>,
}

impl Offices {
    fn push(&mut self, office: &Office) {
        let Office { title, rank, institution, portfolio } = office;
        self.title.push(Some(&title.text));
        self.rank.push(*rank);
        self.institution.push(text(institution));
        self.portfolio.push(portfolio, push_phrase);
    }
}

impl Column for Offices {
    fn count(&self) -> usize {
        self.rank.count()
    }

    fn close(&mut self) -> Result<ArrayRef, ArrowError> {
        let Self { title, rank, institution, portfolio } = self;
        structs(office_fields(), [title, rank, institution, portfolio])
    }
}

#[derive(Debug, Default)]
struct Topics {
    text: Texts,
    subjects: List<Closed<Subject>>,
    act: Closed<Act>,
    by: List<UInt64Builder>,
}

impl Topics {
    fn push(&mut self, topic: &Topic) {
        let Topic { text, span: _, subjects, act, by } = topic;
        self.text.push(Some(text));
        self.subjects.push(subjects, |list, subject| list.push(*subject));
        self.act.push(*act);
        match by {
            By::All => self.by.push_null(),
            By::Participants(indices) => self.by.push(indices, |list, index| list.append_value(*index as u64)),
        }
    }
}

impl Column for Topics {
    fn count(&self) -> usize {
        self.act.count()
    }

    fn close(&mut self) -> Result<ArrayRef, ArrowError> {
        let Self { text, subjects, act, by } = self;
        structs(topic_fields(), [text, subjects, act, by])
    }
}

fn push_phrase(texts: &mut Texts, phrase: &Phrase) {
    texts.push(Some(&phrase.text));
}

/// Structs that are all there, from their columns.
fn structs<const N: usize>(fields: Fields, columns: [&mut dyn Column; N]) -> Result<ArrayRef, ArrowError> {
    let arrays = columns.into_iter().map(Column::close).collect::<Result<_, _>>()?;
    Ok(Arc::new(StructArray::try_new(fields, arrays, None)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_value_of_a_closed_list_has_a_key() {
        fn keys<T: ClosedList>() {
            let mut column = Closed::<T>::default();
            T::ALL.iter().for_each(|value| column.push(*value));
            let array = column.close().expect("a dictionary");
            assert_eq!(array.null_count(), 0, "{} values are too many for Int8", T::ALL.len());
        }
        keys::<MeetingKind>();
        keys::<Part>();
        keys::<Rank>();
        keys::<Act>();
        keys::<Subject>();
    }

    #[test]
    fn a_batch_without_a_row_has_the_schema() {
        let mut meetings = MeetingsBuilder::new();
        meetings.append("statement", &Bulletin::default());
        let batch = meetings.finish().expect("a batch");
        assert_eq!((batch.num_rows(), batch.schema()), (0, schema()));
    }

    #[test]
    #[ignore = "takes 3 GiB of memory"]
    fn too_much_text_is_an_error_and_no_panic() {
        let mut texts = Texts::default();
        let gibibyte = "x".repeat(1 << 30);
        texts.push(Some(&gibibyte));
        texts.push(Some(&gibibyte));
        assert_eq!(texts.count(), 2);
        assert!(matches!(texts.close(), Err(ArrowError::OffsetOverflowError(len)) if len == 1 << 31));
    }
}
