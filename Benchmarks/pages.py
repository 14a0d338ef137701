#!/usr/bin/env python3
"""Times the main pages of a running server, one request after the other over one connection: p50, p95 and p99 in milliseconds.

    pages.py ADDRESS LOGIN [REQUESTS]     the password stands in ONTKNOOP_PASSWORD
    pages.py ADDRESS LOGIN one            prints the cookie and the address of one zaak, for a program that asks for it often

What is measured is the time on the client's side, so a little more than the server's own.
"""
import http.client
import os
import random
import re
import sys
import time
import urllib.parse


class Visitor:
    def __init__(self, address, login, password):
        self.connection = http.client.HTTPConnection(address)
        self.cookies = {}
        page = self.get("/inloggen")[1]
        token = re.search(r'name="csrf" value="([^"]*)"', page)
        form = {"naam": login, "wachtwoord": password, "csrf": token[1] if token else ""}
        status, _ = self.ask("POST", "/inloggen", urllib.parse.urlencode(form))
        if status != 303 or self.get("/werkvoorraad")[0] != 200:
            sys.exit(f"cannot sign in as {login}")

    def get(self, path):
        return self.ask("GET", path)

    def ask(self, method, path, body=None):
        headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}
        if body is not None:
            headers |= {"Content-Type": "application/x-www-form-urlencoded", "Origin": f"http://{self.connection.host}:{self.connection.port}"}
        self.connection.request(method, path, body, headers)
        response = self.connection.getresponse()
        text = response.read().decode()
        for line in response.msg.get_all("set-cookie", []):
            name, value = line.split(";")[0].split("=", 1)
            self.cookies[name] = value
        return response.status, text


def links(visitor, paths, pattern):
    """Addresses of single zaken or people, gathered from lists."""
    found = set()
    for path in paths:
        found |= set(re.findall(pattern, visitor.get(path)[1]))
    return sorted(found)


def measure(visitor, paths, count):
    times = []
    for number in range(count + 5):
        path = paths[number % len(paths)]
        start = time.perf_counter()
        status, _ = visitor.get(path)
        took = (time.perf_counter() - start) * 1_000
        if status not in (200, 303):
            sys.exit(f"{path} answers {status}")
        if number >= 5:
            times.append(took)
    times.sort()
    return [times[min(len(times) - 1, int(len(times) * part))] for part in (0.5, 0.95, 0.99)]


def main():
    address, login, last = sys.argv[1], sys.argv[2], sys.argv[3] if len(sys.argv) > 3 else "100"
    visitor = Visitor(address, login, os.environ.get("ONTKNOOP_PASSWORD", "ontknoop-demo"))
    lists = [f"/werkvoorraad?tab=team&p={page}" for page in (1, 2, 3, 5, 8)]
    zaken = links(visitor, lists, r'href="(/zaken/[^"#?/]+)')
    people = links(visitor, lists, r'href="(/klanten/[^"#?/]+)')
    random.Random(1).shuffle(zaken)
    if last == "one":
        return print("; ".join(f"{name}={value}" for name, value in visitor.cookies.items()), zaken[0], sep="\t")
    count = int(last)
    work = "/werkvoorraad?tab=team"
    pages = {
        "login page": ["/inloggen"],
        "werkvoorraad, mine": ["/werkvoorraad"],
        "werkvoorraad, team": [work],
        "werkvoorraad, nobody's": ["/werkvoorraad?tab=niemand"],
        "werkvoorraad, by amount": [work + "&sorteer=bedrag"],
        "werkvoorraad, longest open": [work + "&sorteer=oudste"],
        "werkvoorraad, a step": [work + "&stap=" + step for step in links(visitor, [work], r'<option value="([A-C][^"]*)"')],
        "werkvoorraad, search a name": [work + "&zoek=" + name for name in ("jansen", "mulder", "ma", "bram", "d")],
        "werkvoorraad, deep page": [work + f"&p={page}" for page in (50, 200, 500, 1_000)],
        "zaak": zaken,
        "klant": people,
        "search, a full name": ["/zoeken?q=" + text for text in ("bram+jansen", "noor+kuiper", "tess+dijk")],
        "search, a family name": ["/zoeken?q=" + text for text in ("jansen", "mulder", "zwart")],
        "search, what all have": ["/zoeken?q=" + text for text in ("zonnedorp", "huur", "1234", "a", "ma")],
        "search, narrowed": ["/zoeken?q=jansen&soort=zaak&stand=minnelijk", "/zoeken?q=huur&soort=klant"],
        "search, an address": ["/zoeken?q=" + text for text in ("iepenplein+12", "kerkweg+200")],
        "search, nothing": ["/zoeken?q=xyzzy", "/klanten"],
        "imports": ["/imports"],
        "processen": ["/processen"],
        "process": links(visitor, ["/processen"], r'href="(/processen/[^"#?]+)'),
        "journal": ["/journaal"],
        "journal, earlier": ["/journaal?voor=200000", "/journaal?voor=50000"],
    }
    print("| Page | p50 ms | p95 ms | p99 ms |\n|---|---|---|---|")
    for name, paths in pages.items():
        if paths:
            print(f"| {name} | " + " | ".join(f"{time:.1f}" for time in measure(visitor, paths, count)) + " |", flush=True)
        else:
            print(f"| {name} | no such page | | |")


main()
