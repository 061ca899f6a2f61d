"""Checks every table of the lexicon: `check.py`. Prints what is wrong and exits 1, or counts the rows and exits 0.

Header, number of fields, UTF-8 in NFC, no stray white space, no empty field where none is allowed, words of closed
columns, no two rows with one key, sorted rows, LF, a source in every row; then what the tables say of each other.
"""
import csv
import os
import re
import sys
import unicodedata

from tables import DATA, TABLES

faults, rows_of = [], {}


def fault(table, line, text):
    faults.append(f"{table}.csv:{line}: {text}")


def rows(name, columns):
    with open(os.path.join(DATA, name + ".csv"), "rb") as f:
        raw = f.read()
    if b"\r" in raw or not raw.endswith(b"\n") or raw.startswith(b"\xef\xbb\xbf"):
        fault(name, 1, "must be UTF-8 without a mark, with LF line ends and a last LF")
    text = raw.decode("utf-8")
    if unicodedata.normalize("NFC", text) != text:
        fault(name, 1, "not in NFC")
    table = list(csv.reader(text.splitlines(keepends=True)))
    if not table or table[0] != columns:
        fault(name, 1, f"header must be {','.join(columns)}")
    return table[1:]


for name, (columns, empty, key, closed) in TABLES.items():
    seen, table = {}, rows(name, columns)
    rows_of[name] = []
    if table != sorted(table):
        fault(name, 1, "rows are not sorted")
    for number, row in enumerate(table, 2):
        if len(row) != len(columns):
            fault(name, number, f"{len(row)} fields")
            continue
        record = dict(zip(columns, row))
        rows_of[name].append(record)
        for column, value in record.items():
            if value != " ".join(value.split()):
                fault(name, number, f"white space in {column}")
            if not value and column not in empty:
                fault(name, number, f"empty {column}")
            if column in closed and value not in closed[column]:
                fault(name, number, f"{column} is {value!r}")
            if any(unicodedata.category(c) in ("Cc", "Cf", "Co", "Cn") for c in value):
                fault(name, number, f"control character in {column}")
        # Since when a country belongs to a group no package tells; a page does, by whose address it can be checked.
        if name != "group_members" and re.search(r"https?:|www\.", record["source"]):
            fault(name, number, "a source is a package and its version, not an address")
        identity = tuple(record[column] for column in key)
        if identity in seen:
            fault(name, number, f"same as line {seen[identity]}: {identity}")
        seen[identity] = number
        if "iso" in record and not re.fullmatch(r"[A-Z]{2}|", record["iso"]):
            fault(name, number, f"iso is {record['iso']!r}")

countries = {row["iso"] for row in rows_of["countries"]}
named = [row["iso"] for row in rows_of["countries"] if row["by"] == "name"]
for iso in sorted(countries):
    if named.count(iso) != 1:
        fault("countries", 1, f"{iso} has {named.count(iso)} canonical names")
forms = {}
for row in rows_of["countries"]:
    if forms.setdefault(row["form"], row["iso"]) != row["iso"]:
        fault("countries", 1, f"{row['form']} names {forms[row['form']]} and {row['iso']}")
for name in ("demonyms", "places", "organizations", "group_members", "country_currency", "currencies"):
    for row in rows_of[name]:
        if row["iso"] and row["iso"] not in countries:
            fault(name, 1, f"{row['iso']} is no country of countries.csv")
codes = {row["code"] for row in rows_of["currencies"]}
for row in rows_of["country_currency"]:
    if row["code"] not in codes:
        fault("country_currency", 1, f"{row['code']} is no currency of currencies.csv")
groups = {row["key"] for row in rows_of["groups"]}
for row in rows_of["group_members"]:
    if row["key"] not in groups:
        fault("group_members", 1, f"{row['key']} is no group of groups.csv")
for name in ("groups", "instruments", "organizations"):
    canonical = [row["key"] for row in rows_of[name] if row["by"] == "name"]
    for key in sorted({row["key"] for row in rows_of[name]}):
        if canonical.count(key) != 1:
            fault(name, 1, f"{key} has {canonical.count(key)} canonical names")
bearers = {}
for row in rows_of["organizations"]:
    bearers.setdefault(row["form"], set()).add((row["key"], row["iso"]))
for form, owners in sorted(bearers.items()):
    isos = [iso for _, iso in owners]
    if len(owners) > 1 and ("" in isos or len(set(isos)) < len(isos)):
        fault("organizations", 1, f"{form} names {sorted(owners)}")
# A form means one thing: a country, a region or a group of countries, or an organization.
kinds = {}
for name in ("countries", "regions", "groups", "instruments", "organizations"):
    for form in {row["form"] for row in rows_of[name]}:
        kinds.setdefault(form, []).append(name)
for form, names in sorted(kinds.items()):
    if len(names) > 1:
        fault(names[0], 1, f"{form} stands in {' and '.join(names)}")

with open(os.path.join(DATA, "words.txt"), "rb") as f:
    words = f.read()
lines = words.decode("ascii").split("\n")
if lines[-1] or lines[:-1] != sorted(set(lines[:-1])) or not all(re.fullmatch("[a-z]+", w) for w in lines[:-1]):
    faults.append("words.txt: must be sorted words of a to z, each once, one a line")

for text in faults:
    print(text)
if not faults:
    for name in TABLES:
        print(f"{name}.csv {len(rows_of[name])}")
    print(f"words.txt {len(lines) - 1}")
sys.exit(bool(faults))
