//! HTML in the dialect of the CSL test suite, which is that of citeproc-js. Only tests and scores use it.

use super::event::Event;
use super::html::{Dialect, print};
use crate::csl::program::Display;
use crate::prelude::*;

/// HTML as the CSL test suite expects it: numeric escapes, line breaks around blocks, superscript characters as
/// `<sup>`, no links.
pub fn suite_html(events: &[Event]) -> String {
    print::<Suite>(events)
}

struct Suite;

impl Dialect for Suite {
    const BLANKS: bool = false;
    const BASELINE: &'static str = "<span style=\"baseline\">";

    fn escape(text: &str, out: &mut String) {
        for c in text.chars() {
            match c {
                '&' => out.push_str("&#38;"),
                '<' => out.push_str("&#60;"),
                '>' => out.push_str("&#62;"),
                _ if c.is_ascii() => out.push(c),
                _ => match raised(c) {
                    Some(base) => ["<sup>", base, "</sup>"].into_iter().for_each(|part| out.push_str(part)),
                    None => out.push(c),
                },
            }
        }
    }

    fn link(_: &str, _: &mut String) -> &'static str {
        ""
    }

    fn block(display: Display) -> (&'static str, &'static str, &'static str) {
        match display {
            Display::Block => ("\n\n    ", "div", "</div>\n"),
            Display::LeftMargin => ("\n    ", "div", "</div>"),
            Display::RightInline | Display::Indent => ("", "div", "</div>\n  "),
        }
    }

    fn close(end: &str, last: bool, out: &mut String) {
        // The suite prints a blank at the end of an entry outside its last block.
        let blank = last && end.starts_with("</div>") && out.ends_with(' ');
        if blank {
            out.pop();
        }
        out.push_str(end);
        if blank {
            out.push(' ');
        }
    }
}

/// The character or letters that a superscript character raises.
fn raised(c: char) -> Option<&'static str> {
    match c {
        '℠' => return Some("SM"),
        '™' => return Some("TM"),
        _ => {}
    }
    let mut rest = SUPERSCRIPTS;
    while let Some(raised) = rest.chars().next() {
        let base = rest.get(raised.len_utf8()..)?;
        let width = base.chars().next()?.len_utf8();
        if raised == c {
            return base.get(..width);
        }
        rest = base.get(width..)?;
    }
    None
}

/// Superscript characters (Unicode's `<super>` decompositions as far as the suite has them, and a few similar letters),
/// each followed by the character it raises.
const SUPERSCRIPTS: &str = "ªa²2³3¹1ºoʰhʱɦʲjʳrʴɹʵɻʶʁʷwʸyˀʔˁʕˠɣˡlˢsˣxˤʕۥوۦيᴬAᴭÆᴮBᴰDᴱEᴲƎᴳGᴴHᴵIᴶJᴷKᴸLᴹMᴺNᴼOᴽȢᴾPᴿRᵀTᵁUᵂWᵃa\
    ᵄɐᵅɑᵆᴂᵇbᵈdᵉeᵊəᵋɛᵌɜᵍgᵏkᵐmᵑŋᵒoᵓɔᵔᴖᵕᴗᵖpᵗtᵘuᵙᴝᵚɯᵛvᵜᴥᵝβᵞγᵟδᵠφᵡχ⁰0ⁱi⁴4⁵5⁶6⁷7⁸8⁹9⁺+⁻−⁼=⁽(⁾)ⁿn㆒一㆓二\
    ㆔三㆕四㆖上㆗中㆘下㆙甲㆚乙㆛丙㆜丁㆝天㆞地㆟人";
