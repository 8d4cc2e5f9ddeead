/* oz_status.h: one verdict from the statuses of an Oz API folder.
 *
 * Written by bindings-c/header; do not edit. The rules R1 to R10 and the choices C1 to C13 are in RULES.md.
 *
 *     uint8_t codes[] = {OZ_RESOLUTION_SUCCESS, OZ_RESOLUTION_DECLINED};
 *     uint8_t result;
 *     if (oz_group_result(codes, 2, &result) == OZ_OK) { ... }
 *
 * Conventions
 * - A function that can fail returns oz_error: OZ_OK is 0, all others are named, stable, and no code of a vocabulary.
 * - Outputs come last and are written on OZ_OK alone. Three exceptions tell what is wrong: `needed` is written with
 *   OZ_TOO_SMALL, `row` and oz_error_info with the errors their functions name. Check the return value: what was not
 *   written is what it was before; zero it before, and it is no code.
 * - Vocabularies are integers of disjoint spaces in which 0 is never valid, so that zeroed memory, or a folder status
 *   passed where a resolution belongs, is OZ_UNKNOWN_CODE and never a pass.
 * - Inputs are const and lengths explicit; NULL with length 0 is no elements, NULL with another length is OZ_NULL.
 *   A pointer that is not NULL must be good for the length beside it. A misaligned one is OZ_MISALIGNED; a length
 *   that no memory has is OZ_TOO_LONG.
 * - Inputs may overlap each other. Outputs may overlap inputs, but where a function says otherwise: then it is
 *   OZ_OVERLAP. Outputs must not overlap each other.
 * - No global state: every function may run in many threads at once. Nobody may write what a call reads.
 * - Nothing is to be freed, and nothing is allocated but while oz_resolve_json reads (where want of memory aborts).
 * - Nothing unwinds into the caller: a fault of the library inside oz_resolve_json is OZ_INTERNAL, elsewhere none is
 *   possible.
 * - Stack: less than 1 KB for all but oz_resolve_json.
 * - A library built for small devices has no oz_resolve_json.
 */
