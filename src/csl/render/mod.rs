//! Evaluates a compiled style for one item: nodes in, tagged content and a [`GroupState`] out.
//!
//! Rendering knows one item and one cite. It never looks at other items, at neighbouring characters or at HTML;
//! what depends on other items (position, disambiguation, numbers) comes in as [`CiteState`], and punctuation is
//! decided later, on the tree.

mod choose;
mod date;
mod label;
#[cfg(feature = "full")]
mod labels;
mod names;
mod number;
mod numbers;
mod page;
#[cfg(feature = "full")]
pub mod sort_key;
mod text;

use crate::prelude::*;
use crate::text::{before_any, to_decimal};

pub use names::NamesHint;

use crate::csl::content::{Content, Span, Tag};
use crate::csl::locale::Lang;
use crate::csl::program::{
    Area, Display, GroupNode, NameOptions, NamesNode, Node, Position, Rendering, Style, TextCase,
};
use crate::item::Item;
use crate::vocabulary::{Locator, Variable};

/// How often nodes may be evaluated for one entry, long texts and names counting more. The largest official style needs
/// less than 4,000; a hostile pack whose macros call each other in fans would otherwise run for ever.
const FUEL: u32 = 30_000;

/// What a cite is told about its surroundings.
#[derive(Clone, Debug, Default)]
pub struct CiteState {
    /// The locator: its type, and its value as the user typed it.
    pub locator: Option<(Locator, String)>,
    /// `position`.
    pub position: Position,
    /// Whether the previous cite of the item is within `near-note-distance`.
    pub near_note: bool,
    /// `first-reference-note-number`.
    pub first_reference_note_number: Option<u32>,
    /// `citation-number`.
    pub citation_number: Option<u32>,
    /// What disambiguation found necessary.
    pub hints: Hints,
}

/// What disambiguation asks of an item's cites. Hints only ever grow.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Hints {
    /// For each list of names in the order of rendering.
    pub names: Vec<NamesHint>,
    /// How many of the conditions `disambiguate="true"` hold that are met on the way.
    pub disambiguate: u16,
    /// The year suffix, as a letter or several.
    pub year_suffix: String,
}

/// What is the same for all items of a citation or bibliography.
#[derive(Clone, Copy, Debug)]
pub struct Scene<'a> {
    /// The style.
    pub style: &'a Style,
    /// Its language.
    pub lang: &'a Lang<'a>,
    /// Citation or bibliography.
    pub area: &'a Area,
    /// Whether the area prints `year-suffix` itself, so that dates must not append it.
    pub explicit_year_suffix: bool,
    /// Whether the area is the bibliography, where a cite has no position.
    pub in_bibliography: bool,
    /// Whether names stand in running text, where no style writes `&`.
    pub narrative: bool,
}

/// Whether variables were called, and whether any had something to print. A group suppresses itself when the first
/// is true and the second is not (specification, "Group").
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct GroupState {
    /// A variable was called.
    pub called: bool,
    /// A variable that was called printed something.
    pub filled: bool,
}

impl GroupState {
    /// Nothing was called.
    pub const NEUTRAL: GroupState = GroupState { called: false, filled: false };

    /// One variable was called.
    pub fn variable(filled: bool) -> GroupState {
        GroupState { called: true, filled }
    }

    fn join(&mut self, other: GroupState) {
        self.called |= other.called;
        self.filled |= other.filled;
    }
}

/// One evaluation of a layout.
pub(crate) struct Renderer<'a> {
    scene: Scene<'a>,
    item: &'a Item,
    cite: &'a CiteState,
    /// Variables that `cs:substitute` has printed; they are empty from then on.
    substituted: Vec<Variable>,
    /// What the substitution under way has printed; `None` outside one.
    substituting: Option<Vec<Variable>>,
    /// The names element whose `cs:substitute` is under way: its children serve names elements without any.
    inherited_names: Option<&'a NamesNode>,
    /// How many lists of names were printed, to find their hints.
    names_printed: usize,
    /// How many conditions `disambiguate="true"` were met.
    conditions: core::cell::Cell<u16>,
    /// Whether the year suffix was appended; only the first year takes it.
    year_suffix_printed: bool,
    #[cfg(feature = "full")]
    sort_names: Option<&'a NameOptions>,
    fuel: u32,
}

