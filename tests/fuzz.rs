//! What fuzzing found worth keeping, read again: every input in `tests/fuzz/<target>` through its target.
//!
//! Inputs with a telling name once showed a fault; those named by a hash are the smallest set that covers what all inputs
//! together do. `fuzz/README.md` says how they are made.

mod common;

use std::path::{Path, PathBuf};

use common::properties::{KNOWN, faults, is_about};
use newswire::Parser;

#[test]
fn a_known_fault_is_still_one() {
    for known in KNOWN {
        let path = folder("known").join(format!("{known}.txt"));
        let faults = faults(&Parser::new(), &common::read(&path));
        assert!(
            !faults.is_empty() && faults.iter().all(|fault| is_about(fault, known)),
            "{} shows {faults:?}: where it is mended, take {known:?} off the list",
            path.display()
        );
    }
}

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fuzz").join(name)
}
