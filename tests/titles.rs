//! Titles in many languages: capitals restored, names kept whole, and what must stay as it is stored.
#![cfg(all(feature = "styles", feature = "languages"))]

use citelet::engine::{CitationForm, Engine, FormatOptions};
use citelet::item::Item;
use citelet::tidy::{self, Options};
use citelet::vocabulary::{ItemType, Variable};

/// A record by its language, its title, its abstract and its keywords.
fn item([language, title, summary, keywords]: [&str; 4]) -> Item {
    let mut item = Item::new("", ItemType::ArticleJournal);
    for (variable, text) in [
        (Variable::Language, language),
        (Variable::Title, title),
        (Variable::Abstract, summary),
        (Variable::Keyword, keywords),
    ] {
        if !text.is_empty() {
            item.set(variable, text);
        }
    }
    item
}

fn repaired(record: [&str; 4]) -> String {
    let mut item = item(record);
    tidy::tidy(&mut item, &Options::default());
    item.text(Variable::Title).unwrap_or_default().to_owned()
}

/// Language, stored title, abstract, and what the title should become.
fn check(rows: &[[&str; 4]]) {
    for [language, stored, summary, want] in rows {
        assert_eq!(repaired([language, stored, summary, ""]), *want, "{stored}");
        assert_eq!(repaired([language, want, summary, ""]), *want, "once more: {stored}");
    }
}

/// Language and title; no repair may change it.
fn check_unchanged(rows: &[[&str; 2]]) {
    for [language, stored] in rows {
        assert_eq!(repaired([language, stored, "", ""]), *stored);
    }
}

#[test]
fn capitals_are_restored_by_the_rules_of_the_language() {
    check(&[
        [
            "es",
            "EL RIEGO EN LOS VALLES DEL NORTE Y SU HISTORIA",
            "",
            "El riego en los valles del norte y su historia",
        ],
        ["pt", "A PESCA NO LITORAL E AS MARÉS", "", "A pesca no litoral e as marés"],
        ["fr", "L’EAU ET L’ÉTAT : ÉTUDE D’UN PORT", "", "L’eau et l’état : étude d’un port"],
        ["it", "IL GOVERNO DELLE ACQUE NELL’ETÀ MODERNA", "", "Il governo delle acque nell’età moderna"],
        ["id", "PENGELOLAAN AIR PADA DESA PESISIR", "", "Pengelolaan air pada desa pesisir"],
        ["pl", "WODA W MIEŚCIE I NA WSI", "", "Woda w mieście i na wsi"],
        ["cs", "VODA VE MĚSTĚ A NA VENKOVĚ", "", "Voda ve městě a na venkově"],
        ["hu", "A VÍZ SZEREPE A FALVAKBAN ÉS A VÁROSOKBAN", "", "A víz szerepe a falvakban és a városokban"],
        ["sv", "VATTEN OCH HÄLSA I SMÅ STÄDER", "", "Vatten och hälsa i små städer"],
        ["vi", "HÀNH VI SỬ DỤNG NƯỚC CỦA NGƯỜI DÂN", "", "Hành vi sử dụng nước của người dân"],
        ["uk", "ВОДА ТА ЗДОРОВ’Я НАСЕЛЕННЯ", "", "Вода та здоров’я населення"],
        ["el", "Ο ΡΌΛΟΣ ΤΟΥ ΝΕΡΟΎ ΣΤΙΣ ΠΌΛΕΙΣ", "", "Ο ρόλος του νερού στις πόλεις"],
        // Turkish has two letters i, and an apostrophe before the case endings of names.
        ["tr", "SULAMA BİRLİKLERİNİN TARIMDAKİ YERİ", "", "Sulama birliklerinin tarımdaki yeri"],
        ["tr", "KONYA’NIN SU TARİHİ VE TBMM’NİN ROLÜ", "", "Konya’nın su tarihi ve TBMM’nin rolü"],
        ["az", "KƏNDİN SUYU VƏ ADI", "", "Kəndin suyu və adı"],
    ]);
}

