//! What a loaded style says about itself.

use serde::Serialize;

use crate::citation_form::{CitationForm, offered_forms};
use crate::csl::program::{SecondFieldAlign, Style};

/// A loaded style.
///
/// ```
/// # #[cfg(feature = "styles")] {
/// use citelet::{CitationForm, Engine};
///
/// let engine = Engine::with_styles();
/// let apa = &engine.styles()[0];
/// assert_eq!(apa.name, "apa");
/// assert_eq!(apa.forms, [CitationForm::Reference, CitationForm::InText, CitationForm::Narrative]);
/// # }
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct StyleInfo<'a> {
    /// The name to format with, such as `apa`.
    pub name: &'a str,
    /// The official title.
    pub title: &'a str,
    /// The forms of citation that it offers, the reference first.
    pub forms: &'static [CitationForm],
    /// How its bibliography is set; `None` for a style without one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bibliography: Option<BibliographyLayout>,
}

/// How a bibliography is set (CSL specification, "Whitespace").
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct BibliographyLayout {
    /// Whether what follows the label is aligned, and where the label stands.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub second_field_align: Option<SecondFieldAlign>,
    /// Whether lines after the first are indented.
    pub hanging_indent: bool,
    /// The height of a line, in lines.
    pub line_spacing: u32,
    /// The space between entries, in lines.
    pub entry_spacing: u32,
}

impl<'a> StyleInfo<'a> {
    pub(crate) fn new(style: &'a Style) -> StyleInfo<'a> {
        let Style { name, title, .. } = style;
        StyleInfo { name, title, forms: offered_forms(style), bibliography: BibliographyLayout::of(style) }
    }
}

impl BibliographyLayout {
    fn of(style: &Style) -> Option<BibliographyLayout> {
        let bibliography = style.bibliography.as_ref()?;
        Some(BibliographyLayout {
            second_field_align: bibliography.second_field_align,
            hanging_indent: bibliography.hanging_indent,
            line_spacing: bibliography.line_spacing.unwrap_or(1),
            entry_spacing: bibliography.entry_spacing.unwrap_or(1),
        })
    }
}
