// Keys of the history: j and k move, x chooses, Shift and a click choose all between, / searches.

const form = document.querySelector("[data-history]");
const links = () => [...form.querySelectorAll(".history-item > a")];
const boxes = () => [...form.querySelectorAll(".history-item input[name=run]")];
const current = () => document.activeElement?.closest?.(".history-item");

function move(by) {
  const all = links();
  const at = all.findIndex((link) => link.parentElement === current());
  const next = all[at < 0 ? 0 : Math.min(all.length - 1, Math.max(0, at + by))];
  next?.focus();
  next?.scrollIntoView({ block: "nearest" });
}

const keys = {
  j: () => move(1),
  k: () => move(-1),
  x: () => current()?.querySelector("input[name=run]")?.click(),
  "/": () => document.querySelector("#history-search")?.focus(),
};

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
  if (event.target.matches("input:not([type=checkbox]), select, textarea")) return;
  const action = keys[event.key];
  if (!action) return;
  // Before the keys of every page: here, / searches the history.
  event.preventDefault();
  event.stopImmediatePropagation();
  action();
}, { capture: true });

let last = null;
form?.addEventListener("click", (event) => {
  const box = event.target;
  if (!box.matches?.("input[name=run]")) return;
  const all = boxes();
  const [from, to] = [all.indexOf(last), all.indexOf(box)].sort((a, b) => a - b);
  if (event.shiftKey && from >= 0) for (const between of all.slice(from, to + 1)) between.checked = box.checked;
  last = box;
});
