#!/bin/sh
# usage: generated.sh check|write 'FILE PROGRAM ARGUMENT…'…
# Whether each file is what its program prints; or writes it so.
set -eu
action=$1
shift

check() {
  file=$1
  shift
  "$@" | diff -u "$file" - && return
  echo "$file is not what is generated: run ./bazelw run //docs:write, and look at what changed"
  exit 1
}

write() {
  file=$BUILD_WORKSPACE_DIRECTORY/$1
  shift
  text=$("$@")
  mkdir -p "$(dirname "$file")"
  printf '%s\n' "$text" >"$file"
}

for command; do
  $action $command  # in its words: none of them holds a blank
done
