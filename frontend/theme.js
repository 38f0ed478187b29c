// How the editor looks. Every colour is a custom property of the page, inherited through the shadow root, so that a
// change of theme needs no script; the fallbacks follow `color-scheme`.

import { HighlightStyle } from "@codemirror/language";
import { EditorView } from "@codemirror/view";
import { tags } from "@lezer/highlight";

const color = {
  bg: "var(--bg, Canvas)",
  fg: "var(--fg, CanvasText)",
  muted: "var(--muted, GrayText)",
  border: "var(--border, color-mix(in srgb, currentColor 20%, transparent))",
  accent: "var(--accent, Highlight)",
  danger: "var(--danger, light-dark(#c62828, #ff8a80))",
  warning: "var(--warning, light-dark(#8a5a00, #ffca6b))",
  selection: "var(--selection, light-dark(#cfe2ff, #2b4a75))",
  tint: "color-mix(in srgb, var(--fg, CanvasText) 6%, var(--bg, Canvas))",
  key: "var(--code-key, light-dark(#0550ae, #79c0ff))",
  string: "var(--code-string, light-dark(#116329, #7ee787))",
  number: "var(--code-number, light-dark(#953800, #ffa657))",
  keyword: "var(--code-keyword, light-dark(#8250df, #d2a8ff))",
  variable: "var(--code-variable, light-dark(#9a2a6e, #ff9bce))",
};

const mono =
  'var(--font-mono, ui-monospace, "SF Mono", "Cascadia Code", Menlo, Consolas, "PingFang SC", "Microsoft YaHei", monospace)';

const underline = (tint) => ({
  backgroundImage: "none",
  textDecoration: `underline wavy ${tint} 1px`,
  textDecorationSkipInk: "none",
  textUnderlineOffset: "3px",
  paddingBottom: "0",
});

const text = {
  "&": { height: "100%", backgroundColor: color.bg, color: color.fg, fontSize: "var(--code-size, 13px)" },
  "&.cm-focused": { outline: "none" },
  // Above the gutters, which would cover an outline.
  "&.cm-focused::after": {
    content: "''",
    position: "absolute",
    inset: "0",
    zIndex: "250",
    border: `2px solid ${color.accent}`,
    borderRadius: "var(--radius, 6px)",
    pointerEvents: "none",
  },
  ".cm-scroller": { fontFamily: mono, lineHeight: "1.5", overflow: "auto" },
  ".cm-content": { caretColor: color.fg, padding: "8px 0" },
  ".cm-line": { padding: "0 8px 0 4px" },
  ".cm-cursor, .cm-dropCursor": { borderLeftColor: color.fg, borderLeftWidth: "2px" },
  "& > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, &.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground":
    { background: color.selection },
  ".cm-activeLine": { backgroundColor: "transparent" },
  "&.cm-focused .cm-activeLine": { backgroundColor: `color-mix(in srgb, ${color.fg} 4%, transparent)` },
  ".cm-placeholder": { color: color.muted },
  ".cm-selectionMatch": { backgroundColor: `color-mix(in srgb, ${color.selection} 60%, transparent)` },
  "&.cm-focused .cm-matchingBracket": { backgroundColor: "transparent", outline: `1px solid ${color.muted}` },
  "&.cm-focused .cm-nonmatchingBracket": { backgroundColor: "transparent", outline: `1px solid ${color.danger}` },
  ".cm-variable, .cm-variable *": { color: color.variable, fontWeight: "600" },
  ".cm-variable-secret": { textDecoration: `underline dotted ${color.variable} 1px`, textUnderlineOffset: "3px" },
  ".cm-variable-value": { padding: "2px 8px" },
  ".cm-variable-missing": { textDecoration: `underline dashed ${color.danger} 1px`, textUnderlineOffset: "3px" },
};

const gutters = {
  ".cm-gutters": { backgroundColor: color.bg, color: color.muted, border: "none", minHeight: "100%" },
  ".cm-lineNumbers .cm-gutterElement": { minWidth: "24px", padding: "0 2px 0 6px" },
  ".cm-activeLineGutter": { backgroundColor: "transparent", color: color.fg },
  ".cm-foldGutter .cm-gutterElement": { width: "16px", padding: "0", textAlign: "center", cursor: "pointer" },
  ".cm-foldPlaceholder": {
    backgroundColor: color.tint,
    border: `1px solid ${color.border}`,
    color: color.muted,
    padding: "0 6px",
  },
  ".cm-gutter-lint": { width: "12px" },
  ".cm-gutter-lint .cm-gutterElement": { padding: "0 0 0 2px", display: "flex", alignItems: "center" },
  ".cm-lint-marker": { width: "8px", height: "8px", borderRadius: "50%", content: "none" },
  ".cm-lint-marker-error": { content: "none", backgroundColor: color.danger },
  ".cm-lint-marker-warning": { content: "none", backgroundColor: color.warning },
};

