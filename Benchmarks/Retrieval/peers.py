"""bm25s and tantivy on the passages and questions of corpus.py, both with Dutch stemming; prints one line of JSON each."""
import json
import pathlib
import shutil
import sys
import tempfile
import time

import bm25s
import Stemmer
import tantivy

folder = pathlib.Path(sys.argv[1])
passages = [json.loads(line) for line in (folder / "passages.jsonl").open()]
questions = [json.loads(line) for line in (folder / "questions.jsonl").open()]
ROUNDS = 5


def told(name, build, size, search):
    for one in questions[:20]:
        search(one["question"])
    times, recall, first = [], [], []
    for turn in range(ROUNDS):
        for one in questions:
            start = time.perf_counter()
            found = search(one["question"])
            times.append(time.perf_counter() - start)
            if turn == 0:
                wanted = one["relevant"]
                recall.append(len(set(found[:5]) & set(wanted)) / len(wanted))
                first.append(bool(set(found[:5]) & set(wanted)))
    times.sort()
    print(json.dumps({
        "name": name, "recallAt5": round(sum(recall) / len(recall), 4), "hitAt5": round(sum(first) / len(first), 4),
        "p50ms": round(times[len(times) // 2] * 1000, 3), "p95ms": round(times[len(times) * 95 // 100] * 1000, 3),
        "buildSeconds": round(build, 2), "indexMB": round(size / 1e6, 1)}))


def bytes_in(path):
    return sum(one.stat().st_size for one in pathlib.Path(path).rglob("*") if one.is_file())


def peer_bm25s():
    stemmer = Stemmer.Stemmer("dutch")
    start = time.perf_counter()
    texts = [f"{one['title']} {one['heading']} {one['text']}" for one in passages]
    index = bm25s.BM25()
    index.index(bm25s.tokenize(texts, stopwords="nl", stemmer=stemmer, show_progress=False), show_progress=False)
    build = time.perf_counter() - start
    place = tempfile.mkdtemp()
    index.save(place)
    size = bytes_in(place)
    shutil.rmtree(place)

    def search(text):
        words = bm25s.tokenize(text, stopwords="nl", stemmer=stemmer, show_progress=False)
        return [int(one) for one in index.retrieve(words, k=5, show_progress=False)[0][0]]

    told("bm25s", build, size, search)


def peer_tantivy():
    dutch = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple()).filter(tantivy.Filter.lowercase()).filter(
        tantivy.Filter.stopword("dutch")).filter(tantivy.Filter.stemmer("dutch")).build()
    schema = tantivy.SchemaBuilder()
    schema.add_unsigned_field("id", stored=True)
    for field in ("title", "heading", "text"):
        schema.add_text_field(field, tokenizer_name="dutch")
    place = tempfile.mkdtemp()
    index = tantivy.Index(schema.build(), path=place)
    index.register_tokenizer("dutch", dutch)
    start = time.perf_counter()
    writer = index.writer(256_000_000, 1)
    for one in passages:
        writer.add_document(tantivy.Document(**one))
    writer.commit()
    writer.wait_merging_threads()
    index.reload()
    build = time.perf_counter() - start
    searcher = index.searcher()
    keep = str.maketrans({mark: " " for mark in "\"'()[]{}:;,.?!+-*/\\^~§&|<>=“”‘’"})

    def search(text):
        query = index.parse_query(text.translate(keep), ["title", "heading", "text"], field_boosts={"heading": 2.5, "title": 0.4})
        return [searcher.doc(address)["id"][0] for _, address in searcher.search(query, 5).hits]

    told("tantivy", build, bytes_in(place), search)
    shutil.rmtree(place)


peer_bm25s()
peer_tantivy()
