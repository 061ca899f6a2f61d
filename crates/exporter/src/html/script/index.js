// The index of a batch: find, choose a kind, sort. The rows are there without any of it.

const body = document.querySelector(".documents tbody");
const rows = Array.from(body.rows);
const words = rows.map((row) => row.cells[0].textContent.toLowerCase());

function filter() {
  const wanted = byId("find").value.trim().toLowerCase();
  const genre = byId("genre").value;
  let count = 0;
  rows.forEach((row, at) => {
    row.hidden = !(words[at].includes(wanted) && (genre === "" || row.dataset.genre === genre));
    if (!row.hidden) count += 1;
  });
  byId("shown").textContent = count === rows.length ? "" : `${count} of ${rows.length}`;
}

function sort(head) {
  const at = head.cellIndex;
  const number = head.classList.contains("number");
  const down = head.getAttribute("aria-sort") === "ascending" || (number && !head.hasAttribute("aria-sort"));
  for (const other of head.parentElement.cells) other.removeAttribute("aria-sort");
  head.setAttribute("aria-sort", down ? "descending" : "ascending");
  const value = (row) => {
    const cell = row.cells[at];
    return number ? Number(cell.dataset.sort ?? cell.textContent) : cell.textContent.toLowerCase();
  };
  const order = (a, b) => (number ? value(a) - value(b) : value(a) < value(b) ? -1 : value(a) > value(b) ? 1 : 0);
  body.append(...[...rows].sort((a, b) => (down ? order(b, a) : order(a, b))));
}

byId("find").addEventListener("input", filter);
byId("genre").addEventListener("change", filter);
document.querySelector(".documents thead").addEventListener("click", (event) => {
  const head = event.target.closest("th");
  if (head) sort(head);
});
