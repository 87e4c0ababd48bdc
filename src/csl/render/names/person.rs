//! One name (specification, "Name" and "Name-part Order").

use super::{Resolved, initials};
use crate::csl::content::{Content, Span, Tag, markup};
use crate::csl::program::{DemoteParticle, HouseRule, NameForm, NameOptions, Rendering};
use crate::csl::render::context::NamesHint;
use crate::csl::render::renderer::Renderer;
use crate::item::Name;
use crate::prelude::*;

/// The blank at which no line ends.
const NO_BREAK: &str = "\u{a0}";

/// The parts of a name that are not printed yet, each with the formatting of its name-part, without affixes.
struct Parts<'r> {
    given: Option<Content>,
    dropping: Option<Content>,
    non_dropping: Option<Content>,
    family: Option<Content>,
    suffix: Option<Content>,
    /// The name-parts, for their affixes.
    given_how: Option<&'r Rendering>,
    family_how: Option<&'r Rendering>,
    /// The text between a particle and the next part; empty after `d’` and `al-`.
    after_dropping: &'static str,
    after_non_dropping: &'static str,
}

impl<'a> Renderer<'a> {
    /// One name, tagged with its index. The formatting of `cs:name` applies to each name, its affixes to the list.
    pub(super) fn one_name(
        &mut self,
        resolved: &Resolved<'_>,
        name: &Name,
        index: usize,
        hint: Option<&NamesHint>,
    ) -> Content {
        let children = if name.literal.is_empty() {
            let level = hint.and_then(|hint| hint.given.get(index)).copied().unwrap_or(0);
            self.person(resolved, name, index, level)
        } else {
            let how = resolved.name.and_then(|name| name.family.as_ref());
            self.part(&name.literal, how).into_iter().collect_vec()
        };
        let mut span = Span::new(Tag::Name(u16::try_from(index).unwrap_or(u16::MAX)), children);
        span.format = resolved.name.map_or(span.format, |node| node.rendering.format);
        Content::Span(span)
    }

    fn person(&self, resolved: &Resolved<'_>, name: &Name, index: usize, level: u8) -> Vec<Content> {
        let options = &resolved.options;
        let mut parts = self.parts(resolved, name, level);
        let inverted = self.inverted(options, name, index);
        let short =
            options.form == Some(NameForm::Short) && level == 0 || !inverted && self.is_author_again(name);
        if name.family.is_empty() {
            // A person with a single name is printed by it in every form.
            return joined(&mut [parts.given, parts.suffix], " ");
        }
        if is_static(name) {
            let joint = if is_cjk(&name.family) && is_cjk(&name.given) { "" } else { " " };
            let family = some_span(parts.family_name(false, None));
            return if short {
                family.into_iter().collect_vec()
            } else {
                joined(&mut [family, parts.given, parts.suffix], joint)
            };
        }
        if inverted {
            return self.sort_order(options, parts, short);
        }
        if short {
            return affixed(parts.family_name(false, None), parts.family_how);
        }
        let comma = if name.comma_suffix { ", " } else { " " };
        let given = some_span(parts.given_group(Vec::new()));
        let family = affixed(parts.family_name(true, Some(comma)), parts.family_how);
        let with = options.initialize_with.as_deref().unwrap_or_default();
        let joint = if with.ends_with(NO_BREAK) { self.blank_in_name() } else { " " };
        joined(&mut [given, some_span(family)], joint)
    }

    /// `Gogh, Vincent van` or `van Gogh, Vincent`, with the suffix last; short, `Gogh, van` or `van Gogh`.
    fn sort_order(&self, options: &NameOptions, mut parts: Parts<'_>, short: bool) -> Vec<Content> {
        let separator = options.sort_separator.as_deref().unwrap_or(", ");
        let demote = match self.context.style.demote_non_dropping_particle {
            DemoteParticle::DisplayAndSort => true,
            DemoteParticle::SortOnly => self.sort_names().is_some(),
            DemoteParticle::Never => false,
        };
        let demoted = if demote { parts.non_dropping.take() } else { None };
        let family = some_span(affixed(parts.family_name(false, None), parts.family_how));
        if short {
            return joined(&mut [family, demoted], separator);
        }
        let particles = joined(&mut [parts.dropping.take(), demoted], parts.after_dropping);
        joined(&mut [family, some_span(parts.given_group(particles)), parts.suffix], separator)
    }

