//! Host tools of the project: `cargo xtask build | serve | test | styles | score | bench | dist`.
fn main() {}
