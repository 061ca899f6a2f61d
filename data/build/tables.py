"""What each table of the lexicon looks like, and how it is written: `write("countries", rows)`.

One fact a row, UTF-8 in NFC, RFC 4180 quoting, LF, sorted by all columns, no row twice.
`check.py` reads the same description, so a table that this module writes is a table that passes.
"""
import csv
import io
import os
import unicodedata

DATA = os.path.normpath(os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
OWN = os.path.join(DATA, "build", "own")

# table -> (columns, columns that may be empty, key: no two rows agree on these, words allowed in a column)
GENRES = {
    "press_release", "backgrounder", "media_advisory", "statement", "joint_statement", "speech", "interview",
    "news_article", "resolution", "treaty", "work_plan", "plan_overview", "web_page", "other",
}
TABLES = {
    "countries": (["iso", "form", "by", "source"], [], ["iso", "form"],
                  {"by": {"name", "official", "former", "alias", "native"}}),
    "country_currency": (["iso", "code", "source"], [], ["iso", "code"], {}),
    "currencies": (["code", "form", "by", "iso", "source"], ["iso"], ["code", "form", "by", "iso"],
                   {"by": {"name", "plural", "symbol", "code", "minor", "prefix"}}),
    "date_cues": (["form", "kind", "value", "source"], ["value"], ["form", "kind"],
                  {"kind": {"unit", "direction", "set", "decade", "day", "counted", "relative"}}),
    "dates": (["form", "kind", "value", "source"], [], ["form", "kind"],
              {"kind": {"month", "weekday", "season", "ordinal_word", "number_word", "relative", "quarter"}}),
    "demonyms": (["iso", "form", "source"], [], ["iso", "form"], {}),
    "furniture": (["form", "kind", "match", "language", "source"], [], ["form", "match", "language"],
                  {"kind": {"navigation", "social", "cookie", "language", "print", "date_modified", "copyright",
                            "endmark", "contact_lead", "stamp"},
                   "match": {"whole", "start"}, "language": {"en", "fr", "es", "de", "mul"}}),
    "genre_cues": (["genre", "form", "where", "weight", "source"], [], ["genre", "form", "where"],
                   {"genre": GENRES, "where": {"first_line", "any_line", "line_start", "heading"},
                    "weight": {"1", "2", "3", "4", "5"}}),
    "given_names": (["form", "source"], [], ["form"], {}),
    "groups": (["key", "form", "by", "source"], [], ["form"], {"by": {"name", "acronym", "alias"}}),
    "group_members": (["key", "iso", "from", "to", "source"], ["from", "to"], ["key", "iso", "from"], {}),
    "honorifics": (["form", "source"], [], ["form"], {}),
    "instruments": (["key", "form", "by", "kind", "source"], [], ["form"],
                    {"by": {"name", "acronym", "alias"}, "kind": {"instrument", "programme", "event"}}),
    "modality": (["form", "force", "language", "source"], [], ["form", "language"],
                 {"force": {"1", "2", "3"}, "language": {"en", "es", "fr", "pt"}}),
    "name_heads": (["head", "kind", "last", "lower", "after", "source"], ["after"], ["head"],
                   {"kind": {"organization", "event", "instrument", "programme"}, "last": {"yes", "no"},
                    "lower": {"yes", "no"}}),
    "name_words": (["word", "class", "source"], [], ["word"], {"class": {"calendar", "opener", "verb"}}),
    "organizations": (["key", "form", "by", "iso", "kind", "source"], ["iso"], ["key", "form"],
                      {"by": {"name", "acronym", "alias", "former"},
                       "kind": {"igo", "un", "ministry", "agency", "bank", "ngo", "company", "court", "parliament",
                                "forum"}}),
    "places": (["form", "name", "kind", "iso", "population", "ambiguous", "source"],
               ["name", "iso", "population", "ambiguous"],
               ["form", "kind", "iso"], {"kind": {"capital", "city", "state"}, "ambiguous": {"yes", ""}}),
    "quote_cues": (["form", "source"], [], ["form"], {}),
    "regions": (["key", "form", "source"], [], ["form"], {}),
    "roles": (["form", "source"], [], ["form"], {}),
    "wikidata": (["key", "item", "source"], [], ["key"], {}),
}


def clean(text):
    """NFC, straight apostrophes, white space folded and trimmed."""
    text = unicodedata.normalize("NFC", str(text)).replace("\u2019", "'").replace("\u02bb", "'").replace("\u2018", "'")
    return " ".join(text.split())


def fold(text):
    """The form without its accents: "São Tomé" -> "Sao Tome"."""
    text = text.translate(str.maketrans({"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ı": "i",
                                         "æ": "ae", "Æ": "Ae", "ß": "ss", "ð": "d", "þ": "th"}))
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))


def latin(text):
    return all(not c.isalpha() or "LATIN" in unicodedata.name(c, "") for c in text)


def load(name):
    """The rows of `data/NAME.csv` as dictionaries."""
    with open(os.path.join(DATA, name + ".csv"), encoding="utf-8", newline="") as f:
        return list(csv.DictReader(f))


def own(name):
    """The lines of `own/NAME`, comments and blank lines left out."""
    with open(os.path.join(OWN, name), encoding="utf-8") as f:
        return [line.rstrip("\n") for line in f if line.strip() and not line.startswith("#")]


def write(name, rows):
    """Writes `data/NAME.csv`; of rows with one key the first stays."""
    columns, _, key, _ = TABLES[name]
    kept = {}
    for row in rows:
        row = [clean(value) for value in row]
        if len(row) != len(columns):
            raise SystemExit(f"{name}: {row}")
        record = dict(zip(columns, row))
        kept.setdefault(tuple(record[column] for column in key), row)
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows(sorted(kept.values()))
    with open(os.path.join(DATA, name + ".csv"), "w", encoding="utf-8", newline="") as f:
        f.write(out.getvalue())
    print(f"{name}.csv: {len(kept)} rows")
