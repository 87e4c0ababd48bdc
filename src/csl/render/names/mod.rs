//! `cs:names` (specification, "Names"): its variables, their labels, and `cs:substitute`.

mod initials;
mod list;
mod person;

use super::context::GroupState;
use super::renderer::{Renderer, push};
use crate::csl::content::{Content, Tag};
use crate::csl::program::{
    EtAlNode, LabelNode, NameAsSortOrder, NameForm, NameNode, NameOptions, NamesNode, Node, PLAIN, TextNode,
    TextSource,
};
use crate::item::Name;
use crate::prelude::*;
use crate::text;
use crate::vocabulary::{Term, TermForm, Variable};

/// A names element with its children, own or inherited, and its options with all inheritance resolved.
struct Resolved<'r> {
    name: Option<&'r NameNode>,
    et_al: Option<&'r EtAlNode>,
    label: Option<&'r LabelNode>,
    label_first: bool,
    options: NameOptions,
}

/// The names of one variable.
struct NameList<'a> {
    variable: Variable,
    names: &'a [Name],
    label: Option<Term>,
}

impl<'a> Renderer<'a> {
    pub(super) fn names(&mut self, node: &'a NamesNode, out: &mut Vec<Content>) -> GroupState {
        if !node.substitute.is_empty() && self.owner().is_some() {
            return GroupState::NEUTRAL;
        }
        if let Some(state) = self.given_names(node, out) {
            return state;
        }
        // A substitute has its own affixes and formatting, not those of the names element, as in the test suite.
        let (substituted, state) = self.substitute(node);
        if substituted.is_empty() && self.counts_none(node) {
            out.extend(Content::text("0"));
            return GroupState::variable(true);
        }
        let tag = node.variables.first().map_or(Tag::None, |variable| Tag::Names(*variable));
        let printed = push(out, substituted, &PLAIN, "", tag);
        // A term or value in place of names is not a non-empty variable: a group with nothing else is suppressed.
        GroupState::variable(printed && state.filled)
    }

    /// Renders the names that the record has for the element; `None` if nothing is printed.
    fn given_names(&mut self, node: &'a NamesNode, out: &mut Vec<Content>) -> Option<GroupState> {
        let source = self.source(node);
        let mut lists = self.name_lists(node);
        if lists.is_empty() {
            return None;
        }
        let resolved = self.resolve(source);
        let delimiter =
            source.delimiter.as_deref().or(resolved.options.names_delimiter.as_deref()).unwrap_or("");
        if resolved.options.form == Some(NameForm::Count) {
            return Some(self.count(&resolved.options, node, &lists, out));
        }
        self.join_editors(node, &resolved, &mut lists);
        let mut printed: Vec<Content> = Vec::new();
        for list in &lists {
            self.charge(list.names.len());
            let names = self.labelled(&resolved, list);
            if names.is_some() {
                self.printed(list.variable);
            }
            printed.extend(names);
        }
        push(out, printed, &source.rendering, delimiter, Tag::None).then(|| GroupState::variable(true))
    }

    /// Whether a sort key counts the names of the element and there are none, not even a substitute.
    fn counts_none(&self, node: &'a NamesNode) -> bool {
        self.sort_names().is_some()
            && self.substituting.is_none()
            && self.resolve(self.source(node)).options.form == Some(NameForm::Count)
    }

