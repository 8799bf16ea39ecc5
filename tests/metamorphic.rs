//! A word changed for one of its kind changes what it says and nothing else.
//!
//! In every bulletin of `tests/data` names, countries, months and verbs are replaced by others of the tables, of the same shape,
//! class and form. What comes out must be the facts of the bulletin with the same words replaced in them.
//! `tests/data/expected-swaps.txt` lists the swaps that are known to change more; the ratchet goes both ways, and
//! `NEWSWIRE_BLESS=1 cargo test --release --test metamorphic` writes the list anew and keeps the reasons in it.

mod common;

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::{env, fs};

use common::properties::facts;
use common::{Fixture, data_dir, fixtures, read};
use newswire::Bulletin;
use serde_json::Value;

const HEADER: &str = "\
# Swaps of a word for one of its kind that change more than what the word says, a line each: NAME: KIND old > new # why.
# A swap at fault that is not listed fails the test, and so does a listed one that is right. NEWSWIRE_BLESS=1 writes the file.
";

/// Why a swap stands in the list, until somebody has looked.
const NOT_LOOKED_AT: &str = "not looked at yet";

/// So many other names are tried in the place of one.
const NEW_NAMES: usize = 3;

/// What is put in the place of what, everywhere in a text.
struct Swap {
    kind: &'static str,
    clitics: &'static [&'static str],
    words: Vec<(String, String)>,
    /// A value of the facts that goes with the words: its key, the old one and the new.
    value: Option<(&'static str, Value, Value)>,
}

impl Swap {
    fn new(kind: &'static str, clitics: &'static [&'static str], old: &str, new: &str) -> Self {
        Self { kind, clitics, words: vec![(old.to_owned(), new.to_owned())], value: None }
    }

    fn apply(&self, text: &str) -> String {
        self.words.iter().fold(text.to_owned(), |text, (old, new)| replace(&text, self.clitics, old, new))
    }

    /// The facts that the bulletin has once the words are swapped.
    fn apply_to_facts(&self, facts: Value) -> Value {
        match facts {
            Value::String(text) => Value::String(self.apply(&text)),
            Value::Array(items) => items.into_iter().map(|item| self.apply_to_facts(item)).collect(),
            Value::Object(fields) => fields
                .into_iter()
                .map(|(key, value)| {
                    let value = match &self.value {
                        Some((of, old, new)) if key == *of && value == *old => new.clone(),
                        _ => self.apply_to_facts(value),
                    };
                    (key, value)
                })
                .collect(),
            other => other,
        }
    }
}

// ---- words in a text ----

/// What may be written together with a noun in front of it, and with a perfect.
const NOUN_CLITICS: &[&str] =
    &["", "و", "ف", "ب", "ل", "ك", "وب", "ول", "ال", "وال", "فال", "بال", "كال", "لل", "ولل", "وبال", "فلل"];
const VERB_CLITICS: &[&str] = &["", "و", "ف"];

/// Endings of nationality adjectives behind the masculine singular.
const ENDINGS: [&str; 9] = ["", "ة", "ين", "ان", "ون", "تين", "تان", "ات", "ا"];

/// Where `word` stands in the text, with nothing but such clitics before it and, if it is one, an adjective's ending behind it.
fn places(text: &str, clitics: &[&str], word: &str) -> Vec<usize> {
    let is_place = |at: &usize| {
        let before = text[..*at].rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or("");
        let behind = text[at + word.len()..].split(|c: char| !c.is_alphabetic()).next().unwrap_or("");
        let is_adjective = word.ends_with('ي');
        clitics.contains(&before) && (behind.is_empty() || is_adjective && ENDINGS.contains(&behind))
    };
    text.match_indices(word).map(|(at, _)| at).filter(is_place).collect()
}

fn replace(text: &str, clitics: &[&str], old: &str, new: &str) -> String {
    let mut replaced = String::with_capacity(text.len());
    let mut from = 0;
    for at in places(text, clitics, old) {
        replaced.push_str(&text[from..at]);
        replaced.push_str(new);
        from = at + old.len();
    }
    replaced + &text[from..]
}

fn has(text: &str, word: &str) -> bool {
    !places(text, NOUN_CLITICS, word).is_empty()
}

fn table(name: &str) -> &'static str {
    match name {
        "acts" => include_str!("../data/ar/acts.tsv"),
        "agencies" => include_str!("../data/ar/agencies.tsv"),
        "calendar" => include_str!("../data/ar/calendar.tsv"),
        "cities" => include_str!("../data/ar/cities.tsv"),
        "countries" => include_str!("../data/ar/countries.tsv"),
        "encounters" => include_str!("../data/ar/encounters.tsv"),
        "names" => include_str!("../data/ar/names.tsv"),
        "nouns" => include_str!("../data/ar/nouns.tsv"),
        "words" => include_str!("../data/ar/words.tsv"),
        other => panic!("no table {other}"),
    }
}

