#!/usr/bin/env python3
"""Checks that every relative link in the repository's Markdown leads to a file, and every `#anchor` to a heading."""

import re
import subprocess
import sys
from pathlib import Path
from urllib.parse import unquote

LINK = re.compile(r"\[[^\]\n]*\]\(([^)\s]+)\)")
FENCE = re.compile(r"^(```|~~~).*?^\1", re.MULTILINE | re.DOTALL)
CODE = re.compile(r"`[^`\n]*`")
HEADING = re.compile(r"^#{1,6} +(.+?) *$", re.MULTILINE)


def anchors(page: Path) -> set[str]:
    """The anchors that code hosts make of a page's headings: lower case, punctuation dropped, blanks to hyphens."""
    text = FENCE.sub("", page.read_text(encoding="utf-8"))
    return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in HEADING.findall(text)}


def problem(page: Path, link: str) -> str | None:
    if re.match(r"[a-z][a-z0-9+.-]*:", link):
        return None
    path, _, anchor = unquote(link).partition("#")
    target = (page.parent / path).resolve() if path else page.resolve()
    if not target.exists():
        return f"{page}: the link to {link} leads nowhere"
    if anchor and target.suffix == ".md" and anchor not in anchors(target):
        return f"{page}: {link}: there is no such heading"
    return None


def main() -> int:
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", "--", "*.md"],
        check=True, capture_output=True, text=True,
    ).stdout
    problems = []
    for page in sorted(Path(name) for name in listed.split("\0") if name and Path(name).exists()):
        text = CODE.sub("", FENCE.sub("", page.read_text(encoding="utf-8")))
        problems += filter(None, (problem(page, link) for link in LINK.findall(text)))
    for line in problems:
        print(line, file=sys.stderr)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
