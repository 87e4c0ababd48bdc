//! Rendering elements: `cs:text`, `cs:number`, `cs:date`, `cs:label`, `cs:group`, `cs:choose`.

use super::context::{Attribute, Context, Element, StyleWarningKind, hint, word};
use crate::csl::program::wire::MAX_NODE_DEPTH;
use crate::csl::program::{
    Branch, Condition, DateForm, DateNode, DatePart, DatePartForm, DatePartName, DatePartsShown, Display,
    FontStyle, FontVariant, FontWeight, GroupNode, LabelNode, LabelPlural, Match, NamesNode, Node,
    NumberForm, NumberNode, Position, Rendering, TermCall, TextCase, TextDecoration, TextNode, TextSource,
    VerticalAlign,
};
use crate::prelude::*;
use crate::vocabulary::{ItemType, Locator, TermForm, Variable, VariableKind};

impl<'d> Context<'d> {
    /// The rendering elements inside an element.
    pub(super) fn children(&mut self, parent: Element<'d>) -> Vec<Node> {
        if self.depth >= MAX_NODE_DEPTH {
            let message = format!("elements are nested more than {MAX_NODE_DEPTH} deep: use macros");
            self.fault(parent.range().start, &message);
            return Vec::new();
        }
        self.depth += 1;
        self.deepest = self.deepest.max(self.depth);
        let elements = parent.children().filter(Element::is_element);
        let nodes = elements.filter_map(|element| self.node(element)).collect();
        self.depth -= 1;
        nodes
    }

    fn node(&mut self, element: Element<'d>) -> Option<Node> {
        match element.tag_name().name() {
            "text" => self.text(element),
            "number" => self.number_node(element),
            "date" => self.date(element),
            "names" => Some(self.names(element)),
            "label" => Some(Node::Label(self.label(element, false))),
            "group" => Some(self.group(element)),
            "choose" => Some(self.choose(element)),
            _ => {
                self.unknown_element(element);
                None
            }
        }
    }

    /// Reads an affix, a formatting attribute or another field of [`Rendering`], and warns of any other attribute.
    pub(super) fn rendering(
        &mut self,
        element: Element<'d>,
        attribute: Attribute<'d>,
        rendering: &mut Rendering,
    ) {
        let format = &mut rendering.format;
        match attribute.name() {
            "prefix" => rendering.prefix = affix(element, attribute),
            "suffix" => rendering.suffix = affix(element, attribute),
            "font-style" => format.font_style = word!(self, attribute, FontStyle),
            "font-variant" => format.font_variant = word!(self, attribute, FontVariant),
            "font-weight" => format.font_weight = word!(self, attribute, FontWeight),
            "text-decoration" => format.text_decoration = word!(self, attribute, TextDecoration),
            "vertical-align" => format.vertical_align = word!(self, attribute, VerticalAlign),
            "text-case" => rendering.text_case = word!(self, attribute, TextCase),
            "quotes" => rendering.quotes = self.boolean(attribute).unwrap_or(false),
            "strip-periods" => rendering.strip_periods = self.boolean(attribute).unwrap_or(false),
            "display" => rendering.display = word!(self, attribute, Display),
            _ => self.unknown_attribute(element, attribute),
        }
    }

    fn text(&mut self, element: Element<'d>) -> Option<Node> {
        let (mut source, mut form, mut plural) = (None, None, false);
        let mut rendering = Rendering::default();
        for attribute in element.attributes() {
            match attribute.name() {
                "variable" | "macro" | "term" | "value" => source = Some(attribute),
                "form" => form = Some(attribute),
                "plural" => plural = self.boolean(attribute).unwrap_or(false),
                _ => self.rendering(element, attribute, &mut rendering),
            }
        }
        let Some(source) = source else {
            self.missing(element, "“variable”, “macro”, “term” or “value”");
            return None;
        };
        let source = match source.name() {
            "variable" => {
                let short =
                    form.and_then(|form| self.word(form, short_form, &["long", "short"])).unwrap_or(false);
                match self.variable(source, source.value().trim()) {
                    Some(variable) => {
                        // Without its full stops a DOI or an address leads nowhere.
                        rendering.strip_periods &= !matches!(variable, Variable::Doi | Variable::Url);
                        TextSource::Variable(variable, short)
                    }
                    None => return Some(empty_call()),
                }
            }
            "macro" => {
                // No style was ever printed with it: citeproc-js, on which styles are made, passes over it.
                rendering.text_case = None;
                TextSource::Macro(self.call(source)?)
            }
            "term" => {
                let form = form.and_then(|form| word!(self, form, TermForm)).unwrap_or(TermForm::Long);
                TextSource::Term(TermCall { term: self.term(source), form, plural })
            }
            _ => TextSource::Value(printed(source.value())),
        };
        Some(Node::Text(TextNode { source, rendering }))
    }