#[test]
fn evidence_keeps_names_and_abbreviations_in_every_language() {
    check(&[
        ["es", "EL AGUA EN TOLUCA", "Se estudia el agua en Toluca.", "El agua en Toluca"],
        [
            "es",
            "SISTEMA DE GESTIÓN DE AGUA (SGA) EN EL SIGLO XIX",
            "",
            "Sistema de gestión de agua (SGA) en el siglo XIX",
        ],
        ["pt", "O ESTUDO DO DNA NA COLOMBIA", "", "O estudo do DNA na Colombia"],
        ["ru", "ВОДНЫЕ РЕСУРСЫ РФ В XX ВЕКЕ", "", "Водные ресурсы РФ в XX веке"],
        ["ru", "РЕКИ СИБИРИ", "Реки Сибири изучены.", "Реки Сибири"],
        ["fr", "L’IRRIGATION EN ALGÉRIE", "On décrit l’irrigation en Algérie.", "L’irrigation en Algérie"],
        // German nouns: by the abstract, or by their endings; else the title stays.
        ["de", "DIE NUTZUNG DER BÄCHE", "Es geht um Wasser.", "DIE NUTZUNG DER BÄCHE"],
        [
            "de",
            "DIE NUTZUNG KLEINER FLÜSSE",
            "Wir zeigen, dass kleiner Flüsse Nutzen bleibt.",
            "Die Nutzung kleiner Flüsse",
        ],
        ["de", "DIE WIRTSCHAFTLICHE ENTWICKLUNG", "", "Die wirtschaftliche Entwicklung"],
    ]);
    let keywords = repaired(["es", "LAS ACEQUIAS DE ELQUI", "", "acequias, valle del Elqui"]);
    assert_eq!(keywords, "Las acequias de Elqui");
}

#[test]
fn the_language_is_found_from_words_and_letters() {
    check(&[
        ["", "LOS CANALES DE LA CIUDAD Y EL CAMPO", "", "Los canales de la ciudad y el campo"],
        ["", "KADIN VE ÇOCUK SAĞLIĞI", "", "Kadın ve çocuk sağlığı"],
        ["", "ВОДНОЕ ХОЗЯЙСТВО МАЛЫХ ГОРОДОВ", "", "Водное хозяйство малых городов"],
        // The page’s language is not the title’s.
        ["en", "O USO DA ÁGUA E OS RIOS", "", "O uso da água e os rios"],
        ["id", "THE ROLE OF WELLS IN THE VILLAGE", "", "The role of wells in the village"],
        ["", "Harbour Dredging", "", "Harbour dredging"],
        ["", "Theory of Tides", "", "Theory of tides"],
    ]);
    check_unchanged(&[
        ["", "Derecho Marítimo"],
        ["", "Don Segundo Sombra"],
        ["", "Deutsche Hafenstädte"],
        ["", "Das Meer und die Hafenstädte"],
        ["", "Los Canales y el Campo"],
        ["en", "La Pesca en los Ríos de la Costa"],
        ["", "Historia Naturalis"],
        ["de", "ZUR GESCHICHTE DER HÄFEN"],
        ["", "IEEE NMR"],
        ["", "Реки и моря"],
    ]);
}

#[test]
fn all_words_of_a_name_are_capitalised() {
    check(&[
        ["en", "A Portrait of Edith K. Sandell", "", "A portrait of Edith K. Sandell"],
        ["en", "The Verse of W. H. Orden", "", "The verse of W. H. Orden"],
        ["en", "Conversations with Ruth Pellow", "", "Conversations with Ruth Pellow"],
        ["en", "A Walter Pellow Reader", "", "A Walter Pellow reader"],
        [
            "en",
            "Essays on Philip van der Pell and Hugo Von Stell",
            "",
            "Essays on Philip van der Pell and Hugo Von Stell",
        ],
        ["en", "The Reign of Edward VI and Louis XIV", "", "The reign of Edward VI and Louis XIV"],
        ["en", "The Court of Queen Anne and Pope Leo XIII", "", "The court of Queen Anne and Pope Leo XIII"],
        ["en", "Sermons of St. Peter and Dr. Pellow", "", "Sermons of St. Peter and Dr. Pellow"],
        ["en", "Water Use in La Serena and El Quisco", "", "Water use in La Serena and El Quisco"],
        ["en", "The Shi’ite Courts and the Qur'an", "", "The Shi’ite courts and the Qur'an"],
        ["en", "THE LETTERS OF ALFRED O’DRISCOLL", "", "The letters of Alfred O’Driscoll"],
        [
            "en",
            "Pellow’s Bay: a View",
            "We sailed the bay of Pellow and rested at Pellow’s Bay.",
            "Pellow’s Bay: A view",
        ],
    ]);
}

