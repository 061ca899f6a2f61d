// Tables of the records, a kind at a time, made as far as they are looked at; the list of findings; the card.

const STEP = 200;
const tables = { letter: "", rows: [], made: 0, years: null };
const tableBody = () => byId("table").querySelector("tbody");

function fillKinds() {
  for (const [letter, kind] of Object.entries(KINDS)) {
    const count = data[kind.list].length;
    if (count > 0 && !"gw".includes(letter)) byId("kind").append(make("option", { value: letter }, `${kind.name} ${count}`));
  }
  if (byId("kind").options.length === 0) byId("kind").append(make("option", { value: "" }, "none"));
}

function fillTable() {
  const letter = byId("kind").value;
  const kind = KINDS[letter];
  if (!kind) return;
  const wanted = byId("filter").value.trim().toLowerCase();
  const rows = [];
  data[kind.list].forEach((record, index) => {
    if (tables.years && letter === "d") {
      const year = parseInt(record.earliest ?? record.latest, 10);
      if (!(year >= tables.years[0] && year <= tables.years[1])) return;
    }
    const cells = kind.columns.map(([, value]) => value(record) ?? "");
    if (wanted === "" || cells.join(" ").toLowerCase().includes(wanted)) rows.push([letter + index, cells]);
  });
  const head = byId("table").querySelector("thead");
  const columns = kind.columns.map(([title, , form]) => make("th", { scope: "col", class: form === "number" && form }, title));
  head.replaceChildren(make("tr", {}, make("th", { scope: "col" }, "Line"), columns));
  tableBody().replaceChildren();
  Object.assign(tables, { letter, rows, made: 0 });
  const all = data[kind.list].length;
  const some = rows.length === all ? `${all}` : `${rows.length} of ${all}`;
  byId("rows").textContent = `${some} ${all === 1 ? kind.one : kind.name.toLowerCase()}${tables.years && letter === "d" ? `, ${tables.years.join("–")}` : ""}`;
  moreRows();
}

// A value that may break behind a stroke only: 2019-04-29/2019-04-30.
const cellOf = (value) => value.split(/(?<=\/)/).map((part) => [bdi(part), make("wbr")]);

function moreRows() {
  const kind = KINDS[tables.letter];
  const rows = tables.rows.slice(tables.made, tables.made + STEP).map(([key, cells]) => {
    const one = keyed(key);
    const line = lineOf(one);
    const button = line === null ? "–" : make("button", { type: "button", class: "line", "aria-label": `line ${line}, ${kind.one} ${shown(kind.main(one.record)).slice(0, 80)}` }, String(line));
    const values = cells.map((cell, at) => make("td", { class: kind.columns[at][2] }, kind.columns[at][2] === "code" ? cellOf(cell) : bdi(cell)));
    const state = [isOn(key) && "on", isWrong(key) && "wrong"].filter(Boolean).join(" ");
    return make("tr", { "data-key": key, class: state || null }, make("td", {}, button), values);
  });
  tableBody().append(...rows);
  tables.made += rows.length;
  byId("rest").hidden = tables.made >= tables.rows.length;
}

// Brings the row of a record into the table, without any filter where that hides it.
function showRow(one) {
  if (one.letter === "g") return showTab("findings");
  showTab("table");
  byId("kind").value = one.letter;
  const has = () => tables.letter === one.letter && tables.rows.some(([key]) => key === one.base);
  if (!has()) {
    byId("filter").value = "";
    tables.years = null;
    fillTable();
  }
  while (tables.made < tables.rows.length && !tableBody().querySelector(`[data-key="${one.base}"]`)) moreRows();
  tableBody().querySelector(`[data-key="${one.base}"]`)?.scrollIntoView({ block: "center" });
}

const findings = { at: -1 };

function fillFindings() {
  const bar = byId("severity").value;
  const list = byId("finding-list");
  list.replaceChildren();
  let count = 0;
  data.diagnostics.forEach((record, index) => {
    if (bar && record.severity !== bar) return;
    count += 1;
    if (count > 1000) return;
    const one = keyed("g" + index);
    const line = lineOf(one);
    const grave = { info: "g1", warning: "g2", error: "g3" }[record.severity];
    list.append(make("li", { "data-key": one.key, class: isOn(one.key) ? "on" : null },
      make("button", { type: "button", class: "line", "aria-label": `finding ${index + 1}${line ? `, line ${line}` : ""}` }, line === null ? "–" : `line ${line}`),
      make("p", {}, make("span", { class: `grave ${grave}` }, record.severity), " ", human(record.code)),
      make("p", {}, bdi(record.message))));
  });
  byId("step").textContent = data.diagnostics.length === 0 ? "Nothing was repaired and nothing is left unexplained." : `${count} of ${data.diagnostics.length} findings${count > 1000 ? ", the first 1000 listed" : ""}`;
}

