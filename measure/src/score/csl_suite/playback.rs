//! Plays a fixture: registers its records, makes its citations or its bibliography, and prints as the suite prints.

use std::collections::HashMap;

use citelet::csl::citation::{Citation, CitationMode, Cite as ProcessorCite, CitePart};
use citelet::csl::content::Content;
use citelet::csl::processor::Processor;
use citelet::csl::program::locale::Locale;
use citelet::csl::program::{Position, Style};
use citelet::csl::{compile, output};
use citelet::item::Item;
use citelet::vocabulary::Locator;

use super::fixture::{Cite, Fixture, Mode, Step, word};
use super::section::selects;
use crate::score::ours;

/// What the fixture prints.
///
/// # Errors
/// When its style or records cannot be read, or it uses something that Citelet does not offer.
pub(super) fn play(fixture: &Fixture, locales: &[Locale]) -> Result<String, String> {
    let (style, _) = compile::style(&fixture.csl).map_err(|error| error.to_string())?;
    let mut processor = Processor::new(&style, locales, "");
    if fixture.mode == (Mode::Bibliography { sorted: false }) {
        processor.keep_order();
    }
    let items = distinct(fixture.input.iter().map(ours::read_item).collect::<Result<_, _>>()?);
    register(&mut processor, fixture, items);
    let mut lines = Vec::new();
    if let Some(steps) = &fixture.citations {
        lines = document(&mut processor, steps);
    }
    match fixture.mode {
        Mode::Bibliography { .. } => return Ok(bibliography(&processor, fixture)),
        Mode::Header => return Ok(parameters(&processor, &style, fixture)),
        Mode::Citation => {}
    }
    if let Some(citations) = &fixture.citation_items {
        lines.extend(citations.iter().map(|cites| alone(&processor, cites)));
    } else if fixture.citations.is_none() {
        lines.push(alone(&processor, &all_records(&processor, fixture)));
    }
    Ok(lines.join("\n"))
}

/// A record takes the place of an earlier one with its id, as in the suite's own store.
fn distinct(items: Vec<Item>) -> Vec<Item> {
    let mut out: Vec<Item> = Vec::with_capacity(items.len());
    for item in items {
        match out.iter_mut().find(|known| known.id == item.id) {
            Some(known) => *known = item,
            None => out.push(item),
        }
    }
    out
}

/// Records are listed all at once, or in the lists of BIBENTRIES; those of a document are registered and not listed until it cites them.
fn register(processor: &mut Processor<'_, '_>, fixture: &Fixture, items: Vec<Item>) {
    if let Some(lists) = &fixture.bibentries {
        for list in lists {
            let listed = list.iter().filter_map(|id| items.iter().find(|item| item.id == *id).cloned());
            processor.set_items(listed.collect::<Vec<_>>());
        }
        let unlisted = |item: &Item| !lists.last().is_some_and(|list| list.contains(&item.id));
        processor.add_items(items.into_iter().filter(unlisted).collect::<Vec<_>>());
    } else if fixture.citations.is_some() {
        processor.add_items(items);
    } else {
        processor.set_items(items);
    }
}

/// Without citations a fixture cites all its records at once, in the order of the bibliography.
fn all_records(processor: &Processor<'_, '_>, fixture: &Fixture) -> Vec<Cite> {
    let mut ids: Vec<String> = processor.bibliography().into_iter().map(|entry| entry.id).collect();
    for record in &fixture.input {
        let id = word(&record["id"]);
        if !ids.contains(&id) {
            ids.push(id);
        }
    }
    ids.into_iter().map(|id| Cite { id, ..Cite::default() }).collect()
}

fn alone(processor: &Processor<'_, '_>, cites: &[Cite]) -> String {
    let cites: Vec<ProcessorCite> = cites.iter().map(cite).collect();
    html(processor, &processor.citation(&cites))
}

/// The document after the last step, a line a citation; `>>` marks those that the last step changed.
fn document(processor: &mut Processor<'_, '_>, steps: &[Step]) -> Vec<String> {
    let mut known: HashMap<&str, &Step> = HashMap::new();
    let mut changed = Vec::new();
    let mut length = 0;
    for step in steps {
        known.insert(&step.id, step);
        let this = (step.id.clone(), step.note_index);
        let order = step.before.iter().chain([&this]).chain(&step.after);
        let citations: Vec<Citation> =
            order.filter_map(|(id, note)| Some(citation(known.get(id.as_str())?, *note))).collect();
        length = citations.len();
        changed = processor.set_citations(citations);
        // The citation a step is about counts as changed even when it comes out as before.
        changed.push(step.before.len());
    }
    let line = |index: usize| {
        let mark = if changed.contains(&index) { ">>" } else { ".." };
        let printed = processor.printed(index).map(|content| html(processor, content));
        format!("{mark}[{index}] {}", printed.unwrap_or_default())
    };
    (0..length).map(line).collect()
}

