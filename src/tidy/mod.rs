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
    /// One bit a rule, by its number: set where the rule is off.
    off: u32,
}

impl Options {
    /// No rule may change anything; warnings are still reported.
    pub fn none() -> Options {
        Options { off: u32::MAX }
    }

    /// The same without one rule.
    #[must_use]
    pub fn without(self, rule: Rule) -> Options {
        Options { off: self.off | 1 << rule.number() }
    }

    /// The same without the rules about the case of titles, for records whose titles stand alone or have to stay as they are stored.
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

/// Mends a record, and reports what was changed and what a person should look at.
pub fn tidy(item: &mut Item, options: &Options) -> (Vec<Repair>, Vec<Warning>) {
    tidy_with(item, &Evidence::default(), options)
}

/// The same with evidence from beside the record.
pub fn tidy_with(item: &mut Item, evidence: &Evidence<'_>, options: &Options) -> (Vec<Repair>, Vec<Warning>) {
    let mut report = Report { options: *options, repairs: Vec::new(), warnings: Vec::new() };
    if let Some(sources) = evidence.sources {
        page::repair(&mut report, item, sources);
    }
    for variable in Variable::ALL.iter().copied() {
        let Some(mut value) = item.remove(variable) else { continue };
        match &mut value {
            Value::Text(text) => text::mend(&mut report, variable, text),
            Value::Names(list) => names::mend(&mut report, variable, list),
            Value::Date(_) => {}
        }
        item.set(variable, value);
    }
    case::mend(&mut report, item, evidence);
    if item.fields().next().is_some() {
        missing(item, &mut report.warnings);
    }
    (report.repairs, report.warnings)
}

/// What repairs write their results to.
struct Report {
    options: Options,
    repairs: Vec<Repair>,
    warnings: Vec<Warning>,
}

/// One kind of repair.
struct Step {
    rule: Rule,
    /// What a text becomes; itself where there is nothing to mend.
    mend: fn(&str) -> String,
    /// What the rule relies on, in words; in front of what was taken away, where that tells it.
    evidence: &'static str,
}

impl Report {
    /// Mends a text in one way and reports it, if the rule is on and there is something to mend.
    fn carry_out(&mut self, step: &Step, field: &str, text: &mut String) {
        let to = (step.mend)(text);
        if *text == to || !self.options.allows(step.rule) {
            return;
        }
        let evidence = match step.rule {
            Rule::Honorific | Rule::Degree => {
                let cut = text.strip_suffix(to.as_str()).or(text.strip_prefix(to.as_str())).unwrap_or("");
                &concat(&[step.evidence, " \"", cut.trim_start_any(" ,").trim_end(), "\""])
            }
            _ => step.evidence,
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

/// Warnings about what a citation cannot do without.
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
