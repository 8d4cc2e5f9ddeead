// The tables of core, written by `make generate`. A test holds that this file is what core says.
export const RULES_VERSION = 1;
/** The codes of each resolution, the best first. */
export const RESOLUTION_CODES = {
  SUCCESS: 1,
  OPERATOR_REQUIRED: 2,
  DECLINED: 3,
  FAILED: 4,
  PROCESSING: 5,
  INITIAL: 6,
} as const;
/** The codes of each analysis resolution, the best first. */
export const ANALYSIS_RESOLUTION_CODES = {
  SUCCESS: 1,
  OPERATOR_REQUIRED: 2,
  DECLINED: 3,
  FAILED: 4,
  PROCESSING: 5,
} as const;
/** The codes of each folder status, the best first. */
export const FOLDER_STATUS_CODES = {
  FINISHED: 17,
  FAILED: 20,
  PROCESSING: 21,
  INITIAL: 22,
} as const;
/** The codes of each analysis state, the best first. */
export const ANALYSIS_STATE_CODES = {
  FINISHED: 33,
  FAILED: 36,
  PROCESSING: 37,
} as const;
/** The codes of each decision, the best first. */
export const DECISION_CODES = {
  ACCEPT: 49,
  REVIEW: 50,
  REJECT: 51,
  RETRY: 52,
  WAIT: 53,
} as const;
/** How words of other vocabularies are refused where a resolution belongs. */
export const RESOLUTION_REFUSED = {
  FINISHED: "word_not_allowed",
} as const;
export const RESOLUTION_EXPECTED = "one of SUCCESS OPERATOR_REQUIRED DECLINED FAILED PROCESSING INITIAL";
export const ERROR_CODES = [
  "invalid_utf8",
  "invalid_json",
  "wrong_shape",
  "wrong_type",
  "missing_analyses",
  "missing_outcome",
  "unknown_word",
  "word_not_allowed",
  "duplicate_key",
  "empty_name",
  "conflicting_ids",
  "conflicting_folders",
  "conflicting_groups",
  "conflicting_types",
  "invalid_time",
  "time_out_of_range",
] as const;
export const FINDING_CODES = [
  "system_resolution_mismatch",
  "folder_status_mismatch",
  "state_resolution_mismatch",
  "operator_required_on_liveness",
  "operator_required_not_enabled",
  "earlier_group_worse",
  "finish_order_ambiguous",
  "conflicting_sightings",
  "ending_improved",
  "group_id_missing",
  "required_type_missing",
] as const;
export const READINGS = [
  "C2",
  "C3",
  "C4",
  "C7",
] as const;
/** The bit of each resolution in a status set. */
export const RESOLUTION_BITS = {
  SUCCESS: 1,
  OPERATOR_REQUIRED: 2,
  DECLINED: 4,
  FAILED: 8,
  PROCESSING: 16,
  INITIAL: 32,
} as const;
/** Places in the order, the best first. */
export const RESOLUTION_RANKS = {
  SUCCESS: 0,
  OPERATOR_REQUIRED: 1,
  DECLINED: 2,
  FAILED: 3,
  PROCESSING: 4,
  INITIAL: 5,
} as const;
/** R6, and whether anything further is awaited. */
export const DECISION_OF = {
  SUCCESS: "ACCEPT",
  OPERATOR_REQUIRED: "REVIEW",
  DECLINED: "REJECT",
  FAILED: "RETRY",
  PROCESSING: "WAIT",
  INITIAL: "WAIT",
} as const;
export const IS_FINAL = {
  SUCCESS: true,
  OPERATOR_REQUIRED: true,
  DECLINED: true,
  FAILED: true,
  PROCESSING: false,
  INITIAL: false,
  ACCEPT: true,
  REVIEW: true,
  REJECT: true,
  RETRY: true,
  WAIT: false,
} as const;
/** Every status set by its bits: codes of the worst and the best member, of R3 and R6; whether contested. */
export const SETS: readonly (readonly [number, number, number, number, number])[] = [
  [6, 6, 22, 53, 0],
  [1, 1, 17, 49, 0],
  [2, 2, 17, 50, 0],
  [2, 1, 17, 50, 0],
  [3, 3, 17, 51, 0],
  [3, 1, 17, 51, 0],
  [3, 2, 17, 51, 0],
  [3, 1, 17, 51, 0],
  [4, 4, 20, 52, 0],
  [4, 1, 20, 52, 1],
  [4, 2, 20, 52, 1],
  [4, 1, 20, 52, 1],
  [4, 3, 20, 52, 1],
  [4, 1, 20, 52, 1],
  [4, 2, 20, 52, 1],
  [4, 1, 20, 52, 1],
  [5, 5, 21, 53, 0],
  [5, 1, 21, 53, 1],
  [5, 2, 21, 53, 1],
  [5, 1, 21, 53, 1],
  [5, 3, 21, 53, 1],
  [5, 1, 21, 53, 1],
  [5, 2, 21, 53, 1],
  [5, 1, 21, 53, 1],
  [5, 4, 21, 53, 1],
  [5, 1, 21, 53, 1],
  [5, 2, 21, 53, 1],
  [5, 1, 21, 53, 1],
  [5, 3, 21, 53, 1],
  [5, 1, 21, 53, 1],
  [5, 2, 21, 53, 1],
  [5, 1, 21, 53, 1],
  [6, 6, 22, 53, 0],
  [6, 1, 22, 53, 0],
  [6, 2, 22, 53, 0],
  [6, 1, 22, 53, 0],
  [6, 3, 22, 53, 0],
  [6, 1, 22, 53, 0],
  [6, 2, 22, 53, 0],
  [6, 1, 22, 53, 0],
  [6, 4, 22, 53, 1],
  [6, 1, 22, 53, 1],
  [6, 2, 22, 53, 1],
  [6, 1, 22, 53, 1],
  [6, 3, 22, 53, 1],
  [6, 1, 22, 53, 1],
  [6, 2, 22, 53, 1],
  [6, 1, 22, 53, 1],
  [6, 5, 22, 53, 1],
  [6, 1, 22, 53, 1],
  [6, 2, 22, 53, 1],
  [6, 1, 22, 53, 1],
  [6, 3, 22, 53, 1],
  [6, 1, 22, 53, 1],
  [6, 2, 22, 53, 1],
  [6, 1, 22, 53, 1],
  [6, 4, 22, 53, 1],
  [6, 1, 22, 53, 1],
  [6, 2, 22, 53, 1],
  [6, 1, 22, 53, 1],
  [6, 3, 22, 53, 1],
  [6, 1, 22, 53, 1],
  [6, 2, 22, 53, 1],
  [6, 1, 22, 53, 1],
];
