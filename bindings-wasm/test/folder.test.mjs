// Folders in progress, and columns.

import assert from "node:assert/strict";
import { test } from "node:test";
import { Folder, OzStatusError, groupResults, resolve, resolveToJson } from "oz-status";
import { stopEngine } from "./stop.mjs";

const seen = (id, state, resolution, more) => ({ analyse_id: id, type: "QUALITY", state, ...(resolution && { resolution }), ...more });

test("a folder takes sightings in any form and order", () => {
  const folder = new Folder();
  assert.equal(folder.verdict().decision, "WAIT");
  folder.observe(seen("a1", "PROCESSING"));
  assert.equal(folder.verdict({ require: ["QUALITY"] }).decision, "WAIT");
  folder.observe(JSON.stringify(seen("a1", "FINISHED", "SUCCESS")));
  folder.observe(new TextEncoder().encode(JSON.stringify(seen("a2", "FINISHED", "DECLINED"))));
  assert.equal(folder.verdict({ require: ["QUALITY"] }).decision, "REJECT");
  assert.equal(folder.sightings, 3);
  const list = [seen("a1", "PROCESSING"), seen("a1", "FINISHED", "SUCCESS"), seen("a2", "FINISHED", "DECLINED")];
  assert.equal(folder.verdictToJson(), resolveToJson(list));
  assert.ok(Object.isFrozen(folder.verdict()));
});

test("a refused sighting changes nothing", () => {
  const folder = new Folder();
  folder.observe(seen("a1", "PROCESSING", undefined, { group_id: "g1" }));
  const before = folder.verdictToJson();
  for (const wrong of [seen("a1", "FINISHED"), seen("a1", "PROCESSING", undefined, { group_id: "g2" }), [], "{", { state: "x" }]) {
    assert.throws(() => folder.observe(wrong), OzStatusError);
  }
  assert.throws(() => folder.verdict({ required: [] }), OzStatusError);
  assert.equal(folder.verdictToJson(), before);
  assert.equal(folder.sightings, 1);
});

test("bytes are the folder's own", () => {
  const folder = new Folder();
  const bytes = new TextEncoder().encode(JSON.stringify(seen("a1", "FINISHED", "DECLINED")));
  folder.observe(bytes);
  bytes.fill(32);
  for (let i = 0; i < 100; i++) new Folder().observe(seen("x", "PROCESSING"));
  assert.equal(folder.verdict().system_resolution, "DECLINED");
});

test("many folders at once do not mix", () => {
  const folders = Array.from({ length: 500 }, () => new Folder());
  for (const resolution of ["SUCCESS", "DECLINED"]) {
    folders.forEach((folder, i) => folder.observe(seen(`${resolution}${i}`, "FINISHED", i % 2 ? resolution : "SUCCESS")));
  }
  folders.forEach((folder, i) => {
    const { system_resolution, determining } = folder.verdict();
    assert.equal(system_resolution, i % 2 ? "DECLINED" : "SUCCESS");
    assert.ok(determining.every(({ analyse_id }) => analyse_id.endsWith(String(i))));
  });
});

/** How many sightings reach the engine: every one of them is written there by the encoder. */
function written(run) {
  const { encodeInto } = TextEncoder.prototype;
  let count = 0;
  TextEncoder.prototype.encodeInto = function (...args) {
    count++;
    return encodeInto.apply(this, args);
  };
  try {
    run();
  } finally {
    TextEncoder.prototype.encodeInto = encodeInto;
  }
  return count;
}

test("folders used in turn are not read again and again", () => {
  const folders = Array.from({ length: 200 }, () => new Folder());
  const round = (i) => folders.forEach((folder, f) => folder.observe(seen(`${f}-${i % 5}`, "FINISHED", i === 150 && f % 2 ? "DECLINED" : "SUCCESS")));
  const rounds = (from, to) => written(() => {
    for (let i = from; i < to; i++) round(i);
  });
  const first = rounds(0, 100);
  assert.ok(first >= 20_000 && first <= 60_000, `${first} for 20,000 sightings`);
  const second = rounds(100, 200);
  assert.ok(second >= 20_000 && second <= 60_000, `${second} for 20,000 more`);
  assert.ok(first + second <= 100_000, `${first + second} for 40,000`);
  assert.ok(written(() => folders.forEach((folder) => folder.verdict())) <= 40_000);
  folders.forEach((folder, f) => {
    assert.equal(folder.sightings, 200);
    assert.equal(folder.verdict().decision, f % 2 ? "REJECT" : "ACCEPT");
  });
});

