#!/usr/bin/env bash
# Line and region coverage of core by its own tests, the vectors and the laws; what is not reached must be listed in
# scripts/uncovered.txt with its reason.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/tools.sh
need_tool cargo-llvm-cov 0.9.1 --locked
rustup component list --installed | grep -q '^llvm-tools' || rustup component add llvm-tools

export OZ_STATUS_ROUNDS=${OZ_STATUS_ROUNDS:-2000}
cargo llvm-cov clean --workspace
cargo llvm-cov --no-report --quiet --package oz-status --all-features --lib >/dev/null
cargo llvm-cov --no-report --quiet --package oz-status-tests \
  --test vectors --test laws --test aggregates --test differential --test types >/dev/null
cargo llvm-cov report --json --output-path target/coverage.json
cargo llvm-cov report --lcov --output-path target/coverage.lcov
python3 scripts/coverage.py target/coverage.json target/coverage.lcov scripts/uncovered.txt
