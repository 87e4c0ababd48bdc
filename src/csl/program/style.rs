//! The nodes of a compiled style. Names and meanings are those of the CSL 1.0.2 specification.

use crate::csl::locale::Locale;
use crate::prelude::*;
use crate::vocabulary::{ItemType, Locator, Term, TermForm, Variable, vocabulary};

/// A compiled independent style.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Style {
    /// The last part of the style's id: `apa`.
    pub name: String,
    /// Names that the style once had (`renamed-styles.json` of the style repository), so that old pages keep working.
    pub old_names: Vec<String>,
    /// `cs:title`.
    pub title: String,
    /// `class`.
    pub class: Class,
    /// `default-locale`; empty where the style states none.
    pub default_locale: String,
    /// `initialize-with-hyphen`, true unless the style says otherwise.
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
    pub citation: Citation,
    /// `cs:bibliography`.
    pub bibliography: Option<Bibliography>,
    /// Spellings of the style's own terms, `Term::KNOWN` first; for the dump.
    pub own_terms: Vec<String>,
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
pub struct Citation {
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
    /// `cite-group-delimiter`; given it, or `collapse`, cites are grouped by author.
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
pub struct Bibliography {
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

/// What citation and bibliography share.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Area {
    /// Name options of `cs:style` overlaid with those of the area. A names element overlays its own on these.
    pub names: NameOptions,
    /// `cs:sort`.
    pub sort: Vec<SortKey>,
    /// Affixes and formatting of `cs:layout`; unlike elsewhere, its affixes stand inside the formatting.
    pub rendering: Rendering,
    /// `delimiter` of `cs:layout`.
    pub delimiter: String,
    /// What `cs:layout` holds.
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

/// A rendering element.
#[derive(Clone, Debug, PartialEq)]
pub enum Node {
    /// `cs:text`.
    Text(TextNode),
    /// `cs:number`.
    Number(NumberNode),
    /// `cs:date`.
    Date(Box<DateNode>),
    /// `cs:names`.
    Names(Box<NamesNode>),
    /// `cs:label`.
    Label(LabelNode),
    /// `cs:group`.
    Group(GroupNode),
    /// `cs:choose`: the first branch that holds is rendered.
    Choose(Vec<Branch>),
}

/// Affixes, formatting, `display`, `quotes`, `strip-periods` and `text-case`, wherever the specification allows them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Rendering {
    /// `prefix`.
    pub prefix: String,
    /// `suffix`.
    pub suffix: String,
    /// `font-style` and its kin.
    pub format: Format,
    /// `text-case`.
    pub text_case: Option<TextCase>,
    /// `quotes`.
    pub quotes: bool,
    /// `strip-periods`.
    pub strip_periods: bool,
    /// `display`.
    pub display: Option<Display>,
}

/// The formatting attributes. `None` leaves what surrounds the element as it is; `Normal` undoes it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Format {
    /// `font-style`.
    pub font_style: Option<FontStyle>,
    /// `font-variant`.
    pub font_variant: Option<FontVariant>,
    /// `font-weight`.
    pub font_weight: Option<FontWeight>,
    /// `text-decoration`.
    pub text_decoration: Option<TextDecoration>,
    /// `vertical-align`.
    pub vertical_align: Option<VerticalAlign>,
}

vocabulary! {
    /// `font-style`.
    FontStyle { Normal = "normal", Italic = "italic", Oblique = "oblique" }
}
vocabulary! {
    /// `font-variant`.
    FontVariant { Normal = "normal", SmallCaps = "small-caps" }
}
vocabulary! {
    /// `font-weight`.
    FontWeight { Normal = "normal", Bold = "bold", Light = "light" }
}
vocabulary! {
    /// `text-decoration`.
    TextDecoration { None = "none", Underline = "underline" }
}
vocabulary! {
    /// `vertical-align`.
    VerticalAlign { Baseline = "baseline", Sup = "sup", Sub = "sub" }
}
vocabulary! {
    /// `text-case`.
    TextCase {
        Lowercase = "lowercase", Uppercase = "uppercase", CapitalizeFirst = "capitalize-first",
        CapitalizeAll = "capitalize-all", Sentence = "sentence", Title = "title",
    }
}
vocabulary! {
    /// `display`.
    Display { Block = "block", LeftMargin = "left-margin", RightInline = "right-inline", Indent = "indent" }
}