const marks = {
  ".cm-lintRange-error": underline(color.danger),
  ".cm-lintRange-warning": underline(color.warning),
  ".cm-lintRange-active": { backgroundColor: `color-mix(in srgb, ${color.danger} 14%, transparent)` },
  ".cm-lintPoint::after": { borderBottomColor: color.danger },
  ".cm-tooltip": {
    backgroundColor: color.bg,
    color: color.fg,
    border: `1px solid ${color.border}`,
    borderRadius: "6px",
    boxShadow: "0 4px 16px rgb(0 0 0 / 18%)",
    maxWidth: "min(32rem, 90vw)",
    overflow: "hidden",
  },
  ".cm-tooltip-lint": { fontFamily: "inherit" },
  ".cm-diagnostic": { padding: "6px 10px", fontSize: "13px", whiteSpace: "normal" },
  ".cm-diagnostic-error": { borderLeft: `3px solid ${color.danger}` },
  ".cm-diagnostic-warning": { borderLeft: `3px solid ${color.warning}` },
};

const panels = {
  ".cm-panels": { backgroundColor: color.tint, color: color.fg, fontFamily: "var(--font-sans, system-ui, sans-serif)" },
  ".cm-panels-top": { borderBottom: `1px solid ${color.border}`, maxHeight: "60%", overflow: "auto" },
  ".cm-panels-bottom": { borderTop: `1px solid ${color.border}` },
  ".cm-panel": { fontSize: "13px" },
  ".cm-panel.cm-search, .cm-panel.cm-gotoLine": {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: "6px",
    padding: "6px 40px 6px 8px",
  },
  ".cm-panel.cm-search br": { flexBasis: "100%", width: "0", height: "0", content: "''" },
  ".cm-panel.cm-search label": { display: "inline-flex", alignItems: "center", gap: "4px", fontSize: "13px" },
  ".cm-panel.cm-search input, .cm-panel.cm-search button, .cm-panel.cm-search label": { margin: "0" },
  ".cm-panel.cm-search input[type=checkbox]": { margin: "0", accentColor: color.accent },
  ".cm-textfield, .cm-button": { boxSizing: "border-box" },
  ".cm-textfield": {
    backgroundColor: color.bg,
    color: color.fg,
    border: `1px solid ${color.border}`,
    borderRadius: "6px",
    padding: "3px 8px",
    minWidth: "8rem",
    flex: "0 1 14rem",
    fontSize: "13px",
  },
  ".cm-button": {
    background: color.bg,
    color: color.fg,
    border: `1px solid ${color.border}`,
    borderRadius: "6px",
    padding: "3px 8px",
    fontSize: "13px",
    cursor: "pointer",
    "&:active": { background: color.tint },
    "&:hover": { borderColor: color.muted },
  },
  ".cm-panel.cm-search [name=close], .cm-panel.cm-gotoLine .cm-dialog-close, .cm-panel.cm-panel-lint [name=close]": {
    top: "6px",
    right: "6px",
    width: "26px",
    height: "26px",
    borderRadius: "6px",
    color: color.fg,
    fontSize: "18px",
    lineHeight: "1",
    cursor: "pointer",
  },
  ".cm-panels :focus-visible": { outline: `2px solid ${color.accent}`, outlineOffset: "1px" },
  ".cm-panel.cm-panel-lint ul": { maxHeight: "120px" },
  ".cm-panel.cm-panel-lint ul [aria-selected]": { backgroundColor: color.selection, color: color.fg },
  ".cm-searchMatch": { backgroundColor: `color-mix(in srgb, ${color.warning} 30%, transparent)` },
  ".cm-searchMatch-selected": { backgroundColor: `color-mix(in srgb, ${color.warning} 55%, transparent)` },
  "@media (pointer: coarse)": {
    ".cm-textfield, .cm-button, .cm-panel.cm-search [name=close]": { minHeight: "44px", minWidth: "44px" },
  },
};

export const theme = EditorView.theme({ ...text, ...gutters, ...marks, ...panels });

export const colors = HighlightStyle.define([
  { tag: tags.propertyName, color: color.key },
  { tag: tags.string, color: color.string },
  { tag: tags.number, color: color.number },
  { tag: [tags.bool, tags.null], color: color.keyword },
  { tag: tags.invalid, color: "inherit" },
]);

/** Inside the shadow root: the frame around CodeMirror, and the words about the keyboard. */
export const shadowRules = `
:host { display: block; }
.frame { height: 100%; position: relative; text-align: start; }
.frame > .cm-editor { height: 100%; }
.keys {
  position: absolute; right: 4px; bottom: 4px; z-index: 5; max-width: calc(100% - 16px); margin: 0; padding: 2px 8px;
  border: 1px solid ${color.border}; border-radius: 6px; background: ${color.tint}; color: ${color.fg};
  font: 13px/1.5 var(--font-sans, system-ui, sans-serif); pointer-events: none;
}
.frame:not(.by-keyboard) .keys, .frame:not(:focus-within) .keys { clip-path: inset(50%); width: 1px; height: 1px; padding: 0; overflow: hidden; white-space: nowrap; }
`;

/**
 * On the page: the editor covers its textarea exactly; the textarea keeps its box, its value and its name. Its own lines
 * are laid out only while it has the focus: for 200 kB that would take 80 ms at every key.
 */
export const pageRules = `
[data-enhanced] { position: relative; }
[data-enhanced] > textarea[data-editor] { opacity: 0; pointer-events: none; resize: none; }
[data-enhanced] > textarea[data-editor]:not(:focus) { content-visibility: hidden; }
[data-enhanced] > .editor-host { position: absolute; inset: 0; }
`;
