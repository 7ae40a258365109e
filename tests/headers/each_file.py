"""What checks of many files have in common: findings of each, told once, and counted."""

import concurrent.futures
import os
import pathlib
import shutil
import subprocess
import sys


def begin(tool, package):
    """Goes to the root of the repository; ends the program if the tool is not there."""
    os.chdir(pathlib.Path(__file__).parents[2])
    if not shutil.which(tool):
        sys.exit(f"please install {package}")


def listed(*patterns):
    """The files of the repository that match."""
    run = subprocess.run(["git", "ls-files", *patterns], capture_output=True, text=True, check=True)
    return run.stdout.split()


def validate(files, findings):
    """Ends the program: with 0 if there are files, and nothing was found in any."""
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        # A header is read by many, so that some is found often.
        found = {each: None for of_file in pool.map(findings, files) for each in of_file}
    print(*found, f"{len(files)} files, findings: {len(found)}", sep="\n")
    sys.exit(1 if found or not files else 0)
