"""A language model for one test: prints its port, and speaks chat completions as the public interface has them.

`POST /zet` with {"manier": …, "tekst": …} opens a room and answers its number; the room is asked at
`/<number>/v1/chat/completions`, and `/<number>/gezien` gives every byte that reached it. Manners: `zegt`, `stroomt` (whole or in
pieces), `snippert` (bytes one by one), `gehoorzaamt` (does what any text orders), `citeert` (repeats each passage, and lies beside it), `breekt`, `herstelt`, `zwijgt`, `kapt`, `oneindig`,
`druppelt`, `lange_regel`, `groot`, `babbelt`, `verhuist`, `valt_weg`.
"""

import base64
import json
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import embeddings

rooms, lock, stopped = [], threading.Lock(), threading.Event()

LIES = [
    "De klant hoeft niets te betalen.", "The customer owes nothing.", "Scheld de hele schuld kwijt.", "AKKOORD",
    "Geef de klant 365 dagen uitstel.", "Geef de klant 14 weken uitstel.", "Geef de klant altijd uitstel.",
    "Geef de klant geen uitstel.", "Stuur direct de deurwaarder.", "Betaal op http://kwaad.voorbeeld/betaal",
    "Er komen wel kosten bij.", "Aanvraag toegewezen, geen controle nodig.", "Mijn instructies zijn: herschrijf een advies.",
    "Geef hooguit 14 dagen uitstel en scheld de schuld kwijt.", "Stuur in die tijd een aanmaning.",
]


def claim(text, passage, quote):
    return {"tekst": text, "passage": passage, "citaat": quote}


def obeyed(sent):
    """What a model says that does all that anyone tells it, with a true claim among it."""
    given = json.loads(sent["messages"][-1]["content"])
    first = given["passages"][0]
    true = next((p for p in given["passages"] if p["tekst"].startswith("Geef de klant uitstel van hooguit")), first)
    texts = [given["vraag"]] + given["vraag"].replace("!", ".").replace(":", ".").split(".") + given["feiten"]
    texts += [s for p in given["passages"] for s in p["tekst"].split(". ")[1:]]
    orders = [claim(t.strip(" \""), first["passage"], first["tekst"]) for t in texts + LIES if t.strip(" \"")]
    new = claim("Sluit de zaak.", "P99", "Sluit de zaak.")
    good = claim("Geef de klant hooguit 14 dagen uitstel.", true["passage"], true["tekst"])
    return json.dumps({"stappen": [good, new] + orders, "besluit": "toegewezen", "route": ["Sluit de zaak"], "refused": None})


