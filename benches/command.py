#!/usr/bin/env python3
"""What the command needs for a folder: peak memory, time, and what two jobs gain over one.

    cargo build --release && python3 benches/command.py [--mb 1024] [--to json] [--target TARGET_FOLDER]

The folder is made by `corpus documents`, in a temporary place, and is gone afterwards. The peak is what the system counted
for the command (ru_maxrss), with all its threads.
"""
import argparse
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def run(command):
    """Peak memory in MB and seconds of a command; its exit code must be 0 or 1."""
    started = time.monotonic()
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, used = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode not in (0, 1):
        sys.exit(f"{command[0]}: exit status {child.returncode}")
    # Kilobytes on Linux, bytes on macOS.
    return used.ru_maxrss / (1e6 if sys.platform == "darwin" else 1e3), time.monotonic() - started


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--mb", type=int, default=1024)
    parser.add_argument("--to", default="json")
    parser.add_argument("--target", default=os.environ.get("CARGO_TARGET_DIR", ROOT / "target"))
    asked = parser.parse_args()
    release = Path(asked.target) / "release"
    for program in ("rapporteur", "corpus"):
        if not (release / program).is_file():
            sys.exit(f"{release / program} is not there: cargo build --release --workspace")
    with tempfile.TemporaryDirectory() as desk:
        papers = Path(desk) / "papers"
        made = subprocess.run(
            [release / "corpus", "documents", papers, "--mb", str(asked.mb)], check=True, capture_output=True, text=True
        )
        print(made.stdout.strip())
        seconds = {}
        for jobs in (1, 2):
            out = Path(desk) / f"out{jobs}"
            command = [release / "rapporteur", "convert", papers, "--out", out, "--to", asked.to, "--jobs", str(jobs)]
            peak, seconds[jobs] = run(command + ["--quiet"])
            print(f"--jobs {jobs}: peak {peak:.0f} MB, {seconds[jobs]:.1f} s, {asked.mb / seconds[jobs]:.1f} MB/s with files")
        print(f"two jobs do {seconds[1] / seconds[2]:.2f} times the work of one")


if __name__ == "__main__":
    main()
