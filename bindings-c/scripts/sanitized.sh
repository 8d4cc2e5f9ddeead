#!/bin/sh
# sanitized.sh address|thread: the static library with the Rust side instrumented, which takes a nightly compiler.
# Prints the directory that holds it.
set -eu
cd "$(dirname "$0")/../.."
target=${CARGO_TARGET_DIR:-target}
host=$(rustc -vV | sed -n 's/^host: //p')
rustup toolchain list | grep -q '^nightly' || rustup -q toolchain install nightly --profile minimal >&2
case $1 in
address) name=c-asan; std= ;;
# the standard library too: ThreadSanitizer would misread what it cannot see
thread) name=c-tsan; std=-Zbuild-std; rustup -q component add rust-src --toolchain nightly >&2 ;;
*) exit 2 ;;
esac
RUSTFLAGS="-Zsanitizer=$1" cargo +nightly rustc -q $std -p oz-status-c --lib --locked --release --crate-type staticlib \
    --config 'profile.release.lto=false' --config 'profile.release.codegen-units=16' --config 'profile.release.opt-level=1' \
    --target "$host" --target-dir "$target/c-sanitized" >&2
mkdir -p "$target/$name"
cp "$target/c-sanitized/$host/release/liboz_status_c.a" "$target/$name/"
echo "$target/$name"
