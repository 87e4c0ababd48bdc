//! What formatting returns.

use crate::csl::output::{self, Event, Run};
use crate::prelude::*;

/// A formatted citation in three forms.
#[derive(Clone, Debug, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Formatted {
    /// HTML with `<i> <em> <b> <sup> <sub> <span style> <a href> <div>`, escaped.
    pub html: String,
    /// Plain text.
    pub text: String,
    /// Text in runs of equal formatting.
    pub runs: Vec<Run>,
}

impl Formatted {
    /// Prints finished output.
    pub(crate) fn new(events: &[Event]) -> Formatted {
        let runs = output::runs(events);
        // Blanks that some styles leave at the end are visible in plain text only.
        let text = output::text(&runs).trim_end().to_owned();
        Formatted { html: output::html(events), text, runs }
    }
}
