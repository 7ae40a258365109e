#!/bin/bash
# What bash offers, where the completion is sourced.
. docs/completions/preflight.bash
failures=0

# offers EXPECTED WORD… : the words are the command line as bash splits it; the last is to be completed.
offers() {
  local expected=$1
  shift
  COMP_WORDS=(preflight "$@")
  COMP_CWORD=$#
  COMPREPLY=()
  _preflight
  [ "${COMPREPLY[*]}" = "$expected" ] && return
  echo "FAILED: preflight $* offers '${COMPREPLY[*]}', not '$expected'"
  failures=$((failures + 1))
}

offers '--format' --fo
offers '--mode' --verbose --mo
offers 'text json problem sarif' --format ''
offers 'sarif' --format s
offers 'sarif' --format = s
offers 'text json problem sarif' --format =
offers 'complete partial' --mode ''
offers 'all-members-excludes-users all-members-excludes-departments' --explain all-
offers 'no-members-excludes-users no-members-excludes-departments no-members-requires-chats' --disable no-members
offers '' --status ''
offers 'docs/samples/official-example.json' docs/samples/official-example.j
offers 'docs/samples/official-example.json' --draft docs/samples/official-example.j
offers '--rules' --disable json-syntax --ru

# What the tool can be asked is offered, and what is offered can be asked.
offered() { COMP_WORDS=(preflight "$@"); COMP_CWORD=$#; _preflight; printf '%s\n' "${COMPREPLY[@]}"; }
rules=$("$1" --rules | sed -n 's/^  \([a-z-]*\) .*/\1/p')
[ "$(offered --explain '')" = "$rules" ] && [ "$rules" ] || { echo "FAILED: not all rules"; failures=$((failures + 1)); }
options=$("$1" --help | sed -n 's/^  \(-h,\)\{0,1\}\(--[a-z-]*\) .*/\2/p')
[ "$(offered -- | grep -v '^-h$')" = "$options" ] && [ "$options" ] || { echo "FAILED: not all options"; failures=$((failures + 1)); }

# And by bash itself.
complete -p preflight | grep -q _preflight || { echo "FAILED: bash does not know"; failures=$((failures + 1)); }

[ "$failures" = 0 ]
