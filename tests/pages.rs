//! The pages and drawings of the examples, looked at in a browser: what a reader sees of them, and what happens when the page is used.
//!
//! Chromium, or a browser that takes its arguments, is looked for by its usual names; `NEWSWIRE_BROWSER` names another. Where there is
//! none, the tests say so and are passed over. A script that is added to a copy of the page asks the questions, so nothing else is needed.

mod common;

use std::fs::File;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::OnceLock;
use std::thread::sleep;
use std::time::{Duration, Instant};
use std::{env, fs, io};

use common::programs::{program, run_program, scratch, stderr};
use serde_json::Value;

/// How long a browser may take over a page.
const PATIENCE: Duration = Duration::from_secs(120);

const DAY: [&str; 2] = ["--reference-date", "2025-06-30"];

/// The browser, if there is one.
fn browser() -> Option<&'static Path> {
    static BROWSER: OnceLock<Option<PathBuf>> = OnceLock::new();
    let found = BROWSER.get_or_init(|| {
        if let Some(path) = env::var_os("NEWSWIRE_BROWSER") {
            return Some(PathBuf::from(path));
        }
        let names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
        let folders: Vec<PathBuf> = env::split_paths(&env::var_os("PATH")?).collect();
        names.iter().find_map(|name| folders.iter().map(|folder| folder.join(name)).find(|path| path.is_file()))
    });
    if found.is_none() {
        // Past the capture of the tests' own output.
        let _ = writeln!(io::stderr(), "skipped: there is no Chromium (NEWSWIRE_BROWSER names a browser)");
    }
    found.as_deref()
}

/// What `example` writes of some folders of bulletins, as a file.
fn written(example: &str, name: &str, options: &[&str], agencies: &[&str]) -> PathBuf {
    let path = scratch(name, b"");
    let folders: Vec<PathBuf> = agencies.iter().map(|agency| common::data_dir().join(agency)).collect();
    let mut args: Vec<&str> = DAY.to_vec();
    args.extend(options);
    args.extend(["--out", path.to_str().expect("a path")]);
    args.extend(folders.iter().map(|folder| folder.to_str().expect("a path")));
    let output = run_program(&program(example), &args, "");
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    path
}

/// Opens a page, or a drawing in a page, at an address that ends in `fragment`, and gives what the body of a function answers there.
///
/// The answer comes back in the title, as JSON in characters that no markup changes.
fn ask(browser: &Path, page: &Path, fragment: &str, question: &str) -> Value {
    let mut text = common::read(page);
    // Every question has a file of its own: the tests run side by side.
    let name = format!("asked-{}-{:x}.html", stem(page), hash(question));
    text.push_str(&format!(
        "\n<script>addEventListener('load', () => {{\n\
         let answer;\n\
         try {{ answer = (() => {{ {question} }})(); }} catch (error) {{ answer = `failed: ${{error}}`; }}\n\
         document.title = encodeURIComponent(JSON.stringify(answer));\n\
         }});</script>\n"
    ));
    let asked = scratch(&name, text.as_bytes());
    let profile = asked.with_extension("profile");
    let dom = asked.with_extension("dom");
    let mut child = Command::new(browser)
        .args(["--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run"])
        .args(["--window-size=1280,1000", "--virtual-time-budget=3000", "--dump-dom"])
        .arg(format!("--user-data-dir={}", profile.display()))
        .arg(format!("file://{}{fragment}", asked.display()))
        .stdout(File::create(&dom).expect("a file can be written"))
        .stderr(Stdio::null())
        .spawn()
        .expect("the browser can be run");
    let begun = Instant::now();
    while child.try_wait().expect("the browser can be waited for").is_none() {
        if begun.elapsed() > PATIENCE {
            let _ = child.kill();
            panic!("the browser does not answer: {}", asked.display());
        }
        sleep(Duration::from_millis(50));
    }
    let _ = fs::remove_dir_all(profile);
    let dom = common::read(&dom);
    // A drawing has a title of its own; that of the document stands first.
    let title = dom.split_once("<title>").and_then(|(_, rest)| rest.split_once("</title>"));
    let (title, _) = title.unwrap_or_else(|| panic!("no page came back of {}: {dom}", asked.display()));
    let answer = serde_json::from_slice(&decoded(title));
    answer.unwrap_or_else(|error| panic!("{}: {error}: {title}", asked.display()))
}

