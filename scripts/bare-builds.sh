#!/usr/bin/env bash
# The core on small devices, in the browser's machine, on the oldest supported compiler, and without dependencies.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/rust-targets.sh
need_target thumbv7em-none-eabihf
need_target wasm32-unknown-unknown
for features in '' alloc; do
  echo "thumbv7em-none-eabihf, features [$features]"
  cargo build --quiet --package oz-status --target thumbv7em-none-eabihf --features "$features"
done
for features in '' alloc json; do
  echo "wasm32-unknown-unknown, features [$features]"
  cargo build --quiet --package oz-status --target wasm32-unknown-unknown --features "$features"
done

tree=$(cargo tree --edges normal --package oz-status --prefix none)
if [ "$(wc -l <<<"$tree")" -ne 1 ]; then
  printf 'oz-status has dependencies by default:\n%s\n' "$tree" >&2
  exit 1
fi
echo 'no dependency by default'

oldest=$(sed -n 's/^rust-version = "\(.*\)"$/\1/p' Cargo.toml)
case $(rustc --version) in
  "rustc $oldest."*) compiler=() ;;
  *) compiler=("+$oldest.0") ;;
esac
echo "rust-version $oldest"
cargo "${compiler[@]}" check --quiet --package oz-status --package oz-status-cli --all-features
