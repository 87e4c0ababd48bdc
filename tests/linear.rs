//! The work on each field of each reader grows no faster than the field: steps are counted and not seconds, which depend on
//! the machine. `cargo xtask bench --linear all` times larger ones.
//!
//! A step is a block of code that runs. Only a compiler counts them all, so this test compiles the crate once more
//! (`measure/count-steps.sh`); dependencies are not compiled again.

#![cfg(unix)]

use std::path::Path;
use std::process::Command;

#[test]
#[ignore = "takes minutes: cargo xtask test --linear"]
fn no_field_costs_more_than_its_length() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let run = |words: &[&str]| {
        let mut cargo = Command::new(env!("CARGO"));
        cargo.args(["run", "--quiet", "--package", "measure", "--", "bench", "--native-steps"]).args(words);
        cargo.current_dir(root).env("RUSTC_WORKSPACE_WRAPPER", root.join("measure/count-steps.sh"));
        let output = cargo.output().expect("cargo runs");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8_lossy(&output.stdout).into_owned()
    };
    let grown = run(&[]);
    assert!(grown.is_empty(), "more than linear:\n{grown}");
}
