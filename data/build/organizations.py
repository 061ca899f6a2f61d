"""organizations.csv: `organizations.py PACKAGES`. Run after countries.py.

The rows of own/organizations.txt, with the spellings of both sides of the Atlantic for international bodies. A name or
acronym that the package worldcountrygroups has too is credited to it.
"""
import json
import os
import re
import sys

import tables
from tables import clean, fold, own

GROUPS, GENERAL, HOUSE = "worldcountrygroups 0.5.0", "general knowledge", "rapporteur"
folder = os.path.join(sys.argv[1], "py", "worldcountrygroups", "worldcountrygroups", "data", "groups")
known = set()
for name in os.listdir(folder):
    with open(os.path.join(folder, name), encoding="utf-8") as f:
        group = json.load(f)
    known |= {(group["acronym"], group["name"])}
names, acronyms = {n for _, n in known}, dict((n, a) for a, n in known)
SPELLINGS = [("Organization", "Organisation"), ("Centre", "Center"), ("Programme", "Program"), ("Co-operation", "Cooperation"),
             ("Labour", "Labor"), ("Defence", "Defense"), ("Democratization", "Democratisation"),
             ("Stabilization", "Stabilisation"), ("Standardization", "Standardisation")]


def spelled(form):
    """The other spellings of a name: one change applied throughout it, and both of two."""
    forms = {form}
    for british, american in SPELLINGS:
        for f in list(forms):
            forms.add(re.sub(rf"\b{british}\b", american, f))
            forms.add(re.sub(rf"\b{american}\b", british, f))
    folded = {fold(f) for f in forms}
    return sorted((forms | folded) - {form})


rows, holders = [], {}


def add(key, form, by, iso, kind, source):
    # National bodies of two states may share a name (a Department of Justice); other names have one bearer.
    for other_key, other_iso in holders.get(form, []):
        if other_key != key and not (iso and other_iso and iso != other_iso):
            print(f"{form}: {other_key} and {key}")
            if source == HOUSE:
                return
    holders.setdefault(form, []).append((key, iso))
    rows.append((key, form, by, iso, kind, source))


keys = set()
for line in own("organizations.txt"):
    key, kind, iso, name, short, aliases, former = line.split("|")
    if key in keys:
        raise SystemExit(f"{key} twice")
    keys.add(key)
    seen = set()
    for by, forms in (("name", name), ("acronym", short), ("alias", aliases), ("former", former)):
        for form in filter(None, map(clean, forms.split(";"))):
            if form in seen:
                continue
            seen.add(form)
            package = by == "name" and form in names or by == "acronym" and acronyms.get(name) == form
            add(key, form, by, iso, kind, GROUPS if package else GENERAL)
    if iso in ("", "CA"):
        for form in sorted(seen):
            for other in spelled(form):
                if other not in seen:
                    seen.add(other)
                    add(key, other, "alias", iso, kind, HOUSE)
tables.write("organizations", rows)
