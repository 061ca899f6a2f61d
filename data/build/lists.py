"""Our own lists of words, from `own/`: date_cues.csv, furniture.csv, genre_cues.csv, honorifics.csv, name_heads.csv,
name_words.csv, quote_cues.csv and roles.csv.
"""
import tables
from tables import own

HOUSE = "rapporteur"

rows = []
for line in own("date_cues.txt"):
    kind, value, forms = line.split("|")
    rows += [(form, kind, value, HOUSE) for form in forms.split(";")]
tables.write("date_cues", rows)

rows = []
for line in own("name_heads.txt"):
    kind, last, lower, after, heads = line.split("|")
    rows += [(head, kind, last, lower, after.replace(",", "|"), HOUSE) for head in heads.split(";")]
tables.write("name_heads", rows)

rows = []
for line in own("name_words.txt"):
    kind, words = line.split("|")
    rows += [(word, kind, HOUSE) for word in words.split(";")]
tables.write("name_words", rows)

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
