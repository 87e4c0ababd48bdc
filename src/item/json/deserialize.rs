//! Items, names and dates through serde: the lenient reader, its warnings dropped. Use [`read_item`](super::read_item)
//! to keep them.

use serde::de::{Deserialize, Deserializer, Error};

use super::reader::read_item;
use super::value::JsonValue;
use super::{dates, names};
use crate::item::{Date, Item, Name};
use crate::prelude::*;

impl<'de> Deserialize<'de> for Item {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Item, D::Error> {
        let value = JsonValue::deserialize(deserializer)?;
        read_item(value, &mut Vec::new()).ok_or_else(|| D::Error::custom(super::NOT_A_RECORD))
    }
}

impl<'de> Deserialize<'de> for Date {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Date, D::Error> {
        let value = JsonValue::deserialize(deserializer)?;
        Ok(dates::date("", &value, &mut Vec::new()))
    }
}

impl<'de> Deserialize<'de> for Name {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Name, D::Error> {
        let value = JsonValue::deserialize(deserializer)?;
        let name = names::names("", &JsonValue::Array(vec![value]), &mut Vec::new()).into_iter().next();
        name.ok_or_else(|| {
            D::Error::custom("a name is an object with a family name, a given name or a literal")
        })
    }
}
