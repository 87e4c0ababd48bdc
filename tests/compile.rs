//! The style compiler: the compiled form of every element, and the messages about faults.

use citelet::csl::compile::{self, StyleWarningKind};
use citelet::csl::program::{Node, Style};
use std::path::Path;

fn case(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/styles").join(name);
    std::fs::read_to_string(path).expect("the case is there")
}

/// A style around elements at the style's level; they begin on line 2.
fn style_with(elements: &str) -> String {
    ["<style class=\"in-text\">\n", elements, "\n</style>"].concat()
}

/// A style around rendering elements, which begin on line 2, column 1.
fn style_printing(elements: &str) -> String {
    ["<style class=\"in-text\"><citation><layout>\n", elements, "\n</layout></citation></style>"].concat()
}

fn faults(xml: &str) -> Vec<String> {
    let error = compile::style(xml).expect_err("a style with faults");
    assert_eq!(error.code(), "invalid-style");
    error.message().lines().map(str::to_owned).collect()
}

#[test]
fn every_element_and_attribute_is_understood() {
    let (style, warnings) = compile::style(&case("every-element.csl")).expect("it compiles");
    assert_eq!(style.dump(), case("every-element.txt"));
    let messages: Vec<String> = warnings.iter().map(ToString::to_string).collect();
    assert_eq!(messages, ["line 23, column 13: CSL has no term “house rule”; it is the style's own"]);
}

#[test]
fn faults_have_a_place_and_advice() {
    let deep = ["<group>".repeat(70), "</group>".repeat(70)].concat();
    let chain: String =
        (0..300).map(|n| format!("<macro name=\"m{n}\"><text macro=\"m{}\"/></macro>", n + 1)).collect();
    let table: &[(String, &[&str])] = &[
        (style_printing("<text"), &["line 3, column 1: the XML is broken: invalid name token at 3:1"]),
        ("<locale/>".to_owned(), &["line 1, column 1: the root is <locale>, wanted is <style>"]),
        (style_with(""), &["line 1, column 1: the style has no <citation>, which says how works are cited"]),
        (
            style_with("<citation/>"),
            &["line 2, column 1: <citation> has no <layout>, which says what is printed"],
        ),
        (
            style_with("<info><link rel=\"independent-parent\" href=\"http://x.org/styles/apa\"/></info>"),
            &["line 1, column 1: this style is dependent and formats nothing itself; load its parent “apa”"],
        ),
        (
            style_with(
                "<macro name=\"author\"/>\n<citation><layout><text macro=\"autor\"/>\n<text macro=\"x\"/></layout></citation>",
            ),
            &[
                "line 3, column 25: there is no macro “autor” (did you mean “author”?)",
                "line 4, column 7: there is no macro “x” (wanted: author)",
            ],
        ),
        (
            style_with(
                "<macro name=\"a\"><text macro=\"b\"/></macro><macro name=\"b\">\n<text macro=\"a\"/></macro>\
                 <citation><layout><text macro=\"a\"/></layout></citation>",
            ),
            &["line 3, column 7: the macro “a” calls itself (a → b → a): break the circle"],
        ),
        (style_printing(&deep), &["line 2, column 442: elements are nested more than 64 deep: use macros"]),
        (
            style_with(
                &[&chain, "<macro name=\"m300\"/><citation><layout><text macro=\"m0\"/></layout></citation>"]
                    .concat(),
            ),
            &["line 2, column 9114: macros call each other more than 200 deep: flatten them"],
        ),
        (
            style_printing(&["<text value=\"", &"x".repeat(1000), "\"/>"].concat()),
            &["line 2, column 7: “value” has more than 999 bytes: shorten it"],
        ),
    ];
    for (xml, wanted) in table {
        assert_eq!(&faults(xml), wanted, "{}", xml.get(..400).unwrap_or(xml));
    }
}

