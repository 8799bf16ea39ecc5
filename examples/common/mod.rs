//! What the examples share: the command line and the exit status, reading a file or a folder of records, writing one file, printing
//! text of any direction, or as HTML and XML.

#![allow(dead_code, reason = "each example uses its part of this module")]

pub mod records;

use std::ffi::{OsStr, OsString};
use std::fmt::{self, Display, Write as _};
use std::fs;
use std::io::{self, ErrorKind, Read, Write};
use std::process::ExitCode;

use chrono::NaiveDate;
use lexopt::{Arg, ValueExt};
use newswire::Parser;

/// Takes an option from the command line, by its name and with the command line for its value; answers whether there is
/// one of that name.
pub type Set<O> = fn(&mut O, &str, &mut lexopt::Parser) -> Result<bool, lexopt::Error>;

/// The whole of an example but its work: reads the command line, has it `run`, and ends with the exit status.
///
/// Every example has `--help`, and files behind its options; `-` is standard input, and is read where no file is named.
/// The other options are those that `set` takes. `run` tells of what it cannot read and goes on, so that its own error is
/// one of writing.
pub fn main<O: Default>(
    program: &'static str,
    help: &str,
    set: Set<O>,
    run: fn(&O, &[OsString], &mut Faults) -> io::Result<()>,
) -> ExitCode {
    let mut faults = Faults { program, any: false };
    let outcome = match command_line(set) {
        Ok(Some((options, files))) => run(&options, &files, &mut faults),
        Ok(None) => io::stdout().lock().write_all(help.as_bytes()),
        Err(error) => {
            faults.remark(format_args!("{error}\nTry --help."));
            return ExitCode::from(2);
        }
    };
    match outcome {
        Ok(()) => {}
        // The reader has seen enough, as in `parse FILE | head`.
        Err(error) if error.kind() == ErrorKind::BrokenPipe => return ExitCode::SUCCESS,
        Err(error) => faults.add(format_args!("cannot write: {error}")),
    }
    if faults.any { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}

/// The options and the files, or none when help is asked for.
fn command_line<O: Default>(set: Set<O>) -> Result<Option<(O, Vec<OsString>)>, lexopt::Error> {
    let mut args = lexopt::Parser::from_env();
    let mut options = O::default();
    let mut files = Vec::new();
    while let Some(arg) = args.next()? {
        match arg {
            Arg::Short('h') | Arg::Long("help") => return Ok(None),
            Arg::Long(name) => {
                let name = name.to_owned();
                if !set(&mut options, &name, &mut args)? {
                    return Err(lexopt::Error::UnexpectedOption(format!("--{name}")));
                }
            }
            Arg::Value(file) => files.push(file),
            Arg::Short(_) => return Err(arg.unexpected()),
        }
    }
    if files.is_empty() {
        files.push("-".into());
    }
    Ok(Some((options, files)))
}

/// The value of an option that is a date, written YYYY-MM-DD and no other way.
pub fn date(args: &mut lexopt::Parser) -> Result<NaiveDate, lexopt::Error> {
    let text = args.value()?.string()?;
    let shape = text.len() == 10 && text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
    match text.parse() {
        Ok(date) if shape => Ok(date),
        _ => Err(format!("{text:?} is not a date of the form YYYY-MM-DD").into()),
    }
}

/// The options of an example that writes one document.
#[derive(Default)]
pub struct DocumentOptions {
    /// Standard output when there is none.
    pub out: Option<OsString>,
    pub parser: Parser,
}

impl DocumentOptions {
    /// Takes an option from the command line, as [`main`] asks for it.
    pub fn set(&mut self, name: &str, args: &mut lexopt::Parser) -> Result<bool, lexopt::Error> {
        match name {
            "out" => self.out = Some(args.value()?),
            "reference-date" => self.parser = self.parser.reference_date(date(args)?),
            _ => return Ok(false),
        }
        Ok(true)
    }

    /// Writes the document where it is wanted. The error names the file.
    pub fn write(&self, document: &str) -> io::Result<()> {
        match &self.out {
            None => io::stdout().lock().write_all(document.as_bytes()),
            Some(file) => fs::write(file, document)
                .map_err(|error| io::Error::new(error.kind(), format!("{}: {error}", file.to_string_lossy()))),
        }
    }
}

/// What went wrong: told on standard error as it comes, and remembered for the exit status.
pub struct Faults {
    program: &'static str,
    any: bool,
}

impl Faults {
    /// Tells of something that failed: the run goes on, and ends with exit status 1.
    pub fn add(&mut self, message: impl Display) {
        self.any = true;
        self.remark(message);
    }

    /// Tells of something that is no failure.
    pub fn remark(&self, message: impl Display) {
        // There is nothing to be done when standard error is closed too.
        let _ = writeln!(io::stderr(), "{}: {message}", self.program);
    }
}

/// The text of a file, of standard input for `-`, or why there is none.
pub fn read(file: &OsStr) -> Result<String, String> {
    text(bytes(file)?)
}

fn bytes(file: &OsStr) -> Result<Vec<u8>, String> {
    let bytes = if file == "-" {
        let mut bytes = Vec::new();
        io::stdin().lock().read_to_end(&mut bytes).map(|_| bytes)
    } else {
        fs::read(file)
    };
    bytes.map_err(|error| format!("cannot read: {error}"))
}

fn text(bytes: Vec<u8>) -> Result<String, String> {
    String::from_utf8(bytes).map_err(|error| {
        let valid = error.utf8_error().valid_up_to();
        let line = 1 + error.as_bytes().iter().take(valid).filter(|byte| **byte == b'\n').count();
        format!("not valid UTF-8 in line {line}, at byte offset {valid}")
    })
}

/// Text between FIRST STRONG ISOLATE and POP DIRECTIONAL ISOLATE, which keep right-to-left text from reordering
/// what stands around it. Line breaks become spaces; control characters and the text's own direction marks, which
/// could undo the isolation or drive the terminal, are left out.
pub struct Isolated<'a>(pub &'a str);

impl Display for Isolated<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("\u{2068}")?;
        for c in self.0.chars() {
            match c {
                '\n' | '\r' | '\t' | '\u{2028}' | '\u{2029}' => f.write_str(" ")?,
                '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {}
                c if c.is_control() => {}
                c => write!(f, "{c}")?,
            }
        }
        f.write_str("\u{2069}")
    }
}

/// Text in HTML and XML, in an element or between the double quotes of an attribute.
pub struct Escaped<'a>(pub &'a str);

impl Display for Escaped<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for c in self.0.chars() {
            match c {
                '&' => f.write_str("&amp;")?,
                '<' => f.write_str("&lt;")?,
                '>' => f.write_str("&gt;")?,
                '"' => f.write_str("&quot;")?,
                // A reader would take it for another line break, or for none.
                '\r' => f.write_str("&#13;")?,
                '\n' | '\t' => f.write_char(c)?,
                // There is no way to write these.
                c if c.is_control() => f.write_char('\u{fffd}')?,
                c => f.write_char(c)?,
            }
        }
        Ok(())
    }
}
