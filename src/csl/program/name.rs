//! `cs:name`, `cs:et-al` and the inheritable name options (specification, "Name", "Inheritable Name Options").

use super::formatting::Rendering;
use crate::prelude::*;
use crate::vocabulary::{Term, vocabulary};

/// `cs:name`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct NameNode {
    /// The options that it states; others are inherited.
    pub options: NameOptions,
    /// `cs:name-part name="family"`.
    pub family: Option<Rendering>,
    /// `cs:name-part name="given"`.
    pub given: Option<Rendering>,
    /// Affixes and formatting of each name.
    pub rendering: Rendering,
}

/// `cs:et-al`.
#[derive(Clone, Debug, PartialEq)]
pub struct EtAlNode {
    /// `term`: `et-al` or `and others`.
    pub term: Term,
    /// How.
    pub rendering: Rendering,
}

/// The inheritable name options. `None` means "as inherited", or the specification's default if no element states it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct NameOptions {
    /// `and`.
    pub and: Option<And>,
    /// `delimiter` of `cs:name`, `name-delimiter`; `", "` by default.
    pub delimiter: Option<String>,
    /// `names-delimiter`, between the variables of `cs:names`.
    pub names_delimiter: Option<String>,
    /// `delimiter-precedes-et-al`.
    pub delimiter_precedes_et_al: Option<DelimiterPrecedes>,
    /// `delimiter-precedes-last`.
    pub delimiter_precedes_last: Option<DelimiterPrecedes>,
    /// `et-al-min`.
    pub et_al_min: Option<u32>,
    /// `et-al-use-first`.
    pub et_al_use_first: Option<u32>,
    /// `et-al-subsequent-min`.
    pub et_al_subsequent_min: Option<u32>,
    /// `et-al-subsequent-use-first`.
    pub et_al_subsequent_use_first: Option<u32>,
    /// `et-al-use-last`.
    pub et_al_use_last: Option<bool>,
    /// `form`, `name-form`.
    pub form: Option<NameForm>,
    /// `initialize`; true by default.
    pub initialize: Option<bool>,
    /// `initialize-with`.
    pub initialize_with: Option<String>,
    /// `name-as-sort-order`.
    pub name_as_sort_order: Option<NameAsSortOrder>,
    /// `sort-separator`; `", "` by default.
    pub sort_separator: Option<String>,
}

vocabulary! {
    /// `and`.
    And { Text = "text", Symbol = "symbol" }
}

vocabulary! {
    /// `delimiter-precedes-et-al` and `delimiter-precedes-last`.
    DelimiterPrecedes {
        Contextual = "contextual", AfterInvertedName = "after-inverted-name", Always = "always", Never = "never",
    }
}

vocabulary! {
    /// `form` of `cs:name`.
    NameForm { Long = "long", Short = "short", Count = "count" }
}

vocabulary! {
    /// `name-as-sort-order`.
    NameAsSortOrder { First = "first", All = "all" }
}

impl NameOptions {
    /// These options, overridden by those that `inner` states (specification, "Inheritable Name Options").
    pub fn overlaid(&self, inner: &NameOptions) -> NameOptions {
        let text =
            |inner: &Option<String>, own: &Option<String>| overlaid_text(inner.as_deref(), own.as_deref());
        NameOptions {
            and: inner.and.or(self.and),
            delimiter: text(&inner.delimiter, &self.delimiter),
            names_delimiter: text(&inner.names_delimiter, &self.names_delimiter),
            delimiter_precedes_et_al: inner.delimiter_precedes_et_al.or(self.delimiter_precedes_et_al),
            delimiter_precedes_last: inner.delimiter_precedes_last.or(self.delimiter_precedes_last),
            et_al_min: inner.et_al_min.or(self.et_al_min),
            et_al_use_first: inner.et_al_use_first.or(self.et_al_use_first),
            et_al_subsequent_min: inner.et_al_subsequent_min.or(self.et_al_subsequent_min),
            et_al_subsequent_use_first: inner.et_al_subsequent_use_first.or(self.et_al_subsequent_use_first),
            et_al_use_last: inner.et_al_use_last.or(self.et_al_use_last),
            form: inner.form.or(self.form),
            initialize: inner.initialize.or(self.initialize),
            initialize_with: text(&inner.initialize_with, &self.initialize_with),
            name_as_sort_order: inner.name_as_sort_order.or(self.name_as_sort_order),
            sort_separator: text(&inner.sort_separator, &self.sort_separator),
        }
    }
}

/// The inner text where there is one, else the outer one.
fn overlaid_text(inner: Option<&str>, outer: Option<&str>) -> Option<String> {
    inner.or(outer).map(str::to_owned)
}
