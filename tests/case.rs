//! Sentence case by evidence: titles in Title Case, with crude case and in capitals.

mod common;
#[path = "common/growth.rs"]
mod growth;

use citelet::item::{Item, Rule};
use citelet::text;
use citelet::tidy::{self, Evidence, Options};
use citelet::vocabulary::{ItemType, Variable};
use common::Random;
use growth::check_linear;

fn item(title: &str, summary: &str) -> Item {
    let mut item = Item::new("", ItemType::ArticleJournal);
    item.set(Variable::Title, title);
    item.set(Variable::Abstract, summary);
    item
}

fn title(item: &Item) -> &str {
    item.text(Variable::Title).unwrap_or_default()
}

fn repaired(stored: &str, summary: &str) -> String {
    let mut item = item(stored, summary);
    tidy::tidy(&mut item, &Options::default());
    title(&item).to_owned()
}

/// Stored, the abstract, and what it should become.
fn check(rows: &[[&str; 3]]) {
    for [stored, summary, want] in rows {
        assert_eq!(repaired(stored, summary), *want, "{stored}");
        assert_eq!(repaired(want, summary), *want, "once more: {stored}");
    }
}

#[test]
fn small_letters_come_back_and_names_stay() {
    check(&[
        ["The Gardens of Made Bay", "We visit Made Bay and its gardens.", "The gardens of Made Bay"],
        ["Salt, Silt and Seed: an Estuary", "Of salt, silt and seed.", "Salt, silt and seed: An estuary"],
        ["Who Owns the Well? A Study of Law", "", "Who owns the well? A study of law"],
        ["Small Boats in Brazil and on Kiwa", "We sailed to Kiwa.", "Small boats in Brazil and on Kiwa"],
        ["Living With Poincaré and His Maps", "", "Living with Poincaré and his maps"],
        ["The Women’s Boats and Keynes’s Theory", "", "The women’s boats and Keynes’s theory"],
        [
            "Nigerian Farmers, Hegelianism and the Brazilians",
            "",
            "Nigerian farmers, Hegelianism and the Brazilians",
        ],
        [
            "The Sleep of <i>Danio rerio</i> and in <i>Gazania rigens</i> Larvae Today",
            "",
            "The sleep of <i>Danio rerio</i> and in <i>Gazania rigens</i> larvae today",
        ],
        [
            "Keeping <span class=\"nocase\">This Thing</span> With Other Things",
            "",
            "Keeping <span class=\"nocase\">This Thing</span> with other things",
        ],
    ]);
}

#[test]
fn abbreviations_come_back() {
    check(&[
        ["Boats In The Us And Floods", "Of US boats.", "Boats in the US and floods"],
        ["What The Floods Tell Us About Boats", "", "What the floods tell us about boats"],
        ["Sleep And Mrna In Hiv Patients", "", "Sleep and mRNA in HIV patients"],
        ["Boats of Many Ngos And a Plc", "An NGO builds boats.", "Boats of many NGOs and a PLC"],
        ["Vitamin A and the Type I Error: A Boat", "", "Vitamin A and the type I error: A boat"],
        ["E-Learning With X-Rays in the 21st Century", "", "E-learning with X-rays in the 21st century"],
        ["Henry Viii And The Xai Of Boats", "", "Henry VIII and the XAI of boats"],
    ]);
}

#[test]
fn capitals_become_a_sentence() {
    check(&[
        ["WATER RIGHTS IN PERU AND NAFTA", "Of water.", "Water rights in Peru and NAFTA"],
        [
            "THE MINDBOAT OF MADE BAY: A 2ND LOOK AT CO2",
            "A MindBoat in Made Bay.",
            "The MindBoat of Made Bay: A 2nd look at CO2",
        ],
        ["DON’T ASK THEM; IT’S OVER, SAID O’HARE", "", "Don’t ask them; it’s over, said O’Hare"],
        ["PLOS ONE", "The journal.", "PLOS ONE"],
        ["PESTICIDES IN HONEY BY GC-MS", "", "Pesticides in honey by GC-MS"],
        ["WORDS OF PEOPLE WITH MS", "", "Words of people with MS"],
        ["DR. HOLM AND THE SEA OF MADE BAY", "", "Dr. Holm and the sea of made bay"],
        [
            "LESBIAN, GAY, BISEXUAL, TRANSGENDER, QUEER, INTERSEX, AND ASEXUAL (LGBTQIA) HEALTH",
            "",
            "Lesbian, gay, bisexual, transgender, queer, intersex, and asexual (LGBTQIA) health",
        ],
    ]);
}

