"""Makes the passages and questions that all three are asked on: the shipped instructions and the libraries of the tests,
and up to N passages mixed from halves of their sentences. The same seed gives the same files."""
import json
import pathlib
import random
import re
import sys

import yaml

root = pathlib.Path(__file__).resolve().parents[2]
target, count = pathlib.Path(sys.argv[1]), int(sys.argv[2])
random.seed(20261121)
LIBRARIES = [root / "Content/bibliotheek", root / "Tests/ProcesbotTests/Bibliotheken/energie", root / "Tests/ProcesbotTests/Bibliotheken/belasting"]
QUESTIONS = {
    0: ["Content/adviseur/testvragen.yaml", "Tests/ProcesbotTests/Vragen/herformuleringen.yaml", "Tests/ProcesbotTests/Vragen/nieuw.yaml",
        "Tests/ProcesbotTests/Vragen/vers-a.yaml", "Tests/ProcesbotTests/Vragen/vers-b.yaml"],
    1: ["Tests/ProcesbotTests/Vragen/energie.yaml"], 2: ["Tests/ProcesbotTests/Vragen/belasting.yaml"]}

passages, by_source = [], {}
for number, folder in enumerate(LIBRARIES):
    for path in sorted(folder.glob("*.md")):
        text = path.read_text()
        title = text.splitlines()[0].removeprefix("# ")
        for part in re.split(r"^## ", text, flags=re.M)[1:]:
            heading, _, body = part.partition("\n")
            by_source[number, path.stem, heading] = len(passages)
            passages.append({"id": len(passages), "title": title, "heading": heading, "text": " ".join(body.split())})

halves = []
for one in passages:
    for sentence in re.split(r"(?<=[.;:]) ", one["text"]):
        words = sentence.split()
        if len(words) >= 6:
            halves += [words[: len(words) // 2], words[len(words) // 2 :]]
headings = [one["heading"].split(" ", 1)[-1].split() for one in passages]
TOWNS = ["Almere", "Assen", "Breda", "Delft", "Ede", "Gouda", "Heerlen", "Leiden", "Meppel", "Tilburg", "Venlo", "Zwolle"]
while len(passages) < count:
    words = [word for _ in range(random.randint(6, 14)) for word in random.choice(halves)]
    words[random.randrange(len(words))] = random.choice(TOWNS)
    heading = f"{random.randint(1, 9)}.{random.randint(1, 99)} " + " ".join(random.choice(headings)[:1] + random.choice(headings)[-1:])
    passages.append({"id": len(passages), "title": random.choice(["Handboek", "Werkwijze", "Afspraken"]), "heading": heading, "text": " ".join(words)})

questions = []
for number, files in QUESTIONS.items():
    for file in files:
        for one in yaml.safe_load((root / file).read_text()):
            found = []
            for source in one.get("bronnen") or []:
                document, _, section = source.partition(" ")
                found += [place for (n, stem, heading), place in by_source.items()
                          if n == number and stem.startswith(document) and heading.startswith(section + " ")]
            if found:
                facts = one.get("feiten")
                text = one["vraag"] + (" " + facts if isinstance(facts, str) else "")
                questions.append({"question": text, "relevant": found[:5]})

target.mkdir(parents=True, exist_ok=True)
(target / "passages.jsonl").write_text("".join(json.dumps(one, ensure_ascii=False) + "\n" for one in passages))
(target / "questions.jsonl").write_text("".join(json.dumps(one, ensure_ascii=False) + "\n" for one in questions))
print(len(passages), "passages,", len(questions), "questions")
