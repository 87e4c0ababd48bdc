//! Host tools of the project: `cargo xtask COMMAND`.

use std::env;
use std::process::ExitCode;

use xtask::{Outcome, build, score, test};

const HELP: &str = "\
cargo xtask COMMAND

  build          make everything a page loads, in dist/web/
  test           run all checks
  score KIND     measure on a data set";

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
        ["build"] => build::build(),
        ["test"] => test::test(),
        ["score", rest @ ..] => score::command(rest),
        [] | ["help" | "--help" | "-h"] => {
            println!("{HELP}");
            Ok(())
        }
        _ => Err(format!("There is no `cargo xtask {}`.\n\n{HELP}", arguments.join(" "))),
    }
}
