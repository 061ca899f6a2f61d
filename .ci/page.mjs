// The pages of `--to html` in a real browser: every page opens without a word on the console and asks for nothing, and
// the page of a release does what it promises, by pointer and by keyboard.
//
//     node .ci/page.mjs PROGRAM MODULES WORK [CORPUS] [--shots]
//
// MODULES is a folder in which playwright-core and axe-core are installed; pages and, if asked for, pictures go into WORK.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const [program, modules, work, corpus] = process.argv.slice(2).filter((one) => !one.startsWith("--"));
const shots = process.argv.includes("--shots");
const require = createRequire(path.join(path.resolve(modules), "x.js"));
const { chromium } = require("playwright-core");
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");

const HOSTILE = [
  "Statement </script><script>window.broken = 1</script> of <img src=x onerror=\"window.broken = 2\"> 4 May 2021",
  "",
  "The Ministry of Finance \" onclick='window.broken = 3' said: \"<b>We</b> pay $2.5 million\" <!-- to Kenya & --> ]]>",
  "\u202Egnp.exe\u202C and \u2066isolated\u2069, a line\u2028separator, \u200Fmark, \u{E0041}tag; &lt;script&gt; &amp;amp; javascript:alert(1)",
  "</div></section></main><style>* { display: none }</style><base href=http://127.0.0.1:9/><meta http-equiv=refresh content=0>",
  "",
].join("\r\n");

function convert(name, inputs, more = []) {
  const out = path.join(work, name);
  execFileSync(program, ["convert", ...inputs, "--out", out, "--to", "html,json", "--quiet", ...more], { cwd: root, stdio: ["ignore", "ignore", "inherit"] });
  return path.join(out, "html");
}

mkdirSync(path.join(work, "in"), { recursive: true });
writeFileSync(path.join(work, "in", "<b>&\"hostile'.txt"), HOSTILE);
const texts = readdirSync(path.join(root, "fixtures"), { recursive: true }).filter((name) => name.endsWith(".txt")).sort();
let large = "";
for (let round = 1; large.length < 1_000_000; round += 1) {
  for (const name of texts) large += readFileSync(path.join(root, "fixtures", name), "utf8") + `\n\nPart ${round}\n\n`;
}
writeFileSync(path.join(work, "in", "large.txt"), large);
const pages = convert("fixtures", ["fixtures"]);
const own = convert("own", [path.join(work, "in")]);
const record = (folder, name) => JSON.parse(readFileSync(path.join(folder, "..", "json", `${name}.json`), "utf8"));

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});

// A page that fails the run where it says anything or asks for anything but itself.
async function open(file, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options });
  const page = await context.newPage();
  page.heard = [];
  page.on("console", (message) => page.heard.push(`console ${message.type()}: ${message.text()}`));
  page.on("pageerror", (error) => page.heard.push(`error: ${error.message}`));
  page.on("request", (request) => {
    const asked = request.url();
    if (asked !== page.own && !asked.startsWith("data:") && !asked.startsWith("blob:")) page.heard.push(`asks for ${asked}`);
  });
  page.on("dialog", (dialog) => { page.heard.push(`dialog: ${dialog.message()}`); dialog.dismiss(); });
  await turn(page, file);
  return page;
}

async function turn(page, file) {
  page.own = pathToFileURL(file).href;
  await page.goto(page.own);
}

async function done(page) {
  const heard = page.heard;
  const address = page.url();
  await page.context().close();
  assert.deepEqual(heard, [], address);
}

async function shot(page, name) {
  if (shots) await page.screenshot({ path: path.join(work, `${name}.png`) });
}

// What a checker of accessibility objects to, in the page as it stands. It must be let past the policy.
async function accessible(file, options, before = async () => {}) {
  const page = await open(file, { ...options, bypassCSP: true });
  await before(page);
  await page.evaluate(axe);
  const found = await page.evaluate(() => axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }));
  const faults = found.violations.map((one) => `${one.id}: ${one.nodes.slice(0, 3).map((node) => `${node.target} ${node.any[0]?.message ?? ""}`).join("; ")}`);
  assert.deepEqual(faults, [], `${file} ${JSON.stringify(options)}`);
  await done(page);
}

