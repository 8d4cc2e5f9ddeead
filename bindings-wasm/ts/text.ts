// From what the caller has to UTF-8: nothing may change or vanish on the way.

import { viewOf } from "./bytes.js";
import { OzStatusError, misuse, shown } from "./error.js";
import { isList, isPlain } from "./plain.js";

/** JSON text, its bytes, or the object that it says. */
export type Payload = string | Uint8Array | object;

/** Text or bytes; an object as `JSON.stringify` writes it, if that loses nothing. */
export function textOf(payload: Payload): string | Uint8Array {
  if (typeof payload === "string") {
    if (isWellFormed(payload)) return payload;
    throw new OzStatusError({ code: "invalid_utf8", expected: "well-formed text, without lone surrogates" });
  }
  return viewOf(payload, Uint8Array, "payload") ?? written(payload);
}

const wellFormed: (this: string) => boolean =
  (String.prototype as { isWellFormed?: (this: string) => boolean }).isWellFormed ??
  function (this: string) {
    return !/\p{Surrogate}/u.test(this);
  };

export function isWellFormed(text: string): boolean {
  return wellFormed.call(text);
}

function written(payload: unknown): string {
  const expected = "JSON text, a Uint8Array of it, or the object that it says";
  if (typeof payload !== "object" || payload === null) throw misuse("payload", payload, expected);
  let text: string | undefined;
  try {
    const isSaid = isPlain(payload) || isList(payload) || typeof (payload as { toJSON?: unknown }).toJSON === "function";
    if (isSaid) text = JSON.stringify(payload, refuseLosses);
  } catch (error) {
    if (error instanceof OzStatusError) throw error;
    const [why] = error instanceof Error ? String(error.message).split("\n") : [];
    throw misuse("payload", payload, `a value that JSON can write: ${why ?? ""}`, error);
  }
  if (text === undefined) throw misuse("payload", payload, expected);
  return text;
}

/**
 * What `JSON.stringify` would leave out or turn into null, hence into "absent", is refused: keys that are symbols or are
 * put on an array, too. So is what `toJSON` has not made plain, for an instance of a class or a map may say more than
 * its own keys.
 */
function refuseLosses(this: unknown, key: string, value: unknown): unknown {
  if (typeof value === "string" || typeof value === "boolean" || Number.isFinite(value)) return value;
  const original = value === null ? (this as Record<string, unknown>)[key] : value;
  const isKept = original === null || (isList(value) ? hasPlacesAlone(value) : isPlain(value) && hasNoSymbols(value));
  if (isKept) return value;
  const found = shown(original);
  const expected = `a plain value at the key ${JSON.stringify(key)} that JSON can write in full`;
  throw new OzStatusError({ code: "invalid_argument", path: "payload", found, expected });
}

const hasPlacesAlone = (list: readonly unknown[]): boolean => Object.keys(list).length === list.length && hasNoSymbols(list);

const hasNoSymbols = (value: object): boolean =>
  !Object.getOwnPropertySymbols(value).some((key) => Object.prototype.propertyIsEnumerable.call(value, key));
