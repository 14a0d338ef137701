#!/usr/bin/env python3
"""Makes the weights of FirstStepFigures again: how likely the first step of an advice is the answer.

Each list of test questions is asked of its own library; what must be refused and is answered counts as wrong. First each list is
told by the others (how well it goes for a trade that was not seen), then the lists that nobody tuned to are told by all others.
Run from the root of the project: python3 Benchmarks/Retrieval/zekerheid.py [ontknoop]   (needs numpy)
"""

import json
import os
import subprocess
import sys

import numpy as np

from weging import fit

TOOL = sys.argv[1] if len(sys.argv) > 1 else ".build/debug/ontknoop"
TESTS = "Tests/ProcesbotTests"
HELD_OUT = ("vers-o", "vers-p", "zorgpremie", "vers-q", "vers-r", "drinkwater")
NAMES = "aheadOfOthers ahead facts isContradicted headingShare isOfBest words known isReckoned".split()
BANDS = (0, 0.5, 0.7, 1.01)


def asked(path, library):
    out = subprocess.run([TOOL, "advise", "eval", path, "--library", library, "--json"], capture_output=True, check=True)
    return json.loads(out.stdout)["questions"]


def lists():
    yield "testvragen", "Content/adviseur/testvragen.yaml", "Content/bibliotheek"
    yield "vers-o", "Content/adviseur/testvragen-vers.yaml", "Content/bibliotheek"
    for file in sorted(os.listdir(f"{TESTS}/Vragen")):
        name = file.removesuffix(".yaml")
        own = f"{TESTS}/Bibliotheken/{name}"
        yield name, f"{TESTS}/Vragen/{file}", own if os.path.isdir(own) else "Content/bibliotheek"


def samples():
    for name, path, library in lists():
        for one in asked(path, library):
            if one["refused"] is None:
                answers = bool(one["expected"])
                weight = 0.25 if name == "herformuleringen" else 1
                yield name, one["firstFigures"], answers and one["firstRight"], answers and one["right"], weight


def told(rows, bias, raw):
    return 1 / (1 + np.exp(-(rows @ raw + bias)))


def tell(title, p, first, route):
    print(title)
    for low, high in zip(BANDS, BANDS[1:]):
        band = (p >= low) & (p < high)
        if band.any():
            print(f"  from {low}: {band.sum():5} answers, first step right {first[band].mean():.2f}, route {route[band].mean():.2f}")


data = list(samples())
names = np.array([one[0] for one in data])
rows, first, route, weights = (np.array([one[i] for one in data], float) for i in (1, 2, 3, 4))
known = ~np.isin(names, HELD_OUT)
own = np.zeros(len(names))
for name in set(names[known]):
    rest = known & (names != name)
    own[names == name] = told(rows[names == name], *fit(rows[rest], first[rest], weights[rest], 10))
tell("each list by the others", own[known], first[known], route[known])
bias, raw = fit(rows[known], first[known], weights[known], 10)
tell("lists that nobody tuned to", told(rows[~known], bias, raw), first[~known], route[~known])
print("bias", round(float(bias), 2))
for name, value in zip(NAMES, raw):
    print(f"{name:14} {value:6.2f}")
