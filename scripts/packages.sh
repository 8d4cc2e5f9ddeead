#!/usr/bin/env bash
# The crates as they would be published: packed, unpacked and built from the packed files alone.
set -euo pipefail
cd "$(dirname "$0")/.."
cargo package --quiet --allow-dirty --package oz-status --package oz-status-cli
echo 'packages: oz-status oz-status-cli'
