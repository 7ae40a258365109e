#!/bin/bash
# Starts the sandbox on a free port and lets the visitor do its worst: the sandbox keeps answering, stays
# small, writes nothing into its log that a terminal would obey, and ends when it is told to.
set -u
sandbox=$1
visitor=$2
scratch=$(mktemp -d)
trap 'kill "$server" 2>/dev/null; rm -rf "$scratch"' EXIT
failures=0

fail() {
  echo "FAILED: $*" >&2
  failures=$((failures + 1))
}

# What is freed is to be counted as such, under AddressSanitizer too.
export ASAN_OPTIONS=${ASAN_OPTIONS:-}:quarantine_size_mb=1

"$sandbox" --port 0 >"$scratch/log" 2>"$scratch/errors" &
server=$!
for ((i = 0; i < 100; ++i)); do
  [ "$(wc -l <"$scratch/log")" -ge 2 ] && break
  sleep 0.1
done
read -r first <"$scratch/log"
[[ $first =~ ^'listening on http://127.0.0.1:'([0-9]+)$ ]] || fail "the first line is '$first'"
export SANDBOX_PORT=${BASH_REMATCH[1]:-0}

# The command that it prints is right, but curl may not be there.
if command -v curl >/dev/null; then
  sed -n 's/^try: //p' "$scratch/log" >"$scratch/command"
  [[ $(bash "$scratch/command" 2>/dev/null) == *'{"code":0,"msg":"success","data":{}}' ]] ||
    fail 'the command to try does not work'
fi

largest() { sed -n 's/^VmHWM:[^0-9]*\([0-9]*\) kB/\1/p' "/proc/$server/status"; }
before=$(largest)
"$visitor" || fail 'the visitor found fault'
growth=$((($(largest) - before) >> 10))
echo "memory grew by $growth MiB"
[ "$growth" -lt 128 ] || fail "memory grew by $growth MiB"

LC_ALL=C.UTF-8 grep -qaxv '[[:print:]]*' "$scratch/log" &&
  fail 'there is something harmful in the log'
grep -q '^PURGE /open-apis/helpdesk/v1/notifications/6981801914270744596 405 154005 (.*) [0-9]* us$' "$scratch/log" ||
  fail 'a request is not in the log'

# A port that is taken, and usage.
"$sandbox" --port "$SANDBOX_PORT" >"$scratch/out" 2>&1
[ $? = 2 ] || fail 'a port was taken twice'
"$sandbox" --port 70000 >"$scratch/out" 2>&1
[ $? = 2 ] || fail 'there is no such port'
"$sandbox" --refuse 1 >"$scratch/out" 2>&1
[ $? = 2 ] || fail 'there is no such code'
"$sandbox" --help >"$scratch/out" || fail 'no help'
grep -q '64 connections' "$scratch/out" || fail 'the limits are not told'

kill "$server"
wait "$server"
status=$?
[ "$status" = 0 ] || fail "ended with $status"
[ ! -s "$scratch/errors" ] || fail "unexpected errors: $(cat "$scratch/errors")"
[ "$failures" = 0 ] || exit 1
