// Status sets: which resolutions occur, in one byte.

import { misuse } from "./error.js";
import { SETS } from "./generated.js";
import { BEST, CONTESTED, DECISION, Resolution, STATUS, WORST, bitOf } from "./words.js";
import type { Decision, FolderStatus } from "./words.js";

/** Which resolutions were seen. A value: nothing changes it, and what adds to it gives a new one. */
export class StatusSet implements Iterable<Resolution> {
  /** Nothing seen: the identity of union. */
  static readonly EMPTY: StatusSet = new StatusSet(0);

  /** One byte that `StatusSet.fromBits` takes back. */
  readonly bits: number;
  readonly #isMade = true;

  private constructor(bits: number) {
    if (typeof bits !== "number" || !Object.hasOwn(SETS, bits)) throw misuse("bits", bits, "six bits");
    this.bits = bits | 0;
    Object.freeze(this);
  }

  /** The set of these words. */
  static of(...words: readonly Resolution[]): StatusSet {
    return new StatusSet(words.reduce((set, word, place) => set | bitOf(word, `words[${place}]`), 0));
  }

  /** The set with these bits; a bit beyond the sixth is refused. */
  static fromBits(bits: number): StatusSet {
    return new StatusSet(bits);
  }

  /** The set with these words, too. */
  with(...words: readonly Resolution[]): StatusSet {
    return this.union(StatusSet.of(...words));
  }

  /** Whether this resolution was seen. */
  has(word: Resolution): boolean {
    return (this.bits & bitOf(word)) !== 0;
  }

  /** Everything seen here or there. */
  union(...others: readonly StatusSet[]): StatusSet {
    return new StatusSet(others.reduce((set, other) => set | StatusSet.#bitsOf(other), this.bits));
  }

  static #bitsOf(set: unknown): number {
    if (typeof set === "object" && set !== null && #isMade in set) return (set as StatusSet).bits;
    throw misuse("other", set, "a status set of this copy of the package");
  }

  /** How many different resolutions were seen. */
  get size(): number {
    return [...this].length;
  }

  /** Whether nothing was seen. */
  get isEmpty(): boolean {
    return this.bits === 0;
  }

  /** The worst member, if there is any. */
  get worst(): Resolution | null {
    return this.isEmpty ? null : WORST[this.bits]!;
  }

  /** The best member, if there is any. Never a verdict. */
  get best(): Resolution | null {
    return this.isEmpty ? null : BEST[this.bits]!;
  }

  /** The worst member, and `INITIAL` for the empty set. */
  get result(): Resolution {
    return WORST[this.bits]!;
  }

  /** The folder status of the members. */
  get folderStatus(): FolderStatus {
    return STATUS[this.bits]!;
  }

  /** What to do about the members. */
  get decision(): Decision {
    return DECISION[this.bits]!;
  }

  /** Whether another reading of the vendor's page would differ. */
  get isContested(): boolean {
    return CONTESTED[this.bits]!;
  }

  /** The members, the best first. */
  *[Symbol.iterator](): Iterator<Resolution> {
    for (const word in Resolution) if (this.has(word as Resolution)) yield word as Resolution;
  }

  toJSON(): number {
    return this.bits;
  }
}
