//! Brings the HTML of two processors to one spelling, so that equal strings mean citations that look equal.
//!
//! Text is compared with the formatting that it ends up with, however the elements are nested; links, the spelling of
//! entities, blanks beside blocks and other blanks, and the formatting of blanks do not count. Superscript letters count as letters set high (citeproc-js turns
//! the locales' `2ª` into `2<sup>a</sup>`), an invalid `style="baseline"` as the baseline, and the words with which citeproc-js
//! says that nothing is printed as nothing. All else counts; a no-break space is no blank.

use std::collections::BTreeMap;

use unicode_normalization::UnicodeNormalization as _;

/// CSS properties that differ from their initial values.
type Format = BTreeMap<String, String>;

/// What citeproc-js prints for a cite of which the style prints nothing.
const NOTHING: &str = "[CSL STYLE ERROR: reference with no printed form.]";

/// The one spelling.
pub fn normal(html: &str) -> String {
    if html.contains(NOTHING) {
        return String::new();
    }
    let mut page = Page::default();
    let mut rest = html;
    while let Some(at) = rest.find(['<', '&']) {
        page.text(&rest[..at]);
        rest = &rest[at..];
        let taken = if let Some((taken, spelled)) = entity(rest) {
            page.text(spelled);
            taken
        } else if let Some(end) = rest.find('>').filter(|_| rest.starts_with('<')) {
            page.tag(&rest[1..end]);
            end + 1
        } else {
            page.text(&rest[..1]);
            1
        };
        rest = &rest[taken..];
    }
    page.text(rest);
    page.finish()
}

#[derive(Default)]
struct Page {
    /// The open elements: the closing tag that each needs, and the formatting outside it.
    open: Vec<(&'static str, Format)>,
    format: Format,
    /// The formatting of the last text printed.
    printed: Format,
    /// Whether a block began or ended last.
    beside_block: bool,
    out: String,
}

impl Page {
    fn text(&mut self, text: &str) {
        for c in text.chars() {
            if is_superscript(c) {
                let outside = self.format.clone();
                self.format.insert("vertical-align".into(), "sup".into());
                self.print(&c.nfkc().collect::<String>());
                self.format = outside;
            } else {
                self.print(c.encode_utf8(&mut [0; 4]));
            }
        }
    }

    fn print(&mut self, text: &str) {
        if self.beside_block && matches!(text, " " | "\n") {
            return;
        }
        self.beside_block = false;
        if self.printed != self.format && text != " " {
            self.change_to(self.format.clone());
        }
        if text != " " || !self.out.ends_with(' ') {
            self.out.push_str(text);
        }
    }

    fn change_to(&mut self, format: Format) {
        for (property, value) in self.printed.iter().rev() {
            self.out.push_str(tags(property, value).1);
        }
        for (property, value) in &format {
            self.out.push_str(&tags(property, value).0);
        }
        self.printed = format;
    }

    fn tag(&mut self, tag: &str) {
        if tag.starts_with('/') {
            if let Some((closing, outside)) = self.open.pop() {
                self.block(closing);
                self.format = outside;
            }
            return;
        }
        let (name, attributes) = tag.split_once(' ').unwrap_or((tag, ""));
        let value = attributes.split('"').nth(1).unwrap_or("");
        // A label in the margin and what it labels are blocks, whatever element a page has for them.
        let is_block = name == "div" || value.starts_with("csl-");
        self.open.push((if is_block { "</div>" } else { "" }, self.format.clone()));
        match name {
            _ if is_block => self.block(&["<div class=\"", value, "\">"].concat()),
            "i" => self.set("font-style", "italic"),
            "b" => self.set("font-weight", "bold"),
            "sup" | "sub" => self.set("vertical-align", name),
            "span" => {
                // What citeproc-js writes for the baseline is no CSS.
                let baseline = |rule| (rule == "baseline").then_some(("vertical-align", rule));
                let rules =
                    value.split(';').filter_map(|rule| rule.split_once(':').or_else(|| baseline(rule)));
                rules.for_each(|(p, v)| self.set(p, v));
            }
            _ => {}
        }
    }

    fn set(&mut self, property: &str, value: &str) {
        let (property, value) = (property.trim(), value.trim());
        if matches!(value, "normal" | "none" | "baseline") {
            self.format.remove(property);
        } else {
            self.format.insert(property.to_owned(), value.to_owned());
        }
    }

