//! `cargo xtask audit`: licences, advisories and sources of all dependencies, by `cargo deny` (`deny.toml`) and
//! `npm audit`. Both need a database from the network; what cannot be reached is named and fails nothing.

use std::process::Command;

use crate::{Outcome, project, run};

/// What a database that cannot be reached leaves in a message.
const UNREACHABLE: [&str; 7] = [
    "failed to fetch advisory database",
    "failed to resolve address",
    "error sending request",
    "ENOTFOUND",
    "ECONNREFUSED",
    "audit endpoint returned an error",
    "NOT_IMPLEMENTED",
];

/// How a check ended.
enum End {
    Passed,
    /// It could not be made, and why.
    NotMade(String),
    Failed(String),
}

/// Runs all checks, prints how each ended, and fails when one did.
pub fn command() -> Outcome<()> {
    let deny = |what: &str| {
        let mut cargo = run::cargo();
        cargo.args(["deny", "--workspace", "--all-features", "check", what]);
        cargo
    };
    let mut npm = run::command("npm");
    npm.args(["audit", "--audit-level", "high"]);
    let checks = [
        ("licences of the crates", cargo_deny(deny("licenses"))),
        ("sources of the crates", cargo_deny(deny("sources"))),
        ("crates that are banned or doubled", cargo_deny(deny("bans"))),
        ("advisories about the crates", cargo_deny(deny("advisories"))),
        ("advisories about the npm packages", ended(npm)),
    ];
    let mut failed = Vec::new();
    for (name, end) in checks {
        match end {
            End::Passed => println!("passed     {name}"),
            End::NotMade(reason) => println!("not made   {name}: {reason}"),
            End::Failed(printed) => {
                println!("FAILED     {name}\n{printed}");
                failed.push(name);
            }
        }
    }
    if failed.is_empty() { Ok(()) } else { Err(format!("Failed: {}.", failed.join(", "))) }
}

fn cargo_deny(command: Command) -> End {
    if run::find("cargo-deny").is_none() {
        return End::NotMade(
            "cargo-deny is missing; `cargo install cargo-deny --locked` installs it".to_owned(),
        );
    }
    ended(command)
}

fn ended(mut command: Command) -> End {
    command.current_dir(project::root());
    let output = match command.output() {
        Ok(output) => output,
        Err(error) => return End::NotMade(format!("it cannot be run ({error})")),
    };
    let printed = [output.stdout, output.stderr].map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
    let printed = printed.concat();
    if output.status.success() {
        return End::Passed;
    }
    match UNREACHABLE.iter().find(|sign| printed.contains(*sign)) {
        Some(sign) => End::NotMade(format!("its database cannot be reached from here ({sign})")),
        None => End::Failed(printed),
    }
}
