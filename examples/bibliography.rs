//! Prints a BibTeX file as a bibliography: `cargo run --example bibliography FILE.bib STYLE`.
//!
//! STYLE is one of the default styles or a path of a `.csl` file; without it, APA.

use std::{env, fs};

use citelet::{Engine, FormatOptions, ImportFormat, TidyOptions};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = env::args().skip(1);
    let file = arguments.next().ok_or("Which BibTeX file? Name it behind the example's name.")?;
    let style = arguments.next().unwrap_or_else(|| "apa".to_owned());

    let mut engine = Engine::with_styles();
    let style = if style.ends_with(".csl") {
        let added = engine.add_style(&fs::read_to_string(&style)?)?;
        for warning in &added.warnings {
            eprintln!("{style}: {warning}");
        }
        added.name
    } else {
        style
    };

    let results =
        citelet::read_records(&fs::read_to_string(&file)?, ImportFormat::Bibtex, &TidyOptions::default())?;
    let mut items = Vec::new();
    for result in results {
        for warning in result.warnings {
            eprintln!("{}: {}: {}", result.item.id, warning.field, warning.message);
        }
        items.push(result.item);
    }
    for (_, entry) in engine.bibliography(&items, &style, &FormatOptions::default())? {
        println!("{}", entry.text);
    }
    Ok(())
}