#[test]
fn unknown_words_are_passed_over_with_a_warning() {
    let table: &[(&str, StyleWarningKind, &str)] = &[
        (
            "<txt/>",
            StyleWarningKind::Element,
            "line 2, column 1: <txt> is no CSL 1.0.2 element of <layout>; it is passed over",
        ),
        (
            "<text value=\"a\" colour=\"red\"/>",
            StyleWarningKind::Attribute,
            "line 2, column 17: “colour” is no CSL 1.0.2 attribute of <text>; it is passed over",
        ),
        (
            "<text value=\"a\" font-style=\"italics\"/>",
            StyleWarningKind::Value,
            "line 2, column 17: “italics” is no value of “font-style”; it is passed over (did you mean “italic”?)",
        ),
        (
            "<text/>",
            StyleWarningKind::Missing,
            "line 2, column 1: <text> states no “variable”, “macro”, “term” or “value”; it is passed over",
        ),
        (
            "<text variable=\"titel\"/>",
            StyleWarningKind::Variable,
            "line 2, column 7: there is no variable “titel”; it counts as empty (did you mean “title”?)",
        ),
        (
            "<date variable=\"title\"/>",
            StyleWarningKind::VariableKind,
            "line 2, column 7: “title” is no date variable; nothing is printed for it",
        ),
        (
            "<text term=\"edtion\"/>",
            StyleWarningKind::Term,
            "line 2, column 7: CSL has no term “edtion”; it is the style's own (did you mean “edition”?)",
        ),
        (
            "<choose><if type=\"buch\"/></choose>",
            StyleWarningKind::Type,
            "line 2, column 13: there is no item type “buch”; it never holds",
        ),
        (
            "<names variable=\"author\"><name/><name/></names>",
            StyleWarningKind::Repeated,
            "line 2, column 33: a second <name> in <names>; the last counts",
        ),
        (
            "<names variable=\"author\"><institution/></names>",
            StyleWarningKind::Element,
            "line 2, column 26: <institution> is no CSL 1.0.2 element of <names>; it is passed over",
        ),
    ];
    for (elements, kind, message) in table {
        let (_, warnings) = compile::style(&style_printing(elements)).expect("it compiles");
        let found: Vec<(StyleWarningKind, String)> =
            warnings.iter().map(|it| (it.kind, it.to_string())).collect();
        assert_eq!(found, [(*kind, (*message).to_owned())], "{elements}");
    }
}

fn dump_of_layout(elements: &str) -> String {
    let (style, _) = compile::style(&style_printing(elements)).expect("it compiles");
    let dump = style.dump();
    dump.split_once("  layout\n").map(|(_, layout)| layout.to_owned()).unwrap_or_default()
}

#[test]
fn unknown_words_keep_their_effect_on_the_elements_around_them() {
    let table = [
        // A condition that is never true must not make the branch unconditional, and counts for `match="none"`.
        ("<choose><if type=\"\"/></choose>", "    choose\n      if match=all never\n"),
        ("<choose><if/></choose>", "    choose\n      if match=all never\n"),
        (
            "<choose><if type=\"book buch\" match=\"none\"/></choose>",
            "    choose\n      if match=none type:book never\n",
        ),
        // An unknown variable counts as a variable called in its group.
        ("<group><text variable=\"x\"/></group>", "    group\n      names variable=“”\n"),
        // Older spellings.
        ("<text variable=\"shortTitle\"/>", "    text variable=title-short\n"),
        ("<text variable=\"journalAbbreviation\"/>", "    text variable=container-title-short\n"),
    ];
    for (elements, wanted) in table {
        assert_eq!(dump_of_layout(elements), wanted, "{elements}");
    }
}

#[test]
fn the_last_layout_and_the_last_of_equal_macros_count() {
    let xml = style_with(
        "<macro name=\"a\"><text value=\"1\"/></macro><macro name=\"a\"><text value=\"2\"/></macro>\
         <citation><layout locale=\"de\"><text value=\"no\"/></layout><layout><text macro=\"a\"/></layout></citation>",
    );
    let (style, warnings) = compile::style(&xml).expect("it compiles");
    assert!(warnings.iter().all(|warning| warning.kind == StyleWarningKind::Repeated), "{warnings:?}");
    assert_eq!(style.macros.len(), 1);
    assert!(style.dump().contains("text value=“2”"));
    assert!(matches!(style.citation.area.layout.as_slice(), [Node::Text(_)]));
}

