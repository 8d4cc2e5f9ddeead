// Every vector, byte for byte, through text, bytes and the parsed verdict; in both module systems.

import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { test } from "node:test";
import * as api from "oz-status";
import * as lattice from "oz-status/lattice";
import { vectorFiles, vectors } from "./files.mjs";
import { differing, differingFacts } from "./vectors.mjs";

const required = createRequire(import.meta.url)("oz-status");

for (const file of vectorFiles) {
  test(file, () => {
    const { count, wrong } = differing(vectors(file), api);
    assert.ok(count > 0);
    assert.deepEqual(wrong.slice(0, 3), []);
  });
}

test("the vectors through require", () => {
  assert.deepEqual(differing(vectors("errors.ndjson"), required).wrong, []);
  assert.deepEqual(differing(vectors("stories.ndjson"), required).wrong, []);
});

test("lattice.txt, by the whole package and by the lattice alone", () => {
  for (const entry of [api, lattice, required]) {
    const { count, wrong } = differingFacts(vectors("lattice.txt"), entry);
    assert.ok(count > 1000);
    assert.deepEqual(wrong, []);
  }
});
