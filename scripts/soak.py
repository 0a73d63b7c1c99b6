#!/usr/bin/env python3
"""Reads damaged reports and looks for crashes, broken spans, wrong exit codes and answers that change.

Every round damages one of the samples in a way that its number and the seed decide: cut, bits flipped, foreign bytes
spliced in, pieces repeated, moved or dropped, lines made endless. `expediente read` gets them in batches. A file may
be refused, by name and with exit code 65; nothing else may go wrong. Files that break a rule are kept in out/soak.
Standard library only.
"""

import argparse
import json
import random
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
KEPT = ROOT / "out" / "soak"
BATCH = 20
DONE, UNUSABLE_INPUT = 0, 65
CRASH_WORDS = ("Fatal error", "Stack dump", "Sanitizer", "Program crashed")
# Of a crash's long talk, what names the place.
TELLING = re.compile(r"Fatal error|Program crashed|^ *\d+ .* in expediente at ", re.MULTILINE)
FOREIGN = [
    "\u202emirrored\u202c", "\u0301\u0301\u0301", "\U0001f468\u200d\U0001f469\u200d\U0001f467", "\ufeff", "\u2028",
    "محكمة جنايات", "裁判所は", "(((((((", '"“‘«', "\r", "\r\n\r\n", "\t" * 40, "A" * 3000, "1" * 400, "@#$%", "-" * 300,
    "31/31/2031", "February 30, 2024", "alias “", "U.S.A.F.B.I.", "http://[", "&lt;&#0;&#x110000;",
]


def cut(text: bytearray, dice: random.Random) -> bytearray:
    return text[: dice.randrange(len(text) + 1)]


def flip_bits(text: bytearray, dice: random.Random) -> bytearray:
    for _ in range(dice.choice((1, 3, 30))):
        text[dice.randrange(len(text))] ^= 1 << dice.randrange(8)
    return text


def splice(text: bytearray, dice: random.Random) -> bytearray:
    piece = dice.choice((dice.choice(FOREIGN).encode(), dice.randbytes(dice.randrange(1, 60)), b"\x00"))
    place = dice.randrange(len(text) + 1)
    return text[:place] + piece + text[place:]


def repeat(text: bytearray, dice: random.Random) -> bytearray:
    start = dice.randrange(len(text))
    piece = text[start : start + dice.randrange(1, 400)]
    return text[:start] + piece * dice.choice((2, 5, 50)) + text[start:]


def drop(text: bytearray, dice: random.Random) -> bytearray:
    start = dice.randrange(len(text))
    return text[:start] + text[start + dice.randrange(1, 300) :]


def move(text: bytearray, dice: random.Random) -> bytearray:
    one, two = sorted(dice.randrange(len(text) + 1) for _ in range(2))
    return text[one:two] + text[:one] + text[two:]


def one_line(text: bytearray, dice: random.Random) -> bytearray:
    return text.replace(b"\n", b" ") * dice.choice((1, 2, 10))


def no_full_stops(text: bytearray, dice: random.Random) -> bytearray:
    return text.replace(b".", b" and") * dice.choice((1, 3))


def shout(text: bytearray, dice: random.Random) -> bytearray:
    return bytearray(text.decode("utf-8", "surrogateescape").upper().encode("utf-8", "surrogateescape"))


def blank_lines(text: bytearray, dice: random.Random) -> bytearray:
    return text.replace(b" ", b"\n" * dice.choice((1, 2)))


DAMAGES: list[Callable[[bytearray, random.Random], bytearray]] = [
    cut, flip_bits, splice, repeat, drop, move, one_line, no_full_stops, shout, blank_lines,
]


def damaged(sample: bytes, dice: random.Random) -> bytes:
    text = bytearray(sample)
    for _ in range(dice.choice((1, 1, 2, 4))):
        if text:
            text = dice.choice(DAMAGES)(text, dice)
    return bytes(text)


