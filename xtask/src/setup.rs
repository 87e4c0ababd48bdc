//! What a fresh clone needs before anything can be built: the wasm target, and Node's tools where Node is there.

use std::fs;

use crate::{Outcome, project, run};

/// The target of the page's engine.
pub const WASM: &str = "wasm32-unknown-unknown";

/// Adds the wasm target where it is missing.
pub fn wasm_target() -> Outcome<()> {
    let libraries = run::quiet(run::command("rustc").args(["--print", "target-libdir", "--target", WASM]))?;
    let present = fs::read_dir(libraries.trim()).is_ok_and(|mut entries| entries.next().is_some());
    if present {
        return Ok(());
    }
    if run::find("rustup").is_none() {
        return Err(format!(
            "The Rust target {WASM} is missing and there is no rustup to add it: install Rust from \
             https://rustup.rs, or your distribution's package of the target (Debian: libstd-rust-dev-wasm32)."
        ));
    }
    let add = || run::quiet(run::command("rustup").args(["target", "add", WASM]));
    run::step("adding the Rust target for WebAssembly", add).map(drop).map_err(|reason| {
        format!(
            "The Rust target {WASM} is missing; `rustup target add {WASM}` adds it. Tried that:\n{reason}"
        )
    })
}

/// What there is of Node and the tools in `package-lock.json`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Node {
    /// Node and the tools.
    Ready,
    /// Neither; the reason with the way to get them.
    Missing(String),
}

/// The oldest Node that the tools and tests run on.
const NODE: u32 = 20;

/// Installs the tools of `package-lock.json` where Node is there and they are not.
pub fn node_tools() -> Outcome<Node> {
    if run::find("node").is_none() || run::find("npm").is_none() {
        return Ok(Node::Missing(format!(
            "Node {NODE} or newer with npm is not there (https://nodejs.org, or `apt-get install nodejs npm`)"
        )));
    }
    let version = run::quiet(run::command("node").arg("--version"))?;
    let major = version.trim().trim_start_matches('v').split('.').next().and_then(|text| text.parse().ok());
    if major.is_none_or(|major: u32| major < NODE) {
        return Ok(Node::Missing(format!(
            "Node is {}, but {NODE} is the oldest that will do",
            version.trim()
        )));
    }
    let wanted = project::read(&project::root().join("package-lock.json"))?;
    let stamp = project::root().join("node_modules/.citelet-lock");
    if project::read(&stamp).is_ok_and(|installed| installed == wanted) {
        return Ok(Node::Ready);
    }
    let install = || run::quiet(run::command("npm").args(["ci", "--no-audit", "--no-fund"]));
    run::step("installing Node's tools (npm ci)", install)?;
    project::write(&stamp, wanted)?;
    Ok(Node::Ready)
}
