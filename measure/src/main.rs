//! The commands of `cargo xtask` that measure; `xtask` calls this program with the same arguments.

use std::env;
use std::process::ExitCode;

use measure::{bench, exports, read, references, score, snapshot};
use xtask::Outcome;

const USAGE: &str = "This package implements `cargo xtask` bench, exports, read PATH..., references FILE, score and snapshot.";

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match dispatch(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(reason) => {
            eprintln!("{reason}");
            ExitCode::FAILURE
        }
    }
}

fn dispatch(arguments: &[&str]) -> Outcome<()> {
    match arguments {
        ["bench", rest @ ..] => bench::command(rest),
        ["exports"] => exports::command(),
        ["read", paths @ ..] => read::command(paths),
        ["references", file] => references::command(file),
        ["score", rest @ ..] => score::command(rest),
        ["snapshot", rest @ ..] => snapshot::command(rest),
        _ => Err(USAGE.to_owned()),
    }
}
