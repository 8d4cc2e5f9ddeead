// What is odd about an argument has no say, or is refused.

import assert from "node:assert/strict";
import { test } from "node:test";
import vm from "node:vm";
import { Folder, OzStatusError, StatusSet, Tally, groupResults, join, resolve } from "oz-status";
import { stopEngine } from "./stop.mjs";

const bytes = (text) => new TextEncoder().encode(text);
const PASS = '[{"resolution":"SUCCESS"}]';
const refused = (path, call) => assert.throws(call, { name: "OzStatusError", code: "invalid_argument", path });
const filled = () => {
  for (let i = 0; i < 400; i++) new Folder().observe({ analyse_id: "x", state: "PROCESSING" });
};

test("a buffer that is used again does not change what a folder has seen", () => {
  const sliced = new (class extends Uint8Array {
    slice() {
      return bytes('{"resolution":"SUCCESS"}');
    }
  })(bytes('{"resolution":"DECLINED"}'));
  for (const sighting of [Buffer.from('{"resolution":"DECLINED"}'), sliced]) {
    const folder = new Folder();
    folder.observe(sighting);
    sighting.set(bytes('{"resolution":"SUCCESS" }'));
    filled();
    assert.equal(folder.verdict().decision, "REJECT");
  }
});

test("neither a length nor a name of their own is believed of bytes and columns", () => {
  resolve(PASS);
  const empty = Object.defineProperty(new Uint8Array(0), "length", { value: PASS.length });
  assert.throws(() => resolve(empty), { code: "invalid_json" });
  class Asking extends Uint8Array {
    get length() {
      resolve("[]");
      return super.length;
    }
  }
  assert.equal(resolve(new Asking(bytes(PASS)), { require: ["BIOMETRY"] }).decision, "WAIT");
  const named = (array, name) => Object.defineProperty(array, Symbol.toStringTag, { value: name });
  refused("payload", () => resolve(named(Uint16Array.from(bytes(PASS), (byte) => byte + 256), "Uint8Array")));
  refused("codes", () => groupResults(named(Uint16Array.of(257), "Uint8Array"), Uint32Array.of(0, 1)));
  refused("offsets", () => groupResults(Uint8Array.of(1), named(Float64Array.of(2 ** 32, 2 ** 32 + 1), "Uint32Array")));
  const short = Object.defineProperty(new Uint8Array(100).fill(1), "length", { value: 1 });
  assert.deepEqual([...groupResults(short, Uint32Array.of(0, 100))], [1]);
  const foreign = vm.runInNewContext("[Uint8Array.of(1, 3), Uint32Array.of(0, 2)]");
  assert.deepEqual([...groupResults(...foreign)], [3]);
});

test("memory that was given away is the caller's mistake", () => {
  const given = bytes(PASS);
  structuredClone(given, { transfer: [given.buffer] });
  refused("payload", () => resolve(given));
  refused("payload", () => new Folder().observe(given));
  refused("codes", () => groupResults(given, Uint32Array.of(0)));
  assert.equal(resolve(PASS).decision, "ACCEPT");
});

test("what JSON would not say of an object is refused", () => {
  const state = { state: "PROCESSING" };
  class List extends Array {
    get state() {
      return "PROCESSING";
    }
  }
  for (const lossy of [
    [{ resolution: "SUCCESS", [Symbol("state")]: "PROCESSING" }],
    Object.assign([{ resolution: "SUCCESS" }], state),
    { analyses: Object.assign([{ resolution: "SUCCESS" }], state) },
    List.of({ resolution: "SUCCESS" }),
    { analyses: List.of({ resolution: "SUCCESS" }) },
    Object.assign([{ resolution: "SUCCESS" }], { [Symbol("state")]: "PROCESSING" }),
    Promise.resolve(PASS),
    new ArrayBuffer(2),
    new DataView(new ArrayBuffer(2)),
    Uint16Array.of(91, 93),
  ]) {
    refused("payload", () => resolve(lossy));
  }
  assert.equal(resolve({ analyses: [], then: 1, byteLength: 1 }).decision, "WAIT");
  const revoked = Proxy.revocable({}, {});
  revoked.revoke();
  refused("payload", () => resolve(revoked.proxy));
});

test("nothing gets lost in arguments that nobody reads", () => {
  refused("options", () => new Folder({ require: ["BIOMETRY"] }));
  const folder = new Folder();
  refused("options", () => folder.observe({ resolution: "SUCCESS" }, { require: ["BIOMETRY"] }));
  [{ resolution: "SUCCESS" }].forEach(folder.observe, folder);
  assert.equal(folder.sightings, 1);
  assert.equal(StatusSet.EMPTY.with("SUCCESS", "DECLINED").decision, "REJECT");
  const [good, bad] = [StatusSet.of("SUCCESS"), StatusSet.of("DECLINED")];
  assert.equal(StatusSet.EMPTY.union(good, bad).decision, "REJECT");
  refused("", () => join("SUCCESS", "SUCCESS", "DECLINED"));
  assert.equal(["SUCCESS", "DECLINED", "SUCCESS"].reduce(join), "DECLINED");
  for (const forged of [Object.create(StatusSet.prototype), { bits: 1 }, null, 1, structuredClone(good)]) {
    refused("other", () => good.union(forged));
  }
  for (const forged of [Object.create(Tally.prototype), { counts: {} }, null]) refused("other", () => new Tally().merge(forged));
});

test("an error shows no more than 64 bytes of what it found", () => {
  const shown = (word) => {
    try {
      join(word, "SUCCESS");
    } catch (error) {
      assert.ok(error instanceof OzStatusError);
      return error.found;
    }
  };
  assert.equal(shown("я".repeat(100)), "я".repeat(32));
  assert.equal(shown(`${"a".repeat(62)}€`), "a".repeat(62));
  assert.equal(shown({ [Symbol.toStringTag]: "X".repeat(1000) }), "x".repeat(64));
});

test("an engine that stops is replaced, however often", () => {
  const folder = new Folder();
  folder.observe({ resolution: "DECLINED" });
  const before = process.memoryUsage().rss;
  let stops = 0;
  while (stops < 300) {
    const more = stopEngine();
    assert.ok(more > 0);
    stops += more;
    assert.equal(resolve(PASS).decision, "ACCEPT");
  }
  assert.equal(folder.verdict().decision, "REJECT");
  assert.ok(process.memoryUsage().rss - before < 200e6);
});
