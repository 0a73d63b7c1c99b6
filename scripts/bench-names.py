#!/usr/bin/env python3
"""Measures screening beside nomenklatura's index with logic-v2 and logic-v1: one run, one core, the same names and list.

The other program is installed into a private environment in the user's cache the first time. Prints a table for
docs/measured.md; with --curves FILE.json also writes the other program's alerts and recall by threshold, for
scripts/screening.py. Nothing here decides whether a build passes.
"""

import argparse
import json
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
REQUIREMENTS = ["nomenklatura==4.17.4"]
THRESHOLDS = [0.5 + 0.01 * step for step in range(50)]


def environment() -> Path:
    """The private environment's Python."""
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "expediente/measuring-names"
    python = cache / "bin/python"
    if not (cache / "complete").exists():
        print("bench-names: installing nomenklatura", file=sys.stderr)
        subprocess.run([sys.executable, "-m", "venv", "--clear", cache], check=True)
        subprocess.run([python, "-m", "pip", "install", "--quiet", *REQUIREMENTS], check=True)
        (cache / "complete").touch()
    return python


def one_core(command: list, output=subprocess.DEVNULL) -> tuple[float, float]:
    """CPU seconds of a command held on one core, and its peak memory in MB."""
    child = subprocess.Popen(["taskset", "-c", "0", *map(str, command)], stdout=output)
    _, status, used = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode != 0:
        sys.exit(f"bench-names: {command[:3]} ended with exit code {child.returncode}")
    return used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def rates(queries: list[dict], answers: dict, threshold: float) -> tuple[float, float, float]:
    """Alerts, recall at 1, recall at 5."""
    one = five = listed = alerts = strangers = 0
    for query in queries:
        hits = [i for i, score in answers.get(query["id"], []) if score >= threshold]
        if query["target"] is None:
            strangers += 1
            alerts += bool(hits)
        else:
            listed += 1
            one += hits[:1] == [query["target"]]
            five += query["target"] in hits[:5]
    return alerts / strangers, one / listed, five / listed


def changed(names: list[str], count: int, path: Path) -> None:
    """Names that are all different: those of the list and of nobody, with a letter or two changed."""
    rng = random.Random(1)
    with path.open("w", encoding="utf-8") as out:
        for number in range(count):
            letters = list(rng.choice(names))
            for _ in range(rng.choice((1, 1, 2))):
                letters[rng.randrange(len(letters))] = rng.choice("abcdefghijklmnopqrstuvwxyz")
            out.write(json.dumps({"id": f"n{number}", "name": "".join(letters)}, ensure_ascii=False) + "\n")


def ours(binary: Path, data: Path, queries_file: Path, folder: Path, million: int) -> dict:
    os.environ["EXPEDIENTE_LISTS"] = str(folder / "lists")
    subprocess.run([binary, "lists", "add", data / "lists/ofac"], check=True, stderr=subprocess.DEVNULL)
    screen = [binary, "screen", "--list", "ofac", "--threads", "1", "--threshold", "0.5", "--format", "json", "--batch"]
    one = folder / "one.jsonl"
    one.write_text(queries_file.read_text(encoding="utf-8").splitlines()[0] + "\n", encoding="utf-8")
    with (folder / "hits.jsonl").open("wb") as out:
        first = min(one_core([*screen, one])[0] for _ in range(5))
        whole = min(one_core([*screen, queries_file], out if turn == 4 else subprocess.DEVNULL)[0] for turn in range(5))
    count = sum(1 for _ in queries_file.open(encoding="utf-8"))
    lines = (folder / "hits.jsonl").read_text(encoding="utf-8").splitlines()
    answers = {a["id"]: [(h["id"], h["score"]) for h in a["hits"]] for a in map(json.loads, lines)}
    names = [json.loads(line)["name"] for line in queries_file.open(encoding="utf-8")]
    many = folder / "many.jsonl"
    changed(names, million, many)
    seconds, memory = one_core([*screen, many])
    return {"start": first, "names_per_second": count / max(whole - first, 1e-9), "answers": answers,
            "many": million, "many_per_second": million / seconds, "many_memory": memory}


def theirs(python: Path, data: Path, queries_file: Path, folder: Path) -> dict:
    result = folder / "theirs.json"
    command = [python, __file__, "--inside", data, queries_file, result]
    one_core(command)
    return json.loads(result.read_text())