const steps = [];
const step = (name, run) => steps.push([name, run]);
const release = path.join(pages, "canada-kenya-water.html");
const plan = path.join(pages, "forum-fisheries.html");

step("every page opens in silence, and none is wider than 400 px", async () => {
  const folders = [pages, own, ...(corpus ? [convert("corpus", [path.resolve(corpus)])] : [])];
  let count = 0;
  const page = await open(path.join(pages, "index.html"), { viewport: { width: 400, height: 800 } });
  for (const folder of folders) {
    for (const name of readdirSync(folder).filter((one) => one.endsWith(".html"))) {
      await turn(page, path.join(folder, name));
      const wide = await page.evaluate((panes) => {
        const found = document.documentElement.scrollWidth > innerWidth ? ["the page"] : [];
        for (const pane of panes) {
          document.querySelector(`.switch [data-pane=${pane}]`).click();
          const { scrollWidth, clientWidth } = document.getElementById(pane);
          if (document.documentElement.scrollWidth > innerWidth || clientWidth === 0 || scrollWidth > clientWidth) found.push(pane);
        }
        return found;
      }, name === "index.html" ? [] : ["outline", "side", "text"]);
      assert.deepEqual(wide, [], `${name} is wider than the window`);
      assert.deepEqual(page.heard, [], name);
      count += 1;
    }
  }
  await done(page);
  return `${count} pages`;
});

step("the text is the source", async () => {
  for (const [folder, name, source] of [[own, readdirSync(own).find((one) => one.includes("hostile")), HOSTILE], [own, "large.html", large]]) {
    const page = await open(path.join(folder, name));
    assert.equal(await page.evaluate(() => slice(0, data.source.chars)), source);
    await done(page);
  }
});

step("words and records lead to one another", async () => {
  const page = await open(release);
  await page.click("#source .h.a >> nth=0");
  assert.match(await page.textContent("#card"), /CAD 12,000,000/);
  assert(await page.isVisible("#card"));
  await page.click("#card [data-do=row]");
  assert.equal(await page.getAttribute("#tab-table", "aria-selected"), "true");
  assert.equal(await page.getAttribute("#table tr.on", "data-key"), "a0");
  await page.selectOption("#kind", "e");
  const row = page.locator("#table tbody tr", { hasText: "Claire Beaudry" });
  await row.locator("button").press("Enter");
  const marked = await page.locator("#source .on").allTextContents();
  assert(marked.includes("Claire Beaudry") && marked.includes("Beaudry"), marked.join());
  // A click on nested marks shows all of their records, the innermost first.
  await page.click("#source .f .h.a >> nth=0");
  assert((await page.locator("#card details").count()) >= 2);
  await page.fill("#filter", "kenya");
  assert((await page.locator("#table tbody tr").count()) < data(page).entities);
  await page.click("#tab-overview");
  await page.click(".years .bar.own");
  assert.match(await page.textContent("#rows"), /of \d+ dates, 2019/);
  await page.click("#tab-overview");
  await page.click(".money .row >> nth=1");
  assert.equal(await page.locator("#source .h.f.on").count() > 0, true);
  await done(page);
});
const data = () => ({ entities: record(pages, "canada-kenya-water").entities.length });

step("kinds can be left out", async () => {
  const page = await open(release);
  const line = () => page.locator("#source .h.d").first().evaluate((mark) => getComputedStyle(mark).textDecorationLine);
  assert.equal(await line(), "underline");
  await page.click("[data-layer=d]");
  assert.equal(await line(), "none");
  assert.equal(await page.getAttribute("[data-layer=d]", "aria-pressed"), "false");
  await page.click("#source .h.d >> nth=0");
  assert(!(await page.isVisible("#card")), "a kind that is left out has no card");
  await page.click("[data-layer=d]");
  assert.equal(await line(), "underline");
  await done(page);
});

step("search finds words over line ends", async () => {
  const page = await open(plan);
  await page.fill("#query", "PURSE seiners");
  await page.press("#query", "Enter");
  assert.match(await page.textContent("#hits"), /^1 of 1$/);
  await page.fill("#query", "the");
  await page.press("#query", "Enter");
  await page.press("#query", "Enter");
  assert.match(await page.textContent("#hits"), /^2 of \d+$/);
  await page.fill("#query", "(.*");
  assert.match(await page.textContent("#hits"), /^0$/);
  await done(page);
});

