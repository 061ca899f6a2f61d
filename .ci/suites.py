#!/usr/bin/env python3
"""Runs the shared accuracy suites with a bar for what has been reached.

    suites.py SHARED PROGRAM SUITE.FIELD.FIGURE=BAR...

A bar is a floor, or with `<` in front of the number a ceiling: `gum_dates.dates.recall=0.97`,
`money_recognizers.amounts.currency_wrong=<0.01`. Figures are those that the suite scorer's --json prints for the
class `all`, or of the class behind a colon (`re3d.entities:person.f1`). Exit status: 1 where a bar is not met, 2 where a suite could not be scored.
"""
import json
import subprocess
import sys
from pathlib import Path


def main(shared, program, *bars):
    wanted = [(*name.split("."), bar) for name, _, bar in (b.partition("=") for b in bars)]
    suites = sorted({suite for suite, *_ in wanted})
    files = [str(Path(shared) / "suites" / f"{suite}.jsonl") for suite in suites]
    command = [sys.executable, str(Path(shared) / "score" / "suites.py"), "--bin", program, "--json", *files]
    run = subprocess.run(command, capture_output=True, text=True)
    if run.returncode:
        sys.stderr.write(run.stdout + run.stderr)
        return 2
    figures = json.loads(run.stdout)
    short = 0
    for suite, field, figure, bar in wanted:
        name, _, kind = field.partition(":")
        value = figures[suite]["fields"][name][kind or "all"][figure]
        ceiling = bar.startswith("<")
        limit = float(bar.lstrip("<"))
        met = value is not None and (value <= limit + 1e-9 if ceiling else value >= limit - 1e-9)
        short += not met
        print(f"{suite:<18} {field:<21} {figure:<20} {value if value is None else round(value, 3)!s:>6}  bar {bar}{'' if met else '  NOT MET'}")
    return 1 if short else 0


if __name__ == "__main__":
    if len(sys.argv) < 4:
        sys.exit(__doc__)
    sys.exit(main(*sys.argv[1:]))
