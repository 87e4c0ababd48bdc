//! Repairs with evidence.
