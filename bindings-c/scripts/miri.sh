#!/bin/sh
# The Rust tests of the border under Miri: here, those without payloads on a machine of 32 bits, all on one of the
# other endianness.
set -eu
cd "$(dirname "$0")/../.."
rustup toolchain list | grep -q '^nightly' || rustup -q toolchain install nightly --profile minimal >&2
rustup -q component add miri rust-src --toolchain nightly >&2
export MIRIFLAGS="-Zmiri-strict-provenance -Zmiri-disable-isolation"
miri() {
    cargo +nightly miri test -q --locked -p oz-status-c --target-dir "${CARGO_TARGET_DIR:-target}/c-miri" "$@"
}
miri
miri --target i686-unknown-linux-gnu --test border -- columns folders output
miri --target s390x-unknown-linux-gnu --test border
