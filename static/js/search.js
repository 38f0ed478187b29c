// The search of the documentation, from any page: Ctrl K or the field in the header open it, "/" too where no navigation
// waits to be filtered. Arrows go through what was found, Enter opens the first or the chosen one.

const dialog = document.querySelector("#search-dialog");
const input = document.querySelector("#search-q");
const place = dialog ?? document.querySelector(".search-page");

function open() {
  if (dialog && !dialog.open) dialog.showModal();
  input.focus();
  input.select();
}

document.querySelector(".search-open")?.addEventListener("click", (event) => {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  open();
});

document.addEventListener("keydown", (event) => {
  if (event.defaultPrevented || !input) return;
  const command = event.ctrlKey || event.metaKey;
  const isSearch = command && event.key.toLowerCase() === "k";
  const isSlash = !command && !event.altKey && event.key === "/" && !document.querySelector("#nav-search")
    && !event.target.closest("input:not([type=radio], [type=checkbox]), textarea, select, dialog");
  if (!isSearch && !isSlash) return;
  event.preventDefault();
  open();
});

// Outside of the dialog is its backdrop.

dialog?.addEventListener("click", (event) => {
  if (event.target === dialog) dialog.close();
});

function step(from, by) {
  const hits = [...place.querySelectorAll(".hit")];
  const next = hits[hits.indexOf(from) + by] ?? (by > 0 ? from : input);
  next.focus();
}

place?.addEventListener("keydown", (event) => {
  if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
  const hit = event.target.closest(".hit");
  if (event.target !== input && !hit) return;
  if (event.key === "ArrowDown") step(event.target, 1);
  else if (event.key === "ArrowUp" && hit) step(event.target, -1);
  else if (event.key === "Enter" && event.target === input && isFor(input.value)) place.querySelector(".hit").click();
  else if (hit && event.key.length === 1 && event.key !== " ") {
    // Typing goes on in the field.
    input.focus();
    return;
  } else return;
  event.preventDefault();
});

// Whether what is listed was found for what stands in the field; else Enter asks for the page of results.

function isFor(query) {
  return place.querySelector("#search-found")?.dataset.query === query && place.querySelector(".hit");
}
