"""The shell rules, which Bazel 4 has built in."""

sh_test = native.sh_test
