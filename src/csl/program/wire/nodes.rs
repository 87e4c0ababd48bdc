//! Rendering elements in the wire format.

use super::codec::{Codec, Sparse, fields, read_onto, sparse};
use super::reader::{Reader, Stream};
#[cfg(feature = "compile")]
use super::writer::Writer;
use crate::csl::program::{
    DateNode, DatePart, DatePartName, DatePartsShown, EtAlNode, GroupNode, LabelNode, LabelPlural, NameNode,
    NamesNode, Node, NumberForm, NumberNode, Rendering, TermCall, TextNode, TextSource,
};
use crate::prelude::*;
use crate::vocabulary::{Term, TermForm, Variable};

fields!(Rendering, [
    suffix, prefix, text_case, format.font_style, format.font_variant, format.font_weight, format.vertical_align,
    format.text_decoration, display,
], flags [quotes, strip_periods]);

/// Formatting is a separate stream.
impl Codec for Rendering {
    fn blank() -> Self {
        Rendering::default()
    }

    fn read(&mut self, reader: &mut Reader<'_>) {
        reader.swap(Stream::Formatting);
        let flags = reader.flags("formatting", Self::FLAGS);
        self.fill(flags, reader);
        reader.swap(Stream::Formatting);
    }

    #[cfg(feature = "compile")]
    fn write(&self, writer: &mut Writer) {
        writer.swap(Stream::Formatting);
        writer.number(self.flags());
        self.write_fields(writer);
        writer.swap(Stream::Formatting);
    }
}

/// The number at the beginning of a rendering element; a zero ends a list of elements.
mod tag {
    pub(super) const VARIABLE: u32 = 1;
    pub(super) const SHORT_VARIABLE: u32 = 2;
    pub(super) const MACRO: u32 = 3;
    pub(super) const TERM: u32 = 4;
    pub(super) const VALUE: u32 = 5;
    /// Added to those above if formatting follows.
    pub(super) const FORMATTED: u32 = 5;
    pub(super) const CHOOSE: u32 = 11;
    pub(super) const NUMBER: u32 = 12;
    pub(super) const DATE: u32 = 13;
    /// The tags from here on include the element's flags.
    pub(super) const LABEL: u32 = 16;
    pub(super) const GROUP: u32 = 32;
    pub(super) const NAMES: u32 = 64;
    pub(super) const AFTER_NAMES: u32 = 320;
}

/// A blank element of the kind of the tag is filled in place: elements are large, and moving one out of every function that
/// reads one would double the page's code for them.
impl Codec for Node {
    fn blank() -> Self {
        Node::Choose(Vec::new())
    }

    fn read(&mut self, reader: &mut Reader<'_>) {
        reader.open_node();
        reader.enter("rendering element");
        let tag = reader.number();
        *self = blank_node(tag).unwrap_or_else(|| {
            reader.invalid();
            Node::blank()
        });
        match self {
            Node::Text(text) => {
                match &mut text.source {
                    TextSource::Variable(variable, _) => variable.read(reader),
                    TextSource::Macro(index) => *index = reader.macro_index(),
                    TextSource::Term(call) => call.read(reader),
                    TextSource::Value(value) => value.read(reader),
                }
                if tag > tag::FORMATTED {
                    text.rendering.read(reader);
                }
            }
            Node::Number(number) => number.read(reader),
            Node::Date(date) => date.read(reader),
            Node::Names(names) => names.fill(tag.wrapping_sub(tag::NAMES), reader),
            Node::Label(label) => label.fill(tag.wrapping_sub(tag::LABEL), reader),
            Node::Group(group) => group.fill(tag.wrapping_sub(tag::GROUP), reader),
            Node::Choose(branches) => branches.read(reader),
        }
        reader.close_node();
    }

    #[cfg(feature = "compile")]
    fn write(&self, writer: &mut Writer) {
        match self {
            Node::Text(text) => write_text(text, writer),
            Node::Number(number) => {
                writer.number(tag::NUMBER);
                number.write(writer);
            }
            Node::Date(date) => {
                writer.number(tag::DATE);
                date.write(writer);
            }
            Node::Names(names) => write_tagged(tag::NAMES, &**names, writer),
            Node::Label(label) => write_tagged(tag::LABEL, label, writer),
            Node::Group(group) => write_tagged(tag::GROUP, group, writer),
            Node::Choose(branches) => {
                writer.number(tag::CHOOSE);
                branches.write(writer);
            }
        }
    }
}

