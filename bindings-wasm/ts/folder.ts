// Folders in progress of being read.

import { call, write } from "./engine.js";
import { asked } from "./options.js";
import type { Options } from "./options.js";
import { textOf } from "./text.js";
import type { Payload } from "./text.js";
import { verdictOf } from "./verdict.js";
import type { Verdict } from "./verdict.js";

let begun = 0;

/**
 * Takes sightings of analyses one by one, in any order, and gives the verdict at any time: what a webhook consumer
 * keeps. The sightings are held here and collected like any other object; the engine has the folders used last at
 * hand, and reads another one's sightings again.
 */
export class Folder {
  readonly #number = ++begun >>> 0;
  readonly #sightings: (string | Uint8Array)[] = [];

  /** How many sightings were taken. */
  get sightings(): number {
    return this.#sightings.length;
  }

  /** Takes one sighting: an analysis, as an answer or webhook has it. A refused one changes nothing. */
  observe(sighting: Payload): void {
    const text = textOf(sighting);
    const kept = typeof text === "string" ? text : text.slice();
    if (this.#sightings.length === 0 || !this.#take(kept, this.#sightings.length)) {
      this.#replay();
      this.#take(kept, this.#sightings.length);
    }
    this.#sightings.push(kept);
  }

  /** The verdict on what was seen so far. */
  verdict(options?: Options): Verdict {
    return verdictOf(this.verdictToJson(options));
  }

  /** The same as canonical JSON. */
  verdictToJson(options?: Options): string {
    const { require, operatorReview } = asked(options);
    const ask = () =>
      call((engine) => engine.verdict(this.#number, this.#sightings.length, require, operatorReview));
    let verdict = ask();
    if (verdict === undefined) {
      this.#replay();
      verdict = ask() as string;
    }
    return verdict;
  }

  #take(text: string | Uint8Array, before: number): boolean {
    return call((engine) => engine.observe(this.#number, before, write(engine, text)));
  }

  #replay(): void {
    call((engine) => engine.replay(this.#number));
    this.#sightings.forEach((text, before) => this.#take(text, before));
  }
}
