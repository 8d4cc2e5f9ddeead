// The entries are one package: what one of them throws or builds, the others know.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { createRequire } from "node:module";
import { test } from "node:test";
import * as all from "oz-status";
import * as lattice from "oz-status/lattice";
import * as slim from "oz-status/slim";
import * as browsers from "../dist/index.js";
import { here } from "./files.mjs";

test("classes are the same in every entry", () => {
  for (const name of Object.keys(lattice)) {
    assert.equal(all[name], lattice[name], name);
    assert.equal(slim[name], lattice[name], name);
    assert.equal(browsers[name], lattice[name], name);
  }
  assert.throws(() => all.resolve("{}"), lattice.OzStatusError);
  assert.equal(lattice.StatusSet.of("SUCCESS").union(all.StatusSet.of("DECLINED")).decision, "REJECT");
});

test("the entry for browsers, that for Node and that for `require` give the same names and the same verdicts", () => {
  const required = createRequire(import.meta.url)("oz-status");
  const payload = '{"analyses":[{"type":"QUALITY","group_id":"é","resolution":"DECLINED","time_updated":1700000001}]}';
  for (const entry of [browsers, required]) {
    assert.deepEqual(Object.keys(entry).sort(), Object.keys(all).sort());
    assert.equal(entry.resolveToJson(payload), all.resolveToJson(payload));
  }
  assert.deepEqual(Object.keys(slim).filter((name) => name !== "init").sort(), Object.keys(all).sort());
});

test("lattice needs nothing but the language", () => {
  const code = `
    for (const name of ["TextEncoder", "TextDecoder", "WebAssembly", "Buffer", "FinalizationRegistry"]) delete globalThis[name];
    const { groupResult } = await import("oz-status/lattice");
    console.log(groupResult(["SUCCESS", "DECLINED"]));
    try { groupResult(["\u{1f600}".repeat(20)]) } catch (error) { console.log(error.code, error.found.length) }`;
  const told = execFileSync(process.execPath, ["--input-type=module", "--eval", code], { cwd: here, encoding: "utf8" });
  // 64 bytes of UTF-8
  assert.equal(told, "DECLINED\nunknown_word 32\n");
});
