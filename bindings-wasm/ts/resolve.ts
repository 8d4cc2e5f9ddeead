// From a payload to its verdict.

import { ask, call, write } from "./engine.js";
import { asked } from "./options.js";
import type { Options } from "./options.js";
import { textOf } from "./text.js";
import type { Payload } from "./text.js";
import { verdictOf } from "./verdict.js";
import type { Verdict } from "./verdict.js";

/** The verdict as canonical JSON: the same bytes from every consumer of the rules. */
export function resolveToJson(payload: Payload, options?: Options): string {
  const wanted = asked(options);
  const text = textOf(payload);
  return call((engine) => {
    ask(engine, wanted);
    return engine.resolve(write(engine, text), wanted.operatorReview);
  });
}

/**
 * The verdict on a payload: a folder with its analyses, an array of analyses, one analysis, or a Web SDK callback.
 *
 * Whatever cannot be judged is an `OzStatusError`, never a guess. Only the decision `ACCEPT` lets pass.
 */
export function resolve(payload: Payload, options?: Options): Verdict {
  return verdictOf(resolveToJson(payload, options));
}
