//! The engine that pages and programs hold: loaded packs, and the forms of a citation.

pub use crate::citation_form::CitationForm;
#[cfg(feature = "compile")]
use crate::csl::compile::{self, StyleWarning};
use crate::csl::content::Content;
use crate::csl::output;
pub use crate::csl::output::Run;
#[cfg(feature = "full")]
use crate::csl::processor::Processor;
use crate::csl::program::locale::Locale;
use crate::csl::program::{Position, Style, wire};
use crate::csl::single::{CiteOptions, Single};
#[cfg(feature = "full")]
use crate::document::Document;
use crate::error::{Error, Kind};
pub use crate::formatted::Formatted;
#[cfg(feature = "full")]
use crate::host::collation;
use crate::item::Item;
use crate::prelude::*;
use crate::style_info::StyleInfo;
use crate::text::after_last_any;

/// Loaded styles and locales, and what is made with them.
///
/// ```
/// # #[cfg(feature = "styles")] {
/// use citelet::{CitationForm, Engine, FormatOptions, Item, ItemType, Name, Variable};
///
/// let mut item = Item::new("shannon1948", ItemType::ArticleJournal);
/// item.set(Variable::Title, "A mathematical theory of communication");
/// item.set(Variable::Author, vec![Name::person("Shannon", "C. E.")]);
/// let engine = Engine::with_styles();
/// let formatted = engine.format(&item, "apa", CitationForm::Reference, &FormatOptions::default())?;
/// assert_eq!(formatted.text, "Shannon, C. E. (n.d.). A mathematical theory of communication.");
/// # }
/// # Ok::<(), citelet::Error>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct Engine {
    styles: Vec<Style>,
    locales: Vec<Locale>,
}

/// The names of the styles in the crate: APA 7, MLA 9, and Chicago 18 author-date and notes.
#[cfg(feature = "styles")]
pub const DEFAULT_STYLES: [&str; 4] =
    ["apa", "modern-language-association", "chicago-author-date", "chicago-notes-bibliography"];

/// Those styles and the locale en-US, compiled by `cargo xtask styles` (CC BY-SA 3.0, see `NOTICE`).
#[cfg(feature = "styles")]
const STYLES: &[u8] = include_bytes!("styles.pack");

/// Compiles a CSL style to a pack for [`Engine::load_pack`], and returns what the compiler passed over beside it.
///
/// A pack is smaller than the style by a factor of thirty and loads without an XML parser: pages load packs only. It is
/// valid for the release that made it.
///
/// # Errors
/// As [`Engine::add_style`].
#[cfg(feature = "compile")]
pub fn compile_style(csl: &str) -> Result<(Vec<u8>, Vec<StyleWarning>), Error> {
    let (style, warnings) = compile::style(csl)?;
    Ok((style.to_bytes(), warnings))
}

/// A style that was compiled and loaded.
#[cfg(feature = "compile")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AddedStyle {
    /// The name to format with: the last part of the style's id.
    pub name: String,
    /// What the compiler passed over.
    pub warnings: Vec<StyleWarning>,
}

/// What a caller may ask for beside style and form.
#[derive(Clone, Debug, Default)]
pub struct FormatOptions {
    /// The language of terms and dates (`de-AT`); the style's own, or American English, where empty.
    pub locale: String,
    /// A locator for citations and notes: its type and its value (`page`, `12–15`).
    pub locator: Option<(crate::vocabulary::Locator, String)>,
    /// Whether a bibliography keeps the order of its records, whatever the style's sort keys.
    pub keep_order: bool,
    /// Whether the style is followed to the letter, without the house rules that it lacks of its manual.
    pub official: bool,
}

impl Engine {
    /// An engine without styles; [`load_pack`](Engine::load_pack) and [`add_style`](Engine::add_style) bring some.
    pub fn new() -> Engine {
        Engine::default()
    }

    /// An engine with the four styles of [`DEFAULT_STYLES`] and the locale en-US.
    #[cfg(feature = "styles")]
    pub fn with_styles() -> Engine {
        let mut engine = Engine::new();
        // The pack is part of the crate, and a test loads it.
        let loaded = engine.load_pack(STYLES);
        debug_assert!(loaded.is_ok(), "the crate's own pack");
        engine
    }

