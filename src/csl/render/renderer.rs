//! The state of one rendering, and what all rendering elements use.

use super::context::{CiteState, GroupState, RenderContext};
use super::page_range;
use super::sorting::SortNames;
use crate::csl::case::Conventions;
use crate::csl::content::{Content, Span, Tag};
use crate::csl::program::locale::{is_dotted, is_english};
use crate::csl::program::{
    GroupNode, HouseRule, NameOptions, NamesNode, Node, Rendering, TextCase, TextSource,
};
use crate::item::Item;
use crate::prelude::*;
use crate::text::small_words::LanguageHints;
use crate::text::to_decimal;
use crate::vocabulary::Variable;
use alloc::borrow::Cow;

/// How many nodes may be evaluated for one entry; long texts and names count more. The largest official style needs less
/// than 4,000. The limit bounds hostile packs whose macros call others many times, at every level.
const FUEL: u32 = 30_000;

/// From so many hints on, the words of a title count more than the language that its record states.
const FOREIGN_WORDS: usize = 3;

/// With more hints than this, a journal's name is English whatever the language of the article.
const ENGLISH_WORDS: usize = 1;

/// The state of one rendering of a layout.
pub(super) struct Renderer<'a> {
    pub(super) context: RenderContext<'a>,
    pub(super) item: &'a Item,
    pub(super) cite: &'a CiteState,
    /// Variables that `cs:substitute` printed; they count as empty afterwards (specification, "Substitute").
    pub(super) substituted: Vec<Variable>,
    /// The variables that the current substitution printed; `None` outside a substitution.
    pub(super) substituting: Option<Vec<Variable>>,
    /// The names element whose `cs:substitute` is being rendered; names elements without children inherit its children.
    pub(super) inherited_names: Option<&'a NamesNode>,
    /// How many lists of names were rendered, which is the index of the next list's hint.
    pub(super) names_printed: usize,
    /// How many conditions `disambiguate` were tested.
    pub(super) conditions: core::cell::Cell<u16>,
    /// Whether the year suffix was appended; only the first year has it.
    pub(super) year_suffix_printed: bool,
    /// The name options of the sort key that is being evaluated.
    pub(super) sort_names: SortNames<'a>,
    pub(super) fuel: u32,
}

impl<'a> Renderer<'a> {
    pub(super) fn new(context: RenderContext<'a>, item: &'a Item, cite: &'a CiteState) -> Renderer<'a> {
        Renderer {
            context,
            item,
            cite,
            substituted: Vec::new(),
            substituting: None,
            inherited_names: None,
            names_printed: 0,
            conditions: core::cell::Cell::new(0),
            year_suffix_printed: false,
            sort_names: SortNames::default(),
            fuel: FUEL,
        }
    }

    /// The name options of the sort key that is being evaluated; `None` in citations and bibliographies.
    pub(super) fn sort_names(&self) -> Option<&'a NameOptions> {
        self.sort_names.get()
    }

    pub(super) fn nodes(&mut self, nodes: &'a [Node], out: &mut Vec<Content>) -> GroupState {
        let mut state = GroupState::NEUTRAL;
        for node in nodes {
            state.join(self.node(node, out));
        }
        state
    }

    /// Subtracts a cost from the remaining fuel.
    pub(super) fn charge(&mut self, cost: usize) {
        self.fuel = self.fuel.saturating_sub(u32::try_from(cost).unwrap_or(u32::MAX));
    }

    pub(super) fn node(&mut self, node: &'a Node, out: &mut Vec<Content>) -> GroupState {
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

    pub(super) fn group(&mut self, group: &'a GroupNode, out: &mut Vec<Content>) -> GroupState {
        let mut children = Vec::new();
        let state = self.nodes(&group.children, &mut children);
        let (children, state) = suppress_empty_group(children, state);
        let delimiter = self.delimiter(group, &children);
        push(out, children, &group.rendering, delimiter, Tag::None);
        state
    }

    /// Renders a macro, which is an implicit group.
    pub(super) fn call(&mut self, index: u16) -> (Vec<Content>, GroupState) {
        let mut children = Vec::new();
        let Some(body) = self.context.style.macros.get(usize::from(index)) else {
            debug_assert!(false, "the reader of packs rejects calls of missing macros");
            return (children, GroupState::NEUTRAL);
        };
        // Names in a macro do not inherit children from outside it.
        let names = self.inherited_names.take();
        let state = self.nodes(body, &mut children);
        self.inherited_names = names;
        suppress_empty_group(children, state)
    }

    /// Whether a variable was printed by no substitution so far.
    pub(super) fn available(&self, variable: Variable) -> bool {
        !self.substituted.contains(&variable)
            && !self.substituting.as_ref().is_some_and(|list| list.contains(&variable))
    }

    /// Records that a variable was printed, for the current substitution.
    pub(super) fn printed(&mut self, variable: Variable) {
        if let Some(list) = &mut self.substituting {
            list.push(variable);
        }
    }

    /// The text of a standard or number variable, unless it was printed by substitution.
    pub(super) fn value(&self, variable: Variable) -> Option<Cow<'a, str>> {
        if self.available(variable) { self.raw_value(variable) } else { None }
    }

    /// The text of a standard or number variable, from the cite or the item.
    pub(super) fn raw_value(&self, variable: Variable) -> Option<Cow<'a, str>> {
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
                stated.or_else(|| self.item.text(Variable::Page).map(page_range::first).map(Cow::Borrowed))
            }
            Variable::Publisher | Variable::ContainerTitle => self.other_than_author(variable),
            _ => self.item.text(variable).map(Cow::Borrowed),
        }
    }

    /// Whether the record or the cite has a variable of any kind. Substitution has no effect here: conditions test the
    /// record, not what may still be printed. A citation label that is made up is no variable of the record, as in
    /// citeproc-js: styles ask whether there is an acronym to cite by.
    pub(super) fn has(&self, variable: Variable) -> bool {
        self.item.has(variable) || variable != Variable::CitationLabel && self.raw_value(variable).is_some()
    }
}