step("the keyboard does it all", async () => {
  const page = await open(plan);
  const told = () => page.textContent("#told");
  await page.keyboard.press("n");
  assert.match(await told(), /^Finding 1 of \d+: \w+, .*, line \d+: ./);
  const first = await told();
  await page.keyboard.press("n");
  assert.match(await told(), /^Finding 2 of/);
  await page.keyboard.press("p");
  assert.equal(await told(), first);
  await page.keyboard.press("Escape");
  assert(!(await page.isVisible("#card")));
  await page.keyboard.press("j");
  const one = await told();
  await page.keyboard.press("j");
  assert.notEqual(await told(), one);
  await page.keyboard.press("k");
  assert.equal(await told(), one);
  await page.keyboard.press("x");
  assert.match(await page.textContent("#marked"), /1/);
  await page.keyboard.press("x");
  assert.match(await page.textContent("#marked"), /0/);
  await page.keyboard.press("/");
  assert.equal(await page.evaluate(() => document.activeElement.id), "query");
  await page.keyboard.type("njx");
  assert.equal(await page.inputValue("#query"), "njx", "keys are letters where one types");
  await page.keyboard.press("Escape");
  await page.keyboard.press("r");
  assert.equal(await page.evaluate(() => document.activeElement.id), "side");
  await page.keyboard.press("?");
  assert(await page.isVisible("#keys"));
  await page.uncheck("#single");
  await page.click("#keys-close");
  await page.keyboard.press("o");
  assert.notEqual(await page.evaluate(() => document.activeElement.id), "outline", "single keys can be turned off");
  // From the top of the page the skip link, then the tools.
  await page.reload();
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.className), "skip");
  await page.focus("#tab-overview");
  await page.keyboard.press("ArrowRight");
  assert.equal(await page.getAttribute("#tab-table", "aria-selected"), "true");
  assert(await page.isVisible("#table"));
  await done(page);
});

step("light, dark and paper", async () => {
  const page = await open(release, { colorScheme: "dark" });
  const paper = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const dark = await paper();
  await page.click("#theme");
  const light = await paper();
  assert.notEqual(light, dark);
  await page.click("#theme");
  assert.equal(await paper(), dark);
  await page.emulateMedia({ media: "print" });
  assert.equal(await paper(), light, "paper is light");
  assert(!(await page.isVisible(".tools")));
  assert(await page.isVisible("#source"));
  await done(page);
});

