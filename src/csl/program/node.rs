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
    /// `cs:choose`: the first branch that holds is rendered.
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
    /// Which.
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
    /// `variable`; inside `cs:names` it is absent and the names element's variables count.
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
    /// What is grouped.
    pub children: Vec<Node>,
    /// How.
    pub rendering: Rendering,
}

/// `cs:if`, `cs:else-if`, or `cs:else` when there are no conditions.
#[derive(Clone, Debug, PartialEq)]
pub struct Branch {
    /// `match`.
    pub matching: Match,
    /// One test each: `type="book chapter"` is two.
    pub conditions: Vec<Condition>,
    /// What is rendered when it holds.
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
    /// `disambiguate`: `true` where the cite must be told apart from another, `false` where not.
    Disambiguate(bool),
    /// A word that the engine does not know; it never holds.
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
    /// `cs:name`; `None` where the element is absent, so that `cs:substitute`'s short form inherits.
    pub name: Option<NameNode>,
    /// `cs:et-al`.
    pub et_al: Option<EtAlNode>,
    /// `cs:label`.
    pub label: Option<LabelNode>,
    /// Whether the label stands before `cs:name`.
    pub label_first: bool,
    /// `cs:substitute`.
    pub substitute: Vec<Node>,
    /// How.
    pub rendering: Rendering,
}
