//! Citelet, called natively: each request in a thread of its own, so that neither a panic nor a hang ends a run.

use std::sync::Arc;

use citelet::engine::{Engine, FormatOptions};
use citelet::item::{Item, json};
use citelet::vocabulary::Locator;
use citelet::write::BibtexOptions;
use serde_json::Value;

use super::request::{Output, Request};
use xtask::styles::Library;
use xtask::{Outcome, guard, project, run};

/// An engine with some official styles and all locales, loaded from packs as a page loads them.
#[derive(Clone)]
pub struct Citelet {
    engine: Arc<Engine>,
    /// Whether styles are followed to the letter, without house rules.
    pub official: bool,
}

impl Citelet {
    /// An engine with the styles of the requests.
    ///
    /// # Errors
    /// When an official style or locale cannot be fetched or compiled.
    pub fn for_requests(requests: &[Request]) -> Outcome<Citelet> {
        let library = Library::open(project::root())?;
        let mut styles: Vec<&str> = requests.iter().map(|request| request.style.as_str()).collect();
        styles.sort_unstable();
        styles.dedup();
        let mut bundle = Vec::new();
        for lang in library.langs() {
            bundle.extend(library.compiled_locale(&lang)?.to_bytes());
        }
        for style in styles {
            bundle.extend(library.shipped(style)?.to_bytes());
        }
        let mut engine = Engine::new();
        engine.load_pack(&bundle).map_err(|error| error.to_string())?;
        Ok(Citelet { engine: Arc::new(engine), official: false })
    }

    /// The output for one request.
    pub fn output(&self, request: &Request) -> Output {
        let (engine, official, request) = (Arc::clone(&self.engine), self.official, request.clone());
        guard::guarded(move || {
            let item = read_item(&request.item)?;
            let locator = request
                .locator
                .map(|(label, value)| (Locator::from_word(&label).unwrap_or(Locator::Page), value));
            let options = FormatOptions { locator, official, ..FormatOptions::default() };
            let formatted = engine.format(&item, &request.style, request.form, &options);
            formatted.map(|formatted| formatted.html).map_err(|error| error.to_string())
        })
        .and_then(|output| output)
    }
}

/// The outputs for all requests, in their order.
pub(super) fn outputs(requests: &[Request], official: bool) -> Outcome<Vec<Output>> {
    guard::hush();
    let citelet = Citelet { official, ..Citelet::for_requests(requests)? };
    Ok(run::step("formatting", || run::on_all_cores(requests, |request| citelet.output(request))))
}

/// Reads a record as a page would pass it.
///
/// # Errors
/// When it is no object.
pub fn read_item(record: &Value) -> Result<Item, String> {
    let mut warnings = Vec::new();
    let item = json::read_item(record, &mut warnings);
    item.ok_or_else(|| warnings.into_iter().map(|warning| warning.message).collect::<Vec<_>>().join(" "))
}

/// A record as a BibTeX entry.
pub fn bibtex(record: &Value, ascii: bool) -> Output {
    read_item(record).map(|item| citelet::write::bibtex(&item, &BibtexOptions { ascii }))
}
