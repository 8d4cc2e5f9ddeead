import assert from "node:assert/strict";
import * as oz from "oz-status";
import * as lattice from "oz-status/lattice";
import * as slim from "oz-status/slim";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { EXPECTED, check } from "../check.mjs";

assert.equal(check(oz), EXPECTED);
assert.equal(lattice.groupResult(["SUCCESS", "FAILED"]), "FAILED");
assert.equal(lattice.OzStatusError, oz.OzStatusError);

// alone, in another process, slim has to be initialised
if (process.argv[2] !== "slim") {
  await slim.init();
  assert.equal(check(slim), EXPECTED);
}
const wasm = await readFile(createRequire(import.meta.url).resolve("oz-status/oz-status.wasm"));
assert.ok(WebAssembly.validate(wasm));
