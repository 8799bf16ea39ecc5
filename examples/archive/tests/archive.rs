//! The program from the outside: what it writes, and that it writes the same whatever happens to it.

use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use arrow_array::RecordBatch;
use flate2::Compression;
use flate2::write::GzEncoder;
use newswire::export::arrow::{MeetingsBuilder, schema};
use parquet::arrow::arrow_reader::ParquetRecordBatchReaderBuilder;
use serde_json::{Value, json};
use tempfile::TempDir;

/// The records in a chunk: what the reader waits for before anything is written.
const CHUNK: usize = 64;

// ---------------------------------------------------------------------------------------------------------------------
// What is written

#[test]
fn lines_have_the_order_of_the_input_and_what_the_library_reads() {
    let place = Place::new();
    let texts = texts(500);
    place.write("in.jsonl", &records(&texts));
    place.run(&["in.jsonl", "--out", "out.jsonl", "--jobs", "4"]).succeeds();

    let lines = place.json_lines("out.jsonl");
    assert_eq!(lines.len(), texts.len());
    for (index, (line, text)) in lines.iter().zip(&texts).enumerate() {
        let bulletin = newswire::parse(text).expect("a bulletin");
        let expected = json!({ "id": id(index), "file": "in.jsonl", "line": index + 1, "bulletin": bulletin });
        assert_eq!(*line, expected);
    }
    assert_eq!(place.names(), ["in.jsonl", "out.jsonl"], "no journal and no empty side file stay behind");
}

#[test]
fn parquet_gives_back_every_value() {
    let place = Place::new();
    let texts = texts(500);
    place.write("in.jsonl", &records(&texts));
    place.run(&["in.jsonl", "--out", "out.parquet", "--checkpoint", "128"]).succeeds();

    assert_eq!(place.parts("out.parquet").len(), 4, "500 records in parts of 128");
    same_rows(&place.rows("out.parquet"), &expected_rows(&texts));
    assert_eq!(place.names(), ["in.jsonl", "out.parquet"]);
}

#[test]
fn parquet_without_a_meeting_is_a_table_without_a_row() {
    let place = Place::new();
    place.write("in.jsonl", &records(&["الطقس اليوم مشمس.".to_owned()]));
    place.run(&["in.jsonl", "--out", "out.parquet"]).succeeds();
    assert_eq!(place.rows("out.parquet").iter().map(RecordBatch::num_rows).sum::<usize>(), 0);
    assert_eq!(place.parts("out.parquet").len(), 1);
}

#[test]
fn any_number_of_jobs_writes_the_same() {
    let place = Place::new();
    place.write("in.jsonl", &records(&texts(400)));
    for jobs in ["1", "2"] {
        for ending in ["jsonl", "parquet"] {
            place.run(&["in.jsonl", "--out", &format!("{jobs}.{ending}"), "--jobs", jobs]).succeeds();
        }
    }
    assert_eq!(place.read("1.jsonl"), place.read("2.jsonl"));
    assert_eq!(place.read("1.parquet/part-00001.parquet"), place.read("2.parquet/part-00001.parquet"));
}

#[test]
fn a_folder_is_read_to_its_depth_in_the_order_of_names() {
    let place = Place::new();
    for name in ["in/b.txt", "in/a/2.txt", "in/a/1.TXT", "in/c/d/e.txt"] {
        place.write(name, texts(1)[0].as_bytes());
    }
    place.write("in/notes.md", b"no bulletin");
    place.run(&["in", "--out", "-"]).succeeds().prints_ids(&["a/1.TXT", "a/2.txt", "b.txt", "c/d/e.txt"]);
    place.run(&["in/b.txt", "--out", "-"]).succeeds().prints_ids(&["in/b.txt"]);
}

#[test]
fn gzip_and_standard_input_are_read_as_lines() {
    let place = Place::new();
    let records = records(&texts(10));
    place.write("in.jsonl.gz", &gzip(&records));
    let ids: Vec<String> = (0..10).map(id).collect();
    let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
    place.run(&["in.jsonl.gz", "--out", "-"]).succeeds().prints_ids(&ids);
    place.run_with(&["--out", "-"], &records).succeeds().prints_ids(&ids);
}

