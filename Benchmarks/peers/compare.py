#!/usr/bin/env python3
"""Runs the engine and SpiffWorkflow in turn on the same models, and prints how many times as fast ours is: the median and the spread of
the rounds. Both run on this machine at the same moment, so a busy machine slows both.

    compare.py OURS [ROUNDS]      OURS is the program EngineBenchmark, built for release
"""
import pathlib
import statistics
import subprocess
import sys

here = pathlib.Path(__file__).resolve().parent


def run(*command):
    lines = subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines()
    return {name: int(nanoseconds) for name, nanoseconds in (line.split("\t") for line in lines if "\t" in line)}


def main():
    ours, rounds = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 5
    pairs = []
    for _ in range(rounds):
        pairs.append((run(ours, "models"), run(sys.executable, str(here / "spiff.py"), "wide")))
    names = {
        "row": "ten tasks in a row", "loop": "exclusive choice in a loop, 100 times", "split": "parallel split and join, 5 ways",
        "call": "call activity with a table of 20 rules", "table": "the table alone",
        "rounds100": "multi-instance of 100", "rounds300": "multi-instance of 300", "rounds1000": "multi-instance of 1,000",
        "rounds10000": "multi-instance of 10,000",
    }
    print(f"| Model | ours, µs | SpiffWorkflow, µs | times as fast: median ({rounds} rounds: least to most) |\n|---|---|---|---|")
    for key, name in names.items():
        mine = [a[key] for a, _ in pairs if key in a]
        theirs = [b[key] for _, b in pairs if key in b]
        ratios = [b[key] / a[key] for a, b in pairs if key in a and key in b]
        times = f"{statistics.median(ratios):.0f} ({min(ratios):.0f} to {max(ratios):.0f})" if ratios else "–"
        peer = f"{statistics.median(theirs) / 1000:,.0f}" if theirs else "–"
        print(f"| {name} | {statistics.median(mine) / 1000:,.1f} | {peer} | {times} |")


main()