#[cfg(feature = "full")]
fn label_of(item: &Item) -> Option<String> {
    Some(crate::csl::citation_label::citation_label(item))
}

/// Three official styles cite by labels; they need the full engine.
#[cfg(not(feature = "full"))]
const fn label_of(_: &Item) -> Option<String> {
    None
}

fn non_empty(text: &str) -> Option<&str> {
    (!text.is_empty()).then_some(text)
}

/// Suppresses a group whose variables were all empty. A group that printed counts as a non-empty variable for the group
/// around it (specification, "Group").
pub(super) fn suppress_empty_group(children: Vec<Content>, state: GroupState) -> (Vec<Content>, GroupState) {
    if state.called && !state.filled {
        return (Vec::new(), state);
    }
    let filled = state.filled || !children.is_empty();
    (children, GroupState { called: state.called || filled, filled })
}

/// Appends children in an element's affixes, formatting, quotes and display. Returns whether they print anything.
pub(super) fn push(
    out: &mut Vec<Content>,
    mut children: Vec<Content>,
    how: &Rendering,
    delimiter: &str,
    tag: Tag,
) -> bool {
    Content::retain_printed(&mut children);
    if children.is_empty() {
        return false;
    }
    // Several children stay in one span, so that the delimiter of a group does not separate them.
    if tag == Tag::None && children.len() == 1 && how.is_plain() {
        match out.is_empty() {
            true => *out = children,
            false => out.append(&mut children),
        }
        return true;
    }
    let formatted = how.quotes || how.format.font_style.is_some();
    let apart = if formatted { take_apart(&mut children) } else { None };
    let main = wrap(children, how, delimiter, tag);
    out.push(match apart {
        Some(apart) => wrap(vec![main, apart], &Rendering::default(), "", Tag::None),
        None => main,
    });
    true
}

/// Removes and returns what stands apart at the end of some children.
fn take_apart(children: &mut Vec<Content>) -> Option<Content> {
    match children.last_mut()? {
        Content::Span(span) if span.tag == Tag::Apart => children.pop(),
        Content::Span(span) => take_apart(&mut span.children),
        Content::Text(_) => None,
    }
}

/// The span of an element around its children.
pub(super) fn wrap(children: Vec<Content>, how: &Rendering, delimiter: &str, tag: Tag) -> Content {
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

/// Removes full stops from the children (`strip-periods`). A full stop inside an address (`Dictionary.com`) marks no
/// abbreviation and stays; those of `n.d.` are removed.
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

/// Whether a full stop between two texts is inside an address; after a single letter it ends an initial.
fn in_address(before: &[u8], after: &[u8]) -> bool {
    let words = (before.last_chunk::<2>(), after.first_chunk::<2>());
    matches!(words, (Some([a, b]), Some([c, d])) if a.is_ascii_alphanumeric()
        && b.is_ascii_alphanumeric() && c.is_ascii_lowercase() && d.is_ascii_lowercase())
}

impl Renderer<'_> {
    /// Applies `strip-periods` and `text-case` to an element's own text, inside its affixes.
    pub(super) fn apply_text_options(&self, children: &mut [Content], how: &Rendering) {
        self.apply_options(children, how, self.english(), self.language());
    }

    /// The same for terms, which are in the language of the locale, not of the item. A style that states title case for a
    /// term gets it in every language.
    pub(super) fn apply_term_options(&self, children: &mut [Content], how: &Rendering) {
        let english = how.text_case == Some(TextCase::Title) || self.context.lang.is_english();
        self.apply_options(children, how, english, self.context.lang.tag());
    }

    /// The same for a text in a language; `english` is whether it takes title case.
    pub(super) fn apply_options(
        &self,
        children: &mut [Content],
        how: &Rendering,
        english: bool,
        language: &str,
    ) {
        if how.strip_periods {
            strip_periods(children);
        }
        if let Some(case) = how.text_case {
            let prefixes = self.context.follows(HouseRule::SmallAfterPrefix);
            let dotted = is_dotted(language);
            crate::csl::case::apply(children, case, Conventions { english, dotted, prefixes });
        }
    }

    /// Whether title case applies to a text: the item's language decides, else the style's (specification, "Title Case
    /// Conversion"); by a house rule, the text's own words come first. The journal of an English article may have a name in
    /// another language.
    pub(super) fn is_english(&self, children: &[Content], source: &TextSource) -> bool {
        use Variable::{CollectionTitle, ContainerTitle};
        let english = self.english();
        if !self.context.follows(HouseRule::ForeignContainer) {
            return english;
        }
        let mut plain = String::new();
        for child in children {
            plain.push_str(&child.plain());
        }
        let hints = LanguageHints::of(&plain);
        // One word of another language may belong to a name in an English title.
        let few = self.item.has(Variable::Language) && hints.foreign < FOREIGN_WORDS;
        if matches!(source, TextSource::Variable(ContainerTitle | CollectionTitle, _)) {
            // `for` is a small word in Danish too.
            !hints.is_foreign() && (english || hints.english > ENGLISH_WORDS && hints.foreign == 0)
        } else {
            english && (few || !hints.is_foreign())
        }
    }

    /// Whether the item's language is English, else the style's.
    pub(super) fn english(&self) -> bool {
        is_english(self.language())
    }

    /// The item's language, else the style's.
    pub(super) fn language(&self) -> &str {
        self.item.text(Variable::Language).unwrap_or(self.context.lang.tag())
    }
}
