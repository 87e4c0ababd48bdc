//! Citation keys: `kwon2022inclusion`.

use crate::item::{Item, Name};
use crate::prelude::*;
use crate::text::{self, concat, latin, markup};
use crate::vocabulary::Variable;

/// The key of a record: the family name of the first author (else editor) with its non-dropping particle, the year or
/// `nd`, and the first word of the title that is not an article; lower-case ASCII letters and digits only. Of an
/// organisation it has the first word. Letters without an ASCII form become code points, so no key is empty.
pub(super) fn key(item: &Item) -> String {
    let mut key = String::new();
    let first = |variable| item.names(variable).first();
    if let Some(name) = first(Variable::Author).or_else(|| first(Variable::Editor)) {
        push_folded(&mut key, &name_word(name));
    }
    match item.date(Variable::Issued).and_then(|date| date.start) {
        Some(start) => key.push_str(&text::to_decimal(start.year.unsigned_abs())),
        None => key.push_str("nd"),
    }
    let title = markup::plain(item.text(Variable::Title).unwrap_or_default());
    push_folded(&mut key, title_word(&title, item.text(Variable::Language).unwrap_or_default()));
    key
}

/// Adds a word in ASCII, or the code points of its first two letters.
fn push_folded(key: &mut String, word: &str) {
    let before = key.len();
    latin::push_ascii(key, word);
    if key.len() == before {
        for letter in word.chars().filter(|c| c.is_letter()).take(2) {
            key.push('u');
            let number = letter as u32;
            let digits = (0..6).rev().map(|place| number >> (4 * place)).skip_while(|rest| *rest == 0);
            key.extend(digits.filter_map(|rest| char::from_digit(rest & 15, 16)));
        }
    }
}

/// The part of a name that a key contains.
fn name_word(name: &Name) -> String {
    if !name.literal.is_empty() {
        return title_word(&name.literal, "en").to_owned();
    }
    let family = concat(&[name.non_dropping_particle.as_str(), name.family.as_str()]);
    if family.is_empty() { name.given.clone() } else { family }
}

/// Articles by language; the row without a language is for titles whose language is unknown, and has no word that English
/// uses otherwise.
const ARTICLES: &str = "en= a an the |de= der die das ein eine einer eines dem den des |fr= le la les un une des l' l’ |\
    es= el la los las un una unos unas |it= il lo la i gli le un uno una l' l’ |\
    pt= o a os as um uma uns umas |nl= de het een |\
    = the a an der das le la les el los las il gli une una het een ";

/// The first word of a title that is not an article of its language. Hyphens and apostrophes are part of a word.
fn title_word<'a>(title: &'a str, language: &str) -> &'a str {
    // The first two letters of the tag name the language.
    let code = language.to_ascii_lowercase();
    let articles = text::table_get(ARTICLES, code.get(..2).unwrap_or(&code)).unwrap_or_default();
    let is_inside = |c: char| {
        c.is_letter_or_number() || latin::is_mark(c) || matches!(c, '-' | '‐' | '‑' | '\'' | '’' | '.')
    };
    let mut words =
        title.split(|c: char| !is_inside(c)).filter(|word| word.any_char(char::is_letter_or_number));
    let mut first = "";
    for word in &mut words {
        if first.is_empty() {
            first = word;
        }
        // An article joined to its noun: l’homme.
        if let Some((article, noun)) = word.split_once(['\'', '’'])
            && !noun.is_empty()
            && is_listed(articles, &concat(&[article, "'"]))
        {
            return noun;
        }
        // LA is not an article.
        let acronym = word.char_count() > 1 && !word.any_char(char::is_lowercase_letter);
        if acronym || !is_listed(articles, word) {
            return word;
        }
    }
    first
}

fn is_listed(articles: &str, word: &str) -> bool {
    text::contains(articles, &concat(&[" ", &text::to_lowercase(word), " "]))
}
