//! What a reader returns.

use crate::item::{Item, Repair, Sources, Warning};
use crate::prelude::*;
use crate::vocabulary::{ItemType, Variable};

/// A record as read, with what is unsure and, after [`tidy`](crate::tidy()), what was repaired.
#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct ReadResult {
    /// The record; its id is empty where the source has none, as pages have.
    pub item: Item,
    /// The changes that were made to the record. Readers make none.
    pub repairs: Vec<Repair>,
    /// What a person should look at.
    pub warnings: Vec<Warning>,
    /// The texts of the page that the title and the names come from; empty for records of files.
    #[serde(skip)]
    pub(crate) sources: Sources,
}

impl ReadResult {
    /// An empty record of a type.
    pub fn new(item_type: ItemType) -> ReadResult {
        ReadResult::from(Item::new("", item_type))
    }

    /// Adds a warning whose sentence has these texts in the place of its `{}`.
    pub(crate) fn warn(&mut self, field: &str, sentence: &str, texts: &[&str]) {
        Warning::add(&mut self.warnings, field, sentence, texts);
    }

    /// Sets a variable that has no value yet.
    pub(crate) fn fill(&mut self, variable: Variable, value: &str) {
        if self.item.get(variable).is_none() {
            self.item.set(variable, value.trim());
        }
    }
}

#[cfg(feature = "internals")]
impl ReadResult {
    /// The texts of the page, for the tools that repair in a step of their own.
    pub fn sources(&self) -> &Sources {
        &self.sources
    }
}

impl From<Item> for ReadResult {
    fn from(item: Item) -> ReadResult {
        ReadResult { item, repairs: Vec::new(), warnings: Vec::new(), sources: Sources::default() }
    }
}
