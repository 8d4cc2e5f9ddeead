// The packed npm package in Node.
import { readFileSync, writeSync } from "node:fs";
import * as package_ from "oz-status";
import { answer } from "./consumer.mjs";

const requests = readFileSync(0, "utf8").split("\n").slice(0, -1);
const text = Buffer.from(requests.map((line) => `${answer(line, package_)}\n`).join(""));
for (let at = 0; at < text.length; ) {
  try {
    at += writeSync(1, text, at);
  } catch (error) {
    if (error.code !== "EAGAIN") throw error;
  }
}
