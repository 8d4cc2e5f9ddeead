// The page: what is typed, chosen or dropped is judged at once.

import { OzStatusError, decide, resolve, resolveToJson } from "oz-status";
import stories from "../dist/stories.json";
import { analyses } from "./analyses.js";
import { byId, h, plain, tone } from "./dom.js";
import { mark, onInput, setText, show, text } from "./editor.js";
import { findings, refusal, requirements } from "./findings.js";
import { groups } from "./groups.js";
import { lattice } from "./lattice.js";
import { placeOf } from "./scan.js";
import { pack, unpack } from "./share.js";

const MEANS = {
  ACCEPT: "Let pass.",
  REVIEW: "An operator decides.",
  REJECT: "Refuse.",
  RETRY: "Nothing was found out: ask for the check once more.",
  WAIT: "Not final: ask again later.",
};

const types = new Map(stories.types.map((type) => [type, false]));
const story = byId("story");
const review = byId("review");

const asked = () => ({
  require: [...types].filter(([, isRequired]) => isRequired).map(([type]) => type),
  operatorReview: review.checked,
});

function jump(path) {
  const place = placeOf(text(), path);
  if (place) show(place);
}

/** Why the decision is what it is, in a sentence or two. */
function because(verdict, count) {
  const { decision, system_resolution: system, required, determining, findings } = verdict;
  const folder = `System resolution ${plain(system)}, folder ${plain(verdict.folder_status)}`;
  if (decision === decide(system)) {
    const who = determining.length > 0 ? `${determining.length} of ${count} analyses decided` : "no analysis decided";
    return `${folder}; ${who}.`;
  }
  const missing = findings.filter(({ code }) => code === "required_type_missing").map(({ path }) => `${path} is missing`);
  const worse = required.filter(({ resolution, type }) => decide(resolution) === decision && !missing.includes(`${type} is missing`));
  const reasons = [...worse.map(({ type, resolution }) => `${type} is ${plain(resolution)}`), ...missing];
  if (reasons.length === 0) reasons.push("an analysis outside the last-finished groups is worse");
  return `The last group alone would give ${decide(system)}, but ${reasons.join(" and ")}. ${folder}.`;
}

/** The analyses behind the decision: the determining ones, and those that made it stricter. */
function behind(verdict) {
  const found = new Set(verdict.determining.map(({ index }) => index));
  if (verdict.decision !== decide(verdict.system_resolution)) {
    for (const { resolution, determining } of verdict.required) {
      if (decide(resolution) === verdict.decision) determining.forEach((index) => found.add(index));
    }
  }
  return found;
}

function accepted(payload, verdict) {
  const known = analyses(payload);
  const deciding = behind(verdict);
  const { decision } = verdict;
  byId("decision").className = `decision ${tone(decision)}`;
  byId("decision").replaceChildren(
    h("p", { class: "big" }, decision),
    h("p", { class: "means" }, MEANS[decision]),
    h("p", { class: "quiet" }, because(verdict, known.length)),
  );
  byId("groups").replaceChildren(groups(verdict, known, deciding, show));
  byId("requirements").replaceChildren(requirements(verdict));
  byId("findings").replaceChildren(findings(verdict, jump));
  byId("json-title").textContent = "Canonical JSON";
  byId("json").textContent = resolveToJson(payload, asked());
  const marks = known
    .filter(({ index }) => deciding.has(index))
    .flatMap(({ sightings, resolution }) => sightings.map(({ start, end }) => ({ start, end, tone: tone(resolution) })));
  mark(marks.sort((a, b) => a.start - b.start));
  for (const { type } of known) if (type !== null && !types.has(type)) types.set(type, false);
}

function refused(payload, error) {
  byId("decision").className = "decision refused";
  byId("decision").replaceChildren(
    h("p", { class: "big" }, payload.trim() === "" ? "NOTHING YET" : "NO VERDICT"),
    h("p", { class: "means" }, payload.trim() === "" ? "Paste a payload, drop a file, or choose a story." : plain(error.code)),
  );
  byId("groups").replaceChildren(h("p", { class: "quiet" }, "What cannot be judged is refused, never guessed."));
  byId("requirements").replaceChildren();
  byId("findings").replaceChildren(payload.trim() === "" ? "" : refusal(error, jump));
  byId("json-title").textContent = "The error in one line";
  byId("json").textContent = error.message;
  const place = error.line === null ? safely(() => placeOf(payload, error.path)) : lineOf(payload, error.line);
  mark(place ? [{ ...place, tone: "wrong" }] : []);
}

