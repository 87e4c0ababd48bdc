//! Warnings of readers and changes of repairs: plain data, shown to editors.

use serde::{Deserialize, Serialize};

use crate::prelude::*;
use crate::text;
use crate::vocabulary::vocabulary;

/// Something about a record that a person should look at.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Warning {
    /// The place, in CSL-JSON's terms: `author[1].given`, `issued`; empty for the whole record.
    pub field: String,
    /// One sentence: what was found, what was wanted.
    pub message: String,
}

/// A change made to a record, with its reason. It can be undone from this, and its rule switched off.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Repair {
    /// The place, in CSL-JSON's terms: `author[1].given`, `title`.
    pub field: String,
    /// What was stored.
    pub from: String,
    /// What it became.
    pub to: String,
    /// The rule applied.
    pub rule: Rule,
    /// The evidence in words; may be empty where the rule needs none.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub evidence: String,
}

impl Repair {
    /// Adds a repair of `field` from what was stored to what it became.
    pub fn add(repairs: &mut Vec<Repair>, rule: Rule, field: &str, [from, to]: [&str; 2], evidence: &str) {
        repairs.push(Repair {
            field: field.to_owned(),
            from: from.to_owned(),
            to: to.to_owned(),
            rule,
            evidence: evidence.to_owned(),
        });
    }
}

vocabulary! {
    /// The rules of repair; packs have none of them. `tidy::Options` has room for 32.
    Rule {
        Whitespace = "whitespace", Entity = "entity", Honorific = "honorific", Degree = "degree",
        NameCase = "name-case", Doi = "doi", Pages = "pages", Issn = "issn", Language = "language",
        SentenceCase = "sentence-case", AllCaps = "all-caps", RestoreAcronym = "restore-acronym",
        ProperNoun = "proper-noun", Markup = "markup", NumberRange = "number-range", Particle = "particle",
        Address = "address", Placeholder = "placeholder", Character = "character", NumberWord = "number-word",
    }
}

impl Warning {
    /// A warning about `field`.
    pub fn new(field: impl Into<String>, message: impl Into<String>) -> Warning {
        Warning { field: field.into(), message: message.into() }
    }

    /// Adds a warning whose sentence has texts in the place of its `{}`.
    pub fn add(warnings: &mut Vec<Warning>, field: &str, sentence: &str, texts: &[&str]) {
        warnings.push(Warning { field: field.to_owned(), message: text::fill_in(sentence, texts) });
    }
}
