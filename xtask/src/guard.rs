//! Runs one case so that neither a panic nor a hang ends the whole run.

use std::panic::{self, AssertUnwindSafe};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::Duration;

/// How long one case may take. The slowest right case takes well under a second in a debug build.
pub const LIMIT: Duration = Duration::from_secs(10);

/// Stack of a case's thread, in bytes: debug builds of a recursive interpreter are generous with frames.
const STACK: usize = 64 << 20;

/// Runs `case` in a thread of its own.
///
/// # Errors
/// Says in one sentence that it panicked (with the message) or did not come back within [`LIMIT`]. A thread that
/// hangs is left behind; it ends with the process.
pub fn guarded<T: Send + 'static>(case: impl FnOnce() -> T + Send + 'static) -> Result<T, String> {
    guarded_for(LIMIT, case)
}

fn guarded_for<T: Send + 'static>(
    limit: Duration,
    case: impl FnOnce() -> T + Send + 'static,
) -> Result<T, String> {
    let (done, answer) = mpsc::channel();
    let thread = thread::Builder::new().name("case".into()).stack_size(STACK);
    let spawned = thread.spawn(move || {
        let result = panic::catch_unwind(AssertUnwindSafe(case));
        // Nobody listens any more when the time was up.
        let _ = done.send(result);
    });
    spawned.map_err(|error| format!("could not start a thread: {error}"))?;
    match answer.recv_timeout(limit) {
        Ok(Ok(value)) => Ok(value),
        Ok(Err(payload)) => Err(format!("panicked: {}", panic_message(payload.as_ref()))),
        Err(RecvTimeoutError::Timeout) => Err(format!("did not come back within {} s", limit.as_secs_f32())),
        Err(RecvTimeoutError::Disconnected) => Err("its thread died without a word".into()),
    }
}

fn panic_message(payload: &(dyn std::any::Any + Send)) -> &str {
    let owned = payload.downcast_ref::<String>().map(String::as_str);
    owned.or_else(|| payload.downcast_ref::<&str>().copied()).unwrap_or("with something that is no text")
}

/// Keeps panics from printing their backtraces while cases run: the report names them.
pub fn hush() {
    panic::set_hook(Box::new(|info| {
        let in_case = thread::current().name() == Some("case");
        if !in_case {
            eprintln!("{info}");
        }
    }));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_panics_and_hangs_are_told_apart() {
        assert_eq!(guarded(|| 7), Ok(7));
        let panicked = guarded(|| -> () { panic!("index {}", 3) });
        assert_eq!(panicked, Err("panicked: index 3".to_owned()));
        let hung = guarded_for(Duration::from_millis(50), || thread::sleep(Duration::from_secs(2)));
        assert_eq!(hung, Err("did not come back within 0.05 s".to_owned()));
    }
}