function fillSeverities() {
  byId("severity").append(make("option", { value: "" }, "all"));
  for (const severity of ["error", "warning", "info"]) {
    const count = data.diagnostics.filter((record) => record.severity === severity).length;
    if (count > 0) byId("severity").append(make("option", { value: severity }, `${severity} ${count}`));
  }
}

function stepFinding(step) {
  const bar = byId("severity").value;
  const keys = [];
  data.diagnostics.forEach((record, index) => {
    if (!bar || record.severity === bar) keys.push("g" + index);
  });
  if (keys.length === 0) return tell("no findings");
  findings.at = findings.at < 0 ? (step > 0 ? 0 : keys.length - 1) : (findings.at + step + keys.length) % keys.length;
  const one = keyed(keys[findings.at]);
  select([one.key], { scroll: true });
  const line = lineOf(one);
  const place = `Finding ${findings.at + 1} of ${keys.length}`;
  byId("step").textContent = place;
  tell(`${place}: ${one.record.severity}, ${human(one.record.code)}${line ? `, line ${line}` : ""}: ${one.record.message}`);
}

// What a correction did, and on whose word.
function corrected(one) {
  const what = { replace: `${human(one.field?.slice(1))} was ${one.before ?? "nothing"}`, add: "added", strike: "struck", merge: "merged", split: "parted" }[one.action];
  return `${what}; ${[one.who, one.when, one.why].filter(Boolean).join(", ")}`;
}

function fillApplied() {
  byId("applied").hidden = data.overrides.length === 0;
  byId("applied-list").append(...data.overrides.map((one) => {
    const line = one.span ? lineAt(one.span.start) + 1 : null;
    return make("li", line === null ? {} : { "data-line": String(line) },
      line === null ? null : make("button", { type: "button", class: "line" }, `line ${line}`),
      make("p", {}, make("span", { class: "tag" }, human(one.kind)), " ", bdi(one.after ?? one.before ?? "")), make("p", {}, bdi(corrected(one))));
  }));
}

// The fields of a record for a person: ids with the names behind them, lists in a line, what is empty left out.
function fieldsOf(one) {
  const hide = new Set(["span", "spans", "number_span", "speaker_span", "mentions", "roles", "alias_reasons", "earliest", "latest", "message"]);
  const fields = [];
  for (const [name, value] of Object.entries(one.record)) {
    if (hide.has(name) || value === null || (Array.isArray(value) && value.length === 0)) continue;
    let words = value;
    if (NAMES.has("/" + name)) words = entityName(value);
    else if (name === "amount") words = money(value);
    else if (name === "override") words = corrected(value);
    else if (name === "heading" || name === "title" && value.text) words = value.text;
    else if (name === "issued") words = `${value.edtf} (${value.basis})`;
    else if (Array.isArray(value)) words = value.join("; ");
    fields.push([name, String(words)]);
  }
  // What it could have been stands behind what it is.
  fields.sort((a, b) => (a[0] === "currency_candidates") - (b[0] === "currency_candidates"));
  if (one.letter === "e") {
    if (one.record.roles.length > 0) fields.push(["roles", roles(one.record)]);
    fields.push(["mentions", String(one.record.mentions.length)]);
  }
  const places = spansOf(one).map((span) => `${span.start}–${span.end}`);
  if (places.length > 0) fields.push(["place", `${places.join(", ")} (line ${lineOf(one)})`]);
  return fields;
}

function fillCard(keys) {
  const card = byId("card");
  card.hidden = keys.length === 0;
  if (keys.length === 0) return card.replaceChildren();
  const close = make("button", { type: "button", class: "quiet close", "data-do": "close", "aria-label": "Close what is selected" }, "✕");
  const parts = keys.map((key, at) => {
    const one = keyed(key);
    const fields = fieldsOf(one).map(([name, value]) => [make("dt", {}, human(name)), make("dd", {}, bdi(value))]);
    const layer = layerOf(one);
    const title = make("summary", {}, make("span", { class: `sample ${layer}` }, one.letter === "e" ? human(one.record.kind) : one.kind.one), " ",
      make("span", { class: "value" }, bdi(shown(one.kind.main(one.record)).slice(0, 160))));
    return make("details", { open: at === 0, "data-key": key }, title, actionsOf(one), make("dl", {}, fields));
  });
  card.replaceChildren(close, ...parts);
}
