//! Citations in running text, for word processors, editors and site generators.
//!
//! A [`Document`] holds records and citations. Every change returns the citations that are printed differently because of
//! it: a second work by the same author in the same year gives the first one a year suffix, a citation inserted before
//! another turns that one into a subsequent citation, and so on.

use crate::csl::citation::{Citation, Cite};
use crate::csl::output;
use crate::csl::processor::{DocumentState, Processor};
use crate::csl::program::Style;
use crate::csl::program::locale::{self, Locale};
use crate::csl::sort::Collate;
use crate::error::{Error, Kind};
use crate::formatted::Formatted;
use crate::host::collation;
use crate::item::Item;
use crate::prelude::*;
use alloc::collections::BTreeMap;
use core::cell::Cell;

/// The records and citations of one document in one style.
///
/// ```
/// # #[cfg(feature = "styles")] {
/// use citelet::{Citation, Cite, Date, Engine, FormatOptions, Item, ItemType, Name, Variable};
///
/// let book = |id: &str, title: &str| {
///     let mut item = Item::new(id, ItemType::Book);
///     item.set(Variable::Title, title);
///     item.set(Variable::Author, vec![Name::person("Knuth", "Donald E.")]);
///     item.set(Variable::Issued, Date::year(1984));
///     item
/// };
/// let engine = Engine::with_styles();
/// let mut document = engine.document("apa", &FormatOptions::default())?;
/// document.add_items([book("tex", "The TeXbook"), book("web", "Literate programming")]);
///
/// let cite = |id: &str| Citation { cites: vec![Cite::of(id)], ..Citation::default() };
/// let update = document.cite(cite("tex"), None)?;
/// assert_eq!(update.changed[0].1.text, "(Knuth, 1984)");
///
/// // A second work of the year changes the first citation too.
/// let update = document.cite(cite("web"), None)?;
/// let texts: Vec<&str> = update.changed.iter().map(|(_, formatted)| formatted.text.as_str()).collect();
/// assert_eq!(texts, ["(Knuth, 1984b)", "(Knuth, 1984a)"]);
/// assert_eq!(document.bibliography()[0].1.text, "Knuth, D. E. (1984a). Literate programming.");
///
/// let changed = document.remove(&update.id)?;
/// assert_eq!(changed[0].1.text, "(Knuth, 1984)");
/// # }
/// # Ok::<(), citelet::Error>(())
/// ```
pub struct Document {
    style: Style,
    locales: Vec<Locale>,
    /// The language tag; empty for the style's own.
    language: String,
    collation: Box<dyn Collate>,
    /// Taken out while a processor works with it.
    state: Cell<DocumentState<'static>>,
    /// How many ids were made for citations without one.
    ids: u32,
}

/// The result of adding or replacing a citation.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Update {
    /// The id of the citation.
    pub id: String,
    /// The citations to print anew, in the order of the document, each with its id. The citation itself is always one of
    /// them.
    pub changed: Vec<(String, Formatted)>,
}

impl Document {
    /// An empty document. `locales` are the loaded locales, `language` is a tag such as `de-AT`, or empty for the style's
    /// own language. With `keep_order`, the bibliography is in the order of citing.
    pub(crate) fn new(style: Style, locales: &[Locale], language: &str, keep_order: bool) -> Document {
        let tag = if language.is_empty() { &style.default_locale } else { language };
        let locales = locale::serving(locales, tag);
        let document = Document {
            style,
            locales,
            language: language.to_owned(),
            collation: Box::new(collation::for_language(language)),
            state: Cell::default(),
            ids: 0,
        };
        if keep_order {
            document.with_processor(|processor| processor.keep_order());
        }
        document
    }

    /// Sets the collation that sorts the bibliography; without it, words are compared as in [`Engine::bibliography`](crate::Engine::bibliography).
    pub fn set_collation(&mut self, collation: Box<dyn Collate>) {
        self.collation = collation;
    }

    /// Adds records that citations may cite, and replaces those with the same id. Returns the citations to print anew.
    pub fn add_items(&mut self, items: impl IntoIterator<Item = Item>) -> Vec<(String, Formatted)> {
        self.with_processor(|processor| {
            processor.add_items(items);
            let citations = processor.citations().to_vec();
            let changed = processor.set_citations(citations);
            formatted(processor, &changed)
        })
    }

    /// Adds a citation before another one, or at the end. A citation with the id of a known one replaces it, and without
    /// `before` stays at its place. A citation with an empty id is given one.
    ///
    /// # Errors
    /// When the document has no such record, or no citation `before`. The document is unchanged then.
    pub fn cite(&mut self, citation: Citation, before: Option<&str>) -> Result<Update, Error> {
        let mut citations = self.with_processor(|processor| {
            check_items(processor, core::slice::from_ref(&citation))?;
            Ok::<_, Error>(processor.citations().to_vec())
        })?;
        let mut citation = citation;
        if citation.id.is_empty() {
            citation.id = self.next_id(|id| position(&citations, id).is_some());
        }
        let id = citation.id.clone();
        let known = position(&citations, &id);
        let target = match before {
            Some(before) if before != id => Some(index_of(&citations, before)?),
            _ => known,
        };
        if let Some(known) = known {
            citations.remove(known);
        }
        // Removing a citation moves those behind it.
        let moved = known.is_some_and(|known| target.is_some_and(|target| known < target));
        let index = target.map_or(citations.len(), |target| target - usize::from(moved));
        citations.insert(index, citation);
        let changed = self.with_processor(|processor| {
            let mut changed = processor.set_citations(citations);
            if let Err(at) = changed.binary_search(&index) {
                changed.insert(at, index);
            }
            formatted(processor, &changed)
        });
        Ok(Update { id, changed })
    }

