//! The layouts of title, container and publisher.

/// How title, container and publisher follow one another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Layout {
    /// Title, words for a thesis, institution.
    Thesis,
    /// Title, "In", editors, container, publisher.
    Contained {
        /// Whether a volume or an issue follows.
        numbered: bool,
    },
    /// Title, journal, numbers.
    Article,
    /// Title, publisher; or the title of a piece of a newspaper or a site and that.
    Separate,
}
