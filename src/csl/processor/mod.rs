//! The pipeline for several records: items and citations in, content out. It holds what depends on several items (order,
//! numbers, positions, hints) and leaves everything else to the passes. One record is rendered as [`Single`] does it.

mod cites;
mod numbering;
mod registry;
mod traits;

use crate::csl::bibliography::Bodies;
use crate::csl::citation::{Citation, CitationMode, Cite};
use crate::csl::content::Content;
use crate::csl::position::CitePosition;
use crate::csl::program::locale::Locale;
use crate::csl::program::{Area, Style};
use crate::csl::render::{self, RenderContext};
use crate::csl::single::Single;
use crate::csl::sort::{self, Collate};
use crate::csl::{disambiguate, output};
use crate::item::Item;
use crate::prelude::*;
use alloc::borrow::Cow;
use alloc::collections::BTreeMap;
use registry::Registry;
use traits::StyleTraits;

/// Printed for a cite of whose record the style prints nothing, so that the author notices it. The words are those of
/// the test suite.
const UNPRINTED: &str = "[CSL STYLE ERROR: reference with no printed form.]";

/// A style applied to the items and citations of one document.
///
/// `'s` is the lifetime of the style, the locales and the collation, `'i` that of borrowed items.
pub struct Processor<'s, 'i> {
    single: Single<'s>,
    collate: &'s dyn Collate,
    state: DocumentState<'i>,
    traits: StyleTraits,
}

/// The items and citations of a document, and what follows from them.
#[derive(Debug, Default)]
pub(crate) struct DocumentState<'i> {
    registry: Registry<'i>,
    citations: Vec<Citation>,
    /// The position of each cite of each citation.
    positions: Vec<Vec<CitePosition>>,
    /// The indices of the items in use, in the order of the bibliography.
    order: Vec<usize>,
    /// Whether the bibliography keeps the order of citing or listing, whatever the style's sort keys.
    unsorted: bool,
    /// Each citation after the latest change, with its id.
    printed: Vec<(String, Content)>,
}

/// One entry of a bibliography.
#[derive(Clone, Debug, PartialEq)]
pub struct BibliographyEntry {
    /// The item's id.
    pub id: String,
    /// What is printed.
    pub content: Content,
}

impl<'s, 'i> Processor<'s, 'i> {
    /// A processor without items. `files` are the loaded locales; an empty `tag` means the style's own language, or
    /// American English.
    pub fn new(style: &'s Style, files: &'s [Locale], tag: &str) -> Processor<'s, 'i> {
        Processor {
            single: Single::new(style, files, tag),
            collate: &sort::RootCollation,
            state: DocumentState::default(),
            traits: StyleTraits::of(style),
        }
    }

    /// Sets the collation that sorting uses.
    pub fn set_collation(&mut self, collate: &'s dyn Collate) {
        self.collate = collate;
    }

    /// Follows the style to the letter, without house rules.
    pub fn without_house_rules(&mut self) {
        self.single.without_house_rules();
    }

    /// Keeps the bibliography in the order in which items are cited or listed. Year suffixes still follow the style's
    /// sort keys, as with the test suite's mode `bibliography-nosort`.
    pub fn keep_order(&mut self) {
        self.state.unsorted = true;
    }

    /// Continues with the state of another processor for the same style.
    pub(crate) fn resume(&mut self, state: DocumentState<'i>) {
        self.state = state;
    }