    /// A tag of a block; blanks before and behind it are blanks at the ends of lines.
    fn block(&mut self, tag: &str) {
        if !tag.is_empty() {
            self.change_to(Format::new());
            self.out.truncate(self.out.trim_end_matches([' ', '\n']).len());
            self.out.push_str(tag);
            self.beside_block = true;
        }
    }

    fn finish(mut self) -> String {
        // Nobody sees a blank at the end, whatever its formatting.
        self.out.truncate(self.out.trim_end_matches([' ', '\n']).len());
        self.change_to(Format::new());
        self.out.trim_matches([' ', '\n']).to_owned()
    }
}

/// The tags around text of a formatting.
fn tags(property: &str, value: &str) -> (String, &'static str) {
    match (property, value) {
        ("font-style", "italic") => ("<i>".to_owned(), "</i>"),
        ("font-weight", "bold") => ("<b>".to_owned(), "</b>"),
        ("vertical-align", "sup") => ("<sup>".to_owned(), "</sup>"),
        ("vertical-align", "sub") => ("<sub>".to_owned(), "</sub>"),
        _ => (["<span style=\"", property, ":", value, "\">"].concat(), "</span>"),
    }
}

/// The letters and digits that Unicode sets high.
fn is_superscript(c: char) -> bool {
    matches!(c, 'ª' | 'º' | '²' | '³' | '¹' | '\u{2b0}'..='\u{2b8}' | '\u{2e0}'..='\u{2e4}' | '\u{1d2c}'..='\u{1d61}' | '\u{2070}'..='\u{207f}')
}

/// The length of an entity and its one spelling.
fn entity(text: &str) -> Option<(usize, &str)> {
    const SPELLINGS: [(&str, &str); 14] = [
        ("&#38;", "&amp;"),
        ("&amp;", "&amp;"),
        ("&#60;", "&lt;"),
        ("&lt;", "&lt;"),
        ("&#62;", "&gt;"),
        ("&gt;", "&gt;"),
        ("&#34;", "\""),
        ("&quot;", "\""),
        ("&#39;", "'"),
        ("&#x27;", "'"),
        ("&apos;", "'"),
        ("&#160;", "\u{a0}"),
        ("&nbsp;", "\u{a0}"),
        ("&#8202;", "\u{200a}"),
    ];
    let found = SPELLINGS.iter().find(|(from, _)| text.starts_with(from));
    found.map(|(from, to)| (from.len(), *to))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spelling_is_one_and_the_rest_stays() {
        let check = |html: &str, want: &str| assert_eq!(normal(html), want);
        check("A &#38; B &amp; C", "A &amp; B &amp; C");
        check("<a href=\"https://doi.org/10.1/x\">10.1/x</a> b", "10.1/x b");
        check(" &#60;i&gt; &quot;q&quot; &unknown; ", "&lt;i&gt; \"q\" &unknown;");
        check("<i>x</i>&#160;y", "<i>x</i>\u{a0}y");
    }

    #[test]
    fn nesting_does_not_count_but_what_it_looks_like() {
        let check = |html: &str, want: &str| assert_eq!(normal(html), want);
        check("<i><i>a</i></i> <b><i>c</i></b>", "<i>a </i><i><b>c</b></i>");
        check("<i>a <span style=\"font-style:normal;\">b</span></i>", "<i>a </i>b");
        check("<span style=\"baseline\">a</span>b", "ab");
        check("<sup>[<span style=\"baseline\">a</span>]</sup>", "<sup>[</sup>a<sup>]</sup>");
        check("<b>a </b>c", "<b>a </b>c");
        check("<b>a</b>  c", "<b>a </b>c");
        check(
            "<span style=\"font-variant:small-caps;\">a</span>",
            "<span style=\"font-variant:small-caps\">a</span>",
        );
        check("2ⁿᵈ, 3.ª, <sup>n</sup><sup>d</sup>", "2<sup>nd</sup>, 3.<sup>a</sup>, <sup>nd</sup>");
        check("a. \n <div class=\"csl-block\">b</div>\n", "a.<div class=\"csl-block\">b</div>");
        check("<div class=\"csl-block\"> b</div>\n  c d", "<div class=\"csl-block\">b</div>c d");
        assert_eq!(
            normal("<span class=\"csl-left-margin\">1.</span> <span class=\"csl-right-inline\">b</span>"),
            normal("<div class=\"csl-left-margin\">1.</div><div class=\"csl-right-inline\">b</div>"),
        );
        check(&["(", NOTHING, ")"].concat(), "");
        assert_eq!(normal("<i>a </i>"), normal("<i>a</i>"));
        assert_ne!(normal("<i>a.</i> b"), normal("<i>a</i>. b"));
    }
}
