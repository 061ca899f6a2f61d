"""words.txt: `words.py PACKAGES`. English words, lower case, a to z only, in byte order.

All of wamerican and wbritish, and of the -large lists the long words with the endings that official prose is made of
(`radicalization`, `sectoral`, `concessional`). Their short and odd words stay out: they are what damage looks like.
"""
import os
import re
import sys

import tables

words = set()
for name in ("american-english", "british-english"):
    with open(os.path.join(sys.argv[1], "dict", name), encoding="utf-8") as f:
        words |= {line.strip() for line in f if re.fullmatch(r"[a-z]+", line.strip())}
LARGE = re.compile(r"[a-z]+(i[sz](e|es|ed|ing|ation|ations)|al|ally|it(y|ies)|[ai]bl[ey]|ments?|[ae]nc(e|es|y|ies)|ships?|tions?"
                   r"|ive|ively|olog(y|ies|ical|ists?)|is[mt]s?|[ao]ry|[oe]rs?|ous|ed|ing|ies|ics?)")
for name in ("american-english-large", "british-english-large"):
    with open(os.path.join(sys.argv[1], "dict", name), encoding="utf-8") as f:
        words |= {w for w in map(str.strip, f) if len(w) >= 8 and LARGE.fullmatch(w)}
# Of one and two letters only what stands in running text.
SHORT = set("a i ad ah am an as at ax be by do eh em en ex go ha he hi ho if in is it lo ma me mu my no of oh ok on or "
            "ox pa pi re sh so to um up us we ye".split())
words = {w for w in words if len(w) > 2} | (words & SHORT)
# Words of these papers that the lists lack.
words |= set(tables.own("words.txt"))
with open(os.path.join(tables.DATA, "words.txt"), "w", encoding="ascii", newline="") as f:
    f.write("".join(w + "\n" for w in sorted(words)))
print(f"words.txt: {len(words)} words")
