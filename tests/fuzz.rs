//! What fuzzing found worth keeping, read again: every input in `tests/fuzz/<target>` through its target.
//!
//! Inputs with a telling name once showed a fault; those named by a hash are a small set of short ones that covers what
//! they all do. `fuzz/README.md` says how they are made.

mod common;

use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};

use common::targets::TARGETS;

/// Fewer inputs than this and something is wrong with the folder.
const FEWEST_INPUTS: usize = 10;

#[test]
fn every_kept_input_holds() {
    for (name, target) in TARGETS {
        let folder = folder(name);
        let inputs = common::entries(&folder);
        assert!(inputs.len() >= FEWEST_INPUTS, "{} has only {} inputs", folder.display(), inputs.len());
        for path in inputs {
            let input = fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
            let held = catch_unwind(AssertUnwindSafe(|| target(&input)));
            assert!(held.is_ok(), "{}: the target panics", path.display());
        }
    }
}

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fuzz").join(name)
}
