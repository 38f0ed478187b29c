// Bundles the code editor into static/build/editor.js: one minified ES module, third-party code included.
// `npm run build -- --metafile` prints what takes how many bytes.

import { analyzeMetafile, build } from "esbuild";

const NOTICE =
  "/*! Contains CodeMirror, Lezer, style-mod, w3c-keyname and crelt, copyright Marijn Haverbeke and others, MIT licence. */";

const result = await build({
  entryPoints: [new URL("editor.js", import.meta.url).pathname],
  outfile: new URL("../static/build/editor.js", import.meta.url).pathname,
  bundle: true,
  minify: true,
  format: "esm",
  target: "es2022",
  charset: "utf8",
  banner: { js: NOTICE },
  metafile: true,
  logLevel: "info",
});

if (process.argv.includes("--metafile")) console.log(await analyzeMetafile(result.metafile));
