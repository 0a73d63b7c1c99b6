#!/usr/bin/env python3
"""Measures the comparison of names on labelled pairs (`make names`).

A third of the pairs was set aside before anybody looked at them and takes no part in tuning: those with
SHA-256("name1<TAB>name2"), read as a number, divisible by three. Prints precision, recall and F1 of both parts; exits 1
under a floor.
"""

import argparse
import csv
import hashlib
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FLOORS = {"all": 0.86, "Person": 0.82}
LARGEST_GAP = 0.04


def is_set_aside(row: dict[str, str]) -> bool:
    digest = hashlib.sha256(f"{row['name1']}\t{row['name2']}".encode()).hexdigest()
    return int(digest, 16) % 3 == 0


def measure(rows: list[dict[str, str]], threshold: float) -> tuple[float, float, float]:
    said = [float(row["score"]) >= threshold for row in rows]
    true = [row["is_match"] == "true" for row in rows]
    both = sum(s and t for s, t in zip(said, true))
    precision = both / sum(said) if any(said) else 0.0
    recall = both / sum(true) if any(true) else 0.0
    return precision, recall, 2 * precision * recall / (precision + recall) if both else 0.0


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--binary", default=ROOT / ".build/release/expediente", type=Path)
    parser.add_argument("--pairs", default=ROOT / "../shared/data/names/pairs.csv", type=Path)
    parser.add_argument("--threshold", default=0.7, type=float)
    options = parser.parse_args()
    if not options.pairs.exists():
        print(f"names: {options.pairs} is not there; nothing is measured", file=sys.stderr)
        return 0
    done = subprocess.run([options.binary, "names", "compare", options.pairs], capture_output=True, text=True, check=True)
    rows = list(csv.DictReader(done.stdout.splitlines()))
    parts = {"tuned on": [r for r in rows if not is_set_aside(r)], "set aside": [r for r in rows if is_set_aside(r)]}
    parts["together"] = rows
    figures: dict[tuple[str, str], float] = {}
    for part, chosen in parts.items():
        schemata = ["all", "Person", "Company", "Organization"]
        for schema in schemata:
            some = [r for r in chosen if schema in ("all", r["schema"])]
            precision, recall, f1 = measure(some, options.threshold)
            figures[part, schema] = f1
            print(f"{part:10} {schema:13} pairs {len(some):4}  precision {precision:.3f}  recall {recall:.3f}  F1 {f1:.3f}")
    failed = [s for s, floor in FLOORS.items() if figures["tuned on", s] < floor]
    failed += [s + " (set aside)" for s in FLOORS if figures["set aside", s] < figures["tuned on", s] - LARGEST_GAP]
    for name in failed:
        print(f"names: under the floor: {name}", file=sys.stderr)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
