#!/bin/sh
# The tool agrees with the oracle on every state that the rules between fields can tell apart.
set -u
preflight=$1
oracle_lines=$2
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
failures=0

for mode in complete partial; do
  echo "$mode:" >&2
  "$oracle_lines" bodies "$mode" |
    "$preflight" --lines --format json --mode "$mode" >"$scratch/reports"
  status=$?
  if [ "$status" != 1 ]; then
    echo "FAILED: exit code $status, not 1, though some bodies have errors" >&2
    failures=$((failures + 1))
  fi
  "$oracle_lines" check "$mode" <"$scratch/reports" || failures=$((failures + 1))
done
[ "$failures" = 0 ]
