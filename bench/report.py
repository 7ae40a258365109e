"""Makes a page and a chart of what was measured, and prints the page's tables.

usage: report.py MEASURED OUTPUT
MEASURED is a directory with timings.jsonl, compile_cost.json and agreement.md; benchmark.md and
benchmark.svg are written to the directory OUTPUT. The page tells ratios only, which other machines
can be expected to share.
"""

import json
import math
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
    "libboost1.*-dev",
    "libsimdjson-dev",
    "nlohmann-json3-dev",
    "rapidjson-dev",
    "libvalijson-dev",
    "libbenchmark-dev",
)


class Timings:
    """What each turn measured, in nanoseconds, by group, case and subject."""

    def __init__(self, path):
        lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        self.labels = {}
        self.measured = {}
        for line in lines:
            key = tuple(line["timed"].split("/"))
            self.labels.update(zip(key[1:], line["label"].split("/", 1)))
            # A byte, where bytes were counted, else a whole iteration.
            nanoseconds = 1e9 / line.get("bytes_per_second", 1e9 / line["nanoseconds"])
            self.measured.setdefault(key, []).append(nanoseconds)

    def cases(self, group):
        return list(dict.fromkeys(key[1] for key in self.measured if key[0] == group))

    def subjects(self, group):
        return list(dict.fromkeys(key[2] for key in self.measured if key[0] == group))

    def nanoseconds(self, *key):
        return statistics.median(self.measured[key])

    def ratio(self, one, other):
        """Taken within each turn; the median of the turns."""
        return statistics.median(self.ratios(one, other))

    def ratios(self, one, other):
        return [a / b for a, b in zip(self.measured[one], self.measured[other])]

    def uncertainty(self):
        """Of the ratios to the yardstick, on an average: the notch of a box plot."""
        notches = []
        for group, what, who in self.measured:
            if group == "bodies" and who != YARDSTICK:
                ratios = self.ratios((group, what, who), (group, what, YARDSTICK))
                first, median, last = statistics.quantiles(ratios)
                notches.append(1.57 * (last - first) / median / math.sqrt(len(ratios)))
        return statistics.mean(notches)


def table(head, rows):
    """A Markdown table whose columns, but the first, hold numbers."""
    lines = [head, ["---"] + ["--:"] * (len(head) - 1), *rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def speeds(timings):
    """How many times as fast as the yardstick, by candidate, one for each workload."""
    return {
        who: [
            timings.ratio(("bodies", what, YARDSTICK), ("bodies", what, who))
            for what in timings.cases("bodies")
        ]
        for who in timings.subjects("bodies")
    }


def main_table(timings, costs):
    rows = []
    for who, ratios in speeds(timings).items():
        name = timings.labels[who]
        rows.append(
            [f"**{name}**" if who == OURS else name]
            + [two_digits(ratio) for ratio in ratios]
            + [two_digits(costs[who]["times"]), f"{costs[who]['text'] / 1024:.0f} KB"]
        )
    workloads = [timings.labels[what] for what in timings.cases("bodies")]
    return table(["", *workloads, "compile time", "code"], rows)


def structs_table(timings):
    rows = []
    few = None
    for what in timings.cases("structs"):
        validated = ("structs", what, "validate")
        an_element = ""
        if what.endswith("_users"):
            few = few or validated
            times_as_many = int(what.split("_")[0]) / int(few[1].split("_")[0])
            an_element = two_digits(timings.ratio(validated, few) / times_as_many)
        ratio = timings.ratio(validated, ("structs", what, "touch"))
        rows.append([what.replace("_", " "), two_digits(ratio), an_element])
    return table(["", "validation / touching", "a user, relative to the first of these"], rows)


def scales_table(timings):
    keys = [key for key in timings.measured if key[0] == "scales"]
    rows = [[key[1], two_digits(timings.ratio(key, keys[0]))] for key in keys]
    return table(["", "a byte, relative to the first"], rows)


def absolute_lines(timings):
    """What only holds of this machine, and so is printed, but not written to the page."""
    for what in timings.cases("structs"):
        touch = timings.nanoseconds("structs", what, "touch")
        validate = timings.nanoseconds("structs", what, "validate")
        yield f"validate, {what}: {validate:.0f} ns, {validate - touch:.0f} beyond touching"
    for key in timings.measured:
        if key[0] == "scales":
            yield f"preflight, {key[1]}: {timings.nanoseconds(*key):.3f} ns a byte"
    uncertainty = timings.uncertainty()
    yield f"The ratios are good to {uncertainty:.0%}."
    if uncertainty > 0.15:
        yield "The machine is too busy: they are not to be relied on."


def made_with():
    compiler = subprocess.run(
        ["g++", "-dumpfullversion"], check=True, capture_output=True, text=True
    ).stdout.strip()
    versions = subprocess.run(
        ["dpkg-query", "-W", "-f", "${db:Status-Status} ${Package} ${Version}\n", *PACKAGES],
        check=True,
        capture_output=True,
        text=True,
    ).stdout.splitlines()
    versions = [each.removeprefix("installed ") for each in versions if each.startswith("installed ")]
    return f"g++ {compiler} on {platform.machine()}, {', '.join(versions)}"


def main():
    measured, output = map(pathlib.Path, sys.argv[1:])
    timings = Timings(measured / "timings.jsonl")
    costs = json.loads((measured / "compile_cost.json").read_text())
    template = (pathlib.Path(__file__).parent / "page.md").read_text(encoding="utf-8")
    tables = {
        "main": main_table(timings, costs),
        "agreement": (measured / "agreement.md").read_text(encoding="utf-8"),
        "structs": structs_table(timings),
        "scales": scales_table(timings),
        "boost_source": two_digits(costs["boost_source"]["times"]),
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
