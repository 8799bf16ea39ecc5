//! What the texts made to hurt cost a byte, at three lengths.
//!
//! `cargo bench --bench adversarial` prints time and throughput of each at 64 KiB, 256 KiB and 1 MiB. Cost is linear where the
//! throughput is the same at all three; `ordinary` is a bulletin over and over, for comparison. A name behind
//! the command picks one: `cargo bench --bench adversarial -- people`.

#[path = "../tests/common/hostile.rs"]
mod hostile;

use divan::counter::BytesCount;
use divan::{Bencher, black_box};
use hostile::HOSTILE;

fn main() {
    // The tables are read at first use: that is another thing to measure.
    let _ = newswire::parse("محمد");
    divan::main();
}

#[divan::bench(args = HOSTILE.iter().map(|(name, _)| *name), consts = [64, 256, 1024], sample_count = 5, sample_size = 1)]
fn kibibytes<const KIB: usize>(bencher: Bencher<'_, '_>, name: &str) {
    let Some((_, make)) = HOSTILE.iter().find(|(of, _)| *of == name) else { return };
    let text = make(KIB * 1024);
    bencher.counter(BytesCount::of_str(&text)).bench(|| newswire::parse(black_box(&text)));
}
