//! Who may use what, from the bottom to the top.

/// What lies below everything else: every module of [`LAYERS`] may use these.
pub(crate) const BASE: &[&str] = &["error", "extent", "host", "sorting", "text", "vocabulary"];

/// The modules whose names the prelude has; they import from `alloc` by themselves. All others may use the prelude.
pub(crate) const BELOW_THE_PRELUDE: &[&str] = &["extent", "host", "prelude", "sorting", "text"];

/// What the modules of [`BASE`] may use of each other.
pub(crate) const IN_BASE: &[(&str, &[&str])] = &[
    ("sorting", &[]),
    ("extent", &[]),
    // What a page has from its browser and a program from a library; the page's half calls JavaScript.
    ("host", &["sorting"]),
    ("text", &["extent", "host"]),
    ("prelude", &["text"]),
    ("error", &["text"]),
    ("vocabulary", &["text"]),
];

/// A module and the modules that it may use. A module without a row of its own belongs to the nearest one above it.
pub(crate) const LAYERS: &[(&str, &[&str])] = &[
    ("item", &[]),
    ("languages", &[]),
    // Readers, repairs and writers do not know each other.
    ("read", &["item", "languages"]),
    ("tidy", &["item", "languages"]),
    ("write", &["item", "languages"]),
    // References use the reader's names, dates and pages, by the one door `read::values`.
    ("references", &["read", "item", "languages"]),
    ("repair", &["read", "tidy", "languages"]),
    ("records", &["repair", "read", "tidy", "item", "languages"]),
    ("html", &["repair", "references", "read", "tidy", "item", "languages"]),
    // A compiled style or locale, and what `render` makes of it.
    ("csl::program", &[]),
    ("csl::compile", &["csl::program"]),
    ("csl::content", &["csl::program"]),
    ("csl::case", &["csl::content", "csl::program"]),
    ("csl::layout", &["csl::case", "csl::content", "csl::program"]),
    ("csl::citation", &["csl::layout", "csl::content", "csl::program"]),
    ("csl::citation_label", &["item"]),
    ("csl::render", &["csl::case", "csl::citation_label", "csl::content", "csl::program", "item"]),
    // The passes do not know each other. Each takes what `render` returned; rendering itself is passed in as a function.
    ("csl::position", &["csl::program"]),
    ("csl::sort", &["csl::render", "csl::program"]),
    ("csl::disambiguate", &["csl::render", "csl::content", "csl::program", "item"]),
    ("csl::collapse", &["csl::citation", "csl::layout", "csl::content", "csl::program"]),
    ("csl::bibliography", &["csl::layout", "csl::content", "csl::program"]),
    ("csl::output", &["csl::content", "csl::program"]),
    ("csl::single", &["csl::output", "csl::render", "csl::layout", "csl::content", "csl::program", "item"]),
    (
        "csl::processor",
        &[
            "csl::single",
            "csl::output",
            "csl::bibliography",
            "csl::collapse",
            "csl::disambiguate",
            "csl::position",
            "csl::sort",
            "csl::render",
            "csl::citation",
            "csl::layout",
            "csl::content",
            "csl::program",
            "item",
        ],
    ),
    ("formatted", &["csl::output"]),
    (
        "document",
        &["formatted", "csl::processor", "csl::output", "csl::sort", "csl::citation", "csl::program", "item"],
    ),
    ("citation_form", &["csl::program"]),
    ("style_info", &["citation_form", "csl::program"]),
    (
        "engine",
        &[
            "citation_form",
            "style_info",
            "document",
            "formatted",
            "csl::compile",
            "csl::processor",
            "csl::single",
            "csl::output",
            "csl::sort",
            "csl::content",
            "csl::program",
            "references",
            "read",
            "tidy",
            "write",
            "item",
        ],
    ),
    // The binding to JavaScript only converts. Nothing uses it.
    (
        "wasm",
        &[
            "html",
            "repair",
            "citation_form",
            "engine",
            "document",
            "formatted",
            "references",
            "read",
            "tidy",
            "write",
            "item",
            "languages",
            "csl::citation",
            "csl::output",
            "csl::program",
            "csl::sort",
        ],
    ),
];
