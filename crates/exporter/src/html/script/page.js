// What happens on the page: selection, panes, tabs, keys, colours. Few listeners, on what holds all the rest.

let selection = [];
const isOn = (key) => selection.some((one) => baseOf(one) === baseOf(key));
const narrow = matchMedia("(max-width: 56rem)");

function tell(words) {
  byId("told").textContent = shown(words);
}

// Selects records by their keys: in the text, in the tables and in the card.
function select(keys, { scroll = false } = {}) {
  for (const mark of source.querySelectorAll(".on")) mark.classList.remove("on");
  for (const row of document.querySelectorAll("#side .on")) row.classList.remove("on");
  selection = keys;
  keys.slice(0, 1).forEach((key) => {
    const marks = marksOf(keyed(key));
    for (const mark of marks) mark.classList.add("on");
    const [span] = spansOf(keyed(key));
    if (scroll && narrow.matches) showPane("text");
    if (scroll && marks.length > 0) marks[0].scrollIntoView({ block: "center" });
    else if (scroll && span) lines[lineAt(span.start)].scrollIntoView({ block: "center" });
  });
  for (const key of keys) {
    const row = document.querySelector(`#side [data-key="${baseOf(key)}"]`);
    row?.classList.add("on");
    if (row && row.closest("#finding-list")) row.scrollIntoView({ block: "nearest" });
  }
  fillCard(keys);
  // The card may lie above what was clicked.
  if (!scroll && keys.length > 0 && narrow.matches && root.dataset.pane === "text") source.querySelector(".on")?.scrollIntoView({ block: "nearest" });
}

function showPane(name) {
  root.dataset.pane = name;
  for (const button of document.querySelectorAll(".switch button")) button.setAttribute("aria-pressed", String(button.dataset.pane === name));
}

function goPane(name) {
  showPane(name);
  byId(name).focus();
}

const tabs = Array.from(document.querySelectorAll('.tablist [role="tab"]'));

function showTab(name) {
  for (const tab of tabs) {
    const own = tab.getAttribute("aria-controls") === name;
    tab.setAttribute("aria-selected", String(own));
    tab.tabIndex = own ? 0 : -1;
    byId(tab.getAttribute("aria-controls")).hidden = !own;
  }
  if (name === "table" && tables.letter === "") fillTable();
  if (name === "findings" && byId("finding-list").childElementCount === 0) fillFindings();
}

// The next mark in the text of a kind that is shown, or the one before.
function stepMark(step) {
  const marks = Array.from(source.querySelectorAll(".h")).filter((mark) => {
    const letter = mark.dataset.i[0];
    return letter !== "s" && letter !== "g" && !isHidden(letter === "e" ? mark.classList[1] : letter);
  });
  if (marks.length === 0) return tell("no records are shown");
  const on = marks.findIndex((mark) => mark.dataset.i === selection[0]);
  let next = on < 0 ? firstInSight(marks, step) : on;
  if (on >= 0) {
    // All elements of one mark are one step.
    while (marks[next]?.dataset.i === selection[0]) next += step;
  }
  const mark = marks[(next + marks.length) % marks.length];
  const one = keyed(mark.dataset.i);
  select([mark.dataset.i], { scroll: true });
  tell(`${one.kind.one}: ${one.kind.main(one.record)}, line ${lineOf(one)}`);
}

function firstInSight(marks, step) {
  const top = byId("text").getBoundingClientRect().top;
  const at = marks.findIndex((mark) => mark.getBoundingClientRect().bottom > top);
  return at < 0 ? (step > 0 ? 0 : marks.length - 1) : at;
}

function toggleLayer(button) {
  const letter = button.dataset.layer;
  const shows = button.getAttribute("aria-pressed") !== "true";
  button.setAttribute("aria-pressed", String(shows));
  if (shows) hidden.delete(letter);
  else hidden.add(letter);
  source.classList.toggle(`no-${letter}`, !shows);
}

function clickText(event) {
  const chosen = getSelection();
  if (!chosen.isCollapsed && chosen.rangeCount > 0) {
    const range = chosen.getRangeAt(0);
    const [start, end] = [offsetOf(range.startContainer, range.startOffset), offsetOf(range.endContainer, range.endOffset)];
    if (start !== null && end !== null && end > start) offerWords(start, end);
    return;
  }
  const keys = keysAround(event.target);
  select(keys);
  if (keys.length > 0) tell(keys.map((key) => `${keyed(key).kind.one}: ${keyed(key).kind.main(keyed(key).record)}`).join("; "));
}

function clickSide(event) {
  const tab = event.target.closest('[role="tab"]');
  if (tab) return showTab(tab.getAttribute("aria-controls"));
  const back = event.target.closest("[data-back]");
  if (back) {
    review.marks.splice(Number(back.dataset.back), 1);
    return changed();
  }
  const bar = event.target.closest(".years .bar");
  if (bar) {
    tables.years = [Number(bar.dataset.from), Number(bar.dataset.to)];
    byId("kind").value = "d";
    byId("filter").value = "";
    showTab("table");
    return fillTable();
  }
  const applied = event.target.closest("[data-line]");
  if (applied) {
    if (narrow.matches) showPane("text");
    return lines[Number(applied.dataset.line) - 1].scrollIntoView({ block: "center" });
  }
  if (event.target.closest("#whole")) return select(["w0"]);
  const row = event.target.closest("[data-key], .row[data-i]");
  const key = row && (row.dataset.key ?? row.dataset.i);
  if (!key) return;
  if (key[0] === "g") findings.at = data.diagnostics.filter((_, index) => index < Number(key.slice(1)) && (!byId("severity").value || data.diagnostics[index].severity === byId("severity").value)).length;
  select([key], { scroll: true });
}

