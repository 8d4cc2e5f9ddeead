// The bytes of the module, as the build writes them into the default entry: a character for each.
//
// Neither hexadecimal nor base64: compressed for the wire, those weigh 6 and 23 percent more. And not the bytes as they
// are: of these too many are zero, or are written with a backslash. Of all masks this one compresses best.

/** The build puts it here. */
declare const MODULE: string, LENGTH: number;

const MASK = 109;

export function inlined(): Uint8Array<ArrayBuffer> {
  const text = MODULE;
  // misread, it has more characters, or some beyond a byte
  if (text.length !== LENGTH || /[^\0-\xff]/.test(text)) throw new Error("its script was not read as UTF-8");
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < bytes.length; i++) bytes[i] = text.charCodeAt(i) ^ MASK;
  return bytes;
}
