//! The data sets beside the checkout.

use std::path::{Path, PathBuf};
use std::sync::{Arc, LazyLock};

use citelet::csl::program::locale::Locale;
use libtest_mimic::Trial;
use measure::score::report::Case;
use measure::score::{
    case_restoration, citeproc_js, crossref, csl_suite, data, differential, manual_examples, pages, wild,
};
use xtask::Outcome;

use crate::harness::{Test, data_set, official_styles, stem, suite};

/// The tests of all data sets.
pub(crate) fn all() -> Vec<Trial> {
    [
        fixtures("csl-suite", data_set("csl-suite")),
        manual_examples_tests(),
        suite("pages", data_set("pages"), |folder| {
            page_tests(&folder, pages::judge_made, pages::made(&folder)?)
        }),
        real_pages("real-pages"),
        real_pages("real-pages-2"),
        wild_tests(),
        crossref_tests(),
        case_restoration_tests(),
        differential_tests(),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// A folder of fixtures in the form of the official CSL test suite, a test a fixture.
pub(crate) fn fixtures(name: &'static str, folder: Result<PathBuf, String>) -> Vec<Trial> {
    static LOCALES: LazyLock<Outcome<Arc<Vec<Locale>>>> = LazyLock::new(csl_suite::locales);
    suite(name, official_styles().and(folder), |folder| {
        let test = |file: PathBuf| {
            Test::new(stem(&file), move || Ok(vec![csl_suite::judge(&file, LOCALES.as_ref()?)?]))
        };
        Ok(csl_suite::fixtures(&folder)?.into_iter().map(test).collect())
    })
}

/// The reference forms that the manuals publish, a test a row.
fn manual_examples_tests() -> Vec<Trial> {
    let required = official_styles().and_then(|_| data_set("manual-examples"));
    suite("manual-examples", required, |folder| {
        let rows = Arc::new(manual_examples::read(&folder)?);
        let all = Arc::clone(&rows);
        let citelet = Arc::new(LazyLock::new(move || manual_examples::citelet(&all)));
        let test = |at: usize| {
            let (rows, citelet) = (Arc::clone(&rows), Arc::clone(&citelet));
            Test::new(rows[at].id.clone(), move || Ok(vec![rows[at].judge(citelet.as_ref().as_ref()?)]))
        };
        Ok((0..rows.len()).map(test).collect())
    })
}

/// Small inputs made from public reports, a test a case.
fn wild_tests() -> Vec<Trial> {
    suite("wild", data_set("wild"), |folder| {
        let mut tests = Vec::new();
        for name in wild::names(&folder)? {
            if wild::is_debatable(&folder, &name)? {
                continue;
            }
            let folder = folder.clone();
            tests.push(Test::new(name.clone(), move || Ok(vec![wild::judge(&folder, &name)?])));
        }
        Ok(tests)
    })
}

/// Real pages cut to their metadata, a test a page.
fn real_pages(set: &'static str) -> Vec<Trial> {
    suite(set, data_set(set), |folder| page_tests(&folder, pages::judge_real, pages::real(&folder)?))
}

/// Only the expected fields of a page count: a record has more fields than a data set lists.
fn page_tests(
    folder: &Path,
    judge: fn(&Path, &str) -> Outcome<Vec<Case>>,
    names: Vec<String>,
) -> Outcome<Vec<Test>> {
    let test = |name: String| {
        let folder = folder.to_owned();
        Test::new(name.clone(), move || {
            let mut cases = judge(&folder, &name)?;
            cases.retain(Case::is_expected);
            Ok(cases)
        })
    };
    Ok(names.into_iter().map(test).collect())
}

/// Records of Crossref and DataCite, a test a record.
fn crossref_tests() -> Vec<Trial> {
    suite("crossref", data_set("crossref"), |folder| {
        let test = |row| Test::new(crossref::name(&row), move || Ok(crossref::judge(&row)));
        Ok(crossref::rows(&folder)?.into_iter().map(test).collect())
    })
}

/// Titles that lost their case, a test a title with all the ways in which it is stored.
fn case_restoration_tests() -> Vec<Trial> {
    suite("case-restoration", data_set("case-restoration"), |folder| {
        let test = |row| Test::new(case_restoration::name(&row), move || Ok(case_restoration::judge(&row)));
        Ok(case_restoration::rows(&folder)?.into_iter().map(test).collect())
    })
}

/// Every so many-th record is compared with citeproc-js: enough of each kind, and done in seconds.
/// `cargo xtask score differential` compares all of them.
const STEP: usize = 10;

/// Citations beside those of citeproc-js, a test a citation. A difference fails unless it is listed; its notes are
/// the verdicts of `tests/differences.txt`.
fn differential_tests() -> Vec<Trial> {
    let required = official_styles()
        .and_then(|_| data_set("manual-examples"))
        .and_then(|_| data_set("crossref"))
        .and_then(|_| citeproc_js::installed());
    suite("differential", required, |_| {
        let report = Arc::new(LazyLock::new(|| differential::run_every(&data::root(), None, STEP)));
        let test = |name: String| {
            let report = Arc::clone(&report);
            Test::new(name.clone(), move || {
                let of_name = report.as_ref().as_ref()?.cases.iter().filter(|case| case.name == name);
                Ok(of_name.cloned().collect())
            })
        };
        Ok(differential::names(&data::root(), STEP)?.into_iter().map(test).collect())
    })
}
