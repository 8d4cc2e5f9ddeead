// What the facade takes and refuses around the rules.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { test } from "node:test";
import vm from "node:vm";
import { Folder, OzStatusError, RULES_VERSION, resolve, resolveToJson } from "oz-status";

const refused = (code, path, call) =>
  assert.throws(call, (error) => {
    assert.ok(error instanceof OzStatusError && error instanceof Error, String(error));
    assert.deepEqual([error.code, error.path], [code, path], error.message);
    assert.ok(error.expected.length > 0 && !error.message.endsWith("."));
    return true;
  });

const analysis = (more) => ({ analyse_id: "a1", type: "QUALITY", state: "FINISHED", resolution: "SUCCESS", ...more });

test("text, bytes and objects say the same", () => {
  const folder = { folder_id: "ф", analyses: [analysis(), analysis({ analyse_id: "a2", resolution: "DECLINED" })] };
  const text = JSON.stringify(folder);
  const expected = resolveToJson(text);
  assert.equal(resolveToJson(folder), expected);
  assert.equal(resolveToJson(new TextEncoder().encode(text)), expected);
  assert.equal(resolveToJson(Buffer.from(text)), expected);
  const padded = Buffer.concat([Buffer.from("xx"), Buffer.from(text), Buffer.from("xx")]);
  assert.equal(resolveToJson(padded.subarray(2, -2)), expected);
  assert.equal(resolveToJson(vm.runInNewContext("Uint8Array.from(bytes)", { bytes: [...Buffer.from(text)] })), expected);
  assert.equal(JSON.stringify(resolve(folder)), expected);
});

test("a verdict is a plain object that nothing changes", () => {
  const verdict = resolve([analysis(), analysis({ analyse_id: "a2", resolution: "DECLINED" })], { require: ["QUALITY"] });
  assert.equal(Object.getPrototypeOf(verdict), Object.prototype);
  const walk = (value) => {
    assert.ok(Object.isFrozen(value));
    Object.values(value).filter((inner) => typeof inner === "object" && inner !== null).forEach(walk);
  };
  walk(verdict);
  assert.equal(verdict.rules, RULES_VERSION);
  assert.equal(verdict.decision, "REJECT");
  assert.ok(verdict.findings.length + verdict.groups.length + verdict.determining.length > 0);
});

test("large and non-ASCII payloads", () => {
  const many = Array.from({ length: 20_000 }, (_, i) => analysis({ analyse_id: `№${i}`, note: "я".repeat(20) }));
  assert.equal(resolve(many).decision, "ACCEPT");
  many[19_999] = analysis({ analyse_id: "x", resolution: "DECLINED" });
  assert.equal(resolve(JSON.stringify(many)).decision, "REJECT");
  const deep = `{"analyses":[],"x":${"[".repeat(200_000)}${"]".repeat(200_000)}}`;
  assert.equal(resolve(deep).system_resolution, "INITIAL");
});

test("an error tells where malformed JSON is", () => {
  try {
    resolve('{"analyses":[\n  {"state":]}');
    assert.fail("no error");
  } catch (error) {
    assert.equal(error.name, "OzStatusError");
    assert.deepEqual([error.code, error.line], ["invalid_json", 2]);
    assert.ok(error.column > 0);
    assert.match(error.message, /^invalid_json at line 2 column \d+/);
  }
});

test("options that are not known, or of another kind, are refused", () => {
  const text = "[]";
  refused("invalid_argument", "options.required", () => resolve(text, { required: ["QUALITY"] }));
  refused("invalid_argument", "options.operator_review", () => resolve(text, { operator_review: false }));
  refused("invalid_argument", "options.Symbol(x)", () => resolve(text, { [Symbol("x")]: 1 }));
  refused("invalid_argument", "options.require", () => resolve(text, { require: "QUALITY" }));
  refused("invalid_argument", "options.require", () => resolve(text, { require: undefined }));
  refused("invalid_argument", "options.require", () => resolve(text, { require: new Set(["QUALITY"]) }));
  refused("invalid_argument", "options.require[0]", () => resolve(text, { require: [7] }));
  refused("invalid_argument", "options.require[0]", () => resolve(text, { require: new Array(1) }));
  refused("invalid_utf8", "require[0]", () => resolve(text, { require: ["\ud800"] }));
  refused("empty_name", "require[1]", () => resolve(text, { require: ["A", ""] }));
  refused("invalid_argument", "options.operatorReview", () => resolve(text, { operatorReview: "false" }));
  refused("invalid_argument", "options.operatorReview", () => resolve(text, { operatorReview: undefined }));
  for (const options of [null, "QUALITY", ["QUALITY"], 1]) {
    refused("invalid_argument", "options", () => resolve(text, options));
  }
  assert.equal(resolve(text, {}).required.length, 0);
  assert.deepEqual(resolve(text, { require: ["a\0b", 'say "hi"'] }).required.map((r) => r.type), ["A\0B", 'SAY "HI"']);
});

