//! `cs:names` with `cs:name`, `cs:et-al` and `cs:substitute`, and the inheritable name options.

use super::context::{Attribute, Context, Element, StyleWarningKind, word};
use crate::csl::program::{
    And, DelimiterPrecedes, EtAlNode, FontStyle, FontVariant, FontWeight, NameAsSortOrder, NameForm,
    NameNode, NameOptions, NamesNode, Node, Rendering,
};
use crate::prelude::*;
use crate::vocabulary::{Term, VariableKind};

/// Removes `normal` from what is inside a `cs:names` with that formatting. Editors for styles write it by themselves, and
/// citeproc-js, on which styles are made, prints all names as `cs:names` states.
fn inherit_formatting(names: &mut NamesNode) {
    let outer = names.rendering.format;
    let name = names.name.iter_mut().flat_map(|name| {
        [Some(&mut name.rendering), name.family.as_mut(), name.given.as_mut()].into_iter().flatten()
    });
    for inner in name {
        let inner = &mut inner.format;
        inner.font_style =
            inner.font_style.filter(|it| outer.font_style.is_none() || *it != FontStyle::Normal);
        inner.font_variant =
            inner.font_variant.filter(|it| outer.font_variant.is_none() || *it != FontVariant::Normal);
        inner.font_weight =
            inner.font_weight.filter(|it| outer.font_weight.is_none() || *it != FontWeight::Normal);
    }
}

impl<'d> Context<'d> {
    /// `cs:names`. If all its variables are unknown, the element has none and counts as called and empty.
    pub(super) fn names(&mut self, element: Element<'d>) -> Node {
        let mut names = NamesNode::default();
        for attribute in element.attributes() {
            match attribute.name() {
                "variable" => {
                    for word in attribute.value().split_ascii_whitespace() {
                        names.variables.extend(self.variable_of(attribute, word, VariableKind::Names));
                    }
                }
                "delimiter" => names.delimiter = Some(attribute.value().to_owned()),
                _ => self.rendering(element, attribute, &mut names.rendering),
            }
        }
        if element.attribute("variable").is_none() {
            self.missing(element, "“variable”");
        }
        for child in element.children().filter(Element::is_element) {
            self.names_child(child, &mut names);
        }
        inherit_formatting(&mut names);
        Node::Names(Box::new(names))
    }

    fn names_child(&mut self, child: Element<'d>, names: &mut NamesNode) {
        let repeated = match child.tag_name().name() {
            "name" => {
                names.label_first = names.label.is_some();
                let name = self.name(child);
                names.name.replace(name).is_some()
            }
            "et-al" => {
                let et_al = self.et_al(child);
                names.et_al.replace(et_al).is_some()
            }
            "label" => {
                let label = self.label(child, true);
                names.label.replace(label).is_some()
            }
            "substitute" => {
                names.substitute.extend(self.children(child));
                false
            }
            _ => {
                self.unknown_element(child);
                false
            }
        };
        if repeated {
            let message = format!("a second <{}> in <names>; the last counts", child.tag_name().name());
            self.warn(child.range().start, StyleWarningKind::Repeated, message);
        }
    }

    fn name(&mut self, element: Element<'d>) -> NameNode {
        let mut name = NameNode::default();
        for attribute in element.attributes() {
            match attribute.name() {
                "form" => name.options.form = word!(self, attribute, NameForm),
                "delimiter" => name.options.delimiter = Some(attribute.value().to_owned()),
                _ => {
                    if !self.name_option(attribute, &mut name.options) {
                        self.rendering(element, attribute, &mut name.rendering);
                    }
                }
            }
        }
        for child in element.children().filter(Element::is_element) {
            match child.tag_name().name() {
                "name-part" => self.name_part(child, &mut name),
                _ => self.unknown_element(child),
            }
        }
        name
    }

    fn name_part(&mut self, element: Element<'d>, name: &mut NameNode) {
        let mut rendering = Rendering::default();
        for attribute in element.attributes() {
            match attribute.name() {
                "name" => {}
                _ => self.rendering(element, attribute, &mut rendering),
            }
        }
        match element.attribute("name") {
            Some("family") => name.family = Some(rendering),
            Some("given") => name.given = Some(rendering),
            _ => self.missing(element, "“name” of “family” or “given”"),
        }
    }

    fn et_al(&mut self, element: Element<'d>) -> EtAlNode {
        let mut et_al = EtAlNode { term: Term::EtAl, rendering: Rendering::default() };
        for attribute in element.attributes() {
            match attribute.name() {
                "term" => et_al.term = self.term(attribute),
                // The specification gives this element formatting and no affixes.
                "prefix" | "suffix" => self.unknown_attribute(element, attribute),
                _ => self.rendering(element, attribute, &mut et_al.rendering),
            }
        }
        et_al
    }

    /// Reads a name option on `cs:style`, `cs:citation` or `cs:bibliography`, and warns of any other attribute.
    pub(super) fn area_name_option(
        &mut self,
        element: Element<'d>,
        attribute: Attribute<'d>,
        options: &mut NameOptions,
    ) {
        match attribute.name() {
            "name-form" => options.form = word!(self, attribute, NameForm),
            "name-delimiter" => options.delimiter = Some(attribute.value().to_owned()),
            "names-delimiter" => options.names_delimiter = Some(attribute.value().to_owned()),
            _ => {
                if !self.name_option(attribute, options) {
                    self.unknown_attribute(element, attribute);
                }
            }
        }
    }

    /// Reads an option with the same name on `cs:name` and the elements above it. Returns whether the attribute is one.
    fn name_option(&mut self, attribute: Attribute<'d>, options: &mut NameOptions) -> bool {
        match attribute.name() {
            "and" => options.and = word!(self, attribute, And),
            "delimiter-precedes-et-al" => {
                options.delimiter_precedes_et_al = word!(self, attribute, DelimiterPrecedes)
            }
            "delimiter-precedes-last" => {
                options.delimiter_precedes_last = word!(self, attribute, DelimiterPrecedes)
            }
            "et-al-min" => options.et_al_min = self.number(attribute),
            "et-al-use-first" => options.et_al_use_first = self.number(attribute),
            "et-al-subsequent-min" => options.et_al_subsequent_min = self.number(attribute),
            "et-al-subsequent-use-first" => options.et_al_subsequent_use_first = self.number(attribute),
            "et-al-use-last" => options.et_al_use_last = self.boolean(attribute),
            "initialize" => options.initialize = self.boolean(attribute),
            "initialize-with" => options.initialize_with = Some(attribute.value().to_owned()),
            "name-as-sort-order" => options.name_as_sort_order = word!(self, attribute, NameAsSortOrder),
            "sort-separator" => options.sort_separator = Some(attribute.value().to_owned()),
            _ => return false,
        }
        true
    }
}