    fn parts<'r>(&self, resolved: &Resolved<'r>, name: &Name, level: u8) -> Parts<'r> {
        let family_how = resolved.name.and_then(|name| name.family.as_ref());
        let given_how = resolved.name.and_then(|name| name.given.as_ref());
        let given = self.given(&resolved.options, name, level);
        // Without full stops after initials, there is none after `Jr`.
        let stops = resolved.options.initialize_with.as_deref().is_none_or(|with| with.contains_char('.'));
        let suffix = if stops { name.suffix.as_str() } else { name.suffix.trim_end_any(".") };
        Parts {
            given: self.part(&given, given_how),
            dropping: self.part(&name.dropping_particle, given_how),
            non_dropping: self.part(&name.non_dropping_particle, family_how),
            family: self.part(&name.family, family_how),
            suffix: Content::text(suffix),
            given_how,
            family_how,
            after_dropping: self.after_particle(&name.dropping_particle),
            after_non_dropping: self.after_particle(&name.non_dropping_particle),
        }
    }

    /// The given name, in full or as initials.
    fn given(&self, options: &NameOptions, name: &Name, level: u8) -> String {
        let given = name.given.trim();
        let spelled =
            initials::spelled(given, &name.family).filter(|_| self.context.follows(HouseRule::BareInitials));
        let given = spelled.as_deref().unwrap_or(given);
        let initials = !is_cjk(given) && !name.family.is_empty();
        // A disambiguation rule that adds initials does so even if the style has no `initialize-with`.
        let bare = (level == 1 && self.context.style.citation.expands_to_initials()).then_some("");
        let Some(with) = options.initialize_with.as_deref().or(bare).filter(|_| initials) else {
            return given.to_owned();
        };
        let full = options.initialize == Some(false);
        let hyphen = !self.context.style.no_initialize_with_hyphen;
        if level >= 2 && !full { given.to_owned() } else { initials::initialize(given, with, hyphen, full) }
    }

    /// The text between a particle and the next part.
    fn after_particle(&self, particle: &str) -> &'static str {
        if particle.ends_with_any("'\u{2019}-\u{2010}") { "" } else { self.blank_in_name() }
    }

    /// The blank between what belongs together. In Czech, French and Russian no line ends there, as citeproc-js prints it.
    #[cfg(feature = "full")]
    fn blank_in_name(&self) -> &'static str {
        use crate::csl::program::locale::primary;
        let tied = crate::text::word_list!["cs", "fr", "ru"].contains(primary(self.context.lang.tag()));
        if tied { NO_BREAK } else { " " }
    }

    /// A line may end there in a page: the budget of its engine has no room for the rule.
    #[cfg(not(feature = "full"))]
    const fn blank_in_name(&self) -> &'static str {
        " "
    }

    fn part(&self, text: &str, how: Option<&Rendering>) -> Option<Content> {
        let text = text.trim();
        if text.is_empty() {
            return None;
        }
        let content = markup::parsed(text);
        let Some(how) = how else { return content };
        let mut children = content.into_iter().collect_vec();
        self.apply_text_options(&mut children, how);
        let mut span = Span::new(Tag::None, children);
        (span.format, span.quotes, span.display) = (how.format, how.quotes, how.display);
        Some(Content::Span(span))
    }
}

impl Parts<'_> {
    /// The family name with the particles before it and, in natural order, the suffix after it, which is what the affixes of
    /// the name-part surround (specification, "Name-part Formatting").
    fn family_name(&mut self, dropping: bool, before_suffix: Option<&str>) -> Vec<Content> {
        let mut children =
            joined(&mut [self.non_dropping.take(), self.family.take()], self.after_non_dropping);
        if dropping && self.dropping.is_some() {
            children = joined(&mut [self.dropping.take(), some_span(children)], self.after_dropping);
        }
        if let Some(comma) = before_suffix.filter(|_| self.suffix.is_some()) {
            children = joined(&mut [some_span(children), self.suffix.take()], comma);
        }
        children
    }

    /// The given name and the particles that follow it, inside the affixes of the name-part.
    fn given_group(&mut self, demoted: Vec<Content>) -> Vec<Content> {
        affixed(joined(&mut [self.given.take(), some_span(demoted)], " "), self.given_how)
    }
}

/// The affixes of a name-part around its group.
fn affixed(children: Vec<Content>, how: Option<&Rendering>) -> Vec<Content> {
    let affixes = how.map(|how| (how.prefix.as_str(), how.suffix.as_str())).unwrap_or_default();
    if children.is_empty() || affixes == ("", "") {
        return children;
    }
    let mut span = Span::new(Tag::None, children);
    (span.prefix, span.suffix) = (affixes.0.to_owned(), affixes.1.to_owned());
    vec![Content::Span(span)]
}

/// The parts that exist, with `joint` between them.
fn joined(parts: &mut [Option<Content>], joint: &str) -> Vec<Content> {
    let mut out: Vec<Content> = Vec::new();
    for part in parts.iter_mut().filter_map(Option::take) {
        if !out.is_empty() {
            out.extend(Content::text(joint));
        }
        out.push(part);
    }
    out
}

/// The contents as one, or `None` if there are none.
fn some_span(mut children: Vec<Content>) -> Option<Content> {
    match children.len() {
        0 => None,
        1 => children.pop(),
        _ => Some(Content::span(Tag::None, children)),
    }
}

/// Whether a name has the order family–given everywhere: if the record states it, and in Chinese, Japanese and Korean
/// script.
pub(super) fn is_static(name: &Name) -> bool {
    name.static_ordering || is_cjk(&name.family)
}

/// Whether all letters of a text are of Chinese, Japanese or Korean script.
fn is_cjk(text: &str) -> bool {
    let mut letters = text.chars().filter(|c| c.is_letter()).peekable();
    letters.peek().is_some() && letters.all(is_east_asian)
}

/// Whether a letter is of a Chinese, Japanese or Korean script.
pub(super) fn is_east_asian(c: char) -> bool {
    matches!(u32::from(c), 0x1100..=0x11FF | 0x3040..=0x30FF | 0x3130..=0x318F | 0x3400..=0x9FFF
        | 0xAC00..=0xD7AF | 0xF900..=0xFAFF | 0x20000..=0x3FFFF)
}
