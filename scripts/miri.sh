#!/usr/bin/env bash
# Miri over core's own tests: no undefined behaviour, here and on a machine of the other endianness.
# TARGETS chooses other machines.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/tools.sh
need_nightly miri rust-src
export MIRIFLAGS='-Zmiri-strict-provenance -Zmiri-disable-isolation' OZ_STATUS_ROUNDS=20
report='| core under Miri on | tests | findings |\n|---|---:|---:|\n'
log=$(mktemp)
trap 'rm -f "$log"' EXIT
for target in ${TARGETS:-x86_64-unknown-linux-gnu s390x-unknown-linux-gnu}; do
  if ! cargo +nightly miri test --quiet --package oz-status --all-features --lib --target "$target" \
    --target-dir target/miri >"$log" 2>&1; then
    tail -40 "$log" >&2
    exit 1
  fi
  passed=$(sed -n 's/^test result: ok\. \([0-9]*\) passed.*/\1/p' "$log" | head -1)
  [ "${passed:-0}" -gt 0 ] || { cat "$log" >&2; echo "miri: no test ran on $target" >&2; exit 1; }
  report+="| $target | $passed | 0 |\n"
done
printf "$report"
