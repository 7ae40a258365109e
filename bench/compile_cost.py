#!/usr/bin/env python3
"""What one source file that does the job costs to compile, for each contestant.

usage: compile_cost.py OUTPUT
Writes JSON: by contestant, the CPU seconds of the best of three runs (of what takes long, one is
enough), and the bytes of code ("text" of `size`). "baseline" is the standard headers alone, "boost_source" what Boost.JSON adds once a program.
"""

import json
import os
import pathlib
import resource
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
COMPILER = os.environ.get("CXX", "g++")
FLAGS = ["-std=c++20", "-O2", "-w", "-I", ROOT / "bench", "-I", ROOT / "include"]
LONG = 5  # seconds
BASELINE = "".join(
    f"#include <{header}>\n"
    for header in ("string_view", "string", "vector", "span", "optional", "array")
)


def cpu_seconds():
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def cost(source, scratch):
    target = scratch / "object.o"
    seconds = []
    while len(seconds) < 3 and (not seconds or seconds[0] < LONG):
        before = cpu_seconds()
        subprocess.run([COMPILER, *FLAGS, "-c", source, "-o", target], check=True)
        seconds.append(cpu_seconds() - before)
    sizes = subprocess.run(["size", target], check=True, capture_output=True, text=True)
    text = int(sizes.stdout.splitlines()[1].split()[0])
    return {"seconds": min(seconds), "text": text}


def main():
    with tempfile.TemporaryDirectory() as directory:
        scratch = pathlib.Path(directory)
        baseline = scratch / "baseline.cpp"
        baseline.write_text(BASELINE)
        sources = {
            "baseline": baseline,
            "boost_source": ROOT / "third_party/boost.json/json.cpp",
        }
        for source in sorted((ROOT / "bench/contestants").glob("*.cpp")):
            sources[source.stem] = source
        costs = {name: cost(source, scratch) for name, source in sources.items()}
    pathlib.Path(sys.argv[1]).write_text(json.dumps(costs, indent=1))


if __name__ == "__main__":
    main()
