//! Warnings where tags contradict each other.

use crate::prelude::*;
use crate::read::date;
use crate::read::interpret::identifiers::contains_doi;
use crate::read::meta_tags::{Candidate, Metadata};
use crate::read::result::ReadResult;
use crate::text;
use crate::vocabulary::Variable;

/// Warns where tags contradict each other about volume, issue, DOI, the number of authors or the year.
pub(super) fn warn(metadata: &Metadata<'_>, result: &mut ReadResult) {
    for variable in [Variable::Volume, Variable::Issue] {
        let candidates = metadata.candidates(variable);
        compare(result, variable, &candidates, &candidates, str::to_owned);
    }
    let others = metadata.tagged("prism.doi dc.identifier.doi ojs.doi");
    compare(result, Variable::Doi, &metadata.tagged("citation_doi"), &others, |text| {
        let at = text::find(text, "10.").filter(|_| contains_doi(text));
        text::to_lowercase(text::split_at(text, at.unwrap_or(text.len())).1)
    });
    author_count(metadata, result);
    // A paper that is printed the year after it appeared has correct metadata; still a person should look.
    let mut others = Vec::new();
    for tag in "citation_publication_date citation_date dc.date.issued citation_year".split_char(' ') {
        metadata.push_in_language(tag, &mut others);
    }
    compare(result, Variable::Issued, &metadata.candidates(Variable::Issued), &others, |text| {
        let year = date::read(text).and_then(|date| date.start).map_or(0, |start| start.year);
        if year == 0 { String::new() } else { text::to_decimal(year.unsigned_abs()) }
    });
}

/// Warns where another tag has more authors than were read.
fn author_count(metadata: &Metadata<'_>, result: &mut ReadResult) {
    let read = result.item.names(Variable::Author).len();
    for tag in ["dc.creator.personalname", "dc.creator", "ld.author"] {
        let mut others = Vec::new();
        metadata.push_in_language(tag, &mut others);
        if metadata.has("citation_author") && others.len() > read {
            let (others, read) = (text::usize_to_decimal(others.len()), text::usize_to_decimal(read));
            let sentence = "Authors read: {}; the tag {} names {}.";
            result.warn(Variable::Author.word(), sentence, &[&read, tag, &others]);
            break;
        }
    }
}

/// Warns where the first candidate that has a value and another one differ. `value` normalises a text; what it returns
/// empty for is no value.
fn compare(
    result: &mut ReadResult,
    variable: Variable,
    candidates: &[Candidate<'_>],
    others: &[Candidate<'_>],
    value: fn(&str) -> String,
) {
    let Some(taken) = candidates.iter().find(|candidate| !value(candidate.text).is_empty()) else { return };
    let expected = value(taken.text);
    for other in others {
        let found = value(other.text);
        if !found.is_empty() && found != expected {
            let sentence = "“{}” was taken, but the tag {} says “{}”.";
            return result.warn(variable.word(), sentence, &[taken.text, other.tag, other.text]);
        }
    }
}
