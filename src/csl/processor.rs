//! The pipeline: items and citations in, content out. It keeps what depends on several items — order, numbers,
//! positions, hints — and leaves everything else to the passes.

use crate::csl::cluster::{self, Cite};
use crate::csl::collapse::{self, CiteContent};
use crate::csl::content::Content;
use crate::csl::locale::Locale;
use crate::csl::position::{Place, Placed, Placer};
use crate::csl::program::{Area, Style};
use crate::csl::render::{self, CiteState, Hints, Scene};
use crate::csl::single::Single;
use crate::csl::sort::{self, Collate};
use crate::csl::{bibliography, disambiguate, layout, output};
use crate::item::Item;
use crate::prelude::*;
use crate::vocabulary::Variable;

/// A citation of a document: its cites and where it stands.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Citation {
    /// The caller's name for it.
    pub id: String,
    /// Its cites, in the caller's order.
    pub cites: Vec<Cite>,
    /// The note it stands in; 0 in the text.
    pub note: u32,
    /// Whether only a part of it is printed, and which.
    pub mode: CitationMode,
}

/// What is printed of a citation.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum CitationMode {
    /// All of it.
    #[default]
    Full,
    /// The first cite's names in the text, the rest after them (`composite`), with text between.
    Composite(String),
    /// The first cite's names.
    AuthorOnly,
    /// Without the first cite's names.
    SuppressAuthor,
}

/// An item the processor knows.
#[derive(Clone, Debug)]
struct Entry {
    item: Item,
    /// Whether it is listed although no citation cites it.
    listed: bool,
    hints: Hints,
    number: u32,
}

