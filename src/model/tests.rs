use std::fmt::Debug;
use std::str::FromStr;

use chrono::NaiveDate;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{from_str, from_value, json, to_string, to_value};

use super::*;

/// The phrase `text` where it first stands in `source`.
fn phrase(source: &str, text: &str) -> Phrase {
    let start = source.find(text).unwrap();
    Phrase { text: text.to_owned(), span: Span::new(start, start + text.len()) }
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

const SOURCE: &str = "سياسة\nوزير يلتقي مبعوثا\nطشقند، 3 مايو، وكالة\n\
    التقى معالي نائب وزير الخارجية سالم الفارس اليوم المبعوث الخاص لشؤون المياه كينجي موري في طشقند. وبحثا التعاون الثنائي.\nانتهى";

/// A bulletin with something in every field of every type.
fn full() -> Bulletin {
    let whole = Span::new(0, SOURCE.len());
    let date = Date {
        span: phrase(SOURCE, "3 مايو").span,
        year: Some(2024),
        month: Some(5),
        day: Some(3),
        weekday: Some(Weekday::Friday),
        hijri: Some(Hijri { year: 1445, month: 10, day: Some(24) }),
        relative: Some(Relative::Today),
        resolved: Some(day("2024-05-03")),
    };
    let place = Place { name: phrase(SOURCE, "طشقند"), country: Country::new("UZ") };
    let host = Participant {
        name: Some(phrase(SOURCE, "سالم الفارس")),
        honorifics: vec![phrase(SOURCE, "معالي")],
        offices: vec![Office {
            title: phrase(SOURCE, "نائب وزير الخارجية"),
            rank: Rank::DeputyForeignMinister,
            institution: Some(phrase(SOURCE, "الخارجية")),
            portfolio: vec![],
        }],
        country: Country::new("UZ"),
        organization: None,
        part: Part::Principal,
        mentions: vec![phrase(SOURCE, "سالم الفارس").span],
    };
    let guest = Participant {
        name: Some(phrase(SOURCE, "كينجي موري")),
        honorifics: vec![],
        offices: vec![Office {
            title: phrase(SOURCE, "المبعوث الخاص لشؤون المياه"),
            rank: Rank::SpecialEnvoy,
            institution: None,
            portfolio: vec![phrase(SOURCE, "المياه")],
        }],
        country: Country::new("JP"),
        organization: Some(phrase(SOURCE, "وكالة")),
        part: Part::Attendee,
        mentions: vec![],
    };
    let topic = phrase(SOURCE, "التعاون الثنائي");
    let topic = |by| Topic {
        text: topic.text.clone(),
        span: topic.span,
        subjects: vec![Subject::BilateralRelations, Subject::Economy],
        act: Act::Discussed,
        by,
    };
    Bulletin {
        language: Language::Arabic,
        section: Some(phrase(SOURCE, "سياسة")),
        headline: Some(phrase(SOURCE, "وزير يلتقي مبعوثا")),
        dateline: Some(Dateline {
            span: whole,
            places: vec![place.clone()],
            date: Some(date.clone()),
            agency: Some(Agency { name: phrase(SOURCE, "وكالة"), id: Some("AGENCY".to_owned()) }),
            reporters: vec![phrase(SOURCE, "سالم الفارس")],
        }),
        body: vec![Paragraph { span: whole, sentences: vec![whole] }],
        trailer: Some(phrase(SOURCE, "انتهى")),
        meetings: vec![Meeting {
            kind: MeetingKind::Meeting,
            span: whole,
            date: Some(date),
            place: Some(place),
            occasion: Some(phrase(SOURCE, "في طشقند")),
            participants: vec![host, guest],
            topics: vec![topic(By::All), topic(By::Participants(vec![0, 1]))],
            source: Some(phrase(SOURCE, "وكالة")),
        }],
        diagnostics: vec![Diagnostic {
            kind: DiagnosticKind::UnreadStretch,
            span: whole,
            message: "unread".to_owned(),
        }],
    }
}

fn there_and_back<T: Serialize + DeserializeOwned + PartialEq + Debug>(value: &T) {
    let text = to_string(value).unwrap();
    assert_eq!(&from_str::<T>(&text).unwrap(), value, "{text}");
}

#[test]
fn a_bulletin_goes_through_json_without_loss() {
    there_and_back(&full());
    there_and_back(&Bulletin::default());
}

#[test]
fn json_has_the_documented_shape() {
    let value = to_value(full()).unwrap();
    assert_eq!(value["language"], "ar");
    assert_eq!(value["section"], json!({"text": "سياسة", "span": {"start": 0, "end": 10}}));
    let meeting = &value["meetings"][0];
    assert_eq!(meeting["kind"], "meeting");
    assert_eq!(meeting["date"]["weekday"], "fri");
    assert_eq!(meeting["date"]["hijri"], json!({"year": 1445, "month": 10, "day": 24}));
    assert_eq!(meeting["date"]["resolved"], "2024-05-03");
    assert_eq!(meeting["place"]["country"], "UZ");
    assert_eq!(meeting["participants"][1]["part"], "attendee");
    assert_eq!(meeting["participants"][0]["offices"][0]["rank"], "deputy_foreign_minister");
    assert_eq!(meeting["topics"][0]["by"], "all");
    assert_eq!(meeting["topics"][1]["by"], json!([0, 1]));
    assert_eq!(value["diagnostics"][0]["kind"], "unread_stretch");
}

#[test]
fn options_are_left_out_and_lists_are_written() {
    assert_eq!(
        to_value(Bulletin::default()).unwrap(),
        json!({"language": "ar", "body": [], "meetings": [], "diagnostics": []})
    );
    assert_eq!(
        to_value(Participant::default()).unwrap(),
        json!({"honorifics": [], "offices": [], "part": "principal", "mentions": []})
    );
    assert_eq!(to_value(Date::default()).unwrap(), json!({"span": {"start": 0, "end": 0}}));
}

#[test]
fn null_and_absent_read_the_same() {
    let span = json!({"start": 0, "end": 9});
    let absent = json!({"kind": "visit", "span": span});
    let null = json!({
        "kind": "visit", "span": span, "date": null, "place": null, "occasion": null, "source": null,
        "participants": [], "topics": [],
    });
    let absent: Meeting = from_value(absent).unwrap();
    assert_eq!(absent, from_value(null).unwrap());
    assert_eq!(absent.kind, MeetingKind::Visit);

    let date: Date = from_value(json!({
        "span": span, "year": null, "month": 5, "day": 3, "weekday": null,
        "hijri": null, "relative": null, "resolved": null,
    }))
    .unwrap();
    assert_eq!(date.to_string(), "--05-03");
    assert_eq!(from_value::<Bulletin>(json!({})).unwrap(), Bulletin::default());
}

#[test]
fn every_type_can_cross_threads() {
    fn check<T: Send + Sync + 'static>() {}
    check::<Bulletin>();
    check::<UnknownValue>();
    check::<InvalidCountry>();
}

/// Every value of a list goes to its word and back, by `FromStr` and by JSON, and no word stands twice.
macro_rules! words_go_both_ways {
    ($($name:ident),+) => {
        #[test]
        fn words_go_both_ways() {
            $(
                let mut words: Vec<&str> = Vec::new();
                for value in $name::ALL {
                    let word = value.as_str();
                    assert!(!words.contains(&word), "{word} stands twice");
                    words.push(word);
                    assert_eq!(word.parse(), Ok(*value));
                    assert_eq!(value.to_string(), word);
                    assert_eq!(to_value(value).unwrap(), word);
                    there_and_back(value);
                }
                let error = $name::from_str("no such word").unwrap_err();
                assert!(error.to_string().ends_with(" \"no such word\""), "{error}");
                assert!(from_str::<$name>("\"no such word\"").is_err());
            )+
        }
    };
}
words_go_both_ways!(Language, MeetingKind, Part, Rank, Act, Relative, Weekday, Subject, DiagnosticKind);

#[test]
fn padding_applies_to_words() {
    assert_eq!(format!("[{:>6}]", MeetingKind::Call), "[  call]");
}

#[test]
fn media_topics_are_eight_digits() {
    for id in Subject::ALL.iter().filter_map(|subject| subject.media_topic()) {
        assert!(id.len() == 8 && id.bytes().all(|byte| byte.is_ascii_digit()), "{id}");
    }
}

#[test]
fn by_is_all_or_indices() {
    let table = [("\"all\"", By::All), ("[]", By::Participants(vec![])), ("[0,2]", By::Participants(vec![0, 2]))];
    for (text, by) in table {
        assert_eq!(to_string(&by).unwrap(), text);
        assert_eq!(from_str::<By>(text).unwrap(), by);
    }
    for text in ["\"none\"", "3", "null", "[-1]", "[\"0\"]", "{}"] {
        assert!(from_str::<By>(text).is_err(), "{text}");
    }
    let error = from_str::<By>("\"none\"").unwrap_err().to_string();
    assert!(error.contains("expected \"all\" or a list of indices"), "{error}");
}

#[test]
fn countries_are_two_capitals() {
    assert_eq!(Country::new("AZ"), Country::from_bytes(*b"AZ"));
    assert_eq!(to_string(&Country::new("AZ")).unwrap(), "\"AZ\"");
    for text in ["", "A", "AZE", "az", "A1", "Áo", "ع"] {
        assert_eq!(Country::new(text), None, "{text}");
        assert!(text.parse::<Country>().is_err(), "{text}");
        assert!(from_value::<Country>(json!(text)).is_err(), "{text}");
    }
    assert_eq!(format!("{:?}", Country::new("AZ")), "Some(Country(AZ))");
}

#[test]
fn spans_cut_or_decline() {
    let span = Span::new(0, 4);
    assert_eq!(span.text("باكو"), Some("با"));
    for odd in [Span::new(0, 3), Span::new(4, 2), Span::new(0, 100), Span::new(usize::MAX, 0)] {
        assert_eq!(odd.text("باكو"), None, "{odd:?}");
    }
    assert!(Span::new(4, 2).is_empty());
    assert!(span.contains(span) && span.contains(Span::new(1, 1)) && !span.contains(Span::new(2, 5)));
    assert_eq!(Span::from(span.range()), span);
}

#[test]
fn weekdays_convert() {
    let mut day = chrono::Weekday::Mon;
    for weekday in Weekday::ALL {
        assert_eq!(Weekday::from(day), *weekday);
        assert_eq!(chrono::Weekday::from(*weekday), day);
        assert_eq!(day.to_string().to_lowercase(), weekday.as_str());
        day = day.succ();
    }
}

/// A Gregorian date from what there is of it.
fn date(year: Option<u16>, month: impl Into<Option<u8>>, day: impl Into<Option<u8>>) -> Date {
    Date { year, month: month.into(), day: day.into(), ..Date::default() }
}

fn relative(relative: Relative) -> Date {
    Date { relative: Some(relative), ..Date::default() }
}

fn weekday(weekday: Weekday) -> Date {
    Date { weekday: Some(weekday), ..Date::default() }
}

fn hijri(year: u16, month: u8, day: impl Into<Option<u8>>) -> Date {
    Date { hijri: Some(Hijri { year, month, day: day.into() }), ..Date::default() }
}

#[test]
fn dates_resolve() {
    let table = [
        // A full date needs no reference, and one on no calendar is no day.
        (date(Some(2024), 11, 29), None, Some("2024-11-29")),
        (date(Some(2024), 11, 29), Some("2020-01-01"), Some("2024-11-29")),
        (date(Some(2024), 4, 31), Some("2024-05-05"), None),
        (Date { relative: Some(Relative::Today), ..date(Some(2024), 11, 29) }, Some("2024-12-01"), Some("2024-11-29")),
        // Hijri, alone and as the year of a Gregorian day.
        (hijri(1445, 9, 1), None, Some("2024-03-11")),
        (hijri(1445, 9, None), Some("2024-05-05"), None),
        (Date { hijri: hijri(1445, 9, 1).hijri, ..date(None, 3, 12) }, None, Some("2024-03-12")),
        (Date { hijri: hijri(1445, 9, 1).hijri, ..date(Some(2024), 3, 12) }, None, Some("2024-03-12")),
        (Date { hijri: hijri(1435, 3, 1).hijri, ..date(None, 12, 31) }, None, Some("2013-12-31")),
        // Month and day: the last one, with three days of grace.
        (date(None, 11, 29), None, None),
        (date(None, 11, 29), Some("2024-11-29"), Some("2024-11-29")),
        (date(None, 11, 29), Some("2024-11-26"), Some("2024-11-29")),
        (date(None, 11, 29), Some("2024-11-25"), Some("2023-11-29")),
        (date(None, 1, 2), Some("2024-12-30"), Some("2025-01-02")),
        (date(None, 12, 31), Some("2025-01-01"), Some("2024-12-31")),
        (date(None, 2, 29), Some("2027-06-01"), Some("2024-02-29")),
        (date(None, 2, 29), Some("1903-06-01"), Some("1896-02-29")),
        (date(None, 2, 30), Some("2024-06-01"), None),
        (Date { relative: Some(Relative::Today), ..date(None, 11, 29) }, Some("2024-11-30"), Some("2024-11-29")),
        // Days told from the reference.
        (relative(Relative::Today), None, None),
        (relative(Relative::Today), Some("2024-03-01"), Some("2024-03-01")),
        (relative(Relative::Yesterday), Some("2024-03-01"), Some("2024-02-29")),
        (relative(Relative::DayBeforeYesterday), Some("2024-03-01"), Some("2024-02-28")),
        (relative(Relative::Tomorrow), Some("2024-12-31"), Some("2025-01-01")),
        (Date { relative: Some(Relative::Today), ..weekday(Weekday::Monday) }, Some("2024-11-29"), Some("2024-11-29")),
        // Weekdays: 29 November 2024 was a Friday.
        (weekday(Weekday::Friday), None, None),
        (weekday(Weekday::Friday), Some("2024-11-29"), Some("2024-11-29")),
        (weekday(Weekday::Thursday), Some("2024-11-29"), Some("2024-11-28")),
        (weekday(Weekday::Saturday), Some("2024-11-29"), Some("2024-11-23")),
        (Date { weekday: Some(Weekday::Friday), ..date(Some(2024), 11, None) }, Some("2024-11-29"), None),
        // Too little.
        (Date::default(), Some("2024-11-29"), None),
        (date(Some(2024), None, None), Some("2024-11-29"), None),
        (date(None, None, 29), Some("2024-11-29"), None),
    ];
    for (date, reference, expected) in table {
        assert_eq!(date.resolve(reference.map(day)), expected.map(day), "{date:?} from {reference:?}");
    }
}

#[test]
fn no_reference_is_too_far_out() {
    for reference in [NaiveDate::MIN, NaiveDate::MAX] {
        for date in [
            date(None, 1, 1),
            date(None, 2, 29),
            relative(Relative::Yesterday),
            relative(Relative::Tomorrow),
            weekday(Weekday::Friday),
        ] {
            let _ = date.resolve(Some(reference));
        }
    }
}

#[test]
fn weekdays_are_checked() {
    let on = |weekday, date| Date { weekday, ..date };
    let table = [
        (on(Some(Weekday::Friday), date(Some(2024), 11, 29)), Some(true)),
        (on(Some(Weekday::Thursday), date(Some(2024), 11, 29)), Some(false)),
        (on(Some(Weekday::Friday), date(None, 11, 29)), None),
        (on(Some(Weekday::Friday), Date { resolved: Some(day("2024-11-29")), ..date(None, 11, 29) }), Some(true)),
        (on(None, date(Some(2024), 11, 29)), None),
        (on(Some(Weekday::Friday), Date::default()), None),
    ];
    for (date, expected) in table {
        assert_eq!(date.agrees_with_weekday(), expected, "{date:?}");
    }
}

#[test]
fn dates_display_as_partial_iso() {
    let table = [
        (date(Some(2024), 11, 29), "2024-11-29"),
        (date(Some(2024), 11, None), "2024-11"),
        (date(Some(2024), None, None), "2024"),
        (date(None, 11, 29), "--11-29"),
        (date(None, 11, None), "--11"),
        (date(None, None, 29), "---29"),
        (hijri(1446, 5, 27), "1446-05-27 AH"),
        (hijri(1446, 5, None), "1446-05 AH"),
        (relative(Relative::Today), "today"),
        (weekday(Weekday::Monday), "mon"),
        (Date::default(), ""),
    ];
    for (date, text) in table {
        assert_eq!(date.to_string(), text);
    }
}

#[test]
fn people_display_by_what_there_is() {
    let bulletin = full();
    let meeting = &bulletin.meetings[0];
    let guest = &meeting.participants[1];
    assert_eq!(guest.to_string(), "كينجي موري (المبعوث الخاص لشؤون المياه, وكالة, JP)");

    let unnamed = Participant { name: None, ..guest.clone() };
    assert_eq!(unnamed.to_string(), "المبعوث الخاص لشؤون المياه (وكالة, JP)");
    let body = Participant { offices: vec![], ..unnamed.clone() };
    assert_eq!(body.to_string(), "وكالة (JP)");
    let state = Participant { organization: None, ..body };
    assert_eq!(state.to_string(), "JP");
    assert_eq!(Participant::default().to_string(), "");
    let name_only = Participant { name: guest.name.clone(), ..Participant::default() };
    assert_eq!(name_only.to_string(), "كينجي موري");

    let dateline = bulletin.dateline.unwrap();
    assert_eq!(dateline.to_string(), "طشقند (UZ), 2024-05-03, AGENCY, سالم الفارس");
    assert_eq!(Dateline::default().to_string(), "");
}

#[test]
fn one_rank_stands_for_several_offices() {
    use Rank::{Ambassador, DeputyHeadOfGovernment, ForeignMinister, Minister, Other};
    let table: [(&[Rank], Option<Rank>); 6] = [
        (&[], None),
        (&[Other], Some(Other)),
        (&[Other, Other], Some(Other)),
        (&[Other, Ambassador, Minister], Some(Ambassador)),
        (&[DeputyHeadOfGovernment, ForeignMinister], Some(ForeignMinister)),
        (&[DeputyHeadOfGovernment, Minister], Some(DeputyHeadOfGovernment)),
    ];
    for (ranks, expected) in table {
        let offices = ranks.iter().map(|rank| Office { rank: *rank, ..Office::default() }).collect();
        let person = Participant { offices, ..Participant::default() };
        assert_eq!(person.rank(), expected, "{ranks:?}");
    }
}

#[test]
fn a_meeting_tells_its_people_apart() {
    let bulletin = full();
    let meeting = &bulletin.meetings[0];
    assert_eq!(meeting.principals().count(), 1);
    assert_eq!(meeting.attendees().count(), 1);
    assert_eq!(Some(meeting.countries()), ["UZ", "JP"].into_iter().map(Country::new).collect());
}
