// The verdict, shaped as the canonical JSON.

import type { FINDING_CODES, READINGS, RULES_VERSION } from "./generated.js";
import type { AnalysisResolution, Decision, FolderStatus, Resolution } from "./words.js";

/** The kinds of findings. */
export type FindingCode = (typeof FINDING_CODES)[number];

/** The numbered choice whose other reading explains a mismatch. */
export type Reading = (typeof READINGS)[number];

/** What a folder comes to, and why. */
export interface Verdict {
  /** The version of the rules that gave it. */
  readonly rules: typeof RULES_VERSION;
  readonly folder_id: string | null;
  /** How far the folder has come; never a verdict. */
  readonly folder_status: FolderStatus;
  readonly system_resolution: Resolution;
  /** What to do. */
  readonly decision: Decision;
  /** The analyses that determine the system resolution, in payload order. */
  readonly determining: readonly Determining[];
  /** The last-finished groups; null stands for the unnamed group. */
  readonly last_finished: readonly (string | null)[];
  readonly groups: readonly GroupVerdict[];
  /** The required types, in the caller's order. */
  readonly required: readonly RequiredVerdict[];
  /** What a verdict tells beside the result; a finding never loosens it. */
  readonly findings: readonly Finding[];
}

/** An analysis that determines the system resolution. */
export interface Determining {
  /** Its first sighting's place in the payload, from 0. */
  readonly index: number;
  readonly analyse_id: string | null;
  readonly group_id: string | null;
  readonly type: string | null;
}

/** One group of a folder. */
export interface GroupVerdict {
  readonly group_id: string | null;
  readonly resolution: Resolution;
  /** Microseconds since 1970 UTC; null while it runs or where that is not known. */
  readonly finished_at_us: number | null;
  /** Its analyses by resolution, sightings merged. */
  readonly counts: { readonly [word in AnalysisResolution]: number };
}

/** What a required type comes to. */
export interface RequiredVerdict {
  readonly type: string;
  /** `INITIAL` if there is no analysis of this type. */
  readonly resolution: Resolution;
  /** Places in the payload, as `index`. */
  readonly determining: readonly number[];
}

/** One finding. */
export interface Finding {
  readonly code: FindingCode;
  readonly path: string;
  readonly claimed: Resolution | FolderStatus | null;
  readonly computed: Resolution | FolderStatus | null;
  readonly reading: Reading | null;
}

/** Reads what core wrote, and closes it. */
export function verdictOf(text: string): Verdict {
  const verdict = JSON.parse(text) as Verdict;
  freeze(verdict.determining);
  Object.freeze(verdict.last_finished);
  for (const group of verdict.groups) Object.freeze(group.counts);
  freeze(verdict.groups);
  for (const required of verdict.required) Object.freeze(required.determining);
  freeze(verdict.required);
  freeze(verdict.findings);
  return Object.freeze(verdict);
}

function freeze(list: readonly object[]): void {
  for (const entry of list) Object.freeze(entry);
  Object.freeze(list);
}
