//! Whether a pack works: it reads back, and varied records come out of it in every form without a panic.

use std::sync::{Arc, OnceLock};

use citelet::citation_form::offered_forms;
use citelet::csl::citation::{Citation, Cite};
use citelet::csl::program::Style;
use citelet::engine::{CitationForm, Engine, FormatOptions};
use citelet::item::{Item, json};
use citelet::vocabulary::Locator;
use serde_json::Value;

use crate::{Outcome, guard};

/// Records of many types, some without what every style wants, in several scripts.
const VARIED: &str = include_str!("../../data/varied-items.json");

/// These records.
pub fn varied_items() -> &'static [Item] {
    static ITEMS: OnceLock<Vec<Item>> = OnceLock::new();
    ITEMS.get_or_init(|| {
        let records: Vec<Value> = serde_json::from_str(VARIED).unwrap_or_default();
        records.iter().filter_map(|record| json::read_item(record, &mut Vec::new())).collect()
    })
}

/// A style as a page meets it: its pack beside locales.
///
/// # Errors
/// Says what went wrong: bytes that do not read back, a panic, a hang, or a plain article of which nothing is printed.
pub fn check(pack: &[u8], locales: &Arc<Vec<u8>>) -> Outcome<()> {
    let (pack, locales) = (pack.to_owned(), Arc::clone(locales));
    guard::guarded(move || {
        let style = Style::from_bytes(&pack).map_err(|error| error.to_string())?;
        if style.to_bytes() != pack {
            return Err("the pack reads back differently".to_owned());
        }
        let mut engine = Engine::new();
        engine
            .load_pack(&locales)
            .and_then(|_| engine.load_pack(&pack))
            .map_err(|error| error.to_string())?;
        each_form(&engine, &style)?;
        document(&engine, &style).map_err(|error| error.to_string())
    })
    .and_then(|result| result)
}

/// Every record alone, in every form.
fn each_form(engine: &Engine, style: &Style) -> Outcome<()> {
    let options = |locator| FormatOptions { locator, ..FormatOptions::default() };
    let place = options(Some((Locator::Page, "12-15".to_owned())));
    let mut printed = String::new();
    for item in varied_items() {
        for form in offered_forms(style) {
            let options = if *form == CitationForm::Reference { &options(None) } else { &place };
            let formatted = engine.format(item, &style.name, *form, options);
            printed += &formatted.map_err(|error| error.to_string())?.text;
        }
        if item.id == "article" && printed.trim().is_empty() {
            return Err("nothing is printed for an article".to_owned());
        }
    }
    Ok(())
}

/// All records together: sorted, disambiguated, cited one after another and again.
fn document(engine: &Engine, style: &Style) -> Result<(), citelet::Error> {
    let mut document = engine.document(&style.name, &FormatOptions::default())?;
    document.add_items(varied_items().iter().cloned());
    let mut citations: Vec<Citation> = Vec::new();
    for (note, items) in (1..).zip(varied_items().chunks(3).chain(varied_items().chunks(5))) {
        let cites = items.iter().map(|item| Cite::of(&item.id)).collect();
        citations.push(Citation { id: note.to_string(), cites, note, ..Citation::default() });
    }
    document.set_citations(citations)?;
    document.bibliography();
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_varied_items_are_read() {
        assert_eq!(varied_items().len(), 19);
    }
}
