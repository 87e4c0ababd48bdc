//! Which entries of a bibliography a fixture's BIBSECTION selects.

use serde_json::Value;

use super::fixture::word;

/// Whether a record belongs to the section: `select` requires all its tests, `include` any, `exclude` none; a
/// record that meets all tests of `quash` is left out.
pub(super) fn selects(section: &Value, record: &Value) -> bool {
    let tests = |name: &str| section[name].as_array().map(Vec::as_slice);
    let met = |test: &Value| meets(test, record);
    tests("select").is_none_or(|tests| tests.iter().all(met))
        && tests("include").is_none_or(|tests| tests.iter().any(met))
        && !tests("exclude").is_some_and(|tests| tests.iter().any(met))
        && !tests("quash").is_some_and(|tests| tests.iter().all(met))
}

/// A field has a value, or one of its values; an empty value requires that the field is absent.
fn meets(test: &Value, record: &Value) -> bool {
    let field = &record[word(&test["field"])];
    let value = word(&test["value"]);
    match field {
        Value::Array(values) => values.iter().any(|one| word(one) == value),
        Value::Object(_) => false,
        single => word(single) == value,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn sections_select_records() {
        let record = json!({"type": "book", "categories": ["x", "y"], "note": "n"});
        let check = |section: Value, want: bool| assert_eq!(selects(&section, &record), want, "{section}");
        let (book, map) =
            (json!({"field": "type", "value": "book"}), json!({"field": "type", "value": "map"}));
        let y = json!({"field": "categories", "value": "y"});
        check(json!({}), true);
        check(json!({"include": [map, book]}), true);
        check(json!({"select": [map, book]}), false);
        check(json!({"select": [y, book]}), true);
        check(json!({"exclude": [y]}), false);
        check(json!({"quash": [y, map]}), true);
        check(json!({"quash": [y, book]}), false);
        check(json!({"select": [{"field": "title", "value": ""}]}), true);
    }
}
