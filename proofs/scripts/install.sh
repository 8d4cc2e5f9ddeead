#!/usr/bin/env bash
# Coq and OCaml from Debian, where they are not there yet.
set -euo pipefail
wanted=()
command -v coqc >/dev/null && command -v coqchk >/dev/null && command -v coq_makefile >/dev/null || wanted+=(coq)
command -v ocamlopt >/dev/null || wanted+=(ocaml-nox)
command -v python3 >/dev/null || wanted+=(python3)
command -v make >/dev/null || wanted+=(make)
if ((${#wanted[@]})); then
  command -v apt-get >/dev/null || { echo "needs ${wanted[*]}, and there is no apt-get to install them" >&2; exit 1; }
  as_root=()
  if (($(id -u) != 0)); then
    command -v sudo >/dev/null || { echo "needs ${wanted[*]}: install them as root" >&2; exit 1; }
    as_root=(sudo)
  fi
  echo "installing ${wanted[*]}"
  "${as_root[@]}" apt-get update -qq
  DEBIAN_FRONTEND=noninteractive "${as_root[@]}" apt-get install -y -qq --no-install-recommends "${wanted[@]}" >/dev/null
fi
for tool in coqc coqchk coq_makefile ocamlopt python3; do
  command -v "$tool" >/dev/null || { echo "$tool is not there after installing" >&2; exit 1; }
done
coqc --version | head -n 1
