"""The shell rules, which Bazel 4 has built in."""

sh_binary = native.sh_binary
