//! Authors and editors.

use crate::item::{Name, NameSource, people};
use crate::languages::Context;
use crate::prelude::*;
use crate::read::interpret::addresses;
use crate::read::meta_tags::{Candidate, Metadata};
use crate::read::names::{list, split, strip_marks};
use crate::read::page_citation::PageCitation;
use crate::read::result::ReadResult;
use crate::text::{self, entities, fill_in, usize_to_decimal};
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
        for candidate in named_candidates(metadata, variable) {
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
            let clean = addresses::without(candidate.text);
            // The semicolon of a character reference separates no names; of one name a repair resolves the references.
            let whole = entities::decode(&clean);
            let given_first = candidate.tag == "ojs2.authors";
            let several = list(&whole, given_first);
            if let [_] = several.as_slice() {
                source.index = names.len();
                source.name = clean;
                names.extend(read_name(source, citation, context, result));
                continue;
            }
            for text in several {
                source.index = names.len();
                source.text = text.to_owned();
                source.name = text.to_owned();
                names.extend(read_name(source.clone(), citation, context, result));
            }
        }
        result.item.set(variable, names);
    }
}

/// The values of the most trusted tag that has names: an address is none.
fn named_candidates<'a>(metadata: &Metadata<'a>, variable: Variable) -> Vec<Candidate<'a>> {
    let mut candidates = metadata.candidates(variable);
    candidates.retain(|candidate| text::contains_letter(&addresses::without(candidate.text)));
    let best = candidates.first().map_or("", |candidate| candidate.tag);
    candidates.retain(|candidate| candidate.tag == best);
    candidates
}

/// Reads one name; `None` where the text has none.
fn read_name(
    mut source: NameSource,
    citation: &PageCitation,
    context: &Context<'_>,
    result: &mut ReadResult,
) -> Option<Name> {
    if people::is_others(&source.name) {
        return Some(Name::literal("others"));
    }
    source.name = strip_marks(&source.name).to_owned();
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
