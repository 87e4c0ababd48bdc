//! `cs:locale`: terms, date forms and options, in a locale file or in a style.

use super::context::{Context, Element, StyleWarningKind, hint, word};
use crate::csl::program::DateForm;
use crate::csl::program::locale::{Locale, LocaleDate, OrdinalMatch, TermEntry};
use crate::prelude::*;
use crate::vocabulary::{Gender, Term, TermForm};

/// The root of a locale file. Terms that are not in the specification are left out: they have no numbers by which styles
/// could call them.
pub(super) fn file<'d>(context: &mut Context<'d>, root: Element<'d>) -> Locale {
    if root.tag_name().name() != "locale" {
        let message = format!("the root is <{}>, wanted is <locale>", root.tag_name().name());
        context.fault(root.range().start, &message);
        return Locale::default();
    }
    let mut compiled = locale(context, root);
    compiled.terms.retain(|entry| entry.term.0 < Term::KNOWN);
    compiled
}

pub(super) fn locale<'d>(context: &mut Context<'d>, element: Element<'d>) -> Locale {
    let lang = element.attributes().find(|attribute| attribute.name() == "lang");
    let mut locale = Locale { lang: lang.map_or("", |lang| lang.value()).to_owned(), ..Locale::default() };
    for child in element.children().filter(Element::is_element) {
        match child.tag_name().name() {
            "info" => {}
            "style-options" => options(context, child, &mut locale),
            "date" => locale.dates.extend(date(context, child)),
            "terms" => terms(context, child, &mut locale.terms),
            _ => context.unknown_element(child),
        }
    }
    default_ordinal(&mut locale.terms);
    locale.terms = sorted(core::mem::take(&mut locale.terms));
    locale
}

/// CSL 1.0 had four ordinal terms, of which the fourth applied to numbers from four on and to eleven to thirteen. It has
/// that meaning in a locale that defines it without the newer term `ordinal`.
fn default_ordinal(terms: &mut Vec<TermEntry>) {
    let fourth = terms.iter().find(|entry| entry.term == Term::ordinal(4) && entry.matching.is_none());
    let modern = terms.iter().any(|entry| entry.term == Term::Ordinal);
    let Some(fourth) = fourth.filter(|_| !modern).cloned() else { return };
    for term in [Term::Ordinal, Term::ordinal(11), Term::ordinal(12), Term::ordinal(13)] {
        if !terms.iter().any(|entry| entry.term == term) {
            terms.push(TermEntry { term, ..fourth.clone() });
        }
    }
}

/// Curls the apostrophes inside words (`l'adresse`), as those of items are.
fn curled(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    let mut before = ' ';
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        let inside = before.is_letter() && rest.peek().is_some_and(|next| next.is_letter());
        out.push(if c == '\'' && inside { '’' } else { c });
        before = c;
    }
    out
}

/// The entries sorted by term, form and gender form; of several with equal ones, the last.
fn sorted(mut terms: Vec<TermEntry>) -> Vec<TermEntry> {
    terms.reverse();
    terms.sort_by_key(|entry| (entry.term, entry.form, entry.gender_form));
    terms.dedup_by_key(|entry| (entry.term, entry.form, entry.gender_form));
    terms
}

fn options<'d>(context: &mut Context<'d>, element: Element<'d>, locale: &mut Locale) {
    for attribute in element.attributes() {
        match attribute.name() {
            "punctuation-in-quote" => locale.punctuation_in_quote = context.boolean(attribute),
            "limit-day-ordinals-to-day-1" => locale.limit_day_ordinals_to_day_1 = context.boolean(attribute),
            _ => context.unknown_attribute(element, attribute),
        }
    }
}

fn date<'d>(context: &mut Context<'d>, element: Element<'d>) -> Option<LocaleDate> {
    let (mut form, mut delimiter) = (None, String::new());
    for attribute in element.attributes() {
        match attribute.name() {
            "form" => form = word!(context, attribute, DateForm),
            "delimiter" => delimiter = attribute.value().to_owned(),
            _ => context.unknown_attribute(element, attribute),
        }
    }
    if element.attribute("form").is_none() {
        context.missing(element, "“form”");
    }
    let parts = context.date_parts(element);
    Some(LocaleDate { form: form?, delimiter, parts })
}

fn terms<'d>(context: &mut Context<'d>, element: Element<'d>, terms: &mut Vec<TermEntry>) {
    for child in element.children().filter(Element::is_element) {
        match child.tag_name().name() {
            "term" => terms.extend(term(context, child)),
            _ => context.unknown_element(child),
        }
    }
}

fn term<'d>(context: &mut Context<'d>, element: Element<'d>) -> Option<TermEntry> {
    let Some(name) = element.attribute_node("name") else {
        context.missing(element, "“name”");
        return None;
    };
    let (single, multiple) = texts(context, element);
    let (gender, gender_form, matching) = (None, None, None);
    let term = context.term(name);
    let mut entry = TermEntry { term, form: TermForm::Long, gender_form, gender, matching, single, multiple };
    for attribute in element.attributes() {
        match attribute.name() {
            "name" => {}
            "form" => entry.form = word!(context, attribute, TermForm)?,
            "gender" => entry.gender = word!(context, attribute, Gender),
            "gender-form" => entry.gender_form = word!(context, attribute, Gender),
            "match" => entry.matching = word!(context, attribute, OrdinalMatch),
            _ => context.unknown_attribute(element, attribute),
        }
    }
    Some(entry)
}

/// The text of a term. A line break counts as a blank, and blanks alone are no text.
fn text_of(element: Element<'_>) -> String {
    let text = element.text().unwrap_or("");
    if text.trim_matches([' ', '\n', '\t']).is_empty() {
        String::new()
    } else {
        curled(&text.replace('\n', " "))
    }
}

/// `cs:single`, or the term's own text, and `cs:multiple` if it differs.
fn texts<'d>(context: &mut Context<'d>, element: Element<'d>) -> (String, Option<String>) {
    let (mut single, mut multiple) = (None, None);
    for child in element.children().filter(Element::is_element) {
        let text = Some(text_of(child));
        match child.tag_name().name() {
            "single" => single = text,
            "multiple" => multiple = text,
            name => {
                let hint = hint(name, &["single", "multiple"]);
                let message = format!("<{name}> is no part of a term; it is passed over{hint}");
                context.warn(child.range().start, StyleWarningKind::Element, message);
            }
        }
    }
    let single = single.or_else(|| multiple.clone()).unwrap_or_else(|| text_of(element));
    let multiple = multiple.filter(|multiple| *multiple != single);
    (single, multiple)
}
