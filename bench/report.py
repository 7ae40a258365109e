#!/usr/bin/env python3
"""Makes a page and a chart of what was measured, and prints the page's tables.

usage: report.py MEASURED OUTPUT
MEASURED is a directory with timings.json, compile_cost.json and agreement.md; benchmark.md and
benchmark.svg are written to the directory OUTPUT. The page tells ratios only, which other machines
can be expected to share.
"""

import json
import pathlib
import platform
import statistics
import subprocess
import sys

import chart
from chart import two_digits

OURS = "preflight"
YARDSTICK = "boost_dom"
PACKAGES = (
    "libboost1.81-dev",
    "libsimdjson-dev",
    "nlohmann-json3-dev",
    "rapidjson-dev",
    "libvalijson-dev",
    "libbenchmark-dev",
)


def key_of(run):
    """Group, case and subject; Google Benchmark appends how often it repeats."""
    return tuple(run["run_name"].split("/")[:3])


class Timings:
    """The medians of the repetitions, in the order in which the benchmarks were registered."""

    def __init__(self, path):
        measured = json.loads(path.read_text(encoding="utf-8"))
        self.labels = measured["context"]
        runs = sorted(measured["benchmarks"], key=lambda run: run["family_index"])
        self.medians = {
            key_of(run): run for run in runs if run.get("aggregate_name") == "median"
        }
        self.repetitions = {key: [] for key in self.medians}
        for run in runs:
            if run["run_type"] == "iteration":
                self.repetitions[key_of(run)].append(run["cpu_time"])

    def cases(self, group):
        return list(dict.fromkeys(case for g, case, _ in self.medians if g == group))

    def subjects(self, group):
        return list(dict.fromkeys(subject for g, _, subject in self.medians if g == group))

    def seconds(self, group, case, subject):
        """CPU time, for one thread does it all, and others may be at work."""
        run = self.medians[group, case, subject]
        return run["cpu_time"] * {"ns": 1e-9, "us": 1e-6, "ms": 1e-3, "s": 1}[run["time_unit"]]

    def bytes_per_second(self, case):
        return next(
            run["bytes_per_second"]
            for (group, c, _), run in self.medians.items()
            if (group, c) == ("scales", case)
        )

    def spread(self):
        """By how much half of the repetitions differ from one another; the middle benchmark's."""
        quartiles = map(statistics.quantiles, self.repetitions.values())
        return statistics.median(last / first - 1 for first, _, last in quartiles)


def table(head, rows):
    """A Markdown table whose columns, but the first, hold numbers."""
    lines = [head, ["---"] + ["--:"] * (len(head) - 1), *rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def speeds(timings):
    """How many times as fast as the yardstick, by contestant, one for each workload."""
    return {
        who: [
            timings.seconds("bodies", what, YARDSTICK) / timings.seconds("bodies", what, who)
            for what in timings.cases("bodies")
        ]
        for who in timings.subjects("bodies")
    }


def main_table(timings, costs):
    rows = []
    for who, ratios in speeds(timings).items():
        name = timings.labels[who]
        seconds = costs[who]["seconds"] / costs["baseline"]["seconds"]
        rows.append(
            [f"**{name}**" if who == OURS else name]
            + [two_digits(ratio) for ratio in ratios]
            + [two_digits(seconds), f"{costs[who]['text'] / 1024:.0f} KB"]
        )
    workloads = [timings.labels[what] for what in timings.cases("bodies")]
    return table(["", *workloads, "compile time", "code"], rows)


def structs_table(timings):
    rows = []
    first_users = None
    for what in timings.cases("structs"):
        validate = timings.seconds("structs", what, "validate")
        ratio = validate / timings.seconds("structs", what, "touch")
        an_element = ""
        if what.endswith("_users"):
            each = validate / int(what.split("_")[0])
            first_users = first_users or each
            an_element = two_digits(each / first_users)
        rows.append([what.replace("_", " "), two_digits(ratio), an_element])
    return table(["", "judging / touching", "a user, relative to the first of these"], rows)


def scales_table(timings):
    sizes = timings.cases("scales")
    first = timings.bytes_per_second(sizes[0])
    rows = [[size, two_digits(first / timings.bytes_per_second(size))] for size in sizes]
    return table(["", "a byte, relative to the first"], rows)


def absolute_lines(timings):
    """What only holds of this machine, and so is printed, but not written to the page."""
    for what in timings.cases("structs"):
        touch = timings.seconds("structs", what, "touch") * 1e9
        validate = timings.seconds("structs", what, "validate") * 1e9
        yield f"validate, {what}: {validate:.0f} ns, {validate - touch:.0f} beyond touching"
    for size in timings.cases("scales"):
        yield f"preflight, {size}: {1e9 / timings.bytes_per_second(size):.3f} ns a byte"
    yield f"The middle half of the repetitions spreads by {timings.spread():.0%}."
    if timings.spread() > 0.15:
        yield "The machine is busy: the ratios are not to be relied on."


def made_with():
    compiler = subprocess.run(
        ["g++", "-dumpfullversion"], check=True, capture_output=True, text=True
    ).stdout.strip()
    versions = subprocess.run(
        ["dpkg-query", "-W", "-f", "${Package} ${Version}\n", *PACKAGES],
        check=True,
        capture_output=True,
        text=True,
    ).stdout.splitlines()
    return f"g++ {compiler} on {platform.machine()}, {', '.join(versions)}"


def main():
    measured, output = map(pathlib.Path, sys.argv[1:])
    timings = Timings(measured / "timings.json")
    costs = json.loads((measured / "compile_cost.json").read_text())
    template = (pathlib.Path(__file__).parent / "page.md").read_text(encoding="utf-8")
    tables = {
        "main": main_table(timings, costs),
        "agreement": (measured / "agreement.md").read_text(encoding="utf-8"),
        "structs": structs_table(timings),
        "scales": scales_table(timings),
        "boost_source": two_digits(
            costs["boost_source"]["seconds"] / costs["baseline"]["seconds"]
        ),
        "made_with": made_with(),
    }
    (output / "benchmark.md").write_text(template.format(**tables), encoding="utf-8")
    series = {
        who: (timings.labels[who], ratios)
        for who, ratios in speeds(timings).items()
        if who != YARDSTICK
    }
    workloads = [timings.labels[what] for what in timings.cases("bodies")]
    (output / "benchmark.svg").write_text(chart.draw(workloads, series), encoding="utf-8")
    print(tables["main"], *absolute_lines(timings), sep="\n")


if __name__ == "__main__":
    main()
