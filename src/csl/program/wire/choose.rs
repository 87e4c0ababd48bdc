//! `cs:choose` in the wire format. Conditions are the largest part of styles, so most take one byte.

use super::codec::{Codec, read};
use super::reader::Reader;
#[cfg(feature = "compile")]
use super::writer::Writer;
use crate::csl::program::{Branch, Condition, Match};
use crate::prelude::*;
use crate::vocabulary::{ItemType, Variable};

/// Bytes below this one end the conditions of a branch; they are its `match`.
const FIRST_TYPE: u8 = 4;
/// Ends the branches if there is no `cs:else`; it is not a value of `match`.
#[cfg(feature = "compile")]
const END: u8 = FIRST_TYPE - 1;
/// Bytes from here on are variables; those before are types.
const FIRST_VARIABLE: u8 = 64;
const IS_NUMERIC: u8 = 192;
const IS_UNCERTAIN_DATE: u8 = 193;
const LOCATOR: u8 = 194;
const POSITION: u8 = 195;
const DISAMBIGUATE: u8 = 196;
const NEVER: u8 = 197;
const HOUSE: u8 = 198;

/// Branches: each is its conditions, its `match`, and its elements. A branch without conditions is `cs:else` and the last
/// one; without it, a three follows the branches.
impl Codec for Vec<Branch> {
    fn blank() -> Self {
        Vec::new()
    }

    fn read(&mut self, reader: &mut Reader<'_>) {
        loop {
            reader.enter("condition");
            let mut conditions = Vec::new();
            let matching = read_conditions(&mut conditions, reader);
            let Some(matching) = Match::from_number(matching) else {
                if !conditions.is_empty() {
                    reader.invalid();
                }
                break;
            };
            let is_last = conditions.is_empty();
            self.push(Branch { matching, conditions, children: Vec::new() });
            if let Some(branch) = self.last_mut() {
                branch.children.read(reader);
            }
            if is_last {
                break;
            }
        }
    }

    #[cfg(feature = "compile")]
    fn write(&self, writer: &mut Writer) {
        for branch in self {
            branch.conditions.iter().for_each(|condition| write_condition(condition, writer));
            writer.byte(branch.matching.number());
            branch.children.write(writer);
            if branch.conditions.is_empty() {
                return;
            }
        }
        writer.byte(END);
    }
}

/// Reads conditions up to the byte that ends them, and returns it.
fn read_conditions(conditions: &mut Vec<Condition>, reader: &mut Reader<'_>) -> u8 {
    loop {
        let byte = reader.byte();
        let condition = match byte {
            0..FIRST_TYPE => return byte,
            FIRST_TYPE..FIRST_VARIABLE => ItemType::from_number(byte - FIRST_TYPE).map(Condition::Type),
            FIRST_VARIABLE..IS_NUMERIC => {
                Variable::from_number(byte - FIRST_VARIABLE).map(Condition::Variable)
            }
            IS_NUMERIC => Some(Condition::IsNumeric(read(reader))),
            IS_UNCERTAIN_DATE => Some(Condition::IsUncertainDate(read(reader))),
            LOCATOR => Some(Condition::Locator(read(reader))),
            POSITION => Some(Condition::Position(read(reader))),
            DISAMBIGUATE => Some(Condition::Disambiguate(read(reader))),
            NEVER => Some(Condition::Never),
            HOUSE => Some(Condition::House),
            _ => None,
        };
        match condition {
            Some(condition) => conditions.push(condition),
            None => reader.invalid(),
        }
    }
}

#[cfg(feature = "compile")]
fn write_condition(condition: &Condition, writer: &mut Writer) {
    let mut tagged = |tag, number| {
        writer.byte(tag);
        writer.byte(number);
    };
    match condition {
        Condition::Type(word) => writer.byte(FIRST_TYPE + word.number()),
        Condition::Variable(word) => writer.byte(FIRST_VARIABLE + word.number()),
        Condition::IsNumeric(word) => tagged(IS_NUMERIC, word.number()),
        Condition::IsUncertainDate(word) => tagged(IS_UNCERTAIN_DATE, word.number()),
        Condition::Locator(word) => tagged(LOCATOR, word.number()),
        Condition::Position(word) => tagged(POSITION, word.number()),
        Condition::Disambiguate(wanted) => tagged(DISAMBIGUATE, u8::from(*wanted)),
        Condition::Never => writer.byte(NEVER),
        Condition::House => writer.byte(HOUSE),
    }
}

const _: () = assert!(FIRST_TYPE as usize + ItemType::ALL.len() <= FIRST_VARIABLE as usize);
const _: () = assert!(FIRST_VARIABLE as usize + Variable::ALL.len() <= IS_NUMERIC as usize);
