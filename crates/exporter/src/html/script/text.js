// The source text: lines and offsets, the characters of a span, and the marks of a record.

const source = byId("source");
const lines = Array.from(source.querySelectorAll(".k > div"));
const starts = lines.map((line) => Number(line.dataset.s));
const ENDINGS = { rn: "\r\n", r: "\r", 0: "" };

// The characters of a line, with the signs that the page shows by their numbers.
function lineWords(line) {
  let words = "";
  const walk = (node) => {
    for (const child of node.childNodes) {
      if (child.nodeType === Node.TEXT_NODE) words += child.data;
      else if (child.dataset.c) words += String.fromCodePoint(parseInt(child.dataset.c, 16));
      else walk(child);
    }
  };
  walk(line);
  return words;
}
const lineSource = (at) => lineWords(lines[at]) + (ENDINGS[lines[at].dataset.e] ?? "\n");

// The line in which an offset lies.
function lineAt(offset) {
  let [low, high] = [0, lines.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle] <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

// The source from one offset to another, both in code points.
function slice(start, end) {
  const [from, to] = [Math.max(start, 0), Math.min(end, data.source.chars)];
  if (from >= to || lines.length === 0) return "";
  let points = [];
  const first = lineAt(from);
  for (let at = first; at < lines.length && starts[at] < to; at += 1) points = points.concat(Array.from(lineSource(at)));
  return points.slice(from - starts[first], to - starts[first]).join("");
}

// The offset of a place in the document that lies in a line.
function offsetOf(node, offset) {
  const element = node.nodeType === Node.TEXT_NODE ? node.parentElement : node;
  const line = element?.closest(".k > div");
  if (!line) return null;
  const range = document.createRange();
  range.setStart(line, 0);
  range.setEnd(node, offset);
  return Number(line.dataset.s) + Array.from(lineWords(range.cloneContents())).length;
}

function marksOf(one) {
  const exact = `[data-i="${one.key}"]`;
  return source.querySelectorAll(one.letter === "e" && one.part === null ? `[data-i^="${one.key}."]` : exact);
}
const lineOf = (one) => {
  const [span] = spansOf(one);
  return span ? lineAt(span.start) + 1 : null;
};

const hidden = new Set();
const isHidden = (letter) => hidden.has(letter);

// The keys of the marks around an element, the innermost first, each record once.
function keysAround(element) {
  const keys = [];
  for (let mark = element.closest?.(".h"); mark && source.contains(mark); mark = mark.parentElement.closest(".h")) {
    const one = keyed(mark.dataset.i);
    if (one && one.letter !== "s" && !isHidden(layerOf(one)) && !keys.includes(one.key)) keys.push(one.key);
  }
  return keys;
}

// Stretches of text that are not in sight take about the room that their lines will.
for (const stretch of source.children) {
  let rows = 0;
  for (const line of stretch.children) rows += Math.max(1, Math.ceil(line.textContent.length / 90));
  stretch.style.containIntrinsicBlockSize = `auto ${Math.round(rows * 26)}px`;
}
