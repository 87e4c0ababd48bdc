//! A JSON value taken over from the library that has it, so that what reads it is compiled once and borrows from it.

use super::{Json, View};
use crate::prelude::*;
use crate::text::list_contains;

/// A JSON value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Data {
    /// `null`, and whatever was passed over.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number as JavaScript prints it.
    Number(String),
    /// A string.
    Text(String),
    /// An array.
    List(Vec<Data>),
    /// An object.
    Object(Vec<(String, Data)>),
}

/// How deep values may nest; no record and no graph of schema.org comes near. What lies deeper is passed over.
pub(crate) const DEEPEST: usize = 12;

/// Values beyond this number are passed over: no honest page comes near.
const MOST: usize = 50_000;

impl Data {
    /// Takes a value over. Of objects inside, only the `keys` listed are kept, or all where none are.
    pub fn of<J: Json>(value: &J, keys: &str) -> Data {
        keep(value, keys, DEEPEST, &mut { MOST })
    }

    /// A string or a number as text.
    pub(crate) fn plain(&self) -> Option<&str> {
        match self {
            Data::Text(text) | Data::Number(text) => Some(text),
            _ => None,
        }
    }

    /// Whether a flag is set: `true`, a number other than 0, `"true"`, `"1"`.
    pub(super) fn truth(&self) -> bool {
        match self {
            Data::Bool(value) => *value,
            other => !list_contains("0 false no", other.plain().unwrap_or("no").trim()),
        }
    }
}

fn keep<J: Json>(value: &J, keys: &str, depth: usize, left: &mut usize) -> Data {
    let inside = depth > 0 && *left > 0;
    *left = left.saturating_sub(1);
    match value.view() {
        View::Bool(truth) => Data::Bool(truth),
        View::Text(text) => Data::Text(text),
        View::Number(number) => Data::Number(number),
        View::Array(values) if inside => {
            let mut list = Vec::new();
            for value in &values {
                list.push(keep(value, keys, depth - 1, left));
            }
            Data::List(list)
        }
        View::Object(entries) if inside => {
            let mut kept = Vec::new();
            for (key, value) in entries {
                if keys.is_empty() || list_contains(keys, &key) {
                    kept.push((key, keep(&value, keys, depth - 1, left)));
                }
            }
            Data::Object(kept)
        }
        _ => Data::Null,
    }
}
