#!/usr/bin/env python3
"""Makes a large case out of a few documents and measures how it is filed and looked at.

Every person in the documents is replaced by one of a pool of invented people, the same seed giving the same documents;
paragraphs are left out at random, so that documents of one origin are no copies of each other. Nothing that is made is
kept unless --keep names a folder for it.
"""

import argparse
import csv
import json
import os
import pathlib
import random
import resource
import shutil
import subprocess
import sys
import tempfile
import time

GIVEN = {
    "en": "Alden Brisa Corvin Delia Edric Farah Gareth Hollis Ilsa Jorah Keziah Lorne Maura Nevin Odette Perrin Quilla "
    "Rowan Selby Tamsin Ulric Verity Wynn Yorick Zelda Anselm Blythe Corin Dorcas Elric".split(),
    "es": "Abundio Belisa Ciro Dalia Elpidio Fermina Gildardo Hilaria Isauro Jacinta Leandro Melisa Nicanor Obdulia "
    "Plácido Quirina Rogelio Silvina Teófilo Ursina Valerio Wenceslao Ximena Yolanda Zacarías Amílcar Brígida".split(),
}
SURNAME = {
    "en": "Ashgrove Birkmoor Calderwick Dunmarsh Elverton Fenholt Garrowby Hartsel Inglemire Jessop Kerrigold Lindqvist "
    "Marwood Netherby Oakhurst Penhallow Quarles Ravensworth Stanmere Thornbury Underhay Vexley Wetherell Yarrow "
    "Zellwood Attlebury Brackwell Copplestone Dravely Eastmoor Farnwick Gildersleeve".split(),
    "es": "Abrantes Balcázar Cifrondo Dávalos Echegoyen Figaredo Gorospe Hinestrosa Izarra Jaramago Legorburu Mondejar "
    "Nebreda Orbegozo Palomeque Quesadilla Revuelta Sotelongo Tordesal Urrechaga Valdovinos Yturralde Zubillaga "
    "Armendariz Bracamonte Covarruvias Distancia Escobosa Fagoaga Garibalde Huarte Irureta".split(),
}


class Person:
    """One of the pool."""

    def __init__(self, number, language, rng):
        self.id = f"p{number}"
        self.given = rng.choice(GIVEN[language])
        count = 2 if language == "es" else 1
        self.surnames = rng.sample(SURNAME[language], count)
        # Names must be told apart: a second given name from the number.
        self.second = GIVEN[language][number % len(GIVEN[language])]

    @property
    def name(self):
        return " ".join([self.given, self.second, *self.surnames])

    def like(self, mention):
        """The person's name in as many words as the mention has."""
        words = mention.split()
        if len(words) == 1:
            return self.surnames[0]
        if len(words) == 2:
            return f"{self.given} {self.surnames[0]}"
        return self.name


def readings(binary, documents):
    """What the documents say, one reading each."""
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl") as file:
        for document in documents:
            file.write(json.dumps(document, ensure_ascii=False) + "\n")
        file.flush()
        output = subprocess.run(
            [binary, "read", "--jsonl", "--with-text", file.name], stdout=subprocess.PIPE, check=False)
    return [json.loads(line) for line in output.stdout.splitlines()]


def replaced(reading, pool, rng, number):
    """The report with other people in it, and who they are."""
    text = reading["report"]["text"]
    cast, edits = {}, []
    for entity in reading["entities"]:
        if entity["type"] != "Person":
            continue
        person = cast.setdefault(entity["id"], rng.choice(pool))
        for mention in entity["mentions"]:
            if mention["text"][:1].isupper() and len(mention["text"]) > 2 and mention["text"].lower() not in PRONOUNS:
                edits.append((mention["start"], mention["end"], person.like(mention["text"])))
    for start, end, words in sorted(edits, reverse=True):
        text = text[:start] + words + text[end:]
    paragraphs = [part for part in text.split("\n") if part.strip()]
    kept = [part for index, part in enumerate(paragraphs) if index == 0 or rng.random() < 0.7]
    report = reading["report"]
    document = {
        "id": f"c{number}", "title": None, "date": report["published"], "publisher": report["publisher"],
        "lang": report["language"], "text": "\n\n".join(kept)}
    return document, sorted({person.id: person for person in cast.values()}.values(), key=lambda one: one.id)


