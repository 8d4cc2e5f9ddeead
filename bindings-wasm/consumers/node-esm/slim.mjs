import assert from "node:assert/strict";
import { OzStatusError, groupResult, init, resolve } from "oz-status/slim";
import * as slim from "oz-status/slim";
import { EXPECTED, check } from "../check.mjs";

assert.throws(() => resolve("[]"), (error) => error instanceof OzStatusError && error.code === "not_ready");
assert.equal(groupResult(["SUCCESS"]), "SUCCESS");
await assert.rejects(init(new Uint8Array(3)), (error) => error instanceof OzStatusError && error.cause instanceof WebAssembly.CompileError);
await Promise.all([init(), init()]);
await init();
assert.equal(check(slim), EXPECTED);
