//! Rules of styles that the official suite does not test: small styles, one record each.

use citelet::csl::compile;
use citelet::engine::{CitationForm, Engine, FormatOptions};
use measure::score::ours::read_item;

/// The plain text of a record's entry in a layout. A term that begins it gets a capital.
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
    engine.load_pack(&style.to_bytes()).unwrap();
    let item = read_item(&serde_json::from_str(record).unwrap()).unwrap();
    engine.format(&item, "made", CitationForm::Reference, &FormatOptions::default()).unwrap().text
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
fn a_suffix_has_no_full_stop_where_initials_have_none() {
    let record = r#"{"type": "book", "author": [{"family": "Lund", "given": "Per Olof", "suffix": "Jr."}]}"#;
    let names = |with: &str| {
        ["<names variable=\"author\"><name name-as-sort-order=\"all\" ", with, "/></names>"].concat()
    };
    assert_eq!(entry(&names("initialize-with=\"\""), record), "Lund, PO, Jr");
    assert_eq!(entry(&names("initialize-with=\".\""), record), "Lund, P.O., Jr.");
    assert_eq!(entry(&names(""), record), "Lund, Per Olof, Jr.");
}

#[test]
fn the_affixes_of_a_name_element_surround_its_list() {
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
fn what_citeproc_js_passes_over_has_no_effect() {
    let record = r#"{"type": "book", "DOI": "10.1/x.y", "title": "On it", "issued": {"date-parts": [[2017, 7, 2], [2017, 7, 5]]}}"#;
    assert_eq!(entry("<text variable=\"DOI\" strip-periods=\"true\"/>", record), "10.1/x.y");
    let range = "<date variable=\"issued\"><date-part name=\"day\" range-delimiter=\"\" suffix=\".\"/>\
                 <date-part name=\"month\" form=\"numeric\"/></date>";
    assert_eq!(entry(range, record), "2–5.7");
}

#[test]
fn strip_periods_keeps_those_of_addresses() {
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

#[test]
fn a_literal_date_is_formatted_as_a_year() {
    let record = r#"{"type": "book", "issued": {"literal": "forthcoming"}}"#;
    let date = "<date variable=\"issued\"><date-part name=\"year\" prefix=\"(\" suffix=\")\"/></date>";
    assert_eq!(entry(date, record), "(forthcoming)");
    assert_eq!(entry("<date variable=\"issued\"><date-part name=\"month\"/></date>", record), "");
}

#[test]
fn a_date_is_a_range_if_its_printed_parts_differ() {
    let record = r#"{"type": "book", "issued": {"date-parts": [[2003, 5, 2], [2004, 5, 3]]}}"#;
    let date = |parts: &str| ["<date variable=\"issued\" delimiter=\" \">", parts, "</date>"].concat();
    let month = "<date-part name=\"month\" form=\"numeric\"/>";
    assert_eq!(entry(&date(month), record), "5");
    assert_eq!(entry(&date(&[month, "<date-part name=\"day\"/>"].concat()), record), "5 2–3");
    assert_eq!(entry(&date(&[month, "<date-part name=\"year\"/>"].concat()), record), "5 2003–5 2004");
}

#[test]
fn another_form_in_the_language_precedes_english() {
    let locales = "<locale xml:lang=\"de\"><terms><term name=\"letter\">Brief</term></terms></locale>";
    let term = "<text term=\"letter\" form=\"short\"/>";
    assert_eq!(entry_of("default-locale=\"de-DE\"", locales, term, r#"{"type": "book"}"#), "Brief");
}

#[test]
fn an_inverted_name_keeps_its_delimiter_before_an_organisation() {
    let record = r#"{"type": "book", "author": [{"family": "Lund", "given": "Per"}, {"literal": "Board"}]}"#;
    let names = |rule: &str| {
        let options = "name-as-sort-order=\"first\" and=\"symbol\"";
        ["<names variable=\"author\"><name ", options, " delimiter-precedes-last=\"", rule, "\"/></names>"]
            .concat()
    };
    assert_eq!(entry(&names("after-inverted-name"), record), "Lund, Per, & Board");
    assert_eq!(entry(&names("always"), record), "Lund, Per & Board");
}

#[test]
fn a_modifier_letter_is_not_an_initial() {
    let names = "<names variable=\"author\"><name initialize-with=\".\"/></names>";
    let record = r#"{"type": "book", "author": [{"family": "Aswānī", "given": "ʿAlāʾ Per"}]}"#;
    assert_eq!(entry(names, record), "ʿAlāʾ P. Aswānī");
}

#[test]
fn a_letter_before_a_full_stop_is_a_word() {
    let title = |case: &str| ["<text variable=\"title\" text-case=\"", case, "\"/>"].concat();
    let record = |title: &str| ["{\"type\": \"book\", \"title\": \"", title, "\"}"].concat();
    assert_eq!(entry(&title("capitalize-first"), &record("o.O. iPhone")), "O.O. iPhone");
    assert_eq!(entry(&title("capitalize-first"), &record("iPhone o.O.")), "iPhone o.O.");
    assert_eq!(entry(&title("capitalize-all"), &record("iPhone o.O.")), "iPhone O.O.");
}

#[test]
fn a_year_suffix_keeps_its_group() {
    let layout =
        "<group><text value=\"undated\"/><text variable=\"year-suffix\"/><text variable=\"note\"/></group>";
    assert_eq!(entry(layout, r#"{"type": "book"}"#), "undated");
}

#[test]
fn a_substituted_title_is_printed_once_in_either_form() {
    let names = |form: &str, rest: &str| {
        let substitute = ["<substitute><text variable=\"title\"", form, "/></substitute>"].concat();
        ["<names variable=\"author\">", &substitute, "</names>", rest].concat()
    };
    let record = r#"{"type": "book", "title": "Long", "title-short": "Short"}"#;
    assert_eq!(entry(&names(" form=\"short\"", "<text variable=\"title\" prefix=\", \"/>"), record), "Short");
    assert_eq!(entry(&names("", "<text variable=\"title\" form=\"short\" prefix=\", \"/>"), record), "Long");
}

#[test]
fn a_last_name_for_others_is_et_al() {
    let terms =
        "<locale><terms><term name=\"and\">and</term><term name=\"et-al\">et al.</term></terms></locale>";
    let check = |name: &str, authors: &str, want: &str| {
        let layout = format!("<names variable=\"author\"><name and=\"text\" {name}/></names>");
        let record = format!("{{\"type\": \"book\", \"author\": [{authors}]}}");
        assert_eq!(entry_of("", terms, &layout, &record), want);
    };
    let lund = "{\"family\": \"Lund\", \"given\": \"Anna\"}";
    let two = format!("{lund}, {{\"literal\": \"others\"}}");
    let three = format!("{lund}, {{\"family\": \"Ek\"}}, {{\"literal\": \"et al.\"}}");
    check("", &two, "Anna Lund et al.");
    check("delimiter-precedes-last=\"always\"", &two, "Anna Lund, et al.");
    check("delimiter-precedes-et-al=\"never\" delimiter-precedes-last=\"always\"", &two, "Anna Lund et al.");
    check("", &three, "Anna Lund, Ek, et al.");
    check("et-al-min=\"3\" et-al-use-first=\"1\"", &three, "Anna Lund et al.");
    check("et-al-min=\"3\" et-al-use-first=\"1\" et-al-use-last=\"true\"", &three, "Anna Lund et al.");
    check("", &format!("{lund}, {{\"literal\": \"The Others\"}}"), "Anna Lund and The Others");
    check("", "{\"literal\": \"others\"}", "others");
    check("", &format!("{{\"literal\": \"others\"}}, {lund}"), "others and Anna Lund");
}
