//! Host tools of the project, as a library so that tests call the same code.
//!
//! Every tool returns a sentence when it fails: what was tried, what came of it, and how to repair it where that
//! is known. The commands themselves are listed in `main.rs`.

pub mod api;
pub mod archive;
pub mod audit;
pub mod bodies;
pub mod build;
pub mod consumers;
pub mod dist;
pub mod fetch;
pub mod fuzz;
pub mod glue;
pub mod guard;
pub mod inline;
pub mod languages;
pub mod names;
pub mod npm;
pub mod npm_styles;
pub mod order;
pub mod plugin;
pub mod project;
pub mod release;
pub mod reproduce;
pub mod run;
pub mod serve;
pub mod setup;
pub mod single;
pub mod size;
pub mod source_paths;
pub mod styles;
pub mod test;
pub mod without_wasm;

/// What a tool gives back: a value, or one sentence for the person at the terminal.
pub type Outcome<T> = Result<T, String>;
