#!/usr/bin/env bash
# Fuzzing: RUNS of each target (default: a short run), over what earlier runs found worth keeping.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/tools.sh
runs=${RUNS:-20000}
need_nightly
need_tool cargo-fuzz 0.13.2 --locked
mkdir -p fuzz/corpus/payload
if [ -z "$(ls fuzz/corpus/payload 2>/dev/null)" ]; then
  for story in tests/payloads/*.json; do
    { printf '\3'; cat "$story"; } >"fuzz/corpus/payload/$(basename "$story")"
  done
fi
report='| target | runs | findings |\n|---|---:|---:|\n'
for target in payload words aggregates columns; do
  mkdir -p "fuzz/corpus/$target"
  echo "fuzz: $target, $runs runs"
  log=$(mktemp)
  if ! cargo +nightly fuzz run "$target" -- -runs="$runs" -max_len=4096 -timeout=20 -rss_limit_mb=4096 \
    -print_final_stats=1 >"$log" 2>&1; then
    tail -40 "$log" >&2
    echo "fuzz: $target found something, see fuzz/artifacts/$target" >&2
    exit 1
  fi
  done_runs=$(sed -n 's/^stat::number_of_executed_units: //p' "$log")
  rm -f "$log"
  [ "${done_runs:-0}" -ge "$runs" ] || { echo "fuzz: $target ran only ${done_runs:-0} times" >&2; exit 1; }
  report+="| $target | $done_runs | 0 |\n"
done
printf "$report"