#[test]
fn evidence_is_weighed() {
    check(&[
        // A name of several words needs its neighbour.
        [
            "Great Boats of the Great Lakes",
            "In great boats on the Great Lakes.",
            "Great boats of the Great Lakes",
        ],
        // Words that only spell out an abbreviation are no name.
        ["On Made Boat Learning", "We use Made Boat Learning (MBL) here.", "On made boat learning"],
        // Nor are terms of common words, nor the words of a headline.
        ["On Random Smoothing of Boats", "The Random Smoothing way.", "On random smoothing of boats"],
        ["Floods See Boats", "In “How Floods See Boats on Land” we told it.", "Floods see boats"],
        // The first word of a sentence shows nothing.
        ["Where the Boats Go", "Boats go. Go where?", "Where the boats go"],
        // Headings in capitals show nothing.
        [
            "On Methods and Their Results",
            "METHODS: We sail. RESULTS: We came.",
            "On methods and their results",
        ],
        ["May Floods Rise Before May 2021?", "", "May floods rise before May 2021?"],
        ["Ladies of Eastern Europe and East London", "", "Ladies of Eastern Europe and East London"],
    ]);
}

#[test]
fn cited_works_and_keywords_are_evidence_too() {
    let mut record = item("The Harbour of Quellmoor and White Sails", "A history.");
    record.set(Variable::Keyword, "harbour, the Quellmoor, sails");
    let cited = ["White, C. (2019). A guide to white sails. Journal of Boats, 3."];
    let (repairs, warnings) =
        tidy::tidy_with(&mut record, &Evidence { cited: &cited, ..Evidence::default() }, &Options::default());
    assert_eq!(title(&record), "The harbour of Quellmoor and white sails");
    let reasons: Vec<&str> = repairs.iter().map(|repair| repair.evidence.as_str()).collect();
    assert_eq!(
        reasons,
        ["the keywords have “harbour”", "a cited title has “white”", "a cited title has “sails”"]
    );
    assert!(warnings.iter().all(|warning| warning.field != "title"));
}

#[test]
fn parts_of_the_title_of_a_data_set_are_judged_apart() {
    let mut record = item("Data for: “The Boats of Tides” – hourly water temperature of the sea", "");
    record.item_type = ItemType::Dataset;
    tidy::tidy(&mut record, &Options::default());
    assert_eq!(title(&record), "Data for: “The boats of tides” – hourly water temperature of the sea");
}

#[test]
fn what_is_a_sentence_or_no_english_stays() {
    for stored in [
        "Reading fiction and reading minds: the role of simulation",
        "A study of water in Peru, Made Bay and Brazil",
        "Los Humedales del Río Guadiaro y los Anfibios",
        "Die Geschichte der Schifffahrt und das Meer",
        "Річки Та Люди",
        "海 と 山",
        "",
        "…",
    ] {
        assert_eq!(repaired(stored, "The study compares what was found."), stored);
    }
    let mut record = item("The Title of the Thing", "");
    record.set(Variable::Language, "de");
    tidy::tidy(&mut record, &Options::default());
    assert_eq!(title(&record), "The Title of the Thing");
}

#[test]
fn the_short_title_follows_and_the_journal_does_not() {
    let mut record = item("Small Boats on Land: A Study of Tides", "");
    record.set(Variable::TitleShort, "Small Boats on Land");
    record.set(Variable::ContainerTitle, "Made Journal of Boats");
    tidy::tidy(&mut record, &Options::default());
    assert_eq!(record.text(Variable::TitleShort), Some("Small boats on land"));
    assert_eq!(record.text(Variable::ContainerTitle), Some("Made Journal of Boats"));
}

#[test]
fn each_rule_can_be_switched_off() {
    let with = |rule: Rule| {
        let mut record = item("Boats In The Us", "Of US boats.");
        let (repairs, _) = tidy::tidy(&mut record, &Options::default().without(rule));
        assert!(repairs.iter().all(|repair| repair.rule != rule));
        title(&record).to_owned()
    };
    assert_eq!(with(Rule::SentenceCase), "Boats In The US");
    assert_eq!(with(Rule::RestoreAcronym), "Boats in the Us");
    let mut record = item("BOATS OF BRAZIL", "");
    tidy::tidy(&mut record, &Options::default().without(Rule::ProperNoun));
    assert_eq!(title(&record), "Boats of BRAZIL");
    let mut record = item("BOATS OF BRAZIL", "");
    let (repairs, _) = tidy::tidy(&mut record, &Options::default().without(Rule::AllCaps));
    assert_eq!((title(&record), repairs.len()), ("BOATS OF BRAZIL", 0));
}

