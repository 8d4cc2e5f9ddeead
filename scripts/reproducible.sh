#!/usr/bin/env bash
# What we give away, built twice from the tracked files: in two folders, with two homes of cargo, other target folders,
# another time zone, language and umask. The same bytes, or what differs is shown.
set -euo pipefail
cd "$(dirname "$0")/.."
root=$PWD
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# the tools are the same for both; what they make is not
make --silent -C bindings-python "$root/.tools/python-dev/ready"
commit=$(git stash create)
one=$work/one two=$work/a/second/place
mkdir -p "$one" "$two"
git archive "${commit:-HEAD}" | tar -x -C "$one"
git archive "${commit:-HEAD}" | tar -x -C "$two"

home=${CARGO_HOME:-$HOME/.cargo}
mkdir -p "$work/cargo/registry"
cp -r "$home"/registry/{cache,index} "$work/cargo/registry/"
for config in config config.toml; do
  if [ -e "$home/$config" ]; then cp "$home/$config" "$work/cargo/"; fi
done

# build FOLDER TARGET VARIABLE...
build() {
  local folder=$1 target=$2
  shift 2
  (
    cd "$folder"
    env "$@" CARGO_TARGET_DIR="$target" make --silent -C bindings-python wheel TOOLS="$root/.tools/python-dev" \
      --assume-old="$root/.tools/python-dev/ready"
    env "$@" CARGO_TARGET_DIR="$target" make --silent -C bindings-wasm npm TOOLS="$root/.tools"
    env "$@" CARGO_TARGET_DIR="$target" make --silent -C bindings-c full small
    env "$@" CARGO_TARGET_DIR="$target" cargo package --quiet --no-verify --allow-dirty \
      --package oz-status --package oz-status-cli
    mkdir out
    cp dist/*.whl dist/*.tar.gz dist/*.tgz bindings-wasm/dist/*.wasm "$target"/package/*.crate out/
    cp "$target"/c-library/liboz_status_c.{a,so} out/
    cp "$target"/c-small/liboz_status_c.a out/liboz_status_c-small.a
  ) >"$folder.log" 2>&1 || { tail -40 "$folder.log" >&2; exit 1; }
}
build "$one" "$one/target"
(umask 077 && build "$two" "$work/elsewhere" CARGO_HOME="$work/cargo" TZ=Asia/Tokyo LC_ALL=C)

# what differs in a file, for people
explain() {
  local name=$1 side
  case $name in
    *.whl) for side in one two; do python3 -m zipfile -e "$work/$side.file" "$work/$side.open"; done ;;
    *.tgz | *.gz | *.crate) for side in one two; do mkdir "$work/$side.open" && tar -xf "$work/$side.file" -C "$work/$side.open"; done ;;
    *) for side in one two; do mkdir "$work/$side.open" && strings -a "$work/$side.file" >"$work/$side.open/strings"; done ;;
  esac
  diff -r "$work/one.open" "$work/two.open" | cut -c -200 | head -20 || true
  rm -rf "$work/one.open" "$work/two.open"
}

report='| built twice | sha256 | same |\n|---|---|---|\n'
status=0
names=$(cd "$one/out" && ls)
[ "$names" = "$(cd "$two/out" && ls)" ] || { echo 'reproducible: not the same files' >&2; exit 1; }
for name in $names; do
  sum=$(sha256sum <"$one/out/$name" | cut -c -64)
  same=yes
  if [ "$sum" != "$(sha256sum <"$two/out/$name" | cut -c -64)" ]; then
    same=NO status=1
    cp "$one/out/$name" "$work/one.file" && cp "$two/out/$name" "$work/two.file"
    echo "reproducible: $name differs:" >&2
    explain "$name" >&2
  fi
  report+="| $name | ${sum:0:16} | $same |\n"
  # who built it is nobody's business
  for folder in "$root" "$work" "$home"; do
    if grep -qaF "$folder" "$one/out/$name" "$two/out/$name"; then
      echo "reproducible: $name names $folder" >&2
      status=1
    fi
  done
done
printf "$report"
exit "$status"
