//! Editors and translators that a phrase announces: "edited by Imre Lakatos and Alan Musgrave".

use crate::prelude::*;
use crate::references::claims::{Claim, Scan};
use crate::references::phrases::name_extent::natural_list_length;
use crate::references::phrases::names::name_list;
use crate::references::tokens::{CLAIMED, Span, Tokens};
use crate::vocabulary::Variable;

/// Phrases in front of names and the role of the people, the longer ones first.
const PHRASES: &[(&str, Variable)] = &[
    ("edited and translated by", Variable::Editor),
    ("edited by", Variable::Editor),
    ("ed. by", Variable::Editor),
    ("eds. by", Variable::Editor),
    ("hrsg. von", Variable::Editor),
    ("herausgegeben von", Variable::Editor),
    ("hg. von", Variable::Editor),
    ("editado por", Variable::Editor),
    ("a cura di", Variable::Editor),
    ("sous la direction de", Variable::Editor),
    ("dirigé par", Variable::Editor),
    ("coordinado por", Variable::Editor),
    ("organizado por", Variable::Editor),
    ("translated by", Variable::Translator),
    ("transl. by", Variable::Translator),
    ("übersetzt von", Variable::Translator),
    ("traducido por", Variable::Translator),
    ("traducción de", Variable::Translator),
    ("traduit par", Variable::Translator),
    ("tradução de", Variable::Translator),
    ("trans.", Variable::Translator),
    ("trad.", Variable::Translator),
    ("eds.", Variable::Editor),
    ("ed.", Variable::Editor),
];

/// Editors and translators from an offset on.
pub(in crate::references) fn recognise(tokens: &Tokens, from: usize) -> Vec<Claim> {
    let mut scan = Scan::new(tokens);
    for (phrase, role) in PHRASES {
        if let Some(claim) = announced(&scan.tokens, from, phrase, *role) {
            scan.claim(claim);
        }
    }
    scan.claims
}

/// The names after the first occurrence of a phrase.
fn announced(tokens: &Tokens, from: usize, phrase: &str, role: Variable) -> Option<Claim> {
    let at = tokens.find_phrase(phrase, from)?;
    let before = tokens.between(from, at).trim_end();
    let apart =
        before.is_empty() || before.ends_with([',', '.', ';', CLAIMED, '(', ':', '”', '"', '’', '?', '!']);
    let rest = tokens.after(at + phrase.len());
    let length = natural_list_length(rest);
    // "Eds., Book title": the editors precede it.
    let own = rest.starts_with(' ')
        && rest.trim_start().starts_with(|c: char| c.is_uppercase_letter() || c.is_lowercase_letter());
    if !apart || length == 0 || !own {
        return None;
    }
    let names = name_list(rest.get(..length)?).names;
    let personal = names.iter().any(|name| name.literal.is_empty());
    personal.then(|| Claim::stated(role, names, Span::new(at, at + phrase.len() + length)))
}
