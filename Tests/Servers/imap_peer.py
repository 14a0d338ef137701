"""A peer that speaks just enough IMAP to wait on (RFC 2177), well or badly: says its port, then what happens on each line to it."""

import json
import socket
import sys

GREETING = b"* OK [CAPABILITY IMAP4rev1 IDLE] here\r\n"


def say(**what):
    print(json.dumps(what), flush=True)


def lines(line):
    kept = b""
    while True:
        try:
            part = line.recv(4096)
        except OSError:
            part = b""
        if not part:
            return
        kept += part
        while b"\r\n" in kept:
            one, kept = kept.split(b"\r\n", 1)
            yield one.decode("ascii", "replace")


def flood(line, what):
    """Until the other side has had enough of it."""
    try:
        while True:
            line.sendall(what)
    except OSError:
        pass


def serve(line, manner):
    line.sendall(GREETING)
    tag = ""
    for said in lines(line):
        words = said.split()
        if said.startswith("DONE"):
            say(heard="DONE")
            line.sendall(f"{tag} OK idle ended\r\n".encode())
            continue
        tag, command = words[0], words[1]
        say(heard=command)
        if command == "CAPABILITY":
            line.sendall(b"* CAPABILITY IMAP4rev1%s\r\n" % (b"" if manner == "deaf" else b" IDLE"))
            if manner == "silent":
                continue
        if command == "EXAMINE":
            line.sendall(b"* 3 EXISTS\r\n* OK [UIDVALIDITY 1] fine\r\n")
        if command == "IDLE":
            line.sendall(b"+ idling\r\n")
            if manner == "drops":
                return
            if manner == "endless":
                return flood(line, b"a" * 4096)
            if manner == "garbage":
                return flood(line, bytes(range(256)) + b"\r\n* \r\n+\r\nt9 OK\r\n* EXISTS EXISTS\r\n")
            if manner == "tells":
                line.sendall(b"* 4 EXI")
                line.sendall(b"STS\r\n")
            continue
        line.sendall(f"{tag} OK {command} done\r\n".encode())
        if command == "LOGOUT":
            return


def main():
    with socket.create_server(("127.0.0.1", 0)) as server:
        say(port=server.getsockname()[1])
        while True:
            line, _ = server.accept()
            with line:
                serve(line, sys.argv[1])
            say(heard="gone")


main()
