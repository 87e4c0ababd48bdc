//! Publisher and place: `Place: Publisher`, `Publisher, Place`; and where they begin after a title.

use crate::prelude::*;
use crate::references::claims::Claim;
use crate::references::lexicon::organisations::is_organisation;
use crate::references::lexicon::places::{is_city, is_country, looks_like_place};
use crate::references::lexicon::publishers::{is_publisher, may_be_publisher};
use crate::references::sentences::{sentences, trim_enclosing, trim_marks};
use crate::references::tokens::{CLAIMED, Tokens};
use crate::text::list_contains;
use crate::vocabulary::Variable;

/// Publisher and place, as parts of the text they were read from; empty where they were not found.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::references) struct Imprint<'a> {
    pub(in crate::references) publisher: &'a str,
    pub(in crate::references) place: &'a str,
}

impl<'a> Imprint<'a> {
    /// Reads words that contain nothing but publisher and place, either of which may be missing.
    pub(in crate::references) fn read(words: &'a str) -> Imprint<'a> {
        let mut parts = words.split(CLAIMED).map(trim_enclosing);
        let words = trim_marks(parts.find(|part| part.contains(char::is_letter)).unwrap_or(""));
        let words = words.trim_start_matches("Published by ").trim_start_matches(['-', '–', '—', ' ']);
        if let Some((place, publisher)) = place_and_publisher(words) {
            // A dot after a place ends an abbreviation: "Cambridge, Mass."
            return Imprint { publisher: trim_marks(publisher), place: place.trim_matches([',', ' ', ':']) };
        }
        in_sentences(words).or_else(|| between_commas(words)).unwrap_or_else(|| {
            if is_city(words) {
                Imprint { publisher: "", place: words }
            } else {
                Imprint { publisher: words, place: "" }
            }
        })
    }

    /// This imprint; where it has no publisher, with what another has.
    pub(in crate::references) fn or(self, other: Imprint<'a>) -> Imprint<'a> {
        if self.publisher.is_empty() {
            let place = if self.place.is_empty() { other.place } else { self.place };
            Imprint { publisher: other.publisher, place }
        } else {
            self
        }
    }

    /// The claims to the two fields. The imprint must have been read from these tokens.
    pub(in crate::references) fn claims(&self, tokens: &Tokens) -> Vec<Claim> {
        let fields = [(Variable::PublisherPlace, self.place), (Variable::Publisher, self.publisher)];
        fields.map(|(variable, value)| Claim::likely(variable, value, tokens.span_of(value))).into()
    }
}

/// `Harvard University Press. Cambridge`
fn in_sentences(words: &str) -> Option<Imprint<'_>> {
    let found = sentences(words);
    let [first, second] = found.as_slice() else { return None };
    let (publisher, place) = (words.get(first.start..first.end)?, words.get(second.start..second.end)?);
    is_publisher(publisher).then_some(Imprint { publisher, place })
}

/// `Paris, Minuit` and `Morgan Kaufmann, San Mateo, CA`
fn between_commas(words: &str) -> Option<Imprint<'_>> {
    let (first, rest) = words.split_once(", ")?;
    let (first, rest) = (first.trim(), rest.trim());
    if is_city(first) && !is_city(rest) && !rest.contains(',') {
        return Some(Imprint { publisher: trim_marks(rest), place: first });
    }
    let publisher_first =
        (ends_in_place(words) || is_publisher(first) || is_organisation(first) || is_city(rest))
            && !is_publisher(rest);
    if publisher_first && looks_like_place(rest) {
        return Some(Imprint { publisher: first, place: trim_marks(rest) });
    }
    let (place, publisher) = words.rsplit_once(", ")?;
    (is_publisher(publisher) && !is_publisher(place) && looks_like_place(place))
        .then_some(Imprint { publisher: trim_marks(publisher), place })
}

/// Place and publisher around a colon. The other order is read where only the first of them can be a publisher.
pub(in crate::references) fn place_and_publisher(text: &str) -> Option<(&str, &str)> {
    let (first, second) = text.split_once(": ").or_else(|| text.split_once(" : "))?;
    if !looks_like_place(first) || first.split(' ').count() > 6 {
        return None;
    }
    if is_publisher(first) && !is_publisher(second) && looks_like_place(second) {
        return Some((second, first));
    }
    let short = second.split(' ').count() < 6
        && second.starts_with(|c: char| c.is_uppercase_letter() || c.is_ascii_digit());
    (is_publisher(second) || is_organisation(second) || short).then_some((first, second))
}

