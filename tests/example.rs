//! The examples from the outside: what they print, where, and the status they end with.

mod common;

use std::ffi::OsStr;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::OnceLock;
use std::{env, fs};

use newswire::Bulletin;
use serde_json::Value;

/// The program of an example, built in the profile of the tests.
fn program(example: &str) -> PathBuf {
    let cargo = env::var_os("CARGO").unwrap_or_else(|| env!("CARGO").into());
    let mut build = Command::new(cargo);
    build.current_dir(env!("CARGO_MANIFEST_DIR"));
    build.args(["build", "--quiet", "--example", example, "--message-format", "json"]);
    if !cfg!(debug_assertions) {
        build.arg("--release");
    }
    let output = build.stderr(Stdio::inherit()).output().expect("cargo can be run");
    assert!(output.status.success(), "the example does not build");
    let messages = String::from_utf8(output.stdout).expect("cargo prints UTF-8");
    let mut messages = messages.lines().filter_map(|line| serde_json::from_str::<Value>(line).ok());
    messages.find_map(|message| Some(message["executable"].as_str()?.into())).expect("cargo names the program")
}

/// Runs the example `parse`.
fn run<A: AsRef<OsStr>>(args: &[A], input: &str) -> Output {
    static PROGRAM: OnceLock<PathBuf> = OnceLock::new();
    run_program(PROGRAM.get_or_init(|| program("parse")), args, input)
}

/// Runs the example `export`.
fn export<A: AsRef<OsStr>>(args: &[A], input: &str) -> Output {
    static PROGRAM: OnceLock<PathBuf> = OnceLock::new();
    run_program(PROGRAM.get_or_init(|| program("export")), args, input)
}

fn run_program<A: AsRef<OsStr>>(program: &Path, args: &[A], input: &str) -> Output {
    let mut child = Command::new(program)
        .args(args)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the example can be run");
    // The program may end before it has read what it has no need of.
    let _ = child.stdin.take().expect("a pipe").write_all(input.as_bytes());
    child.wait_with_output().expect("the example ends")
}

fn stdout(output: &Output) -> &str {
    std::str::from_utf8(&output.stdout).expect("UTF-8")
}

fn stderr(output: &Output) -> &str {
    std::str::from_utf8(&output.stderr).expect("UTF-8")
}

fn lines(output: &Output) -> Vec<Value> {
    stdout(output).lines().map(|line| serde_json::from_str(line).expect("an object a line")).collect()
}

fn bulletin(name: &str) -> PathBuf {
    common::data_dir().join(name)
}

/// A file that this run of the tests may write.
fn scratch(name: &str, content: &[u8]) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::write(&path, content).expect("a file can be written");
    path
}

const FIRST: &str = "azertac/azertac-c01.txt";
const SECOND: &str = "azertac/azertac-c03.txt";

/// What the library says of a file.
fn expected(name: &str) -> Bulletin {
    newswire::parse(&common::read(&bulletin(name))).expect("a bulletin")
}

fn read_back(line: &Value) -> Bulletin {
    serde_json::from_value(line.clone()).expect("a bulletin")
}

#[test]
fn json_is_one_object_a_line_in_the_order_of_the_arguments() {
    let output = run(&["--json".into(), bulletin(SECOND), bulletin(FIRST), bulletin(SECOND)], "");
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    assert_eq!(stderr(&output), "");
    let read: Vec<Bulletin> = lines(&output).iter().map(read_back).collect();
    assert_eq!(read, [expected(SECOND), expected(FIRST), expected(SECOND)]);
}

#[test]
fn files_that_fail_are_told_of_and_passed_over() {
    let missing = Path::new(env!("CARGO_TARGET_TMPDIR")).join("no-such-bulletin.txt");
    let invalid = scratch("invalid-utf-8.txt", b"\xd8\xa8\xff\xd8");
    let output = run(&["--json".into(), bulletin(FIRST), missing.clone(), invalid.clone(), bulletin(SECOND)], "");
    assert_eq!(output.status.code(), Some(1));

    let lines = lines(&output);
    assert_eq!(lines.len(), 4, "{lines:?}");
    assert_eq!(read_back(&lines[0]), expected(FIRST));
    assert_eq!(read_back(&lines[3]), expected(SECOND));
    for (line, file) in [(&lines[1], &missing), (&lines[2], &invalid)] {
        let keys: Vec<&str> = line.as_object().expect("an object").keys().map(String::as_str).collect();
        assert_eq!(keys, ["error", "file"]);
        assert_eq!(line["file"].as_str(), file.to_str());
        let message = line["error"].as_str().expect("a message");
        assert!(stderr(&output).contains(&format!("{}: {message}", file.display())), "{}", stderr(&output));
    }
    assert_eq!(lines[2]["error"], "not valid UTF-8 in line 1, at byte offset 2");
}

#[test]
fn a_report_tells_of_failures_on_standard_error_only() {
    let missing = Path::new(env!("CARGO_TARGET_TMPDIR")).join("no-such-bulletin.txt");
    let output = run(&[missing, bulletin(FIRST)], "");
    assert_eq!(output.status.code(), Some(1));
    assert!(stderr(&output).contains("no-such-bulletin.txt: cannot read"), "{}", stderr(&output));
    assert!(!stdout(&output).contains("no-such-bulletin.txt"));
    let headline = expected(FIRST).headline.expect("a headline");
    assert!(stdout(&output).contains(&headline.text), "{}", stdout(&output));
}

