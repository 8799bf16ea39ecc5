//! The grounds of a record: for every value the rule, the words, and the rows of the tables that know them.

use super::Reader;
use super::events::{Event, Raised};
use super::people::Person;
use crate::grammar::{TokenRange, span};
use crate::lexicon::{Clitics, Cue, Sense};
use crate::model::{
    Bulletin, By, Country, Dateline, Ground, Meeting, MeetingKind, Part, Participant, Rule, Span, TableRow, Topic,
};

/// The tables of what a date is made of.
const DATE: &[&str] = &["calendar"];
/// The tables of what a place is made of.
const PLACE: &[&str] = &["cities", "countries"];

/// The grounds of one record in the making.
struct Grounds<'r, 'a> {
    reader: &'r Reader<'a>,
    /// The country of whoever writes, and the rule that gives it.
    home: Option<(Country, Rule)>,
    list: Vec<Ground>,
}

impl Reader<'_> {
    /// Why each value of the record that was just made is there.
    pub(super) fn grounds(&self, bulletin: &Bulletin) -> Vec<Ground> {
        let home = self.home().map(|home| (home.value, home.rule));
        let mut grounds = Grounds { reader: self, home, list: Vec::new() };
        grounds.envelope(bulletin);
        for (index, (meeting, event)) in bulletin.meetings.iter().zip(&self.events).enumerate() {
            grounds.meeting(&format!("/meetings/{index}"), meeting, event);
        }
        grounds.list
    }
}

impl Grounds<'_, '_> {
    fn add(&mut self, field: String, rule: Rule, evidence: Span, rows: Vec<TableRow>) {
        self.list.push(Ground { field, rule, evidence, rows });
    }

    /// Adds a value for which the rows of some tables speak that know words of the evidence.
    fn add_from(&mut self, field: String, rule: Rule, evidence: Span, tables: &[&str]) {
        let rows = self.rows(evidence, |_, table| tables.contains(&table));
        self.add(field, rule, evidence, rows);
    }

    /// The rows that know words inside a stretch, each word by its longest form that is wanted.
    fn rows(&self, stretch: Span, wanted: impl Fn(Sense, &str) -> bool) -> Vec<TableRow> {
        let text = self.reader.text;
        let tokens = self.tokens(stretch);
        let mut rows = Vec::new();
        let mut at = tokens.start;
        while at < tokens.end {
            let longest = text.forms(at).find_map(|form| {
                let reading = form.first().filter(|reading| at + reading.len() <= tokens.end)?;
                let end = at + reading.len();
                let known: Vec<TableRow> = text
                    .origins(*reading)
                    .filter(|(sense, row)| wanted(*sense, row.table))
                    .map(|(_, row)| TableRow {
                        table: row.table.to_owned(),
                        line: row.line,
                        words: span(text, at..end, reading.clitics),
                    })
                    .collect();
                (!known.is_empty()).then_some((known, end))
            });
            match longest {
                Some((known, end)) => {
                    rows.extend(known);
                    at = end;
                }
                None => at += 1,
            }
        }
        rows
    }

    /// The tokens that a stretch covers, the one it begins within included.
    fn tokens(&self, stretch: Span) -> TokenRange {
        let tokens = &self.reader.text.tokens;
        let start = tokens.partition_point(|token| token.end as usize <= stretch.start);
        let end = tokens.partition_point(|token| (token.start as usize) < stretch.end);
        start..end.max(start)
    }

    fn span_of(&self, tokens: &TokenRange) -> Span {
        span(self.reader.text, tokens.clone(), Clitics::default())
    }

    fn envelope(&mut self, bulletin: &Bulletin) {
        if let Some(section) = &bulletin.section {
            self.add_from("/section".to_owned(), Rule::SectionLine, section.span, &["sections"]);
        }
        if let Some(headline) = &bulletin.headline {
            self.add("/headline".to_owned(), Rule::HeadlineLine, headline.span, Vec::new());
        }
        if let Some(dateline) = &bulletin.dateline {
            self.dateline(dateline);
        }
        if let Some(trailer) = &bulletin.trailer {
            self.add("/trailer".to_owned(), Rule::ClosingLine, trailer.span, Vec::new());
        }
    }

    fn dateline(&mut self, dateline: &Dateline) {
        let rule = Rule::DatelineShape;
        for (index, place) in dateline.places.iter().enumerate() {
            self.add_from(format!("/dateline/places/{index}"), rule, place.name.span, PLACE);
        }
        if let Some(date) = &dateline.date {
            self.add_from("/dateline/date".to_owned(), rule, date.span, DATE);
        }
        if let Some(agency) = &dateline.agency {
            let inside = dateline.span.contains(agency.name.span);
            let rule = if inside { rule } else { Rule::ClosingCredit };
            self.add_from("/dateline/agency".to_owned(), rule, agency.name.span, &["agencies"]);
        }
        for (index, reporter) in dateline.reporters.iter().enumerate() {
            self.add_from(format!("/dateline/reporters/{index}"), rule, reporter.span, &["names"]);
        }
    }

