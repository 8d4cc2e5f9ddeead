// The playground as plain files in `playground/dist`: a page, the rules, a style, a script with the package inside.

import { build } from "esbuild";
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { resolve } from "oz-status";
import { payload, payloadFiles, vectors } from "../test/files.mjs";
import { html } from "./markdown.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const dist = join(here, "dist");
rmSync(dist, { recursive: true, force: true });
mkdirSync(dist);

// each story with the most that a caller asks of it in the vectors
const asked = new Map();
for (const line of vectors("stories.ndjson").split("\n").filter(Boolean)) {
  const { name, options } = JSON.parse(line);
  const [, file] = /^story ([\w-]+),/.exec(name);
  if (!asked.has(file) || options.require.length <= 2) asked.set(file, options);
}
const stories = payloadFiles.map((file) => {
  const name = file.replace(/\.json$/, "");
  const { require, operator_review } = asked.get(name) ?? { require: [], operator_review: true };
  const title = name.replace(/-/g, " ").replace(/^\w/, (first) => first.toUpperCase()).replace("Web sdk", "Web SDK");
  return { name, title, payload: payload(file), require, operatorReview: operator_review };
});

const rules = readFileSync(join(here, "../../RULES.md"), "utf8");
const findings = Object.fromEntries([...rules.matchAll(/^\| `(\w+)` \| ([^|]+) \|$/gm)].map(([, code, when]) => [code, when.trim()]));
const types = resolve("[]", { require: ["QUALITY", "BIOMETRY", "DOCUMENTS", "COLLECTION"] }).required.map(({ type }) => type);
const first = "spoof-declined-in-earlier-group";
writeFileSync(join(dist, "stories.json"), JSON.stringify({ stories, findings, types, first }));

await build({
  entryPoints: [join(here, "src/main.js")],
  outfile: join(dist, "playground.js"),
  bundle: true,
  minify: true,
  format: "iife",
  target: "es2022",
  legalComments: "none",
  logLevel: "warning",
});
for (const name of ["index.html", "style.css", "verdict.css", "rules.css"]) cpSync(join(here, name), join(dist, name));

const page = readFileSync(join(here, "index.html"), "utf8");
const head = page.slice(0, page.indexOf("<body>")).replace(/\s*<script.*<\/script>/, "").replace("verdict.css", "rules.css").replace(/<title>.*<\/title>/, "<title>The rules of oz-status</title>");
const nav = '<header class="top"><h1>oz-status</h1><nav aria-label="More"><a href="index.html">The playground</a></nav></header>';
const body = html(rules).replace(/<h1 /, "<h2 ").replace(/<\/h1>/, "</h2>");
writeFileSync(join(dist, "rules.html"), `${head}<body>${nav}<main class="prose-page"><article class="prose">${body}</article></main></body></html>\n`);
