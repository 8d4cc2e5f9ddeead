// `oz-status/slim`: the same, with the WebAssembly module in a file of its own, compiled while it loads.

import { isRunning, start } from "./engine.js";
import { OzStatusError, misuse } from "./error.js";

export * from "./api.js";

/** Where the module comes from; without one, the file beside this one. */
export type Source = string | URL | Response | BufferSource | WebAssembly.Module;

let starting: Promise<void> | undefined;

/** Loads the module; every other call is refused until this has ended. A second call changes nothing. */
export function init(source?: Source | PromiseLike<Source>): Promise<void> {
  if (isRunning()) return Promise.resolve();
  starting ??= load(source).finally(() => (starting = undefined));
  return starting;
}

async function load(given: Source | PromiseLike<Source> | undefined): Promise<void> {
  try {
    let source = (await given) ?? new URL("./oz-status.wasm", import.meta.url);
    if (typeof source === "string" || source instanceof URL) source = await fetch(source);
    start(source instanceof Response ? await compiled(source) : source);
  } catch (error) {
    if (error instanceof OzStatusError) throw error;
    throw misuse("source", given, `the module of this package, or where it is: ${error instanceof Error ? error.message : ""}`, error);
  }
}

async function compiled(response: Response): Promise<WebAssembly.Module> {
  if (!response.ok) throw misuse("source", response.status, "an answer that holds the module");
  const isWasm = response.headers.get("Content-Type")?.startsWith("application/wasm") ?? false;
  // a server that does not know the type cannot be compiled from while it loads
  return isWasm ? WebAssembly.compileStreaming(response) : WebAssembly.compile(await response.arrayBuffer());
}
