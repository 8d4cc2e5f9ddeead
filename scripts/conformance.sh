#!/usr/bin/env bash
# One run over all consumers: N random payloads from SEED to each, answers compared to the byte.
set -euo pipefail
cd "$(dirname "$0")/.."
n=${N:-20000}
seed=${SEED:-1}
target=$(cargo metadata --format-version 1 --no-deps | python3 -c 'import json, sys; print(json.load(sys.stdin)["target_directory"])')
stage=$target/conformance
drivers=$PWD/tests/conformance
mkdir -p "$stage"

cargo build --quiet --release --package oz-status-cli
cargo build --quiet --release --package oz-status-tests --example conformance

make --silent -C bindings-c full
library=$target/c-library/liboz_status_c.a
cc -std=gnu99 -O2 -Wall -Wextra -Werror -Ibindings-c/include "$drivers/consumer.c" "$library" \
  -lpthread -ldl -lm -o "$stage/consumer-c"
c++ -std=c++17 -O2 -Wall -Wextra -Werror -Ibindings-c/include "$drivers/consumer.cpp" "$library" \
  -lpthread -ldl -lm -o "$stage/consumer-cpp"

make --silent wheel npm >"$stage/packages.log" 2>&1 || { cat "$stage/packages.log" >&2; exit 1; }
wheel=$(ls -t dist/*.whl | head -n 1)
tarball=$PWD/$(ls -t dist/*.tgz | head -n 1)
rm -rf "$stage/venv" "$stage/npm"
python3 -m venv "$stage/venv"
"$stage/venv/bin/pip" install --quiet --no-index "$wheel"
mkdir -p "$stage/npm"
cp "$drivers"/*.mjs "$stage/npm/"
playwright=$(node -p "require('./bindings-wasm/package-lock.json').packages['node_modules/playwright-core'].version")
(cd "$stage/npm" && echo '{"private":true,"type":"module"}' >package.json &&
  npm install --silent --no-audit --no-fund --no-save "$tarball" "playwright-core@$playwright")
entry=$(node -p "const e = require('$stage/npm/node_modules/oz-status/package.json').exports['.']; 'node_modules/oz-status/' + (e.import?.default ?? e.import ?? e.default)")
CHROMIUM=$(bindings-wasm/tools/chromium.sh)
export CHROMIUM

python3 scripts/readme.py "$stage" "$library"
with_oracle=${ORACLE:-1}
if [ "$with_oracle" = 1 ]; then
  make --silent -C proofs oracle >"$stage/oracle.log" 2>&1 || { cat "$stage/oracle.log" >&2; exit 1; }
fi

echo
"$target/release/examples/conformance" "$n" "$seed" "$stage" \
  "command=@$target/release/oz-status" \
  "C=$stage/consumer-c" \
  "C++=$stage/consumer-cpp" \
  "Python wheel=$stage/venv/bin/python $drivers/consumer.py" \
  "npm in Node=cd $stage/npm && node node.mjs" \
  "npm in Chromium=cd $stage/npm && node chromium.mjs $entry"

# of the verdicts only, for its model begins where a payload has been read
if [ "$with_oracle" = 1 ]; then
  begin=$(date +%s%N)
  judged=$(python3 proofs/oracle/oracle.py proofs/out/oracle check "$stage/verdicts.ndjson") || { echo "$judged"; exit 1; }
  read -r _ verdicts refusals differences <<<"$judged"
  tenths=$((($(date +%s%N) - begin) / 100000000))
  echo "| oracle of the proofs | $((verdicts + refusals)) | $verdicts | $refusals | $differences | $((tenths / 10)).$((tenths % 10)) |"
else
  echo
  echo 'without the oracle of the proofs: make conformance has it, and make prove'
fi
echo
echo '0 differences'
