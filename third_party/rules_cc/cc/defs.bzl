"""The C++ rules, which Bazel 4 has built in."""

cc_binary = native.cc_binary
cc_import = native.cc_import
cc_library = native.cc_library
cc_test = native.cc_test
cc_toolchain = native.cc_toolchain
cc_toolchain_suite = native.cc_toolchain_suite

def _no_op(**_kwargs):
    pass

# Bazel's own BUILD files name these, and nothing here uses them.
cc_flags_supplier = _no_op
compiler_flag = _no_op
