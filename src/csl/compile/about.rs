//! The metadata of a style, for lists of styles. A pack contains only name and title.

use super::context::Element;
use super::style;
use crate::prelude::*;

/// The metadata of an independent or dependent style.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct About {
    /// The last part of `cs:id`.
    pub name: String,
    /// `cs:title`.
    pub title: String,
    /// The name of the parent of a dependent style.
    pub parent: Option<String>,
    /// `default-locale`; empty if the style states none. That of a dependent style may differ from its parent's.
    pub default_locale: String,
    /// The `field`s of `cs:category`: `law`, `medicine`.
    pub fields: Vec<String>,
    /// The `citation-format` of `cs:category`: `author-date`, `numeric`; empty if the style states none.
    pub format: String,
}

pub(super) fn about(root: Element<'_>) -> About {
    let mut about = About {
        parent: style::parent(root).map(str::to_owned),
        default_locale: root.attribute("default-locale").unwrap_or("").trim().to_owned(),
        ..About::default()
    };
    for info in root.children().filter(|child| child.tag_name().name() == "info") {
        for child in info.children() {
            let text = child.text().unwrap_or("").trim();
            match child.tag_name().name() {
                "id" => about.name = style::last_part(text).to_owned(),
                "title" => about.title = text.to_owned(),
                "category" => {
                    about.fields.extend(child.attribute("field").map(str::to_owned));
                    about.format.push_str(child.attribute("citation-format").unwrap_or(""));
                }
                _ => {}
            }
        }
    }
    about
}