def inside(data: Path, queries_file: Path, result: Path) -> None:
    """Runs in the private environment: index, candidates in one batch, both matchers."""
    from followthemoney import Dataset, StatementEntity
    from nomenklatura.blocker.index import Index
    from nomenklatura.matching import get_algorithm
    from nomenklatura.resolver import Linker
    from nomenklatura.store.memory import MemoryStore

    listed = Dataset.make({"name": "ofac", "title": "ofac"})
    asked = Dataset.make({"name": "asked", "title": "asked"})
    store = MemoryStore(listed, Linker({}))
    with store.writer() as writer:
        for entry in entries(data):
            writer.add_entity(StatementEntity.from_data(listed, entry))
    with tempfile.TemporaryDirectory() as scratch:
        index = Index(store.default_view(), Path(scratch))
        index.build()
        queries = [json.loads(line) for line in queries_file.read_text(encoding="utf-8").splitlines() if line]
        made = {}
        for query in queries:
            entity = {"id": "q-" + query["id"], "schema": query["schema"], "properties": {"name": [query["name"]]}}
            made["q-" + query["id"]] = StatementEntity.from_data(asked, entity)
        began = time.process_time()
        found = {str(i): [str(m) for m, _ in matches] for i, matches in index.match_entities(made.values())}
        blocking = time.process_time() - began
        out = {"blocking": len(queries) / blocking}
        view = store.default_view()
        for name in ("logic-v2", "logic-v1"):
            algorithm = get_algorithm(name)
            config = algorithm.default_config()
            answers = {}
            began = time.process_time()
            for query in queries:
                entity = made["q-" + query["id"]]
                scored = []
                for candidate in found.get("q-" + query["id"], []):
                    listed_entity = view.get_entity(candidate)
                    if listed_entity is not None:
                        scored.append((candidate, algorithm.compare(entity, listed_entity, config).score))
                answers[query["id"]] = sorted(scored, key=lambda pair: (-pair[1], pair[0]))
            matching = time.process_time() - began
            out[name] = {"names_per_second": len(queries) / (blocking + matching), "answers": answers}
    out["memory"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    result.write_text(json.dumps(out))


def entries(data: Path):
    """OFAC's list as FollowTheMoney entities: names, aliases, weak aliases."""
    import csv
    import re

    made = {}
    with (data / "lists/ofac/sdn.csv").open(encoding="latin-1", newline="") as rows:
        for row in csv.reader(rows):
            if len(row) < 12:
                continue
            schema = {"individual": "Person", "vessel": "Vessel", "aircraft": "Airplane"}.get(row[2].strip(), "Organization")
            weak = re.findall(r"a\.k\.a\. '([^;]+)'", row[11])
            made[row[0]] = {"id": "ofac-" + row[0], "schema": schema, "properties": {"name": [natural(row[1], schema)], "weakAlias": weak}}
    with (data / "lists/ofac/alt.csv").open(encoding="latin-1", newline="") as rows:
        for row in csv.reader(rows):
            if len(row) >= 4 and row[0] in made:
                entry = made[row[0]]
                entry["properties"].setdefault("alias", []).append(natural(row[3], entry["schema"]))
    return made.values()


def natural(name: str, schema: str) -> str:
    """Given names first, as the other program's own importer has them."""
    if schema == "Person" and name.count(",") == 1:
        last, first = name.split(",")
        return f"{first.strip()} {last.strip()}"
    return name


def main() -> None:
    if sys.argv[1:2] == ["--inside"]:
        return inside(*map(Path, sys.argv[2:5]))
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--binary", default=ROOT / ".build/release/expediente", type=Path)
    parser.add_argument("--data", default=ROOT / "../shared/data", type=Path)
    parser.add_argument("--many", default=1_000_000, type=int, help="how many names in the large run")
    parser.add_argument("--curves", type=Path)
    options = parser.parse_args()
    queries_file = options.data / "names/queries.jsonl"
    if not queries_file.exists():
        print(f"bench-names: {queries_file} is not there; nothing is measured", file=sys.stderr)
        return
    queries = [json.loads(line) for line in queries_file.read_text(encoding="utf-8").splitlines() if line]
    python = environment()
    with tempfile.TemporaryDirectory() as folder:
        mine = ours(options.binary.resolve(), options.data, queries_file, Path(folder), options.many)
        other = theirs(python, options.data, queries_file, Path(folder))
    rows = [("Expediente", mine["names_per_second"], mine["answers"])]
    rows += [(f"nomenklatura, {name}", other[name]["names_per_second"], other[name]["answers"]) for name in ("logic-v2", "logic-v1")]
    print("| | names/s | ratio | recall@1 | recall@5 | alerts |")
    print("| --- | --- | --- | --- | --- | --- |")
    for name, speed, answers in rows:
        alerts, one, five = rates(queries, answers, 0.7)
        print(f"| {name} | {speed:,.0f} | {rows[0][1] / speed:.0f} | {one:.3f} | {five:.3f} | {alerts * 100:.1f} % |")
    print(f"\nStart and first name: {mine['start']:.2f} s. Their candidates alone: {other['blocking']:,.0f} names/s, {other['memory']:.0f} MB.")
    print(f"{mine['many']:,} different names: {mine['many_per_second']:,.0f} names/s, {mine['many_memory']:.0f} MB at the peak.")
    if options.curves:
        curves = {}
        for name in ("logic-v2", "logic-v1"):
            answers = other[name]["answers"]
            curves[f"nomenklatura {name}"] = [[*rates(queries, answers, t)[:2], t] for t in THRESHOLDS]
        options.curves.write_text(json.dumps(curves), encoding="utf-8")


if __name__ == "__main__":
    main()
