//! Which engine this is, where functions ask for it. What is left out as a whole has a `cfg` of its own.

/// Whether this is the full engine, which mends faults too that are met in files and registries more than on pages. A page's
/// engine has no room for them; ARCHITECTURE.md lists them.
pub(crate) const FULL: bool = cfg!(feature = "full");
