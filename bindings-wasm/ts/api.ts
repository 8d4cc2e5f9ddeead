// What both entries give, once the engine runs.

export { groupResults } from "./columns.js";
export { Folder } from "./folder.js";
export * from "./lattice.js";
export type { Options } from "./options.js";
export { resolve, resolveToJson } from "./resolve.js";
export type { Payload } from "./text.js";
export type { Determining, Finding, FindingCode, GroupVerdict, Reading, RequiredVerdict, Verdict } from "./verdict.js";
