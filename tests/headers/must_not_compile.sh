#!/bin/sh
# usage: must_not_compile.sh COMPILER SOURCE
# The compiler must refuse SOURCE with every text that a line `// expect: <text>` names, and accept
# its twin: the same file with TWIN defined.
set -u
compile() { LC_ALL=C "$compiler" -std=c++20 -Iinclude -Isingle_include -fsyntax-only "$@" 2>&1; }
fail() { printf '%s: %s\n%s\n' "$source" "$1" "$output"; exit 1; }

compiler=$1 source=$2 output=
expected=$(sed -n 's,^ *// expect: ,,p' "$source")

[ -n "$expected" ] || fail "no line says what to expect"
output=$(compile -DTWIN "$source") || fail "the twin does not compile"
output=$(compile "$source") && fail "compiles"

echo "$expected" | while read -r text; do
  echo "$output" | grep -qF -- "$text" || fail "the compiler does not say: $text"
done
