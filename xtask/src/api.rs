//! `cargo xtask api`: the crate's public names in `docs/public-api.txt`, so that a changed interface is seen in review.
//!
//! The list comes from rustdoc's JSON, whose format belongs to one release of Rust: `RUSTC_BOOTSTRAP` lets a stable
//! compiler write it, and where this tool does not read that release's format, the check is skipped.

use std::path::PathBuf;

use crate::test::End;
use crate::{Outcome, project, run};

/// The features that docs.rs shows.
const FEATURES: &str = "compile,html";

/// Writes the list.
pub fn write() -> Outcome<()> {
    project::make_folder(&project::root().join("docs"))?;
    project::write(
        &file(),
        listing()?.map_err(|reason| format!("The public names cannot be listed: {reason}"))?,
    )
}

/// Whether the list in the repository is current.
///
/// # Errors
/// When it is not.
pub fn check() -> Outcome<End> {
    let current = match listing()? {
        Ok(current) => current,
        Err(reason) => return Ok(End::Skipped(reason)),
    };
    if project::read_text(&file())? == current {
        return Ok(End::Passed);
    }
    Err("docs/public-api.txt is stale: `cargo xtask api` writes it. Read the difference before you commit it.".to_owned())
}

fn file() -> PathBuf {
    project::root().join("docs/public-api.txt")
}

/// The public names, one a line; an inner error where this release's format is not read.
fn listing() -> Outcome<Result<String, String>> {
    let target = project::root().join("target/api");
    let mut cargo = run::cargo();
    cargo.args([
        "rustdoc",
        "--quiet",
        "--lib",
        "--package",
        "citelet",
        "--features",
        FEATURES,
        "--target-dir",
    ]);
    cargo.arg(&target).args(["--", "-Zunstable-options", "--output-format", "json"]);
    run::shown(cargo.env("RUSTC_BOOTSTRAP", "1"))?;
    let built = public_api::Builder::from_rustdoc_json(target.join("doc/citelet.json"))
        .omit_blanket_impls(true)
        .omit_auto_trait_impls(true)
        .omit_auto_derived_impls(true)
        .build();
    // Each type with serde's traits has these two; the `impl` lines say so already.
    let is_listed = |line: &String| !line.contains("::serialize<") && !line.contains("::deserialize<");
    Ok(built.map_err(|error| error.to_string()).map(|api| {
        let lines = api.items().map(ToString::to_string).filter(is_listed);
        lines.map(|line| line + "\n").collect()
    }))
}
