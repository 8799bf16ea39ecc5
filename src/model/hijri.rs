//! Days of the Islamic calendar, as the Saudi state calendar of Umm al-Qura counts them.
//!
//! Agencies of the Gulf date their bulletins twice, `10 شوال 1436 هـ الموافق 26 يوليو 2015 م`. To say that such a pair
//! disagrees, or to give the day of a bulletin that has the Hijri date alone, a Hijri date must be turned into a Gregorian one.
//! Arithmetic rules for that are a day or two wrong; the printed calendar is a table, and so is this module.

use chrono::{Days, NaiveDate};
use core::fmt;
use serde::{Deserialize, Serialize};

/// A day of the Islamic (Hijri) calendar: the year of the Hijra (AH), the month and the day of the month.
///
/// [`new`](Self::new) checks its arguments. The fields are public, so that a value can also be made without the check; one that
/// names no day has no [`to_gregorian`](Self::to_gregorian). Values are ordered by time.
///
/// Conversion follows the Umm al-Qura calendar, the civil calendar of Saudi Arabia, for the years [1300](Self::FIRST_YEAR) to
/// [1600](Self::LAST_YEAR) AH (12 November 1882 to 25 November 2174). Other states, and Saudi Arabia itself for Ramadan, Shawwal
/// and Dhu al-Hijja, go by the sighting of the moon: **an announced date can differ by a day** from the printed one, in either
/// direction. Compare a Hijri and a Gregorian date with a tolerance of one day. The Islamic day opens at sunset; the Gregorian
/// day given here is the one that has its daylight.
///
/// ```
/// use newswire::HijriDate;
///
/// let day = HijriDate::new(1436, 10, 10).ok_or("no such day")?;
/// assert_eq!(day.to_string(), "1436-10-10 AH");
/// assert_eq!(day.to_gregorian().map(|d| d.to_string()), Some("2015-07-26".to_owned()));
/// # Ok::<(), &str>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct HijriDate {
    /// The year of the Hijra (AH), such as 1446.
    pub year: u16,
    /// The month, 1 (Muharram) to 12 (Dhu al-Hijja); Ramadan is 9.
    pub month: u8,
    /// The day of the month, 1 to 30.
    pub day: u8,
}

impl HijriDate {
    /// The first year of the table, in years of the Hijra.
    pub const FIRST_YEAR: u16 = 1300;

    /// The last year of the table, in years of the Hijra.
    pub const LAST_YEAR: u16 = 1600;

    /// The date of these numbers, or `None` when the year is not within [`FIRST_YEAR`](Self::FIRST_YEAR) to
    /// [`LAST_YEAR`](Self::LAST_YEAR), the month not within 1 to 12, or the day not within 1 to 30.
    ///
    /// The 30th is accepted in every month: a month has 29 or 30 days by the moon, and one that the printed calendar gave 29 may
    /// have been lengthened by announcement. The Gregorian day of such a 30th is the day after the 29th.
    ///
    /// ```
    /// use newswire::HijriDate;
    ///
    /// assert!(HijriDate::new(1445, 9, 1).is_some());
    /// assert!(HijriDate::new(1445, 13, 1).is_none());
    /// assert!(HijriDate::new(1445, 9, 31).is_none());
    /// assert!(HijriDate::new(2024, 9, 1).is_none());
    /// ```
    #[must_use]
    pub fn new(year: u16, month: u8, day: u8) -> Option<Self> {
        let date = Self { year, month, day };
        date.is_valid().then_some(date)
    }

    /// The Gregorian day, or `None` when the value is one that [`new`](Self::new) refuses.
    ///
    /// ```
    /// use newswire::HijriDate;
    ///
    /// let ramadan = HijriDate { year: 1445, month: 9, day: 1 };
    /// assert_eq!(ramadan.to_gregorian().map(|d| d.to_string()), Some("2024-03-11".to_owned()));
    /// ```
    #[must_use]
    pub fn to_gregorian(self) -> Option<NaiveDate> {
        if !self.is_valid() {
            return None;
        }
        let year = YearRow::of(self.year)?;
        let before: u64 = (1..self.month).map(|month| year.month_days(month)).sum();
        epoch()?.checked_add_days(Days::new(year.first_day() + before + u64::from(self.day) - 1))
    }

