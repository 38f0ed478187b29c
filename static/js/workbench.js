// What HTML and the server cannot do on this page: keys, the filter as one types, names of chosen files, and showing
// the response when it begins. No state is kept here: everything that counts stands in the form.

const $ = (selector, root = document) => root.querySelector(selector);
const composer = $("#composer");
const result = $("#result");

// The result pane follows what the response says of itself.

function follow() {
  const response = $("#response");
  const state = response?.dataset.runState ?? "idle";
  if (result.dataset.state !== state) result.dataset.state = state;
  const running = state === "running";
  // The address knows the run, so that a reload finds it and goes on; of one that is over, after its answer is painted.
  if (response?.dataset.run) setTimeout(remember, running ? 0 : 50, response.dataset.run);
  for (const button of document.querySelectorAll("#send, #send-foot")) {
    button.classList.toggle("running", running);
  }
}

/** Which saved request is in the form, for the address. */
function saved() {
  const key = $('#kept [name="saved"]')?.value;
  return key ? `&saved=${key}` : "";
}

// Never at once: the browser takes its time to write an address.
function remember(run) {
  const search = `?run=${run}${saved()}`;
  if ($("#response")?.dataset.run === run && location.search !== search) history.replaceState(null, "", search);
}

new MutationObserver(follow).observe($(".pane-response"), {
  childList: true, subtree: true, attributes: true, attributeFilter: ["data-run-state"],
});

// What is switched inside the response is no change of the request.

$(".pane-response").addEventListener("input", (event) => event.stopPropagation());

function show(pane) {
  const radio = $(`input[name="pane"][value="${pane}"]`);
  if (!radio.checked) radio.checked = true;
}

// From the click on it runs, and not only from the server's word on: an answer that is there at once comes without one.

const sends = (detail) => detail.pathInfo.requestPath.endsWith("/send/");

document.body.addEventListener("htmx:beforeRequest", (event) => {
  if (!sends(event.detail)) return;
  show("response");
  result.dataset.state = "running";
});

document.body.addEventListener("htmx:afterRequest", (event) => {
  if (sends(event.detail)) follow();
});

// The response before goes at once: htmx would take leave of each of its elements one by one. None of them listens to
// anything outside of it; its root, which may hold a connection, is left to htmx.

document.body.addEventListener("htmx:beforeSwap", ({ detail }) => {
  if (detail.shouldSwap && detail.target.id === "response" && sends(detail)) detail.target.replaceChildren();
});

// An answer never replaces what the person is typing in: it is asked for again when they are done. What is the same
// stays, and of the raw body the text alone is taken: its box, with the editor in it, is not built anew.

document.body.addEventListener("htmx:oobBeforeSwap", (event) => {
  const { target, fragment } = event.detail;
  if (target.closest("#response")) return;  // pieces of a stream are always new
  const fresh = fragment.firstElementChild;
  if (fresh?.id !== target.id) return; // its content is swapped, or added to
  if (target.id === "body-text-box") takeText($("textarea", target), $("textarea", fresh));
  else if (isTypedIn(target)) owed = true;
  else if (!isSame(target, fresh)) return;
  event.detail.shouldSwap = false;
});

let owed = false;

composer.addEventListener("focusout", () => {
  // A click that ends the typing comes first, and asks for itself; an open list of choices is not taken away.
  setTimeout(() => {
    if (!owed || acting || document.activeElement.matches("select")) return;
    owed = false;
    htmx.trigger("#main", "redraw");
  }, 200);
});

function isTypedIn(target) {
  const active = document.activeElement;
  const typing = active && active.matches("input:not([type=radio], [type=checkbox], [type=file], [type=range]), textarea, .editor-host");
  return typing && target.contains(active) && !target.matches("#problems, #problem-list");
}

// A press of a button is answered before anything newer is asked for: a keystroke waits, and so does the next press,
// whose button may be drawn anew meanwhile. Without a press in between, a keystroke replaces the one before.

const pressed = (event) => event.detail.elt.name === "action" && event.detail.pathInfo.requestPath.endsWith("/live/");
const presses = [];
let acting = false;

