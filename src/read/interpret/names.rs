//! Authors and editors.

use crate::extent::FULL;
use crate::item::{Name, NameSource, people};
use crate::languages::{Context, honorifics};
use crate::prelude::*;
use crate::read::interpret::addresses;
use crate::read::meta_tags::{Candidate, Metadata};
use crate::read::names::{
    LONGEST_LIST, PageOrder, SplitName, add_to_order, is_and, is_east_asian, list, split_beside, strip_marks,
};
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
        let mut sources = Vec::new();
        for candidate in named_candidates(metadata, variable) {
            let group = candidate.group || citation.has_organisation(candidate.text);
            let add = |text: &str, name: &str| {
                let (tag, text, name) = (candidate.tag, text.to_owned(), name.to_owned());
                let source = NameSource { variable, index: 0, tag, text, name, in_citation: false };
                sources.push((group, source));
            };
            add_names(candidate, group, context, add);
        }
        let mut order = PageOrder::default();
        for (group, source) in &sources {
            if !group && source.name.len() <= honorifics::LONGEST {
                add_to_order(&mut order, &source.name, context);
            }
        }
        let mut names: Vec<Name> = Vec::new();
        for (group, mut source) in sources {
            source.index = names.len();
            // What is too long to be a name is kept whole; a repair warns of it.
            if group || source.name.len() > honorifics::LONGEST {
                names.push(Name::literal(&source.name));
                result.sources.names.push(source);
            } else if people::is_others(&source.name) {
                names.push(Name::literal(OTHERS));
            } else {
                let split = split_beside(&source.name, citation, context, &order);
                if !split.name.is_empty() {
                    source.in_citation = split.in_citation;
                    warn_of_guess(&source, &split, result);
                    result.sources.names.push(source);
                    names.push(split.name);
                }
            }
        }
        result.item.set(variable, names);
    }
}

/// Adds the names in one tag: each as the tag has it, and without what is no part of it.
fn add_names(candidate: Candidate<'_>, group: bool, context: &Context<'_>, mut add: impl FnMut(&str, &str)) {
    if group {
        return add(candidate.text, candidate.text);
    }
    let clean = addresses::without(candidate.text);
    #[cfg(feature = "full")]
    let clean = text::mojibake::decode(&clean);
    let named = if FULL { without_others(&clean, context) } else { &clean };
    // The semicolon of a character reference separates no names; of one name a repair resolves the references.
    let whole = entities::decode(named);
    let others = named.len() < clean.len();
    let several = list(&whole, others || candidate.tag == "ojs2.authors", context);
    if several.len() > 1 {
        for text in several {
            add(text, strip_marks(text, context));
        }
    } else if !named.is_empty() {
        let text = if others { named } else { candidate.text };
        add(text, strip_marks(named, context));
    }
    if others {
        add(OTHERS, OTHERS);
    }
}

/// What stands in a list of names for those that are left out.
const OTHERS: &str = "others";

/// A list of names without the words at its end that stand for those left out: `и др.`, `dkk.`, `et al.`. A Chinese one may
/// follow a name of two characters or more without a blank.
fn without_others<'a>(names: &'a str, context: &Context<'_>) -> &'a str {
    let mut rest = names;
    if names.len() > LONGEST_LIST {
        return rest;
    }
    loop {
        let bare = rest.trim_end_any(" .)");
        let last = text::after_last_any(bare, " ,،，、;\u{a0}");
        let glued = is_east_asian(last) && last.char_count() > 2;
        let word = if glued { text::split_at(last, last.len() - 3).1 } else { last };
        // The word for "and" is before them alone.
        if !context.has_beside(names, OTHERS, word) && (rest.len() == names.len() || !is_and(word, context)) {
            return rest;
        }
        rest = text::split_at(bare, bare.len() - word.len()).0.trim_end_any(" ,،，、;(\u{a0}");
    }
}

/// The values of the most trusted tag that has names: an address is none.
fn named_candidates<'a>(metadata: &Metadata<'a>, variable: Variable) -> Vec<Candidate<'a>> {
    let mut named: Vec<Candidate<'a>> = Vec::new();
    for candidate in metadata.candidates(variable) {
        let trusted = named.first().is_none_or(|first| first.tag == candidate.tag);
        if trusted && text::contains_letter(&addresses::without(candidate.text)) {
            named.push(candidate);
        }
    }
    named
}

/// Warns of a split that is a guess.
fn warn_of_guess(source: &NameSource, split: &SplitName, result: &mut ReadResult) {
    if split.guessed {
        let field = fill_in("{}[{}]", &[source.variable.word(), &usize_to_decimal(source.index)]);
        let sentence = "Where the family name begins in “{}” is a guess: “{}”.";
        result.warn(&field, sentence, &[&source.text, &split.name.family_with_particles()]);
    }
}