test("no requirement gets lost: options are plain, and all that they have is read, once", () => {
  const text = JSON.stringify([analysis()]);
  const require = ["BIOMETRY"];
  class Options {
    get require() {
      return require;
    }
  }
  class Bare extends null {
    static make = () => Object.create(Bare.prototype);
    get require() {
      return require;
    }
  }
  const others = [
    Promise.resolve({ require }),
    new Map([["require", require]]),
    new Options(),
    Bare.make(),
    Object.create({ require }),
    Object.create(Object.assign(Object.create(null), { require })),
    Object.assign(() => 1, { require }),
    new String("require"),
    new Date(0),
  ];
  for (const options of others) refused("invalid_argument", "options", () => resolve(text, options));
  assert.equal(resolve(text, {}).decision, "ACCEPT");
  assert.equal(resolve(text, { require: ["quality"] }).decision, "ACCEPT");
  const hidden = (key, value) => Object.defineProperty({}, key, { value });
  const plain = [
    { require },
    { __proto__: null, require },
    hidden("require", require),
    vm.runInNewContext("({ require: ['BIOMETRY'] })"),
    new Proxy({ require }, {}),
    { get require() { return require } },
  ];
  for (const options of plain) {
    assert.equal(resolve(text, options).decision, "WAIT");
    assert.deepEqual(resolve(text, options).required.map(({ type }) => type), ["BIOMETRY"]);
  }
  refused("invalid_argument", "options.required", () => resolve(text, hidden("required", require)));
  refused("invalid_argument", "options.Symbol(x)", () => resolve(text, hidden(Symbol("x"), require)));

  let read = 0;
  const fickle = { get require() { return read++ ? [] : require } };
  assert.equal(resolve(text, fickle).decision, "WAIT");
  class Hiding extends Array {
    *[Symbol.iterator]() {}
  }
  assert.equal(resolve(text, { require: Hiding.of("BIOMETRY") }).decision, "WAIT");
  const own = Object.assign(["BIOMETRY"], { [Symbol.iterator]: function* () {} });
  assert.equal(resolve(text, { require: own }).decision, "WAIT");
  refused("invalid_argument", "options.require[1]", () => resolve(text, { require: ["QUALITY", , "QUALITY"] }));
  read = 0;
  const items = Object.defineProperty([], 0, { get: () => (read++ ? "QUALITY" : "BIOMETRY"), enumerable: true });
  assert.equal(resolve(text, { require: items }).decision, "WAIT");
});

test("payloads that are none", () => {
  for (const payload of [undefined, 1, true, Symbol("x"), 1n, () => "[]"]) {
    refused("invalid_argument", "payload", () => resolve(payload));
  }
  refused("invalid_argument", "payload", () => resolve(null));
  refused("invalid_argument", "payload", () => resolve(Promise.resolve("[]")));
  refused("invalid_argument", "payload", () => resolve(new ArrayBuffer(2)));
  refused("invalid_argument", "payload", () => resolve(new Uint16Array(2)));
  refused("missing_analyses", "analyses", () => resolve({}));
  refused("invalid_argument", "payload", () => resolve(new Map([["analyses", []]])));
});

test("what JSON would lose is refused, never read as absent", () => {
  const lost = (more) => refused("invalid_argument", "payload", () => resolve([analysis(more)]));
  for (const value of [undefined, NaN, Infinity, -Infinity, () => 1, Symbol("x"), 1n, new Date(NaN), new Number(NaN), Object(1n)]) {
    lost({ time_updated: value });
    lost({ results_data: [value] });
  }
  lost({ toJSON: () => undefined });
  lost({ group_id: { toJSON: () => null } });
  class Analysis {
    resolution = "SUCCESS";
    get state() {
      return "PROCESSING";
    }
  }
  const instances = [new Analysis(), Object.create({ state: "PROCESSING" }, {}), new Map([["state", "PROCESSING"]]), new Set(), /x/];
  for (const instance of [...instances, { ...analysis(), toJSON: () => new Analysis() }, Object.assign(new Analysis(), { toJSON() { return this } })]) {
    refused("invalid_argument", "payload", () => resolve(instance));
    refused("invalid_argument", "payload", () => resolve({ analyses: [instance] }));
    refused("invalid_argument", "payload", () => new Folder().observe(instance));
    lost({ results_data: instance });
  }
  const running = { resolution: "SUCCESS", get state() { return "PROCESSING" } };
  for (const plain of [running, { __proto__: null, ...running }, vm.runInNewContext("({ state: 'PROCESSING' })"), { toJSON: () => running }]) {
    assert.equal(resolve([plain]).decision, "WAIT");
  }
  assert.equal(resolve(vm.runInNewContext("[{ state: 'PROCESSING' }]")).decision, "WAIT");
  const cycle = analysis();
  cycle.self = cycle;
  refused("invalid_argument", "payload", () => resolve([cycle]));
  refused("invalid_argument", "payload", () => resolve([, analysis()]));
  const at = new Date("2023-11-14T22:13:20.250Z");
  assert.equal(resolve([analysis({ time_updated: at })]).groups[0].finished_at_us, 1_700_000_000_250_000);
});

test("a lone surrogate never becomes another character", () => {
  refused("invalid_utf8", "", () => resolve('[{"analyse_id":"\ud800","resolution":"SUCCESS"}]'));
  refused("invalid_utf8", "", () => resolve('[{"resolution":"SUCCESS","x":"\udc00"}]'));
  refused("invalid_json", "", () => resolve([analysis({ analyse_id: "\ud800" })]));
  assert.equal(resolve([analysis({ analyse_id: "😀" })]).determining[0].analyse_id, "😀");
});

test("the same without String.prototype.isWellFormed, as in older browsers", () => {
  const script = `
    delete String.prototype.isWellFormed;
    const { resolve } = await import("oz-status");
    const told = (text) => { try { return resolve(text).decision } catch ({ code }) { return code } };
    console.log(told('[{"resolution":"SUCCESS","x":"\\udc00"}]'), told('[{"resolution":"SUCCESS","x":"😀"}]'));`;
  const output = execFileSync(process.execPath, ["--input-type=module", "-e", script], { cwd: import.meta.dirname, encoding: "utf8" });
  assert.equal(output.trim(), "invalid_utf8 ACCEPT");
});
