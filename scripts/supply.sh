#!/usr/bin/env bash
# Supply chain: licences, sources and bans; bills of materials in CycloneDX for crate, wheel and npm package; and
# packages that come out the same when built twice in two folders.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/tools.sh
need_tool cargo-deny 0.20.2 --locked
need_tool cargo-cyclonedx 0.5.9 --locked
cargo deny --all-features check bans licenses sources

mkdir -p dist/sbom
for crate in core cli bindings-python bindings-wasm bindings-c; do
  cargo cyclonedx --quiet --manifest-path "$crate/Cargo.toml" --format json --all-features --override-filename sbom
  mv "$crate/sbom.json" "dist/sbom/$crate.cdx.json"
  find . -name sbom.json -not -path './target/*' -not -path './.tools/*' -not -path './node_modules/*' -delete
  echo "bill of materials: dist/sbom/$crate.cdx.json"
done
(cd bindings-wasm && npm sbom --omit=dev --sbom-format cyclonedx) >dist/sbom/npm.cdx.json
echo 'bill of materials: dist/sbom/npm.cdx.json'

scripts/reproducible.sh
