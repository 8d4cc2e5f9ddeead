// Words, codes and order. All of it is read from the tables of core: no order and no word is written here.

import { OzStatusError, misuse, shown } from "./error.js";
import {
  ANALYSIS_RESOLUTION_CODES,
  ANALYSIS_STATE_CODES,
  DECISION_CODES,
  DECISION_OF,
  FOLDER_STATUS_CODES,
  IS_FINAL,
  RESOLUTION_BITS,
  RESOLUTION_CODES,
  RESOLUTION_EXPECTED,
  RESOLUTION_RANKS,
  RESOLUTION_REFUSED,
  SETS,
} from "./generated.js";

/** What a system, a group or a partial aggregate comes to. */
export type Resolution = keyof typeof RESOLUTION_CODES;
/** What one analysis comes to. */
export type AnalysisResolution = keyof typeof ANALYSIS_RESOLUTION_CODES;
/** How far a folder has come; never a verdict. */
export type FolderStatus = keyof typeof FOLDER_STATUS_CODES;
/** How far an analysis has come; never a verdict. */
export type AnalysisState = keyof typeof ANALYSIS_STATE_CODES;
/** What to do. */
export type Decision = keyof typeof DECISION_CODES;

type Words<W extends string> = { readonly [word in W]: word };

const words = <W extends string>(codes: { readonly [word in W]: number }): Words<W> =>
  Object.freeze(Object.fromEntries(Object.keys(codes).map((word) => [word, word]))) as Words<W>;

/** The resolutions by name, the best first. */
export const Resolution = /* @__PURE__ */ words(RESOLUTION_CODES);
/** The resolutions of an analysis by name, the best first. */
export const AnalysisResolution = /* @__PURE__ */ words(ANALYSIS_RESOLUTION_CODES);
/** The folder statuses by name, the best first. */
export const FolderStatus = /* @__PURE__ */ words(FOLDER_STATUS_CODES);
/** The states of an analysis by name, the best first. */
export const AnalysisState = /* @__PURE__ */ words(ANALYSIS_STATE_CODES);
/** The decisions by name. */
export const Decision = /* @__PURE__ */ words(DECISION_CODES);

const guard =
  <W extends string>(codes: { readonly [word in W]: number }) =>
  (value: unknown): value is W =>
    typeof value === "string" && Object.hasOwn(codes, value);

/** Whether a value is exactly one of the resolutions, in upper case. */
export const isResolution = /* @__PURE__ */ guard(RESOLUTION_CODES);
/** Whether a value is exactly one of the resolutions of an analysis, in upper case. */
export const isAnalysisResolution = /* @__PURE__ */ guard(ANALYSIS_RESOLUTION_CODES);
/** Whether a value is exactly one of the folder statuses, in upper case. */
export const isFolderStatus = /* @__PURE__ */ guard(FOLDER_STATUS_CODES);
/** Whether a value is exactly one of the states of an analysis, in upper case. */
export const isAnalysisState = /* @__PURE__ */ guard(ANALYSIS_STATE_CODES);
/** Whether a value is exactly one of the decisions, in upper case. */
export const isDecision = /* @__PURE__ */ guard(DECISION_CODES);

/** Looked up without a prototype, so that no other name is found. */
const bits: { readonly [word: string]: number | undefined } = Object.assign(Object.create(null), RESOLUTION_BITS);

/** The words by their codes. */
const byCode = <W extends string>(codes: { readonly [word in W]: number }): readonly W[] => {
  const list: W[] = [];
  for (const word in codes) list[codes[word]] = word;
  return list;
};

const resolutions = /* @__PURE__ */ byCode(RESOLUTION_CODES);

/** The resolution with this code. */
export function resolutionOfCode(code: number): Resolution {
  const word = typeof code === "number" ? resolutions[code] : undefined;
  if (word === undefined) throw misuse("", code, "a code of a resolution");
  return word;
}

const statuses = /* @__PURE__ */ byCode(FOLDER_STATUS_CODES);
const decisions = /* @__PURE__ */ byCode(DECISION_CODES);

/** One row for each status set, by its bits; every one is there, for a set has six bits. */
const column = <T>(read: (row: (typeof SETS)[number]) => T): readonly T[] => SETS.map(read);
export const WORST = /* @__PURE__ */ column((row) => resolutions[row[0]]!);
export const BEST = /* @__PURE__ */ column((row) => resolutions[row[1]]!);
export const STATUS = /* @__PURE__ */ column((row) => statuses[row[2]]!);
export const DECISION = /* @__PURE__ */ column((row) => decisions[row[3]]!);
export const CONTESTED = /* @__PURE__ */ column((row) => row[4] === 1);

/** The bit of a word; words are taken in any ASCII case, as core does. */
export function bitOf(word: unknown, path = ""): number {
  const bit = typeof word === "string" ? bits[word] : undefined;
  return bit === undefined ? bitOfOther(word, path) : bit;
}

function bitOfOther(word: unknown, path: string): number {
  if (typeof word !== "string") {
    throw new OzStatusError({ code: "wrong_type", path, found: shown(word), expected: "a status word as a string" });
  }
  // letters beyond ASCII have capitals within it: they are not to become words
  const capital = /^[a-z_]*$/i.test(word) && !/[^\0-\x7f]/.test(word) ? word.toUpperCase() : word;
  const bit = bits[capital];
  if (bit !== undefined) return bit;
  const refused = Object.hasOwn(RESOLUTION_REFUSED, capital)
    ? RESOLUTION_REFUSED[capital as keyof typeof RESOLUTION_REFUSED]
    : "unknown_word";
  throw new OzStatusError({ code: refused, path, found: shown(word), expected: RESOLUTION_EXPECTED });
}

/** The join: the worse of two. */
export function join(a: Resolution, b: Resolution): Resolution {
  // a third word must not get lost; `reduce` has a place there
  if (typeof arguments[2] === "string") throw misuse("", arguments[2], "two resolutions: groupResult takes more");
  return WORST[bitOf(a) | bitOf(b)]!;
}

/** The meet: the better of two. */
export function meet(a: Resolution, b: Resolution): Resolution {
  return BEST[bitOf(a) | bitOf(b)]!;
}

/** The result of a group: the worst of its analyses, and `INITIAL` for none. */
export function groupResult(words: readonly Resolution[]): Resolution {
  if (!Array.isArray(words)) throw misuse("words", words, "an array of resolutions");
  let set = 0;
  for (let place = 0; place < words.length; place++) {
    const word: unknown = words[place];
    const bit = typeof word === "string" ? bits[word] : undefined;
    set |= bit === undefined ? bitOfOther(word, `words[${place}]`) : bit;
  }
  return WORST[set]!;
}

const rank = (word: Resolution): number => RESOLUTION_RANKS[WORST[bitOf(word)]!];

/** For sorting by severity, the best first: negative if `a` is better than `b`. */
export function compare(a: Resolution, b: Resolution): number {
  return rank(a) - rank(b);
}

/** What to do about a resolution. */
export function decide(resolution: Resolution): Decision {
  return DECISION_OF[WORST[bitOf(resolution)]!];
}

/** Whether nothing further is awaited: of a resolution, or of a decision. */
export function isFinal(word: Resolution | Decision): boolean {
  return IS_FINAL[isDecision(word) ? word : WORST[bitOf(word)]!];
}
