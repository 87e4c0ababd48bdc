//! Editors and translators: "edited by X", `X (Eds.)`, and lists of names in natural order.

use super::draft::{Draft, READ, find_phrase};
use super::work::Span;
use super::{names, segments, words};
use crate::prelude::*;
use crate::text::{self};
use crate::vocabulary::Variable;

/// Words that announce editors or translators by name, the longer ones first.
const NAMED: &str = "edited and translated by=e|edited by=e|ed. by=e|eds. by=e|hrsg. von=e|herausgegeben von=e|hg. von=e|editado por=e|\
    a cura di=e|sous la direction de=e|dirigé par=e|coordinado por=e|organizado por=e|translated by=t|transl. by=t|\
    übersetzt von=t|traducido por=t|traducción de=t|traduit par=t|tradução de=t|trans.=t|trad.=t|eds.=e|ed.=e";

/// Takes out "edited by Imre Lakatos and Alan Musgrave" and the like.
pub(super) fn editors_named(draft: &mut Draft, from: usize) {
    for (phrase, role) in text::table_rows(NAMED) {
        let Some(at) = find_phrase(&draft.text, phrase, from) else { continue };
        let before = draft.slice(from, at).trim_end();
        let apart =
            before.is_empty() || before.ends_with([',', '.', ';', READ, '(', ':', '”', '"', '’', '?', '!']);
        let rest = draft.text.get(at + phrase.len()..).unwrap_or("");
        let length = natural_list(rest);
        // "Eds., Book title": the editors stand before.
        let own = rest.starts_with(' ')
            && rest.trim_start().starts_with(|c: char| c.is_uppercase_letter() || c.is_lowercase_letter());
        if !apart || length == 0 || !own {
            continue;
        }
        let people = names::read(rest.get(..length).unwrap_or(""));
        if people.names.is_empty() || people.names.iter().all(|name| !name.literal.is_empty()) {
            continue;
        }
        let variable = if role == "t" { Variable::Translator } else { Variable::Editor };
        draft.item.set(variable, people.names);
        draft.mask(at, at + phrase.len() + length);
    }
}

/// How much of a text is a list of names in natural order: up to a bracket, a mask or the end of the sentence, and of
/// the parts between commas only as far as the last joining word binds them.
fn natural_list(text: &str) -> usize {
    let Some((start, end)) = segments::sentences(text, false).first().copied() else { return 0 };
    let sentence = text.get(..end).unwrap_or("");
    let sentence = sentence.get(..sentence.find(['(', '[', ';']).unwrap_or(end)).unwrap_or("");
    let mut at = 0;
    let mut length = 0;
    for part in sentence.split(',') {
        let part_end = at + part.len();
        let joined =
            [" and ", " & ", " et ", " und ", " y ", " e "].iter().any(|word| text::contains(part, word))
                || part.trim_start().starts_with("and ");
        if at == 0 || joined && part.split(' ').count() < 12 {
            length = part_end;
        }
        if at > 0 && joined || words::is_press(part) {
            break;
        }
        at = part_end + 1;
    }
    if start < length { length } else { 0 }
}

/// Whether the words hold a mark of editors: `(Eds.)`, `, editors.`
pub(super) fn has_editors(text: &str) -> bool {
    editors_mark(text).is_some()
}

/// The mark of editors: where it begins and ends.
pub(super) fn editors_mark(text: &str) -> Option<Span> {
    let marks = "(trans.)|(eds.)|(ed.)|(eds)|(ed)|(editors)|(editor)|(hrsg.)|(hg.)|(hrsg)|(coords.)|(coord.)|(orgs.)|(org.)|(dirs.)|(dir.)|(éds.)|(éd.)|\
        (a cura di)|(ed.).|, editors|, editor|, eds.|, ed.|, eds|, (eds.)|, (ed.)|[eds.]|(comps.)|(comp.)|(ed. & trans.)";
    let lower = text.to_ascii_lowercase();
    let mut best: Option<Span> = None;
    for mark in marks.split('|') {
        let Some(at) = text::find(&lower, mark) else { continue };
        let end = at + mark.len();
        let apart = !lower.get(end..).is_some_and(|rest| rest.starts_with(char::is_letter_or_number));
        if apart && best.is_none_or(|best| at < best.0 || at == best.0 && end > best.1) {
            best = Some((at, end));
        }
    }
    best
}

/// How much of the words before a mark of editors is their names: all of it, or nothing.
pub(super) fn names_before(list: &str) -> usize {
    let people = super::leading::length(list);
    let natural = natural_list(list);
    let core = list.trim_end_matches([' ', ',', '.']).len();
    if people >= core
        || natural >= core && !text::contains(list, ". ")
        || list.split(' ').count() < 6 && !text::contains(list, ", ")
    {
        list.len()
    } else {
        0
    }
}

/// A title followed by names: the names are the shortest end of the list, from a comma on, that is all names.
pub(super) fn title_and_names(list: &str) -> Option<(&str, &str)> {
    for (comma, _) in list.match_indices([',', '.', ';']) {
        let rest = list.get(comma + 1..)?;
        let core = rest.trim_start();
        if core.len() > 4 && super::leading::length(core) + 1 >= core.trim_end_matches([' ', ',', '.']).len()
        {
            return Some((list.get(..comma)?, core));
        }
    }
    None
}
