// `oz-status/lattice`: words, codes, order, groups, sets and tallies; no payload is read.

export { OzStatusError } from "./error.js";
export type { CallErrorCode, ErrorCode, ErrorDetails } from "./error.js";
export {
  ANALYSIS_RESOLUTION_CODES,
  ANALYSIS_STATE_CODES,
  DECISION_CODES,
  FOLDER_STATUS_CODES,
  RESOLUTION_CODES,
  RULES_VERSION,
} from "./generated.js";
export { StatusSet } from "./status-set.js";
export { Tally } from "./tally.js";
export type { Counts } from "./tally.js";
export {
  AnalysisResolution,
  AnalysisState,
  Decision,
  FolderStatus,
  Resolution,
  compare,
  decide,
  groupResult,
  isAnalysisResolution,
  isAnalysisState,
  isDecision,
  isFinal,
  isFolderStatus,
  isResolution,
  join,
  meet,
  resolutionOfCode,
} from "./words.js";
