//! The faces that CSL-JSON has markup for, for readers of other markup.

/// A face of type.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Face {
    Italic,
    Bold,
    SmallCaps,
    Subscript,
    Superscript,
}

impl Face {
    /// The start and the end tag in CSL-JSON (specification of the input format, "HTML-like formatting tags").
    pub(crate) fn tags(self) -> (&'static str, &'static str) {
        match self {
            Face::Italic => ("<i>", "</i>"),
            Face::Bold => ("<b>", "</b>"),
            Face::SmallCaps => ("<span style=\"font-variant:small-caps;\">", "</span>"),
            Face::Subscript => ("<sub>", "</sub>"),
            Face::Superscript => ("<sup>", "</sup>"),
        }
    }
}
