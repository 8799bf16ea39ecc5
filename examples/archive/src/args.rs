//! The command line.

use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::thread;

use clap::Parser;

/// Reads bulletins and writes who met whom, when, where and about what, as Parquet or JSON lines.
///
/// Interrupted at any moment, even by kill -9 or a power cut, the same command goes on where the last run stopped, and
/// no record is lost or doubled.
#[derive(Debug, Parser)]
#[command(version, after_help = EXIT_STATUS)]
pub struct Args {
    /// Folders of .txt files (searched recursively), .txt files, .jsonl or .jsonl.gz files; - is JSON lines on standard
    /// input
    #[arg(value_name = "INPUT", default_value = "-")]
    pub inputs: Vec<PathBuf>,

    /// What to write: NAME.parquet, a folder of part files with a row a meeting; NAME.jsonl, a line a bulletin; or - for
    /// JSON lines on standard output, which cannot be resumed
    #[arg(short, long, value_name = "FILE", value_parser = output)]
    pub out: PathBuf,

    /// The field of a JSON record that holds the text [default: text, or else body]
    #[arg(long, value_name = "NAME")]
    pub field: Option<String>,

    /// The field that holds the record's id; without it the id is the file and the line
    #[arg(long, value_name = "NAME", default_value = "id")]
    pub id: String,

    /// The field that holds the day of writing, YYYY-MM-DD or a time that begins so, by which "today" and days without a
    /// year are resolved; it may be blank
    #[arg(long, value_name = "NAME")]
    pub date_field: Option<String>,

    /// How many bulletins are read at the same time [default: the number of cores]
    #[arg(short, long, value_name = "N")]
    jobs: Option<NonZero<usize>>,

    /// After how many records the output is made safe on disk: what a crash can cost. For Parquet also the length of a
    /// part [default: 10000, for Parquet 100000]
    #[arg(long, value_name = "RECORDS")]
    checkpoint: Option<NonZero<u64>>,

    /// Where records that cannot be read are told of [default: beside the output, NAME.rejected.jsonl; standard error
    /// for -]
    #[arg(long, value_name = "FILE")]
    rejected: Option<PathBuf>,

    /// Begin anew, whatever there is of the output
    #[arg(long)]
    pub overwrite: bool,
}

const EXIT_STATUS: &str = "\
Exit status:
  0    every record is in the output
  1    the output is complete, and some records were rejected
  2    a usage error
  3    the run broke off; the same command goes on
  130  interrupted; the same command goes on";

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    JsonLines,
    Parquet,
}

impl Args {
    pub fn format(&self) -> Format {
        if has_ending(&self.out, "parquet") { Format::Parquet } else { Format::JsonLines }
    }

    pub fn to_stdout(&self) -> bool {
        is_dash(&self.out)
    }

    pub fn jobs(&self) -> usize {
        self.jobs.or_else(|| thread::available_parallelism().ok()).map_or(1, NonZero::get)
    }

    pub fn checkpoint(&self) -> u64 {
        self.checkpoint.map_or(
            match self.format() {
                Format::JsonLines => 10_000,
                Format::Parquet => 100_000,
            },
            NonZero::get,
        )
    }

    /// The file for what was rejected; `None` is standard error.
    pub fn rejected(&self) -> Option<PathBuf> {
        let beside = (!self.to_stdout()).then(|| self.out.with_extension("rejected.jsonl"));
        self.rejected.clone().or(beside)
    }

    /// The journal of an unfinished output.
    pub fn journal(&self) -> PathBuf {
        let mut name = self.out.clone().into_os_string();
        name.push(".journal");
        name.into()
    }
}

/// An output that can be written, or what is wrong with its name.
fn output(name: &str) -> Result<PathBuf, String> {
    let path = PathBuf::from(name);
    if is_dash(&path) || has_ending(&path, "jsonl") || has_ending(&path, "parquet") {
        Ok(path)
    } else {
        Err("the name must end in .parquet or .jsonl, or be -".to_owned())
    }
}

pub fn is_dash(path: &Path) -> bool {
    path.as_os_str() == "-"
}

pub fn has_ending(path: &Path, ending: &str) -> bool {
    path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case(ending))
}
