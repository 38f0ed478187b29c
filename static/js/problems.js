// Each problem of the request stands beside its control too, and "go there" opens what hides the control.
//
// The lists are the server's: `[data-mark]` with `data-group` (body, or a group of rows) and `data-pointer`. Here only
// copies are placed, so that a keystroke's answer need not draw the controls anew.

const composer = document.querySelector("#composer");
const TABS = { body: "body", form: "body", part: "body", header: "headers" };

const escaped = (name) => name.replaceAll("~1", "/").replaceAll("~0", "~");

function inBody(pointer) {
  // What is missing has no control: its parent speaks for it.
  for (let at = pointer; ; at = at.slice(0, at.lastIndexOf("/"))) {
    const control = composer.querySelector(`[data-testid="control"][data-pointer="${CSS.escape(at)}"]`);
    if (control) return control;
    const group = composer.querySelector(`details[data-remember="${CSS.escape(at)}"] > summary`);
    if (group) return group;
    if (!at.includes("/")) return null;
  }
}

function inRows(group, pointer) {
  const name = escaped(pointer.split("/")[1] ?? "");
  const same = group === "header" ? (text) => text.toLowerCase() === name.toLowerCase() : (text) => text === name;
  for (const row of composer.querySelectorAll(`[data-testid="${group}-row"]`)) {
    if (same(row.querySelector('input[name$=".name"]').value)) return row.querySelector('input[name$=".value"]');
  }
  return null;
}

const find = ({ group, pointer }) => (group === "body" ? inBody(pointer) : inRows(group, pointer));

function place(item) {
  const control = find(item.dataset);
  const box = control?.closest(".control, .row");
  if (!box || item.hidden) return;
  const beside = document.createElement("p");
  beside.className = "problem beside";
  beside.id = `beside-${composer.querySelectorAll(".beside").length}`;
  beside.textContent = (item.querySelector(".problem-said") ?? item).textContent.trim();
  if (control.tagName === "SUMMARY") control.after(beside);
  else {
    (control.closest(".control-input") ?? box).append(beside);
    control.setAttribute("aria-invalid", "true");
    control.setAttribute("aria-errormessage", beside.id);
  }
}

let [shown, placed] = ["", 0];

function placeAll() {
  const items = [...document.querySelectorAll("[data-mark]")];
  const now = items.map((item) => item.hidden ? "" : item.dataset.group + item.dataset.pointer + item.textContent).join("\n");
  const drawn = composer.querySelector(".control-problem"); // by the server, for those without a script
  if (now === shown && !drawn && composer.querySelectorAll(".beside").length === placed) return;
  for (const old of composer.querySelectorAll(".beside, .control-problem")) old.remove();
  for (const control of composer.querySelectorAll("[aria-errormessage]")) {
    control.removeAttribute("aria-invalid");
    control.removeAttribute("aria-errormessage");
  }
  items.forEach(place);
  [shown, placed] = [now, composer.querySelectorAll(".beside").length];
}

function open(control, group) {
  const tab = composer.querySelector(`input[name="tab"][value="${TABS[group] ?? "parameters"}"]`);
  if (tab && !tab.checked) tab.click();
  const phone = document.querySelector('input[name="pane"][value="request"]');
  if (phone?.offsetParent) phone.click();
  const hidden = control?.closest(".controls");
  if (hidden && !hidden.offsetParent) composer.querySelector('input[name="view"][value="both"]')?.click();
  for (let box = control?.closest("details"); box; box = box.parentElement.closest("details")) box.open = true;
}

document.addEventListener("click", (event) => {
  const link = event.target.closest?.("a[data-go]");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const { group, pointer } = link.closest("[data-pointer]").dataset;
  const control = find({ group, pointer });
  if (!control && group !== "body") return;
  event.preventDefault();
  open(control, group);
  link.closest("details.problem-menu")?.removeAttribute("open");
  const target = control ?? composer.querySelector("#body-json");
  target.focus({ preventScroll: true });
  target.scrollIntoView({ block: "center" });
});

// What the upstream said of a value is no longer about what stands there once it is changed.

composer.addEventListener("input", (event) => {
  for (const item of document.querySelectorAll("#advice [data-mark]")) {
    if (find(item.dataset) === event.target) item.hidden = true;
  }
});

placeAll();
for (const name of ["htmx:afterSettle", "htmx:afterRequest"]) document.body.addEventListener(name, placeAll);
