//! The one way from a record as read to a record as repaired.

use crate::languages::Languages;
use crate::read::ReadResult;
use crate::tidy::{Evidence, Options, tidy_with};

/// Repairs a record that was read, and adds the repairs and warnings to it. `cited` are the works that its article cites,
/// which are evidence of how words are written.
pub(crate) fn repair(result: &mut ReadResult, cited: &[&str], languages: Languages<'_>, options: &Options) {
    let evidence = Evidence { cited, sources: Some(&result.sources), languages };
    let (mut repairs, mut warnings) = tidy_with(&mut result.item, &evidence, options);
    result.repairs.append(&mut repairs);
    result.warnings.append(&mut warnings);
}
