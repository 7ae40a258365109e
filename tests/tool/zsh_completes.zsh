#!/usr/bin/zsh -f
# usage: zsh_completes.zsh DIRECTORY LINE EXPECTED
# Waits until an interactive zsh, with DIRECTORY in its $fpath, makes EXPECTED of the LINE and a tab.
zmodload zsh/zpty
zpty shell zsh -f -i
zpty -w shell "fpath=(${1:A} \$fpath); autoload -Uz compinit; compinit -u -D; print rea''dy"
zpty -r -m shell said '*ready*' || exit 1
zpty -w -n shell "$2"$'\t'
zpty -r -m shell said "*$3*"