    /// Loads one pack or several one after another, and returns the names of the styles and locales in them. One with
    /// the name of a loaded style or locale takes its place.
    ///
    /// # Errors
    /// When the bytes are no pack, are cut short, or come from another release. Nothing is loaded then.
    pub fn load_pack(&mut self, pack: &[u8]) -> Result<Vec<String>, Error> {
        let (styles, locales) = wire::read_bundle(pack)?;
        let names = styles.iter().map(|style| &style.name).chain(locales.iter().map(|locale| &locale.lang));
        let names = names.cloned().collect_vec();
        styles.into_iter().for_each(|style| self.insert_style(style));
        locales.into_iter().for_each(|locale| self.insert_locale(locale));
        Ok(names)
    }

    /// Compiles an independent CSL style (the text of a `.csl` file) and loads it.
    ///
    /// What the style has and CSL has not is passed over and reported in [`AddedStyle::warnings`].
    ///
    /// # Errors
    /// When the XML is broken, or is no independent style: every fault with line, column and a hint.
    #[cfg(feature = "compile")]
    pub fn add_style(&mut self, csl: &str) -> Result<AddedStyle, Error> {
        let (style, warnings) = compile::style(csl)?;
        let name = style.name.clone();
        self.insert_style(style);
        Ok(AddedStyle { name, warnings })
    }

    /// Compiles a CSL locale (the text of a `locales-….xml` file), loads it and returns its language.
    ///
    /// # Errors
    /// When the XML is broken, or is no locale.
    #[cfg(feature = "compile")]
    pub fn add_locale(&mut self, xml: &str) -> Result<String, Error> {
        let (locale, _) = compile::locale(xml)?;
        let lang = locale.lang.clone();
        self.insert_locale(locale);
        Ok(lang)
    }

    fn insert_style(&mut self, style: Style) {
        self.styles.retain(|known| known.name != style.name);
        self.styles.push(style);
    }

    fn insert_locale(&mut self, locale: Locale) {
        self.locales.retain(|known| known.lang != locale.lang);
        self.locales.push(locale);
    }

    /// The loaded styles, in the order of loading.
    pub fn styles(&self) -> Vec<StyleInfo<'_>> {
        self.styles.iter().map(StyleInfo::new).collect_vec()
    }

    /// The languages of the loaded locales.
    pub fn locales(&self) -> impl Iterator<Item = &str> {
        self.locales.iter().map(|locale| locale.lang.as_str())
    }

    /// The loaded styles, for tools of the workspace that look inside.
    #[doc(hidden)]
    pub fn loaded_styles(&self) -> &[Style] {
        &self.styles
    }

    /// The loaded locales, for the same.
    #[doc(hidden)]
    pub fn loaded_locales(&self) -> &[Locale] {
        &self.locales
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
        let mut single = Single::new(self.style(style)?, &self.locales, &options.locale);
        if options.official {
            single.without_house_rules();
        }
        let content = content(&single, item, form, options);
        Ok(Formatted::new(&output::finish(&content, &single.settings())))
    }

    /// A bibliography of all records, sorted (unless [`FormatOptions::keep_order`]) and disambiguated as the style wants:
    /// each entry with its record's id. Words are sorted by the rules of the language that the host has: in a browser
    /// `Intl.Collator`'s, natively those of the Unicode root collation.
    ///
    /// # Errors
    /// When no loaded style has that name; the error lists those that are loaded.
    #[cfg(feature = "full")]
    pub fn bibliography(
        &self,
        items: &[Item],
        style: &str,
        options: &FormatOptions,
    ) -> Result<Vec<(String, Formatted)>, Error> {
        let collation = collation::for_language(&options.locale);
        let mut processor = Processor::new(self.style(style)?, &self.locales, &options.locale);
        if options.official {
            processor.without_house_rules();
        }
        processor.set_collation(&collation);
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
        let mut style = self.style(style)?.clone();
        if options.official {
            style.house = crate::csl::program::HouseRules::default();
        }
        Ok(Document::new(style, &self.locales, &options.locale, options.keep_order))
    }

    /// The style with this name, or with an id that ends in it.
    fn style(&self, name: &str) -> Result<&Style, Error> {
        let last = after_last_any(name, "/");
        let found = self.styles.iter().find(|style| style.is_named(last));
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