def spans(value: object) -> Iterator[dict]:
    """Every object of a reading that has character offsets."""
    if isinstance(value, dict):
        if isinstance(value.get("start"), int) and isinstance(value.get("end"), int):
            yield value
        for inner in value.values():
            yield from spans(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from spans(inner)


def faults_of_reading(line: str) -> Iterator[str]:
    try:
        reading = json.loads(line)
        text = reading["report"]["text"]
        known = {entity["id"] for entity in reading["entities"]}
    except (ValueError, KeyError, TypeError) as error:
        yield f"the output is no reading: {error!r}"
        return
    for span in spans(reading):
        start, end = span["start"], span["end"]
        if not 0 <= start <= end <= len(text):
            yield f"a span lies outside the text: {span}"
        elif "text" in span and span["text"] != text[start:end]:
            yield f"a span does not repeat its text: {span}, there stands {text[start:end]!r}"
    for relation in reading["relations"]:
        if not {relation["from"], relation["to"]} <= known:
            yield f"a relation has an unknown end: {relation['id']}"
    for event in reading["events"]:
        for argument in event["arguments"]:
            if "entity" in argument and argument["entity"] not in known:
                yield f"an event has an unknown argument: {event['id']} {argument['role']}"


def gist(talk: str) -> str:
    lines = talk.splitlines()
    telling = [line for line in lines if TELLING.search(line)]
    return "\n    ".join((telling or lines[-4:])[:8])


class Soak:
    def __init__(self, binary: Path, limit: float) -> None:
        self.command = [str(binary), "read", "--format", "json", "--with-text"]
        self.limit = limit
        self.read = self.refused = 0

    def answer(self, files: list[Path]) -> tuple[int | None, str, str]:
        """Exit code (None: out of time), output, talk."""
        try:
            done = subprocess.run(
                self.command + [str(file) for file in files], capture_output=True, timeout=self.limit * len(files)
            )
        except subprocess.TimeoutExpired:
            return None, "", ""
        return done.returncode, done.stdout.decode("utf-8", "replace"), done.stderr.decode("utf-8", "replace")

    def faults(self, files: list[Path]) -> list[str]:
        code, output, talk = self.answer(files)
        if code is None:
            return [f"no answer in {self.limit:.0f} s a file"]
        lines = [line for line in output.split("\n") if line]
        found = [fault for line in lines for fault in faults_of_reading(line)]
        if code not in (DONE, UNUSABLE_INPUT) or any(word in talk for word in CRASH_WORDS):
            found.append(f"exit code {code}: {gist(talk)}")
        missing = len(files) - len(lines)
        if missing < 0 or (missing > 0) != (code == UNUSABLE_INPUT):
            found.append(f"{len(lines)} readings of {len(files)} files with exit code {code}")
        if not found:
            self.read += len(lines)
            self.refused += missing
        return found

    def is_steady(self, files: list[Path]) -> bool:
        return self.answer(files) == self.answer(files)


def keep(files: list[Path], faults: list[str]) -> None:
    KEPT.mkdir(parents=True, exist_ok=True)
    for file in files:
        (KEPT / file.name).write_bytes(file.read_bytes())
    print(f"soak: {', '.join(file.name for file in files)} (kept in {KEPT.relative_to(ROOT)}):", file=sys.stderr)
    for fault in faults[:5]:
        print(f"  {fault}", file=sys.stderr)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--binary", type=Path, required=True, help="the expediente to test")
    parser.add_argument("--rounds", type=int, default=1000, help="how many damaged reports")
    parser.add_argument("--seed", type=int, default=int(time.time()), help="decides every damage; printed")
    parser.add_argument("--limit", type=float, default=30, help="seconds that a file may take")
    options = parser.parse_args()
    samples = sorted((ROOT / "samples").glob("*.txt"))
    soak, broken, began = Soak(options.binary.resolve(), options.limit), 0, time.monotonic()
    print(f"soak: {options.rounds} damaged reports, seed {options.seed}", file=sys.stderr)
    with tempfile.TemporaryDirectory() as scratch:
        for first in range(0, options.rounds, BATCH):
            files = []
            for number in range(first, min(first + BATCH, options.rounds)):
                dice = random.Random(f"{options.seed} {number}")
                sample = dice.choice(samples)
                file = Path(scratch) / f"{options.seed}-{number}-{sample.name}"
                file.write_bytes(damaged(sample.read_bytes(), dice))
                files.append(file)
            if first == 0 and not soak.is_steady(files):
                broken += 1
                keep(files, ["two runs over the same files gave different answers"])
            if together := soak.faults(files):
                alone = [(file, faults) for file in files if (faults := soak.faults([file]))]
                for file, faults in alone:
                    keep([file], faults)
                if not alone:
                    keep(files, together)
                broken += max(1, len(alone))
            for file in files:
                file.unlink()
    seconds = time.monotonic() - began
    print(f"soak: {soak.read} read, {soak.refused} refused, {broken} broken in {seconds:.0f} s", file=sys.stderr)
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
