//! A committed list of cases that are known to fail, held against a report. A person edits the list; nothing
//! rewrites it.

use std::collections::BTreeMap;

use super::report::Report;

/// Where a report and a list disagree, in sentences; empty when they agree. The list has one `name: reason` a line;
/// blank lines and lines that begin with `#` are for people.
pub fn disagreements(report: &Report, list: &str) -> Vec<String> {
    let (known, mut faults) = read(list);
    for case in &report.cases {
        match (case.pass, known.contains_key(case.name.as_str())) {
            (true, true) => faults.push(format!("{} passes: take it off the list.", case.name)),
            (false, false) => faults.push(format!("{} fails, and the list does not know it.", case.name)),
            _ => {}
        }
    }
    let there = |name: &str| report.cases.iter().any(|case| case.name == name);
    let stale = known.keys().filter(|name| !there(name));
    faults.extend(stale.map(|name| format!("{name} is on the list, but not in the data set.")));
    faults
}

/// The reasons by name, and the lines that are no entry.
fn read(list: &str) -> (BTreeMap<&str, &str>, Vec<String>) {
    let mut known = BTreeMap::new();
    let mut faults = Vec::new();
    for line in list.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#')) {
        match line.split_once(": ") {
            Some((name, reason)) if !reason.trim().is_empty() => {
                if known.insert(name, reason).is_some() {
                    faults.push(format!("{name} is on the list twice."));
                }
            }
            _ => faults.push(format!("This line of the list is no `name: reason`: {line}")),
        }
    }
    (known, faults)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::score::report::Case;

    #[test]
    fn every_kind_of_disagreement_is_named() {
        let mut report = Report::new("made");
        for (name, got) in [("good", "x"), ("bad", "y"), ("known", "y"), ("mended", "x")] {
            report.cases.push(Case::equal(name, "g", "x".into(), got.into()));
        }
        let list =
            "# why\nknown: cannot be\n\nmended: could not be\ngone: was there\nknown: again\nnothing\n";
        let want = [
            "known is on the list twice.",
            "This line of the list is no `name: reason`: nothing",
            "bad fails, and the list does not know it.",
            "mended passes: take it off the list.",
            "gone is on the list, but not in the data set.",
        ];
        assert_eq!(disagreements(&report, list), want);
        assert_eq!(disagreements(&report, "known: cannot be\nbad: neither\n"), [""; 0]);
    }
}
