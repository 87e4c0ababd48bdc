//! The rendering elements (specification, "Rendering Elements").

use super::date::DateNode;
use super::formatting::Rendering;
use super::name::{EtAlNode, NameNode};
use crate::prelude::*;
use crate::vocabulary::{ItemType, Locator, Term, TermForm, Variable, vocabulary};

/// A rendering element.
#[derive(Clone, Debug, PartialEq)]
pub enum Node {
    /// `cs:text`.
    Text(TextNode),
    /// `cs:number`.
    Number(NumberNode),
    /// `cs:date`.
    Date(Box<DateNode>),
    /// `cs:names`.
    Names(Box<NamesNode>),
    /// `cs:label`.
    Label(LabelNode),
    /// `cs:group`.
    Group(GroupNode),
    /// `cs:choose`: the first branch whose conditions hold is rendered.
    Choose(Vec<Branch>),
}

/// `cs:text`.
#[derive(Clone, Debug, PartialEq)]
pub struct TextNode {
    /// What is printed.
    pub source: TextSource,
    /// How.
    pub rendering: Rendering,
}

/// What `cs:text` prints.
#[derive(Clone, Debug, PartialEq)]
pub enum TextSource {
    /// `variable`, with `form="short"` or without.
    Variable(Variable, bool),
    /// `macro`, by index.
    Macro(u16),
    /// `term`.
    Term(TermCall),
    /// `value`.
    Value(String),
}

/// `term`, `form` and `plural` of `cs:text`.
#[derive(Clone, Debug, PartialEq)]
pub struct TermCall {
    /// `term`.
    pub term: Term,
    /// `form`.
    pub form: TermForm,
    /// `plural="true"`.
    pub plural: bool,
}

/// `cs:number`.
#[derive(Clone, Debug, PartialEq)]
pub struct NumberNode {
    /// `variable`.
    pub variable: Variable,
    /// `form`.
    pub form: NumberForm,
    /// How.
    pub rendering: Rendering,
}

vocabulary! {
    /// `form` of `cs:number`.
    #[derive(Default)]
    NumberForm {
        #[default] Numeric = "numeric", Ordinal = "ordinal", LongOrdinal = "long-ordinal", Roman = "roman",
    }
}

/// `cs:label`.
#[derive(Clone, Debug, PartialEq)]
pub struct LabelNode {
    /// `variable`; absent inside `cs:names`, where the variables of the names element apply.
    pub variable: Option<Variable>,
    /// `form`.
    pub form: TermForm,
    /// `plural`.
    pub plural: LabelPlural,
    /// How.
    pub rendering: Rendering,
}

vocabulary! {
    /// `plural` of `cs:label`.
    #[derive(Default)]
    LabelPlural { #[default] Contextual = "contextual", Always = "always", Never = "never" }
}

/// `cs:group`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct GroupNode {
    /// `delimiter`.
    pub delimiter: String,
    /// The children.
    pub children: Vec<Node>,
    /// How.
    pub rendering: Rendering,
}

/// `cs:if`, `cs:else-if`, or `cs:else` when there are no conditions.
#[derive(Clone, Debug, PartialEq)]
pub struct Branch {
    /// `match`.
    pub matching: Match,
    /// One for each word of an attribute: `type="book chapter"` gives two.
    pub conditions: Vec<Condition>,
    /// What is rendered if they hold.
    pub children: Vec<Node>,
}

vocabulary! {
    /// `match`.
    #[derive(Default)]
    Match { #[default] All = "all", Any = "any", None = "none" }
}

/// One test of a `cs:if` or `cs:else-if`.
#[derive(Clone, Debug, PartialEq)]
pub enum Condition {
    /// `type`.
    Type(ItemType),
    /// `variable`: it is not empty.
    Variable(Variable),
    /// `is-numeric`.
    IsNumeric(Variable),
    /// `is-uncertain-date`.
    IsUncertainDate(Variable),
    /// `locator`.
    Locator(Locator),
    /// `position`.
    Position(Position),
    /// `disambiguate`: whether the cite has to be distinguished from another.
    Disambiguate(bool),
    /// The house rules are followed; it belongs to an edit of the style (`csl/compile/edits.rs`).
    House,
    /// An unknown word; it never holds.
    Never,
}

vocabulary! {
    /// `position`.
    #[derive(Default)]
    Position {
        #[default] First = "first", Subsequent = "subsequent", Ibid = "ibid",
        IbidWithLocator = "ibid-with-locator", NearNote = "near-note", FarNote = "far-note",
    }
}

/// `cs:names`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct NamesNode {
    /// `variable`, in order.
    pub variables: Vec<Variable>,
    /// `delimiter`; inherited where absent (`names-delimiter`).
    pub delimiter: Option<String>,
    /// `cs:name`; `None` if absent, so that a names element in `cs:substitute` inherits it.
    pub name: Option<NameNode>,
    /// `cs:et-al`.
    pub et_al: Option<EtAlNode>,
    /// `cs:label`.
    pub label: Option<LabelNode>,
    /// Whether the label precedes `cs:name`.
    pub label_first: bool,
    /// `cs:substitute`.
    pub substitute: Vec<Node>,
    /// How.
    pub rendering: Rendering,
}
