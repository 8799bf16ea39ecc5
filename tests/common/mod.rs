//! What the tests share: the annotated bulletins of `tests/data`, the form in which texts are compared, and, in modules of
//! their own, the properties that every result has.

#![allow(dead_code, reason = "each test crate uses its part of this module")]

pub mod drawn;
pub mod hostile;
pub mod programs;
pub mod properties;
pub mod targets;

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;
use unicode_normalization::UnicodeNormalization;

/// Fewer bulletins than this and something is wrong with the folder, not with the parser.
const FEWEST_FIXTURES: usize = 50;

/// A bulletin and what a reader found in it.
pub struct Fixture {
    /// The file name without its extension.
    pub name: String,
    pub text: String,
    pub annotation: Value,
}

pub fn data_dir() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data")
}

/// Every pair `tests/data/<agency>/NAME.txt` and `NAME.json`, by name.
///
/// # Panics
///
/// When the folder is not there, holds too few pairs, or a text stands there without its annotation.
pub fn fixtures() -> Vec<Fixture> {
    let mut fixtures = Vec::new();
    for agency in entries(&data_dir()).into_iter().filter(|path| path.is_dir()) {
        for path in entries(&agency).into_iter().filter(|path| path.extension().is_some_and(|end| end == "txt")) {
            fixtures.push(fixture(&path));
        }
    }
    fixtures.sort_by(|a, b| a.name.cmp(&b.name));
    assert!(fixtures.len() >= FEWEST_FIXTURES, "{} has only {} bulletins", data_dir().display(), fixtures.len());
    fixtures
}

/// One text with the annotation beside it.
pub fn fixture(path: &Path) -> Fixture {
    let name = path.file_stem().expect("a file name").to_string_lossy().into_owned();
    let annotation = read(&path.with_extension("json"));
    let annotation = serde_json::from_str(&annotation).unwrap_or_else(|error| panic!("{name}.json: {error}"));
    Fixture { name, text: read(path), annotation }
}

/// The stored records of a version of the schema.
///
/// # Panics
///
/// When there are none.
pub fn records(version: u32) -> Vec<PathBuf> {
    let paths = entries(&Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/records/{version}")));
    assert!(!paths.is_empty(), "no records of version {version}");
    paths
}

pub fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// What is in a folder, by name.
pub fn entries(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.expect("an entry of the folder").path()).collect();
    paths.sort();
    paths
}

// ---------------------------------------------------------------------------------------------------------------------
// The form in which texts are compared

/// The words of a text in their comparison form: compatibility forms decomposed, vowel marks, tatweel and invisible
/// marks gone, the forms of alef, ya, waw and ta marbuta made one, lower case.
pub fn words(text: &str) -> Vec<String> {
    let folded: String = text.nfkc().filter(|c| !is_dropped(*c)).flat_map(|c| fold(c).to_lowercase()).collect();
    folded
        .split(|c: char| !(c.is_alphanumeric() || c == '_' || c == '\''))
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

/// The comparison form of a text, its words joined by single spaces.
pub fn norm(text: &str) -> String {
    words(text).join(" ")
}

/// How much two texts have in common: the harmonic mean of the shares of their words that the other has too, 0 to 1.
pub fn overlap(a: &str, b: &str) -> f64 {
    let (a, mut rest) = (words(a), words(b));
    let all = a.len() + rest.len();
    let mut common = 0;
    for word in &a {
        if let Some(at) = rest.iter().position(|other| other == word) {
            rest.swap_remove(at);
            common += 1;
        }
    }
    if common == 0 { 0.0 } else { 2.0 * f64::from(common) / all as f64 }
}

fn is_dropped(c: char) -> bool {
    matches!(c,
        '\u{0610}'..='\u{061a}' | '\u{0640}' | '\u{064b}'..='\u{065f}' | '\u{0670}' | '\u{06d6}'..='\u{06ed}'
        | '\u{200c}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

fn fold(c: char) -> char {
    match c {
        'أ' | 'إ' | 'آ' | 'ٱ' => 'ا',
        'ى' | 'ئ' | 'ی' => 'ي',
        'ک' => 'ك',
        'ة' => 'ه',
        'ؤ' => 'و',
        _ => c,
    }
}

/// Pairs each of `wanted` with at most one of `got`, the best score first and earlier ones first among equals; a
/// score of 0 is no pair. Gives the pairs, and what is left on either side.
pub fn pair<'a, 'b, A, B>(
    wanted: &[&'a A],
    got: &[&'b B],
    score: impl Fn(&A, &B) -> f64,
) -> (Vec<(&'a A, &'b B)>, Vec<&'a A>, Vec<&'b B>) {
    let mut candidates = Vec::new();
    for (i, a) in wanted.iter().enumerate() {
        for (j, b) in got.iter().enumerate() {
            let score = score(a, b);
            if score > 0.0 {
                candidates.push((score, i, j));
            }
        }
    }
    // The sort is stable: among equal scores the order of the texts stays.
    candidates.sort_by(|a, b| b.0.total_cmp(&a.0));
    let (mut left, mut over) = (vec![true; wanted.len()], vec![true; got.len()]);
    let mut pairs = Vec::new();
    for (_, i, j) in candidates {
        if left[i] && over[j] {
            left[i] = false;
            over[j] = false;
            pairs.push((wanted[i], got[j]));
        }
    }
    let missing = wanted.iter().zip(left).filter(|(_, left)| *left).map(|(item, _)| *item).collect();
    let extra = got.iter().zip(over).filter(|(_, over)| *over).map(|(item, _)| *item).collect();
    (pairs, missing, extra)
}
