//! Publisher and place, and where they begin.

use super::container::COUNTRIES;
use super::draft::{Draft, READ, bare, unwrapped};
use super::{names, segments, words};
use crate::prelude::*;
use crate::text::{self, list_contains};
use crate::vocabulary::Variable;

/// A title and the publisher behind a comma: `Book Title, Cambridge UP`.
pub(super) fn without_imprint(text: &str) -> (&str, &str) {
    for (comma, _) in text.match_indices(", ") {
        let (before, after) = text::split_at(text, comma);
        let after = after.trim_start_matches([',', ' ']);
        let first = after.split(',').next().unwrap_or("");
        if words::is_press(first) && first.split(' ').count() < 6 && before.contains(char::is_letter) {
            return (before, after);
        }
    }
    (text, "")
}

/// Title, place and publisher of one sentence: `Culture's Consequences, Beverly Hills, CA: Sage`.
pub(super) fn comma_imprint(text: &str) -> Option<(&str, &str)> {
    let colon = text::match_indices(text, ": ").last().copied()?;
    let name = text.get(colon + 2..)?;
    let before = text.get(..colon)?;
    let comma = before.rfind(", ")?;
    let place = before.get(comma + 2..)?;
    let short = place.len() < 3
        || list_contains(
            "USA UK U.S. U.K. Mass. Mass Conn. Calif. Cal. Ill. N.J. N.Y. Penn. Mich. Minn. Wash. D.C. N.C. Md. Va. Ont.",
            place,
        );
    let comma = if short { before.get(..comma)?.rfind(", ")? } else { comma };
    let place = text.get(comma + 2..colon)?;
    let fits = looks_like_place(place)
        && place.split(' ').count() < 5
        && (words::may_publish(name) || words::is_city(place))
        && !name.contains(['?', '!']);
    fits.then_some((text.get(..comma)?, text.get(comma + 2..)?))
}

/// Title, publisher and city parted by commas: `Soft Power, Public Affairs, New York`.
pub(super) fn comma_city(text: &str) -> Option<(&str, &str)> {
    let (before, city) = text.rsplit_once(", ")?;
    let comma = before.rfind(", ")?;
    let name = before.get(comma + 2..)?;
    // "Paris, Minuit" as well as "Public Affairs, New York".
    let country = |part: &str| list_contains(COUNTRIES, &text::to_lowercase(part)) || part.len() < 3;
    let fits = words::is_city(city) != words::is_city(name)
        && !country(city)
        && looks_like_place(name)
        && looks_like_place(city)
        && name.split(' ').count() < 6;
    fits.then_some((text.get(..comma)?, text.get(comma + 2..)?))
}

/// Reads publisher and place: `Place: Publisher`, `Publisher, Place`, `Publisher`.
pub(super) fn publisher(draft: &mut Draft, words: &str) {
    let words = words.split(READ).map(unwrapped).find(|piece| piece.contains(char::is_letter)).unwrap_or("");
    let words = bare(words);
    let words = words.trim_start_matches("Published by ").trim_start_matches(['-', '–', '—', ' ']);
    if words.is_empty() || draft.item.get(Variable::Publisher).is_some() {
        return;
    }
    if let Some((place, name)) = place_and_publisher(words) {
        // A dot behind a place ends an abbreviation: "Cambridge, Mass."
        draft.fill(Variable::PublisherPlace, place.trim_matches([',', ' ', ':']));
        draft.fill(Variable::Publisher, bare(name));
        return;
    }
    let sentences = segments::sentences(words, false);
    if let [first, second] = sentences.as_slice() {
        let (first, second) =
            (words.get(first.0..first.1).unwrap_or(""), words.get(second.0..second.1).unwrap_or(""));
        if words::is_press(first) {
            draft.fill(Variable::Publisher, first);
            draft.fill(Variable::PublisherPlace, second);
            return;
        }
    }
    if let Some((name, place)) = words.split_once(", ") {
        let (name, place) = (name.trim(), place.trim());
        if words::is_city(name) && !words::is_city(place) && !place.contains_char(',') {
            draft.fill(Variable::PublisherPlace, name);
            draft.fill(Variable::Publisher, bare(place));
            return;
        }
        let told = (ends_in_place(words)
            || words::is_press(name)
            || names::is_corporate(name)
            || words::is_city(place))
            && !words::is_press(place);
        if told && looks_like_place(place) {
            draft.fill(Variable::Publisher, name);
            draft.fill(Variable::PublisherPlace, bare(place));
            return;
        }
        let (name, place) = words.rsplit_once(", ").unwrap_or((name, place));
        if words::is_press(place) && !words::is_press(name) && looks_like_place(name) {
            draft.fill(Variable::PublisherPlace, name);
            draft.fill(Variable::Publisher, bare(place));
            return;
        }
    }
    let variable = if words::is_city(words) { Variable::PublisherPlace } else { Variable::Publisher };
    draft.fill(variable, words);
}

/// Whether a name of three words at most and its place stand here: `Morgan Kaufmann, San Mateo, CA`.
pub(super) fn ends_in_place(text: &str) -> bool {
    let Some((name, place)) = text.split_once(", ") else { return false };
    let first = place.split(", ").next().unwrap_or("");
    let last = place.rsplit(", ").next().unwrap_or("");
    let state = place.contains_char(',') && last.len() == 2 && last.chars().all(char::is_uppercase_letter)
        || list_contains(COUNTRIES, &text::to_lowercase(last));
    let short = name.split(' ').count() < 4 && looks_like_place(name);
    short && looks_like_place(place) && (words::is_city(first) || words::is_city(place) || state)
}

/// Whether words may name a place: few, and in capitals.
pub(super) fn looks_like_place(text: &str) -> bool {
    let words: Vec<&str> = text.split([' ', ',']).filter(|word| !word.is_empty()).collect_vec();
    let capital = |word: &&str| {
        word.starts_with(|c: char| c.is_uppercase_letter() || matches!(c, '[' | '(' | '&'))
            || list_contains("and am de la of an der i. br. a. m. and/or et y und /", word)
    };
    words.len() < 8 && words.iter().all(capital) && !text.contains(|c: char| c.is_ascii_digit() || c == '?')
}

/// Place and publisher around a colon; the publisher stands first where only the first is one.
pub(super) fn place_and_publisher(text: &str) -> Option<(&str, &str)> {
    let (place, name) = text::split_once(text, ": ").or_else(|| text::split_once(text, " : "))?;
    if !looks_like_place(place) || place.split(' ').count() > 6 {
        return None;
    }
    let swapped = words::is_press(place) && !words::is_press(name) && looks_like_place(name);
    if swapped {
        return Some((name, place));
    }
    let fits = words::is_press(name)
        || names::is_corporate(name)
        || name.split(' ').count() < 6
            && name.starts_with(|c: char| c.is_uppercase_letter() || c.is_ascii_digit());
    fits.then_some((place, name))
}
