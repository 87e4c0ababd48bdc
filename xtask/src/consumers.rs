//! `cargo xtask test --consumers`: the npm package in a small project of each bundler and framework, opened in Chromium.

use crate::setup::{self, Node};
use crate::{Outcome, npm, project, run};

/// Packs the package of the last build, and runs `tests/consumers`; names choose projects. It needs the npm registry.
///
/// # Errors
/// When Node, Chromium or the build is missing, or a project fails. One that cannot be installed is skipped.
pub fn test(names: &[&str]) -> Outcome<()> {
    if let Node::Missing(reason) = setup::node_tools()? {
        return Err(reason);
    }
    npm::package()?;
    let folder = project::scratch().join("consumers");
    project::make_folder(&folder)?;
    let tarball = run::step("packing the package", || npm::pack(&npm::folder(), &folder))?;
    let mut node = run::command("node");
    node.arg("tests/consumers/run.mjs").arg(folder.join(tarball)).arg(&folder).args(names);
    run::shown(&mut node)
}
