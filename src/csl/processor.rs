//! The pipeline for several records: items and citations in, content out. It keeps what depends on several items —
//! order, numbers, positions, hints — and leaves everything else to the passes. One record is rendered as
//! [`Single`] does it.

use crate::csl::cluster::{self, Cite};
pub use crate::csl::cluster::{Citation, CitationMode};
use crate::csl::collapse::{self, CiteContent};
use crate::csl::content::Content;
use crate::csl::locale::Locale;
use crate::csl::position::{Place, Placed, Placer};
use crate::csl::program::{Area, Class, Position, SortKey, Style};
use crate::csl::render::sort_key::{SortValue, sort_value};
use crate::csl::render::{self, CiteState, Hints, Scene};
use crate::csl::single::Single;
use crate::csl::sort::{self, Collate};
use crate::csl::{bibliography, disambiguate, layout, output};
use crate::item::Item;
use crate::prelude::*;
use crate::text::{concat, to_decimal};
use crate::vocabulary::Variable;
use alloc::borrow::Cow;
use alloc::collections::BTreeMap;

/// What is printed for a cite of whose record the style prints nothing, so that its author sees it. The words are
/// those of the test suite.
const UNPRINTED: &str = "[CSL STYLE ERROR: reference with no printed form.]";

/// The same for a citation that is empty because the author of its last cite is left out: that is no fault of the style.
const SUPPRESSED: &str = "[NO_PRINTED_FORM]";

/// An item the processor knows.
#[derive(Clone, Debug, Default)]
struct Entry {
    /// Whether it is listed although no citation cites it.
    listed: bool,
    hints: Hints,
    /// Whether the latest change gave it other hints.
    touched: bool,
    number: u32,
    /// The citation that cites it first, by its index, and its note.
    first: Option<(usize, u32)>,
}

/// A style at work on the items of one document.
pub struct Processor<'a> {
    single: Single<'a>,
    collate: &'a dyn Collate,
    items: Vec<Cow<'a, Item>>,
    /// What is known of each item.
    entries: Vec<Entry>,
    /// Where each item stands, by its id.
    known: BTreeMap<String, usize>,
    citations: Vec<Citation>,
    /// The places of each citation's cites.
    places: Vec<Vec<Place>>,
    /// The entries in use, in the order of the bibliography, after the latest change.
    order: Vec<usize>,
    /// Whether that is the order in which they were cited or listed, whatever the style's sort keys.
    unsorted: bool,
    /// What each citation looked like after the last change, with its id.
    printed: Vec<(String, Content)>,
    traits: Traits,
}

/// What the style asks for anywhere in an area.
#[derive(Clone, Copy, Debug)]
struct Traits {
    /// Whether citation and bibliography print the variable `year-suffix` themselves.
    year_suffix: (bool, bool),
    /// Whether citations print numbers.
    numeric: bool,
    /// Whether citations look otherwise at other positions.
    positions: bool,
    /// How often citations ask for `disambiguate="true"`.
    conditions: u16,
    /// Whether an entry of the bibliography may differ by how cites are told apart.
    tells_apart: bool,
}

impl Traits {
    fn of(style: &Style) -> Traits {
        let citation = &style.citation.area;
        let bibliography = style.bibliography.as_ref();
        let in_bibliography = bibliography.is_some_and(|it| style.prints(&it.area, Variable::YearSuffix));
        Traits {
            year_suffix: (style.prints(citation, Variable::YearSuffix), in_bibliography),
            numeric: style.prints(citation, Variable::CitationNumber),
            positions: style.asks_position(citation),
            conditions: style.disambiguate_conditions(citation),
            tells_apart: style.citation.disambiguate_add_year_suffix
                || bibliography.is_some_and(|it| style.disambiguate_conditions(&it.area) > 0),
        }
    }
}

/// One entry of a bibliography.
#[derive(Clone, Debug, PartialEq)]
pub struct BibliographyEntry {
    /// The item's id.
    pub id: String,
    /// What is printed.
    pub content: Content,
}

