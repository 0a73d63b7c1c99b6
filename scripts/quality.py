#!/usr/bin/env python3
"""Draws facts at random from what was read of a set of documents, for a hand check.

Every document is read first: the program must not crash, and every span must repeat its text. Then facts are drawn with
a fixed seed, and each is printed with its sentence, so that a person can say whether the sentence says it. The verdicts
go into docs/quality.md, without names and quotes: the documents are about private people.
"""

import argparse
import json
import random
import subprocess
import sys
from pathlib import Path


def documents(folder: Path, language: str) -> list[dict]:
    """The documents of a language, in the order of files and lines."""
    found = []
    for path in sorted(folder.glob("*.jsonl")):
        if path.name.endswith(".es.jsonl") != (language == "es"):
            continue
        for line in path.read_text(encoding="utf-8").splitlines():
            found.append(json.loads(line))
    return found


def read(binary: str, texts: list[dict]) -> list[dict]:
    """The readings; ends the program where the reader did not come to its end."""
    lines = "\n".join(json.dumps(document, ensure_ascii=False) for document in texts) + "\n"
    run = subprocess.run([binary, "read", "--jsonl", "--format", "json", "--with-text"], input=lines.encode(), capture_output=True)
    if run.returncode not in (0, 65):
        sys.exit(f"read ended with {run.returncode}: {run.stderr.decode()[-400:]}")
    sys.stderr.write(run.stderr.decode())
    return [json.loads(line) for line in run.stdout.decode().splitlines()]


def spans(thing) -> list[dict]:
    """Every piece of text that a reading quotes."""
    if isinstance(thing, dict):
        own = [thing] if {"start", "end", "text"} <= thing.keys() and isinstance(thing["start"], int) else []
        return own + [span for value in thing.values() for span in spans(value)]
    if isinstance(thing, list):
        return [span for value in thing for span in spans(value)]
    return []


def facts(reading: dict) -> list[dict]:
    """The facts of a reading: relations, arguments, days and counts of events; each with offsets and a wording."""
    names = {entity["id"]: entity["name"] for entity in reading["entities"]}
    found = []

    def add(kind: str, evidence: dict, words: str, own: dict | None = None) -> None:
        """Notes a fact; `own` has the words of the argument, day or count, which may stand outside the evidence."""
        found.append({"id": reading["report"]["id"], "kind": kind, "start": evidence["start"], "end": evidence["end"],
                      "words": words, "own": own})

    for relation in reading["relations"]:
        hedge = "" if relation["modality"] == "asserted" else f" ({relation['modality']})"
        hedge += "" if relation["polarity"] == "positive" else " (NOT)"
        add(f"relation {relation['type']}", relation["evidence"],
            f"{names[relation['from']]} —{relation['label']}→ {names[relation['to']]}{hedge}")
    for event in reading["events"]:
        hedge = f"[{event['label']}, {event['modality']}{'' if event['polarity'] == 'positive' else ', NOT'}]"
        for argument in event["arguments"]:
            value = names[argument["entity"]] if "entity" in argument else argument["text"]
            add(f"{event['type']} {argument['role']}", event["evidence"], f"“{event['trigger']['text']}” {hedge} {argument['role']} = {value}", argument.get("span"))
        if event.get("when"):
            add(f"{event['type']} when", event["evidence"],
                f"“{event['trigger']['text']}” {hedge} when = {event['when']['start']}…{event['when']['end']}", event["when"].get("span"))
        if event.get("count") is not None:
            add(f"{event['type']} count", event["evidence"], f"“{event['trigger']['text']}” {hedge} count = {event['count']}",
                (event.get("counts") or [None])[0])
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--binary", default=".build/release/expediente")
    parser.add_argument("--documents", type=Path, default=Path("../shared/data/docs"))
    parser.add_argument("--language", choices=["en", "es"], required=True)
    parser.add_argument("--count", type=int, default=100)
    parser.add_argument("--seed", type=int, default=20261124)
    options = parser.parse_args()
    if not options.documents.is_dir():
        print(f"quality: {options.documents} IS ABSENT, so nothing was drawn", file=sys.stderr)
        return
    readings = read(options.binary, documents(options.documents, options.language))
    broken = 0
    everything = []
    for reading in readings:
        text = reading["report"]["text"]
        broken += sum(text[span["start"]:span["end"]] != span["text"] for span in spans(reading))
        everything += [dict(fact, text=text) for fact in facts(reading)]
    print(f"{len(readings)} documents read, {len(everything)} facts, {broken} spans that do not repeat their text")
    drawn = random.Random(options.seed).sample(everything, min(options.count, len(everything)))
    for number, fact in enumerate(drawn, 1):
        print(f"\n{number}. {fact['id']} {fact['kind']} {fact['start']}–{fact['end']}\n   {fact['words']}")
        print("   " + " ".join(fact["text"][fact["start"]:fact["end"]].split()))
        own = fact["own"]
        if own and not (fact["start"] <= own["start"] and own["end"] <= fact["end"]):
            print("   words: … " + " ".join(fact["text"][max(0, own["start"] - 160):own["end"] + 60].split()) + " …")
    if broken:
        sys.exit(1)


if __name__ == "__main__":
    main()
