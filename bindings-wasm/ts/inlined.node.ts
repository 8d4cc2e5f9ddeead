// The bytes of the module, as the build writes them into the entry for Node: in base64, for no wire is to be crossed.

/** The build puts it here. */
declare const MODULE: string;

interface Base64 {
  readonly Buffer?: { from(text: string, encoding: "base64"): Uint8Array<ArrayBuffer> };
}

/** Bundlers may take this entry to where there is no `Buffer`. */
export function inlined(): Uint8Array<ArrayBuffer> {
  const text = MODULE;
  const { Buffer } = globalThis as Base64;
  return Buffer ? Buffer.from(text, "base64") : Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}