#[test]
fn a_dependent_style_names_its_parent() {
    let dependent = style_with(
        "<info><link href=\"http://www.zotero.org/styles/apa\" rel=\"independent-parent\"/></info>",
    );
    assert_eq!(compile::parent_of(&dependent).as_deref(), Some("apa"));
    assert_eq!(compile::parent_of(&case("every-element.csl")), None);
    assert_eq!(compile::parent_of("no XML"), None);
}

#[test]
fn the_metadata_of_a_style_is_read() {
    let xml = style_with(
        "<info><id>http://www.zotero.org/styles/law</id><title> Law &amp; order </title>\
         <category citation-format=\"note\"/><category field=\"law\"/><category field=\"history\"/>\
         <link rel=\"independent-parent\" href=\"http://www.zotero.org/styles/apa/\"/></info>",
    );
    let about = compile::about(&xml.replace("class=", "default-locale=\"fr-CA\" class=")).expect("a style");
    assert_eq!((about.name.as_str(), about.title.as_str()), ("law", "Law & order"));
    assert_eq!((about.parent.as_deref(), about.default_locale.as_str()), (Some("apa"), "fr-CA"));
    assert_eq!((about.fields, about.format.as_str()), (vec!["law".to_owned(), "history".to_owned()], "note"));
    assert_eq!(compile::about("<locale/>"), None);
}

#[test]
fn a_locale_keeps_blanks_and_the_last_of_equal_terms() {
    let xml = "<locale xml:lang=\"en-US\"><terms><term name=\"page\">a</term><term name=\"ad\"> AD </term>\
               <term name=\"page\"><single>p</single><multiple>pp</multiple></term><term name=\"own\">x</term></terms></locale>";
    let (locale, warnings) = compile::locale(xml).expect("it compiles");
    let found =
        "locale lang=“en-US”\n  term name=“ad” single=“ AD ”\n  term name=“page” single=“p” multiple=“pp”\n";
    assert_eq!(locale.dump(), found);
    assert_eq!(warnings.len(), 1, "{warnings:?}");
}

#[test]
fn terms_get_curled_apostrophes_and_ordinals_their_default() {
    let xml = "<locale xml:lang=\"fr\"><terms><term name=\"in\">l'an d' '87</term><term name=\"ordinal-01\">re</term>\
               <term name=\"ordinal-04\">e</term></terms></locale>";
    let (locale, _) = compile::locale(xml).expect("it compiles");
    let found: Vec<(Option<u8>, &str)> =
        locale.terms.iter().map(|it| (it.term.ordinal_number(), it.single.as_str())).collect();
    let from_eleven = [(Some(11), "e"), (Some(12), "e"), (Some(13), "e")];
    let to_four = [(None, "l’an d' '87"), (None, "e"), (Some(1), "re"), (Some(4), "e")];
    assert_eq!(found, [&to_four[..], &from_eleven[..]].concat());
    let whole = xml.replace("name=\"in\"", "name=\"ordinal\"");
    assert_eq!(compile::locale(&whole).expect("it compiles").0.terms.len(), 3, "a stated default stays");
}

#[test]
fn an_empty_style_is_small() {
    let (style, _) = compile::style(&style_printing("<text variable=\"title\"/>")).expect("it compiles");
    assert_eq!(Style::from_bytes(&style.to_bytes()), Ok(style.clone()));
    assert!(style.to_bytes().len() < 24, "{:?}", style.to_bytes());
}

#[test]
fn characters_that_a_style_escapes_twice_are_printed() {
    let xml = style_printing(
        "<text value=\"a &amp;#8211; b &amp;#x41; &amp;lt;c&amp;gt; d &amp; e &amp;c; &amp;#0; &amp;#z;\"/>",
    );
    let (style, warnings) = compile::style(&xml).expect("it compiles");
    assert!(style.dump().contains("a – b A <c> d & e &c; &#0; &#z;"), "{}", style.dump());
    assert_eq!(warnings, []);
}