/// A style at work on the items of one document.
pub struct Processor<'a> {
    single: Single<'a>,
    collate: &'a dyn Collate,
    entries: Vec<Entry>,
    citations: Vec<Citation>,
    /// What each citation looked like after the last change, with its id.
    printed: Vec<(String, Content)>,
    explicit_year_suffix: (bool, bool),
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
        let in_bibliography = style.bibliography.as_ref().map(|b| &b.area);
        Processor {
            single: Single::new(style, files, tag),
            collate: &sort::RootCollation,
            entries: Vec::new(),
            citations: Vec::new(),
            printed: Vec::new(),
            explicit_year_suffix: (
                style.prints(&style.citation.area, Variable::YearSuffix),
                in_bibliography.is_some_and(|area| style.prints(area, Variable::YearSuffix)),
            ),
        }
    }

    /// Compares words as `collate` does.
    pub fn set_collation(&mut self, collate: &'a dyn Collate) {
        self.collate = collate;
    }

    /// Makes items known without listing them: they appear when a citation cites them.
    pub fn add_items(&mut self, items: impl IntoIterator<Item = Item>) {
        for item in items {
            match self.entries.iter_mut().find(|entry| entry.item.id == item.id) {
                Some(entry) => entry.item = item,
                None => self.entries.push(Entry { item, listed: false, hints: Hints::default(), number: 0 }),
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
        self.entries.clear();
        self.entries.extend(items.into_iter().map(|item| Entry {
            item,
            listed: true,
            hints: Hints::default(),
            number: 0,
        }));
        self.update();
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

    /// Makes the document consist of these citations, and returns the indices of those whose text changed.
    pub fn set_citations(&mut self, citations: Vec<Citation>) -> Vec<usize> {
        self.citations = citations;
        self.update();
        let printed = self.print_citations();
        let before = core::mem::replace(&mut self.printed, printed);
        let changed = self.printed.iter().enumerate().filter(|(_, printed)| !before.contains(printed));
        changed.map(|(index, _)| index).gather()
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

    /// The bibliography, in order. Without `cs:bibliography` it is empty.
    pub fn bibliography(&self) -> Vec<BibliographyEntry> {
        let Some(bibliography) = &self.single.style.bibliography else { return Vec::new() };
        let scene = self.scene(&bibliography.area, true);
        let order = self.bibliography_order();
        let mut entries: Vec<BibliographyEntry> = Vec::with_capacity(order.len());
        let mut bodies = bibliography::Bodies::new(bibliography);
        for entry in order.iter().filter_map(|index| self.entries.get(*index)) {
            let body = render::layout(scene, &entry.item, &self.listed_state(entry));
            entries.push(BibliographyEntry { id: entry.item.id.clone(), content: bodies.entry(body) });
        }
        entries
    }

    fn scene<'s>(&'s self, area: &'s Area, in_bibliography: bool) -> Scene<'s> {
        let (citation, bibliography) = self.explicit_year_suffix;
        let explicit_year_suffix = if in_bibliography { bibliography } else { citation };
        Scene { explicit_year_suffix, ..self.single.scene(area, in_bibliography) }
    }

    fn listed_state(&self, entry: &Entry) -> CiteState {
        let hints = Hints { names: Vec::new(), ..entry.hints.clone() };
        CiteState { citation_number: Some(entry.number), hints, ..CiteState::default() }
    }

    /// Numbers and disambiguates after a change of items or citations.
    fn update(&mut self) {
        let order = self.bibliography_order();
        let mut numbers = (1..).zip(&order);
        self.entries.iter_mut().for_each(|entry| entry.number = 0);
        for (number, index) in numbers.by_ref() {
            if let Some(entry) = self.entries.get_mut(*index) {
                entry.number = number;
            }
        }
        let hints = self.disambiguated(&order);
        for (index, hints) in order.iter().zip(hints) {
            if let Some(entry) = self.entries.get_mut(*index) {
                entry.hints = hints;
            }
        }
    }

    fn disambiguated(&self, order: &[usize]) -> Vec<Hints> {
        let scene = self.scene(&self.single.style.citation.area, false);
        let items: Vec<&Item> = order.iter().filter_map(|at| self.entries.get(*at)).map(|e| &e.item).gather();
        let numbers: Vec<u32> =
            order.iter().filter_map(|at| self.entries.get(*at)).map(|e| e.number).gather();
        let render = |index: usize, hints: &Hints| match items.get(index) {
            Some(item) => {
                let number = numbers.get(index).copied();
                let position = crate::csl::program::Position::Subsequent;
                let hints = hints.clone();
                let state = CiteState {
                    citation_number: number,
                    position,
                    near_note: true,
                    hints,
                    ..CiteState::default()
                };
                render::layout(scene, item, &state)
            }
            None => Vec::new(),
        };
        let style = self.single.style;
        let condition = style.has_disambiguate_condition(&style.citation.area);
        disambiguate::hints(&style.citation, condition, &items, &render)
    }

    /// The entries in use, in the order of the bibliography: sorted, or as they were cited or listed.
    fn bibliography_order(&self) -> Vec<usize> {
        let mut used: Vec<usize> = Vec::new();
        let cited = self.citations.iter().flat_map(|citation| &citation.cites);
        let mut is_used = vec![false; self.entries.len()];
        let mut add = |index: usize, used: &mut Vec<usize>| {
            if let Some(flag) = is_used.get_mut(index)
                && !*flag
            {
                *flag = true;
                used.push(index);
            }
        };
        for cite in cited {
            if let Some(index) = self.index_of(&cite.id) {
                add(index, &mut used);
            }
        }
        for (index, entry) in self.entries.iter().enumerate() {
            if entry.listed {
                add(index, &mut used);
            }
        }
        match &self.single.style.bibliography {
            Some(bibliography) => self.sorted(&used, &bibliography.area, true),
            None => used,
        }
    }

    fn sorted(&self, entries: &[usize], area: &Area, in_bibliography: bool) -> Vec<usize> {
        if area.sort.is_empty() {
            return entries.to_vec();
        }
        let scene = self.scene(area, in_bibliography);
        let values: Vec<_> = entries
            .iter()
            .zip(1..)
            .filter_map(|(index, number)| {
                let entry = self.entries.get(*index)?;
                // While the bibliography is being ordered there are no numbers yet; the order of citing stands in.
                let number = if entry.number == 0 || in_bibliography { number } else { entry.number };
                let state = CiteState { citation_number: Some(number), ..self.listed_state(entry) };
                let keys = area.sort.iter();
                Some(keys.map(|key| render::sort_key::sort_value(scene, &entry.item, &state, key)).gather())
            })
            .gather();
        let order = sort::order(&values, &area.sort, self.collate);
        order.into_iter().filter_map(|at| entries.get(at).copied()).gather()
    }

    fn index_of(&self, id: &str) -> Option<usize> {
        self.entries.iter().position(|entry| entry.item.id == id)
    }

    /// All citations of the document, with positions counted from its beginning.
    fn print_citations(&self) -> Vec<(String, Content)> {
        let mut placer = Placer::new(self.single.style.citation.near_note_distance.unwrap_or(5));
        let mut printed = Vec::with_capacity(self.citations.len());
        for citation in &self.citations {
            let places = placer.citation(&self.placed(&citation.cites), citation.note);
            printed.push((citation.id.clone(), self.cluster(&citation.cites, &places, &citation.mode)));
        }
        printed
    }

    fn placed<'c>(&self, cites: &'c [Cite]) -> Vec<Placed<'c>> {
        let place = |cite: &'c Cite| Placed {
            item: self.index_of(&cite.id).unwrap_or(usize::MAX),
            locator: cite.locator.as_ref(),
        };
        cites.iter().map(place).gather()
    }

    /// Cites in the order of `cs:sort`, rendered, grouped, collapsed and laid out.
    fn cluster(&self, cites: &[Cite], places: &[Place], mode: &CitationMode) -> Content {
        let citation = &self.single.style.citation;
        let known: Vec<usize> = cites.iter().filter_map(|cite| self.index_of(&cite.id)).gather();
        let sorted = self.sorted(&known, &citation.area, false);
        let narrative = matches!(mode, CitationMode::Composite(_) | CitationMode::AuthorOnly);
        let scene = Scene { narrative, ..self.scene(&citation.area, false) };
        let mut contents: Vec<CiteContent<'_>> = Vec::new();
        for index in sorted {
            let at = cites.iter().enumerate().position(|(at, cite)| {
                self.index_of(&cite.id) == Some(index) && !contents.iter().any(|known| known.index == at)
            });
            let Some(at) = at else { continue };
            let (Some(cite), Some(entry)) = (cites.get(at), self.entries.get(index)) else { continue };
            contents.push(self.cite_content(scene, at, cite, places.get(at), entry));
        }
        let composite = match mode {
            CitationMode::Full => None,
            CitationMode::AuthorOnly => return self.authors_of(&mut contents),
            CitationMode::SuppressAuthor => {
                self.authors_of(&mut contents);
                None
            }
            CitationMode::Composite(infix) => Some((self.authors_of(&mut contents), infix.as_str())),
        };
        let children = collapse::join(contents, citation);
        let rest = layout::in_layout(children, &citation.area.rendering);
        match composite {
            Some((authors, infix)) => layout::composite(authors, infix, rest),
            None => rest,
        }
    }

    fn cite_content<'c>(
        &self,
        scene: Scene<'_>,
        at: usize,
        cite: &'c Cite,
        place: Option<&Place>,
        entry: &Entry,
    ) -> CiteContent<'c> {
        let place = place.copied().unwrap_or_default();
        let state = CiteState {
            locator: cite.locator.clone(),
            position: cite.position.unwrap_or(place.position),
            near_note: place.near_note || cite.near_note,
            first_reference_note_number: place.first_note.filter(|note| *note > 0),
            citation_number: Some(entry.number),
            citation_label: String::new(),
            hints: entry.hints.clone(),
        };
        let body = render::layout(scene, &entry.item, &state);
        CiteContent::new(at, cite, entry.number, cluster::part_of(body, cite.part))
    }

    /// Takes the first cite's names out of it, or what it begins with where it has none.
    fn authors_of(&self, contents: &mut [CiteContent<'_>]) -> Content {
        let first = contents.first_mut();
        first.map_or(Content::Text(String::new()), |first| layout::take_authors(&mut first.body))
    }
}