/// The cells of a table, row by row.
fn rows(name: &str) -> impl Iterator<Item = Vec<&'static str>> + use<> {
    table(name).lines().filter(|line| !line.starts_with('#')).skip(1).map(|row| row.split('\t').collect())
}

/// One of the candidates, by a hash (FNV-1a) of what it is for and of itself: a row more or less in a table leaves nearly every
/// choice as it was.
fn pick<'a, T>(what_for: &str, candidates: &'a [T], text_of: impl Fn(&T) -> &str) -> &'a T {
    let hash = |candidate: &T| {
        let bytes = what_for.bytes().chain(text_of(candidate).bytes());
        bytes.fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3))
    };
    candidates.iter().min_by_key(|candidate| hash(candidate)).expect("a candidate")
}

// ---- the swaps ----

/// Other names for each whose words stand nowhere else in the text: Arab for Arab, foreign for foreign.
fn names(text: &str, bulletin: &Bulletin) -> Vec<Swap> {
    let table = |kind: &str| -> Vec<&str> {
        let names = rows("names").filter(|row| row[0] == kind).flat_map(|row| row[1].split('|'));
        names.filter(|name| !name.contains(' ') && !has(text, name)).collect()
    };
    let (given, family, foreign) = (table("given"), table("family"), table("foreign"));
    let all_given: HashSet<&str> =
        rows("names").filter(|row| row[0] == "given").flat_map(|row| row[1].split('|')).collect();
    let people = bulletin.meetings.iter().flat_map(|meeting| &meeting.participants);
    let names: BTreeSet<&str> = people.filter_map(|person| Some(person.name.as_ref()?.text.as_str())).collect();
    let mut swaps: Vec<Swap> = Vec::new();
    for old in names {
        let words: Vec<&str> = old.split_whitespace().collect();
        let whole = places(text, NOUN_CLITICS, old).len();
        let elsewhere = words.iter().any(|word| places(text, NOUN_CLITICS, word).len() != whole);
        if whole == 0 || elsewhere || words.len() > 3 {
            continue;
        }
        let is_arab = words.iter().any(|word| all_given.contains(word));
        for _ in 0..NEW_NAMES {
            let new = (0..words.len()).map(|at| {
                let names = match is_arab {
                    true if at > 0 && at + 1 == words.len() => &family,
                    true => &given,
                    false => &foreign,
                };
                *pick(&format!("{old} {at} {}", swaps.len()), names, |name| name)
            });
            swaps.push(Swap::new("name", NOUN_CLITICS, old, &new.collect::<Vec<_>>().join(" ")));
        }
    }
    swaps
}

/// Another country in the place of each that is no country of the agency or of the dateline and has no town in the text.
fn countries(text: &str, bulletin: &Bulletin) -> Vec<Swap> {
    let countries: Vec<Vec<&str>> = rows("countries").collect();
    let towns: Vec<Vec<&str>> = rows("cities").collect();
    let agencies: Vec<Vec<&str>> = rows("agencies").collect();
    let is_absent = |row: &&Vec<&str>| !row[1..].iter().flat_map(|cell| cell.split('|')).any(|form| has(text, form));
    let dateline = bulletin.dateline.as_ref();
    let agency = dateline.and_then(|line| line.agency.as_ref()?.id.clone());
    let mut swaps = Vec::new();
    for row in &countries {
        let (code, names, adjectives) = (row[0], row[1].split('|'), row[3]);
        let at_home = agencies.iter().any(|row| Some(row[0]) == agency.as_deref() && row[1] == code)
            || dateline
                .is_some_and(|line| line.places.iter().any(|place| place.country.is_some_and(|c| c.as_str() == code)));
        let has_town = || towns.iter().any(|row| row[1] == code && row[0].split('|').any(|town| text.contains(town)));
        let Some(name) = names.clone().find(|name| has(text, name)) else { continue };
        let another = names.clone().any(|other| other != name && has(text, other));
        let formal = row[2].split('|').any(|formal| has(text, formal));
        let adjective = adjectives.split('|').find(|adjective| has(text, adjective));
        // عمان is a town too, and مالي an adjective.
        let ambiguous = name.ends_with('ي') || towns.iter().any(|row| row[0].split('|').any(|town| town == name));
        if at_home || another || formal || ambiguous || name.contains(' ') || has_town() {
            continue;
        }
        // One of the same shape: with the article or without it, so that لل stays right.
        let is_alike = |other: &&Vec<&str>| {
            let new = other[1].split('|').next().unwrap_or("");
            new.starts_with("ال") == name.starts_with("ال") && !new.contains(' ') && new.chars().count() >= 5
        };
        let alike: Vec<&Vec<&str>> = countries.iter().filter(is_absent).filter(is_alike).collect();
        let new = pick(name, &alike, |row| row[0]);
        let new_name = new[1].split('|').next().unwrap_or("");
        let bare = |name: &str| name.strip_prefix("ال").unwrap_or(name).to_owned();
        let mut swap = Swap::new("country", NOUN_CLITICS, &bare(name), &bare(new_name));
        if let Some(adjective) = adjective {
            swap.words.push((adjective.to_owned(), new[3].split('|').next().unwrap_or("").to_owned()));
        }
        swap.value = Some(("country", code.into(), new[0].into()));
        swaps.push(swap);
    }
    swaps
}

