//! What styles mean that the official suite does not ask: small styles, one record each.

use citelet::csl::compile;
use citelet::engine::{Engine, Form, FormatOptions};
use xtask::score::ours::read_item;

/// The plain text of the entry that a layout makes of a record.
fn entry(layout: &str, record: &str) -> String {
    entry_of("", "", layout, record)
}

/// The same with attributes and elements of the style.
fn entry_of(attributes: &str, elements: &str, layout: &str, record: &str) -> String {
    let xml = [
        "<style class=\"in-text\" ",
        attributes,
        "><info><id>made</id></info>",
        elements,
        "<citation><layout/></citation><bibliography><layout>",
        layout,
        "</layout></bibliography></style>",
    ];
    let (style, _) = compile::style(&xml.concat()).unwrap();
    let mut engine = Engine::new();
    engine.load(&style.to_bytes()).unwrap();
    let item = read_item(&serde_json::from_str(record).unwrap()).unwrap();
    engine.format(&item, "made", Form::Reference, &FormatOptions::default()).unwrap().text
}

#[test]
fn several_types_are_alternatives_whatever_match_says() {
    let layout = "<choose><if type=\"book dataset\" variable=\"version\"><text value=\"A\"/></if>\
                  <else-if type=\"book dataset\" match=\"none\"><text value=\"B\"/></else-if>\
                  <else><text value=\"C\"/></else></choose>";
    assert_eq!(entry(layout, r#"{"type": "dataset", "version": "1"}"#), "A");
    assert_eq!(entry(layout, r#"{"type": "map", "version": "1"}"#), "B");
    assert_eq!(entry(layout, r#"{"type": "book"}"#), "C");
}

#[test]
fn a_suffix_goes_without_full_stop_where_initials_do() {
    let record = r#"{"type": "book", "author": [{"family": "Lund", "given": "Per Olof", "suffix": "Jr."}]}"#;
    let names = |with: &str| {
        ["<names variable=\"author\"><name name-as-sort-order=\"all\" ", with, "/></names>"].concat()
    };
    assert_eq!(entry(&names("initialize-with=\"\""), record), "Lund, PO, Jr");
    assert_eq!(entry(&names("initialize-with=\".\""), record), "Lund, P.O., Jr.");
    assert_eq!(entry(&names(""), record), "Lund, Per Olof, Jr.");
}

#[test]
fn the_affixes_of_a_name_element_stand_around_its_list() {
    let layout = "<names variable=\"author\"><name et-al-min=\"3\" et-al-use-first=\"1\" and=\"text\" prefix=\"by \" \
                  suffix=\" (ed.)\" name-as-sort-order=\"all\"/></names>";
    let terms =
        "<locale><terms><term name=\"and\">and</term><term name=\"et-al\">et al.</term></terms></locale>";
    let entry = |authors: &[&str]| {
        entry_of(
            "",
            terms,
            layout,
            &["{\"type\": \"book\", \"author\": [", &authors.join(","), "]}"].concat(),
        )
    };
    let (one, other) = (r#"{"family": "Lund", "given": "Per"}"#, r#"{"literal": "Lund University"}"#);
    assert_eq!(entry(&[other]), "by Lund University (ed.)");
    assert_eq!(entry(&[one, other]), "by Lund, Per and Lund University (ed.)");
    assert_eq!(entry(&[one, other, one]), "by Lund, Per et al. (ed.)");
}

#[test]
fn stripped_periods_leave_addresses_whole() {
    let layout = "<text variable=\"container-title\" strip-periods=\"true\"/>";
    let title = |title: &str| ["{\"type\": \"book\", \"container-title\": \"", title, "\"}"].concat();
    assert_eq!(entry(layout, &title("J. of A.B. Chem.")), "J of AB Chem");
    assert_eq!(entry(layout, &title("Words.com (Engl. ed.)")), "Words.com (Engl ed)");
    assert_eq!(entry(layout, &title("CNN.com, n.d., J. Exp.Med.")), "CNN.com, nd, J ExpMed");
}

#[test]
fn terms_take_title_case_in_every_language() {
    let layout =
        "<text term=\"in\" text-case=\"title\" suffix=\" \"/><text variable=\"title\" text-case=\"title\"/>";
    let terms = "<locale xml:lang=\"fr\"><terms><term name=\"in\">éds de la</term></terms></locale>";
    let record = r#"{"type": "book", "title": "les mots"}"#;
    assert_eq!(entry_of("default-locale=\"fr-FR\"", terms, layout, record), "Éds de La les mots");
}

#[test]
fn no_blank_ends_an_entry() {
    assert_eq!(
        entry("<text variable=\"title\" suffix=\". \"/>", r#"{"type": "book", "title": "Rivers"}"#),
        "Rivers."
    );
}
