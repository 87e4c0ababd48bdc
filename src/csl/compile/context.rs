//! The state of the compiler: warnings, faults, and the reading of attribute values.

use crate::csl::program::wire::MAX_CALL_DEPTH;
use crate::error::{Error, Kind};
use crate::prelude::*;
use crate::vocabulary::{Term, Variable, vocabulary};
use alloc::collections::BTreeMap;
use roxmltree::Document;

/// An XML element of the style or locale.
pub(super) type Element<'d> = roxmltree::Node<'d, 'd>;
/// One of its attributes.
pub(super) type Attribute<'d> = roxmltree::Attribute<'d, 'd>;

/// Something in a style or locale that the compiler ignored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StyleWarning {
    /// Line, from 1.
    pub line: u32,
    /// Column in characters, from 1.
    pub column: u32,
    /// Its kind.
    pub kind: StyleWarningKind,
    /// What was found, what was expected, and how the compiler treats it.
    pub message: String,
}

vocabulary! {
    /// The kind of a [`StyleWarning`].
    StyleWarningKind {
        Element = "unknown-element", Attribute = "unknown-attribute", Value = "unknown-value",
        Missing = "missing-attribute", Variable = "unknown-variable", VariableKind = "variable-of-another-kind",
        Term = "unknown-term", Type = "unknown-item-type", Repeated = "repeated-element",
        Unused = "macro-never-called",
    }
}

impl core::fmt::Display for StyleWarning {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "line {}, column {}: {}", self.line, self.column, self.message)
    }
}

/// The state of one compilation.
pub(super) struct Context<'d> {
    document: &'d Document<'d>,
    warnings: Vec<StyleWarning>,
    /// Faults with their byte offsets.
    faults: Vec<(usize, String)>,
    /// Macro names and their indices in the compiled style.
    pub(super) macros: BTreeMap<&'d str, u16>,
    /// The style's own terms, numbered from [`Term::KNOWN`].
    pub(super) own_terms: Vec<String>,
    /// Whether the style has edits, and so the condition that marks them.
    pub(super) edited: bool,
    /// How many rendering elements surround the current one.
    pub(super) depth: usize,
    /// The deepest nesting in the current macro or layout, including calls.
    pub(super) deepest: usize,
    /// The same of every macro compiled so far.
    macro_depths: Vec<usize>,
}

