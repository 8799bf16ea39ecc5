//! The alpha-3 codes of countries against another list of ISO 3166-1.

use newswire::Country;

#[test]
fn every_code_is_that_of_the_standard() {
    let letters = b'A'..=b'Z';
    let mut assigned = 0;
    for first in letters.clone() {
        for second in letters.clone() {
            let country = Country::from_bytes([first, second]).expect("two upper-case letters");
            let expected = match country.as_str() {
                // Not in the standard, but used as if it were.
                "XK" => Some("XKX"),
                code => rust_iso3166::from_alpha2(code).map(|entry| entry.alpha3),
            };
            assert_eq!(country.alpha3(), expected, "{country}");
            assigned += usize::from(expected.is_some());
        }
    }
    assert_eq!(assigned, 250);
}
