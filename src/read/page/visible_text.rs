//! The text that a page shows, from its markup as browsers write it (HTML, "Serializing HTML fragments").

use crate::prelude::*;
use crate::text::{self, concat, entities, list_contains, split_at, split_once};

/// Text as a page shows it: runs of white space are one blank, blocks stand apart, scripts are not shown.
#[derive(Debug, Default)]
pub(crate) struct VisibleText {
    out: String,
    marked: bool,
    /// Whether white space was met since the last character.
    blank: bool,
    /// Whether a line break is one, and no blank.
    #[cfg(feature = "full")]
    lines: bool,
}

/// Bytes after which the text of one element is cut off: several times the longest abstract ever met.
const LONGEST: usize = 2 << 20;

/// Elements of inline markup, and as what they are kept.
const MARKUP: &str = "i em cite b strong sub sup";
const KEPT: &str = "i i i b b sub sup";

/// Elements that are not shown.
const HIDDEN: &str = "script style template svg button select noscript";

/// Elements that leave no trace; before and behind all others is a blank.
const INLINE: &str = "a span font u small abbr wbr mark bdi";

impl VisibleText {
    /// A fresh text; `marked` keeps the inline markup.
    pub(crate) fn new(marked: bool) -> VisibleText {
        VisibleText { marked, ..VisibleText::default() }
    }

    /// A fresh text that keeps the inline markup, and line breaks as such.
    #[cfg(feature = "full")]
    pub(crate) fn lines() -> VisibleText {
        VisibleText { marked: true, lines: true, ..VisibleText::default() }
    }

    /// The text shown of the markup inside an element.
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

    /// A text node.
    fn text(&mut self, text: &str) {
        for c in text.chars() {
            if c.is_ascii_whitespace() {
                self.blank = true;
            } else if self.out.len() < LONGEST {
                if self.blank && !self.out.is_empty() {
                    self.out.push(' ');
                }
                self.blank = false;
                self.out.push(c);
            }
        }
    }

    /// The start or the end of an element, or a comment, after its `<`. Returns what follows: what is not shown is passed
    /// over. Headings inside a wanted element are labels ("Abstract"), which nobody wants.
    fn element<'a>(&mut self, after: &'a str) -> &'a str {
        if let Some(comment) = after.strip_prefix("!--") {
            return split_once(comment, "-->").unwrap_or_default().1;
        }
        let (tag, rest) = tag(after);
        if let Some(name) = tag.strip_prefix('/') {
            self.tag("</", name);
            return rest;
        }
        let name = text::before_any(tag, " /");
        self.tag("<", name);
        let heading = !self.marked && list_contains("h2 h3 h4 h5 h6", name);
        // In XML an element may end where it starts.
        if tag.ends_with('/') {
            self.tag("</", name);
        } else if heading || list_contains(HIDDEN, name) {
            return behind(rest, name);
        }
        rest
    }

    fn tag(&mut self, start: &str, element: &str) {
        let Some(name) = text::list_index(MARKUP, element).map(|at| text::list_nth(KEPT, at)) else {
            if !list_contains(INLINE, element) {
                self.blank = true;
                #[cfg(feature = "full")]
                if self.lines && start == "<" && list_contains("br p li div", element) {
                    self.out.push('\n');
                }
            }
            return;
        };
        if !self.marked {
            return;
        }
        if start == "<" && self.blank && !self.out.is_empty() {
            self.out.push(' ');
            self.blank = false;
        }
        // Pages draw icons with elements of inline markup that hold nothing.
        let opened = concat(&["<", name, ">"]);
        if start == "</" && self.out.ends_with(&opened) {
            self.out.truncate(self.out.len() - opened.len());
            return;
        }
        self.out.push_str(&concat(&[start, name, ">"]));
    }
}

/// The tag at the start of a text without its `>`, and what follows. The `>` of an attribute's value is none.
pub(crate) fn tag(text: &str) -> (&str, &str) {
    let mut quoted = false;
    let end = text.bytes().position(|byte| {
        quoted ^= byte == b'"';
        byte == b'>' && !quoted
    });
    let (tag, rest) = split_at(text, end.unwrap_or(text.len()));
    (tag, split_at(rest, 1).1)
}

/// What follows the end of an element, from the inside of it. Elements of its name inside end too, but for those that are
/// text.
fn behind<'a>(inside: &'a str, name: &str) -> &'a str {
    let nests = !list_contains("script style noscript", name);
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
