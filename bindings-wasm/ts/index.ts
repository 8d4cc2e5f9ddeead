// `oz-status`: everything, ready after import; the WebAssembly module is part of this file.

import { text } from "../build/inlined.js";
import { start } from "./engine.js";
import { bytesOf } from "./inlined.js";

start(bytesOf(text));

export * from "./api.js";
