#!/usr/bin/env python3
"""How fast libraries for single fields are on the same texts, in the same run, as multiples of rapporteur's time.

    python3 benches/peers.py [--kb 200] [--texts FOLDER] [--only NAME...]

The texts are made by `corpus documents` unless a folder is given. Each library gets each text as a string in memory, on one
thread, is warmed up by one text, and is stopped after --seconds: its rate is that of the texts it came to. Packages are
installed into a temporary folder from PyPI and npm; one that cannot be had is named and left out. Speed alone is compared:
each of them finds one kind of thing that rapporteur finds, and none of them an outline.
"""
import argparse
import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

# Name, package, and the code that makes `find`, a function of a text.
PYTHON = [
    ("recognizers-text-suite", "recognizers-text-suite", """
from recognizers_suite import Culture, recognize_currency, recognize_datetime, recognize_percentage
def find(text):
    return [recognize(text, Culture.English) for recognize in (recognize_datetime, recognize_currency, recognize_percentage)]
"""),
    ("dateparser", "dateparser", """
from dateparser.search import search_dates
def find(text):
    return search_dates(text, languages=["en"])
"""),
    ("quantulum3", "quantulum3", """
from quantulum3 import parser
def find(text):
    return parser.parse(text)
"""),
    ("abbreviations", "abbreviations", """
from abbreviations import schwartz_hearst
def find(text):
    return schwartz_hearst.extract_abbreviation_definition_pairs(doc_text=text)
"""),
]
NODE = [
    ("chrono-node", "chrono-node", """
const chrono = await import("chrono-node");
const find = text => chrono.parse(text);
"""),
    ("compromise", "compromise", """
const nlp = (await import("compromise")).default;
const find = text => { const read = nlp(text); return [read.people(), read.places(), read.organizations(), read.money()].map(one => one.json()); };
"""),
]

PYTHON_TIMER = """
import json, sys, time, warnings
warnings.filterwarnings("ignore")
texts, seconds = json.load(open(sys.argv[1], encoding="utf-8")), float(sys.argv[2])
%s
def safely(text):
    # A library that fails on a text has had its time all the same.
    try:
        find(text)
    except Exception:
        return 1
    return 0
safely(texts[0])
done, failed, start = 0, 0, time.perf_counter()
for text in texts:
    failed += safely(text)
    done += len(text.encode())
    if time.perf_counter() - start > seconds:
        break
print(json.dumps({"bytes": done, "seconds": time.perf_counter() - start, "failed": failed}))
"""
NODE_TIMER = """
import { readFileSync } from "node:fs";
const texts = JSON.parse(readFileSync(process.argv[2], "utf8")), seconds = Number(process.argv[3]);
%s
let failed = 0;
const safely = text => { try { find(text); } catch { failed += 1; } };
safely(texts[0]);
failed = 0;
let done = 0, start = performance.now();
for (const text of texts) {
  safely(text);
  done += Buffer.byteLength(text);
  if (performance.now() - start > seconds * 1000) break;
}
console.log(JSON.stringify({ bytes: done, seconds: (performance.now() - start) / 1000, failed }));
"""


def quiet(command, **more):
    """The output of a command; none where it fails or is missing, with its last words."""
    try:
        run = subprocess.run([str(word) for word in command], capture_output=True, text=True, timeout=900, **more)
    except (OSError, subprocess.TimeoutExpired) as error:
        return None, str(error)
    words = (run.stderr.strip() or run.stdout.strip()).splitlines()
    return (run.stdout if run.returncode == 0 else None), (words[-1] if words else "no word")


def ours(texts):
    """Rapporteur's rate in MB/s, from bytes in memory to JSON in memory."""
    command = ["cargo", "bench", "-q", "-p", "rapporteur-benches", "--", "whole", "--texts", texts]
    told, words = quiet(command, cwd=ROOT)
    rate = told and re.search(r"whole: ([\d.]+) MB/s", told)
    if not rate:
        sys.exit(f"rapporteur could not be measured: {words}")
    return float(rate[1])


def made(folder, kilobytes):
    """A made corpus of about so many kilobytes."""
    command = ["cargo", "run", "-q", "--release", "-p", "rapporteur-benches", "--bin", "corpus", "--", "documents", folder]
    told, words = quiet(command + ["--mb", "1"], cwd=ROOT)
    if told is None:
        sys.exit(f"no corpus: {words}")
    kept = 0
    for path in sorted(folder.rglob("*.txt")):
        kept += path.stat().st_size
        if kept > kilobytes * 1000:
            path.unlink()


def python_peer(desk, package, code, texts, seconds):
    """What a library of PyPI took, or why it could not be measured. Each has a place of its own: their needs clash."""
    place = desk / package
    told, words = quiet([sys.executable, "-m", "venv", place])
    if told is not None:
        # What some of them need and do not say: pkg_resources, and emoji as it was before its second version.
        needs = [package, "setuptools<81", "emoji<2"]
        told, words = quiet([place / "bin/pip", "install", "-q", "--disable-pip-version-check", *needs])
    if told is None:
        return None, words
    # Not the name of any package: it would be imported in its place.
    script = place / "timer_of_texts.py"
    script.write_text(PYTHON_TIMER % code, encoding="utf-8")
    return quiet([place / "bin/python", script, texts, seconds])


def node_peer(desk, package, code, texts, seconds):
    """What a library of npm took, or why it could not be measured."""
    place = desk / package
    place.mkdir()
    told, words = quiet(["npm", "install", "--silent", "--no-fund", "--no-audit", "--prefix", place, package])
    if told is None:
        return None, words
    script = place / "timer.mjs"
    script.write_text(NODE_TIMER % code, encoding="utf-8")
    return quiet(["node", script, texts, seconds], cwd=place)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kb", type=int, default=200, help="kilobytes of made texts")
    parser.add_argument("--texts", type=Path, help="a folder of texts (.txt) instead")
    parser.add_argument("--seconds", type=float, default=30, help="for each library at most")
    parser.add_argument("--only", nargs="*", help="these libraries alone")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        desk = Path(name)
        folder = asked.texts and asked.texts.resolve()
        if not folder:
            folder = desk / "papers"
            made(folder, asked.kb)
        papers = [path.read_text(encoding="utf-8", errors="replace") for path in sorted(folder.rglob("*.txt"))]
        texts = desk / "texts.json"
        texts.write_text(json.dumps(papers), encoding="utf-8")
        rate = ours(folder)
        print(f"{len(papers)} texts, {sum(len(text.encode()) for text in papers)} bytes")
        print(f"{'rapporteur':<24} {rate:>9.3f} MB/s, all fields")
        for peers, measure in ((PYTHON, python_peer), (NODE, node_peer)):
            for peer, package, code in peers:
                if asked.only and peer not in asked.only:
                    continue
                told, words = measure(desk, package, code, texts, asked.seconds)
                if told is None:
                    print(f"{peer:<24} skipped: {words}", flush=True)
                    continue
                figures = json.loads(told.strip().splitlines()[-1])
                theirs = figures["bytes"] / 1e6 / figures["seconds"]
                note = f", failed on {figures['failed']} texts" if figures["failed"] else ""
                print(f"{peer:<24} {theirs:>9.3f} MB/s, rapporteur is {rate / theirs:.1f} times as fast{note}", flush=True)


if __name__ == "__main__":
    main()
