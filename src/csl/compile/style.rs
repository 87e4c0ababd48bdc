//! `cs:style`, `cs:citation`, `cs:bibliography` and `cs:sort`.

use super::context::{Attribute, Context, Element, StyleWarningKind, word};
use super::nodes::printed;
use super::{display, locale, macros};
use crate::csl::program::{
    Area, BibliographyNode, CitationNode, Class, Collapse, DemoteParticle, GivennameRule, NameOptions,
    PageRangeFormat, SecondFieldAlign, SortKey, SortSource, Style, SubstituteRule,
};
use crate::prelude::*;

/// The name of the independent style that this one depends on.
pub(super) fn parent<'d>(style: Element<'d>) -> Option<&'d str> {
    let link = style.descendants().find(|element| {
        element.tag_name().name() == "link" && element.attribute("rel") == Some("independent-parent")
    })?;
    let has_citation = style.children().any(|element| element.tag_name().name() == "citation");
    if has_citation { None } else { link.attribute("href").map(last_part) }
}

pub(super) fn last_part(id: &str) -> &str {
    id.trim().trim_end_matches('/').rsplit('/').next().unwrap_or(id)
}

/// A style with edits.
pub(super) fn edited<'d>(context: &mut Context<'d>, root: Element<'d>) -> Style {
    context.edited = true;
    style(context, root)
}

pub(super) fn style<'d>(context: &mut Context<'d>, root: Element<'d>) -> Style {
    let mut style = Style::default();
    if root.tag_name().name() != "style" {
        let message = format!("the root is <{}>, wanted is <style>", root.tag_name().name());
        context.fault(root.range().start, &message);
        return style;
    }
    let mut names = NameOptions::default();
    for attribute in root.attributes() {
        style_attribute(context, root, attribute, &mut style, &mut names);
    }
    let bodies = macros::reachable(context, root);
    for body in bodies {
        style.macros.push(context.children(body));
        context.end_macro();
    }
    let mut citation = None;
    for child in root.children().filter(Element::is_element) {
        match child.tag_name().name() {
            "info" => info(child, &mut style),
            "locale" => style.locales.push(locale::locale(context, child)),
            "citation" => citation = Some(context.citation(child, &names)),
            "bibliography" => style.bibliography = Some(context.bibliography(child, &names)),
            "macro" => {}
            _ => context.unknown_element(child),
        }
    }
    match citation {
        Some(citation) => style.citation = citation,
        None => no_citation(context, root),
    }
    style.own_terms = core::mem::take(&mut context.own_terms);
    display::keep_outermost(&mut style);
    style
}

fn no_citation<'d>(context: &mut Context<'d>, root: Element<'d>) {
    let at = root.range().start;
    match parent(root) {
        Some(parent) => {
            let message =
                format!("this style is dependent and formats nothing itself; load its parent “{parent}”");
            context.fault(at, &message);
        }
        None => context.fault(at, "the style has no <citation>, which says how works are cited"),
    }
}

fn info(info: Element<'_>, style: &mut Style) {
    for child in info.children() {
        let text = child.text().unwrap_or("").trim();
        match child.tag_name().name() {
            "id" => style.name = last_part(text).to_owned(),
            "title" => style.title = text.to_owned(),
            _ => {}
        }
    }
}

fn style_attribute<'d>(
    context: &mut Context<'d>,
    root: Element<'d>,
    attribute: Attribute<'d>,
    style: &mut Style,
    names: &mut NameOptions,
) {
    match attribute.name() {
        "class" => style.class = word!(context, attribute, Class).unwrap_or_default(),
        "default-locale" => style.default_locale = attribute.value().trim().to_owned(),
        "initialize-with-hyphen" => {
            style.no_initialize_with_hyphen = context.boolean(attribute) == Some(false)
        }
        "page-range-format" => style.page_range_format = page_range_format(context, attribute),
        "demote-non-dropping-particle" => {
            style.demote_non_dropping_particle =
                word!(context, attribute, DemoteParticle).unwrap_or_default();
        }
        "version" => {}
        _ => context.area_name_option(root, attribute, names),
    }
}

/// `chicago` is CSL 1.0's spelling of `chicago-15` (specification, "Page Ranges").
fn page_range_format<'d>(context: &mut Context<'d>, attribute: Attribute<'d>) -> Option<PageRangeFormat> {
    match attribute.value().trim() {
        "chicago" => Some(PageRangeFormat::Chicago15),
        _ => word!(context, attribute, PageRangeFormat),
    }
}

