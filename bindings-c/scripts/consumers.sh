#!/bin/sh
# consumers.sh DIRECTORY: programs outside the tree, on what `make install` lays into an empty prefix.
set -eu
here=$(cd "$(dirname "$0")/.." && pwd)
rm -rf "$1"
mkdir -p "$1"
dir=$(cd "$1" && pwd)
"$here/scripts/install.sh" "$dir/prefix"
cp -r "$here/tests/consumers/make" "$here/tests/consumers/cmake" "$dir/"
export PKG_CONFIG_PATH="$dir/prefix/lib/pkgconfig" LD_LIBRARY_PATH="$dir/prefix/lib"
expect() {
    "$@" | grep -q '^REJECT {"rules":1,.*}$' || { echo "$*: not what was expected" >&2; exit 1; }
}

make -s -C "$dir/make" prog prog-static
expect "$dir/make/prog"
cd "$dir/make"
cc prog.c $(pkg-config --cflags --libs oz_status) -o one-line
expect ./one-line
LD_LIBRARY_PATH='' expect ./prog-static
objdump -p prog | grep -q 'NEEDED *liboz_status.so.0.1$'

# the prefix may move: the CMake files find what lies beside them
mv "$dir/prefix" "$dir/moved"
export LD_LIBRARY_PATH="$dir/moved/lib"
cmake -S "$dir/cmake" -B "$dir/cmake/build" -DCMAKE_PREFIX_PATH="$dir/moved" >/dev/null
cmake --build "$dir/cmake/build" >/dev/null
expect "$dir/cmake/build/prog_c"
expect "$dir/cmake/build/prog_cpp"
LD_LIBRARY_PATH='' expect "$dir/cmake/build/prog_static"

# another minor version before 1.0 is another interface, and a newer one is not there
for version in 0.0.9 0.2 0.1.9 1.0; do
    sed "s/oz_status 0.1 REQUIRED/oz_status $version REQUIRED/" "$here/tests/consumers/cmake/CMakeLists.txt" \
        > "$dir/cmake/CMakeLists.txt"
    if cmake -S "$dir/cmake" -B "$dir/cmake/wrong" -DCMAKE_PREFIX_PATH="$dir/moved" >/dev/null 2>&1; then
        echo "version $version was taken for ours" >&2
        exit 1
    fi
    rm -rf "$dir/cmake/wrong"
done
echo "consumers: cc, make, CMake, C++, static"