    /// The Umm al-Qura date of a Gregorian day, or `None` before 12 November 1882 and after 25 November 2174.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use newswire::HijriDate;
    ///
    /// let new_year = NaiveDate::from_ymd_opt(2024, 7, 7).and_then(HijriDate::from_gregorian);
    /// assert_eq!(new_year, HijriDate::new(1446, 1, 1));
    /// ```
    #[must_use]
    pub fn from_gregorian(date: NaiveDate) -> Option<Self> {
        let days = u64::try_from(date.signed_duration_since(epoch()?).num_days()).ok()?;
        let index = YEARS.partition_point(|&row| YearRow(row).first_day() <= days).checked_sub(1)?;
        let year = YearRow(*YEARS.get(index)?);
        let mut left = days - year.first_day();
        for month in 1..=12 {
            let length = year.month_days(month);
            if left < length {
                return Some(Self {
                    year: Self::FIRST_YEAR + u16::try_from(index).ok()?,
                    month,
                    day: u8::try_from(left + 1).ok()?,
                });
            }
            left -= length;
        }
        None
    }

    fn is_valid(self) -> bool {
        (Self::FIRST_YEAR..=Self::LAST_YEAR).contains(&self.year)
            && (1..=12).contains(&self.month)
            && (1..=30).contains(&self.day)
    }
}

/// `1436-10-10 AH`: year, month and day in figures, the month and the day with two of them.
impl fmt::Display for HijriDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{:02}-{:02} AH", self.year, self.month, self.day)
    }
}

/// 1 Muharram 1300 AH, day 0 of the table.
fn epoch() -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(1882, 11, 12)
}

/// One row of [`YEARS`].
#[derive(Clone, Copy)]
struct YearRow(u32);

impl YearRow {
    fn of(year: u16) -> Option<Self> {
        let index = year.checked_sub(HijriDate::FIRST_YEAR)?;
        YEARS.get(usize::from(index)).copied().map(Self)
    }

    /// Days from 1 Muharram 1300 to 1 Muharram of this year.
    fn first_day(self) -> u64 {
        u64::from(self.0 >> 12)
    }

    /// Days of a month (1 to 12): 29 or 30.
    fn month_days(self, month: u8) -> u64 {
        29 + u64::from(self.0 >> u32::from(month.saturating_sub(1)) & 1)
    }
}