/// The layout of the scene's area for one item, without the layout's own affixes and formatting. Where the style aligns
/// second fields (`second-field-align`), the first element's output and the others' are blocks; the layout's prefix
/// begins the first of them, and its suffix ends the second, so that a first field that is alone has none.
pub fn layout(scene: Scene<'_>, item: &Item, cite: &CiteState) -> Vec<Content> {
    let mut renderer = Renderer::new(scene, item, cite);
    let mut out = Vec::new();
    let Area { layout: nodes, rendering: how, .. } = scene.area;
    let bibliography = scene.style.bibliography.as_ref().filter(|_| scene.in_bibliography);
    if bibliography.is_none_or(|it| it.second_field_align.is_none()) {
        renderer.nodes(nodes, &mut out);
        return out;
    }
    let (first, others) = nodes.split_at_checked(1).unwrap_or((nodes, &[]));
    let blocks =
        [(first, &*how.prefix, "", Display::LeftMargin), (others, "", &*how.suffix, Display::RightInline)];
    for (nodes, prefix, suffix, display) in blocks {
        let mut children = Vec::new();
        renderer.nodes(nodes, &mut children);
        let (prefix, suffix) = (prefix.to_owned(), suffix.to_owned());
        let field = Content::from(Span { prefix, suffix, children, ..Span::default() });
        if !field.is_empty() {
            out.push(Content::from(Span {
                display: Some(display),
                children: vec![field],
                ..Span::default()
            }));
        }
    }
    out
}

impl<'a> Renderer<'a> {
    fn new(scene: Scene<'a>, item: &'a Item, cite: &'a CiteState) -> Renderer<'a> {
        Renderer {
            scene,
            item,
            cite,
            substituted: Vec::new(),
            substituting: None,
            inherited_names: None,
            names_printed: 0,
            conditions: core::cell::Cell::new(0),
            year_suffix_printed: false,
            #[cfg(feature = "full")]
            sort_names: None,
            fuel: FUEL,
        }
    }

    /// The name options of the sort key under evaluation; a page sorts nothing.
    #[inline]
    fn sort_names(&self) -> Option<&'a NameOptions> {
        #[cfg(feature = "full")]
        return self.sort_names;
        #[cfg(not(feature = "full"))]
        None
    }

    fn nodes(&mut self, nodes: &'a [Node], out: &mut Vec<Content>) -> GroupState {
        let mut state = GroupState::NEUTRAL;
        for node in nodes {
            state.join(self.node(node, out));
        }
        state
    }

    /// Pays for what is about to be printed.
    fn charge(&mut self, cost: usize) {
        self.fuel = self.fuel.saturating_sub(u32::try_from(cost).unwrap_or(u32::MAX));
    }

    fn node(&mut self, node: &'a Node, out: &mut Vec<Content>) -> GroupState {
        self.charge(1);
        if self.fuel == 0 {
            return GroupState::NEUTRAL;
        }
        match node {
            Node::Text(text) => self.text(text, out),
            Node::Number(number) => self.number(number, out),
            Node::Date(date) => self.date(date, out),
            Node::Names(names) => self.names(names, out),
            Node::Label(label) => self.label(label, out),
            Node::Group(group) => self.group(group, out),
            Node::Choose(branches) => self.choose(branches, out),
        }
    }

    fn group(&mut self, group: &'a GroupNode, out: &mut Vec<Content>) -> GroupState {
        let mut children = Vec::new();
        let state = self.nodes(&group.children, &mut children);
        let (children, state) = settle(children, state);
        push(out, children, &group.rendering, &group.delimiter, Tag::None);
        state
    }

    /// A macro is an implicit group.
    fn call(&mut self, index: u16) -> (Vec<Content>, GroupState) {
        let mut children = Vec::new();
        let Some(body) = self.scene.style.macros.get(usize::from(index)) else {
            debug_assert!(false, "the pack reader lets no call to a missing macro pass");
            return (children, GroupState::NEUTRAL);
        };
        // Names in a macro are not those that `cs:substitute` lends its children to.
        let names = self.inherited_names.take();
        let state = self.nodes(body, &mut children);
        self.inherited_names = names;
        settle(children, state)
    }

    /// Whether a variable may still be printed: not what a substitution has printed, nor what the one under way has.
    fn available(&self, variable: Variable) -> bool {
        !self.substituted.contains(&variable)
            && !self.substituting.as_ref().is_some_and(|list| list.contains(&variable))
    }

    /// Notes that a variable was printed, for the substitution that may be under way.
    fn printed(&mut self, variable: Variable) {
        if let Some(list) = &mut self.substituting {
            list.push(variable);
        }
    }

    /// The text of a standard or number variable, unless it was printed by substitution.
    fn value(&self, variable: Variable) -> Option<alloc::borrow::Cow<'a, str>> {
        if self.available(variable) { self.raw_value(variable) } else { None }
    }

    /// The text of a standard or number variable, from the cite or the item.
    fn raw_value(&self, variable: Variable) -> Option<alloc::borrow::Cow<'a, str>> {
        use alloc::borrow::Cow;
        let number = |number: Option<u32>| number.map(|number| Cow::Owned(to_decimal(number)));
        match variable {
            Variable::Locator => self.cite.locator.as_ref().map(|(_, value)| Cow::Borrowed(value.as_str())),
            Variable::CitationNumber => number(self.cite.citation_number),
            Variable::FirstReferenceNoteNumber => number(self.cite.first_reference_note_number),
            Variable::YearSuffix => non_empty(&self.cite.hints.year_suffix).map(Cow::Borrowed),
            Variable::CitationLabel => {
                self.item.text(variable).map(Cow::Borrowed).or_else(|| label_of(self.item).map(Cow::Owned))
            }
            Variable::PageFirst => {
                let stated = self.item.text(variable).map(Cow::Borrowed);
                stated.or_else(|| self.item.text(Variable::Page).map(page::first).map(Cow::Borrowed))
            }
            _ => self.item.text(variable).map(Cow::Borrowed),
        }
    }

    /// Whether the record or the cite has a variable, whatever its kind. Substitution makes no difference here: a
    /// condition asks for what is known, not for what may still be printed.
    fn has(&self, variable: Variable) -> bool {
        self.item.has(variable) || self.raw_value(variable).is_some()
    }
}

