//! From the finished tree to HTML, text and runs.