#[test]
fn a_wrong_command_line_is_status_2() {
    let wrong: [&[&str]; 5] = [
        &["--no-such-option"],
        &["--json", "-x"],
        &["--reference-date"],
        &["--reference-date", "2024-13-40"],
        &["--reference-date=29.11.2024"],
    ];
    for args in wrong {
        let output = run(args, "");
        assert_eq!(output.status.code(), Some(2), "{args:?}");
        assert_eq!(stdout(&output), "", "{args:?}");
        assert!(stderr(&output).contains("Try --help"), "{args:?}: {}", stderr(&output));
    }
}

#[test]
fn help_is_printed_on_request() {
    let output = run(&["--help"], "");
    assert_eq!(output.status.code(), Some(0));
    assert!(stdout(&output).contains("--reference-date"), "{}", stdout(&output));
}

#[test]
fn standard_input_is_a_file_too() {
    let text = common::read(&bulletin(FIRST));
    for args in [&["--json", "-"][..], &["--json"][..]] {
        let output = run(args, &text);
        assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
        let read: Vec<Bulletin> = lines(&output).iter().map(read_back).collect();
        assert_eq!(read, [expected(FIRST)], "{args:?}");
    }
}

#[test]
fn an_empty_input_is_no_bulletin() {
    for blank in ["", " \r\n\u{feff}\n"] {
        let output = run(&["--json", "-"], blank);
        assert_eq!(output.status.code(), Some(1), "{blank:?}");
        let lines = lines(&output);
        assert_eq!(lines.len(), 1, "{blank:?}");
        assert_eq!(lines[0]["file"], "-");
        assert!(lines[0]["error"].as_str().is_some_and(|message| message.contains("empty")), "{}", lines[0]);
        assert!(stderr(&output).contains("empty"), "{}", stderr(&output));
    }
}

#[test]
fn the_reference_date_settles_the_year() {
    let file = bulletin(FIRST).into_os_string();
    let output = run(&["--json".into(), "--reference-date".into(), "2026-03-20".into(), file], "");
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    let lines = lines(&output);
    assert_eq!(lines[0]["dateline"]["date"]["resolved"], "2026-03-12");
}

#[test]
fn the_readme_shows_what_is_printed() {
    let readme = common::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md"));
    let (_, shown) = readme.split_once("```text\n").expect("the README shows a report");
    let (shown, _) = shown.split_once("```").expect("an end of the report");
    let output = run(&[bulletin(FIRST)], "");
    // The marks that keep the directions apart are for terminals.
    let printed = stdout(&output).replace(['\u{2068}', '\u{2069}'], "");
    let mut printed = printed.lines();
    for line in shown.lines().filter(|line| line.trim() != "…") {
        assert!(printed.any(|other| other == line), "the README shows {line:?}, which is not printed there");
    }
}

#[test]
fn every_format_is_printed() {
    let first = bulletin(FIRST);
    let items = lines(&export(&[&first, &bulletin(SECOND)], ""));
    assert_eq!(
        items.iter().map(|item| item["uri"].as_str()).collect::<Vec<_>>(),
        [Some("urn:newswire:1"), Some("urn:newswire:2")]
    );
    assert_eq!(items[0]["standard"]["name"], "ninjs");

    let articles = lines(&export(&["--format=schema-org", "-"], &common::read(&first)));
    assert_eq!(articles[0]["@type"], "NewsArticle");

    let args = ["--format".as_ref(), "events".as_ref(), "--reference-date=2026-03-20".as_ref(), first.as_os_str()];
    let output = export(&args, "");
    let mut table = stdout(&output).lines();
    assert!(table.next().is_some_and(|head| head.starts_with("date\tsource\ttarget\tcameo\t")), "{}", stdout(&output));
    assert!(
        table.next().is_some_and(|row| row.starts_with("2026-03-12\tAZEGOV\tBRAGOV\t040\t")),
        "{}",
        stdout(&output)
    );
}

#[test]
fn an_export_tells_file_line_and_reason() {
    let invalid = scratch("invalid-utf-8-in-line-2.txt", b"\xd8\xa8\n\xd8\xa8\xff");
    let blank = scratch("blank.txt", b" \n");
    let output = export(&[&invalid, &blank, &bulletin(FIRST)], "");
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(lines(&output).len(), 1, "the file that can be read is printed");
    let expected = format!("export: {}: not valid UTF-8 in line 2, at byte offset 5\n", invalid.display());
    assert!(stderr(&output).contains(&expected), "{}", stderr(&output));
    assert!(stderr(&output).contains("blank.txt: the text is empty"), "{}", stderr(&output));

    for args in [&["--format"][..], &["--format", "newsml"], &["--no-such-option"], &["--reference-date=1.1.2024"]] {
        let output = export(args, "");
        assert_eq!(output.status.code(), Some(2), "{args:?}");
        assert!(stderr(&output).contains("Try --help"), "{args:?}: {}", stderr(&output));
    }
}
