//! Reads a saved article page, repairs its record and says what was repaired: `cargo run --example saved_page FILE.html`.

use std::{env, fs};

use citelet::{CitationForm, Engine, FormatOptions, TidyOptions};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let file = env::args().nth(1).ok_or("Which page? Name a saved HTML file behind the example's name.")?;
    let result = citelet::read_page(&fs::read_to_string(file)?, &TidyOptions::default());
    for repair in &result.repairs {
        println!("{}: {} -> {} ({})", repair.field, repair.from, repair.to, repair.rule.word());
    }
    for warning in &result.warnings {
        println!("{}: {}", warning.field, warning.message);
    }
    let citation = Engine::with_styles().format(
        &result.item,
        "apa",
        CitationForm::Reference,
        &FormatOptions::default(),
    )?;
    println!("{}", citation.text);
    Ok(())
}
