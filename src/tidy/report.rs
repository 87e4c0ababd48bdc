//! What repairs write their results to, and repairs of one text by itself.

use crate::item::{Repair, Rule, Warning};
use crate::prelude::*;
use crate::text::{concat, usize_to_decimal};
use crate::tidy::options::Options;

/// Longer texts stay as they are stored, in bytes. The longest abstracts have half as many.
pub(super) const LONGEST: usize = 20_000;

/// The results of all repairs.
pub(super) struct Report {
    pub(super) options: Options,
    pub(super) repairs: Vec<Repair>,
    pub(super) warnings: Vec<Warning>,
}

/// A repair of one text by itself.
pub(super) struct Step {
    pub(super) rule: Rule,
    /// Returns the repaired text, which equals the given one where there is nothing to repair.
    pub(super) repair: fn(&str) -> String,
    pub(super) evidence: StepEvidence,
}

/// A step whose evidence is always the same sentence, empty where the repair explains itself.
pub(super) const fn step(rule: Rule, repair: fn(&str) -> String, evidence: &'static str) -> Step {
    Step { rule, repair, evidence: StepEvidence::Fixed(evidence) }
}

/// How a step's evidence is worded in the report.
pub(super) enum StepEvidence {
    /// This sentence.
    Fixed(&'static str),
    /// This word, and in quotation marks the part that was removed.
    Removed(&'static str),
}

impl Report {
    /// Nothing repaired yet.
    pub(super) fn new(options: Options) -> Report {
        Report { options, repairs: Vec::new(), warnings: Vec::new() }
    }

    /// Repairs a text by one step and reports it, if the rule is on and there is something to repair.
    pub(super) fn apply(&mut self, step: &Step, field: &str, text: &mut String) {
        let to = (step.repair)(text);
        self.change(step.rule, &step.evidence, field, text, to);
    }

    /// Puts a repaired text in the place of a text and reports it, if the rule is on and the texts differ.
    pub(super) fn change(
        &mut self,
        rule: Rule,
        evidence: &StepEvidence,
        field: &str,
        text: &mut String,
        to: String,
    ) {
        if *text == to || !self.options.allows(rule) {
            return;
        }
        let evidence = match *evidence {
            StepEvidence::Fixed(evidence) => evidence,
            StepEvidence::Removed(position) => {
                let removed = text.strip_suffix(to.as_str()).or(text.strip_prefix(to.as_str())).unwrap_or("");
                &concat(&[position, " \"", removed.trim_start_any(" ,").trim_end(), "\""])
            }
        };
        self.repaired(field, text, &to, rule, evidence);
        *text = to;
    }

    /// Adds a repair of a field.
    pub(super) fn repaired(&mut self, field: &str, from: &str, to: &str, rule: Rule, evidence: &str) {
        Repair::add(&mut self.repairs, rule, field, [from, to], evidence);
    }

    /// Warns of a field that is longer than any honest one, and so stays as it is stored.
    #[cold]
    pub(super) fn too_long(&mut self, field: &str, length: usize) {
        self.warning(field, &[&usize_to_decimal(length), " bytes are too long to repair."]);
    }

    /// Adds a warning about a field; the message is given in parts.
    pub(super) fn warning(&mut self, field: &str, message: &[&str]) {
        self.warnings.push(Warning::new(field, concat(message)));
    }
}