fn citation(step: &Step, note: u64) -> Citation {
    Citation {
        id: step.id.clone(),
        cites: step.cites.iter().map(cite).collect(),
        note: u32::try_from(note).unwrap_or(0),
        mode: match step.mode.as_str() {
            "composite" => CitationMode::Narrative(step.infix.clone()),
            "author-only" => CitationMode::AuthorOnly,
            "suppress-author" => CitationMode::SuppressAuthor,
            _ => CitationMode::Full,
        },
    }
}

fn cite(cite: &Cite) -> ProcessorCite {
    let label = Locator::from_word(&cite.label.replace(" ", "-")).unwrap_or(Locator::Page);
    let part = match (cite.suppress_author, cite.author_only) {
        (true, _) => CitePart::SuppressAuthor,
        (_, true) => CitePart::AuthorOnly,
        _ => CitePart::Full,
    };
    ProcessorCite {
        id: cite.id.clone(),
        locator: (!cite.locator.is_empty()).then(|| (label, cite.locator.clone())),
        prefix: cite.prefix.clone(),
        suffix: cite.suffix.clone(),
        part,
        position: cite.position.map(position),
        near_note: cite.near_note,
    }
}

/// Positions as the suite numbers them.
fn position(number: u64) -> Position {
    match number {
        0 => Position::First,
        1 => Position::Subsequent,
        2 => Position::Ibid,
        _ => Position::IbidWithLocator,
    }
}

fn bibliography(processor: &Processor<'_, '_>, fixture: &Fixture) -> String {
    let mut out = "<div class=\"csl-bib-body\">\n".to_owned();
    for entry in processor.bibliography() {
        let record = fixture.input.iter().find(|record| word(&record["id"]) == entry.id);
        let shown = match (&fixture.bibsection, record) {
            (Some(section), Some(record)) => selects(section, record),
            _ => true,
        };
        if shown {
            let html = html(processor, &entry.content);
            out += &format!("  <div class=\"csl-entry\">{html}</div>\n");
        }
    }
    out + "</div>"
}

/// How the bibliography is set, in the words of citeproc-js, whose object the suite prints: a line a property. Errors of
/// the style are none of its fixtures' business.
fn parameters(processor: &Processor<'_, '_>, style: &Style, fixture: &Fixture) -> String {
    let htmls: Vec<String> =
        processor.bibliography().iter().map(|entry| html(processor, &entry.content)).collect();
    let ids: Vec<String> = all_records(processor, fixture).into_iter().map(|cite| cite.id).collect();
    let set = style.bibliography.clone().unwrap_or_default();
    let mut lines = vec![
        "bibend: </div>".to_owned(),
        "bibliography_errors: ".to_owned(),
        "bibstart: <div class=\"csl-bib-body\">\n".to_owned(),
        "done: false".to_owned(),
        format!("entry_ids: {}", ids.join(",")),
        format!("entryspacing: {}", set.entry_spacing.unwrap_or(1)),
    ];
    if set.hanging_indent {
        lines.push("hangingindent: true".to_owned());
    }
    lines.push(format!("linespacing: {}", set.line_spacing.unwrap_or(1)));
    lines.push(format!("maxoffset: {}", htmls.iter().map(|html| margin(html)).max().unwrap_or(0)));
    lines.push(format!(
        "second-field-align: {}",
        set.second_field_align.map_or("false", |align| align.word())
    ));
    lines.join("\n")
}

/// How many characters an entry has in the margin.
fn margin(html: &str) -> usize {
    let inside =
        html.split("<div class=\"csl-left-margin\">").nth(1).and_then(|rest| rest.split("</div>").next());
    let mut in_tag = false;
    let shown = |c: &char| {
        in_tag = *c == '<' || in_tag && *c != '>';
        !in_tag && *c != '>'
    };
    inside.unwrap_or_default().chars().filter(shown).count()
}

fn html(processor: &Processor<'_, '_>, content: &Content) -> String {
    output::suite_html(&output::finish(content, &processor.settings()))
}
