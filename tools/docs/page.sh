#!/bin/sh
# usage: page.sh FILE
# Prints a page of the documentation with every example as it is now. In comments before a block,
# the page says what the block is:
#
#   <!-- snippet: FILE [TAG] -->  what FILE has between the lines "// [TAG]" and "// [/TAG]"; all of it without a tag
#   <!-- run -->                  a script, which is run
#   <!-- prints -->               what it prints; <!-- prints (1) --> if its exit code is 1
#   <!-- prints: COMMAND -->      likewise of a command that only the comment tells: <!-- prints (1): COMMAND -->
#
# What a page runs finds the tool, the examples' programs, docs/ and include/, and leaves its files to what the
# page runs later.
set -eu
here=$PWD
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

mkdir "$scratch/desk" "$scratch/programs"
ln -s "$here/tools/preflight/preflight" "$scratch/programs/preflight"
for program in examples/*; do
  [ ! -x "$program" ] || [ -d "$program" ] || ln -s "$here/$program" "$scratch/desk/"
done
ln -s "$here/docs" "$here/examples" "$here/include" "$scratch/desk/"

# Bazel cannot run inside its own test; that this is what it does is for .ci/run to see.
cat >"$scratch/desk/bazelw" <<'END'
#!/bin/sh
[ "$1 $2 $3" = 'run //:preflight --' ] || exit 64
shift 3
exec preflight "$@"
END
chmod +x "$scratch/desk/bazelw"

unset BUILD_WORKING_DIRECTORY  # that of `bazel run`, where the tool would look for files
export NO_COLOR=1 PATH="$scratch/programs:$PATH" HOME="$scratch" GIT_CONFIG_NOSYSTEM=1
export GIT_AUTHOR_NAME=Ada GIT_AUTHOR_EMAIL=ada@example.com GIT_COMMITTER_NAME=Ada GIT_COMMITTER_EMAIL=ada@example.com
awk -v scratch="$scratch" -f tools/docs/page.awk "$1"
