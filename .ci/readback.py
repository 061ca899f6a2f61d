"""Reads the Parquet and CSV outputs back by DuckDB and pandas, and compares every row with SQLite's.

    readback.py OUT

OUT is a folder that `rapporteur convert --to sqlite,csv,parquet` wrote. Needs duckdb, pandas and pyarrow.
"""

import datetime
import decimal
import json
import pathlib
import sqlite3
import sys

import duckdb
import pandas
import pyarrow.parquet


def plain(value):
    """A value as the text that SQLite has of it; decimals without trailing zeros."""
    if value is None or value is pandas.NaT or (isinstance(value, float) and value != value):
        return None
    if isinstance(value, decimal.Decimal):
        return format(value.normalize(), "f")
    if isinstance(value, (datetime.date, datetime.datetime)):
        return value.isoformat()[:10]
    return str(value)


def number(value):
    return None if value is None else format(decimal.Decimal(value).normalize(), "f")


def unguarded(value):
    """Takes away the apostrophe that keeps a cell from being a formula."""
    if isinstance(value, str) and value.startswith("'") and value.lstrip("'")[:1] in tuple("=+-@\t\r"):
        return value[1:]
    return value


def same(what, found, wanted):
    if found != wanted:
        pairs = [(a, b) for a, b in zip(found, wanted) if a != b][:2]
        sys.exit(f"{what}: {len(found)} rows, {len(wanted)} wanted; differing: {pairs}")


def main(out):
    base = sqlite3.connect(out / "rapporteur.sqlite")
    package = json.loads((out / "csv" / "datapackage.json").read_text(encoding="utf-8"))
    rows, spans = 0, 0
    for resource in package["resources"]:
        table, fields = resource["name"], resource["schema"]["fields"]
        names = [field["name"] for field in fields]
        listed = ", ".join(f'"{name}"' for name in names)
        key = ", ".join(f'"{name}"' for name in resource["schema"]["primaryKey"])
        wanted = base.execute(f'SELECT {listed} FROM "{table}" ORDER BY {key}').fetchall()
        decimals = [field["type"] == "number" for field in fields]
        wanted = [tuple(number(cell) if exact else plain(cell) for cell, exact in zip(row, decimals)) for row in wanted]
        wanted.sort(key=repr)

        parquet, csv = str(out / "parquet" / f"{table}.parquet"), str(out / "csv" / f"{table}.csv")
        found = duckdb.sql(f"SELECT {listed} FROM read_parquet('{parquet}')").fetchall()
        same(f"{table}: Parquet by DuckDB", sorted((tuple(map(plain, row)) for row in found), key=repr), wanted)

        frame = pyarrow.parquet.read_table(parquet).to_pandas(date_as_object=True, integer_object_nulls=True)
        found = [tuple(plain(cell) for cell in row) for row in frame[names].itertuples(index=False)]
        same(f"{table}: Parquet by pandas", sorted(found, key=repr), wanted)

        # An empty cell of CSV is unknown; SQLite may have known words that are empty.
        blank = [tuple(None if cell == "" else cell for cell in row) for row in wanted]
        blank.sort(key=repr)

        def typed(found):
            cells = [tuple(map(unguarded, row)) for row in found]
            return sorted((tuple(number(c) if d else c for c, d in zip(row, decimals)) for row in cells), key=repr)

        query = f"""SELECT {listed} FROM read_csv('{csv}', header = true, all_varchar = true, auto_detect = false,
            delim = ',', quote = '"', escape = '"', new_line = '\\r\\n', max_line_size = 100000000,
            columns = {{{", ".join(f"'{name}': 'VARCHAR'" for name in names)}}})"""
        same(f"{table}: CSV by DuckDB", typed(duckdb.sql(query).fetchall()), blank)

        frame = pandas.read_csv(csv, dtype=str, keep_default_na=False, lineterminator=None, encoding="utf-8")
        found = [tuple(cell or None for cell in row) for row in frame[names].itertuples(index=False)]
        same(f"{table}: CSV by pandas", typed(found), blank)
        rows += len(wanted)

    # Places cut the source in DuckDB as they do elsewhere.
    for table in ["dates", "amounts", "mentions"]:
        query = f"""SELECT d.text, r.start, r."end", substr(d.text, r.start + 1, r."end" - r.start)
            FROM read_parquet('{out}/parquet/{table}.parquet') r
            JOIN read_parquet('{out}/parquet/documents.parquet') d USING (document_id)"""
        for text, start, end, cut in duckdb.sql(query).fetchall():
            if text[start:end] != cut:
                sys.exit(f"{table}: {start}..{end} is {cut!r}, not {text[start:end]!r}")
            spans += 1
    money = duckdb.sql(f"SELECT typeof(value) FROM read_parquet('{out}/parquet/amounts.parquet') LIMIT 1").fetchall()
    if money != [("DECIMAL(38,10)",)]:
        sys.exit(f"money is {money}")
    print(f"{rows} rows by DuckDB and pandas, out of Parquet and CSV, are those of SQLite; {spans} places cut the source")


main(pathlib.Path(sys.argv[1]))
