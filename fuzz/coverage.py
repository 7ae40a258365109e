"""Prints which lines and branches of the headers the harnesses reach, by what `llvm-cov export` says.

usage: coverage.py UNREACHED.txt <EXPORTED.json

The code of a header is there once for each of its instantiations, in each harness: what any of them
reaches is reached. UNREACHED.txt says why the rest is not. Fails where it says nothing, or too much.
"""

import collections
import json
import re
import sys

CODE = 0  # the kind of a region


class Header:
    def __init__(self, path):
        self.path = path
        with open(path, encoding="utf-8") as file:
            self.text = [""] + file.read().split("\n")
        self.functions = collections.defaultdict(dict)  # by where they stand: {(row, column): how often run}
        self.branches = collections.defaultdict(lambda: [0, 0])

    def add(self, function):
        regions = [r for r in function["regions"] if r[5] == 0 and r[7] == CODE]
        place = tuple(min(regions)[:2]) + tuple(max(r[2:4] for r in regions))
        if "consteval" in self.text[place[0]]:
            return  # run by compilers alone
        run = {}
        for line, column, last, end, count, *_ in sorted(regions, key=lambda r: (r[0], r[1], -r[2], -r[3])):
            for row in range(line, last + 1):
                text = self.text[row]
                first = column if row == line else len(text) - len(text.lstrip()) + 1
                for cell in range(first, end if row == last else len(text) + 1):
                    run[row, cell] = count
        function_here = self.functions[place]
        for cell, count in run.items():
            function_here[cell] = max(function_here.get(cell, 0), count)
        for *place, taken, not_taken, file, _, _ in function["branches"]:
            # All that a switch can be has its case.
            if file == 0 and "switch (" not in self.text[place[0]]:
                ways = self.branches[tuple(place)]
                ways[0] += taken
                ways[1] += not_taken

    def measure(self):
        """Each line, and each way that a branch can go, and whether it is reached."""
        cells = {}
        # A function within another one, a lambda say, is told by itself.
        for _, run in sorted(self.functions.items(), key=lambda f: (f[0][0] - f[0][2], f[0][1] - f[0][3])):
            cells.update(run)
        self.lines = {}
        for (row, _), count in cells.items():
            self.lines[row] = self.lines.get(row, True) and count != 0
        self.ways = {}
        for (line, column, _, _), ways in self.branches.items():
            if ways == [0, 0] and cells.get((line, column)):
                continue  # the compiler knows the way
            for way, count in zip(("true", "false"), ways):
                self.ways[line, column, way] = count != 0

    def unreached(self):
        """The lines of code that are not reached, or of which a branch is not, in runs without a gap."""
        left = {line for line, reached in self.lines.items() if not reached}
        left |= {line for (line, _, _), reached in self.ways.items() if not reached}
        runs = []
        is_gap = True
        for line in sorted(self.lines):
            if line in left and is_gap:
                runs.append([])
            is_gap = line not in left
            if not is_gap:
                runs[-1].append(line)
        return runs


def headers_in(exported):
    headers = {}
    for function in exported["data"][0]["functions"]:
        place = re.search(r"(?:_virtual_includes/\w+|include)/(feishu/.*)$", function["filenames"][0])
        if place:
            path = "include/" + place[1]
            headers.setdefault(path, Header(path)).add(function)
    for header in headers.values():
        header.measure()
    return [headers[path] for path in sorted(headers)]


def read_reasons(path):
    """{reason: [(file, code)]}: a reason stands on a line of its own, with FILE: CODE, indented, below it. The
    code is in one line of a run, and speaks for all of it."""
    reasons = collections.defaultdict(list)
    with open(path, encoding="utf-8") as file:
        for line in file.read().split("\n"):
            if line.startswith("    "):
                reasons[reason].append(tuple(line.strip().split(": ", 1)))
            elif line and not line.startswith("#"):
                reason = line
    return reasons


def share(things):
    reached = sum(things)
    percent = "" if reached == len(things) else f" ({100 * reached / len(things):.1f} %)"
    return f"{reached} of {len(things)}{percent}"


def print_table(headers):
    print("| header | lines reached | branches reached |\n|---|---|---|")
    lines, ways = [], []
    for header in headers:
        name = header.path.removeprefix("include/feishu/helpdesk/")
        lines += header.lines.values()
        ways += header.ways.values()
        print(f"| [{name}](../{header.path}) | {share(header.lines.values())} | {share(header.ways.values())} |")
    print(f"| all | {share(lines)} | {share(ways)} |")


def print_reasons(headers, reasons):
    """Returns whether every run of lines that is not reached has a reason, and every reason a run."""
    left = {(header.path, run[0]): [header.text[line].strip() for line in run]
            for header in headers for run in header.unreached()}
    told = set()
    all_needed = True
    for reason, codes in reasons.items():
        print(f"\n- {reason}")
        for name, code in codes:
            path = "include/feishu/helpdesk/" + name
            found = [run for run, text in left.items() if run[0] == path and any(code in line for line in text)]
            told.update(found)
            if not found:
                print(f"it is reached, after all: {name}: {code}", file=sys.stderr)
                all_needed = False
            print(f"  - {name}: `{code}`")
    for run in sorted(left.keys() - told):
        print(f"not reached: {run[0]}:{run[1]}: {left[run][0]}", file=sys.stderr)
    return all_needed and not left.keys() - told


def main():
    headers = headers_in(json.load(sys.stdin))
    print_table(headers)
    print("\nWhat is not reached, line by line, and why:")
    return 0 if print_reasons(headers, read_reasons(sys.argv[1])) else 1


sys.exit(main())
