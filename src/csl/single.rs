//! One record in one style, which is all that an article page needs. What depends on other records (order, numbers,
//! positions, hints) is in `csl::processor`, which renders through the same [`Single`].

use crate::csl::program::locale::{Lang, Locale};
use crate::csl::program::{Area, Class, HouseRules, Position, Style};
use crate::csl::render::{self, CiteState, RenderContext};
use crate::csl::{content::Content, layout, output};
use crate::item::Item;
use crate::prelude::*;
use crate::vocabulary::{Locator, Term};

/// A style in a language.
#[derive(Clone, Debug)]
pub struct Single<'a> {
    /// The style.
    pub(crate) style: &'a Style,
    /// Its language.
    pub(crate) lang: Lang<'a>,
    /// The house rules that are followed.
    house: HouseRules,
}

/// Options for rendering a single cite.
#[derive(Clone, Debug, Default)]
pub struct CiteOptions {
    /// The locator: its type and its value.
    pub locator: Option<(Locator, String)>,
    /// The position of the cite.
    pub position: Position,
    /// Whether the names are in the running text and the rest of the citation after them.
    pub narrative: bool,
}

impl<'a> Single<'a> {
    /// A style in a language; `files` are the loaded locales. An empty `tag` means the style's own language, or
    /// American English.
    pub fn new(style: &'a Style, files: &'a [Locale], tag: &str) -> Single<'a> {
        let own = if style.default_locale.is_empty() { "en-US" } else { &style.default_locale };
        let tag = if tag.is_empty() { own } else { tag };
        Single { style, lang: Lang::new(&style.locales, files, tag), house: style.house }
    }

    /// Follows the style to the letter, without house rules.
    pub fn without_house_rules(&mut self) {
        self.house = HouseRules::default();
    }

    /// What decides quotation marks and punctuation in this style and language.
    pub fn settings(&self) -> output::Settings {
        let quote = |term: Term| self.lang.word(term).to_owned();
        output::Settings {
            open_quote: quote(Term::OpenQuote),
            close_quote: quote(Term::CloseQuote),
            open_inner_quote: quote(Term::OpenInnerQuote),
            close_inner_quote: quote(Term::CloseInnerQuote),
            punctuation_in_quote: self.lang.punctuation_in_quote(),
        }
    }

    /// A citation of one record; it is the first of its document unless `options` states another position.
    pub fn citation(&self, item: &Item, options: CiteOptions) -> Content {
        let narrative = options.narrative;
        let area = &self.style.citation.area;
        let mut body = self.body(area, item, options, self.style.class == Class::Note);
        if !narrative {
            return layout::in_layout(body, &area.rendering);
        }
        let authors = layout::take_authors(&mut body);
        layout::narrative(authors, " ", layout::in_layout(body, &area.rendering))
    }

    /// A bibliography of one record; `None` where the style has none.
    pub fn reference(&self, item: &Item) -> Option<Content> {
        let bibliography = self.style.bibliography.as_ref()?;
        let body = self.body(&bibliography.area, item, CiteOptions::default(), true);
        Some(layout::entry(body, bibliography))
    }

    /// What an area prints of the only work of its document, whose number is 1.
    fn body(&self, area: &Area, item: &Item, options: CiteOptions, begins_sentence: bool) -> Vec<Content> {
        let CiteOptions { locator, position, narrative } = options;
        let in_bibliography = !core::ptr::eq(area, &self.style.citation.area);
        let context = RenderContext { narrative, ..self.context(area, in_bibliography) };
        let cite = CiteState { locator, position, citation_number: Some(1), ..CiteState::default() };
        let mut body = render::layout(context, item, &cite);
        if begins_sentence {
            layout::begin_sentence(&mut body);
        }
        body
    }

    pub(crate) fn context<'s>(&'s self, area: &'s Area, in_bibliography: bool) -> RenderContext<'s> {
        let style = self.style;
        RenderContext {
            style,
            lang: &self.lang,
            area,
            explicit_year_suffix: false,
            in_bibliography,
            narrative: false,
            house: self.house,
        }
    }
}
