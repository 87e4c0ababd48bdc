//! One name (specification, "Name" and "Name-part Order").

use super::{NamesHint, Resolved, initials};
use crate::csl::content::{Content, Span, Tag, markup};
use crate::csl::program::{DemoteParticle, NameForm, NameOptions, Rendering};
use crate::csl::render::{Renderer, wrap};
use crate::item::Name;
use crate::prelude::*;

/// The printed parts of a name, each with the formatting of its name-part.
struct Parts {
    given: Option<Content>,
    dropping: Option<Content>,
    non_dropping: Option<Content>,
    family: Option<Content>,
    /// Whether the non-dropping particle is joined without a blank: `d’`, `al-`.
    tight: bool,
}

impl<'a> Renderer<'a> {
    /// One name, tagged with its index.
    pub(super) fn one_name(
        &mut self,
        resolved: &Resolved<'_>,
        name: &Name,
        index: usize,
        hint: Option<&NamesHint>,
    ) -> Content {
        let plain = Rendering::default();
        let how = resolved.name.map_or(&plain, |name| &name.rendering);
        let mut children = if name.literal.is_empty() {
            let level = hint.and_then(|hint| hint.given.get(index)).copied().unwrap_or(0);
            self.person(resolved, name, index, level)
        } else {
            markup::parse(&name.literal)
        };
        self.dress(&mut children, how);
        let tag = Tag::Name(u16::try_from(index).unwrap_or(u16::MAX));
        wrap(children, how, "", tag)
    }

    fn person(&self, resolved: &Resolved<'_>, name: &Name, index: usize, level: u8) -> Vec<Content> {
        let options = &resolved.options;
        let short = options.form == Some(NameForm::Short) && level == 0;
        let parts = self.parts(resolved, name, level);
        if short {
            return parts.family_with_particle();
        }
        let suffix = Content::text(name.suffix.as_str());
        if is_static(name) {
            let joint = if is_cjk(&name.family) && is_cjk(&name.given) { "" } else { " " };
            return joined(vec![some_span(parts.family_with_particle()), parts.given, suffix], joint);
        }
        if self.inverted(options, name, index) {
            return self.sort_order(options, parts, suffix);
        }
        let comma = if name.comma_suffix { ", " } else { " " };
        let given = joined(vec![parts.given.clone(), parts.dropping.clone()], " ");
        let full = joined(vec![some_span(given), some_span(parts.family_with_particle())], " ");
        joined(vec![some_span(full), suffix], comma)
    }

    /// `Gogh, Vincent van` or `van Gogh, Vincent`, with the suffix last.
    fn sort_order(&self, options: &NameOptions, parts: Parts, suffix: Option<Content>) -> Vec<Content> {
        let separator = options.sort_separator.as_deref().unwrap_or(", ");
        let demote = match self.scene.style.demote_non_dropping_particle {
            DemoteParticle::DisplayAndSort => true,
            DemoteParticle::SortOnly => self.sort_names().is_some(),
            DemoteParticle::Never => false,
        };
        let (family, given) = if demote {
            let given = joined(vec![parts.given, parts.dropping, parts.non_dropping], " ");
            (parts.family.into_iter().collect(), given)
        } else {
            let family = parts.family_with_particle();
            (family, joined(vec![parts.given, parts.dropping], " "))
        };
        joined(vec![some_span(family), some_span(given), suffix], separator)
    }

    fn parts(&self, resolved: &Resolved<'_>, name: &Name, level: u8) -> Parts {
        let family_how = resolved.name.and_then(|name| name.family.as_ref());
        let given_how = resolved.name.and_then(|name| name.given.as_ref());
        let given = self.given(&resolved.options, name, level);
        let particle = name.non_dropping_particle.as_str();
        Parts {
            given: self.part(&given, given_how),
            dropping: self.part(&name.dropping_particle, given_how.map(without_affixes).as_ref()),
            non_dropping: self.part(particle, family_how.map(without_affixes).as_ref()),
            family: self.part(&name.family, family_how),
            tight: particle.ends_with(['\'', '\u{2019}', '-', '\u{2010}']),
        }
    }

    /// The given name, in full or as initials.
    fn given(&self, options: &NameOptions, name: &Name, level: u8) -> String {
        let given = name.given.trim();
        let Some(with) = options.initialize_with.as_deref().filter(|_| !is_cjk(given)) else {
            return given.to_owned();
        };
        let full = level >= 2 || options.initialize == Some(false);
        let hyphen = !self.scene.style.no_initialize_with_hyphen;
        if full { initials::normalise(given, with) } else { initials::initialize(given, with, hyphen) }
    }

    fn part(&self, text: &str, how: Option<&Rendering>) -> Option<Content> {
        let text = text.trim();
        if text.is_empty() {
            return None;
        }
        let mut children = markup::parse(text);
        let Some(how) = how else { return some_span(children) };
        self.dress(&mut children, how);
        Some(wrap(children, how, "", Tag::None))
    }
}

impl Parts {
    fn family_with_particle(&self) -> Vec<Content> {
        let joint = if self.tight { "" } else { " " };
        joined(vec![self.non_dropping.clone(), self.family.clone()], joint)
    }
}

/// Particles take the formatting of their name-part, but its affixes stand around the name itself.
fn without_affixes(how: &Rendering) -> Rendering {
    Rendering { prefix: String::new(), suffix: String::new(), ..how.clone() }
}

/// The parts there are, with `joint` between them.
fn joined(parts: Vec<Option<Content>>, joint: &str) -> Vec<Content> {
    let mut out: Vec<Content> = Vec::new();
    for part in parts.into_iter().flatten() {
        if !out.is_empty() {
            out.extend(Content::text(joint));
        }
        out.push(part);
    }
    out
}

fn some_span(mut children: Vec<Content>) -> Option<Content> {
    match children.len() {
        0 => None,
        1 => children.pop(),
        _ => Some(Content::from(Span { children, ..Span::default() })),
    }
}

/// Whether a name keeps the order family–given everywhere: where the record says so, and in Chinese, Japanese and
/// Korean script.
pub(super) fn is_static(name: &Name) -> bool {
    name.static_ordering || is_cjk(&name.family)
}

/// Whether a text is written in Chinese, Japanese or Korean script.
fn is_cjk(text: &str) -> bool {
    let mut letters = text.chars().filter(|c| c.is_alphabetic()).peekable();
    letters.peek().is_some()
        && letters.all(|c| {
            matches!(u32::from(c), 0x1100..=0x11FF | 0x3040..=0x30FF | 0x3130..=0x318F | 0x3400..=0x9FFF
                | 0xAC00..=0xD7AF | 0xF900..=0xFAFF | 0x20000..=0x3FFFF)
        })
}
