"""What a fuzz harness is, and how its inputs are replayed."""

load("@rules_cc//cc:defs.bzl", "cc_binary", "cc_library", "cc_test")
load("//:copts.bzl", "COPTS")

def fuzz_harness(name, srcs = [], copts = [], deps = [], tags = []):
    """Declares //fuzz:NAME, which an engine drives, and //fuzz:NAME_test, which replays its inputs.

    Args:
      name: of the harness: its files are in the folder of that name, its promise in NAME.cpp.
      srcs: more sources.
      copts: more options for the compiler.
      deps: what the harness needs beside the library and what harnesses share.
      tags: of all its targets.
    """
    cc_library(
        name = name + "_harness",
        testonly = True,
        srcs = [
            "entry.cpp",
            "%s/%s.cpp" % (name, name),
        ] + srcs,
        copts = COPTS + copts,
        tags = tags,
        deps = [
            ":shared",
            "//:helpdesk_json",
            "//tests:support",
        ] + deps,
        alwayslink = True,
    )

    cc_binary(
        name = name,
        testonly = True,
        tags = tags,
        deps = [
            name + "_harness",
            ":engine",
        ],
    )

    inputs = [name + "/seeds"]
    for more in ["regressions", name + ".corpus"]:
        if native.glob([name + "/" + more, name + "/" + more + "/**"], allow_empty = True):
            inputs.append(name + "/" + more)
    cc_test(
        name = name + "_test",
        size = "small",
        args = ["fuzz/" + each for each in inputs],
        data = native.glob([
            name + "/seeds/**",
            name + "/regressions/**",
            name + "/*.corpus",
        ], allow_empty = True),
        tags = tags,
        deps = [
            name + "_harness",
            ":replay",
        ],
    )
