// The records of the page, what is shown of each kind of them, and elements made without markup.

const data = JSON.parse(byId("data").textContent);

// Controls and signs that turn the direction of words, as the page shows them outside the source text.
const ODD = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb]/g;
const shown = (words) => String(words ?? "").replace(ODD, "\ufffd");
const human = (name) => shown(name).replaceAll("_", " ");

// make("td", { class: "number" }, "12"): an element; what is added is an element or text, never markup.
function make(name, attributes = {}, ...inside) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined && value !== false) element.setAttribute(key, value === true ? "" : value);
  }
  for (const one of inside.flat(Infinity)) {
    if (one === null || one === undefined || one === "") continue;
    element.append(one instanceof Node ? one : document.createTextNode(shown(one)));
  }
  return element;
}
const bdi = (words) => make("bdi", {}, words);

const entities = new Map(data.entities.map((entity) => [entity.id, entity]));
const amounts = new Map(data.amounts.map((amount) => [amount.id, amount]));
const entityName = (id) => (id === null ? null : entities.get(id)?.name ?? id);

const LAYER_OF = {
  person: "p", organization: "o", group: "o", country: "l", place: "l", region: "l", instrument: "t", programme: "m", event: "v",
};

// 2500000.00 as 2,500,000: the digits are never taken for a number of the machine.
function figure(amount) {
  const grouped = (value) => {
    const [whole, rest = ""] = value.split(".");
    const cents = rest.replace(/0+$/, "");
    return whole.replace(/\B(?=(\d{3})+$)/g, ",") + (cents ? "." + cents : "");
  };
  const value = grouped(amount.value) + (amount.value_max === null ? "" : "–" + grouped(amount.value_max));
  return amount.kind === "percent" ? value + " %" : value;
}
const money = (id) => {
  const amount = amounts.get(id);
  return amount ? [amount.currency, figure(amount)].filter(Boolean).join(" ") : id;
};
const valueOf = (amount) => [amount.currency, figure(amount), amount.unit].filter(Boolean).join(" ");
const roles = (entity) => entity.roles.map((role) => [role.title, role.of].filter(Boolean).join(", ")).join("; ");

const also = (entity) => [...new Set([entity.acronym, ...entity.aliases, roles(entity)])].filter(Boolean).join("; ");