/// The month of a text that has only one, in all its namings.
fn months(text: &str, bulletin: &Bulletin) -> Vec<Swap> {
    // With a weekday or a Hijri date beside it another month is another matter.
    let dates = bulletin.meetings.iter().filter_map(|meeting| meeting.date.as_ref());
    let dateline = bulletin.dateline.as_ref().and_then(|line| line.date.as_ref());
    if dates.chain(dateline).any(|date| date.weekday.is_some() || date.hijri.is_some()) {
        return Vec::new();
    }
    let months: Vec<Vec<&str>> = rows("calendar").filter(|row| row[0] == "gregorian").collect();
    let found: Vec<&Vec<&str>> = months.iter().filter(|row| row[2].split('|').any(|form| has(text, form))).collect();
    let [old] = found[..] else { return Vec::new() };
    // Months of 31 days have every day that the old one has.
    let long: Vec<&Vec<&str>> =
        months.iter().filter(|row| ["3", "7", "10", "12"].contains(&row[1]) && row[1] != old[1]).collect();
    let month = |row: &[&str]| Value::from(row[1].parse::<u8>().expect("a month"));
    long.iter()
        .map(|new| {
            let forms = old[2].split('|').zip(new[2].split('|')).filter(|(form, _)| has(text, form));
            Swap {
                kind: "month",
                clitics: NOUN_CLITICS,
                words: forms.map(|(old, new)| (old.to_owned(), new.to_owned())).collect(),
                value: Some(("month", month(old), month(new))),
            }
        })
        .collect()
}

/// Gender and number of a perfect, as its ending tells them.
fn inflection(verb: &str) -> &'static str {
    ["وا", "تا", "ا", "ت"].into_iter().find(|ending| verb.ends_with(ending)).unwrap_or("")
}

/// Every verb of an encounter and of a topic for others of its row's kind, in the same inflection.
fn verbs(text: &str, _: &Bulletin) -> Vec<Swap> {
    let encounters = rows("encounters").filter(|row| row[1] == "past");
    let acts = rows("acts").filter(|row| row[1] == "past");
    // The class of a verb is all that its row says of it but the words.
    let mut classes: BTreeMap<(Vec<&str>, &str), Vec<&str>> = BTreeMap::new();
    let mut senses: BTreeMap<&str, usize> = BTreeMap::new();
    for row in encounters.chain(acts) {
        let (words, class) = row.split_last().expect("a row has cells");
        for word in words.split('|').filter(|word| !word.contains(' ')) {
            classes.entry((class.to_vec(), inflection(word))).or_default().push(word);
            *senses.entry(word).or_default() += 1;
        }
    }
    // A word of two classes, or one that is a preposition, a noun or a name too, says something else in each.
    let others = ["words", "nouns", "names"];
    for word in others.into_iter().flat_map(rows).flat_map(|row| row[row.len() - 1].split('|')) {
        senses.entry(word).and_modify(|count| *count += 1);
    }
    let mut swaps = Vec::new();
    for words in classes.values() {
        let words: Vec<&str> = words.iter().copied().filter(|word| senses[word] == 1).collect();
        let stands = |word: &str| !places(text, VERB_CLITICS, word).is_empty();
        for old in words.iter().filter(|word| stands(word)) {
            let others = words.iter().filter(|word| word != &old && !stands(word));
            swaps.extend(others.take(3).map(|new| Swap::new("verb", VERB_CLITICS, old, new)));
        }
    }
    swaps
}

