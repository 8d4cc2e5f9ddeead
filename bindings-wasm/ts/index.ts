// `oz-status`: everything, ready after import; the WebAssembly module comes along as text.

import { startWith } from "./engine.js";
import { inlined } from "./inlined.js";

startWith(inlined);

export * from "./api.js";
