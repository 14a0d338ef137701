"""A payment provider for one test: prints its port, and answers as a payments API of version 2 does.

The first words of the key choose its mood: `test_stil` answers nothing in time, `test_ziek` fails twice and then answers,
`test_kapot` answers no JSON. `POST /v2/payments/<id>/zet?status=paid` is the test's own way to pay.
"""

import json
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlparse

payments, by_key, seen = {}, {}, []
lock = threading.Lock()


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *words):
        pass

    def answer(self, status, body, kind="application/hal+json"):
        text = body.encode() if isinstance(body, str) else json.dumps(body).encode()
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(text)))
        self.end_headers()
        self.wfile.write(text)

    def mood(self):
        key = self.headers.get("Authorization", "").removeprefix("Bearer ")
        with lock:
            seen.append(key)
            count = seen.count(key)
        if not key.startswith("test_"):
            return self.answer(401, {"status": 401, "title": "Unauthorized Request"}) or True
        if key.startswith("test_stil"):
            self.connection.recv(1)  # says nothing until the other side hangs up
            return True
        if key.startswith("test_ziek") and count <= 2:
            return self.answer(503, {"status": 503, "title": "Service Unavailable"}) or True
        if key.startswith("test_kapot"):
            return self.answer(200, "geen json") or True
        return False

    def do_POST(self):
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        place = urlparse(self.path)
        if place.path.endswith("/zet"):
            payments[place.path.split("/")[3]]["status"] = parse_qs(place.query)["status"][0]
            return self.answer(200, {})
        if self.mood():
            return
        asked = json.loads(body)
        value = asked["amount"]["value"]
        if not isinstance(value, str) or len(value.split(".")[-1]) != 2 or asked["amount"]["currency"] != "EUR":
            return self.answer(422, {"status": 422, "title": "Unprocessable Entity", "field": "amount"})
        key = self.headers.get("Idempotency-Key")
        with lock:
            if key not in by_key:
                name = "tr_%010d" % (len(payments) + 1)
                by_key[key] = name
                payments[name] = {
                    "resource": "payment", "id": name, "mode": "test", "status": "open", "amount": asked["amount"],
                    "description": asked["description"], "redirectUrl": asked["redirectUrl"],
                    "webhookUrl": asked.get("webhookUrl"), "metadata": asked["metadata"],
                    "details": {"consumerName": "N. Zandoog", "consumerAccount": "NL85TEST0000000101"},
                    "_links": {"checkout": {"href": "https://betaalpagina.example/" + name, "type": "text/html"}}}
            found = payments[by_key[key]]
        self.answer(201, found)

    def do_GET(self):
        if self.mood():
            return
        found = payments.get(urlparse(self.path).path.split("/")[-1])
        self.answer(200, found) if found else self.answer(404, {"status": 404, "title": "Not Found"})


ThreadingHTTPServer.request_queue_size = 128  # a whole suite may call at once
server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
print(json.dumps({"port": server.server_address[1]}), flush=True)
server.serve_forever()
