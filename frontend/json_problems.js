// Where a text is not JSON (RFC 8259), in words that say what to do. A browser's own JSON.parse names no place for half
// of the mistakes, speaks English only, and knows no variables.

import { VARIABLE } from "./variable_pattern.js";

const SPACE = /[ \t\n\r]*/y;
const SPECIAL = /["\\\u0000-\u001f]/g;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;
const SCALAR = new RegExp(String.raw`(?:${VARIABLE}|[^\s,:\[\]{}"])+`, "uy");
const VARIABLES = new RegExp(VARIABLE, "gu");
const WHOLE = new RegExp(VARIABLE, "uy");
const NUMBER = /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?$/;
const WORDS = new Set(["true", "false", "null"]);

class Mistake extends Error {
  constructor(from, to, message) {
    super(message);
    this.place = { from, to, message, severity: "error" };
  }
}

/** One pass over a text. `open` holds the containers around the position: `{from, close, names}`. */
class Reader {
  constructor(text) {
    this.text = text;
    this.position = 0;
    this.open = [];
    this.warnings = [];
  }

  match(pattern) {
    pattern.lastIndex = this.position;
    return pattern.exec(this.text)?.[0] ?? null;
  }

  get next() {
    this.position += this.match(SPACE).length;
    return this.text[this.position];
  }

  fail(message, from = this.position, to = from + 1) {
    if (from >= this.text.length && this.open.length) this.failUnclosed();
    throw new Mistake(Math.min(from, this.text.length), Math.min(to, this.text.length), message);
  }

  failUnclosed() {
    const { from } = this.open.at(-1);
    throw new Mistake(from, from + 1, "This bracket is never closed");
  }

  /** The whole document: one value, with white space around it. */
  document() {
    do {
      this.value();
      while (this.open.length && !this.separator());
    } while (this.open.length);
    if (this.next !== undefined) this.failAfter("Nothing may follow the value", this.text.length);
  }

  /** A scalar, or the opening of a container and, where it holds anything, what stands before its first value. */
  value() {
    for (;;) {
      const character = this.next;
      if (character === '"') return this.string();
      if (this.match(WHOLE) || !"{[".includes(character ?? "x")) return this.scalar();
      if (!this.container(character)) return;
    }
  }

  /** Opens a container; false where it is empty and closed again. */
  container(character) {
    const named = character === "{";
    this.open.push({ from: this.position, close: named ? "}" : "]", names: named ? new Set() : null });
    this.position += 1;
    if (this.next === this.open.at(-1).close) return this.close();
    if (named) this.name();
    return true;
  }

  close() {
    this.open.pop();
    this.position += 1;
    return false;
  }

  /** After a value inside a container: true where another value is to come, false where the container was closed. */
  separator() {
    const { close, names } = this.open.at(-1);
    const character = this.next;
    if (character === close) return this.close();
    if (character !== ",") this.failAfter(close === "}" ? "A comma or “}” is missing here" : "A comma or “]” is missing here");
    const comma = this.position;
    this.position += 1;
    if (this.next === close) this.fail("Nothing follows this comma: remove it", comma);
    if (names) this.name();
    return true;
  }

  failAfter(message, to) {
    if (/\/[/*]|#/y.test(this.text.slice(this.position, this.position + 2))) this.fail("JSON has no comments");
    this.fail(message, this.position, to);
  }

  name() {
    if (this.next !== '"') this.failName();
    const from = this.position;
    this.string();
    const name = this.text.slice(from + 1, this.position - 1);
    const { names } = this.open.at(-1);
    if (names.has(name)) this.warn(from, "This name stands here twice: only the last one counts");
    names.add(name);
    if (this.next !== ":") this.fail("A colon is missing after the name");
    this.position += 1;
  }

  failName() {
    const found = this.match(SCALAR) ?? " ";
    if (/^(\/[/*]|#)/.test(found)) this.fail("JSON has no comments");
    this.fail("A name in double quotes is missing here", this.position, this.position + found.length);
  }

  warn(from, message) {
    this.warnings.push({ from, to: this.position, message, severity: "warning" });
  }

  string() {
    const from = this.position;
    this.position += 1;
    for (;;) {
      SPECIAL.lastIndex = this.position;
      const found = SPECIAL.exec(this.text);
      if (!found) this.failString(from);
      this.position = found.index;
      if (found[0] === "\\") this.escape();
      else if (found[0] === '"') break;
      else if (found[0] === "\n") this.failString(from);
      else this.fail("A tab or control character in a string is written \\t or \\u0000");
    }
    this.position += 1;
  }

  failString(from) {
    const end = this.text.indexOf("\n", from);
    throw new Mistake(from, end < 0 ? this.text.length : end, "This string is not closed on its line (a line break is written \\n)");
  }

  escape() {
    const found = this.match(ESCAPE);
    if (!found) this.fail("A backslash is written \\\\", this.position, this.position + 2);
    this.position += found.length;
  }

  scalar() {
    const found = this.match(SCALAR);
    if (!found) this.fail("A value is missing here");
    const written = found.replace(VARIABLES, "1");
    if (!WORDS.has(written) && !NUMBER.test(written)) this.fail(scalarMistake(written), this.position, this.position + found.length);
    this.position += found.length;
  }
}

function scalarMistake(written) {
  if (/^(\/[/*]|#)/.test(written)) return "JSON has no comments";
  if (/^[-+.]?[0-9]/.test(written)) return "This is not a number in JSON";
  if (/^['`‘’“”]/.test(written)) return "Strings take straight double quotes";
  return "Text takes double quotes; without them JSON knows true, false and null";
}

/** The problems of a text, `{from, to, message, severity}`: every name given twice, and the first mistake. */
export function jsonProblems(text) {
  if (!text.trim()) return [];
  const reader = new Reader(text);
  try {
    reader.document();
  } catch (error) {
    if (!(error instanceof Mistake)) throw error;
    return [...reader.warnings, error.place];
  }
  return reader.warnings;
}