    /// The state, for [`Processor::resume`].
    pub(crate) fn into_state(self) -> DocumentState<'i> {
        self.state
    }

    /// Whether an item with this id is known.
    pub(crate) fn has_item(&self, id: &str) -> bool {
        self.state.registry.index_of(id).is_some()
    }

    /// The citations of the document, in order.
    pub(crate) fn citations(&self) -> &[Citation] {
        &self.state.citations
    }

    /// Adds items without listing them: they are in the bibliography if a citation cites them.
    pub fn add_items(&mut self, items: impl IntoIterator<Item = Item>) {
        self.state.registry.add(&mut items.into_iter().map(Cow::Owned));
    }

    /// Replaces all items, lists them in the bibliography, and numbers them.
    pub fn set_items(&mut self, items: impl IntoIterator<Item = Item>) {
        self.list(&mut items.into_iter().map(Cow::Owned));
        self.update();
    }

    /// Replaces all items by borrowed ones of which only the bibliography is needed. Disambiguation takes as long as
    /// the bibliography itself, so it is left out where the style does not print its result there.
    pub(crate) fn list_items(&mut self, items: &'i [Item]) {
        self.list(&mut items.iter().map(Cow::Borrowed));
        self.number_items();
        if self.traits.disambiguates_bibliography {
            self.disambiguate();
        }
    }

    fn list(&mut self, items: &mut dyn Iterator<Item = Cow<'i, Item>>) {
        self.state.registry.replace(items);
        self.state.registry.states_mut().for_each(|state| state.listed = true);
    }

    /// What decides quotation marks and punctuation in this style and language.
    pub fn settings(&self) -> output::Settings {
        self.single.settings()
    }

    /// Replaces the citations of the document. Returns the indices of those that may look different: their content
    /// changed, or the hints of one of their items did.
    pub fn set_citations(&mut self, citations: Vec<Citation>) -> Vec<usize> {
        self.state.citations = citations;
        self.update();
        let before: BTreeMap<String, Content> =
            core::mem::take(&mut self.state.printed).into_iter().collect();
        let mut changed = Vec::new();
        for (index, citation) in self.state.citations.iter().enumerate() {
            let positions = self.state.positions.get(index).map_or(&[][..], Vec::as_slice);
            let content = self.render_citation(&citation.cites, positions, &citation.mode);
            if before.get(&citation.id) != Some(&content) || self.cites_changed_item(citation) {
                changed.push(index);
            }
            self.state.printed.push((citation.id.clone(), content));
        }
        changed
    }

    fn cites_changed_item(&self, citation: &Citation) -> bool {
        let mut indices = citation.cites.iter().filter_map(|cite| self.state.registry.index_of(&cite.id));
        indices.any(|index| self.state.registry.state(index).is_some_and(|state| state.changed))
    }

    /// The content of the document's citation at `index`, after the latest change.
    pub fn printed(&self, index: usize) -> Option<&Content> {
        self.state.printed.get(index).map(|(_, content)| content)
    }

    /// A citation outside the document: every cite is the first of its item, unless it states its position.
    pub fn citation(&self, cites: &[Cite]) -> Content {
        self.render_citation(cites, &[], &CitationMode::Full)
    }

    /// A citation outside the document, in the citation's mode.
    pub fn citation_with_mode(&self, citation: &Citation) -> Content {
        self.render_citation(&citation.cites, &[], &citation.mode)
    }

    /// The bibliography, in order. It is empty if the style has no `cs:bibliography`. An item of which nothing is
    /// printed has no entry, except in numeric styles, where its number would be missing.
    pub fn bibliography(&self) -> Vec<BibliographyEntry> {
        let mut entries = Vec::with_capacity(self.state.order.len());
        self.each_entry(&mut |id, content| entries.push(BibliographyEntry { id: id.to_owned(), content }));
        entries
    }

    /// Calls `take` with each entry of the bibliography. The contents of ten thousand entries together would exceed the
    /// CPU's cache.
    pub(crate) fn each_entry(&self, take: &mut dyn FnMut(&str, Content)) {
        let Some(bibliography) = &self.single.style.bibliography else { return };
        let context = self.context(&bibliography.area, true);
        let mut bodies = Bodies::new(bibliography);
        for index in &self.state.order {
            let Some((item, state)) = self.state.registry.get(*index) else { continue };
            let mut body = render::layout(context, item, &state.listed());
            if body.iter().all(Content::is_empty) {
                if !self.traits.numeric {
                    continue;
                }
                body = vec![Content::Text(format!("{}. {UNPRINTED}", state.number))];
            }
            take(&item.id, bodies.entry(body));
        }
    }

    fn context<'r>(&'r self, area: &'r Area, in_bibliography: bool) -> RenderContext<'r> {
        let explicit_year_suffix = if in_bibliography {
            self.traits.bibliography_year_suffix
        } else {
            self.traits.citation_year_suffix
        };
        RenderContext { explicit_year_suffix, ..self.single.context(area, in_bibliography) }
    }

    /// Numbers, places and disambiguates after a change of items or citations.
    fn update(&mut self) {
        self.number_items();
        self.disambiguate();
    }

    /// Disambiguates the items in use.
    fn disambiguate(&mut self) {
        let shown = core::mem::take(&mut self.state.order);
        let order = if self.state.unsorted { self.sorted(shown.clone()) } else { shown.clone() };
        for (index, hints) in order.iter().zip(self.hints(&order)) {
            if let Some(state) = self.state.registry.state_mut(*index) {
                state.changed |= state.hints != hints;
                state.hints = hints;
            }
        }
        self.state.order = shown;
    }

    fn hints(&self, order: &[usize]) -> Vec<render::Hints> {
        let context = self.context(&self.single.style.citation.area, false);
        let items: Vec<&Item> = order.iter().filter_map(|index| self.state.registry.item(*index)).collect();
        // Cites are compared as they look in the middle of the document.
        let render = |at: usize, hints: &render::Hints| {
            let Some((item, state)) = order.get(at).and_then(|index| self.state.registry.get(*index)) else {
                return Vec::new();
            };
            let cite = render::CiteState {
                position: crate::csl::program::Position::Subsequent,
                near_note: true,
                hints: hints.clone(),
                ..state.cited()
            };
            render::layout(context, item, &cite)
        };
        disambiguate::hints(&self.single.style.citation, self.traits.conditions, &items, &render)
    }
}
