// The code editor over a plain textarea: `<div class="editor-box"><textarea data-editor="json"></textarea></div>`.
//
// The textarea stays the truth: what is typed here is written there at once, with an `input` event; what anybody else
// writes there (a person's script, the server, a form's reset) is followed here by the smallest change, so that cursor,
// scrolling and undo survive. A textarea that is replaced by another with the same id keeps its editor.
//
// CodeMirror lives in a shadow root: its generated styles go to `adoptedStyleSheets`, which a strict content security
// policy allows, and the page's styles do not reach in but for custom properties.
//
// On the textarea:
//   data-editor="json" | "text"    what it holds
//   data-phrases='{"Find": "…"}'   translations, by the keys of frontend/phrases.json
//   data-editor-help="…"           how to leave with the keyboard, instead of the English sentence
//   data-known-variables='{"a": {"value": "1", "from": "session", "secret": false}}'   names that have a value, and what
//                                  is said of them; every other one is marked as missing. A list of names does as well
//   data-problems='[{"pointer": "/a/0", "message": "…", "severity": "error"}]'   marked at their places
//   placeholder, readonly, disabled, aria-label and labels as on any textarea

import { closeBrackets, closeBracketsKeymap } from "@codemirror/autocomplete";
import {
  defaultKeymap,
  history,
  historyKeymap,
  indentLess,
  indentMore,
  isolateHistory,
} from "@codemirror/commands";
import {
  bracketMatching,
  codeFolding,
  foldGutter,
  foldKeymap,
  indentOnInput,
  indentUnit,
  syntaxHighlighting,
} from "@codemirror/language";
import { diagnosticCount, forceLinting, linter, lintGutter, lintKeymap } from "@codemirror/lint";
import { highlightSelectionMatches, search, searchKeymap } from "@codemirror/search";
import { Annotation, Compartment, EditorState, Prec, StateEffect } from "@codemirror/state";
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  highlightSpecialChars,
  keymap,
  lineNumbers,
  placeholder,
  tooltips,
} from "@codemirror/view";

import { jsonProblems } from "./json_problems.js";
import english from "./phrases.json";
import { locate } from "./pointers.js";
import { colors, pageRules, shadowRules, theme } from "./theme.js";
import { jsonWithVariables, knownVariables, variableHelp, variableMarks } from "./variables.js";

const LINT_LIMIT = 1_000_000; // characters; a longer document is not checked
const LINT_DELAY = 250; // milliseconds after the last keystroke
const LAZY_FROM = 200_000; // characters; a longer document is written to its textarea a moment later
const LAZY_DELAY = 150; // milliseconds
const SELECTOR = "textarea[data-editor]";
const WATCHED = ["readonly", "disabled", "placeholder", "aria-label", "data-problems", "data-known-variables"];
const HELP = "Tab indents while you edit. Press Escape, then Tab to leave.";

const fromOutside = Annotation.define();
const problemsServed = StateEffect.define();
const nativeValue = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, "value");

/** Every living editor, by the textarea it stands for. */
const editors = new Map();

let lastKeyWasTab = false;

function sheet(rules) {
  const made = new CSSStyleSheet();
  made.replaceSync(rules);
  return made;
}

/** An attribute that holds JSON; `otherwise` where it is absent or broken. */
function jsonAttribute(element, name, otherwise) {
  try {
    return JSON.parse(element.getAttribute(name)) ?? otherwise;
  } catch {
    console.error(`${name} is not JSON`, element);
    return otherwise;
  }
}

/** The smallest single change that makes `after` of `before`; null where they are equal. Never splits a surrogate pair. */
function difference(before, after) {
  if (before === after) return null;
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start += 1;
  if (isHighSurrogate(before.charCodeAt(start - 1))) start -= 1;
  let end = 0;
  while (end < shorter - start && before.charCodeAt(before.length - 1 - end) === after.charCodeAt(after.length - 1 - end))
    end += 1;
  if (end && isLowSurrogate(before.charCodeAt(before.length - end))) end -= 1;
  return { from: start, to: before.length - end, insert: after.slice(start, after.length - end) };
}

const isHighSurrogate = (code) => code >= 0xd800 && code < 0xdc00;
const isLowSurrogate = (code) => code >= 0xdc00 && code < 0xe000;

const haveProblemsArrived = (update) =>
  update.transactions.some((transaction) => transaction.effects.some((effect) => effect.is(problemsServed)));

