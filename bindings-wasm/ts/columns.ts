// Columns of codes.

import { call } from "./engine.js";
import { misuse } from "./error.js";

const tagOf = (value: unknown): unknown => ArrayBuffer.isView(value) && (value as Uint8Array)[Symbol.toStringTag];

/**
 * The result of each group of a column of codes: group `i` is `codes.slice(offsets[i], offsets[i + 1])`, an empty
 * group is `INITIAL`. Rows before the first offset and after the last one belong to no group, as slices of Arrow have
 * it. Codes that are no resolutions and offsets that do not fit are refused by row.
 */
export function groupResults(codes: Uint8Array, offsets: Uint32Array): Uint8Array {
  if (tagOf(codes) !== "Uint8Array") throw misuse("codes", codes, "a Uint8Array of resolution codes");
  if (tagOf(offsets) !== "Uint32Array") throw misuse("offsets", offsets, "a Uint32Array, one more than groups");
  return call((engine) => engine.group_results(codes, offsets));
}
