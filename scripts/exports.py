#!/usr/bin/env python3
"""Files reports in a scratch case, exports it in every form, and has other programs' packages read the result.

FollowTheMoney entities must pass the package's own validation with not one value dropped and every reference resolved;
GraphML must load in networkx; CSV, JSON and HTML must be well-formed. Exit code 1 when something is wrong.
"""

import argparse
import csv
import html.parser
import io
import json
import pathlib
import subprocess
import sys
import tempfile

import networkx
from followthemoney import model

faults = []


def fault(form, text):
    faults.append(f"{form}: {text}")


def check_entities(text):
    entities = [json.loads(line) for line in text.splitlines()]
    ids = {entity["id"] for entity in entities}
    if len(ids) != len(entities):
        fault("ftm", "an id occurs twice")
    for data in entities:
        schema = model.get(data["schema"])
        if schema is None:
            fault("ftm", f"{data['id']}: no schema {data['schema']}")
            continue
        problems = schema.validate(data)
        if problems:
            fault("ftm", f"{data['id']}: {problems}")
        proxy = model.get_proxy(data, cleaned=False)
        for name, values in data["properties"].items():
            prop = schema.get(name)
            if prop is None:
                fault("ftm", f"{data['id']}: {data['schema']} has no property {name}")
                continue
            kept = proxy.get(name)
            if len(kept) < len({value.strip() for value in values}):
                fault("ftm", f"{data['id']}: {name}: {sorted(set(values) - set(kept))[:2]} was not accepted")
            if prop.type.name == "entity":
                for value in values:
                    if value not in ids:
                        fault("ftm", f"{data['id']}: {name} leads nowhere: {value}")
                        continue
                    target = next(entity for entity in entities if entity["id"] == value)
                    if not model.get(target["schema"]).is_a(prop.range):
                        fault("ftm", f"{data['id']}: {name} leads to a {target['schema']}")
    return f"{len(entities)} entities"


def check_graph(text):
    graph = networkx.parse_graphml(text)
    return f"{graph.number_of_nodes()} nodes, {graph.number_of_edges()} edges"


def check_rows(text):
    rows = list(csv.reader(io.StringIO(text, newline="")))
    if any(len(row) != len(rows[0]) for row in rows):
        fault("csv", "rows of different length")
    return f"{len(rows) - 1} rows"


def check_json(text):
    case = json.loads(text)
    return ", ".join(f"{len(case[name])} {name}" for name in ("people", "groups", "events", "conflicts", "sources"))


class Page(html.parser.HTMLParser):
    def __init__(self):
        super().__init__()
        self.anchors, self.links = set(), set()

    def handle_starttag(self, tag, attributes):
        for name, value in attributes:
            if name == "id":
                self.anchors.add(value)
            elif name == "href" and value.startswith("#"):
                self.links.add(value[1:])
            elif name in ("src", "href"):
                fault("html", f"{tag} fetches {value}")


def check_page(text):
    page = Page()
    page.feed(text)
    for link in sorted(page.links - page.anchors):
        fault("html", f"no footnote {link}")
    return f"{len(page.anchors)} footnotes"


CHECKS = {"ftm": check_entities, "graphml": check_graph, "csv": check_rows, "json": check_json, "html": check_page}


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--binary", required=True)
    options.add_argument("reports", nargs="+", help="files and folders to file")
    options = options.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        case = str(pathlib.Path(scratch) / "exports.case")
        subprocess.run([options.binary, "add", "--case", case, *options.reports], check=True, stdout=subprocess.DEVNULL)
        for form, check in CHECKS.items():
            run = subprocess.run([options.binary, "export", "--case", case, "--format", form], capture_output=True)
            if run.returncode != 0:
                fault(form, run.stderr.decode().strip())
                continue
            print(f"{form}: {check(run.stdout.decode())}")
    for line in faults[:40]:
        print(line, file=sys.stderr)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