fn stem(path: &Path) -> &str {
    path.file_stem().and_then(|stem| stem.to_str()).expect("a name")
}

fn hash(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

/// The bytes behind a text in which some stand as `%` and two digits.
fn decoded(text: &str) -> Vec<u8> {
    let mut pieces = text.split('%');
    let mut bytes = pieces.next().unwrap_or_default().as_bytes().to_vec();
    for piece in pieces {
        let (digits, rest) = piece.split_at_checked(2).unwrap_or(("", piece));
        bytes.push(u8::from_str_radix(digits, 16).expect("two digits"));
        bytes.extend(rest.as_bytes());
    }
    bytes
}

/// Puts a drawing into a page, so that it can be asked.
fn in_a_page(drawing: &Path) -> PathBuf {
    let text = format!("<!DOCTYPE html>\n<title></title>\n<body>\n{}", common::read(drawing));
    scratch(&format!("{}-page.html", stem(drawing)), text.as_bytes())
}

/// How many pairs of the elements that a selector finds lie over each other, and how many reach out of the drawing.
fn crowded(selector: &str) -> String {
    format!(
        "const frame = document.querySelector('svg').getBoundingClientRect();
         const boxes = [...document.querySelectorAll('{selector}')].map(one => one.getBoundingClientRect());
         let over = 0;
         boxes.forEach((a, index) => boxes.slice(0, index).forEach(b => {{
           const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
           const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
           // The box of a line has air above and below its letters.
           if (wide > 1 && high > 4) over += 1;
         }}));
         const out = boxes.filter(box => box.left < frame.left || box.right > frame.right || box.top < frame.top
           || box.bottom > frame.bottom).length;
         return [boxes.length, over, out];"
    )
}

#[test]
fn a_filter_of_the_page_is_that_of_the_command_line() {
    let Some(browser) = browser() else { return };
    let agencies = ["azertac", "kuna", "spa"];
    let page = written("network", "filtered.html", &["--format=html"], &agencies);
    let seen = "const shown = selector => [...document.querySelectorAll(selector)].filter(one => one.style.display !== 'none');
        return [shown('.node').length, shown('line.edge').length, document.getElementById('count').textContent];";
    let all = ask(browser, &page, "", seen);
    let mut counts = Vec::new();
    for (name, options, fragment) in [
        ("all", &[][..], ""),
        ("kind", &["--kind=reception,call"], "#kind=reception,call"),
        ("days", &["--from=2025-06-01", "--to=2025-06-28"], "#from=2025-06-01&to=2025-06-28"),
        ("both", &["--kind=meeting", "--from=2025-01-01"], "#kind=meeting&from=2025-01-01"),
    ] {
        let options = [&["--format=html"], options].concat();
        let filtered = written("network", &format!("filtered-{name}.html"), &options, &agencies);
        let (wanted, got) = (ask(browser, &filtered, "", seen), ask(browser, &page, fragment, seen));
        assert_eq!((&got[0], &got[1]), (&wanted[0], &wanted[1]), "{name}");
        let count = |seen: &Value| seen[2].as_str().and_then(|line| line.split(" of ").next()).map(str::to_owned);
        assert_eq!(count(&got), count(&wanted), "{name}");
        assert!(got[1].as_u64() > Some(0), "{name}: {got}");
        counts.push(count(&got));
    }
    counts.sort();
    counts.dedup();
    assert_eq!(counts.len(), 4, "some filter changes nothing: {counts:?}");

    // The same by hand: a box is cleared, and the address says so.
    let cleared = ask(
        browser,
        &page,
        "",
        "document.querySelector('[name=kind][value=reception]').click();
         return [document.getElementById('count').textContent, location.hash.includes('reception')];",
    );
    assert_ne!(cleared[0], all[2]);
    assert_eq!(cleared[1], false);
}

#[test]
fn the_page_tells_of_what_is_pointed_at() {
    let Some(browser) = browser() else { return };
    let page = written("network", "pointed.html", &["--format=html", "--nodes=people"], &["azertac"]);
    let told = ask(
        browser,
        &page,
        "",
        "const text = () => document.getElementById('details').innerText;
         const point = one => one.dispatchEvent(new PointerEvent('pointerenter'));
         const node = document.getElementById('n0');
         point(node);
         const of_node = text();
         const chosen = document.querySelectorAll('.chosen').length;
         point(document.querySelector('.reach'));
         return [node.querySelector('text').textContent, of_node, chosen, text()];",
    );
    let part = |at: usize| told[at].as_str().expect("a text").to_owned();
    assert!(part(1).contains(&part(0)) && part(1).contains("with 1 other"), "{told}");
    assert_eq!(told[2], 2, "the node and its line: {told}");
    assert!(part(3).contains(" meeting") && part(3).contains(".txt"), "{told}");
}

#[test]
fn names_in_a_network_can_be_read() {
    let Some(browser) = browser() else { return };
    for (name, nodes) in [("countries", "--nodes=countries"), ("people", "--nodes=people")] {
        let page = written("network", &format!("{name}.html"), &["--format=html", nodes], &["azertac", "kuna", "spa"]);
        // At its own size, where no scale rounds anything.
        let crowd = ask(browser, &page, "#size=100", &crowded(".node text"));
        assert!(crowd[0].as_u64() > Some(20), "{name}: {crowd}");
        assert_eq!(
            (&crowd[1], &crowd[2]),
            (&0.into(), &0.into()),
            "{name}: labels over each other, or outside: {crowd}"
        );

        let whole = ask(
            browser,
            &page,
            "",
            "const box = document.querySelector('svg').getBoundingClientRect();
             return [box.bottom <= innerHeight, box.right <= innerWidth];",
        );
        assert_eq!(whole, serde_json::json!([true, true]), "{name}: the drawing is larger than the window");
    }
    let page = written("network", "directions.html", &["--format=html", "--nodes=people"], &["azertac"]);
    // The first letter of a name that runs from right to left stands to the right of the last.
    let turned = ask(
        browser,
        &page,
        "",
        "const names = [...document.querySelectorAll('.node text')].filter(one => /^[\\u0600-\\u06ff]/.test(one.textContent));
         const from = one => one.getStartPositionOfChar(0).x > one.getEndPositionOfChar(one.getNumberOfChars() - 1).x;
         return [names.length, names.filter(from).length];",
    );
    assert!(turned[0].as_u64() > Some(20), "{turned}");
    assert_eq!(turned[0], turned[1], "names that run the wrong way");
}

#[test]
fn a_chart_can_be_read() {
    let Some(browser) = browser() else { return };
    let chart = in_a_page(&written("timeline", "read.svg", &[], &["azertac", "kuna", "spa", "petra"]));
    let crowd = ask(browser, &chart, "", &crowded("svg text"));
    assert!(crowd[0].as_u64() > Some(10), "{crowd}");
    assert_eq!((&crowd[1], &crowd[2]), (&0.into(), &0.into()), "lines over each other, or outside: {crowd}");
}

#[test]
fn every_mark_is_seen_and_says_what_it_is() {
    let Some(browser) = browser() else { return };
    let page = scratch("marked.html", b"");
    let bulletin = common::data_dir().join("azertac/azertac-c01.txt");
    let args = [&DAY[..], &["--out", page.to_str().expect("a path"), bulletin.to_str().expect("a path")]].concat();
    assert!(run_program(&program("annotate"), &args, "").status.success());
    let seen = ask(
        browser,
        &page,
        "",
        "const marks = [...document.querySelectorAll('[data-field]')];
         const plain = getComputedStyle(document.querySelector('[data-field]').closest('p, div, section')).backgroundColor;
         const shown = one => {
           const style = getComputedStyle(one);
           const lined = style.borderBottomStyle !== 'none' || style.textDecorationLine !== 'none';
           return one.getBoundingClientRect().width > 0 && (lined || style.backgroundColor !== plain);
         };
         const text = document.querySelector('[data-field=\"/meetings/0/kind\"]');
         const person = document.querySelector('[data-field^=\"/meetings/0/participants/1/offices\"]').title;
         return [marks.length, marks.filter(shown).length, marks.filter(one => one.title).length,
           getComputedStyle(text).direction, person];",
    );
    assert!(seen[0].as_u64() > Some(20), "{seen}");
    assert_eq!((&seen[0], &seen[0]), (&seen[1], &seen[2]), "marks that are not seen, or say nothing: {seen}");
    assert_eq!(seen[3], "rtl");
    let person = seen[4].as_str().expect("a title");
    for told in ["principal", "special_envoy", "country BR", "offices.tsv:"] {
        assert!(person.contains(told), "{told} is not in {person}");
    }
}
