//! `cs:names` (specification, "Names"): which variables, their labels, and what is printed instead of none.

mod initials;
mod list;
mod person;

use super::context::GroupState;
use super::renderer::{Renderer, push};
use crate::csl::content::{Content, Span, Tag};
use crate::csl::program::{
    EtAlNode, LabelNode, NameForm, NameNode, NameOptions, NamesNode, Node, Rendering, TextNode, TextSource,
};
use crate::item::Name;
use crate::prelude::*;
use crate::text;
use crate::vocabulary::{Term, TermForm, Variable};

/// A names element with its children, own or inherited, and its options, all inheritance resolved.
struct Resolved<'r> {
    name: Option<&'r NameNode>,
    et_al: Option<&'r EtAlNode>,
    label: Option<&'r LabelNode>,
    label_first: bool,
    options: NameOptions,
}

/// What one variable contributes.
struct NameList<'a> {
    variable: Variable,
    names: &'a [Name],
    label: Option<Term>,
}

impl<'a> Renderer<'a> {
    pub(super) fn names(&mut self, node: &'a NamesNode, out: &mut Vec<Content>) -> GroupState {
        if let Some(state) = self.given_names(node, out) {
            return state;
        }
        // What stands in for names has its own affixes and formatting, as the test suite has it.
        let (substituted, state) = self.substitute(node);
        if substituted.is_empty() && self.counts_none(node) {
            out.extend(Content::text("0"));
            return GroupState::variable(true);
        }
        let stand_in = node.variables.first().map_or(Tag::None, |variable| Tag::Names(*variable));
        let printed = push(out, substituted, &Rendering::default(), "", stand_in);
        // A term or a value in the place of names fills no variable: a group with nothing else goes.
        GroupState::variable(printed && state.filled)
    }

    /// The names that the record has for the element; `None` where nothing is printed of any.
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

    /// Whether a sort key counts names here, and there are none, not even in place of others.
    fn counts_none(&self, node: &'a NamesNode) -> bool {
        self.sort_names().is_some()
            && self.substituting.is_none()
            && self.resolve(self.source(node)).options.form == Some(NameForm::Count)
    }

    /// In `cs:substitute`, a names element without children takes those of the names element around it, and what
    /// that has beside (specification, "Substitute").
    fn source(&self, node: &'a NamesNode) -> &'a NamesNode {
        let bare = node.name.is_none() && node.et_al.is_none() && node.label.is_none();
        if bare { self.inherited_names.unwrap_or(node) } else { node }
    }

    fn resolve(&self, source: &'a NamesNode) -> Resolved<'a> {
        let name = source.name.as_ref();
        let inherited = &self.context.area.names;
        let mut options = name.map_or_else(|| inherited.clone(), |name| inherited.overlaid(&name.options));
        if let Some(key) = self.sort_names() {
            options = options.overlaid(key);
            options.name_as_sort_order = Some(crate::csl::program::NameAsSortOrder::All);
        }
        // Labels do not count in sorting.
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

    /// Editors who are the translators too are one list (specification, "Names"); the test suite wants a label for that.
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

    /// The term for an editor and translator, in the old spelling or the new, if the locale has it and does not blank
    /// it out.
    fn editor_translator(&self) -> Option<Term> {
        let lang = self.context.lang;
        for term in [Term::Editortranslator, Term::EditorTranslator] {
            if let Some(text) = lang.term(term, TermForm::Long, false) {
                return (!text.is_empty()).then_some(term);
            }
        }
        None
    }

    /// One variable's names with their label.
    fn labelled(&mut self, resolved: &Resolved<'_>, list: &NameList<'a>) -> Option<Content> {
        let names = self.name_list(resolved, list)?;
        let label = self.names_label(resolved, list);
        let Some(label) = label else { return Some(names) };
        let children = if resolved.label_first { vec![label, names] } else { vec![names, label] };
        Some(Content::from(Span { children, ..Span::default() }))
    }

    fn names_label(&self, resolved: &Resolved<'_>, list: &NameList<'_>) -> Option<Content> {
        let label = resolved.label?;
        let text = self.label_text(list.label?, label.form, label.plural, list.names.len() > 1);
        let mut children: Vec<Content> = Content::text(text).into_iter().collect_vec();
        self.apply_term_options(&mut children, &label.rendering);
        let mut out = Vec::new();
        push(&mut out, children, &label.rendering, "", Tag::Label);
        out.pop()
    }

    /// One variable's names as a sort key has them: a names element of its own, however the area formats names.
    #[cfg(feature = "full")]
    pub(in crate::csl::render) fn sort_list(&mut self, variable: Variable) -> Option<Content> {
        let options = self.context.area.names.overlaid(self.sort_names()?);
        let options = NameOptions {
            name_as_sort_order: Some(crate::csl::program::NameAsSortOrder::All),
            form: Some(NameForm::Long),
            and: None,
            ..options
        };
        let resolved = Resolved { label: None, et_al: None, label_first: false, name: None, options };
        let list = NameList { variable, names: self.item.names(variable), label: None };
        if list.names.is_empty() { None } else { self.name_list(&resolved, &list) }
    }

    /// `form="count"`: how many names would be printed, for sorting.
    fn count(
        &self,
        options: &NameOptions,
        node: &NamesNode,
        lists: &[NameList<'_>],
        out: &mut Vec<Content>,
    ) -> GroupState {
        let shown = |list: &NameList<'_>| self.cut(options, list.names.len()).shown;
        let total: usize = lists.iter().map(shown).sum();
        let text = Content::text(text::usize_to_decimal(total)).into_iter().collect_vec();
        GroupState::variable(push(out, text, &node.rendering, "", Tag::None))
    }

    /// The first child of `cs:substitute` that prints something. What it printed is empty for the rest of the entry.
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

    /// Whether a node is a term that the locale has and leaves empty. Printing nothing is what it asks for, so the test
    /// suite lets a substitution end there.
    fn is_blank_term(&self, node: &Node) -> bool {
        let Node::Text(TextNode { source: TextSource::Term(call), .. }) = node else { return false };
        self.context.lang.term(call.term, call.form, call.plural) == Some("")
    }

    /// The first element that prints something; those inside `cs:choose` are tried one by one too.
    fn first_of(&mut self, candidates: &'a [Node], out: &mut Vec<Content>) -> GroupState {
        for candidate in candidates {
            let before = self.names_printed;
            let state = match candidate {
                Node::Choose(branches) => self.first_of(self.chosen(branches), out),
                _ => self.node(candidate, out),
            };
            out.retain(|content| !content.is_empty());
            if !out.is_empty() || self.is_blank_term(candidate) {
                return state;
            }
            self.names_printed = before;
            self.substituting = Some(Vec::new());
        }
        GroupState::NEUTRAL
    }
}
