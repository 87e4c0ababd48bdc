//! The record of a reference while claims are accepted.

use crate::item::{Item, Value, Warning};
use crate::prelude::*;
use crate::references::claims::{Claim, Confidence, Content};
use crate::references::tokens::CLAIMED;
use crate::vocabulary::{ItemType, Variable};

/// The fields that were accepted.
pub(super) struct Record {
    pub(super) item: Item,
    /// Whether the date is known, or that there is none.
    pub(super) dated: bool,
    /// Why a person should look at the record; empty where no field rests on a guess.
    pub(super) warnings: Vec<Warning>,
}

impl Record {
    /// A record without a field.
    pub(super) fn new() -> Record {
        Record { item: Item::new("", ItemType::Document), dated: false, warnings: Vec::new() }
    }

    /// Accepts claims in order; [`Confidence`] decides which of two to one field counts.
    pub(super) fn accept(&mut self, claims: Vec<Claim>) {
        for claim in claims {
            self.dated |= claim.is_date();
            let replaces = claim.confidence == Confidence::Stated;
            let variable = match claim.content {
                Content::Field(variable, value) => {
                    if replaces || !self.item.has(variable) {
                        self.item.set(variable, value);
                    }
                    variable
                }
                Content::ItemType(item_type) => {
                    if replaces || self.item.item_type == ItemType::Document {
                        self.item.item_type = item_type;
                    }
                    continue;
                }
                Content::Warning(variable) => variable,
                Content::NoDate | Content::Nothing => continue,
            };
            if let Confidence::Guess(reason) = claim.confidence {
                self.warnings.push(Warning::new(variable.word(), reason));
            }
        }
    }

    /// Drops fields across a claimed stretch, as there are in texts that are no references.
    pub(super) fn drop_crossed_fields(&mut self) {
        let is_crossed = |value: &Value| matches!(value, Value::Text(text) if text.contains(CLAIMED));
        let crossed: Vec<Variable> =
            self.item.fields().filter(|field| is_crossed(field.1)).map(|field| field.0).collect();
        for variable in crossed {
            self.item.remove(variable);
            let reason = "It was found, but other fields stand in it.";
            self.warnings.push(Warning::new(variable.word(), reason));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::references::tokens::Span;

    #[test]
    fn confidence_decides_between_claims_to_one_field() {
        let span = Span::default();
        let mut record = Record::new();
        record.accept(vec![
            Claim::likely(Variable::Volume, "1", span),
            Claim::likely(Variable::Volume, "2", span).guess("It may be the issue."),
            Claim::stated(Variable::Page, "3", span),
            Claim::stated(Variable::Page, "4", span),
            Claim::likely(Variable::Page, "5", span),
        ]);
        assert_eq!(record.item.text(Variable::Volume), Some("1"));
        assert_eq!(record.item.text(Variable::Page), Some("4"));
        assert_eq!(record.warnings, [Warning::new("volume", "It may be the issue.")]);
        assert!(!record.dated);
    }
}
