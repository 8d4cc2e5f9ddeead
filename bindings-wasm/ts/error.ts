// Refusals: whatever cannot be judged, and whatever the caller got wrong.

import type { ERROR_CODES } from "./generated.js";

/** What is wrong with a payload, a sighting or an option: the stable codes of the rules. */
export type ErrorCode = (typeof ERROR_CODES)[number];

/** What is wrong with a call. */
export type CallErrorCode =
  /** an argument of a wrong kind, an option that does not exist */
  | "invalid_argument"
  /** a code in a column that is no resolution */
  | "unknown_code"
  /** an offset below the one before it, or beyond the codes */
  | "bad_offset"
  /** no offsets at all: even no groups have one */
  | "no_offsets"
  /** a tally that can count no further */
  | "overflow"
  /** a tally asked to give back what it does not hold */
  | "not_there"
  /** `oz-status/slim` before `init` has ended */
  | "not_ready"
  /** the engine gave up, most likely for want of memory */
  | "engine_failure";

/** Where and what. */
export interface ErrorDetails {
  readonly code: ErrorCode | CallErrorCode;
  readonly path?: string;
  readonly found?: string | null;
  readonly expected: string;
  readonly line?: number | null;
  readonly column?: number | null;
}

/** Every error of this package. A refusal is never a verdict. */
export class OzStatusError extends Error {
  /** The stable code. */
  readonly code: ErrorCode | CallErrorCode;
  /** Where: `analyses[2].state`, `require[0]`, `codes[7]`; empty for the payload as a whole. */
  readonly path: string;
  /** The offending text, cut short, where there is one. */
  readonly found: string | null;
  /** What was expected there. */
  readonly expected: string;
  /** The line of malformed JSON, from 1. */
  readonly line: number | null;
  /** The column of malformed JSON, in bytes of UTF-8 from 1. */
  readonly column: number | null;

  constructor(details: ErrorDetails, options?: { cause?: unknown }) {
    const { code, path = "", found = null, expected, line = null, column = null } = details;
    const where = (path && ` at ${path}`) + (line === null ? "" : ` at line ${line} column ${column}`);
    const what = found === null ? "" : `: found ${JSON.stringify(found)}`;
    super(`${code}${where}${what}, expected ${expected}`, options);
    this.code = code;
    this.path = path;
    this.found = found;
    this.expected = expected;
    this.line = line;
    this.column = column;
  }
}

// on the prototype, so that neither copies nor logs repeat it
Object.defineProperty(OzStatusError.prototype, "name", { value: "OzStatusError", configurable: true, writable: true });

/** A value as an error shows it. */
export function shown(value: unknown): string {
  if (typeof value === "string") return cut(value);
  if (value === null || typeof value === "number" || typeof value === "boolean") return String(value);
  if (typeof value === "bigint") return cut(`${value}n`);
  try {
    return cut(Object.prototype.toString.call(value).slice(8, -1).toLowerCase());
  } catch {
    return typeof value;
  }
}

/** As many whole characters as 64 bytes of UTF-8 hold: as core cuts. */
function cut(text: string): string {
  let room = 64;
  let end = 0;
  for (const character of text) {
    const code = character.codePointAt(0) as number;
    room -= code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    if (room < 0) break;
    end += character.length;
  }
  return text.slice(0, end);
}

/** The caller's mistake. */
export function misuse(path: string, value: unknown, expected: string, cause?: unknown): OzStatusError {
  const details = { code: "invalid_argument", path, found: shown(value), expected } as const;
  return new OzStatusError(details, cause === undefined ? undefined : { cause });
}
