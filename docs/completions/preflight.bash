# Completes the command line of preflight in bash 4 or newer, if it is sourced.
# Generated from the tool's options: ./bazelw run //docs:write

_preflight_files() {
  compopt -o filenames 2>/dev/null
  mapfile -t COMPREPLY < <(compgen -f -- "$word")
}

_preflight() {
  local word=${COMP_WORDS[COMP_CWORD]} option=${COMP_WORDS[COMP_CWORD - 1]}
  # To bash, --option=value is three words.
  if [[ $word == = ]]; then
    word=
  elif [[ $option == = ]]; then
    option=${COMP_WORDS[COMP_CWORD - 2]}
  fi
  case $option in
    --format)
      COMPREPLY=($(compgen -W 'text json problem sarif' -- "$word")) ;;
    --mode)
      COMPREPLY=($(compgen -W 'complete partial' -- "$word")) ;;
    --draft | --policy | --output)
      _preflight_files ;;
    --user-id-type | --notification-id | --status | --jobs)
      COMPREPLY=() ;;
    --now)
      COMPREPLY=($(compgen -W 'MS now' -- "$word")) ;;
    --language)
      COMPREPLY=($(compgen -W 'en zh' -- "$word")) ;;
    --disable | --explain)
      COMPREPLY=($(compgen -W 'json-syntax body-type no-known-field empty-body duplicate-field misspelt-field unknown-field field-type integer-range null-field required empty-string placeholder enum-value timestamp-format timestamp-unit element-id id-prefix server-assigned card-syntax card-version card-size scheduled-excludes-new-staff new-staff-scope new-staff-type-required new-staff-departments-required all-members-excludes-users all-members-excludes-departments no-members-excludes-users no-members-excludes-departments no-members-requires-chats some-members-requires-targets new-staff-fields-ignored new-staff-departments-ignored new-staff-lists-unspecified notification-id user-id-type access-token helpdesk-authorization request-host not-draft id-mismatch send-at-past' -- "$word")) ;;
    *)
      if [[ $word == -* ]]; then
        COMPREPLY=($(compgen -W '-h --help --version --format --mode --draft --user-id-type --notification-id --status --now --lines --jobs --language --verbose --warnings-as-errors --policy --disable --explain --rules --fix --diff --in-place --output --schema --card-schema --openapi' -- "$word"))
      else
        _preflight_files
      fi ;;
  esac
}

complete -F _preflight preflight
