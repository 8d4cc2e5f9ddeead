// Unpacks what the build packed: DEFLATE (RFC 1951), of data that is our own and was unpacked once when it was made.

/** Code lengths to a table that is read a bit at a time: how many codes have each length, and their symbols in order. */
function table(lengths: ArrayLike<number>): { counts: Uint16Array; symbols: Uint16Array } {
  const counts = new Uint16Array(16);
  const starts = new Uint16Array(16);
  const symbols = new Uint16Array(lengths.length);
  for (let i = 0; i < lengths.length; i++) counts[lengths[i]!]!++;
  counts[0] = 0;
  for (let i = 1; i < 16; i++) starts[i] = starts[i - 1]! + counts[i - 1]!;
  for (let i = 0; i < lengths.length; i++) if (lengths[i]) symbols[starts[lengths[i]!]!++] = i;
  return { counts, symbols };
}
