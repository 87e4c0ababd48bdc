//! Host tools of the project: `cargo xtask COMMAND`.

use std::env;
use std::process::ExitCode;

use xtask::test::Extent;
use xtask::{
    Outcome, api, audit, build, consumers, dist, fuzz, languages, names, npm, project, reproduce, run, serve,
    setup, styles, test,
};

const HELP: &str = "\
cargo xtask COMMAND

  build [--page]     make everything a page loads, in dist/web/; page: only what every page loads
  serve [--port N]   build, then serve the demo page
  test [--quick]     run all checks; quick: no browsers and no package, ten minutes in a fresh checkout
  test --widget      test the last build in the browsers that are installed, with every scenario in every way to run it
  test --linear      count the steps that each field of each reader takes, which takes minutes
  test --bibtex      run every export of the data sets through BibTeX, biber and LaTeX, and read it back with other
                     programs' parsers
  test --servers     serve the build with the settings of EMBED.md in the Apache and nginx of this machine
  test --npm         test the npm packages of the last build in Node
  test --consumers [NAME...]
                     install the npm package of the last build in a project of each bundler and framework, build it and
                     open it in Chromium, which takes a quarter of an hour and the npm registry; names choose projects
  dist [--library]   make the folder to upload, dist/upload/, the plugin for OJS, dist/ojs/, the npm packages, dist/npm/ and dist/npm-styles/,
                     and all as downloads, dist/release/; with --library folder and plugin hold all styles too, which
                     `search` and `library` of the element need
  styles [OPTIONS]   compile the bundle of styles; --styles DIR --locales DIR take a checkout,
                     --dump NAME prints a compiled style or locale; --all [--check] [--out DIR] makes
                     every style, locale and their index, in dist/library/ unless told otherwise
  names              check that no frequent word is mistaken for a name of src/tidy/case/names.txt, and choose
                     another basis of the hashes where one is
  fuzz [MINUTES]     run every target of fuzz/ in turn, a minute each or so many minutes together
  audit              check licences, advisories and sources of all dependencies
  reproduce          build in two folders, and compare all that comes of it
  api                write the public names of the crate to docs/public-api.txt
  languages          fill the table in docs/languages.md with what src/languages/ has
  score KIND         measure on a data set
  snapshot FILE      write every output over the data sets; --compare OLD NEW prints those that differ
  read PATH...       print what comes of pages and of all pages in folders, one JSON object a line; --case PAGE prints
                     it as a case of tests/cases/pages/ expects it
  references FILE    print what comes of the references of a page (.html), or of a text with one a line
  bench [OPTION]     time against citeproc-js, and weigh what a page loads; --growth: an entry as a bibliography
                     grows, beside citeproc-js and hayagriva; --linear: readers as their input grows; --linear all,
                     or names of readers: each of their fields from 10 kB to 1 MB
  bench --cold       time a page in Chromium from nothing cached to its citation; --against DIR takes turns with the
                     build in another dist/web, --beside citation-js with a page that has citation.js and its APA style";

/// The commands that the package `measure` implements.
const MEASURING: [&str; 5] = ["bench", "read", "references", "score", "snapshot"];

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let result = match arguments.first() {
        Some(&"test") if arguments == ["test", "--bibtex"] => {
            setup::tex().and_then(|()| measure(&["exports"]))
        }
        Some(command) if MEASURING.contains(command) => measure(&arguments),
        _ => dispatch(&arguments).map(|()| ExitCode::SUCCESS),
    };
    match result {
        Ok(code) => code,
        Err(reason) => {
            eprintln!("{reason}");
            ExitCode::FAILURE
        }
    }
}

/// Runs a command of the package `measure`, which depends on this one and so cannot be called. It prints its own
/// errors. It runs in the caller's folder, since its arguments may be relative paths.
fn measure(arguments: &[&str]) -> Outcome<ExitCode> {
    let mut cargo = run::cargo();
    cargo.current_dir(".").args(["run", "--quiet", "--package", "measure", "--manifest-path"]);
    cargo.arg(project::root().join("Cargo.toml")).arg("--").args(arguments);
    let status = cargo.status().map_err(|error| format!("Cannot run cargo: {error}."))?;
    Ok(if status.success() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
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
        ["test", "--widget"] => test::widget(Extent::Full).map(drop),
        ["test", "--linear"] => test::linear(),
        ["test", "--servers"] => test::servers(),
        ["test", "--npm"] => npm::test().map(drop),
        ["test", "--consumers", names @ ..] => consumers::test(names),
        ["api"] => api::write(),
        ["languages"] => languages::write(),
        ["names"] => names::command(),
        ["fuzz"] => fuzz::command(None),
        ["fuzz", minutes] => fuzz::command(Some(minutes)),
        ["audit"] => audit::command(),
        ["reproduce"] => reproduce::command(),
        [] | ["help" | "--help" | "-h"] => {
            println!("{HELP}");
            Ok(())
        }
        _ => Err(format!("There is no `cargo xtask {}`.\n\n{HELP}", arguments.join(" "))),
    }
}