PRONOUNS = {"he", "she", "him", "her", "they", "his", "él", "ella", "who", "i", "yo", "we", "you"}


def make(binary, source, count, seed, folder):
    """Writes documents.jsonl and key.csv."""
    rng = random.Random(seed)
    documents = []
    for path in sorted(pathlib.Path(source).glob("*.jsonl")):
        documents += [json.loads(line) for line in path.open(encoding="utf-8")]
    base = [reading for reading in readings(binary, documents) if reading["report"]["language"] in GIVEN]
    people = max(50, count // 5)
    pools = {language: [Person(number, language, rng) for number in range(people)] for language in GIVEN}
    target = folder / "documents.jsonl"
    with target.open("w", encoding="utf-8") as file, (folder / "key.csv").open("w", encoding="utf-8") as key:
        rows = csv.writer(key)
        rows.writerow(["report_id", "entity_name", "type", "true_id"])
        for number in range(count):
            reading = base[number % len(base)] if number < len(base) else rng.choice(base)
            language = reading["report"]["language"]
            document, cast = replaced(reading, pools[language], rng, number)
            file.write(json.dumps(document, ensure_ascii=False) + "\n")
            for person in cast:
                rows.writerow([document["id"], person.name, "Person", f"{language}-{person.id}"])
    return target, pools


def timed(command):
    """Seconds, seconds of the processor, and the most memory in MB of a command."""
    start = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if os.waitstatus_to_exitcode(status) != 0:
        sys.exit(f"casework: failed: {' '.join(map(str, command))}")
    return time.monotonic() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def latency(commands):
    """The 95th percentile of the seconds that commands take, each a process of its own, and the most memory in MB."""
    seconds, memory = [], 0
    for command in commands:
        took, _, used = timed(command)
        seconds.append(took)
        memory = max(memory, used)
    return sorted(seconds)[int(len(seconds) * 0.95)], memory


def views(binary, case, pools, rng, rounds):
    """The views that must be quick, on names of the pool."""
    people = [rng.choice(pools[rng.choice(sorted(pools))]) for _ in range(rounds)]
    kinds = {
        "show": lambda person: [binary, "show", "--case", case, person.name],
        "timeline": lambda person: [binary, "timeline", "--case", case, "--limit", "20"],
        "search": lambda person: [binary, "search", "--case", case, person.name],
    }
    for name, command in kinds.items():
        probe = subprocess.run(command(people[0]), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
        if probe.returncode == 64:
            print(f"{name}: the program has no such view")
            continue
        p95, memory = latency([command(person) for person in people])
        print(f"{name}: 95th percentile {p95 * 1000:.0f} ms, {memory:.0f} MB")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--binary", required=True)
    parser.add_argument("--documents", required=True, help="a folder of JSON Lines")
    parser.add_argument("--counts", default="1000,3000,10000")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--rounds", type=int, default=40)
    parser.add_argument("--keep", help="a folder for what is made")
    options = parser.parse_args()
    if not pathlib.Path(options.documents).is_dir():
        print(f"LEFT OUT: {options.documents} is not there")
        return
    folder = pathlib.Path(options.keep or tempfile.mkdtemp(prefix="casework-"))
    folder.mkdir(parents=True, exist_ok=True)
    try:
        for count in map(int, options.counts.split(",")):
            documents, pools = make(options.binary, options.documents, count, options.seed, folder)
            case = folder / f"{count}.case"
            for ending in ("", "-wal", "-shm"):
                pathlib.Path(f"{case}{ending}").unlink(missing_ok=True)
            wall, cpu, memory = timed([options.binary, "read", "--jsonl", documents])
            print(f"{count} documents, reading alone: {count / wall:.0f} a second, {cpu:.0f} s of processor, {memory:.0f} MB")
            filed, used, most = timed([options.binary, "add", "--case", case, documents])
            size = sum(path.stat().st_size for path in folder.glob(f"{count}.case*"))
            print(
                f"{count} documents, filed and resolved: {count / filed:.0f} a second ({wall / filed:.0%} of reading; "
                f"by processor time {cpu / used:.0%}), {used:.0f} s of processor, {most:.0f} MB, "
                f"{size / count / 1024:.1f} KB a document")
            views(options.binary, case, pools, random.Random(options.seed), options.rounds)
            sys.stdout.flush()
    finally:
        if not options.keep:
            shutil.rmtree(folder)


if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    main()
