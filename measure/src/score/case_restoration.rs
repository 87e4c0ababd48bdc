//! Titles that lost their case, restored by the evidence of their records, word by word against the true title.
//!
//! A word is a run of letters and digits; every word with a letter counts, except one straight after a spaced dash,
//! whose case no rule settles. A title is right when every such word is.

use std::path::Path;

use citelet::item::{Item, Rule};
use citelet::tidy::{self, Evidence, Options};
use citelet::vocabulary::{ItemType, Variable};
use serde_json::Value;

use super::data;
use super::report::{Case, Report};
use xtask::{Outcome, guard, run};

/// The ways in which a title is stored badly: name of the group, and the key that holds it (capitals are made here).
const LOST: [(&str, &str); 3] =
    [("principal words", "title_case"), ("crude", "title_crude"), ("ALL CAPITALS", "")];

/// How many words were counted, and what became of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Words {
    /// All that count.
    pub all: usize,
    /// Those whose case is that of the true title.
    pub right: usize,
    /// Those that the true title writes small and the restored one does not.
    pub false_capitals: usize,
}

/// Restores the titles of every `*.jsonl` in a folder.
pub fn run(dir: &Path) -> Outcome<Report> {
    guard::hush();
    let rows = rows(dir)?;
    let mut report = Report::new("case-restoration");
    report.cases = run::on_all_cores(&rows, judge).concat();
    for (group, _) in LOST {
        let of_group = report.cases.iter().filter(|case| case.groups == [group] && !case.got.is_empty());
        let mut words = Words::default();
        of_group.for_each(|case| words.add(compare(&case.got, &case.want)));
        report.remarks.push(format!(
            "{group}: {:.2} % of {} words are right; {:.3} false capitals a title.",
            100.0 * words.right as f64 / words.all.max(1) as f64,
            words.all,
            words.false_capitals as f64 / rows.len().max(1) as f64,
        ));
    }
    Ok(report)
}

/// The rows of every `*.jsonl` in a folder, each with a title.
pub fn rows(dir: &Path) -> Outcome<Vec<Value>> {
    let files = data::files_with_ending(dir, ".jsonl")?;
    let rows: Vec<Vec<Value>> =
        files.iter().map(|file| data::read_json_lines(file)).collect::<Outcome<_>>()?;
    Ok(rows.concat())
}

/// The identifier of a row.
pub fn name(row: &Value) -> String {
    text(row, "id")
}

/// The cases of one title: one for each way in which it is stored.
pub fn judge(row: &Value) -> Vec<Case> {
    let mut cases: Vec<Case> = LOST.iter().map(|(group, key)| lost(row, group, key)).collect();
    cases.push(untouched(row, "sentence case untouched", "title"));
    if row["stored_case"] == "sentence" {
        cases.push(untouched(row, "stored in sentence case, untouched", "stored"));
    }
    cases
}

impl Words {
    fn add(&mut self, other: Words) {
        self.all += other.all;
        self.right += other.right;
        self.false_capitals += other.false_capitals;
    }
}

fn text(row: &Value, key: &str) -> String {
    row[key].as_str().unwrap_or_default().to_owned()
}

/// A title without its case, restored and compared word by word.
fn lost(row: &Value, group: &str, key: &str) -> Case {
    let want = text(row, "title");
    let stored = if key.is_empty() { want.to_uppercase() } else { text(row, key) };
    let name = format!("{} {group}", name(row));
    match restored(row, stored) {
        Ok((got, notes)) => {
            let words = compare(&got, &want);
            let pass = words.right == words.all;
            Case { name, groups: vec![group.to_owned()], pass, got, want, notes, ..Case::default() }
        }
        Err(why) => Case::failed(name, group, want, why),
    }
}

/// A title in sentence case, which has to stay as it is.
fn untouched(row: &Value, group: &str, key: &str) -> Case {
    let stored = text(row, key);
    let name = format!("{} {group}", name(row));
    match restored(row, stored.clone()) {
        Ok((got, notes)) => Case { notes, ..Case::equal(name, group, stored, got) },
        Err(why) => Case::failed(name, group, stored, why),
    }
}

