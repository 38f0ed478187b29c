// Runs many modules in one process; the plan is described in base.run_batch. Programs run one after the other, so that
// each finds its own environment, working directory and standard output.
import { readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { format } from "node:util";

const plan = JSON.parse(readFileSync(process.argv[2], "utf8"));
const outcomes = {};
const write = process.stdout.write;

// A program that is written with callbacks is done when nothing of its own is open any more.
const settled = async () => {
  for (let quiet = 0; quiet < 3; ) {
    await new Promise((resolve) => setTimeout(resolve, 1));
    const open = process.getActiveResourcesInfo().filter((name) => /TCP|GetAddrInfo/.test(name));
    quiet = open.length ? 0 : quiet + 1;
  }
};

for (const program of plan.programs) {
  Object.assign(process.env, program.environment);
  process.chdir(program.folder);
  process.exitCode = undefined;
  const printed = [];
  const errors = [];
  const failures = [];
  const fail = (error) => failures.push(error);
  process.on("uncaughtException", fail);
  process.stdout.write = (chunk, ...rest) => {
    printed.push(Buffer.from(chunk));
    rest.filter((value) => typeof value === "function").forEach((done) => done());
    return true;
  };
  console.log = (...values) => printed.push(Buffer.from(`${format(...values)}\n`));
  console.error = (...values) => errors.push(format(...values));
  try {
    await import(pathToFileURL(program.path));
    await settled();
  } catch (error) {
    failures.push(error);
  }
  process.off("uncaughtException", fail);
  process.stdout.write = write;
  outcomes[program.name] = {
    returncode: failures.length ? 1 : (process.exitCode ?? 0),
    stdout: Buffer.concat(printed).toString("utf8"),
    stderr: [...errors, ...failures.map((error) => String(error?.stack ?? error) + String(error?.cause ?? ""))].join("\n"),
  };
}

writeFileSync(plan.result, JSON.stringify(outcomes));
process.exit(0);
