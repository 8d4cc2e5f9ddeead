// The text area, and behind it the same text with marks.

import { byId, h } from "./dom.js";

const area = byId("payload");
const shade = byId("shade");

/** Longer texts are not marked: a page has to stay quick. */
const LONGEST = 300_000;

export const text = () => area.value;
export const setText = (value) => (area.value = value);
export const onInput = (call) => area.addEventListener("input", call);

/** Marks the ranges, which do not overlap and rise. */
export function mark(ranges) {
  const value = area.value;
  const parts = [];
  let at = 0;
  for (const { start, end, tone } of value.length > LONGEST ? [] : ranges) {
    parts.push(value.slice(at, start), h("mark", { class: tone }, value.slice(start, end)));
    at = end;
  }
  // a last line without text would have no height
  shade.replaceChildren(...parts, value.length > LONGEST ? "" : `${value.slice(at)}\n`);
  follow();
}

function follow() {
  shade.scrollTop = area.scrollTop;
  shade.scrollLeft = area.scrollLeft;
}
area.addEventListener("scroll", follow);

/** Brings a range into view and selects it. */
export function show({ start, end }, isFocused = true) {
  const lines = area.value.slice(0, start).split("\n");
  const height = Number.parseFloat(getComputedStyle(area).lineHeight);
  area.scrollTop = Math.max(0, (lines.length - 3) * height);
  area.scrollLeft = 0;
  if (isFocused) {
    area.focus({ preventScroll: matchMedia("(min-width: 60rem)").matches });
    area.setSelectionRange(start, end);
  }
}
