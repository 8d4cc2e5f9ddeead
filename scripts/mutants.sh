#!/usr/bin/env bash
# Mutation testing: every change that a mutant makes to core must be caught by a test. SHARD=k/n runs a part.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/tools.sh
need_tool cargo-mutants 27.1.0 --locked
cargo mutants --package oz-status --test-package oz-status --test-package oz-status-tests --all-features \
  --timeout 120 --jobs 2 --no-shuffle --output target/mutants ${SHARD:+--shard "$SHARD"} "$@"
