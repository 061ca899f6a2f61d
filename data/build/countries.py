"""countries.csv and demonyms.csv: `countries.py PACKAGES`.

PACKAGES is the folder with the unpacked packages (README.md says how it is filled).
"""
import csv
import json
import os
import re
import sys

import tables
from tables import clean, fold, latin, own

ROOT = sys.argv[1]
NPM, PY = os.path.join(ROOT, "node_modules"), os.path.join(ROOT, "py")
CLDR, CLDR_CORE = "cldr-localenames-full 48.2.0", "cldr-core 48.2.0"
I18N, HDX, ISO = "i18n-iso-countries 7.14.0", "hdx-python-country 4.2.5", "iso-3166 4.4.0"
NATION, GENERAL, HOUSE = "i18n-nationality 1.4.0", "general knowledge", "rapporteur"
# Withdrawn ISO 3166-3 codes that older papers still need.
WITHDRAWN = ["AN", "CS", "DD", "SU", "YU"]
# Bare names that two countries share, or that mean something else far more often.
SHARED = {"Congo", "Guiana", "Virgin Islands", "Micronesian Region", "Channel Islands",
          "Maurice", "U Rwanda", "Saint-Martin"}


def js(*path):
    with open(os.path.join(NPM, *path), encoding="utf-8") as f:
        return json.load(f)


def territories(language):
    path = os.path.join(NPM, "cldr-localenames-full", "main", language, "territories.json")
    if not os.path.exists(path):
        return {}
    return js("cldr-localenames-full", "main", language, "territories.json")["main"][language][
        "localeDisplayNames"]["territories"]


english = territories("en")
i18n = js("i18n-iso-countries", "langs", "en.json")["countries"]
codes = sorted(set(i18n) | {"XK"})
mine = {}
for line in own("countries.txt"):
    iso, by, forms = line.split("|")
    mine.setdefault(iso, []).append((by, [clean(form) for form in forms.split(";")]))

rows = []


def spelled(form):
    """Other ways to print one form: & for and, St. for Saint, without accents."""
    out = {fold(form), form.replace(" and ", " & ")}
    if form.startswith("Saint "):
        for saint in ("St. ", "St "):
            out |= {form.replace("Saint ", saint, 1), form.replace("Saint ", saint, 1).replace(" and ", " & ")}
    return sorted(fold_or for o in out for fold_or in {o, fold(o)} if fold_or != form)


def add(iso, form, by, source):
    form = clean(form)
    if form in SHARED or not latin(form) or any(r[0] == iso and r[1] == form for r in rows):
        return
    rows.append((iso, form, by, source))


taxonomy = {}
with open(os.path.join(PY, "hdx_python_country", "hdx", "location",
                       "Countries & Territories Taxonomy MVP - C&T Taxonomy.csv"), encoding="utf-8") as f:
    for record in csv.DictReader(f):
        taxonomy[record["ISO 3166-1 Alpha 2-Codes"] or record["x Alpha2 codes"]] = record

former = open(os.path.join(NPM, "iso-3166", "3.js"), encoding="utf-8").read()
former = re.findall(r"type: '(\w+)',\s+from: \{\s+state: '[^']*',\s+alpha2: '(\w\w)',.*?name: (['\"])(.*?)\3\s+\},"
                    r"\s+to: \[\s+\{\s+state: '([^']*)',\s+alpha2: '(\w\w)'(.*?)\]", former, re.S)
withdrawn = {old: name for _, old, _, name, *_ in former if old in WITHDRAWN}

for iso in codes + WITHDRAWN:
    forced = [forms[0] for by, forms in mine.get(iso, []) if by == "name"]
    if forced:
        short = forced[0]
        source = CLDR if short in (english.get(iso), english.get(iso + "-alt-short"),
                                   english.get(iso + "-alt-variant")) else GENERAL
    elif iso in withdrawn:
        short, source = withdrawn[iso], ISO
    else:
        short, source = clean(english[iso]).replace(" & ", " and ").replace("St. ", "Saint "), CLDR
    add(iso, short, "name", source)
    record = taxonomy.get(iso, {})
    if record.get("English Formal"):
        add(iso, re.sub(r"^the ", "", record["English Formal"]), "official", HDX)
    for by, forms in mine.get(iso, []):
        for form in forms:
            if by != "name":
                add(iso, form, by, GENERAL)
    for form in ([i18n[iso]] if isinstance(i18n.get(iso), str) else i18n.get(iso, [])):
        if "," not in form and not form.startswith(("The ", "Republic of The ")):
            add(iso, form, "alias", I18N)
    for form in (record.get("Preferred Term", ""), record.get("M49 English", ""), record.get("RW API Alt Term", "")):
        if form and not re.search(r",| - |\((?!Malvinas|Keeling|Plurin|Bolivar|Islamic|Federated)", form):
            add(iso, re.sub(r"^the ", "", form), "alias", HDX)
for change, old, _, name, _, new, rest in former:
    if change == "change" and old not in WITHDRAWN and "alpha2" not in rest and "(" not in name and "," not in name:
        add(new, name, "former", ISO)

# What a country calls itself in its own official languages, as CLDR has it.
names = {form.casefold(): iso for iso, form, *_ in rows}
info = js("cldr-core", "supplemental", "territoryInfo.json")["supplemental"]["territoryInfo"]
for iso in codes:
    for language, facts in sorted(info.get(iso, {}).get("languagePopulation", {}).items()):
        if facts.get("_officialStatus") not in ("official", "de_facto_official") or language == "en":
            continue
        form = clean(territories(language.replace("_", "-")).get(iso, ""))
        if len(form) < 4 or not latin(form) or "(" in form or form.casefold() in names:
            continue
        if names.setdefault(fold(form).casefold(), iso) != iso:
            continue
        names[form.casefold()] = iso
        add(iso, form, "native", CLDR)
for iso, form, by, _ in list(rows):
    if by != "native":
        for variant in spelled(form):
            if names.get(variant.casefold(), iso) == iso:
                add(iso, variant, "former" if by == "former" else "alias", HOUSE)

owners = {}
for iso, form, *_ in rows:
    owners.setdefault(form, set()).add(iso)
for form, isos in sorted(owners.items()):
    if len(isos) > 1:
        raise SystemExit(f"{form} names {sorted(isos)}")
tables.write("countries", rows)

nationality = js("i18n-nationality", "langs", "en.json")["nationalities"]
demonyms = []
for line in own("demonyms.txt"):
    iso, forms = line.split("|")
    for form in forms.split(";"):
        form = clean(form)
        singular = form.rstrip("+")
        demonyms.append((iso, singular, NATION if nationality.get(iso) == singular else GENERAL))
        if form.endswith("+"):
            demonyms.append((iso, singular + "s", GENERAL))
tables.write("demonyms", demonyms)
