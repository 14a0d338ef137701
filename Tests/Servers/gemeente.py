"""A municipality for one test: prints its port, takes signals by HTTP, and prints each as a line of JSON.

The path says what it answers: /goed takes it, /fout refuses it, /vol asks to come back, /weg leads elsewhere, /dicht
does not know our key.
"""

import json
from http.server import BaseHTTPRequestHandler, HTTPServer

ANSWERS = {"/goed": (201, {"kenmerk": "V-17"}), "/fout": (422, {"fout": "onbekende partner"}), "/vol": (503, {}),
           "/weg": (302, {}), "/dicht": (401, {"title": "Geen toegang"}), "/veel": (200, {"x": "y" * 200_000})}


class Desk(BaseHTTPRequestHandler):
    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        print(json.dumps({
            "type": self.headers["Content-Type"], "key": self.headers["Authorization"],
            "once": self.headers["Idempotency-Key"], "body": json.loads(body)}), flush=True)
        status, answer = ANSWERS.get(self.path, (404, {}))
        text = json.dumps(answer).encode()
        self.send_response(status)
        if status == 302:
            self.send_header("Location", "/goed")
        self.send_header("Content-Length", str(len(text)))
        self.end_headers()
        self.wfile.write(text)

    def log_message(self, *words):
        pass


HTTPServer.request_queue_size = 128  # a whole suite may call at once
server = HTTPServer(("127.0.0.1", 0), Desk)
print(json.dumps({"port": server.server_port}), flush=True)
server.serve_forever()
