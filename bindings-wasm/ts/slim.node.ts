// `oz-status/slim` on Node: the file is read, for there `fetch` knows no files.

import { readFile } from "node:fs/promises";
import { init as load } from "./slim.js";
import type { Source } from "./slim.js";

export * from "./api.js";
export type { Source };

/** Loads the module; every other call is refused until this has ended. A second call changes nothing. */
export function init(source?: Source | PromiseLike<Source>): Promise<void> {
  return load(source ?? readFile(new URL("./oz-status.wasm", import.meta.url)));
}