    /// The element whose children and formatting apply: in `cs:substitute`, a names element without children inherits those
    /// of the names element around it (specification, "Substitute").
    fn source(&self, node: &'a NamesNode) -> &'a NamesNode {
        let bare = node.name.is_none() && node.et_al.is_none() && node.label.is_none();
        if bare { self.inherited_names.unwrap_or(node) } else { node }
    }

    fn resolve(&self, source: &'a NamesNode) -> Resolved<'a> {
        let name = source.name.as_ref();
        let inherited = &self.context.area.names;
        let mut options = inherited.overlaid(name.map_or(inherited, |name| &name.options));
        if let Some(key) = self.sort_names() {
            options = options.overlaid(key);
            options.name_as_sort_order = Some(NameAsSortOrder::All);
        }
        // Sort keys contain no labels.
        let label = source.label.as_ref().filter(|_| self.sort_names().is_none());
        let et_al = source.et_al.as_ref();
        Resolved { name, et_al, label, label_first: source.label_first, options }
    }

    /// The variables that have names.
    fn name_lists(&self, node: &NamesNode) -> Vec<NameList<'a>> {
        let item = self.item;
        let mut lists = Vec::new();
        for variable in node.variables.iter().copied().filter(|variable| self.available(*variable)) {
            let names = item.names(variable);
            if !names.is_empty() {
                lists.push(NameList { variable, names, label: Term::of_variable(variable) });
            }
        }
        lists
    }

    /// Prints editors who are also the translators once (specification, "Names"). The test suite does so only if the element
    /// has a label.
    fn join_editors(&self, node: &NamesNode, resolved: &Resolved<'_>, lists: &mut Vec<NameList<'a>>) {
        let pair = matches!(
            node.variables.as_slice(),
            [Variable::Editor, Variable::Translator] | [Variable::Translator, Variable::Editor]
        );
        if let [first, second] = lists.as_mut_slice()
            && pair
            && resolved.label.is_some()
            && first.names == second.names
            && let Some(term) = self.editor_translator()
        {
            first.label = Some(term);
            lists.pop();
        }
    }

    /// The term for an editor and translator, in the old spelling or the new, if the locale has it and it is not empty.
    fn editor_translator(&self) -> Option<Term> {
        let lang = self.context.lang;
        for term in [Term::Editortranslator, Term::EditorTranslator] {
            if let Some(text) = lang.term(term, TermForm::Long, false) {
                return (!text.is_empty()).then_some(term);
            }
        }
        None
    }

    /// The names of one variable with their label.
    fn labelled(&mut self, resolved: &Resolved<'_>, list: &NameList<'a>) -> Option<Content> {
        let names = self.name_list(resolved, list)?;
        let label = self.names_label(resolved, list);
        let Some(label) = label else { return Some(names) };
        let children = if resolved.label_first { vec![label, names] } else { vec![names, label] };
        Some(Content::span(Tag::None, children))
    }

    fn names_label(&self, resolved: &Resolved<'_>, list: &NameList<'_>) -> Option<Content> {
        let label = resolved.label?;
        let text = self.label_text(list.label?, label.form, label.plural, list.names.len() > 1);
        let mut children = Content::list(text);
        self.apply_term_options(&mut children, &label.rendering);
        let mut out = Vec::new();
        push(&mut out, children, &label.rendering, "", Tag::Label);
        out.pop()
    }

    /// The names of one variable for a sort key, whatever names elements the area has.
    #[cfg(feature = "full")]
    pub(in crate::csl::render) fn sort_list(&mut self, variable: Variable) -> Option<Content> {
        let options = self.context.area.names.overlaid(self.sort_names()?);
        let options = NameOptions {
            name_as_sort_order: Some(NameAsSortOrder::All),
            form: Some(NameForm::Long),
            and: None,
            ..options
        };
        let resolved = Resolved { label: None, et_al: None, label_first: false, name: None, options };
        let list = NameList { variable, names: self.item.names(variable), label: None };
        if list.names.is_empty() { None } else { self.name_list(&resolved, &list) }
    }

    /// Renders `form="count"`: how many names would be printed, for sorting.
    fn count(
        &self,
        options: &NameOptions,
        node: &NamesNode,
        lists: &[NameList<'_>],
        out: &mut Vec<Content>,
    ) -> GroupState {
        let shown = |list: &NameList<'_>| self.shown_names(options, list.names.len()).shown;
        let total: usize = lists.iter().map(shown).sum();
        let text = Content::list(&text::usize_to_decimal(total));
        GroupState::variable(push(out, text, &node.rendering, "", Tag::None))
    }

    /// Renders the first child of `cs:substitute` that prints something. The variables it printed count as empty for the rest
    /// of the entry.
    fn substitute(&mut self, node: &'a NamesNode) -> (Vec<Content>, GroupState) {
        let outer_names = self.inherited_names.replace(node);
        let outer_list = self.substituting.replace(Vec::new());
        let mut out = Vec::new();
        let state = self.first_of(&node.substitute, &mut out);
        self.inherited_names = outer_names;
        let printed = core::mem::replace(&mut self.substituting, outer_list).unwrap_or_default();
        if let Some(outer) = &mut self.substituting {
            outer.extend(printed.iter().copied());
        }
        self.substituted.extend(printed);
        (out, state)
    }

    /// Whether a node is a term that is empty in the locale. As in the test suite, a substitution ends with such a term.
    fn is_blank_term(&self, node: &Node) -> bool {
        let Node::Text(TextNode { source: TextSource::Term(call), .. }) = node else { return false };
        self.context.lang.term(call.term, call.form, call.plural) == Some("")
    }

    /// Renders the first element that prints something; those inside `cs:choose` are tried one by one too.
    fn first_of(&mut self, candidates: &'a [Node], out: &mut Vec<Content>) -> GroupState {
        for candidate in candidates {
            let before = self.names_printed;
            let state = match candidate {
                Node::Choose(branches) => self.first_of(self.chosen(branches), out),
                _ => self.node(candidate, out),
            };
            Content::retain_printed(out);
            if !out.is_empty() || self.is_blank_term(candidate) {
                return state;
            }
            self.names_printed = before;
            self.substituting = Some(Vec::new());
        }
        GroupState::NEUTRAL
    }
}
