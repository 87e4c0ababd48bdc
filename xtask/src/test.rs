//! `cargo xtask test`: everything that decides whether the project is sound.

use crate::{Outcome, run};

/// Runs all checks, and fails when one does.
pub fn test() -> Outcome<()> {
    run::shown(run::cargo().args(["test", "--workspace"]))
}
