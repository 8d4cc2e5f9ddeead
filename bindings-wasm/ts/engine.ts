// The engine: one instance of the WebAssembly module, kept for good. Nothing that the caller holds has to be freed.

import { Engine, __wbg_reset_state as startAnew, initSync } from "../build/glue/oz_status_wasm.js";
import type { InitOutput } from "../build/glue/oz_status_wasm.js";
import { OzStatusError, misuse } from "./error.js";
import type { ErrorDetails } from "./error.js";
import type { Asked } from "./options.js";

interface Running {
  readonly module: WebAssembly.Module;
  readonly engine: Engine;
  readonly memory: InitOutput["memory"];
  /** Whether it stopped in the midst of something: nobody knows what its memory holds, and the next call has a new one. */
  hasStopped?: true;
}

let running: Running | undefined;

/** The module that came along, if one did. */
let inlined: (() => BufferSource) | undefined;

export const isRunning = (): boolean => running !== undefined;

const OURS = ["memory", "__wbindgen_start", "engine_new", "engine_resolve"];

/** Starts the engine, once. */
export function start(source: BufferSource | WebAssembly.Module): void {
  if (running) return;
  const module = source instanceof WebAssembly.Module ? source : new WebAssembly.Module(source);
  const exported = WebAssembly.Module.exports(module).map(({ name }) => name);
  if (!OURS.every((name) => exported.includes(name))) throw misuse("source", module, "the module of this package");
  running = run(module);
}

/** Has the first call that needs the engine start it: whoever imports the package does not wait for that. */
export function startWith(bytes: () => BufferSource): void {
  inlined = bytes;
}

function run(module: WebAssembly.Module): Running {
  // asked for only if there is no instance yet; one that is there stopped, be it in the midst of starting
  let isNew = false;
  const source = {
    get module() {
      isNew = true;
      return module;
    },
  };
  initSync(source);
  if (!isNew) startAnew();
  return { module, engine: new Engine(), memory: initSync(source).memory };
}

/** The engine, which nothing has stopped. */
function ready(): Running {
  if (running && !running.hasStopped) return running;
  const module = running?.module ?? (inlined && new WebAssembly.Module(inlined()));
  if (module) return run(module);
  throw new OzStatusError({ code: "not_ready", expected: "init() of oz-status/slim to have ended" });
}

/** Calls the engine; where it gives nothing, its refusal is thrown as an error of ours. */
export function call<T>(use: (engine: Engine) => T | undefined): T {
  let refusal: ErrorDetails | null;
  try {
    const { engine } = (running = ready());
    const given = use(engine);
    if (given !== undefined) return given;
    refusal = JSON.parse(engine.refusal() || "null") as ErrorDetails | null;
  } catch (thrown) {
    if (thrown instanceof OzStatusError) throw thrown;
    if (running) running.hasStopped = true;
    const expected = `the engine to answer: ${thrown instanceof Error ? thrown.message : String(thrown)}`;
    throw new OzStatusError({ code: "engine_failure", expected }, { cause: thrown });
  }
  throw new OzStatusError(refusal ?? { code: "engine_failure", expected: "the engine to answer" });
}

/** Tells the engine what is required of the verdict that comes next. */
export function ask(engine: Engine, { require }: Asked): void {
  engine.require_nothing();
  for (const type of require) engine.require(write(engine, type));
}

const encoder = new TextEncoder();

/** Writes text into the engine's buffer; returns how many bytes it has. */
export function write(engine: Engine, text: string | Uint8Array): number {
  if (typeof text !== "string") {
    room(engine, text.length).set(text);
    return text.length;
  }
  // most payloads are ASCII: a byte for each character
  let { read, written } = encoder.encodeInto(text, room(engine, text.length));
  if (read !== text.length) {
    const most = written + 3 * (text.length - read);
    ({ read, written } = encoder.encodeInto(text, room(engine, most)));
  }
  return written;
}

/** Far beyond any payload, and far from where lengths would wrap around. */
const MOST = 2 ** 30;

function room(engine: Engine, length: number): Uint8Array<ArrayBuffer> {
  if (length > MOST) throw misuse("payload", length, "at most 2^30 bytes");
  const start = engine.input(length) >>> 0;
  return new Uint8Array((running as Running).memory.buffer as ArrayBuffer, start, length);
}
