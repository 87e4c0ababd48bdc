//! The libraries of other programs that read what was written, each in a process of its own: `measure/parsers/`.

use std::io::Write as _;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::thread;

use serde_json::Value;

use xtask::{Outcome, project, run};

/// An answer: the library, the record's name, and the record or why there is none.
pub(super) struct Answer {
    pub(super) parser: String,
    pub(super) name: String,
    pub(super) record: Result<Value, String>,
}

/// What all libraries read of all requests, one JSON object a line.
pub(super) fn answers(requests: &str) -> Outcome<Vec<Answer>> {
    let folder = installed()?;
    let mut node = run::command("node");
    node.arg(folder.join("read.mjs"));
    let mut python = run::command("python3");
    python.arg(folder.join("read.py")).env("PYTHONPATH", folder.join("python"));
    let printed = [converse(node, requests)?, converse(python, requests)?].concat();
    printed.lines().map(answer).collect()
}

fn answer(line: &str) -> Outcome<Answer> {
    let value: Value = serde_json::from_str(line).map_err(|error| format!("{line}: {error}"))?;
    let text = |key: &str| value[key].as_str().map(str::to_owned);
    let record = text("error").map_or_else(|| Ok(value["record"].clone()), Err);
    let (parser, name) = (text("parser").unwrap_or_default(), text("name").unwrap_or_default());
    Ok(Answer { parser, name, record })
}

/// Installs the libraries below `target/`, in the versions that `measure/parsers/` names, where they are not yet.
fn installed() -> Outcome<PathBuf> {
    let source = project::root().join("measure/parsers");
    let folder = project::root().join("target/parsers");
    project::make_folder(&folder)?;
    let mut versions = Vec::new();
    for name in ["read.mjs", "read.py", "package.json", ".npmrc", "package-lock.json", "requirements.txt"] {
        let text = project::read(&source.join(name))?;
        project::write(&folder.join(name), &text)?;
        if !name.starts_with("read.") {
            versions.extend(text);
        }
    }
    let stamp = folder.join("installed");
    if project::read(&stamp).is_ok_and(|installed| installed == versions) {
        return Ok(folder);
    }
    run::step("installing other programs' parsers (npm, pip)", || {
        run::quiet(run::command("npm").arg("ci").current_dir(&folder))?;
        let mut pip = run::command("python3");
        pip.args(["-m", "pip", "install", "--quiet", "--upgrade", "--target"]).arg(folder.join("python"));
        run::quiet(pip.arg("--requirement").arg(folder.join("requirements.txt")))
    })?;
    project::write(&stamp, versions)?;
    Ok(folder)
}

/// Writes to a program and returns what it prints.
fn converse(mut command: Command, text: &str) -> Outcome<String> {
    let line = run::words(&command);
    let spawned = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn();
    let mut child = spawned.map_err(|error| format!("Cannot run `{line}`: {error}."))?;
    let input = child.stdin.take();
    thread::scope(|scope| {
        scope.spawn(move || input.map(|mut input| input.write_all(text.as_bytes())));
        let output = child.wait_with_output().map_err(|error| format!("`{line}` was lost: {error}."))?;
        match output.status.success() {
            true => Ok(String::from_utf8_lossy(&output.stdout).into_owned()),
            false => Err(format!("`{line}` failed ({}); its messages are above.", output.status)),
        }
    })
}
