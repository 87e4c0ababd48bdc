//! Whether a value is a record of CSL-JSON 1.0.2, by the csl-data schema.

use citelet::vocabulary::{ItemType, Variable, VariableKind};
use serde_json::Value;

/// Keys of a name and whether their values are texts; the others are true or false.
const NAME: [(&str, bool); 8] = [
    ("family", true),
    ("given", true),
    ("dropping-particle", true),
    ("non-dropping-particle", true),
    ("suffix", true),
    ("literal", true),
    ("comma-suffix", false),
    ("static-ordering", false),
];

/// What is wrong with a record, in words; empty where nothing is.
pub(super) fn faults(item: &Value) -> String {
    let Some(fields) = item.as_object() else { return "no object".to_owned() };
    let mut faults = Vec::new();
    for (key, value) in fields {
        let right = match key.as_str() {
            "id" => value.as_str().is_some_and(|id| !id.is_empty()),
            "type" => value.as_str().is_some_and(|word| ItemType::WORDS.contains(&word)),
            key => match Variable::from_word(key).map(Variable::kind) {
                Some(VariableKind::Standard | VariableKind::Number) => is_text(value),
                Some(VariableKind::Names) => {
                    value.as_array().is_some_and(|names| !names.is_empty() && names.iter().all(is_name))
                }
                Some(VariableKind::Date) => is_date(value),
                None => false,
            },
        };
        if !right {
            faults.push(format!("{key}: {value}"));
        }
    }
    for wanted in ["id", "type"] {
        if !fields.contains_key(wanted) {
            faults.push(format!("no {wanted}"));
        }
    }
    faults.join("; ")
}

fn is_text(value: &Value) -> bool {
    value.as_str().is_some_and(|text| !text.trim().is_empty())
}

fn is_name(value: &Value) -> bool {
    let Some(parts) = value.as_object() else { return false };
    let known = parts.iter().all(|(key, value)| {
        let part = NAME.iter().find(|part| part.0 == key);
        part.is_some_and(|part| if part.1 { is_text(value) } else { value.is_boolean() })
    });
    known && ["family", "given", "literal"].iter().any(|key| parts.contains_key(*key))
}

fn is_date(value: &Value) -> bool {
    let Some(fields) = value.as_object() else { return false };
    let parts = match &value["date-parts"] {
        Value::Null => is_text(&value["literal"]) || is_text(&value["season"]),
        Value::Array(ends) => (1..=2).contains(&ends.len()) && ends.iter().all(is_day),
        _ => false,
    };
    parts && fields.keys().all(|key| matches!(key.as_str(), "date-parts" | "literal" | "season" | "circa"))
}

/// `[year]`, `[year, month]` or `[year, month, day]`.
fn is_day(value: &Value) -> bool {
    let parts: Option<Vec<i64>> =
        value.as_array().and_then(|parts| parts.iter().map(Value::as_i64).collect());
    match parts.as_deref() {
        Some([year]) => *year != 0,
        Some([year, month]) => *year != 0 && (1..=16).contains(month),
        Some([year, month, day]) => *year != 0 && (1..=12).contains(month) && (1..=31).contains(day),
        _ => false,
    }
}
