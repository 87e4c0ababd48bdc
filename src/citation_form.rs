//! The forms of citation, and which of them a style offers.

use crate::csl::program::{Class, Style};

crate::vocabulary::vocabulary! {
    /// The forms in which a work is cited.
    CitationForm {
        Reference = "reference", InText = "in-text", Narrative = "narrative", Note = "note",
        ShortNote = "short-note",
    }
}

/// The forms that a style offers, the reference first.
pub fn offered_forms(style: &Style) -> &'static [CitationForm] {
    match (style.class, &style.bibliography) {
        (Class::Note, Some(_)) => &[CitationForm::Reference, CitationForm::Note, CitationForm::ShortNote],
        (Class::Note, None) => &[CitationForm::Note, CitationForm::ShortNote],
        (Class::InText, Some(_)) => &[CitationForm::Reference, CitationForm::InText, CitationForm::Narrative],
        (Class::InText, None) => &[CitationForm::InText, CitationForm::Narrative],
    }
}
