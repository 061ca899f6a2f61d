// What every page has: elements by their ids, and the colours: as the system, light or dark, kept where the browser lets.

const byId = (id) => document.getElementById(id);
const root = document.documentElement;
const THEMES = ["system", "light", "dark"];

function setTheme(name) {
  if (name === "system") delete root.dataset.theme;
  else root.dataset.theme = name;
  byId("theme").textContent = `Colours: ${name}`;
}

function nextTheme() {
  const name = THEMES[(THEMES.indexOf(root.dataset.theme ?? "system") + 1) % THEMES.length];
  setTheme(name);
  try {
    localStorage.setItem("rapporteur:colours", name);
  } catch { /* it is kept for this page alone */ }
}

try {
  const kept = localStorage.getItem("rapporteur:colours");
  if (THEMES.includes(kept)) setTheme(kept);
} catch { /* nothing is kept */ }
byId("theme").addEventListener("click", nextTheme);
