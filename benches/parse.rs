//! How long a bulletin takes, from the text to the result.
//!
//! `cargo bench` prints time and throughput for a flash, a bulletin of the usual length, and a round-up of
//! sixty kilobytes, and beside them two yardsticks over the same text: checking that it is UTF-8, and cutting it at
//! white space. Compare within one run: machines are noisy.

use divan::counter::BytesCount;
use divan::{Bencher, black_box};

const FLASH: &str = include_str!("../tests/data/nna/nna-c02.txt");
const MEDIAN: &str = include_str!("../tests/data/azertac/azertac-c01.txt");

/// The texts that are measured.
const TEXTS: [&str; 3] = ["flash", "median", "roundup"];

fn main() {
    // The tables are read at first use: that is another thing to measure.
    let _ = newswire::parse(MEDIAN);
    divan::main();
}

fn text(name: &str) -> String {
    match name {
        "flash" => FLASH.to_owned(),
        "median" => MEDIAN.to_owned(),
        _ => MEDIAN.repeat(60 * 1024 / MEDIAN.len() + 1),
    }
}

#[divan::bench(args = TEXTS)]
fn parse(bencher: Bencher<'_, '_>, name: &str) {
    let text = text(name);
    bencher.counter(BytesCount::of_str(&text)).bench(|| newswire::parse(black_box(&text)));
}

#[divan::bench(args = TEXTS)]
fn parse_to_json(bencher: Bencher<'_, '_>, name: &str) {
    let text = text(name);
    bencher.counter(BytesCount::of_str(&text)).bench(|| {
        let bulletin = newswire::parse(black_box(&text)).ok()?;
        serde_json::to_string(&bulletin).ok()
    });
}

#[divan::bench(args = TEXTS)]
fn yardstick_utf8(bencher: Bencher<'_, '_>, name: &str) {
    let text = text(name);
    bencher.counter(BytesCount::of_str(&text)).bench(|| std::str::from_utf8(black_box(text.as_bytes())).is_ok());
}

#[divan::bench(args = TEXTS)]
fn yardstick_white_space(bencher: Bencher<'_, '_>, name: &str) {
    let text = text(name);
    bencher.counter(BytesCount::of_str(&text)).bench(|| black_box(&text).split_whitespace().count());
}
