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

/// Whether Node and the tools of `package-lock.json` are installed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Node {
    /// Both are.
    Ready,
    /// Node is not, or is too old; the reason, with the way to install it.
    Missing(String),
}

/// The oldest Node that the tools and tests run on.
const NODE: u32 = 20;

/// Installs the tools of `package-lock.json` where Node is present and they are not.
pub fn node_tools() -> Outcome<Node> {
    if run::find("node").is_none() || run::find("npm").is_none() {
        return Ok(Node::Missing(format!(
            "Node {NODE} or newer with npm is missing (https://nodejs.org, or `apt-get install nodejs npm`)"
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
    let lock = project::read(&project::root().join("package-lock.json"))?;
    let stamp = project::root().join("node_modules/.citelet-lock");
    if project::read(&stamp).is_ok_and(|installed| installed == lock) {
        return Ok(Node::Ready);
    }
    let install = || run::quiet(run::command("npm").args(["ci", "--no-audit", "--no-fund"]));
    run::step("installing Node's tools (npm ci)", install)?;
    project::write(&stamp, lock)?;
    Ok(Node::Ready)
}

/// The programs that check the plugin for OJS.
const PHP: [&str; 2] = ["php", "phpunit"];
/// The Debian packages that bring them.
const PHP_PACKAGES: [&str; 4] = ["php-cli", "php-mbstring", "php-xml", "phpunit"];

/// Why PHP cannot be checked, with the way to get what is missing; `None` when it can.
pub fn php_missing() -> Option<String> {
    missing(&PHP, &PHP_PACKAGES)
}

/// Which programs are not on the PATH, in a sentence with the packages that bring them.
fn missing(programs: &[&str], packages: &[&str]) -> Option<String> {
    let missing: Vec<&str> =
        programs.iter().filter(|program| run::find(program).is_none()).copied().collect();
    let (names, packages) = (missing.join(", "), packages.join(" "));
    (!missing.is_empty()).then(|| format!("{names} not on the PATH (Debian: apt-get install {packages})"))
}

/// The programs that compile what is exported.
const TEX: [&str; 4] = ["bibtex", "biber", "lualatex", "kpsewhich"];
/// The packages of LaTeX that the compiled documents use, and that may be missing beside these programs.
const TEX_STYLES: [&str; 2] = ["biblatex.sty", "etoolbox.sty"];
/// The Debian packages that bring them, and what LuaLaTeX needs.
const TEX_PACKAGES: [&str; 7] = [
    "texlive-binaries",
    "texlive-latex-base",
    "texlive-latex-recommended",
    "texlive-bibtex-extra",
    "texlive-luatex",
    "lmodern",
    "biber",
];

/// Installs BibTeX, biber and LaTeX on Debian as root.
///
/// # Errors
/// Names what is missing, where it cannot be installed.
pub fn tex() -> Outcome<()> {
    if tex_missing().is_some() {
        install(&TEX_PACKAGES);
    }
    tex_missing().map_or(Ok(()), Err)
}

/// What BibTeX, biber and LaTeX lack, with the way to get it; `None` when nothing is missing.
fn tex_missing() -> Option<String> {
    let lacks = |style: &&str| run::quiet(run::command("kpsewhich").arg(style)).is_err();
    missing(&TEX, &TEX_PACKAGES).or_else(|| {
        let styles: Vec<&str> = TEX_STYLES.iter().filter(|style| lacks(style)).copied().collect();
        let (styles, packages) = (styles.join(", "), TEX_PACKAGES.join(" "));
        (!styles.is_empty()).then(|| format!("LaTeX lacks {styles} (Debian: apt-get install {packages})"))
    })
}

/// A browser that the widget is tested in.
#[derive(Debug)]
pub struct Browser {
    /// Its name, for people.
    pub name: &'static str,
    /// What must be on the PATH.
    programs: &'static [&'static str],
    /// The Debian packages that bring it.
    packages: &'static [&'static str],
}

/// One browser of each engine.
pub const BROWSERS: &[Browser] = &[
    Browser { name: "Chromium", programs: &["chromium"], packages: &["chromium"] },
    Browser { name: "Firefox ESR", programs: &["firefox-esr"], packages: &["firefox-esr"] },
    Browser {
        name: "WebKitGTK",
        // It needs a display; xvfb-run provides a virtual one.
        programs: &["WebKitWebDriver", "xvfb-run", "xauth"],
        packages: &["webkit2gtk-driver", "xvfb", "xauth"],
    },
];

impl Browser {
    /// Why the browser cannot be driven, with the way to get it; `None` when it can.
    pub fn missing(&self) -> Option<String> {
        missing(self.programs, self.packages)
    }
}

/// On Debian as root, installs the system packages that the tests need. A failure is only printed: the checks that miss
/// something report it themselves.
pub fn system_packages() {
    let mut packages = Vec::new();
    if run::find("node").is_none() || run::find("npm").is_none() {
        packages.extend(["nodejs", "npm"]);
    }
    for browser in BROWSERS.iter().filter(|browser| browser.missing().is_some()) {
        packages.extend(browser.packages);
    }
    if php_missing().is_some() {
        packages.extend(PHP_PACKAGES);
    }
    install(&packages);
}

/// Installs Debian packages as root; a failure is only printed.
fn install(packages: &[&str]) {
    let root = || run::quiet(run::command("id").arg("-u")).is_ok_and(|id| id.trim() == "0");
    if packages.is_empty() || run::find("apt-get").is_none() || !root() {
        return;
    }
    let apt = |arguments: &[&str]| {
        run::quiet(run::command("apt-get").args(arguments).env("DEBIAN_FRONTEND", "noninteractive"))
    };
    let install = || {
        apt(&["update"])?;
        apt(&[&["install", "--yes", "--no-install-recommends"], packages].concat())
    };
    let what = format!("installing {} (apt-get)", packages.join(", "));
    if let Err(reason) = run::step(&what, install) {
        eprintln!("{reason}");
    }
}
