// Groups on a time line, each analysis a chip.

import { h, plain, short, tone } from "./dom.js";

const micros = new Intl.DateTimeFormat("en", { dateStyle: "medium", timeStyle: "medium", timeZone: "UTC" });
const moment = (us) => h("time", { datetime: new Date(us / 1000).toISOString() }, `${micros.format(us / 1000)} UTC`);

function later(us) {
  const seconds = us / 1e6;
  if (seconds < 120) return `${Number(seconds.toFixed(1))} s`;
  if (seconds < 7200) return `${Math.round(seconds / 60)} min`;
  return seconds < 172_800 ? `${Math.round(seconds / 3600)} h` : `${Math.round(seconds / 86_400)} days`;
}

/** Known times first, then ended ones of unknown time, then what runs. */
const when = (group) => group.finished_at_us ?? (group.counts.PROCESSING > 0 ? Infinity : Number.MAX_VALUE);

function chip(analysis, isDetermining, show) {
  const { type, id, resolution, sightings } = analysis;
  return h(
    "li",
    {},
    h(
      "button",
      { type: "button", class: `chip ${tone(resolution)} ${isDetermining ? "determining" : ""}`, title: id ?? "no id", onclick: () => show(sightings[0]) },
      h("span", { class: "kind" }, type ?? "no type"),
      h("span", { class: "result" }, plain(resolution)),
      sightings.length > 1 ? h("span", { class: "times" }, `×${sightings.length}`, h("span", { class: "unseen" }, " sightings")) : null,
      h("span", { class: "unseen" }, isDetermining ? ", determining; show it in the payload" : "; show it in the payload"),
    ),
  );
}

/** `show` marks a place in the payload. */
export function groups(verdict, analyses, deciding, show) {
  if (verdict.groups.length === 0) return h("p", { class: "quiet" }, "No analyses, hence no groups.");
  const sorted = [...verdict.groups].sort((a, b) => (when(a) < when(b) ? -1 : when(a) > when(b) ? 1 : 0));
  let before = null;
  const items = sorted.map((group) => {
    const { group_id, finished_at_us, resolution } = group;
    const isLast = verdict.last_finished.includes(group_id);
    const gap = before !== null && finished_at_us !== null ? later(finished_at_us - before) : null;
    before = finished_at_us ?? before;
    const time = finished_at_us !== null ? moment(finished_at_us) : when(group) === Infinity ? "still running" : "time unknown";
    const own = analyses.filter((analysis) => analysis.group === group_id);
    return h(
      "li",
      { class: `group ${tone(resolution)} ${isLast ? "last" : ""}` },
      h(
        "div",
        { class: "head" },
        h("span", { class: "name", title: group_id ?? "" }, group_id === null ? "no group" : short(group_id)),
        h("span", { class: "badge" }, plain(resolution)),
        isLast ? h("span", { class: "flag" }, "last finished") : null,
      ),
      h("p", { class: "quiet when" }, time, gap ? h("span", { class: "gap" }, gap) : null),
      h("ul", { class: "chips" }, own.map((analysis) => chip(analysis, deciding.has(analysis.index), show))),
    );
  });
  return h("ol", { class: "line" }, items);
}
