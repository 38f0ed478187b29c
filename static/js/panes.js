// The borders between the panes: dragged, or moved by the arrow keys, and remembered. A double click puts them back.

const root = document.documentElement;
const STEP = { navigation: 16, composer: 2 };
const NAMES = { navigation: "--nav-width", composer: "--composer-share" };
const UNITS = { navigation: "px", composer: "%" };
const gutters = [...document.querySelectorAll(".gutter")];
const YEAR = 365 * 24 * 3600;

const pane = (gutter) => gutter.dataset.pane;
const element = (gutter) => document.getElementById(gutter.getAttribute("aria-controls"));

/** Where the border stands now: pixels of the navigation, percent of the composer. */
function now(gutter) {
  const { width } = element(gutter).getBoundingClientRect();
  return Math.round(pane(gutter) === "navigation" ? width : (100 * width) / element(gutter).parentElement.clientWidth);
}

function at(gutter, x) {
  const { left } = element(gutter).getBoundingClientRect();
  return pane(gutter) === "navigation" ? x - left : (100 * (x - left)) / element(gutter).parentElement.clientWidth;
}

function move(gutter, value) {
  const low = Number(gutter.getAttribute("aria-valuemin"));
  const high = Number(gutter.getAttribute("aria-valuemax"));
  root.style.setProperty(NAMES[pane(gutter)], `${Math.round(Math.min(high, Math.max(low, value)))}${UNITS[pane(gutter)]}`);
  gutter.setAttribute("aria-valuenow", now(gutter));
}

function reset(gutter) {
  root.style.setProperty(NAMES[pane(gutter)], "initial");
  gutter.setAttribute("aria-valuenow", now(gutter));
  remember();
}

/** In a cookie, so that the server sends the page with them. */
function remember() {
  const values = ["navigation", "composer"].map((name) => {
    const value = getComputedStyle(root).getPropertyValue(NAMES[name]);
    return value ? Number.parseInt(value, 10) : "";
  });
  document.cookie = `panes=${values.join("-")}; path=/; max-age=${YEAR}; samesite=lax`;
}

// Where they stand is known once the page was drawn; to ask sooner would draw it twice.
addEventListener("load", () => setTimeout(() => {
  for (const gutter of gutters) gutter.setAttribute("aria-valuenow", now(gutter));
}));

for (const gutter of gutters) {
  gutter.addEventListener("pointerdown", (event) => {
    event.preventDefault();
    gutter.setPointerCapture(event.pointerId);
    gutter.classList.add("dragged");
  });
  gutter.addEventListener("pointermove", (event) => {
    if (gutter.hasPointerCapture(event.pointerId)) move(gutter, at(gutter, event.clientX));
  });
  gutter.addEventListener("lostpointercapture", () => {
    gutter.classList.remove("dragged");
    remember();
  });
  gutter.addEventListener("dblclick", () => reset(gutter));
  gutter.addEventListener("keydown", (event) => {
    const to = {
      ArrowLeft: now(gutter) - STEP[pane(gutter)],
      ArrowRight: now(gutter) + STEP[pane(gutter)],
      Home: Number(gutter.getAttribute("aria-valuemin")),
      End: Number(gutter.getAttribute("aria-valuemax")),
    }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    move(gutter, to);
    remember();
  });
}
