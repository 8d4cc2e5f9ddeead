// Answers requests of the conformance run; the same code in Node and in Chromium.

const bytes = (hex) => Uint8Array.from({ length: hex.length / 2 }, (_, i) => parseInt(hex.slice(2 * i, 2 * i + 2), 16));

/** The answer to one request line, given the package. */
export function answer(line, { resolveToJson, OzStatusError }) {
  const [payload, review, ...types] = line.split(" ");
  const require = types.map((kind) => new TextDecoder().decode(bytes(kind)));
  try {
    return `ok ${resolveToJson(bytes(payload), { require, operatorReview: review === "1" })}`;
  } catch (error) {
    if (!(error instanceof OzStatusError)) throw error;
    return `error ${error.code} ${error.path}`;
  }
}
