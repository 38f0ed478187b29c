// Standard input: a JSON array of texts. Standard output: the problems of each.

import { readFileSync } from "node:fs";

import { jsonProblems } from "../../frontend/json_problems.js";

console.log(JSON.stringify(JSON.parse(readFileSync(0, "utf8")).map(jsonProblems)));