function act(now) {
  acting = now;
  $("#main").setAttribute("hx-sync", now ? "this:queue last" : "this:replace");
}

document.body.addEventListener("htmx:beforeRequest", (event) => {
  if (pressed(event)) act(true);
});

document.body.addEventListener("htmx:afterRequest", (event) => {
  if (!acting || !pressed({ detail: { ...event.detail, elt: event.detail.requestConfig.elt } })) return;
  act(false);
  // Once htmx has put this request away.
  setTimeout(() => { if (!acting) again(presses.shift()); });
});

const again = (value) => value && $(`[name=action][hx-post][value="${CSS.escape(value)}"]`)?.click();

document.addEventListener("click", (event) => {
  const button = acting && event.target.closest?.("[name=action][hx-post]");
  if (!button) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  presses.push(button.value);
}, { capture: true });

// What was asked for an older text is not drawn over a newer answer.

document.body.addEventListener("htmx:oobBeforeSwap", (event) => {
  if (event.detail.target.id === "problems") htmx.trigger(event.detail.target, "htmx:abort");
});

// What a person typed in a field is no attribute of it: fields are always drawn again.
function isSame(target, fresh) {
  return !$("input, textarea, select", fresh) && target.isEqualNode(fresh);
}

function takeText(textarea, fresh) {
  if (isTypedIn(textarea.parentElement)) return;
  textarea.value = fresh.value;
}

// The row of languages is drawn anew with the code: the chosen one stays in sight.

document.body.addEventListener("htmx:oobAfterSwap", (event) => {
  if (event.detail.target.id === "code") $(".language:has(:checked)")?.scrollIntoView({ inline: "nearest", block: "nearest" });
});

document.body.addEventListener("htmx:configRequest", (event) => {
  const parameters = event.detail.parameters;
  if (!/\/(live|problems|draft)\/$/.test(event.detail.path)) return;
  // Files travel once, when the request is sent.
  for (const [name, value] of [...parameters.entries?.() ?? []]) {
    if (value instanceof File) parameters.delete(name);
  }
});

// A value that differs from the documented one is marked while it is typed; the server marks it too.

composer.addEventListener("input", (event) => {
  const input = event.target;
  if (input.dataset?.documented !== undefined) {
    input.closest(".row").classList.toggle("differs", input.value !== input.dataset.documented);
  }
});

// An address that stands in full belongs to no server of the list.

$("#url").addEventListener("input", (event) => {
  const server = $("#server");
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(event.target.value)) server.value = "custom";
});

// What was shared is shown in a dialog; Escape closes it.

document.body.addEventListener("htmx:afterSwap", (event) => {
  const dialog = event.target.id === "share-box" && $("dialog", event.target);
  if (!dialog || dialog.matches(":modal")) return;
  dialog.close();
  dialog.showModal();
  $("input[readonly]", dialog)?.select();
});

// Names without a value are marked in the fields that use them.

function markMissing() {
  const names = [...document.querySelectorAll("[data-testid=missing-variable]")].map((item) => item.dataset.name);
  const pattern = names.length && new RegExp(`\\{\\{\\s*(?:${names.map((name) => name.replace(/[.$-]/g, "\\$&")).join("|")})\\s*\\}\\}`);
  for (const input of composer.querySelectorAll("input.input, textarea.input")) {
    input.classList.toggle("has-unset", Boolean(pattern) && pattern.test(input.value));
  }
}

document.body.addEventListener("htmx:afterRequest", markMissing);

// The editor marks the problems that the list holds.

document.body.addEventListener("htmx:afterRequest", () => {
  const marks = $("#problems")?.dataset.marks;
  const body = $("#body-json");
  if (body && marks !== undefined && body.dataset.problems !== marks) body.dataset.problems = marks;
});

// Files

document.addEventListener("change", (event) => {
  const input = event.target;
  if (input.matches?.("input[type=file][data-names]")) {
    const name = input.closest("form").elements.namedItem(input.dataset.names);
    name.value = input.files[0]?.name ?? "";
    name.dispatchEvent(new Event("input", { bubbles: true }));
  }
  if (input.matches?.("input[type=file][data-file-for]") && input.files[0]) readInto(input);
  if (input.matches?.("#method")) input.dataset.method = input.value;
});