step("a review gives an overrides file", async () => {
  const page = await open(release);
  await page.click("#source .h.a >> nth=0");
  await page.click("#card [data-do=give]");
  await page.fill("#card .give input >> nth=0", "12500000");
  await page.fill("#card .give input >> nth=1", "see the annex");
  await page.click("#card .give .main");
  await page.click("#source .h.p:not(.r) >> nth=0");
  await page.click("#card [data-do=strike]");
  await page.click("#source .h.o >> nth=0");
  await page.click("#card [data-do=merge]");
  await page.selectOption("#card .give select", { index: 0 });
  await page.click("#card .give .main");
  await page.click("#source .h.r >> nth=0");
  await page.click("#card [data-do=give]");
  await page.fill("#card .give input >> nth=0", "Minister of Water");
  await page.click("#card .give .main");
  await page.click("#tab-overview");
  await page.click("#whole");
  await page.click("#card [data-do=give]");
  await page.selectOption("#card .give select >> nth=1", "speech");
  await page.click("#card .give .main");
  // Words that no record has.
  await page.locator("#source .k > div", { hasText: "News release" }).dblclick({ position: { x: 90, y: 10 } });
  await page.click("#card [data-do=add]");
  await page.selectOption("#card .give select >> nth=0", "entity");
  await page.selectOption("#card .give select >> nth=1", "event");
  await page.click("#card .give .main");
  await page.click("#tab-review");
  assert.equal(await page.locator("#marks li").count(), 6);
  await page.fill("#who", "A. Reader");
  await page.locator("#who").blur();
  await shot(page, "review");
  const [file] = await Promise.all([page.waitForEvent("download"), page.click("#download")]);
  assert.equal(file.suggestedFilename(), "canada-kenya-water.txt.overrides.json");
  const { overrides } = JSON.parse(readFileSync(await file.path(), "utf8"));
  const read = record(pages, "canada-kenya-water");
  const source = Array.from(readFileSync(path.join(root, read.source.path), "utf8"));
  assert.deepEqual(overrides.map((one) => one.action), ["replace", "strike", "merge", "replace", "replace", "add"]);
  assert.deepEqual(overrides.map((one) => one.kind), ["amount", "mention", "entity", "role", "document", "entity"]);
  for (const one of overrides) {
    assert.equal(one.document, read.source.path);
    assert.equal(one.sha256, read.source.sha256);
    assert.equal(one.who, "A. Reader");
    assert.match(one.when, /^\d{4}-\d\d-\d\d$/);
    if (one.kind === "document") {
      assert.deepEqual(one.target, { selectors: [] });
      continue;
    }
    const [quote, position] = one.target.selectors;
    assert.equal(quote.type, "TextQuoteSelector");
    assert.equal(position.type, "TextPositionSelector");
    assert.equal(source.slice(position.start, position.end).join(""), quote.exact);
    assert.equal(source.slice(Math.max(0, position.start - 32), position.start).join(""), quote.prefix);
    assert.equal(source.slice(position.end, position.end + 32).join(""), quote.suffix);
  }
  const { start, end } = read.amounts[0].span;
  assert.deepEqual(overrides[0].target.selectors[1], { type: "TextPositionSelector", start, end });
  assert.deepEqual([overrides[0].kind, overrides[0].field, overrides[0].value, overrides[0].why], ["amount", "/value", "12500000", "see the annex"]);
  assert.equal(overrides[2].with.selectors.length, 2);
  assert.deepEqual([overrides[3].field, overrides[3].value, overrides[4].value], ["/title", "Minister of Water", "speech"]);
  assert.deepEqual(overrides[5].value, { kind: "event", name: overrides[5].target.selectors[0].exact });
  // What the page gives is what the program replays.
  const noted = path.join(work, "overrides.json");
  writeFileSync(noted, JSON.stringify({ overrides }));
  const replayed = convert("replayed", [read.source.path], ["--overrides", noted]);
  const after = record(replayed, "canada-kenya-water");
  assert.equal(after.overrides.length, overrides.length);
  assert.deepEqual(after.diagnostics.filter((one) => one.code === "override-stale"), []);
  assert.equal(after.amounts[0].value, "12500000");
  const again = await open(path.join(replayed, "canada-kenya-water.html"));
  await again.click("#tab-review");
  assert.equal(await again.locator("#applied-list li").count(), overrides.length);
  await again.click("#source .h.a >> nth=0");
  assert.match(await again.textContent("#card"), /value was 12000000; A. Reader, .*, see the annex/);
  await shot(again, "applied");
  await done(again);
  // What the browser keeps is there again, and can be cleared.
  await page.reload();
  assert.match(await page.textContent("#marked"), /6/);
  await page.click("#marked");
  await page.click("[data-back='0']");
  assert.equal(await page.locator("#marks li").count(), 5);
  await page.click("#clear");
  assert(await page.isDisabled("#download"));
  await done(page);
});