function safely(call) {
  try {
    return call();
  } catch {
    return null;
  }
}

function lineOf(payload, line) {
  const lines = payload.split("\n");
  const start = lines.slice(0, line - 1).reduce((sum, before) => sum + before.length + 1, 0);
  return { start, end: start + (lines[line - 1] ?? "").length };
}

function judge() {
  const payload = text();
  let verdict = null;
  try {
    verdict = resolve(payload, asked());
    accepted(payload, verdict);
  } catch (error) {
    if (!(error instanceof OzStatusError)) throw error;
    refused(payload, error);
  }
  byId("lattice").replaceChildren(lattice(verdict));
  drawTypes();
}

function drawTypes() {
  const chosen = document.activeElement?.dataset?.type;
  const buttons = [...types].map(([type, isRequired]) =>
    h("button", { type: "button", class: "toggle", "aria-pressed": String(isRequired), "data-type": type, onclick: () => toggle(type) }, type),
  );
  byId("types").replaceChildren(...buttons);
  buttons.find((button) => chosen !== undefined && button.dataset.type === chosen)?.focus();
}

function toggle(type) {
  types.set(type, !types.get(type));
  judge();
}

/** Types as the package names them: aliases resolved. */
const canonical = (names) => resolve("[]", { require: names }).required.map(({ type }) => type);

function start({ payload, require, operatorReview }) {
  for (const type of types.keys()) types.set(type, false);
  for (const type of safely(() => canonical(require)) ?? []) types.set(type, true);
  review.checked = operatorReview;
  setText(payload);
  judge();
  const first = byId("shade").querySelector("mark");
  show({ start: first ? (first.previousSibling?.textContent.length ?? 0) : 0, end: 0 }, false);
}

function tell(what) {
  byId("told").textContent = what;
}

story.append(h("option", { value: "" }, "your own"), ...stories.stories.map(({ name, title }) => h("option", { value: name }, title)));
story.addEventListener("change", () => {
  const chosen = stories.stories.find(({ name }) => name === story.value);
  if (chosen) location.hash = `story=${chosen.name}`;
});

onInput(() => {
  story.value = "";
  judge();
});
review.addEventListener("change", judge);
byId("other-type").addEventListener("change", ({ target }) => {
  const [type] = safely(() => canonical([target.value])) ?? [];
  target.value = "";
  if (type !== undefined) {
    types.set(type, true);
    judge();
  }
});

async function open(file) {
  if (!file) return;
  story.value = "";
  setText(await file.text());
  judge();
}
byId("file").addEventListener("change", ({ target }) => open(target.files[0]));
const editor = byId("editor");
for (const kind of ["dragenter", "dragover"]) {
  editor.addEventListener(kind, (event) => {
    event.preventDefault();
    editor.classList.add("over");
  });
}
for (const kind of ["dragleave", "drop"]) editor.addEventListener(kind, () => editor.classList.remove("over"));
editor.addEventListener("drop", (event) => {
  const [file] = event.dataTransfer.files;
  if (!file) return;
  event.preventDefault();
  open(file);
});

byId("share").addEventListener("click", async () => {
  const fragment = `p=${await pack({ payload: text(), ...asked() })}`;
  history.replaceState(null, "", `#${fragment}`);
  try {
    await navigator.clipboard.writeText(location.href);
    tell("Copied; the payload is in the link itself.");
  } catch {
    tell("The link is in the address bar.");
  }
});

async function read() {
  const [, kind, value] = /^#(\w+)=(.*)$/.exec(location.hash) ?? [];
  const shared = kind === "p" ? await unpack(value) : null;
  const chosen = stories.stories.find(({ name }) => name === (kind === "story" ? value : stories.first)) ?? stories.stories[0];
  story.value = shared ? "" : chosen.name;
  tell(kind === "p" && !shared ? "That link cannot be read; here is a story instead." : "");
  start(shared ?? chosen);
  document.documentElement.dataset.ready = "yes";
}
addEventListener("hashchange", () => /^#(story|p)=/.test(location.hash) && read());
read();
