#!/bin/sh
# Compiles the crate so that each block of code calls a function, which counts it (measure/src/fields/steps.rs); all other
# crates as they are. Cargo calls it in place of the compiler: RUSTC_WORKSPACE_WRAPPER.
case " $* " in
*" --crate-name citelet "*)
  exec "$@" -C opt-level=1 -C passes=sancov-module -C llvm-args=-sanitizer-coverage-level=2 \
    -C llvm-args=-sanitizer-coverage-trace-pc-guard
  ;;
*) exec "$@" ;;
esac
