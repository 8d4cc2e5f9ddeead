#!/bin/sh
# install.sh PREFIX: what `cargo cinstall` lays, with cargo alone. DESTDIR is put before the prefix.
set -eu
prefix=${1:?install.sh PREFIX}
case $prefix in /*) ;; *) prefix=$(pwd)/$prefix ;; esac
here=$(cd "$(dirname "$0")/.." && pwd)
built=$("$here/scripts/build.sh" full)
version=$(cd "$here" && cargo pkgid --offline -p oz-status-c | sed 's/.*[@#]//')
description=$(sed -n '/capi.pkg_config/,$s/^description = "\(.*\)"/\1/p' "$here/Cargo.toml")
to=${DESTDIR:-}$prefix
mkdir -p "$to/include" "$to/lib/pkgconfig" "$to/share/cmake/oz_status"
cp "$here"/include/*.h* "$to/include/"
cp "$here"/cmake/*.cmake "$to/share/cmake/oz_status/"
cp "$built/liboz_status_c.a" "$to/lib/liboz_status.a"
cp "$built/liboz_status_c.so" "$to/lib/liboz_status.so.$version"
ln -sf "liboz_status.so.$version" "$to/lib/liboz_status.so.${version%.*}"
ln -sf "liboz_status.so.$version" "$to/lib/liboz_status.so"
cat > "$to/lib/pkgconfig/oz_status.pc" <<PC
prefix=$prefix
exec_prefix=\${prefix}
libdir=\${exec_prefix}/lib
includedir=\${prefix}/include

Name: oz_status
Description: $description
Version: $version
Libs: -L\${libdir} -loz_status
Cflags: -I\${includedir}
Libs.private: -lgcc_s -lutil -lrt -lpthread -lm -ldl -lc
PC
