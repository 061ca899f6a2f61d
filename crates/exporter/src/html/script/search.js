// Search in the source text: words in any case, with any white space between them, over line ends too.

const search = { query: "", ranges: [], at: -1, text: null };
const MOST = 2000;

// The whole text in UTF-16 units, with where each line begins in it.
function searchText() {
  if (search.text) return search.text;
  const begins = [];
  let words = "";
  for (let at = 0; at < lines.length; at += 1) {
    begins.push(words.length);
    words += lines[at].textContent + "\n";
  }
  search.text = { words, begins };
  return search.text;
}

// The node and offset of a unit of the text.
function placeOf(unit) {
  const { begins } = searchText();
  let [low, high] = [0, begins.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (begins[middle] <= unit) low = middle;
    else high = middle - 1;
  }
  let left = unit - begins[low];
  const walker = document.createTreeWalker(lines[low], NodeFilter.SHOW_TEXT);
  let last = null;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (left <= node.length) return [node, left];
    left -= node.length;
    last = node;
  }
  return last ? [last, last.length] : [lines[low], 0];
}

function findAll(query) {
  search.query = query;
  search.ranges = [];
  search.at = -1;
  const words = query.trim().split(/\s+/).filter(Boolean);
  if (words.length > 0) {
    const pattern = new RegExp(words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("\\s+"), "giu");
    for (const match of searchText().words.matchAll(pattern)) {
      const range = new Range();
      range.setStart(...placeOf(match.index));
      range.setEnd(...placeOf(match.index + match[0].length));
      search.ranges.push(range);
      if (search.ranges.length === MOST) break;
    }
  }
  if (globalThis.CSS?.highlights) {
    CSS.highlights.set("found", new Highlight(...search.ranges));
    CSS.highlights.delete("at");
  }
  tellHits();
}

function tellHits() {
  const count = search.ranges.length;
  const many = count === MOST ? `${MOST}+` : String(count);
  const words = search.query.trim() === "" ? "" : search.at < 0 ? many : `${search.at + 1} of ${many}`;
  byId("hits").textContent = words;
  byId("hit-before").disabled = count === 0;
  byId("hit-next").disabled = count === 0;
}

function stepHit(step) {
  const count = search.ranges.length;
  if (count === 0) return;
  search.at = search.at < 0 ? (step > 0 ? 0 : count - 1) : (search.at + step + count) % count;
  const range = search.ranges[search.at];
  if (globalThis.CSS?.highlights) CSS.highlights.set("at", new Highlight(range));
  showPane("text");
  const node = range.startContainer;
  (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).scrollIntoView({ block: "center" });
  tellHits();
}
