//! The engine that pages and programs hold: loaded packs, and the forms of a citation.

use crate::csl::content::Content;
use crate::csl::output;
pub use crate::csl::output::Run;
#[cfg(feature = "full")]
use crate::csl::processor::Processor;
use crate::csl::program::locale::Locale;
use crate::csl::program::{Class, Position, Style, wire};
use crate::csl::single::{CiteOptions, Single};
#[cfg(feature = "full")]
use crate::csl::sort::Collate;
#[cfg(feature = "full")]
use crate::document::Document;
use crate::error::{Error, Kind};
pub use crate::formatted::Formatted;
use crate::item::Item;
use crate::prelude::*;
use crate::text::after_last_any;

/// Loaded styles and locales.
#[derive(Clone, Debug, Default)]
pub struct Engine {
    styles: Vec<Style>,
    locales: Vec<Locale>,
}

crate::vocabulary::vocabulary! {
    /// The forms in which a work is cited.
    CitationForm {
        Reference = "reference", InText = "in-text", Narrative = "narrative", Note = "note",
        ShortNote = "short-note",
    }
}

/// What a caller may ask for beside style and form.
#[derive(Clone, Debug, Default)]
pub struct FormatOptions {
    /// The language of terms and dates (`de-AT`); the style's own, or American English, where empty.
    pub locale: String,
    /// A locator for citations and notes: its type and its value (`page`, `12–15`).
    pub locator: Option<(crate::vocabulary::Locator, String)>,
    /// Whether a bibliography keeps the order of its records, whatever the style's sort keys.
    #[cfg(feature = "full")]
    pub keep_order: bool,
}

impl Engine {
    /// An engine that knows no style yet.
    pub fn new() -> Engine {
        Engine::default()
    }

    /// Reads a bundle of packs and returns the names of the styles and locales in it. A pack with the name of a
    /// loaded one takes its place.
    ///
    /// # Errors
    /// When the bytes are no bundle, are cut short, or come from another release. Nothing is loaded then.
    pub fn load(&mut self, bundle: &[u8]) -> Result<Vec<String>, Error> {
        let (styles, locales) = wire::read_bundle(bundle)?;
        let names = styles.iter().map(|style| &style.name).chain(locales.iter().map(|locale| &locale.lang));
        let names = names.cloned().collect_vec();
        for style in styles {
            self.styles.retain(|known| known.name != style.name);
            self.styles.push(style);
        }
        for locale in locales {
            self.locales.retain(|known| known.lang != locale.lang);
            self.locales.push(locale);
        }
        Ok(names)
    }

    /// The loaded styles.
    pub fn styles(&self) -> &[Style] {
        &self.styles
    }

    /// The loaded locales.
    pub fn locales(&self) -> &[Locale] {
        &self.locales
    }

    /// The forms that a style offers, the reference first.
    pub fn forms(style: &Style) -> &'static [CitationForm] {
        match (style.class, &style.bibliography) {
            (Class::Note, Some(_)) => &[CitationForm::Reference, CitationForm::Note, CitationForm::ShortNote],
            (Class::Note, None) => &[CitationForm::Note, CitationForm::ShortNote],
            (Class::InText, Some(_)) => {
                &[CitationForm::Reference, CitationForm::InText, CitationForm::Narrative]
            }
            (Class::InText, None) => &[CitationForm::InText, CitationForm::Narrative],
        }
    }

    /// Formats one record. A form that the style does not offer gives the nearest it has.
    ///
    /// # Errors
    /// When no loaded style has that name; the error lists those that are loaded.
    pub fn format(
        &self,
        item: &Item,
        style: &str,
        form: CitationForm,
        options: &FormatOptions,
    ) -> Result<Formatted, Error> {
        let single = Single::new(self.style(style)?, &self.locales, &options.locale);
        let content = content(&single, item, form, options);
        Ok(Formatted::new(&output::finish(&content, &single.settings())))
    }

    /// A bibliography of all records, ordered (but for [`FormatOptions::keep_order`]) and told apart as the style asks:
    /// each entry with its record's id.
    /// `collate` compares words by the language's rules.
    ///
    /// # Errors
    /// When no loaded style has that name; the error lists those that are loaded.
    #[cfg(feature = "full")]
    pub fn bibliography(
        &self,
        items: &[Item],
        style: &str,
        options: &FormatOptions,
        collate: &dyn Collate,
    ) -> Result<Vec<(String, Formatted)>, Error> {
        let mut processor = Processor::new(self.style(style)?, &self.locales, &options.locale);
        processor.set_collation(collate);
        if options.keep_order {
            processor.keep_order();
        }
        processor.list_items(items);
        let settings = processor.settings();
        let mut entries = Vec::with_capacity(items.len());
        processor.each_entry(&mut |id, content| {
            entries.push((id.to_owned(), Formatted::new(&output::finish(&content, &settings))));
        });
        Ok(entries)
    }

    /// An empty document in a style, for citations in running text and their bibliography. Each cite has its own locator,
    /// so that of `options` is not used.
    ///
    /// # Errors
    /// When no loaded style has that name; the error lists those that are loaded.
    #[cfg(feature = "full")]
    pub fn document(&self, style: &str, options: &FormatOptions) -> Result<Document, Error> {
        Ok(Document::new(self.style(style)?, &self.locales, &options.locale, options.keep_order))
    }

    /// The style with this name, or with an id that ends in it.
    fn style(&self, name: &str) -> Result<&Style, Error> {
        let last = after_last_any(name, "/");
        let found = self.styles.iter().find(|style| style.answers_to(last));
        found.ok_or_else(|| {
            let known = self.styles.iter().map(|style| style.name.clone()).collect_vec();
            Kind::Unknown { what: "style", name: name.to_owned(), known }.into()
        })
    }
}

/// One record in one form.
fn content(single: &Single<'_>, item: &Item, form: CitationForm, options: &FormatOptions) -> Content {
    let mut cite = CiteOptions { locator: options.locator.clone(), ..CiteOptions::default() };
    match form {
        CitationForm::Reference => {
            if let Some(reference) = single.reference(item) {
                return reference;
            }
        }
        CitationForm::InText | CitationForm::Note => {}
        CitationForm::ShortNote => cite.position = Position::Subsequent,
        CitationForm::Narrative => cite.narrative = true,
    }
    single.citation(item, cite)
}
