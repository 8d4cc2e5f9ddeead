// The vectors of the rules, and how a consumer of the package answers them. Used in Node and in browsers.

/** Payload bytes, options and the expected answer of one line. */
export function vector(line) {
  const { name, payload, payload_hex, options, verdict, error } = JSON.parse(line);
  const bytes = payload_hex === undefined ? undefined : Uint8Array.from(payload_hex.match(/../g) ?? [], (h) => parseInt(h, 16));
  return {
    name,
    payload: bytes ?? payload,
    options: { require: options.require, operatorReview: options.operator_review },
    expected: verdict ?? `${error.code} at ${error.path}`,
  };
}

function answer(ask) {
  try {
    return ask();
  } catch (error) {
    return error.name === "OzStatusError" ? `${error.code} at ${error.path}` : String(error);
  }
}

/** The names of the lines that are answered differently. */
export function differing(text, { resolve, resolveToJson }) {
  const encoder = new TextEncoder();
  const wrong = [];
  let count = 0;
  for (const line of text.split("\n")) {
    if (line === "") continue;
    count++;
    const { name, payload, options, expected } = vector(line);
    const answers = [answer(() => resolveToJson(payload, options)), answer(() => JSON.stringify(resolve(payload, options)))];
    if (typeof payload === "string") answers.push(answer(() => resolveToJson(encoder.encode(payload), options)));
    if (answers.some((given) => given !== expected)) wrong.push({ name, expected, answers });
  }
  return { count, wrong };
}

/** The lines of `lattice.txt` that do not hold. */
export function differingFacts(text, api) {
  const { Tally, StatusSet, groupResult, join, meet, decide } = api;
  const codes = { resolution: "RESOLUTION_CODES", folder: "FOLDER_STATUS_CODES", analysis: "ANALYSIS_STATE_CODES", decision: "DECISION_CODES" };
  let tally = new Tally();
  const counts = (words) => Tally.fromCounts(Object.fromEntries(Object.keys(api.Resolution).map((word, i) => [word, Number(words[i])])));
  const operations = {
    new: () => [() => void (tally = new Tally()), 2],
    insert: (words) => [() => tally.insert(words[2]), 3],
    remove: (words) => [() => tally.remove(words[2]), 3],
    replace: (words) => [() => tally.replace(words[2], words[3]), 4],
    merge: (words) => [() => tally.merge(counts(words.slice(2, 8))), 8],
  };
  const facts = {
    code: ([, space, word, code]) => String(api[codes[space]][word]) === code,
    join: ([, a, b, result]) => join(a, b) === result,
    meet: ([, a, b, result]) => meet(a, b) === result,
    decide: ([, word, decision]) => decide(word) === decision,
    group: ([, count, ...members]) => {
      const result = members.pop();
      return members.length === Number(count) && groupResult(members) === result && StatusSet.of(...members).result === result;
    },
    set: ([, bits, ...expected]) => {
      const set = StatusSet.fromBits(Number(bits));
      return [set.result, set.folderStatus, set.decision, set.isContested ? "yes" : "no"].join() === expected.join();
    },
    tally: (words) => {
      const [operate, at] = operations[words[1]](words);
      let outcome = "ok";
      try {
        operate();
      } catch {
        outcome = "refused";
      }
      return [outcome, tally.result, ...Object.values(tally.counts)].join() === words.slice(at).join();
    },
  };
  const lines = text.split("\n").filter((line) => line !== "" && !line.startsWith("#"));
  return { count: lines.length, wrong: lines.filter((line) => !facts[line.split(" ")[0]](line.split(" "))) };
}
