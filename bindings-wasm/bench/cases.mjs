// What is compared, in Node and in browsers: each with what a JavaScript user would write instead. Answers are asserted.

import { detailed, wordy } from "./folders.mjs";

const LEVEL = { SUCCESS: 0, OPERATOR_REQUIRED: 1, DECLINED: 2, FAILED: 3, PROCESSING: 4, INITIAL: 5 };

/** The line that people write. */
const worst = (words) => words.reduce((a, b) => (LEVEL[b] > LEVEL[a] ? b : a), words[0] ?? "INITIAL");

/** What people write after JSON.parse: the worst of the folder's analyses, nothing checked. */
function handWritten(text) {
  let result = "INITIAL";
  let isFirst = true;
  for (const analysis of JSON.parse(text).analyses) {
    const word = analysis.resolution_status ?? analysis.resolution ?? analysis.state;
    if (isFirst || LEVEL[word] > LEVEL[result]) result = word;
    isFirst = false;
  }
  return result;
}

/** The typed-array loop, without any check. */
function loop(codes, offsets) {
  const results = new Uint8Array(offsets.length - 1);
  for (let group = 0; group < results.length; group++) {
    let result = 0;
    for (let i = offsets[group]; i < offsets[group + 1]; i++) if (codes[i] > result) result = codes[i];
    results[group] = result === 0 ? 6 : result;
  }
  return results;
}

function assert(holds, what) {
  if (!holds) throw new Error(`answers differ: ${what}`);
}

/** A number from 0 to 2^32, the same each time. */
function random(seed) {
  let state = seed;
  return () => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) >>> 0;
    return (state ^ (state >>> 12)) >>> 0;
  };
}

/** Cases: ours and theirs, each returning an answer; how many calls make a measurable span. */
export function cases(oz, story) {
  const next = random(7);
  const words = Object.keys(oz.Resolution).slice(0, 5);
  const four = Array.from({ length: 64 }, () => Array.from({ length: 4 }, () => words[next() % 5]));
  const thousand = Array.from({ length: 1000 }, () => words[next() % 2]);
  const offsets = new Uint32Array(1_000_001);
  for (let i = 1; i < offsets.length; i++) offsets[i] = offsets[i - 1] + 1 + (next() % 7);
  const codes = Uint8Array.from({ length: offsets.at(-1) }, () => 1 + (next() % 6));
  const judging = (what, text) => [
    {
      name: `resolve(text), full verdict; ${what}, ${text.length} bytes`,
      calls: 200,
      ours: () => oz.resolve(text).system_resolution,
      theirs: () => handWritten(text),
    },
    {
      name: `resolveToJson(text); ${what}`,
      calls: 200,
      ours: () => JSON.parse(oz.resolveToJson(text)).system_resolution,
      theirs: () => handWritten(text),
      timed: () => oz.resolveToJson(text),
    },
    judgingBytes(what, new TextEncoder().encode(text)),
  ];
  const decoder = new TextDecoder();
  const judgingBytes = (what, bytes) => ({
    name: `resolve(bytes), full verdict; ${what}`,
    calls: 200,
    ours: () => oz.resolve(bytes).system_resolution,
    theirs: () => handWritten(decoder.decode(bytes)),
  });
  const sum = (list) => list.reduce((total, word) => total + word.length, 0);
  const list = [
    {
      name: "groupResult of 4 words, 64 groups",
      calls: 2000,
      ours: () => sum(four.map((group) => oz.groupResult(group))),
      theirs: () => sum(four.map((group) => worst(group))),
    },
    { name: "groupResult of 1,000 words", calls: 2000, ours: () => oz.groupResult(thousand), theirs: () => worst(thousand) },
    ...judging("four analyses in detail", detailed()),
    ...judging("eight analyses, long texts", wordy(story)),
    {
      name: `groupResults, 1,000,000 groups, ${codes.length} codes`,
      calls: 1,
      ours: () => oz.groupResults(codes, offsets),
      theirs: () => loop(codes, offsets),
      isColumn: true,
    },
  ];
  for (const { name, ours, theirs, isColumn } of list) {
    const [a, b] = [ours(), theirs()];
    assert(isColumn ? a.every((code, i) => code === b[i]) && a.length === b.length : a === b, name);
  }
  return list;
}

export const median = (list) => [...list].sort((a, b) => a - b)[list.length >> 1];

/** Rounds that take turns, so that what else the machine does falls on both. Microseconds a call, medians. */
export function measure({ name, calls, ours, theirs, timed = ours }, rounds = 41) {
  const times = { ours: [], theirs: [] };
  const span = (call) => {
    const start = performance.now();
    for (let i = 0; i < calls; i++) call();
    return ((performance.now() - start) * 1000) / calls;
  };
  for (let round = -8; round < rounds; round++) {
    const turn = round % 2 ? [["ours", timed], ["theirs", theirs]] : [["theirs", theirs], ["ours", timed]];
    for (const [who, call] of turn) {
      const time = span(call);
      if (round >= 0) times[who].push(time);
    }
  }
  const ratios = times.ours.map((time, i) => times.theirs[i] / time);
  return { name, ours: median(times.ours), theirs: median(times.theirs), ratio: median(ratios) };
}
