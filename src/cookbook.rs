//! Recipes: short answers to what a program wants of bulletins, each of which runs as a test.
//!
//! The module holds documentation and nothing else, and is there in the documentation alone. The sentences are made up, in
//! the manner of agencies. Beside this crate some recipes use chrono 0.4, serde and serde_json.
//!
//! - [The day that "yesterday" means](#the-day-that-yesterday-means)
//! - [The day of a meeting](#the-day-of-a-meeting)
//! - [Only the calls](#only-the-calls)
//! - [Meetings between two countries](#meetings-between-two-countries)
//! - [Who represents whom](#who-represents-whom)
//! - [Topics by subject](#topics-by-subject)
//! - [Topics by month](#topics-by-month)
//! - [JSON lines in, JSON lines out](#json-lines-in-json-lines-out)
//! - [Stored records](#stored-records)
//! - [Rows for a database](#rows-for-a-database)
//! - [Stored spans, and the words again](#stored-spans-and-the-words-again)
//! - [The sentence that reports a meeting](#the-sentence-that-reports-a-meeting)
//! - [One parser, several threads](#one-parser-several-threads)
//! - [What is in doubt](#what-is-in-doubt)
//! - [Why a value is there](#why-a-value-is-there)
//! - [A news item in ninjs](#a-news-item-in-ninjs)
//!
//! # The day that "yesterday" means
//!
//! A bulletin says "yesterday" or "18 February" and leaves the rest to its reader. Tell the parser the day of writing, such as
//! the day the feed delivered it, and [`Date::resolved`](crate::Date::resolved) is the calendar day. The parser never asks the
//! clock.
//!
//! ```
//! use chrono::NaiveDate;
//! use newswire::{Parser, Relative};
//!
//! let text = "عمان 18 شباط (بترا)- استقبل وزير الخارجية ليث المجالي، أمس، \
//!             سفيرة سلوفينيا ناتاشا ملينار.";
//! let written = NaiveDate::from_ymd_opt(2025, 2, 18).unwrap();
//!
//! let bulletin = Parser::new().reference_date(written).parse(text)?;
//! let date = bulletin.meetings[0].date.as_ref().unwrap();
//! assert_eq!(date.relative, Some(Relative::Yesterday));
//! assert_eq!(date.resolved, NaiveDate::from_ymd_opt(2025, 2, 17));
//!
//! // Without a day of writing the words are kept, and no year is guessed.
//! let bulletin = newswire::parse(text)?;
//! assert_eq!(bulletin.meetings[0].date.as_ref().unwrap().resolved, None);
//! # Ok::<(), newswire::ParseError>(())
//! ```
//!
//! # The day of a meeting
//!
//! A meeting has the date that the body gives it. Where the body gives none, the dateline's is the best there is: the day of
//! the report, which need not be that of the meeting. Whether to take it is the program's choice.
//!
//! ```
//! use chrono::NaiveDate;
//! use newswire::{Bulletin, Meeting};
//!
//! fn day(bulletin: &Bulletin, meeting: &Meeting) -> Option<NaiveDate> {
//!     let told = meeting.date.as_ref().and_then(|date| date.resolved);
//!     told.or_else(|| bulletin.dateline.as_ref()?.date.as_ref()?.resolved)
//! }
//!
//! let bulletin = newswire::parse(
//!     "باكو، 12 مارس 2024، أذرتاج\n\
//!      اجتمع نائب وزير الخارجية الأذربيجاني رشاد محمدلي مع سفير \
//!      البرازيل لدى أذربيجان باولو ألميدا.",
//! )?;
//! let meeting = &bulletin.meetings[0];
//! assert_eq!(meeting.date, None);
//! assert_eq!(day(&bulletin, meeting), NaiveDate::from_ymd_opt(2024, 3, 12));
//! # Ok::<(), newswire::ParseError>(())
//! ```
//!
//! # Only the calls
//!
//! ```
//! use newswire::{Meeting, MeetingKind};
//!
//! let bulletins = [
//!     "تلقى وزير الخارجية السعودي فهد الحارثي اليوم اتصالا هاتفيا من \
//!      وزير الخارجية الياباني كينجي موري.",
//!     "استقبل وزير الخارجية السعودي فهد الحارثي اليوم سفير اليابان \
//!      لدى المملكة هيروشي تاناكا.",
//! ];
//!
//! let mut calls: Vec<Meeting> = Vec::new();
//! for text in bulletins {
//!     let bulletin = newswire::parse(text)?;
//!     calls.extend(bulletin.meetings.into_iter().filter(|meeting| meeting.kind == MeetingKind::Call));
//! }
//! assert_eq!(calls.len(), 1);
//! assert_eq!(calls[0].principals().count(), 2);
//! # Ok::<(), newswire::ParseError>(())
//! ```
//!
//! # Meetings between two countries
//!
//! [`Meeting::countries`](crate::Meeting::countries) counts everybody who took part. For the two sides alone, whatever country
//! somebody in the room is from, look at the principals.
//!
//! ```
//! use newswire::{Country, Meeting};
//!
//! const AZERBAIJAN: Country = Country::new("AZ").unwrap();
//! const BRAZIL: Country = Country::new("BR").unwrap();
//! const JAPAN: Country = Country::new("JP").unwrap();
//!
//! fn between(meeting: &Meeting, one: Country, other: Country) -> bool {
//!     [one, other].iter().all(|country| meeting.principals().any(|person| person.country == Some(*country)))
//! }
//!
//! let bulletin = newswire::parse(
//!     "اجتمع نائب وزير الخارجية الأذربيجاني رشاد محمدلي مع سفير \
//!      البرازيل لدى أذربيجان باولو ألميدا.",
//! )?;
//! assert!(between(&bulletin.meetings[0], AZERBAIJAN, BRAZIL));
//! assert!(between(&bulletin.meetings[0], BRAZIL, AZERBAIJAN));
//! assert!(!between(&bulletin.meetings[0], AZERBAIJAN, JAPAN));
//! # Ok::<(), newswire::ParseError>(())
//! ```
//!
//! # Who represents whom
//!
//! A participant stands for a country or for an organisation. `None` in both is not "nobody": the bulletin did not say, or it
//! was not read.
//!
//! ```
//! use newswire::Rank;
//!
//! let bulletin = newswire::parse(
//!     "استقبل وزير الخارجية الأردني ليث المجالي الأمين العام لجامعة \
//!      الدول العربية سامي النجار.",
//! )?;
//! let mut rows = Vec::new();
//! for person in &bulletin.meetings[0].participants {
//!     let name = person.name.as_ref().map(|name| name.text.as_str());
//!     let country = person.country.as_ref().map(|country| country.as_str());
//!     let organization = person.organization.as_ref().map(|organization| organization.text.as_str());
//!     rows.push((name, person.rank(), country, organization));
//! }
//! assert_eq!(
//!     rows,
//!     [
//!         (Some("ليث المجالي"), Some(Rank::ForeignMinister), Some("JO"), None),
//!         (Some("سامي النجار"), Some(Rank::SecretaryGeneral), None, Some("جامعة الدول العربية")),
//!     ],
//! );
//! # Ok::<(), newswire::ParseError>(())
//! ```
//!
//! # Topics by subject
//!
//! ```
//! use std::collections::BTreeMap;
//!
//! use newswire::Subject;
//!
//! let bulletin = newswire::parse(
//!     "اجتمع وزير الخارجية الأذربيجاني رشاد محمدلي مع سفير البرازيل لدى أذربيجان باولو ألميدا. \
//!      وبحث الطرفان توسيع العلاقات التجارية بين البلدين ومشاريع الطاقة الخضراء.",
//! )?;
//! let mut topics: BTreeMap<Subject, Vec<&str>> = BTreeMap::new();
//! for topic in bulletin.meetings.iter().flat_map(|meeting| &meeting.topics) {
//!     for subject in &topic.subjects {
//!         topics.entry(*subject).or_default().push(&topic.text);
//!     }
//! }
//! assert_eq!(topics[&Subject::Trade], ["توسيع العلاقات التجارية بين البلدين"]);
//! assert_eq!(topics[&Subject::Energy], ["مشاريع الطاقة الخضراء"]);
//! assert_eq!(Subject::Energy.media_topic_name(), Some("energy and resource"));
//! # Ok::<(), newswire::ParseError>(())
//! ```
//!
//! # Topics by month
//!
//! How often each subject came up in a month. A meeting counts in the month of its own day, or else of the dateline, or else of the day
//! of writing; the subjects are ordered as the enum has them, so that tables of different months are.
//!
//! ```
//! use std::collections::BTreeMap;
//!
//! use chrono::{Datelike, NaiveDate};
//! use newswire::{Bulletin, Parser, Subject};
//!
//! type Month = (i32, u32);
//!
//! fn count(bulletin: &Bulletin, written: NaiveDate, months: &mut BTreeMap<Month, BTreeMap<Subject, usize>>) {
//!     let reported = bulletin.dateline.as_ref().and_then(|dateline| dateline.date.as_ref()?.resolved);
//!     for meeting in &bulletin.meetings {
//!         let told = meeting.date.as_ref().and_then(|date| date.resolved);
//!         let day = told.or(reported).unwrap_or(written);
//!         let subjects = months.entry((day.year(), day.month())).or_default();
//!         for subject in meeting.topics.iter().flat_map(|topic| &topic.subjects) {
//!             *subjects.entry(*subject).or_default() += 1;
//!         }
//!     }
//! }
//!
//! let mut months = BTreeMap::new();
//! for (day, text) in [
//!     (1, "استقبل وزير الخارجية ليث المجالي، أمس، سفيرة سلوفينيا ناتاشا \
//!          ملينار. وبحث الجانبان التعاون في مجال الطاقة."),
//!     (9, "التقى وزير الخارجية ليث المجالي سفير اليابان هيروشي تاناكا. \
//!          وبحثا توسيع العلاقات التجارية بين البلدين."),
//! ] {
//!     let written = NaiveDate::from_ymd_opt(2025, 3, day).unwrap();
//!     count(&Parser::new().reference_date(written).parse(text)?, written, &mut months);
//! }
//! assert_eq!(months[&(2025, 2)], BTreeMap::from([(Subject::Energy, 1)]));
//! assert_eq!(months[&(2025, 3)], BTreeMap::from([(Subject::Trade, 1)]));
//! # Ok::<(), newswire::ParseError>(())
//! ```
//!
//! # JSON lines in, JSON lines out
//!
//! One record at a time, so that a feed of any length needs no more memory than its longest line. A text that is no bulletin,
//! blank or over the limit, is reported and passed over; a line that is no JSON ends the run.
//!
//! ```
//! use std::io::{BufRead, Write};
//!
//! use newswire::Bulletin;
//! use serde::{Deserialize, Serialize};
//!
//! #[derive(Deserialize)]
//! struct Incoming {
//!     id: String,
//!     text: String,
//! }
//!
//! #[derive(Serialize)]
//! struct Outgoing {
//!     id: String,
//!     bulletin: Bulletin,
//! }
//!
//! fn read_all(input: impl BufRead, mut output: impl Write) -> std::io::Result<()> {
//!     for line in input.lines() {
//!         let Incoming { id, text } = serde_json::from_str(&line?)?;
//!         match newswire::parse(&text) {
//!             Ok(bulletin) => {
//!                 serde_json::to_writer(&mut output, &Outgoing { id, bulletin })?;
//!                 output.write_all(b"\n")?;
//!             }
//!             Err(error) => eprintln!("{id}: {error}"),
//!         }
//!     }
//!     Ok(())
//! }
//!
//! let input = r#"{"id": "1", "text": "استقبل وزير الخارجية ليث المجالي سفيرة سلوفينيا ناتاشا ملينار."}
//! {"id": "2", "text": "   "}"#;
//! let mut output = Vec::new();
//! read_all(input.as_bytes(), &mut output)?;
//! let output = String::from_utf8(output).unwrap();
//! assert_eq!(output.lines().count(), 1);
//! assert!(output.starts_with(r#"{"id":"1","bulletin":{"language":"ar""#));
//! # Ok::<(), std::io::Error>(())
//! ```
//!
//! # Stored records
//!
//! Whatever serde writes is read back without loss. Keys may be missing from a record that was written by hand or by an
//! earlier version; a value that is not on a closed list is an error. So an object that is no record at all is read as a bulletin
//! with nothing in it: where other lines stand among the records, as the error lines of the example `parse` do, look for the key
//! `meetings` first, which every record that was written has.
//!
//! ```
//! use newswire::{Bulletin, Rank};
//!
//! let bulletin = newswire::parse("استقبل وزير الخارجية ليث المجالي سفيرة سلوفينيا ناتاشا ملينار.")?;
//! let stored = serde_json::to_string(&bulletin)?;
//! assert_eq!(serde_json::from_str::<Bulletin>(&stored)?, bulletin);
//!
//! let by_hand: Bulletin = serde_json::from_str(
//!     r#"{"meetings": [{"kind": "call", "span": {"start": 0, "end": 40}, "participants": [
//!         {"part": "principal", "country": "SI", "offices": [
//!             {"title": {"text": "سفيرة", "span": {"start": 0, "end": 10}}, "rank": "ambassador"}]}]}]}"#,
//! )?;
//! assert_eq!(by_hand.meetings[0].participants[0].rank(), Some(Rank::Ambassador));
//! assert!(serde_json::from_str::<Bulletin>(r#"{"language": "tlh"}"#).is_err());
//! assert_eq!(serde_json::from_str::<Bulletin>(r#"{"error": "…", "file": "a.txt"}"#)?, Bulletin::default());
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Rows for a database
//!
//! The whole record in a column of JSON, so that nothing is lost, and beside it the rows that are asked for most. The values of the
//! closed lists have the same names in rows as in the record, by `as_str` or serde, and a day is written as ISO 8601 has it, which sorts.
//!
//! ```
//! use newswire::{Bulletin, Parser};
//! use serde::Serialize;
//!
//! /// `create table participant (meeting integer, kind text, day text, name text, rank text, country text, part text)`
//! #[derive(Serialize)]
//! struct Row<'b> {
//!     meeting: usize,
//!     kind: &'static str,
//!     day: Option<String>,
//!     name: Option<&'b str>,
//!     rank: Option<&'static str>,
//!     country: Option<&'b str>,
//!     part: &'static str,
//! }
//!
//! fn rows(bulletin: &Bulletin) -> impl Iterator<Item = Row<'_>> {
//!     bulletin.meetings.iter().enumerate().flat_map(|(index, meeting)| {
//!         let day = meeting.date.as_ref().and_then(|date| date.resolved);
//!         meeting.participants.iter().map(move |person| Row {
//!             meeting: index,
//!             kind: meeting.kind.as_str(),
//!             day: day.map(|day| day.to_string()),
//!             name: person.name.as_ref().map(|name| name.text.as_str()),
//!             rank: person.rank().map(|rank| rank.as_str()),
//!             country: person.country.as_ref().map(|country| country.as_str()),
//!             part: person.part.as_str(),
//!         })
//!     })
//! }
//!
//! let parser = Parser::new().reference_date(chrono::NaiveDate::from_ymd_opt(2025, 2, 18).unwrap());
//! let bulletin = parser.parse("استقبل وزير الخارجية ليث المجالي، أمس، سفيرة سلوفينيا ناتاشا \
//!                              ملينار.")?;
//! let record = serde_json::to_string(&bulletin)?; // insert into bulletin (record) values (?1)
//! let rows: Vec<Row> = rows(&bulletin).collect(); // insert into participant values (?1, ?2, …)
//! assert_eq!(rows.len(), 2);
//! assert_eq!(
//!     serde_json::to_string(&rows[1])?,
//!     r#"{"meeting":0,"kind":"reception","day":"2025-02-17","name":"ناتاشا ملينار","rank":"ambassador","country":"SI","part":"principal"}"#
//! );
//!
//! // A program in another language, or SQL, reads the column: record ->> '$.meetings[0].kind'
//! let again: Bulletin = serde_json::from_str(&record)?;
//! assert_eq!(again, bulletin);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Stored spans, and the words again
//!
//! A table of spans is small and stays true as long as the text is kept byte for byte. Spans count bytes; for a tool that counts
//! characters, count them in the text before the span.
//!
//! ```
//! use newswire::Span;
//!
//! let source = "استقبل وزير الخارجية ليث المجالي سفيرة سلوفينيا ناتاشا ملينار.";
//! let bulletin = newswire::parse(source)?;
//! let guest = bulletin.meetings[0].participants[1].name.as_ref().unwrap();
//!
//! // What goes into the table, and what is made of it later:
//! let (start, end) = (guest.span.start, guest.span.end);
//! assert_eq!(Span::new(start, end).text(source), Some("ناتاشا ملينار"));
//!
//! let characters = source[..start].chars().count();
//! assert_eq!(source.chars().skip(characters).take(6).collect::<String>(), "ناتاشا");
//! # Ok::<(), newswire::ParseError>(())
//! ```
//!
//! # The sentence that reports a meeting
//!
//! A meeting's span covers the phrases that it was read from. It may begin after the verb, which makes a poor line for people;
//! the sentences of the body are whole.
//!
//! ```
//! use newswire::{Bulletin, Meeting};
//!
//! fn sentence<'s>(source: &'s str, bulletin: &Bulletin, meeting: &Meeting) -> Option<&'s str> {
//!     let mut sentences = bulletin.body.iter().flat_map(|paragraph| &paragraph.sentences);
//!     sentences.find(|sentence| sentence.range().contains(&meeting.span.start))?.text(source)
//! }
//!
//! let source = "تلقى وزير الخارجية السعودي فهد الحارثي اليوم اتصالا هاتفيا من وزير الخارجية الياباني كينجي موري. \
//!               وبحث الجانبان التعاون في مجال الطاقة.";
//! let bulletin = newswire::parse(source)?;
//! let line = sentence(source, &bulletin, &bulletin.meetings[0]).unwrap();
//! assert!(line.starts_with("تلقى وزير الخارجية السعودي"), "{line}");
//! # Ok::<(), newswire::ParseError>(())
//! ```
//!
//! # One parser, several threads
//!
//! A [`Parser`](crate::Parser) is a handful of options that is copied freely; what all of them share is read-only and made at
//! the first parse. Results own their strings and go where they are wanted.
//!
//! ```
//! use std::thread;
//!
//! use newswire::{Bulletin, ParseError, Parser};
//!
//! fn parse_all(parser: &Parser, texts: &[&str], threads: usize) -> Vec<Result<Bulletin, ParseError>> {
//!     thread::scope(|scope| {
//!         let parts = texts.chunks(texts.len().div_ceil(threads).max(1));
//!         let workers: Vec<_> =
//!             parts.map(|part| scope.spawn(|| part.iter().map(|text| parser.parse(text)).collect::<Vec<_>>())).collect();
//!         workers.into_iter().flat_map(|worker| worker.join().expect("parsing does not panic")).collect()
//!     })
//! }
//!
//! let texts = [
//!     "استقبل وزير الخارجية ليث المجالي سفيرة سلوفينيا ناتاشا ملينار.",
//!     "",
//!     "التقى وزير الخارجية ليث المجالي سفير اليابان هيروشي تاناكا.",
//! ];
//! let results = parse_all(&Parser::new(), &texts, 2);
//! assert_eq!(results.iter().map(Result::is_ok).collect::<Vec<_>>(), [true, false, true]);
//! ```
//!
//! # What is in doubt
//!
//! A [`Diagnostic`](crate::Diagnostic) is a doubt, not a failure: the record is complete as far as it goes. Some programs log it,
//! others put the bulletin before an editor.
//!
//! ```
//! use newswire::DiagnosticKind;
//!
//! let text = "استقبل وزير الخارجية ليث المجالي، الخميس 29 نوفمبر 2024، سفيرة \
//!             سلوفينيا ناتاشا ملينار.";
//! let bulletin = newswire::parse(text)?;
//! let doubt = &bulletin.diagnostics[0];
//! assert_eq!(doubt.kind, DiagnosticKind::WeekdayMismatch);
//! assert_eq!(doubt.span.text(text), Some("الخميس 29 نوفمبر 2024"));
//! println!("{doubt}"); // a line for people, whose wording may change; programs go by the kind
//! # Ok::<(), newswire::ParseError>(())
//! ```
//!
//! # Why a value is there
//!
//! The ground of a value is found by its JSON pointer, and names the rule, the words and the rows of the tables. A misread
//! value is best reported with its ground.
//!
//! ```
//! use newswire::{Parser, Rule};
//!
//! let text = "استقبل وزير الخارجية ليث المجالي سفيرة سلوفينيا ناتاشا ملينار.";
//! let explained = Parser::new().explain(text)?;
//!
//! let kind = explained.ground("/meetings/0/kind").unwrap();
//! assert_eq!(kind.rule, Rule::EncounterVerb);
//! assert_eq!(kind.evidence.text(text), Some("استقبل"));
//! assert_eq!(kind.rows[0].table, "encounters");
//!
//! let country = explained.ground("/meetings/0/participants/1/country").unwrap();
//! let row = country.rows.iter().find(|row| row.table == "countries").unwrap();
//! assert_eq!(row.words.text(text), Some("سلوفينيا"));
//! println!("{row}"); // the file and the line, such as "countries.tsv:32"
//! # Ok::<(), newswire::ParseError>(())
//! ```
//!
//! # A news item in ninjs
//!
//! What a bulletin does not hold is given as options: the item's address, and the text for its body.
//!
//! ```
//! use newswire::export::ninjs::{Options, news_item};
//!
//! let text = "عمان 18 شباط (بترا)- استقبل وزير الخارجية ليث المجالي، اليوم، \
//!             سفيرة سلوفينيا ناتاشا ملينار.";
//! let bulletin = newswire::parse(text)?;
//! let item = news_item(&bulletin, &Options::new("urn:newsml:example.com:20250218:17").source(text));
//!
//! let json = serde_json::to_value(&item)?;
//! assert_eq!(json["uri"], "urn:newsml:example.com:20250218:17");
//! assert_eq!(json["people"][1]["name"], "ناتاشا ملينار");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
