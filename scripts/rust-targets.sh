# Sourced: adds what the toolchain lacks, once.
need_target() {
  rustup target list --installed | grep -qx "$1" || rustup target add "$1"
}