// A file for a place in the JSON travels as a data URL with the next keystroke, and the server writes it as its schema asks.

function readInto(input) {
  const reader = new FileReader();
  const file = input.files[0];
  reader.addEventListener("load", () => {
    const { fileFor } = input.dataset;
    for (const [name, value] of [[`file:${fileFor}`, reader.result], [`file-name:${fileFor}`, file.name]]) {
      const hidden = Object.assign(document.createElement("input"), { type: "hidden", name, value });
      input.before(hidden);
    }
    input.value = "";
    document.activeElement.blur();
    input.dispatchEvent(new Event("input", { bubbles: true }));
  });
  reader.readAsDataURL(file);
}

// What a held file looks like: its content stands in the body alone.

function showHeld() {
  const places = document.querySelectorAll(".held-look:empty");
  if (!places.length) return;
  let body;
  try {
    body = JSON.parse($("#body-json").value);
  } catch {
    return;
  }
  for (const place of places) {
    const steps = place.dataset.held.split("/").slice(1).map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));
    const above = steps.slice(0, -1).reduce((value, step) => value?.[step], body);
    const content = above?.[steps.at(-1)] ?? "";
    const type = above?.media_type ?? above?.mimeType ?? "";
    const url = content.startsWith("data:") ? content : `data:${type};base64,${content}`;
    if (!url.startsWith("data:image/")) continue;
    place.append(Object.assign(new Image(), { src: url, alt: "" }));
  }
}

document.body.addEventListener("htmx:afterRequest", showHeld);
showHeld();

// Beside an input there may be another way to say the same: a slider, a calendar. It writes into the input.

composer.addEventListener("input", (event) => {
  const other = event.target;
  if (other.dataset?.writes) {
    const value = other.type === "datetime-local" && other.value ? new Date(other.value).toISOString() : other.value;
    document.getElementById(other.dataset.writes).value = value;
  } else if (other.id?.startsWith("at-") && other.value !== "" && Number.isFinite(Number(other.value))) {
    const slider = $(`.slider[data-writes="${CSS.escape(other.id)}"]`);
    if (slider) slider.value = other.value;
  }
});

// An editor inside a control marks the problems of its part of the body.

function tellEditors() {
  const marks = JSON.parse($("#problems")?.dataset.marks || "[]");
  for (const input of document.querySelectorAll("#controls [data-testid=control][data-holds]")) {
    const { pointer } = input.dataset;
    const here = marks.filter((mark) => mark.pointer === pointer || mark.pointer.startsWith(`${pointer}/`));
    const inside = JSON.stringify(here.map((mark) => ({ ...mark, pointer: mark.pointer.slice(pointer.length) })));
    if (input.dataset.problems !== inside) input.dataset.problems = inside;
  }
}

document.body.addEventListener("htmx:afterRequest", tellEditors);
tellEditors();

// What was folded stays folded when it is drawn anew.

const folded = new Set();

document.addEventListener("toggle", (event) => {
  const place = event.target.dataset?.remember;
  if (place !== undefined) folded[event.target.open ? "delete" : "add"](place);
}, true);

// A menu that is open stays open while an answer comes in; what was chosen in it closes it.

const menu = (details) => $("[name=action]", details)?.value.replace(/\/[^/]*$/, "");
let opened = [];

document.body.addEventListener("htmx:oobBeforeSwap", (event) => {
  if (event.detail.target.id !== "controls") return;
  opened = acting ? [] : [...document.querySelectorAll("#controls .add-property[open]")].map(menu);
});

document.body.addEventListener("htmx:oobAfterSwap", (event) => {
  if (event.detail.target.id !== "controls") return;
  for (const details of document.querySelectorAll("details[data-remember]")) {
    if (folded.has(details.dataset.remember)) details.open = false;
  }
  for (const details of document.querySelectorAll("#controls .add-property")) {
    if (opened.includes(menu(details))) details.open = true;
  }
});

// Navigation: filter as one types. The search form does the same without a script.

const search = $("#nav-search");

