//! Footnotes of a document and its bibliography: `cargo run --example document`.

use citelet::{Citation, Cite, Date, Engine, FormatOptions, Item, ItemType, Locator, Name, Variable};

fn book(id: &str, name: Name, title: &str, year: i32) -> Item {
    let mut item = Item::new(id, ItemType::Book);
    item.set(Variable::Author, vec![name]);
    item.set(Variable::Title, title);
    item.set(Variable::Issued, Date::year(year));
    item
}

/// A citation of one work in a note.
fn note(number: u32, id: &str, page: &str) -> Citation {
    let locator = (!page.is_empty()).then(|| (Locator::Page, page.to_owned()));
    Citation { cites: vec![Cite { locator, ..Cite::of(id) }], note: number, ..Citation::default() }
}

fn main() -> Result<(), citelet::Error> {
    let engine = Engine::with_styles();
    let mut document = engine.document("chicago-notes-bibliography", &FormatOptions::default())?;
    document.add_items([
        book("kuhn", Name::person("Kuhn", "Thomas S."), "The structure of scientific revolutions", 1962),
        book("popper", Name::person("Popper", "Karl"), "The logic of scientific discovery", 1959),
    ]);

    document.cite(note(1, "kuhn", "10"), None)?;
    document.cite(note(2, "popper", ""), None)?;
    let last = document.cite(note(3, "kuhn", "52"), None)?;
    // Each change returns what is printed anew; the last note cites a work again, so it is short.
    assert_eq!(last.changed.len(), 1);

    for (at, (_, citation)) in document.citations().iter().enumerate() {
        println!("{}. {}", at + 1, citation.text);
    }
    println!();
    for (_, entry) in document.bibliography() {
        println!("{}", entry.text);
    }
    Ok(())
}
