#!/usr/bin/env bash
# Mutation testing: every change that a mutant makes to core must be caught by a test. SHARD=k/n runs a part.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/tools.sh
need_tool cargo-mutants 27.1.0 --locked
need_tool cargo-nextest 0.9.143 --locked
cargo mutants --package oz-status --test-package oz-status --test-package oz-status-tests --all-features \
  --test-tool nextest --profile mutants --jobs 2 --no-shuffle ${SHARD:+--shard "$SHARD"} "$@" -- --no-fail-fast=false 
