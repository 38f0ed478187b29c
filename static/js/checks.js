// What an answer's checks do beside standing there: lead to the place in the content, and count down until the API takes
// the request again.
//
// From a problem of an answer to its place in what is shown beside it. Without a script, and where the place is on a
// later page, the link leads to a page that begins there.

const SPACE = " \t\n\r";

// The text node and the offset in it that so many characters other than white space stand before.

function find(root, solid) {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT, (node) => {
    if (node.parentElement.closest(".folded")) return NodeFilter.FILTER_REJECT;
    return node.matches?.(":not(.folded)") ? NodeFilter.FILTER_SKIP : NodeFilter.FILTER_ACCEPT;
  });
  let left = solid;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    let at = 0;
    if (node.dataset) left -= Number(node.dataset.length); // media that are folded
    if (node.dataset) continue;
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

// Seconds that are left count from when the server said so: its clock and this one may differ.

function clock(seconds) {
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  const tail = `${hours ? String(minutes).padStart(2, "0") : minutes}:${String(seconds % 60).padStart(2, "0")}`;
  return hours ? `${hours}:${tail}` : tail;
}

function countDown() {
  for (const time of document.querySelectorAll("time[data-left]")) {
    time.dataset.until ??= String(performance.now() + Number(time.dataset.left) * 1000);
    const left = Math.ceil((Number(time.dataset.until) - performance.now()) / 1000);
    const text = left > 0 ? time.dataset.in.replace("{time}", clock(left)) : time.dataset.over;
    if (time.textContent !== text) time.textContent = text;
  }
}

countDown();
setInterval(countDown, 500);
document.body.addEventListener("htmx:afterSettle", countDown);
