#!/usr/bin/env bash
# Fuzzing: RUNS of each of TARGETS (default: a short run of all), from the committed seeds and what earlier runs kept.
# RECORD=1 puts what was run into fuzz/RECORD.md.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/tools.sh
runs=${RUNS:-20000}
record=fuzz/RECORD.md

# how long inputs may be: as short as reaches everything, for speed
declare -A longest=([words]=64 [aggregates]=64 [columns]=200 [c_interface]=256 [payload]=512 [python]=200)

# what runs a target: unsafe code under the address sanitizer, safe code without it, which is four times as fast
prepare() {
  case $1 in
    python)
      make --silent -C bindings-python fuzz-ready >&2
      run=("$tools/python-fuzz/bin/python" -P bindings-python/fuzz/python.py)
      ;;
    *)
      local sanitizer=none
      [ "$1" != c_interface ] || sanitizer=address
      local build=(-s "$sanitizer" --target-dir "fuzz/target/$sanitizer")
      cargo +nightly fuzz build "${build[@]}" "$1" 2>"$log" || { cat "$log" >&2; exit 1; }
      run=("fuzz/target/$sanitizer/$host/release/$1")
      ;;
  esac
}

# put TARGET ROW: the row of this target in the record, in the place of an earlier one
put() {
  if [ ! -e "$record" ]; then
    printf '%s\n' '# Fuzzing on record' '' \
      'Written by `RECORD=1 RUNS=10000000 scripts/fuzz.sh`: the last recorded run of each target, on a shared machine.' '' \
      '| target | runs | executions per second | findings | date | commit | machine |' \
      '|---|---:|---:|---:|---|---|---|' >"$record"
  fi
  grep -v "^| $1 |" "$record" >"$log" || true
  cat "$log" >"$record"
  echo "$2" >>"$record"
}

need_nightly
need_tool cargo-fuzz 0.13.2 --locked
host=$(rustc -vV | sed -n 's/^host: //p')
machine="$(nproc) cores,$(sed -n 's/^model name[^:]*://p' /proc/cpuinfo | head -1)"
log=$(mktemp)
trap 'rm -f "$log"' EXIT
report='' failed=0
for target in ${TARGETS:-words aggregates columns c_interface payload python}; do
  commit=$(git rev-parse --short HEAD)
  prepare "$target"
  mkdir -p "fuzz/corpus/$target" "fuzz/artifacts/$target"
  echo "fuzz: $target, $runs runs" >&2
  begin=$(date +%s%N) findings=0
  words=()
  case $target in payload | python | c_interface) words=(-dict=fuzz/payload.dict) ;; esac
  "${run[@]}" "fuzz/corpus/$target" "fuzz/seeds/$target" -artifact_prefix="fuzz/artifacts/$target/" -runs="$runs" \
    "${words[@]}" -max_len="${longest[$target]}" -timeout=20 -rss_limit_mb=4096 -print_final_stats=1 >"$log" 2>&1 || findings=1
  milliseconds=$((($(date +%s%N) - begin) / 1000000 + 1))
  done_runs=$(sed -n 's/^stat::number_of_executed_units: *//p' "$log")
  done_runs=${done_runs:-0}
  if [ "$findings" -ne 0 ]; then
    tail -60 "$log" >&2
    echo "fuzz: $target found something, see fuzz/artifacts/$target" >&2
    failed=1
  elif [ "$done_runs" -lt "$runs" ]; then
    echo "fuzz: $target ran only $done_runs times" >&2
    failed=1
  fi
  figures="| $target | $done_runs | $((done_runs * 1000 / milliseconds)) | $findings |"
  report+="$figures"$'\n'
  [ -z "${RECORD:-}" ] || put "$target" "$figures $(date +%F) | $commit |$(sed 's/^/ /' <<<"$machine") |"
done
printf '| target | runs | executions per second | findings |\n|---|---:|---:|---:|\n%s' "$report"
exit "$failed"
