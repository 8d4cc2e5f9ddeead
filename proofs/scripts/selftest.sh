#!/usr/bin/env bash
# The checks can fail: an axiom, an unproven statement, a borrowed axiom, a wrong link and wrong vectors are each found.
set -euo pipefail
cd "$(dirname "$0")/.."
oracle=$PWD/out/oracle
vectors=$PWD/../tests/vectors
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

verdict() { # NAME [RULES]: what the check says of a folder that holds this file alone
  rm -rf "$scratch/one" && mkdir "$scratch/one"
  cp "selftest/$1.v" "$scratch/one/"
  (cd "$scratch/one" && coqc -q -Q . Selftest "$1.v")
  python3 scripts/assumptions.py "$scratch/one" Selftest ${2:+"$2"} >"$scratch/said" 2>&1
}

must_fail() { # MESSAGE, then the command
  local message=$1
  shift
  if "$@"; then
    echo "self-test: $* passed, and must not" >&2
    exit 1
  fi
  grep -q "$message" "$scratch/said" || { echo "self-test: $* failed for another reason:" >&2; cat "$scratch/said" >&2; exit 1; }
}

verdict Sound || { echo 'self-test: a sound theorem is refused' >&2; cat "$scratch/said" >&2; exit 1; }
printf 'Theorems: `nothing_lost`.\n' >"$scratch/rules.md"
must_fail 'linked, but no theorem' verdict Sound "$scratch/rules.md"
must_fail 'not proven' verdict Axiom
must_fail 'not proven' verdict Admitted
must_fail 'rests on axioms' verdict Borrowed

wrong_lattice() {
  sed 's/^join SUCCESS DECLINED DECLINED$/join SUCCESS DECLINED SUCCESS/' "$vectors/lattice.txt" >"$scratch/lattice.txt"
  "$oracle" lattice "$scratch/lattice.txt" >"$scratch/said" 2>&1
}
wrong_verdict() {
  head -n 40 "$vectors/stories.ndjson" | sed 's/\\"decision\\":\\"REJECT\\"/\\"decision\\":\\"ACCEPT\\"/' >"$scratch/wrong.ndjson"
  python3 oracle/oracle.py "$oracle" check "$scratch/wrong.ndjson" >"$scratch/said" 2>&1
}
wrong_error() {
  printf '%s\n' '{"name":"wrong","payload":"[{}]","options":{"require":[]},"error":{"code":"conflicting_groups","path":""}}' \
    >"$scratch/wrong.ndjson"
  python3 oracle/oracle.py "$oracle" check "$scratch/wrong.ndjson" >"$scratch/said" 2>&1
}
must_fail 'difference:' wrong_lattice
must_fail 'difference:' wrong_verdict
must_fail 'difference:' wrong_error
echo 'self-tests 7'
