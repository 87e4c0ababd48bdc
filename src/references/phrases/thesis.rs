//! The words for a thesis and its institution: `PhD thesis, University of Chicago`.

use crate::prelude::*;
use crate::references::claims::Claim;
use crate::references::lexicon::works::THESES;
use crate::references::sentences::trim_marks;
use crate::references::tokens::{CLAIMED, Span, Tokens};
use crate::text;
use crate::vocabulary::{ItemType, Variable};

/// What the words for a thesis mean.
#[derive(Clone, Copy, Debug)]
pub(in crate::references) struct Thesis<'a> {
    /// The kind, with its subject if one follows: `Ph.D. dissertation in physics`.
    pub(in crate::references) genre: &'a str,
    /// Where it was submitted; empty where the phrase does not name it.
    pub(in crate::references) institution: &'a str,
}

impl Thesis<'_> {
    /// The claims of the words for a thesis. The institution must be a part of the tokens' text.
    pub(in crate::references) fn claims(&self, tokens: &Tokens, span: Span) -> Vec<Claim> {
        let mut claims =
            vec![Claim::item_type(ItemType::Thesis, span), Claim::likely(Variable::Genre, self.genre, span)];
        if !self.institution.is_empty() {
            let span = tokens.span_of(self.institution);
            claims.push(Claim::likely(Variable::Publisher, self.institution, span));
        }
        claims
    }
}

/// Reads a text that begins with the words for a thesis; the rest, if any, is the institution.
pub(in crate::references) fn thesis(text: &str) -> Option<Thesis<'_>> {
    let lower = text::to_lowercase(text);
    let kind = lower.strip_prefix("unpublished ").unwrap_or(&lower);
    let lead = lower.len() - kind.len();
    let length = THESES.iter().find(|words| kind.starts_with(**words))?.len();
    let (kind, after) = text.split_at_checked(lead + length)?;
    if after.starts_with(char::is_letter) {
        return None;
    }
    // "Ph.D. dissertation in physics, MIT": the subject belongs to the words.
    let end = after.find([',', '.', ':', ';', CLAIMED, '–', '—']).unwrap_or(after.len());
    let (first, rest) = after.split_at_checked(end)?;
    let is_subject = first.trim().is_empty() || text::to_lowercase(first.trim()).starts_with("in ");
    let subject = if is_subject { first } else { "" };
    let dot = usize::from(after.starts_with('.') && kind.ends_with("diss"));
    let genre = text.get(lead..lead + length + subject.len().max(dot)).unwrap_or("").trim();
    let whole = subject.is_empty() && !trim_marks(after).is_empty();
    Some(Thesis { genre, institution: institution(if whole { after } else { rest }) })
}

/// Beginnings of words of universities.
const SCHOOLS: [&str; 10] =
    ["univ", "institut", "college", "escuela", "école", "hochschule", "school", "politec", "eth ", "mit"];

/// The institution among the parts after the words for a thesis: the one with a university's word, else all of it.
pub(in crate::references) fn institution(text: &str) -> &str {
    let core = trim_marks(text.split(CLAIMED).find(|part| part.contains(char::is_letter)).unwrap_or(""));
    let is_school = |part: &&str| {
        let lower = text::to_lowercase(part);
        SCHOOLS
            .iter()
            .any(|word| lower.match_indices(word).any(|(at, _)| lower.get(..at).is_some_and(is_word_start)))
    };
    core.split([',', ';']).map(str::trim).find(is_school).unwrap_or(core)
}

/// Whether a word begins after this text.
fn is_word_start(before: &str) -> bool {
    before.is_empty() || before.ends_with(' ')
}
