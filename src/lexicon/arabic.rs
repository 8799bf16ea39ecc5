//! Reads the tables of `data/ar/` into a lexicon, and inflects what they give in one form only.

use super::forms::Forms;
use super::senses::{
    ActForm, Calendar, Cue, EncounterForm, Gender, HonorificKind, Leads, Number, ObjectMarks, OfficeForm, Sense,
    Speaker, VerbKind,
};
use super::tables::{ActRow, AgencyRow, Complement, EncounterRow, OfficeRow, PlaceKind, Table, forms, rows};
use super::{Lexicon, Origin, Origins};
use crate::model::{Country, Relative, Weekday};
use std::str::FromStr;

macro_rules! table {
    ($name:literal) => {
        Table { name: $name, text: include_str!(concat!("../../data/ar/", $name, ".tsv")) }
    };
}

/// A lexicon in the making, and what was wrong with the tables: a row at fault is left out, and a
/// test sees to it that there is none.
#[derive(Default)]
struct Loader {
    lexicon: Lexicon,
    /// The row being read.
    row: Origin,
    /// Where every sense comes from, when that is asked for.
    origins: Option<Origins>,
    faults: Vec<String>,
}

pub(super) fn load() -> Lexicon {
    Loader::arabic(None).lexicon
}

/// The rows that the senses of the Arabic lexicon come from.
pub(super) fn origins() -> Origins {
    Loader::arabic(Some(Origins::default())).origins.unwrap_or_default()
}

impl Loader {
    fn arabic(origins: Option<Origins>) -> Self {
        let lexicon = Lexicon { forms: Forms::with_room(), ..Lexicon::default() };
        let mut loader = Self { lexicon, origins, ..Self::default() };
        loader.countries();
        loader.cities();
        loader.calendar();
        loader.offices();
        loader.people();
        loader.outlets();
        loader.encounters();
        loader.words();
        loader
    }

    /// Notes a fault when a cell did not say what it must.
    fn checked<T>(&mut self, value: Option<T>, cell: &str) -> Option<T> {
        if value.is_none() {
            let Origin { table, line } = self.row;
            self.faults.push(format!("{table}.tsv:{line}: {cell:?} is not known"));
        }
        value
    }

    fn parsed<T: FromStr>(&mut self, cell: &str) -> Option<T> {
        self.checked(cell.parse().ok(), cell)
    }

    /// Adds the forms in a cell of the row being read; `-` is none.
    fn add(&mut self, forms: &str, sense: Sense) {
        self.add_each(forms, false, sense);
    }

    /// Adds the forms in a cell of the row being read with the article before each.
    fn add_definite(&mut self, forms: &str, sense: Sense) {
        self.add_each(forms, true, sense);
    }

    fn add_each(&mut self, forms: &str, article: bool, sense: Sense) {
        let mut rest = Some(forms).filter(|cell| *cell != "-");
        while let Some(cell) = rest {
            let (node, behind) = self.lexicon.forms.add(cell, article, sense);
            if let (Some(node), Some(origins)) = (node, &mut self.origins) {
                origins.note(node, sense, self.row);
            }
            rest = behind;
        }
    }

    fn countries(&mut self) {
        for (row, [code, names, formal, adjectives, plurals]) in rows(table!("countries")) {
            self.row = row;
            let Some(country) = self.parsed::<Country>(code) else { continue };
            self.add(names, Sense::Country(country));
            self.add(formal, Sense::Country(country));
            for adjective in forms(adjectives) {
                inflect_nationality(adjective, |form, number, definite| {
                    self.add(form, Sense::Nationality { country, number, definite });
                });
            }
            self.add(plurals, Sense::Nationality { country, number: Number::Many, definite: false });
            self.add_definite(plurals, Sense::Nationality { country, number: Number::Many, definite: true });
        }
    }

    fn cities(&mut self) {
        for (row, [names, country, kind, sense]) in rows(table!("cities")) {
            self.row = row;
            let Some(country) = self.parsed::<Country>(country) else { continue };
            let Some(kind) = self.checked(PlaceKind::from_table(kind), kind) else { continue };
            self.add(names, Sense::Town { country, kind, plain: sense == "-" });
        }
    }

