//! Official styles and locales as XML, from a checkout of their repositories.

use std::env;
use std::path::PathBuf;

use crate::{Outcome, project};

/// The XML of an official independent style.
pub fn style(name: &str) -> Outcome<String> {
    project::read_text(&checkout("CITELET_STYLES")?.join(format!("{name}.csl")))
}

/// The XML of a locale.
pub fn locale(lang: &str) -> Outcome<String> {
    project::read_text(&checkout("CITELET_LOCALES")?.join(format!("locales-{lang}.xml")))
}

fn checkout(variable: &str) -> Outcome<PathBuf> {
    let missing = || format!("Set {variable} to a folder with the official files.");
    env::var_os(variable).map(PathBuf::from).ok_or_else(missing)
}
