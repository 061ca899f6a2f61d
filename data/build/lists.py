"""org_heads.csv, roles.csv, honorifics.csv and quote_cues.csv: our own lists of words, from `own/`."""
import tables
from tables import own

HOUSE = "rapporteur"

heads = []
for line in own("org_heads.txt"):
    kind, position, words = line.split("|")
    for entry in words.split(";"):
        heads += [(form, position, kind, HOUSE) for form in entry.split("/")]
tables.write("org_heads", heads)

for table in ("roles", "honorifics"):
    rows = []
    for line in own(table + ".txt"):
        for form in map(str.strip, line.split(";")):
            rows.append((form.rstrip("+"), HOUSE))
            if form.endswith("+"):
                rows.append((form.rstrip("+") + "s", HOUSE))
    tables.write(table, rows)

tables.write("quote_cues", [(form.replace("_", " "), HOUSE) for line in own("quote_cues.txt")
                            for verb in line.split(";") for form in verb.split()])

cues = []
for line in own("genre_cues.txt"):
    genre, where, weight, phrases = line.split("|", 3)
    cues += [(genre, form, where, weight, HOUSE) for form in phrases.split(";")]
tables.write("genre_cues", cues)

furniture = []
for line in own("furniture.txt"):
    language, kind, match, forms = line.split("|", 3)
    furniture += [(form, kind, match, language, HOUSE) for form in forms.split(";")]
tables.write("furniture", furniture)
