//! One error type for the whole crate, at the bottom so that every layer may return it.
//!
//! A kind holds no text; the wording stands in one place, [`Error`]'s `Display`, and every sentence says what was
//! found, what was wanted and where.

use crate::prelude::*;
use crate::text::{self, concat};
use core::fmt;

/// Why something could not be done: a [code](Error::code) for programs and one sentence, its `Display`, for people.
///
/// ```
/// # #[cfg(feature = "styles")] {
/// use citelet::{CitationForm, Engine, FormatOptions, Item, ItemType};
///
/// let engine = Engine::with_styles();
/// let item = Item::new("1", ItemType::Book);
/// let error = engine.format(&item, "appa", CitationForm::Reference, &FormatOptions::default()).unwrap_err();
/// assert_eq!(error.code(), "unknown-style");
/// assert!(error.to_string().starts_with("There is no style “appa”, only: apa, "));
/// # }
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Error {
    kind: Kind,
}

/// The kinds of failure, one variant a sentence.
#[allow(dead_code)] // Which of them occur depends on the features.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// The bytes do not begin with a pack's label.
    NotAPack,
    /// The text is not what a file of `languages/` holds.
    NotALanguage,
    /// The pack was written for another version of the engine.
    PackVersion {
        /// The version the pack states.
        found: u32,
        /// The version this engine reads.
        wanted: u32,
    },
    /// The bytes end before the thing being read does.
    Truncated {
        /// The thing being read.
        what: &'static str,
        /// Offset in bytes from the start of the pack.
        at: usize,
    },
    /// A number in the pack means nothing.
    Invalid {
        /// The thing being read.
        what: &'static str,
        /// Offset in bytes from the start of the pack.
        at: usize,
    },
    /// No loaded pack has that style, or no table that word.
    Unknown {
        /// "style", "form" or "format".
        what: &'static str,
        /// The name that was asked for.
        name: String,
        /// The names there are.
        known: Vec<String>,
    },
    /// A citation cites a record that was not added to the document.
    NoRecord {
        /// The record's id.
        id: String,
    },
    /// The document has no such citation.
    NoCitation {
        /// The citation's id.
        id: String,
    },
    /// A style or locale in XML could not be compiled; each message has its line and column.
    Style {
        /// All faults found.
        faults: Vec<String>,
    },
    /// The text is not JSON, or not an item.
    Json {
        /// What was found, in words.
        found: String,
    },
}

impl Error {
    /// Wraps a kind; cold, so that callers stay small.
    #[cold]
    pub(crate) fn new(kind: Kind) -> Error {
        Error { kind }
    }

    /// A code for programs, the same in JavaScript:
    ///
    /// | code | what failed |
    /// |---|---|
    /// | `not-a-pack` | the bytes do not begin with a pack's label |
    /// | `pack-version` | the pack was written for another release |
    /// | `damaged-pack` | the pack is cut short, or a number in it means nothing |
    /// | `not-a-language` | the text is no file of a language |
    /// | `unknown-style` | no style of that name is loaded |
    /// | `unknown-form` | there is no form of citation of that name |
    /// | `unknown-format` | there is no file format of that name |
    /// | `unknown-record` | a citation cites a record that was not added |
    /// | `unknown-citation` | the document has no citation of that id |
    /// | `invalid-style` | a style or locale in XML cannot be compiled |
    /// | `invalid-record` | the text is not JSON, or not a record |
    pub fn code(&self) -> &'static str {
        match self.kind {
            Kind::NotAPack => "not-a-pack",
            Kind::NotALanguage => "not-a-language",
            Kind::PackVersion { .. } => "pack-version",
            Kind::Truncated { .. } | Kind::Invalid { .. } => "damaged-pack",
            Kind::Unknown { what: "style", .. } => "unknown-style",
            Kind::Unknown { what: "form", .. } => "unknown-form",
            Kind::Unknown { .. } => "unknown-format",
            Kind::NoRecord { .. } => "unknown-record",
            Kind::NoCitation { .. } => "unknown-citation",
            Kind::Style { .. } => "invalid-style",
            Kind::Json { .. } => "invalid-record",
        }
    }

    /// One sentence that says what was found, what was wanted and where; of a style, one line for each fault.
    pub fn message(&self) -> String {
        sentence(&self.kind)
    }
}

impl From<Kind> for Error {
    fn from(kind: Kind) -> Error {
        Error::new(kind)
    }
}

impl core::error::Error for Error {}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message())
    }
}

/// The wording of every error. Strings are joined by hand: the formatting machinery would cost the page bytes.
fn sentence(kind: &Kind) -> String {
    let (one, other);
    let parts: [&str; 5] = match kind {
        Kind::NotALanguage => [
            "The text is no file of a language: no line in it begins with \u{201c}tag:\u{201d}.",
            "",
            "",
            "",
            "",
        ],
        Kind::NotAPack => {
            ["These bytes are not a Citelet pack: they do not begin with its label.", "", "", "", ""]
        }
        Kind::PackVersion { found, wanted } => {
            (one, other) = (text::to_decimal(*found), text::to_decimal(*wanted));
            let advice = ": engine and packs must come from the same release.";
            ["This pack has version ", &one, ", but the engine reads version ", &other, advice]
        }
        Kind::Truncated { what, at } => {
            one = text::usize_to_decimal(*at);
            ["The pack ends at byte ", &one, ", in the middle of ", what, "."]
        }
        Kind::Invalid { what, at } => {
            one = text::usize_to_decimal(*at);
            ["The pack is damaged: byte ", &one, " is no ", what, "."]
        }
        Kind::Unknown { what, name, known } => {
            let names = text::join(known, ", ");
            let only = if known.is_empty() { [": none is loaded", ""] } else { [", only: ", &names] };
            one = concat(&["\u{201d}", only[0], only[1], "."]);
            ["There is no ", what, " \u{201c}", name, &one]
        }
        Kind::NoRecord { id } => {
            ["The document has no record \u{201c}", id, "\u{201d}: add it before it is cited.", "", ""]
        }
        Kind::NoCitation { id } => ["The document has no citation \u{201c}", id, "\u{201d}.", "", ""],
        Kind::Style { faults } => return text::join(faults, "\n"),
        Kind::Json { found } => ["This is not a citation record: ", found, ".", "", ""],
    };
    concat(&parts)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_say_what_was_found_and_wanted() {
        let known = vec!["apa".to_owned(), "mla".to_owned()];
        let error = Error::new(Kind::Unknown { what: "style", name: "vancouvre".to_owned(), known });
        assert_eq!(error.code(), "unknown-style");
        assert_eq!(error.to_string(), "There is no style “vancouvre”, only: apa, mla.");
        let error = Error::new(Kind::Truncated { what: "macro table", at: 17 });
        assert_eq!(error.to_string(), "The pack ends at byte 17, in the middle of macro table.");
    }
}
