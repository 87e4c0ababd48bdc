//! A style, its citation and bibliography elements, and what these share. Names and meanings are those of the CSL 1.0.2
//! specification.

use super::formatting::Rendering;
use super::locale::Locale;
use super::name::NameOptions;
use super::node::Node;
use crate::prelude::*;
use crate::vocabulary::{Variable, vocabulary};

/// A compiled independent style.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Style {
    /// The last part of the style's id: `apa`.
    pub name: String,
    /// Former names of the style (`renamed-styles.json` of the style repository), so that old pages keep working.
    pub old_names: Vec<String>,
    /// `cs:title`.
    pub title: String,
    /// `class`.
    pub class: Class,
    /// `default-locale`; empty where the style states none.
    pub default_locale: String,
    /// `initialize-with-hyphen`, true by default.
    pub no_initialize_with_hyphen: bool,
    /// `page-range-format`.
    pub page_range_format: Option<PageRangeFormat>,
    /// `demote-non-dropping-particle`; `display-and-sort` is the default.
    pub demote_non_dropping_particle: DemoteParticle,
    /// `cs:locale` elements, in the order of the style.
    pub locales: Vec<Locale>,
    /// `cs:macro` bodies. A macro calls only macros with smaller indices, so calls cannot loop.
    pub macros: Vec<Vec<Node>>,
    /// `cs:citation`.
    pub citation: CitationNode,
    /// `cs:bibliography`.
    pub bibliography: Option<BibliographyNode>,
    /// The house rules that the style follows: what its manual prints and CSL cannot say.
    pub house: HouseRules,
    /// Spellings of the style's own terms, numbered from `Term::KNOWN`; for the dump.
    pub own_terms: Vec<String>,
}

vocabulary! {
    /// What a manual prints and a CSL style cannot say. Each is explained where a list of `csl/compile/house/` sets it.
    HouseRule {
        OneNumber = "one-number", CapitalAfterColon = "capital-after-colon", AuthorIsPublisher = "author-is-publisher",
        DataSet = "data-set", RecordedSeason = "recorded-season",
        ForeignContainer = "foreign-container", SmallAfterPrefix = "small-after-prefix",
        BareInitials = "bare-initials",
        ShortPress = "short-press", BareUrl = "bare-url", SmallSeasons = "small-seasons", PlusPages = "plus-pages",
        SurnameAgain = "surname-again", ShortTitle = "short-title", OwnerAfterTitle = "owner-after-title",
        TranslatedTitle = "translated-title", ShortYears = "short-years", MonthSlash = "month-slash",
        SmallThesis = "small-thesis", Blog = "blog", TightColon = "tight-colon", ArticleNumber = "article-number",
        SpacedEllipsis = "spaced-ellipsis",
    }
}

/// A set of house rules: a bit for each, because they are looked up everywhere.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct HouseRules(pub u32);

impl HouseRules {
    /// Whether a rule is in the set.
    pub fn contains(self, rule: HouseRule) -> bool {
        self.0 >> rule.number() & 1 == 1
    }

    /// Whether no rule is.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }
}

#[cfg(feature = "compile")]
impl FromIterator<HouseRule> for HouseRules {
    fn from_iter<I: IntoIterator<Item = HouseRule>>(rules: I) -> HouseRules {
        HouseRules(rules.into_iter().fold(0, |bits, rule| bits | 1 << rule.number()))
    }
}