const isSend = (event) => event.key === "Enter" && (event.ctrlKey || event.metaKey);

class Editor {
  constructor(textarea) {
    this.json = textarea.dataset.editor === "json";
    this.attributes = new Compartment();
    this.passing = false; // focus came by Tab and nothing was done here yet: the next Tab goes on
    this.host = document.createElement("div");
    this.host.className = "editor-host";
    this.attach(textarea);
    this.view = this.createView();
    this.observer = new MutationObserver((records) => this.changed(records));
    this.observe();
    if (document.activeElement === textarea) this.takeOver({});
  }

  // The textarea

  /** Binds to a textarea, at first or in place of one that was replaced. */
  attach(textarea) {
    this.textarea = textarea;
    editors.set(textarea, this);
    textarea.tabIndex = -1;
    textarea.setAttribute("aria-hidden", "true");
    const box = textarea.parentElement;
    box.dataset.enhanced = "";
    for (const other of box.querySelectorAll(":scope > .editor-host")) if (other !== this.host) other.remove();
    if (textarea.nextSibling !== this.host) textarea.after(this.host);
    this.listen();
    this.intercept();
  }

  listen() {
    this.listening?.abort();
    this.listening = new AbortController();
    const { signal } = this.listening;
    this.textarea.addEventListener("input", () => this.follow(), { signal });
    // No pointer reaches the covered textarea: a click on it is a click on its label.
    this.textarea.addEventListener("click", () => this.view.focus(), { signal });
    this.textarea.addEventListener("keydown", (event) => this.takeOver(event), { signal });
  }

  /** What the page's own scripts do to the textarea reaches the editor: assignments to its value, and its focus. */
  intercept() {
    const editor = this;
    Object.defineProperty(this.textarea, "value", {
      configurable: true,
      get() {
        editor.write();
        return nativeValue.get.call(this);
      },
      set(value) {
        nativeValue.set.call(this, value);
        editor.followSoon();
      },
    });
    this.textarea.focus = () => this.view.focus();
  }

  /**
   * The textarea has the focus itself, from before the script was there or by the form's validation: the editor goes on
   * where it stands.
   */
  takeOver({ key }) {
    if (key === "Delete") return; // the same in both, and at once here
    this.view.dispatch({ selection: { anchor: this.textarea.selectionStart, head: this.textarea.selectionEnd } });
    this.view.focus();
  }

  /** Editor → textarea, with an `input` event; nothing where the textarea is in step. */
  write() {
    clearTimeout(this.waiting);
    if (!this.dirty) return;
    this.dirty = false;
    this.writing = true;
    nativeValue.set.call(this.textarea, this.view.state.doc.toString());
    this.textarea.dispatchEvent(new Event("input", { bubbles: true }));
    this.writing = false;
  }

  writeSoon() {
    this.dirty = true;
    clearTimeout(this.waiting);
    if (this.view.state.doc.length < LAZY_FROM) this.write();
    else this.waiting = setTimeout(() => this.write(), LAZY_DELAY);
  }

  /** Textarea → editor: who writes there has the last word. */
  follow() {
    if (this.writing) return;
    clearTimeout(this.waiting);
    this.dirty = false;
    const changes = difference(this.view.state.doc.toString(), nativeValue.get.call(this.textarea));
    if (!changes) return;
    this.view.dispatch({ changes, annotations: [fromOutside.of(true), isolateHistory.of("full")] });
  }

  /** After the frame that shows what the person did; at once where they are in here. */
  followSoon() {
    if (this.focused) this.follow();
    else this.afterPaint("following", () => this.follow());
  }

  /** One act of a kind at a time, after the next frame was painted: laying out the editor is not what one waits for. */
  afterPaint(kind, act) {
    if (this[kind]) return;
    this[kind] = true;
    const done = () => {
      if (!this[kind]) return;
      this[kind] = false;
      if (editors.get(this.textarea) === this) act();
    };
    requestAnimationFrame(() => setTimeout(done));
    setTimeout(done, 100); // a page in the background paints no frame
  }

  /** Another textarea with the same id took the place of ours. */
  adopt(textarea) {
    const focused = this.focused && document.activeElement !== this.host;
    this.write();
    this.release();
    this.attach(textarea);
    this.observe();
    this.reconfigure();
    this.follow();
    if (focused && document.activeElement === document.body) this.view.focus();
  }

