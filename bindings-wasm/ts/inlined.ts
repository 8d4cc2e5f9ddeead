// The bytes of the module, as the build writes them into the default entry: a character for each.
//
// Neither hexadecimal nor base64: compressed for the wire, those weigh 6 and 23 percent more.

interface Latin1 {
  /** In Node. */
  readonly Buffer?: { from(text: string, encoding: "latin1"): Uint8Array<ArrayBuffer> };
}

export function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  const { Buffer } = globalThis as Latin1;
  if (Buffer) return Buffer.from(text, "latin1");
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < bytes.length; i++) bytes[i] = text.charCodeAt(i);
  return bytes;
}
