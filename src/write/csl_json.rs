//! CSL-JSON out (csl-data schema, CSL 1.0.2): an array of records.

use super::bibtex;
use crate::item::Item;
use crate::prelude::*;

/// Records as a CSL-JSON document.
pub(super) fn csl_json(items: &[Item]) -> String {
    // Items serialize to strings, numbers, lists and objects with keys that are strings, so this cannot fail.
    let mut text = serde_json::to_string_pretty(&with_ids(items)).unwrap_or_default();
    text.push('\n');
    text
}

/// The records, each with the id that the schema requires: its own, or the key that it has in BibTeX.
pub(crate) fn with_ids(items: &[Item]) -> Vec<Item> {
    let mut identified = items.to_vec();
    for (item, key) in identified.iter_mut().zip(bibtex::keys(items)) {
        if item.id.is_empty() {
            item.id = key;
        }
    }
    identified
}
