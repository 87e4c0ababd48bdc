//! The same bibliography by hayagriva, for comparison. It is built only for the bench.

use hayagriva::citationberg::json::Item;
use hayagriva::citationberg::{IndependentStyle, Locale, LocaleFile};
use hayagriva::{BibliographyDriver, BibliographyRequest, CitationItem, CitationRequest};
use serde_json::Value;

use xtask::Outcome;
use xtask::styles::Library;

/// Milliseconds for a bibliography of all items. Every item has to be cited for hayagriva to list it, so its time holds
/// the citations too.
pub(super) fn time(library: &Library, style: &str, records: &[Value]) -> Outcome<f64> {
    let xml = library.style_xml(style).ok_or("An official style is missing.")?;
    let style = IndependentStyle::from_xml(&xml)
        .map_err(|error| format!("hayagriva cannot read {style}: {error}."))?;
    let xml = library.locale_xml("en-US").ok_or("The locale en-US is missing.")?;
    let locale =
        LocaleFile::from_xml(&xml).map_err(|error| format!("hayagriva cannot read en-US: {error}."))?;
    let locales: Vec<Locale> = vec![locale.into()];
    let items: Vec<Item> = records
        .iter()
        .map(|record| serde_json::from_value(record.clone()))
        .collect::<Result<_, _>>()
        .map_err(|error| format!("hayagriva cannot read a record: {error}."))?;
    let start = std::time::Instant::now();
    let mut driver = BibliographyDriver::new();
    for item in &items {
        driver.citation(CitationRequest::from_items(vec![CitationItem::with_entry(item)], &style, &locales));
    }
    let made = driver.finish(BibliographyRequest { style: &style, locale: None, locale_files: &locales });
    let taken = super::native::milliseconds(start);
    match made.bibliography {
        Some(bibliography) if bibliography.items.len() == items.len() => Ok(taken),
        _ => Err("hayagriva left entries out.".to_owned()),
    }
}
