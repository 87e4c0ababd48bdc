//! Expectations of the CSL test suite, in small cases.

use super::*;
use crate::csl::content::{Span, Tag, markup};
use crate::csl::program::{Display, FontStyle, Formatting, VerticalAlign};

fn settings(punctuation_in_quote: bool) -> Settings {
    Settings {
        open_quote: "“".into(),
        close_quote: "”".into(),
        open_inner_quote: "‘".into(),
        close_inner_quote: "’".into(),
        punctuation_in_quote,
    }
}

/// A rendering element with a field in it.
fn field(prefix: &str, text: &str, suffix: &str) -> Span {
    Span { prefix: prefix.into(), suffix: suffix.into(), children: markup::parse(text), ..Span::default() }
}

fn quoted(prefix: &str, text: &str, suffix: &str) -> Span {
    Span { quotes: true, ..field(prefix, text, suffix) }
}

fn italic(span: Span) -> Span {
    Span { format: Formatting { font_style: Some(FontStyle::Italic), ..Formatting::default() }, ..span }
}

fn group(delimiter: &str, children: Vec<Span>) -> Span {
    let children = children.into_iter().map(Content::from).collect();
    Span { delimiter: delimiter.into(), children, ..Span::default() }
}

fn check(in_quote: bool, span: Span, expected: &str) {
    let events = finish(&span.into(), &settings(in_quote));
    assert_eq!(suite_html(&events), expected);
    let whole: String = runs(&events).iter().map(|run| run.text.as_str()).collect();
    assert_eq!(whole, text(&runs(&events)));
    let page = html(&events);
    assert_eq!(stripped(&page), whole, "{page}");
}

/// HTML without tags and escapes.
fn stripped(html: &str) -> String {
    let mut out = String::new();
    for part in html.split('<') {
        out.push_str(part.split_once('>').map_or(part, |(_, rest)| rest));
    }
    out.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&")
}

/// The marks of the tables below, in rows (before) and columns (after).
const ORDER: [&str; 6] = [".", ",", ";", ":", "!", "?"];

#[test]
fn adjacent_marks_follow_the_table() {
    let table = [
        "x. y|x., y|x.; y|x.: y|x.! y|x.? y",
        "x,. y|x, y|x,; y|x,: y|x,! y|x,? y",
        "x; y|x;, y|x; y|x; y|x! y|x? y",
        "x: y|x:, y|x:; y|x: y|x! y|x? y",
        "x! y|x!, y|x!; y|x! y|x! y|x!? y",
        "x? y|x?, y|x?; y|x? y|x?! y|x? y",
    ];
    for (before, row) in ORDER.iter().zip(table) {
        for (after, expected) in ORDER.iter().zip(row.split('|')) {
            let after = [after, " "].concat();
            let own = ["x", before].concat();
            check(true, group("", vec![field("", &own, ""), field(&after, "y", "")]), expected);
            check(true, group("", vec![field("", "x", before), field(&after, "y", "")]), expected);
            check(true, group(&after, vec![field("", &own, ""), field("", "y", "")]), expected);
        }
    }
}

#[test]
fn marks_move_into_quotes() {
    let table = [
        "“x.” y|“x.,” y|“x.”; y|“x.”: y|“x.!” y|“x.?” y",
        "“x,.” y|“x,” y|“x,”; y|“x,”: y|“x,!” y|“x,?” y",
        "“x”; y|“x”;, y|“x”; y|“x”; y|“x!” y|“x?” y",
        "“x”: y|“x”:, y|“x”:; y|“x”: y|“x!” y|“x?” y",
        "“x!” y|“x!,” y|“x!”; y|“x!” y|“x!” y|“x!?” y",
        "“x?” y|“x?,” y|“x?”; y|“x?” y|“x?!” y|“x?” y",
    ];
    for (before, row) in ORDER.iter().zip(table) {
        for (after, expected) in ORDER.iter().zip(row.split('|')) {
            let after = [after, " "].concat();
            check(true, group("", vec![quoted("", "x", before), field(&after, "y", "")]), expected);
        }
    }
}

#[test]
fn marks_move_out_of_quotes() {
    let table = [
        "“x.”|“x.”,|“x.”;|“x.”:|“x.”!|“x.”?",
        "“x”,.|“x”,|“x”,;|“x”,:|“x”,!|“x”,?",
        "“x”;|“x”;,|“x”;|“x”;|“x”!|“x”?",
        "“x”:|“x”:,|“x”:;|“x”:|“x”!|“x”?",
        "“x!”.|“x!”,|“x!”;|“x!”:|“x!”|“x!”?",
        "“x?”.|“x?”,|“x?”;|“x?”:|“x?”!|“x?”",
    ];
    for (before, row) in ORDER.iter().zip(table) {
        for (after, expected) in ORDER.iter().zip(row.split('|')) {
            let quoted = quoted("", &["x", before].concat(), after);
            check(false, group("", vec![quoted, field("", " y", "")]), &[expected, " y"].concat());
        }
    }
}

