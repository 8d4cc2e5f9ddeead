// The packed tarball, installed into small consumers and run: Node in both module systems, types, three bundlers,
// plain pages, a worker, and a page whose Content-Security-Policy allows nothing but what the README says.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { here, vectorFiles } from "../test/files.mjs";
import { browser, serve } from "./browser.mjs";
import { EXPECTED } from "./check.mjs";

const work = join(here, "build/consumers");
const bin = (name) => join(here, "node_modules/.bin", name);
const run = (cwd, command, ...args) => execFileSync(command, args, { cwd, stdio: ["ignore", "pipe", "inherit"] });
const say = (what) => console.log(`ok - ${what}`);

rmSync(work, { recursive: true, force: true });
mkdirSync(work, { recursive: true });
run(here, "npm", "pack", "--silent", "--pack-destination", work);
const tarball = join(work, readdirSync(work).find((name) => name.endsWith(".tgz")));

cpSync(join(here, "consumers/check.mjs"), join(work, "check.mjs"));
for (const name of ["node-esm", "node-cjs", "types", "vite", "webpack", "pages"]) {
  cpSync(join(here, "consumers", name), join(work, name), { recursive: true });
  writeFileSync(join(work, name, "package.json"), '{ "private": true, "type": "module" }\n');
  run(join(work, name), "npm", "install", "--offline", "--no-audit", "--no-fund", "--no-package-lock", "--loglevel=error", tarball);
}
cpSync(join(here, "consumers/check.mjs"), join(work, "pages/check.mjs"));
cpSync(join(here, "test/vectors.mjs"), join(work, "pages/vectors.mjs"));

run(join(work, "node-esm"), process.execPath, "main.mjs");
run(join(work, "node-esm"), process.execPath, "slim.mjs");
say("Node, import");
run(join(work, "node-cjs"), process.execPath, "main.cjs");
say("Node, require");

for (const [module, resolution, file] of [
  ["nodenext", "nodenext", "main.ts"],
  ["nodenext", "nodenext", "main.cts"],
  ["esnext", "bundler", "main.ts"],
]) {
  const options = ["--noEmit", "--strict", "--target", "es2022", "--types", "", "--module", module, "--moduleResolution", resolution];
  run(join(work, "types"), bin("tsc"), "--ignoreConfig", ...options, file);
}
say("types, as ESM, as CommonJS and for bundlers");

run(join(work, "vite"), bin("vite"), "build");
const { default: webpack } = await import("webpack");
await new Promise((resolve, reject) =>
  webpack({ mode: "production", context: join(work, "webpack"), entry: "./main.js", output: { path: join(work, "webpack/dist") } })
    .run((error, stats) => (error || stats.hasErrors() ? reject(error ?? new Error(stats.toString())) : resolve())),
);
for (const format of ["esm", "cjs"]) {
  const out = join(work, "esbuild", `bundle.${format === "esm" ? "mjs" : "cjs"}`);
  run(join(work, "node-esm"), bin("esbuild"), "bundled.mjs", "--bundle", "--platform=node", `--format=${format}`, `--outfile=${out}`, "--log-level=error");
  run(work, process.execPath, out);
}
say("Vite, webpack and esbuild build it");

const headers = (query) => (query.has("csp") ? { "Content-Security-Policy": query.get("csp") } : {});
const { url, close } = await serve({ "/vectors/": join(here, "../tests/vectors"), "/": work }, headers);
const { context, close: closeBrowser } = await browser();
const open = async (path) => {
  const page = await context.newPage();
  const errors = [];
  page.on("pageerror", (error) => errors.push(error.message));
  await page.goto(`${url}/${path}`);
  return { page, errors };
};
const outcome = (page) => page.waitForFunction(() => globalThis.outcome, null, { timeout: 30_000 }).then(() => page.evaluate(() => globalThis.outcome));
try {
  for (const [path, answers] of [
    ["pages/plain.html", 1],
    ["pages/slim.html", 1],
    ["pages/worker.html", 1],
    ["vite/dist/index.html", 2],
    ["webpack/index.html", 2],
  ]) {
    const { page, errors } = await open(path);
    assert.deepEqual(await outcome(page), Array(answers).fill(EXPECTED), path);
    assert.deepEqual(errors, []);
    say(`Chromium, ${path}`);
    await page.close();
  }

  const enough = encodeURIComponent("script-src 'self' 'wasm-unsafe-eval'");
  for (const name of ["plain", "slim", "worker"]) {
    const { page } = await open(`pages/${name}.html?csp=${enough}`);
    assert.deepEqual(await outcome(page), [EXPECTED]);
    await page.close();
  }
  const { page: refused, errors } = await open(`pages/plain.html?csp=${encodeURIComponent("script-src 'self'")}`);
  await refused.waitForTimeout(500);
  assert.equal(await refused.evaluate(() => typeof globalThis.outcome), "undefined");
  assert.match(errors.join(), /engine_failure, .*WebAssembly.*Content Security Policy/is);
  say("Chromium, exactly script-src 'self' 'wasm-unsafe-eval', and no less");

  const { page } = await open("pages/plain.html");
  await outcome(page);
  const judged = await page.evaluate(async (files) => {
    const { differing, differingFacts } = await import("./vectors.mjs");
    const text = async (name) => (await fetch(`/vectors/${name}`)).text();
    const results = [differingFacts(await text("lattice.txt"), globalThis.oz)];
    for (const file of files) results.push(differing(await text(file), globalThis.oz));
    return results.map(({ count, wrong }) => ({ count, wrong: wrong.slice(0, 3) }));
  }, vectorFiles);
  assert.deepEqual(judged.flatMap(({ wrong }) => wrong), []);
  say(`Chromium, ${judged.reduce((sum, { count }) => sum + count, 0)} vectors`);
} finally {
  await closeBrowser();
  close();
}