#[test]
fn unsure_words_are_warnings() {
    let warnings = |stored: &str, summary: &str| -> Vec<String> {
        let (_, warnings) = tidy::tidy(&mut item(stored, summary), &Options::default());
        warnings
            .into_iter()
            .filter(|warning| warning.field == "title")
            .map(|warning| warning.message)
            .collect()
    };
    assert_eq!(
        warnings("The Boats of Plurr and Information", "Of boats."),
        ["These words of the title may be names: “plurr”."]
    );
    assert_eq!(
        warnings("The Boats of the Internet", "Of boats, the Internet, an Internet and the internet."),
        ["“Internet” is written “internet” as well."]
    );
}

#[test]
fn no_frequent_word_is_mistaken_for_a_name() {
    let clashes = xtask::names::clashes().expect("the lists of the repository");
    assert!(clashes.is_empty(), "run `cargo xtask names`: these words have the hash of a name: {clashes:?}");
}

const PIECES: &[&str] = &[
    "The",
    "of",
    "In",
    "US",
    "Us",
    "us",
    "BOATS",
    "Boats",
    "boats",
    "Brazil",
    "mRNA",
    "Mrna",
    "É",
    "Straße",
    "ŉ",
    "İstanbul",
    "ǅ",
    "ß",
    "ﬁ",
    "<i>",
    "</i>",
    "<",
    ">",
    "<span class=\"nocase\">",
    "</span>",
    ":",
    "?",
    ".",
    "—",
    " – ",
    "-",
    "’s",
    "'",
    "(NLP)",
    "Great Lakes",
    "A",
    "a",
    "I",
    "21ST",
    "H1N1",
    "\u{301}",
    "\u{200b}",
    "海",
    "И",
    "Λ",
    "&",
    ",",
    "e",
    "Natural Language Processing",
    "May",
    "2021",
    "“",
    "”",
    "1",
    "É.",
    "🛶",
];

fn text(dice: &mut Random, most: usize) -> String {
    let mut text = String::new();
    for _ in 0..dice.below(most) {
        text.push_str(dice.pick(PIECES));
        if dice.below(4) > 0 {
            text.push(' ');
        }
    }
    text
}

#[test]
fn letters_stay_and_a_second_pass_changes_nothing() {
    let mut dice = Random(0x9E37_79B9_7F4A_7C15);
    let small = text::to_lowercase;
    let mut changed = 0;
    for _ in 0..5_000 {
        let (stored, summary, keywords) = (text(&mut dice, 14), text(&mut dice, 30), text(&mut dice, 6));
        let case = as_case();
        let mut record = item(&stored, &summary);
        record.set(Variable::Keyword, keywords.as_str());
        record.set(Variable::Language, "en");
        let cited = text(&mut dice, 8);
        let evidence = Evidence { cited: &[cited.as_str()], ..Evidence::default() };
        tidy::tidy_with(&mut record, &evidence, &case);
        let once = title(&record).to_owned();
        assert_eq!(small(&once), small(&stored));
        assert_eq!(once.chars().count(), stored.chars().count(), "{stored:?} {once:?}");
        changed += usize::from(once != stored);
        tidy::tidy_with(&mut record, &evidence, &case);
        assert_eq!(title(&record), once, "{stored:?} with {summary:?}, {keywords:?} and {cited:?}");
    }
    assert!(changed > 800, "only {changed} titles changed");
}

/// The rules of case alone.
fn as_case() -> Options {
    let case = [Rule::SentenceCase, Rule::AllCaps, Rule::RestoreAcronym, Rule::ProperNoun];
    let others = Rule::ALL.iter().filter(|rule| !case.contains(rule));
    others.fold(Options::default(), |options, rule| options.without(*rule))
}

#[test]
fn a_word_that_all_evidence_capitalises_keeps_its_capital() {
    let mut dice = Random(7);
    for _ in 0..200 {
        let word: String = (0..3 + dice.below(6)).map(|_| char::from(b'a' + dice.below(26) as u8)).collect();
        let name = format!("{}{}", text::to_uppercase(&word[..1]), &word[1..]);
        let summary = format!("We saw {name} there, and found that {name} is small.");
        let stored = format!("The Small Boats of {name} and Their Long Tides");
        let want = format!("The small boats of {name} and their long tides");
        assert_eq!(repaired(&stored, &summary), want);
        assert_eq!(repaired(&text::to_uppercase(&stored), &summary), want);
    }
}

#[test]
fn megabytes_take_linear_memory() {
    for unit in ["The Boats of the Great Lakes and Their Nlp", "Boats And Lakes: ", "<i>", "\"(<"] {
        let make = |words: usize| {
            let stored = if unit.len() > 20 { unit.to_owned() } else { unit.repeat(words) };
            let summary = "The Boats of NLP and Great Lakes (NLP), in Long Runs Of Capitals ".repeat(words);
            (stored, summary, "Great Boats And Lakes ".repeat(words))
        };
        check_linear(unit, [150, 1_500], make, |(stored, summary, capitals)| {
            repaired(stored, summary);
            repaired(stored, capitals);
        });
    }
}
