//! ContextObjects in spans (COinS): a record as the query of an address, in the `title` of a `span.Z3988`.

use crate::prelude::*;
use crate::read::page::Found;
use crate::text::{self, joined};

/// The keys of the OpenURL formats for journals, books and dissertations, and the pieces that they tell.
const KEYS: &str = "rft.atitle=title|rft.jtitle=container|rft.stitle=short|rft.au=author|rft.aucorp=group|rft.date=issued|\
    rft.volume=volume|rft.issue=issue|rft.spage=pagestart|rft.epage=pageend|rft.pages=pages|rft.artnum=number|rft.issn=issn|\
    rft.eissn=issn|rft.isbn=isbn|rft.pub=publisher|rft.publisher=publisher|rft.inst=publisher|rft_id=doi|\
    rft.genre=type|rft.language=lang|rft.aulast=last|rft.aufirst=first";

/// The pieces that one ContextObject tells.
pub(crate) fn pieces(context: &str) -> Vec<Found> {
    let mut found = Vec::new();
    let (mut title, mut last, mut first) = (String::new(), String::new(), String::new());
    for pair in context.split('&') {
        let Some((key, value)) = pair.split_once('=') else { continue };
        let value = text::unescaped(value);
        match (key, text::value_of(KEYS, key)) {
            ("rft.title" | "rft.btitle", _) => title = value,
            (_, Some("last")) => last = value,
            (_, Some("first")) => first = value,
            (_, Some(name)) => tell(&mut found, name, value),
            _ => {}
        }
    }
    let has = |found: &[Found], name: &str| found.iter().any(|piece| piece.name == name);
    // The title is the whole work's: the journal's or the book's where a part of it is named too.
    let name = if !has(&found, "z.title") { "title" } else { "container" };
    if name == "title" || !has(&found, "z.container") {
        tell(&mut found, name, title);
    }
    if !last.is_empty() && !has(&found, "z.author") {
        tell(&mut found, "author", joined(&[&last, ", ", &first]));
    }
    found
}

fn tell(found: &mut Vec<Found>, name: &str, text: String) {
    if !text.trim().is_empty() {
        found.push(Found { name: joined(&["z.", name]), text, lang: String::new() });
    }
}
