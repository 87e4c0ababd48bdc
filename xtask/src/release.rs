//! The files that people download, in `dist/release/`: archives of what `cargo xtask dist` makes, and which is for whom.
//! The same sources give the same bytes in any folder.

use std::path::PathBuf;

use citelet::VERSION;
use sha2::{Digest, Sha256};

use crate::archive::{self, Day};
use crate::build::SINGLE;
use crate::{Outcome, npm_styles, plugin, project, run};

/// What cargo adds to a crate when it is packed in a checkout: its commit.
const COMMIT: &str = ".cargo_vcs_info.json";

fn folder() -> PathBuf {
    project::root().join("dist/release")
}

/// Makes all downloads. With the library of all styles, folder and plugin say so in their names.
pub fn release(with_library: bool) -> Outcome<()> {
    let dist = project::root().join("dist");
    let day = Day::parse(&plugin::day()?)?;
    let styles = if with_library { "-all-styles" } else { "" };
    project::empty_folder(&folder())?;
    let upload = archive::entries(&dist.join("upload"), "citelet")?;
    save(&format!("citelet-{VERSION}{styles}.zip"), &archive::zip(&upload, day)?)?;
    // OJS 3.3 takes the letters before the first hyphen for the name of the folder in the archive.
    let plugin = archive::entries(&plugin::folder(), "citelet")?;
    save(&format!("citelet-ojs-{VERSION}{styles}.tar.gz"), &archive::tar_gz(&plugin, day)?)?;
    let npm = archive::entries(&dist.join("npm"), "package")?;
    save(&format!("citelet-{VERSION}.tgz"), &archive::tar_gz(&npm, day)?)?;
    let styles_alone = archive::entries(&npm_styles::folder(), "package")?;
    save(&format!("citelet-styles-{VERSION}.tgz"), &archive::tar_gz(&styles_alone, day)?)?;
    save(&format!("citelet-{VERSION}.crate"), &package_crate(day)?)?;
    let single = [dist.join(SINGLE), project::web().join(SINGLE)].into_iter().find(|file| file.exists());
    if let Some(single) = &single {
        save(SINGLE, &project::read(single)?)?;
    }
    save("README.md", guide(styles, single.is_some())?.as_bytes())?;
    sums()
}

/// The page that says which file is for whom.
fn guide(styles: &str, single: bool) -> Outcome<String> {
    let guide = project::read_text(&project::root().join("package/release/README.md"))?;
    let lines = guide.lines().filter(|line| single || !line.contains(SINGLE));
    let guide: String = lines.flat_map(|line| [line, "\n"]).collect();
    Ok(guide.replace("{{version}}", VERSION).replace("{{styles}}", styles))
}

fn save(name: &str, bytes: &[u8]) -> Outcome<()> {
    project::write(&folder().join(name), bytes)
}

/// The crate as cargo packs it, but for the commit, which a folder without git does not have.
fn package_crate(day: Day) -> Outcome<Vec<u8>> {
    let target = project::scratch();
    let mut cargo = run::cargo();
    cargo.args([
        "package",
        "--quiet",
        "--package",
        "citelet",
        "--no-verify",
        "--allow-dirty",
        "--target-dir",
    ]);
    run::quiet(cargo.arg(&target))?;
    let packed = target.join("package").join(format!("citelet-{VERSION}.crate"));
    let mut entries = archive::read_tar_gz(&project::read(&packed)?)?;
    entries.retain(|(name, _)| !name.ends_with(COMMIT));
    archive::tar_gz(&entries, day)
}

/// Writes what `sha256sum --check SHA256SUMS` reads.
fn sums() -> Outcome<()> {
    let mut lines = String::new();
    for file in project::files_in(&folder())? {
        let sum: String =
            Sha256::digest(project::read(&file)?).iter().map(|byte| format!("{byte:02x}")).collect();
        lines.extend([&sum, "  ", &project::name_of(&file), "\n"]);
    }
    save("SHA256SUMS", lines.as_bytes())
}
