//! Expectations of the CSL test suite and of citeproc-js, in small cases.

use super::*;
use crate::csl::content::markup;

const ENGLISH: Conventions = Conventions { english: true, dotted: false, prefixes: false };

fn check(case: TextCase, cases: &[(&str, &str)]) {
    for (field, expected) in cases {
        let mut contents = markup::parse(field);
        apply(&mut contents, case, ENGLISH);
        let printed: String = contents.iter().map(Content::plain).collect();
        assert_eq!(printed, *expected, "{field}");
    }
}

#[test]
fn title_case() {
    check(
        TextCase::Title,
        &[
            (
                "This IS a pen that is a <span class=\"nocase\">smith</span> pencil",
                "This IS a Pen That Is a smith Pencil",
            ),
            ("this is a cat/mouse", "This Is a Cat/Mouse"),
            ("UK", "UK"),
            ("OC 1", "OC 1"),
            ("PLOS ONE", "PLOS ONE"),
            ("Review of book by A.N. author", "Review of Book by A.N. Author"),
            ("All for one. For all.", "All for One. For All."),
            ("iPad is a thing", "iPad Is a Thing"),
            ("mRNA and eBay", "mRNA and eBay"),
            ("Out-of-fashion initiatives: a second story", "Out-of-Fashion Initiatives: A Second Story"),
            ("Employee pro-environmental behavior", "Employee Pro-Environmental Behavior"),
            ("twenty-one down twenty-two", "Twenty-One down Twenty-Two"),
            ("07-x test", "07-x Test"),
            ("07-x", "07-x"),
            ("Saline solution of β-carotine", "Saline Solution of β-Carotine"),
            ("traits—self-esteem, and stability—with job", "Traits—Self-Esteem, and Stability—with Job"),
            ("the scientist–practitioner gap", "The Scientist–Practitioner Gap"),
            ("from “distance” to “friction”: research for", "From Distance to Friction: Research For"),
            ("The “new Career” and", "The New Career And"),
            ("John van Doe? a life", "John van Doe? A Life"),
            ("John d'Doe! a life", "John d’Doe! A Life"),
            (
                "the physical\u{a0}volcanology of\u{a0}the 1600 eruption",
                "The Physical\u{a0}Volcanology of\u{a0}the 1600 Eruption",
            ),
            ("l'état et d'un ami", "L’état et d’un Ami"),
            ("don't stop", "Don’t Stop"),
            ("CNN.com and node.js/the-path", "CNN.com and node.js/the-path"),
            ("visit cnn.com now", "Visit cnn.com Now"),
            (
                "see file_name at http://example.org/a-path today",
                "See File_name at http://example.org/a-path Today",
            ),
            ("THE UNIVERSITY OF LIFE: A STORY", "The University of Life: A Story"),
            ("one <i>t</i>wo", "One Two"),
            ("H<sub>2</sub>O and E. coli v. man", "H2O and E. Coli v. Man"),
            ("éclair à l’école", "Éclair À l’école"),
            ("", ""),
        ],
    );
}

#[test]
fn sentence_case() {
    check(
        TextCase::Sentence,
        &[
            (
                "This is a Pen that is a <span class=\"nocase\">Smith</span> Pencil",
                "This is a pen that is a Smith pencil",
            ),
            ("the NASA Budget of iPhone Users", "The NASA budget of iPhone users"),
            ("THE UNIVERSITY OF LIFE", "The university of life"),
            ("Who I Am in CNN.com", "Who I am in CNN.com"),
            ("Core Self-Esteem", "Core self-esteem"),
        ],
    );
}

