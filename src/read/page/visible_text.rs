//! The text that a page shows, from `innerHTML`, which browsers write as the HTML standard has it ("Serializing HTML
//! fragments").

use crate::prelude::*;
use crate::text::markup::{INLINE, Tag, own_element};
use crate::text::{WordList, concat, entities, split_once, word_list};

/// Text as a page shows it: white space is collapsed, blocks are separated by a space, scripts are left out.
#[derive(Debug, Default)]
pub(crate) struct VisibleText {
    out: String,
    /// Whether inline markup is kept.
    marked: bool,
    /// Whether white space follows the last character.
    space: bool,
    /// Whether line breaks are kept instead of becoming spaces.
    lines: bool,
}

/// The greatest length of the text of one element, in bytes, several times that of the longest abstract; the rest is cut off.
const MAX_LENGTH: usize = 2 << 20;

/// Headings inside a text.
const HEADINGS: WordList<'_> = word_list!["h2", "h3", "h4", "h5", "h6"];

/// Elements that browsers do not show, or that are no text.
const HIDDEN: WordList<'_> = word_list!["script", "style", "template", "svg", "button", "select", "noscript"];

/// Those of them whose inside is raw text, in which no elements are nested.
const RAW_TEXT: WordList<'_> = word_list!["script", "style", "noscript"];

/// Elements that begin a line.
const LINES: WordList<'_> = word_list!["br", "p", "li", "div"];

impl VisibleText {
    /// An empty text; `marked` keeps the inline markup.
    pub(crate) fn new(marked: bool) -> VisibleText {
        VisibleText { marked, ..VisibleText::default() }
    }

    /// An empty text that keeps the inline markup and the line breaks.
    #[cfg(feature = "full")]
    pub(crate) fn with_lines() -> VisibleText {
        VisibleText { marked: true, lines: true, ..VisibleText::default() }
    }

    /// The text of the markup inside an element.
    pub(crate) fn html(mut self, inside: &str) -> String {
        let mut rest = inside;
        while !rest.is_empty() {
            let (text, after) = split_once(rest, "<").unwrap_or((rest, ""));
            self.text(&entities::pass(text));
            rest = self.element(after);
        }
        self.out.truncate(self.out.trim_end().len());
        self.out
    }

    /// Adds a text node.
    fn text(&mut self, text: &str) {
        for c in text.chars() {
            if c.is_ascii_whitespace() {
                self.space = true;
            } else if self.out.len() < MAX_LENGTH {
                if self.space && !self.out.is_empty() {
                    self.out.push(' ');
                }
                self.space = false;
                self.out.push(c);
            }
        }
    }

    /// Reads the start or the end of an element, or a comment, after its `<`. Returns the rest of the markup, without the
    /// inside of elements that are not shown. Headings are labels ("Abstract") and left out of text without markup.
    fn element<'a>(&mut self, after: &'a str) -> &'a str {
        if let Some(comment) = after.strip_prefix("!--") {
            return split_once(comment, "-->").unwrap_or_default().1;
        }
        let tag = Tag::read(after, usize::MAX).unwrap_or(Tag { inner: after, rest: "" });
        let name = tag.name();
        if tag.closes() {
            self.tag("</", name);
            return tag.rest;
        }
        self.tag("<", name);
        let heading = !self.marked && HEADINGS.contains(name);
        // In XML an element may end where it starts.
        if tag.inner.ends_with('/') {
            self.tag("</", name);
        } else if heading || HIDDEN.contains(name) {
            return after_element(tag.rest, name);
        }
        tag.rest
    }

    /// Adds the start or end tag of an element: its markup, a space, or nothing.
    fn tag(&mut self, start: &str, element: &str) {
        let Some(name) = own_element(element) else {
            if !INLINE.contains(element) {
                self.space = true;
                if self.lines && start == "<" && LINES.contains(element) {
                    self.out.push('\n');
                }
            }
            return;
        };
        if !self.marked {
            return;
        }
        if start == "<" && self.space && !self.out.is_empty() {
            self.out.push(' ');
            self.space = false;
        }
        // Empty elements of inline markup are icons.
        let opened = concat(&["<", name, ">"]);
        if start == "</" && self.out.ends_with(&opened) {
            self.out.truncate(self.out.len() - opened.len());
            return;
        }
        self.out.push_str(&concat(&[start, name, ">"]));
    }
}

/// The text after the end of an element, from the start of its inside. Elements of the same name may be nested, but for
/// those whose inside is raw text.
fn after_element<'a>(inside: &'a str, name: &str) -> &'a str {
    let nests = !RAW_TEXT.contains(name);
    let (mut rest, mut open) = (inside, 1);
    while open > 0
        && let Some((_, after)) = split_once(rest, "<")
    {
        rest = after;
        let end = after.strip_prefix('/');
        if end.unwrap_or(after).starts_with(name) {
            match end {
                Some(_) => open -= 1,
                None => open += usize::from(nests),
            }
        }
    }
    split_once(rest, ">").unwrap_or_default().1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_becomes_the_text_shown() {
        let check = |html: &str, plain: &str, marked: &str| {
            let shown = |marked| VisibleText::new(marked).html(html);
            assert_eq!((shown(false), shown(true)), (plain.to_owned(), marked.to_owned()), "{html}");
        };
        check(" a\n <b>b</b>&amp;lt; ", "a b&lt;", "a <b>b</b>&lt;");
        check("<p>a</p><p>b<br>c</p><a href=\"x>y\">d</a>e", "a b c de", "a b c de");
        check("<h2>Abstract</h2>a <i></i><em class=\"x\">b </em>", "a b", "Abstract a <i>b</i>");
        check("a<!-- <b> > -->b<script>\"<script>\"</script>c", "ab c", "ab c");
        check("a<svg><svg><title>x</title></svg>y</svg>b", "a b", "a b");
        check("a<br /><script src=\"x/\" />b<i />c", "a bc", "a bc");
        check("a<svg>b", "a", "a");
        check("a<", "a", "a");
        check("a<b", "a", "a<b>");
    }
}
