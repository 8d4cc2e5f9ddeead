// `oz-status`: everything, ready after import; the WebAssembly module comes along as text.

import { start } from "./engine.js";
import { bytesOf } from "./inlined.js";

/** The build puts it here. */
declare const MODULE: string;

start(bytesOf(MODULE));

export * from "./api.js";
