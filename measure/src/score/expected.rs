//! Lists of cases that are known to fail, one file a data set in `tests/expected/`. A person edits a list; no command
//! rewrites it.
//!
//! A reason is a line that ends with a colon; the cases it applies to follow, indented, one a line. Lines that begin
//! with `#` are comments.

use std::collections::BTreeMap;

use super::report::Case;
use xtask::Outcome;

/// The cases that are known to fail, each with its reason.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Expected {
    reasons: BTreeMap<String, String>,
}

impl Expected {
    /// Reads a list.
    ///
    /// # Errors
    /// Names the line that is neither a reason nor a case, and a case that is listed twice.
    pub fn read(list: &str) -> Outcome<Expected> {
        let mut reasons = BTreeMap::new();
        let mut reason = None;
        for line in list.lines().filter(|line| !line.trim().is_empty() && !line.starts_with('#')) {
            if !line.starts_with(' ') {
                let ends = line.strip_suffix(':').filter(|reason| !reason.trim().is_empty());
                reason = Some(ends.ok_or_else(|| format!("This line is not a reason with a colon: {line}"))?);
            } else {
                let reason = reason.ok_or_else(|| format!("There is no reason above{line}."))?;
                if reasons.insert(line.trim().to_owned(), reason.to_owned()).is_some() {
                    return Err(format!("{} is listed twice.", line.trim()));
                }
            }
        }
        Ok(Expected { reasons })
    }

    /// The entries for the cases of one test.
    pub fn of(&self, test: &str) -> Expected {
        let own = self.reasons.iter().filter(|(name, _)| is_of(name, test));
        Expected { reasons: own.map(|(name, reason)| (name.clone(), reason.clone())).collect() }
    }

    /// Where the list disagrees with the cases of one test, one sentence each: an unexpected failure, an unexpected
    /// pass, an entry without a case. A test has either one case of its own name or several whose names continue it
    /// after a blank.
    pub fn disagreements(&self, test: &str, cases: &[Case]) -> Vec<String> {
        let mut faults = Vec::new();
        for case in cases {
            match (case.pass, self.reasons.get(&case.name)) {
                (true, Some(_)) => faults.push(format!("{} passes: remove it from the list.", case.name)),
                (false, None) => faults.push(failure(case)),
                _ => {}
            }
        }
        let own = self.reasons.keys().filter(|name| is_of(name, test));
        let stale = own.filter(|name| cases.iter().all(|case| case.name != **name));
        faults.extend(stale.map(|name| format!("{name} is listed, but there is no such case.")));
        faults
    }

    /// The entries that belong to none of the tests.
    pub fn stale(&self, tests: &[String]) -> Vec<String> {
        let known = |name: &str| tests.iter().any(|test| is_of(name, test));
        let stale = self.reasons.keys().filter(|name| !known(name));
        stale.map(|name| format!("{name} is listed, but there is no such test.")).collect()
    }
}

fn is_of(name: &str, test: &str) -> bool {
    name.strip_prefix(test).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
}

/// An unexpected failure with what was expected and what came out.
fn failure(case: &Case) -> String {
    let mut lines = vec![format!("{} fails.", case.name)];
    lines.extend(case.notes.iter().map(|note| format!("  {}", note.trim_end())));
    if !(case.want.is_empty() && case.got.is_empty()) {
        lines.push(format!("  want {}", case.want));
        lines.push(format!("  got  {}", case.got));
    }
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn case(name: &str, pass: bool) -> Case {
        let got = if pass { "x" } else { "y" };
        Case::equal(name, "group", "x".into(), got.into())
    }

    #[test]
    fn every_kind_of_disagreement_is_named() {
        let list = "# why\nIt cannot be:\n    page title\n    page date\n    page\n    other\n";
        let list = Expected::read(list).unwrap();
        let cases = [case("page title", false), case("page date", true), case("page type", false)];
        let want = [
            "page date passes: remove it from the list.",
            "page type fails.\n  want x\n  got  y",
            "page is listed, but there is no such case.",
        ];
        assert_eq!(list.disagreements("page", &cases), want);
        assert_eq!(list.disagreements("pages", &[]), [""; 0]);
        assert_eq!(list.stale(&["page".to_owned()]), ["other is listed, but there is no such test."]);
    }

    #[test]
    fn faulty_lists_are_refused() {
        for list in ["no colon\n", ":\n", "    a case without a reason\n", "Why:\n    a\nWhat:\n    a\n"] {
            assert!(Expected::read(list).is_err(), "{list}");
        }
    }
}
