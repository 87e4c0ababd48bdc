//! References that a page gives field by field: Highwire's `key=value; key=value`, and OpenURL in COinS.

mod fields;
mod highwire;
mod open_url;

pub(super) use highwire::{highwire, is_structured};
pub(super) use open_url::open_url;
