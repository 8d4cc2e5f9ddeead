#!/usr/bin/env bash
# Line and region coverage of core by its own tests, the vectors and the laws.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/tools.sh
need_tool cargo-llvm-cov 0.9.1 --locked
rustup component list --installed | grep -q '^llvm-tools' || rustup component add llvm-tools
cargo llvm-cov clean --workspace
cargo llvm-cov --no-report --quiet --package oz-status --all-features
cargo llvm-cov --no-report --quiet --package oz-status-tests --tests
cargo llvm-cov report --ignore-filename-regex '(^|/)(cli|tests|benches)/|registry' "$@"
