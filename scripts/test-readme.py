#!/usr/bin/env python3
"""Runs the commands that README.md shows and holds their output against the captures there.

A block fenced with ```sh holds commands, a block fenced with ```console commands after `$ ` and what they print; a line
`…` there stands for lines that are left out. Verbs of make that would run this test again, or take
long, are only looked up. Every `make VERB` in the text must exist. With --write, captures without `…` are renewed.
"""

import argparse
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
README = ROOT / "README.md"
BLOCK = re.compile(r"^```(sh|console)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
VERB = re.compile(r"`make ([a-z]+)")
# Would run this test again, or take long and need data that is not in the repository.
LOOKED_UP_ONLY = {"test", "check", "gold", "parity", "pages", "names", "screening", "bench", "soak", "clean"}
OMISSION = "…"
LIMIT = 600


class Capture(NamedTuple):
    command: str
    shown: list[str]


def verbs_of_make() -> set[str]:
    return set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))


def run(command: str) -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if name not in ("MAKEFLAGS", "MAKELEVEL", "MFLAGS")}
    environment["COLUMNS"] = "100"
    return subprocess.run(
        ["bash", "-c", command], cwd=ROOT, env=environment, capture_output=True, text=True, timeout=LIMIT, stdin=subprocess.DEVNULL
    )


def captures(body: str) -> list[Capture]:
    found: list[Capture] = []
    for line in body.splitlines():
        if line.startswith("$ "):
            found.append(Capture(line[2:], []))
        elif found:
            found[-1].shown.append(line)
    return found


def agrees(shown: list[str], printed: list[str]) -> bool:
    """Whether the printed lines are the shown ones, with any number of lines where one is `…`."""
    pattern = "".join(
        r"(?:[^\n]*\n)*?" if line.strip() == OMISSION else re.escape(line.rstrip()) + r"\n" for line in shown
    )
    return re.fullmatch(pattern, "".join(line.rstrip() + "\n" for line in printed)) is not None


def faults_of_command(command: str, verbs: set[str]) -> list[str]:
    make = re.match(r"make ([a-z]+)", command)
    if make and make[1] not in verbs:
        return [f"`{command}`: the Makefile has no such verb"]
    if make and make[1] in LOOKED_UP_ONLY:
        return []
    done = run(command)
    return [] if done.returncode == 0 else [f"`{command}` ended with {done.returncode}: {done.stderr[-600:]}"]


def faults_of_capture(capture: Capture, verbs: set[str]) -> list[str]:
    if capture.command.startswith("make"):
        return faults_of_command(capture.command, verbs)
    done = run(capture.command)
    if done.returncode != 0:
        return [f"`{capture.command}` ended with {done.returncode}: {done.stderr[-600:]}"]
    if agrees(capture.shown, done.stdout.splitlines()):
        return []
    return [f"`{capture.command}` prints other lines than README.md shows; see them with scripts/test-readme.py --write"]


def renew(readme: str) -> str:
    """The text with every capture that has no omission replaced by what its command prints now."""

    def renewed(block: re.Match[str]) -> str:
        if block[1] != "console":
            return block[0]
        lines: list[str] = []
        for capture in captures(block[2]):
            keeps = OMISSION in (line.strip() for line in capture.shown)
            printed = capture.shown if keeps else run(capture.command).stdout.splitlines()
            lines += [f"$ {capture.command}", *(line.rstrip() for line in printed)]
        return "```console\n" + "\n".join(lines) + "\n```"

    return BLOCK.sub(renewed, readme)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true", help="put what the commands print now into README.md")
    options = parser.parse_args()
    readme = README.read_text(encoding="utf-8")
    if options.write:
        README.write_text(renew(readme), encoding="utf-8")
        return 0
    verbs, faults, count = verbs_of_make(), [], 0
    for kind, body in BLOCK.findall(readme):
        if kind == "sh":
            commands = [line for line in body.splitlines() if line and not line.startswith("#")]
            count += len(commands)
            faults += [fault for command in commands for fault in faults_of_command(command, verbs)]
        else:
            count += len(captures(body))
            faults += [fault for capture in captures(body) for fault in faults_of_capture(capture, verbs)]
    faults += [f"`make {verb}`: the Makefile has no such verb" for verb in VERB.findall(readme) if verb not in verbs]
    for fault in faults:
        print(f"README: {fault}", file=sys.stderr)
    if count == 0:
        faults.append("README.md shows no command")
    print(f"README: {count} commands, {len(faults)} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
