#!/usr/bin/env bash
# The wheel, the WebAssembly module and the C library, built twice in two folders, are the same to the byte.
set -euo pipefail
cd "$(dirname "$0")/.."
root=$PWD
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for copy in first second/in/another/place; do
  mkdir -p "$work/$copy"
  git archive HEAD | tar -x -C "$work/$copy"
  ln -s "$root/.tools" "$work/$copy/.tools"
  (cd "$work/$copy" && git init --quiet && unset CARGO_TARGET_DIR &&
    make --silent wheel npm >build.log 2>&1 && make --silent -C bindings-c full >>build.log 2>&1) ||
    { tail -40 "$work/$copy/build.log" >&2; exit 1; }
done
report='| built twice | same bytes |\n|---|---|\n'
status=0
for file in dist/*.whl dist/*.tgz target/c-library/liboz_status_c.a; do
  one=$(cd "$work/first" && ls $file)
  if cmp -s "$work/first/$one" "$work/second/in/another/place/$one"; then
    report+="| $one | yes |\n"
  else
    report+="| $one | NO |\n"
    status=1
  fi
done
printf "$report"
exit $status
