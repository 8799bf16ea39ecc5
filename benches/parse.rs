//! How long a bulletin takes, from the text to the result.
//!
//! `cargo bench` prints time, bytes and bulletins a second for the texts of `common`; in the same run yardsticks over the
//! same text: checking that it is UTF-8, cutting it at white space, finding its words, and finding the forms of the
//! tables in it. `cargo bench --features stages` measures the stages too. Compare within one run: machines are noisy.
//! What is not noisy, instructions, is counted by `benches/instructions`; allocations are by `benches/memory.rs`.

mod common;

use aho_corasick::{AhoCorasick, MatchKind};
use common::{TEXTS, forms, parts, text};
use divan::counter::{BytesCount, ItemsCount};
use divan::{Bencher, black_box};
use unicode_segmentation::UnicodeSegmentation;

fn main() {
    // The tables are read at first use: that is another thing to measure.
    let _ = newswire::parse("باكو");
    divan::main();
}

/// A bench that counts the bytes of a text.
fn of_bytes<'a, 'b>(bencher: Bencher<'a, 'b>, text: &str) -> Bencher<'a, 'b> {
    bencher.counter(BytesCount::of_str(text))
}

/// On one thread, and on two at once: they share the tables and nothing else, so that each takes as long as one alone.
#[divan::bench(args = TEXTS, threads = [1, 2])]
fn parse(bencher: Bencher<'_, '_>, name: &str) {
    let text = text(name);
    of_bytes(bencher, &text).counter(ItemsCount::new(1u32)).bench(|| newswire::parse(black_box(&text)));
}

/// The archive in parts of 4 KiB: what a byte costs there and in the whole archive is to be the same.
#[divan::bench]
fn parse_parts(bencher: Bencher<'_, '_>) {
    let parts = parts(4096);
    let bytes: usize = parts.iter().map(String::len).sum();
    bencher.counter(BytesCount::new(bytes)).counter(ItemsCount::new(parts.len())).bench(|| {
        for part in &parts {
            let _ = black_box(newswire::parse(black_box(part)));
        }
    });
}

#[divan::bench(args = TEXTS)]
fn parse_to_json(bencher: Bencher<'_, '_>, name: &str) {
    let text = text(name);
    of_bytes(bencher, &text).counter(ItemsCount::new(1u32)).bench(|| {
        let bulletin = newswire::parse(black_box(&text)).ok()?;
        serde_json::to_string(&bulletin).ok()
    });
}

#[cfg(feature = "stages")]
mod stages {
    use super::{Bencher, TEXTS, black_box, of_bytes, text};
    use newswire::stages::{Tokens, read_tables};

    /// What the first parse does once.
    #[divan::bench]
    fn read_the_tables() -> usize {
        read_tables()
    }

    #[divan::bench(args = TEXTS)]
    fn tokens(bencher: Bencher<'_, '_>, name: &str) {
        let text = text(name);
        of_bytes(bencher, &text).bench(|| Tokens::new(black_box(&text)));
    }

    #[divan::bench(args = TEXTS)]
    fn look_up(bencher: Bencher<'_, '_>, name: &str) {
        let text = text(name);
        of_bytes(bencher, &text).with_inputs(|| Tokens::new(&text)).bench_values(Tokens::look_up);
    }

    #[divan::bench(args = TEXTS)]
    fn layout(bencher: Bencher<'_, '_>, name: &str) {
        let text = text(name);
        let words = Tokens::new(&text).look_up();
        of_bytes(bencher, &text).bench(|| black_box(&words).page());
    }

    #[divan::bench(args = TEXTS)]
    fn grammar(bencher: Bencher<'_, '_>, name: &str) {
        let text = text(name);
        let words = Tokens::new(&text).look_up();
        let page = words.page();
        of_bytes(bencher, &text).bench(|| black_box(&words).phrases(&page));
    }

    /// With the grammar, which it calls.
    #[divan::bench(args = TEXTS)]
    fn reading(bencher: Bencher<'_, '_>, name: &str) {
        let text = text(name);
        let words = Tokens::new(&text).look_up();
        let page = words.page();
        of_bytes(bencher, &text).bench(|| black_box(&words).read(&page));
    }

    #[divan::bench(args = TEXTS)]
    fn serialise(bencher: Bencher<'_, '_>, name: &str) {
        let text = text(name);
        let bulletin = newswire::parse(&text).ok();
        of_bytes(bencher, &text).bench(|| serde_json::to_string(black_box(&bulletin)).ok());
    }
}

mod yardsticks {
    use super::{AhoCorasick, Bencher, MatchKind, TEXTS, UnicodeSegmentation, black_box, forms, of_bytes, text};

    #[divan::bench(args = TEXTS)]
    fn utf8(bencher: Bencher<'_, '_>, name: &str) {
        let text = text(name);
        of_bytes(bencher, &text).bench(|| std::str::from_utf8(black_box(text.as_bytes())).is_ok());
    }

    #[divan::bench(args = TEXTS)]
    fn white_space(bencher: Bencher<'_, '_>, name: &str) {
        let text = text(name);
        of_bytes(bencher, &text).bench(|| black_box(&text).split_whitespace().count());
    }

    #[divan::bench(args = TEXTS)]
    fn unicode_words(bencher: Bencher<'_, '_>, name: &str) {
        let text = text(name);
        of_bytes(bencher, &text).bench(|| black_box(&text).unicode_words().count());
    }

    #[divan::bench(args = TEXTS)]
    fn forms_of_the_tables(bencher: Bencher<'_, '_>, name: &str) {
        let text = text(name);
        let automaton = AhoCorasick::builder().match_kind(MatchKind::LeftmostLongest).build(forms());
        let automaton = automaton.expect("the forms are few enough");
        of_bytes(bencher, &text).bench(|| automaton.find_iter(black_box(&text)).count());
    }
}
