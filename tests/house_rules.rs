//! House rules of the shipped styles: what must change, what must not, and that `official` switches all of them off.
#![cfg(feature = "styles")]

use citelet::engine::{CitationForm, Engine, FormatOptions, Formatted};
use measure::score::ours::read_item;

const APA: &str = "apa";
const MLA: &str = "modern-language-association";
const AUTHOR_DATE: &str = "chicago-author-date";
const NOTES: &str = "chicago-notes-bibliography";

/// The reference of a record in a shipped style, and without its house rules.
fn references(style: &str, record: &str) -> [String; 2] {
    in_form(CitationForm::Reference, style, record).map(|formatted| formatted.text)
}

/// A form of a record in a shipped style, and without its house rules.
fn in_form(form: CitationForm, style: &str, record: &str) -> [Formatted; 2] {
    let engine = Engine::with_styles();
    let item = read_item(&serde_json::from_str(record).unwrap()).unwrap();
    [false, true].map(|official| {
        let options = FormatOptions { official, ..FormatOptions::default() };
        engine.format(&item, style, form, &options).unwrap()
    })
}

/// Checks what the notes and the short notes of a record are, and that `official` prints others.
fn notes(record: &str, note: &str, short: &str) {
    for (form, expected) in [(CitationForm::Note, note), (CitationForm::ShortNote, short)] {
        let [house, official] = in_form(form, NOTES, record).map(|formatted| formatted.text);
        assert_eq!(house, expected);
        assert_ne!(house, official);
    }
}

/// Checks a rule: with it the reference has `with`, without it `without`.
fn changes(style: &str, record: &str, with: &str, without: &str) {
    let [house, official] = references(style, record);
    assert!(house.contains(with) && !house.contains(without), "{house} must have {with}, not {without}");
    assert!(official.contains(without), "{official} must have {without}");
}

/// Checks that no rule changes a reference, and that it has `text`.
fn stays(style: &str, record: &str, text: &str) {
    let [house, official] = references(style, record);
    assert_eq!(house, official);
    assert!(house.contains(text), "{house} must have {text}");
}

