#!/usr/bin/env python3
"""Holds `expediente evaluate` against the gold's own script on gold readings damaged at random.

Things are dropped, doubled, retyped, renamed, shifted and mixed up by a seeded generator; every row and every type of
both, and the printed table, must be equal. Standard library only.
"""

import argparse
import copy
import json
import random
import subprocess
import sys
import tempfile
from pathlib import Path

ENTITY_TYPES = "Person People Organization PublicBody Company Country Place".split()


class Damage:
    """One reading, made worse."""

    def __init__(self, reading: dict, text: str, chance: random.Random):
        self.reading = copy.deepcopy(reading)
        self.text = text
        self.chance = chance
        self.part = chance.choice([0.05, 0.15, 0.35])

    def now(self) -> bool:
        return self.chance.random() < self.part

    def done(self) -> dict:
        reading = self.reading
        reading["entities"] = self.entities(reading["entities"])
        self.ids = [entity["id"] for entity in reading["entities"]] or ["none"]
        reading["relations"] = self.mixed(self.relation, reading["relations"])
        types = [event["type"] for event in reading["events"]]
        reading["events"] = self.mixed(lambda event: self.event(event, types), reading["events"])
        if self.chance.random() < 0.03 and reading["entities"] and reading["entities"][0]["mentions"]:
            reading["entities"][0]["mentions"][0]["text"] = "not so"
        return reading

    def mixed(self, change, things: list) -> list:
        """Some left out, the others changed, some of them doubled, in another order."""
        kept = []
        for thing in things:
            if self.now():
                continue
            change(thing)
            kept.append(thing)
            if self.now():
                kept.append(copy.deepcopy(thing))
        self.chance.shuffle(kept)
        return kept

    def other(self, identifier: str) -> str:
        return self.chance.choice(self.ids) if self.now() else identifier

    def entities(self, entities: list) -> list:
        names = [entity["name"] for entity in entities]
        kept = []
        for entity in entities:
            if self.now():
                continue
            if self.now():
                entity["type"] = self.chance.choice(ENTITY_TYPES)
            if self.now():
                entity["name"] = self.chance.choice([entity["name"].upper(), "The " + entity["name"]] + names)
            if self.now():
                entity["aliases"] = []
            entity["mentions"] = [self.shifted(m) for m in entity["mentions"] if not self.now()]
            kept.append(entity)
            if self.now():
                kept.append({**copy.deepcopy(entity), "id": entity["id"] + "-again"})
        return kept

    def shifted(self, mention: dict) -> dict:
        if self.now():
            start = max(0, mention["start"] - self.chance.randint(0, 9))
            end = min(len(self.text), max(start + 1, mention["end"] + self.chance.randint(-5, 9)))
            mention = {"start": start, "end": end, "text": self.text[start:end]}
        return mention

    def relation(self, relation: dict) -> None:
        if self.now():
            relation["from"], relation["to"] = relation["to"], relation["from"]
        relation["from"], relation["to"] = self.other(relation["from"]), self.other(relation["to"])
        if self.now():
            relation["label"] = self.chance.choice(["Brother", "hijo", "SON", "brother–in–law", None])

    def event(self, event: dict, types: list) -> None:
        if self.now():
            event["type"] = self.chance.choice(types)
        if self.now():
            event["evidence"]["end"] = min(len(self.text), event["evidence"]["end"] + self.chance.randint(0, 600))
        if self.now():
            start = self.chance.randint(0, len(self.text) - 50)
            event["evidence"] = {"start": start, "end": start + self.chance.randint(1, 49)}
        event["arguments"] = self.mixed(self.argument, event["arguments"])
        self.circumstances(event)

    def argument(self, argument: dict) -> None:
        if "entity" in argument:
            argument["entity"] = self.other(argument["entity"])
        elif self.now():
            words = argument["text"].split()
            argument["text"] = " ".join(self.chance.sample(words, max(1, len(words) // 2)))

    def circumstances(self, event: dict) -> None:
        if self.now():
            event["when"] = self.chance.choice([None, {"start": "2025-01-01", "end": "2025-01-02"}])
        if event.get("when") and self.now():
            event["when"]["end"] = "2025-12-31"
        if self.now():
            event["count"] = self.chance.choice([None, 1, 26])
        if self.now():
            event["modality"] = self.chance.choice(["asserted", "alleged", "planned"])
        if self.now():
            event["polarity"] = "negative"
        elif self.now():
            del event["polarity"]
        if self.now():
            event["attributed_to"] = [self.chance.choice(self.ids) for _ in range(self.chance.randint(0, 2))]


def output(command: list) -> str:
    run = subprocess.run(command, capture_output=True, text=True)
    if run.returncode != 0:
        sys.exit(f"{' '.join(command)} ended with {run.returncode}:\n{run.stderr}")
    return run.stdout


def compare(folder: Path, script: Path, binary: str, readings: str) -> list:
    """The rows that differ, in words."""
    theirs = json.loads(output(["python3", str(script), str(folder), readings, "--json"]))
    ours = json.loads(output([binary, "evaluate", str(folder), "--readings", readings, "--format", "json"]))
    found = [f"{key}: {theirs[key]} and {ours[key]}" for key in ("reports", "missing") if theirs[key] != ours[key]]
    for table in ("rows", "types"):
        for name in sorted(theirs[table].keys() | ours[table].keys()):
            if theirs[table].get(name) != ours[table].get(name):
                found.append(f"{name}: {theirs[table].get(name)} and {ours[table].get(name)}")
    tables = [["python3", str(script), str(folder), readings], [binary, "evaluate", str(folder), "--readings", readings]]
    if output(tables[0]) != output(tables[1]):
        found.append("the printed tables differ")
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--binary", required=True, help="the built program")
    parser.add_argument("--gold", type=Path, required=True, help="the folder with score.py and folders of gold readings")
    parser.add_argument("--rounds", type=int, default=30)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    folders = sorted(path for path in options.gold.iterdir() if path.is_dir() and any(path.glob("*.json")))
    differing = 0
    for number in range(options.seed, options.seed + options.rounds):
        chance = random.Random(number)
        folder = chance.choice(folders)
        with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
            for path in sorted(folder.glob("*.json")):
                if chance.random() < 0.05:
                    continue
                with open(path.with_suffix(".txt"), encoding="utf-8", newline="") as report:
                    text = report.read()
                reading = Damage(json.loads(path.read_text(encoding="utf-8")), text, chance).done()
                file.write(json.dumps(reading, ensure_ascii=chance.random() < 0.5) + "\n")
            file.flush()
            found = compare(folder, options.gold / "score.py", options.binary, file.name)
        if found:
            differing += 1
            print(f"seed {number}, {folder.name}:", *found, sep="\n  ")
    print(f"{options.rounds} damaged sets of readings, {differing} scored differently")
    sys.exit(1 if differing else 0)


if __name__ == "__main__":
    main()
