#!/bin/sh
# usage: named_cases_test.sh PAGE
# Whether every golden case that a page names is one: [its name](../tests/cases/its_file.json).
set -eu
page=$1
named=$(grep -o '\[[^][]*\](\.\./tests/cases/[^)]*)' "$page")

echo "$named" | while read -r link; do
  name=$(echo "$link" | sed 's/^\[\(.*\)\](.*)$/\1/')
  file=$(echo "$link" | sed 's/^.*](\.\.\/\(.*\))$/\1/')
  grep -qF "\"name\": \"$name\"" "$file" || {
    echo "$page: $file has no case of the name: $name"
    exit 1
  }
done
