// The bytes of the module, as the build writes them into the default entry: a character for each.
//
// Neither hexadecimal nor base64: compressed for the wire, those weigh 6 and 23 percent more. And not the bytes as they
// are: of these too many are zero, or are written with a backslash.

interface Latin1 {
  /** In Node. */
  readonly Buffer?: { from(buffer: ArrayBuffer): { write(text: string, encoding: "latin1"): number } };
}

const MASK = 63;

export function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(text.length);
  const { Buffer } = globalThis as Latin1;
  let done = 0;
  if (Buffer) {
    Buffer.from(bytes.buffer).write(text, "latin1");
    // four at once, since it is an interpreter that runs this
    const fours = new Uint32Array(bytes.buffer, 0, bytes.length >> 2);
    for (let i = 0; i < fours.length; i++) fours[i] = (fours[i] as number) ^ (MASK * 0x01010101);
    done = fours.length * 4;
  }
  for (let i = done; i < bytes.length; i++) bytes[i] = (Buffer ? (bytes[i] as number) : text.charCodeAt(i)) ^ MASK;
  return bytes;
}
