#!/bin/sh
# The tools that the tests and the benchmark need; installs what is missing, or says loudly what is and fails.
set -eu
packages=""
need() { # command or file, package
    command -v "$1" >/dev/null 2>&1 || [ -e "$1" ] || packages="$packages $2"
}
need gcc gcc
need g++ g++
need make make
need clang clang
need valgrind valgrind
need cmake cmake
need pkg-config pkg-config
need python3 python3
need /usr/include/cjson/cJSON.h libcjson-dev
if [ -n "$packages" ]; then
    if [ "$(id -u)" -ne 0 ] || ! command -v apt-get >/dev/null; then
        echo "MISSING:$packages. Install them (apt-get install$packages), then run this again." >&2
        exit 1
    fi
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=600 install -y -qq $packages >/dev/null
fi
