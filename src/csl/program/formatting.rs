//! Affixes and formatting attributes (specification, "Affixes", "Formatting", "Text-case", "Display").

use crate::prelude::*;
use crate::vocabulary::vocabulary;

/// Affixes, formatting, `display`, `quotes`, `strip-periods` and `text-case`, for all elements that may have them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Rendering {
    /// `prefix`.
    pub prefix: String,
    /// `suffix`.
    pub suffix: String,
    /// `font-style` and its kin.
    pub format: Formatting,
    /// `text-case`.
    pub text_case: Option<TextCase>,
    /// `quotes`.
    pub quotes: bool,
    /// `strip-periods`.
    pub strip_periods: bool,
    /// `display`.
    pub display: Option<Display>,
}

/// What an element without any of these attributes has.
pub static PLAIN: Rendering = Rendering {
    prefix: String::new(),
    suffix: String::new(),
    format: Formatting {
        font_style: None,
        font_variant: None,
        font_weight: None,
        text_decoration: None,
        vertical_align: None,
    },
    text_case: None,
    quotes: false,
    strip_periods: false,
    display: None,
};

/// The formatting attributes. `None` keeps the formatting around the element; `Normal` ends it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Formatting {
    /// `font-style`.
    pub font_style: Option<FontStyle>,
    /// `font-variant`.
    pub font_variant: Option<FontVariant>,
    /// `font-weight`.
    pub font_weight: Option<FontWeight>,
    /// `text-decoration`.
    pub text_decoration: Option<TextDecoration>,
    /// `vertical-align`.
    pub vertical_align: Option<VerticalAlign>,
}

vocabulary! {
    /// `font-style`.
    FontStyle { Normal = "normal", Italic = "italic", Oblique = "oblique" }
}

vocabulary! {
    /// `font-variant`.
    FontVariant { Normal = "normal", SmallCaps = "small-caps" }
}

vocabulary! {
    /// `font-weight`.
    FontWeight { Normal = "normal", Bold = "bold", Light = "light" }
}

vocabulary! {
    /// `text-decoration`.
    TextDecoration { None = "none", Underline = "underline" }
}

vocabulary! {
    /// `vertical-align`.
    VerticalAlign { Baseline = "baseline", Sup = "sup", Sub = "sub" }
}

vocabulary! {
    /// `text-case`.
    TextCase {
        Lowercase = "lowercase", Uppercase = "uppercase", CapitalizeFirst = "capitalize-first",
        CapitalizeAll = "capitalize-all", Sentence = "sentence", Title = "title",
    }
}

vocabulary! {
    /// `display`.
    Display { Block = "block", LeftMargin = "left-margin", RightInline = "right-inline", Indent = "indent" }
}

impl Rendering {
    /// Whether no attribute is stated.
    pub fn is_plain(&self) -> bool {
        *self == PLAIN
    }
}
