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
    review.marks = (kept?.marks ?? []).filter((mark) => mark && mark.target && (mark.action === "add" || keyed(mark.key)));
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
    const kind = one.part === null ? one.kind.kind : one.part[0] === "r" ? "role" : "mention";
    review.marks.push({ key, action: "strike", kind, field: null, value: null, why: "", when: today(), target: targetOf(span.start, span.end) });
    tell("marked as wrong");
  }
  changed();
}

function give(key, field, value, why) {
  const one = keyed(key);
  const [span] = spansOf(one);
  if (!span) return tell("this record has no place in the text");
  review.marks = review.marks.filter((mark) => !(mark.key === one.base && mark.action === "replace" && mark.field === field));
  const was = at(one.record, field);
  const typed = value === "" ? null : typeof was === "number" && /^\d+$/.test(value) ? Number(value) : value;
  review.marks.push({ key: one.base, action: "replace", kind: one.kind.kind, field, value: typed, why, when: today(), target: targetOf(span.start, span.end) });
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
      if (mark.action !== "strike") override.value = mark.value;
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
    const quote = mark.target.selectors[0].exact;
    const what = mark.action === "strike" ? "is wrong" : mark.action === "add" ? "added" : `${mark.field.slice(1)} → ${mark.value === null ? "nothing" : mark.value}`;
    const back = make("button", { type: "button", class: "line", "data-back": String(index), "aria-label": `take back mark ${index + 1}` }, "take back");
    return make("li", { "data-key": mark.key ?? null }, back,
      make("p", {}, make("span", { class: "tag" }, human(mark.kind)), " “", bdi(quote.length > 120 ? quote.slice(0, 120) + "…" : quote), "”"),
      make("p", {}, bdi(what), mark.why ? [" — ", bdi(mark.why)] : ""));
  }));
}

// The buttons of a record in the card, and below them the form that gives a value.
function actionsOf(one) {
  const wrong = isWrong(one.key);
  const words = one.part === null ? "Wrong" : one.part[0] === "r" ? "Wrong role" : "Wrong mention";
  const buttons = [];
  if (one.letter !== "g" && one.letter !== "s") {
    buttons.push(make("button", { type: "button", "data-do": "strike", "aria-pressed": String(wrong) }, wrong ? "Take back" : words));
    if (one.part !== null) {
      const whole = isWrong(one.base);
      buttons.push(make("button", { type: "button", "data-do": "strike-all", "aria-pressed": String(whole) }, whole ? "Take back all" : `Wrong ${one.kind.one}`));
    }
  }
  if (one.kind.fields.length > 0) buttons.push(make("button", { type: "button", "data-do": "give", "aria-expanded": "false" }, "Give a value"));
  buttons.push(make("button", { type: "button", "data-do": "row" }, one.letter === "g" ? "All findings" : "In the table"));
  return make("div", { class: "actions" }, buttons);
}

function openForm(details) {
  const one = keyed(details.dataset.key);
  const old = details.querySelector(".give");
  details.querySelector('[data-do="give"]').setAttribute("aria-expanded", String(!old));
  if (old) return old.remove();
  const id = (name) => `give-${name}`;
  const field = make("select", { id: id("field") }, one.kind.fields.map((pointer) => make("option", { value: pointer }, human(pointer.slice(1)))));
  const value = make("input", { id: id("value"), autocomplete: "off", spellcheck: "false" });
  const why = make("input", { id: id("why"), autocomplete: "off" });
  const show = () => { value.value = at(one.record, field.value) ?? ""; };
  field.addEventListener("change", show);
  show();
  const form = make("form", { class: "give" },
    make("label", { for: id("field") }, "Field"), field, make("label", { for: id("value") }, "Should be"), value,
    make("label", { for: id("why") }, "Why"), why,
    make("div", { class: "actions" }, make("button", { class: "main" }, "Note it"), make("button", { type: "button", "data-do": "give" }, "Cancel")));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    give(one.key, field.value, value.value.trim(), why.value.trim());
  });
  document.querySelectorAll(".give").forEach((other) => other.remove());
  details.append(form);
  value.focus();
  value.select();
}
