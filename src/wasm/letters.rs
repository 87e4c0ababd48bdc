//! Small letters and capitals by the browser's tables, for [`crate::text`]. It stands below everything else here.

use crate::prelude::*;
use js_sys::JsString;

pub(crate) fn lower(text: &str) -> String {
    JsString::from(text).to_lower_case().into()
}

pub(crate) fn decomposed(text: &str) -> String {
    JsString::from(text).normalize("NFD").into()
}

pub(crate) fn composed(text: &str) -> String {
    JsString::from(text).normalize("NFC").into()
}

pub(crate) fn upper(text: &str) -> String {
    JsString::from(text).to_upper_case().into()
}
