//! Texts made comparable: what is deposited with markup, entities and blanks is the same without.

use serde_json::Value;

/// The letters and digits of a text, small, without tags and with entities resolved.
pub(super) fn folded(text: &str) -> String {
    let plain = entities(&without_tags(&entities(&entities(text))));
    let letters: String = plain.chars().filter(|c| c.is_alphanumeric()).collect();
    // A text of signs alone is compared as it is.
    if letters.is_empty() { plain.trim().to_owned() } else { letters.to_lowercase() }
}

/// A text, or what is in it is not one.
pub(super) fn text(value: &Value) -> String {
    match value {
        Value::String(text) => text.trim().to_owned(),
        Value::Number(number) => number.to_string(),
        Value::Array(values) => values.iter().map(text).find(|text| !text.is_empty()).unwrap_or_default(),
        _ => String::new(),
    }
}

/// All texts of a list, but for the empty ones.
pub(super) fn texts(value: &Value) -> Vec<String> {
    let list = value.as_array().map_or_else(|| vec![text(value)], |values| values.iter().map(text).collect());
    list.into_iter().filter(|text| !text.is_empty()).collect()
}

/// The objects of a list.
pub(super) fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

fn without_tags(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('<') {
        out.push_str(before);
        let tag = after.trim_start_matches('/').starts_with(|c: char| c.is_ascii_alphabetic());
        match after.split_once('>').filter(|_| tag) {
            Some((_, tail)) => rest = tail,
            None => rest = after,
        }
    }
    out + rest
}

fn entities(text: &str) -> String {
    const NAMED: [(&str, &str); 6] =
        [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&nbsp;", " "), ("&amp;", "&")];
    NAMED.iter().fold(text.to_owned(), |text, (entity, character)| text.replace(entity, character))
}
