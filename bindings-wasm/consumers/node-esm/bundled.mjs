import assert from "node:assert/strict";
import * as oz from "oz-status";
import * as lattice from "oz-status/lattice";
import { EXPECTED, check } from "../check.mjs";

assert.equal(check(oz), EXPECTED);
assert.equal(lattice.OzStatusError, oz.OzStatusError);
