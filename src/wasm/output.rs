//! What scripts get back: plain objects, with the field names of `www/index.d.ts`.
//!
//! They are built by hand, for they are few and flat: through serde they cost the page 2.7 kB more (brotli), the
//! greater part for its cache of field names.

use js_sys::{Array, Object, Reflect};
use wasm_bindgen::{JsError, JsValue};

use crate::csl::program::{FontStyle, FontVariant, FontWeight, TextDecoration, VerticalAlign};
use crate::csl::program::{Format, Style};
use crate::engine::{Engine, Formatted, Run};
use crate::error::Error;

/// A plain object with these fields.
fn object(fields: &[(&str, JsValue)]) -> JsValue {
    let object = Object::new();
    for (name, value) in fields {
        // Setting a field of a fresh object cannot fail.
        Reflect::set(&object, &JsValue::from_str(name), value).unwrap_or_default();
    }
    object.into()
}

/// An array.
fn list(values: impl Iterator<Item = JsValue>) -> JsValue {
    values.collect::<Array>().into()
}

/// An error's sentence, thrown.
#[cold]
pub(super) fn thrown(error: &Error) -> JsError {
    JsError::new(&error.to_string())
}

/// `StyleInfo`
pub(super) fn styles(styles: &[Style]) -> JsValue {
    list(styles.iter().map(|style| {
        let forms = Engine::forms(style).iter().map(|form| JsValue::from_str(form.word()));
        object(&[
            ("name", style.name.as_str().into()),
            ("title", style.title.as_str().into()),
            ("forms", list(forms)),
        ])
    }))
}

/// `Formatted`
pub(super) fn formatted(formatted: &Formatted) -> JsValue {
    object(&[
        ("html", formatted.html.as_str().into()),
        ("text", formatted.text.as_str().into()),
        ("runs", list(formatted.runs.iter().map(run))),
    ])
}

fn run(run: &Run) -> JsValue {
    let Format { font_style, font_variant, font_weight, text_decoration, vertical_align } = run.format;
    let flags = [
        ("italic", matches!(font_style, Some(FontStyle::Italic | FontStyle::Oblique))),
        ("bold", font_weight == Some(FontWeight::Bold)),
        ("smallCaps", font_variant == Some(FontVariant::SmallCaps)),
        ("underline", text_decoration == Some(TextDecoration::Underline)),
        ("sup", vertical_align == Some(VerticalAlign::Sup)),
        ("sub", vertical_align == Some(VerticalAlign::Sub)),
    ];
    let mut fields = vec![("text", JsValue::from_str(&run.text))];
    fields.extend(flags.iter().filter(|flag| flag.1).map(|flag| (flag.0, JsValue::TRUE)));
    fields.extend(run.href.as_deref().map(|href| ("href", JsValue::from_str(href))));
    object(&fields)
}
