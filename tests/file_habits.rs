//! Habits of the programs that write BibTeX and RIS files, each with files that must be read as they stand.

use citelet::item::json::read_item;
use citelet::read::{ImportFormat, read_text};
use citelet::{Item, Variable, item::Value};
use serde_json::{Value as Json, json};

/// The records of a file.
fn items(file: &str, format: ImportFormat) -> Vec<Item> {
    read_text(file, format).into_iter().map(|result| result.item).collect()
}

/// The author names of a file's first record.
fn authors(file: &str, format: ImportFormat, want: Json) {
    let record = json!({"type": "book", "author": want});
    let want = read_item(&record, &mut Vec::new()).expect("a record");
    let got = items(file, format).remove(0);
    assert_eq!(got.names(Variable::Author), want.names(Variable::Author), "{file}");
}

fn bibtex_authors(field: &str, want: Json) {
    authors(&format!("@book{{a, author = {{{field}}}}}"), ImportFormat::Bibtex, want);
}

fn ris_authors(names: &[&str], want: Json) {
    let lines: String = names.iter().map(|name| format!("AU  - {name}\n")).collect();
    authors(&format!("TY  - BOOK\n{lines}TI  - A\nER  - \n"), ImportFormat::Ris, want);
}

#[track_caller]
fn check(file: &str, format: ImportFormat, fields: &[(&str, &str)]) {
    let item = items(file, format).remove(0);
    for (name, want) in fields {
        let value = Variable::from_word(name).and_then(|variable| item.get(variable));
        let got = match value {
            Some(Value::Text(text)) => text.clone(),
            Some(Value::Date(date)) => {
                format!("{:?}", date.start.map(|start| (start.year, start.month, start.day)))
            }
            Some(Value::Names(names)) => format!("{} names", names.len()),
            None => String::new(),
        };
        assert_eq!(got, *want, "{name} of {file}");
    }
}

fn bibtex(file: &str, fields: &[(&str, &str)]) {
    check(file, ImportFormat::Bibtex, fields);
}

fn ris(file: &str, fields: &[(&str, &str)]) {
    check(file, ImportFormat::Ris, fields);
}

#[test]
fn others_in_all_spellings() {
    let lund = json!({"family": "Lund", "given": "Anna"});
    let others = json!([lund, {"literal": "others"}]);
    for field in [
        "Lund, Anna and others",
        "Lund, Anna and et al.",
        "Lund, Anna and {et al.}",
        "Lund, Anna and et. al",
        "Lund, Anna et al.",
        "Lund, Anna, et al.",
        "Anna Lund et al",
    ] {
        bibtex_authors(field, others.clone());
    }
    ris_authors(&["Lund, Anna", "et al."], others.clone());
    ris_authors(&["Lund, Anna", "others"], others);
    bibtex_authors("Lund, Anna and Al, Et", json!([lund, {"family": "Al", "given": "Et"}]));
    bibtex_authors("Lund, Anna and {The Others}", json!([lund, {"literal": "The Others"}]));
    bibtex_authors("Lund, Anna and Ethan Al", json!([lund, {"family": "Al", "given": "Ethan"}]));
    ris_authors(&["Lund, Anna", "Al, Ethan"], json!([lund, {"family": "Al", "given": "Ethan"}]));
}

#[test]
fn suffixes_wherever_they_stand() {
    let ek = json!([{"family": "Ek", "given": "Bo", "suffix": "III"}]);
    for field in ["Ek, III, Bo", "Bo Ek III", "Ek, Bo, III"] {
        bibtex_authors(field, ek.clone());
    }
    bibtex_authors("Ek, V.", json!([{"family": "Ek", "given": "V."}]));
    bibtex_authors("Bo Vi", json!([{"family": "Vi", "given": "Bo"}]));
    bibtex_authors("{Made Press Jr.}", json!([{"literal": "Made Press Jr."}]));
    bibtex_authors("Junior Ek", json!([{"family": "Ek", "given": "Junior"}]));
}

#[test]
fn names_without_commas_in_ris() {
    ris_authors(
        &["Inés Prado", "Ministry of Sand", "Bo K. Ek"],
        json!([{"family": "Prado", "given": "Inés"}, {"literal": "Ministry of Sand"}, {"family": "Ek", "given": "Bo K."}]),
    );
    ris_authors(&["Prado AB"], json!([{"family": "Prado", "given": "AB"}]));
    // One name without an initial may be anything; beside names with commas it is no person's.
    ris_authors(&["United Nations"], json!([{"literal": "United Nations"}]));
    ris_authors(&["Barnes and Noble & Sons"], json!([{"literal": "Barnes and Noble & Sons"}]));
    ris_authors(
        &["Prado, Inés", "Statistics Norway"],
        json!([{"family": "Prado", "given": "Inés"}, {"literal": "Statistics Norway"}]),
    );
    ris_authors(&["Plato"], json!([{"literal": "Plato"}]));
    ris_authors(
        &["Bank of Sand", "Bo K. Ek"],
        json!([{"literal": "Bank of Sand"}, {"family": "Ek", "given": "Bo K."}]),
    );
}