    fn number_node(&mut self, element: Element<'d>) -> Option<Node> {
        let (mut variable, mut form) = (None, NumberForm::default());
        let mut rendering = Rendering::default();
        for attribute in element.attributes() {
            match attribute.name() {
                "variable" => variable = Some(attribute),
                "form" => form = word!(self, attribute, NumberForm).unwrap_or_default(),
                _ => self.rendering(element, attribute, &mut rendering),
            }
        }
        let Some(attribute) = variable else {
            self.missing(element, "“variable”");
            return None;
        };
        Some(match self.variable(attribute, attribute.value().trim()) {
            Some(variable) => Node::Number(NumberNode { variable, form, rendering }),
            None => empty_call(),
        })
    }

    fn date(&mut self, element: Element<'d>) -> Option<Node> {
        let (mut variable, mut form, mut date_parts) = (None, None, DatePartsShown::default());
        let (mut delimiter, mut rendering) = (String::new(), Rendering::default());
        for attribute in element.attributes() {
            match attribute.name() {
                "variable" => variable = Some(attribute),
                "form" => form = word!(self, attribute, DateForm),
                "date-parts" => date_parts = word!(self, attribute, DatePartsShown).unwrap_or_default(),
                "delimiter" => delimiter = printed(attribute.value()),
                _ => self.rendering(element, attribute, &mut rendering),
            }
        }
        let Some(attribute) = variable else {
            self.missing(element, "“variable”");
            return None;
        };
        let variable = self.variable_of(attribute, attribute.value().trim(), VariableKind::Date);
        let parts = self.date_parts(element);
        Some(match variable {
            Some(variable) => {
                Node::Date(Box::new(DateNode { variable, form, date_parts, delimiter, parts, rendering }))
            }
            None => empty_call(),
        })
    }

    /// The `cs:date-part`s of a date in a style or in a locale.
    pub(super) fn date_parts(&mut self, date: Element<'d>) -> Vec<DatePart> {
        let mut parts = Vec::new();
        for child in date.children().filter(Element::is_element) {
            match child.tag_name().name() {
                "date-part" => parts.extend(self.date_part(child)),
                _ => self.unknown_element(child),
            }
        }
        parts
    }

    fn date_part(&mut self, element: Element<'d>) -> Option<DatePart> {
        let (mut name, mut form, mut range_delimiter) = (None, None, None);
        let mut rendering = Rendering::default();
        for attribute in element.attributes() {
            match attribute.name() {
                "name" => name = word!(self, attribute, DatePartName),
                "form" => form = word!(self, attribute, DatePartForm),
                // An empty one would run the numbers together: no style means that.
                "range-delimiter" => {
                    range_delimiter = Some(attribute.value().to_owned()).filter(|text| !text.is_empty());
                }
                _ => self.rendering(element, attribute, &mut rendering),
            }
        }
        if element.attribute("name").is_none() {
            self.missing(element, "“name”");
        }
        Some(DatePart { name: name?, form, range_delimiter, rendering })
    }

    /// `cs:label`; inside `cs:names` it has no variable of its own.
    pub(super) fn label(&mut self, element: Element<'d>, in_names: bool) -> LabelNode {
        let (mut variable, mut form, mut plural) = (None, TermForm::Long, LabelPlural::default());
        let mut rendering = Rendering::default();
        for attribute in element.attributes() {
            match attribute.name() {
                "variable" if !in_names => variable = self.variable(attribute, attribute.value().trim()),
                "form" => form = word!(self, attribute, TermForm).unwrap_or(TermForm::Long),
                "plural" => plural = word!(self, attribute, LabelPlural).unwrap_or_default(),
                _ => self.rendering(element, attribute, &mut rendering),
            }
        }
        if !in_names && element.attribute("variable").is_none() {
            self.missing(element, "“variable”");
        }
        LabelNode { variable, form, plural, rendering }
    }

    fn group(&mut self, element: Element<'d>) -> Node {
        let mut group = GroupNode::default();
        for attribute in element.attributes() {
            match attribute.name() {
                "delimiter" => group.delimiter = printed(attribute.value()),
                _ => self.rendering(element, attribute, &mut group.rendering),
            }
        }
        group.children = self.children(element);
        Node::Group(group)
    }

    fn choose(&mut self, element: Element<'d>) -> Node {
        let mut branches = Vec::new();
        for child in element.children().filter(Element::is_element) {
            match child.tag_name().name() {
                "if" | "else-if" => branches.push(self.branch(child)),
                "else" => {
                    let children = self.children(child);
                    branches.push(Branch { matching: Match::All, conditions: Vec::new(), children });
                }
                _ => self.unknown_element(child),
            }
        }
        // Branches after `cs:else` are never reached.
        let last = branches.iter().position(|branch: &Branch| branch.conditions.is_empty());
        branches.truncate(last.map_or(branches.len(), |last| last + 1));
        Node::Choose(branches)
    }

