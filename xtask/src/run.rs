//! Runs other programs, and reports what takes long.

use std::env;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::{Duration, Instant};

use crate::{Outcome, project};

/// Work shorter than this is not reported.
const PATIENCE: Duration = Duration::from_secs(2);
/// The time between reports on longer work.
const REMINDER: Duration = Duration::from_secs(15);

/// Does `work`, and prints what it is and how long it takes when that is over two seconds.
pub fn step<T>(what: &str, work: impl FnOnce() -> T) -> T {
    let start = Instant::now();
    let (done, waiting) = mpsc::channel::<()>();
    thread::scope(|scope| {
        scope.spawn(move || {
            let mut wait = PATIENCE;
            while waiting.recv_timeout(wait) == Err(RecvTimeoutError::Timeout) {
                if wait == PATIENCE {
                    eprintln!("… {what}");
                } else {
                    eprintln!("… {what}: {} so far", seconds(start));
                }
                wait = REMINDER;
            }
        });
        let result = work();
        drop(done);
        if start.elapsed() > PATIENCE {
            eprintln!("  {what}: {}", seconds(start));
        }
        result
    })
}

/// Applies `work` to all inputs, on as many threads as there are cores; the results are in the order of the inputs.
pub fn on_all_cores<I: Sync, T: Send>(inputs: &[I], work: impl Fn(&I) -> T + Sync) -> Vec<T> {
    let next = AtomicUsize::new(0);
    let done = Mutex::new(Vec::with_capacity(inputs.len()));
    let cores = thread::available_parallelism().map_or(1, usize::from);
    thread::scope(|scope| {
        for _ in 0..cores {
            scope.spawn(|| {
                while let Some((at, input)) =
                    Some(next.fetch_add(1, Ordering::Relaxed)).and_then(|at| Some((at, inputs.get(at)?)))
                {
                    let result = work(input);
                    if let Ok(mut done) = done.lock() {
                        done.push((at, result));
                    }
                }
            });
        }
    });
    let mut done = done.into_inner().unwrap_or_default();
    done.sort_by_key(|(at, _)| *at);
    done.into_iter().map(|(_, result)| result).collect()
}

/// The time since `start`, for people.
pub fn seconds(start: Instant) -> String {
    format!("{:.1} s", start.elapsed().as_secs_f64())
}

/// The path of a program on the PATH.
pub fn find(program: &str) -> Option<PathBuf> {
    let folders = env::var_os("PATH")?;
    let name = [program, env::consts::EXE_SUFFIX].concat();
    env::split_paths(&folders).map(|folder| folder.join(&name)).find(|path| path.is_file())
}

/// A command in the root of the checkout.
pub fn command(program: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(program);
    command.current_dir(project::root());
    command
}

/// The cargo that runs this tool, so that its toolchain is used throughout.
pub fn cargo() -> Command {
    command(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

/// A script of `node_modules`, run by Node; `None` when either is missing.
pub fn node_script(script: &str) -> Option<Command> {
    let node = find("node")?;
    let path = project::root().join("node_modules").join(script);
    path.is_file().then(|| {
        let mut command = command(node);
        command.arg(path);
        command
    })
}

/// Runs a command whose output goes to the terminal.
pub fn shown(command: &mut Command) -> Outcome<()> {
    let line = words(command);
    let status = command.status().map_err(|error| format!("Cannot run `{line}`: {error}."))?;
    if status.success() { Ok(()) } else { Err(format!("`{line}` failed ({status}).")) }
}

/// Runs a command and returns what it printed; its standard error is shown only when it fails.
pub fn quiet(command: &mut Command) -> Outcome<String> {
    let line = words(command);
    let output =
        command.stdin(Stdio::null()).output().map_err(|error| format!("Cannot run `{line}`: {error}."))?;
    let printed = String::from_utf8_lossy(&output.stdout).into_owned();
    if output.status.success() {
        return Ok(printed);
    }
    let errors = String::from_utf8_lossy(&output.stderr);
    Err(format!("`{line}` failed ({}):\n{printed}{errors}", output.status))
}

/// A command as one would type it, with paths of the checkout made relative.
pub fn words(command: &Command) -> String {
    let program = Path::new(command.get_program()).file_stem().unwrap_or_default().to_string_lossy();
    let root = [project::root().to_string_lossy().as_ref(), "/"].concat();
    let arguments = command.get_args().map(|argument| argument.to_string_lossy().replace(&root, ""));
    let mut line = program.into_owned();
    arguments.for_each(|argument| line.extend([" ", &argument]));
    line
}
