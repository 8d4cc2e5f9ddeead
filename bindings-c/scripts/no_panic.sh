#!/bin/sh
# no_panic.sh DIRECTORY: every function of the small build, linked without any library, where whatever could panic
# calls a function that is defined nowhere. It links, hence nothing can; and it does not link with one panic more.
# With arithmetic checked as in tests, and without, as shipped.
set -eu
cd "$(dirname "$0")/../.."
target=${CARGO_TARGET_DIR:-target}
out=$1
mkdir -p "$out"
cc -std=c99 -O1 -ffreestanding -fno-builtin -ffunction-sections -c bindings-c/tests/bare.c -o "$out/bare.o"
link() { # library, program, root symbol...
    library=$1 program=$2
    shift 2
    roots=
    for name; do roots="$roots -Wl,--undefined=$name"; done
    cc -static -nostdlib -Wl,--gc-sections -Wl,--entry=oz_version $roots "$out/bare.o" "$library" -o "$program" 2>"$out/link.log"
}
for checks in false true; do
    cargo rustc -q -p oz-status-c --lib --locked --profile c-small --no-default-features --features no-panic \
        --crate-type staticlib --config "profile.c-small.overflow-checks=$checks" --target-dir "$target/c-no-panic"
    library=$target/c-no-panic/c-small/liboz_status_c.a
    names=$(nm --defined-only "$library" 2>/dev/null | sed -n 's/.* T \(oz_[a-z0-9_]*\)$/\1/p' | grep -v '^oz_status_counterexample$' | sort)
    count=$(echo "$names" | wc -l)
    [ "$count" -gt 30 ] || { echo "no_panic: only $count functions" >&2; exit 1; }
    link "$library" "$out/no-panic" $names || { cat "$out/link.log" >&2; echo "no_panic: a panic is in reach" >&2; exit 1; }
    for name in $names; do
        nm "$out/no-panic" | grep -q " T $name\$" || { echo "no_panic: $name was not linked" >&2; exit 1; }
    done
    if link "$library" "$out/panic" $names oz_status_counterexample; then
        echo "no_panic: a panic in reach is not seen" >&2
        exit 1
    fi
    grep -q 'oz_status_panic_in_reach' "$out/link.log" || { cat "$out/link.log" >&2; exit 1; }
    echo "no panic: $count functions link without any library, overflow checks $checks; with one that panics they do not"
done
