// What a page loads, compressed as a server would.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { here } from "./files.mjs";

/** A file and all that it imports from beside it. */
function files(name, found = new Set()) {
  if (found.has(name)) return found;
  found.add(name);
  const text = readFileSync(join(here, "dist", name), "utf8");
  for (const [, other] of text.matchAll(/(?:from|import)\s*"\.\/([\w.-]+\.js)"/g)) files(other, found);
  return found;
}

const gzip = (name) => gzipSync(readFileSync(join(here, "dist", name)), { level: 9 }).length;
const total = (name) => [...files(name)].reduce((sum, file) => sum + gzip(file), 0);

/** Bytes after gzip. */
export const sizes = () => ({
  index: total("index.js"),
  slim: total("slim.js") + gzip("oz-status.wasm"),
  lattice: total("lattice.js"),
});