  release() {
    editors.delete(this.textarea);
    this.listening.abort();
    this.observer.disconnect();
    delete this.textarea.value;
    delete this.textarea.focus;
  }

  destroy() {
    clearTimeout(this.waiting);
    this.release();
    this.view.destroy();
    this.host.remove();
  }

  // The view

  createView() {
    const root = this.host.attachShadow({ mode: "open" });
    root.adoptedStyleSheets = [sheet(shadowRules)];
    this.frame = document.createElement("div");
    this.frame.className = "frame";
    // The browser's own event, from before the textarea is in step: the page hears of the textarea's alone.
    this.frame.addEventListener("input", (event) => event.stopPropagation());
    root.append(this.frame);
    const state = EditorState.create({ doc: nativeValue.get.call(this.textarea), extensions: this.extensions() });
    const view = new EditorView({ state, root, parent: this.frame });
    this.frame.append(this.help(state));
    return view;
  }

  help(state) {
    const help = document.createElement("p");
    help.className = "keys";
    help.id = "keys";
    help.textContent = this.textarea.dataset.editorHelp || state.phrase(HELP);
    return help;
  }

  extensions() {
    return [
      EditorState.phrases.of({ ...english, ...jsonAttribute(this.textarea, "data-phrases", {}) }),
      this.behaviour(),
      this.keys(),
      this.looks(),
      this.json ? this.jsonOnly() : [],
      this.attributes.of(this.fromAttributes()),
      EditorView.contentAttributes.of((view) => this.ariaAttributes(view)),
      EditorView.updateListener.of((update) => this.updated(update)),
      EditorView.domEventHandlers({
        focus: () => this.entered(),
        blur: () => this.left(),
        pointerdown: () => this.handle(false),
      }),
    ];
  }

  behaviour() {
    return [
      history(),
      search({ top: true }),
      highlightSelectionMatches(),
      indentUnit.of("  "),
      EditorState.tabSize.of(2),
      EditorView.lineWrapping,
      tooltips({ position: "fixed" }),
    ];
  }

  keys() {
    const tab = { key: "Tab", run: (view) => this.indent(indentMore, view), shift: (view) => this.indent(indentLess, view) };
    // Control-Enter is the page's: it sends.
    const others = [...searchKeymap, ...historyKeymap, ...foldKeymap, ...lintKeymap, ...defaultKeymap];
    return keymap.of([tab, ...others.filter((binding) => binding.key !== "Mod-Enter")]);
  }

  looks() {
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    return [
      this.json ? lintGutter() : [],
      lineNumbers(),
      this.json ? foldGutter() : [],
      highlightSpecialChars(),
      highlightActiveLine(),
      highlightActiveLineGutter(),
      drawSelection({ cursorBlinkRate: still ? 0 : 1200 }),
      variableMarks,
      variableHelp,
      theme,
    ];
  }

  jsonOnly() {
    return [
      jsonWithVariables,
      syntaxHighlighting(colors),
      bracketMatching(),
      closeBrackets(),
      Prec.high(keymap.of(closeBracketsKeymap)),
      codeFolding(),
      indentOnInput(),
      linter((view) => this.problems(view), { delay: LINT_DELAY, needsRefresh: haveProblemsArrived }),
    ];
  }

  /** What may change while the editor lives. */
  fromAttributes() {
    const { textarea } = this;
    const off = textarea.matches(":disabled");
    return [
      EditorState.readOnly.of(off || textarea.readOnly),
      EditorView.editable.of(!off),
      placeholder(textarea.placeholder),
      knownVariables.of(this.known()),
    ];
  }

  known() {
    const names = jsonAttribute(this.textarea, "data-known-variables", null);
    return names && new Map(Array.isArray(names) ? names.map((name) => [name, {}]) : Object.entries(names));
  }

  observe() {
    this.observer.observe(this.textarea, { attributes: true, attributeFilter: WATCHED });
  }

  /** Whether one may write here holds at once; what is said of the text may come after the next frame. */
  changed(records) {
    if (records.some(({ attributeName }) => attributeName === "readonly" || attributeName === "disabled")) this.reconfigure();
    else this.afterPaint("reconfiguring", () => this.reconfigure());
  }

  reconfigure() {
    this.view.dispatch({ effects: this.attributes.reconfigure(this.fromAttributes()) });
    if (!this.json) return;
    this.view.dispatch({ effects: problemsServed.of(null) });
    forceLinting(this.view);
  }

