#!/usr/bin/env python3
"""The night run beside the plain sqlite3 shell that reads and writes the same rows, in turn: night.py PROGRAM DATABASE ROUNDS.

The first round fills the tables, the next rewrite every row, and the last runs our night a second time on the same day.
"""
import datetime
import pathlib
import resource
import statistics
import subprocess
import sys
import time

program, database, rounds = sys.argv[1], sys.argv[2], int(sys.argv[3])
peer = pathlib.Path(__file__).with_name("night-peer.sql").read_text()


def timed(command, text=None):
    """Output, seconds on the clock, and seconds of processor."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    done = subprocess.run(command, input=text, capture_output=True, text=True)
    if done.returncode:
        sys.exit(done.stderr)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    work = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return done.stdout, time.monotonic() - start, work


subprocess.run(["sqlite3", database], input="DROP TABLE IF EXISTS proefstanden; DELETE FROM nachtstanden; DELETE FROM nachtlopen; DELETE FROM nachtsignalen;", text=True, check=True)
day, clock, work = datetime.date(2026, 11, 21), [], []
print("| night | claims | rows written | ours, s (processor) | shell, s (processor) | ratio, clock | ratio, processor | memory |")
for number in range(rounds):
    today = (day + datetime.timedelta(days=number)).isoformat()
    _, peer_clock, peer_work = timed(["sqlite3", database], f".parameter set @dag \"'{today}'\"\n" + peer)
    out, our_clock, our_work = timed([program, "run", database, today])
    claims, written, _, memory = out.split("\t")
    clock.append(our_clock / peer_clock)
    work.append(our_work / peer_work)
    print(f"| {number + 1} | {claims} | {written} | {our_clock:.1f} ({our_work:.1f}) | {peer_clock:.1f} ({peer_work:.1f}) | "
          f"{clock[-1]:.1f} | {work[-1]:.1f} | {memory.strip()} MB |", flush=True)
out, again, _ = timed([program, "run", database, today])
print(f"| the same night again | {out.split(chr(9))[0]} | {out.split(chr(9))[1]} | {again:.1f} | | | | |")
for name, ratios in (("clock", clock), ("processor", work)):
    print(f"{name}: times the shell {statistics.median(ratios):.1f} ({min(ratios):.1f} to {max(ratios):.1f})")
