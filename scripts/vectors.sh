#!/usr/bin/env bash
# The vectors are what the reference gives today.
set -euo pipefail
cd "$(dirname "$0")/.."
cargo run --quiet --package oz-status-tests --bin vectors -- --check
