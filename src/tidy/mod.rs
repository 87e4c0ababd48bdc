//! Repairs with evidence.
//!
//! Each repair changes one value by one rule and reports what it changed and why. Most need nothing but the item, so that
//! records are repaired alike wherever they come from; those in `page` need the texts of the page too. Every rule can be
//! switched off.

mod case;
mod identifiers;
mod names;
mod page;
mod text;

use crate::item::{Item, Repair, Rule, Sources, Value, Warning};
use crate::prelude::*;
use crate::text::concat;
use crate::vocabulary::{ItemType, Variable};

/// Which rules may change a record. All may, by default.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// One bit for each rule, by its number: set where the rule is off.
    off: u32,
}

impl Options {
    /// No rule may change anything; warnings are still reported.
    pub fn none() -> Options {
        Options { off: u32::MAX }
    }

    /// These options without one rule.
    #[must_use]
    pub fn without(self, rule: Rule) -> Options {
        Options { off: self.off | 1 << rule.number() }
    }

    /// These options without the rules about the case of titles, for records that are no evidence for it, or whose titles
    /// have to stay as they are stored.
    #[must_use]
    pub fn without_case(self) -> Options {
        [Rule::SentenceCase, Rule::AllCaps, Rule::RestoreAcronym, Rule::ProperNoun]
            .into_iter()
            .fold(self, Options::without)
    }

    /// Whether a rule may change a record.
    pub fn allows(self, rule: Rule) -> bool {
        self.off & (1 << rule.number()) == 0
    }
}

/// What a reader has beside the record.
#[derive(Clone, Copy, Debug, Default)]
pub struct Evidence<'a> {
    /// The works that the article cites, each as the page words it, or its title alone: they show how words are written.
    pub cited: &'a [&'a str],
    /// The texts of the page from which the record's title and names were taken.
    pub sources: Option<&'a Sources>,
}

/// Repairs a record, and reports what was changed and what a person should look at.
pub fn tidy(item: &mut Item, options: &Options) -> (Vec<Repair>, Vec<Warning>) {
    tidy_with(item, &Evidence::default(), options)
}

/// [`tidy`] with evidence from beside the record.
pub fn tidy_with(item: &mut Item, evidence: &Evidence<'_>, options: &Options) -> (Vec<Repair>, Vec<Warning>) {
    let mut report = Report { options: *options, repairs: Vec::new(), warnings: Vec::new() };
    if let Some(sources) = evidence.sources {
        page::repair(&mut report, item, sources);
    }
    for variable in Variable::ALL.iter().copied() {
        let Some(mut value) = item.remove(variable) else { continue };
        match &mut value {
            Value::Text(text) => text::repair(&mut report, variable, text),
            Value::Names(list) => names::repair(&mut report, variable, list),
            Value::Date(_) => {}
        }
        item.set(variable, value);
    }
    case::repair(&mut report, item, evidence);
    if item.fields().next().is_some() {
        missing(item, &mut report.warnings);
    }
    (report.repairs, report.warnings)
}

/// The results of all repairs.
struct Report {
    options: Options,
    repairs: Vec<Repair>,
    warnings: Vec<Warning>,
}

/// A repair of one text by itself.
struct Step {
    rule: Rule,
    /// Returns the repaired text, which equals the given one where there is nothing to repair.
    repair: fn(&str) -> String,
    evidence: StepEvidence,
}

/// A step whose evidence is always the same sentence, empty where the repair explains itself.
const fn step(rule: Rule, repair: fn(&str) -> String, evidence: &'static str) -> Step {
    Step { rule, repair, evidence: StepEvidence::Fixed(evidence) }
}

/// How a step's evidence is worded in the report.
enum StepEvidence {
    /// This sentence.
    Fixed(&'static str),
    /// This word, and in quotation marks the part that was removed.
    Removed(&'static str),
}

impl Report {
    /// Repairs a text by one step and reports it, if the rule is on and there is something to repair.
    fn apply(&mut self, step: &Step, field: &str, text: &mut String) {
        let to = (step.repair)(text);
        if *text == to || !self.options.allows(step.rule) {
            return;
        }
        let evidence = match step.evidence {
            StepEvidence::Fixed(evidence) => evidence,
            StepEvidence::Removed(position) => {
                let removed = text.strip_suffix(to.as_str()).or(text.strip_prefix(to.as_str())).unwrap_or("");
                &concat(&[position, " \"", removed.trim_start_any(" ,").trim_end(), "\""])
            }
        };
        self.repaired(field, text, &to, step.rule, evidence);
        *text = to;
    }

    fn repaired(&mut self, field: &str, from: &str, to: &str, rule: Rule, evidence: &str) {
        Repair::add(&mut self.repairs, rule, field, [from, to], evidence);
    }

    fn warning(&mut self, field: &str, message: &[&str]) {
        self.warnings.push(Warning::new(field, concat(message)));
    }
}

/// Adds a warning for each required field that is missing.
fn missing(item: &Item, warnings: &mut Vec<Warning>) {
    let mut lacks = |variable: Variable, message: &str| {
        if item.get(variable).is_none() {
            warnings.push(Warning::new(variable.word(), message));
        }
    };
    lacks(Variable::Title, "The record has no title.");
    if item.names(Variable::Editor).is_empty() {
        lacks(Variable::Author, "The record names no author.");
    }
    lacks(Variable::Issued, "The record has no date.");
    if item.item_type == ItemType::ArticleJournal {
        lacks(Variable::ContainerTitle, "The record does not say in which journal the article appeared.");
    }
}
