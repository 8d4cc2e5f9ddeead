// From what the caller has to UTF-8: nothing may change or vanish on the way.

import { OzStatusError, misuse, shown } from "./error.js";
import { isPlain } from "./plain.js";

/** JSON text, its bytes, or the object that it says. */
export type Payload = string | Uint8Array | object;

/** Text or bytes; an object as `JSON.stringify` writes it, if that loses nothing. */
export function textOf(payload: Payload): string | Uint8Array {
  if (typeof payload === "string") {
    if (isWellFormed(payload)) return payload;
    throw new OzStatusError({ code: "invalid_utf8", expected: "well-formed text, without lone surrogates" });
  }
  if (isBytes(payload)) return payload;
  const isObject = typeof payload === "object" && payload !== null;
  const isOther = isObject && (ArrayBuffer.isView(payload) || "byteLength" in payload || "then" in payload);
  if (!isObject || isOther) throw misuse("payload", payload, "JSON text, a Uint8Array of it, or the object that it says");
  return written(payload);
}

/** Of this or another realm. */
function isBytes(payload: unknown): payload is Uint8Array {
  return ArrayBuffer.isView(payload) && (payload as Uint8Array)[Symbol.toStringTag] === "Uint8Array";
}

const wellFormed: (this: string) => boolean =
  (String.prototype as { isWellFormed?: (this: string) => boolean }).isWellFormed ??
  function (this: string) {
    return !/\p{Surrogate}/u.test(this);
  };

export function isWellFormed(text: string): boolean {
  return wellFormed.call(text);
}

function written(payload: object): string {
  let text: string | undefined;
  try {
    text = JSON.stringify(payload, refuseLosses);
  } catch (error) {
    if (error instanceof OzStatusError) throw error;
    throw misuse("payload", payload, `a value that JSON can write: ${error instanceof Error ? error.message : ""}`, error);
  }
  if (text === undefined) throw misuse("payload", payload, "a value that JSON can write");
  return text;
}

/**
 * What `JSON.stringify` would leave out or turn into null, hence into "absent", is refused; so is what `toJSON` has not
 * made plain, for an instance of a class or a map may say more than its own keys.
 */
function refuseLosses(this: unknown, key: string, value: unknown): unknown {
  if (typeof value === "string" || typeof value === "boolean" || Number.isFinite(value)) return value;
  const original = value === null ? (this as Record<string, unknown>)[key] : value;
  if (original === null || Array.isArray(value) || isPlain(value)) return value;
  const found = shown(original);
  const expected = `a plain value at the key ${JSON.stringify(key)} that JSON can write in full`;
  throw new OzStatusError({ code: "invalid_argument", path: "payload", found, expected });
}
