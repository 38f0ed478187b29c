// What is typed is kept as a draft, once a second at most, by a small request of its own: #kept says what became of it.

const composer = document.querySelector("#composer");
const LARGE = 200_000;
let timer = null;
let busy = false;
let ended = false;

const kept = () => document.querySelector("#kept");
const ours = (event, path) => event.detail.pathInfo?.requestPath.endsWith(path);

/** What says where one looks, and what names a request to be saved, is no change of the request. */
function counts(input) {
  return !input.closest?.("#save-menu, #kept") && !["tab", "pane", "target", "secrets", "native"].includes(input.name);
}

function later() {
  const large = (document.querySelector("#body-json")?.value.length ?? 0) > LARGE;
  timer ??= setTimeout(keep, large ? 5000 : 1000);
}

function keep() {
  timer = null;
  if (ended) return;
  if (busy) later();
  else window.htmx.trigger(kept(), "keep");
}

document.querySelector("#main").addEventListener("input", (event) => {
  if (counts(event.target)) later();
});

// Rows that are added and removed, examples and the like come by a button.

document.body.addEventListener("htmx:beforeRequest", (event) => {
  if (ours(event, "/draft/")) busy = true;
});

document.body.addEventListener("htmx:afterRequest", (event) => {
  if (ours(event, "/draft/")) busy = false;
  const { address } = kept().dataset;
  if (ours(event, "/save/") && address) history.replaceState(null, "", address);
  const button = event.detail.requestConfig?.triggeringEvent?.submitter ?? event.detail.elt;
  if (ours(event, "/live/") && button?.name === "action") later();
});

// A name to save under is no keystroke of the request; and the box closes once it is saved.

composer.addEventListener("input", (event) => {
  if (event.target.closest?.("#save-menu")) event.stopPropagation();
});

// A page that is left a moment after the last keystroke sends it on its way out.

function leave() {
  if (timer === null || ended) return;
  clearTimeout(timer);
  timer = null;
  const data = new FormData(composer);
  for (const [name, value] of [...data]) if (value instanceof File) data.delete(name);
  const body = new URLSearchParams(data);
  fetch(kept().getAttribute("hx-post"), { method: "POST", body, keepalive: body.toString().length < 60_000 }).catch(() => {});
}

document.addEventListener("visibilitychange", () => { if (document.visibilityState === "hidden") leave(); });
addEventListener("pagehide", leave);

// What is discarded stays so.

composer.addEventListener("submit", (event) => {
  if (event.submitter?.name === "draft" || event.submitter?.name === "save") ended = true;
});
