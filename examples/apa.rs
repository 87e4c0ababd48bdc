//! Formats a record in APA: `cargo run --example apa`.

use citelet::{CitationForm, Engine, FormatOptions, ImportFormat, TidyOptions};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let record = r#"{"type": "article-journal", "title": "A mathematical theory of communication",
            "author": [{"family": "Shannon", "given": "C. E."}], "container-title": "Bell System Technical Journal",
            "volume": "27", "issue": "3", "page": "379-423", "issued": {"date-parts": [[1948, 7]]}}"#;
    let read = citelet::read_records(record, ImportFormat::CslJson, &TidyOptions::default())?;
    let engine = Engine::with_styles();
    let citation = engine.format(&read[0].item, "apa", CitationForm::Reference, &FormatOptions::default())?;
    println!("{}", citation.text);
    println!("{}", citation.html);
    Ok(())
}
