//! The engine that pages and programs hold: loaded packs, and the forms of a citation.

use crate::csl::locale::Locale;
pub use crate::csl::output::Run;
use crate::csl::program::Style;
use crate::error::{Error, Kind};
use crate::item::Item;

/// Loaded styles and locales.
#[derive(Clone, Debug, Default)]
pub struct Engine {
    styles: Vec<Style>,
    locales: Vec<Locale>,
}

crate::vocabulary::vocabulary! {
    /// The forms in which a work is cited.
    Form {
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
}

/// A formatted citation in the three shapes callers want.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Formatted {
    /// HTML with `<i> <b> <sup> <sub> <span style> <a href>`, escaped.
    pub html: String,
    /// Plain text.
    pub text: String,
    /// Text in runs of equal formatting.
    pub runs: Vec<Run>,
}

impl Engine {
    /// An engine that knows no style yet.
    pub fn new() -> Engine {
        Engine::default()
    }

    /// Reads a bundle of packs and returns the names of the styles and locales in it.
    ///
    /// # Errors
    /// When the bytes are no bundle, are cut short, or come from another release. Nothing is loaded then.
    pub fn load(&mut self, _bundle: &[u8]) -> Result<Vec<String>, Error> {
        Err(Kind::NotAPack.into())
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
    pub fn forms(_style: &Style) -> &'static [Form] {
        &[Form::Reference, Form::InText, Form::Narrative]
    }

    /// Formats one record.
    ///
    /// # Errors
    /// When no loaded style has that name; the error lists those that are loaded.
    pub fn format(
        &self,
        _item: &Item,
        style: &str,
        _form: Form,
        _options: &FormatOptions,
    ) -> Result<Formatted, Error> {
        let known = self.styles.iter().map(|style| style.name.clone()).collect();
        Err(Kind::Unknown { what: "style", name: style.to_owned(), known }.into())
    }
}