#[test]
fn fields_are_those_asked_for() {
    let place = Place::new();
    let text = "التقى وزير الخارجية ليث المجالي اليوم سفيرة سلوفينيا ناتاشا ملينار.";
    let record = json!({ "no": 7, "copy": text, "day": "2024-02-18" });
    place.write("in.jsonl", record.to_string().as_bytes());
    let options = ["in.jsonl", "--out", "-", "--field", "copy", "--id", "no", "--date-field", "day"];
    let run = place.run(&options).succeeds();
    let line: Value = serde_json::from_slice(&run.0.stdout).expect("a line");
    assert_eq!(line["id"], "7");
    assert_eq!(line["bulletin"]["meetings"][0]["date"]["resolved"], "2024-02-18");

    let days = ["2024-02-18T23:00:00Z", "", "18 February"].map(|day| json!({ "copy": text, "day": day }).to_string());
    place.write("in.jsonl", days.join("\n").as_bytes());
    let run = place.run(&options).exits(1).says("in.jsonl, line 3: the field \"day\" begins with no date");
    let lines = String::from_utf8(run.0.stdout).expect("text");
    assert_eq!(
        lines.lines().map(|line| line.contains("\"resolved\":\"2024-02-18\"")).collect::<Vec<_>>(),
        [true, false]
    );
}

// ---------------------------------------------------------------------------------------------------------------------
// What cannot be read

#[test]
fn bad_records_are_told_of_and_the_others_written() {
    let place = Place::new();
    let good = json!({ "id": "good", "body": texts(1)[0] }).to_string();
    let lines: [&[u8]; 10] = [
        good.as_bytes(),
        b"",
        b"  \t ",
        b"{\"text\": \"\xff\"}",
        b"{\"text\": \"cut",
        b"[1, 2]",
        b"{\"title\": \"no text\"}",
        b"{\"text\": 5}",
        b"{\"text\": \" \"}",
        good.as_bytes(),
    ];
    place.write("in.jsonl", &lines.join(&b"\n"[..]));
    place.run(&["in.jsonl", "--out", "out.jsonl"]).exits(1);

    assert_eq!(place.json_lines("out.jsonl").iter().map(|line| &line["line"]).collect::<Vec<_>>(), [1, 10]);
    let rejected = place.json_lines("out.rejected.jsonl");
    let told: Vec<_> =
        rejected.iter().map(|line| (line["line"].as_u64().unwrap(), line["reason"].as_str().unwrap())).collect();
    let expected = [
        (4, "not valid UTF-8 at byte offset 10"),
        (5, "not a JSON object: EOF while parsing a string at column 13"),
        (6, "not a JSON object: invalid type: sequence, expected a map at column 0"),
        (7, "no field \"text\" or \"body\""),
        (8, "the field of the text is no string"),
        (9, "the text is empty or blank (1 byte long)"),
    ];
    assert_eq!(told, expected);
    assert!(rejected.iter().all(|line| line["file"] == "in.jsonl"));
}

#[test]
fn bad_files_of_a_folder_are_told_of() {
    let place = Place::new();
    place.write("in/a.txt", b"\xd8");
    place.write("in/b.txt", texts(1)[0].as_bytes());
    place.write("in/c.txt", &vec![b'x'; 2 << 20]);
    place.run(&["in", "--out", "out.jsonl"]).exits(1);
    assert_eq!(place.json_lines("out.jsonl").len(), 1);
    let expected = [
        json!({ "file": "in/a.txt", "reason": "not valid UTF-8 at byte offset 0" }),
        json!({ "file": "in/c.txt", "reason": "the file is 2097152 bytes long, over the limit of 1048576" }),
    ];
    assert_eq!(place.json_lines("out.rejected.jsonl"), expected);
}

#[test]
fn a_line_without_an_end_in_sight_is_passed_over() {
    let place = Place::new();
    let good = records(&texts(1));
    place.write("in.jsonl", &[&good[..], &vec![b'x'; 20 << 20], b"\n", &good].concat());
    place.run(&["in.jsonl", "--out", "out.jsonl"]).exits(1);
    assert_eq!(place.json_lines("out.jsonl").iter().map(|line| &line["line"]).collect::<Vec<_>>(), [1, 3]);
    assert_eq!(place.json_lines("out.rejected.jsonl")[0]["line"], 2);
}

