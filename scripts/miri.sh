#!/usr/bin/env bash
# Miri over core: no undefined behaviour, on this machine and on one of the other endianness and width.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/tools.sh
need_nightly miri rust-src
export MIRIFLAGS=-Zmiri-strict-provenance
for target in x86_64-unknown-linux-gnu s390x-unknown-linux-gnu i686-unknown-linux-gnu; do
  echo "miri: oz-status on $target"
  cargo +nightly miri test --quiet --package oz-status --features std,json --lib --target "$target"
done
