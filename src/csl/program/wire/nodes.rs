//! Rendering elements in the wire format.

use super::codec::{Codec, codec, read, sparse};
use super::reader::Reader;
#[cfg(feature = "compile")]
use super::writer::Writer;
use crate::csl::program::{
    Branch, Condition, DateNode, DatePart, DatePartName, DatePartsShown, EtAlNode, GroupNode, LabelNode,
    LabelPlural, Match, NameNode, NamesNode, Node, NumberForm, NumberNode, Rendering, TermCall, TextNode,
    TextSource,
};
use crate::prelude::*;
use crate::vocabulary::{Term, TermForm, Variable};

sparse!(Rendering, "formatting", Rendering::default(), [
    prefix, suffix, text_case, format.font_style, format.font_weight, format.font_variant, format.vertical_align,
    format.text_decoration, display,
], flags [quotes, strip_periods]);

/// A blank element of the kind that the tag tells is filled in place: elements are large, and moving one out of every
/// function that reads one is half of a page's code for them.
impl Codec for Node {
    fn blank() -> Self {
        Node::Choose(Vec::new())
    }

    fn read(&mut self, reader: &mut Reader<'_>) {
        reader.open_node();
        reader.enter("rendering element");
        let text = |source| Node::Text(TextNode { source, rendering: Rendering::default() });
        *self = match reader.byte() {
            0 => text(TextSource::Variable(Variable::blank(), false)),
            1 => text(TextSource::Variable(Variable::blank(), true)),
            2 => text(TextSource::Macro(0)),
            3 => text(TextSource::Term(TermCall::blank())),
            4 => text(TextSource::Value(String::new())),
            5 => Node::Number(NumberNode::blank()),
            6 => Node::Date(Box::new(DateNode::blank())),
            7 => Node::Names(Box::new(NamesNode::blank())),
            8 => Node::Label(LabelNode::blank()),
            9 => Node::Group(GroupNode::blank()),
            10 => Node::blank(),
            _ => {
                reader.invalid();
                Node::blank()
            }
        };
        match self {
            Node::Text(text) => {
                match &mut text.source {
                    TextSource::Variable(variable, _) => variable.read(reader),
                    TextSource::Macro(index) => *index = reader.macro_index(),
                    TextSource::Term(call) => call.read(reader),
                    TextSource::Value(value) => value.read(reader),
                }
                text.rendering.read(reader);
            }
            Node::Number(number) => number.read(reader),
            Node::Date(date) => date.read(reader),
            Node::Names(names) => names.read(reader),
            Node::Label(label) => label.read(reader),
            Node::Group(group) => group.read(reader),
            Node::Choose(branches) => branches.read(reader),
        }
        reader.close_node();
    }

    #[cfg(feature = "compile")]
    fn write(&self, writer: &mut Writer) {
        match self {
            Node::Text(text) => write_text(text, writer),
            Node::Number(number) => {
                writer.byte(5);
                number.write(writer);
            }
            Node::Date(date) => {
                writer.byte(6);
                date.write(writer);
            }
            Node::Names(names) => {
                writer.byte(7);
                names.write(writer);
            }
            Node::Label(label) => {
                writer.byte(8);
                label.write(writer);
            }
            Node::Group(group) => {
                writer.byte(9);
                group.write(writer);
            }
            Node::Choose(branches) => {
                writer.byte(10);
                branches.write(writer);
            }
        }
    }
}

#[cfg(feature = "compile")]
fn write_text(text: &TextNode, writer: &mut Writer) {
    match &text.source {
        TextSource::Variable(variable, short) => {
            writer.byte(u8::from(*short));
            variable.write(writer);
        }
        TextSource::Macro(index) => {
            writer.byte(2);
            writer.macro_index(*index);
        }
        TextSource::Term(call) => {
            writer.byte(3);
            call.write(writer);
        }
        TextSource::Value(value) => {
            writer.byte(4);
            value.write(writer);
        }
    }
    text.rendering.write(writer);
}

sparse!(
    TermCall,
    "term",
    TermCall { term: Term(0), form: TermForm::Long, plural: false },
    [term, form],
    flags[plural]
);

sparse!(NumberNode, "number",
    NumberNode { variable: Variable::Abstract, form: NumberForm::Numeric, rendering: Rendering::default() },
    [variable, form, rendering], flags []);

sparse!(DateNode, "date", DateNode {
    variable: Variable::Abstract, form: None, date_parts: DatePartsShown::YearMonthDay, delimiter: String::new(),
    parts: Vec::new(), rendering: Rendering::default(),
}, [variable, form, date_parts, parts, rendering, delimiter], flags []);

sparse!(DatePart, "date part", DatePart {
    name: DatePartName::Day, form: None, range_delimiter: None, rendering: Rendering::default(),
}, [name, form, rendering, range_delimiter], flags []);

sparse!(LabelNode, "label", LabelNode {
    variable: None, form: TermForm::Long, plural: LabelPlural::Contextual, rendering: Rendering::default(),
}, [variable, form, plural, rendering], flags []);

sparse!(GroupNode, "group", GroupNode::default(), [children, delimiter, rendering], flags []);

sparse!(Branch, "branch", Branch { matching: Match::All, conditions: Vec::new(), children: Vec::new() },
    [conditions, children, matching], flags []);

sparse!(
    NamesNode,
    "names",
    NamesNode::default(),
    [variables, name, label, substitute, rendering, delimiter, et_al,],
    flags[label_first]
);

sparse!(NameNode, "name", NameNode::default(), [options, rendering, family, given], flags []);

sparse!(EtAlNode, "et al.", EtAlNode { term: Term::EtAl, rendering: Rendering::default() },
    [term, rendering], flags []);

codec!(Condition, Condition::Never, reader => {
    reader.enter("condition");
    match reader.byte() {
        0 => Condition::Type(read(reader)),
        1 => Condition::Variable(read(reader)),
        2 => Condition::IsNumeric(read(reader)),
        3 => Condition::IsUncertainDate(read(reader)),
        4 => Condition::Locator(read(reader)),
        5 => Condition::Position(read(reader)),
        6 => Condition::Disambiguate(read(reader)),
        7 => Condition::Never,
        _ => {
            reader.invalid();
            Condition::Never
        }
    }
}, (self, writer) => match self {
    Condition::Type(word) => tagged(0, word, writer),
    Condition::Variable(word) => tagged(1, word, writer),
    Condition::IsNumeric(word) => tagged(2, word, writer),
    Condition::IsUncertainDate(word) => tagged(3, word, writer),
    Condition::Locator(word) => tagged(4, word, writer),
    Condition::Position(word) => tagged(5, word, writer),
    Condition::Disambiguate(word) => tagged(6, word, writer),
    Condition::Never => writer.byte(7),
});

#[cfg(feature = "compile")]
fn tagged<T: Codec>(tag: u8, value: &T, writer: &mut Writer) {
    writer.byte(tag);
    value.write(writer);
}
