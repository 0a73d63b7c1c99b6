#!/usr/bin/env python3
"""Holds `expediente analyse` against spaCy, token by token.

    parity.py BINARY MODEL TEXT... [--language en] [--documents N]
    parity.py BINARY MODEL --oracle FILE
    parity.py --write-oracle FILE MODEL TEXT...

MODEL is a pipeline directory or the name of an installed package. A TEXT is a file of plain text, or a .jsonl file
with a "text" in each line. Every stage must be at least 99.99 % equal; otherwise the exit code is 1.
With --write-oracle the answers of spaCy are written, one text a line; --oracle compares with such a file.
"""
import argparse
import json
import os
import subprocess
import sys
import tempfile

STAGES = ["tag", "pos", "morph", "lemma", "head", "dep", "sent_start", "ent"]
FLOOR = 0.9999


def texts_of(path, language):
    with open(path, encoding="utf-8", newline="") as file:
        if not path.endswith(".jsonl"):
            yield os.path.basename(path), file.read()
            return
        for number, line in enumerate(file):
            document = json.loads(line)
            if language is None or document.get("lang", language) == language:
                yield f"{os.path.basename(path)}#{document.get('id', number)}", document["text"]


def answer(doc):
    """The same list of tokens as `expediente analyse --format json` gives."""
    return [
        {
            "text": token.text,
            "start": token.idx,
            "end": token.idx + len(token.text),
            "tag": token.tag_,
            "pos": token.pos_,
            "morph": str(token.morph),
            "lemma": token.lemma_,
            "head": token.head.i,
            "dep": token.dep_,
            "sent_start": bool(token.is_sent_start),
            "ent": f"{token.ent_iob_}-{token.ent_type_}" if token.ent_type_ else "O",
        }
        for token in doc
    ]


def ask_spacy(model, texts):
    import spacy

    nlp = spacy.load(model)
    nlp.max_length = 1 << 30
    # Small batches keep the memory of spaCy low; they do not change its answers.
    for (name, text), doc in zip(texts, nlp.pipe((text for _, text in texts), batch_size=32)):
        yield {"name": name, "text": text, "tokens": answer(doc)}


def directory_of(model):
    if os.path.isfile(os.path.join(model, "config.cfg")):
        return model
    import spacy

    return str(spacy.load(model).path)


def ask_binary(binary, directory, texts, folder):
    paths = []
    for number, (_, text) in enumerate(texts):
        paths.append(os.path.join(folder, f"{number}.txt"))
        with open(paths[-1], "w", encoding="utf-8", newline="") as file:
            file.write(text)
    for start in range(0, len(paths), 200):
        command = [binary, "analyse", "--format", "json", "--model", directory, *paths[start : start + 200]]
        done = subprocess.run(command, stdout=subprocess.PIPE, check=True)
        # Only line feeds part answers: splitlines would also part at separators inside a text.
        for line in done.stdout.split(b"\n"):
            if line:
                yield json.loads(line)["tokens"]


class Count:
    """Tokens compared and equal at each stage; the first differences of each."""

    def __init__(self):
        self.tokens = self.same_tokens = 0
        self.equal = dict.fromkeys(STAGES, 0)
        self.differences = []

    def note(self, stage, name, place, expected, given):
        if sum(1 for difference in self.differences if difference[0] == stage) < 12:
            self.differences.append((stage, name, place, expected, given))

    def add(self, name, expected, given):
        """Tokens are the same when their offsets are; heads are compared by the offset of the head."""
        mine = {(token["start"], token["end"]): token for token in given}
        self.tokens += max(len(expected), len(given))
        for token in expected:
            other = mine.get((token["start"], token["end"]))
            if other is None:
                self.note("token", name, token["start"], token["text"], "not a token")
                continue
            self.same_tokens += 1
            for stage in STAGES:
                values = [token[stage], other[stage]]
                if stage == "head":
                    values = [expected[token["head"]]["start"], given[other["head"]]["start"]]
                if values[0] == values[1]:
                    self.equal[stage] += 1
                else:
                    self.note(stage, name, f"{token['start']} {token['text']!r}", *values)

    def report(self):
        """Prints the table; gives whether every stage passes."""
        passes = True
        for stage, equal in [("token", self.same_tokens), *self.equal.items()]:
            share = equal / self.tokens if self.tokens else 0
            passes = passes and share >= FLOOR
            print(f"{stage:<11} {equal:>9} of {self.tokens:>9}  {100 * share:9.4f} %  {self.tokens - equal} differ")
        for stage, name, place, expected, given in self.differences:
            print(f"  {stage} {name} at {place}: spaCy {expected!r}, here {given!r}")
        return passes


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("binary", nargs="?")
    parser.add_argument("model")
    parser.add_argument("texts", nargs="*")
    parser.add_argument("--language")
    parser.add_argument("--documents", type=int, help="at most so many texts of each file")
    parser.add_argument("--oracle")
    parser.add_argument("--write-oracle")
    arguments = parser.parse_args()
    if arguments.write_oracle and arguments.binary:
        # No program is needed: the first words are the model and a text.
        arguments.texts = [arguments.model, *arguments.texts]
        arguments.model = arguments.binary
    texts = [
        text
        for path in arguments.texts
        for text in list(texts_of(path, arguments.language))[: arguments.documents]
    ]
    if arguments.write_oracle:
        with open(arguments.write_oracle, "w", encoding="utf-8") as file:
            for document in ask_spacy(arguments.model, texts):
                file.write(json.dumps(document, ensure_ascii=False, separators=(",", ":")) + "\n")
        return 0
    if arguments.oracle:
        with open(arguments.oracle, encoding="utf-8") as file:
            expected = [json.loads(line) for line in file]
        texts = [(document["name"], document["text"]) for document in expected]
    else:
        expected = ask_spacy(arguments.model, texts)
    count = Count()
    with tempfile.TemporaryDirectory() as folder:
        given = ask_binary(arguments.binary, directory_of(arguments.model), texts, folder)
        for document, tokens in zip(expected, given, strict=True):
            count.add(document["name"], document["tokens"], tokens)
    return 0 if count.report() else 1


if __name__ == "__main__":
    sys.exit(main())
