//! What scripts get back: plain objects, with the field names of `www/index.d.ts`.
//!
//! They are built by hand, for they are few and flat: through serde they cost the page 2.7 kB more (brotli), the
//! greater part for its cache of field names.

use crate::prelude::*;
use js_sys::{Array, Object, Reflect};
use wasm_bindgen::{JsError, JsValue};

use crate::csl::program::{FontStyle, FontVariant, FontWeight, TextDecoration, VerticalAlign};
use crate::csl::program::{Format, Style};
use crate::engine::{Engine, Formatted, Run};
use crate::error::Error;
use crate::item::{Date, DateParts, Item, Name, Value};
use crate::read::Reading;

/// A plain object that grows field by field.
struct Fields(Object);

impl Fields {
    fn new() -> Fields {
        Fields(Object::new())
    }

    fn set(&self, name: &str, value: &JsValue) {
        // Setting a field of a fresh object cannot fail.
        Reflect::set(&self.0, &JsValue::from_str(name), value).unwrap_or_default();
    }

    fn text(&self, name: &str, text: &str) {
        self.set(name, &JsValue::from_str(text));
    }

    /// Fields with a text, those without one left out.
    fn texts(self, fields: &[(&str, &str)]) -> Fields {
        for (name, text) in fields.iter().filter(|field| !field.1.is_empty()) {
            self.text(name, text);
        }
        self
    }

    /// Fields that are true, the others left out.
    fn flags(self, fields: &[(&str, bool)]) -> Fields {
        for (name, _) in fields.iter().filter(|field| field.1) {
            self.set(name, &JsValue::TRUE);
        }
        self
    }
}

/// An array.
fn list(values: impl Iterator<Item = JsValue>) -> JsValue {
    values.collect::<Array>().into()
}

/// An error's sentence, thrown.
#[cold]
pub(super) fn thrown(error: impl Into<Error>) -> JsError {
    JsError::new(&error.into().message())
}

/// `StyleInfo[]`
pub(super) fn styles(styles: &[Style]) -> JsValue {
    list(styles.iter().map(|style| {
        let object = Fields::new().texts(&[("name", &style.name), ("title", &style.title)]);
        let forms = Engine::forms(style).iter().map(|form| JsValue::from_str(form.word()));
        object.set("forms", &list(forms));
        object.0.into()
    }))
}

/// `Formatted`, and the record's id for an entry of a bibliography.
pub(super) fn formatted(formatted: &Formatted, id: Option<&str>) -> JsValue {
    let object = Fields::new();
    if let Some(id) = id {
        object.text("id", id);
    }
    object.text("html", &formatted.html);
    object.text("text", &formatted.text);
    object.set("runs", &list(formatted.runs.iter().map(run)));
    object.0.into()
}

/// `(Formatted & { id: string })[]`
pub(super) fn entries(entries: &[(String, Formatted)]) -> JsValue {
    list(entries.iter().map(|(id, entry)| formatted(entry, Some(id))))
}

fn run(run: &Run) -> JsValue {
    let Format { font_style, font_variant, font_weight, text_decoration, vertical_align } = run.format;
    let fields = [("text", run.text.as_str()), ("href", run.href.as_deref().unwrap_or_default())];
    let object = Fields::new().texts(&fields).flags(&[
        ("italic", matches!(font_style, Some(FontStyle::Italic | FontStyle::Oblique))),
        ("bold", font_weight == Some(FontWeight::Bold)),
        ("smallCaps", font_variant == Some(FontVariant::SmallCaps)),
        ("underline", text_decoration == Some(TextDecoration::Underline)),
        ("sup", vertical_align == Some(VerticalAlign::Sup)),
        ("sub", vertical_align == Some(VerticalAlign::Sub)),
    ]);
    object.0.into()
}

/// `Reading`
pub(super) fn reading(reading: &Reading) -> JsValue {
    let repairs = reading.repairs.iter().map(|repair| {
        let object = Fields::new().texts(&[("rule", repair.rule.word()), ("evidence", &repair.evidence)]);
        object.text("field", &repair.field);
        object.text("from", &repair.from);
        object.text("to", &repair.to);
        object.0.into()
    });
    let doubts = reading.doubts.iter().map(|doubt| {
        let object = Fields::new();
        object.text("field", &doubt.field);
        object.text("message", &doubt.message);
        object.0.into()
    });
    let object = Fields::new();
    object.set("item", &item(&reading.item));
    object.set("repairs", &list(repairs));
    object.set("doubts", &list(doubts));
    object.0.into()
}

/// A record in CSL-JSON.
fn item(item: &Item) -> JsValue {
    let object = Fields::new().texts(&[("id", &item.id), ("type", item.item_type.word())]);
    for (variable, value) in item.fields() {
        let value = match value {
            Value::Text(text) => JsValue::from_str(text),
            Value::Names(names) => list(names.iter().map(name)),
            Value::Date(value) => date(value),
        };
        object.set(variable.word(), &value);
    }
    object.0.into()
}

fn name(name: &Name) -> JsValue {
    let texts = [
        ("family", name.family.as_str()),
        ("given", &name.given),
        ("dropping-particle", &name.dropping_particle),
        ("non-dropping-particle", &name.non_dropping_particle),
        ("suffix", &name.suffix),
        ("literal", &name.literal),
    ];
    let flags = [("comma-suffix", name.comma_suffix), ("static-ordering", name.static_ordering)];
    Fields::new().texts(&texts).flags(&flags).0.into()
}

fn date(date: &Date) -> JsValue {
    let texts = [("season", date.season.as_str()), ("literal", &date.literal)];
    let object = Fields::new().texts(&texts).flags(&[("circa", date.circa)]);
    if date.start.is_some() {
        object.set("date-parts", &list(date.start.iter().chain(&date.end).map(parts)));
    }
    object.0.into()
}

/// Year, month and day, as far as they are known.
fn parts(parts: &DateParts) -> JsValue {
    let known = [parts.month, parts.day].into_iter().take_while(|part| *part > 0).map(i32::from);
    list([parts.year].into_iter().chain(known).map(JsValue::from))
}