impl<'a> Processor<'a> {
    /// A style in a language; `files` are the locales at hand. An empty `tag` means the style's own language, or
    /// American English.
    pub fn new(style: &'a Style, files: &'a [Locale], tag: &str) -> Processor<'a> {
        Processor {
            single: Single::new(style, files, tag),
            collate: &sort::RootCollation,
            items: Vec::new(),
            entries: Vec::new(),
            known: BTreeMap::new(),
            citations: Vec::new(),
            places: Vec::new(),
            order: Vec::new(),
            unsorted: false,
            printed: Vec::new(),
            traits: Traits::of(style),
        }
    }

    /// Compares words as `collate` does.
    pub fn set_collation(&mut self, collate: &'a dyn Collate) {
        self.collate = collate;
    }

    /// Leaves the bibliography in the order in which items are cited or listed. Year suffixes still follow the style's
    /// sort keys, as with the test suite's `bibliography-nosort`.
    pub fn keep_order(&mut self) {
        self.unsorted = true;
    }

    /// Makes items known without listing them: they appear when a citation cites them.
    pub fn add_items(&mut self, items: impl IntoIterator<Item = Item>) {
        self.know(&mut items.into_iter().map(Cow::Owned));
    }

    fn know(&mut self, items: &mut dyn Iterator<Item = Cow<'a, Item>>) {
        for item in items {
            match self.known.get(&item.id).copied() {
                Some(at) => {
                    if let Some(known) = self.items.get_mut(at) {
                        *known = item;
                    }
                }
                None => {
                    self.known.insert(item.id.clone(), self.items.len());
                    self.items.push(item);
                    self.entries.push(Entry::default());
                }
            }
        }
    }

    /// Lists all known items, cited or not.
    pub fn list_all(&mut self) {
        self.entries.iter_mut().for_each(|entry| entry.listed = true);
        self.update();
    }

    /// Makes items known, lists them, and numbers them.
    pub fn set_items(&mut self, items: impl IntoIterator<Item = Item>) {
        self.list(&mut items.into_iter().map(Cow::Owned));
        self.update();
    }

    /// The same with items that stay where they are and of which only the bibliography is wanted. Telling cites apart
    /// takes as long as the bibliography itself, and only some styles show it there.
    pub(crate) fn list_items(&mut self, items: &'a [Item]) {
        self.list(&mut items.iter().map(Cow::Borrowed));
        self.arrange();
        if self.traits.tells_apart {
            self.tell_apart();
        }
    }

    fn list(&mut self, items: &mut dyn Iterator<Item = Cow<'a, Item>>) {
        self.items.clear();
        self.entries.clear();
        self.known.clear();
        self.know(items);
        self.entries.iter_mut().for_each(|entry| entry.listed = true);
    }

    /// What decides quotation marks and punctuation in this style and language.
    pub fn settings(&self) -> output::Settings {
        self.single.settings()
    }

    /// Puts a citation into the document at `index`, in place of the one with its id, and returns the indices of the
    /// citations whose text changed by it, this one included.
    pub fn put_citation(&mut self, index: usize, citation: Citation) -> Vec<usize> {
        self.citations.retain(|known| known.id != citation.id || citation.id.is_empty());
        let index = index.min(self.citations.len());
        self.citations.insert(index, citation);
        let citations = core::mem::take(&mut self.citations);
        self.set_citations(citations)
    }

    /// Makes the document consist of these citations, and returns the indices of those that may look different: their
    /// text changed, or one of their items is told apart in another way.
    pub fn set_citations(&mut self, citations: Vec<Citation>) -> Vec<usize> {
        self.citations = citations;
        self.update();
        let before: BTreeMap<String, Content> = core::mem::take(&mut self.printed).into_iter().collect();
        let mut changed = Vec::new();
        for (index, citation) in self.citations.iter().enumerate() {
            let places = self.places.get(index).map_or(&[][..], Vec::as_slice);
            let content = self.cluster(&citation.cites, places, &citation.mode);
            let mut entries = citation.cites.iter().filter_map(|cite| self.entry(&cite.id));
            if before.get(&citation.id) != Some(&content) || entries.any(|entry| entry.touched) {
                changed.push(index);
            }
            self.printed.push((citation.id.clone(), content));
        }
        changed
    }

    /// The text of the document's citation at `index`, after the last change.
    pub fn printed(&self, index: usize) -> Option<&Content> {
        self.printed.get(index).map(|(_, content)| content)
    }

    /// A citation outside any document: every cite is the first of its item unless it says otherwise.
    pub fn citation(&self, cites: &[Cite]) -> Content {
        self.cluster(cites, &[], &CitationMode::Full)
    }

    /// The same with a mode.
    pub fn lone(&self, citation: &Citation) -> Content {
        self.cluster(&citation.cites, &[], &citation.mode)
    }

    /// The bibliography, in order. Without `cs:bibliography` it is empty. An item of which nothing is printed has no
    /// entry, but in numeric styles, where its number would be missed.
    pub fn bibliography(&self) -> Vec<BibliographyEntry> {
        let mut entries = Vec::with_capacity(self.order.len());
        self.each_entry(&mut |id, content| entries.push(BibliographyEntry { id: id.to_owned(), content }));
        entries
    }

    /// The same, entry by entry: the contents of ten thousand would not stay in the processor's cache together.
    pub(crate) fn each_entry(&self, take: &mut dyn FnMut(&str, Content)) {
        let Some(bibliography) = &self.single.style.bibliography else { return };
        let scene = self.scene(&bibliography.area, true);
        let mut bodies = bibliography::Bodies::new(bibliography);
        for index in &self.order {
            let (Some(item), Some(entry)) = (self.items.get(*index), self.entries.get(*index)) else {
                continue;
            };
            let mut body = render::layout(scene, item, &listed_state(entry));
            if body.iter().all(Content::is_empty) {
                if !self.traits.numeric {
                    continue;
                }
                body = vec![Content::Text(concat(&[&to_decimal(entry.number), ". ", UNPRINTED]))];
            }
            take(&item.id, bodies.entry(body));
        }
    }

    fn scene<'s>(&'s self, area: &'s Area, in_bibliography: bool) -> Scene<'s> {
        let (citation, bibliography) = self.traits.year_suffix;
        let explicit_year_suffix = if in_bibliography { bibliography } else { citation };
        Scene { explicit_year_suffix, ..self.single.scene(area, in_bibliography) }
    }

    fn index_of(&self, id: &str) -> Option<usize> {
        self.known.get(id).copied()
    }

    fn entry(&self, id: &str) -> Option<&Entry> {
        self.index_of(id).and_then(|index| self.entries.get(index))
    }

    /// Numbers, places and disambiguates after a change of items or citations.
    fn update(&mut self) {
        self.arrange();
        self.tell_apart();
    }

    /// Orders, numbers and places.
    fn arrange(&mut self) {
        let used = self.used();
        self.order = if self.unsorted { used } else { self.sorted(used) };
        self.entries.iter_mut().for_each(|entry| entry.number = 0);
        for (number, index) in (1..).zip(&self.order) {
            if let Some(entry) = self.entries.get_mut(*index) {
                entry.number = number;
            }
        }
        self.place();
    }

    /// Disambiguates the entries in use.
    fn tell_apart(&mut self) {
        let shown = core::mem::take(&mut self.order);
        let sorted = self.unsorted.then(|| self.sorted(shown.clone()));
        let order = sorted.as_ref().unwrap_or(&shown);
        for (index, hints) in order.iter().zip(self.disambiguated(order)) {
            if let Some(entry) = self.entries.get_mut(*index) {
                entry.touched |= entry.hints != hints;
                entry.hints = hints;
            }
        }
        self.order = shown;
    }

    /// Finds the positions of all cites, from the beginning of the document. A cite follows the one printed before it.
    /// An item is touched where cites that stand in notes refer to another citation than before, or to another note.
    fn place(&mut self) {
        let mut placer = Placer::new(self.single.style.citation.near_note_distance.unwrap_or(5));
        let mut all = Vec::with_capacity(self.citations.len());
        let mut firsts: Vec<(Option<(usize, u32)>, bool)> = vec![(None, false); self.entries.len()];
        for (index, citation) in self.citations.iter().enumerate() {
            let order = self.cite_order(&citation.cites);
            let locator = |at: usize| citation.cites.get(at).and_then(|cite| cite.locator.as_ref());
            let placed: Vec<Placed<'_>> =
                order.iter().map(|(at, item)| Placed { item: *item, locator: locator(*at) }).collect();
            let mut places = vec![Place::default(); citation.cites.len()];
            for ((at, item), place) in order.iter().zip(placer.citation(&placed, citation.note)) {
                if let (Some(known), Some((first, referred))) = (places.get_mut(*at), firsts.get_mut(*item)) {
                    *known = place;
                    *referred |= place.first_note.is_some();
                    first.get_or_insert((index, citation.note));
                }
            }
            all.push(places);
        }
        self.places = all;
        for (at, (first, referred)) in firsts.into_iter().enumerate() {
            let touched = referred && self.traits.positions && self.cited_first_elsewhere(at, first);
            if let Some(entry) = self.entries.get_mut(at) {
                (entry.first, entry.touched) = (first, touched);
            }
        }
    }

    /// Whether an item's first citation or its note was another before the change.
    fn cited_first_elsewhere(&self, at: usize, first: Option<(usize, u32)>) -> bool {
        let before = self.entries.get(at).and_then(|entry| entry.first);
        let (Some((old, old_note)), Some((new, new_note))) = (before, first) else { return false };
        let known = self.printed.get(old).map(|(id, _)| id);
        old_note != new_note || known != self.citations.get(new).map(|citation| &citation.id)
    }

    /// The known cites of a citation in the order of `cs:sort`: their indices in it, and those of their items.
    fn cite_order(&self, cites: &[Cite]) -> Vec<(usize, usize)> {
        let known: Vec<(usize, usize)> =
            cites.iter().enumerate().filter_map(|(at, cite)| Some((at, self.index_of(&cite.id)?))).collect();
        let number = |index: usize| self.entries.get(index).map_or(0, |entry| entry.number);
        let numbered: Vec<(usize, u32)> = known.iter().map(|(_, index)| (*index, number(*index))).collect();
        let order = self.order(&numbered, &self.single.style.citation.area, false);
        order.into_iter().filter_map(|at| known.get(at).copied()).collect()
    }

    fn disambiguated(&self, order: &[usize]) -> Vec<Hints> {
        let scene = self.scene(&self.single.style.citation.area, false);
        let items: Vec<&Item> =
            order.iter().filter_map(|at| self.items.get(*at)).map(|item| &**item).collect_vec();
        // Cites are told apart as they look in the middle of the document.
        let render = |at: usize, hints: &Hints| {
            let entry = order.get(at).and_then(|index| self.entries.get(*index));
            let (Some(item), Some(entry)) = (items.get(at), entry) else { return Vec::new() };
            let state = CiteState {
                position: Position::Subsequent,
                near_note: true,
                hints: hints.clone(),
                ..cited_state(entry)
            };
            render::layout(scene, item, &state)
        };
        disambiguate::hints(&self.single.style.citation, self.traits.conditions, &items, &render)
    }

    /// The entries in use, as they were cited or listed.
    fn used(&self) -> Vec<usize> {
        let mut used: Vec<usize> = Vec::new();
        let mut is_used = vec![false; self.entries.len()];
        let cited = self.citations.iter().flat_map(|citation| &citation.cites);
        let cited = cited.filter_map(|cite| self.index_of(&cite.id));
        let listed = (0..self.entries.len()).filter(|at| self.entries.get(*at).is_some_and(|it| it.listed));
        for index in cited.chain(listed) {
            if let Some(flag @ false) = is_used.get_mut(index) {
                *flag = true;
                used.push(index);
            }
        }
        used
    }

    /// Entries in the order of the bibliography's sort keys.
    fn sorted(&self, used: Vec<usize>) -> Vec<usize> {
        let Some(bibliography) = &self.single.style.bibliography else { return used };
        // While the bibliography is being ordered there are no numbers yet; the order of citing stands in.
        let numbered: Vec<(usize, u32)> = used.iter().copied().zip(1..).collect_vec();
        let order = self.order(&numbered, &bibliography.area, true);
        order.into_iter().filter_map(|at| used.get(at).copied()).collect_vec()
    }

    /// The order that the sort keys of an area give entries, which come with their numbers.
    fn order(&self, entries: &[(usize, u32)], area: &Area, in_bibliography: bool) -> Vec<usize> {
        if area.sort.is_empty() || entries.len() < 2 {
            return (0..entries.len()).collect_vec();
        }
        let scene = self.scene(area, in_bibliography);
        let value = |at: usize, key: &SortKey| {
            let Some((index, number)) = entries.get(at) else { return SortValue::Empty };
            let Some(item) = self.items.get(*index) else { return SortValue::Empty };
            // Hints depend on the order, and must not decide it.
            let state = CiteState { citation_number: Some(*number), ..CiteState::default() };
            sort_value(scene, item, &state, key)
        };
        sort::order(entries.len(), &area.sort, self.collate, &value)
    }

    /// Cites in the order of `cs:sort`, rendered, grouped, collapsed and laid out.
    fn cluster(&self, cites: &[Cite], places: &[Place], mode: &CitationMode) -> Content {
        let area = &self.single.style.citation.area;
        let narrative = matches!(mode, CitationMode::Composite(_) | CitationMode::AuthorOnly);
        let scene = Scene { narrative, ..self.scene(area, false) };
        let mut contents: Vec<CiteContent<'_>> = Vec::with_capacity(cites.len());
        for (at, index) in self.cite_order(cites) {
            let Some(cite) = cites.get(at) else { continue };
            let place = places.get(at).copied().unwrap_or_default();
            contents.extend(self.cite_content(scene, at, cite, place, index, contents.is_empty()));
        }
        if contents.iter().all(CiteContent::is_empty)
            && contents.last().is_some_and(CiteContent::is_suppressed)
        {
            return Content::Text(SUPPRESSED.to_owned());
        }
        // Names that are asked for alone stand in the running text, and the other cites go unprinted.
        if let Some(at) = contents.iter().position(CiteContent::is_author_only) {
            let names = contents.swap_remove(at);
            return if names.is_empty() { Content::Text(SUPPRESSED.to_owned()) } else { names.printed() };
        }
        show_missing(&mut contents);
        let first = |contents: &mut Vec<CiteContent<'_>>| {
            let first = contents.first_mut();
            first.map_or(Content::Text(String::new()), |first| layout::take_authors(&mut first.body))
        };
        let rest =
            |contents| layout::in_layout(vec![collapse::join(contents, self.single.style)], &area.rendering);
        match mode {
            CitationMode::Full => rest(contents),
            CitationMode::AuthorOnly => first(&mut contents),
            CitationMode::SuppressAuthor => {
                if let Some(first) = contents.first_mut().filter(|_| self.single.style.class == Class::InText)
                {
                    cluster::leave_out_names(&mut first.body, false);
                }
                rest(contents)
            }
            CitationMode::Composite(infix) => {
                layout::composite(first(&mut contents), &between(infix), rest(contents))
            }
        }
    }

    /// A cite as it is rendered.
    fn cite_content<'c>(
        &self,
        scene: Scene<'_>,
        at: usize,
        cite: &'c Cite,
        place: Place,
        index: usize,
        first: bool,
    ) -> Option<CiteContent<'c>> {
        let (item, entry) = (self.items.get(index)?, self.entries.get(index)?);
        let state = CiteState {
            locator: cite.locator.clone(),
            position: cite.position.unwrap_or(place.position),
            near_note: place.near_note || cite.near_note,
            first_reference_note_number: place.first_note,
            hints: entry.hints.clone(),
            ..cited_state(entry)
        };
        let mut body = render::layout(scene, item, &state);
        if self.single.style.class == Class::Note && cite.begins_sentence(first) {
            layout::begin_sentence(&mut body);
        }
        Some(CiteContent::new(at, cite, entry.number, body))
    }
}

/// A cite of which nothing is printed is missed only at the head of its citation.
fn show_missing(contents: &mut Vec<CiteContent<'_>>) {
    if let Some(first) = contents.first_mut().filter(|first| first.is_empty()) {
        first.body = vec![Content::Text(UNPRINTED.to_owned())];
    }
    contents.retain(|cite| !cite.is_empty());
}

/// An infix with blanks around; a mark that begins it (`’s`) touches the names.
fn between(infix: &str) -> String {
    let infix = infix.trim();
    let blank = if infix.starts_with_any(",.;:’'") { "" } else { " " };
    concat(&[blank, infix, if infix.is_empty() { "" } else { " " }])
}

/// What a cite is told of its item, whatever its place.
fn cited_state(entry: &Entry) -> CiteState {
    CiteState {
        first_reference_note_number: entry.first.map(|(_, note)| note).filter(|note| *note > 0),
        citation_number: Some(entry.number),
        ..CiteState::default()
    }
}

/// What an entry of the bibliography is told: names are told apart in citations only.
fn listed_state(entry: &Entry) -> CiteState {
    let hints = Hints { names: Vec::new(), ..entry.hints.clone() };
    CiteState { citation_number: Some(entry.number), hints, ..CiteState::default() }
}
