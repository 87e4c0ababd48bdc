//! COinS (ContextObjects in Spans): a record as an OpenURL query in the `title` of a `span.Z3988`.
//!
//! The keys are those of the key/encoded-value formats for journals, books and dissertations
//! (ANSI/NISO Z39.88-2004, `info:ofi/fmt:kev:mtx:journal`, `:book`, `:dissertation` and `:dc` for Dublin Core). The same
//! query stands in `dcterms.bibliographicCitation` (DCMI's guidelines for citations).

use crate::prelude::*;
use crate::read::page::metadata::{MetaTag, first, push};
use crate::text::{self, TextTable, concat, text_table};

/// Keys, and the names of their tags. What the last four mean depends on the other keys of the record.
const KEYS: TextTable = text_table! {
    "rft.atitle" => "title",
    "rft.jtitle" => "container",
    "rft.stitle" => "short",
    "rft.au" => "author",
    "rft.aucorp" => "group",
    "rft.date" => "issued",
    "rft.volume" => "volume",
    "rft.issue" => "issue",
    "rft.spage" => "pagestart",
    "rft.epage" => "pageend",
    "rft.pages" => "pages",
    "rft.artnum" => "number",
    "rft.issn" => "issn",
    "rft.eissn" => "issn",
    "rft.isbn" => "isbn",
    "rft.pub" => "publisher",
    "rft.publisher" => "publisher",
    "rft.inst" => "publisher",
    "rft.place" => "place",
    "rft_id" => "doi",
    "rft.genre" => "type",
    "rft_val_fmt" => "format",
    "rft.creator" => "author",
    "rft.identifier" => "doi",
    "rft.format" => "type",
    "rft.type" => "type",
    "rft.degree" => "degree",
    "rft.language" => "lang",
    "rft.title" => "whole",
    "rft.btitle" => "whole",
    "rft.aulast" => "last",
    "rft.aufirst" => "first",
};

/// Whether a text is a ContextObject.
pub(crate) fn is_context(text: &str) -> bool {
    text::contains(text, "&rft") || text.starts_with("rft.")
}

/// The values of a ContextObject, as tags named `z.`.
pub(crate) fn tags(context: &str) -> Vec<MetaTag> {
    let mut tags = Vec::new();
    for pair in context.split_char('&') {
        let (key, value) = text::split_once(pair, "=").unwrap_or_default();
        if let Some(name) = KEYS.get(key) {
            push(&mut tags, "z.", name, &text::percent_decode(value));
        }
    }
    // `rft.title` is the title of the journal or the book where a part of it is named too, else of the work itself.
    let whole = first(&tags, "z.whole").to_owned();
    if first(&tags, "z.title").is_empty() {
        push(&mut tags, "z.", "title", &whole);
    } else if first(&tags, "z.container").is_empty() {
        push(&mut tags, "z.", "container", &whole);
    }
    // Only theses have a format of their own for one type.
    if first(&tags, "z.type").is_empty() && first(&tags, "z.format").ends_with("dissertation") {
        push(&mut tags, "z.", "type", "dissertation");
    }
    let last = first(&tags, "z.last");
    if !last.is_empty() && first(&tags, "z.author").is_empty() {
        let name = concat(&[last, ", ", first(&tags, "z.first")]);
        push(&mut tags, "z.", "author", &name);
    }
    tags
}
