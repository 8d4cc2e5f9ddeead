import { OzStatusError, resolve, type Decision, type Verdict } from "oz-status";
import { groupResult } from "oz-status/lattice";
import { init } from "oz-status/slim";

export function act(decision: Decision): string {
  switch (decision) {
    case "ACCEPT":
      return "in";
    case "REVIEW":
      return "ask";
    case "REJECT":
      return "out";
    case "RETRY":
      return "again";
    case "WAIT":
      return "later";
    default:
      return decision satisfies never;
  }
}

const verdict: Verdict = resolve("[]", { require: ["QUALITY"] });
console.log(act(verdict.decision), groupResult(["SUCCESS"]), init, OzStatusError);
