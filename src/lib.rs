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
//!   [`Engine::bibliography`] many, sorted and told apart as the style wants.
//! * [`export`] writes BibTeX, RIS and CSL-JSON.
//!
//! # Features
//!
//! | feature | default | what it brings |
//! |---|---|---|
//! | `styles` | yes | the four default styles and the locale en-US inside the crate: `Engine::with_styles` |
//! | `full` | yes | bibliographies, documents, reading BibTeX, RIS and registries' records, reference lists |
//! | `compile` | no | CSL styles and locales from XML: `Engine::add_style` |
//! | `wasm` | no | the JavaScript classes of the npm package |

// A page needs of the standard library only what `alloc` has; the rest would bring the printing of panics.
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

extern crate alloc;
#[cfg(not(all(feature = "wasm", target_arch = "wasm32")))]
extern crate std;

pub mod csl;
#[cfg(feature = "full")]
pub mod document;
pub mod engine;
pub mod error;
mod formatted;
pub mod host;
pub mod item;
mod prelude;
pub mod read;
#[cfg(feature = "full")]
pub mod references;
mod sorting;
pub mod text;
pub mod tidy;
pub mod vocabulary;
#[cfg(feature = "wasm")]
pub mod wasm;
pub mod write;

#[cfg(feature = "compile")]
pub use engine::AddedStyle;
#[cfg(feature = "styles")]
pub use engine::DEFAULT_STYLES;
pub use engine::{CitationForm, Engine, FormatOptions, Formatted, Run};
pub use error::Error;
pub use item::{Date, DateParts, Item, Name, Repair, Rule, Value, Warning};
#[cfg(feature = "full")]
pub use read::ImportFormat;
pub use read::ReadResult;
#[cfg(feature = "full")]
pub use references::Reference;
pub use tidy::{Options as TidyOptions, tidy};
pub use vocabulary::{ItemType, Locator, Variable};
pub use write::{ExportFormat, export};

/// The version of the crate, which the packages made of it carry too.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");
