#!/usr/bin/env bash
# Everything is compiled and checked already (see the Makefile); runs the vectors and prints the one table.
set -euo pipefail
cd "$(dirname "$0")/.."
vectors=../tests/vectors
status=0
{
  ./out/oracle lattice $vectors/lattice.txt | sed 's/^/lattice.txt /' || status=1
  python3 oracle/oracle.py ./out/oracle check $vectors/*.ndjson >out/checked || status=1
  sed -E 's#^.*/##' out/checked | awk '{ print $1, $2 + $3, $4 }'
} >out/vectors

row() { printf '%-28s %10s %10s\n' "$@"; }
echo
row file theorems lemmas
awk 'NF == 3 && $1 != "linked" { print }' out/assumptions | while read -r file theorems lemmas; do
  row "$file.v" "$theorems" "$lemmas"
done
row total "$(awk 'NF == 3 { n += $2 } END { print n }' out/assumptions)" "$(awk 'NF == 3 { n += $3 } END { print n }' out/assumptions)"
row axioms 0 0
row 'theorems linked in RULES.md' "$(awk '$1 == "linked" { print $2 }' out/assumptions)" ''
echo
row vectors run differences
while read -r file run differences; do
  row "$file" "$run" "$differences"
done <out/vectors
row total "$(awk '{ n += $2 } END { print n }' out/vectors)" "$(awk '{ n += $3 } END { print n }' out/vectors)"
echo
row 'self-tests that must fail' "$(awk '{ print $2 }' out/selftest)" ''
exit $status
