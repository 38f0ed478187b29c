// What was found, in what is shown beside the list: n and Shift n go from match to match, and rows of the tree are
// marked, also those that are opened later. The server marks what it draws as text.

const links = () => [...document.querySelectorAll("#response .found-list > li > a")];
const rows = () => document.querySelectorAll("#response .tree-row");
// The path of a row stands in its title, or in that of its summary.
const pathOf = (row) => row.title || row.querySelector(":scope > details > summary")?.title;

function mark() {
  const paths = links().map((link) => link.dataset.path).filter(Boolean);
  for (const row of rows()) {
    const path = pathOf(row);
    row.classList.toggle("is-found", paths.includes(path));
    row.classList.toggle("holds-found", paths.some((each) => each.startsWith(`${path}.`) || each.startsWith(`${path}[`)));
  }
}

// Shows where a match of the list stands, if it is in sight of the page.
function show(link) {
  for (const each of document.querySelectorAll("#response .is-current")) each.classList.remove("is-current");
  const marks = document.querySelectorAll(`#response .seen-panel mark[data-at="${link.dataset.at}"]`);
  const found = [...marks, ...[...rows()].filter((row) => link.dataset.path && pathOf(row) === link.dataset.path)];
  for (const each of found) each.classList.add("is-current");
  found.find((each) => each.checkVisibility())?.scrollIntoView({ block: "nearest" });
}

function step(by) {
  const all = links();
  const at = all.findIndex((link) => link.hasAttribute("aria-current"));
  const next = all[at < 0 && by < 0 ? all.length - 1 : (at + by + all.length) % all.length];
  next.focus();
  next.click();
}

document.addEventListener("click", (event) => {
  const link = event.target.closest?.("#response .found-list > li > a");
  if (!link) return;
  for (const each of links()) each.toggleAttribute("aria-current", each === link);
  show(link);
});

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.key.toLowerCase() !== "n" || !links().length) return;
  if (event.target.matches("input:not([type=checkbox], [type=radio]), select, textarea, [contenteditable]")) return;
  event.preventDefault();
  step(event.shiftKey ? -1 : 1);
});

document.body.addEventListener("htmx:afterSettle", mark);
mark();
