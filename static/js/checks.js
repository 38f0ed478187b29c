// From a problem of an answer to its place in what is shown beside it. Without a script, and where the place is on a
// later page, the link leads to a page that begins there.

const SPACE = " \t\n\r";

// The text node and the offset in it that so many characters other than white space stand before.

function find(root, solid) {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  let left = solid;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    let at = 0;
    for (const character of node.data) {
      if (!SPACE.includes(character)) {
        if (left === 0) return [node, at];
        left -= 1;
      }
      at += character.length;
    }
  }
  return null;
}

function unmark() {
  for (const mark of document.querySelectorAll("mark.gone-to")) {
    const parent = mark.parentNode;
    mark.replaceWith(...mark.childNodes);
    parent.normalize();
  }
  for (const item of document.querySelectorAll("li.gone-to")) item.classList.remove("gone-to");
}

function mark([node, at]) {
  const rest = at ? node.splitText(at) : node;
  const line = rest.data.indexOf("\n");
  if (line > 0) rest.splitText(line);
  const element = document.createElement("mark");
  element.className = "gone-to";
  rest.replaceWith(element);
  element.append(rest);
  return element;
}

function show(view) {
  const radio = document.querySelector(`#response input[name="response-view"][value="${view}"]`);
  if (radio) radio.checked = true;
}

function goTo(link) {
  unmark();
  if (link.dataset.frame) {
    const item = document.querySelector(`#response .seen-frames > li:nth-child(${link.dataset.frame})`);
    item?.classList.add("gone-to");
    show("frames");
    return item;
  }
  const pretty = document.querySelector("#response-pretty");
  const place = pretty && find(pretty, Number(link.dataset.solid));
  if (!place) return null;
  show("pretty");
  return mark(place);
}

document.addEventListener("click", (event) => {
  const link = event.target.closest?.("a[data-solid], a[data-frame]");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const element = goTo(link);
  if (!element) return;
  event.preventDefault();
  element.scrollIntoView({ block: "center", inline: "nearest" });
});
