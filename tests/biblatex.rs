//! BibLaTeX out.

use citelet::item::json::read_item;
use citelet::write::{ExportFormat, export};
use serde_json::{Value, json};

fn check(record: Value, expected: &[&str]) {
    let item = read_item(&record, &mut Vec::new()).expect("an object is a record");
    let text = export(&[item], ExportFormat::Biblatex, false);
    let lines: Vec<&str> = text.trim_end().lines().map(|line| line.trim().trim_end_matches(',')).collect();
    assert_eq!(lines, expected);
}

#[test]
fn entries_have_their_types_and_fields() {
    check(
        json!({"type": "article-journal", "title": "On DNA", "container-title": "J", "volume": 3, "issue": 2,
            "page": "12-15", "DOI": "10.1/x", "URL": "https://a.b", "language": "de-DE", "ISSN": "1234-5679, 8765-4326",
            "issued": {"date-parts": [[2024, 3, 9]]}, "author": [{"family": "Berg", "given": "Ann"}]}),
        &[
            "@article{berg2024on",
            "author = {Berg, Ann}",
            "title = {On {DNA}}",
            "journaltitle = {J}",
            "volume = {3}",
            "number = {2}",
            "pages = {12--15}",
            "date = {2024-03-09}",
            "langid = {ngerman}",
            "issn = {1234-5679, 8765-4326}",
            "doi = {10.1/x}",
            "}",
        ],
    );
    check(
        json!({"type": "thesis", "title": "T", "genre": "PhD thesis", "publisher": "Bow and Bell",
            "publisher-place": "Oslo", "issued": {"date-parts": [[-43], [1]], "circa": true}}),
        &[
            "@thesis{43t",
            "title = {T}",
            "type = {phdthesis}",
            "institution = {{Bow and Bell}}",
            "location = {Oslo}",
            "date = {-0042~/0001~}",
            "}",
        ],
    );
    check(
        json!({"type": "article", "title": "P", "number": "arXiv:2301.00001", "publisher": "arXiv",
            "URL": "https://arxiv.org/abs/2301.00001", "issued": {"literal": "in press"},
            "accessed": {"date-parts": [[2024, 16]]}}),
        &[
            "@online{ndp",
            "title = {P}",
            "organization = {arXiv}",
            "pubstate = {in press}",
            "url = {https://arxiv.org/abs/2301.00001}",
            "urldate = {2024-24}",
            "eprint = {2301.00001}",
            "eprinttype = {arxiv}",
            "}",
        ],
    );
    check(json!({"type": "report"}), &["@report{nd", "type = {techreport}", "}"]);
    check(json!({"type": "webpage"}), &["@misc{nd", "}"]);
}
