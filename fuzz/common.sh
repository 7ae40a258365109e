# Sourced by the scripts of this folder, from the root of the repository.

found=${FUZZ_FOUND:-.fuzz}  # what fuzzers find is left here, a folder for each harness

# The harnesses that are named; without names, all.
harnesses() {
  local name
  for name in "${@:-}"; do
    if [ -z "$name" ]; then
      find fuzz -mindepth 2 -maxdepth 2 -name seeds -printf '%h\n' | sed 's|^fuzz/||' | sort
    elif [ -d "fuzz/$name/seeds" ]; then
      echo "$name"
    else
      echo "there is no harness $name" >&2
      return 2
    fi
  done
}

# Builds with a configuration, and sets `bin` to where that leaves programs: build CONFIG TARGET...
build() {
  ./bazelw build --ui_event_filters=-info --noshow_progress --show_result=0 "--config=$@"
  bin=$(./bazelw info --ui_event_filters=-info --noshow_progress "--config=$1" bazel-bin)/fuzz
  export bin
}

# Writes a harness's kept corpus to files: unpack NAME DIRECTORY
unpack() {
  mkdir -p "$2"
  [ ! -e "fuzz/$1/$1.corpus" ] || "$bin/pack" --unpack "fuzz/$1/$1.corpus" "$2"
}

# The directories that have inputs of a harness as they are.
inputs() { find "fuzz/$1" -mindepth 1 -maxdepth 1 -type d; }
