//! The works that an article cites, from the page to items.

use std::time::{Duration, Instant};

use citelet::item::{Item, Value};
use citelet::read::references;
use citelet::vocabulary::Variable;
use xtask::html;

#[test]
fn what_a_page_cites_is_collected_as_it_is_worded() {
    let page = html::page(
        "<meta name=citation_reference content='Kuhn, T. S. (1962). The structure of scientific revolutions.'>
        <section class='item references'><h2>References</h2><div class=value><p>Kuhn, T. S. (1962). <em>The
        structure</em></p><p>Popper, K.</p></div></section>
        <section role=doc-bibliography><ul><li role=doc-biblioentry>Lakatos, I. <a href=#>Google Scholar</a></li></ul></section>",
    );
    assert_eq!(
        page.references().collect::<Vec<_>>(),
        [
            "Kuhn, T. S. (1962). The structure of scientific revolutions.",
            "Kuhn, T. S. (1962). <i>The structure</i>",
            "Popper, K.",
            "Lakatos, I. Google Scholar",
        ]
    );
}

/// A made-up text that looks like references, from a seed: words, marks and numbers in any order.
fn noise(seed: u64, length: usize) -> String {
    const PIECES: [&str; 48] = [
        "Smith",
        "J.",
        "J. D.",
        ", ",
        ". ",
        "(2019)",
        "(2019a, June 3). ",
        "& ",
        "and ",
        "et al.",
        "In ",
        "In: ",
        "“",
        "”",
        "‘",
        "’",
        "(Eds.)",
        ", editors. ",
        "Title of a work",
        "pp. 1–2",
        "12(3)",
        ": 45–67",
        "2024;11:1-2",
        "https://doi.org/10.1000/x(1)2",
        "http://a.b/c",
        "<i>",
        "</i>",
        "(",
        ")",
        "[",
        "]",
        "doi:10.5555/ab",
        "Press",
        "New York: ",
        "vol. 3, no. 2",
        "\u{1}",
        "é",
        "李小龙",
        "\u{a0}",
        "—",
        "ed.",
        "2nd ed.",
        "PhD thesis, ",
        "; ",
        "Accessed 3 May 2020",
        "//",
        "?",
        "\u{202e}",
    ];
    let mut state = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
    let mut out = String::new();
    while out.len() < length {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        out.push_str(PIECES[(state >> 20) as usize % PIECES.len()]);
        if state & 3 == 0 {
            out.push(' ');
        }
    }
    out
}

/// A text without blanks and letters' case, and a field's words in it.
fn squeezed(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

/// Every word of a record stands in the raw text, but for what is told by a number.
fn check_stands_in(raw: &str, item: &Item) {
    let whole = squeezed(raw);
    for (variable, value) in item.fields() {
        let stands =
            |text: &str| assert!(whole.contains(&squeezed(text)), "{}: “{text}” in “{raw}”", variable.word());
        match value {
            Value::Text(_) if variable == Variable::Edition => {}
            Value::Text(text) => stands(text),
            Value::Names(names) => {
                for name in names {
                    for part in [
                        &name.family,
                        &name.given,
                        &name.suffix,
                        &name.literal,
                        &name.dropping_particle,
                        &name.non_dropping_particle,
                    ] {
                        stands(part);
                    }
                }
            }
            Value::Date(date) => {
                for part in date.start.iter().chain(&date.end) {
                    stands(&part.year.to_string());
                }
            }
        }
    }
}

#[test]
fn whatever_the_text_every_field_stands_in_it() {
    for seed in 0..1_500 {
        let text = noise(seed, 40 + (seed as usize % 7) * 60);
        let reference = references::parse(&text);
        assert!(!reference.raw.contains(['\n', '\t']), "{text}");
        if let Some(item) = &reference.item {
            check_stands_in(&reference.raw, item);
        }
    }
}

#[test]
fn the_raw_text_is_kept_whatever_it_is() {
    for raw in [
        "",
        "?",
        "....",
        "Kuhn",
        "(2019)",
        "“”",
        "10.1000/x",
        "http://x.y",
        "[1]",
        "citation_title",
        "citation_title=",
        &"a".repeat(9_000),
    ] {
        let reference = references::parse(raw);
        assert_eq!(reference.raw, raw);
        assert!(!reference.sure, "{raw}");
        assert!(!reference.doubts.is_empty(), "{raw}");
    }
}

/// References by the megabyte are read in linear time: ten times as much may not take fifty times as long.
#[test]
fn megabytes_are_read_in_linear_time() {
    let page = |count: u64| {
        let tags: String = (0..count)
            .map(|at| {
                format!(
                    "<meta name=citation_reference content='{}'>",
                    noise(at, 600).replace(['<', '\''], "")
                )
            })
            .collect();
        let list: String =
            (0..count).map(|at| format!("<li>{}</li>", noise(at, 600).replace('<', ""))).collect();
        let long = "Smith, J. (2019). ".repeat(count as usize * 100);
        format!("{tags}<ol class=references>{list}<li>{long}</li></ol>")
    };
    let time = |html: &str| {
        let start = Instant::now();
        let found = html::references(html).len();
        (start.elapsed(), found)
    };
    let (small, _) = time(&page(40));
    let (large, found) = time(&page(400));
    assert!(found >= 400);
    let bound = small * 50 + Duration::from_millis(200);
    assert!(large < bound, "40 took {small:?}, 400 took {large:?}");
}
