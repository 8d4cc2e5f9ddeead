#!/usr/bin/env bash
# Mutation testing: whatever a mutant changes, a test must notice. Arguments are passed on: `-f core/src/tally.rs`.
# Mutants that change nothing one can see are listed in .cargo/mutants.toml.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/tools.sh
need_tool cargo-mutants 27.1.0 --locked

export OZ_STATUS_ROUNDS=2000
unset CARGO_TARGET_DIR
# builds in memory, where there is enough of it
[ -n "${TMPDIR:-}" ] || [ ! -w /dev/shm ] || export TMPDIR=/dev/shm
out=target/mutants/core
rm -rf "$out"
mkdir -p "$out"

common=(--package oz-status --all-features --jobs "${JOBS:-2}" --no-shuffle --build-timeout 60 --output "$out")
# most fall to the unit tests alone, which are built most quickly; the vectors are tried on the rest
cargo mutants "${common[@]}" --cargo-arg=--lib "$@" || [ $? -lt 4 ]
cp -r "$out/mutants.out" "$out/units"
cargo mutants "${common[@]}" --cargo-arg=--package=oz-status-tests --cargo-arg=--lib --cargo-arg=--test=vectors \
  --iterate "$@" || [ $? -lt 4 ]

# lines of NAME.txt of both runs; whatever the second looked at again is told by it alone
both() { cat "$out/units/$1.txt" "$out/mutants.out/$1.txt" | sort -u | wc -l; }
last() { wc -l <"$out/mutants.out/$1.txt"; }
caught=$(both caught) unviable=$(both unviable) timeout=$(last timeout) missed=$(last missed)
printf '%-10s%10s%10s%12s%10s%10s\n' '' mutants caught 'timed out' unviable missed
printf '%-10s%10s%10s%12s%10s%10s\n' core $((caught + unviable + timeout + missed)) "$caught" "$timeout" "$unviable" \
  "$missed"
cat "$out/mutants.out/missed.txt"
[ "$missed" -eq 0 ]
