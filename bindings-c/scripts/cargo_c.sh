#!/bin/sh
# cargo_c.sh DIRECTORY: cargo cinstall and install.sh lay the same files, with the same soname and the same header.
set -eu
cd "$(dirname "$0")/../.."
PATH=$(pwd)/.tools/bin:$PATH
rm -rf "$1"
mkdir -p "$1"
cargo cinstall --locked --release -p oz-status-c --prefix /usr/local --libdir lib --destdir "$1/capi" > "$1/log" 2>&1 || { cat "$1/log" >&2; exit 1; }
DESTDIR="$1/script" bindings-c/scripts/install.sh /usr/local
for way in capi script; do
    (cd "$1/$way" && find . ! -type d | sort) > "$1/$way.files"
    objdump -p "$1/$way"/usr/local/lib/liboz_status.so | sed -n 's/ *SONAME *//p' > "$1/$way.soname"
    nm -D --defined-only "$1/$way"/usr/local/lib/liboz_status.so | sed 's/.* //' | sort > "$1/$way.symbols"
    sed -n '/^Name\|^Version\|^Description\|^Libs\|^Cflags/p' "$1/$way"/usr/local/lib/pkgconfig/oz_status.pc > "$1/$way.pc"
done
for what in files soname symbols pc; do
    diff -u "$1/capi.$what" "$1/script.$what"
done
diff -r "$1/capi/usr/local/include" "$1/script/usr/local/include"
diff -r "$1/capi/usr/local/share" "$1/script/usr/local/share"
echo "cargo cinstall and install.sh lay the same files"