#[test]
fn no_full_stop_follows_a_quoted_question_at_the_end() {
    for (text, after, expected) in
        [("x?", ".", "“x?”"), ("x!", ".", "“x!”"), ("x?", ",", "“x?”,"), ("x", ".", "“x”.")]
    {
        check(false, quoted("", text, after), expected);
    }
}

#[test]
fn quotes_nest_and_punctuation_moves_into_them() {
    check(true, quoted("", "My “Amazing” Title", ""), "“My ‘Amazing’ Title”");
    check(true, quoted("", "a \"b 'c' d\"", ", "), "“a ‘b “c” d,’” ");
    check(true, field("", "a 'b' c", ""), "a “b” c");
    check(true, group("", vec![field("", "a “b”", ""), field(", ", "x", "")]), "a “b,” x");
    check(false, group("", vec![field("", "a “b”", ""), field(", ", "x", "")]), "a “b”, x");
    check(true, field("", "'quote', ", ""), "“quote”, ");
    check(true, field("", "a (“b”)", "."), "a (“b”).");
    check(
        true,
        group("", vec![italic(quoted("", "Book A", "")), field(". ", "1900", ".")]),
        "“<i>Book A.</i>” 1900.",
    );
    check(true, italic(group("", vec![quoted("", "Book A", "")])), "<i>“Book A”</i>");
    check(true, Span { quotes: true, ..group("", vec![quoted("", "x", "")]) }, "“‘x’”");
}

#[test]
fn markup_flips_and_styles_do_not() {
    check(
        true,
        italic(field("", "One <i>Two <i>Three</i></i>", "")),
        "<i>One <span style=\"font-style:normal;\">Two <i>Three</i></span></i>",
    );
    check(true, italic(field("(", "a", ")")), "(<i>a</i>)");
    check(true, italic(group(" ", vec![field("", "a", ""), italic(field("", "b", ""))])), "<i>a b</i>");
    check(
        true,
        italic(field("", "a <span class=\"nodecor\">b</span>", "")),
        "<i>a <span style=\"font-style:normal;\">b</span></i>",
    );
    check(true, field("", "a <span class=\"nodecor\">b</span>", ""), "a b");
    check(true, field("", "x<sup>a<sup>b</sup></sup>", ""), "x<sup>a<sup>b</sup></sup>");
}

#[test]
fn formatting_between_marks_is_ignored() {
    check(true, group("", vec![italic(field("", "Who?", "")), field(". ", "x", "")]), "<i>Who?</i> x");
    check(true, group("", vec![italic(field("", "etc.", "")), field(".", " x", "")]), "<i>etc.</i> x");
    check(true, group(" ", vec![field("", "a", " "), italic(field(" ", "b", ""))]), "a <i>b</i>");
    check(true, group("", vec![field("", "a.", ""), italic(field("", ".", ""))]), "a.");
}

#[test]
fn punctuation_inside_fields_is_unchanged() {
    check(true, field("", "a “b”. c,, d <i>e.</i>. f", ""), "a “b”. c,, d <i>e.</i>. f");
    check(true, group("", vec![field("", "a", "..."), field(". ", "x", "")]), "a... x");
    check(true, group("", vec![field("", "a.", ""), field("... ", "x", "")]), "a.... x");
    check(true, field("(", "", ")"), "");
}

#[test]
fn hostile_text_is_escaped() {
    check(true, field("", "<script>x</script> & \"", ""), "&#60;script&#62;x&#60;/script&#62; &#38; \"");
    let link = |text: &str| Span { tag: Tag::Link, ..field("https://doi.org/", text, "") };
    let page = |span: Span| html(&finish(&span.into(), &settings(true)));
    assert_eq!(
        page(link("10.1/a<b>")),
        "<a href=\"https://doi.org/10.1/a&lt;b&gt;\">https://doi.org/10.1/a&lt;b&gt;</a>"
    );
    let plain = |text: &str| Span { tag: Tag::Link, ..field("", text, ".") };
    assert_eq!(page(plain("https://a.b/?c&d")), "<a href=\"https://a.b/?c&amp;d\">https://a.b/?c&amp;d</a>.");
    for address in ["javascript:alert(1)", "data:x", "http://a b", "java\tscript:x", "x"] {
        assert!(!page(plain(address)).contains("href"), "{address}");
    }
}

