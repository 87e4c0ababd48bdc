//! The programs in `examples/` print what their readers are promised.

use std::path::{Path, PathBuf};
use std::process::Command;

/// Runs an example with arguments and returns what it prints.
fn run(example: &str, arguments: &[&str]) -> String {
    let mut cargo = Command::new(env!("CARGO"));
    cargo.args(["run", "--quiet", "--features", "compile,html", "--example", example, "--"]).args(arguments);
    let output = cargo.current_dir(env!("CARGO_MANIFEST_DIR")).output().expect("cargo runs");
    assert!(output.status.success(), "{example}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("text")
}

/// A file of the repository, as an argument.
fn file(path: &str) -> String {
    let file: PathBuf = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    file.into_os_string().into_string().expect("a path in UTF-8")
}

#[test]
fn examples_print_what_they_promise() {
    assert_eq!(
        run("apa", &[]),
        "Shannon, C. E. (1948). A mathematical theory of communication. Bell System Technical Journal, 27(3), 379–423.\n\
         Shannon, C. E. (1948). A mathematical theory of communication. <i>Bell System Technical Journal</i>, \
         <i>27</i>(3), 379–423.\n"
    );
    assert_eq!(
        run("bibliography", &[&file("examples/data/works.bib"), "modern-language-association"]),
        "Kuhn, Thomas S. The Structure of Scientific Revolutions. U of Chicago P, 1962.\n\
         Shannon, C. E. “A Mathematical Theory of Communication.” Bell System Technical Journal, vol. 27, no. 3, July 1948, \
         pp. 379–423.\n"
    );
    let page = run("saved_page", &[&file("examples/data/page.html")]);
    assert!(page.contains("author[0].given: Dr Qudsia -> Qudsia (honorific)\n"), "{page}");
    let citation = "Akram, Q., & Asif, N. (2024). Islamic State Khorasan in post US withdrawal Afghanistan. Journal of Made \
                    Examples, 11(1), 211–238.\n";
    assert!(page.ends_with(citation), "{page}");
    let style = run("compiled_style", &[&file("examples/data/author-title.csl")]);
    assert!(style.lines().next().is_some_and(|line| line.ends_with(" bytes")), "{style}");
    assert!(
        style.ends_with("author-title: Kuhn, Thomas S.: The structure of scientific revolutions.\n"),
        "{style}"
    );
    assert_eq!(
        run("document", &[]),
        "1. Thomas S. Kuhn, The Structure of Scientific Revolutions (1962), 10.\n\
         2. Karl Popper, The Logic of Scientific Discovery (1959).\n\
         3. Kuhn, Structure of Scientific Revolutions, 52.\n\
         \n\
         Kuhn, Thomas S. The Structure of Scientific Revolutions. 1962.\n\
         Popper, Karl. The Logic of Scientific Discovery. 1959.\n"
    );
}
