//! What scripts get back: plain objects, with the field names of `www/index.d.ts`.
//!
//! They cross the boundary as JSON text and become objects by `JSON.parse`: one call instead of one a field, and the
//! same writer that makes CSL-JSON files.

#[cfg(feature = "full")]
use crate::csl::program::{BibliographyNode, SecondFieldAlign};
use crate::csl::program::{FontStyle, FontVariant, FontWeight, TextDecoration, VerticalAlign};
use crate::csl::program::{Formatting, Style};
use crate::engine::{Engine, Formatted, Run};
use crate::error::Error;
use crate::item::{Repair, Warning};
use crate::prelude::*;
use crate::read::ReadResult;
#[cfg(feature = "full")]
use crate::references::Reference;
#[cfg(feature = "full")]
use crate::text::to_decimal;
use crate::write::csl_json;
use crate::write::json::{field, list, object, quoted, texts, truths};
use js_sys::JSON;
use wasm_bindgen::{JsError, JsValue};

/// The value that a JSON text means.
fn parsed(json: &str) -> JsValue {
    // What our own writer made is JSON.
    JSON::parse(json).unwrap_or_default()
}

/// An error's sentence, thrown.
#[cold]
pub(super) fn thrown(error: impl Into<Error>) -> JsError {
    JsError::new(&error.into().message())
}

/// `StyleInfo[]`
pub(super) fn styles(styles: &[Style]) -> JsValue {
    let mut infos = Vec::new();
    for style in styles {
        let forms = Engine::forms(style).iter().map(|form| quoted(form.word())).collect_vec();
        let mut fields = texts(&[("name", &style.name), ("title", &style.title)]);
        fields.push(field("forms", &list(forms)));
        #[cfg(feature = "full")]
        if let Some(bibliography) = &style.bibliography {
            fields.push(field("bibliography", &whitespace(bibliography)));
        }
        infos.push(object(&fields));
    }
    parsed(&list(infos))
}

/// How a bibliography is set (specification, "Whitespace").
#[cfg(feature = "full")]
fn whitespace(bibliography: &BibliographyNode) -> String {
    let align = bibliography.second_field_align.map_or("", SecondFieldAlign::word);
    let mut fields = texts(&[("secondFieldAlign", align)]);
    fields.push(field("hangingIndent", if bibliography.hanging_indent { "true" } else { "false" }));
    for (name, lines) in
        [("lineSpacing", bibliography.line_spacing), ("entrySpacing", bibliography.entry_spacing)]
    {
        fields.push(field(name, &to_decimal(lines.unwrap_or(1))));
    }
    object(&fields)
}

/// `Formatted`
pub(super) fn formatted(value: &Formatted) -> JsValue {
    parsed(&object(&fields(value)))
}

/// `(Formatted & { id: string })[]`
#[cfg(feature = "full")]
pub(super) fn entries(entries: &[(String, Formatted)]) -> JsValue {
    // One text that grows: of ten thousand entries a list would be copied twice before the browser sees it.
    let mut json = "[".to_owned();
    for (id, entry) in entries {
        let mut fields = fields(entry);
        fields.push(field("id", &quoted(id)));
        if json.len() > 1 {
            json.push_str(", ");
        }
        json.push_str(&object(&fields));
    }
    json.push(']');
    parsed(&json)
}

fn fields(value: &Formatted) -> Vec<String> {
    let runs = value.runs.iter().map(run).collect_vec();
    vec![field("html", &quoted(&value.html)), field("text", &quoted(&value.text)), field("runs", &list(runs))]
}

fn run(run: &Run) -> String {
    let Formatting { font_style, font_variant, font_weight, text_decoration, vertical_align } = run.format;
    let mut fields = vec![field("text", &quoted(&run.text))];
    fields.extend(texts(&[("href", run.href.as_deref().unwrap_or_default())]));
    truths(
        &mut fields,
        &[
            ("italic", matches!(font_style, Some(FontStyle::Italic | FontStyle::Oblique))),
            ("bold", font_weight == Some(FontWeight::Bold)),
            ("smallCaps", font_variant == Some(FontVariant::SmallCaps)),
            ("underline", text_decoration == Some(TextDecoration::Underline)),
            ("sup", vertical_align == Some(VerticalAlign::Sup)),
            ("sub", vertical_align == Some(VerticalAlign::Sub)),
        ],
    );
    object(&fields)
}

/// `ReadResult`
pub(super) fn reading(reading: &ReadResult) -> JsValue {
    parsed(&record(reading))
}

/// `Reading[]`
#[cfg(feature = "full")]
pub(super) fn readings(readings: &[ReadResult]) -> JsValue {
    parsed(&list(readings.iter().map(record).collect_vec()))
}

/// `Reference[]`
#[cfg(feature = "full")]
pub(super) fn references(references: &[(Reference, Vec<Repair>)]) -> JsValue {
    let mut told = Vec::new();
    for (reference, mended) in references {
        let mut fields = vec![field("raw", &quoted(&reference.raw))];
        if let Some(item) = &reference.item {
            fields.push(field("item", &csl_json::record(item, &item.id)));
        }
        fields.push(field("sure", if reference.sure { "true" } else { "false" }));
        fields.push(field("repairs", &repairs(mended)));
        fields.push(field("warnings", &warnings(&reference.warnings)));
        told.push(object(&fields));
    }
    parsed(&list(told))
}

fn record(reading: &ReadResult) -> String {
    object(&[
        field("item", &csl_json::record(&reading.item, &reading.item.id)),
        field("repairs", &repairs(&reading.repairs)),
        field("warnings", &warnings(&reading.warnings)),
    ])
}

fn repairs(all: &[Repair]) -> String {
    let mut repairs = Vec::new();
    for repair in all {
        let mut fields = texts(&[("rule", repair.rule.word()), ("evidence", &repair.evidence)]);
        for (name, value) in [("field", &repair.field), ("from", &repair.from), ("to", &repair.to)] {
            fields.push(field(name, &quoted(value)));
        }
        repairs.push(object(&fields));
    }
    list(repairs)
}

fn warnings(all: &[Warning]) -> String {
    let mut warnings = Vec::new();
    for warning in all {
        warnings.push(object(&[
            field("field", &quoted(&warning.field)),
            field("message", &quoted(&warning.message)),
        ]));
    }
    list(warnings)
}
