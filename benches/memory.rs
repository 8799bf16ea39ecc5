//! What a parse allocates, and how much is held at once: its own target, because counting takes time.

mod common;

use common::{TEXTS, text};
use divan::counter::BytesCount;
use divan::{AllocProfiler, Bencher, black_box};

#[global_allocator]
static ALLOC: AllocProfiler = AllocProfiler::system();

fn main() {
    // What the tables take is held for good and is no parse's.
    let _ = newswire::parse("باكو");
    divan::main();
}

#[divan::bench(args = TEXTS, sample_count = 10)]
fn parse(bencher: Bencher<'_, '_>, name: &str) {
    let text = text(name);
    bencher.counter(BytesCount::of_str(&text)).bench(|| newswire::parse(black_box(&text)));
}

/// What of it is the result.
#[divan::bench(args = TEXTS, sample_count = 10)]
fn result(bencher: Bencher<'_, '_>, name: &str) {
    let text = text(name);
    let bulletin = newswire::parse(&text).ok();
    bencher.counter(BytesCount::of_str(&text)).bench(|| black_box(&bulletin).clone());
}
