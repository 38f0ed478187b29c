// `{{name}}` in an editor: found, marked, and read as a value where it stands bare in JSON.

import { jsonLanguage } from "@codemirror/lang-json";
import { Language } from "@codemirror/language";
import { Facet } from "@codemirror/state";
import { Decoration, MatchDecorator, ViewPlugin } from "@codemirror/view";
import { Parser } from "@lezer/common";

import { masked, NAME } from "./variable_pattern.js";

const LONGEST = 200; // characters; how far back an opening `{{` is looked for

/** The names that have a value (a Set), or null where nobody said. */
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
  if (!known || known.has(name)) return Decoration.mark({ class: "cm-variable" });
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
