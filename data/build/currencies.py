"""currencies.csv and country_currency.csv: `currencies.py PACKAGES`. Run after countries.py.

Names, plurals and symbols are those of CLDR; other ways to print them stand in own/currencies.txt. `iso` is empty
where a form means one currency everywhere, and the country whose papers use it so where several claim it ("$", "pesos").
"""
import datetime
import json
import os
import sys

import tables
from tables import clean, latin, load, own

NPM = os.path.join(sys.argv[1], "node_modules")
CLDR, CORE, GENERAL = "cldr-numbers-full 48.2.0", "cldr-core 48.2.0", "general knowledge"


def js(*path):
    with open(os.path.join(NPM, *path), encoding="utf-8") as f:
        return json.load(f)


data = js("cldr-core", "supplemental", "currencyData.json")["supplemental"]["currencyData"]["region"]
day = datetime.date.today().isoformat()
tender = []
countries = {row["iso"] for row in load("countries")}
for iso, spells in sorted(data.items()):
    if iso not in countries:
        continue
    for spell in spells:
        for code, facts in spell.items():
            if facts.get("_tender") == "false" or "_to" in facts and facts["_to"] <= day or facts.get("_from", "") > day:
                continue
            tender.append((iso, code, CORE))
# Where two are tender, the one that amounts are printed in.
# Withdrawn ones that older papers reckon in, and units of several countries.
OLD = set("ATS BEF CUC DEM ESP FIM FRF GRD IEP ITL NLG PTE SUR XAF XCD XDR XOF XPF ZWL".split())
SECOND = {("BT", "INR"), ("HT", "USD"), ("LS", "ZAR"), ("NA", "ZAR"), ("PA", "USD"), ("SV", "SVC")}
tables.write("country_currency", [row for row in tender if row[:2] not in SECOND])

codes = {code for _, code, _ in tender} | OLD
names = js("cldr-numbers-full", "main", "en", "currencies.json")["main"]["en"]["numbers"]["currencies"]
rows, dollars = [], []
for code in sorted(codes):
    facts = names[code]
    rows.append((code, code, "code", "", CLDR))
    rows.append((code, facts["displayName"], "name", "", CLDR))
    for one in ("one", "other"):
        form = facts.get("displayName-count-" + one)
        if form:
            rows.append((code, form, "name" if one == "one" else "plural", "", CLDR))
    symbol = facts.get("symbol", code)
    if symbol not in (code, "$"):
        rows.append((code, symbol, "symbol", "", CLDR))
for line in own("currencies.txt"):
    code, by, forms = line.split("|")
    for form in forms.split(";"):
        form, _, iso = clean(form).partition("@")
        rows.append((code, form, by, iso, GENERAL))
# A form that CLDR gives without a country and the list with one means the first everywhere else.
final = []
for row in rows:
    code, form, by, iso, source = row
    if by == "symbol" and form == code or by == "prefix" and form == code:
        continue
    final.append(row)
owners = {}
for code, form, by, iso, _ in final:
    if by in ("symbol", "plural", "prefix", "minor", "name"):
        owners.setdefault((form, iso), set()).add(code)
for (form, iso), found in sorted(owners.items()):
    if len(found) > 1:
        print("claimed twice:", form, iso or "everywhere", sorted(found))
tables.write("currencies", final)
