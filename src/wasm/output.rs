//! What scripts get back: plain objects with the field names of `www/index.d.ts`.

use js_sys::Reflect;
use serde::Serialize;
use wasm_bindgen::JsValue;

#[cfg(feature = "full")]
use crate::engine::{Formatted, Run};
use crate::error::Error;
#[cfg(feature = "full")]
use crate::prelude::*;

/// A value as a JavaScript object.
pub(super) fn object<T: Serialize + ?Sized>(value: &T) -> JsValue {
    // Nothing that goes out is a map or a large number, and nothing else fails.
    serde_wasm_bindgen::to_value(value).unwrap_or_default()
}

/// An error for scripts: an `Error` with the sentence as its message, and the [code](Error::code) as its property `code`.
#[cold]
pub(super) fn thrown(error: impl Into<Error>) -> JsValue {
    let error = error.into();
    let thrown = js_sys::Error::new(&error.message());
    // Setting a property of a new object does not fail.
    let _ = Reflect::set(&thrown, &"code".into(), &error.code().into());
    thrown.into()
}

/// `(Formatted & { id: string })[]`
#[cfg(feature = "full")]
pub(super) fn entries(entries: &[(String, Formatted)]) -> JsValue {
    object(&entries.iter().map(Entry::new).collect::<Vec<_>>())
}

/// `Formatted & { id: string }`
#[cfg(feature = "full")]
#[derive(Serialize)]
pub(super) struct Entry<'a> {
    id: &'a str,
    html: &'a str,
    text: &'a str,
    runs: &'a [Run],
}

#[cfg(feature = "full")]
impl<'a> Entry<'a> {
    pub(super) fn new((id, formatted): &'a (String, Formatted)) -> Entry<'a> {
        let Formatted { html, text, runs } = formatted;
        Entry { id, html, text, runs }
    }
}
