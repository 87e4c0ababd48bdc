//! Character references in text that should have none left.

use super::{
    StrExt, TextTable, WordList, concat, parse_radix, parse_u32, split_at, split_once, text_table, to_nfc,
    word_list,
};
use alloc::borrow::ToOwned;
use alloc::string::String;

/// The named references of HTML 4 for the characters U+00A0–U+00BF, in order.
const LATIN_1: WordList<'_> = word_list![
    "nbsp", "iexcl", "cent", "pound", "curren", "yen", "brvbar", "sect", "uml", "copy", "ordf", "laquo",
    "not", "shy", "reg", "macr", "deg", "plusmn", "sup2", "sup3", "acute", "micro", "para", "middot",
    "cedil", "sup1", "ordm", "raquo", "frac14", "frac12", "frac34", "iquest",
];

/// The other named references that titles and names are met with.
const OTHERS: TextTable = text_table! {
    "amp" => "&", "lt" => "<", "gt" => ">", "quot" => "\"", "apos" => "'", "ndash" => "–", "mdash" => "—",
    "lsquo" => "‘", "rsquo" => "’", "ldquo" => "“", "rdquo" => "”", "bdquo" => "„", "sbquo" => "‚",
    "hellip" => "…", "prime" => "′", "minus" => "−", "times" => "×", "divide" => "÷", "szlig" => "ß",
    "AElig" => "Æ", "aelig" => "æ", "OElig" => "Œ", "oelig" => "œ", "Oslash" => "Ø", "oslash" => "ø",
    "ETH" => "Ð", "eth" => "ð", "THORN" => "Þ", "thorn" => "þ",
    "alpha" => "α", "beta" => "β", "gamma" => "γ", "delta" => "δ", "mu" => "μ",
};

/// The combining accents by what follows the letter in a name: `eacute` is an e with an acute accent.
const ACCENTS: TextTable = text_table! {
    "grave" => "\u{300}", "acute" => "\u{301}", "circ" => "\u{302}", "tilde" => "\u{303}", "uml" => "\u{308}",
    "ring" => "\u{30a}", "caron" => "\u{30c}", "cedil" => "\u{327}",
};

/// The longest reference, between `&` and `;`, in bytes.
const LONGEST: usize = 8;

/// Resolves character references, also those encoded twice (`&amp;eacute;`); a reference to nothing stays as it is.
pub fn decode(text: &str) -> String {
    let mut text = text.to_owned();
    // Each pass resolves one layer; a third layer has been seen, a fourth is somebody playing.
    for _ in 0..3 {
        if text.contains_char('&') {
            text = pass(&text);
        }
    }
    text
}

/// Resolves the references that stand in a text, and none that come of them.
pub(crate) fn pass(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = split_once(rest, "&") {
        out.push_str(before);
        let (c, tail) = reference(after).unwrap_or(('&', after));
        out.push(c);
        rest = tail;
    }
    out.push_str(rest);
    out
}

/// The character that the reference after a `&` means, and what follows it.
fn reference(after: &str) -> Option<(char, &str)> {
    let end = after.bytes().take(LONGEST + 2).position(|byte| byte == b';')?;
    let (name, tail) = split_at(after, end);
    let c = match name.strip_prefix('#') {
        Some(number) => {
            let hex = number.starts_with_any("xX").then(|| number.get(1..)).flatten();
            let code = hex.map_or_else(|| parse_u32(number), |hex| parse_radix(hex, 16));
            char::from_u32(code?).filter(|c| !c.is_control())?
        }
        None => named(name)?,
    };
    Some((c, split_at(tail, 1).1))
}

/// The character with this name.
fn named(name: &str) -> Option<char> {
    if let Some(at) = LATIN_1.position(name) {
        return char::from_u32(at as u32 + 0xA0);
    }
    if let Some(text) = OTHERS.get(name) {
        return text.chars().next();
    }
    let (letter, accent) = split_at(name, 1);
    let composed = to_nfc(&concat(&[letter, ACCENTS.get(accent)?]));
    composed.chars().next().filter(|c| composed.len() == c.len_utf8())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_are_resolved() {
        let check = |text: &str, want: &str| assert_eq!(decode(text), want, "{text}");
        check("Smith &amp; Jones", "Smith & Jones");
        check("Smith &amp;amp; Jones", "Smith & Jones");
        check("Andr&eacute; &amp;uuml; &yuml;&nbsp;", "André ü ÿ\u{a0}");
        check("&Ccedil;&Aring;&ntilde;&scaron;&Oslash;&zcaron;", "ÇÅñšØž");
        check("&xacute; &1uml; &acute; &éuml;", "&xacute; &1uml; ´ &éuml;");
        check("&#233;&#xE9;&#x1F600;", "éé😀");
        check("AT&T; &nothing; & &; &#; &#x110000; &#0;", "AT&T; &nothing; & &; &#; &#x110000; &#0;");
        check("a &lt;i&gt;b&lt;/i&gt;", "a <i>b</i>");
    }
}
