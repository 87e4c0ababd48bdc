//! A compiled style as readable text, for checking the result of compilation.
//!
//! One line for each element, indented by its nesting, with the names of the specification; only values that differ from
//! the default are printed. Macros have numbers, because a compiled style does not contain their names.
//! `cargo xtask styles --dump NAME` prints this.

use super::{
    Area, BibliographyNode, Branch, CitationNode, Condition, DateNode, DatePart, LabelNode, NameNode,
    NameOptions, NamesNode, Node, Rendering, SortSource, Style, TextNode, TextSource,
};
use crate::csl::program::locale::{Locale, TermEntry};
use crate::prelude::*;
use crate::vocabulary::{Term, TermForm, Variable};

impl Style {
    /// The style as readable text.
    pub fn dump(&self) -> String {
        let mut dump = Dump { own_terms: &self.own_terms, ..Dump::default() };
        dump.style(self);
        dump.text
    }
}

impl Locale {
    /// The locale as readable text.
    pub fn dump(&self) -> String {
        let mut dump = Dump::default();
        dump.locale(self);
        dump.text
    }
}

/// A line: an element and its attributes.
struct Line(String);

impl Line {
    fn new(element: &str) -> Line {
        Line(element.to_owned())
    }

    /// An attribute whose value is one word, if it has one.
    fn word(mut self, name: &str, value: Option<&str>) -> Line {
        if let Some(value) = value {
            self.0.extend([" ", name, "=", value]);
        }
        self
    }

    /// An attribute whose value is text, in quotation marks so that blanks are visible.
    fn text(mut self, name: &str, value: Option<&str>) -> Line {
        if let Some(value) = value {
            self.0.extend([" ", name, "=“", value, "”"]);
        }
        self
    }

    /// An attribute whose value is text, if it is not empty.
    fn affix(self, name: &str, value: &str) -> Line {
        self.text(name, Some(value).filter(|value| !value.is_empty()))
    }

    /// Words without attribute names.
    fn list(mut self, words: &[String]) -> Line {
        words.iter().for_each(|word| self.0.extend([" ", word]));
        self
    }

    fn number(self, name: &str, value: Option<u32>) -> Line {
        self.word(name, value.map(|value| value.to_string()).as_deref())
    }

    fn flag(self, name: &str, value: bool) -> Line {
        self.word(name, value.then_some("true"))
    }

    fn boolean(self, name: &str, value: Option<bool>) -> Line {
        self.word(name, value.map(|value| if value { "true" } else { "false" }))
    }

    fn form(self, form: TermForm) -> Line {
        self.word("form", Some(form.word()).filter(|_| form != TermForm::Long))
    }

    fn rendering(self, rendering: &Rendering) -> Line {
        let format = &rendering.format;
        self.affix("prefix", &rendering.prefix)
            .affix("suffix", &rendering.suffix)
            .word("font-style", format.font_style.map(|it| it.word()))
            .word("font-variant", format.font_variant.map(|it| it.word()))
            .word("font-weight", format.font_weight.map(|it| it.word()))
            .word("text-decoration", format.text_decoration.map(|it| it.word()))
            .word("vertical-align", format.vertical_align.map(|it| it.word()))
            .word("text-case", rendering.text_case.map(|it| it.word()))
            .flag("quotes", rendering.quotes)
            .flag("strip-periods", rendering.strip_periods)
            .word("display", rendering.display.map(|it| it.word()))
    }

    fn name_options(self, options: &NameOptions) -> Line {
        self.word("and", options.and.map(|it| it.word()))
            .text("delimiter", options.delimiter.as_deref())
            .text("names-delimiter", options.names_delimiter.as_deref())
            .word("delimiter-precedes-et-al", options.delimiter_precedes_et_al.map(|it| it.word()))
            .word("delimiter-precedes-last", options.delimiter_precedes_last.map(|it| it.word()))
            .number("et-al-min", options.et_al_min)
            .number("et-al-use-first", options.et_al_use_first)
            .number("et-al-subsequent-min", options.et_al_subsequent_min)
            .number("et-al-subsequent-use-first", options.et_al_subsequent_use_first)
            .boolean("et-al-use-last", options.et_al_use_last)
            .word("form", options.form.map(|it| it.word()))
            .boolean("initialize", options.initialize)
            .text("initialize-with", options.initialize_with.as_deref())
            .word("name-as-sort-order", options.name_as_sort_order.map(|it| it.word()))
            .text("sort-separator", options.sort_separator.as_deref())
    }
}

/// The text so far, and the depth of the next line.
#[derive(Default)]
struct Dump<'a> {
    text: String,
    depth: usize,
    own_terms: &'a [String],
}