#[test]
fn capitals() {
    check(
        TextCase::CapitalizeFirst,
        &[
            ("this is a Pen", "This is a Pen"),
            ("“this” is", "This is"),
            ("iPad is", "iPad is"),
            ("n.d.", "N.d."),
            ("cnn.com is", "cnn.com is"),
            ("1st try", "1st try"),
        ],
    );
    check(
        TextCase::CapitalizeAll,
        &[(
            "This IS a Pen that is a <span class=\"nocase\">SMITH</span> Pencil",
            "This IS A Pen That Is A SMITH Pencil",
        )],
    );
    check(TextCase::Uppercase, &[("a <span class=\"nocase\">Smith</span> straße", "A Smith STRASSE")]);
    check(
        TextCase::Lowercase,
        &[("This is a <span class=\"nocase\">Smith</span> PEN", "this is a Smith pen")],
    );
}

#[test]
fn other_languages_keep_their_capitals() {
    for (case, expected) in [(TextCase::Title, "das Haus"), (TextCase::Sentence, "Das Haus")] {
        let mut contents = markup::parse("das Haus");
        apply(&mut contents, case, Conventions { english: false, ..ENGLISH });
        assert_eq!(contents, markup::parse(expected));
    }
}

#[test]
fn delimiters_separate_words_and_are_unchanged() {
    let children = vec![Content::Text("one".into()), Content::Text("two".into())];
    let span = Span { prefix: "a".into(), delimiter: " x ".into(), children, ..Span::default() };
    let mut contents = [Content::from(span)];
    apply(&mut contents, TextCase::CapitalizeAll, ENGLISH);
    assert_eq!(contents[0].plain(), "aone x Two");
}

#[test]
fn the_first_word_of_a_subtitle_takes_a_capital() {
    let plain = |contents: &[Content]| contents.iter().map(Content::plain).collect::<String>();
    let check = |title: &str, want: &str| {
        let mut contents = markup::parse(title);
        capitalize_subtitles(&mut contents);
        assert_eq!(plain(&contents), want, "{title}");
    };
    check("Reefs: a survey", "Reefs: A survey");
    check("When is it? a study! an end", "When is it? A study! An end");
    // The quotation marks are no characters of the content.
    check("Reefs: “hot spots” in seas", "Reefs: Hot spots in seas");
    check("Reefs: <i>in situ</i> work", "Reefs: In situ work");
    check("Study: e-learning", "Study: E-learning");
    // What stays: inner capitals, particles of names, symbols, numbers, addresses, colons inside a word.
    for title in [
        "Faces: fMRI evidence",
        "Gene: mRNA levels",
        "Letters: van Gogh in Arles",
        "Waves: β-decay",
        "Growth: 3 cases",
        "Sites: https://a.example/",
        "At a ratio of 10:a",
        "Reefs: <span class=\"nocase\">lower</span>",
        "reefs of the sea",
    ] {
        check(title, &plain(&markup::parse(title)));
    }
}

#[test]
fn what_follows_a_prefix_stays_small_where_the_style_wants_it() {
    let titled = |field: &str, prefixes: bool| {
        let mut contents = markup::parse(field);
        apply(&mut contents, TextCase::Title, Conventions { prefixes, ..ENGLISH });
        contents.iter().map(Content::plain).collect::<String>()
    };
    for (field, want) in [
        ("re-entry and the non-linear path", "Re-entry and the Non-linear Path"),
        ("the multi-author book: co-authored work", "The Multi-author Book: Co-authored Work"),
        // What has a capital, or follows a word, keeps or gets it.
        (
            "pre-training and pre-registered, pre-infection trials",
            "Pre-training and Pre-registered, Pre-Infection Trials",
        ),
        ("pre-Columbian art and anti-US views", "Pre-Columbian Art and Anti-US Views"),
        ("self-made, pro-environmental, post-war", "Self-Made, Pro-Environmental, Post-War"),
        ("a re, entry", "A Re, Entry"),
        ("state-of-the-art non-", "State-of-the-Art Non-"),
    ] {
        assert_eq!(titled(field, true), want);
    }
    assert_eq!(titled("re-entry of boats", false), "Re-Entry of Boats");
}
