#!/bin/sh
# bench.sh DIRECTORY LIBRARY_DIRECTORY
set -eu
mkdir -p "$1"
flags="-std=c99 -Wall -Wextra -Wpedantic -Werror -O3 -march=x86-64-v2 -Iinclude"
gcc $flags -c bench/hand.c -o "$1/hand.o"
gcc $flags bench/bench.c "$1/hand.o" "$2/liboz_status_c.a" -lcjson -lpthread -ldl -lm -o "$1/bench"
payload=$1/folder.json
python3 bench/folder.py ../tests/payloads/pass.json "$payload"
echo "$(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -1), $(gcc --version | head -1), $(rustc --version)"
echo "payload of $(wc -c < $payload) bytes; hand-written C at gcc -O3 -march=x86-64-v2; ratio above 1: oz-status is faster"
echo
"$1/bench" $payload
