#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| newswire_fuzz::targets::json(bytes));
