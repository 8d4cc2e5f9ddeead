#!/usr/bin/env bash
# A new virtual environment with the built wheel and nothing else of its own; the tools are seen from it, not copied.
set -euo pipefail
python=$1 tools=$2 fresh=$3 dist=$4
"$python" -m venv --clear --without-pip "$fresh"
"$tools/bin/pip" --python "$fresh/bin/python" install --quiet --no-deps --no-index "$dist"/oz_status-*.whl
packages() { "$1/bin/python" -c 'import sysconfig; print(sysconfig.get_path("purelib"))'; }
packages "$tools" >"$(packages "$fresh")/tools.pth"
