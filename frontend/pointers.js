// JSON Pointer (RFC 6901) → the place in the document, so that the server's problems are marked where they are.

import { ensureSyntaxTree } from "@codemirror/language";

const PATIENCE = 100; // milliseconds for a tree of the whole document

const segments = (pointer) =>
  pointer
    .split("/")
    .slice(1)
    .map((segment) => segment.replaceAll("~1", "/").replaceAll("~0", "~"));

const VALUES = new Set(["Object", "Array", "String", "Number", "True", "False", "Null"]);

const values = (node) => children(node).filter((child) => VALUES.has(child.name));

function children(node) {
  const found = [];
  for (let child = node.firstChild; child; child = child.nextSibling) found.push(child);
  return found;
}

function written(state, node) {
  try {
    return JSON.parse(state.sliceDoc(node.from, node.to));
  } catch {
    return null;
  }
}

function member(state, node, name) {
  const properties = children(node).filter((child) => child.name === "Property");
  const property = properties.findLast((child) => child.firstChild && written(state, child.firstChild) === name);
  return property && (values(property)[0] ?? property);
}

/** The range of the value that a pointer names; of its nearest container's first character where there is none. */
export function locate(state, pointer) {
  let node = values(ensureSyntaxTree(state, state.doc.length, PATIENCE)?.topNode ?? {})[0];
  if (!node) return { from: 0, to: Math.min(1, state.doc.length) };
  for (const segment of segments(pointer)) {
    const next = node.name === "Object" ? member(state, node, segment) : values(node)[Number(segment)];
    if (!next) return { from: node.from, to: node.from + 1 };
    node = next;
  }
  const container = node.name === "Object" || node.name === "Array";
  return { from: node.from, to: container ? node.from + 1 : node.to };
}
