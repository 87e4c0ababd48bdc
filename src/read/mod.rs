//! Page metadata and file formats to an item and doubts.
