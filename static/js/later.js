// What is not seen at first stands in <noscript>, where a browser that runs scripts reads it as text: so the page is there
// sooner. Here it becomes what it is, once the page was drawn, or before the first thing that a person does.

const DEEDS = ["pointerdown", "keydown", "focusin", "input", "click"];

function unfold() {
  for (const deed of DEEDS) removeEventListener(deed, unfold, true);
  for (const place of document.querySelectorAll("noscript.later")) {
    const template = document.createElement("template");
    template.innerHTML = place.textContent;
    const nodes = [...template.content.children];
    place.replaceWith(template.content);
    nodes.forEach((node) => window.htmx.process(node));
  }
}

for (const deed of DEEDS) addEventListener(deed, unfold, true);
addEventListener("load", () => (window.requestIdleCallback ?? setTimeout)(unfold));
