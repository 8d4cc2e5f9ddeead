const assert = require("node:assert/strict");
const oz = require("oz-status");
const slim = require("oz-status/slim");
const lattice = require("oz-status/lattice");

assert.equal(lattice.OzStatusError, oz.OzStatusError);
assert.equal(oz.resolve([], { require: ["QUALITY"] }).decision, "WAIT");
assert.throws(() => oz.resolve([], { required: ["QUALITY"] }), oz.OzStatusError);
import("../check.mjs").then(async ({ EXPECTED, check }) => {
  assert.equal(check(oz), EXPECTED);
  await slim.init();
  assert.equal(check(slim), EXPECTED);
});