/// A blank element of the kind of a tag.
fn blank_node(tag: u32) -> Option<Node> {
    let text = if tag > tag::FORMATTED { tag - tag::FORMATTED } else { tag };
    let source = match text {
        tag::VARIABLE => TextSource::Variable(Variable::blank(), false),
        tag::SHORT_VARIABLE => TextSource::Variable(Variable::blank(), true),
        tag::MACRO => TextSource::Macro(0),
        tag::TERM => TextSource::Term(TermCall::blank()),
        tag::VALUE => TextSource::Value(String::new()),
        _ => {
            return Some(match tag {
                tag::CHOOSE => Node::blank(),
                tag::NUMBER => Node::Number(NumberNode::blank()),
                tag::DATE => Node::Date(Box::new(DateNode::blank())),
                tag::LABEL..tag::GROUP => Node::Label(LabelNode::blank()),
                tag::GROUP..=39 => Node::Group(GroupNode::blank()),
                tag::NAMES..tag::AFTER_NAMES => Node::Names(Box::new(NamesNode::blank())),
                _ => return None,
            });
        }
    };
    Some(Node::Text(TextNode { source, rendering: Codec::blank() }))
}

#[cfg(feature = "compile")]
fn write_text(text: &TextNode, writer: &mut Writer) {
    let tag = match &text.source {
        TextSource::Variable(_, false) => tag::VARIABLE,
        TextSource::Variable(_, true) => tag::SHORT_VARIABLE,
        TextSource::Macro(_) => tag::MACRO,
        TextSource::Term(_) => tag::TERM,
        TextSource::Value(_) => tag::VALUE,
    };
    let plain = text.rendering.is_plain();
    writer.number(if plain { tag } else { tag + tag::FORMATTED });
    match &text.source {
        TextSource::Variable(variable, _) => variable.write(writer),
        TextSource::Macro(index) => writer.macro_index(*index),
        TextSource::Term(call) => call.write(writer),
        TextSource::Value(value) => value.write(writer),
    }
    if !plain {
        text.rendering.write(writer);
    }
}

#[cfg(feature = "compile")]
fn write_tagged<T: Sparse>(tag: u32, element: &T, writer: &mut Writer) {
    writer.number(tag + element.flags());
    element.write_fields(writer);
}

/// Elements up to a zero.
impl Codec for Vec<Node> {
    fn blank() -> Self {
        Vec::new()
    }

    fn read(&mut self, reader: &mut Reader<'_>) {
        while reader.more() {
            read_onto(self, reader);
        }
    }

    #[cfg(feature = "compile")]
    fn write(&self, writer: &mut Writer) {
        self.iter().for_each(|node| node.write(writer));
        writer.byte(0);
    }
}

sparse!(
    TermCall,
    "term",
    TermCall { term: Term(0), form: TermForm::Long, plural: false },
    [term, form],
    flags[plural]
);

sparse!(NumberNode, "number",
    NumberNode { variable: Variable::Abstract, form: NumberForm::Numeric, rendering: Codec::blank() },
    [variable, form, rendering], flags []);

sparse!(DateNode, "date", DateNode {
    variable: Variable::Abstract, form: None, date_parts: DatePartsShown::YearMonthDay, delimiter: String::new(),
    parts: Vec::new(), rendering: Codec::blank(),
}, [variable, form, date_parts, parts, rendering, delimiter], flags []);

sparse!(DatePart, "date part", DatePart {
    name: DatePartName::Day, form: None, range_delimiter: None, rendering: Codec::blank(),
}, [name, form, rendering, range_delimiter], flags []);

sparse!(LabelNode, "label", LabelNode {
    variable: None, form: TermForm::Long, plural: LabelPlural::Contextual, rendering: Codec::blank(),
}, [variable, form, plural, rendering], flags []);

sparse!(GroupNode, "group", GroupNode::default(), [delimiter, rendering, children], flags []);

sparse!(
    NamesNode,
    "names",
    NamesNode::default(),
    [variables, name, label, substitute, rendering, delimiter, et_al,],
    flags[label_first]
);

sparse!(NameNode, "name", NameNode::default(), [options, rendering, family, given], flags []);

sparse!(EtAlNode, "et al.", EtAlNode { term: Term::EtAl, rendering: Codec::blank() },
    [term, rendering], flags []);
