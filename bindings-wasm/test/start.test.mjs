// The engine starts with the first call that needs it, and no sooner.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { here } from "./files.mjs";

/** What a new process prints. It counts the modules that are compiled; the step that `failing` names does not succeed. */
const printed = (code) => {
  const watched = `
    let compiled = 0, instances = 0, failing;
    const step = (name, run) => (...given) => {
      if (failing === name) throw new RangeError("no memory for that");
      return run(...given);
    };
    const { Module, Instance } = WebAssembly;
    WebAssembly.Module = new Proxy(Module, {
      construct: step("Module", (target, given) => (compiled++, new target(...given))),
    });
    WebAssembly.Instance = new Proxy(Instance, {
      construct: step("Instance", (target, given) => {
        instances++;
        const exports = { ...new target(...given).exports };
        for (const name of ["__wbindgen_start", "engine_new"]) exports[name] = step(name, exports[name]);
        return { exports };
      }),
    });`;
  const options = { cwd: here, encoding: "utf8" };
  return execFileSync(process.execPath, ["--input-type=module", "--eval", watched + code], options).trim().split("\n");
};

test("import starts nothing, nor do words; a payload, a column and a folder do, once", () => {
  for (const entry of ["./dist/index.js", "./dist/index.node.js"]) {
    for (const first of ['resolve("[]")', "groupResults(Uint8Array.of(1), Uint32Array.of(0, 1))", "new Folder().verdict()"]) {
      const counts = printed(`
        const { resolve, groupResult, groupResults, Folder } = await import("${entry}");
        groupResult(["SUCCESS"]);
        new Folder();
        console.log(compiled);
        ${first};
        console.log(compiled);
        console.log(resolve('[{"resolution":"DECLINED"}]').decision, compiled);`);
      assert.deepEqual(counts, ["0", "1", "REJECT 1"], `${entry}: ${first}`);
    }
  }
});

test("what cannot start is an error of ours, and is tried again", () => {
  for (const step of ["Module", "Instance", "__wbindgen_start", "engine_new"]) {
    const told = printed(`
      const { resolve, Folder, OzStatusError } = await import("oz-status");
      const folder = new Folder();
      for (failing of ["${step}", "${step}", undefined]) {
        try {
          console.log(resolve('[{"resolution":"SUCCESS"}]').decision);
        } catch (error) {
          console.log(error instanceof OzStatusError, error.code, error.message.includes("no memory for that"), error.cause.name);
        }
      }
      folder.observe({ resolution: "DECLINED" });
      console.log(folder.verdict().decision, instances);`);
    // one for each time that it got as far: a second one at once might find no room
    const instances = { Module: 1, Instance: 1 }[step] ?? 3;
    const failure = "true engine_failure true RangeError";
    assert.deepEqual(told, [failure, failure, "ACCEPT", `REJECT ${instances}`], step);
  }
});

test("an engine that was stopped while it started is started anew", async () => {
  const { stopEngine } = await import("./stop.mjs");
  assert.ok(stopEngine() > 0);
  const { resolve } = await import("oz-status");
  assert.equal(resolve('[{"resolution":"DECLINED"}]').decision, "REJECT");
  assert.throws(() => resolve('[{"resolution":"FINISHED"}]'), { code: "word_not_allowed", path: "analyses[0].resolution" });
});

test("a script that was not read as UTF-8 is told as such, and gives no verdict", () => {
  const text = readFileSync(join(here, "dist/index.js"));
  const lattice = text.toString().match(/"\.\/(shared-\w+\.js)"/)[1];
  const folder = mkdtempSync(join(tmpdir(), "oz-status-charset-"));
  try {
    cpSync(join(here, "dist", lattice), join(folder, lattice));
    for (const charset of ["windows-1252", "iso-8859-2", "iso-8859-15", "koi8-r", "macintosh", "shift_jis"]) {
      const misread = new TextDecoder(charset).decode(text);
      writeFileSync(join(folder, "index.mjs"), misread);
      const [told] = printed(`
        const { resolve } = await import(${JSON.stringify(join(folder, "index.mjs"))});
        try {
          console.log(resolve("[]").decision);
        } catch (error) {
          console.log(error.code, error.message);
        }`);
      assert.match(told, /^engine_failure .*UTF-8$/, charset);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
});