impl<'d> Context<'d> {
    fn citation(&mut self, element: Element<'d>, inherited: &NameOptions) -> CitationNode {
        let mut citation = CitationNode::default();
        let mut names = inherited.clone();
        for attribute in element.attributes() {
            let text = || Some(attribute.value().to_owned());
            match attribute.name() {
                "disambiguate-add-names" => citation.disambiguate_add_names = self.flag(attribute),
                "disambiguate-add-givenname" => citation.disambiguate_add_givenname = self.flag(attribute),
                "disambiguate-add-year-suffix" => {
                    citation.disambiguate_add_year_suffix = self.flag(attribute)
                }
                "givenname-disambiguation-rule" => {
                    let rule = word!(self, attribute, GivennameRule);
                    citation.givenname_disambiguation_rule = rule.unwrap_or_default();
                }
                "collapse" => citation.collapse = word!(self, attribute, Collapse),
                "cite-group-delimiter" => citation.cite_group_delimiter = text(),
                "year-suffix-delimiter" => citation.year_suffix_delimiter = text(),
                "after-collapse-delimiter" => citation.after_collapse_delimiter = text(),
                "near-note-distance" => citation.near_note_distance = self.number(attribute),
                _ => self.area_name_option(element, attribute, &mut names),
            }
        }
        citation.area = self.area(element, names);
        citation
    }

    fn bibliography(&mut self, element: Element<'d>, inherited: &NameOptions) -> BibliographyNode {
        let mut bibliography = BibliographyNode::default();
        let mut names = inherited.clone();
        for attribute in element.attributes() {
            match attribute.name() {
                "hanging-indent" => bibliography.hanging_indent = self.flag(attribute),
                "second-field-align" => {
                    bibliography.second_field_align = word!(self, attribute, SecondFieldAlign)
                }
                "line-spacing" => bibliography.line_spacing = self.number(attribute),
                "entry-spacing" => bibliography.entry_spacing = self.number(attribute),
                "subsequent-author-substitute" => {
                    bibliography.subsequent_author_substitute = Some(attribute.value().to_owned());
                }
                "subsequent-author-substitute-rule" => {
                    let rule = word!(self, attribute, SubstituteRule);
                    bibliography.subsequent_author_substitute_rule = rule.unwrap_or_default();
                }
                _ => self.area_name_option(element, attribute, &mut names),
            }
        }
        bibliography.area = self.area(element, names);
        bibliography
    }

    fn flag(&mut self, attribute: Attribute<'d>) -> bool {
        self.boolean(attribute).unwrap_or(false)
    }

    fn area(&mut self, element: Element<'d>, names: NameOptions) -> Area {
        let mut area = Area { names, ..Area::default() };
        let mut layout = None;
        for child in element.children().filter(Element::is_element) {
            match child.tag_name().name() {
                "sort" => area.sort.extend(self.sort(child)),
                "layout" => {
                    if layout.replace(child).is_some() {
                        let message = "a second <layout>; CSL 1.0.2 has one, and the last counts".to_owned();
                        self.warn(child.range().start, StyleWarningKind::Repeated, message);
                    }
                }
                _ => self.unknown_element(child),
            }
        }
        match layout {
            Some(layout) => self.layout(layout, &mut area),
            None => {
                let name = element.tag_name().name();
                let message = format!("<{name}> has no <layout>, which says what is printed");
                self.fault(element.range().start, &message);
            }
        }
        area
    }

    fn layout(&mut self, layout: Element<'d>, area: &mut Area) {
        for attribute in layout.attributes() {
            match attribute.name() {
                "delimiter" => area.delimiter = printed(attribute.value()),
                _ => self.rendering(layout, attribute, &mut area.rendering),
            }
        }
        area.layout = self.children(layout);
    }

    fn sort(&mut self, sort: Element<'d>) -> Vec<SortKey> {
        let mut keys = Vec::new();
        for child in sort.children().filter(Element::is_element) {
            match child.tag_name().name() {
                "key" => keys.extend(self.sort_key(child)),
                _ => self.unknown_element(child),
            }
        }
        keys
    }

    fn sort_key(&mut self, key: Element<'d>) -> Option<SortKey> {
        let (mut source, mut descending, mut names) = (None, false, NameOptions::default());
        for attribute in key.attributes() {
            match attribute.name() {
                "variable" => {
                    let variable = self.variable(attribute, attribute.value().trim())?;
                    source = Some(SortSource::Variable(variable));
                }
                "macro" => source = self.call(attribute).map(SortSource::Macro),
                "sort" => {
                    let from_word = |word: &str| ["ascending", "descending"].iter().position(|w| *w == word);
                    descending = self.word(attribute, from_word, &["ascending", "descending"]) == Some(1);
                }
                "names-min" => names.et_al_min = self.number(attribute),
                "names-use-first" => names.et_al_use_first = self.number(attribute),
                "names-use-last" => names.et_al_use_last = self.boolean(attribute),
                _ => self.unknown_attribute(key, attribute),
            }
        }
        if source.is_none() && key.attribute("macro").is_none() {
            self.missing(key, "“variable” or “macro”");
        }
        Some(SortKey { source: source?, descending, names })
    }
}
