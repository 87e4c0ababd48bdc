//! JSON from a text that a writer of JSON made: values are cut out of it when they are looked at, and nothing is built in
//! between. What is no JSON gives values that nobody meant, but does no harm.

use super::{Json, View};
use crate::prelude::*;

/// A value of such a text, as it is written there.
pub(crate) struct Written<'t>(pub(crate) &'t str);

impl<'t> Json for Written<'t> {
    fn view(&self) -> View<Written<'t>> {
        match self.0.as_bytes() {
            [b'"', ..] => View::Text(unquoted(self.0)),
            [b'[', ..] => View::Array(inside(self.0).map(Written).collect_vec()),
            [b'{', ..] => View::Object(entries(self.0)),
            [b't', ..] => View::Bool(true),
            [b'f', ..] => View::Bool(false),
            [b'-' | b'0'..=b'9', ..] => View::Number(self.0.to_owned()),
            _ => View::Null,
        }
    }
}

fn entries(object: &str) -> Vec<(String, Written<'_>)> {
    let mut parts = inside(object);
    let mut entries = Vec::new();
    while let (Some(key), Some(value)) = (parts.next(), parts.next()) {
        entries.push((unquoted(key), Written(value)));
    }
    entries
}

/// What commas and colons part inside an array or an object: its values, or keys and values in turn.
fn inside(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text.get(1..text.len().saturating_sub(1)).unwrap_or("");
    core::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let (part, tail) = rest.split_at_checked(end(rest.as_bytes()))?;
        rest = tail.get(1..).unwrap_or("");
        Some(part.trim())
    })
}

/// Where the first value of several ends.
fn end(bytes: &[u8]) -> usize {
    let mut depth = 0_usize;
    let mut quoted = false;
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        match byte {
            b'\\' if quoted => at += 1,
            b'"' => quoted = !quoted,
            _ if quoted => {}
            b'[' | b'{' => depth += 1,
            b']' | b'}' => depth = depth.saturating_sub(1),
            b',' | b':' if depth == 0 => return at,
            _ => {}
        }
        at += 1;
    }
    bytes.len()
}

/// What a string says (RFC 8259, section 7). A writer escapes no character beyond ASCII but halves of pairs, which stand
/// for none.
fn unquoted(string: &str) -> String {
    let mut rest = string.get(1..string.len().saturating_sub(1)).unwrap_or("");
    let mut out = String::with_capacity(rest.len());
    while let Some((plain, escaped)) = rest.split_once('\\') {
        out.push_str(plain);
        let mut chars = escaped.chars();
        out.push(match chars.next() {
            Some('b') => '\u{8}',
            Some('f') => '\u{c}',
            Some('n') => '\n',
            Some('r') => '\r',
            Some('t') => '\t',
            Some('u') => {
                let code = escaped.get(1..5).and_then(|digits| u32::from_str_radix(digits, 16).ok());
                chars = escaped.get(5..).unwrap_or("").chars();
                code.and_then(char::from_u32).unwrap_or(char::REPLACEMENT_CHARACTER)
            }
            c => c.unwrap_or('\\'),
        });
        rest = chars.as_str();
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::super::read_items;
    use super::*;

    fn read(text: &str) -> Vec<crate::Item> {
        read_items(Written(text), &mut Vec::new())
    }

    #[test]
    fn it_reads_what_serde_reads() {
        for text in [
            r#"[{"id":"a","type":"book","title":"A \"b\", [c]: {d}\\","author":[{"family":"Ö","given":"Ü"},{"literal":"x"}]}]"#,
            r#"{"a":{"type":"book","title":"tab\there \u0001 \u00e9","issued":{"date-parts":[[1999,2,-3],["2000"]]}}}"#,
            r#"[{"id":7,"type":"book","volume":12,"title":null,"author":[],"issued":{},"edition":1.5,"custom":true}]"#,
            r#"{ "id" : "x" , "type" : "book" , "title" : "a, b" }"#,
            r#"[]"#,
            r#"[1,"a",{"type":"book","note":"","page":"1-2"},false]"#,
        ] {
            let value: serde_json::Value = serde_json::from_str(text).unwrap();
            let mut warnings = [Vec::new(), Vec::new()];
            let expected = read_items(&value, &mut warnings[0]);
            assert_eq!(read_items(Written(text), &mut warnings[1]), expected, "{text}");
            assert_eq!(warnings[0], warnings[1], "{text}");
        }
        assert_eq!(
            read(r#"{"type":"book","title":"\ud800x\/"}"#)[0].text(crate::vocabulary::Variable::Title),
            Some("\u{fffd}x/")
        );
    }

    #[test]
    fn what_is_no_json_does_no_harm() {
        for text in [
            "",
            "\"",
            "[",
            "{",
            "{\"",
            "[[[",
            "}}",
            "{\"a\":",
            "[\"\\",
            "{\"a\\u12",
            "[,,:]",
            "{\"type\":\"é",
        ] {
            read(text);
        }
    }
}
