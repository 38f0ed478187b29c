// What HTML and the server cannot do on any page: the clipboard, the theme without a reload, the person's own clock.

// The server writes times in UTC; `datetime` holds the moment.

function tellLocalTimes() {
  for (const time of document.querySelectorAll("time[datetime]")) {
    const shown = /^\d\d:\d\d(:\d\d)?$/.exec(time.textContent.trim());
    if (!shown || time.dataset.local) continue;
    time.dataset.local = "true";
    const moment = new Date(time.dateTime);
    time.textContent = moment.toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit", second: shown[1] && "2-digit" });
    time.title = moment.toLocaleString();
  }
}

tellLocalTimes();
document.body.addEventListener("htmx:afterSettle", tellLocalTimes);

document.addEventListener("click", async (event) => {
  const button = event.target.closest("[data-copy], [data-copy-from]");
  if (!button) return;
  const source = button.dataset.copyFrom && document.querySelector(button.dataset.copyFrom);
  await navigator.clipboard.writeText(source ? source.textContent : button.dataset.copy);
  const label = button.querySelector("span") ?? button;
  const before = label.textContent;
  // The width is held, so that nothing moves.
  button.style.minWidth = `${button.offsetWidth}px`;
  label.textContent = document.body.dataset.copied;
  setTimeout(() => { label.textContent = before; }, 1200);
});

document.addEventListener("submit", (event) => {
  const theme = event.submitter?.name === "theme" && event.submitter.value;
  if (!theme || !event.target.matches("[data-preferences]")) return;
  event.preventDefault();
  document.documentElement.dataset.theme = theme;
  fetch(event.target.action, {
    method: "POST",
    body: new FormData(event.target, event.submitter),
    redirect: "manual",
  });
});

// The entry of the page that is shown is in sight in its tree, without a move of the page itself.

const entry = document.querySelector(".docs-navigation [aria-current]");
if (entry) {
  const pane = entry.closest(".docs-navigation");
  pane.scrollTop = entry.getBoundingClientRect().top - pane.getBoundingClientRect().top - pane.clientHeight / 2;
}
