//! One bibliographic record: CSL-JSON's model (CSL 1.0.2, appendix IV and the csl-data schema), typed.
//!
//! Readers make an [`Item`], repairs change it, the engine and the writers read it. It holds what the record says
//! and nothing that depends on a style: numbers stay text, for `12–15`, `S1` and `2nd` are all numbers to CSL.

mod date;
pub mod date_parse;
pub(crate) mod identifier;
pub mod json;
mod name;
pub mod particles;
pub mod people;
mod report;
mod sources;
pub mod tables;

use crate::prelude::*;

pub use date::{Date, DateParts};
pub use name::{Name, join_parts};
pub use report::{Repair, Rule, Warning};
pub use sources::{NameSource, Sources, TitleSource};

use crate::vocabulary::{ItemType, Variable};

/// A record: an id, a type and its fields.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// The caller's name for the record; anything, possibly empty.
    pub id: String,
    /// The kind of work.
    pub item_type: ItemType,
    /// Sorted by variable, one entry each; a linear scan of a score of entries beats any map in a page.
    fields: Vec<(Variable, Value)>,
    /// A bit for each variable that has a value: styles ask mostly for those that have none.
    present: [u64; 2],
}

/// What a variable holds.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
#[serde(untagged)]
pub enum Value {
    /// Standard and number variables. May carry the inline markup of CSL-JSON: `<i> <b> <sup> <sub>
    /// <span class="nocase"> <span style="font-variant:small-caps;">`.
    Text(String),
    /// Name variables, in the order of the record.
    Names(Vec<Name>),
    /// Date variables.
    Date(Date),
}

impl Item {
    /// An empty record.
    pub fn new(id: impl Into<String>, item_type: ItemType) -> Item {
        Item { id: id.into(), item_type, fields: Vec::new(), present: [0; 2] }
    }

    /// Whether a variable has a value.
    pub fn has(&self, variable: Variable) -> bool {
        let (word, bit) = place(variable);
        self.present.get(word).is_some_and(|word| word & bit != 0)
    }

    /// The value of a variable.
    pub fn get(&self, variable: Variable) -> Option<&Value> {
        if !self.has(variable) {
            return None;
        }
        let at = self.find(variable).ok()?;
        self.fields.get(at).map(|field| &field.1)
    }

    /// The value of a variable, to be changed in place.
    pub fn get_mut(&mut self, variable: Variable) -> Option<&mut Value> {
        let at = self.find(variable).ok()?;
        self.fields.get_mut(at).map(|field| &mut field.1)
    }

    /// Gives a variable a value, in place of any it had. An empty text, list or date removes it.
    pub fn set(&mut self, variable: Variable, value: impl Into<Value>) {
        self.put(variable, value.into());
    }

    /// The same for a value as it is kept, compiled once.
    fn put(&mut self, variable: Variable, value: Value) {
        self.remove(variable);
        if let Err(at) = self.find(variable)
            && !value.is_empty()
        {
            self.note(variable, true);
            self.fields.insert(at, (variable, value));
        }
    }

    /// The index of a variable's field, or that at which it would be.
    fn find(&self, variable: Variable) -> Result<usize, usize> {
        self.fields.binary_search_by_key(&variable, |field| field.0)
    }

    /// Takes a variable's value out of the record.
    pub fn remove(&mut self, variable: Variable) -> Option<Value> {
        let at = self.find(variable).ok()?;
        self.note(variable, false);
        Some(self.fields.remove(at).1)
    }

    fn note(&mut self, variable: Variable, present: bool) {
        let (word, bit) = place(variable);
        if let Some(word) = self.present.get_mut(word) {
            *word = if present { *word | bit } else { *word & !bit };
        }
    }

    /// The text of a standard or number variable; never empty.
    pub fn text(&self, variable: Variable) -> Option<&str> {
        match self.get(variable) {
            Some(Value::Text(text)) => Some(text),
            _ => None,
        }
    }

    /// The names of a name variable; empty where there are none.
    pub fn names(&self, variable: Variable) -> &[Name] {
        match self.get(variable) {
            Some(Value::Names(names)) => names,
            _ => &[],
        }
    }

    /// The date of a date variable; never empty.
    pub fn date(&self, variable: Variable) -> Option<&Date> {
        match self.get(variable) {
            Some(Value::Date(date)) => Some(date),
            _ => None,
        }
    }

    /// All fields, sorted by variable.
    pub fn fields(&self) -> impl Iterator<Item = (Variable, &Value)> {
        self.fields.iter().map(|(variable, value)| (*variable, value))
    }
}

/// The word and the bit of a variable.
fn place(variable: Variable) -> (usize, u64) {
    const { assert!(Variable::ALL.len() <= 128) };
    let number = usize::from(variable.number());
    (number / 64, 1 << (number % 64))
}

impl Value {
    /// Whether there is nothing to print.
    pub fn is_empty(&self) -> bool {
        match self {
            Value::Text(text) => text.is_empty(),
            Value::Names(names) => names.is_empty(),
            Value::Date(date) => date.is_empty(),
        }
    }
}

impl From<String> for Value {
    fn from(text: String) -> Value {
        Value::Text(text)
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Value {
        Value::Text(text.to_owned())
    }
}

impl From<Vec<Name>> for Value {
    fn from(names: Vec<Name>) -> Value {
        Value::Names(names)
    }
}

impl From<Date> for Value {
    fn from(date: Date) -> Value {
        Value::Date(date)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_are_found_replaced_and_removed() {
        let mut item = Item::new("a", ItemType::Book);
        item.set(Variable::Title, "One");
        item.set(Variable::Abstract, "Two");
        item.set(Variable::Title, "Three");
        assert_eq!(item.text(Variable::Title), Some("Three"));
        assert_eq!(item.fields().map(|(v, _)| v).collect::<Vec<_>>(), [Variable::Abstract, Variable::Title]);
        item.set(Variable::Title, "");
        assert_eq!((item.get(Variable::Title), item.has(Variable::Abstract)), (None, true));
        item.remove(Variable::Abstract);
        assert_eq!(item, Item::new("a", ItemType::Book));
        assert!(item.names(Variable::Author).is_empty());
    }
}
