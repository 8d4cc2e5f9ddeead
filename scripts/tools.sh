# Sourced: pinned tools, installed once below .tools and shared by all steps.
tools=$(git rev-parse --show-toplevel)/.tools
export PATH="$tools/bin:$PATH"

# need_tool NAME VERSION [FLAG...]: a cargo tool of exactly this version.
need_tool() {
  local name=$1 version=$2
  shift 2
  if ! cargo install --list --root "$tools" 2>/dev/null | grep -q "^$name v$version:"; then
    echo "installing $name $version" >&2
    cargo install --quiet --root "$tools" --version "$version" "$@" "$name"
  fi
}

# need_nightly COMPONENT...: the compiler that fuzzing needs, and parts of it.
need_nightly() {
  local component
  rustup toolchain list | grep -q '^nightly' || rustup toolchain install nightly --profile minimal
  for component in "$@"; do
    rustup component list --installed --toolchain nightly | grep -q "^$component" ||
      rustup component add --toolchain nightly "$component"
  done
}
