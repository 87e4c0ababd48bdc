//! Items through JSON and back: what is written is read again as it was, whatever names and dates it has.

use citelet::item::json::read_item;
use citelet::item::{Date, DateParts, Item, Name, Value};
use citelet::vocabulary::{ItemType, Variable, VariableKind};
use citelet::{Formatted, ReadResult, Reference, Run};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::json;

/// What odd names and titles are made of: particles, suffixes, marks with a meaning in names and in JSON, other scripts.
const PIECES: &[&str] = &[
    "van", "von der", "d’", "al-", "de' ", "Berg", "O’Neil", "Jr.", ", Jr.", ",! III", "\"", "\\",
    "{:genre}", " ", "  ", "-", "–", "e\u{301}", "ß", "ŉ", "山田", "محمد", "😀", "\u{0}", "\n", "<i>",
    "&amp;", "12–15", "0",
];

/// A text of such pieces; possibly empty.
fn odd_text() -> impl Strategy<Value = String> {
    prop_oneof![3 => vec(select(PIECES), 0..5).prop_map(|pieces| pieces.concat()), 1 => any::<String>()]
}

fn name() -> impl Strategy<Value = Name> {
    let texts = (odd_text(), odd_text(), odd_text(), odd_text(), odd_text(), option::of(odd_text()));
    (texts, any::<bool>(), any::<bool>()).prop_map(|(texts, comma_suffix, static_ordering)| {
        let (family, given, suffix, dropping_particle, non_dropping_particle, literal) = texts;
        let literal = literal.unwrap_or_default();
        Name {
            family,
            given,
            suffix,
            dropping_particle,
            non_dropping_particle,
            literal,
            comma_suffix,
            static_ordering,
        }
    })
}

/// A year, a year and a month or season, or a day.
fn date_parts() -> impl Strategy<Value = DateParts> {
    let year = (-9999..=9999).prop_filter("there is no year 0", |year| *year != 0);
    (year, 0..=16_u8, 0..=31_u8).prop_map(|(year, month, day)| DateParts {
        year,
        month,
        day: if month == 0 { 0 } else { day },
    })
}

/// The end of a range; without a year the range is open.
fn range_end() -> impl Strategy<Value = DateParts> {
    prop_oneof![4 => date_parts(), 1 => Just(DateParts::default())]
}

fn date() -> impl Strategy<Value = Date> {
    let ends = (option::of(date_parts()), option::of(range_end()));
    // The four seasons are months; `season` has other words, and only where there is no month.
    let season = prop_oneof![3 => Just(""), 1 => Just("Michaelmas Term"), 1 => Just("\"Trinity\"")];
    (ends, any::<bool>(), season, odd_text()).prop_map(|((start, end), circa, season, literal)| Date {
        start,
        end: end.filter(|_| start.is_some()),
        circa,
        season: if start.is_some_and(|start| start.month != 0) { "" } else { season }.to_owned(),
        literal,
    })
}

/// A variable and a value of its kind. A note has no colons, for a line of it such as `genre: Map` is read as a field.
fn field() -> impl Strategy<Value = (Variable, Value)> {
    select(Variable::ALL).prop_flat_map(|variable| {
        let value = match variable.kind() {
            VariableKind::Names => {
                let names = vec(name().prop_filter("an empty name is none", |name| !name.is_empty()), 0..4);
                names.prop_map(Value::Names).boxed()
            }
            VariableKind::Date => date().prop_map(Value::Date).boxed(),
            _ if variable == Variable::Note => {
                odd_text().prop_map(|text| Value::Text(text.replace(':', ""))).boxed()
            }
            _ => odd_text().prop_map(Value::Text).boxed(),
        };
        (Just(variable), value)
    })
}

fn item() -> impl Strategy<Value = Item> {
    (odd_text(), select(ItemType::ALL), vec(field(), 0..8)).prop_map(|(id, item_type, fields)| {
        let mut item = Item::new(id, item_type);
        for (variable, value) in fields {
            item.set(variable, value);
        }
        item
    })
}

proptest! {
    #[test]
    fn items_survive_json(item in item()) {
        let text = serde_json::to_string(&item).unwrap();
        prop_assert_eq!(&serde_json::from_str::<Item>(&text).unwrap(), &item, "{}", text);
        let value = serde_json::to_value(&item).unwrap();
        prop_assert_eq!(&serde_json::from_value::<Item>(value).unwrap(), &item);
    }

    #[test]
    fn what_is_written_is_read_without_a_warning(item in item()) {
        let mut warnings = Vec::new();
        let value = serde_json::to_value(&item).unwrap();
        prop_assert_eq!(read_item(value, &mut warnings), Some(item));
        prop_assert_eq!(warnings, []);
    }
}

#[test]
fn results_have_the_field_names_of_scripts() {
    let run = Run { text: "a".to_owned(), ..Run::default() };
    assert_eq!(serde_json::to_value(&run).unwrap(), json!({ "text": "a" }));
    let formatted = json!({
        "html": "<i>a</i>",
        "text": "a",
        "runs": [{ "text": "a", "href": "https://a.example", "italic": true, "smallCaps": true, "sup": true }],
    });
    let read: Formatted = serde_json::from_value(formatted.clone()).unwrap();
    assert_eq!(serde_json::to_value(&read).unwrap(), formatted);
    let result = json!({
        "item": { "id": "a", "type": "book", "title": "A", "author": [{ "literal": "B" }], "issued": { "circa": true, "date-parts": [[-44, 3]] } },
        "repairs": [{ "field": "title", "from": "A.", "to": "A", "rule": "whitespace" }],
        "warnings": [{ "field": "issued", "message": "It is old." }],
    });
    let read: ReadResult = serde_json::from_value(result.clone()).unwrap();
    assert_eq!(serde_json::to_value(&read).unwrap(), result);
    let reference = json!({ "raw": "A", "sure": false, "warnings": [] });
    let read: Reference = serde_json::from_value(reference.clone()).unwrap();
    assert_eq!(serde_json::to_value(&read).unwrap(), reference);
    assert!(serde_json::from_str::<Item>("[]").is_err());
    assert!(serde_json::from_str::<Name>("{}").is_err());
}
