//! RIS and CSL-JSON out.

use citelet::Item;
use citelet::item::json::read_item;
use citelet::write::{ExportFormat, export};
use serde_json::{Value, json};

fn item(record: &Value) -> Item {
    read_item(record, &mut Vec::new()).expect("an object is a record")
}

fn check_ris(record: Value, expected: &[&str]) {
    let text = export(&[item(&record)], ExportFormat::Ris, false);
    assert!(text.ends_with("ER  - \r\n"), "{text}");
    let lines: Vec<&str> = text.split_terminator("\r\n").collect();
    assert_eq!(lines.split_last().map(|(_, rest)| rest), Some(expected));
}

#[test]
fn fields_have_their_tags() {
    check_ris(
        json!({
            "type": "article-journal", "title": "A <i>B</i>", "container-title": "J", "volume": 3, "issue": "2",
            "page": "12–15", "DOI": "https://doi.org/10.1/x", "ISSN": "1234-5678", "keyword": "one, two",
            "issued": {"date-parts": [[2024, 3, 9]]},
            "author": [{"family": "King", "given": "Martin Luther", "suffix": "Jr."}, {"literal": "The WHO"},
                {"family": "Berg", "given": "A", "non-dropping-particle": "van der"}],
        }),
        &[
            "TY  - JOUR",
            "AU  - King, Martin Luther, Jr.",
            "AU  - The WHO",
            "AU  - van der Berg, A",
            "TI  - A B",
            "T2  - J",
            "JO  - J",
            "VL  - 3",
            "IS  - 2",
            "SP  - 12",
            "EP  - 15",
            "PY  - 2024",
            "DA  - 2024/03/09/",
            "SN  - 1234-5678",
            "DO  - 10.1/x",
            "KW  - one",
            "KW  - two",
        ],
    );
    check_ris(
        json!({"type": "report", "number": "7", "page": "1-3, 5", "issued": {"date-parts": [[2021, 16]]}}),
        &["TY  - RPRT", "SN  - 7", "SP  - 1-3, 5", "PY  - 2021", "DA  - 2021///Winter"],
    );
    check_ris(json!({"type": "article-journal", "number": "e12"}), &["TY  - JOUR", "C7  - e12"]);
}

#[test]
fn every_type_has_its_own() {
    for (item_type, expected) in [
        ("article", "UNPB"),
        ("entry-dictionary", "DICT"),
        ("legal_case", "CASE"),
        ("paper-conference", "CPAPER"),
        ("personal_communication", "PCOMM"),
        ("software", "COMP"),
        ("thesis", "THES"),
        ("webpage", "ELEC"),
    ] {
        check_ris(json!({"type": item_type}), &[&format!("TY  - {expected}")]);
    }
}

#[test]
fn a_value_cannot_begin_a_field() {
    check_ris(
        json!({"type": "book", "title": "A\r\nER  - \r\nTY  - JOUR"}),
        &["TY  - BOOK", "TI  - A  ER  -   TY  - JOUR"],
    );
}

fn check_json(record: &Value) {
    let item = item(record);
    let text = export(core::slice::from_ref(&item), ExportFormat::CslJson, false);
    let back: Value = serde_json::from_str(&text).unwrap_or_else(|error| panic!("{error}: {text}"));
    let mut warnings = Vec::new();
    let mut read = read_item(&back[0], &mut warnings).expect("an object is a record");
    assert!(!read.id.is_empty(), "{text}");
    read.id.clone_from(&item.id);
    assert_eq!((read, warnings), (item, Vec::new()), "{text}");
}

#[test]
fn csl_json_reads_back_as_the_same_record() {
    check_json(&json!({
        "type": "book", "title": "\"A\"\\\n\t\u{1} <i>ü</i>", "page": "1-2",
        "author": [{"family": "Berg", "given": "A", "non-dropping-particle": "van der", "suffix": "Jr.", "comma-suffix": true},
            {"literal": "W"}],
        "issued": {"date-parts": [[-44, 3, 15], [2001]], "circa": true}, "accessed": {"literal": "now"},
        "submitted": {"date-parts": [[1999, 14]]}, "event-date": {"date-parts": [[1990], [0]]},
    }));
    check_json(&json!({"type": "document"}));
}
