#!/bin/sh
# threads.sh LIBRARY DIRECTORY: many threads under ThreadSanitizer, and once with a race that it must see.
set -eu
runtime=$(rustc +nightly --print target-libdir)/librustc-nightly_rt.tsan.a
build() { # name, flags
    name=$1
    shift
    clang -std=c99 -Wall -Wextra -Wpedantic -Werror -g -O1 -fsanitize=thread -pthread "$@" -Iinclude \
        -c tests/threads.c -o "$dir/$name.o"
    clang "$dir/$name.o" "$library" -Wl,--whole-archive "$runtime" -Wl,--no-whole-archive \
        -lpthread -ldl -lm -lrt -lgcc_s -o "$dir/$name"
}
library=$1
dir=$2
export TSAN_OPTIONS=halt_on_error=1
build threads
"$dir/threads"
build race -DA_RACE
if "$dir/race" > "$dir/race.log" 2>&1; then
    echo "the sanitizer does not see the Rust side" >&2
    exit 1
fi
grep -q 'ThreadSanitizer: data race' "$dir/race.log"
