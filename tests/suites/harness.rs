//! Turns the cases of data sets into named tests.

use std::path::{Path, PathBuf};

use libtest_mimic::{Completion, Failed, Trial};
use measure::score::data;
use measure::score::expected::Expected;
use measure::score::report::Case;
use xtask::styles::Library;
use xtask::{Outcome, project};

/// One test of a data set: its name there, and the function that judges its cases.
pub(crate) struct Test {
    name: String,
    judge: Box<dyn FnOnce() -> Outcome<Vec<Case>> + Send>,
}

impl Test {
    pub(crate) fn new(
        name: impl Into<String>,
        judge: impl FnOnce() -> Outcome<Vec<Case>> + Send + 'static,
    ) -> Test {
        Test { name: name.into(), judge: Box::new(judge) }
    }
}

/// The folder of a data set.
///
/// # Errors
/// When it is not there: the reason why tests are ignored.
pub(crate) fn data_set(name: &str) -> Result<PathBuf, String> {
    data::folder(name).ok_or_else(|| {
        format!("there is no {name} in {}; CITELET_DATA names the folder", data::root().display())
    })
}

/// The official styles and locales, if they were fetched before.
///
/// # Errors
/// When they were not: the reason why tests are ignored.
pub(crate) fn official_styles() -> Result<Library, String> {
    let missing = || "the official styles are missing; `cargo xtask styles` fetches them".to_owned();
    Library::fetched(project::root()).ok_or_else(missing)
}

/// The tests of a data set, held against its list in `tests/expected/`. Where `required` is missing, one ignored test
/// has the reason.
pub(crate) fn suite<R>(
    name: &'static str,
    required: Result<R, String>,
    tests: impl FnOnce(R) -> Outcome<Vec<Test>>,
) -> Vec<Trial> {
    let required = match required {
        Ok(required) => required,
        Err(reason) => return vec![ignored(name, reason)],
    };
    let collected = tests(required).and_then(|tests| Ok((tests, expected(name)?)));
    match collected {
        Ok((tests, expected)) => trials(name, tests, expected),
        Err(fault) => vec![Trial::test(name, move || Err(Failed::from(fault)))],
    }
}

/// A single test that panics when it fails; ignored where `required` is missing.
pub(crate) fn single<R: Send + 'static>(
    name: &str,
    required: Result<R, String>,
    test: impl FnOnce(R) + Send + 'static,
) -> Trial {
    match required {
        Ok(required) => Trial::test(name, move || {
            test(required);
            Ok(())
        }),
        Err(reason) => ignored(name, reason),
    }
}

fn ignored(name: &str, reason: String) -> Trial {
    Trial::ignorable_test(name, || Ok(Completion::ignored_with(reason)))
}

/// The failures that are expected of a data set: none where it has no list.
fn expected(suite: &str) -> Outcome<Expected> {
    let file = project::root().join(list_of(suite));
    if !file.is_file() {
        return Ok(Expected::default());
    }
    Expected::read(&project::read_text(&file)?).map_err(|fault| format!("{}: {fault}", list_of(suite)))
}

fn list_of(suite: &str) -> String {
    format!("tests/expected/{suite}.txt")
}

fn trials(suite: &'static str, tests: Vec<Test>, expected: Expected) -> Vec<Trial> {
    let names: Vec<String> = tests.iter().map(|test| test.name.clone()).collect();
    let stale = expected.stale(&names);
    let list = Trial::test(format!("{suite}::list"), move || verdict(suite, stale));
    let tests = tests.into_iter().map(|test| {
        // Each test needs the entries of its own cases only.
        let expected = expected.of(&test.name);
        Trial::test(format!("{suite}::{}", test.name), move || {
            let cases = (test.judge)()?;
            if cases.is_empty() {
                return Err(Failed::from("The test has no case."));
            }
            verdict(suite, expected.disagreements(&test.name, &cases))
        })
    });
    tests.chain([list]).collect()
}

fn verdict(suite: &str, disagreements: Vec<String>) -> Result<(), Failed> {
    if disagreements.is_empty() {
        return Ok(());
    }
    Err(format!("{}\nKnown failures are listed in {}.", disagreements.join("\n"), list_of(suite)).into())
}

/// The name of a file without its ending.
pub(crate) fn stem(file: &Path) -> String {
    file.file_stem().unwrap_or_default().to_string_lossy().into_owned()
}
