#!/bin/sh
# Builds the library with cargo alone. Last line printed: the directory that holds it.
#   build.sh full    header functions all, static and shared
#   build.sh small   without JSON, std, allocation and unwinding: static only
#   build.sh thumb   small, for thumbv7em-none-eabihf
set -eu
cd "$(dirname "$0")/../.."
target=${CARGO_TARGET_DIR:-target}
case $target in /*) ;; *) target=$(pwd)/$target ;; esac
# the same bytes wherever it is built
export RUSTFLAGS="${RUSTFLAGS:-} --remap-path-prefix=${CARGO_HOME:-$HOME/.cargo}=cargo --remap-path-prefix=$(pwd)=."
version=$(cargo pkgid --offline -p oz-status-c | sed 's/.*[@#]//')
case $1 in
full)
    # before 1.0 a minor version may break programs: both numbers name the interface
    cargo rustc -q -p oz-status-c --lib --locked --profile c-library --crate-type staticlib,cdylib \
        -- -C "link-arg=-Wl,-soname,liboz_status.so.${version%.*}" >&2
    echo "$target/c-library" ;;
small)
    cargo rustc -q -p oz-status-c --lib --locked --profile c-small --no-default-features --crate-type staticlib >&2
    echo "$target/c-small" ;;
thumb)
    rustup -q target add thumbv7em-none-eabihf >&2
    cargo rustc -q -p oz-status-c --lib --locked --profile c-small --no-default-features --crate-type staticlib \
        --target thumbv7em-none-eabihf >&2
    echo "$target/thumbv7em-none-eabihf/c-small" ;;
*) echo "build.sh full|small|thumb" >&2; exit 2 ;;
esac
