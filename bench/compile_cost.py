"""What one source file that does the job costs to compile, for each candidate.

usage: compile_cost.py OUTPUT
Writes JSON: by candidate, the best CPU time of three runs (of what takes long, one is enough), as a
multiple of that of the standard headers alone, measured in turn; and the bytes of code ("text" of
`size`). "boost_source" is what Boost.JSON adds once a program.
"""

import json
import pathlib
import resource
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
FLAGS = ["-std=c++20", "-O2", "-w", "-I", ROOT / "bench", "-I", ROOT / "include"]
LONG = 5  # seconds
BASELINE = "".join(
    f"#include <{header}>\n"
    for header in ("string_view", "string", "vector", "span", "optional", "array")
)


def cpu_seconds():
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def compile_once(source, target):
    """The CPU seconds that it takes."""
    before = cpu_seconds()
    subprocess.run(["g++", *FLAGS, "-c", source, "-o", target], check=True)
    return cpu_seconds() - before


def cost(source, scratch):
    baseline = scratch / "baseline.cpp"
    baseline.write_text(BASELINE)
    target = scratch / "object.o"
    seconds, baseline_seconds = [], []
    while len(seconds) < 3 and (not seconds or seconds[0] < LONG):
        baseline_seconds.append(compile_once(baseline, scratch / "baseline.o"))
        seconds.append(compile_once(source, target))
    sizes = subprocess.run(["size", target], check=True, capture_output=True, text=True)
    text = int(sizes.stdout.splitlines()[1].split()[0])
    return {"times": min(seconds) / min(baseline_seconds), "text": text}


def main():
    sources = {"boost_source": ROOT / "third_party/boost.json/json.cpp"}
    for source in sorted((ROOT / "bench/candidates").glob("*.cpp")):
        sources[source.stem] = source
    with tempfile.TemporaryDirectory() as directory:
        scratch = pathlib.Path(directory)
        costs = {name: cost(source, scratch) for name, source in sources.items()}
    pathlib.Path(sys.argv[1]).write_text(json.dumps(costs, indent=1))


if __name__ == "__main__":
    main()
