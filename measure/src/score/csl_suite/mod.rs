//! The official CSL test suite: a folder of fixtures, run as the suite's own runner does.

pub mod fixture;
mod playback;
mod section;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use citelet::csl::program::locale::Locale;

use self::fixture::Fixture;
use super::data;
use super::report::{Case, Report};
use xtask::styles::Library;
use xtask::{Outcome, guard, project, run};

/// Runs every fixture of a folder.
pub fn run(dir: &Path) -> Outcome<Report> {
    run_only(dir, "")
}

/// Runs the fixtures whose names contain `only`.
pub fn run_only(dir: &Path, only: &str) -> Outcome<Report> {
    guard::hush();
    let locales = locales()?;
    let mut files = fixtures(dir)?;
    files.retain(|file| name_of(file).contains(only));
    let cases = run::on_all_cores(&files, |file| judge(file, &locales));
    let mut report = Report::new("csl-suite");
    report.cases = cases.into_iter().collect::<Outcome<_>>()?;
    Ok(report)
}

/// The files of the fixtures.
pub fn fixtures(dir: &Path) -> Outcome<Vec<PathBuf>> {
    data::files_with_ending(dir, ".txt")
}

/// All official locales. Fixtures use many of them, and compiling all takes less than a second.
pub fn locales() -> Outcome<Arc<Vec<Locale>>> {
    let library = Library::open(project::root())?;
    let locales = library.langs().iter().map(|lang| library.compiled_locale(lang)).collect::<Outcome<_>>()?;
    Ok(Arc::new(locales))
}

fn name_of(file: &Path) -> String {
    project::name_of(file).replace(".txt", "")
}

/// Runs one fixture.
///
/// # Errors
/// When the file cannot be read; a fixture that is malformed is a case that fails.
pub fn judge(file: &Path, locales: &Arc<Vec<Locale>>) -> Outcome<Case> {
    let name = name_of(file);
    let text = project::read_text(file)?;
    let category = name.split('_').next().unwrap_or_default().to_owned();
    let fixture = match Fixture::read(&name, &text) {
        Ok(fixture) => fixture,
        Err(fault) => return Ok(Case::failed(name, category, String::new(), fault)),
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
    Ok(case)
}
