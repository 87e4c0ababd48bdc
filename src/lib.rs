//! Citelet formats citations in any CSL style, and repairs what journals store badly before it does.
//!
//! ```
//! # #[cfg(feature = "styles")] {
//! use citelet::{CitationForm, Engine, FormatOptions, Item, ItemType, Name, Variable};
//!
//! let mut item = Item::new("akram2024", ItemType::ArticleJournal);
//! item.set(Variable::Title, "In Post Us Withdrawal Afghanistan");
//! item.set(Variable::Author, vec![Name::person("Akram", "Dr Qudsia"), Name::person("Asif", "Noureen")]);
//! item.set(Variable::Abstract, "After the US withdrawal from Afghanistan …");
//!
//! // What is stored badly is repaired, and every repair says what it rests on.
//! let (repairs, warnings) = citelet::tidy(&mut item, &citelet::TidyOptions::default());
//! assert_eq!((repairs[0].from.as_str(), repairs[0].to.as_str()), ("Dr Qudsia", "Qudsia"));
//!
//! let engine = Engine::with_styles();
//! let citation = engine.format(&item, "apa", CitationForm::InText, &FormatOptions::default())?;
//! assert_eq!(citation.text, "(Akram & Asif, n.d.)");
//! # }
//! # Ok::<(), citelet::Error>(())
//! ```
//!
//! # A tour
//!
//! ```text
//! page ──read──▶ Item + warnings ──tidy──▶ Item + repairs ──┬─▶ csl: render ▶ content ▶ output ──▶ html · text · runs
//!                                                           └─▶ write: BibTeX · RIS · CSL-JSON
//! style.csl + locale.xml ──csl::compile (host only)──▶ pack of bytes ──▶ loaded by the page
//! ```
//!
//! * An [`Item`] is one record in CSL-JSON's model: a type and its variables.
//! * [`tidy`] repairs an item; each [`Repair`] can be undone from what it says, and each rule can be switched off.
//! * [`Engine`] holds styles: [`Engine::format`] prints one record in one [`CitationForm`], and
//!   [`Engine::bibliography`] many, sorted and disambiguated as the style states.
//! * A [`Document`] holds citations in running text and reports what every change prints anew.
//! * [`read_records`] reads BibTeX, RIS, CSL-JSON and registries' answers; [`read_page`] saved article pages.
//! * [`export`] writes BibTeX, BibLaTeX, RIS and CSL-JSON.
//!
//! # Features
//!
//! | feature | default | what it brings |
//! |---|---|---|
//! | `styles` | yes | the four default styles and the locale en-US inside the crate: `Engine::with_styles` |
//! | `languages` | yes | what is known of single languages inside the crate: forms of address, words before numbers |
//! | `full` | yes | bibliographies, documents, reading BibTeX, RIS and registries' records, reference lists |
//! | `write` | with `full` | RIS, and BibTeX in ASCII; BibTeX and CSL-JSON need no feature, BibLaTeX needs `full` |
//! | `compile` | no | CSL styles and locales from XML: `Engine::add_style` |
//! | `html` | no | saved pages: `read_page`, `read_references` |
//! | `wasm` | no | the JavaScript classes of the npm package |

// The core reads no clock, files, environment or randomness; without the standard library it cannot.
#![no_std]
// What a page runs cannot panic, for there nobody catches it, and every message of a panic is bytes to load. Tests are
// exempt, and so are the host tools, which a person watches.
#![cfg_attr(
    not(test),
    deny(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::panic,
        clippy::unreachable,
        clippy::indexing_slicing,
        clippy::string_slice
    )
)]
// Without `internals`, what only the tools and tests use looks unused.
#![cfg_attr(not(feature = "internals"), allow(dead_code, unused_imports, unreachable_pub))]

extern crate alloc;
#[cfg(not(all(feature = "wasm", target_arch = "wasm32")))]
extern crate std;