    fn meeting(&mut self, field: &str, meeting: &Meeting, event: &Event) {
        self.kind(format!("{field}/kind"), meeting, event);
        if let (Some(date), Some(given)) = (&meeting.date, &event.date) {
            self.add_from(format!("{field}/date"), given.rule, date.span, DATE);
        }
        if let (Some(place), Some(given)) = (&meeting.place, &event.place) {
            self.add_from(format!("{field}/place"), given.rule, place.name.span, PLACE);
        }
        if let (Some(occasion), Some(given)) = (&meeting.occasion, &event.occasion) {
            let rows = self.rows(occasion.span, |sense, _| is_occasion(sense));
            self.add(format!("{field}/occasion"), given.rule, occasion.span, rows);
        }
        let reader = self.reader;
        for (index, (participant, (person, _))) in
            meeting.participants.iter().zip(reader.taking_part(event)).enumerate()
        {
            self.participant(&format!("{field}/participants/{index}"), participant, person);
        }
        for (index, topic) in meeting.topics.iter().enumerate() {
            if let Some(raised) = event.topics.iter().find(|raised| raised.span == topic.span) {
                self.topic(&format!("{field}/topics/{index}"), topic, raised);
            }
        }
        if let Some(source) = &meeting.source {
            let rows = self.rows(source.span, |sense, _| sense == Sense::Cue(Cue::QuotedSource));
            self.add(format!("{field}/source"), Rule::QuotedSource, source.span, rows);
        }
    }

    /// The kind: by the word that tells of the encounter, and the event nouns round it that say the same or more.
    fn kind(&mut self, field: String, meeting: &Meeting, event: &Event) {
        let reader = self.reader;
        let word = self.span_of(&event.told.words);
        let mut rows = self.rows(word, |_, table| matches!(table, "encounters" | "acts"));
        let says_so = |sense: Sense| match sense {
            Sense::Encounter(row) => reader.encounter(row).is_some_and(|row| row.kind == Some(meeting.kind)),
            Sense::Cue(Cue::ByPhone) => meeting.kind == MeetingKind::Call,
            _ => false,
        };
        for row in self.rows(meeting.span, |sense, _| says_so(sense)) {
            if !rows.contains(&row) {
                rows.push(row);
            }
        }
        self.add(field, event.told.rule, word, rows);
    }

    fn participant(&mut self, field: &str, participant: &Participant, person: &Person) {
        let mention = participant.mentions.first().copied().unwrap_or_default();
        let part = match participant.part {
            Part::Attendee => Rule::ListedAsPresent,
            _ => Rule::OnASide,
        };
        self.add(format!("{field}/part"), part, mention, Vec::new());
        if let Some((name, rule)) = participant.name.as_ref().zip(person.named_by) {
            self.add_from(format!("{field}/name"), rule, name.span, &["names"]);
        }
        for (index, (office, phrase)) in participant.offices.iter().zip(&person.offices).enumerate() {
            let mut rows = self.rows(office.title.span, |_, table| matches!(table, "offices" | "institutions"));
            let rule = if phrase.rank != office.rank {
                Rule::OfCounterpart
            } else if let Some(row) = phrase.rank_row {
                rows.push(TableRow { table: row.table.to_owned(), line: row.line, words: office.title.span });
                Rule::HeadAndComplement
            } else {
                Rule::OfficeHead
            };
            self.add(format!("{field}/offices/{index}/rank"), rule, office.title.span, rows);
        }
        if let Some(country) = participant.country {
            self.country(format!("{field}/country"), country, mention, person);
        }
        if let Some(organization) = &participant.organization {
            let field = format!("{field}/organization");
            self.add_from(field, Rule::NamedInOffice, organization.span, &["organisations"]);
        }
    }

    fn country(&mut self, field: String, country: Country, mention: Span, person: &Person) {
        let speaks = |sense: Sense| match sense {
            Sense::Country(of) | Sense::Nationality { country: of, .. } | Sense::Town { country: of, .. } => {
                of == country
            }
            _ => false,
        };
        match (person.country_by, self.home) {
            (Some(Rule::NamedInOffice), _) => {
                // The office may stand in any mention; the first one that names the country counts.
                let found = person.mentions.iter().find_map(|mention| {
                    let rows = self.rows(*mention, |sense, _| speaks(sense));
                    (!rows.is_empty()).then_some((*mention, rows))
                });
                let (evidence, rows) = found.unwrap_or((mention, Vec::new()));
                self.add(field, Rule::NamedInOffice, evidence, rows);
            }
            (Some(rule), _) => self.add(field, rule, mention, Vec::new()),
            (None, Some((_, rule))) => self.add(field, rule, Span::default(), Vec::new()),
            (None, None) => {}
        }
    }

    fn topic(&mut self, field: &str, topic: &Topic, raised: &Raised) {
        let words = self.span_of(&raised.told.words);
        let rows = self.rows(words, |_, table| matches!(table, "acts" | "encounters" | "words"));
        self.add(format!("{field}/text"), raised.told.rule, topic.span, rows.clone());
        self.add(format!("{field}/act"), raised.told.rule, words, rows);
        let by = if topic.by == By::All { Rule::NobodyInParticular } else { Rule::SubjectOfAct };
        self.add(format!("{field}/by"), by, words, Vec::new());
        for (index, subject) in topic.subjects.iter().enumerate() {
            let field = format!("{field}/subjects/{index}");
            let rows = self.rows(topic.span, |sense, _| matches!(sense, Sense::Subject(of, _) if of == *subject));
            let rule = match (raised.subject, rows.is_empty()) {
                (Some(_), _) => Rule::KindOfEncounter,
                (None, true) => Rule::NoSubjectWord,
                (None, false) => Rule::SubjectWord,
            };
            self.add(field, rule, topic.span, rows);
        }
    }
}

/// Whether a word opens an occasion.
fn is_occasion(sense: Sense) -> bool {
    matches!(
        sense,
        Sense::Cue(
            Cue::Sidelines
                | Cue::Occasion
                | Cue::Framework
                | Cue::Invitation
                | Cue::Visiting
                | Cue::During
                | Cue::After
        )
    )
}