#[test]
fn of_a_truncated_gzip_what_is_there_is_read() {
    let place = Place::new();
    let records = records(&texts(300));
    let whole = gzip(&records);
    place.write("cut.jsonl.gz", &whole[..whole.len() / 2]);
    place.write("next.jsonl", &records);
    place.run(&["cut.jsonl.gz", "next.jsonl", "--out", "out.jsonl"]).exits(1);

    let lines = place.json_lines("out.jsonl");
    let read = lines.iter().take_while(|line| line["file"] == "cut.jsonl.gz").count();
    assert!(read > 10, "{read} lines before the cut");
    assert_eq!(lines.len(), read + 300, "the next input is read whole");
    let rejected = place.json_lines("out.rejected.jsonl");
    assert_eq!(rejected.len(), 1);
    assert_eq!((&rejected[0]["file"], &rejected[0]["line"]), (&json!("cut.jsonl.gz"), &json!(read + 1)));
    assert!(rejected[0]["reason"].as_str().unwrap().starts_with("cannot read on: "), "{rejected:?}");
}

#[test]
fn what_is_no_input_stops_the_run_before_it_begins() {
    let place = Place::new();
    place.write("in.csv", b"");
    place.run(&["gone.jsonl", "--out", "out.jsonl"]).exits(3).says("cannot read gone.jsonl");
    place.run(&["in.csv", "--out", "out.jsonl"]).exits(3).says("in.csv is no folder");
    place.run(&["in.csv", "--out", "out.csv"]).exits(2).says("must end in .parquet or .jsonl");
    assert_eq!(place.names(), ["in.csv"]);
}

#[test]
fn an_output_that_exists_is_left_alone() {
    for out in ["out.jsonl", "out.parquet"] {
        let place = Place::new();
        place.write("one.jsonl", &records(&texts(1)));
        place.write("many.jsonl", &records(&texts(200)));
        place.run(&["many.jsonl", "--out", out]).succeeds();
        let before = place.bytes(out);
        place.run(&["one.jsonl", "--out", out]).exits(3).says(&format!("{out} is there already"));
        assert_eq!(place.bytes(out), before);
        place.run(&["one.jsonl", "--out", out, "--overwrite"]).succeeds();
        let fresh = if out == "out.jsonl" { "fresh.jsonl" } else { "fresh.parquet" };
        place.run(&["one.jsonl", "--out", fresh]).succeeds();
        assert_eq!(place.bytes(out), place.bytes(fresh));
    }
}

// ---------------------------------------------------------------------------------------------------------------------
// Broken off and taken up again

/// Killed after the first checkpoint, some later, and shortly before the end; each time while it waits for input, so
/// that what is lost is known.
#[test]
fn killed_at_several_points_it_loses_and_doubles_nothing() {
    for out in ["out.jsonl", "out.parquet"] {
        let place = Place::new();
        let records = with_bad_records(&texts(20 * CHUNK));
        let clean = place.clean(&records, out);
        for checkpoints in [1, 2, 7, 19] {
            place.kill_after(checkpoints, &records, out);
        }
        place.run_with(&["--out", out, "--checkpoint", "64"], &records).exits(1).says("resumed after 1,216: ");
        clean.is_in(&place, out);
    }
}

/// Killed at any moment whatever.
#[test]
fn killed_at_any_moment_it_loses_and_doubles_nothing() {
    for out in ["out.jsonl", "out.parquet"] {
        let place = Place::new();
        let records = with_bad_records(&texts(3000));
        let clean = place.clean(&records, out);
        place.write("records", &records);
        for millis in (0..200).step_by(10) {
            if !place.is_unfinished(out) {
                break;
            }
            let mut child = place.spawn(&["--out", out, "--checkpoint", "64"], Stdio::from(place.open("records")));
            sleep(Duration::from_millis(millis));
            child.kill().expect("a kill");
            child.wait().expect("an end");
        }
        if place.is_unfinished(out) {
            place.run_with(&["--out", out, "--checkpoint", "64"], &records).exits(1);
        }
        clean.is_in(&place, out);
    }
}

