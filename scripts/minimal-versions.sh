#!/usr/bin/env bash
# The lower bounds of Cargo.toml are true: everything builds with exactly them, in a copy, by the stable compiler.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/tools.sh
. scripts/rust-targets.sh
need_nightly
need_target wasm32-unknown-unknown
export CARGO_TARGET_DIR=$(cargo metadata --format-version 1 --no-deps |
  python3 -c 'import json, sys; print(json.load(sys.stdin)["target_directory"])')/minimal
copy=$(mktemp -d)
trap 'rm -rf "$copy"' EXIT
commit=$(git stash create)
git archive "${commit:-HEAD}" | tar -x -C "$copy"
cd "$copy"
# a bound that is too low for what another dependency asks is an error here
cargo +nightly update --quiet -Z direct-minimal-versions
cargo check --quiet --locked --workspace --all-features --all-targets --exclude oz-status-wasm
cargo check --quiet --locked --package oz-status-wasm --lib --target wasm32-unknown-unknown
echo "minimal versions: $(cargo tree --quiet --locked --workspace --depth 1 --prefix none --edges normal,build,dev |
  grep -v '(/' | grep . | sort -u | grep -vc '(\*)') direct dependencies at their lower bounds"
