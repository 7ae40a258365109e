#!/usr/bin/env python3
"""Makes one table of what was measured."""

import json
import sys


def medians(path):
    """CPU time by name; the median of the repetitions."""
    with open(path, encoding="utf-8") as file:
        runs = json.load(file)["benchmarks"]
    return {
        run["run_name"]: run["cpu_time"]
        for run in runs
        if run.get("aggregate_name") == "median"
    }


def main():
    times = medians(sys.argv[1])
    bodies = list(dict.fromkeys(name.split("/")[1] for name in times))
    contestants = list(dict.fromkeys(name.split("/")[2] for name in times))
    print("|", *bodies, sep=" | ")
    for who in contestants:
        ratios = [
            times[f"bodies/{body}/boost_dom"] / times[f"bodies/{body}/{who}"]
            for body in bodies
        ]
        print("|", who, *(f"{ratio:.2g}" for ratio in ratios), sep=" | ")


if __name__ == "__main__":
    main()
