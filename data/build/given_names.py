"""given_names.csv: `given_names.py PACKAGES`. Run after countries.py, places.py and words.py.

Given names of the providers of Faker that write them in Latin letters. A name that is also an English word, a
month, a place or a people ("Will", "April", "Jordan", "German") stays out, unless own/given_names.txt keeps it.
"""
import ast
import os
import re
import sys

import tables
from tables import clean, fold, latin, load, own

PERSON = os.path.join(sys.argv[1], "py", "faker", "faker", "providers", "person")
SOURCE = "faker 40.54.0"


def strings(node):
    """The strings of a tuple, list, set or OrderedDict of (name, weight) pairs."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, (ast.Tuple, ast.List, ast.Set)):
        for element in node.elts:
            yield from strings(element)
    elif isinstance(node, ast.Dict):
        for key in node.keys:
            yield from strings(key)
    elif isinstance(node, ast.Call):
        for argument in node.args:
            yield from strings(argument)


found = {}
for locale in sorted(os.listdir(PERSON)):
    path = os.path.join(PERSON, locale, "__init__.py")
    if not os.path.isfile(path):
        continue
    for node in ast.walk(ast.parse(open(path, encoding="utf-8").read())):
        if not isinstance(node, ast.Assign) or not isinstance(node.targets[0], ast.Name):
            continue
        name = node.targets[0].id
        if not re.match(r"first_(romanized_)?names?", name) or "format" in name:
            continue
        for form in strings(node.value):
            form = clean(form)
            if latin(form) and re.fullmatch(r"[^\W\d_]{3,}([-'][^\W\d_]{2,})?", form) and form[0].isupper() \
                    and form[1].islower():
                for variant in {form, fold(form)}:
                    found.setdefault(variant, set()).add(locale)

with open(os.path.join(tables.DATA, "words.txt"), encoding="utf-8") as f:
    words = {line.strip() for line in f}
taken = {row["form"] for table in ("countries", "demonyms", "places", "regions", "dates") for row in load(table)}
marks = {"keep": set(), "leave": set(), "add": set()}
for line in own("given_names.txt"):
    mark, names = line.split("|")
    marks[mark].update(names.split())
# Names that two of its countries share, and all names of those whose people these papers name most.
CORE = {"en_GB", "en_IN", "en_KE", "en_NG", "en_PK", "en_TH", "en_US", "fr_FR", "id_ID", "ja_JP", "vi_VN", "zu_ZA"}
rows = []
for form, locales in found.items():
    if len(locales) < 2 and not locales & CORE:
        continue
    ordinary = fold(form).lower() in words or form in taken or fold(form) in taken
    if form in marks["leave"] or ordinary and form not in marks["keep"]:
        continue
    rows.append((form, SOURCE))
tables.write("given_names", rows + [(form, "general knowledge") for form in marks["add"]])
