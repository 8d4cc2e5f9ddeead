// `oz-status` on Node: the same, with the module written as what Node reads quickest.

import { startWith } from "./engine.js";
import { inlined } from "./inlined.node.js";

startWith(inlined);

export * from "./api.js";
