//! The examples from the outside: what they print, where, and the status they end with.

mod common;

use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::fs;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::process::Output;
use std::sync::OnceLock;

use common::programs::{program, run_program, scratch, stderr, stdout};
use newswire::Bulletin;
use serde_json::Value;

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

fn lines(output: &Output) -> Vec<Value> {
    stdout(output).lines().map(|line| serde_json::from_str(line).expect("an object a line")).collect()
}

fn bulletin(name: &str) -> PathBuf {
    common::data_dir().join(name)
}

/// The folders of bulletins, one for each agency.
fn agencies() -> Vec<PathBuf> {
    common::entries(&common::data_dir()).into_iter().filter(|path| path.is_dir()).collect()
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
fn every_example_has_the_same_command_line() {
    let file = bulletin(FIRST);
    for example in ["parse", "explain", "export", "annotate", "timeline", "network"] {
        let program = program(example);
        let output = run_program(&program, &["--help"], "");
        assert_eq!((output.status.code(), stderr(&output)), (Some(0), ""), "{example}");
        assert!(stdout(&output).contains(&format!("Usage: {example} ")), "{}", stdout(&output));

        let output = run_program(&program, &["--no-such-option"], "");
        assert_eq!((output.status.code(), stdout(&output)), (Some(2), ""), "{example}");
        assert_eq!(stderr(&output), format!("{example}: invalid option '--no-such-option'\nTry --help.\n"));

        let named = run_program(&program, &["--".as_ref(), file.as_os_str()], "");
        assert_eq!(named.status.code(), Some(0), "{example}: {}", stderr(&named));
        assert!(!named.stdout.is_empty(), "{example}");
        let output = run_program(&program, &["--", "--help"], "");
        assert_eq!(output.status.code(), Some(1), "{example}: behind -- is the name of a file");
        assert!(stderr(&output).starts_with(&format!("{example}: --help: cannot read")), "{}", stderr(&output));
    }
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

/// Runs the example `annotate`.
fn annotate<A: AsRef<OsStr>>(args: &[A], input: &str) -> Output {
    static PROGRAM: OnceLock<PathBuf> = OnceLock::new();
    run_program(PROGRAM.get_or_init(|| program("annotate")), args, input)
}

/// Runs the example `timeline`.
fn timeline<A: AsRef<OsStr>>(args: &[A], input: &str) -> Output {
    static PROGRAM: OnceLock<PathBuf> = OnceLock::new();
    run_program(PROGRAM.get_or_init(|| program("timeline")), args, input)
}

fn unescaped(text: &str) -> String {
    let text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&#13;", "\r");
    text.replace("&amp;", "&")
}

fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let (_, value) = tag.split_once(&format!(" {name}=\""))?;
    value.split_once('"').map(|(value, _)| value)
}

/// A field by its JSON pointer, and a stretch of the text in bytes.
type Field = (String, Range<usize>);

/// The elements `class="text"` of a page: the text of each, and the stretches of it that each field is marked in.
///
/// # Panics
///
/// When tags are not closed in the order in which they were opened, or a bare `<` or `>` stands in the text.
fn marked(page: &str) -> Vec<(String, Vec<Field>)> {
    let mut texts = Vec::new();
    let mut open: Vec<(&str, Option<&str>, usize)> = Vec::new();
    let (mut text, mut fields) = (String::new(), Vec::new());
    let mut within = None;
    let (_, body) = page.split_once("<body>").expect("a body");
    let (body, end) = body.split_once("</body>").expect("an end of the body");
    assert_eq!(end.trim(), "</html>");
    for piece in body.split('<').skip(1) {
        let (tag, content) = piece.split_once('>').expect("a closed tag");
        assert!(!content.contains('>'), "{content}");
        if let Some(name) = tag.strip_prefix('/') {
            let (opened, field, start) = open.pop().expect("an open tag");
            assert_eq!(opened, name);
            if let Some(field) = field {
                fields.push((field.to_owned(), start..text.len()));
            }
            if within == Some(open.len()) {
                texts.push((std::mem::take(&mut text), std::mem::take(&mut fields)));
                within = None;
            }
        } else {
            if attribute(tag, "class") == Some("text") {
                within = Some(open.len());
            }
            let name = tag.split(' ').next().expect("a name");
            open.push((name, attribute(tag, "data-field"), text.len()));
        }
        if within.is_some() {
            text.push_str(&unescaped(content));
        }
    }
    assert!(open.is_empty(), "{open:?}");
    texts
}

/// The span of every phrase, topic, date and dateline of a record, with its JSON pointer.
fn spans(value: &Value, field: &str, found: &mut Vec<Field>) {
    let end = |span: &Value, end: &str| usize::try_from(span[end].as_u64()?).ok();
    match value {
        Value::Object(object) => {
            if let Some((start, end)) = object.get("span").and_then(|it| Some((end(it, "start")?, end(it, "end")?))) {
                found.push((field.to_owned(), start..end));
            }
            for (key, value) in object {
                spans(value, &format!("{field}/{key}"), found);
            }
        }
        Value::Array(values) => {
            for (index, value) in values.iter().enumerate() {
                spans(value, &format!("{field}/{index}"), found);
            }
        }
        _ => {}
    }
}

#[test]
fn a_page_marks_every_field_where_it_stands() {
    let fixtures = common::fixtures();
    let files = agencies().into_iter().flat_map(|folder| common::entries(&folder));
    let files: Vec<PathBuf> = files.filter(|path| path.extension().is_some_and(|end| end == "txt")).collect();
    assert_eq!(files.len(), fixtures.len());
    let output = annotate(&files, "");
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    let texts = marked(stdout(&output));
    assert_eq!(texts.len(), files.len());
    for (file, (text, fields)) in files.iter().zip(texts) {
        let source = common::read(file);
        assert_eq!(text, source, "{}", file.display());
        let record = serde_json::to_value(newswire::parse(&source).expect("a bulletin")).expect("JSON");
        let mut expected = Vec::new();
        spans(&record, "", &mut expected);
        // A paragraph and a meeting are where fields stand; a place and an agency are marked by their names.
        expected.retain(|(field, span)| {
            let parts: Vec<&str> = field.split('/').skip(1).collect();
            !span.is_empty() && parts[0] != "body" && !(parts[0] == "meetings" && parts.len() == 2)
        });
        for (field, span) in expected {
            let holder = field.strip_suffix("/name").filter(|it| !it.contains("/participants/"));
            let field = holder.or(field.strip_suffix("/title")).unwrap_or(&field);
            // Where marks overlap, one is cut into pieces that follow each other.
            let pieces = fields.iter().filter(|(other, _)| other == field).map(|(_, piece)| piece.clone());
            let whole = pieces.reduce(|whole, piece| {
                assert_eq!(whole.end, piece.start, "{}: {field}", file.display());
                whole.start..piece.end
            });
            assert_eq!(whole, Some(span), "{}: {field}", file.display());
        }
    }
}

#[test]
fn a_page_tells_why_and_lets_no_markup_through() {
    let text = "استقبل وزير الخارجية ليث المجالي سفيرة سلوفينيا ناتاشا ملينار.\r\n<script>\"&amp;\u{1}\n";
    let out = Path::new(env!("CARGO_TARGET_TMPDIR")).join("page.html");
    let output = annotate(&["--out".as_ref(), out.as_os_str(), "-".as_ref()], text);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    assert_eq!(stdout(&output), "");
    let page = common::read(&out);
    assert!(!page.contains("<script"), "{page}");
    assert_eq!(marked(&page)[0].0, text.replace('\u{1}', "\u{fffd}"));
    let (_, office) = page.split_once("data-field=\"/meetings/0/participants/0/offices/0\"").expect("an office");
    let title = attribute(office, "title").expect("a title");
    assert!(title.contains("rank foreign_minister\nrank: head_and_complement ("), "{title}");

    let missing = annotate(&["no-such-bulletin.txt"], "");
    assert_eq!(missing.status.code(), Some(1));
    assert!(stderr(&missing).contains("annotate: no-such-bulletin.txt: cannot read"), "{}", stderr(&missing));
    assert_eq!(annotate(&["--out"], "").status.code(), Some(2));
}

/// The meetings in the bars of a chart, and those that it says are undated.
fn charted(chart: &str) -> (usize, usize) {
    let bars = chart.split("</title></rect>").filter_map(|bar| bar.rsplit_once(": ")?.1.parse::<usize>().ok());
    let (_, undated) = chart.split_once("Undated and not in the chart: ").expect("the undated are counted");
    let undated = undated.split(' ').next().and_then(|number| number.parse().ok()).expect("a number");
    (bars.sum(), undated)
}

#[test]
fn a_chart_counts_every_meeting() {
    let folders = agencies();
    let parsed = common::fixtures().into_iter().map(|it| newswire::parse(&it.text).expect("a bulletin"));
    let bulletins: Vec<Bulletin> = parsed.collect();
    let meetings: usize = bulletins.iter().map(|bulletin| bulletin.meetings.len()).sum();
    let output = timeline(&folders, "");
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    let (dated, undated) = charted(stdout(&output));
    assert!(dated > 0 && undated > 0, "{dated} dated, {undated} undated");
    assert_eq!(dated + undated, meetings);

    let records: Vec<String> = bulletins.iter().map(|it| serde_json::to_string(it).expect("JSON")).collect();
    let of_records = timeline(&["-"], &records.join("\n"));
    assert!(stdout(&of_records) == stdout(&output), "records are counted as their bulletins are");

    let mut args: Vec<&OsStr> = vec!["--reference-date".as_ref(), "2026-04-01".as_ref()];
    args.extend(folders.iter().map(|path| path.as_os_str()));
    let output = timeline(&args, "");
    let (more_dated, fewer_undated) = charted(stdout(&output));
    assert_eq!(more_dated + fewer_undated, meetings);
    assert!(more_dated > dated, "{more_dated} with a day of writing, {dated} without");
}

#[test]
fn a_chart_tells_file_line_and_reason() {
    let record = serde_json::to_string(&expected(FIRST)).expect("JSON");
    let lines = format!("{record}\n{{\"error\":\"the text is empty\",\"file\":\"a.txt\"}}\n{{\n");
    // A line that is no text costs itself alone, and a record may have its file around it.
    let archived = format!("{{\"id\":\"1\",\"file\":\"a.jsonl\",\"line\":7,\"bulletin\":{record}}}\n");
    let file = scratch("records.jsonl", &[lines.as_bytes(), b"\xff{}\n", archived.as_bytes()].concat());
    let output = timeline(&[file], "");
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(charted(stdout(&output)), (0, 2));
    for expected in [
        "records.jsonl:4: not valid UTF-8",
        "records.jsonl:2: a bulletin that was not read",
        "records.jsonl:3: not JSON: EOF",
    ] {
        assert!(stderr(&output).contains(expected), "{}", stderr(&output));
    }
    assert_eq!(timeline(&["--reference-date", "2024-13-40"], "").status.code(), Some(2));
}

/// Runs the example `network`.
fn network<A: AsRef<OsStr>>(args: &[A], input: &str) -> Output {
    static PROGRAM: OnceLock<PathBuf> = OnceLock::new();
    run_program(PROGRAM.get_or_init(|| program("network")), args, input)
}

#[test]
fn a_network_has_the_countries_and_the_meetings_of_the_library() {
    let fixtures = common::fixtures();
    let mut records = String::new();
    let (mut nodes, mut edges) = (BTreeSet::new(), BTreeSet::new());
    for fixture in &fixtures {
        let bulletin = newswire::parse(&fixture.text).expect("a bulletin");
        for meeting in &bulletin.meetings {
            let countries: BTreeSet<_> = meeting.principals().filter_map(|person| person.country).collect();
            for one in &countries {
                for other in countries.range(one..).skip(1) {
                    nodes.extend([*one, *other]);
                    edges.insert((*one, *other));
                }
            }
        }
        records.push_str(&serde_json::to_string(&bulletin).expect("JSON"));
        records.push('\n');
    }
    assert!(edges.len() > 10, "the bulletins have too few meetings: {}", edges.len());

    let signs = [
        ("svg", "class=\"node\"", "<line class=\"edge\""),
        ("html", "class=\"node\"", "<line class=\"edge\""),
        ("dot", " [label=", " -- "),
        ("graphml", "<node ", "<edge "),
    ];
    for (format, node, edge) in signs {
        let output = network(&["--format", format], &records);
        assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
        let counts = (stdout(&output).matches(node).count(), stdout(&output).matches(edge).count());
        assert_eq!(counts, (nodes.len(), edges.len()), "{format}");
    }
}

#[test]
fn a_network_reads_folders_and_escapes_names() {
    let person = |name: &str, part: &str| {
        serde_json::json!({
            "name": { "text": name, "span": { "start": 0, "end": 0 } }, "country": "AZ", "part": part
        })
    };
    let meeting = |kind: &str, day: &str, name: &str| {
        let date = serde_json::json!({ "span": { "start": 0, "end": 0 }, "resolved": day });
        let participants = [person(name, "principal"), person("B\\ & \"C\"", "principal"), person("D", "attendee")];
        let span = serde_json::json!({ "start": 0, "end": 0 });
        serde_json::json!({ "kind": kind, "span": span, "date": date, "participants": participants })
    };
    let record = serde_json::json!({ "meetings": [
        meeting("call", "2024-01-01", "</script>\u{202e}"),
        meeting("visit", "2024-02-01", " </script> "),
        meeting("talks", "2024-03-01", "E"),
    ] });
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("network/deeper");
    fs::create_dir_all(&folder).expect("a folder can be made");
    fs::write(folder.join("records.jsonl"), format!("{record}\n\n{{\"error\": \"too long\"}}\n")).expect("a file");
    let draw = |options: &[&str]| {
        let folder = folder.parent().and_then(Path::to_str).expect("a folder");
        network(&[&["--nodes", "people"], options, &[folder]].concat(), "")
    };

    let output = draw(&[]);
    assert_eq!(output.status.code(), Some(1));
    assert!(stderr(&output).contains("records.jsonl:3: a bulletin that was not read"), "{}", stderr(&output));
    assert_eq!(stdout(&output).matches("class=\"node\"").count(), 3, "attendees met nobody");
    assert!(stdout(&output).contains(">&lt;/script&gt;</text>"), "{}", stdout(&output));
    assert!(stdout(&output).contains(">B\\ &amp; &quot;C&quot;</text>"), "{}", stdout(&output));
    assert!(stdout(&output).contains("2 meetings (call 1, visit 1), 2024-01-01 to 2024-02-01"), "{}", stdout(&output));
    assert!(stdout(&draw(&["--format", "dot"])).contains(r#"[label="B\\ & \"C\"", country="AZ"];"#));
    assert_eq!(stdout(&draw(&["--format=html"])).matches("</script>").count(), 2, "those of the page alone");

    for (options, edges) in [
        (&["--from", "2024-02-01"][..], 2),
        (&["--to=2024-02-01"], 1),
        (&["--kind", "talks,visit"], 2),
        (&["--kind=call", "--from=2024-01-02"], 0),
    ] {
        assert_eq!(stdout(&draw(options)).matches("<line class=\"edge\"").count(), edges, "{options:?}");
    }
    for wrong in ["--format=png", "--nodes=cities", "--kind=lunch", "--from=1.1.2024", "--no-such-option"] {
        assert_eq!(network(&[wrong], "").status.code(), Some(2), "{wrong}");
    }
}
