#!/bin/sh
# usage: core_depends_on_nothing_test.sh COMPILER
# What the core includes is its own and the standard library's. Boost stands where any file may
# include it, so it is the compiler that is asked.
set -eu
included=$(echo '#include <feishu/helpdesk.hpp>' | "$1" -std=c++20 -Iinclude -xc++ -M - |
  tr ' ' '\n' | grep '\.hpp\|^/')

count() { echo "$included" | grep -c "$1" || true; }

[ "$(count '^include/feishu/helpdesk/')" -gt 1 ] || { echo "the compiler names no header"; exit 1; }
[ "$(count boost)" = 0 ] || { echo "$included" | grep boost; exit 1; }