impl<'d> Context<'d> {
    pub(super) fn new(document: &'d Document<'d>) -> Context<'d> {
        Context {
            document,
            warnings: Vec::new(),
            faults: Vec::new(),
            macros: BTreeMap::new(),
            own_terms: Vec::new(),
            edited: false,
            depth: 0,
            deepest: 0,
            macro_depths: Vec::new(),
        }
    }

    /// The index of the macro that an attribute calls; `None` if there is none, which is a fault already.
    pub(super) fn call(&mut self, attribute: Attribute<'d>) -> Option<u16> {
        let index = self.macros.get(attribute.value()).copied()?;
        let below = self.macro_depths.get(usize::from(index)).copied().unwrap_or(0);
        if self.depth + below > MAX_CALL_DEPTH {
            let message = format!(
                "elements in macros called from here are nested more than {MAX_CALL_DEPTH} deep: flatten them"
            );
            self.fault(attribute.range().start, &message);
        }
        self.deepest = self.deepest.max(self.depth + below);
        Some(index)
    }

    /// Ends the current macro.
    pub(super) fn end_macro(&mut self) {
        self.macro_depths.push(core::mem::take(&mut self.deepest));
    }

    /// The result, or all faults in the order of the text.
    pub(super) fn finish<T>(mut self, compiled: T) -> Result<(T, Vec<StyleWarning>), Error> {
        self.warnings.sort_by_key(|warning| (warning.line, warning.column));
        self.faults.sort();
        self.faults.dedup();
        if self.faults.is_empty() {
            return Ok((compiled, self.warnings));
        }
        Err(Kind::Style { faults: self.faults.into_iter().map(|(_, message)| message).collect() }.into())
    }

    /// Reports something that is ignored. `at` is a byte offset in the XML.
    pub(super) fn warn(&mut self, at: usize, kind: StyleWarningKind, message: String) {
        let position = self.document.text_pos_at(at);
        self.warnings.push(StyleWarning { line: position.row, column: position.col, kind, message });
    }

    /// Reports something without which the style has no meaning. `at` is a byte offset in the XML.
    pub(super) fn fault(&mut self, at: usize, message: &str) {
        let position = self.document.text_pos_at(at);
        self.faults.push((at, format!("line {}, column {}: {message}", position.row, position.col)));
    }

    pub(super) fn unknown_element(&mut self, element: Element<'d>) {
        let parent = element.parent_element().map_or("", |parent| parent.tag_name().name());
        let name = element.tag_name().name();
        let message = format!("<{name}> is no CSL 1.0.2 element of <{parent}>; it is passed over");
        self.warn(element.range().start, StyleWarningKind::Element, message);
    }

    pub(super) fn unknown_attribute(&mut self, element: Element<'d>, attribute: Attribute<'d>) {
        if attribute.namespace().is_some() {
            return; // `xml:lang`, `xml:space` and the attributes of other tools are not part of CSL.
        }
        let (name, element) = (attribute.name(), element.tag_name().name());
        let message = format!("“{name}” is no CSL 1.0.2 attribute of <{element}>; it is passed over");
        self.warn(attribute.range().start, StyleWarningKind::Attribute, message);
    }

    pub(super) fn missing(&mut self, element: Element<'d>, wanted: &str) {
        let message = format!("<{}> states no {wanted}; it is passed over", element.tag_name().name());
        self.warn(element.range().start, StyleWarningKind::Missing, message);
    }

    /// The value of an attribute that takes one word of a list; see [`word!`](super::context::word).
    pub(super) fn word<T>(
        &mut self,
        attribute: Attribute<'d>,
        from_word: fn(&str) -> Option<T>,
        words: &[&str],
    ) -> Option<T> {
        let value = attribute.value().trim();
        let known = from_word(value);
        if known.is_none() {
            self.unknown_value(attribute, value, words);
        }
        known
    }

    pub(super) fn unknown_value(&mut self, attribute: Attribute<'d>, value: &str, words: &[&str]) {
        let (name, hint) = (attribute.name(), hint(value, words));
        let message = format!("“{value}” is no value of “{name}”; it is passed over{hint}");
        self.warn(attribute.range().start, StyleWarningKind::Value, message);
    }

    /// A `true` or `false`.
    pub(super) fn boolean(&mut self, attribute: Attribute<'d>) -> Option<bool> {
        self.word(attribute, |word| word.parse().ok(), &["true", "false"])
    }

    /// A whole number from 0.
    pub(super) fn number(&mut self, attribute: Attribute<'d>) -> Option<u32> {
        self.word(attribute, |word| word.parse().ok(), &["a whole number such as 3"])
    }

    /// One variable; spellings of earlier CSL and of CSL-JSON are accepted.
    pub(super) fn variable(&mut self, attribute: Attribute<'d>, word: &str) -> Option<Variable> {
        let current = match word {
            "journalAbbreviation" => "container-title-short",
            "shortTitle" => "title-short",
            "editortranslator" => "editor-translator",
            other => other,
        };
        let known = Variable::from_word(current);
        if known.is_none() {
            let hint = hint(word, Variable::WORDS);
            let message = format!("there is no variable “{word}”; it counts as empty{hint}");
            self.warn(attribute.range().start, StyleWarningKind::Variable, message);
        }
        known
    }

    /// A term; one that is not in the specification becomes the style's own.
    pub(super) fn term(&mut self, attribute: Attribute<'d>) -> Term {
        let word = attribute.value().trim();
        if let Some(term) = Term::from_word(word) {
            return term;
        }
        let at = self.own_terms.iter().position(|own| own == word).unwrap_or_else(|| {
            let hint = hint(word, Term::WORDS);
            let message = format!("CSL has no term “{word}”; it is the style's own{hint}");
            self.warn(attribute.range().start, StyleWarningKind::Term, message);
            self.own_terms.push(word.to_owned());
            self.own_terms.len() - 1
        });
        Term(u16::try_from(at).unwrap_or(u16::MAX).saturating_add(Term::KNOWN))
    }
}

/// An error with one fault.
pub(super) fn fault(message: String) -> Error {
    Kind::Style { faults: vec![message] }.into()
}

/// The value of an attribute as a word of a vocabulary, with a warning if it is not one.
macro_rules! word {
    ($context:expr, $attribute:expr, $vocabulary:ty) => {
        $context.word($attribute, <$vocabulary>::from_word, <$vocabulary>::WORDS)
    };
}
pub(super) use word;

/// A hint for the author: the nearest word, or all words if they are few.
pub(super) fn hint(word: &str, words: &[&str]) -> String {
    let near = |known: &&&str| strsim::damerau_levenshtein(word, known);
    match words.iter().min_by_key(near) {
        Some(known) if near(&known) <= 2 && near(&known) < word.len() => {
            format!(" (did you mean “{known}”?)")
        }
        _ if words.len() <= 8 => format!(" (wanted: {})", words.join(", ")),
        _ => String::new(),
    }
}
