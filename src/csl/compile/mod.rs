//! Style and locale XML to the compiled form; host only.
//!
//! The XML is read with `roxmltree` rather than a typed CSL reader such as `citationberg`: every fault and warning has a
//! line and column, unknown words are ignored (a style that uses one still formats everything else), and spellings of
//! CSL 1.0 and 1.0.1 are accepted.
//!
//! Unknown words are reported as [`StyleWarning`]s. Faults are errors without which the style has no meaning; all of them
//! are returned at once in one error.

mod about;
mod context;
mod display;
mod edits;
mod house;
mod locale;
mod macros;
mod names;
mod nodes;
mod style;

use crate::csl::program::Style;
use crate::csl::program::locale::Locale;
use crate::csl::program::wire::MAX_TEXT;
use crate::error::Error;
use crate::prelude::*;
pub use about::About;
use context::Context;
pub use context::{StyleWarning, StyleWarningKind};
use roxmltree::Document;

/// Compiles an independent style.
///
/// # Errors
/// One error with every fault found: XML that is not well-formed, no `cs:citation`, calls of macros that do not
/// exist, macros that call themselves, elements nested too deeply. A dependent style is an error too, and names its
/// parent; see [`parent_of`].
pub fn style(xml: &str) -> Result<(Style, Vec<StyleWarning>), Error> {
    let (style, warnings) = compile(xml, style::style)?;
    packed(Style::from_bytes(&style.to_bytes()).map(drop))?;
    Ok((style, warnings))
}

/// Compiles an independent style with the house rules and edits of its manual; a style without them is compiled as it is.
/// Positions in warnings are those of the edited style.
///
/// # Errors
/// As [`style`], and when the style has no longer the place of an edit.
pub fn house_style(xml: &str) -> Result<(Style, Vec<StyleWarning>), Error> {
    let house = house::of_style(about(xml).unwrap_or_default().name.as_str());
    let edited = edits::apply(xml, house.edits)?;
    let (mut style, warnings) = compile(&edited, style::edited)?;
    style.house = house::rules(house.rules)?;
    packed(Style::from_bytes(&style.to_bytes()).map(drop))?;
    Ok((style, warnings))
}

/// Compiles a locale file, or a `cs:locale` element standing alone.
///
/// # Errors
/// One error when the XML is not well-formed or its root is not `cs:locale`.
pub fn locale(xml: &str) -> Result<(Locale, Vec<StyleWarning>), Error> {
    let (locale, warnings) = compile(xml, locale::file)?;
    packed(Locale::from_bytes(&locale.to_bytes()).map(drop))?;
    Ok((locale, warnings))
}

/// Checks that what was compiled can be loaded: some limits of packs, mostly on lengths, apply to the style as a whole.
fn packed(read: Result<(), Error>) -> Result<(), Error> {
    read.map_err(|error| context::fault(format!("it is more than a pack may hold: {error}")))
}

/// The metadata of an independent or dependent style. `None` if the XML is not a style.
pub fn about(xml: &str) -> Option<About> {
    let document = Document::parse(xml).ok()?;
    let root = document.root_element();
    (root.tag_name().name() == "style").then(|| about::about(root))
}

/// The name of the parent of a dependent style: the last part of its `independent-parent` link. `None` for an independent
/// style, and if the XML is not a style.
pub fn parent_of(xml: &str) -> Option<String> {
    about(xml)?.parent
}

fn compile<T>(
    xml: &str,
    root: for<'d> fn(&mut Context<'d>, context::Element<'d>) -> T,
) -> Result<(T, Vec<StyleWarning>), Error> {
    let xml = &unescaped(xml);
    let document = match Document::parse(xml) {
        Ok(document) => document,
        Err(error) => {
            let (line, column) = (error.pos().row, error.pos().col);
            let message = format!("line {line}, column {column}: the XML is broken: {error}");
            return Err(context::fault(message));
        }
    };
    let mut context = Context::new(&document);
    too_long(&mut context, document.root_element());
    let compiled = root(&mut context, document.root_element());
    context.finish(compiled)
}

/// The XML with references to characters that were escaped twice (`&amp;#8211;`) escaped once: some twenty official styles
/// were written for processors that print their affixes as HTML.
fn unescaped(xml: &str) -> String {
    let mut out = String::with_capacity(xml.len());
    let mut parts = xml.split("&amp;");
    out.push_str(parts.next().unwrap_or(""));
    for part in parts {
        let name = part.split_once(';').map_or("", |(name, _)| name);
        let code = match name.strip_prefix("#x").or_else(|| name.strip_prefix("#X")) {
            Some(digits) => u32::from_str_radix(digits, 16).ok(),
            None => name.strip_prefix('#').and_then(|digits| digits.parse().ok()),
        };
        let printed = |c: char| !c.is_control() || c == '\t' || c == '\n';
        let is_reference = code.and_then(char::from_u32).is_some_and(printed) || ["lt", "gt"].contains(&name);
        out.push_str(if is_reference { "&" } else { "&amp;" });
        out.push_str(part);
    }
    out
}

/// Faults for attributes that are longer than a pack's texts may be.
fn too_long<'d>(context: &mut Context<'d>, root: context::Element<'d>) {
    for attribute in root.descendants().flat_map(|element| element.attributes()) {
        if attribute.value().len() >= MAX_TEXT {
            let (name, most) = (attribute.name(), MAX_TEXT - 1);
            let message = format!("“{name}” has more than {most} bytes: shorten it");
            context.fault(attribute.range().start, &message);
        }
    }
}
