//! Citations: cites in the order of `cs:sort`, rendered, grouped, collapsed and laid out.

use super::{Processor, UNPRINTED};
use crate::csl::citation::{self, CitationMode, Cite};
use crate::csl::collapse::{self, CiteContent};
use crate::csl::content::Content;
use crate::csl::layout;
use crate::csl::position::CitePosition;
use crate::csl::program::Class;
use crate::csl::render::{self, CiteState, RenderContext};
use crate::prelude::*;

/// Printed for a citation that is empty because the author of its last cite is suppressed, which is no fault of the
/// style. The words are those of the test suite.
const SUPPRESSED: &str = "[NO_PRINTED_FORM]";

impl Processor<'_, '_> {
    /// The content of a citation in a mode. A cite without an entry in `positions` is the first of its item.
    pub(super) fn render_citation(
        &self,
        cites: &[Cite],
        positions: &[CitePosition],
        mode: &CitationMode,
    ) -> Content {
        let mut contents = self.cite_contents(cites, positions, mode);
        if contents.iter().all(CiteContent::is_empty)
            && contents.last().is_some_and(CiteContent::is_suppressed)
        {
            return Content::Text(SUPPRESSED.to_owned());
        }
        // With `author-only`, the names are in the running text, and the other cites are not printed.
        if let Some(at) = contents.iter().position(CiteContent::is_author_only) {
            let names = contents.swap_remove(at);
            return if names.is_empty() { Content::Text(SUPPRESSED.to_owned()) } else { names.printed() };
        }
        show_missing(&mut contents);
        match mode {
            CitationMode::Full => self.join(contents),
            CitationMode::AuthorOnly => take_authors(&mut contents),
            CitationMode::SuppressAuthor => {
                if let Some(first) = contents.first_mut().filter(|_| self.class() == Class::InText) {
                    citation::leave_out_names(&mut first.body, false);
                }
                self.join(contents)
            }
            CitationMode::Narrative(infix) => {
                let authors = take_authors(&mut contents);
                layout::narrative(authors, &spaced(infix), self.join(contents))
            }
        }
    }

    fn class(&self) -> Class {
        self.single.style.class
    }

    /// The cites with their delimiters, in the citation's layout.
    fn join(&self, contents: Vec<CiteContent<'_>>) -> Content {
        let style = self.single.style;
        layout::in_layout(vec![collapse::join(contents, style)], &style.citation.area.rendering)
    }

    /// The rendered cites of known items, in the order of `cs:sort`.
    fn cite_contents<'c>(
        &self,
        cites: &'c [Cite],
        positions: &[CitePosition],
        mode: &CitationMode,
    ) -> Vec<CiteContent<'c>> {
        let narrative = matches!(mode, CitationMode::Narrative(_) | CitationMode::AuthorOnly);
        let context = self.context(&self.single.style.citation.area, false);
        let context = RenderContext { narrative, ..context };
        let mut contents: Vec<CiteContent<'_>> = Vec::with_capacity(cites.len());
        for (at, index) in self.cite_order(cites) {
            let (Some(cite), Some((item, state))) = (cites.get(at), self.state.registry.get(index)) else {
                continue;
            };
            let position = positions.get(at).copied().unwrap_or_default();
            let cite_state = CiteState {
                locator: cite.locator.clone(),
                position: cite.position.unwrap_or(position.position),
                near_note: position.near_note || cite.near_note,
                first_reference_note_number: position.first_note,
                hints: state.hints.clone(),
                ..state.cited()
            };
            let mut body = render::layout(context, item, &cite_state);
            if self.class() == Class::Note && cite.begins_sentence(contents.is_empty()) {
                layout::begin_sentence(&mut body);
            }
            contents.push(CiteContent::new(at, cite, state.number, body));
        }
        contents
    }
}

/// Takes the names out of the first cite.
fn take_authors(contents: &mut [CiteContent<'_>]) -> Content {
    match contents.first_mut() {
        Some(first) => layout::take_authors(&mut first.body),
        None => Content::Text(String::new()),
    }
}

/// Prints an error in place of the first cite if it is empty; other empty cites are left out.
fn show_missing(contents: &mut Vec<CiteContent<'_>>) {
    if let Some(first) = contents.first_mut().filter(|first| first.is_empty()) {
        first.body = vec![Content::Text(UNPRINTED.to_owned())];
    }
    contents.retain(|cite| !cite.is_empty());
}

/// An infix with blanks around it. There is none before a punctuation mark or an apostrophe (`’s`).
fn spaced(infix: &str) -> String {
    let infix = infix.trim();
    let before = if infix.starts_with([',', '.', ';', ':', '’', '\'']) { "" } else { " " };
    let after = if infix.is_empty() { "" } else { " " };
    format!("{before}{infix}{after}")
}
