#!/usr/bin/env bash
# Supply chain: lock files that are up to date, licences, sources and duplicates, and bills of materials in dist/sbom.
# Known advisories are not asked for here, since their database comes from outside: `make advisories` does.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/tools.sh
(
  # they run for seconds: building them fast is worth more
  export CARGO_PROFILE_RELEASE_OPT_LEVEL=1 CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16
  need_tool cargo-deny 0.20.2 --locked
  need_tool cargo-cyclonedx 0.5.9 --locked
)
python=$tools/sbom/bin/python
if [ ! "$tools/sbom/ready" -nt scripts/sbom-requirements.lock ]; then
  python3 -m venv --clear "$tools/sbom"
  "$tools/sbom/bin/pip" install --quiet --no-deps --require-hashes -r scripts/sbom-requirements.lock
  touch "$tools/sbom/ready"
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
report='| check | result |\n|---|---|\n'
row() { report+="| $1 | $2 |\n"; }

locked=
for lock in Cargo.lock fuzz/Cargo.lock bindings-c/header/Cargo.lock; do
  cargo metadata --quiet --locked --format-version 1 --manifest-path "${lock%lock}toml" >"$work/metadata" ||
    { echo "supply: $lock is not up to date" >&2; exit 1; }
  locked+=", $(grep -c '^\[\[package' "$lock") in $lock"
done
(cd bindings-wasm && npm ci --dry-run --ignore-scripts --no-audit --no-fund --loglevel=error) >"$work/npm" 2>&1 ||
  { cat "$work/npm" >&2; echo 'supply: bindings-wasm/package-lock.json is not up to date' >&2; exit 1; }
locked+=", $(grep -c '"integrity"' bindings-wasm/package-lock.json) in package-lock.json"
for list in bindings-python/requirements-dev scripts/sbom-requirements; do
  names() { sed -nE 's/^([A-Za-z0-9._-]+)(\[.*\])?==([^ ]+).*/\1==\3/p' "$1" | tr 'A-Z_.' 'a-z--' | sort; }
  if [ -n "$(comm -23 <(names "$list.txt") <(names "$list.lock"))" ] || grep -qE '^[A-Za-z].*[^\\]$' "$list.lock"; then
    echo "supply: $list.lock lacks a version or a checksum; run scripts/locks.sh" >&2
    exit 1
  fi
  locked+=", $(names "$list.lock" | wc -l) in $(basename "$list").lock"
done
row 'lock files up to date' "${locked#, }"

graphs=(. fuzz bindings-c/header)
for graph in "${graphs[@]}"; do
  deny=(cargo deny --locked --workspace --config deny.toml --manifest-path "$graph/Cargo.toml")
  what=(check --deny unnecessary-skip bans licenses sources)
  "${deny[@]}" --format json "${what[@]}" >>"$work/deny" 2>&1 || { "${deny[@]}" "${what[@]}" >&2; exit 1; }
done
unused='"code":"(unmatched-skip|license-not-encountered|license-exception-not-encountered)"'
stale=$(grep -E "$unused" "$work/deny" | grep -oE '"column":[0-9]+,"line":[0-9]+,"message":"unmatched' | sort | uniq -c |
  awk -v all="${#graphs[@]}" '$1 == all' || true)
[ -z "$stale" ] || { printf 'supply: what deny.toml allows here is nowhere used:\n%s\n' "$stale" >&2; exit 1; }
row 'licences, sources, duplicates' "as deny.toml allows, in ${#graphs[@]} graphs"
row 'known advisories' 'not asked: make advisories, where their database can be fetched'

# cargo-cyclonedx writes beside every manifest of a workspace, hence in a copy
commit=$(git stash create)
mkdir "$work/copy" dist/sbom -p
git archive "${commit:-HEAD}" | tar -x -C "$work/copy"
version=$(cargo pkgid --package oz-status | sed 's/.*[@#]//')
host=$(rustc -vV | sed -n 's/^host: //p')
# not `all`: that follows dependencies that no platform has, such as serde's on serde_derive
everywhere='x86_64-unknown-linux-gnu aarch64-apple-darwin x86_64-pc-windows-msvc wasm32-unknown-unknown'
# bill PURL FOLDER PACKAGE TARGETS OUT [NPM]
bill() {
  local purl=$1 folder=$2 package=$3 targets=$4 out=$5
  local single=$targets target found
  [[ $targets != *' '* ]] || single=all
  local features=(--all-features)
  # features are those of what is built: the crates with all, a package for others with the default
  [ "$purl" = "pkg:cargo/$package@$version" ] || features=()
  find "$work/copy" -name sbom.json -delete
  (cd "$work/copy" && SOURCE_DATE_EPOCH=0 cargo cyclonedx --quiet --manifest-path "$folder/Cargo.toml" --format json \
    --spec-version 1.5 --all --target "$single" --override-filename sbom "${features[@]}")
  for target in $targets; do
    cargo tree --quiet --locked --package "$package" --target "$target" --edges normal,build --prefix none --no-dedupe \
      --format '{p}' "${features[@]}"
  done >"$work/tree"
  found=$("$python" scripts/sbom.py "$purl" "$work/copy/$folder/sbom.json" "$work/tree" "$out" "${@:6}")
  row "$out" "$found as locked, CycloneDX 1.5"
}
(cd bindings-wasm && npm sbom --omit=dev --package-lock-only --sbom-format cyclonedx) >"$work/npm.json"
bill "pkg:cargo/oz-status@$version" core oz-status "$everywhere" dist/sbom/crate.cdx.json
bill "pkg:cargo/oz-status-cli@$version" cli oz-status-cli "$everywhere" dist/sbom/command.cdx.json
bill "pkg:pypi/oz-status@$version" bindings-python oz-status-python "$host" dist/sbom/wheel.cdx.json
bill "pkg:npm/oz-status@$version" bindings-wasm oz-status-wasm wasm32-unknown-unknown dist/sbom/npm.cdx.json "$work/npm.json"
bill "pkg:cargo/oz-status-c@$version" bindings-c oz-status-c "$host" dist/sbom/c-library.cdx.json
printf "$report"
