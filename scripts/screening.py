#!/usr/bin/env python3
"""Measures screening against OFAC's list on made queries (`make screening`).

Prints recall by kind of query and alerts for names on no list, for people (from the queries) and for companies
(scripts/data/companies.txt, and companies-later.txt, which nothing was changed for), at a threshold; exits 1 under a floor. With --curve FILE.svg it also draws alerts against
recall over all thresholds, beside the points of other programs given by --others FILE.json.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from collections import defaultdict
from pathlib import Path

from curve import draw

ROOT = Path(__file__).resolve().parent.parent
FLOORS = {
    ("ALL", "@1"): 0.970, ("ALL", "@5"): 0.982, ("typo", "@5"): 0.94, ("spelling", "@5"): 0.985, ("one surname", "@5"): 0.975,
}
MOST_ALERTS = 0.03
THRESHOLDS = [0.5 + 0.01 * step for step in range(50)]


def screen(binary: Path, folder: Path, queries: list[dict]) -> dict[str, list[dict]]:
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as batch:
        batch.writelines(json.dumps(query, ensure_ascii=False) + "\n" for query in queries)
        batch.flush()
        command = [binary, "screen", "--batch", batch.name, "--list", folder, "--threshold", "0.5", "--format", "json"]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
    answers = (json.loads(line) for line in done.stdout.splitlines())
    return {answer["id"]: answer["hits"] for answer in answers}


def companies_of(name: str) -> list[dict]:
    """Queries for the names of a file in scripts/data, none of which is on a list."""
    lines = (ROOT / "scripts/data" / name).read_text(encoding="utf-8").splitlines()
    return [
        {"id": f"{name}-{n}", "name": line, "schema": "Organization", "target": None}
        for n, line in enumerate(lines) if line and not line.startswith("#")
    ]


def above(hits: list[dict], threshold: float) -> list[str]:
    return [hit["id"] for hit in hits if hit["score"] >= threshold]


def rates(queries: list[dict], answers: dict, threshold: float) -> tuple[dict, float]:
    """Recall at 1 and at 5 by kind of query, and the share of names on no list with a hit."""
    tally, strangers, alerts = defaultdict(lambda: [0, 0, 0]), 0, 0
    for query in queries:
        hits = above(answers[query["id"]], threshold)
        if query["target"] is None:
            strangers += 1
            alerts += bool(hits)
            continue
        for kind in (query["kind"], "ALL"):
            tally[kind][0] += 1
            tally[kind][1] += hits[:1] == [query["target"]]
            tally[kind][2] += query["target"] in hits[:5]
    recall = {kind: {"n": n, "@1": one / n, "@5": five / n} for kind, (n, one, five) in tally.items()}
    return recall, alerts / strangers if strangers else 0.0


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--binary", default=ROOT / ".build/release/expediente", type=Path)
    parser.add_argument("--data", default=ROOT / "../shared/data", type=Path)
    parser.add_argument("--threshold", default=0.7, type=float)
    parser.add_argument("--curve", type=Path)
    parser.add_argument("--others", type=Path)
    options = parser.parse_args()
    queries_file = options.data / "names/queries.jsonl"
    if not queries_file.exists():
        print(f"screening: {queries_file} is not there; nothing is measured", file=sys.stderr)
        return 0
    queries = [json.loads(line) for line in queries_file.read_text(encoding="utf-8").splitlines() if line.strip()]
    companies = companies_of("companies.txt")
    later = companies_of("companies-later.txt")
    answers = screen(options.binary, options.data / "lists/ofac", queries + companies + later)
    recall, alerts = rates(queries, answers, options.threshold)
    _, company_alerts = rates(companies, answers, options.threshold)
    _, later_alerts = rates(later, answers, options.threshold)
    for kind in sorted(recall):
        row = recall[kind]
        print(f"{kind:24} queries {row['n']:5}  recall@1 {row['@1']:.3f}  recall@5 {row['@5']:.3f}")
    print(f"{'people on no list':24} alerts {alerts:.3f}")
    print(f"{'companies on no list':24} queries {len(companies):5}  alerts {company_alerts:.3f}")
    print(f"{'others, written later':24} queries {len(later):5}  alerts {later_alerts:.3f}")
    if options.curve:
        points = [(rates(queries, answers, t)[1], rates(queries, answers, t)[0]["ALL"]["@1"], t) for t in THRESHOLDS]
        others = json.loads(options.others.read_text()) if options.others else {}
        options.curve.write_text(draw(points, others, options.threshold), encoding="utf-8")
    failed = [f"{kind} {at}" for (kind, at), floor in FLOORS.items() if recall[kind][at] < floor]
    failed += ["alerts for people"] * (alerts > MOST_ALERTS) + ["alerts for companies"] * (max(company_alerts, later_alerts) > MOST_ALERTS)
    for name in failed:
        print(f"screening: under the floor: {name}", file=sys.stderr)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