/// The Umm al-Qura calendar, a row for each of the years 1300 to 1600 AH.
///
/// The high 20 bits hold the days from 1 Muharram 1300 (12 November 1882) to the year's first day; of the low 12 bits the lowest
/// stands for Muharram, and a set bit is a month of 30 days. Written out from the `islamic-umalqura` calendar of ICU4X
/// (`icu_calendar`, licence Unicode-3.0, copyright Unicode, Inc.), which has it from the King Abdulaziz City for Science and
/// Technology; `tests/umm_al_qura.rs` compares every month with it.
#[rustfmt::skip]
#[allow(clippy::unreadable_literal)]
const YEARS: [u32; 301] = [
    0x00000555, 0x001622AB, 0x002C4937, 0x004272B6, 0x00589576, 0x006EC36C, 0x0084EB55, 0x009B1AAA,
    0x00B13956, 0x00C7549E, 0x00DD795D, 0x00F3A2BA, 0x0109C5B5, 0x011FF3AA, 0x01361B4B, 0x014C4A96,
    0x0162652E, 0x017882AD, 0x018EA56D, 0x01A4DB5A, 0x01BB0752, 0x01D12F25, 0x01E75E8A, 0x01FD7D16,
    0x02139A56, 0x0229BAB5, 0x023FE6B4, 0x02560DA9, 0x026C3B92, 0x02825B25, 0x0298764B, 0x02AE9A9B,
    0x02C4C35A, 0x02DAE6D9, 0x02F115D4, 0x03073DA5, 0x031D6D4A, 0x03338A95, 0x0349A536, 0x035FC975,
    0x0375F2F4, 0x038C16E9, 0x03A246D4, 0x03B866A9, 0x03CE8535, 0x03E4A25D, 0x03FAC4BD, 0x0410F9BA,
    0x042723B4, 0x043D4B69, 0x04537B2A, 0x04699A55, 0x047FB4AD, 0x0495DA5D, 0x04AC02DA, 0x04C226D9,
    0x04D85EAA, 0x04EE8E94, 0x0504AD2A, 0x051ACC56, 0x0530E4AE, 0x05470A6D, 0x055D356A, 0x05735D55,
    0x05898D4A, 0x059FAA93, 0x05B5C52B, 0x05CBEA5B, 0x05E2153A, 0x05F836B5, 0x060E6EA9, 0x06249D52,
    0x063ABD29, 0x0650DA55, 0x0666F4AD, 0x067D156D, 0x06934AEA, 0x06A976E4, 0x06BF9ED1, 0x06D5CDA2,
    0x06EBEAAA, 0x0702095A, 0x071822DA, 0x072E45B9, 0x07447BB2, 0x075AA764, 0x0770C6C9, 0x0786E555,
    0x079D02AB, 0x07B324DB, 0x07C95ABA, 0x07DF85B4, 0x07F5ADA9, 0x080BDD52, 0x0821FAA5, 0x0838192D,
    0x084E326D, 0x086458ED, 0x087A82DA, 0x0890AAD5, 0x08A6DAA5, 0x08BCFA4B, 0x08D31497, 0x08E93937,
    0x08FF62B6, 0x09158975, 0x092BBD69, 0x0941ED52, 0x09580C95, 0x096E292B, 0x0984425B, 0x099A64DB,
    0x09B099D5, 0x09C6C5D2, 0x09DCEDA5, 0x09F31D4A, 0x0A093A95, 0x0A1F554D, 0x0A357AAD, 0x0A4BA3AA,
    0x0A61CBD2, 0x0A77FBC4, 0x0A8E1B89, 0x0AA43A95, 0x0ABA552D, 0x0AD075AD, 0x0AE6AB6A, 0x0AFCD6D4,
    0x0B12FDC9, 0x0B292D92, 0x0B3F4AA6, 0x0B556956, 0x0B6B82AE, 0x0B81A56D, 0x0B97D36A, 0x0BADFB55,
    0x0BC42AAA, 0x0BDA494D, 0x0BF0649D, 0x0C06895D, 0x0C1CB2BA, 0x0C32D5B5, 0x0C4905AA, 0x0C5F2D55,
    0x0C755A9A, 0x0C8B792E, 0x0CA1926E, 0x0CB7B55D, 0x0CCDEADA, 0x0CE416D4, 0x0CFA36A5, 0x0D105B27,
    0x0D268A4D, 0x0D3CA4AD, 0x0D52C56D, 0x0D68FB5A, 0x0D7F2754, 0x0D954F49, 0x0DAB7E92, 0x0DC19D26,
    0x0DD7BA56, 0x0DEDD356, 0x0E03F6B5, 0x0E1A2BAA, 0x0E305B92, 0x0E467B25, 0x0E5C968B, 0x0E72BA9B,
    0x0E88E55A, 0x0E9F0ADA, 0x0EB535B4, 0x0ECB5DA9, 0x0EE18B52, 0x0EF7AA9A, 0x0F0DC536, 0x0F23E276,
    0x0F3A0575, 0x0F503AF2, 0x0F6666D4, 0x0F7C86A9, 0x0F92A555, 0x0FA8C2AD, 0x0FBEE4BD, 0x0FD519BA,
    0x0FEB4574, 0x10016B69, 0x10179B52, 0x102DBA95, 0x1043D52D, 0x1059FA5D, 0x107024DA, 0x10864AD9,
    0x109C76B2, 0x10B29E95, 0x10C8CE2A, 0x10DEEC96, 0x10F5092E, 0x110B2AAD, 0x1121556A, 0x11377D65,
    0x114DAD4A, 0x1163CD15, 0x1179E62B, 0x11900C5B, 0x11A6353A, 0x11BC56B5, 0x11D28DB2, 0x11E8BD64,
    0x11FEDD29, 0x1214FA55, 0x122B14AD, 0x1241396D, 0x12576AEA, 0x126D96E8, 0x1283BED1, 0x1299EDA4,
    0x12B00D4A, 0x12C62A6A, 0x12DC42DA, 0x12F265B9, 0x13089B72, 0x131ECB68, 0x1334E6D1, 0x134B0655,
    0x136124AB, 0x1377495B, 0x138D72BA, 0x13A395B5, 0x13B9CDA9, 0x13CFFD52, 0x13E61CA6, 0x13FC394E,
    0x1412546E, 0x1428795D, 0x143EA4DA, 0x1454CAD5, 0x146AFAAA, 0x14811A4D, 0x1497349B, 0x14AD5937,
    0x14C384B6, 0x14D9A975, 0x14EFDD6A, 0x15060D52, 0x151C2AA5, 0x1532494B, 0x154862AB, 0x155E855B,
    0x1574BAD9, 0x158AE5D2, 0x15A10DC5, 0x15B73D92, 0x15CD5B25, 0x15E37555, 0x15F99AB5, 0x160FC5B4,
    0x1625EBA9, 0x163C17A2, 0x16523745, 0x16685593, 0x167E7AAB, 0x1694A4D6, 0x16AAC9D6, 0x16C0F5D2,
    0x16D71BA5, 0x16ED4B4A, 0x17036A95, 0x171984AD, 0x172FA15D, 0x1745C2DD, 0x175BF9DA, 0x177225B4,
    0x178845A9, 0x179E652D, 0x17B4825B, 0x17CAA8B7, 0x17E0D176, 0x17F6F56D, 0x180D2B6A, 0x18235ACA,
    0x18397A96, 0x184F952B, 0x1865B15B, 0x187BD2BB, 0x189205B6, 0x18A83DAA, 0x18BE6B94, 0x18D48D46,
    0x18EAAA8D, 0x1900C52D, 0x1916EA9D, 0x192D155A, 0x19433755, 0x19596749, 0x196F8F13, 0x1985BE4A,
    0x199BDA96, 0x19B1F556, 0x19C816B5, 0x19DE4BAA, 0x19F47B94,
];

