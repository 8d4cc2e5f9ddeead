// The order as a diagram: a chain, for it is total; the deciding level is lit.

import { Resolution, decide } from "oz-status";
import { h, plain, s, tone } from "./dom.js";

const ROW = 46;
const WIDTH = 330;
/** Levels end before the brackets of decisions. */
const BAND = 234;
const words = Object.keys(Resolution).reverse();
const y = (place) => 26 + place * ROW;

/** Levels that share a decision, as one bracket. */
function brackets() {
  const found = [];
  words.forEach((word, place) => {
    const decision = decide(word);
    if (found.at(-1)?.decision === decision) found.at(-1).to = place;
    else found.push({ decision, from: place, to: place });
  });
  return found;
}

/** `verdict` may be null: then nothing is lit. */
export function lattice(verdict) {
  const lit = verdict?.system_resolution;
  // what made the decision stricter than the system resolution
  const stricter = verdict && verdict.decision !== decide(lit) ? verdict.required.map(({ resolution }) => resolution) : [];
  const count = (word) => verdict?.groups.reduce((sum, { counts }) => sum + (counts[word] ?? 0), 0) ?? 0;
  const height = y(words.length - 1) + 26;
  const title = verdict
    ? `${plain(lit)} decides the system resolution; the decision is ${plain(verdict.decision)}`
    : "no level decides";
  const rows = words.map((word, place) => {
    const level = s("g", { class: `level ${tone(word)} ${word === lit ? "lit" : ""}` });
    if (word === lit) level.append(s("rect", { class: "band", x: 1, y: y(place) - 18, width: BAND, height: 36, rx: 10 }));
    if (stricter.includes(word) && word !== lit && decide(word) === verdict.decision) {
      level.classList.add("stricter");
      level.append(s("rect", { class: "outline", x: 1, y: y(place) - 18, width: BAND, height: 36, rx: 10 }));
    }
    const many = count(word);
    level.append(
      s("circle", { class: "node", cx: 24, cy: y(place), r: word === lit ? 9 : 6 }),
      s("text", { class: "word", x: 46, y: y(place) + 5 }, word.replace("_", " ")),
    );
    if (many > 0) {
      level.append(
        s("circle", { class: "count", cx: 216, cy: y(place), r: 11 }),
        s("text", { class: "many", x: 216, y: y(place) + 4, "text-anchor": "middle" }, String(many)),
      );
    }
    return level;
  });
  const right = brackets().map(({ decision, from, to }) =>
    s(
      "g",
      { class: `bracket ${tone(decision)} ${decision === verdict?.decision ? "lit" : ""}` },
      s("path", { d: `M242 ${y(from) - 12}h6v${y(to) - y(from) + 24}h-6` }),
      s("text", { x: 260, y: (y(from) + y(to)) / 2 + 5 }, decision),
    ),
  );
  const chain = s("path", { class: "chain", d: `M24 ${y(0)}V${y(words.length - 1)}` });
  return h("div", {}, s("svg", { viewBox: `0 0 ${WIDTH} ${height}`, role: "img", "aria-label": title }, chain, ...rows, ...right));
}
