// Where the tests find what is shared with other consumers.

import { readFileSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const here = dirname(dirname(fileURLToPath(import.meta.url)));
const tests = join(dirname(here), "tests");

export const vectorFiles = readdirSync(join(tests, "vectors")).filter((name) => name.endsWith(".ndjson")).sort();
export const vectors = (name) => readFileSync(join(tests, "vectors", name), "utf8");

export const payloadFiles = readdirSync(join(tests, "payloads")).filter((name) => name.endsWith(".json")).sort();
export const payload = (name) => readFileSync(join(tests, "payloads", name), "utf8");
