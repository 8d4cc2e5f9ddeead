// A consumer for `tests/examples/conformance`: a line per payload in (`payload-in-hex operator-review(0|1)
// required-type-in-hex...`), a line per answer out.

import { createInterface } from "node:readline";
import { resolveToJson } from "oz-status";

const bytes = (hex) => Buffer.from(hex, "hex");
for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
  const [payload, review, ...types] = line.split(" ");
  const options = { require: types.map((type) => bytes(type).toString()), operatorReview: review === "1" };
  try {
    process.stdout.write(`ok ${resolveToJson(bytes(payload), options)}\n`);
  } catch (error) {
    process.stdout.write(error.name === "OzStatusError" ? `error ${error.code} ${error.path}\n` : `broken ${error}\n`);
  }
}
