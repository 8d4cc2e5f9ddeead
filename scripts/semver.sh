#!/usr/bin/env bash
# The public interface of the crate against the last release (the highest tag v*, or BASELINE); until there is one,
# against the last commit. Then against itself with a function taken away, which must be seen.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/tools.sh
(
  # it runs for seconds: building it fast is worth more
  export CARGO_PROFILE_RELEASE_OPT_LEVEL=1 CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16
  need_tool cargo-semver-checks 0.51.0 --locked
)
baseline=${BASELINE:-$(git tag --list 'v[0-9]*' --sort=-v:refname | head -n 1)}
what=$baseline
if [ -z "$baseline" ]; then
  baseline=HEAD what='HEAD, for there is no release yet'
fi
check=(cargo semver-checks check-release --package oz-status --all-features)
"${check[@]}" --baseline-rev "$(git rev-parse "$baseline^{commit}")"

broken=$(mktemp -d)
trap 'rm -rf "$broken"' EXIT
commit=$(git stash create)
git archive "${commit:-HEAD}" | tar -x -C "$broken"
sed -i '/^pub use requirements::decide;$/d' "$broken/core/src/lib.rs"
if "${check[@]}" --release-type patch --manifest-path "$broken/core/Cargo.toml" --baseline-root . >"$broken/log" 2>&1; then
  echo 'semver: a missing function was not seen' >&2
  exit 1
fi
grep -q 'function_missing' "$broken/log" || { cat "$broken/log" >&2; exit 1; }
echo "semver: compatible with $what; a missing function is seen"
