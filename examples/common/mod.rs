//! What the examples share: reading a file, writing one, printing text of any direction, ending with a status.

#![allow(dead_code, reason = "each example uses its part of this module")]

use std::ffi::OsStr;
use std::fmt::{self, Display};
use std::fs;
use std::io::{self, ErrorKind, Read, Write};
use std::process::ExitCode;

use chrono::NaiveDate;

/// The text of a file, of standard input for `-`, or why there is none.
pub fn read(file: &OsStr) -> Result<String, String> {
    let bytes = if file == "-" {
        let mut bytes = Vec::new();
        io::stdin().lock().read_to_end(&mut bytes).map(|_| bytes)
    } else {
        fs::read(file)
    };
    let bytes = bytes.map_err(|error| format!("cannot read: {error}"))?;
    String::from_utf8(bytes).map_err(|error| {
        let valid = error.utf8_error().valid_up_to();
        let line = 1 + error.as_bytes().iter().take(valid).filter(|byte| **byte == b'\n').count();
        format!("not valid UTF-8 in line {line}, at byte offset {valid}")
    })
}

/// Writes a whole document to a file, or to standard output when none is named. The error names the file.
pub fn write(file: Option<&OsStr>, document: &str) -> io::Result<()> {
    match file {
        None => io::stdout().lock().write_all(document.as_bytes()),
        Some(file) => fs::write(file, document)
            .map_err(|error| io::Error::new(error.kind(), format!("{}: {error}", file.to_string_lossy()))),
    }
}

/// A date written YYYY-MM-DD and no other way.
pub fn reference_date(text: &str) -> Result<NaiveDate, String> {
    let shape = text.len() == 10 && text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
    match text.parse() {
        Ok(date) if shape => Ok(date),
        _ => Err(format!("{text:?} is not a date of the form YYYY-MM-DD")),
    }
}

/// The exit status of a run that read everything, or not, or could not write.
pub fn status(outcome: io::Result<bool>) -> ExitCode {
    match outcome {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        // The reader has seen enough, as in `parse FILE | head`.
        Err(error) if error.kind() == ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            // There is nothing to be done when standard error is closed too.
            let _ = writeln!(io::stderr(), "cannot write: {error}");
            ExitCode::FAILURE
        }
    }
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
