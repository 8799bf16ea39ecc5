//! The Hijri table, every month of it, against the ICU4X calendar that it was written out from.

use chrono::NaiveDate;
use icu_calendar::{Date, Gregorian, cal::Hijri};
use newswire::HijriDate;

fn oracle(year: u16, month: u8, day: u8) -> NaiveDate {
    let date = Date::try_new_hijri_with_calendar(i32::from(year), month, day, Hijri::new_umm_al_qura())
        .expect("a day of the oracle's calendar")
        .to_calendar(Gregorian);
    NaiveDate::from_ymd_opt(
        date.era_year().extended_year,
        u32::from(date.month().ordinal),
        u32::from(date.day_of_month().0),
    )
    .expect("a Gregorian day")
}

fn oracle_length(year: u16, month: u8) -> u8 {
    Date::try_new_hijri_with_calendar(i32::from(year), month, 1, Hijri::new_umm_al_qura())
        .expect("a month of the oracle's calendar")
        .days_in_month()
}

#[test]
fn every_month() {
    let mut months = 0;
    for year in HijriDate::FIRST_YEAR..=HijriDate::LAST_YEAR {
        for month in 1..=12 {
            let length = oracle_length(year, month);
            for day in [1, 15, length] {
                let hijri = HijriDate::new(year, month, day).expect("a day of the table");
                let date = oracle(year, month, day);
                assert_eq!(hijri.to_gregorian(), Some(date), "{hijri}");
                assert_eq!(HijriDate::from_gregorian(date), Some(hijri), "{date}");
            }
            months += 1;
        }
    }
    assert_eq!(months, 301 * 12);
}

#[test]
fn every_day() {
    let mut next = oracle(HijriDate::FIRST_YEAR, 1, 1);
    for year in HijriDate::FIRST_YEAR..=HijriDate::LAST_YEAR {
        for month in 1..=12 {
            for day in 1..=oracle_length(year, month) {
                let hijri = HijriDate::new(year, month, day).expect("a day of the table");
                assert_eq!(hijri.to_gregorian(), Some(next), "{hijri}");
                assert_eq!(HijriDate::from_gregorian(next), Some(hijri), "{next}");
                next = next.succ_opt().expect("a next day");
            }
        }
    }
    assert_eq!(next.pred_opt(), NaiveDate::from_ymd_opt(2174, 11, 25));
}

#[test]
fn a_thirtieth_that_the_calendar_has_not_is_the_day_after_the_last() {
    for year in HijriDate::FIRST_YEAR..=HijriDate::LAST_YEAR {
        for month in (1..=12).filter(|month| oracle_length(year, *month) == 29) {
            let announced = HijriDate::new(year, month, 30).and_then(HijriDate::to_gregorian);
            assert_eq!(announced, oracle(year, month, 29).succ_opt(), "{year}-{month}");
        }
    }
}

#[test]
fn beyond_the_table() {
    assert_eq!(HijriDate::new(1299, 12, 29), None);
    assert_eq!(HijriDate::new(1601, 1, 1), None);
    let day_before = oracle(1300, 1, 1).pred_opt().expect("a day before");
    let day_after = oracle(1600, 12, oracle_length(1600, 12)).succ_opt().expect("a day after");
    assert_eq!(HijriDate::from_gregorian(day_before), None);
    assert_eq!(HijriDate::from_gregorian(day_after), None);
}