/// `cs:text`.
#[derive(Clone, Debug, PartialEq)]
pub struct TextNode {
    /// What is printed.
    pub source: TextSource,
    /// How.
    pub rendering: Rendering,
}

/// What `cs:text` prints.
#[derive(Clone, Debug, PartialEq)]
pub enum TextSource {
    /// `variable`, with `form="short"` or without.
    Variable(Variable, bool),
    /// `macro`, by index.
    Macro(u16),
    /// `term`.
    Term(TermCall),
    /// `value`.
    Value(String),
}

/// `term`, `form` and `plural` of `cs:text`.
#[derive(Clone, Debug, PartialEq)]
pub struct TermCall {
    /// Which.
    pub term: Term,
    /// `form`.
    pub form: TermForm,
    /// `plural="true"`.
    pub plural: bool,
}

/// `cs:number`.
#[derive(Clone, Debug, PartialEq)]
pub struct NumberNode {
    /// `variable`.
    pub variable: Variable,
    /// `form`.
    pub form: NumberForm,
    /// How.
    pub rendering: Rendering,
}

vocabulary! {
    /// `form` of `cs:number`.
    #[derive(Default)]
    NumberForm {
        #[default] Numeric = "numeric", Ordinal = "ordinal", LongOrdinal = "long-ordinal", Roman = "roman",
    }
}

/// `cs:date`, in the style or, localised, in a locale.
#[derive(Clone, Debug, PartialEq)]
pub struct DateNode {
    /// `variable`.
    pub variable: Variable,
    /// `form`, which makes the date a localised one.
    pub form: Option<DateForm>,
    /// `date-parts` of a localised date.
    pub date_parts: DatePartsShown,
    /// `delimiter` of a date that is not localised.
    pub delimiter: String,
    /// `cs:date-part`s, in the order of the style; for a localised date they only override.
    pub parts: Vec<DatePart>,
    /// How.
    pub rendering: Rendering,
}