#[test]
fn what_only_looks_like_a_name_becomes_small() {
    check(&[
        ["en", "Growth of E. Coli and S. Aureus in Milk", "", "Growth of E. coli and S. aureus in milk"],
        ["en", "Use of U.S. Rivers and U.K. Ports", "", "Use of U.S. rivers and U.K. ports"],
        [
            "en",
            "On Hepatitis C. Viruses and Vitamin D. Doses",
            "",
            "On hepatitis C. viruses and vitamin D. doses",
        ],
        ["en", "Henry Law Constants and the Walter Index", "", "Henry law constants and the Walter index"],
        ["en", "Type II Errors in Part III", "", "Type II errors in part III"],
        ["en", "The Ruth Boats in Trade", "Of boats.", "The Ruth boats in trade"],
        [
            "en",
            "They Can’t Stop: It’s O’Clock and We’ll Go",
            "",
            "They can’t stop: It’s O’Clock and we’ll go",
        ],
    ]);
}

#[test]
fn capitals_that_show_nothing_are_no_evidence() {
    let title = "A Fast Drift Chemistry for Cold Water";
    let abstract_ = "Drift chemistry is fast.";
    let keywords = "Drift Chemistry; cold-water; salt";
    assert_eq!(repaired(["en", title, abstract_, keywords]), "A fast drift chemistry for cold water");
    let mut chapter = item(["en", "Old Ways of Sailing Across Straits and Seas", "", ""]);
    chapter.item_type = ItemType::Chapter;
    chapter.set(Variable::ContainerTitle, "Shipping Ways within and across Straits");
    tidy::tidy(&mut chapter, &Options::default());
    assert_eq!(chapter.text(Variable::Title), Some("Old ways of sailing across straits and seas"));
    // A keyword that is a name in a list of small ones is evidence.
    let keywords = "drift; the Quellmoor; salt";
    assert_eq!(repaired(["en", "The Drift of Quellmoor Salt", "", keywords]), "The drift of Quellmoor salt");
}

#[test]
fn small_beginnings_ordinals_and_formulas_stay() {
    check(&[
        ["en", "driftwood: A Tool for Reading Logs", "", "driftwood: A tool for reading logs"],
        ["en", "k·p Method for Strained Crystals", "", "k·p method for strained crystals"],
        ["en", "the Harbour and Its Boats: a History", "", "The harbour and its boats: A history"],
        ["en", "Notes of the Vth and XXIIth Meetings", "", "Notes of the Vth and XXIIth meetings"],
        ["en", "Films of Zn<sub>x</sub>Se on Cold Glass", "", "Films of Zn<sub>x</sub>Se on cold glass"],
        [
            "en",
            "Roles of Factor A(2) and the Group A/B Shift",
            "",
            "Roles of factor A(2) and the group A/B shift",
        ],
    ]);
}

/// The reference of a record in a style, with its journal.
fn reference(style: &str, language: &str, title: &str, journal: &str) -> String {
    let mut record = item([language, title, "", ""]);
    record.set(Variable::ContainerTitle, journal);
    let options = FormatOptions::default();
    Engine::with_styles().format(&record, style, CitationForm::Reference, &options).expect("a style").text
}

#[test]
fn journals_in_other_languages_keep_their_capitals() {
    for journal in [
        "Jahrbuch der Hafenkunde",
        "Cuadernos de la historia del mar",
        "Annales de l’histoire des ports",
        "Rivista di storia delle acque",
        "Tidskrift för vatten och hamnar",
        "Jurnal Ilmu Kelautan dan Perikanan",
        "Deniz Hukuku ve Politikası",
        "Вопросы истории и географии",
        "Przegląd historii w Polsce",
    ] {
        for style in ["apa", "modern-language-association", "chicago-author-date"] {
            let printed = reference(style, "en", "Water use", journal);
            assert!(printed.contains(journal), "{printed}: {journal}");
        }
    }
}

#[test]
fn english_journals_have_headline_capitals() {
    for (language, journal, want) in [
        ("en", "Journal of the history of ports", "Journal of the History of Ports"),
        ("en", "Marine notes", "Marine Notes"),
        ("en", "El Niño research letters", "El Niño Research Letters"),
        ("en", "Los Angeles harbour review", "Los Angeles Harbour Review"),
        ("en", "Studies on de Quincey", "Studies on de Quincey"),
        // An English name beside an article in another language.
        ("es", "Journal of water law", "Journal of Water Law"),
        ("es", "Agua", "Agua"),
        ("da", "Tidens skrift for havne", "Tidens skrift for havne"),
    ] {
        let printed = reference("modern-language-association", language, "Mareas", journal);
        assert!(printed.contains(want), "{printed}: {want}");
    }
}