/// What a power cut can leave: lines and parts that no checkpoint knows of, and a note cut short.
#[test]
fn what_comes_after_the_last_checkpoint_is_taken_away() {
    let place = Place::new();
    let records = with_bad_records(&texts(5 * CHUNK));
    let clean = place.clean(&records, "out.jsonl");
    place.kill_after(2, &records, "out.jsonl");
    place.append("out.jsonl", b"{\"id\": \"half a li");
    place.append("out.rejected.jsonl", b"{\"file\": \"-\", \"line\": 1}\n");
    place.append("out.jsonl.journal", b"{\"cursor\": {\"records\": 9999");
    place.run_with(&["--out", "out.jsonl"], &records).exits(1);
    clean.is_in(&place, "out.jsonl");

    let clean = place.clean(&records, "out.parquet");
    fs::remove_file(place.path("out.rejected.jsonl")).expect("the side file of the run before");
    place.kill_after(2, &records, "out.parquet");
    place.write("out.parquet/part-00003.parquet", b"closed, and not in the journal");
    place.write("out.parquet/.unfinished.parquet", b"PAR1");
    place.run_with(&["--out", "out.parquet"], &records).exits(1);
    clean.is_in(&place, "out.parquet");
}

#[test]
fn an_interrupt_ends_it_in_good_order() {
    let place = Place::new();
    let records = with_bad_records(&texts(5 * CHUNK));
    let clean = place.clean(&records, "out.jsonl");
    let mut child = place.feed(&records[..end_of_line(&records, 3 * CHUNK)], "out.jsonl");
    place.wait_for_checkpoints(3, "out.jsonl");
    let signal = Command::new("kill").args(["-INT", &child.id().to_string()]).status().expect("kill");
    assert!(signal.success());
    // Waiting for it closes its standard input, unless that is held: it would end as if the input had.
    let _stdin = child.stdin.take();
    assert_eq!(child.wait().expect("an end").code(), Some(130));
    place.run_with(&["--out", "out.jsonl", "--checkpoint", "64"], &records).exits(1).says("resumed after 192: ");
    clean.is_in(&place, "out.jsonl");
}

#[test]
fn another_input_or_command_is_not_gone_on_with() {
    let place = Place::new();
    let mut records = records(&texts(3 * CHUNK));
    place.kill_after(2, &records, "out.jsonl");
    place.run_with(&["--out", "out.jsonl", "--field", "body"], &records).exits(3).says("begun by another command");
    let digit = records.iter().position(|byte| *byte == b'0').expect("a digit of the first id");
    records[digit] = b'9';
    place.run_with(&["--out", "out.jsonl"], &records).exits(3).says("the input is not what it was");
    place.run_with(&["--out", "out.jsonl", "--overwrite"], &records).succeeds();
    assert_eq!(place.json_lines("out.jsonl").len(), 3 * CHUNK);
}

#[test]
fn two_runs_do_not_write_one_output() {
    let place = Place::new();
    let records = records(&texts(2 * CHUNK));
    let mut first = place.feed(&records, "out.jsonl");
    place.wait_for_checkpoints(2, "out.jsonl");
    place.run_with(&["--out", "out.jsonl"], &records).exits(3).says("in use");
    place.run_with(&["--out", "out.jsonl", "--overwrite"], &records).exits(3).says("in use");
    drop(first.stdin.take());
    assert!(first.wait().expect("an end").success());
    assert_eq!(place.json_lines("out.jsonl").len(), 2 * CHUNK);
}

// ---------------------------------------------------------------------------------------------------------------------
// Bulletins

/// So many texts: those of the library's own tests, over and over.
fn texts(count: usize) -> Vec<String> {
    let mut paths = Vec::new();
    for agency in fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/data")).expect("the fixtures") {
        let agency = agency.expect("an entry").path();
        if agency.is_dir() {
            paths.extend(fs::read_dir(agency).expect("a folder").map(|entry| entry.expect("an entry").path()));
        }
    }
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "txt"));
    paths.sort();
    assert!(paths.len() > 50, "{} fixtures", paths.len());
    let texts: Vec<String> = paths.iter().map(|path| fs::read_to_string(path).expect("a text")).collect();
    texts.into_iter().cycle().take(count).collect()
}

