#!/bin/sh
# Makes every table again: all.sh PACKAGES (see README.md), in the order in which they need each other.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
for step in words countries places groups wikidata dates currencies organizations instruments given_names lists; do
    python3 "$here/$step.py" "$1"
done
python3 "$here/check.py"
