// What HTML and the server cannot do on any page: the clipboard, the theme without a reload.

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
