// The tree of saved requests is ordered by dragging, and by Alt and an arrow key; its buttons do the same without.

const tree = () => document.querySelector("#library-tree");
let dragged = null;

const level = (item) => item.querySelector(":scope > .library-level");
const row = (item) => item.querySelector(":scope > .library-row");

/** Where something would come to stand: in a folder, before a sibling or last. */
function placeAt(event) {
  const item = event.target.closest?.(".library-item, .library-level");
  if (!item || dragged.contains(item) && item !== dragged) return null;
  if (item.matches(".library-level")) return { folder: item.dataset.folder, before: "", mark: item, side: "into" };
  const box = row(item).getBoundingClientRect();
  const share = (event.clientY - box.top) / box.height;
  const same = item.dataset.kind === dragged.dataset.kind;
  if (item.dataset.kind === "folders" && (!same || (share > 0.3 && share < 0.7))) {
    return item === dragged ? null : { folder: item.dataset.id, before: "", mark: item, side: "into" };
  }
  if (!same || item === dragged) return null;
  const folder = item.parentElement.dataset.folder;
  if (share <= 0.5) return { folder, before: item.dataset.id, mark: item, side: "before" };
  let next = item.nextElementSibling;
  if (next === dragged) next = next.nextElementSibling;
  return { folder, before: next?.dataset.kind === item.dataset.kind ? next.dataset.id : "", mark: item, side: "after" };
}

function unmark() {
  for (const marked of document.querySelectorAll("[data-drop]")) delete marked.dataset.drop;
}

document.addEventListener("dragstart", (event) => {
  dragged = event.target.closest?.(".library-item");
  if (!dragged) return;
  event.dataTransfer.effectAllowed = "move";
  event.dataTransfer.setData("text/plain", dragged.dataset.id);
  dragged.classList.add("dragged");
});

document.addEventListener("dragover", (event) => {
  if (!dragged) return;
  const place = placeAt(event);
  unmark();
  if (!place) return;
  event.preventDefault();
  place.mark.dataset.drop = place.side;
});

document.addEventListener("dragend", () => {
  dragged?.classList.remove("dragged");
  dragged = null;
  unmark();
});

document.addEventListener("drop", (event) => {
  const place = dragged && placeAt(event);
  if (!place) return;
  event.preventDefault();
  move(dragged, { folder: place.folder, before: place.before });
});

function move(item, values) {
  const csrfmiddlewaretoken = tree().querySelector("[name=csrfmiddlewaretoken]").value;
  const { kind, id } = item.dataset;
  window.htmx.ajax("POST", `${location.pathname}${kind}/${id}/move`, {
    target: "#library-tree", swap: "outerHTML", values: { ...values, csrfmiddlewaretoken },
  });
}

// Alt and an arrow press the button of the row that has the focus, which keeps it.

document.addEventListener("keydown", (event) => {
  if (!event.altKey || !["ArrowUp", "ArrowDown"].includes(event.key)) return;
  const item = event.target.closest?.(".library-item");
  if (!item) return;
  event.preventDefault();
  const button = document.getElementById(`${event.key === "ArrowUp" ? "up" : "down"}-${item.dataset.id}`);
  button.focus();
  button.click();
});

// A folder that was added leaves the field for the next one.

document.body.addEventListener("htmx:afterRequest", (event) => {
  if (event.detail.successful && event.detail.elt.matches?.("[data-reset]")) event.detail.elt.reset();
});
