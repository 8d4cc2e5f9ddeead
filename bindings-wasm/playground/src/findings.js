// Findings and refusals, explained in the words of the rules.

import stories from "../dist/stories.json";
import { h, plain } from "./dom.js";

/** Where the rules say more than the list of findings does. */
const RULES = {
  state_resolution_mismatch: "R1",
  earlier_group_worse: "R7",
  finish_order_ambiguous: "C5",
  conflicting_sightings: "R8",
  ending_improved: "R8",
  group_id_missing: "C9",
  required_type_missing: "R7",
  missing_analyses: "C6",
  missing_outcome: "R1",
  conflicting_groups: "R8",
  conflicting_types: "R8",
};

const rule = (name) => h("a", { href: `rules.html#${name.toLowerCase()}` }, `rule ${name}`);

export function findings(verdict, jump) {
  const list = verdict.findings.map(({ code, path, claimed, computed, reading }) => {
    const words = [claimed && `claimed ${claimed}`, computed && `computed ${computed}`].filter(Boolean).join(", ");
    return h(
      "li",
      { class: reading ? "finding explained" : "finding" },
      h("h4", {}, plain(code)),
      h("p", {}, `${stories.findings[code] ?? ""}. `, rule(RULES[code] ?? "R9")),
      words ? h("p", { class: "words" }, words) : null,
      reading ? h("p", { class: "quiet" }, "Another reading of the vendor's page gives the claim: ", rule(reading)) : null,
      h("button", { type: "button", class: "path", onclick: () => jump(path) }, path),
    );
  });
  if (list.length === 0) return h("p", { class: "quiet none" }, "No findings: the payload agrees with itself.");
  return h("div", {}, h("h3", {}, list.length === 1 ? "One finding" : `${list.length} findings`), h("ul", { class: "findings" }, list));
}

export function requirements(verdict) {
  if (verdict.required.length === 0) return "";
  const rows = verdict.required.map(({ type, resolution, determining }) =>
    h("tr", {}, h("th", { scope: "row" }, type), h("td", {}, determining.length || resolution !== "INITIAL" ? plain(resolution) : "missing")),
  );
  return h("div", {}, h("h3", {}, "Required types"), h("table", { class: "required" }, h("tbody", {}, rows)));
}

export function refusal(error, jump) {
  const { code, path, found, expected, line, column } = error;
  const rows = [
    ["Expected", expected],
    ["Found", found === null ? null : h("code", {}, found)],
    ["At", line === null ? (path ? h("button", { type: "button", class: "path", onclick: () => jump(path) }, path) : null) : `line ${line}, byte ${column}`],
  ].filter(([, value]) => value !== null);
  return h(
    "div",
    { class: "refusal" },
    h("dl", {}, rows.flatMap(([name, value]) => [h("dt", {}, name), h("dd", {}, value)])),
    h("p", {}, h("a", { href: `rules.html#${(RULES[code] ?? "payloads").toLowerCase()}` }, "What is read, and what is refused")),
  );
}
