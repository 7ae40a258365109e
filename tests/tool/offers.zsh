#!/usr/bin/zsh -f
# usage: offers.zsh DIRECTORY LINE…
# Prints what an interactive zsh, with DIRECTORY in its $fpath, offers for each line, a line each.
zmodload zsh/zpty
fpath_of_ours=${1:A}
shift

zpty shell zsh -f -i
ask() {
  local said
  zpty -w shell "$1"
  zpty -r -m shell said '*<done>*' || exit 2
  print -r -- "$said"
}
# The matches go to the terminal as they are added, and none is inserted.
ask "fpath=($fpath_of_ours \$fpath); autoload -Uz compinit && compinit -u -d /dev/null; stty -echo; PS1=
compadd() {
  local -a kept; builtin compadd -O kept \"\$@\"; print -n -r -- \"<\${(pj:> <:)kept}> \"
  builtin compadd \"\$@\"
}
print '<''done>'" >/dev/null
print ok