impl Dump<'_> {
    fn line(&mut self, line: Line) {
        (0..self.depth).for_each(|_| self.text.push_str("  "));
        self.text.extend([line.0.as_str(), "\n"]);
    }

    /// A line, and its content indented by one more step.
    fn nest(&mut self, line: Line, inside: impl FnOnce(&mut Self)) {
        self.line(line);
        self.depth += 1;
        inside(self);
        self.depth -= 1;
    }

    fn nodes(&mut self, nodes: &[Node]) {
        nodes.iter().for_each(|node| self.node(node));
    }

    fn term(&self, term: Term) -> String {
        let own = usize::from(term.0).checked_sub(usize::from(Term::KNOWN));
        match (term.word(), term.ordinal_number(), own.and_then(|own| self.own_terms.get(own))) {
            (Some(word), _, _) => word.to_owned(),
            (_, Some(number), _) => format!("ordinal-{number:02}"),
            (_, _, Some(own)) => own.clone(),
            _ => format!("#{}", term.0),
        }
    }

    fn style(&mut self, style: &Style) {
        let demote = style.demote_non_dropping_particle;
        let head = Line::new("style")
            .word("name", Some(&style.name))
            .text("title", Some(&style.title))
            .word("class", Some(style.class.word()))
            .affix("default-locale", &style.default_locale)
            .boolean("initialize-with-hyphen", style.no_initialize_with_hyphen.then_some(false))
            .word("page-range-format", style.page_range_format.map(|it| it.word()))
            .word("demote-non-dropping-particle", Some(demote.word()));
        self.line(head);
        for rule in super::HouseRule::ALL.iter().filter(|rule| style.house.contains(**rule)) {
            self.line(Line::new("house").word("rule", Some(rule.word())));
        }
        style.locales.iter().for_each(|locale| self.locale(locale));
        for (index, nodes) in style.macros.iter().enumerate() {
            self.nest(Line::new("macro").word("index", Some(&index.to_string())), |dump| dump.nodes(nodes));
        }
        self.citation(&style.citation);
        style.bibliography.iter().for_each(|bibliography| self.bibliography(bibliography));
    }

    fn citation(&mut self, citation: &CitationNode) {
        let head = Line::new("citation")
            .flag("disambiguate-add-names", citation.disambiguate_add_names)
            .flag("disambiguate-add-givenname", citation.disambiguate_add_givenname)
            .flag("disambiguate-add-year-suffix", citation.disambiguate_add_year_suffix)
            .word("givenname-disambiguation-rule", Some(citation.givenname_disambiguation_rule.word()))
            .word("collapse", citation.collapse.map(|it| it.word()))
            .text("cite-group-delimiter", citation.cite_group_delimiter.as_deref())
            .text("year-suffix-delimiter", citation.year_suffix_delimiter.as_deref())
            .text("after-collapse-delimiter", citation.after_collapse_delimiter.as_deref())
            .number("near-note-distance", citation.near_note_distance);
        self.nest(head, |dump| dump.area(&citation.area));
    }

    fn bibliography(&mut self, bibliography: &BibliographyNode) {
        let rule = bibliography.subsequent_author_substitute_rule;
        let head = Line::new("bibliography")
            .flag("hanging-indent", bibliography.hanging_indent)
            .word("second-field-align", bibliography.second_field_align.map(|it| it.word()))
            .number("line-spacing", bibliography.line_spacing)
            .number("entry-spacing", bibliography.entry_spacing)
            .text("subsequent-author-substitute", bibliography.subsequent_author_substitute.as_deref())
            .word("subsequent-author-substitute-rule", Some(rule.word()));
        self.nest(head, |dump| dump.area(&bibliography.area));
    }

    fn area(&mut self, area: &Area) {
        self.line(Line::new("name options").name_options(&area.names));
        for key in &area.sort {
            let line = match key.source {
                SortSource::Variable(variable) => Line::new("key").word("variable", Some(variable.word())),
                SortSource::Macro(index) => Line::new("key").number("macro", Some(index.into())),
            };
            self.line(line.word("sort", key.descending.then_some("descending")).name_options(&key.names));
        }
        let layout = Line::new("layout").affix("delimiter", &area.delimiter).rendering(&area.rendering);
        self.nest(layout, |dump| dump.nodes(&area.layout));
    }

    fn node(&mut self, node: &Node) {
        match node {
            Node::Text(text) => self.text(text),
            Node::Number(number) => {
                let line = Line::new("number").word("variable", Some(number.variable.word()));
                self.line(line.word("form", Some(number.form.word())).rendering(&number.rendering));
            }
            Node::Date(date) => self.date(date),
            Node::Names(names) => self.names(names),
            Node::Label(label) => self.label(label),
            Node::Group(group) => {
                let line =
                    Line::new("group").affix("delimiter", &group.delimiter).rendering(&group.rendering);
                self.nest(line, |dump| dump.nodes(&group.children));
            }
            Node::Choose(branches) => self.nest(Line::new("choose"), |dump| {
                branches.iter().enumerate().for_each(|(at, branch)| dump.branch(at, branch));
            }),
        }
    }

    fn text(&mut self, text: &TextNode) {
        let line = Line::new("text");
        let line = match &text.source {
            TextSource::Variable(variable, short) => {
                line.word("variable", Some(variable.word())).word("form", short.then_some("short"))
            }
            TextSource::Macro(index) => line.number("macro", Some((*index).into())),
            TextSource::Term(call) => {
                line.text("term", Some(&self.term(call.term))).form(call.form).flag("plural", call.plural)
            }
            TextSource::Value(value) => line.text("value", Some(value)),
        };
        self.line(line.rendering(&text.rendering));
    }

    fn date(&mut self, date: &DateNode) {
        let line = Line::new("date")
            .word("variable", Some(date.variable.word()))
            .word("form", date.form.map(|it| it.word()))
            .word("date-parts", date.form.map(|_| date.date_parts.word()))
            .affix("delimiter", &date.delimiter)
            .rendering(&date.rendering);
        self.nest(line, |dump| dump.date_parts(&date.parts));
    }

    fn date_parts(&mut self, parts: &[DatePart]) {
        for part in parts {
            let line = Line::new("date-part")
                .word("name", Some(part.name.word()))
                .word("form", part.form.map(|it| it.word()))
                .text("range-delimiter", part.range_delimiter.as_deref());
            self.line(line.rendering(&part.rendering));
        }
    }

    fn names(&mut self, names: &NamesNode) {
        let line = Line::new("names")
            .text("variable", Some(&words(&names.variables)))
            .text("delimiter", names.delimiter.as_deref())
            .rendering(&names.rendering);
        self.nest(line, |dump| {
            let label = names.label.as_ref();
            label.filter(|_| names.label_first).into_iter().for_each(|label| dump.label(label));
            names.name.iter().for_each(|name| dump.name(name));
            label.filter(|_| !names.label_first).into_iter().for_each(|label| dump.label(label));
            if let Some(et_al) = &names.et_al {
                let term = dump.term(et_al.term);
                dump.line(Line::new("et-al").text("term", Some(&term)).rendering(&et_al.rendering));
            }
            if !names.substitute.is_empty() {
                dump.nest(Line::new("substitute"), |dump| dump.nodes(&names.substitute));
            }
        });
    }

    fn name(&mut self, name: &NameNode) {
        self.nest(Line::new("name").name_options(&name.options).rendering(&name.rendering), |dump| {
            for (part, rendering) in [("family", &name.family), ("given", &name.given)] {
                if let Some(rendering) = rendering {
                    dump.line(Line::new("name-part").word("name", Some(part)).rendering(rendering));
                }
            }
        });
    }

    fn label(&mut self, label: &LabelNode) {
        let line = Line::new("label")
            .word("variable", label.variable.map(Variable::word))
            .form(label.form)
            .word("plural", Some(label.plural.word()));
        self.line(line.rendering(&label.rendering));
    }

    fn branch(&mut self, at: usize, branch: &Branch) {
        let line = if branch.conditions.is_empty() {
            Line::new("else")
        } else {
            let conditions: Vec<String> = branch.conditions.iter().map(condition).collect();
            let name = if at == 0 { "if" } else { "else-if" };
            Line::new(name).word("match", Some(branch.matching.word())).list(&conditions)
        };
        self.nest(line, |dump| dump.nodes(&branch.children));
    }

    fn locale(&mut self, locale: &Locale) {
        let line = Line::new("locale")
            .affix("lang", &locale.lang)
            .boolean("punctuation-in-quote", locale.punctuation_in_quote)
            .boolean("limit-day-ordinals-to-day-1", locale.limit_day_ordinals_to_day_1);
        self.nest(line, |dump| {
            for date in &locale.dates {
                let line = Line::new("date")
                    .word("form", Some(date.form.word()))
                    .affix("delimiter", &date.delimiter);
                dump.nest(line, |dump| dump.date_parts(&date.parts));
            }
            locale.terms.iter().for_each(|entry| dump.term_entry(entry));
        });
    }

    fn term_entry(&mut self, entry: &TermEntry) {
        let plural = entry.multiple.as_deref();
        let line = Line::new("term")
            .text("name", Some(&self.term(entry.term)))
            .form(entry.form)
            .word("gender", entry.gender.map(|it| it.word()))
            .word("gender-form", entry.gender_form.map(|it| it.word()))
            .word("match", entry.matching.map(|it| it.word()));
        self.line(line.text("single", Some(&entry.single)).text("multiple", plural));
    }
}

fn words(variables: &[Variable]) -> String {
    variables.iter().map(|variable| variable.word()).collect::<Vec<_>>().join(" ")
}

fn condition(condition: &Condition) -> String {
    let (test, word) = match condition {
        Condition::Type(it) => ("type", it.word()),
        Condition::Variable(it) => ("variable", it.word()),
        Condition::IsNumeric(it) => ("is-numeric", it.word()),
        Condition::IsUncertainDate(it) => ("is-uncertain-date", it.word()),
        Condition::Locator(it) => ("locator", it.word()),
        Condition::Position(it) => ("position", it.word()),
        Condition::Disambiguate(it) => ("disambiguate", if *it { "true" } else { "false" }),
        Condition::House => return "house".to_owned(),
        Condition::Never => return "never".to_owned(),
    };
    format!("{test}:{word}")
}
