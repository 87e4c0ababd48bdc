//! Style and locale XML to the compiled form; host only.
