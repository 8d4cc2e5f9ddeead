// The bytes of the module, as the build writes them into the default entry.
//
// Hexadecimal, not base64: it is what the wire compresses that counts, and digits keep the bytes apart.

interface Hex {
  /** In Node. */
  readonly Buffer?: { from(text: string, encoding: "hex"): Uint8Array<ArrayBuffer> };
}

export function bytesOf(hex: string): Uint8Array<ArrayBuffer> {
  const { Buffer } = globalThis as Hex;
  if (Buffer) return Buffer.from(hex, "hex");
  const bytes = new Uint8Array(hex.length / 2);
  const digit = (at: number): number => {
    const code = hex.charCodeAt(at);
    return (code & 15) + (code >> 6) * 9;
  };
  for (let i = 0; i < bytes.length; i++) bytes[i] = (digit(2 * i) << 4) | digit(2 * i + 1);
  return bytes;
}
