//! Where a record's values come from: the texts as the page has them.

use crate::prelude::*;
use crate::vocabulary::Variable;

/// The texts of a page from which a record's title and names were taken.
///
/// A reader keeps them unchanged beside the values that it made of them. Repairs need them, as evidence and to report
/// what was stored.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sources {
    /// Where the title comes from.
    pub title: TitleSource,
    /// Where each name comes from, in the order in which they were read.
    pub names: Vec<NameSource>,
    /// The tags of the languages that the page says it is in.
    pub languages: Vec<String>,
}

/// The texts from which a title was taken.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TitleSource {
    /// The title as its tag has it; the record's title begins with it. Empty where no tag has a title.
    pub text: String,
    /// The visible heading with its inline markup; empty where the page has none.
    pub heading: String,
}

/// The text from which a name was taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NameSource {
    /// The variable that has the name.
    pub variable: Variable,
    /// The place of the name in the variable's list, from 0.
    pub index: usize,
    /// The tag that has the name.
    pub tag: &'static str,
    /// The name as the tag has it: `Qudsia Akram1,2*`.
    pub text: String,
    /// The part of this text that was taken for the name: `Qudsia Akram`.
    pub name: String,
    /// Whether the page's own citation prints the name and shows where the family name begins.
    pub in_citation: bool,
}
