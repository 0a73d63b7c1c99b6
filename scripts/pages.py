#!/usr/bin/env python3
"""Holds what `expediente extract` makes of pages against a folder of pages with their articles written out.

Prints F1, precision and recall by the folder's own score.py, the same for a third of the pages that nobody looks at
(chosen by hash), how many days of publication are right by the key in Tests/ReportsTests/Keys, and the pages a second
beside trafilatura, both on one core, from packed file to printed line. Exits 1 under a floor. Speed is a
figure and no floor. Runs in the environment that scripts/measuring-environment.sh makes; without trafilatura there,
the speed of ours alone is printed.
"""

import argparse
import gzip
import hashlib
import importlib
import importlib.util
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
KEY = ROOT / "Tests" / "ReportsTests" / "Keys" / "page-dates.tsv"
F1_FLOOR, DATES_FLOOR = 0.968, 0.90
ROUNDS = 3


class Figures(NamedTuple):
    f1: float
    precision: float
    recall: float
    pages: int

    def __str__(self) -> str:
        return f"F1 {self.f1:.4f}  precision {self.precision:.4f}  recall {self.recall:.4f}  ({self.pages} pages)"


def is_held_back(page: str) -> bool:
    return int(hashlib.sha256(page.encode()).hexdigest()[:8], 16) % 3 == 0


def figures(shingles, truth: dict, texts: dict[str, str], pages: list[str]) -> Figures:
    """The folder's measure, over some of its pages."""
    precisions, recalls = [], []
    for page in pages:
        gold, ours = shingles(truth[page]["articleBody"]), shingles(texts.get(page, ""))
        hit = sum((gold & ours).values())
        if ours:
            precisions.append(hit / sum(ours.values()))
        if gold:
            recalls.append(hit / sum(gold.values()))
    precision = sum(precisions) / max(1, len(precisions))
    recall = sum(recalls) / max(1, len(recalls))
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return Figures(f1, precision, recall, len(pages))


def cpu_seconds(command: list[str], output) -> float:
    """The CPU time of a command on one core, its children's included."""
    core = str(min(os.sched_getaffinity(0)))
    child = subprocess.Popen(["taskset", "-c", core, *command], stdout=output)
    _, status, used = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode != 0:
        sys.exit(f"pages: {' '.join(command[:4])} … ended with exit code {child.returncode}")
    return used.ru_utime + used.ru_stime


def days(rows: dict[str, dict]) -> tuple[int, int]:
    lines = [line.split("\t") for line in KEY.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    return sum(rows.get(page, {}).get("published") == day for page, day in lines), len(lines)


# Run by this script in a process of its own. Its start, which is long, is not held against it; ours is counted.
PEER = """
import gzip, json, sys, time
from trafilatura import extract
extract("<html><body><p>" + "A page to warm up with. " * 40 + "</p></body></html>")
began = time.process_time()
for path in sys.argv[1:]:
    text = extract(gzip.open(path).read(), include_comments=False)
    print(json.dumps({"id": path.split("/")[-1].split(".")[0], "text": text or ""}))
print(json.dumps({"id": "", "text": "", "cpu": time.process_time() - began}))
"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--binary", required=True)
    parser.add_argument("--pages", required=True, type=Path, help="a folder with pages/, truth.json and score.py")
    arguments = parser.parse_args()
    if not arguments.pages.is_dir():
        print(f"pages: {arguments.pages} IS ABSENT, so nothing was measured. Give its place: make pages SHARED=FOLDER.")
        return
    sys.path.insert(0, str(arguments.pages))
    shingles = importlib.import_module("score").shingles
    truth = json.loads((arguments.pages / "truth.json").read_text(encoding="utf-8"))
    files = sorted(str(path) for path in (arguments.pages / "pages").glob("*.gz"))
    megabytes = sum(len(gzip.decompress(Path(path).read_bytes())) for path in files) / 1e6

    command = [arguments.binary, "extract", "--threads", "1", *files]
    with tempfile.TemporaryFile() as output:
        ours_cpu = cpu_seconds(command, output)
        output.seek(0)
        rows = {row["id"]: row for row in map(json.loads, output.read().splitlines())}
    with open(os.devnull, "wb") as nowhere:
        ours_cpu = min([ours_cpu] + [cpu_seconds(command, nowhere) for _ in range(ROUNDS - 1)])
    texts = {page: row["text"] for page, row in rows.items()}
    everything = figures(shingles, truth, texts, sorted(truth))
    held_back = figures(shingles, truth, texts, [page for page in sorted(truth) if is_held_back(page)])
    right, shown = days(rows)
    print(f"all pages          {everything}")
    print(f"held-back third    {held_back}")
    print(f"days               {right} of {shown} right")
    print(f"speed              {len(files) / ours_cpu:.0f} pages/s, {megabytes / ours_cpu:.0f} MB/s, one core, CPU time, start included")

    if importlib.util.find_spec("trafilatura"):
        with tempfile.TemporaryFile() as output:
            cpu_seconds([sys.executable, "-c", PEER, *files], output)
            output.seek(0)
            lines = [json.loads(line) for line in output.read().splitlines()]
        peer_cpu = lines.pop()["cpu"]
        peer = {row["id"]: row["text"] for row in lines}
        version = importlib.import_module("trafilatura").__version__
        print(f"trafilatura {version:6} {figures(shingles, truth, peer, sorted(truth))}")
        print(f"                   {len(files) / peer_cpu:.0f} pages/s in the same run, its start not counted")
        print(f"                   ours is {peer_cpu / ours_cpu:.1f} times as fast")
    if everything.f1 < F1_FLOOR or right < DATES_FLOOR * shown:
        sys.exit(f"pages: under the floor of F1 {F1_FLOOR} or of {DATES_FLOOR:.0%} of days")


if __name__ == "__main__":
    main()
