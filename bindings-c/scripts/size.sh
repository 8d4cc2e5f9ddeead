#!/bin/sh
# size.sh LIBRARY DIRECTORY: a C program that uses all of the small build, and no library beside it but libc.
set -eu
program=$2/small-linked
gcc -std=c99 -Wall -Wextra -Wpedantic -Werror -Os -Iinclude tests/small.c "$1" -nodefaultlibs -lc \
    -Wl,--gc-sections -o "$program"
"$program"
nm "$program" > "$2/small-symbols"
if grep -i -E 'panic|unwind|malloc|realloc|4core3fmt' "$2/small-symbols"; then
    echo "the small build panics, unwinds, allocates or formats" >&2
    exit 1
fi
deepest=$(objdump -d --no-show-raw-insn "$program" | python3 scripts/frames.py)
[ "$deepest" -gt 0 ] && [ "$deepest" -le 768 ] || { echo "a frame of $deepest bytes, but the header says 1 KB for all" >&2; exit 1; }
strip "$program"
size=$(wc -c < "$program")
echo "small build: $size bytes linked, at most $deepest bytes of stack in a frame, no panic, no unwinding, no allocation"
[ "$size" -lt 65536 ]
