//! Host tools of the project: `cargo xtask COMMAND`.

use std::env;
use std::process::ExitCode;

use xtask::test::Extent;
use xtask::{Outcome, bench, build, dist, read, references, score, serve, snapshot, styles, test};

const HELP: &str = "\
cargo xtask COMMAND

  build [--page]     make everything a page loads, in dist/web/; page: only what every page loads
  serve [--port N]   build, then serve the demo page
  test [--quick]     run all checks; quick: no browsers, no package, no second build
  dist [--library]   make the folder to upload, dist/upload/, and the npm package, dist/npm/; with --library the
                     folder holds all styles too, which `search` and `library` of the element need
  styles [OPTIONS]   compile the bundle of styles; --styles DIR --locales DIR take a checkout,
                     --dump NAME prints a compiled style or locale; --all [--check] [--out DIR] makes
                     every style, locale and their index, in dist/library/ unless told otherwise
  score KIND         measure on a data set
  snapshot FILE      write every output over the data sets; --compare OLD NEW prints those that differ
  read PATH...       print what comes of pages and of all pages in folders, one JSON object a line
  references FILE    print what comes of the references of a page (.html), or of a text with one a line
  bench [--growth]   time against citeproc-js, and weigh what a page loads; --growth: an entry as a bibliography
                     grows, beside citeproc-js and hayagriva";

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
        ["build"] => build::build(build::Scope::Everything),
        ["build", "--page"] => build::build(build::Scope::Page),
        ["serve"] => serve::serve(serve::PORT),
        ["serve", "--port", port] => match port.parse() {
            Ok(port) => serve::serve(port),
            Err(_) => Err(format!("A port is a number from 0 to 65535, not \u{201c}{port}\u{201d}.")),
        },
        ["dist"] => dist::dist(false),
        ["dist", "--library"] => dist::dist(true),
        ["styles", rest @ ..] => styles::command(rest),
        ["test"] => test::test(Extent::Full),
        ["test", "--quick"] => test::test(Extent::Quick),
        ["bench", rest @ ..] => bench::command(rest),
        ["read", paths @ ..] => read::command(paths),
        ["references", file] => references::command(file),
        ["score", rest @ ..] => score::command(rest),
        ["snapshot", rest @ ..] => snapshot::command(rest),
        [] | ["help" | "--help" | "-h"] => {
            println!("{HELP}");
            Ok(())
        }
        _ => Err(format!("There is no `cargo xtask {}`.\n\n{HELP}", arguments.join(" "))),
    }
}
