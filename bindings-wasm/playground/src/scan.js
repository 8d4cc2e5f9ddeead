// Where the sightings stand in a text that the package has accepted: positions only, nothing is judged here.

const SPACE = /[ \t\n\r]*/y;

function past(text, at) {
  SPACE.lastIndex = at;
  SPACE.test(text);
  return SPACE.lastIndex;
}

function stringEnd(text, at) {
  for (let i = at + 1; ; i++) {
    if (text[i] === "\\") i++;
    else if (text[i] === '"') return i + 1;
  }
}

function valueEnd(text, at) {
  let depth = 0;
  for (let i = at; i < text.length; ) {
    const c = text[i];
    if (c === '"') i = stringEnd(text, i);
    else if (c === "{" || c === "[") (depth++, i++);
    else if (c === "}" || c === "]") {
      if (depth === 0) return i;
      depth--;
      i++;
    } else if (depth === 0 && (c === "," || /[ \t\n\r]/.test(c))) return i;
    else i++;
    if (depth === 0 && (c === "}" || c === "]" || c === '"')) return i;
  }
  return text.length;
}

/** The members of the array or object that begins at `at`: key, start and end of the value. */
function* members(text, at) {
  const isObject = text[at] === "{";
  let i = past(text, at + 1);
  while (text[i] !== "}" && text[i] !== "]") {
    let key = null;
    if (isObject) {
      const end = stringEnd(text, i);
      key = JSON.parse(text.slice(i, end));
      i = past(text, past(text, end) + 1);
    }
    const end = valueEnd(text, i);
    yield { key, start: i, end };
    i = past(text, end);
    if (text[i] === ",") i = past(text, i + 1);
  }
}

/** Every sighting, in payload order: its place in the text, its path, and the same as a payload of its own. */
export function sightings(text) {
  const start = past(text, 0);
  let list = start;
  if (text[start] === "{") {
    const analyses = [...members(text, start)].find(({ key }) => key === "analyses");
    if (!analyses || text[analyses.start] === "n") {
      return [{ start, end: valueEnd(text, start), path: "analyses[0]", key: null }];
    }
    list = analyses.start;
  }
  return [...members(text, list)].map(({ key, start, end }, index) => ({
    start,
    end,
    key,
    path: key === null ? `analyses[${index}]` : `analyses[${JSON.stringify(key)}]`,
  }));
}

/** Several sightings as one payload that the package can judge. */
export function alone(text, sightings) {
  const parts = sightings.map(({ start, end }) => text.slice(start, end));
  const { key } = sightings[0];
  return key === null ? `[${parts.join()}]` : `{"analyses":{${JSON.stringify(key)}:${parts[0]}}}`;
}

/** Where a path of a finding or an error points: a sighting, one of its keys, or a key of the folder. */
export function placeOf(text, path) {
  const [, analysis, key] = /^(analyses\[(?:\d+|"(?:[^"\\]|\\.)*")\])?\.?(.*)$/.exec(path) ?? [];
  const start = past(text, 0);
  if (!"[{".includes(text[start])) return null;
  const sighting = analysis && sightings(text).find(({ path }) => path === analysis);
  const object = sighting ?? { start, end: valueEnd(text, start) };
  if (!key || text[object.start] !== "{") return sighting ?? null;
  const member = [...members(text, object.start)].find((member) => member.key === key);
  return member ?? sighting ?? null;
}
