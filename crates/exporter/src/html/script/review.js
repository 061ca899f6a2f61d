// The review: what a reader holds to be wrong, as an overrides file. Kept in memory, and by the browser where it lets.

const review = { marks: [], kept: false };
const SHELF = `rapporteur:${data.source.sha256}`;

function targetOf(start, end) {
  return {
    selectors: [
      { type: "TextQuoteSelector", exact: slice(start, end), prefix: slice(start - 32, start), suffix: slice(end, end + 32) },
      { type: "TextPositionSelector", start, end },
    ],
  };
}

const today = () => new Date().toISOString().slice(0, 10);
const baseOf = (key) => key.split(".")[0];
const isWrong = (key) => review.marks.some((mark) => mark.key === key && mark.action === "strike");

// The value of a field by its pointer.
const at = (record, pointer) => pointer.split("/").slice(1).reduce((value, name) => value?.[name], record);

function keep() {
  try {
    localStorage.setItem(SHELF, JSON.stringify({ marks: review.marks, who: byId("who").value }));
    review.kept = true;
  } catch {
    review.kept = false;
  }
}

function restore() {
  try {
    const kept = JSON.parse(localStorage.getItem(SHELF) ?? "null");
    review.marks = (kept?.marks ?? []).filter((mark) => mark?.target?.selectors && (mark.action === "add" || keyed(mark.key)));
    byId("who").value = kept?.who ?? "";
    review.kept = true;
  } catch {
    review.kept = false;
  }
}

function changed() {
  keep();
  fillMarks();
  for (const mark of source.querySelectorAll(".wrong")) mark.classList.remove("wrong");
  for (const mark of review.marks.filter((one) => one.action === "strike")) {
    for (const element of marksOf(keyed(mark.key))) element.classList.add("wrong");
  }
  for (const row of tableBody().children) row.classList.toggle("wrong", isWrong(row.dataset.key));
  if (selection.length > 0) fillCard(selection);
}

// Marks a record as wrong, or takes that back.
function strike(key) {
  const one = keyed(key);
  const [span] = spansOf(one);
  if (!span) return tell("this record has no place in the text");
  if (isWrong(key)) {
    review.marks = review.marks.filter((mark) => !(mark.key === key && mark.action === "strike"));
    tell("the mark is taken back");
  } else {
    review.marks.push({ key, action: "strike", kind: kindOf(one), field: null, value: null, why: "", when: today(), target: targetOf(span.start, span.end) });
    tell("marked as wrong");
  }
  changed();
}

// The kind of a mark in an overrides file, and what is meant by it.
const kindOf = (one) => (one.part === null ? one.kind.kind : one.part[0] === "r" ? "role" : "mention");
const meant = (one) => (kindOf(one) === "role" ? { kind: "role", record: one.mention, fields: ["/title", "/of"], key: one.key }
  : { kind: one.kind.kind, record: one.record, fields: one.kind.fields, key: one.base });
const placeOfRecord = (one) => {
  const [span] = spansOf(one);
  return span ? targetOf(span.start, span.end) : { selectors: [] };
};

function give(key, field, value, why) {
  const one = keyed(key);
  const { kind, key: own } = meant(one);
  review.marks = review.marks.filter((mark) => !(mark.key === own && mark.action === "replace" && mark.field === field));
  // An entity stands where it is first named, not where it was clicked.
  const target = placeOfRecord(kind === "role" ? one : keyed(own));
  review.marks.push({ key: own, action: "replace", kind, field, value: value === "" ? null : value, why, when: today(), target });
  tell("the value is noted");
  changed();
}

// The overrides file: the fields of its format, nothing of the page.
function overrides() {
  const who = byId("who").value.trim();
  return {
    overrides: review.marks.map((mark) => {
      const override = { document: data.source.path, sha256: data.source.sha256, target: mark.target, kind: mark.kind, action: mark.action };
      if (mark.action === "replace") override.field = mark.field;
      if (mark.action === "merge") override.with = mark.with;
      else if (mark.action !== "strike") override.value = mark.value;
      return { ...override, who, why: mark.why, when: mark.when };
    }),
  };
}

