//! `cargo xtask bench --linear`: how the time of readers and repairs grows with their input, natively. The tests hold the
//! memory to linear growth; time depends on the machine, so it is only printed here.

use std::time::Instant;

use citelet::item::{Item, json};
use citelet::read::{ImportFormat, read_json, read_text};
use citelet::tidy::{self, Options};
use citelet::vocabulary::{ItemType, Variable};
use citelet::write::{BibtexOptions, bibtex};
use serde_json::json;
use xtask::Outcome;

use super::{native, rounded};

/// How many times the large input is as large as the small one.
const FACTOR: usize = 16;
/// Rounds of each input, of which the fastest counts.
const ROUNDS: usize = 3;

/// What is timed: its name, its small size, and the work on an input of some size.
type Task = (&'static str, usize, fn(usize) -> Box<dyn Fn()>);

const TASKS: [Task; 7] = [
    ("a page of so many authors", 500, authors),
    ("a page with a graph of so many nodes", 60, graph),
    ("a page of so many references", 10, references),
    ("a title beside an abstract of so many sentences", 100, title),
    ("a BibTeX file of so many entries", 50, bibtex_file),
    ("a Crossref record of so many authors", 250, crossref),
    ("a BibTeX entry with so many authors, written", 250, bibtex_entry),
];

/// Prints the table, timed by the release build.
pub(super) fn print() -> Outcome<()> {
    let times = native::in_release(&["--native-linear"], &[])?;
    println!("{:<50}{:>10}{:>10}{:>10}{:>9}", "milliseconds", "size", "time", "16 × size", "growth");
    for (name, size, _) in TASKS {
        let [small, large] = [0, 1].map(|at| times[name][at].as_f64().unwrap_or(f64::NAN));
        let growth = format!("{:.1}×", large / small);
        println!("{name:<50}{size:>10}{:>10}{:>10}{growth:>9}", rounded(small), rounded(large));
    }
    Ok(())
}

/// Prints the times as a JSON object.
pub(super) fn print_native() {
    let times = TASKS
        .map(|(name, size, task)| (name.to_owned(), json!([time(task(size)), time(task(FACTOR * size))])));
    println!("{}", serde_json::Value::Object(times.into_iter().collect()));
}

fn time(work: Box<dyn Fn()>) -> f64 {
    let once = |_| {
        let start = Instant::now();
        work();
        native::milliseconds(start)
    };
    (0..ROUNDS).map(once).fold(f64::INFINITY, f64::min)
}

fn authors(count: usize) -> Box<dyn Fn()> {
    let tags: String =
        (0..count).map(|at| format!("<meta name=citation_author content=\"Ann Ek{at}\">")).collect();
    let text = "word &amp;amp; <b> ".repeat(10 * count);
    let page =
        format!("{tags}<meta name=citation_title content=T><meta name=citation_abstract content='{text}'>");
    Box::new(move || drop(citelet::read_page(&page, &Options::default())))
}

fn graph(count: usize) -> Box<dyn Fn()> {
    let authors: String = (0..count).map(|at| format!("{{\"@id\":\"#p{at}\"}},")).collect();
    let person = |at| format!("{{\"@id\":\"#p{at}\",\"@type\":\"Person\",\"name\":\"Ann Ek{at}\"}},");
    let people: String = (0..count).map(person).collect();
    let page = format!(
        "<script type='application/ld+json'>[{people}{{\"@type\":\"ScholarlyArticle\",\"@id\":\"#a\",\"name\":\"A\",\
         \"author\":[{authors}\"Bo Ek\"],\"isPartOf\":{{\"@id\":\"#a\"}}}}]</script>"
    );
    Box::new(move || drop(citelet::read_page(&page, &Options::default())))
}

fn references(count: usize) -> Box<dyn Fn()> {
    let reference = |at| {
        format!(
            "<li>Ek, A., &amp; Lund, B. (20{:02}). On harbour {at}: A history. <i>Made Letters</i>, <i>{at}</i>(2), 3–9. \
             https://doi.org/10.5555/made.{at}</li>",
            at % 24
        )
    };
    let list: String = (0..count).map(reference).collect();
    let long = "Smith, J. (2019). ".repeat(100 * count);
    let page = format!("<ol class=references>{list}<li>{long}</li></ol>");
    Box::new(move || drop(citelet::read_references(&page)))
}

fn title(count: usize) -> Box<dyn Fn()> {
    let mut item = Item::new("", ItemType::ArticleJournal);
    item.set(Variable::Title, "Boats And Lakes: ".repeat(count));
    item.set(
        Variable::Abstract,
        "The Boats of NLP and Great Lakes (NLP), in Long Runs Of Capitals. ".repeat(count),
    );
    Box::new(move || drop(tidy::tidy(&mut item.clone(), &Options::default())))
}

fn bibtex_file(count: usize) -> Box<dyn Fn()> {
    let entry = |at| {
        format!(
            "@article{{key{at}, author = {{Ek, Ann and Lund, B{{\\\"o}}}}, title = {{On {{Harbours}} of {at}}}, \
             journal = {{Made Letters}}, year = 2019, pages = {{1--9}}}}\n"
        )
    };
    let file: String = (0..count).map(entry).collect();
    Box::new(move || drop(read_text(&file, ImportFormat::Bibtex)))
}

fn crossref(count: usize) -> Box<dyn Fn()> {
    let authors: Vec<_> =
        (0..count).map(|at| json!({ "family": format!("van N{at}"), "given": "A" })).collect();
    let words = "<jats:p>word <i>x</i> &amp; ".repeat(count);
    let record = json!({ "type": "book-chapter", "title": [words], "author": authors, "abstract": words });
    Box::new(move || drop(read_json(&record, ImportFormat::Crossref)))
}

fn bibtex_entry(count: usize) -> Box<dyn Fn()> {
    let authors: Vec<_> =
        (0..count).map(|at| json!({ "family": format!("Name{at}"), "given": "van der X" })).collect();
    let long = "Ünbalanced { <i> braces & Capitals ".repeat(count);
    let record = json!({ "type": "article-journal", "title": long, "author": authors, "publisher": long });
    let item = json::read_item(&record, &mut Vec::new()).unwrap_or_else(|| Item::new("", ItemType::Document));
    Box::new(move || drop(bibtex(&item, &BibtexOptions { ascii: true })))
}
