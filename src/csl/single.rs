//! One record in one style: all that an article page asks for. What depends on other records (order, numbers,
//! positions, hints) is the business of `csl::processor`, which renders through the same [`Single`].

use crate::csl::locale::{Lang, Locale};
use crate::csl::program::{Area, Class, Position, Style};
use crate::csl::render::{self, CiteState, Scene};
use crate::csl::{content::Content, layout, output};
use crate::item::Item;
use crate::prelude::*;
use crate::vocabulary::{Locator, Term, TermForm};

/// A style at work in a language.
#[derive(Clone, Debug)]
pub struct Single<'a> {
    /// The style.
    pub(crate) style: &'a Style,
    /// Its language.
    pub(crate) lang: Lang<'a>,
}

/// How the only cite of a citation is printed.
#[derive(Clone, Debug, Default)]
pub struct Manner {
    /// The locator: its type and its value.
    pub locator: Option<(Locator, String)>,
    /// First, or a later one.
    pub position: Position,
    /// Whether the names stand in the running text and the rest after them.
    pub narrative: bool,
}

impl<'a> Single<'a> {
    /// A style in a language; `files` are the locales at hand. An empty `tag` means the style's own language, or
    /// American English.
    pub fn new(style: &'a Style, files: &'a [Locale], tag: &str) -> Single<'a> {
        let own = if style.default_locale.is_empty() { "en-US" } else { &style.default_locale };
        let tag = if tag.is_empty() { own } else { tag };
        Single { style, lang: Lang::new(&style.locales, files, tag) }
    }

    /// What decides quotation marks and punctuation in this style and language.
    pub fn settings(&self) -> output::Settings {
        let quote = |term: Term| self.lang.term(term, TermForm::Long, false).unwrap_or("").to_owned();
        output::Settings {
            open_quote: quote(Term::OpenQuote),
            close_quote: quote(Term::CloseQuote),
            open_inner_quote: quote(Term::OpenInnerQuote),
            close_inner_quote: quote(Term::CloseInnerQuote),
            punctuation_in_quote: self.lang.punctuation_in_quote(),
        }
    }

    /// A citation of one record, which is the first of its document unless `manner` says otherwise.
    pub fn citation(&self, item: &Item, manner: Manner) -> Content {
        let narrative = manner.narrative;
        let area = &self.style.citation.area;
        let mut body = self.body(area, item, manner, self.style.class == Class::Note);
        if !narrative {
            return layout::in_layout(body, &area.rendering);
        }
        let authors = layout::take_authors(&mut body);
        layout::composite(authors, " ", layout::in_layout(body, &area.rendering))
    }

    /// A bibliography of one record; `None` where the style has none.
    pub fn reference(&self, item: &Item) -> Option<Content> {
        let bibliography = self.style.bibliography.as_ref()?;
        let body = self.body(&bibliography.area, item, Manner::default(), true);
        Some(layout::entry(body, bibliography))
    }

    /// What an area prints of the only work of its document, which bears the number 1.
    fn body(&self, area: &Area, item: &Item, manner: Manner, begins_sentence: bool) -> Vec<Content> {
        let Manner { locator, position, narrative } = manner;
        let in_bibliography = !core::ptr::eq(area, &self.style.citation.area);
        let scene = Scene { narrative, ..self.scene(area, in_bibliography) };
        let cite = CiteState { locator, position, citation_number: Some(1), ..CiteState::default() };
        let mut body = render::layout(scene, item, &cite);
        if begins_sentence {
            layout::begin_sentence(&mut body);
        }
        body
    }

    pub(crate) fn scene<'s>(&'s self, area: &'s Area, in_bibliography: bool) -> Scene<'s> {
        let style = self.style;
        Scene {
            style,
            lang: &self.lang,
            area,
            explicit_year_suffix: false,
            in_bibliography,
            narrative: false,
        }
    }
}
