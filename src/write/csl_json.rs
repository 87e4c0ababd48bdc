//! CSL-JSON out (csl-data schema, CSL 1.0.2): an array of records, one variable a line.

use crate::item::{Date, DateParts, Item, Name, Value};
use crate::prelude::*;
use crate::text::{concat, join, to_decimal};
use crate::write::json::{field, list, object, quoted, texts, truths};

/// Records as a CSL-JSON document. A record without an id, which the schema wants, gets the one of `keys` at its place.
pub(super) fn csl_json(items: &[Item], keys: &[String]) -> String {
    let mut records = Vec::new();
    for (item, key) in items.iter().zip(keys) {
        records.push(record(item, if item.id.is_empty() { key } else { &item.id }));
    }
    concat(&[
        "[
",
        &join(
            &records, ",
",
        ),
        "
]
",
    ])
}

/// One record as a JSON object with an id, unless that is empty.
pub(crate) fn record(item: &Item, id: &str) -> String {
    let mut fields = texts(&[("id", id), ("type", item.item_type.word())]);
    for (variable, value) in item.fields() {
        let value = match value {
            Value::Text(text) => quoted(text),
            Value::Names(names) => list(names.iter().map(name).collect_vec()),
            Value::Date(value) => date(value),
        };
        fields.push(field(variable.word(), &value));
    }
    concat(&["{\n  ", &join(&fields, ",\n  "), "\n}"])
}

fn name(name: &Name) -> String {
    let mut fields = texts(&[
        ("family", &name.family),
        ("given", &name.given),
        ("dropping-particle", &name.dropping_particle),
        ("non-dropping-particle", &name.non_dropping_particle),
        ("suffix", &name.suffix),
        ("literal", &name.literal),
    ]);
    truths(&mut fields, &[("comma-suffix", name.comma_suffix), ("static-ordering", name.static_ordering)]);
    object(&fields)
}

fn date(date: &Date) -> String {
    let mut fields = Vec::new();
    if date.start.is_some() {
        let ends = date.start.iter().chain(&date.end).map(parts).collect_vec();
        fields.push(field("date-parts", &list(ends)));
    }
    fields.extend(texts(&[("season", &date.season), ("literal", &date.literal)]));
    truths(&mut fields, &[("circa", date.circa)]);
    object(&fields)
}

/// Year, month and day, as far as they are known.
fn parts(parts: &DateParts) -> String {
    let sign = if parts.year < 0 { "-" } else { "" };
    let mut known = vec![concat(&[sign, &to_decimal(parts.year.unsigned_abs())])];
    for part in [parts.month, parts.day] {
        if part == 0 {
            break;
        }
        known.push(to_decimal(u32::from(part)));
    }
    list(known)
}
