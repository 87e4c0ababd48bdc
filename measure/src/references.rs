//! `cargo xtask references FILE`: the record read from each reference of a page, or from each line of a text, for a person to
//! compare with the words.

use std::fmt::Write;
use std::path::Path;

use citelet::item::{Item, Name, Value};
use citelet::references::{self, Reference};

use xtask::Outcome;

/// Runs the command.
pub fn command(file: &str) -> Outcome<()> {
    let text = std::fs::read_to_string(file).map_err(|error| format!("{file}: {error}"))?;
    let found = if Path::new(file).extension().is_some_and(|ending| ending == "html") {
        citelet::read_references(&text)
    } else {
        text.lines().filter(|line| !line.trim().is_empty()).map(references::parse).collect()
    };
    print!("{}", listing(&found));
    Ok(())
}

/// The references with their fields, one a line, and how many are sure.
pub fn listing(found: &[Reference]) -> String {
    let mut out = String::new();
    for reference in found {
        let mark = if reference.sure { "" } else { "? " };
        let _ = writeln!(out, "{mark}{}", reference.raw);
        if let Some(item) = &reference.item {
            let _ = writeln!(out, "    {}", fields(item));
        }
        for warning in &reference.warnings {
            let _ = writeln!(out, "    warning: {}: {}", warning.field, warning.message);
        }
    }
    let sure = found.iter().filter(|reference| reference.sure).count();
    let read = found.iter().filter(|reference| reference.item.is_some()).count();
    let _ = writeln!(out, "{} references, {read} read, {sure} sure", found.len());
    out
}

/// A record in one line.
pub fn fields(item: &Item) -> String {
    let mut out = item.item_type.word().to_owned();
    for (variable, value) in item.fields() {
        let value = match value {
            Value::Text(text) => text.clone(),
            Value::Names(names) => names.iter().map(name).collect::<Vec<_>>().join("; "),
            Value::Date(date) => {
                let parts = date.start.into_iter().chain(date.end);
                let shown = parts.map(|part| match (part.month, part.day) {
                    (0, _) => part.year.to_string(),
                    (month, 0) => format!("{}-{month}", part.year),
                    (month, day) => format!("{}-{month}-{day}", part.year),
                });
                shown.collect::<Vec<_>>().join("/")
            }
        };
        let _ = write!(out, " | {}={value}", variable.word());
    }
    out
}

fn name(name: &Name) -> String {
    if !name.literal.is_empty() {
        return format!("{{{}}}", name.literal);
    }
    let parts = [&name.dropping_particle, &name.non_dropping_particle, &name.family];
    let family: Vec<&str> = parts.iter().map(|part| part.as_str()).filter(|part| !part.is_empty()).collect();
    let rest: Vec<&str> = [&name.given, &name.suffix]
        .iter()
        .map(|part| part.as_str())
        .filter(|part| !part.is_empty())
        .collect();
    if rest.is_empty() { family.join(" ") } else { format!("{}, {}", family.join(" "), rest.join(", ")) }
}