  ariaAttributes(view) {
    const { textarea } = this;
    const label = textarea.getAttribute("aria-label") ?? textarea.labels[0]?.textContent.trim() ?? textarea.name;
    // What can be edited can be focused without a tabindex; checkers of accessibility want to see one.
    const attributes = { "aria-label": label.replace(/\s+/g, " "), "aria-describedby": "keys", tabindex: "0" };
    if (diagnosticCount(view.state)) attributes["aria-invalid"] = "true";
    return attributes;
  }

  updated(update) {
    if (!update.docChanged) return;
    if (update.transactions.every((transaction) => !transaction.docChanged || transaction.annotation(fromOutside))) return;
    this.handle(true);
    this.writeSoon();
  }

  // Problems

  problems(view) {
    const { state } = view;
    if (state.doc.length > LINT_LIMIT) return [];
    const own = jsonProblems(state.doc.toString()).map((found) => ({ ...found, message: state.phrase(found.message) }));
    const served = jsonAttribute(this.textarea, "data-problems", []);
    return [...own, ...served.map(({ pointer, message, severity = "error" }) => ({ ...locate(state, pointer), message, severity }))];
  }

  // Focus and Tab

  entered() {
    if (this.following) this.follow();
    this.focused = true;
    this.passing = lastKeyWasTab;
    this.frame.classList.toggle("by-keyboard", lastKeyWasTab);
  }

  left() {
    this.write();
    // Not at once: a browser also says so while the box is being replaced, and the editor takes the focus along then.
    setTimeout(() => (this.focused = this.view.hasFocus));
  }

  /** Something was done here, so that Tab indents from now on. */
  handle(byKeyboard) {
    this.passing = false;
    if (!byKeyboard) this.frame.classList.remove("by-keyboard");
  }

  indent(command, view) {
    return this.passing ? false : command(view);
  }
}

/** Brings the editors in step with the textareas that are on the page now. */
function scan() {
  const orphans = [...editors.values()].filter((editor) => !editor.textarea.isConnected);
  for (const textarea of document.querySelectorAll(SELECTOR)) {
    if (editors.has(textarea)) continue;
    const orphan = orphans.findIndex((editor) => textarea.id && editor.textarea.id === textarea.id);
    if (orphan >= 0) orphans.splice(orphan, 1)[0].adopt(textarea);
    else new Editor(textarea);
  }
  for (const editor of orphans) editor.destroy();
}

const holdsTextarea = (node) => node.nodeType === Node.ELEMENT_NODE && (node.matches(SELECTOR) || node.querySelector(SELECTOR));

function watch(records) {
  if (records.some((record) => [...record.addedNodes, ...record.removedNodes].some(holdsTextarea))) scan();
}

const followAll = () => editors.forEach((editor) => editor.follow());

/** Before the page's own handlers see Control-Enter, the textarea has the last keystroke. */
function beforeKey(event) {
  if (!isModifier(event.key)) lastKeyWasTab = event.key === "Tab";
  if (isSend(event)) editors.forEach((editor) => editor.write());
}

const isModifier = (key) => key === "Shift" || key === "Control" || key === "Alt" || key === "Meta";

/** After them: Control-Enter never writes a line break, whoever took it. */
function afterKey(event) {
  if (isSend(event) && event.composedPath().some((node) => node.classList?.contains("editor-host"))) event.preventDefault();
}

function start() {
  document.adoptedStyleSheets.push(sheet(pageRules));
  addEventListener("keydown", beforeKey, { capture: true });
  addEventListener("keydown", afterKey);
  addEventListener("pointerdown", () => (lastKeyWasTab = false), { capture: true });
  addEventListener("submit", () => editors.forEach((editor) => editor.write()), { capture: true });
  addEventListener("reset", () => setTimeout(followAll));
  addEventListener("pageshow", followAll);
  new MutationObserver(watch).observe(document.documentElement, { childList: true, subtree: true });
  whenIdle(next);
}

/** The first editors one by one, so that a click in between is not kept waiting. */
function next() {
  const textarea = [...document.querySelectorAll(SELECTOR)].find((one) => !editors.has(one));
  if (!textarea) return;
  new Editor(textarea);
  whenIdle(next);
}

const whenIdle = (act) => (window.requestIdleCallback ?? setTimeout)(act);

start();