    fn calendar(&mut self) {
        for (row, [kind, value, words]) in rows(table!("calendar")) {
            self.row = row;
            let number = value.parse::<u8>().ok();
            let sense = match kind {
                "gregorian" => number.map(|n| Sense::Month(Calendar::Gregorian, n)),
                "hijri" => number.map(|n| Sense::Month(Calendar::Hijri, n)),
                "weekday" => value.parse::<Weekday>().ok().map(Sense::Weekday),
                "ordinal" => number.map(Sense::Ordinal),
                "relative" => value.parse::<Relative>().ok().map(Sense::Relative),
                "vague" => Some(Sense::Vague),
                "era" => Some(Sense::Era(if value == "hijri" { Calendar::Hijri } else { Calendar::Gregorian })),
                "joining" => Some(Sense::Corresponding),
                "current" => Some(match value {
                    "this_month" | "this_year" | "this_week" | "current" => Sense::ThisYear,
                    last if last.starts_with("last") => Sense::Cue(Cue::PastMark),
                    _ => Sense::Cue(Cue::NextMark),
                }),
                "same_day" => Some(Sense::SameDay),
                "day_part" => Some(Sense::DayPart),
                _ => None,
            };
            let Some(sense) = self.checked(sense, &format!("{kind} {value}")) else { continue };
            self.add(words, sense);
        }
    }

    fn offices(&mut self) {
        for (row, [class, rank, country, number, construct, definite]) in rows(table!("offices")) {
            self.row = row;
            let Some(rank) = self.parsed(rank) else { continue };
            let number = match number {
                "1" => Some(Number::One),
                "2" => Some(Number::Two),
                "3" => Some(Number::Many),
                _ => None,
            };
            let Some(number) = self.checked(number, class) else { continue };
            let country = if country == "-" { None } else { self.parsed::<Country>(country) };
            let class = intern(&mut self.lexicon.office_classes, class);
            let index = self.lexicon.offices.len() as u16;
            self.lexicon.offices.push(OfficeRow { class, rank, country, number });
            self.add(construct, Sense::Office(index, OfficeForm::Construct));
            self.add(definite, Sense::Office(index, OfficeForm::Definite));
        }
        for (row, [class, extent, names]) in rows(table!("institutions")) {
            self.row = row;
            let class = intern(&mut self.lexicon.institution_classes, class);
            self.add(names, Sense::Institution { class, head: extent == "head" });
        }
        for (row, [office, complement, rank]) in rows(table!("ranks")) {
            self.row = row;
            let Some(rank) = self.parsed(rank) else { continue };
            let class = |classes: &[Box<str>], name: &str| classes.iter().position(|c| &**c == name).map(|at| at as u8);
            let office_class = class(&self.lexicon.office_classes, office);
            let Some(office) = self.checked(office_class, office) else { continue };
            let known = match complement.split_once(':') {
                Some(("office", name)) => class(&self.lexicon.office_classes, name).map(Complement::Office),
                Some(("rank", name)) => name.parse().ok().map(Complement::Rank),
                Some(("country", code)) => code.parse().ok().map(|country| Complement::Country(Some(country))),
                _ if complement == "country" => Some(Complement::Country(None)),
                _ if complement == "place" => Some(Complement::Place),
                _ if complement == "organisation" => Some(Complement::Organization),
                _ => class(&self.lexicon.institution_classes, complement).map(Complement::Institution),
            };
            let Some(complement) = self.checked(known, complement) else { continue };
            self.lexicon.rank_rules.entry((office, complement)).or_insert((rank, row));
        }
    }

    fn people(&mut self) {
        for (row, [kind, gender, words]) in rows(table!("honorifics")) {
            self.row = row;
            let Some(kind) = self.checked(HonorificKind::from_table(kind), kind) else { continue };
            let gender = match gender {
                "m" => Some(Gender::Masculine),
                "f" => Some(Gender::Feminine),
                _ => None,
            };
            self.add(words, Sense::Honorific(kind, gender));
        }
        for (row, [_, names]) in rows(table!("names")) {
            self.row = row;
            self.add(names, Sense::Name);
        }
    }

