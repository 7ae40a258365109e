#!/bin/sh
# Whether the examples that send a request get it to the sandbox. usage: examples_test.sh SANDBOX EXAMPLE…
set -u
sandbox=$1
shift
scratch=$(mktemp -d)
: >"$scratch/log"
"$sandbox" --port 0 >>"$scratch/log" &
server=$!
trap 'kill $server; rm -rf "$scratch"' EXIT

for _ in 1 2 3 4 5 6 7 8 9 10; do
  port=$(sed -n 's|^listening on http://127.0.0.1:||p' "$scratch/log")
  [ -n "$port" ] && break
  sleep 1
done

for example; do
  "$example" 127.0.0.1 "$port" >"$scratch/told" 2>&1
  [ "$(cat "$scratch/told")" = '200 0 success' ] || {
    echo "FAILED: $example:" && cat "$scratch/told" && exit 1
  }
done
kill -0 $server
