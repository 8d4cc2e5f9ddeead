#!/usr/bin/env bash
# Renews the Python lock files from the lists beside them; cargo and npm renew theirs themselves.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/tools.sh
python3 -m venv --clear "$tools/locks"
"$tools/locks/bin/pip" install --quiet pip==26.3 pip-tools==7.6.2
for list in bindings-python/requirements-dev scripts/sbom-requirements; do
  {
    echo "# Written by scripts/locks.sh: the exact versions of $(basename "$list").txt, with the checksums that pip asks for."
    "$tools/locks/bin/pip-compile" --quiet --generate-hashes --no-config --no-header --no-annotate --no-emit-options \
      --no-emit-index-url --no-emit-find-links --allow-unsafe --strip-extras --output-file - "$list.txt"
  } >"$list.lock.new"
  mv "$list.lock.new" "$list.lock"
done
