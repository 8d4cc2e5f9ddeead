#!/bin/sh
# The Rust tests of the border under Miri.
set -eu
cd "$(dirname "$0")/../.."
rustup toolchain list | grep -q '^nightly' || rustup -q toolchain install nightly --profile minimal >&2
rustup -q component add miri rust-src --toolchain nightly >&2
MIRIFLAGS="-Zmiri-strict-provenance -Zmiri-disable-isolation" \
    cargo +nightly miri test -q --locked -p oz-status-c --target-dir "${CARGO_TARGET_DIR:-target}/c-miri"
