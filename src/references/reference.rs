//! A work that an article cites.

use super::review::review;
use crate::item::{Item, Warning};
use crate::prelude::*;
use crate::vocabulary::Variable;

/// A work that an article cites.
#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Reference {
    /// The reference as the page words it, without markup.
    pub raw: String,
    /// The record that was read from it; `None` where neither a title nor a container was found.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub item: Option<Item>,
    /// Whether no field rests on a guess and none that a reference should have is missing.
    pub sure: bool,
    /// Why a person should look at it; empty where it is sure.
    pub warnings: Vec<Warning>,
}

impl Reference {
    /// A reference with the record that was read from it. What the record lacks is added to the warnings.
    pub(super) fn new(raw: &str, item: Item, mut warnings: Vec<Warning>) -> Reference {
        warnings.extend(review(&item));
        let found = item.has(Variable::Title) || item.has(Variable::ContainerTitle);
        let sure = warnings.is_empty() && found;
        Reference { raw: raw.to_owned(), item: found.then_some(item), sure, warnings }
    }

    /// A reference of which nothing was read.
    pub(super) fn unread(raw: &str, reason: &str) -> Reference {
        Reference { raw: raw.to_owned(), item: None, sure: false, warnings: vec![Warning::new("", reason)] }
    }
}
