//! Each field of each reader, of the repairs, the four styles and the files that are written: the inputs for which work must
//! not grow faster than the text. `cargo xtask bench --linear` times them, and `tests/linear.rs` counts their steps.

mod files;
mod items;
mod pages;
pub mod steps;

use citelet::vocabulary::Variable;

/// Work on an input that is ready.
pub type Work = Box<dyn Fn()>;

/// A field: who reads it, its name, and the work on a text in it.
pub struct Field {
    /// The reader, or what else is done with the field.
    pub reader: String,
    /// The field in the reader's own words.
    pub name: String,
    make: Box<dyn Fn(&str) -> Work>,
}

impl Field {
    fn new(
        reader: impl Into<String>,
        name: impl Into<String>,
        make: impl Fn(&str) -> Work + 'static,
    ) -> Field {
        Field { reader: reader.into(), name: name.into(), make: Box::new(make) }
    }

    /// The work on a text in this field.
    pub fn work(&self, text: &str) -> Work {
        (self.make)(text)
    }
}

/// What a field is filled with: what some loop looks for, and what it has to pass over.
#[rustfmt::skip]
pub const FILLERS: &[&str] = &[
    "Dr. ", "A. ", "Berg, ", "van ", "and ", "; ", "<", "<i>", "<i>a</i> ", "&", "&amp;", "&#x27;", ", ", "(", ") ", "- ", "–", "\"", "“",
    "'", "{", "\\", "/", ":", ". ", "?", "1", "1-2, ", "a1 ", " ", "a", "a ", "A", "McA", "e\u{301}", "\u{301}", "é", "م ", "字", "\u{202e}", "\u{a0}", "\u{0}",
    "http://a", "10.1/", "vol. ", "=", "%26", "\n", "1900-1950 ", "10.1/)",
    "y ", "Ann Berg y ", "Ann Berg, PhD, ", "(1)", "et al ", "\\it ", "\\emph{", "\\enquote{",
];

/// Variables of which each is treated in a way of its own; the others are like one of these.
pub(crate) const VARIABLES: &[Variable] = &[
    Variable::Abstract,
    Variable::Archive,
    Variable::ChapterNumber,
    Variable::CollectionNumber,
    Variable::ContainerTitle,
    Variable::Doi,
    Variable::Edition,
    Variable::Genre,
    Variable::Issn,
    Variable::Issue,
    Variable::Keyword,
    Variable::Language,
    Variable::Note,
    Variable::Number,
    Variable::NumberOfPages,
    Variable::OriginalTitle,
    Variable::Page,
    Variable::PartTitle,
    Variable::Pmid,
    Variable::Publisher,
    Variable::PublisherPlace,
    Variable::ReviewedTitle,
    Variable::Status,
    Variable::Title,
    Variable::TitleShort,
    Variable::Url,
    Variable::Version,
    Variable::Volume,
];

/// All fields.
pub fn all() -> Vec<Field> {
    let mut fields = pages::fields();
    fields.extend(files::fields());
    fields.extend(items::fields());
    fields
}

/// A text of so many bytes, or a little less.
pub fn filled(filler: &str, bytes: usize) -> String {
    filler.repeat(bytes / filler.len())
}
