#!/usr/bin/env bash
# Mutation testing: whatever a mutant changes, a test must notice. PARTS chooses among core, cli and bindings-c;
# arguments are passed on: `PARTS=core scripts/mutants.sh -f core/src/tally.rs`.
# Mutants that change nothing one can see are listed in .cargo/mutants.toml.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/tools.sh
need_tool cargo-mutants 27.1.0 --locked

export OZ_STATUS_ROUNDS=2000
unset CARGO_TARGET_DIR
# builds in memory, where there is enough of it
[ -n "${TMPDIR:-}" ] || [ ! -w /dev/shm ] || export TMPDIR=/dev/shm

# what of each part is changed, what most mutants fall to, and what is tried on the rest
declare -A changed=(
  [core]='--package oz-status --all-features'
  # all but what draws
  [cli]='--package oz-status-cli -f cli/src/{args,exit,generated,input,lib,main,resolve,size}.rs
    -f cli/src/audit/{budget,counter,judge,lines,mod,notes,pipeline}.rs'
  [bindings-c]='--package oz-status-c'
)
declare -A first=(
  [core]='--cargo-arg=--lib'
  # without its slow tests
  [cli]='--cargo-arg=--lib --cargo-arg=--bins --cargo-arg=--test=command --cargo-test-arg=-- --cargo-test-arg=--skip
    --cargo-test-arg=long_lines --cargo-test-arg=--skip --cargo-test-arg=output_is_in_input_order'
  [bindings-c]='--cargo-arg=--lib --cargo-arg=--test=border'
)
declare -A rest=(
  [cli]='--cargo-arg=--lib --cargo-arg=--bins --cargo-arg=--test=command'
  [core]='--cargo-arg=--package=oz-status-tests --cargo-arg=--lib --cargo-arg=--test=vectors'
  [bindings-c]='--cargo-arg=--features=programs --cargo-arg=--test=programs'
)

# lines of NAME.txt of both runs; whatever the second looked at again is told by it alone
both() { cat "$out"/{units,mutants.out}/"$1.txt" 2>/dev/null | sort -u | wc -l; }
last() { wc -l <"$out/mutants.out/$1.txt"; }

row='%-12s%10s%10s%12s%10s%10s\n'
# shellcheck disable=SC2059
report=$(printf "$row" '' mutants caught 'timed out' unviable missed) failed=0 survivors=''
for part in ${PARTS:-core cli bindings-c}; do
  out=target/mutants/$part
  rm -rf "$out"
  mkdir -p "$out"
  # shellcheck disable=SC2206
  common=(${changed[$part]} --jobs "${JOBS:-2}" --no-shuffle --build-timeout 240 --output "$out")
  # shellcheck disable=SC2086
  cargo mutants "${common[@]}" ${first[$part]} "$@" || [ $? -lt 4 ]
  if [ -n "${rest[$part]:-}" ] && [ -s "$out/mutants.out/missed.txt" ]; then
    cp -r "$out/mutants.out" "$out/units"
    # shellcheck disable=SC2086
    cargo mutants "${common[@]}" ${rest[$part]} --iterate --timeout 90 "$@" || [ $? -lt 4 ]
  fi
  caught=$(both caught) unviable=$(both unviable) timeout=$(last timeout) missed=$(last missed)
  # shellcheck disable=SC2059
  report+=$'\n'$(printf "$row" "$part" $((caught + unviable + timeout + missed)) "$caught" "$timeout" "$unviable" "$missed")
  survivors+=$(cat "$out/mutants.out/missed.txt")
  [ "$missed" -eq 0 ] || failed=1
done
printf '%s\n' "$report" "$survivors"
exit "$failed"