// A kind of records: its list in the data, its name in an overrides file, what stands for a record in a word or two,
// columns of its table (title, value, class), and the fields to which a reviewer may give a value, by JSON pointer.
const KINDS = {
  w: {
    list: "document", kind: "document", name: "Document", one: "document", main: (r) => r.title?.text ?? data.source.path,
    columns: [], fields: ["/genre", "/issued/edtf", "/issuer", "/title/text", "/language"],
  },
  i: {
    list: "items", kind: "item", name: "Items", one: "item", main: (r) => `${r.ref}  ${r.title ?? r.text ?? ""}`,
    columns: [["Ref", (r) => r.ref], ["Kind", (r) => human(r.kind)], ["Words", (r) => r.title ?? r.text, "wide"]],
    fields: ["/text", "/title", "/kind", "/number", "/parent"],
  },
  d: {
    list: "dates", kind: "date", name: "Dates", one: "date", main: (r) => r.edtf ?? r.text,
    columns: [["Words", (r) => r.text], ["EDTF", (r) => r.edtf, "code"], ["Role", (r) => human(r.role)],
      ["How", (r) => [r.mod && human(r.mod), r.basis === "explicit" ? "" : r.basis].filter(Boolean).join(", ")]],
    fields: ["/edtf", "/role", "/mod", "/kind", "/basis", "/text"],
  },
  a: {
    list: "amounts", kind: "amount", name: "Amounts", one: "amount", main: valueOf,
    columns: [["Words", (r) => r.text], ["Value", figure, "number"],
      ["Unit", (r) => r.currency ?? r.unit ?? human(r.kind)],
      ["How", (r) => [r.qualifier && human(r.qualifier), r.per && "per " + r.per, r.period].filter(Boolean).join(", ")]],
    fields: ["/value", "/value_max", "/currency", "/unit", "/qualifier", "/kind", "/per", "/period", "/role", "/text"],
  },
  f: {
    list: "funding", kind: "funding", name: "Funding", one: "funding line", main: (r) => r.title ?? "funding",
    columns: [["Purpose", (r) => r.title, "wide"], ["Amount", (r) => money(r.amount), "number"],
      ["From, to", (r) => [entityName(r.donor), entityName(r.recipient)].filter(Boolean).join(" → ")],
      ["Part of", (r) => r.part_of]],
    fields: ["/title", "/amount", "/donor", "/recipient", "/status", "/part_of"],
  },
  e: {
    list: "entities", kind: "entity", name: "Names", one: "name", main: (r) => r.name,
    columns: [["Name", (r) => r.name, "wide"], ["Kind", (r) => human(r.kind)], ["Also", also, "wide"], ["Times", (r) => String(r.mentions.length), "number"]],
    fields: ["/name", "/kind", "/acronym", "/iso3166", "/wikidata"],
  },
  q: {
    list: "quotes", kind: "quotation", name: "Quotations", one: "quotation", main: (r) => r.text,
    columns: [["Words", (r) => r.text, "wide"], ["Kind", (r) => human(r.kind)], ["Speaker", (r) => entityName(r.speaker) ?? r.speaker_text]],
    fields: ["/speaker", "/kind", "/cue", "/text"],
  },
  y: {
    list: "acronyms", kind: "acronym", name: "Acronyms", one: "acronym", main: (r) => `${r.short}: ${r.long}`,
    columns: [["Short", (r) => r.short], ["Long", (r) => r.long, "wide"]], fields: ["/short", "/long", "/entity"],
  },
  x: {
    list: "references", kind: "reference", name: "References", one: "reference", main: (r) => r.text,
    columns: [["Words", (r) => r.text, "wide"]], fields: ["/text"],
  },
  c: {
    list: "contacts", kind: "contact", name: "Contacts", one: "contact", main: (r) => r.name ?? r.organization ?? r.email ?? r.phone ?? "contact",
    columns: [["Name", (r) => r.name], ["Body", (r) => r.organization], ["Ways", (r) => [r.email, r.phone, r.url, ...r.handles].filter(Boolean).join("; "), "wide"]],
    fields: ["/name", "/organization", "/email", "/phone", "/url"],
  },
  s: {
    list: "sections", kind: "section", name: "Sections", one: "section", main: (r) => r.heading?.text ?? human(r.kind),
    columns: [["Id", (r) => r.id], ["Heading", (r) => r.heading?.text, "wide"], ["Kind", (r) => human(r.kind)], ["Level", (r) => String(r.level), "number"]],
    fields: ["/kind", "/level"],
  },
  g: {
    list: "diagnostics", kind: "diagnostic", name: "Findings", one: "finding", main: (r) => r.message,
    columns: [["Severity", (r) => r.severity], ["Code", (r) => r.code], ["Message", (r) => r.message, "wide"]], fields: [],
  },
};

// A key is a letter and an index, behind a dot what is meant of it: e3, e3.1 (a mention), e3.r0 (a role), d0.
function keyed(key) {
  const [, letter, index, part] = /^([a-z])(\d+)(?:\.(r?\d+))?$/.exec(key) ?? [];
  const kind = KINDS[letter];
  const record = kind && data[kind.list][Number(index)];
  if (!record) return null;
  const mention = part === undefined ? null : part[0] === "r" ? record.roles[Number(part.slice(1))] : record.mentions[Number(part)];
  return { key, base: letter + index, letter, kind, record, part: part ?? null, mention };
}
const layerOf = (one) => (one.letter === "e" ? LAYER_OF[one.record.kind] : one.letter);
const spansOf = (one) => {
  const record = one.record;
  if (one.letter === "w") return [];
  if (one.mention) return [one.mention.span];
  if (one.letter === "e") return record.mentions.slice(0, 1).map((mention) => mention.span);
  if (one.letter === "s") return record.heading ? [record.heading.span] : record.spans;
  return record.spans ?? (record.span ? [record.span] : []);
};

// Fields that hold the id of an entity.
const NAMES = new Set(["/donor", "/recipient", "/speaker", "/entity", "/issuer"]);

// What a record that a reviewer adds needs to say, by its kind in an overrides file.
const NEW = {
  date: ["edtf", "role"], amount: ["value", "currency", "kind"], entity: ["kind", "name"], funding: ["title", "donor", "recipient"],
  acronym: ["short", "long"], quotation: ["speaker", "kind"], reference: [], contact: ["name", "email", "phone"],
};
const BESIDE = { kind: "Is a", edtf: "EDTF", email: "E-mail" };
const label = (name) => BESIDE[name] ?? name[0].toUpperCase() + human(name).slice(1);
