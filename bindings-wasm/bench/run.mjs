// The package beside plain JavaScript, in Node and in Chromium. `--record` writes `bench/RECORD.md`.

import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import * as oz from "oz-status";
import { browser, serve } from "../consumers/browser.mjs";
import { here, payload } from "../test/files.mjs";
import { sizes } from "../test/sizes.mjs";
import { cases, measure, median } from "./cases.mjs";

const bench = dirname(fileURLToPath(import.meta.url));
const story = payload("spoof-declined-in-earlier-group.json");
const lines = [];
const say = (line = "") => {
  console.log(line);
  lines.push(line);
};
const micros = (time) => (time < 10 ? time.toFixed(2) : time.toFixed(1));
const table = (where, results) => {
  say(`## ${where}`);
  say();
  say("| | oz-status, µs | plain JavaScript, µs | times as fast |");
  say("|---|---|---|---|");
  for (const { name, ours, theirs, ratio } of results) say(`| ${name} | ${micros(ours)} | ${micros(theirs)} | ${ratio.toFixed(2)} |`);
  say();
};

say("# Measured");
say();
say(`${new Date().toISOString().slice(0, 10)}, ${cpus().length} cores of ${cpus()[0].model}, Node ${process.version.slice(1)}. Medians of 41 rounds that take turns; answers are asserted. Plain JavaScript checks nothing and gives one word; \`resolve\` gives the whole verdict.`);
say();
table("Node", cases(oz, story).map((each) => measure(each)));

/** Medians over new processes, which take turns: import, and the first verdict after it. */
function ready(files) {
  const node = (file) => JSON.parse(execFileSync(process.execPath, [join(bench, "ready.mjs"), file], { encoding: "utf8" }));
  const rounds = Array.from({ length: 31 }, () => files.map(node));
  return files.map((_, file) => [0, 1].map((which) => median(rounds.map((times) => times[file][which])).toFixed(1)));
}
const [[empty], [small], [imported, first]] = ready([
  join(bench, "empty.mjs"),
  join(here, "dist/lattice.js"),
  join(here, "dist/index.node.js"),
]);
say(`A new process: import ${imported} ms (lattice alone ${small} ms, an empty module ${empty} ms), then the first verdict, with the compiling of the module, ${first} ms.`);
say();

const { url, close } = await serve({ "/dist/": join(here, "dist"), "/": bench });
const { context, close: closeBrowser } = await browser();
try {
  const page = await context.newPage();
  await page.goto(`${url}/empty.html`);
  const { version, results } = await page.evaluate(async (story) => {
    const oz = await import("/dist/index.js");
    const { cases, measure } = await import("/cases.mjs");
    return { version: navigator.userAgent.match(/Chrom\w*\/(\d+)/)[1], results: cases(oz, story).map((each) => measure(each)) };
  }, story);
  table(`Chromium ${version}`, results);
} finally {
  await closeBrowser();
  close();
}

say("## Sizes after gzip");
say();
for (const [entry, size] of Object.entries(sizes())) say(`- ${entry}: ${(size / 1024).toFixed(1)} KB`);
if (process.argv.includes("--record")) writeFileSync(join(bench, "RECORD.md"), `${lines.join("\n")}\n`);