/// Whether a text is a name of three words at most and its place: `Morgan Kaufmann, San Mateo, CA`.
pub(in crate::references) fn ends_in_place(text: &str) -> bool {
    let Some((name, place)) = text.split_once(", ") else { return false };
    let first = place.split(", ").next().unwrap_or("");
    let last = place.rsplit(", ").next().unwrap_or("");
    let state = place.contains(',') && last.len() == 2 && last.chars().all(char::is_uppercase_letter);
    let short = name.split(' ').count() < 4 && looks_like_place(name);
    short && looks_like_place(place) && (is_city(first) || is_city(place) || state || is_country(last))
}

/// Splits a title from the publisher after a comma: `Book Title, Cambridge UP`. The second part is empty where there is
/// none.
pub(in crate::references) fn split_publisher(text: &str) -> (&str, &str) {
    let imprint = text.match_indices(", ").find_map(|(comma, _)| {
        let (title, rest) = text.split_at_checked(comma)?;
        let rest = rest.trim_start_matches([',', ' ']);
        let first = rest.split(',').next().unwrap_or("");
        let fits = is_publisher(first) && first.split(' ').count() < 6 && title.contains(char::is_letter);
        fits.then_some((title, rest))
    });
    imprint.unwrap_or((text, ""))
}

/// Abbreviations of states and countries that belong to the place before them.
const STATES: &str = "USA UK U.S. U.K. Mass. Mass Conn. Calif. Cal. Ill. N.J. N.Y. Penn. Mich. Minn. Wash. D.C. N.C. Md. Va. Ont.";

/// Splits a title from place and publisher of the same sentence: `Culture's Consequences, Beverly Hills, CA: Sage`.
pub(in crate::references) fn split_place_and_publisher(text: &str) -> Option<(&str, &str)> {
    let (before, publisher) = text.rsplit_once(": ")?;
    let comma = before.rfind(", ")?;
    let place = before.get(comma + 2..)?;
    let state = place.len() < 3 || list_contains(STATES, place);
    let comma = if state { before.get(..comma)?.rfind(", ")? } else { comma };
    let place = before.get(comma + 2..)?;
    let fits = looks_like_place(place)
        && place.split(' ').count() < 5
        && (may_be_publisher(publisher) || is_city(place))
        && !publisher.contains(['?', '!']);
    fits.then_some((text.get(..comma)?, text.get(comma + 2..)?))
}

/// Splits a title from publisher and city between commas, in either order: `Soft Power, Public Affairs, New York`.
pub(in crate::references) fn split_publisher_and_city(text: &str) -> Option<(&str, &str)> {
    let (before, last) = text.rsplit_once(", ")?;
    let comma = before.rfind(", ")?;
    let name = before.get(comma + 2..)?;
    // Exactly one is the city: "Paris, Minuit" as well as "Public Affairs, New York".
    let fits = is_city(last) != is_city(name)
        && !is_country(last)
        && last.len() > 2
        && looks_like_place(name)
        && looks_like_place(last)
        && name.split(' ').count() < 6;
    fits.then_some((text.get(..comma)?, text.get(comma + 2..)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn publisher_and_place_are_found_in_either_order() {
        let check = |words: &str, publisher: &str, place: &str| {
            assert_eq!(Imprint::read(words), Imprint { publisher, place }, "{words}");
        };
        check("Cambridge, MA: MIT Press", "MIT Press", "Cambridge, MA");
        check("Harvard University Press. Cambridge", "Harvard University Press", "Cambridge");
        check("Paris, Minuit", "Minuit", "Paris");
        check("Morgan Kaufmann, San Mateo, CA", "Morgan Kaufmann", "San Mateo, CA");
        check("Springer: Berlin", "Springer", "Berlin");
        check("London", "", "London");
        check("Made Books", "Made Books", "");
        check("", "", "");
    }

    #[test]
    fn a_title_ends_where_the_publisher_begins() {
        assert_eq!(split_publisher("Book Title, Cambridge UP"), ("Book Title", "Cambridge UP"));
        assert_eq!(split_publisher("Title, and more of it"), ("Title, and more of it", ""));
        assert_eq!(
            split_place_and_publisher("Culture's Consequences, Beverly Hills, CA: Sage"),
            Some(("Culture's Consequences", "Beverly Hills, CA: Sage"))
        );
        assert_eq!(
            split_publisher_and_city("Soft Power, Public Affairs, New York"),
            Some(("Soft Power", "Public Affairs, New York"))
        );
    }
}
