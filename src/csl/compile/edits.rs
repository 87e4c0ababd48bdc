//! Edits of official styles: what a style file leaves out of its manual, in a notation of our own.
//!
//! Blank lines separate edits, and lines that begin with `#` are comments:
//!
//! ```text
//! # MLA Handbook 5.51: the volume of a work with an author.
//! macro container1-number
//! at <else-if variable="author"> <if match="any">
//! after <else> <text macro="label-volume-capitalized"/> </else>
//! ```
//!
//! The place is a path of start tags in a macro, each inside the one before it. A tag matches an element that has all its
//! attributes, and the path must match one element, else the style was changed and the edit is to be looked at again.
//! `before` and `after` add elements beside the place, or branches of `cs:choose` beside a branch; `replace` puts
//! elements in its place, or nothing. One branch that replaces an element does so only while its conditions hold.
//!
//! An edit is a branch that holds while the house rules are followed. The style's own elements stay in the other branch,
//! so that one compiled style renders both.

use super::context::fault;
use crate::error::Error;
use crate::prelude::*;
use core::ops::Range;
use roxmltree::{Document, Node};

/// The attribute of `cs:if` in an edited style that holds while the house rules are followed.
pub(super) const CONDITION: &str = "house";

/// One edit, as it is written.
#[derive(Default)]
struct Edit<'t> {
    /// The name of the macro.
    within: &'t str,
    /// The path of tags.
    at: &'t str,
    /// `before`, `after` or `replace`.
    verb: &'t str,
    /// The elements.
    xml: String,
}

/// A change of a text: a range, and what replaces it.
type Change = (Range<usize>, String);

/// The XML of a style with edits.
///
/// # Errors
/// When the XML or the notation is broken, or an edit does not have exactly one place.
pub(super) fn apply(xml: &str, lists: &[&str]) -> Result<String, Error> {
    if lists.is_empty() {
        return Ok(xml.to_owned());
    }
    let style = Document::parse(xml).map_err(|error| fault(format!("the XML is broken: {error}")))?;
    let mut changes = Vec::new();
    for edit in lists.iter().flat_map(|list| edits(list)) {
        let wrong = |reason| fault(format!("the edit of “{}” at {}: {reason}", edit.within, edit.at));
        changes.push(change(xml, &style, &edit).map_err(wrong)?);
    }
    changes.sort_by_key(|(range, _)| (range.start, range.end));
    let (mut out, mut done) = (String::with_capacity(xml.len() * 2), 0);
    for (range, text) in changes {
        let kept = xml.get(done..range.start).ok_or_else(|| fault("two edits overlap".to_owned()))?;
        out.extend([kept, &text]);
        done = range.end;
    }
    out.push_str(xml.get(done..).unwrap_or(""));
    Ok(out)
}

/// The edits of a list. A line that begins with no word of the notation belongs to the one before it.
fn edits(list: &str) -> Vec<Edit<'_>> {
    let mut out = Vec::new();
    let mut edit: Option<Edit<'_>> = None;
    for line in list.lines().filter(|line| !line.starts_with('#')) {
        let (word, rest) = line.split_once(' ').unwrap_or((line, ""));
        match word {
            "" if line.trim().is_empty() => out.extend(edit.take()),
            "macro" => edit.get_or_insert_default().within = rest.trim(),
            "at" => edit.get_or_insert_default().at = rest.trim(),
            "before" | "after" | "replace" => {
                let edit = edit.get_or_insert_default();
                edit.verb = word;
                edit.xml.push_str(rest);
            }
            _ => edit.get_or_insert_default().xml.extend([" ", line.trim()]),
        }
    }
    out.extend(edit);
    out
}

/// What an edit changes in the text of a style.
fn change(xml: &str, style: &Document<'_>, edit: &Edit<'_>) -> Result<Change, String> {
    let place = place(style, edit)?;
    let range = place.range();
    let new = ["<edit>", &edit.xml, "</edit>"].concat();
    let document = Document::parse(&new).map_err(|error| error.to_string())?;
    let elements = document.root_element().children().filter(Node::is_element);
    let branches = elements.clone().filter(is_branch).count();
    let text = match branches {
        0 => format!("<if {CONDITION}=\"true\">{}</if>", edit.xml),
        _ if branches < elements.clone().count() => return Err("branches beside elements".to_owned()),
        _ => elements.map(|branch| house_branch(&new, branch)).collect::<Result<String, String>>()?,
    };
    let beside_branch = is_branch(&place);
    match edit.verb {
        "replace" if !beside_branch && branches < 2 => {
            let old = xml.get(range.clone()).unwrap_or("");
            Ok((range, format!("<choose>{text}<else>{old}</else></choose>")))
        }
        "before" | "after" if beside_branch == (branches > 0) => {
            let at = if edit.verb == "before" { range.start } else { range.end };
            Ok((at..at, if beside_branch { text } else { format!("<choose>{text}</choose>") }))
        }
        _ => Err("“before” or “after” with branches beside branches, “replace” of an element".to_owned()),
    }
}

