// `oz-status`: everything, ready after import; the WebAssembly module is part of this file.

import bytes from "../build/inlined.js";
import { start } from "./engine.js";

start(bytes());

export * from "./api.js";
