//! The compressed sizes of the files that a page loads, and their caps in `size-budget.txt`.

use std::io;
use std::path::Path;

use crate::{Outcome, build, project, single};

/// The sizes of one file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// File name.
    pub name: String,
    /// Bytes on disk.
    pub raw: usize,
    /// Bytes after `brotli -q 11` with a window of 24 bits.
    pub brotli: usize,
    /// Whether a page loads it only when it is needed.
    pub on_demand: bool,
}

/// Whether the file is one that a page may load; the licences beside them are not.
fn is_loaded(name: &str) -> bool {
    [".js", ".wasm", ".pack", ".css"].iter().any(|ending| name.ends_with(ending))
}

/// The name under which the files of one kind in all languages are listed, `strings-TAG.json`; `None` for another file.
fn of_languages(name: &str) -> Option<String> {
    let (kind, _) = name.strip_suffix(".json")?.split_once('-')?;
    build::TRANSLATIONS.contains(&kind).then(|| format!("{kind}-TAG.json"))
}

/// Measures every file in `folder` that a page loads; those loaded on demand come last. Of the files that a page loads in
/// its own language the largest counts.
pub fn measure(folder: &Path) -> Outcome<Vec<Part>> {
    let mut on_demand = build::on_demand()?;
    on_demand.extend([build::EXPORTER, build::FULL_ENGINE, single::SINGLE].map(str::to_owned));
    let mut parts: Vec<Part> = Vec::new();
    for file in project::files_in(folder)? {
        let name = project::name_of(&file);
        let family = of_languages(&name);
        if family.is_none() && !is_loaded(&name) {
            continue;
        }
        let bytes = project::read(&file)?;
        let on_demand = family.is_some() || on_demand.contains(&name);
        let name = family.unwrap_or(name);
        let part = Part { name, raw: bytes.len(), brotli: compressed(&bytes)?, on_demand };
        match parts.iter_mut().find(|other| other.name == part.name) {
            Some(largest) if largest.brotli >= part.brotli => {}
            Some(largest) => *largest = part,
            None => parts.push(part),
        }
    }
    parts.sort_by_key(|part| part.on_demand);
    Ok(parts)
}

/// The size of these bytes after brotli.
pub fn compressed(bytes: &[u8]) -> Outcome<usize> {
    let settings = brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 24, ..Default::default() };
    let mut out = Vec::new();
    brotli::BrotliCompress(&mut io::Cursor::new(bytes), &mut out, &settings)
        .map_err(|error| format!("Cannot compress: {error}."))?;
    Ok(out.len())
}

/// The parts that every page loads with their shares, their total, and what is loaded on demand.
pub fn table(parts: &[Part]) -> String {
    let total = total(parts);
    let mut out = format!("{:<20}{:>10}{:>10}{:>8}", "what a page loads", "bytes", "brotli", "share");
    for part in parts.iter().filter(|part| !part.on_demand) {
        let share = 100.0 * part.brotli as f64 / total.brotli.max(1) as f64;
        out += &format!("\n{:<20}{:>10}{:>10}{:>6.1} %", part.name, part.raw, part.brotli, share);
    }
    out += &format!("\n{:<20}{:>10}{:>10}\non demand", total.name, total.raw, total.brotli);
    for part in parts.iter().filter(|part| part.on_demand) {
        out += &format!("\n{:<20}{:>10}{:>10}", part.name, part.raw, part.brotli);
    }
    out
}

/// The sum over everything that every page loads. Each part is compressed by itself, so their sizes add up.
pub fn total(parts: &[Part]) -> Part {
    let loaded = || parts.iter().filter(|part| !part.on_demand);
    Part {
        name: "total".to_owned(),
        raw: loaded().map(|part| part.raw).sum(),
        brotli: loaded().map(|part| part.brotli).sum(),
        on_demand: false,
    }
}

/// The caps: the name of a part, or `total`, and the maximum of brotli bytes.
pub type Budget = Vec<(String, usize)>;

/// Reads a budget: a part and its cap a line, `#` begins a comment, and one line is the total.
pub fn read_budget(text: &str) -> Outcome<Budget> {
    let mut budget = Vec::new();
    for line in text.lines().filter(|line| !line.starts_with('#') && !line.trim().is_empty()) {
        let cap =
            line.split_once(' ').and_then(|(part, cap)| Some((part.to_owned(), cap.trim().parse().ok()?)));
        budget.push(cap.ok_or_else(|| format!("A line of the budget is no part and cap: {line}"))?);
    }
    if budget.iter().any(|(part, _)| part == "total") {
        Ok(budget)
    } else {
        Err("The budget has no line for the total.".to_owned())
    }
}

/// A sentence for each part above its cap or without one.
pub fn over_budget(parts: &[Part], budget: &Budget) -> Vec<String> {
    let message = |part: &Part| match budget.iter().find(|cap| cap.0 == part.name) {
        None => Some(format!("{} has no cap in the budget.", part.name)),
        Some((_, cap)) if part.brotli > *cap => {
            let over = part.brotli - cap;
            Some(format!("{} is {} bytes, {over} more than its cap.", part.name, part.brotli))
        }
        Some(_) => None,
    };
    parts.iter().chain([&total(parts)]).filter_map(message).collect()
}
