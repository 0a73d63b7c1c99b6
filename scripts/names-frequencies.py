#!/usr/bin/env python3
"""Make Sources/Names/Resources/frequencies.tsv: how common a name is where it is most common.

usage: names-frequencies.py NAMES-0.3.0 FAKER-40.63.0 > frequencies.tsv

NAMES-0.3.0: the unpacked PyPI package `names` 0.3.0, which carries the name files of the 1990 United States census
(a work of the United States government, public domain). FAKER-40.63.0: the unpacked PyPI package `Faker` (MIT), whose
lists of given names and surnames by country we take as facts: that the name is borne there, and its weight if given.

Columns: folded name, given (parts per million), surname (parts per million), letters for the customs it belongs to
(s Spanish or Portuguese, r Slavic, a Arabic, Persian or Turkic, e East Asian, w other western).
"""
import importlib
import re
import sys
import unicodedata
from collections import defaultdict
from pathlib import Path

SPECIAL = str.maketrans({"ß": "ss", "æ": "ae", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "œ": "oe", "ı": "i", "ə": "a"})
# Letters of Cyrillic names in the usual English rendering.
CYRILLIC = dict(zip("абвгдежзийклмнопрстуфхцчшщъыьэюяіїєґ", (
    "a b v g d e zh z i y k l m n o p r s t u f kh ts ch sh shch  y  e yu ya i yi ye g").split(" ")))
COMMUNITIES = {
    "s": ["es_MX", "es_ES", "es_CO", "es_AR", "pt_BR"],
    "r": ["ru_RU", "uk_UA", "bg_BG", "hr_HR", "pl_PL"],
    "a": ["tr_TR", "az_AZ", "uz_UZ", "en_PK"],
    "e": ["vi_VN"],
    "w": ["fr_FR", "de_DE", "it_IT", "nl_NL", "ro_RO", "id_ID", "en_IN"],
}
HISPANIC_SHARE = 0.09  # of the 1990 census: what makes a share there a share among Spanish names


def fold(text):
    text = text.lower().translate(SPECIAL)
    text = "".join(CYRILLIC.get(c, c) for c in text)
    text = "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
    return re.sub(r"['’`ʻʼ]", "", text)


def main():
    census, faker = Path(sys.argv[1]) / "names", sys.argv[2]
    sys.path.insert(0, faker)
    given, surname, customs = defaultdict(float), defaultdict(float), defaultdict(set)

    def note(table, name, share, custom):
        for word in re.findall(r"[a-z0-9]+", fold(name)):
            if len(word) > 1:
                table[word] = max(table[word], share)
                customs[word].add(custom)

    for custom, locales in COMMUNITIES.items():
        for locale in locales:
            provider = importlib.import_module("faker.providers.person." + locale).Provider
            for table, fields in ((given, ("first_names_male", "first_names_female")), (surname, ("last_names", "last_names_male", "last_names_female"))):
                for field in fields:
                    names = getattr(provider, field, None)
                    if not names or isinstance(names, property) or len(names) < 5:
                        continue
                    weights = dict(names) if isinstance(names, dict) else None
                    total = sum(weights.values()) if weights else len(set(names))
                    for name in set(names):
                        # A list without weights only says that the name is borne: its tail stands for all.
                        share = weights[name] / total * 0.7 if weights else min(0.4 / total, 0.001)
                        note(table, name, share / (2 if "male" in field and table is given else 1), custom)
    british = importlib.import_module("faker.providers.person.en_GB").Provider.last_names
    spanish = {w for w, c in customs.items() if "s" in c} - {fold(n) for n in british}
    for field, table in (("dist.male.first", given), ("dist.female.first", given), ("dist.all.last", surname)):
        for line in (census / field).read_text().splitlines():
            name, share = line.split()[0].lower(), float(line.split()[1]) / 100
            if share < 0.00002:
                continue
            if table is surname and (name in spanish or re.search(r"(ez|guez|illo|ales)$", name)):
                note(table, name, min(share / HISPANIC_SHARE, 0.05), "s" if name in spanish else "w")
            else:
                note(table, name, share / (2 if table is given else 1), "w")
    print("# folded name\tgiven ppm\tsurname ppm\tcustoms")
    print("# Made by scripts/names-frequencies.py, 2026-11-24, from the name files of the 1990 United States census")
    print("# (public domain, as carried by PyPI names 0.3.0) and the name lists of Faker 40.63.0 (MIT, see NOTICE).")
    for word in sorted(customs):
        a, b = round(given[word] * 1e6), round(surname[word] * 1e6)
        if a or b:
            print(word, a, b, "".join(sorted(customs[word])), sep="\t")


main()
