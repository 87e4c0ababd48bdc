//! What an honest reference would not look like.

use crate::item::{Item, Warning};
use crate::prelude::*;
use crate::vocabulary::{ItemType, Variable};

/// Why a person should look at a record, beside what its reading left unsure.
pub(super) fn review(item: &Item) -> Vec<Warning> {
    let title = item.text(Variable::Title).unwrap_or("");
    let has = |variable: Variable| item.has(variable);
    let unbalanced = |open: char, close: char| title.matches(open).count() != title.matches(close).count();
    let needs_container = matches!(item.item_type, ItemType::Chapter | ItemType::PaperConference);
    let checks = [
        (title.is_empty(), "title", "No title was found."),
        (!has(Variable::Issued) && !has(Variable::Status), "issued", "No year was found."),
        (!has(Variable::Author) && !has(Variable::Editor), "author", "No author was found."),
        (
            title.len() > 400 || title.matches(['.', '?', '!']).count() > 3,
            "title",
            "The title is so long that other words may stand in it.",
        ),
        (
            unbalanced('(', ')') || unbalanced('[', ']') || unbalanced('“', '”'),
            "title",
            "A bracket or a quotation mark in the title has no other half.",
        ),
        (item.item_type == ItemType::Document, "type", "Nothing tells what kind of work it is."),
        (
            needs_container && !has(Variable::ContainerTitle),
            "container-title",
            "The title of the book around was not found.",
        ),
    ];
    let failed = checks.into_iter().filter(|check| check.0);
    failed.map(|(_, field, message)| Warning::new(field, message)).collect()
}
