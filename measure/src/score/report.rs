//! The result of a run over a data set: its cases in order, and totals by group.

use std::collections::BTreeMap;
use std::fmt::{self, Write as _};

/// One case of a data set, judged.
#[derive(Clone, Debug, Default)]
pub struct Case {
    /// The case's name in its data set.
    pub name: String,
    /// The rows of the table of totals in which the case counts.
    pub groups: Vec<String>,
    /// Whether it counts as right.
    pub pass: bool,
    /// Whether it would be right if formatting did not count; only where a data set distinguishes the two.
    pub text_pass: bool,
    /// The output.
    pub got: String,
    /// The expected output.
    pub want: String,
    /// Further remarks for people: which fields differ, what panicked.
    pub notes: Vec<String>,
}

/// The group of the fields that a data set does not list.
pub const NOT_EXPECTED: &str = "not expected";

/// All cases of one run.
#[derive(Clone, Debug, Default)]
pub struct Report {
    /// The kind of data set.
    pub kind: &'static str,
    /// The cases, in the order of the data set.
    pub cases: Vec<Case>,
    /// Whether [`Case::text_pass`] is set.
    pub has_text_passes: bool,
    /// Sentences to be printed after the totals.
    pub remarks: Vec<String>,
}

/// How many cases of a group there are and how many are right.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// All cases.
    pub all: usize,
    /// Those that would be right if formatting did not count.
    pub text: usize,
    /// Those that are right.
    pub pass: usize,
}

impl Case {
    /// A case judged by equality.
    pub fn equal(name: impl Into<String>, group: impl Into<String>, want: String, got: String) -> Case {
        let pass = want == got;
        Case { name: name.into(), groups: vec![group.into()], pass, want, got, ..Case::default() }
    }

    /// A case without an output; `why` is the reason.
    pub fn failed(name: impl Into<String>, group: impl Into<String>, want: String, why: String) -> Case {
        Case { name: name.into(), groups: vec![group.into()], want, notes: vec![why], ..Case::default() }
    }

    /// Whether the data set says what should come out; it does not list every field of a record.
    pub fn is_expected(&self) -> bool {
        !self.groups.iter().any(|group| group == NOT_EXPECTED)
    }

    /// The line that `--report` writes.
    pub fn to_json(&self) -> String {
        serde_json::json!({
            "name": self.name, "pass": self.pass, "got": self.got, "want": self.want, "notes": self.notes,
        })
        .to_string()
    }
}

impl Report {
    /// An empty report.
    pub fn new(kind: &'static str) -> Report {
        Report { kind, ..Report::default() }
    }

    /// How many cases are right.
    pub fn total(&self) -> Tally {
        let mut tally = Tally::default();
        self.cases.iter().for_each(|case| tally.count(case));
        tally
    }

    /// The same by group.
    pub fn by_group(&self) -> BTreeMap<&str, Tally> {
        let mut groups: BTreeMap<&str, Tally> = BTreeMap::new();
        for case in &self.cases {
            for group in &case.groups {
                groups.entry(group).or_default().count(case);
            }
        }
        groups
    }

    /// The tally of one group; zeros where no case belongs to it.
    pub fn group(&self, name: &str) -> Tally {
        self.by_group().get(name).copied().unwrap_or_default()
    }

    /// Every miss with the expected and the actual output.
    pub fn misses(&self) -> String {
        let mut out = String::new();
        for case in self.cases.iter().filter(|case| !case.pass) {
            let hint = if self.has_text_passes && case.text_pass { " (formatting only)" } else { "" };
            let _ = writeln!(out, "MISS {}{hint}", case.name);
            for note in &case.notes {
                let _ = writeln!(out, "   {}", note.trim_end().replace('\n', "\n        "));
            }
            if !(case.want.is_empty() && case.got.is_empty()) {
                let _ = writeln!(out, "   want {}", case.want.replace('\n', "\n        "));
                let _ = writeln!(out, "   got  {}", case.got.replace('\n', "\n        "));
            }
        }
        out
    }

    /// One JSON object a line, a line a case.
    pub fn json_lines(&self) -> String {
        self.cases.iter().map(|case| case.to_json() + "\n").collect()
    }

    fn row(&self, f: &mut fmt::Formatter<'_>, name: &str, tally: Tally) -> fmt::Result {
        write!(f, "{name:<44} {:>6}", tally.all)?;
        if self.has_text_passes {
            write!(f, " {:>6}", tally.text)?;
        }
        writeln!(f, " {:>6} {:>6.1} %", tally.pass, tally.percent())
    }
}

/// The table of totals.
impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = if self.has_text_passes { "   text" } else { "" };
        writeln!(f, "{:<44} {:>6}{text} {:>6}", self.kind, "cases", "right")?;
        for (name, tally) in self.by_group() {
            self.row(f, name, tally)?;
        }
        self.row(f, "all", self.total())?;
        self.remarks.iter().try_for_each(|remark| writeln!(f, "{remark}"))
    }
}

impl Tally {
    fn count(&mut self, case: &Case) {
        self.all += 1;
        self.text += usize::from(case.text_pass || case.pass);
        self.pass += usize::from(case.pass);
    }

    /// Right cases in a hundred; 0 where there is no case.
    pub fn percent(self) -> f64 {
        if self.all == 0 { 0.0 } else { 100.0 * self.pass as f64 / self.all as f64 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn totals_count_each_case_once_and_groups_where_it_belongs() {
        let mut report = Report::new("made");
        report.cases.push(Case::equal("one", "a", "x".into(), "x".into()));
        report.cases.push(Case::equal("two", "b", "x".into(), "y".into()));
        report.cases.push(Case::failed("three", "b", "x".into(), "panicked: why".into()));
        assert_eq!(report.total(), Tally { all: 3, text: 1, pass: 1 });
        assert_eq!(report.group("b"), Tally { all: 2, text: 0, pass: 0 });
        let misses = report.misses();
        assert!(misses.contains("MISS two\n   want x\n   got  y\n"), "{misses}");
        assert!(misses.contains("MISS three\n   panicked: why\n"), "{misses}");
        assert_eq!(report.json_lines().lines().count(), 3);
    }
}