    fn branch(&mut self, element: Element<'d>) -> Branch {
        let (mut matching, mut conditions) = (Match::default(), Vec::new());
        for attribute in element.attributes() {
            match attribute.name() {
                "match" => matching = word!(self, attribute, Match).unwrap_or_default(),
                _ => self.conditions(element, attribute, &mut conditions),
            }
        }
        if conditions.is_empty() {
            self.missing(element, "condition");
            conditions.push(Condition::Never);
        }
        Branch { matching, conditions, children: self.children(element) }
    }

    fn conditions(
        &mut self,
        element: Element<'d>,
        attribute: Attribute<'d>,
        conditions: &mut Vec<Condition>,
    ) {
        let test: fn(&mut Context<'d>, Attribute<'d>, &str) -> Option<Condition> = match attribute.name() {
            "type" => Context::type_condition,
            "variable" => {
                |context, attribute, word| context.variable(attribute, word).map(Condition::Variable)
            }
            "is-numeric" => {
                |context, attribute, word| context.variable(attribute, word).map(Condition::IsNumeric)
            }
            "is-uncertain-date" => {
                |context, attribute, word| context.variable(attribute, word).map(Condition::IsUncertainDate)
            }
            "locator" => Context::locator_condition,
            "position" => |context, attribute, word| {
                context.listed(attribute, word, Position::from_word, Position::WORDS).map(Condition::Position)
            },
            "disambiguate" => |context, attribute, _| context.boolean(attribute).map(Condition::Disambiguate),
            super::edits::CONDITION if self.edited => |_, _, _| Some(Condition::House),
            _ => return self.unknown_attribute(element, attribute),
        };
        // CSL 1.0.1 has a blank in this locator, although blanks separate the list.
        let value = attribute.value().replace("sub verbo", "sub-verbo");
        let before = conditions.len();
        for word in value.split_ascii_whitespace() {
            conditions.push(test(self, attribute, word).unwrap_or(Condition::Never));
        }
        if conditions.len() == before {
            conditions.push(Condition::Never);
        }
    }

    fn type_condition(&mut self, attribute: Attribute<'d>, word: &str) -> Option<Condition> {
        let known = ItemType::from_word(word);
        if known.is_none() {
            let hint = hint(word, ItemType::WORDS);
            let message = format!("there is no item type “{word}”; it never holds{hint}");
            self.warn(attribute.range().start, StyleWarningKind::Type, message);
        }
        known.map(Condition::Type)
    }

    fn locator_condition(&mut self, attribute: Attribute<'d>, word: &str) -> Option<Condition> {
        self.listed(attribute, word, Locator::from_word, Locator::WORDS).map(Condition::Locator)
    }

    /// One word of a list.
    fn listed<T>(
        &mut self,
        attribute: Attribute<'d>,
        word: &str,
        from_word: fn(&str) -> Option<T>,
        words: &[&str],
    ) -> Option<T> {
        let known = from_word(word);
        if known.is_none() {
            self.unknown_value(attribute, word, words);
        }
        known
    }

    /// A variable that must be of one kind. One of another kind is kept, because its value is empty then.
    pub(super) fn variable_of(
        &mut self,
        attribute: Attribute<'d>,
        word: &str,
        kind: VariableKind,
    ) -> Option<Variable> {
        let variable = self.variable(attribute, word);
        if variable.is_some_and(|variable| variable.kind() != kind) {
            let wanted = if kind == VariableKind::Date { "date" } else { "name" };
            let message = format!("“{word}” is no {wanted} variable; nothing is printed for it");
            self.warn(attribute.range().start, StyleWarningKind::VariableKind, message);
        }
        variable
    }
}

/// An affix as it is printed. citeproc-js leaves those of `cs:names` as they are.
fn affix(element: Element<'_>, attribute: Attribute<'_>) -> String {
    match element.tag_name().name() {
        "names" => attribute.value().to_owned(),
        _ => printed(attribute.value()),
    }
}

/// A text of the style as it is printed. Of blanks in a row a page would show one, so that every other one does not break,
/// as in citeproc-js; the specification is silent. One or two at the beginning meet a blank before.
pub(super) fn printed(text: &str) -> String {
    let blanks = text.len() - text.trim_start_matches(' ').len();
    let (start, rest) = text.split_at(if blanks > 2 { 0 } else { blanks });
    [start, &rest.replace("  ", "\u{a0} ")].concat()
}

fn short_form(word: &str) -> Option<bool> {
    match word {
        "long" => Some(false),
        "short" => Some(true),
        _ => None,
    }
}

/// Replaces an element whose variable does not exist: it counts as a variable that was called and is empty, which may
/// suppress the group around it (specification, "Group").
fn empty_call() -> Node {
    Node::Names(Box::<NamesNode>::default())
}
