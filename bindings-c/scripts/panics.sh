#!/bin/sh
# panics.sh LIBRARY: which panics are in reach of the shared library with JSON, outside the standard library as it comes
# compiled. Want of memory aside, only those listed here, all in code of the standard library that is built with ours:
# what keeps a B-tree whole, a length beyond memory when texts are joined, a formatter that fails. At the border all of
# them become OZ_INTERNAL.
set -eu
calls=$(objdump -d --no-show-raw-insn "$1" | awk '
    /^[0-9a-f]+ <.*>:/ { caller = $2 }
    /(call|jmp) .*(panic|_fail|capacity_overflow|handle_alloc_error|handle_error)/ { print caller, $NF }' |
    # the standard library as it comes compiled is mangled otherwise
    grep -E '^<(_ZN|oz_)')
memory=$(echo "$calls" | grep -c -E 'handle_error|handle_alloc_error|capacity_overflow')
rest=$(echo "$calls" | grep -v -E 'handle_error|handle_alloc_error|capacity_overflow' |
    grep -v -E 'panic_in_cleanup|panic_cannot_unwind|catch_unwind' || true)
beyond=$(echo "$rest" | grep -v -E '^<_ZN(9oz_status5names5Names6settle|5alloc11collections5btree|5alloc3str17join_generic_copy|11oz_status_c10json_types12read_options)' || true)
[ "$memory" -gt 0 ] || { echo "panics: not even want of memory is seen" >&2; exit 1; }
[ -z "$beyond" ] || { printf 'panics in reach that are not listed:\n%s\n' "$beyond" >&2; exit 1; }
echo "panics in reach with JSON: $memory calls for want of memory, $(echo "$rest" | grep -c .) in B-trees, joins and formatting; no other"
