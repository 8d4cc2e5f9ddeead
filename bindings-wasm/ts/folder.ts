// Folders in progress of being read.

import { Place, begin, use } from "./at-hand.js";
import { ask, call, write } from "./engine.js";
import { misuse } from "./error.js";
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
  /** Of all sightings, in characters or bytes. */
  #length = 0;

  constructor() {
    noOptions(arguments[0]);
  }

  /** How many sightings were taken. */
  get sightings(): number {
    return this.#sightings.length;
  }

  /** Takes one sighting: an analysis, as an answer or webhook has it. A refused one changes nothing. */
  observe(sighting: Payload): void {
    // where a callback of `forEach` has a place
    noOptions(arguments[1]);
    const text = textOf(sighting);
    const kept = typeof text === "string" ? text : new Uint8Array(text);
    if (!this.#isAtHand(this.#sightings.length)) this.#replay();
    this.#take(kept);
    this.#sightings.push(kept);
    this.#length += kept.length;
    this.#use();
  }

  /** The verdict on what was seen so far. */
  verdict(options?: Options): Verdict {
    return verdictOf(this.verdictToJson(options));
  }

  /** The same as canonical JSON. */
  verdictToJson(options?: Options): string {
    const wanted = asked(options);
    const { length } = this.#sightings;
    if (!this.#isAtHand(length)) this.#replay();
    const { number } = this.#place;
    const verdict = call((engine) => {
      ask(engine, wanted);
      return engine.verdict(number, wanted.operatorReview);
    });
    this.#use();
    return verdict;
  }

  #use(): void {
    use(this.#place, this.#sightings.length, this.#length);
  }

  #isAtHand(sightings: number): boolean {
    const { number } = this.#place;
    return number >= 0 && call((engine) => engine.is_at_hand(number, sightings));
  }

  #take(text: string | Uint8Array): void {
    const { number } = this.#place;
    call((engine) => engine.observe(number, write(engine, text)) || undefined);
  }

  #replay(): void {
    begin(this.#place, this.#sightings.length, this.#length);
    for (const text of this.#sightings) this.#take(text);
  }
}

/** A requirement must not get lost where none is read. */
function noOptions(value: unknown): void {
  if (typeof value === "object") throw misuse("options", value, "no options here: they are of `verdict`");
}
