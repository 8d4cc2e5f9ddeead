#!/usr/bin/env bash
# A Chromium for the tests that need a browser: the one that is there, else Debian's. Prints its path.
set -euo pipefail
find_it() { command -v "${CHROMIUM:-chromium}" || command -v chromium-browser || command -v google-chrome; }
if find_it; then exit 0; fi
echo 'no Chromium: installing it with apt-get' >&2
as_root=()
if [ "$(id -u)" -ne 0 ]; then as_root=(sudo -n); fi
{ "${as_root[@]}" apt-get update -qq && "${as_root[@]}" apt-get install -qq -y --no-install-recommends chromium || true; } >&2
if ! find_it; then
  echo 'FAILED: these tests need a Chromium, and it could not be installed; set CHROMIUM to its path' >&2
  exit 1
fi
