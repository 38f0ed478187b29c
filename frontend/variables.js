// `{{name}}` in an editor: found, marked, and read as a value where it stands bare in JSON.

import { autocompletion, closeCompletion, completionKeymap, completionStatus } from "@codemirror/autocomplete";
import { jsonLanguage } from "@codemirror/lang-json";
import { Language } from "@codemirror/language";
import { Facet, Prec } from "@codemirror/state";
import { Decoration, hoverTooltip, keymap, MatchDecorator, ViewPlugin } from "@codemirror/view";
import { Parser } from "@lezer/common";

import { masked, NAME } from "./variable_pattern.js";

const LONGEST = 200; // characters; how far back an opening `{{` is looked for

/** The names that have a value (a Map to `{value, from, secret, made}`), or null where nobody said. */
export const knownVariables = Facet.define({ combine: (values) => values[0] ?? null });

/** What the JSON parser reads: the document, with variables masked. */
class MaskedInput {
  constructor(input) {
    this.input = input;
  }

  get length() {
    return this.input.length;
  }

  get lineChunks() {
    return this.input.lineChunks;
  }

  chunk(from) {
    // A chunk may begin inside a variable, so that the part before it decides.
    const before = this.input.read(Math.max(0, from - LONGEST), from);
    const opening = before.lastIndexOf("{{");
    const head = opening < 0 ? "" : before.slice(opening);
    return masked(head + this.input.chunk(from)).slice(head.length);
  }

  read(from, to) {
    const start = Math.max(0, from - LONGEST);
    const end = Math.min(this.length, to + LONGEST);
    return masked(this.input.read(start, end)).slice(from - start, to - start);
  }
}

class MaskingParser extends Parser {
  createParse(input, fragments, ranges) {
    return jsonLanguage.parser.createParse(new MaskedInput(input), fragments, ranges);
  }
}

/** JSON in which a bare variable is a value. */
export const jsonWithVariables = new Language(jsonLanguage.data, new MaskingParser(), [], "json");

function mark(view, name) {
  const known = view.state.facet(knownVariables);
  const about = known?.get(plain(name));
  if (!known || about) return Decoration.mark({ class: about?.secret ? "cm-variable cm-variable-secret" : "cm-variable" });
  const title = view.state.phrase("This variable has no value");
  return Decoration.mark({ class: "cm-variable cm-variable-missing", attributes: { title } });
}

const matcher = new MatchDecorator({
  regexp: new RegExp(String.raw`\{\{\s*(${NAME})\s*\}\}`, "gu"),
  decoration: (match, view) => mark(view, match[1]),
});

/** Marks every variable in sight with the class `cm-variable`. */
export const variableMarks = ViewPlugin.define(
  (view) => ({
    marks: matcher.createDeco(view),
    update(update) {
      const renamed = update.startState.facet(knownVariables) !== update.state.facet(knownVariables);
      this.marks = renamed ? matcher.createDeco(update.view) : matcher.updateDeco(update, this.marks);
    },
  }),
  { decorations: (plugin) => plugin.marks },
);

/** A name without its argument. */
const plain = (name) => name.trim().split(/\s/, 1)[0];

const said = (about) => [about.value, about.from].filter(Boolean).join(" · ");

/** Names that may follow an opening `{{`. */
function complete(context) {
  const known = context.state.facet(knownVariables);
  const typed = known && context.matchBefore(/\{\{\s*[\p{L}\p{N}_.$\-]*/u);
  if (!typed) return null;
  const from = typed.from + /^\{\{\s*/.exec(typed.text)[0].length;
  const closed = /^\s*\}\}/.test(context.state.sliceDoc(context.pos, context.pos + 10));
  const options = [...known].map(([name, about]) => ({ label: name, detail: said(about), apply: closed ? name : `${name}}}` }));
  return { from, options, validFor: /^[\p{L}\p{N}_.$\-]*$/u };
}

/** What a variable stands for, while the pointer rests on it. */
const hover = hoverTooltip((view, position) => {
  const known = view.state.facet(knownVariables);
  const line = view.state.doc.lineAt(position);
  if (!known || line.length > 10_000) return null;
  for (const found of line.text.matchAll(new RegExp(String.raw`\{\{\s*(${NAME})\s*\}\}`, "gu"))) {
    const from = line.from + found.index;
    const about = known.get(plain(found[1]));
    if (about && from <= position && position <= from + found[0].length) return tooltip(from, said(about));
  }
  return null;
});

function tooltip(pos, text) {
  const dom = document.createElement("div");
  dom.className = "cm-variable-value";
  dom.textContent = text;
  return { pos, above: true, create: () => ({ dom }) };
}

/** Completion while typing, and values on hover. */
// Escape closes what is offered. While it is only being looked for, the key is still the first half of leaving by Tab.
function escape(view) {
  const shown = completionStatus(view.state) === "active";
  return closeCompletion(view) && shown;
}

const keys = completionKeymap.map((binding) => (binding.key === "Escape" ? { ...binding, run: escape } : binding));

export const variableHelp = [
  autocompletion({ override: [complete], icons: false, defaultKeymap: false }),
  Prec.highest(keymap.of(keys)),
  hover,
];