    fn outlets(&mut self) {
        for (row, [_, _, names, acronyms]) in rows(table!("organisations")) {
            self.row = row;
            self.add(names, Sense::Organization);
            self.add(acronyms, Sense::Organization);
        }
        for (row, [id, country, desk, credits, names]) in rows(table!("agencies")) {
            self.row = row;
            let index = self.lexicon.agencies.len() as u16;
            let id = if id == "-" { "" } else { id };
            let [country, desk] =
                [country, desk].map(|code| if code == "-" { None } else { self.parsed::<Country>(code) });
            self.lexicon.agencies.push(AgencyRow { id, country, desk });
            self.add(credits, Sense::Agency(index));
            self.add(names, Sense::Agency(index));
        }
        for (row, [_, names]) in rows(table!("sections")) {
            self.row = row;
            self.add(names, Sense::Section);
        }
    }

    fn encounters(&mut self) {
        for (row, [kind, form, object, words]) in rows(table!("encounters")) {
            self.row = row;
            let kind = if kind == "-" { None } else { self.parsed(kind) };
            let Some(form) = self.checked(EncounterForm::from_table(form), form) else { continue };
            let Some(object) = self.checked(ObjectMarks::from_cell(object), object) else { continue };
            let index = self.lexicon.encounters.len() as u16;
            self.lexicon.encounters.push(EncounterRow { kind, form, object });
            self.add(words, Sense::Encounter(index));
        }
        for (row, [act, form, speaker, lead, words]) in rows(table!("acts")) {
            self.row = row;
            let Some(act) = self.parsed(act) else { continue };
            let Some(form) = self.checked(ActForm::from_table(form), form) else { continue };
            let Some(speaker) = self.checked(Speaker::from_table(speaker), speaker) else { continue };
            let Some(leads) = self.checked(Leads::from_cell(lead), lead) else { continue };
            let index = self.lexicon.acts.len() as u16;
            self.lexicon.acts.push(ActRow { act, form, speaker, leads });
            self.add(words, Sense::Act(index));
        }
    }

    fn words(&mut self) {
        for (row, [kind, words]) in rows(table!("verbs")) {
            self.row = row;
            let Some(kind) = self.checked(VerbKind::from_table(kind), kind) else { continue };
            self.add(words, Sense::Verb(kind));
        }
        for (row, [subject, weight, words]) in rows(table!("subjects")) {
            self.row = row;
            let Some(subject) = self.parsed(subject) else { continue };
            let Some(weight) = self.parsed(weight) else { continue };
            self.add(words, Sense::Subject(subject, weight));
        }
        for (row, [words]) in rows(table!("nouns")) {
            self.row = row;
            self.add(words, Sense::Noun);
            self.add_definite(words, Sense::DefiniteNoun);
        }
        for (row, [cue, words]) in rows(table!("words")) {
            self.row = row;
            let Some(cue) = self.checked(Cue::from_table(cue), cue) else { continue };
            self.add(words, Sense::Cue(cue));
        }
    }
}

/// The index of a class name, added when it is new.
fn intern(classes: &mut Vec<Box<str>>, name: &str) -> u8 {
    let at = classes.iter().position(|class| &**class == name).unwrap_or_else(|| {
        classes.push(name.into());
        classes.len() - 1
    });
    at as u8
}

