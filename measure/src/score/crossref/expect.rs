//! Expected fields, for both registries.

use serde_json::Value;

use super::Field;
use super::fold::{folded, list, text};

pub(super) fn field(name: &'static str, permitted: Vec<String>, got: String) -> Field {
    Field { name, permitted, got }
}

/// A field that is one text on both sides.
pub(super) fn same(name: &'static str, want: &str, got: &Value) -> Field {
    field(name, vec![folded(want)], folded(&text(got)))
}

pub(super) fn type_of(table: &[(&str, &[&str])], word: &str) -> Vec<String> {
    let row = table.iter().find(|row| row.0 == word);
    row.map_or_else(Vec::new, |row| row.1.iter().map(|word| (*word).to_owned()).collect())
}

/// Names are right where each has the same letters in the same order, and where the family name is not cut elsewhere.
pub(super) fn names(field_name: &'static str, want: &[Vec<String>], got: &Value) -> Field {
    let got = list(got);
    let shown = |name: &Value| {
        let keys = ["given", "dropping-particle", "non-dropping-particle", "family", "suffix", "literal"];
        keys.iter().map(|key| text(&name[key])).collect::<String>()
    };
    let mut got_shown: Vec<String> = got.iter().map(|name| folded(&shown(name))).collect();
    for (at, name) in want.iter().enumerate() {
        let family = got.get(at).map(|name| folded(&text(&name["family"]))).unwrap_or_default();
        if let Some(shown) = got_shown.get_mut(at)
            && name.get(1).is_some_and(|wanted| !wanted.ends_with(&family))
        {
            shown.push_str(" with another family name");
        }
    }
    let wanted: Vec<&str> = want.iter().filter_map(|name| name.first()).map(String::as_str).collect();
    field(field_name, vec![wanted.join("; ")], got_shown.join("; "))
}

/// `2024-06-30`, or as much of it as there is.
pub(super) fn date(value: &Value) -> String {
    list(&value["date-parts"][0]).iter().map(text).collect::<Vec<_>>().join("-")
}
