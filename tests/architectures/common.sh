# shellcheck shell=bash
# Sourced by the scripts of this folder, from the root of the repository.

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
export scratch

# Headers that have no machine code, from where the system keeps them: not all of /usr/include, which is the host's.
mkdir "$scratch/include"
ln -s /usr/include/boost /usr/include/CLI /usr/include/doctest "$scratch/include"

# The tests that depend on the processor, and those that go through everything.
units=(detail/reader/{reader,scan,escape,string_reader} stream golden oracle)

# compile TO SOURCE COMPILER OPTION... : warnings are errors, but in Boost's own source.
compile() {
  local to=$1 source=$2
  mkdir -p "$to"
  case $source in
    third_party/*) set -- "${@:3}" -w ;;
    *) set -- "${@:3}" -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Werror ;;
  esac
  "$@" -std=c++20 -O1 -Iinclude -I. -isystem "$scratch/include" -c "$source" -o "$to/${source//\//_}.o"
}
export -f compile

# compile_all TO COMPILER OPTION... <SOURCES : as many at a time as there are processors.
compile_all() {
  local to=$1
  shift
  xargs -P "$(nproc)" -I SOURCE bash -c 'compile "$@"' - "$to" SOURCE "$@"
}

# build_tests TO COMPILER OPTION... : $to/tests.exe and $to/reports.exe, as Windows has to have them named.
build_tests() {
  local to=$1 unit
  shift
  {
    printf '%s\n' tests/main.cpp tests/architectures/reports.cpp third_party/boost.json/json.cpp
    for unit in "${units[@]}"; do echo "tests/${unit}_test.cpp"; done
  } | compile_all "$to" "$@" || return
  "$@" -static "$to"/tests_main.cpp.o "$to"/tests_*_test.cpp.o "$to"/third_party_*.o -o "$to/tests.exe" &&
    "$@" -static "$to"/tests_architectures_reports.cpp.o "$to"/third_party_*.o -o "$to/reports.exe"
}

# run_tests NAME TO EMULATOR... : the tests pass, and the reports are those of the host.
run_tests() {
  local name=$1 to=$2 passed=yes
  shift 2
  # A gigabyte is not for an emulator; what it shows does not depend on the processor.
  timeout 600 "$@" "$to/tests.exe" --test-case-exclude='*a gigabyte*' >"$to/log" 2>&1 || passed=no
  timeout 300 "$@" "$to/reports.exe" >"$to/printed" 2>>"$to/log" || passed=no
  sed 's/\r$//' "$to/printed" >"$to/reported"
  diff "$scratch/host/reported" "$to/reported" >"$to/differences" || passed=no
  printf '%s: %s, %s\n' "$name" "$(sed -n 's/^\[doctest\] test cases: *\([0-9]*\).*/\1 test cases/p' "$to/log")" \
    "$(tail -n 1 "$to/log")"
  [ $passed = yes ] || {
    tail -n 60 "$to/log"
    head -n 20 "$to/differences"
    echo "FAILED: $name"
    return 1
  }
}

build_host() {
  local each
  for each in tests/architectures/reports.cpp third_party/boost.json/json.cpp; do
    echo "$each"
  done | compile_all "$scratch/host" g++ && g++ "$scratch"/host/*.o -o "$scratch/host/reports" &&
    "$scratch/host/reports" | sed 's/\r$//' >"$scratch/host/reported"
}
