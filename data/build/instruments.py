"""instruments.csv: `instruments.py`. The rows of own/instruments.txt, with American and British spellings."""
import re

import tables
from tables import clean, own

SWAPS = [("Organized", "Organised"), ("Programme", "Program"), ("Co-operation", "Cooperation"), ("Labour", "Labor")]

rows = []
for line in own("instruments.txt"):
    key, kind, name, short, aliases = line.split("|")
    for by, forms in (("name", name), ("acronym", short), ("alias", aliases)):
        for form in filter(None, map(clean, forms.split(";"))):
            rows.append((key, form, by, kind, "general knowledge"))
            for one, other in SWAPS:
                for a, b in ((one, other), (other, one)):
                    spelled = re.sub(rf"\b{a}\b", b, form)
                    if spelled != form and by != "acronym":
                        rows.append((key, spelled, "alias", kind, "rapporteur"))
tables.write("instruments", rows)
