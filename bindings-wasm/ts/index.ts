// `oz-status`: everything, ready after import; the WebAssembly module is part of this file.

import { hex } from "../build/inlined.js";
import { start } from "./engine.js";
import { bytesOf } from "./inlined.js";

start(bytesOf(hex));

export * from "./api.js";