test("folders are rebuilt after the engine stopped", () => {
  const folders = Array.from({ length: 100 }, () => new Folder());
  const round = (of) => of.forEach((folder, f) => folder.observe(seen(`${f}`, "FINISHED", f % 2 ? "DECLINED" : "SUCCESS")));
  round(folders);
  assert.ok(stopEngine() > 0);
  assert.throws(() => folders[7].observe("nope"), { code: "invalid_json" });
  assert.equal(new Folder().verdict().decision, "WAIT");
  round(folders);
  folders.forEach((folder, f) => {
    const { decision, determining } = folder.verdict();
    assert.deepEqual([decision, determining[0].analyse_id], [f % 2 ? "REJECT" : "ACCEPT", `${f}`]);
  });
});

test("columns", () => {
  const codes = Uint8Array.of(1, 3, 1, 5);
  assert.deepEqual([...groupResults(codes, Uint32Array.of(0, 2, 2, 4))], [3, 6, 5]);
  assert.deepEqual([...groupResults(codes, Uint32Array.of(4))], []);
  const refused = (code, path, call) => assert.throws(call, { name: "OzStatusError", code, path });
  refused("unknown_code", "codes[2]", () => groupResults(Uint8Array.of(1, 1, 0, 7), Uint32Array.of(0, 4)));
  refused("unknown_code", "codes[0]", () => groupResults(Uint8Array.of(17), Uint32Array.of(0)));
  refused("bad_offset", "offsets[2]", () => groupResults(codes, Uint32Array.of(0, 3, 2)));
  refused("bad_offset", "offsets[1]", () => groupResults(codes, Uint32Array.of(0, 5)));
  refused("no_offsets", "offsets", () => groupResults(codes, new Uint32Array()));
  assert.throws(() => groupResults(codes, Uint32Array.of(0, 5)), { expected: "an offset from the one before it to the number of codes" });
  assert.throws(() => groupResults(Uint8Array.of(17), Uint32Array.of(0)), { found: "17", expected: "the code of a resolution" });
  for (const wrong of [[1, 300], new Uint8ClampedArray(2), new Int8Array(2), undefined, "ab"]) {
    refused("invalid_argument", "codes", () => groupResults(wrong, Uint32Array.of(0, 1)));
  }
  for (const wrong of [[0, 1], new Int32Array(2), new Float64Array(2), new BigUint64Array(2), undefined]) {
    refused("invalid_argument", "offsets", () => groupResults(codes, wrong));
  }
  const many = new Uint8Array(1_000_000).fill(1);
  many[999_999] = 3;
  const results = groupResults(many, Uint32Array.from({ length: 250_001 }, (_, i) => 4 * i));
  assert.deepEqual([results.length, results[0], results[249_999]], [250_000, 1, 3]);
});

test("the heap is steady over a million calls", () => {
  const text = JSON.stringify([seen("a1", "FINISHED", "SUCCESS"), seen("a2", "FINISHED", "DECLINED")]);
  const sighting = JSON.stringify(seen("a1", "FINISHED", "SUCCESS"));
  const round = (calls) => {
    for (let i = 0; i < calls; i++) {
      if (i % 2) resolveToJson(text, { require: ["QUALITY"] });
      else new Folder().observe(sighting);
      if (i % 1000 === 0) assert.throws(() => resolve("["), OzStatusError);
    }
    globalThis.gc?.();
    const { external, arrayBuffers, heapUsed } = process.memoryUsage();
    return external + arrayBuffers + heapUsed;
  };
  round(20_000);
  const before = round(20_000);
  const after = round(1_000_000);
  assert.ok(after - before < 8 << 20, `${before} to ${after}`);
});
