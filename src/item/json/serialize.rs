//! Items as CSL-JSON (csl-data schema, CSL 1.0.2) through serde: what is empty is left out, so that JSON, the browser's
//! objects and files have the same fields.

use serde::ser::{Serialize, SerializeStruct, Serializer};

use crate::item::{Date, DateParts, Item, Name, particles};
use crate::prelude::*;

impl Serialize for Item {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let has_id = !self.id.is_empty();
        let count = usize::from(has_id) + 1 + self.fields.len();
        // A struct rather than a map: the names of its fields are static, and converted to JavaScript once each.
        let mut record = serializer.serialize_struct("Item", count)?;
        if has_id {
            record.serialize_field("id", &self.id)?;
        }
        record.serialize_field("type", self.item_type.word())?;
        for (variable, value) in &self.fields {
            record.serialize_field(variable.word(), value)?;
        }
        record.end()
    }
}

/// A name's fields as the schema names them.
#[derive(serde::Serialize)]
#[serde(rename_all = "kebab-case")]
struct NameFields<'a> {
    #[serde(skip_serializing_if = "str::is_empty")]
    family: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    given: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    dropping_particle: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    non_dropping_particle: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    suffix: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    literal: &'a str,
    #[serde(skip_serializing_if = "core::ops::Not::not")]
    comma_suffix: bool,
    #[serde(skip_serializing_if = "core::ops::Not::not")]
    static_ordering: bool,
    #[serde(skip_serializing_if = "Clone::clone")]
    parse_names: bool,
}

impl Serialize for Name {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut parsed = self.clone();
        particles::parse(&mut parsed);
        let fields = NameFields {
            family: &self.family,
            given: &self.given,
            dropping_particle: &self.dropping_particle,
            non_dropping_particle: &self.non_dropping_particle,
            suffix: &self.suffix,
            literal: &self.literal,
            comma_suffix: self.comma_suffix,
            static_ordering: self.static_ordering,
            // Where readers would find particles in this name's parts, they are asked to take them as they are.
            parse_names: !self.literal.is_empty() || parsed == *self,
        };
        fields.serialize(serializer)
    }
}

/// A date's fields as the schema names them.
#[derive(serde::Serialize)]
#[serde(rename_all = "kebab-case")]
struct DateFields<'a> {
    #[serde(skip_serializing_if = "Vec::is_empty")]
    date_parts: Vec<&'a DateParts>,
    #[serde(skip_serializing_if = "str::is_empty")]
    season: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    literal: &'a str,
    #[serde(skip_serializing_if = "core::ops::Not::not")]
    circa: bool,
}

impl Serialize for Date {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut date_parts = Vec::new();
        if let Some(start) = &self.start {
            date_parts.push(start);
            date_parts.extend(&self.end);
        }
        let Date { season, literal, circa, .. } = self;
        DateFields { date_parts, season, literal, circa: *circa }.serialize(serializer)
    }
}

impl Serialize for DateParts {
    /// Year, month and day, as far as they are known.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let parts = [self.year, i32::from(self.month), i32::from(self.day)];
        let unknown = parts.iter().skip(1).position(|part| *part == 0);
        parts.get(..1 + unknown.unwrap_or(2)).unwrap_or_default().serialize(serializer)
    }
}