#[cfg(feature = "full")]
fn label_of(item: &Item) -> Option<String> {
    Some(crate::csl::label::label(item))
}

/// The three styles that cite by labels want the full engine.
#[cfg(not(feature = "full"))]
const fn label_of(_: &Item) -> Option<String> {
    None
}

fn non_empty(text: &str) -> Option<&str> {
    (!text.is_empty()).then_some(text)
}

/// Suppresses a group whose variables were all empty. One that printed counts as a filled variable for the group
/// around it (specification, "Group").
fn settle(children: Vec<Content>, state: GroupState) -> (Vec<Content>, GroupState) {
    if state.called && !state.filled {
        return (Vec::new(), state);
    }
    let filled = state.filled || !children.is_empty();
    (children, GroupState { called: state.called || filled, filled })
}

/// Wraps children in an element's affixes, formatting, quotes and display, and pushes them if they print anything.
fn push(
    out: &mut Vec<Content>,
    mut children: Vec<Content>,
    how: &Rendering,
    delimiter: &str,
    tag: Tag,
) -> bool {
    children.retain(|child| !child.is_empty());
    if children.is_empty() {
        return false;
    }
    // Several children stay together, so that a delimiter around the element does not come between them.
    if tag == Tag::None && children.len() == 1 && how.is_plain() {
        match out.is_empty() {
            true => *out = children,
            false => out.append(&mut children),
        }
        return true;
    }
    out.push(wrap(children, how, delimiter, tag));
    true
}

/// An element's span around its children.
fn wrap(children: Vec<Content>, how: &Rendering, delimiter: &str, tag: Tag) -> Content {
    Content::from(Span {
        tag,
        prefix: how.prefix.clone(),
        suffix: how.suffix.clone(),
        delimiter: delimiter.to_owned(),
        format: how.format,
        quotes: how.quotes,
        nocase: false,
        display: how.display,
        children,
    })
}

/// Takes full stops out of the children (`strip-periods`). One inside an address (`Dictionary.com`) abbreviates nothing
/// and stays; those of `n.d.` go.
fn strip_periods(children: &mut [Content]) {
    for child in children {
        match child {
            Content::Text(text) => {
                let (mut kept, mut before) = (String::new(), "");
                for part in text.split_char('.') {
                    if in_address(before.as_bytes(), part.as_bytes()) {
                        kept.push('.');
                    }
                    kept.push_str(part);
                    before = part;
                }
                *text = kept;
            }
            Content::Span(span) => strip_periods(&mut span.children),
        }
    }
}

/// Whether a full stop between the two parts words of an address; a letter alone is an initial.
fn in_address(before: &[u8], after: &[u8]) -> bool {
    let words = (before.last_chunk::<2>(), after.first_chunk::<2>());
    matches!(words, (Some([a, b]), Some([c, d])) if a.is_ascii_alphanumeric()
        && b.is_ascii_alphanumeric() && c.is_ascii_lowercase() && d.is_ascii_lowercase())
}

impl Renderer<'_> {
    /// Applies `strip-periods` and `text-case`, which work on the element's own text, inside its affixes.
    fn dress(&self, children: &mut [Content], how: &Rendering) {
        self.dress_in(children, how, self.english());
    }

    /// The same for terms, which are in the language of the locale whatever the item's is. A style that wants one of
    /// its own words in title case knows that language.
    fn dress_term(&self, children: &mut [Content], how: &Rendering) {
        let title = how.text_case == Some(TextCase::Title);
        self.dress_in(children, how, title || self.scene.lang.is_english());
    }

    fn dress_in(&self, children: &mut [Content], how: &Rendering, english: bool) {
        if how.strip_periods {
            strip_periods(children);
        }
        if let Some(case) = how.text_case {
            crate::csl::case::apply(children, case, english);
        }
    }

    /// Title case is English only: the item's language decides, else the style's (specification, "Title Case
    /// Conversion").
    fn english(&self) -> bool {
        match self.item.text(Variable::Language) {
            Some(language) => {
                let language = language.trim();
                let primary = before_any(language, "-_ ,");
                primary.eq_ignore_ascii_case("en")
                    || primary.eq_ignore_ascii_case("eng")
                    || primary.eq_ignore_ascii_case("english")
            }
            None => self.scene.lang.is_english(),
        }
    }
}