function download() {
  const blob = new Blob([JSON.stringify(overrides(), null, 2) + "\n"], { type: "application/json" });
  const address = URL.createObjectURL(blob);
  const stem = data.source.path.split(/[\\/]/).pop().replace(/[^\p{L}\p{N}._-]+/gu, "-").replace(/^[.-]+/, "") || "document";
  const link = make("a", { href: address, download: `${stem}.overrides.json` });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
}

function fillMarks() {
  const count = review.marks.length;
  byId("marked").querySelector(".count").textContent = String(count);
  byId("none").hidden = count > 0;
  byId("download").disabled = byId("clear").disabled = count === 0;
  byId("kept").textContent = count === 0 ? "" : review.kept ? "Kept in this browser until you clear them." : "This browser keeps nothing for a page: download before you close it.";
  byId("marks").replaceChildren(...review.marks.map((mark, index) => {
    const quote = mark.target.selectors[0]?.exact ?? data.source.path;
    const what = {
      strike: () => "is wrong", merge: () => `is the same as ${entityName(mark.value)}`, split: () => `is another thing: ${mark.value}`,
      add: () => `added: ${Object.entries(mark.value).map(([name, value]) => `${human(name)} ${NAMES.has("/" + name) ? entityName(value) : value}`).join(", ") || "as it stands"}`,
      replace: () => `${human(mark.field.slice(1))} → ${mark.value === null ? "nothing" : NAMES.has(mark.field) ? entityName(mark.value) : mark.value}`,
    }[mark.action]();
    const back = make("button", { type: "button", class: "line", "data-back": String(index), "aria-label": `take back mark ${index + 1}` }, "take back");
    return make("li", { "data-key": mark.key ?? null }, back,
      make("p", {}, make("span", { class: "tag" }, human(mark.kind)), " “", bdi(quote.length > 120 ? quote.slice(0, 120) + "…" : quote), "”"),
      make("p", {}, bdi(what), mark.why ? [" — ", bdi(mark.why)] : ""));
  }));
}

// The buttons of a record in the card, and below them the form that gives a value.
function actionsOf(one) {
  const wrong = isWrong(one.key);
  const words = one.part === null ? "Wrong" : one.part[0] === "r" ? "Wrong role" : "Wrong here";
  const buttons = [];
  // A finding that only tells of a repair cannot be wrong: what was repaired can.
  if (!"gsw".includes(one.letter) || (one.letter === "g" && one.record.severity !== "info" && one.record.span)) {
    buttons.push(make("button", { type: "button", "data-do": "strike", "aria-pressed": String(wrong) }, wrong ? "Take back" : words));
    if (one.part !== null) {
      const whole = isWrong(one.base);
      buttons.push(make("button", { type: "button", "data-do": "strike-all", "aria-pressed": String(whole) }, whole ? "Take back everywhere" : "Wrong everywhere"));
    }
  }
  if (meant(one).fields.length > 0) buttons.push(make("button", { type: "button", "data-do": "give" }, "Give a value"));
  if (one.letter === "e" && data.entities.length > 1) buttons.push(make("button", { type: "button", "data-do": "merge" }, "Same as…"));
  if (one.letter === "e" && one.part !== null && one.part[0] !== "r") buttons.push(make("button", { type: "button", "data-do": "split" }, "Means another"));
  if (one.letter !== "w") buttons.push(make("button", { type: "button", "data-do": "row" }, one.letter === "g" ? "All findings" : "In the table"));
  return make("div", { class: "actions" }, buttons);
}

// A form below some buttons: labels with their fields, a reason, and what is done with it all.
function formOf(rows, words, done) {
  const why = make("input", { autocomplete: "off" });
  const labelled = [...rows, ["Why", why]].map(([name, field], index) => {
    field.id = `give-${index}`;
    return [make("label", { for: field.id }, name), field];
  });
  const form = make("form", { class: "give" }, labelled,
    make("div", { class: "actions" }, make("button", { class: "main" }, words), make("button", { type: "button", "data-do": "cancel" }, "Cancel")));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    done(why.value.trim());
  });
  return form;
}

function putForm(details, form) {
  document.querySelectorAll(".give").forEach((other) => other.remove());
  details.open = true;
  details.querySelector(".actions").after(form);
  const first = form.querySelector("select, input");
  first.focus();
  form.scrollIntoView({ block: "nearest" });
}

const input = (value = "") => {
  const field = make("input", { autocomplete: "off", spellcheck: "false" });
  field.value = value;
  return field;
};
const choice = (options) => make("select", {}, options.map(([value, words]) => make("option", { value }, words)));

