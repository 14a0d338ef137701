"""llama.cpp with a model of random weights made on the spot: prints its port, and serves chat completions until it is ended.

Needs xllamacpp, gguf and numpy of PyPI. What such a model says is noise in the form that the schema asks; it proves the form, not the words.
"""

import json
import tempfile
import threading

import gguf
import numpy
import xllamacpp

WIDTH, HEADS, LAYERS, HIDDEN, LENGTH = 32, 2, 1, 64, 8192


def model(path):
    """A llama of one layer over bytes."""
    tokens = [b"<unk>", b"<s>", b"</s>"] + [b"<0x%02X>" % byte for byte in range(256)]
    kinds = [gguf.TokenType.UNKNOWN, gguf.TokenType.CONTROL, gguf.TokenType.CONTROL] + [gguf.TokenType.BYTE] * 256
    out = gguf.GGUFWriter(path, "llama")
    out.add_context_length(LENGTH)
    out.add_embedding_length(WIDTH)
    out.add_block_count(LAYERS)
    out.add_feed_forward_length(HIDDEN)
    out.add_head_count(HEADS)
    out.add_head_count_kv(HEADS)
    out.add_rope_dimension_count(WIDTH // HEADS)
    out.add_layer_norm_rms_eps(1e-5)
    out.add_vocab_size(len(tokens))
    out.add_tokenizer_model("llama")
    out.add_token_list(tokens)
    out.add_token_scores([0.0] * len(tokens))
    out.add_token_types(kinds)
    out.add_bos_token_id(1)
    out.add_eos_token_id(2)
    out.add_unk_token_id(0)
    out.add_chat_template("{% for m in messages %}{{ m['role'] }}: {{ m['content'] }}\n{% endfor %}assistant: ")
    dice = numpy.random.default_rng(7)
    shapes = {"token_embd": (len(tokens), WIDTH), "output": (len(tokens), WIDTH), "output_norm": (WIDTH,)}
    for layer in range(LAYERS):
        block = f"blk.{layer}."
        shapes.update({block + name: (WIDTH, WIDTH) for name in ("attn_q", "attn_k", "attn_v", "attn_output")})
        shapes.update({block + "attn_norm": (WIDTH,), block + "ffn_norm": (WIDTH,)})
        shapes.update({block + "ffn_gate": (HIDDEN, WIDTH), block + "ffn_up": (HIDDEN, WIDTH), block + "ffn_down": (WIDTH, HIDDEN)})
    for name, shape in shapes.items():
        out.add_tensor(name + ".weight", dice.normal(0, 0.3, shape).astype(numpy.float32))
    out.write_header_to_file()
    out.write_kv_data_to_file()
    out.write_tensors_to_file()
    out.close()


with tempfile.NamedTemporaryFile(suffix=".gguf") as file:
    model(file.name)
    params = xllamacpp.CommonParams()
    params.model.path = file.name
    params.n_ctx = LENGTH
    params.n_predict = 4096
    params.warmup = False
    params.cpuparams.n_threads = 1
    server = xllamacpp.Server(params)
    print(json.dumps({"port": int(server.listening_address.rsplit(":", 1)[1])}), flush=True)
    threading.Event().wait()