step("hostile words show as text", async () => {
  const name = readdirSync(own).find((one) => one.includes("hostile"));
  const page = await open(path.join(own, name));
  assert.equal(await page.evaluate(() => window.broken), undefined);
  assert.equal(await page.locator("img, base, style >> nth=1").count(), 0);
  const lines = await page.locator("#source .k > div").allTextContents();
  assert(lines[0].includes("</script><script>window.broken = 1</script>"), lines[0]);
  assert.equal(await page.locator("#source i.u").count(), Array.from(HOSTILE).filter((sign) => /[\u202c\u202e\u2066\u2069\u2028\u200f\u{e0041}]/u.test(sign)).length);
  for (const kind of await page.locator("#kind option").evaluateAll((options) => options.map((one) => one.value))) {
    await page.click("#tab-table");
    await page.selectOption("#kind", kind);
  }
  await page.click("#source .h >> nth=0");
  // Should markup come past the escapes: the policy lets none of it act.
  const before = page.heard.length;
  await page.evaluate(() => {
    const element = document.createElement("div");
    const script = document.createElement("script");
    const tries = [
      () => element.setAttribute("onclick", "window.broken = 4"),
      () => { script.textContent = "window.broken = 5"; },
      () => script.append("window.broken = 6"),
      () => { element.innerHTML = "<img src=x onerror='window.broken = 7'>"; },
      () => document.body.append(element, script),
      () => element.click(),
    ];
    for (const one of tries) try { one(); } catch { /* refused */ }
  });
  await page.waitForTimeout(100);
  assert.equal(await page.evaluate(() => window.broken), undefined);
  assert(page.heard.length > before, "the policy tells what it refused");
  page.heard.length = before;
  await done(page);
  const index = await open(path.join(own, "index.html"));
  await index.click(`a[href*=hostile]`);
  assert.match(index.url(), /hostile/);
  assert.deepEqual(index.heard.filter((one) => !one.includes("hostile")), []);
  await index.context().close();
});

step("the index finds, chooses and sorts", async () => {
  const page = await open(path.join(pages, "index.html"));
  const all = await page.locator(".documents tbody tr").count();
  assert.equal(all, texts.length);
  await page.fill("#find", "kenya");
  const some = await page.locator(".documents tbody tr:visible").count();
  assert(some > 0 && some < all);
  await page.fill("#find", "");
  await page.click("th button:has-text('Items')");
  const counts = (await page.locator(".documents tbody td[data-name=Items]").allTextContents()).map(Number);
  assert.deepEqual(counts, [...counts].sort((a, b) => b - a));
  await shot(page, "index");
  await done(page);
});

step("a checker of accessibility has no objection", async () => {
  const dark = { colorScheme: "dark" };
  const narrow = { viewport: { width: 400, height: 800 } };
  for (const file of [release, plan, path.join(pages, "index.html")]) {
    for (const options of [{}, dark, narrow]) await accessible(file, options);
  }
  for (const options of [{}, dark]) {
    await accessible(release, options, async (page) => {
      await page.click("#source .h.p:not(.r) >> nth=0");
      await page.click("#card [data-do=row]");
      await page.click("#card [data-do=give]");
    });
    await accessible(plan, options, async (page) => { await page.keyboard.press("n"); await page.click("#tab-findings"); });
    await accessible(plan, options, async (page) => { await page.keyboard.press("j"); await page.keyboard.press("x"); await page.click("#tab-review"); });
  }
});

step("a paper of 1 MB", async () => {
  const file = path.join(own, "large.html");
  const begun = performance.now();
  const page = await open(file);
  const opened = performance.now() - begun;
  const timed = async (run) => { const from = performance.now(); await run(); return `${Math.round(performance.now() - from)} ms`; };
  const marked = await page.locator("#source .h").count();
  const look = await timed(async () => { await page.fill("#query", "minister"); await page.press("#query", "Enter"); });
  const table = await timed(async () => { await page.click("#tab-table"); await page.selectOption("#kind", "e"); });
  const next = await timed(async () => { await page.focus("#text"); await page.keyboard.press("n"); });
  const mark = await timed(async () => { await page.keyboard.press("j"); });
  await done(page);
  const size = (statSync(file).size / 1e6).toFixed(1);
  return `${size} MB, ${marked} marks, open ${Math.round(opened)} ms, search ${look}, table ${table}, next finding ${next}, next record ${mark}`;
});

step("pictures", async () => {
  if (!shots) return "not asked for";
  const kinds = { light: {}, dark: { colorScheme: "dark" }, narrow: { viewport: { width: 400, height: 800 } } };
  for (const [name, options] of Object.entries(kinds)) {
    const page = await open(plan, options);
    if (name !== "narrow") await page.keyboard.press("n");
    await shot(page, name);
    await done(page);
  }
});

let failed = 0;
for (const [name, run] of steps) {
  try {
    const words = await run();
    console.log(`ok      ${name}${words ? `: ${words}` : ""}`);
  } catch (error) {
    failed += 1;
    console.log(`FAILED  ${name}\n${error.stack ?? error}`);
  }
}
await browser.close();
process.exit(failed === 0 ? 0 : 1);
