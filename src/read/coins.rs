//! ContextObjects in spans (COinS): a record as the query of an address, in the `title` of a `span.Z3988`.

use crate::prelude::*;
use crate::read::page::{Found, tell};
use crate::text::{self, concat};

/// The keys of the OpenURL formats for journals, books and dissertations, and the pieces that they tell. The last three
/// are told by what becomes of them.
const KEYS: &str = "rft.atitle=title|rft.jtitle=container|rft.stitle=short|rft.au=author|rft.aucorp=group|rft.date=issued|\
    rft.volume=volume|rft.issue=issue|rft.spage=pagestart|rft.epage=pageend|rft.pages=pages|rft.artnum=number|rft.issn=issn|\
    rft.eissn=issn|rft.isbn=isbn|rft.pub=publisher|rft.publisher=publisher|rft.inst=publisher|rft_id=doi|\
    rft.genre=type|rft.language=lang|rft.title=whole|rft.btitle=whole|rft.aulast=last|rft.aufirst=first";

/// The pieces that one ContextObject tells.
pub(crate) fn pieces(context: &str) -> Vec<Found> {
    let mut found = Vec::new();
    for pair in context.split_char('&') {
        let (key, value) = text::split_once(pair, "=").unwrap_or_default();
        if let Some(name) = text::table_get(KEYS, key) {
            tell(&mut found, "z.", name, &text::percent_decode(value));
        }
    }
    // The title is the whole work's: the journal's or the book's where a part of it is named too.
    let whole = said(&found, "z.whole").to_owned();
    if said(&found, "z.title").is_empty() {
        tell(&mut found, "z.", "title", &whole);
    } else if said(&found, "z.container").is_empty() {
        tell(&mut found, "z.", "container", &whole);
    }
    let last = said(&found, "z.last");
    if !last.is_empty() && said(&found, "z.author").is_empty() {
        let name = concat(&[last, ", ", said(&found, "z.first")]);
        tell(&mut found, "z.", "author", &name);
    }
    found
}

/// The text of a piece; empty where there is none of this name.
pub(crate) fn said<'a>(found: &'a [Found], name: &str) -> &'a str {
    found.iter().find(|piece| piece.name == name).map_or("", |piece| &piece.text)
}
