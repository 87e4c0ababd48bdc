//! Unicode helpers that know nothing of CSL.
