// Loading the module from a file of its own.

import assert from "node:assert/strict";
import { test } from "node:test";
import { Folder, init, resolve } from "oz-status/slim";

test("what is not the module is refused, and does not stand in its way", async () => {
  assert.throws(() => resolve("[]"), { name: "OzStatusError", code: "not_ready" });
  const empty = Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0);
  // a module of somebody else, which exports a function of our name
  const other = Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 7, 14, 1, 10, ...new TextEncoder().encode("engine_new"), 0, 0, 10, 4, 1, 2, 0, 11);
  const nowhere = new URL("data:application/wasm,");
  for (const source of [empty, other, Uint8Array.of(1, 2, 3), 42, "/nope.wasm", nowhere, { then: (_, reject) => reject(new Error("gone")) }]) {
    await assert.rejects(init(source), { name: "OzStatusError", code: "invalid_argument", path: "source" });
  }
  const folder = new Folder();
  assert.throws(() => folder.observe({ resolution: "SUCCESS" }), { code: "not_ready" });
  await init();
  folder.observe({ resolution: "DECLINED" });
  assert.equal(folder.verdict().decision, "REJECT");
  await init(42);
  assert.equal(resolve("[]").decision, "WAIT");
});
