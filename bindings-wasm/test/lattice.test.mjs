// Words, sets and tallies: what they take and refuse.

import assert from "node:assert/strict";
import { test } from "node:test";
import * as api from "oz-status";
import { OzStatusError, Resolution, StatusSet, Tally, compare, decide, groupResult, isFinal, join } from "oz-status/lattice";

const refused = (code, call) =>
  assert.throws(call, (error) => error instanceof OzStatusError && error.code === code);

test("the entries share their classes", () => {
  assert.equal(api.OzStatusError, OzStatusError);
  assert.equal(api.StatusSet, StatusSet);
});

test("no word but a resolution is taken", () => {
  for (const word of ["FINISHED", "finished"]) {
    refused("word_not_allowed", () => groupResult([word]));
    refused("word_not_allowed", () => join(word, "SUCCESS"));
  }
  for (const word of ["ACCEPT", "", "SUCCESS ", "toString", "__proto__", "constructor", "ſUCCESS", "ﬆ"]) {
    refused("unknown_word", () => groupResult(["SUCCESS", word]));
    refused("unknown_word", () => StatusSet.of(word));
    refused("unknown_word", () => new Tally().insert(word));
    assert.equal(api.isResolution(word), false);
  }
  for (const word of [undefined, null, 1, ["SUCCESS"], { toString: () => "SUCCESS" }, new String("SUCCESS")]) {
    refused("wrong_type", () => groupResult([word]));
    refused("wrong_type", () => join("SUCCESS", word));
    refused("wrong_type", () => decide(word));
    assert.equal(api.isResolution(word), false);
  }
  refused("wrong_type", () => groupResult(new Array(1)));
  for (const words of ["SUCCESS", undefined, new Set(["SUCCESS"]), { length: 0 }]) {
    refused("invalid_argument", () => groupResult(words));
  }
  assert.throws(() => groupResult(["SUCCESS", "DNOE"]), { path: "words[1]", found: "DNOE", expected: /^one of SUCCESS/ });
});

test("case is ignored, the result is not", () => {
  assert.equal(groupResult(["success", "Declined"]), "DECLINED");
  assert.equal(join("processing", "INITIAL"), "INITIAL");
  assert.equal(api.isResolution("success"), false);
});

test("sorting by severity", () => {
  const words = Object.keys(Resolution);
  assert.deepEqual([...words].reverse().sort(compare), words);
  assert.ok(compare("SUCCESS", "INITIAL") < 0 && compare("FAILED", "FAILED") === 0);
});

test("final words", () => {
  assert.deepEqual(["INITIAL", "PROCESSING", "WAIT"].map(isFinal), [false, false, false]);
  assert.deepEqual(["FAILED", "DECLINED", "SUCCESS", "ACCEPT", "RETRY"].map(isFinal), [true, true, true, true, true]);
  refused("word_not_allowed", () => isFinal("FINISHED"));
});

test("codes", () => {
  assert.equal(api.resolutionOfCode(3), "DECLINED");
  for (const code of [0, 7, 17, 1.5, -1, "3", NaN, undefined]) refused("invalid_argument", () => api.resolutionOfCode(code));
});

test("status sets are values", () => {
  const set = StatusSet.of("FAILED", "SUCCESS");
  assert.deepEqual([...set], ["SUCCESS", "FAILED"]);
  assert.deepEqual([set.size, set.worst, set.best, set.has("DECLINED")], [2, "FAILED", "SUCCESS", false]);
  assert.equal(set.with("DECLINED").union(StatusSet.EMPTY).bits, 0b1101);
  assert.throws(() => (set.bits = 1), TypeError);
  assert.deepEqual([StatusSet.EMPTY.result, StatusSet.EMPTY.worst, StatusSet.EMPTY.best], ["INITIAL", null, null]);
  for (const bits of [64, -1, 1.5, "1", NaN, 257]) refused("invalid_argument", () => StatusSet.fromBits(bits));
  refused("invalid_argument", () => set.union({ bits: 1 }));
  for (const bits of [["DECLINED"], [4], 999, 64, -1, 1.5, "1", NaN, undefined, null, new Number(1), set]) {
    refused("invalid_argument", () => new StatusSet(bits));
  }
  refused("invalid_argument", () => new (class extends StatusSet {})());
  assert.ok(Object.is(StatusSet.fromBits(-0).bits, 0));
});

test("tallies: an error changes nothing", () => {
  const full = Tally.fromCounts({ SUCCESS: Number.MAX_SAFE_INTEGER, FAILED: 1 });
  const before = JSON.stringify(full);
  refused("overflow", () => full.insert("SUCCESS"));
  refused("overflow", () => full.replace("FAILED", "SUCCESS"));
  refused("overflow", () => full.merge(Tally.fromCounts({ FAILED: 3, SUCCESS: 1 })));
  refused("not_there", () => full.remove("DECLINED"));
  assert.throws(() => full.remove("declined"), { code: "not_there", found: "DECLINED" });
  refused("not_there", () => full.replace("DECLINED", "SUCCESS"));
  refused("unknown_word", () => full.replace("FAILED", "x"));
  assert.equal(JSON.stringify(full), before);
  full.replace("SUCCESS", "SUCCESS");
  assert.equal(JSON.stringify(full), before);
  full.merge(full.constructor.fromCounts({ FAILED: 1 }));
  assert.equal(full.count("FAILED"), 2);
  for (const counts of [{ SUCCESS: -1 }, { SUCCESS: 1.5 }, { FINISHED: 1 }, { SUCCESS: "1" }, null]) {
    refused("invalid_argument", () => Tally.fromCounts(counts));
  }
  class Counts {
    get DECLINED() {
      return 3;
    }
  }
  const others = [new Map([["DECLINED", 3]]), [["DECLINED", 3]], [], new Counts(), Object.create({ DECLINED: 3 }), full, "DECLINED"];
  for (const counts of others) refused("invalid_argument", () => Tally.fromCounts(counts));
  refused("invalid_argument", () => Tally.fromCounts({ [Symbol("DECLINED")]: 3 }));
  refused("invalid_argument", () => Tally.fromCounts(Object.defineProperty({}, "FINISHED", { value: 1 })));
  refused("invalid_argument", () => new Tally({ DECLINED: 3 }));
  for (const counts of [{ DECLINED: 3 }, Object.defineProperty({}, "DECLINED", { value: 3 }), { __proto__: null, DECLINED: 3 }]) {
    assert.equal(Tally.fromCounts(counts).result, "DECLINED");
  }
  let read = 0;
  assert.equal(Tally.fromCounts({ get DECLINED() { return read++ ? -1 : 3 } }).count("DECLINED"), 3);
  assert.equal(JSON.stringify(Tally.fromCounts(full.counts)), JSON.stringify(full));
  const one = Tally.fromCounts({ DECLINED: 1 });
  one.merge(one);
  assert.equal(one.count("DECLINED"), 2);
});
