#!/usr/bin/env python3
"""Runs the shared scorer with a bar for every field.

    bars.py SHARED PREDICTIONS FIELD=F1...

A field without a bar of its own gets the common one. Exit status: the scorer's.
"""
import sys
from pathlib import Path

COMMON = "0.70"


def main(shared, predictions, *bars):
    sys.path.insert(0, str(Path(shared) / "score"))
    import score  # the scorer, found through the path above

    own = dict(bar.split("=") for bar in bars)
    unknown = own.keys() - set(score.FIELDS)
    if unknown:
        sys.exit(f"no such field: {', '.join(sorted(unknown))}")
    wanted = [f"{field}={own.get(field, COMMON)}" for field in score.FIELDS]
    folders = ["--gold", f"{shared}/gold", "--pred", predictions, "--text", f"{shared}/seeds"]
    return score.main([*folders, "--min", *wanted])


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    sys.exit(main(*sys.argv[1:]))
