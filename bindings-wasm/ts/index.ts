// `oz-status`: everything, ready after import; the WebAssembly module comes along as text.

import { text } from "../build/bytes.js";
import { start } from "./engine.js";
import { bytesOf } from "./inlined.js";

start(bytesOf(text));

export * from "./api.js";