#[test]
fn free_numbers_and_dates_of_ris() {
    let article = |lines: &str| format!("TY  - JOUR\nTI  - A\n{lines}\nER  - \n");
    let pages = [("page", "12-19"), ("number", "")];
    ris(&article("SP  - 12\nEP  - 19\nM1  - Copyright 2016 by the society"), &pages);
    ris(&article("SP  - 12\nEP  - 19\nM1  - 5"), &pages);
    ris(&article("M1  - e0123"), &[("page", ""), ("number", "e0123")]);
    ris("TY  - RPRT\nTI  - A\nM1  - TR 12\nSP  - 3\nER  - \n", &[("number", "TR 12"), ("page", "3")]);
    ris(&article("Y1  - 1900/02/03\nDA  - 1950/04/05"), &[("issued", "Some((1950, 4, 5))")]);
    ris(&article("Y1  - 1900/02/03"), &[("issued", "Some((1900, 2, 3))")]);
    ris(&article("PY  - 1950\nY1  - 1950/04/05"), &[("issued", "Some((1950, 4, 5))")]);
    ris(&article("PY  - 0000"), &[("issued", "")]);
    ris(&article("PY  - 0000/00/00"), &[("issued", "")]);
    ris(&article("PY  - in press"), &[("issued", "None")]);
}

#[test]
fn fields_from_other_entries() {
    let file = "@inbook{a, crossref = {b}, title = {Part}, pages = {3}}
        @book{b, title = {Whole}, subtitle = {All of it}, author = {Ek, Bo}, publisher = {Made}, note = {Of the whole}}";
    let want =
        [("title", "Part"), ("container-title", "Whole: All of it"), ("author", "1 names"), ("note", "")];
    bibtex(file, &want);
    let file =
        "@incollection{a, crossref = {b}, title = {Part}} @collection{b, title = {Whole}, author = {Ek, Bo}}";
    bibtex(file, &[("title", "Part"), ("container-title", "Whole"), ("author", "")]);
    let file = "@article{a, crossref = {b}} @article{b, title = {Same}, author = {Ek, Bo}, journal = {J}, doi = {10.1/x}}";
    bibtex(file, &[("title", "Same"), ("author", "1 names"), ("container-title", "J"), ("DOI", "10.1/x")]);
    let file =
        "@article{a, title = {Own}, crossref = {b}} @periodical{b, title = {Made Journal}, volume = {4}}";
    bibtex(file, &[("title", "Own"), ("container-title", "Made Journal")]);
    let file = "@book{a, title = {Own}, xdata = {p, q}, address = {Here}}
        @xdata{p, publisher = {Made Press}, address = {There}} @xdata{q, series = {Notes}}";
    bibtex(file, &[("publisher", "Made Press"), ("publisher-place", "Here"), ("collection-title", "Notes")]);
    assert_eq!(items(file, ImportFormat::Bibtex).len(), 1);
    let file =
        "@book{a, title = {One}, volume = {1}, crossref = {b}} @mvbook{b, title = {Many}, author = {Ek, Bo}}";
    bibtex(file, &[("title", "Many"), ("volume-title", "One"), ("volume", "1"), ("author", "1 names")]);
}

#[test]
fn main_titles_and_keys_of_biblatex() {
    let file = "@incollection{a, title = {Part}, booktitle = {Second book}, maintitle = {Whole}, mainsubtitle = {All}}";
    bibtex(file, &[("title", "Part"), ("container-title", "Whole: All"), ("volume-title", "Second book")]);
    bibtex("@book{a, title = {Alone}}", &[("title", "Alone"), ("volume-title", "")]);
    bibtex("@thesis{a, title = {T}, type = {bathesis}}", &[("genre", "Bachelor’s thesis")]);
    bibtex("@report{a, title = {T}, type = {resreport}}", &[("genre", "Research report")]);
    bibtex("@report{a, title = {T}, type = {Working paper}}", &[("genre", "Working paper")]);
    bibtex("@article{a, title = {T}, pubstate = {inpress}}", &[("status", "in press")]);
    bibtex("@article{a, title = {T}, pubstate = {revised}}", &[("status", "revised")]);
    bibtex("@article{a, title = {T}, year = {0000}}", &[("issued", "")]);
    bibtex("@article{a, title = {T}, year = {in press}}", &[("issued", "None")]);
}