/// The facts without the days that dates are resolved to: those follow from the rest.
fn said(bulletin: &Bulletin) -> Value {
    fn strip(value: Value) -> Value {
        match value {
            Value::Array(items) => items.into_iter().map(strip).collect(),
            Value::Object(fields) => fields
                .into_iter()
                .filter(|(key, _)| key != "resolved")
                .map(|(key, value)| (key, strip(value)))
                .collect(),
            other => other,
        }
    }
    strip(facts(bulletin))
}

/// Where two values differ, in words.
fn difference(wanted: &Value, got: &Value, path: &str, shown: &mut Vec<String>) {
    match (wanted, got) {
        (Value::Object(a), Value::Object(b)) => {
            let keys: HashSet<&String> = a.keys().chain(b.keys()).collect();
            for key in keys {
                difference(&wanted[key], &got[key], &format!("{path}.{key}"), shown);
            }
        }
        (Value::Array(a), Value::Array(b)) if a.len() == b.len() => {
            for (at, (a, b)) in a.iter().zip(b).enumerate() {
                difference(a, b, &format!("{path}[{at}]"), shown);
            }
        }
        (Value::Array(a), Value::Array(b)) => {
            shown.push(format!("{path}: wanted {} of them, got {}", a.len(), b.len()))
        }
        _ if wanted != got => shown.push(format!("{path}: wanted {wanted}, got {got}")),
        _ => {}
    }
}

/// Every swap of a bulletin that changes more than what the words say: its line in the list, and what it changes.
fn faults(fixture: &Fixture, tried: &mut BTreeMap<&'static str, usize>) -> Vec<(String, String)> {
    let bulletin = newswire::parse(&fixture.text).expect("a bulletin");
    let facts = said(&bulletin);
    let swaps = [names, countries, months, verbs].into_iter().flat_map(|swaps| swaps(&fixture.text, &bulletin));
    let mut faults = Vec::new();
    for swap in swaps {
        *tried.entry(swap.kind).or_default() += 1;
        let swapped = newswire::parse(&swap.apply(&fixture.text)).expect("a bulletin");
        let mut shown = Vec::new();
        difference(&swap.apply_to_facts(facts.clone()), &said(&swapped), "", &mut shown);
        if !shown.is_empty() {
            let (old, new) = &swap.words[0];
            faults.push((format!("{}: {} {old} > {new}", fixture.name, swap.kind), shown.join("\n    ")));
        }
    }
    faults
}

#[test]
fn a_word_of_its_kind_changes_what_it_says_alone() {
    let mut tried = BTreeMap::new();
    let found: BTreeMap<String, String> = fixtures().iter().flat_map(|fixture| faults(fixture, &mut tried)).collect();
    println!("swaps tried: {tried:?}, at fault: {}", found.len());
    assert!(tried.len() == 4 && tried.values().all(|count| *count >= 50), "too few swaps: {tried:?}");

    let path = data_dir().join("expected-swaps.txt");
    let listed = if path.exists() { read(&path) } else { String::new() };
    let listed: BTreeMap<&str, &str> =
        listed.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once(" # ")).collect();
    if env::var_os("NEWSWIRE_BLESS").is_some_and(|value| value == "1") {
        let line = |swap: &String| format!("{swap} # {}\n", listed.get(swap.as_str()).unwrap_or(&NOT_LOOKED_AT));
        let lines: String = found.keys().map(line).collect();
        fs::write(&path, format!("{HEADER}{lines}")).expect("the list can be written");
        return;
    }
    let new: Vec<String> = found
        .iter()
        .filter(|(swap, _)| !listed.contains_key(swap.as_str()))
        .map(|(swap, shown)| format!("{swap}\n    {shown}"))
        .collect();
    let gone: Vec<&&str> = listed.keys().filter(|swap| !found.contains_key(**swap)).collect();
    assert!(
        new.is_empty() && gone.is_empty(),
        "{} swaps change more and are not listed:\n{}\n{} listed ones are right, or not tried:\n{gone:#?}",
        new.len(),
        new.join("\n"),
        gone.len(),
    );
}
