import { Folder, OzStatusError, StatusSet, groupResult, groupResults, resolve, resolveToJson } from "oz-status";
import { check } from "../check.mjs";

globalThis.outcome = Promise.all([
  check({ resolve, resolveToJson, Folder, groupResult, groupResults, StatusSet, OzStatusError }),
  import("oz-status/slim").then(async (slim) => {
    await slim.init();
    return check(slim);
  }),
]);
