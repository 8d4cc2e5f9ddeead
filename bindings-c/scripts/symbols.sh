#!/bin/sh
# symbols.sh FULL SMALL: what the libraries export is what the header declares; and each is tried in some edges_*.c.
set -eu
declared=$(sed 's@/\*.*\*/@@' include/oz_status.h | grep -E '^(oz_error|const char|uint32_t)' | grep -o 'oz_[a-z0-9_]*(' | tr -d '(' | sort)
exported=$(nm -D --defined-only "$1/liboz_status_c.so" | sed 's/.* //' | sort)
[ "$declared" = "$exported" ] || { echo "declared and exported differ:"; echo "$declared" > /dev/stderr; echo "$exported"; exit 1; } >&2
archive=$(nm --defined-only "$1/liboz_status_c.a" 2>/dev/null | sed -n 's/.* T \(oz_[a-z0-9_]*\)$/\1/p' | sort)
[ "$declared" = "$archive" ] || { echo "the static library differs from the header" >&2; exit 1; }
small=$(nm --defined-only "$2/liboz_status_c.a" 2>/dev/null | sed -n 's/.* T \(oz_[a-z0-9_]*\)$/\1/p' | sort)
[ "$(echo "$declared" | grep -v '^oz_resolve_json$')" = "$small" ] || { echo "the small library differs" >&2; exit 1; }
for name in $declared; do
    grep -q "\b$name\b" tests/edges_*.c || { echo "$name: its edges are not tested" >&2; exit 1; }
    [ "$name" = oz_resolve_json ] || grep -q "\b$name(" tests/small.c || { echo "$name: not in small.c" >&2; exit 1; }
done
soname=$(objdump -p "$1/liboz_status_c.so" | sed -n 's/ *SONAME *//p')
echo "symbols: $(echo "$declared" | wc -l) declared, exported and tested; soname $soname"
