// The packed npm package in Node.
import { readFileSync } from "node:fs";
import * as package_ from "oz-status";
import { answer } from "./consumer.mjs";
import { writeAll } from "./write-all.mjs";

const requests = readFileSync(0, "utf8").split("\n").slice(0, -1);
writeAll(requests.map((line) => `${answer(line, package_)}\n`).join(""));