#[test]
fn blocks_have_the_white_space_of_the_suite() {
    let shown = |display, span: Span| Span { display: Some(display), ..span };
    let entry = group(
        "",
        vec![
            shown(Display::LeftMargin, field("[", "1", "]")),
            shown(Display::RightInline, field(" ", "Doe", ".")),
        ],
    );
    check(
        true,
        entry,
        "\n    <div class=\"csl-left-margin\">[1]</div><div class=\"csl-right-inline\"> Doe.</div>\n  ",
    );
    let entry = group(
        "",
        vec![
            shown(Display::LeftMargin, field("", "1", ".")),
            shown(Display::RightInline, field("", "Doe", ".")),
        ],
    );
    let events = finish(&entry.clone().into(), &settings(true));
    assert_eq!(text(&runs(&events)), "1. Doe.", "in plain text, a blank replaces the margin");
    let expected = "<span class=\"csl-left-margin\">1.</span> <span class=\"csl-right-inline\">Doe.</span>";
    assert_eq!(html(&events), expected);
    let entry = group(
        "",
        vec![
            shown(Display::LeftMargin, quoted("", "Ti", "")),
            shown(Display::RightInline, field(". ", "Ge", "")),
        ],
    );
    check(
        true,
        entry,
        "\n    <div class=\"csl-left-margin\">“Ti.”</div><div class=\"csl-right-inline\"> Ge</div>\n  ",
    );
    let entry = group("", vec![field("", "a", ""), shown(Display::Block, field(". ", "b", ""))]);
    check(true, entry, "a.\n\n    <div class=\"csl-block\"> b</div>\n");
}

#[test]
fn superscripts_are_tags_for_the_suite_only() {
    let events = finish(&field("ª", "1ᵉʳ x²™", "").into(), &settings(true));
    assert_eq!(suite_html(&events), "<sup>a</sup>1<sup>e</sup><sup>r</sup> x<sup>2</sup><sup>TM</sup>");
    assert_eq!(html(&events), "ª1ᵉʳ x²™");
}

#[test]
fn html_for_pages_sets_the_baseline_in_css() {
    let aligned = |align, span| {
        let format = Formatting { vertical_align: Some(align), ..Formatting::default() };
        Span { format, ..span }
    };
    let inner = aligned(VerticalAlign::Baseline, field("", "y", ""));
    let both = aligned(VerticalAlign::Sup, group("", vec![field("", "x", ""), inner]));
    let events = finish(&both.into(), &settings(true));
    let expected = |style: &str| ["<sup>x<span style=\"", style, "\">y</span></sup>"].concat();
    assert_eq!(suite_html(&events), expected("baseline"), "the suite's spelling");
    assert_eq!(html(&events), expected("vertical-align:baseline;"));
}

#[test]
fn a_blank_at_the_end_is_outside_the_block() {
    let block = Span { display: Some(Display::RightInline), ..field("", "Pu", ". ") };
    check(true, group("", vec![block]), "<div class=\"csl-right-inline\">Pu.</div>\n   ");
}

/// A deterministic generator, so that a failure can be reproduced.
struct Dice(u64);

impl Dice {
    fn throw(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % sides
    }

    fn pick<'a>(&mut self, from: &[&'a str]) -> &'a str {
        from[self.throw(from.len())]
    }

    fn text(&mut self, longest: usize) -> String {
        const PARTS: [&str; 26] = [
            "a",
            "b ",
            " ",
            ".",
            ",",
            ";",
            ":",
            "!",
            "?",
            "\"",
            "'",
            "“",
            "”",
            "‘",
            "’",
            "<i>",
            "</i>",
            "<b>",
            "</b>",
            "<span class=\"nocase\">",
            "</span>",
            "(",
            ")",
            "&",
            "<",
            "é",
        ];
        (0..self.throw(longest + 1)).map(|_| self.pick(&PARTS)).collect()
    }

    fn span(&mut self, depth: usize) -> Span {
        const AFFIXES: [&str; 10] = ["", "", "", " ", ". ", ",", ", ", "(", ")", "."];
        let mut span = Span {
            prefix: self.pick(&AFFIXES).into(),
            suffix: self.pick(&AFFIXES).into(),
            delimiter: self.pick(&AFFIXES).into(),
            quotes: self.throw(4) == 0,
            display: (self.throw(9) == 0).then_some(Display::RightInline),
            ..Span::default()
        };
        if self.throw(3) == 0 {
            span.format.font_style = Some(FontStyle::Italic);
        }
        for _ in 0..self.throw(4) {
            let field = self.text(8);
            if depth > 0 && self.throw(2) == 0 {
                span.children.push(self.span(depth - 1).into());
            } else {
                span.children.extend(markup::parse(&field));
            }
        }
        span
    }
}

#[test]
fn any_tree_has_equal_text_in_all_forms() {
    let mut dice = Dice(1);
    for round in 0..20_000 {
        let content = Content::from(dice.span(3));
        let events = finish(&content, &settings(round % 2 == 0));
        let opened = events.iter().filter(|event| matches!(event, Event::Open(_))).count();
        let closed = events.iter().filter(|event| matches!(event, Event::Close)).count();
        assert_eq!(opened, closed, "{content:?}");
        assert!(!events.contains(&Event::Text(String::new())), "{content:?}");
        let whole = text(&runs(&events));
        assert_eq!(stripped(&html(&events)), whole, "{content:?}");
        assert_eq!(runs(&events).iter().map(|run| run.text.as_str()).collect::<String>(), whole);
        let letters = |text: &str| text.chars().filter(|c| c.is_letter()).collect::<String>();
        assert_eq!(letters(&whole), letters(&content.plain()), "{content:?}");
        suite_html(&events);
    }
}
