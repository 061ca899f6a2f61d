#!/usr/bin/env python3
"""Checks the records of documents that have no gold: contract and coverage, as the shared scorer sees them.

    documents.py SHARED PREDICTIONS SOURCES

Exit status 1 where a source has no record, a record breaks the contract, or a character of a source is lost.
"""
import hashlib
import sys
from collections import defaultdict
from pathlib import Path
from types import SimpleNamespace


def faults(score, record, raw):
    """All that is wrong with the record of one source."""
    text = raw.decode(record["source"]["encoding"], "replace").removeprefix("\ufeff")
    contract = score.Contract(record, text)
    yield from contract.errors
    if contract.clean is score.BAD:
        return
    shell = SimpleNamespace(pred=contract.clean, text=text, tallies=defaultdict(score.Tally))
    score.Doc.score_coverage(shell)
    for note in shell.tallies["coverage"].notes:
        start, end = note["span"]
        yield f"lost at [{start}:{end}]: {text[start:end][:80]!r}"


def main(shared, predictions, sources):
    sys.path.insert(0, str(Path(shared) / "score"))
    import score  # the scorer, found through the path above

    records, errors = score.read_predictions(predictions)
    found, documents = list(errors), 0
    for path in sorted(p for p in Path(sources).rglob("*") if p.is_file()):
        raw = path.read_bytes()
        record = records.get(hashlib.sha256(raw).hexdigest())
        documents += 1
        if record is None:
            found.append(f"{path.name}: no record")
        else:
            found += [f"{path.name}: {fault}" for fault in faults(score, record, raw)]
    for fault in found[:200]:
        print(fault)
    if len(found) > 200:
        print(f"... and {len(found) - 200} more")
    print(f"{documents} documents, {len(found)} faults")
    return 1 if found or not documents else 0


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    sys.exit(main(*sys.argv[1:]))