vocabulary! {
    /// `form` of `cs:date`.
    DateForm { Numeric = "numeric", Text = "text" }
}
vocabulary! {
    /// `date-parts` of a localised date.
    #[derive(Default)]
    DatePartsShown { #[default] YearMonthDay = "year-month-day", YearMonth = "year-month", Year = "year" }
}

/// `cs:date-part`.
#[derive(Clone, Debug, PartialEq)]
pub struct DatePart {
    /// `name`.
    pub name: DatePartName,
    /// `form`; its default depends on the part and on the locale.
    pub form: Option<DatePartForm>,
    /// `range-delimiter`; an en dash where absent.
    pub range_delimiter: Option<String>,
    /// How.
    pub rendering: Rendering,
}

vocabulary! {
    /// `name` of `cs:date-part`.
    DatePartName { Day = "day", Month = "month", Year = "year" }
}
vocabulary! {
    /// `form` of `cs:date-part`.
    DatePartForm {
        Long = "long", Short = "short", Numeric = "numeric", NumericLeadingZeros = "numeric-leading-zeros",
        Ordinal = "ordinal",
    }
}

/// `cs:label`.
#[derive(Clone, Debug, PartialEq)]
pub struct LabelNode {
    /// `variable`; inside `cs:names` it is absent and the names element's variables count.
    pub variable: Option<Variable>,
    /// `form`.
    pub form: TermForm,
    /// `plural`.
    pub plural: LabelPlural,
    /// How.
    pub rendering: Rendering,
}

vocabulary! {
    /// `plural` of `cs:label`.
    #[derive(Default)]
    LabelPlural { #[default] Contextual = "contextual", Always = "always", Never = "never" }
}

/// `cs:group`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct GroupNode {
    /// `delimiter`.
    pub delimiter: String,
    /// What is grouped.
    pub children: Vec<Node>,
    /// How.
    pub rendering: Rendering,
}

/// `cs:if`, `cs:else-if`, or `cs:else` when there are no conditions.
#[derive(Clone, Debug, PartialEq)]
pub struct Branch {
    /// `match`.
    pub matching: Match,
    /// One test each: `type="book chapter"` is two.
    pub conditions: Vec<Condition>,
    /// What is rendered when it holds.
    pub children: Vec<Node>,
}

vocabulary! {
    /// `match`.
    #[derive(Default)]
    Match { #[default] All = "all", Any = "any", None = "none" }
}

/// One test of a `cs:if` or `cs:else-if`.
#[derive(Clone, Debug, PartialEq)]
pub enum Condition {
    /// `type`.
    Type(ItemType),
    /// `variable`: it is not empty.
    Variable(Variable),
    /// `is-numeric`.
    IsNumeric(Variable),
    /// `is-uncertain-date`.
    IsUncertainDate(Variable),
    /// `locator`.
    Locator(Locator),
    /// `position`.
    Position(Position),
    /// `disambiguate`: `true` where the cite must be told apart from another, `false` where not.
    Disambiguate(bool),
    /// A word that the engine does not know; it never holds.
    Never,
}

vocabulary! {
    /// `position`.
    #[derive(Default)]
    Position {
        #[default] First = "first", Subsequent = "subsequent", Ibid = "ibid",
        IbidWithLocator = "ibid-with-locator", NearNote = "near-note", FarNote = "far-note",
    }
}

/// `cs:names`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct NamesNode {
    /// `variable`, in order.
    pub variables: Vec<Variable>,
    /// `delimiter`; inherited where absent (`names-delimiter`).
    pub delimiter: Option<String>,
    /// `cs:name`; `None` where the element is absent, so that `cs:substitute`'s short form inherits.
    pub name: Option<NameNode>,
    /// `cs:et-al`.
    pub et_al: Option<EtAlNode>,
    /// `cs:label`.
    pub label: Option<LabelNode>,
    /// Whether the label stands before `cs:name`.
    pub label_first: bool,
    /// `cs:substitute`.
    pub substitute: Vec<Node>,
    /// How.
    pub rendering: Rendering,
}

/// `cs:name`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct NameNode {
    /// The options it states; those it leaves open are inherited.
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

/// The inheritable name options. `None` means "as inherited", and at the top the specification's default.
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

impl Citation {
    /// Whether given names are expanded to initials at most.
    pub fn expands_to_initials(&self) -> bool {
        use GivennameRule::{AllNamesWithInitials, PrimaryNameWithInitials};
        matches!(self.givenname_disambiguation_rule, AllNamesWithInitials | PrimaryNameWithInitials)
    }
}

impl NameOptions {
    /// These options, with `inner`'s wherever it states one (specification, "Inheritable Name Options").
    pub fn overlaid(&self, inner: &NameOptions) -> NameOptions {
        NameOptions {
            and: inner.and.or(self.and),
            delimiter: inner.delimiter.clone().or_else(|| self.delimiter.clone()),
            names_delimiter: inner.names_delimiter.clone().or_else(|| self.names_delimiter.clone()),
            delimiter_precedes_et_al: inner.delimiter_precedes_et_al.or(self.delimiter_precedes_et_al),
            delimiter_precedes_last: inner.delimiter_precedes_last.or(self.delimiter_precedes_last),
            et_al_min: inner.et_al_min.or(self.et_al_min),
            et_al_use_first: inner.et_al_use_first.or(self.et_al_use_first),
            et_al_subsequent_min: inner.et_al_subsequent_min.or(self.et_al_subsequent_min),
            et_al_subsequent_use_first: inner.et_al_subsequent_use_first.or(self.et_al_subsequent_use_first),
            et_al_use_last: inner.et_al_use_last.or(self.et_al_use_last),
            form: inner.form.or(self.form),
            initialize: inner.initialize.or(self.initialize),
            initialize_with: inner.initialize_with.clone().or_else(|| self.initialize_with.clone()),
            name_as_sort_order: inner.name_as_sort_order.or(self.name_as_sort_order),
            sort_separator: inner.sort_separator.clone().or_else(|| self.sort_separator.clone()),
        }
    }
}

impl Rendering {
    /// Whether nothing is asked for.
    pub fn is_plain(&self) -> bool {
        *self == Rendering::default()
    }
}

impl Style {
    /// Whether this is the style's name, or one it once had.
    pub fn answers_to(&self, name: &str) -> bool {
        self.name == name || self.old_names.iter().any(|old| old == name)
    }
}
