//! Authors and editors.

use crate::item::{Name, NameSource};
use crate::languages::Context;
use crate::prelude::*;
use crate::read::meta_tags::Metadata;
use crate::read::names::{list, split, strip_marks};
use crate::read::page_citation::PageCitation;
use crate::read::result::ReadResult;
use crate::text::{fill_in, usize_to_decimal};
use crate::vocabulary::Variable;

/// Reads authors and editors.
pub(super) fn read(
    metadata: &Metadata<'_>,
    citation: &PageCitation,
    context: &Context<'_>,
    result: &mut ReadResult,
) {
    for variable in [Variable::Author, Variable::Editor] {
        let mut names: Vec<Name> = Vec::new();
        for candidate in metadata.best_candidates(variable) {
            let mut source = NameSource {
                variable,
                index: names.len(),
                tag: candidate.tag,
                text: candidate.text.to_owned(),
                name: candidate.text.to_owned(),
                in_citation: false,
            };
            if candidate.group || citation.has_organisation(candidate.text) {
                names.push(Name::literal(candidate.text));
                result.sources.names.push(source);
                continue;
            }
            for text in list(candidate.text, candidate.tag == "ojs2.authors") {
                source.index = names.len();
                source.text = text.to_owned();
                names.extend(read_name(source.clone(), citation, context, result));
            }
        }
        result.item.set(variable, names);
    }
}

/// Reads one name; `None` where the text has none.
fn read_name(
    mut source: NameSource,
    citation: &PageCitation,
    context: &Context<'_>,
    result: &mut ReadResult,
) -> Option<Name> {
    source.name = strip_marks(&source.text).to_owned();
    let split = split(&source.name, citation, context);
    if split.name.is_empty() {
        return None;
    }
    if split.guessed {
        let field = fill_in("{}[{}]", &[source.variable.word(), &usize_to_decimal(source.index)]);
        let sentence = "Where the family name begins in “{}” is a guess: “{}”.";
        result.warn(&field, sentence, &[&source.text, &split.name.family_with_particles()]);
    }
    source.in_citation = split.in_citation;
    result.sources.names.push(source);
    Some(split.name)
}