#[test]
fn english_rules_are_for_english_titles() {
    for (language, title, want) in [
        ("", "Las acequias del valle y el río", "Las acequias del valle y el río"),
        ("", "Реки и моря Сибири", "Реки и моря Сибири"),
        ("", "L’eau et les villes du nord", "L’eau et les villes du nord"),
        ("en", "O uso da água em cidades pequenas", "O uso da água em cidades pequenas"),
        ("", "The use of wells in small towns", "The Use of Wells in Small Towns"),
        ("", "Water use", "Water Use"),
        ("en", "Bundle-forming α-helical chains", "Bundle-Forming α-Helical Chains"),
        ("en", "Water use in La Serena", "Water Use in La Serena"),
        ("en", "Simone de Pell letters", "Simone de Pell Letters"),
    ] {
        let printed = reference("modern-language-association", language, title, "Notes");
        assert!(printed.contains(want), "{printed}: {want}");
    }
}

#[test]
fn a_run_of_capitals_in_the_abstract_is_evidence_only_as_a_whole() {
    check(&[
        // The title has but a part of the longer name.
        [
            "en",
            "Human Tissue Research and Its Practical Consequences for Hospitals",
            "The Oslo Tissue Research Policy is explained.",
            "Human tissue research and its practical consequences for hospitals",
        ],
        [
            "en",
            "The Play Nicely Program and the Prevention of Violence in Families",
            "Parents in the Play Nicely Program answered questions.",
            "The Play Nicely Program and the prevention of violence in families",
        ],
        // The words on both sides of “of” are one run.
        [
            "en",
            "Treatment and Health-Related Quality of Life: A Literature Review",
            "The Heartburn-specific Quality of Life questionnaire was used.",
            "Treatment and health-related quality of life: A literature review",
        ],
        // Words that spell out an abbreviation are a name with a genitive or an institution among them, and else are none.
        [
            "en",
            "Reliability of the King's Health Questionnaire in Older Patients",
            "We evaluated properties of the King's Health Questionnaire (KHQ) among older patients.",
            "Reliability of the King's Health Questionnaire in older patients",
        ],
        [
            "en",
            "Reliability of Natural Language Processing in Older Libraries",
            "We evaluated properties of Natural Language Processing (NLP) among older libraries.",
            "Reliability of natural language processing in older libraries",
        ],
        // A heading in capitals is no abbreviation; an abbreviation is.
        [
            "en",
            "Costs of Early Intervention and Surveillance for Children",
            "Care was compared. INTERVENTION Four consultations were given.",
            "Costs of early intervention and surveillance for children",
        ],
        [
            "en",
            "Costs of Unicef Programmes and Surveillance for Children",
            "Care was compared. UNICEF gave four consultations.",
            "Costs of UNICEF programmes and surveillance for children",
        ],
    ]);
}

#[test]
fn districts_and_abbreviations_are_names() {
    check(&[
        [
            "en",
            "Prevalence of Reflux in a Population of Olmsted County, Minnesota",
            "",
            "Prevalence of reflux in a population of Olmsted County, Minnesota",
        ],
        [
            "en",
            "Teachers and Their Pay in Akwa Ibom State, Nigeria",
            "",
            "Teachers and their pay in Akwa Ibom State, Nigeria",
        ],
        [
            "en",
            "Performance of Tea Farmers of Uasin Gishu County, Kenya: A Survey",
            "",
            "Performance of tea farmers of Uasin Gishu County, Kenya: A survey",
        ],
        [
            "en",
            "Performance of Small Shops in Rural Siaya County, Kenya",
            "Shops in rural towns are few.",
            "Performance of small shops in rural Siaya County, Kenya",
        ],
        [
            "en",
            "Performance of the Welfare State, a Long Comparison With Sweden",
            "",
            "Performance of the welfare state, a long comparison with Sweden",
        ],
        [
            "en",
            "Prevalence of Reflux and the Rural County, a Long Comparison",
            "",
            "Prevalence of reflux and the rural county, a long comparison",
        ],
        // Initials in their order, with words left out; and a word in brackets that is none.
        [
            "en",
            "RESULTS FROM THE HEART AND ESTROGEN REPLACEMENT STUDY (HERS) OF WOMEN",
            "",
            "Results from the heart and estrogen replacement study (HERS) of women",
        ],
        [
            "en",
            "RESULTS FROM THE OLD HARBOUR TOWNS (SOUTH) OF WOMEN",
            "",
            "Results from the old harbour towns (south) of women",
        ],
    ]);
}
