// Typed arrays as they are: what a caller has put before their own length, tag or copying has no say.

import { misuse } from "./error.js";

interface Kind<W> {
  readonly name: string;
  new (memory: ArrayBuffer, start: number, length: number): W;
}

const of = <T>(key: PropertyKey): ((this: unknown) => T) =>
  Object.getOwnPropertyDescriptor(Object.getPrototypeOf(Uint8Array.prototype), key)!.get!;
const kindOf = /* @__PURE__ */ of<string | undefined>(Symbol.toStringTag);
const bufferOf = /* @__PURE__ */ of<ArrayBuffer>("buffer");
const startOf = /* @__PURE__ */ of<number>("byteOffset");
const lengthOf = /* @__PURE__ */ of<number>("length");

/** A view of our own on the same memory, if the value is an array of this kind, of this or another realm. */
export function viewOf<W>(value: unknown, kind: Kind<W>, path: string): W | undefined {
  if (kindOf.call(value) !== kind.name) return undefined;
  try {
    return new kind(bufferOf.call(value), startOf.call(value), lengthOf.call(value));
  } catch (error) {
    throw misuse(path, value, "an array whose memory was not given away", error);
  }
}
