"""Vectors of texts for tests and measurements, as the public interface of `/v1/embeddings` has them: hashed groups of letters, so that
words that look alike lie near. It knows nothing of meaning. Run by itself it serves them, and prints its port.

A room of `taalmodel.py` may be ill-mannered: `minder`, `meer`, `dubbel` (one index twice), `korter` (one vector is), `leeg`, `nul`,
`oneindig_getal`, `geen_getal`, `achterstevoren` (right, in another order), `zwijgt`, `groot`, `onzin`, or a status to answer with.
"""

import hashlib
import json
import unicodedata

DIMENSION = 256


def vector(text):
    plain = "".join(c if c.isalnum() else " " for c in unicodedata.normalize("NFD", text.lower()) if ord(c) < 128)
    values = [0.0] * DIMENSION
    for word in plain.split():
        padded = f"^{word}$"
        for size in (3, 4, 5):
            for at in range(len(padded) - size + 1):
                digest = hashlib.blake2b(padded[at:at + size].encode(), digest_size=4).digest()
                values[int.from_bytes(digest[:3], "big") % DIMENSION] += 1 if digest[3] & 1 else -1
    length = sum(v * v for v in values) ** 0.5
    return [v / length for v in values] if length else [1.0] + values[1:]


def answer(sent, manner=""):
    """The answer to a request, or a text that is none."""
    data = [{"object": "embedding", "index": i, "embedding": vector(t)} for i, t in enumerate(sent["input"])]
    first = data[0]
    if manner == "minder":
        data = data[1:]
    if manner == "meer":
        data.append({**first, "index": len(data)})
    if manner == "dubbel":
        data[-1] = {**data[-1], "index": 0}
    if manner == "korter":
        first["embedding"] = first["embedding"][1:]
    if manner == "leeg":
        first["embedding"] = []
    if manner == "nul":
        first["embedding"] = [0.0] * DIMENSION
    if manner == "achterstevoren":
        data.reverse()
    body = json.dumps({"object": "list", "data": data, "model": sent["model"], "usage": {"prompt_tokens": 1, "total_tokens": 1}})
    if manner in ("oneindig_getal", "geen_getal"):
        wrong = "1e300" if manner == "oneindig_getal" else "NaN"
        body = body.replace(json.dumps(first["embedding"][0]), wrong, 1)
    if manner == "onzin":
        body = '{"data": "hallo", "sleutel": "sleutel-geheim"}'
    if manner == "groot":
        body = '{"data": [' + " " * 17_000_000 + "]}"
    return body


def main():
    from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def log_message(self, *words):
            pass

        def do_POST(self):
            data = answer(json.loads(self.rfile.read(int(self.headers["Content-Length"])))).encode()
            self.send_response(200)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

    ThreadingHTTPServer.request_queue_size = 128  # a whole suite may call at once
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    print(json.dumps({"port": server.server_address[1]}), flush=True)
    server.serve_forever()


if __name__ == "__main__":
    main()