#[cfg(test)]
mod tests {
    use super::*;

    fn gregorian(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).expect("a Gregorian day")
    }

    #[test]
    fn known_days() {
        for ((year, month, day), date) in [
            ((1300, 1, 1), gregorian(1882, 11, 12)),
            ((1436, 10, 10), gregorian(2015, 7, 26)),
            ((1444, 6, 9), gregorian(2023, 1, 2)),
            ((1445, 9, 1), gregorian(2024, 3, 11)),
            ((1446, 1, 1), gregorian(2024, 7, 7)),
            ((1600, 12, 30), gregorian(2174, 11, 25)),
        ] {
            let hijri = HijriDate::new(year, month, day).expect("a Hijri day");
            assert_eq!(hijri.to_gregorian(), Some(date), "{hijri}");
            assert_eq!(HijriDate::from_gregorian(date), Some(hijri), "{date}");
        }
    }

    #[test]
    fn every_day_there_and_back() {
        let mut date = gregorian(1882, 11, 12);
        let mut last: Option<HijriDate> = None;
        while let Some(hijri) = HijriDate::from_gregorian(date) {
            assert_eq!(hijri.to_gregorian(), Some(date));
            assert!(last < Some(hijri), "{hijri} is not after the day before it");
            last = Some(hijri);
            date = date.succ_opt().expect("a next day");
        }
        assert_eq!(date, gregorian(2174, 11, 26));
    }

    #[test]
    fn the_rows_join() {
        for (year, next) in YEARS.iter().zip(YEARS.iter().skip(1)) {
            let (year, next) = (YearRow(*year), YearRow(*next));
            let days: u64 = (1..=12).map(|month| year.month_days(month)).sum();
            assert!(days == 354 || days == 355);
            assert_eq!(year.first_day() + days, next.first_day());
        }
    }

    #[test]
    fn a_thirtieth_day_that_was_announced() {
        // Ramadan 1446 has 29 days in the calendar: its 30th is 1 Shawwal.
        let thirtieth = HijriDate::new(1446, 9, 30).and_then(HijriDate::to_gregorian);
        let shawwal = HijriDate::new(1446, 10, 1).and_then(HijriDate::to_gregorian);
        assert!(shawwal.is_some());
        assert_eq!(thirtieth, shawwal);
    }

    #[test]
    fn outside() {
        for (year, month, day) in [
            (0, 1, 1),
            (1299, 12, 29),
            (1601, 1, 1),
            (u16::MAX, 1, 1),
            (1445, 0, 1),
            (1445, 13, 1),
            (1445, u8::MAX, 1),
            (1445, 1, 0),
            (1445, 1, 31),
            (1445, 1, u8::MAX),
        ] {
            assert_eq!(HijriDate::new(year, month, day), None);
            assert_eq!(HijriDate { year, month, day }.to_gregorian(), None);
        }
        assert_eq!(HijriDate::from_gregorian(gregorian(1882, 11, 11)), None);
        assert_eq!(HijriDate::from_gregorian(gregorian(2174, 11, 26)), None);
        assert_eq!(HijriDate::from_gregorian(NaiveDate::MIN), None);
        assert_eq!(HijriDate::from_gregorian(NaiveDate::MAX), None);
    }

    #[test]
    fn display() {
        let date = HijriDate { year: 1446, month: 1, day: 7 };
        assert_eq!(date.to_string(), "1446-01-07 AH");
    }
}
