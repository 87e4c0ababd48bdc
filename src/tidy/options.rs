//! Which rules may change a record, and what they may rely on beside it.

use crate::item::{Rule, Sources};
use crate::languages::Languages;

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
    /// The languages at hand.
    pub languages: Languages<'a>,
}
