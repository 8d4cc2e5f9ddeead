#!/usr/bin/env bash
# Documentation without a broken link.
set -euo pipefail
cd "$(dirname "$0")/.."
RUSTDOCFLAGS='-D warnings' cargo doc --quiet --no-deps --package oz-status --all-features
RUSTDOCFLAGS='-D warnings' cargo doc --quiet --no-deps --package oz-status-cli --package oz-status-tests
python3 scripts/links.py README.md RULES.md CHANGELOG.md CONTRIBUTING.md SECURITY.md bindings-*/README.md proofs/README.md