vocabulary! {
    /// `class`.
    #[derive(Default)]
    Class { #[default] InText = "in-text", Note = "note" }
}

vocabulary! {
    /// `page-range-format`.
    PageRangeFormat {
        Chicago15 = "chicago-15", Chicago16 = "chicago-16", Expanded = "expanded", Minimal = "minimal",
        MinimalTwo = "minimal-two",
    }
}

vocabulary! {
    /// `demote-non-dropping-particle`.
    #[derive(Default)]
    DemoteParticle { #[default] DisplayAndSort = "display-and-sort", SortOnly = "sort-only", Never = "never" }
}

/// `cs:citation`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CitationNode {
    /// The layout, the inherited name options and the sort keys.
    pub area: Area,
    /// `disambiguate-add-names`.
    pub disambiguate_add_names: bool,
    /// `disambiguate-add-givenname`.
    pub disambiguate_add_givenname: bool,
    /// `disambiguate-add-year-suffix`.
    pub disambiguate_add_year_suffix: bool,
    /// `givenname-disambiguation-rule`.
    pub givenname_disambiguation_rule: GivennameRule,
    /// `collapse`.
    pub collapse: Option<Collapse>,
    /// `cite-group-delimiter`; with it, or with `collapse`, cites are grouped by author.
    pub cite_group_delimiter: Option<String>,
    /// `year-suffix-delimiter`; the layout's delimiter where absent.
    pub year_suffix_delimiter: Option<String>,
    /// `after-collapse-delimiter`; the layout's delimiter where absent.
    pub after_collapse_delimiter: Option<String>,
    /// `near-note-distance`, in notes; 5 where absent.
    pub near_note_distance: Option<u32>,
}

/// `cs:bibliography`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct BibliographyNode {
    /// The layout, the inherited name options and the sort keys.
    pub area: Area,
    /// `hanging-indent`.
    pub hanging_indent: bool,
    /// `second-field-align`.
    pub second_field_align: Option<SecondFieldAlign>,
    /// `line-spacing`, in lines; 1 where absent.
    pub line_spacing: Option<u32>,
    /// `entry-spacing`, in lines; 1 where absent.
    pub entry_spacing: Option<u32>,
    /// `subsequent-author-substitute`.
    pub subsequent_author_substitute: Option<String>,
    /// `subsequent-author-substitute-rule`.
    pub subsequent_author_substitute_rule: SubstituteRule,
}

/// The common part of citation and bibliography.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Area {
    /// The name options of `cs:style`, overridden by those of the area; those of a names element override both.
    pub names: NameOptions,
    /// `cs:sort`.
    pub sort: Vec<SortKey>,
    /// Affixes and formatting of `cs:layout`. Unlike in other elements, the affixes are inside the formatting.
    pub rendering: Rendering,
    /// `delimiter` of `cs:layout`.
    pub delimiter: String,
    /// The children of `cs:layout`.
    pub layout: Vec<Node>,
}

/// `cs:key`.
#[derive(Clone, Debug, PartialEq)]
pub struct SortKey {
    /// What is compared.
    pub source: SortSource,
    /// `sort="descending"`.
    pub descending: bool,
    /// `names-min`, `names-use-first`, `names-use-last` as `et_al_*` options.
    pub names: NameOptions,
}

/// What a sort key compares.
#[derive(Clone, Debug, PartialEq)]
pub enum SortSource {
    /// A variable.
    Variable(Variable),
    /// A macro, by index.
    Macro(u16),
}

vocabulary! {
    /// `givenname-disambiguation-rule`.
    #[derive(Default)]
    GivennameRule {
        #[default] ByCite = "by-cite", AllNames = "all-names", AllNamesWithInitials = "all-names-with-initials",
        PrimaryName = "primary-name", PrimaryNameWithInitials = "primary-name-with-initials",
    }
}

vocabulary! {
    /// `collapse`.
    Collapse {
        CitationNumber = "citation-number", Year = "year", YearSuffix = "year-suffix",
        YearSuffixRanged = "year-suffix-ranged",
    }
}

vocabulary! {
    /// `second-field-align`.
    SecondFieldAlign { Flush = "flush", Margin = "margin" }
}

vocabulary! {
    /// `subsequent-author-substitute-rule`.
    #[derive(Default)]
    SubstituteRule {
        #[default] CompleteAll = "complete-all", CompleteEach = "complete-each",
        PartialEach = "partial-each", PartialFirst = "partial-first",
    }
}

impl CitationNode {
    /// Whether given names are expanded to initials at most.
    pub fn expands_to_initials(&self) -> bool {
        use GivennameRule::{AllNamesWithInitials, PrimaryNameWithInitials};
        matches!(self.givenname_disambiguation_rule, AllNamesWithInitials | PrimaryNameWithInitials)
    }
}

impl Style {
    /// Whether this is the name of the style, or a former one.
    pub fn is_named(&self, name: &str) -> bool {
        self.name == name || self.old_names.iter().any(|old| old == name)
    }
}
