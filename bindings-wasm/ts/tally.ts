// Tallies: how many of each resolution, in constant time.

import { OzStatusError, misuse } from "./error.js";
import { isPlain } from "./plain.js";
import { StatusSet } from "./status-set.js";
import { Resolution, WORST, bitOf } from "./words.js";

/** Six counts by resolution. */
export type Counts = { readonly [word in Resolution]: number };

const isCount = (count: unknown): count is number => Number.isSafeInteger(count) && (count as number) >= 0;
const canonical = (word: Resolution): Resolution => WORST[bitOf(word)]!;

/** How many of each resolution. An error changes nothing. Counts reach `Number.MAX_SAFE_INTEGER`. */
export class Tally {
  #counts = new Map<Resolution, number>();

  constructor() {
    if (arguments.length > 0) throw misuse("counts", arguments[0], "no argument: Tally.fromCounts takes counts");
  }

  /** The tally with these counts; absent ones are zero. */
  static fromCounts(counts: Partial<Counts>): Tally {
    if (!isPlain(counts)) throw misuse("counts", counts, "a plain object of counts");
    const tally = new Tally();
    for (const word of Reflect.ownKeys(counts)) {
      const count: unknown = counts[word as Resolution];
      if (!Object.hasOwn(Resolution, word) || !isCount(count)) {
        throw misuse(`counts.${String(word)}`, count, "a resolution with a whole number from 0");
      }
      tally.#counts.set(word as Resolution, count);
    }
    return tally;
  }

  /** How many of one resolution. */
  count(word: Resolution): number {
    return this.#counts.get(canonical(word)) ?? 0;
  }

  /** All six counts, the best resolution first. */
  get counts(): Counts {
    const counts = Object.keys(Resolution).map((word) => [word, this.count(word as Resolution)]);
    return Object.freeze(Object.fromEntries(counts)) as Counts;
  }

  /** Counts one more. */
  insert(word: Resolution): void {
    this.#counts.set(canonical(word), this.#sum(word, 1));
  }

  /** Takes one back. */
  remove(word: Resolution): void {
    this.#counts.set(canonical(word), this.#less(word));
  }

  /** Takes `old` back and counts `replacement`: an analysis that went on. */
  replace(old: Resolution, replacement: Resolution): void {
    const less = this.#less(old);
    if (canonical(old) === canonical(replacement)) return;
    const sum = this.#sum(replacement, 1);
    this.#counts.set(canonical(old), less);
    this.#counts.set(canonical(replacement), sum);
  }

  /** Adds the counts of another tally. */
  merge(other: Tally): void {
    const isMade = typeof other === "object" && other !== null && #counts in other;
    if (!isMade) throw misuse("other", other, "a tally of this copy of the package");
    const sums = new Map<Resolution, number>();
    for (const [word, count] of other.#counts) sums.set(word, this.#sum(word, count));
    for (const [word, sum] of sums) this.#counts.set(word, sum);
  }

  /** Which resolutions are counted at all. */
  get statusSet(): StatusSet {
    return StatusSet.of(...[...this.#counts].filter(([, count]) => count > 0).map(([word]) => word));
  }

  /** The worst of what is counted, and `INITIAL` for the empty tally. */
  get result(): Resolution {
    return this.statusSet.result;
  }

  toJSON(): Counts {
    return this.counts;
  }

  #sum(word: Resolution, more: number): number {
    const sum = this.count(word) + more;
    if (Number.isSafeInteger(sum)) return sum;
    throw new OzStatusError({ code: "overflow", found: canonical(word), expected: "counts up to Number.MAX_SAFE_INTEGER" });
  }

  #less(word: Resolution): number {
    const count = this.count(word);
    if (count > 0) return count - 1;
    throw new OzStatusError({ code: "not_there", found: canonical(word), expected: "a resolution that the tally holds" });
  }
}