// What a value is given in: a list of entities, a fixed list of names, or letters.
function fieldFor(kind, pointer, value) {
  const names = NAMES.has(pointer) ? data.entities.map((entity) => [entity.id, `${shown(entity.name)} (${human(entity.kind)})`])
    : data.names[kind + pointer]?.map((name) => [name, human(name)]);
  if (!names) return input(value);
  const field = choice([["", "none"], ...names]);
  field.value = value ?? "";
  return field;
}

function openForm(details, pointer = null) {
  const one = keyed(details.dataset.key);
  const { kind, record, fields } = meant(one);
  const field = choice(fields.map((name) => [name, human(name.slice(1)).replace("/", ", ")]));
  field.value = pointer ?? fields[0];
  const value = fieldFor(kind, field.value, at(record, field.value) ?? "");
  field.addEventListener("change", () => openForm(details, field.value));
  putForm(details, formOf([["Field", field], ["Should be", value]], "Note it", (why) => give(one.key, field.value, value.value.trim(), why)));
  value.focus();
  value.select?.();
}

// Two entities that are one: the other one's id.
function openMerge(details) {
  const one = keyed(details.dataset.key);
  const others = data.entities.filter((entity) => entity !== one.record).sort((a, b) => (a.kind !== one.record.kind) - (b.kind !== one.record.kind));
  const other = choice(others.map((entity) => [entity.id, `${shown(entity.name)} (${human(entity.kind)})`]));
  putForm(details, formOf([["Same as", other]], "Note it", (why) => noteEntity(keyed(one.base), "merge", other.value, why)));
}

// A mention that names something else than the entity: the name of what it is.
function openSplit(details) {
  const one = keyed(details.dataset.key);
  const name = input(one.mention.text);
  putForm(details, formOf([["Is", name]], "Note it", (why) => noteEntity(one, "split", name.value.trim(), why)));
}

function noteEntity(one, action, value, why) {
  const other = action === "merge" ? placeOfRecord(keyed("e" + data.entities.findIndex((entity) => entity.id === value))) : null;
  const kind = action === "merge" ? "entity" : "mention";
  review.marks.push({ key: one.key, action, kind, field: null, value, with: other, why, when: today(), target: placeOfRecord(one) });
  tell("noted");
  changed();
}

// Words that were selected in the text, for which there may be a record to add.
const picked = { start: 0, end: 0 };

function offerWords(start, end) {
  const words = slice(start, end);
  const kept = words.replace(/^\s+/, "");
  picked.start = start + Array.from(words).length - Array.from(kept).length;
  picked.end = picked.start + Array.from(kept.trimEnd()).length;
  if (picked.end <= picked.start) return;
  select([]);
  const card = byId("card");
  const close = make("button", { type: "button", class: "quiet close", "data-do": "close", "aria-label": "Close what is selected" }, "✕");
  const title = make("summary", {}, "Selected words ", make("span", { class: "value" }, "“", bdi(kept.trim().slice(0, 160)), "”"));
  card.replaceChildren(close, make("details", { open: true }, title, make("dl", {}, make("dt", {}, "place"), make("dd", {}, `${picked.start}–${picked.end}`)),
    make("div", { class: "actions" }, make("button", { type: "button", "data-do": "add" }, "Add a record"))));
  card.hidden = false;
}

function openAdd(details, kind = "date") {
  const choose = choice(Object.keys(NEW).map((name) => [name, name]));
  choose.value = kind;
  const words = () => slice(picked.start, picked.end).replace(/\s+/g, " ");
  const fields = NEW[kind].map((name) => [name, fieldFor(kind, `/${name}`, name === "name" || name === "title" ? words() : "")]);
  choose.addEventListener("change", () => openAdd(details, choose.value));
  putForm(details, formOf([["Kind", choose], ...fields.map(([name, field]) => [label(name), field])], "Add it", (why) => {
    const value = {};
    for (const [name, field] of fields) if (field.value.trim() !== "") value[name] = field.value.trim();
    review.marks.push({ key: null, action: "add", kind, field: null, value, why, when: today(), target: targetOf(picked.start, picked.end) });
    tell("the record is noted");
    changed();
    fillCard([]);
  }));
}
