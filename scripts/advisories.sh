#!/usr/bin/env bash
# Known advisories on what is locked, and crates withdrawn. Fetches the database, and fails where it cannot.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/tools.sh
need_tool cargo-deny 0.20.2 --locked
for graph in . fuzz bindings-c/header; do
  cargo deny --locked --workspace --config deny.toml --manifest-path "$graph/Cargo.toml" check advisories
done
