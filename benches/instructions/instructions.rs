//! Instructions of a parse, of its stages, and of the yardsticks over the same text: the same on every run, however busy
//! the machine is.

#[path = "../common/mod.rs"]
mod common;

use aho_corasick::{AhoCorasick, MatchKind};
use common::{forms, text};
use gungraun::{library_benchmark, library_benchmark_group, main};
use newswire::Bulletin;
use newswire::stages::{Page, Tokens, Words, read_tables};
use std::hint::black_box;
use unicode_segmentation::UnicodeSegmentation;

/// A text that stays, with the tables read.
fn ready(name: &str) -> &'static str {
    let _ = newswire::parse("باكو");
    text(name).leak()
}

fn cut(name: &str) -> Tokens<'static> {
    Tokens::new(ready(name))
}

fn looked_up(name: &str) -> Words<'static> {
    cut(name).look_up()
}

fn laid_out(name: &str) -> (Words<'static>, Page) {
    let words = looked_up(name);
    let page = words.page();
    (words, page)
}

fn parsed(name: &str) -> Option<Bulletin> {
    newswire::parse(ready(name)).ok()
}

fn automaton(name: &str) -> (AhoCorasick, &'static str) {
    let automaton = AhoCorasick::builder().match_kind(MatchKind::LeftmostLongest).build(forms());
    (automaton.expect("the forms are few enough"), ready(name))
}

#[library_benchmark]
fn tables() -> usize {
    black_box(read_tables())
}

#[library_benchmark]
#[benches::of(args = ["flash", "median", "roundup", "archive"], setup = ready)]
fn parse(text: &'static str) -> Option<Bulletin> {
    newswire::parse(black_box(text)).ok()
}

#[library_benchmark]
#[benches::of(args = ["median", "roundup"], setup = ready)]
fn tokens(text: &'static str) -> Tokens<'static> {
    Tokens::new(black_box(text))
}

#[library_benchmark]
#[benches::of(args = ["median", "roundup"], setup = cut)]
fn look_up(tokens: Tokens<'static>) -> Words<'static> {
    black_box(tokens).look_up()
}

#[library_benchmark]
#[benches::of(args = ["median", "roundup"], setup = looked_up)]
fn layout(words: Words<'static>) -> (Words<'static>, Page) {
    let page = black_box(&words).page();
    (words, page)
}

#[library_benchmark]
#[benches::of(args = ["median", "roundup"], setup = laid_out)]
fn grammar(ready: (Words<'static>, Page)) -> (usize, Words<'static>, Page) {
    let (words, page) = ready;
    (black_box(&words).phrases(&page), words, page)
}

#[library_benchmark]
#[benches::of(args = ["median", "roundup"], setup = laid_out)]
fn reading(ready: (Words<'static>, Page)) -> (Bulletin, Words<'static>, Page) {
    let (words, page) = ready;
    (black_box(&words).read(&page), words, page)
}

#[library_benchmark]
#[benches::of(args = ["median", "roundup"], setup = parsed)]
fn serialise(bulletin: Option<Bulletin>) -> Option<String> {
    serde_json::to_string(black_box(&bulletin)).ok()
}

#[library_benchmark]
#[benches::of(args = ["median", "roundup", "archive"], setup = ready)]
fn utf8(text: &'static str) -> bool {
    std::str::from_utf8(black_box(text.as_bytes())).is_ok()
}

#[library_benchmark]
#[benches::of(args = ["median", "roundup", "archive"], setup = ready)]
fn white_space(text: &'static str) -> usize {
    black_box(text).split_whitespace().count()
}

#[library_benchmark]
#[benches::of(args = ["median", "roundup", "archive"], setup = ready)]
fn unicode_words(text: &'static str) -> usize {
    black_box(text).unicode_words().count()
}

#[library_benchmark]
#[benches::of(args = ["median", "roundup", "archive"], setup = automaton)]
fn forms_of_the_tables(ready: (AhoCorasick, &'static str)) -> usize {
    let (automaton, text) = ready;
    automaton.find_iter(black_box(text)).count()
}

library_benchmark_group!(name = first_use; benchmarks = tables);
library_benchmark_group!(name = whole; benchmarks = parse);
library_benchmark_group!(name = stages; benchmarks = tokens, look_up, layout, grammar, reading, serialise);
library_benchmark_group!(name = yardsticks; benchmarks = utf8, white_space, unicode_words, forms_of_the_tables);
main!(library_benchmark_groups = first_use, whole, stages, yardsticks);
