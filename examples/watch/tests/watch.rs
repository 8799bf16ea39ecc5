//! The program from the outside: every bulletin is read once, however it comes and however the program ends.

use std::fs::{self, File};
use std::io::Write;
use std::path::PathBuf;
use std::process::{Child, Command, Output, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use tempfile::TempDir;

// ---------------------------------------------------------------------------------------------------------------------
// What comes while it runs

#[test]
fn what_is_there_at_the_start_and_what_comes_is_read() {
    let place = Place::new();
    place.put("old.txt", "Lima");
    place.put("notes.md", "no bulletin");
    let watch = place.watch();
    place.wait_for(1);
    place.put("new.txt", "Oslo");
    place.put("below/and/below/deep.txt", "Bern");
    place.wait_for(3);
    drop(watch);

    assert_eq!(place.files(), ["below/and/below/deep.txt", "new.txt", "old.txt"]);
    let line = place.lines().into_iter().find(|line| line["file"] == "new.txt").expect("a line");
    assert_eq!(line["bulletin"], json!(newswire::parse(&bulletin("Oslo")).expect("a bulletin")));
}

#[test]
fn a_file_is_not_read_before_it_is_whole() {
    let place = Place::new();
    let _watch = place.watch();
    let text = bulletin("Lima");
    let mut file = File::create(place.incoming("slow.txt")).expect("a file");
    for piece in text.as_bytes().chunks(20) {
        file.write_all(piece).expect("a piece written");
        sleep(Duration::from_millis(50));
        assert_eq!(place.lines().len(), 0, "it was read in part");
    }
    place.wait_for(1);
    place.stays_at(1);
    assert_eq!(place.lines()[0]["bulletin"], json!(newswire::parse(&text).expect("a bulletin")));
}

#[test]
fn a_file_that_is_renamed_into_place_is_read_at_once() {
    let place = Place::new();
    // Were it to wait for the file to settle, the test would give up first.
    let _watch = place.start(&["--settle", "3600000"]);
    // The program tells nobody that it listens; what comes before that is never settled.
    let started = Instant::now();
    for number in 0.. {
        let unfinished = place.incoming(&format!("{number}.part"));
        fs::write(&unfinished, bulletin("Lima")).expect("a file");
        fs::rename(&unfinished, place.incoming(&format!("{number}.txt"))).expect("a new name");
        sleep(Duration::from_millis(50));
        if !place.lines().is_empty() {
            return;
        }
        assert!(started.elapsed() < Duration::from_secs(30), "nothing is read");
    }
}

#[test]
fn a_new_version_is_read_and_an_old_one_only_touched_is_not() {
    let place = Place::new();
    let _watch = place.watch();
    place.put("a.txt", "Lima");
    place.wait_for(1);
    place.put("a.txt", "Lima");
    place.stays_at(1);
    place.put("a.txt", "Oslo");
    place.wait_for(2);
    assert_eq!(place.files(), ["a.txt", "a.txt"]);
}

#[test]
fn what_cannot_be_read_is_told_of() {
    let place = Place::new();
    fs::write(place.incoming("bad.txt"), b"\xff").expect("a file");
    fs::write(place.incoming("blank.txt"), " ").expect("a file");
    place.put("good.txt", "Lima");
    let run = place.once();
    assert_eq!(run.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&run.stderr).contains("bad.txt: not valid UTF-8 at byte offset 0"));
    let errors: Vec<Value> = place.lines().iter_mut().map(|line| line["error"].take()).collect();
    assert_eq!(
        errors,
        [json!("not valid UTF-8 at byte offset 0"), json!("the text is empty or blank (1 byte long)"), json!(null)]
    );
    assert_eq!(place.once().status.code(), Some(0), "they are told of once");
}

// ---------------------------------------------------------------------------------------------------------------------
// Stopped and started again

#[test]
fn killed_at_any_moment_it_loses_and_doubles_nothing() {
    let place = Place::new();
    for round in 0..8 {
        // Some come while it does not run, some while it runs, and it is killed among them.
        place.put_many(&format!("{round}-down"), 20);
        let watch = place.watch();
        place.put_many(&format!("{round}-up"), 20);
        sleep(Duration::from_millis(100 + 25 * round));
        drop(watch);
    }
    assert_eq!(place.once().status.code(), Some(0));
    let files = place.files();
    let mut once_each = files.clone();
    once_each.dedup();
    assert_eq!(files, once_each, "none is doubled");
    assert_eq!(files.len(), 8 * 40, "none is lost");
}

