//! The official CSL test suite: a folder of fixtures, run as the suite's own runner does.

pub mod fixture;
mod playback;
mod section;

use std::path::Path;
use std::sync::Arc;

use citelet::csl::program::locale::Locale;

use self::fixture::Fixture;
use super::data;
use super::report::{Case, Report};
use xtask::styles::Library;
use xtask::{Outcome, guard, project};

/// Runs every fixture of a folder.
pub fn run(dir: &Path) -> Outcome<Report> {
    run_only(dir, "")
}

/// Runs the fixtures whose names hold `only`.
pub fn run_only(dir: &Path, only: &str) -> Outcome<Report> {
    guard::hush();
    let locales = Arc::new(locales()?);
    let mut report = Report::new("csl-suite");
    for file in data::files_with_ending(dir, ".txt")? {
        let name = project::name_of(&file).replace(".txt", "");
        if name.contains(only) {
            report.cases.push(judge(name, &project::read_text(&file)?, &locales));
        }
    }
    Ok(report)
}

/// All official locales. Fixtures ask for many of them, and compiling all takes less than a second.
fn locales() -> Outcome<Vec<Locale>> {
    let library = Library::open(project::root())?;
    library.langs().iter().map(|lang| library.compiled_locale(lang)).collect()
}

fn judge(name: String, text: &str, locales: &Arc<Vec<Locale>>) -> Case {
    let category = name.split('_').next().unwrap_or_default().to_owned();
    let fixture = match Fixture::read(&name, text) {
        Ok(fixture) => fixture,
        Err(fault) => return Case::failed(name, category, String::new(), fault),
    };
    let (want, extensions) = (fixture.result.clone(), fixture.extensions());
    let locales = Arc::clone(locales);
    let got = guard::guarded(move || playback::play(&fixture, &locales)).and_then(|got| got);
    let mut case = match got {
        Ok(got) => Case::equal(name, category, want.trim().to_owned(), got.trim().to_owned()),
        Err(why) => Case::failed(name, category, want, why),
    };
    if !case.pass && !extensions.is_empty() {
        case.notes.push(format!("uses {}, which go beyond CSL-JSON", extensions.join(", ")));
    }
    case
}
