import { expectAssignable, expectError, expectNotAssignable, expectType } from "tsd";
import {
  type AnalysisResolution,
  type Counts,
  Decision,
  type ErrorCode,
  type FindingCode,
  Folder,
  type FolderStatus,
  type Options,
  OzStatusError,
  RESOLUTION_CODES,
  Resolution,
  StatusSet,
  Tally,
  type Verdict,
  compare,
  decide,
  groupResult,
  groupResults,
  isFinal,
  isResolution,
  join,
  resolve,
  resolveToJson,
} from "../dist/index.js";
import { init } from "../dist/slim.js";

// words are unions, not strings
expectType<"SUCCESS" | "OPERATOR_REQUIRED" | "DECLINED" | "FAILED" | "PROCESSING" | "INITIAL">({} as Resolution);
expectType<"FINISHED" | "FAILED" | "PROCESSING" | "INITIAL">({} as FolderStatus);
expectNotAssignable<AnalysisResolution>({} as Resolution);
expectAssignable<Resolution>({} as AnalysisResolution);
expectNotAssignable<Resolution>({} as FolderStatus);
expectNotAssignable<Resolution>("ACCEPT" as string);
expectType<"DECLINED">(Resolution.DECLINED);
expectType<"ACCEPT">(Decision.ACCEPT);
expectType<3>(RESOLUTION_CODES.DECLINED);

// payloads and options
const verdict = resolve("[]", { require: ["QUALITY"] as const, operatorReview: false });
expectType<Verdict>(verdict);
expectType<string>(resolveToJson(new Uint8Array(2)));
expectType<Verdict>(resolve({ analyses: [] }));
expectError(resolve("[]", { required: ["QUALITY"] }));
expectError(resolve("[]", { require: "QUALITY" }));
expectError(resolve("[]", { operatorReview: 0 }));
expectError(resolve("[]", { require: undefined }));
expectError(resolve(undefined));
expectError(resolve(1));
expectAssignable<Options>({});

// verdicts cannot be changed, and say what they hold
expectType<Decision>(verdict.decision);
expectType<FindingCode | undefined>(verdict.findings[0]?.code);
expectType<number | null | undefined>(verdict.groups[0]?.finished_at_us);
expectType<number | undefined>(verdict.groups[0]?.counts.DECLINED);
expectError(verdict.groups[0]?.counts.INITIAL);
expectError((verdict.decision = "ACCEPT"));
expectError(verdict.determining.push({ index: 0, analyse_id: null, group_id: null, type: null }));
expectError(verdict.verdict);

// every decision has to be looked at
function act(decision: Decision): number {
  switch (decision) {
    case "ACCEPT":
      return 1;
    case "REVIEW":
    case "REJECT":
    case "RETRY":
    case "WAIT":
      return 0;
  }
}
expectType<number>(act(verdict.decision));
function forgetful(decision: Decision): number {
  switch (decision) {
    case "ACCEPT":
    case "REJECT":
      return 0;
    default:
      // what is left is seen by the compiler
      expectType<"REVIEW" | "RETRY" | "WAIT">(decision);
      return 1;
  }
}
expectType<number>(forgetful("WAIT"));

// guards, words, sets, tallies
const word: unknown = "SUCCESS";
if (isResolution(word)) expectType<Resolution>(word);
expectType<Resolution>(groupResult(["SUCCESS", "DECLINED"]));
expectError(groupResult("SUCCESS"));
expectError(groupResult(["FINISHED"]));
expectError(join("SUCCESS", "FINISHED"));
expectType<Decision>(decide("SUCCESS"));
expectType<boolean>(isFinal("WAIT"));
expectType<number>(compare("SUCCESS", "FAILED"));
expectType<StatusSet>(StatusSet.of("SUCCESS").union(StatusSet.EMPTY));
expectType<Counts>(new Tally().counts);
expectError(Tally.fromCounts({ FINISHED: 1 }));
expectType<Uint8Array>(groupResults(new Uint8Array(1), new Uint32Array(2)));
expectError(groupResults([1], new Uint32Array(2)));

// folders and errors
const folder = new Folder();
expectType<void>(folder.observe({ analyse_id: "a" }));
expectType<Verdict>(folder.verdict({ require: ["A"] }));
const error = {} as OzStatusError;
expectAssignable<Error>(error);
expectAssignable<typeof error.code>({} as ErrorCode);
expectType<string | null>(error.found);
expectType<number | null>(error.line);
expectType<Promise<void>>(init(fetch("x.wasm")));
