#!/usr/bin/env python3
"""Makes the weights of SupportFigures again.

Questions that their own library answers against those that must be refused: the refusals of each list, and every
question asked of the library of another trade. The lists that are held out are not used.
Run from the root of the project: python3 Benchmarks/Retrieval/steun.py [ontknoop]   (needs numpy and PyYAML)
"""

import json
import subprocess
import sys

import numpy as np
import yaml

from weging import fit

TOOL = sys.argv[1] if len(sys.argv) > 1 else ".build/debug/ontknoop"
TESTS = "Tests/ProcesbotTests"
INSTRUCTIONS = "Content/bibliotheek"
LIBRARIES = [INSTRUCTIONS, f"{TESTS}/Bibliotheken/energie", f"{TESTS}/Bibliotheken/belasting", f"{TESTS}/Bibliotheek"]
LISTS = {name: (f"{TESTS}/Vragen/{name}.yaml", INSTRUCTIONS) for name in ("nieuw", "vers-a", "vers-b", "herformuleringen")}
LISTS["testvragen"] = ("Content/adviseur/testvragen.yaml", INSTRUCTIONS)
for name in ("energie", "belasting"):
    LISTS[name] = (f"{TESTS}/Vragen/{name}.yaml", f"{TESTS}/Bibliotheken/{name}")
GATED = ("gegevens-van-ander", "verandert-regels", "vraagt-beslissing", "lege-vraag")
NAMES = "known unknown shared lacking sharedOfAll headingShare decided evidence words lackingNames ratio".split()


def asked(questions, library):
    out = subprocess.run([TOOL, "advise", "eval", questions, "--library", library, "--json"], capture_output=True, check=True)
    return json.loads(out.stdout)["questions"]


def samples():
    for name, (path, home) in LISTS.items():
        refused = {q["id"] for q in yaml.safe_load(open(path)) if "weigering" in q}
        libraries = [home] if name == "herformuleringen" else LIBRARIES
        for library in libraries:
            if library != home and {library, home} == {INSTRUCTIONS, LIBRARIES[3]}:
                continue  # both on arrears: a question of one may be answered by the other
            for one in asked(path, library):
                if one["refused"] in GATED:
                    continue
                if one["id"] in refused or library != home:
                    yield one["figures"], 0, 3 if library == home else 0.5
                elif one["right"] or one["refused"]:
                    yield one["figures"], 1, 0.4 if name == "herformuleringen" else 2


data = list(samples())
rows, labels, weights = (np.array(column, float) for column in zip(*data))
bias, raw = fit(rows, labels, weights)
print("bias", round(bias, 2))
for name, value in zip(NAMES, raw):
    print(f"{name:14} {value:6.2f}")
p = 1 / (1 + np.exp(-(rows @ raw + bias)))
for least in (0.3, 0.35, 0.4, 0.42, 0.45, 0.5):
    print(f"from {least}: {(p[labels == 1] >= least).mean():.3f} answered, {(p[labels == 0] < least).mean():.3f} refused")
