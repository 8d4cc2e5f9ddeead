// Columns of codes.

import { viewOf } from "./bytes.js";
import { call } from "./engine.js";
import { misuse } from "./error.js";

/**
 * The result of each group of a column of codes: group `i` is `codes.slice(offsets[i], offsets[i + 1])`, an empty
 * group is `INITIAL`. Rows before the first offset and from the last one on belong to no group, as slices of Arrow have
 * it; their codes are checked all the same. Codes that are no resolutions and offsets that do not fit are refused by
 * row.
 */
export function groupResults(codes: Uint8Array, offsets: Uint32Array): Uint8Array {
  const ofCodes = viewOf(codes, Uint8Array, "codes");
  if (!ofCodes) throw misuse("codes", codes, "a Uint8Array of resolution codes");
  const ofOffsets = viewOf(offsets, Uint32Array, "offsets");
  if (!ofOffsets) throw misuse("offsets", offsets, "a Uint32Array, one more than groups");
  return call((engine) => engine.group_results(ofCodes, ofOffsets));
}
