//! A person's or an organisation's name.

use crate::prelude::*;

/// A name as CSL-JSON has it (csl-data schema, `name-variable`). Empty strings mean "absent".
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Name {
    /// Family name, without particles that are given apart.
    pub family: String,
    /// Given names or initials.
    pub given: String,
    /// A particle that goes with the given name and leaves when only the family name is shown: Ludwig *van* Beethoven.
    pub dropping_particle: String,
    /// A particle that stays with the family name: Vincent *van* Gogh.
    pub non_dropping_particle: String,
    /// `Jr.`, `III`.
    pub suffix: String,
    /// The whole name of an organisation, or of a person whose name must not be taken apart.
    pub literal: String,
    /// Whether a comma stands before the suffix also in natural order.
    pub comma_suffix: bool,
    /// Whether the order family–given is kept everywhere.
    pub static_ordering: bool,
}

impl Name {
    /// A person.
    pub fn person(family: &str, given: &str) -> Name {
        Name { family: family.to_owned(), given: given.to_owned(), ..Name::default() }
    }

    /// An organisation.
    pub fn literal(name: &str) -> Name {
        Name { literal: name.to_owned(), ..Name::default() }
    }

    /// Whether there is nothing to print.
    pub fn is_empty(&self) -> bool {
        self.family.is_empty() && self.given.is_empty() && self.literal.is_empty()
    }

    /// The family name with its particles before it.
    pub fn family_with_particles(&self) -> String {
        join_parts(&[&self.dropping_particle, &self.non_dropping_particle, &self.family])
    }

    /// The name as it is spoken: given names, particles, family name, suffix.
    pub fn in_natural_order(&self) -> String {
        if !self.literal.is_empty() {
            return self.literal.clone();
        }
        let parts =
            [&self.given, &self.dropping_particle, &self.non_dropping_particle, &self.family, &self.suffix];
        join_parts(&parts.map(String::as_str))
    }
}

/// The parts of a name that are there, with blanks between them. A particle that brings its own joint (`d’`, `al-`)
/// gets no blank behind it.
pub fn join_parts(parts: &[&str]) -> String {
    let mut out = String::new();
    for part in parts.iter().filter(|part| !part.is_empty()) {
        if !out.is_empty() && !out.ends_with_any("'’- ") {
            out.push(' ');
        }
        out.push_str(part);
    }
    out
}
