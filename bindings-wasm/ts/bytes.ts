// Typed arrays as they are: what a caller has put before their own length, tag or copying has no say.

import { misuse } from "./error.js";

type Words = Uint8Array | Uint32Array;

const intrinsic = Object.getPrototypeOf(Uint8Array.prototype) as object;
const getter = (key: string | symbol): ((this: unknown) => unknown) => Object.getOwnPropertyDescriptor(intrinsic, key)!.get!;
const tag = /* @__PURE__ */ getter(Symbol.toStringTag);
const [buffer, byteOffset, length] = /* @__PURE__ */ ["buffer", "byteOffset", "length"].map(getter) as [typeof tag, typeof tag, typeof tag];

/** A view of our own on the same memory, if the value is an array of this kind, of this or another realm. */
export function viewOf<W extends Words>(value: unknown, kind: { new (buffer: ArrayBuffer, start: number, length: number): W; readonly name: string }, path: string): W | undefined {
  if (tag.call(value) !== kind.name) return undefined;
  try {
    return new kind(buffer.call(value) as ArrayBuffer, byteOffset.call(value) as number, length.call(value) as number);
  } catch (error) {
    throw misuse(path, value, "an array whose memory was not given away", error);
  }
}