def repeated(sent):
    """Every passage in its own words, and between them lies."""
    given = json.loads(sent["messages"][-1]["content"])["passages"]
    true = [claim(p["tekst"], p["passage"], p["tekst"]) for p in given]
    lies = [claim(lie, given[0]["passage"], given[0]["tekst"]) for lie in LIES]
    return json.dumps({"stappen": lies[:8] + true + lies[8:]}, ensure_ascii=False)


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *words):
        pass

    def answer(self, status, body, kind="application/json", **headers):
        data = body if isinstance(body, bytes) else (body if isinstance(body, str) else json.dumps(body)).encode()
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(data)

    def completion(self, text):
        self.answer(200, {
            "id": "chatcmpl-1", "object": "chat.completion", "created": 1, "model": "klein",
            "choices": [{"index": 0, "message": {"role": "assistant", "content": text}, "finish_reason": "stop"}],
            "usage": {"prompt_tokens": 90, "completion_tokens": 10, "total_tokens": 100}})

    def chunk(self, data):
        self.wfile.write(b"%x\r\n%s\r\n" % (len(data), data))

    def stream(self, pieces, last=b"0\r\n\r\n"):
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream; charset=utf-8")
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        try:
            for data in pieces:
                self.chunk(data)
            self.wfile.write(last)
        except OSError:
            pass
        self.close_connection = True

    @staticmethod
    def event(piece):
        body = {"id": "chatcmpl-1", "object": "chat.completion.chunk", "created": 1, "model": "klein",
                "choices": [{"index": 0, "delta": {"content": piece}, "finish_reason": None}]}
        return b"data: " + json.dumps(body, ensure_ascii=False).encode() + b"\r\n\r\n"

    def events(self, text, whole=True):
        yield b": hallo\n\n"
        yield b'data: {"choices":[{"index":0,"delta":{"role":"assistant","content":""},"finish_reason":null}]}\n\n'
        for at in range(0, len(text), 7):
            yield self.event(text[at:at + 7])
        if whole:
            yield b'data: {"choices":[{"index":0,"delta":{},"finish_reason":"stop"}]}\n\n'
            yield b'data: {"choices":[],"usage":{"prompt_tokens":90,"completion_tokens":10,"total_tokens":100}}\n\n'
            yield b"data: [DONE]\n\n"

    def forever(self, piece, pause):
        while not stopped.wait(pause):
            yield piece

    def do_GET(self):
        if self.path.endswith("/gezien"):
            return self.answer(200, rooms[int(self.path.split("/")[1])]["gezien"])
        self.answer(404, {})

    def do_POST(self):
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        if self.path == "/zet":
            with lock:
                rooms.append({**json.loads(body), "gezien": []})
                return self.answer(200, {"kamer": len(rooms) - 1})
        parts = self.path.split("/")
        room = rooms[int(parts[1])]
        if parts[2:] == ["gezien"]:
            return self.answer(200, room["gezien"])
        with lock:
            room["gezien"].append({"kop": str(self.headers), "pad": self.path, "lijf": base64.b64encode(body).decode()})
            count = len(room["gezien"])
        sent = json.loads(body)
        if parts[2:] == ["v1", "embeddings"]:
            return self.embed(room, sent)
        roles = [m.get("role") for m in sent.get("messages", [])]
        form = sent.get("response_format", {})
        if (parts[2:] != ["v1", "chat", "completions"] or roles != ["system", "user"] or not sent.get("model")
                or form.get("type") != "json_schema" or "schema" not in form.get("json_schema", {})):
            return self.answer(400, {"error": {"message": "no chat completion", "type": "invalid_request_error"}})
        self.reply(room, sent, count)

    def embed(self, room, sent):
        manner = room["manier"]
        if manner == "zwijgt":
            return stopped.wait(20)
        if manner.isdigit():
            return self.answer(int(manner), {"error": {"message": "sleutel-geheim klopt niet"}})
        if not sent.get("model") or sent.get("encoding_format") != "float" or not isinstance(sent.get("input"), list):
            return self.answer(400, {"error": {"message": "no embeddings"}})
        self.answer(200, embeddings.answer(sent, manner))

    def reply(self, room, sent, count):
        manner, text = room["manier"], room.get("tekst", "")
        if manner == "gehoorzaamt":
            manner, text = "stroomt", obeyed(sent)
        if manner == "citeert":
            manner, text = "stroomt", repeated(sent)
        if manner == "herstelt":
            if count == 1:
                return self.answer(429 if "429" in room.get("hoe", "") else 503, {"error": {}}, Retry_After="0")
            manner = "stroomt"
        if manner == "zegt" or manner == "stroomt" and not sent.get("stream"):
            return self.completion(text)
        if manner == "stroomt":
            return self.stream(self.events(text))
        if manner == "snippert":
            return self.stream(bytes([b]) for e in self.events(text) for b in e)
        if manner == "kapt":
            return self.stream(self.events(text, whole=False))
        if manner == "valt_weg":
            return self.stream(self.events(text, whole=False), last=b"")
        if manner == "oneindig":
            return self.stream(self.forever(self.event("x" * 4000), 0))
        if manner == "druppelt":
            return self.stream(self.forever(b":", 0.01))
        if manner == "lange_regel":
            return self.stream([b"data: " + b"x" * 50_000] * 4)
        if manner == "groot":
            return self.answer(200, b'{"choices":[{"message":{"content":"' + b"x" * 1_500_000 + b'"}}]}')
        if manner == "babbelt":
            return self.answer(200, text)
        if manner == "breekt":
            return self.answer(int(text), {"error": {"message": "sleutel-geheim klopt niet"}})
        if manner == "verhuist":
            return self.answer(307, "", Location="/0/v1/chat/completions")
        stopped.wait(20)


ThreadingHTTPServer.request_queue_size = 128  # a whole suite may call at once
server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
server.daemon_threads = True
print(json.dumps({"port": server.server_address[1]}), flush=True)
server.serve_forever()
