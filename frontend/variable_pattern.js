// The pattern of `{{name}}`, the same as in playground/core/variables.py. To be compiled with the flag `u`.

const PLAIN = String.raw`[\p{L}_][\p{L}\p{N}_.\-]*`;

/** A name; one that begins with `$` may have an argument, in which names may stand in turn. */
export const NAME = String.raw`${PLAIN}|\$[\p{L}\p{N}_.\-]+(?:[ \t](?:[^{}"\n]|\{\{\s*${PLAIN}\s*\}\}){0,300})?`;

/** Without groups, so that it can stand inside other patterns. */
export const VARIABLE = String.raw`\{\{\s*(?:${NAME})\s*\}\}`;

/** The text with each variable replaced by as many digits: a value outside strings, harmless inside them. */
export function masked(text) {
  if (!text.includes("{{")) return text;
  return text.replace(new RegExp(VARIABLE, "gu"), (found) => "1".repeat(found.length));
}