function clickCard(event) {
  const act = event.target.closest("[data-do]")?.dataset.do;
  const details = event.target.closest("details");
  if (act === "close") return close();
  if (act === "strike") return strike(details.dataset.key);
  if (act === "strike-all") return strike(baseOf(details.dataset.key));
  if (act === "give") return openForm(details);
  if (act === "merge") return openMerge(details);
  if (act === "split") return openSplit(details);
  if (act === "add") return openAdd(details);
  if (act === "cancel") return details.querySelector(".give").remove();
  if (act === "row") {
    if (narrow.matches) showPane("side");
    return showRow(keyed(details.dataset.key));
  }
}

function close() {
  const held = byId("card").contains(document.activeElement);
  select([]);
  if (held) byId("text").focus();
}

const KEYS = {
  j: () => stepMark(1), k: () => stepMark(-1), n: () => stepFinding(1), p: () => stepFinding(-1),
  "/": () => { showPane("text"); byId("query").focus(); byId("query").select(); },
  o: () => goPane("outline"), t: () => goPane("text"), r: () => goPane("side"), d: nextTheme,
  x: () => { byId("card").querySelector('[data-do="strike"]')?.click(); },
  e: () => { const details = byId("card").querySelector("details"); if (details?.querySelector('[data-do="give"]')) openForm(details); },
  "?": () => byId("keys").showModal(),
};

function press(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || byId("keys").open) return;
  const typing = event.target.closest("input, select, textarea");
  if (event.key === "Escape") {
    if (typing) typing.blur();
    else if (!byId("card").hidden) close();
    return;
  }
  if (typing || !byId("single").checked || !Object.hasOwn(KEYS, event.key)) return;
  event.preventDefault();
  KEYS[event.key]();
}

function pressTab(event) {
  const at = tabs.indexOf(event.target);
  const step = { ArrowRight: 1, ArrowLeft: -1, Home: -at, End: tabs.length - 1 - at }[event.key];
  if (at < 0 || step === undefined) return;
  event.preventDefault();
  const tab = tabs[(at + step + tabs.length) % tabs.length];
  showTab(tab.getAttribute("aria-controls"));
  tab.focus();
}

// Marks the part of the outline in which the text is.
const links = Array.from(document.querySelectorAll("#outline a"));
const linkLines = links.map((link) => Number(link.hash.slice(2)) - 1);
let waits = false;
function follow() {
  if (waits || links.length === 0) return;
  waits = true;
  requestAnimationFrame(() => {
    waits = false;
    const pane = byId("text").getBoundingClientRect();
    const top = pane.top + Math.min(160, pane.height / 3);
    const found = document.elementFromPoint(pane.left + 90, top)?.closest(".k > div");
    const line = found ? lines.indexOf(found) : 0;
    let own = -1;
    linkLines.forEach((at, index) => { if (at <= line) own = index; });
    links.forEach((link, index) => {
      if (index === own) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    });
    if (own >= 0 && byId("outline").offsetParent && !byId("outline").matches(":hover, :focus-within")) links[own].scrollIntoView({ block: "nearest" });
  });
}

function start() {
  fillKinds();
  fillSeverities();
  fillApplied();
  restore();
  changed();
  tellHits();
  source.addEventListener("click", clickText);
  byId("side").addEventListener("click", clickSide);
  byId("card").addEventListener("click", clickCard);
  byId("layers").addEventListener("click", (event) => {
    const button = event.target.closest(".layer");
    if (button) toggleLayer(button);
  });
  document.querySelector(".switch").addEventListener("click", (event) => {
    const button = event.target.closest("[data-pane]");
    if (button) showPane(button.dataset.pane);
  });
  byId("outline").addEventListener("click", (event) => {
    const link = event.target.closest("a");
    if (!link) return;
    event.preventDefault();
    showPane("text");
    lines[Number(link.hash.slice(2)) - 1]?.scrollIntoView({ block: "start" });
  });
  byId("kinds").addEventListener("click", () => {
    const opened = byId("layers").classList.toggle("open");
    byId("kinds").setAttribute("aria-expanded", String(opened));
  });
  byId("kind").addEventListener("change", () => { tables.years = null; fillTable(); });
  byId("filter").addEventListener("input", () => { tables.years = null; fillTable(); });
  byId("severity").addEventListener("change", () => { findings.at = -1; fillFindings(); });
  byId("finding-next").addEventListener("click", () => stepFinding(1));
  byId("finding-before").addEventListener("click", () => stepFinding(-1));
  byId("who").addEventListener("change", keep);
  byId("download").addEventListener("click", download);
  byId("clear").addEventListener("click", () => { review.marks = []; changed(); });
  byId("marked").addEventListener("click", () => { showPane("side"); showTab("review"); });
  byId("help").addEventListener("click", () => byId("keys").showModal());
  byId("keys-close").addEventListener("click", () => byId("keys").close());
  byId("query").addEventListener("input", (event) => findAll(event.target.value));
  byId("query").addEventListener("keydown", (event) => {
    if (event.key === "Enter") { event.preventDefault(); stepHit(event.shiftKey ? -1 : 1); }
  });
  byId("hit-next").addEventListener("click", () => stepHit(1));
  byId("hit-before").addEventListener("click", () => stepHit(-1));
  document.querySelector(".tablist").addEventListener("keydown", pressTab);
  document.addEventListener("keydown", press);
  byId("text").addEventListener("scroll", follow, { passive: true });
  new IntersectionObserver((seen) => {
    if (seen.some((one) => one.isIntersecting) && tables.letter !== "" && tables.made < tables.rows.length) moreRows();
  }, { root: byId("side"), rootMargin: "600px" }).observe(byId("rest"));
  follow();
}

start();