    /// Removes a citation and returns the citations to print anew.
    ///
    /// # Errors
    /// When the document has no such citation.
    pub fn remove(&mut self, id: &str) -> Result<Vec<(String, Formatted)>, Error> {
        self.with_processor(|processor| {
            let mut citations = processor.citations().to_vec();
            citations.remove(index_of(&citations, id)?);
            let changed = processor.set_citations(citations);
            Ok(formatted(processor, &changed))
        })
    }

    /// Replaces all citations, which is faster than many calls of [`Document::cite`] and changes the numbers of notes in
    /// one step. Returns the citations to print anew; those without an id, or with that of an earlier one, are given one.
    ///
    /// # Errors
    /// When the document has no such record. The document is unchanged then.
    pub fn set_citations(&mut self, citations: Vec<Citation>) -> Result<Vec<(String, Formatted)>, Error> {
        self.with_processor(|processor| check_items(processor, &citations))?;
        let mut citations = citations;
        // The first citation with each id.
        let mut known: BTreeMap<String, usize> = BTreeMap::new();
        for (at, citation) in citations.iter().enumerate() {
            known.entry(citation.id.clone()).or_insert(at);
        }
        for (at, citation) in citations.iter_mut().enumerate() {
            if citation.id.is_empty() || known.get(&citation.id) != Some(&at) {
                citation.id = self.next_id(|id| known.contains_key(id));
                known.insert(citation.id.clone(), at);
            }
        }
        Ok(self.with_processor(|processor| {
            let changed = processor.set_citations(citations);
            formatted(processor, &changed)
        }))
    }

    /// All citations in the order of the document, each with its id.
    pub fn citations(&self) -> Vec<(String, Formatted)> {
        self.with_processor(|processor| {
            let all: Vec<usize> = (0..processor.citations().len()).collect();
            formatted(processor, &all)
        })
    }

    /// The bibliography of the records cited, in the style's order: each entry with its record's id. It is empty in
    /// styles without one.
    pub fn bibliography(&self) -> Vec<(String, Formatted)> {
        self.with_processor(|processor| {
            let settings = processor.settings();
            let mut entries = Vec::new();
            processor.each_entry(&mut |id, content| {
                entries.push((id.to_owned(), Formatted::new(&output::finish(&content, &settings))));
            });
            entries
        })
    }

    /// Runs `work` on a processor with the document's state.
    fn with_processor<T>(&self, work: impl FnOnce(&mut Processor<'_, 'static>) -> T) -> T {
        let mut processor = Processor::new(&self.style, &self.locales, &self.language);
        processor.set_collation(&*self.collation);
        processor.resume(self.state.take());
        let result = work(&mut processor);
        self.state.set(processor.into_state());
        result
    }

    /// An id that is not known.
    fn next_id(&mut self, is_known: impl Fn(&str) -> bool) -> String {
        loop {
            self.ids += 1;
            let id = format!("citation-{}", self.ids);
            if !is_known(&id) {
                return id;
            }
        }
    }
}

impl core::fmt::Debug for Document {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.debug_struct("Document").field("style", &self.style.name).finish_non_exhaustive()
    }
}

fn position(citations: &[Citation], id: &str) -> Option<usize> {
    citations.iter().position(|citation| citation.id == id)
}

fn index_of(citations: &[Citation], id: &str) -> Result<usize, Error> {
    position(citations, id).ok_or_else(|| Kind::NoCitation { id: id.to_owned() }.into())
}

/// Checks that all cited records are known.
fn check_items(processor: &Processor<'_, '_>, citations: &[Citation]) -> Result<(), Error> {
    let mut cites = citations.iter().flat_map(|citation| &citation.cites);
    match cites.find(|cite: &&Cite| !processor.has_item(&cite.id)) {
        Some(cite) => Err(Kind::NoRecord { id: cite.id.clone() }.into()),
        None => Ok(()),
    }
}

/// The citations at some indices, each with its id.
fn formatted(processor: &Processor<'_, '_>, indices: &[usize]) -> Vec<(String, Formatted)> {
    let settings = processor.settings();
    let one = |index: &usize| {
        let (citation, content) = (processor.citations().get(*index)?, processor.printed(*index)?);
        Some((citation.id.clone(), Formatted::new(&output::finish(content, &settings))))
    };
    indices.iter().filter_map(one).collect()
}
