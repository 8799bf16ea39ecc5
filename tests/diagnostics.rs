//! What is doubtful is said: texts for each kind of doubt.

use newswire::{DiagnosticKind, Parser};

fn kinds(text: &str) -> Vec<DiagnosticKind> {
    let bulletin = newswire::parse(text).unwrap();
    for doubt in &bulletin.diagnostics {
        assert!(doubt.span.text(text).is_some(), "{doubt:?} stands nowhere");
        assert!(!doubt.message.is_empty());
    }
    bulletin.diagnostics.iter().map(|doubt| doubt.kind).collect()
}

fn met(date: &str) -> String {
    format!(
        "باكو، 29 نوفمبر، أذرتاج\nاجتمع وزير الخارجية الأذربيجاني رشاد محمدلي {date} مع سفير اليابان لدى أذربيجان كينجي فوجيوارا.\n"
    )
}

#[test]
fn two_names_of_one_month_agree() {
    assert_eq!(kinds(&met("في 29 نوفمبر تشرين الثاني")), []);
    assert_eq!(kinds(&met("في 29 نوفمبر كانون الأول")), [DiagnosticKind::MonthNamesDiffer]);
}

#[test]
fn a_weekday_is_that_of_its_date() {
    assert_eq!(kinds(&met("يوم الجمعة 29 نوفمبر 2024")), []);
    assert_eq!(kinds(&met("يوم الاثنين 29 نوفمبر 2024")), [DiagnosticKind::WeekdayMismatch]);
}

#[test]
fn both_calendars_mean_one_day() {
    assert_eq!(kinds(&met("في 9 جمادى الآخرة 1444هـ الموافق 2 يناير 2023م")), []);
    assert_eq!(kinds(&met("في 9 جمادى الآخرة 1444هـ الموافق 12 يناير 2023م")), [DiagnosticKind::CalendarMismatch]);
}

#[test]
fn a_day_that_is_in_no_calendar_is_told() {
    assert_eq!(kinds(&met("في 31 نوفمبر 2024")), [DiagnosticKind::ImpossibleDate]);
}

#[test]
fn the_day_of_writing_resolves_what_the_text_leaves_open() {
    let reference = chrono::NaiveDate::from_ymd_opt(2024, 11, 29).unwrap();
    for (written, day) in [("اليوم", 29), ("أمس", 28), ("أول من أمس", 27), ("الأربعاء", 27), ("في 28 نوفمبر", 28)]
    {
        let bulletin = Parser::new().reference_date(reference).parse(&met(written)).unwrap();
        let date = bulletin.meetings[0].date.as_ref().unwrap();
        assert_eq!(date.resolved, chrono::NaiveDate::from_ymd_opt(2024, 11, day), "{written}");
    }
}

#[test]
fn an_encounter_that_is_not_understood_is_told() {
    let text = "باكو، 29 نوفمبر، أذرتاج\nاستقبل وزير الخارجية الأذربيجاني رشاد محمدلي الفائزين في المسابقة.\n";
    let bulletin = newswire::parse(text).unwrap();
    assert_eq!(bulletin.meetings, []);
    let [doubt] = bulletin.diagnostics.as_slice() else { panic!("{:?}", bulletin.diagnostics) };
    assert_eq!(doubt.kind, DiagnosticKind::UnreadStretch);
    assert!(doubt.span.text(text).unwrap().contains("رشاد محمدلي"), "{:?}", doubt.span.text(text));
}

#[test]
fn a_crowd_beyond_memory_is_told() {
    // Names of three words, all different.
    let firsts = ["رشاد", "سالم", "كريم", "فاضل", "ليث", "ماجد", "نبيل", "هشام", "وليد", "ياسر"];
    let lasts = ["المجالي", "الشمري", "الحارثي", "القاسمي", "العبدلي", "الزهراني", "الخطيب"];
    let names = |count: usize| {
        let sentences = (0..count).map(|index| {
            let (first, second) = (firsts[index % 10], firsts[index / 10 % 10]);
            let last = lasts[index / 100];
            format!("التقى وزير الخارجية عمر الكندي السفير {first} {second} {last}.")
        });
        format!("عمان 18 شباط (بترا)- {}\n", sentences.collect::<Vec<_>>().join("\n"))
    };
    assert_eq!(kinds(&names(150)), []);
    assert_eq!(kinds(&names(300)), [DiagnosticKind::LimitReached]);
}

/// The limits that a parser says it reached, and the text it says so of.
fn reached<'t>(parser: &Parser, text: &'t str) -> Vec<&'t str> {
    let bulletin = parser.parse(text).unwrap();
    let limits = bulletin.diagnostics.iter().filter(|doubt| doubt.kind == DiagnosticKind::LimitReached);
    limits.map(|doubt| doubt.span.text(text).unwrap()).collect()
}

/// Two encounters, the first of them with three more who were there and with two topics.
const TWO: &str = "عمان 18 شباط (بترا)- استقبل وزير الخارجية ليث المجالي سفيرة سلوفينيا ناتاشا ملينار، بحضور السفير عمر الكندي \
                   والمستشار ماجد الحارثي والمستشار نبيل القاسمي.\n\
                   وبحث الجانبان التعاون في مجال الطاقة، وسبل زيادة التبادل التجاري.\n\
                   واستقبل وزير الصحة سالم الزهراني سفير اليابان كينجي فوجيوارا.\n";

