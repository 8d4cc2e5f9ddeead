// The package as npm would publish it: sizes, types, and the two checkers of packages.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { here } from "./files.mjs";
import { sizes } from "./sizes.mjs";

const run = (name, ...args) => {
  try {
    return execFileSync(join(here, "node_modules/.bin", name), args, { cwd: here, encoding: "utf8", stdio: "pipe" });
  } catch (error) {
    assert.fail(`${name}: ${error.stdout}${error.stderr}`);
  }
};

test("sizes after gzip", () => {
  const limits = JSON.parse(readFileSync(join(here, "sizes.json"), "utf8"));
  for (const [entry, size] of Object.entries(sizes())) {
    console.log(`# ${entry}: ${(size / 1024).toFixed(1)} KB, at most ${limits[entry]}`);
    assert.ok(size <= limits[entry] * 1024, `${entry}: ${size} bytes, at most ${limits[entry]} KB`);
  }
});

test("types", () => {
  run("tsd", "--typings", "dist/index.d.ts", "--files", "types/*.test-d.ts");
});

test("publint and are-the-types-wrong find nothing", () => {
  const folder = mkdtempSync(join(tmpdir(), "oz-status-pack-"));
  try {
    execFileSync("npm", ["pack", "--silent", "--pack-destination", folder], { cwd: here });
    const tarball = join(folder, readdirSync(folder)[0]);
    run("publint", "run", "--strict", tarball);
    run("attw", tarball, "--exclude-entrypoints", "oz-status.wasm");
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("nothing of the machine that built it", () => {
  for (const name of readdirSync(join(here, "dist"))) {
    const text = readFileSync(join(here, "dist", name), "latin1");
    assert.doesNotMatch(text, /\/(root|home|work|tmp)\//, name);
  }
});
