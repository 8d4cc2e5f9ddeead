#!/usr/bin/env bash
# Mutation testing: whatever a mutant changes, a test must notice. Arguments are passed on: `-f core/src/tally.rs`.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/tools.sh
need_tool cargo-mutants 27.1.0 --locked

# quick tests only: whoever is not caught by these wants a test that says why
export OZ_STATUS_ROUNDS=2000
unset CARGO_TARGET_DIR
# in memory, where there is enough of it
[ -n "${TMPDIR:-}" ] || [ ! -w /dev/shm ] || export TMPDIR=/dev/shm

mkdir -p target/mutants
common=(--package oz-status --all-features --jobs "${JOBS:-2}" --no-shuffle --output target/mutants/core)
# most fall to the unit tests alone, which are built most quickly; the vectors are tried on the rest
cargo mutants "${common[@]}" --cargo-arg=--lib "$@" || true
cargo mutants "${common[@]}" --cargo-arg=--package=oz-status-tests --cargo-arg=--lib --cargo-arg=--test=vectors \
  --iterate "$@"
