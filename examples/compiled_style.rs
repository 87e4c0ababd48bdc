//! Compiles a CSL style to a pack, which loads faster than XML, and formats with it:
//! `cargo run --example compiled_style FILE.csl`.

use std::{env, fs};

use citelet::{CitationForm, Engine, FormatOptions, Item, ItemType, Name, Variable};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let file = env::args().nth(1).ok_or("Which style? Name a .csl file behind the example's name.")?;
    let (pack, warnings) = citelet::compile_style(&fs::read_to_string(&file)?)?;
    for warning in warnings {
        eprintln!("{file}: {warning}");
    }
    // A program would store the pack and ship it; pages load packs only.
    println!("{} bytes", pack.len());

    let mut engine = Engine::with_styles();
    let names = engine.load_pack(&pack)?;

    let mut item = Item::new("kuhn1962", ItemType::Book);
    item.set(Variable::Title, "The structure of scientific revolutions");
    item.set(Variable::Author, vec![Name::person("Kuhn", "Thomas S.")]);
    for name in names {
        let citation = engine.format(&item, &name, CitationForm::Reference, &FormatOptions::default())?;
        println!("{name}: {}", citation.text);
    }
    Ok(())
}