fn is_branch(node: &Node<'_, '_>) -> bool {
    matches!(node.tag_name().name(), "if" | "else-if" | "else")
}

/// A branch that holds only while the house rules are followed.
fn house_branch(text: &str, branch: Node<'_, '_>) -> Result<String, String> {
    if branch.attribute("match").is_some_and(|matching| matching != "all") {
        return Err("a branch of an edit matches all its conditions".to_owned());
    }
    let name = branch.tag_name().name();
    let rest = text.get(branch.range()).and_then(|text| text.get(1 + name.len()..)).unwrap_or("");
    // A branch without conditions has one now.
    let rest = rest.strip_suffix("</else>").map_or(rest.to_owned(), |inner| format!("{inner}</else-if>"));
    let name = if name == "else" { "else-if" } else { name };
    Ok(format!("<{name} {CONDITION}=\"true\"{rest}"))
}

/// The only element that the path of an edit leads to.
fn place<'d>(style: &'d Document<'d>, edit: &Edit<'_>) -> Result<Node<'d, 'd>, String> {
    let path = ["<path>", &edit.at.replace('>', "/>"), "</path>"].concat();
    let path = Document::parse(&path).map_err(|error| error.to_string())?;
    let is_macro = |node: &Node<'_, '_>| {
        node.tag_name().name() == "macro" && node.attribute("name") == Some(edit.within)
    };
    let mut found: Vec<Node<'d, 'd>> = style.root_element().children().filter(is_macro).collect();
    for tag in path.root_element().children().filter(Node::is_element) {
        let inside = found.iter().flat_map(|node| node.descendants().skip(1));
        found = inside.filter(|node| has_all(*node, tag)).collect();
    }
    match found.as_slice() {
        [one] => Ok(*one),
        places => Err(format!("it has {} places in the style, not one", places.len())),
    }
}

/// Whether an element has the name and all attributes of a tag.
fn has_all(node: Node<'_, '_>, tag: Node<'_, '_>) -> bool {
    node.tag_name().name() == tag.tag_name().name()
        && tag.attributes().all(|wanted| node.attribute(wanted.name()) == Some(wanted.value()))
}

#[cfg(test)]
mod tests {
    use super::*;

    const STYLE: &str = r#"<style><macro name="a"><choose><if type="book"><text variable="title"/></if></choose></macro>
        <macro name="b"><text variable="title"/><text variable="note"/></macro></style>"#;

    /// The part of the edited style that was changed.
    fn edited(edit: &str) -> Result<String, Error> {
        let edited = apply(STYLE, &[edit])?;
        let common =
            |one: &str, other: &str| one.bytes().zip(other.bytes()).take_while(|(a, b)| a == b).count();
        let start = common(STYLE, &edited);
        Ok(edited.get(start..).unwrap_or("").to_owned())
    }

    #[test]
    fn an_edit_is_a_branch_beside_what_the_style_has() {
        let new = edited("# why\nmacro b\nat <text variable=\"note\">\nreplace <text\n  variable=\"URL\"/>")
            .unwrap();
        let expected = r#"choose><if house="true"><text variable="URL"/></if><else><text variable="note"/></else></choose>"#;
        assert!(new.starts_with(expected), "{new}");
        let new = edited("macro b\nat <text variable=\"note\">\nreplace <if type=\"map\"/>").unwrap();
        assert!(
            new.starts_with(r#"choose><if house="true" type="map"/><else><text variable="note"/></else>"#),
            "{new}"
        );
        let new = edited("macro a\nat <if> <text>\nafter <text variable=\"URL\"/>").unwrap();
        assert!(
            new.starts_with(r#"choose><if house="true"><text variable="URL"/></if></choose></if>"#),
            "{new}"
        );
        let new = edited("macro a\nat <if type=\"book\">\nafter <else><text value=\"x\"/></else>").unwrap();
        assert!(new.starts_with(r#"else-if house="true"><text value="x"/></else-if></choose>"#), "{new}");
    }

    #[test]
    fn an_edit_without_one_place_is_an_error() {
        for (edit, reason) in [
            ("macro c\nat <text>\nreplace", "“c” at <text>: it has 0 places"),
            ("macro b\nat <text>\nreplace", "it has 2 places"),
            ("macro a\nat <if type=\"map\"> <text>\nreplace", "it has 0 places"),
            ("macro a\nat <if>\nreplace <text value=\"x\"/>", "beside branches"),
            ("macro a\nat <if>\nbefore <else-if match=\"any\" type=\"map chapter\"/>", "all its conditions"),
            ("macro b\nat <text variable=\"note\">\ninstead <text/>", "“before” or “after”"),
        ] {
            let error = edited(edit).expect_err(edit).to_string();
            assert!(error.contains(reason), "{edit}: {error}");
        }
        let twice = "macro b\nat <text variable=\"note\">\nreplace";
        let error = apply(STYLE, &[twice, twice]).expect_err("twice").to_string();
        assert!(error.contains("overlap"), "{error}");
    }
}
