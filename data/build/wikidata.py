"""wikidata.csv: `wikidata.py PACKAGES`. Run after countries.py and groups.py.

Items of countries, of the regions of the UN M49 standard and of the European Union, as the package country-coder has
them. Nothing else is given: an item that no such package carries cannot be checked.
"""
import os
import re
import sys

import tables
from tables import clean, load

SOURCE = "@rapideditor/country-coder 5.6.1"
with open(os.path.join(sys.argv[1], "node_modules", "@rapideditor", "country-coder", "dist", "country-coder.mjs"),
          encoding="utf-8") as f:
    features = re.findall(r"properties: \{ (.*?) \}, geometry", f.read())


def field(properties, name):
    found = re.search(rf'\b{name}: "([^"]*)"', properties)
    return clean(found.group(1)) if found else ""


countries = {row["iso"] for row in load("countries")}
regions = {row["form"]: row["key"] for row in load("regions")}
rows = set()
for properties in features:
    iso, item, name = field(properties, "iso1A2"), field(properties, "wikidata"), field(properties, "nameEn")
    if iso == "EU":
        rows.add(("org:eu", item, SOURCE))
    elif iso in countries and item:
        rows.add((f"country:{iso.lower()}", item, SOURCE))
    elif "m49" in properties and name in regions and item:
        rows.add((f"region:{regions[name]}", item, SOURCE))
tables.write("wikidata", sorted(rows))