#[test]
fn a_subtitle_begins_with_a_capital_in_apa() {
    let titled = |title: &str, language: &str| {
        format!(r#"{{"type": "article-journal", "title": "{title}", "language": "{language}"}}"#)
    };
    changes("apa", &titled("Tides of the north: a record", "en"), "north: A record", "north: a record");
    changes("apa", &titled("Do tides matter? evidence from two ports", "en"), "? Evidence", "? evidence");
    stays("apa", &titled("Tides: pH and salt", "en"), "Tides: pH");
    stays("apa", &titled("Lettres: la mer et le vent", "fr"), "Lettres: la mer");
    stays("modern-language-association", &titled("Tides: a record", "en"), "Tides: A Record");
}

#[test]
fn an_author_who_is_the_publisher_is_printed_once() {
    let report = |author: &str, publisher: &str| {
        format!(
            r#"{{"type": "report", "title": "Tides", "author": [{author}], "publisher": "{publisher}",
            "issued": {{"date-parts": [[2020]]}}}}"#
        )
    };
    let office = r#"{"literal": "Office of Tides"}"#;
    for style in ["apa", "chicago-author-date", "chicago-notes-bibliography"] {
        let [house, official] = references(style, &report(office, "The Office of Tides, Inc."));
        assert_eq!(house.matches("Office of Tides").count(), 1, "{house}");
        assert_eq!(official.matches("Office of Tides").count(), 2, "{official}");
    }
    stays("apa", &report(office, "Office of Tides and Weather"), "Office of Tides and Weather");
    stays("apa", &report(r#"{"family": "Penguin", "given": "Ann"}"#, "Penguin"), "Penguin.");
    let two = [office, r#"{"literal": "Navy"}"#].join(", ");
    stays("apa", &report(&two, "Office of Tides"), "Tides. Office of Tides");
}

#[test]
fn a_reports_number_is_one_number() {
    let numbered = |number: &str| {
        format!(r#"{{"type": "report", "title": "Tides", "genre": "Working Paper", "number": "{number}"}}"#)
    };
    changes("apa", &numbered("2019-05"), "No. 2019-05", "Nos. 2019–05");
    stays("apa", &numbered("17"), "No. 17");
    let article = r#"{"type": "article-journal", "title": "Tides", "container-title": "Notes", "page": "5-9",
        "volume": "4", "issue": "2-3"}"#;
    stays("apa", article, "4(2–3), 5–9");
}

#[test]
fn a_season_stands_as_the_record_names_it() {
    let issued = |raw: &str| {
        format!(r#"{{"type": "article-magazine", "title": "Tides", "issued": {{"raw": "{raw}"}}}}"#)
    };
    changes("apa", &issued("Fall 2021"), "Fall", "Autumn");
    stays("apa", &issued("Autumn 2021"), "Autumn");
    stays("apa", &issued("Spring 2021"), "Spring");
}

#[test]
fn initials_that_are_run_together_are_initials() {
    let by = |family: &str, given: &str| {
        format!(
            r#"{{"type": "book", "title": "Tides", "author": [{{"family": "{family}", "given": "{given}"}}]}}"#
        )
    };
    changes("apa", &by("Berg", "RW"), "Berg, R. W.", "Berg, R. (");
    changes("apa", &by("Berg", "KJM"), "Berg, K. J. M.", "Berg, K. (");
    changes("modern-language-association", &by("Berg", "RW"), "Berg, R. W.", "Berg, RW");
    changes("chicago-author-date", &by("Орлов", "ИП"), "Орлов, И. П.", "Орлов, ИП");
    // Full names, names in capitals throughout, and initials with full stops.
    for (family, given) in
        [("Berg", "Jo"), ("Berg", "AMY"), ("BERG", "JO"), ("Berg", "R.W."), ("Berg", "R W"), ("Berg", "R")]
    {
        stays("apa", &by(family, given), &family[..2]);
    }
}

#[test]
fn data_are_a_data_set_in_apa() {
    let data = r#"{"type": "dataset", "title": "Tides", "publisher": "Archive"}"#;
    changes("apa", data, "[Data set]", "[Dataset]");
    stays(
        "apa",
        r#"{"type": "dataset", "title": "Tides", "genre": "Dataset of tides"}"#,
        "[Dataset of tides]",
    );
}

#[test]
fn presses_of_universities_are_shortened_in_mla() {
    let book = |publisher: &str| {
        format!(
            r#"{{"type": "book", "title": "Tides", "publisher": "{publisher}", "issued": {{"date-parts": [[2020]]}}}}"#
        )
    };
    changes(MLA, &book("Oxford University Press"), "Oxford UP,", "Oxford University Press,");
    changes(MLA, &book("University of Chicago Press"), "U of Chicago P,", "University");
    changes(MLA, &book("Taylor & Francis"), "Taylor and Francis", "Taylor & Francis");
    for publisher in ["Hogarth Press", "Beacon Press", "Universe"] {
        stays(MLA, &book(publisher), publisher);
    }
    stays(AUTHOR_DATE, &book("Oxford University Press"), "Oxford University Press");
    let author = r#"{"type": "webpage", "title": "Tides", "author": [{"literal": "Yale University"}]}"#;
    stays(MLA, author, "Yale University");
}

#[test]
fn addresses_have_no_scheme_in_mla() {
    let page = |address: &str| format!(r#"{{"type": "webpage", "title": "Tides", "URL": "{address}"}}"#);
    let [house, official] = in_form(CitationForm::Reference, MLA, &page("https://www.example.org/a?b=1"));
    assert!(house.text.ends_with("Tides. www.example.org/a?b=1."), "{}", house.text);
    assert!(house.html.contains("href=\"https://www.example.org/a?b=1\""), "{}", house.html);
    assert!(official.text.contains("https://www.example.org/a?b=1"), "{}", official.text);
    stays(MLA, &page("https://doi.org/10.1000/1"), "https://doi.org/10.1000/1");
    stays(APA, &page("https://www.example.org/"), "https://www.example.org/");
}

#[test]
fn seasons_are_small_and_pages_with_a_plus_plural_in_mla() {
    let issue = |type_: &str, date: &str, page: &str| {
        format!(
            r#"{{"type": "{type_}", "title": "Tides", "container-title": "Sea", "page": "{page}", "issued": {date}}}"#
        )
    };
    let spring = r#"{"date-parts": [[2010]], "season": 1}"#;
    changes(MLA, &issue("article-journal", spring, "5"), "spring 2010", "Spring 2010");
    changes(MLA, &issue("article-newspaper", spring, "D1+"), ", pp. D1+", ", p. D1+");
    let march = r#"{"date-parts": [[2010, 3]]}"#;
    stays(MLA, &issue("article-journal", march, "5"), "Mar. 2010, p. 5");
    // The record's own word keeps its capital.
    let fall = r#"{"date-parts": [[2010]], "season": "Fall"}"#;
    changes(MLA, &issue("article-journal", fall, "5"), "Fall 2010", "Autumn 2010");
    stays(APA, &issue("article-magazine", spring, "5"), "Spring");
}

#[test]
fn an_author_in_another_role_is_a_surname_in_mla() {
    let chapter = |editor: &str| {
        format!(
            r#"{{"type": "chapter", "title": "Tides", "container-title": "Sea", "editor": [{editor}],
            "author": [{{"family": "Berg", "given": "Ann"}}]}}"#
        )
    };
    changes(MLA, &chapter(r#"{"family": "Berg", "given": "Ann"}"#), "edited by Berg", "edited by Ann Berg");
    stays(MLA, &chapter(r#"{"family": "Berg", "given": "Bo"}"#), "edited by Bo Berg");
    stays(APA, &chapter(r#"{"family": "Berg", "given": "Ann"}"#), "A. Berg");
}

#[test]
fn volumes_editions_and_preprints_have_their_places_in_mla() {
    let author = r#""author": [{"family": "Berg", "given": "Ann"}], "issued": {"date-parts": [[2020]]}"#;
    let book =
        |more: &str| format!(r#"{{"type": "book", "title": "Tides", "publisher": "Sea", {author}, {more}}}"#);
    let [house, official] = references(MLA, &book(r#""volume": "8""#));
    assert!(house.contains("Tides. Vol. 8, Sea, 2020."), "{house}");
    assert!(official.contains("Tides. Sea, 2020."), "{official}");
    let named = book(r#""volume": "8", "volume-title": "Ebb""#);
    let [house, official] = references(MLA, &named);
    assert!(house.contains("Ebb. Sea, 2020. Vol. 8 of Tides."), "{house}");
    assert!(official.contains("vol. 8, Sea"), "{official}");
    stays(MLA, &book(r#""edition": "new ed.""#), "Tides. New ed., Sea");
    stays(MLA, &book(r#""edition": "2""#), "Tides. 2nd ed., Sea");
    let translator = r#""translator": [{"family": "Ek", "given": "Bo"}]"#;
    changes(
        MLA,
        &book(&format!(r#""edition": "new ed.", {translator}"#)),
        "Bo Ek, new ed.",
        "Bo Ek, New ed.",
    );
    let preprint = format!(
        r#"{{"type": "article", "title": "Tides", "publisher": "SeaRxiv", "genre": "preprint", {author}}}"#
    );
    let [house, official] = in_form(CitationForm::Reference, MLA, &preprint);
    assert!(house.html.ends_with("<i>SeaRxiv</i>, 2020. Preprint."), "{}", house.html);
    assert!(official.html.ends_with("Preprint. SeaRxiv, 2020."), "{}", official.html);
    let report = preprint.replace(r#""article""#, r#""report""#);
    stays(MLA, &report, "Tides. Preprint. SeaRxiv, 2020.");
}

#[test]
fn article_numbers_and_accession_numbers_are_named_in_apa() {
    let article = |page: &str| {
        format!(
            r#"{{"type": "article-journal", "title": "Tides", "container-title": "Sea", "page": "{page}"}}"#
        )
    };
    changes(APA, &article("e0209899"), "Sea, Article e0209899.", "Sea, e0209899.");
    stays(APA, &article("S12"), "Sea, S12.");
    stays(APA, &article("e12-e15"), "Sea, e12–e15.");
    stays(MLA, &article("e0209899"), "p. e0209899");
    let numbered = |type_: &str, more: &str| {
        format!(r#"{{"type": "{type_}", "title": "Tides", "publisher": "Sea", "number": "ED545393"{more}}}"#)
    };
    changes(APA, &numbered("article", ""), "(ED545393)", "(No. ED545393)");
    stays(APA, &numbered("report", r#", "genre": "Report""#), "(Report No. ED545393)");
}

#[test]
fn a_wikis_entry_has_its_full_date_in_apa() {
    let entry = |more: &str| {
        format!(
            r#"{{"type": "entry-encyclopedia", "title": "Tides", "container-title": "Wiki", {more}
            "URL": "https://wiki.example.org/", "issued": {{"date-parts": [[2019, 1, 13]]}}}}"#
        )
    };
    changes(APA, &entry(""), "(2019, January 13)", "(2019)");
    stays(APA, &entry(r#""author": [{"family": "Berg", "given": "Ann"}],"#), "(2019)");
    stays(APA, &entry(r#""publisher": "Sea","#), "(2019)");
}

#[test]
fn a_long_list_of_authors_has_spaced_points_in_apa() {
    let authors = |many: usize| {
        let one = |at: usize| format!(r#"{{"family": "Berg{at}", "given": "A."}}"#);
        let names: Vec<String> = (0..many).map(one).collect();
        format!(r#"{{"type": "book", "title": "Tides", "author": [{}]}}"#, names.join(","))
    };
    changes(APA, &authors(21), "Berg18, A., . . . Berg20, A.", "Berg18, A., … Berg20, A.");
    stays(APA, &authors(20), "Berg18, A., & Berg19, A.");
}

#[test]
fn a_translated_title_is_outside_italics_and_quotation_marks() {
    let titled = |type_: &str, language: &str| {
        let more = if type_ == "book" { "\"edition\": \"2\"" } else { "\"container-title\": \"Revue\"" };
        format!(r#"{{"type": "{type_}", "title": "La mer [The sea]", "language": "{language}", {more}}}"#)
    };
    let html = |style: &str, type_: &str, language: &str| {
        in_form(CitationForm::Reference, style, &titled(type_, language)).map(|formatted| formatted.html)
    };
    let [house, official] = html(APA, "book", "fr");
    assert!(house.contains("<i>La mer</i> [The sea]"), "{house}");
    assert!(official.contains("<i>La mer [The sea]</i>"), "{official}");
    let [house, official] = html(NOTES, "article-journal", "fr");
    assert!(house.contains("“La mer” [The sea]. <i>Revue</i>"), "{house}");
    assert!(official.contains("“La mer [The sea].”"), "{official}");
    let [house, official] = html(APA, "book", "en");
    assert_eq!(house, official);
}

#[test]
fn short_notes_have_the_key_words_of_a_title() {
    let titled = |title: &str, more: &str| {
        format!(
            r#"{{"type": "article-journal", "title": "{title}", {more}
            "author": [{{"family": "Berg", "given": "Ann"}}], "container-title": "Sea"}}"#
        )
    };
    let short = |title: &str, more: &str| {
        let [house, _] = in_form(CitationForm::ShortNote, NOTES, &titled(title, more));
        house.text
    };
    assert_eq!(short("The art of tides: A story", ""), "Berg, “Art of Tides.”");
    assert_eq!(short("Do tides matter? Evidence", ""), "Berg, “Do Tides Matter?”");
    assert_eq!(short("Correction: The art of tides", ""), "Berg, “Correction: The Art of Tides.”");
    assert_eq!(short("The art of tides", r#""title-short": "Tides","#), "Berg, “Tides.”");
    assert_eq!(short("La mer: a história", r#""language": "pt","#), "Berg, “La mer.”");
    stays(NOTES, &titled("The art of tides: A story", ""), "“The Art of Tides: A Story.”");
}

#[test]
fn the_owner_of_a_web_page_follows_its_title_in_notes() {
    let page = |author: &str, site: &str| {
        format!(
            r#"{{"type": "webpage", "title": "Tides", "author": [{author}], "container-title": "{site}"}}"#
        )
    };
    let office = r#"{"literal": "Office of Tides"}"#;
    notes(&page(office, "Office of Tides"), "“Tides,” Office of Tides.", "“Tides.”");
    let [note, _] = in_form(CitationForm::Note, NOTES, &page(office, "Sea & Shore"));
    assert_eq!(note.text, "“Tides,” Sea & Shore, Office of Tides.");
    for style in [APA, AUTHOR_DATE, NOTES] {
        let [house, official] = references(style, &page(office, "Office of Tides"));
        assert_eq!(house.matches("Office of Tides").count(), 1, "{house}");
        assert_eq!(official.matches("Office of Tides").count(), 2, "{official}");
    }
    let person = page(r#"{"family": "Berg", "given": "Ann"}"#, "Sea");
    let [house, official] = in_form(CitationForm::Note, NOTES, &person);
    assert_eq!(house.text, official.text);
}

#[test]
fn years_and_months_of_ranges_are_chicagos() {
    let dated = |type_: &str, dates: &str| {
        format!(
            r#"{{"type": "{type_}", "title": "Tides", "container-title": "Sea", "issued": {{"date-parts": {dates}}}}}"#
        )
    };
    changes(NOTES, &dated("book", "[[1962], [1964]]"), "1962–64", "1962–1964");
    changes(AUTHOR_DATE, &dated("book", "[[1962], [1964]]"), "1962–64", "1962–1964");
    stays(NOTES, &dated("book", "[[1898], [1902]]"), "1898–1902");
    stays(NOTES, &dated("book", "[[2000], [2004]]"), "2000–2004");
    stays(APA, &dated("book", "[[1962], [1964]]"), "1962–1964");
    let issue = dated("article-magazine", "[[2008, 9], [2008, 10]]");
    changes(NOTES, &issue, "September/October 2008", "September–October 2008");
    stays(NOTES, &dated("article-magazine", "[[2008, 9, 5], [2008, 9, 7]]"), "September 5–7, 2008");
    stays(
        NOTES,
        &dated("article-magazine", "[[2008, 9, 30], [2008, 10, 2]]"),
        "September 30–October 2, 2008",
    );
}

#[test]
fn blogs_theses_and_volumes_are_chicagos() {
    let post = |name: &str| {
        format!(
            r#"{{"type": "post-weblog", "title": "Tides", "container-title": "{name}", "publisher": "The Shore",
            "issued": {{"date-parts": [[2017, 2, 15]]}}}}"#
        )
    };
    for style in [AUTHOR_DATE, NOTES] {
        let [house, _] = in_form(CitationForm::Reference, style, &post("Sea"));
        assert!(house.html.contains("<i>Sea</i> (blog). <i>The Shore</i>, February 15"), "{}", house.html);
        let [house, _] = references(style, &post("The Sea Blog"));
        assert!(house.contains("The Sea Blog. The Shore"), "{house}");
    }
    let thesis = |genre: &str| {
        format!(
            r#"{{"type": "thesis", "title": "Tides", "genre": "{genre}", "publisher": "Sea College",
            "author": [{{"family": "Berg", "given": "Ann"}}]}}"#
        )
    };
    let [note, _] = in_form(CitationForm::Note, NOTES, &thesis("Master's thesis"));
    assert!(note.text.contains("(master’s thesis, Sea College"), "{}", note.text);
    let [note, _] = in_form(CitationForm::Note, NOTES, &thesis("PhD diss."));
    assert!(note.text.contains("(PhD diss., Sea College"), "{}", note.text);
    stays(NOTES, &thesis("Master's thesis"), "Master’s thesis, Sea College");
    let article = |more: &str| {
        format!(
            r#"{{"type": "article-journal", "title": "Tides", "container-title": "Sea", "volume": "2", {more}
            "page": "12-29", "author": [{{"family": "Berg", "given": "Ann"}}]}}"#
        )
    };
    changes(AUTHOR_DATE, &article(""), "Sea 2:12–29", "Sea 2: 12–29");
    stays(AUTHOR_DATE, &article(r#""issue": "3","#), "Sea 2 (3): 12–29");
}

#[test]
fn the_date_of_a_web_page_is_a_sentence_in_chicago() {
    let page = |status: &str| {
        format!(
            r#"{{"type": "webpage", "title": "Tides", "container-title": "Sea", {status}
            "author": [{{"family": "Berg", "given": "Ann"}}], "issued": {{"date-parts": [[2023, 11, 15]]}}}}"#
        )
    };
    let effective = page(r#""status": "effective","#);
    changes(AUTHOR_DATE, &effective, "Sea. Effective November 15", "Sea, effective November 15");
    changes(NOTES, &effective, "Sea. Effective November 15, 2023", "Sea, effective November 15, 2023");
    stays(NOTES, &page(""), "Sea, November 15, 2023");
}

#[test]
fn the_short_title_of_a_review_is_its_own() {
    let review = r#"{"type": "review-book", "title": "Ebb and flow", "reviewed-title": "Tides",
        "author": [{"family": "Berg", "given": "Ann"}], "container-title": "Sea"}"#;
    let [house, official] = in_form(CitationForm::ShortNote, NOTES, review);
    assert_eq!(house.text, "Berg, “Ebb and Flow.”");
    assert_eq!(official.text, "Berg, review of Tides.");
}