/// The title after the rules about case, with their repairs and warnings.
fn restored(row: &Value, stored: String) -> Result<(String, Vec<String>), String> {
    let row = row.clone();
    guard::guarded(move || {
        let mut item = Item::new("", ItemType::ArticleJournal);
        let texts = |key: &str| -> Vec<String> {
            let values = row[key].as_array().into_iter().flatten();
            values.filter_map(|value| value.as_str().map(str::to_owned)).collect()
        };
        item.set(Variable::Title, stored);
        item.set(Variable::Abstract, text(&row, "abstract"));
        item.set(Variable::ContainerTitle, text(&row, "journal"));
        item.set(Variable::Keyword, texts("keywords").join(", "));
        let cited = texts("references");
        let cited: Vec<&str> = cited.iter().map(String::as_str).collect();
        let (repairs, warnings) =
            tidy::tidy_with(&mut item, &Evidence { cited: &cited, ..Evidence::default() }, &case_rules());
        let repair = |repair: &citelet::item::Repair| {
            format!("{} > {} ({}: {})", repair.from, repair.to, repair.rule.word(), repair.evidence)
        };
        let mut notes: Vec<String> = repairs.iter().map(repair).collect();
        notes.extend(
            warnings.into_iter().filter(|warning| warning.field == "title").map(|warning| warning.message),
        );
        (item.text(Variable::Title).unwrap_or_default().to_owned(), notes)
    })
}

/// The rules about case alone, so that nothing else is measured.
fn case_rules() -> Options {
    let case = [Rule::SentenceCase, Rule::AllCaps, Rule::RestoreAcronym, Rule::ProperNoun];
    let others = Rule::ALL.iter().filter(|rule| !case.contains(rule));
    others.fold(Options::default(), |options, rule| options.without(*rule))
}

/// Compares a restored title with the true one. Where letters were lost or added, no word is right.
pub fn compare(got: &str, want: &str) -> Words {
    let got: Vec<char> = got.chars().collect();
    let want: Vec<char> = want.chars().collect();
    let small = |text: &[char]| text.iter().flat_map(|c| c.to_lowercase()).collect::<String>();
    let same_letters = got.len() == want.len() && small(&got) == small(&want);
    let mut words = Words::default();
    for (from, to) in spans(&want) {
        let (before, word) = (&want[..from], &want[from..to]);
        if !word.iter().any(|c| c.is_alphabetic()) || after_dash(before) {
            continue;
        }
        words.all += 1;
        let right = same_letters && got[from..to] == *word;
        words.right += usize::from(right);
        let written_small = word.iter().all(|c| !c.is_uppercase());
        words.false_capitals += usize::from(!right && written_small && !begins(before));
    }
    words
}

/// The words: runs of letters and digits, with one apostrophe inside.
fn spans(text: &[char]) -> Vec<(usize, usize)> {
    let run = |from: usize| from + text[from..].iter().take_while(|c| c.is_alphanumeric()).count();
    let mut spans = Vec::new();
    let mut at = 0;
    while at < text.len() {
        let mut to = run(at);
        if to > at && to + 1 < text.len() && matches!(text[to], '\'' | '’') && run(to + 1) > to + 1 {
            to = run(to + 1);
        }
        if to > at {
            spans.push((at, to));
        }
        at = to.max(at + 1);
    }
    spans
}

/// Drops one opening quotation mark or bracket at the end.
fn without_opening(before: &[char]) -> &[char] {
    match before {
        [rest @ .., '"' | '“' | '‘' | '('] => rest,
        _ => before,
    }
}

fn trimmed(text: &[char]) -> &[char] {
    let blanks = text.iter().rev().take_while(|c| c.is_whitespace()).count();
    &text[..text.len() - blanks]
}

/// Whether a dash with a blank before it comes last.
fn after_dash(before: &[char]) -> bool {
    let dashed = |text: &[char]| matches!(trimmed(text), [.., blank, '-' | '–'] if blank.is_whitespace());
    dashed(without_opening(before)) || dashed(before)
}

/// Whether a word after this begins a sentence.
fn begins(before: &[char]) -> bool {
    let before = trimmed(before);
    let ends = |text: &[char]| match text {
        [.., ':' | '?' | '!' | '—'] => true,
        [rest @ .., '.'] => !rest.last().is_some_and(char::is_ascii_uppercase),
        _ => false,
    };
    let closed = |text: &[char]| match text {
        [rest @ .., '"' | '”' | '’' | ')'] => ends(rest) || ends(text),
        _ => ends(text),
    };
    !before.iter().any(|c| c.is_alphanumeric()) || closed(before) || closed(without_opening(before))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_counted_as_the_data_set_counts_them() {
        let check = |got: &str, want: &str, words: [usize; 3]| {
            let [all, right, false_capitals] = words;
            assert_eq!(compare(got, want), Words { all, right, false_capitals }, "{got}");
        };
        check("On the US", "On the US", [3, 3, 0]);
        check("On The Us", "On the US", [3, 1, 1]);
        check("Boats: a study", "Boats: A study", [3, 2, 0]);
        check("Boats – A study", "Boats – a study", [2, 2, 0]);
        check("On Women’S health in 2019", "On women’s health in 2019", [4, 3, 1]);
        check("Women’S health", "Women’s health", [2, 1, 0]);
        check("Boat", "Boats", [1, 0, 0]);
        check("What? The End", "What? the end", [3, 1, 1]);
    }
}
