//! Repairs with evidence.
//!
//! Each repair changes one value by one rule and reports what it changed and why. Most need nothing but the item, so that
//! records are repaired alike wherever they come from; those in `page` need the texts of the page too. Every rule can be
//! switched off.

mod case;
mod identifiers;
mod names;
mod number_words;
mod numbers;
mod options;
mod page;
mod report;
mod text;

use crate::item::{Item, Repair, Rule, Value, Warning};
use crate::languages::Context;
use crate::prelude::*;
use crate::vocabulary::{ItemType, Variable};

pub use options::{Evidence, Options};
use report::{LONGEST, Report};

/// Repairs a record, and reports what was changed and what a person should look at.
pub fn tidy(item: &mut Item, options: &Options) -> (Vec<Repair>, Vec<Warning>) {
    tidy_with(item, &Evidence::default(), options)
}

/// [`tidy`] with evidence from beside the record.
pub fn tidy_with(item: &mut Item, evidence: &Evidence<'_>, options: &Options) -> (Vec<Repair>, Vec<Warning>) {
    let mut report = Report::new(*options);
    if let Some(sources) = evidence.sources {
        page::repair(&mut report, item, sources);
    }
    let mut language = item.text(Variable::Language).unwrap_or_default().to_owned();
    // "Türkçe", "Turkish". Codes are repaired as other texts are; of a tag with a region the language alone would be found.
    if language.len() > 3
        && !language.contains_any("-_")
        && let Some(own) = evidence.languages.get(&language)
    {
        let word = Variable::Language.word();
        report.change(Rule::Language, &text::TAGS, word, &mut language, own.tag().to_owned());
        item.set(Variable::Language, language.as_str());
    }
    let of_page = evidence.sources.map_or(&[] as &[String], |sources| &sources.languages);
    let tags = of_page.iter().map(String::as_str).chain([language.as_str()]).collect_vec();
    let context = Context::new(evidence.languages, tags);
    for variable in Variable::ALL.iter().copied() {
        let Some(mut value) = item.remove(variable) else { continue };
        match &mut value {
            Value::Text(text) if text.len() > LONGEST => report.too_long(variable.word(), text.len()),
            Value::Text(text) => text::repair(&mut report, variable, text),
            Value::Names(list) => names::repair(&mut report, variable, list, &context),
            Value::Date(_) => {}
        }
        item.set(variable, value);
    }
    number_words::remove(&mut report, item, &context);
    case::repair(&mut report, item, evidence);
    if item.fields().next().is_some() {
        missing(item, &mut report.warnings);
    }
    (report.repairs, report.warnings)
}

/// Adds a warning for each required field that is missing.
fn missing(item: &Item, warnings: &mut Vec<Warning>) {
    let mut lacks = |variable: Variable, message: &str| {
        if item.get(variable).is_none() {
            warnings.push(Warning::new(variable.word(), message));
        }
    };
    lacks(Variable::Title, "The record has no title.");
    if item.names(Variable::Editor).is_empty() {
        lacks(Variable::Author, "The record names no author.");
    }
    lacks(Variable::Issued, "The record has no date.");
    if item.item_type == ItemType::ArticleJournal {
        lacks(Variable::ContainerTitle, "The record names no journal.");
    }
}
