// The bytes of the module, as the build writes them into the default entry: a character for each.
//
// Neither hexadecimal nor base64: compressed for the wire, those weigh 6 and 23 percent more. And not the bytes as they
// are: of these too many are zero, or are written with a backslash.

interface Latin1 {
  /** In Node. */
  readonly Buffer?: { from(text: string, encoding: "latin1"): Uint8Array<ArrayBuffer> };
}

export function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  const bytes = (globalThis as Latin1).Buffer?.from(text, "latin1") ?? Uint8Array.from(text, (character) => character.charCodeAt(0));
  for (let i = 0; i < bytes.length; i++) bytes[i] = (bytes[i] as number) ^ 63;
  return bytes;
}