/// What a crash can leave between writing the output and writing the state, and in the middle of either.
#[test]
fn output_and_state_are_made_to_agree() {
    let place = Place::new();
    place.put("a.txt", "Lima");
    place.once();
    let state = fs::read(place.path("out.jsonl.state")).expect("a state");
    place.put("b.txt", "Oslo");
    place.once();
    let output = fs::read(place.path("out.jsonl")).expect("an output");

    // The state lacks what the output has; a line of each is cut short.
    fs::write(place.path("out.jsonl.state"), [&state[..], b"{\"file\": \"b.t"].concat()).expect("a state");
    fs::write(place.path("out.jsonl"), [&output[..], b"{\"file\": \"c.txt\", \"dig"].concat()).expect("an output");
    place.put("c.txt", "Bern");
    place.once();
    assert_eq!(place.files(), ["a.txt", "b.txt", "c.txt"]);
    let now = fs::read(place.path("out.jsonl")).expect("an output");
    assert!(now.starts_with(&output), "a whole line is never taken back");

    // Without any state, the output says all.
    fs::remove_file(place.path("out.jsonl.state")).expect("a state");
    place.once();
    assert_eq!(fs::read(place.path("out.jsonl")).expect("an output"), now);
}

#[test]
fn an_output_that_was_moved_away_is_begun_anew() {
    let place = Place::new();
    place.put("a.txt", "Lima");
    place.once();
    fs::rename(place.path("out.jsonl"), place.path("yesterday.jsonl")).expect("a new name");
    place.put("b.txt", "Oslo");
    place.once();
    assert_eq!(place.files(), ["b.txt"]);
    place.once();
    assert_eq!(place.files(), ["b.txt"]);
}

#[test]
fn an_output_of_somebody_else_is_left_alone() {
    let place = Place::new();
    place.put("a.txt", "Lima");
    fs::write(place.path("out.jsonl"), "{\"mine\": true}\n").expect("a file");
    let run = place.once();
    assert_eq!(run.status.code(), Some(3));
    assert!(String::from_utf8_lossy(&run.stderr).contains("out.jsonl, line 1"), "{run:?}");
    assert_eq!(fs::read_to_string(place.path("out.jsonl")).expect("a file"), "{\"mine\": true}\n");
}

#[test]
fn two_runs_do_not_write_one_output() {
    let place = Place::new();
    let _watch = place.watch();
    place.put("a.txt", "Lima");
    place.wait_for(1);
    let run = place.once();
    assert_eq!(run.status.code(), Some(3));
    assert!(String::from_utf8_lossy(&run.stderr).contains("in use"), "{run:?}");
}

// ---------------------------------------------------------------------------------------------------------------------
// The program, in a folder of its own

/// A bulletin; the town makes it another one.
fn bulletin(town: &str) -> String {
    format!("استقبل وزير الخارجية ليث المجالي، اليوم، سفيرة سلوفينيا ناتاشا ملينار.\n{town}\n")
}

struct Place(TempDir);

/// A run that is killed, as by `kill -9`, when it goes out of scope.
struct Watch(Child);

impl Drop for Watch {
    fn drop(&mut self) {
        self.0.kill().expect("a kill");
        self.0.wait().expect("an end");
    }
}

impl Place {
    fn new() -> Self {
        let place = Self(TempDir::new().expect("a folder"));
        fs::create_dir(place.path("incoming")).expect("a folder");
        place
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn incoming(&self, name: &str) -> PathBuf {
        self.path("incoming").join(name)
    }

    fn put(&self, name: &str, town: &str) {
        let path = self.incoming(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, bulletin(town)).expect("a file");
    }

    fn put_many(&self, name: &str, count: usize) {
        for number in 0..count {
            self.put(&format!("{name}-{number}.txt"), name);
        }
    }

    fn command(&self, options: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_watch"));
        command.current_dir(self.0.path()).args(["incoming", "--out", "out.jsonl"]).args(options);
        command.stdout(Stdio::piped()).stderr(Stdio::piped());
        command
    }

    fn start(&self, options: &[&str]) -> Watch {
        Watch(self.command(options).spawn().expect("the program"))
    }

    fn watch(&self) -> Watch {
        self.start(&["--settle", "200", "--sweep", "1"])
    }

    fn once(&self) -> Output {
        self.command(&["--settle", "50", "--once"]).output().expect("an end")
    }

    /// The whole lines of the output.
    fn lines(&self) -> Vec<Value> {
        let text = fs::read(self.path("out.jsonl")).unwrap_or_default();
        let lines = text.split_inclusive(|byte| *byte == b'\n').filter(|line| line.ends_with(b"\n"));
        lines.map(|line| serde_json::from_slice(line).expect("JSON")).collect()
    }

    /// The files in the output, sorted.
    fn files(&self) -> Vec<String> {
        let mut files: Vec<String> =
            self.lines().iter().map(|line| line["file"].as_str().expect("a file").to_owned()).collect();
        files.sort();
        files
    }

    fn wait_for(&self, count: usize) {
        let started = Instant::now();
        while self.lines().len() < count {
            assert!(started.elapsed() < Duration::from_secs(60), "only {:?}", self.files());
            sleep(Duration::from_millis(10));
        }
    }

    /// Nothing more comes in the time of a sweep and some more.
    fn stays_at(&self, count: usize) {
        sleep(Duration::from_millis(1500));
        assert_eq!(self.lines().len(), count, "{:?}", self.files());
    }
}