#[test]
fn no_usual_text_reaches_a_limit() {
    assert_eq!(reached(&Parser::new(), TWO), [""; 0]);
    let meetings = newswire::parse(TWO).unwrap().meetings;
    let counts: Vec<_> = meetings.iter().map(|meeting| (meeting.participants.len(), meeting.topics.len())).collect();
    assert_eq!(counts, [(5, 2), (2, 0)]);
}

#[test]
fn tokens_beyond_the_limit_are_not_read() {
    let parser = Parser::new().max_tokens(20);
    let [rest] = reached(&parser, TWO)[..] else { panic!("no limit is reached") };
    assert!(TWO.ends_with(rest) && rest.len() < TWO.len());
    let bulletin = parser.parse(TWO).unwrap();
    let read = TWO.len() - rest.len();
    assert!(bulletin.body.iter().all(|paragraph| paragraph.span.end <= read));
    assert_eq!(reached(&Parser::new().max_tokens(0), TWO), [TWO]);
}

#[test]
fn people_beyond_the_limit_are_not_known_again() {
    let text = "التقى وزير الخارجية ليث المجالي سفير اليابان كينجي فوجيوارا. والتقى فوجيوارا وزير الصحة سالم الزهراني.";
    assert_eq!(reached(&Parser::new(), text), [""; 0]);
    assert_eq!(reached(&Parser::new().max_people(1), text).len(), 1);
}

#[test]
fn meetings_beyond_the_limit_are_not_told() {
    let parser = Parser::new().max_meetings(1);
    let [sentence] = reached(&parser, TWO)[..] else { panic!("no limit is reached") };
    assert!(sentence.contains("وزير الصحة"), "{sentence}");
    assert_eq!(parser.parse(TWO).unwrap().meetings.len(), 1);
    assert_eq!(parser.parse(TWO).unwrap().meetings, newswire::parse(TWO).unwrap().meetings[..1]);
    assert_eq!(Parser::new().max_meetings(0).parse(TWO).unwrap().meetings, []);
}

#[test]
fn meetings_that_hold_more_than_the_limit_are_not_told() {
    let whole = newswire::parse(TWO).unwrap().meetings;
    // The five people and two topics of the first meeting hold 391 bytes, the two people of the second 136.
    let parser = Parser::new().max_result(400);
    let [second] = reached(&parser, TWO)[..] else { panic!("no limit is reached") };
    assert!(second.contains("وزير الصحة"), "{second}");
    assert_eq!(parser.parse(TWO).unwrap().meetings, whole[..1]);
    assert_eq!(Parser::new().max_result(0).parse(TWO).unwrap().meetings, []);
}

#[test]
fn a_sentence_that_never_ends_is_read_in_parts() {
    let endless = |count| format!("عمان 18 شباط (بترا)- {}.", "وأكد أن الكلمة ".repeat(count));
    assert_eq!(reached(&Parser::new(), &endless(50)), [""; 0]);
    assert_eq!(reached(&Parser::new(), &endless(500)).len(), 1);
}

#[test]
fn participants_and_topics_beyond_the_limit_are_not_told() {
    let whole = &newswire::parse(TWO).unwrap().meetings[0];
    let few = Parser::new().max_participants(3).max_topics(1);
    assert_eq!(reached(&few, TWO).len(), 2);
    let meeting = &few.parse(TWO).unwrap().meetings[0];
    assert_eq!(meeting.participants, whole.participants[..3]);
    assert_eq!(meeting.topics, whole.topics[..1]);
}

#[test]
fn messages_are_lines_for_people() {
    for (date, message) in [
        ("في 29 نوفمبر كانون الأول", "the month is named twice, as November and as December"),
        ("يوم الخميس 29 نوفمبر 2024", "2024-11-29 is a Friday, not a Thursday"),
        (
            "في 9 جمادى الآخرة 1444هـ الموافق 12 يناير 2023م",
            "the Hijri date falls on 2023-01-02, 10 days from 2023-01-12",
        ),
        ("في 31 نوفمبر 2024", "there is no day 2024-11-31"),
    ] {
        assert_eq!(messages(&Parser::new(), &met(date)), [message]);
    }

    let crowd = "استقبل وزير الخارجية الأذربيجاني رشاد محمدلي الفائزين في المسابقة.";
    assert_eq!(messages(&Parser::new(), crowd), ["an encounter whose other side could not be made out"]);

    let limits = [
        (
            Parser::new().max_tokens(20),
            "over the limit of tokens, 20: nothing is read from here on (Parser::max_tokens)",
        ),
        (
            Parser::new().max_meetings(1),
            "over the limit of encounters, 1: nothing is read from here on (Parser::max_meetings)",
        ),
        (
            Parser::new().max_participants(3),
            "over the limit of participants, 3: the rest are left out (Parser::max_participants)",
        ),
        (Parser::new().max_topics(1), "over the limit of topics, 1: the rest are left out (Parser::max_topics)"),
        (
            Parser::new().max_people(1),
            "over the limit of people, 1: from here on those named earlier are not known again (Parser::max_people)",
        ),
    ];
    for (parser, message) in limits {
        assert_eq!(messages(&parser, TWO), [message]);
    }
}

/// The doubts about a text as people read them.
fn messages(parser: &Parser, text: &str) -> Vec<String> {
    parser.parse(text).unwrap().diagnostics.iter().map(ToString::to_string).collect()
}
