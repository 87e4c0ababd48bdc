//! Variables whose value is the text of a tag, the abstract and the keywords.

use crate::prelude::*;
use crate::read::interpret::identifiers::contains_doi;
use crate::read::meta_tags::{Candidate, Metadata};
use crate::read::result::ReadResult;
use crate::text::{self, word_list};
use crate::vocabulary::{ItemType, Variable};

/// Variables whose value is the text of the most trusted tag that can be one.
const TEXTS: &[Variable] = &[
    Variable::ContainerTitleShort,
    Variable::Volume,
    Variable::Issue,
    Variable::Number,
    Variable::Publisher,
    Variable::PublisherPlace,
    Variable::Isbn,
    Variable::Pmid,
    Variable::Pmcid,
    Variable::Language,
    Variable::Version,
    Variable::Edition,
    Variable::Doi,
];

/// Reads all variables that are plain text.
pub(super) fn read(metadata: &Metadata<'_>, result: &mut ReadResult) {
    for variable in TEXTS.iter().copied() {
        let candidates = metadata.candidates(variable);
        if let Some(candidate) = candidates.iter().find(|candidate| is_valid(variable, candidate.text)) {
            result.item.set(variable, candidate.text);
        }
    }
    result.item.set(Variable::Abstract, summary(metadata));
    // DSpace and HAL put the abstract into the description, which elsewhere is advertising.
    let description = metadata.first("description");
    let copied = metadata.first("generator").starts_with("DSpace") || metadata.has("article_title");
    if copied && description.contains_char(' ') {
        result.fill(Variable::Abstract, description);
    }
    for candidate in metadata.tagged("description og.description") {
        if is_abstract(candidate.text) {
            result.fill(Variable::Abstract, candidate.text);
        }
    }
    // The JSON-LD of a data set has more keywords than the tags beside it.
    let mut keywords = Vec::new();
    if matches!(result.item.item_type, ItemType::Dataset | ItemType::Software) {
        metadata.push_in_language("ld.keywords", &mut keywords);
    }
    if keywords.is_empty() {
        keywords = metadata.best_candidates(Variable::Keyword);
    }
    result.item.set(Variable::Keyword, join_keywords(&keywords));
}

/// The least length of an abstract, in bytes; advertising and what search engines show is shorter.
const SHORTEST_ABSTRACT: usize = 350;

/// Whether the description of a page is an abstract: long, not cut short, and without names of characters in their place
/// (`[agr]` for α).
fn is_abstract(description: &str) -> bool {
    let cut = description.ends_with_any("…") || description.ends_with("...");
    description.len() >= SHORTEST_ABSTRACT
        && !cut
        && description.ends_with_any(".!?)”\"»。؟।>")
        && !text::contains(description, "gr]")
}

/// Whether a text can be the value of a variable.
fn is_valid(variable: Variable, text: &str) -> bool {
    match variable {
        Variable::ContainerTitleShort | Variable::Publisher => is_title_or_name(text),
        // The name or the tag of a language, and not the template that should have put one in.
        Variable::Language => text.len() < 30 && text.all_chars(|c| c.is_letter() || "-_ ".contains_char(c)),
        Variable::Doi => contains_doi(text),
        // A number with what may be around it.
        _ => text.len() < 80,
    }
}

/// Whether a text can be a title or a name: it has letters side by side, which an ISSN lacks, or letters and no digit ("J",
/// "R & D"), and is no address.
pub(super) fn is_title_or_name(text: &str) -> bool {
    let (mut two, mut one, mut digit, mut before) = (false, false, false, false);
    for byte in text.bytes() {
        let letter = byte.is_ascii_alphabetic() || !byte.is_ascii();
        two |= before && letter;
        one |= letter;
        digit |= byte.is_ascii_digit();
        before = letter;
    }
    let start = text.get(..4).unwrap_or("").to_ascii_lowercase();
    (two || one && !digit)
        && !text::contains(text, "://")
        && !word_list!["doi:", "urn:", "issn"].contains(&start)
}

/// The abstract: the longest of the most trusted tag's values; a single word is a placeholder.
fn summary<'a>(metadata: &Metadata<'a>) -> &'a str {
    let (mut tag, mut longest) = ("", "");
    for candidate in metadata.candidates(Variable::Abstract) {
        let same_tag = tag.is_empty() || tag == candidate.tag;
        if same_tag && candidate.text.contains_char(' ') && candidate.text.len() >= longest.len() {
            (tag, longest) = (candidate.tag, candidate.text);
        }
    }
    longest
}

/// Beyond this number of keywords duplicates stay, or each would be compared with all before it.
const MANY_KEYWORDS: usize = 500;

/// Keywords, one in each tag or several with semicolons between them, in CSL's form: with commas between them.
fn join_keywords(candidates: &[Candidate<'_>]) -> String {
    let mut keywords: Vec<&str> = Vec::new();
    for candidate in candidates {
        for word in candidate.text.split_char(';') {
            let word = word.trim();
            if !word.is_empty() && (keywords.len() > MANY_KEYWORDS || !keywords.contains(&word)) {
                keywords.push(word);
            }
        }
    }
    text::join(&keywords, ", ")
}