fn id(index: usize) -> String {
    format!("r{index:05}")
}

fn records(texts: &[String]) -> Vec<u8> {
    let lines = texts.iter().enumerate().map(|(index, text)| format!("{}\n", json!({ "id": id(index), "text": text })));
    lines.collect::<String>().into_bytes()
}

/// Every tenth record is one that will be rejected.
fn with_bad_records(texts: &[String]) -> Vec<u8> {
    let lines = records(texts);
    let lines = lines.split_inclusive(|byte| *byte == b'\n').enumerate();
    lines.flat_map(|(index, line)| if index % 10 == 9 { &b"{\"text\": null}\n"[..] } else { line }).copied().collect()
}

fn end_of_line(lines: &[u8], count: usize) -> usize {
    lines.split_inclusive(|byte| *byte == b'\n').take(count).map(<[u8]>::len).sum()
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(bytes).and_then(|()| encoder.finish()).expect("gzip in memory")
}

fn expected_rows(texts: &[String]) -> RecordBatch {
    let mut rows = MeetingsBuilder::new();
    for (index, text) in texts.iter().enumerate() {
        rows.append(&id(index), &newswire::parse(text).expect("a bulletin"));
    }
    rows.finish().expect("a batch")
}

fn same_rows(found: &[RecordBatch], expected: &RecordBatch) {
    let mut row = 0;
    for batch in found {
        assert_eq!(batch.schema(), schema());
        assert!(row + batch.num_rows() <= expected.num_rows(), "too many rows");
        assert_eq!(*batch, expected.slice(row, batch.num_rows()));
        row += batch.num_rows();
    }
    assert_eq!(row, expected.num_rows());
}

// ---------------------------------------------------------------------------------------------------------------------
// The program, in a folder of its own

struct Place(TempDir);

struct Run(Output);

/// What an undisturbed run writes.
enum Clean {
    Lines { output: Vec<u8>, rejected: Vec<u8> },
    Rows { rows: Vec<RecordBatch>, rejected: Vec<u8> },
}

