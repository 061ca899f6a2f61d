"""words.txt: `words.py PACKAGES`. English words of wamerican and wbritish, lower case, a to z only, in byte order."""
import os
import re
import sys

import tables

words = set()
for name in ("american-english", "british-english"):
    with open(os.path.join(sys.argv[1], "dict", name), encoding="utf-8") as f:
        words |= {line.strip() for line in f if re.fullmatch(r"[a-z]+", line.strip())}
# Of one and two letters only what stands in running text.
SHORT = set("a i ad ah am an as at ax be by do eh em en ex go ha he hi ho if in is it lo ma me mu my no of oh ok on or "
            "ox pa pi re sh so to um up us we ye".split())
words = {w for w in words if len(w) > 2} | (words & SHORT)
# Words of these papers that the lists lack.
words |= set(tables.own("words.txt"))
with open(os.path.join(tables.DATA, "words.txt"), "w", encoding="ascii", newline="") as f:
    f.write("".join(w + "\n" for w in sorted(words)))
print(f"words.txt: {len(words)} words")
