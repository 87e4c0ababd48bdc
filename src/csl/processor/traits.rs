//! The properties of a style that decide how much work a document is.

use crate::csl::program::Style;
use crate::vocabulary::Variable;

/// What a style uses anywhere in its citation or bibliography.
#[derive(Clone, Copy, Debug)]
pub(super) struct StyleTraits {
    /// Whether citations print the variable `year-suffix` themselves.
    pub(super) citation_year_suffix: bool,
    /// Whether bibliography entries do.
    pub(super) bibliography_year_suffix: bool,
    /// Whether citations print numbers.
    pub(super) numeric: bool,
    /// Whether citations depend on the position of their cites.
    pub(super) positions: bool,
    /// How many conditions `disambiguate="true"` citations have.
    pub(super) conditions: u16,
    /// Whether disambiguation may change entries of the bibliography.
    pub(super) disambiguates_bibliography: bool,
}

impl StyleTraits {
    pub(super) fn of(style: &Style) -> StyleTraits {
        let citation = &style.citation.area;
        let bibliography = style.bibliography.as_ref().map(|bibliography| &bibliography.area);
        StyleTraits {
            citation_year_suffix: style.prints(citation, Variable::YearSuffix),
            bibliography_year_suffix: bibliography.is_some_and(|it| style.prints(it, Variable::YearSuffix)),
            numeric: style.prints(citation, Variable::CitationNumber),
            positions: style.asks_position(citation),
            conditions: style.disambiguate_conditions(citation),
            disambiguates_bibliography: style.citation.disambiguate_add_year_suffix
                || bibliography.is_some_and(|it| style.disambiguate_conditions(it) > 0),
        }
    }
}
