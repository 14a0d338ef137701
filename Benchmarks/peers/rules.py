#!/usr/bin/env python3
"""pyDMNrules on the table of 20 rules in Benchmarks/models/table.dmn: nanoseconds for each decision."""
import contextlib
import io
import pathlib
import time

import pyDMNrules

model = pathlib.Path(__file__).resolve().parent.parent / "models" / "table.dmn"
rules = pyDMNrules.DMN()
with contextlib.redirect_stdout(io.StringIO()):
    status = rules.useXML(model.read_text())
if status.get("errors"):
    raise SystemExit(str(status["errors"]))
facts = {"amount": 320, "kind": "owner", "days": 40}
status, answer = rules.decide(facts)
start = time.perf_counter_ns()
for _ in range(20):
    rules.decide(facts)
print(f"table\t{(time.perf_counter_ns() - start) // 20}")
