// `{{name}}` in the fields of the form: completion while typing, the value on hover, colour. The names are asked for when
// they are first needed; the code editor gets them by an attribute of its textarea.

const NAMES = document.querySelector("#composer")?.dataset.names;
const OPEN = /\{\{\s*([\p{L}\p{N}_.$-]*)$/u;
const EVERY = /\{\{\s*([\p{L}_$][\p{L}\p{N}_.-]*)(?:[ \t][^{}]*)?(?:\{\{[^{}]*\}\}[^{}]*)*\}\}/gu;
const FIELDS = "#composer input.input:not([type=password]), #composer textarea.input";

let asked = null;

function names() {
  asked ??= fetch(NAMES, { headers: { Accept: "application/json" } }).then((answer) => (answer.ok ? answer.json() : {}), () => ({}));
  return asked;
}

async function tellEditors() {
  const known = JSON.stringify(await names());
  for (const textarea of document.querySelectorAll("textarea[data-editor]")) {
    if (textarea.dataset.knownVariables !== known) textarea.dataset.knownVariables = known;
  }
}

const said = (about) => [about.value, about.from].filter(Boolean).join(" · ");

// Colour, and the values on hover.

async function mark(field) {
  const found = [...field.value.matchAll(EVERY)].map((match) => match[1]);
  field.classList.toggle("has-variable", found.length > 0);
  if (!found.length) {
    if (field.dataset.named) field.removeAttribute("title");
    delete field.dataset.named;
    field.classList.remove("has-secret");
    return;
  }
  const known = await names();
  field.classList.toggle("has-secret", found.some((name) => known[name]?.secret));
  field.title = [...new Set(found)].map((name) => `{{${name}}}  ${known[name] ? said(known[name]) : "—"}`).join("\n");
  field.dataset.named = "true";
}

document.addEventListener("pointerover", (event) => {
  if (event.target.matches?.(FIELDS)) mark(event.target);
});

// Completion: a list below the field, as the combobox pattern of ARIA has it.

const list = document.createElement("ul");
list.id = "variable-names";
list.className = "completion";
list.setAttribute("role", "listbox");
list.hidden = true;
document.body.append(list);
let field = null;
let chosen = 0;

function close() {
  list.hidden = true;
  field?.removeAttribute("aria-controls");
  field?.removeAttribute("aria-activedescendant");
  field = null;
}

function choose(index) {
  chosen = (index + list.children.length) % list.children.length;
  for (const [place, item] of [...list.children].entries()) item.setAttribute("aria-selected", String(place === chosen));
  const item = list.children[chosen];
  item.scrollIntoView({ block: "nearest" });
  field.setAttribute("aria-activedescendant", item.id);
}

function option(name, about, index) {
  const item = document.createElement("li");
  item.id = `variable-name-${index}`;
  item.setAttribute("role", "option");
  item.dataset.name = name;
  const label = document.createElement("code");
  label.textContent = name;
  const detail = document.createElement("span");
  detail.textContent = said(about);
  item.append(label, detail);
  return item;
}

async function offer(target) {
  const typed = target.selectionStart !== null && OPEN.exec(target.value.slice(0, target.selectionStart));
  if (!typed) return close();
  const known = await names();
  if (document.activeElement !== target) return close();
  const wanted = typed[1].toLowerCase();
  const found = Object.entries(known).filter(([name]) => name.toLowerCase().includes(wanted)).slice(0, 50);
  if (!found.length) return close();
  field = target;
  list.replaceChildren(...found.map(([name, about], index) => option(name, about, index)));
  list.hidden = false;
  const box = target.getBoundingClientRect();
  list.style.left = `${Math.max(4, Math.min(box.left, innerWidth - list.offsetWidth - 4))}px`;
  const below = box.bottom + list.offsetHeight < innerHeight;
  list.style.top = `${below ? box.bottom + 2 : box.top - list.offsetHeight - 2}px`;
  target.setAttribute("aria-controls", list.id);
  choose(0);
}

function take(name) {
  const end = field.selectionStart;
  const start = end - OPEN.exec(field.value.slice(0, end))[1].length;
  const closed = /^\s*\}\}/.test(field.value.slice(end));
  field.setRangeText(closed ? name : `${name}}}`, start, end, "end");
  const written = field;
  close();
  written.dispatchEvent(new Event("input", { bubbles: true }));
}

document.addEventListener("input", (event) => {
  if (!event.target.matches?.(FIELDS)) return;
  mark(event.target);
  offer(event.target);
});

document.addEventListener("keydown", (event) => {
  if (list.hidden || event.target !== field || event.ctrlKey || event.metaKey) return;
  const keys = {
    ArrowDown: () => choose(chosen + 1),
    ArrowUp: () => choose(chosen - 1),
    Enter: () => take(list.children[chosen].dataset.name),
    Tab: () => take(list.children[chosen].dataset.name),
    Escape: close,
  };
  if (!keys[event.key]) return;
  event.preventDefault();
  event.stopPropagation();
  keys[event.key]();
}, { capture: true });

list.addEventListener("pointerdown", (event) => {
  event.preventDefault();
  const item = event.target.closest("li");
  if (item) take(item.dataset.name);
});

document.addEventListener("focusout", close);
document.addEventListener("scroll", close, { capture: true, passive: true });

// What changes the names: another environment, a value that was kept or forgotten.

document.body.addEventListener("htmx:afterRequest", (event) => {
  const path = event.detail.pathInfo?.requestPath ?? "";
  const action = event.detail.requestConfig?.parameters?.get?.("action") ?? "";
  if (!String(action).startsWith("environment:") && !/\/(send|forget|values)\/?$/.test(path)) return;
  asked = null;
  if (document.querySelector("textarea[data-known-variables]")) tellEditors();
});

document.addEventListener("focusin", (event) => {
  if (event.target.matches?.(".editor-host, textarea[data-editor]")) tellEditors();
});
