#!/bin/sh
# usage: version_test.sh COMPILER
# Every file that has to say the library's version says what version.hpp says. CMake, pkg-config and
# the Conan recipe read it there.
set -u
failures=0

# values NAME… : as the preprocessor knows them, with its blanks taken out.
values() {
  echo "$@" | "$compiler" -E -P -xc++ -include include/feishu/helpdesk/version.hpp - | tr -d ' '
}

# says FILE PATTERN : the first version in the file, by a basic regular expression, is the library's.
says() {
  said=$(sed -n "s/^ *$2.*/\1/p" "$1" | head -n 1)
  [ "$said" = "$version" ] && return
  echo "$1 says '$said', not '$version'"
  failures=$((failures + 1))
}

compiler=$1
version=$(values FEISHU_HELPDESK_VERSION_MAJOR . FEISHU_HELPDESK_VERSION_MINOR . FEISHU_HELPDESK_VERSION_PATCH)
case $version in
  *[!0-9.]* | '' ) echo "no version: '$version'"; exit 1 ;;
esac

says MODULE.bazel 'version = "\([0-9.]*\)",'
says README.md 'bazel_dep(name = "feishu_preflight", version = "\([0-9.]*\)")'
says CHANGELOG.md '## \[\([0-9][0-9.]*\)]'
says docs/how-to/hooks.md 'rev: v\([0-9.]*\)'
says docs/how-to/hooks.md '- uses: OWNER\/feishu-preflight@v\([0-9.]*\)'
says packaging/vcpkg/feishu-preflight/vcpkg.json '"version": "\([0-9.]*\)",'

[ "$failures" = 0 ]
