// Folders in progress of being read.

import { Place, begin, use } from "./at-hand.js";
import { call, write } from "./engine.js";
import { asked } from "./options.js";
import type { Options } from "./options.js";
import { textOf } from "./text.js";
import type { Payload } from "./text.js";
import { verdictOf } from "./verdict.js";
import type { Verdict } from "./verdict.js";

/**
 * Takes sightings of analyses one by one, in any order, and gives the verdict at any time: what a webhook consumer
 * keeps. The sightings are held here and collected like any other object; the engine has the folders used last at
 * hand, and reads another one's sightings again.
 */
export class Folder {
  readonly #place = new Place();
  readonly #sightings: (string | Uint8Array)[] = [];

  /** How many sightings were taken. */
  get sightings(): number {
    return this.#sightings.length;
  }

  /** Takes one sighting: an analysis, as an answer or webhook has it. A refused one changes nothing. */
  observe(sighting: Payload): void {
    const text = textOf(sighting);
    const kept = typeof text === "string" ? text : text.slice();
    if (!this.#take(kept, this.#sightings.length)) {
      this.#replay();
      this.#take(kept, this.#sightings.length);
    }
    use(this.#place, this.#sightings.push(kept));
  }

  /** The verdict on what was seen so far. */
  verdict(options?: Options): Verdict {
    return verdictOf(this.verdictToJson(options));
  }

  /** The same as canonical JSON. */
  verdictToJson(options?: Options): string {
    const { require, operatorReview } = asked(options);
    const { length } = this.#sightings;
    const place = this.#place;
    const ask = () => call((engine) => engine.verdict(place.number, length, require, operatorReview));
    let verdict = place.number < 0 ? undefined : ask();
    if (verdict === undefined) {
      this.#replay();
      verdict = ask() as string;
    }
    use(place, length);
    return verdict;
  }

  #take(text: string | Uint8Array, before: number): boolean {
    const { number } = this.#place;
    return number >= 0 && call((engine) => engine.observe(number, before, write(engine, text)));
  }

  #replay(): void {
    begin(this.#place, this.#sightings.length);
    this.#sightings.forEach((text, before) => this.#take(text, before));
  }
}