/// Every inflection of a nationality adjective that is given in the masculine singular: feminine,
/// dual and sound plurals in all cases, with and without the article. In an adjective of two words
/// the second is inflected, and the first too unless it is a point of the compass used as a noun.
fn inflect_nationality(adjective: &str, mut add: impl FnMut(&str, Number, bool)) {
    const ENDINGS: [(&str, Number); 9] = [
        ("", Number::One),
        ("ا", Number::One),
        ("ة", Number::One),
        ("ان", Number::Two),
        ("ين", Number::Two),
        ("تان", Number::Two),
        ("تين", Number::Two),
        ("ون", Number::Many),
        ("ات", Number::Many),
    ];
    let mut form = String::new();
    let mut add = |parts: &[&str], number, definite| {
        form.clear();
        parts.iter().for_each(|part| form.push_str(part));
        add(&form, number, definite);
    };
    match adjective.split_once(' ') {
        None => {
            for (ending, number) in ENDINGS {
                add(&[adjective, ending], number, false);
                add(&["ال", adjective, ending], number, true);
            }
        }
        Some((first, second)) => {
            let inflects = first.ends_with('ي');
            for (ending, number) in ENDINGS {
                let head = if inflects { ending } else { "" };
                add(&[first, head, " ", second, ending], number, false);
                add(&["ال", first, head, " ال", second, ending], number, true);
                if !inflects {
                    add(&["ال", first, " ", second, ending], number, true);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tables_say_only_what_is_known() {
        let faults = Loader::arabic(None).faults;
        assert!(faults.is_empty(), "{faults:#?}");
    }

    /// The columns of each table that hold forms.
    const TABLES: [(Table, &[usize]); 17] = [
        (table!("acts"), &[4]),
        (table!("agencies"), &[3, 4]),
        (table!("calendar"), &[2]),
        (table!("cities"), &[0]),
        (table!("encounters"), &[3]),
        (table!("honorifics"), &[2]),
        (table!("institutions"), &[2]),
        (table!("names"), &[1]),
        (table!("nouns"), &[0]),
        (table!("offices"), &[4, 5]),
        (table!("organisations"), &[2, 3]),
        (table!("ranks"), &[]),
        (table!("sections"), &[1]),
        (table!("subjects"), &[2]),
        (table!("verbs"), &[1]),
        (table!("countries"), &[1, 2, 3, 4]),
        // A word of structure may have several cues.
        (table!("words"), &[]),
    ];

    /// The rows of a table with the numbers of their lines, the names of the columns first.
    fn lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
        (1..).zip(text.lines()).filter(|(_, line)| !line.is_empty() && !line.starts_with('#'))
    }

    #[test]
    fn every_row_has_a_cell_for_every_column() {
        let mut faults = Vec::new();
        for (Table { name, text }, _) in TABLES {
            let columns = lines(text).next().map_or(0, |(_, names)| names.split('\t').count());
            for (number, line) in lines(text) {
                let cells = line.split('\t').count();
                if cells != columns {
                    faults.push(format!("{name}.tsv:{number}: {cells} cells and not {columns}"));
                }
            }
        }
        assert!(faults.is_empty(), "{faults:#?}");
    }

    #[test]
    fn every_table_says_what_it_holds_and_under_which_licence() {
        for (Table { name, text }, _) in TABLES {
            let head: String = text.lines().take_while(|line| line.starts_with('#')).collect();
            let names = text.lines().find(|line| !line.starts_with('#')).unwrap_or("");
            for column in names.split('\t') {
                assert!(head.contains(column), "{name}.tsv does not say what {column} is");
            }
            let licensed = head.contains("icence") || head.contains("MIT");
            assert!(licensed, "{name}.tsv does not name its licence");
        }
    }

    #[test]
    fn no_form_stands_twice_in_a_table() {
        let mut faults = Vec::new();
        for (Table { name, text }, columns) in TABLES {
            let mut seen = std::collections::HashMap::new();
            for (number, line) in lines(text).skip(1) {
                let cells: Vec<&str> = line.split('\t').collect();
                let forms = columns.iter().filter_map(|column| cells.get(*column)).flat_map(|cell| cell.split('|'));
                for form in forms.filter(|form| *form != "-") {
                    let folded = crate::token::fold::fold(form);
                    let before = seen.insert(folded, number);
                    // A state and its capital, or its people, may share a name in their own row.
                    if before.is_some_and(|before| before != number) {
                        faults.push(format!("{name}.tsv:{number}: {form} stands at line {} too", before.unwrap_or(0)));
                    }
                    if form.is_empty() || form.trim() != form {
                        faults.push(format!("{name}.tsv:{number}: {form:?}"));
                    }
                }
            }
        }
        assert!(faults.is_empty(), "{faults:#?}");
    }

    #[test]
    fn a_nationality_is_inflected_whole() {
        let mut made = Vec::new();
        inflect_nationality("كوري جنوبي", |form, _, _| made.push(form.to_owned()));
        assert!(made.contains(&"الكورية الجنوبية".to_owned()));
        made.clear();
        inflect_nationality("جنوب أفريقي", |form, _, _| made.push(form.to_owned()));
        assert!(made.contains(&"الجنوب أفريقية".to_owned()));
    }
}