function filter() {
  const wanted = search.value.trim().toLowerCase();
  let found = 0;
  for (const link of document.querySelectorAll(".nav-tree a[data-find]")) {
    const hit = !wanted || link.dataset.find.includes(wanted);
    link.parentElement.hidden = !hit;
    found += hit;
  }
  for (const group of [...document.querySelectorAll(".nav-tree details")].reverse()) {
    const some = [...group.querySelectorAll(":scope > ul > li")].some((item) => !item.hidden);
    group.parentElement.hidden = !some;
    if (wanted) {
      group.dataset.wasOpen ??= String(group.open);
      group.open = some;
    } else if (group.dataset.wasOpen) {
      group.open = group.dataset.wasOpen === "true";
      delete group.dataset.wasOpen;
    }
  }
  $(".nav-none").hidden = found > 0;
}

// Of a large description the server filters.

if (search.hasAttribute("hx-get")) {
  document.body.addEventListener("htmx:afterSettle", () => { $(".nav-none").hidden = Boolean($(".nav-tree a")); });
} else {
  search.addEventListener("input", filter);
}

// With the first frame, not before: to scroll, the browser has to have drawn the page.
requestAnimationFrame(() => $(".nav-tree [aria-current]")?.scrollIntoView({ block: "center" }));

// Send from the foot, and Stop where something runs

function send() {
  const stop = $('[data-testid="stop"]');
  if (result.dataset.state === "running" && stop) stop.click();
  else $("#send").click();
}

// A form without places for files is read faster the short way, unless its body is so long that escaping it costs more.

document.addEventListener("click", (event) => {
  const button = event.target.closest?.("#send");
  if (!button) return;
  const long = ($("[name=body]", composer)?.value.length ?? 0) > 100_000;
  const files = [...composer.elements].some((input) => input.type === "file" && input.name);
  button.setAttribute("hx-encoding", long || files ? "multipart/form-data" : "application/x-www-form-urlencoded");
}, { capture: true });

// Where something runs, the button is Stop; it has to hear of the click before htmx does.

document.addEventListener("click", (event) => {
  if (!event.target.closest?.("#send") || result.dataset.state !== "running") return;
  const stop = $('[data-testid="stop"]');
  if (!stop) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  stop.click();
}, { capture: true });

$("#send-foot").addEventListener("click", (event) => {
  event.preventDefault();
  send();
  window.scrollTo(0, 0);
});

composer.addEventListener("submit", (event) => {
  // Enter in a field sends; the buttons of htmx have seen to their own requests before.
  if (!event.submitter || event.submitter.tabIndex === -1) {
    event.preventDefault();
    send();
  }
});

// Keys

let waiting = "";

function press(radio) {
  if (!radio) return;
  radio.checked = true;
  radio.dispatchEvent(new Event("input", { bubbles: true }));
}

const plain = {
  "/": () => search.focus(),
  "?": () => $("#keys").showModal(),
  c: () => $('[data-testid="copy"]')?.click(),
  g: () => { waiting = "g"; setTimeout(() => { waiting = ""; }, 1000); },
  h: () => { if (waiting === "g") $(".nav-history h2 a").click(); },
};

document.addEventListener("keydown", (event) => {
  if (event.defaultPrevented) return;
  const command = event.ctrlKey || event.metaKey;
  if (command && event.key === "Enter") {
    event.preventDefault();
    send();
    return;
  }
  if (command || event.altKey || event.target.closest("input:not([type=radio], [type=checkbox]), textarea, select, .editor-host, dialog")) return;
  const digit = /^Digit([1-5])$/.exec(event.code);
  if (digit) {
    const group = event.shiftKey ? 'input[name="pane"]:not([value="request"])' : 'input[name="tab"]';
    press(document.querySelectorAll(group)[Number(digit[1]) - 1]);
    return;
  }
  const action = plain[event.key];
  if (action) {
    event.preventDefault();
    action();
  }
});

follow();
markMissing();

// The editor is large, and the page is usable without: it comes when everything else has been shown.

const script = $("#main").dataset.editorScript;
if (script) addEventListener("load", () => (window.requestIdleCallback ?? setTimeout)(() => import(script)));