// The public names are those at the end of this file. The modules are private, but for the tools and tests of the
// workspace, which look inside with the feature `internals`; it promises nothing.
#[cfg(not(feature = "internals"))]
mod citation_form;
#[cfg(not(feature = "internals"))]
mod csl;
#[cfg(all(feature = "full", not(feature = "internals")))]
mod document;
#[cfg(not(feature = "internals"))]
mod engine;
#[cfg(not(feature = "internals"))]
mod error;
mod extent;
mod formatted;
#[cfg(not(feature = "internals"))]
mod host;
#[cfg(all(feature = "html", not(feature = "internals")))]
mod html;
#[cfg(not(feature = "internals"))]
mod item;
#[cfg(not(feature = "internals"))]
mod languages;
mod prelude;
#[cfg(not(feature = "internals"))]
mod read;
#[cfg(feature = "full")]
mod records;
#[cfg(all(feature = "full", not(feature = "internals")))]
mod references;
#[cfg_attr(feature = "exporter", allow(dead_code))] // The exporter repairs nothing.
mod repair;
mod sorting;
mod style_info;
#[cfg(not(feature = "internals"))]
mod text;
#[cfg(not(feature = "internals"))]
mod tidy;
#[cfg(not(feature = "internals"))]
mod vocabulary;
#[cfg(all(feature = "wasm", not(feature = "internals")))]
mod wasm;
#[cfg(not(feature = "internals"))]
mod write;

#[cfg(feature = "internals")]
pub mod citation_form;
#[cfg(feature = "internals")]
pub mod csl;
#[cfg(all(feature = "full", feature = "internals"))]
pub mod document;
#[cfg(feature = "internals")]
pub mod engine;
#[cfg(feature = "internals")]
pub mod error;
#[cfg(feature = "internals")]
pub mod host;
#[cfg(all(feature = "html", feature = "internals"))]
pub mod html;
#[cfg(feature = "internals")]
pub mod item;
#[cfg(feature = "internals")]
pub mod languages;
#[cfg(feature = "internals")]
pub mod read;
#[cfg(all(feature = "full", feature = "internals"))]
pub mod references;
#[cfg(feature = "internals")]
pub mod text;
#[cfg(feature = "internals")]
pub mod tidy;
#[cfg(feature = "internals")]
pub mod vocabulary;
#[cfg(all(feature = "wasm", feature = "internals"))]
pub mod wasm;
#[cfg(feature = "internals")]
pub mod write;

#[cfg(feature = "compile")]
pub use csl::compile::{StyleWarning, StyleWarningKind};
pub use csl::program::{
    FontStyle, FontVariant, FontWeight, Formatting, SecondFieldAlign, TextDecoration, VerticalAlign,
};
#[cfg(feature = "full")]
pub use csl::{
    citation::{Citation, CitationMode, Cite, CitePart},
    program::Position,
};
#[cfg(feature = "full")]
pub use document::{Document, Update};
#[cfg(feature = "styles")]
pub use engine::DEFAULT_STYLES;
#[cfg(feature = "compile")]
pub use engine::{AddedStyle, compile_style};
pub use engine::{CitationForm, Engine, FormatOptions, Formatted, Run};
pub use error::Error;
#[cfg(feature = "full")]
pub use host::collation::{Collate, RootCollation};
#[cfg(feature = "html")]
pub use html::{read_page, read_references};
pub use item::{Date, DateParts, Item, Name, Repair, Rule, Value, Warning};
#[cfg(feature = "full")]
pub use read::ImportFormat;
pub use read::ReadResult;
#[cfg(feature = "full")]
pub use records::read_records;
#[cfg(feature = "full")]
pub use references::Reference;
pub use style_info::{BibliographyLayout, StyleInfo};
pub use tidy::{Options as TidyOptions, tidy};
pub use vocabulary::{ItemType, Locator, Variable, VariableKind};
pub use write::{ExportFormat, export};

/// The version of the crate, which the packages made of it carry too.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");

/// The Rust code of the README, compiled and run with the other examples of the documentation.
#[cfg(all(doctest, feature = "styles"))]
#[doc = include_str!("../README.md")]
struct Readme;