impl Place {
    fn new() -> Self {
        Self(TempDir::new().expect("a folder"))
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn write(&self, name: &str, bytes: &[u8]) {
        let path = self.path(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, bytes).expect("a file written");
    }

    fn append(&self, name: &str, bytes: &[u8]) {
        File::options()
            .append(true)
            .open(self.path(name))
            .and_then(|mut file| file.write_all(bytes))
            .expect("an append");
    }

    fn open(&self, name: &str) -> File {
        File::open(self.path(name)).expect("a file")
    }

    fn read(&self, name: &str) -> Vec<u8> {
        fs::read(self.path(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
    }

    fn json_lines(&self, name: &str) -> Vec<Value> {
        let text = self.read(name);
        assert!(text.ends_with(b"\n"), "{name} ends with a whole line");
        text.split(|byte| *byte == b'\n')
            .filter(|line| !line.is_empty())
            .map(|line| serde_json::from_slice(line).expect("JSON"))
            .collect()
    }

    fn names(&self) -> Vec<String> {
        names_in(self.0.path())
    }

    fn parts(&self, name: &str) -> Vec<PathBuf> {
        names_in(&self.path(name)).iter().map(|part| self.path(name).join(part)).collect()
    }

    fn rows(&self, name: &str) -> Vec<RecordBatch> {
        let mut rows = Vec::new();
        for part in self.parts(name) {
            let reader = ParquetRecordBatchReaderBuilder::try_new(File::open(part).expect("a part")).expect("Parquet");
            let reader = reader.with_batch_size(1 << 20);
            rows.extend(reader.build().expect("a reader").map(|batch| batch.expect("a batch")));
        }
        rows
    }

    /// An output, whatever its format.
    fn bytes(&self, name: &str) -> Vec<u8> {
        if self.path(name).is_dir() {
            self.parts(name).into_iter().flat_map(|part| fs::read(part).expect("a part")).collect()
        } else {
            self.read(name)
        }
    }

    fn spawn(&self, args: &[&str], stdin: Stdio) -> Child {
        let mut command = Command::new(env!("CARGO_BIN_EXE_archive"));
        command.current_dir(self.0.path()).args(args).stdin(stdin).stdout(Stdio::piped()).stderr(Stdio::piped());
        command.spawn().expect("the program")
    }

    fn run(&self, args: &[&str]) -> Run {
        Run(self.spawn(args, Stdio::null()).wait_with_output().expect("an end"))
    }

    fn run_with(&self, args: &[&str], stdin: &[u8]) -> Run {
        self.write("stdin", stdin);
        let run = Run(self.spawn(args, Stdio::from(self.open("stdin"))).wait_with_output().expect("an end"));
        fs::remove_file(self.path("stdin")).expect("the file just written");
        run
    }

    /// Starts a run on standard input, gives it some, and leaves it waiting for more.
    fn feed(&self, stdin: &[u8], out: &str) -> Child {
        let mut child = self.spawn(&["--out", out, "--checkpoint", "64"], Stdio::piped());
        child.stdin.as_mut().expect("a pipe").write_all(stdin).expect("a reader");
        child
    }

    fn is_unfinished(&self, out: &str) -> bool {
        self.path(&format!("{out}.journal")).exists() || !self.path(out).exists()
    }

    fn kill_after(&self, checkpoints: usize, records: &[u8], out: &str) {
        let some_more = checkpoints * CHUNK + CHUNK / 2;
        let mut child = self.feed(&records[..end_of_line(records, some_more)], out);
        self.wait_for_checkpoints(checkpoints, out);
        child.kill().expect("a kill");
        assert_eq!(child.wait().expect("an end").code(), None, "it was killed, and had not ended");
    }

    fn wait_for_checkpoints(&self, checkpoints: usize, out: &str) {
        let journal = self.path(&format!("{out}.journal"));
        let started = Instant::now();
        loop {
            let lines = fs::read(&journal).unwrap_or_default().iter().filter(|byte| **byte == b'\n').count();
            if lines > checkpoints {
                return;
            }
            assert!(started.elapsed() < Duration::from_secs(60), "{lines} lines in the journal");
            sleep(Duration::from_millis(5));
        }
    }

    fn clean(&self, records: &[u8], out: &str) -> Clean {
        let place = Self::new();
        place.run_with(&["--out", out], records).exits(1);
        let rejected = place.read("out.rejected.jsonl");
        if out == "out.jsonl" {
            Clean::Lines { output: place.read(out), rejected }
        } else {
            Clean::Rows { rows: place.rows(out), rejected }
        }
    }
}

fn names_in(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).expect("a folder");
    let mut names: Vec<String> =
        entries.map(|entry| entry.expect("an entry").file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

impl Clean {
    fn is_in(&self, place: &Place, out: &str) {
        let found = place.read("out.rejected.jsonl");
        match self {
            Self::Lines { output, rejected } => {
                assert!(place.read(out) == *output, "another output");
                assert!(found == *rejected, "another side file");
            }
            Self::Rows { rows, rejected } => {
                let [rows] = &rows[..] else { panic!("a run without a break reads as one batch") };
                same_rows(&place.rows(out), rows);
                assert!(found == *rejected, "another side file");
            }
        }
        assert!(!place.path(&format!("{out}.journal")).exists(), "the journal is gone in the end");
    }
}

impl Run {
    fn succeeds(self) -> Self {
        self.exits(0)
    }

    fn exits(self, status: i32) -> Self {
        assert_eq!(self.0.status.code(), Some(status), "{}", self.stderr());
        self
    }

    fn says(self, words: &str) -> Self {
        assert!(self.stderr().contains(words), "{}", self.stderr());
        self
    }

    fn prints_ids(self, ids: &[&str]) -> Self {
        let stdout = String::from_utf8(self.0.stdout.clone()).expect("text");
        let found: Vec<Value> =
            stdout.lines().map(|line| serde_json::from_str::<Value>(line).expect("JSON")["id"].take()).collect();
        assert_eq!(found, ids);
        self
    }

    fn stderr(&self) -> String {
        String::from_utf8_lossy(&self.0.stderr).into_owned()
    }
}
