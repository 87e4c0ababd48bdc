//! The plugin for Open Journal Systems, made in `dist/ojs/citelet/` of `package/ojs/` and of the folder to upload.

use std::path::{Path, PathBuf};

use citelet::VERSION;

use crate::build::SINGLE;
use crate::test::End;
use crate::{Outcome, project, run, setup};

/// The languages that OJS 3.3 calls by other names than later releases, with those names.
const NAMES_IN_33: [(&str, &str); 4] = [("de", "de_DE"), ("en", "en_US"), ("es", "es_ES"), ("id", "id_ID")];

/// The sources of the plugin.
pub fn sources() -> PathBuf {
    project::root().join("package/ojs")
}

/// The plugin, as OJS has it in its folder of plugins.
pub fn folder() -> PathBuf {
    project::root().join("dist/ojs/citelet")
}

/// The day of the release, which the plugin's `version.xml` states.
pub fn day() -> Outcome<String> {
    let text = project::read_text(&sources().join("version.xml"))?;
    let day = text.split_once("<date>").and_then(|(_, rest)| rest.split_once("</date>"));
    day.map(|(day, _)| day.to_owned()).ok_or_else(|| "package/ojs/version.xml has no <date>.".to_owned())
}

/// Makes the plugin with the files of a folder of one release, whose name changes with its content.
pub fn package(release: &Path) -> Outcome<()> {
    let name = project::name_of(release);
    let top = folder();
    project::empty_folder(&top)?;
    project::copy_folder(&sources(), &top)?;
    for file in ["version.xml", "folder.php"] {
        let text = project::read_text(&top.join(file))?;
        project::write(&top.join(file), text.replace("{{version}}", VERSION).replace("{{folder}}", &name))?;
    }
    let locales = top.join("locale");
    for (language, name) in NAMES_IN_33 {
        project::copy_folder(&locales.join(language), &locales.join(name))?;
    }
    for licence in ["LICENSE-APACHE", "LICENSE-MIT", "NOTICE"] {
        project::copy(&release.join(licence), &top.join(licence))?;
    }
    let upload = top.join("upload").join(name);
    project::copy_folder(release, &upload)?;
    // The page names the files themselves, never the one that holds them all.
    project::remove(&upload.join(SINGLE))
}

/// Checks the plugin's PHP: every file by PHP itself, and its behaviour against stand-ins for the classes of OJS.
pub fn test() -> Outcome<End> {
    if let Some(reason) = setup::php_missing() {
        return Ok(End::Skipped(reason));
    }
    for folder in [sources(), sources().join("classes")] {
        for file in project::files_in(&folder)? {
            if file.extension().is_some_and(|end| end == "php") {
                run::quiet(run::command("php").arg("--syntax-check").arg(file))?;
            }
        }
    }
    // OJS 3.3 and later releases have classes of the same names, so each has a run of its own.
    for release in ["3.3", "3.4"] {
        let configuration = ["--no-configuration", "--do-not-cache-result", "--bootstrap"];
        let stand_ins = format!("tests/ojs/stand-ins-{release}.php");
        run::shown(run::command("phpunit").args(configuration).arg(stand_ins).arg("tests/ojs"))?;
    }
    Ok(End::Passed)
}
