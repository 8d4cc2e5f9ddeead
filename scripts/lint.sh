#!/usr/bin/env bash
# Formatting and lints, for every set of features that users can choose.
set -euo pipefail
cd "$(dirname "$0")/.."
cargo fmt --all --check
for features in '' alloc std serde alloc,serde json std,json; do
  echo "clippy: oz-status, features [$features]"
  cargo clippy --quiet --package oz-status --all-targets --features "$features" -- -D warnings
done
echo 'clippy: workspace'
cargo clippy --quiet --workspace --exclude oz-status-python --exclude oz-status-wasm --all-targets -- -D warnings
